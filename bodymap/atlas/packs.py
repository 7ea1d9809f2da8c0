"""What a folder of knowledge is, who answers for it, and what it takes away from the packs below it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removal:
    """The records of lower packs that a pack takes away, by kind and id (a claim's number)."""

    organs: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    movements: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()
    references: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    curves: tuple[str, ...] = ()
    efforts: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
    floors: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()


NOTHING = Removal()


@dataclass(frozen=True, slots=True)
class Pack:
    """pack.yaml: what a folder of knowledge is and who answers for it; `remove` is taken from lower packs."""

    id: str
    title: str
    version: str
    licence: str
    authors: tuple[str, ...]
    languages: tuple[str, ...]
    remove: Removal = NOTHING

    @staticmethod
    def unnamed(folder: str) -> Pack:
        """What stands for a pack whose pack.yaml cannot be read."""
        return Pack(folder, folder, "", "", (), ())

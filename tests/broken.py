"""The broken packs of `tests/packs/broken`: each is the sound pack with one mistake made in a copy of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

PACKS = Path(__file__).resolve().parent / "packs"
NESTED_BYTES = 10 * 1024 * 1024
LINKS = ("link to itself", "link to the pack", "link to nothing", "unreadable", "pipe")
"""What only some systems can make."""


@dataclass(frozen=True)
class Broken:
    """One mistake in `file`, and in `told` every line that `bodymap check` then prints.

    `old` (its first occurrence, or the whole file without one) becomes `new`; or the file becomes `bytes`
    (one character each), or ten megabytes of `nest`, or is made into something that is no file: `make`.
    """

    what: str
    file: str
    told: list[str]
    old: str | None = None
    new: str | None = None
    bytes: str | None = None
    nest: str = ""
    make: str = ""
    case: str = field(default="", compare=False)

    def breaks(self, path: Path) -> None:
        """Make the mistake in a file of a copy."""
        path.parent.mkdir(exist_ok=True)
        if self.make:
            _make(self.make, path)
        elif self.nest:
            path.write_text("a:\n  " + self.nest * (NESTED_BYTES // len(self.nest)), "utf-8")
        elif self.bytes is not None:
            path.write_bytes(self.bytes.encode("latin-1"))
        else:
            change(path, self.old, self.new or "")


def change(path: Path, old: str | None, new: str) -> None:
    """Replace a piece of a file that must be there, or all of it."""
    if old is None:
        path.write_text(new, "utf-8")
        return
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def copy_of_sound(folder: Path) -> Path:
    """The sound pack in a folder that is new."""
    return Path(shutil.copytree(PACKS / "sound", folder))


@cache
def cases() -> tuple[Broken, ...]:
    """All of them, by the names of their files."""
    paths = sorted((PACKS / "broken").glob("*.yaml"))
    return tuple(Broken(case=path.stem, **yaml.safe_load(path.read_text("utf-8"))) for path in paths)


def _make(what: str, path: Path) -> None:
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "unreadable":
        _make_unreadable(path)
    else:
        targets = {"link to itself": path, "link to the pack": path.parent, "link to nothing": Path("gone")}
        path.symlink_to(targets[what])


def _make_unreadable(path: Path) -> None:
    """A file that gives an error to whoever reads it: rights stop no superuser, so she gets another one."""
    if os.geteuid() == 0:
        path.symlink_to("/proc/self/mem")
    else:
        path.write_text("id: spleen\n", "utf-8")
        path.chmod(0)

"""What was asked for at the start of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from bodymap.atlas.records import Confidence, Level, Ref
    from bodymap.sights import Shown
    from bodymap.state import Mode

Moment = Literal["first-picture", "usable"]


class Options(NamedTuple):
    """What was asked for at the start; None leaves it as it was in the last session.

    `packs` are folders of data laid over the shipped one; `quit_when` ends the program at a moment;
    `values` is a table that colours the body, `figure_file` an SVG to show it on; `lesson` is a lesson to
    open; `reset` forgets the last session; `settings` is the file it is kept in, None for the usual one.
    """

    select: Ref | None = None
    mode: Mode | None = None
    evidence: Shown | None = None
    least: Confidence | None = None
    figure: str | None = None
    view: str | None = None
    closeup: str | None = None
    layers: tuple[str, ...] | None = None
    theme: str | None = None
    level: Level | None = None
    text_size: int | None = None
    packs: tuple[Path, ...] = ()
    quit_when: Moment | None = None
    reset: bool = False
    values: Path | None = None
    figure_file: Path | None = None
    lesson: Path | None = None
    settings: Path | None = None

    def taken(self) -> dict[str, Any]:
        """The values asked for, by the field of a state that takes them."""
        return {name: getattr(self, name) for name in _TAKEN if getattr(self, name) is not None}


_TAKEN = ("mode", "evidence", "least", "figure", "view", "closeup", "layers", "theme", "level", "text_size")

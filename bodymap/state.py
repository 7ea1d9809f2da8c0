"""What is looked at now: one frozen value, and nothing else, says what the screen shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bodymap import sights
from bodymap.atlas.records import Confidence, Kind, Level, Ref

Mode = Literal["exercise", "sedentary", "both"]
THEMES = sights.THEMES
MODES: tuple[Mode, ...] = ("exercise", "sedentary", "both")
CLOSEUPS = sights.CLOSEUPS
LAYERS = sights.LAYERS
Shown = sights.Shown


@dataclass(frozen=True, slots=True)
class Camera:
    """Zoom (1 = the whole figure fits) and the point of the canvas, in its units, at the middle."""

    zoom: float = 1.0
    x: float = 450.0
    y: float = 900.0


RUNNING = Ref("movement", "running")
WHOLE_FIGURE = Camera()


@dataclass(frozen=True, slots=True)
class State:
    """What is looked at. `movement` is the one whose muscles work, also while an organ is in focus.

    `part` is the exact region chosen inside the organ in focus; `layers` None means: as the lens needs;
    `closeup` None means the whole body; `evidence` and `least` leave out what is not shown in people or not
    sure enough; `hover` names what lies under the pointer, wherever that is.
    """

    focus: Ref = RUNNING
    movement: str = "running"
    part: str | None = None
    lens: Kind = "movement"
    mode: Mode = "exercise"
    evidence: Shown = "all"
    least: Confidence = "low"
    figure: str = "male"
    view: str = "front"
    closeup: str | None = None
    layers: tuple[str, ...] | None = None
    level: Level = "school"
    theme: str = "night"
    text_size: int = 100
    calm: bool = False
    camera: Camera = WHOLE_FIGURE
    hover: Ref | None = None


CHOICES = (
    "focus",
    "movement",
    "part",
    "lens",
    "mode",
    "evidence",
    "least",
    "figure",
    "view",
    "closeup",
    "layers",
    "level",
)
"""The fields that undo and redo step through; the rest is taste or pointer."""


def focused(state: State, ref: Ref, part: str | None = None) -> State:
    """The state after choosing a thing: a movement also becomes the one whose muscles work."""
    lens = ref.kind if ref.kind in ("organ", "movement") else state.lens
    movement = ref.id if ref.kind == "movement" else state.movement
    return replace(state, focus=ref, part=part, lens=lens, movement=movement)

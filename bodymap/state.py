"""What is looked at now: one frozen value, and nothing else, says what the screen shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from bodymap import sights
from bodymap.atlas.records import Confidence, Kind, Level, Ref

Mode = Literal["exercise", "sedentary", "both"]
Fuel = Literal["fasted", "normal", "carbohydrate"]
Person = Literal["active", "sedentary"]
Span = Literal["2h", "24h", "72h", "week"]
Axis = Literal["fold", "level"]
THEMES = sights.THEMES
MODES: tuple[Mode, ...] = ("exercise", "sedentary", "both")
FUELS: tuple[Fuel, ...] = ("fasted", "normal", "carbohydrate")
PERSONS: tuple[Person, ...] = ("active", "sedentary")
SPANS: tuple[Span, ...] = ("2h", "24h", "72h", "week")
AXES: tuple[Axis, ...] = ("fold", "level")
SPEEDS = (10, 30, 120)
"""Minutes that go by in a second of playing."""
WEEK_SPEED = 12
"""So many times as fast a week plays: 2 h, 6 h, a day in a second."""
BOUT_AT = 18 * 60
"""The minute after midnight at which a single bout begins on the days of a week, where it was not moved."""
LAST_MINUTE = sights.DAYS_OF_WEEK * 24 * 60
CLOSEUPS = sights.CLOSEUPS
LAYERS = sights.LAYERS
Shown = sights.Shown


@dataclass(frozen=True, slots=True)
class Camera:
    """Zoom (1 = the whole figure fits) and the point of the canvas, in its units, at the middle."""

    zoom: float = 1.0
    x: float = 450.0
    y: float = 900.0


class Block(NamedTuple):
    """A movement in a planned day: from a minute after midnight, so many minutes long."""

    movement: str
    start: int
    minutes: int


class OwnDay(NamedTuple):
    """A ready day of a week as it was changed: on all days of the week that are this one."""

    day: str
    blocks: tuple[Block, ...]


RUNNING = Ref("movement", "running")
WHOLE_FIGURE = Camera()


@dataclass(frozen=True, slots=True)
class State:
    """What is looked at. `movement` is the one whose muscles work, also while an organ is in focus.

    `part` is the exact region chosen inside the organ in focus; `layers` None means: as the lens needs;
    `closeup` None means the whole body; `evidence` and `least` leave out what is not shown in people or not
    sure enough; `hover` names what lies under the pointer, wherever that is.

    In time: `minute` counts from the start of the bout, or from midnight where a `day` or a week is shown;
    None is the end of the (last) bout. `intensity` (% of VO2max) and `minutes` are the dose, None the usual
    one; `blocks` are those of a day that was changed, or where a bout in a week was moved to. `week` says
    what each of seven days is, `plan` (this bout or day), `sit` or a ready day; None is once, on the first.
    `own_days` are those ready days of it that were changed. `time_open` None means: as the window's height
    allows.
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
    minute: int | None = None
    intensity: float | None = None
    minutes: int | None = None
    fuel: Fuel = "normal"
    person: Person = "active"
    span: Span = "2h"
    day: str | None = None
    week: tuple[str, ...] | None = None
    blocks: tuple[Block, ...] | None = None
    own_days: tuple[OwnDay, ...] = ()
    axis: Axis = "fold"
    measured: bool = False
    speed: int = 30
    time_open: bool | None = None


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
    "intensity",
    "minutes",
    "fuel",
    "person",
    "span",
    "day",
    "week",
    "blocks",
    "own_days",
    "axis",
)
"""The fields that undo and redo step through; the rest is taste, pointer or the time shown."""

IN_TIME = sights.IN_TIME


def focused(state: State, ref: Ref, part: str | None = None) -> State:
    """The state after choosing a thing: a movement also becomes the one whose muscles work.

    Another movement, or one chosen while a day is shown, has its usual dose and is seen at its end.
    """
    lens = ref.kind if ref.kind in ("organ", "movement") else state.lens
    movement = ref.id if ref.kind == "movement" else state.movement
    chosen = replace(state, focus=ref, part=part, lens=lens, movement=movement)
    stays = movement == state.movement and (state.day is None or ref.kind != "movement")
    return chosen if stays else with_usual_dose(chosen)


def agreed(state: State, before: State, rests: Collection[str]) -> State:
    """A state in which sitting is never called exercise; `rests` are the movements that are none.

    Choosing one shows the sedentary body and keeps the movement that stands against it; asking for
    exercise from there goes to that movement.
    """
    if state.movement in rests:
        kept = before.movement if before.movement not in rests else State().movement
        state = replace(state, movement=kept)
    if state.mode == "sedentary" or state.focus.kind != "movement" or state.focus.id not in rests:
        return state
    if state.focus == before.focus and state.mode != before.mode:
        return replace(state, focus=Ref("movement", state.movement))
    return replace(state, mode="sedentary")


def whole_again(state: State, before: State) -> State:
    """The state seen as a whole where it shows another close-up: a camera is of one drawing only."""
    return state if state.closeup == before.closeup else replace(state, camera=WHOLE_FIGURE)


def week_of(days: Collection[int]) -> tuple[str, ...] | None:
    """A week in which the plan is done on these days, from 0, and people sit on all others; None is once."""
    if set(days) == set(sights.REPEATS["once"]):
        return None
    return tuple(sights.PLAN if day in days else sights.SIT for day in range(sights.DAYS_OF_WEEK))


def in_week(state: State) -> bool:
    """Whether minutes are those of a week, so that a bout has a time of day and days have names."""
    return state.week is not None or state.span == "week"


def bout_at(state: State) -> int:
    """The minute after midnight at which a single bout begins in a week."""
    return state.blocks[0].start if state.blocks else BOUT_AT


def with_own_day(state: State, day: str, blocks: tuple[Block, ...] | None) -> State:
    """The state in which a ready day of its week has other blocks, or its own again."""
    others = tuple(own for own in state.own_days if own.day != day)
    return replace(state, own_days=others if blocks is None else (*others, OwnDay(day, blocks)))


def at_same_moment(state: State, before: State) -> State:
    """The state at the same moment of its bout, where that has a time of day now, or has it no more."""
    if state.minute is None or state.day is not None or in_week(state) == in_week(before):
        return state
    minute = state.minute + (bout_at(state) if in_week(state) else -bout_at(before))
    return replace(state, minute=max(0, minute))


def repeated(state: State, repeat: str) -> State:
    """The state with its plan done on those days of a week (of `sights.REPEATS`), and the week in sight."""
    week = replace(state, week=week_of(sights.REPEATS[repeat]), span="week")
    return at_same_moment(week, state)


def days_of(week: tuple[str, ...] | None) -> tuple[str, ...]:
    """What each of the seven days of a week is."""
    known = week if week is not None else (sights.PLAN,)
    return (*known, *[sights.SIT] * sights.DAYS_OF_WEEK)[: sights.DAYS_OF_WEEK]


def with_day(week: tuple[str, ...] | None, day: int, what: str) -> tuple[str, ...] | None:
    """A week in which one day, from 0, is something else."""
    days = list(days_of(week))
    days[day] = what
    once = days == list(days_of(None))
    return None if once else tuple(days)


def repeat_of(week: tuple[str, ...] | None) -> str:
    """The name of a week that repeats its plan; "" where its days were chosen."""
    known = days_of(week)
    return next((name for name, days in sights.REPEATS.items() if known == days_of(week_of(days))), "")


def pace_of(state: State) -> int:
    """Minutes that go by in a second of playing: a week plays faster than an hour."""
    return state.speed * (WEEK_SPEED if state.span == "week" else 1)


def with_usual_dose(state: State) -> State:
    """The state with the movement's usual dose in place of any other, or of a day."""
    return replace(state, intensity=None, minutes=None, minute=None, day=None, blocks=None)

"""From bouts to stretches of constant work, with everything that was left open filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bodymap.atlas.kinetic_records import BodyModel, Bout, Group
from bodymap.i18n import _
from bodymap.physiology.intensity import IntensityError, percent_asked
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.physiology.person import Person


class BoutError(ValueError):
    """Bouts that cannot be done; the message says why, in words."""


@dataclass(frozen=True, slots=True)
class Work:
    """Constant work from `start` to `stop` (minutes): share of VO2max, muscle in kg, share of time working.

    `sugar` is the factor of carbohydrate on release, `store` how full the fuel is at the start where a study
    set it, `level` how far this work empties it in the end; `exhausts` that it was empty at the stop.
    """

    start: int
    stop: int
    effort: float
    muscle: float
    share: float
    sugar: float
    store: float | None
    level: float
    group: Group
    fasted: bool = False
    fed: bool = False
    exhausts: bool = False

    @property
    def moves(self) -> bool:
        """Whether this is more than rest."""
        return self.effort > 0 and self.share > 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work without a break between: its kinds of movement, and its hardest effort in per cent of VO2max."""

    start: int
    stop: int
    groups: frozenset[Group]
    hardest: float
    fasted: bool
    fed: bool


def works_of(physiology: Physiology, bouts: Iterable[Bout], person: Person) -> tuple[Work, ...]:
    """The work of bouts in the order of time; BoutError where one is unknown, empty or overlaps another."""
    body = physiology.body
    if body is None:
        return ()
    found: list[Work] = []
    for bout in bouts:
        found += _works(body, _usual(physiology, bout), bout, _asked(physiology, bout, person))
    found.sort(key=lambda w: w.start)
    for first, second in pairwise(found):
        if second.start < first.stop:
            raise BoutError(
                _("at minute {minute} a bout begins before another has ended").format(minute=second.start)
            )
    return tuple(found)


def stretches(works: Sequence[Work]) -> tuple[Stretch, ...]:
    """Work that moves, joined where no minute of rest lies between."""
    joined: list[list[Work]] = []
    for work in works:
        if work.moves and joined and joined[-1][-1].stop == work.start:
            joined[-1].append(work)
        elif work.moves:
            joined.append([work])
    return tuple(_stretch(part) for part in joined)


def _stretch(works: Sequence[Work]) -> Stretch:
    return Stretch(
        start=works[0].start,
        stop=works[-1].stop,
        groups=frozenset(w.group for w in works),
        hardest=100 * max(w.effort for w in works),
        fasted=any(w.fasted for w in works),
        fed=all(w.fed for w in works),
    )


def _usual(physiology: Physiology, bout: Bout) -> Usual:
    usual = physiology.usual.get(bout.movement)
    if usual is None:
        raise BoutError(_("'{name}' is no single bout of movement").format(name=bout.movement))
    return usual


def _asked(physiology: Physiology, bout: Bout, person: Person) -> tuple[float, Person]:
    """How hard a bout is, and for whom."""
    try:
        return percent_asked(physiology, _usual(physiology, bout), bout, person), person
    except IntensityError as error:
        raise BoutError(str(error)) from error


def _works(body: BodyModel, usual: Usual, bout: Bout, asked: tuple[float, Person]) -> Iterator[Work]:
    minutes = usual.minutes if bout.minutes is None else bout.minutes
    if minutes is None or minutes < 1 or bout.start < 0 or bout.repeats < 1:
        raise BoutError(_("a bout lasts at least a minute, and starts at minute 0 or later"))
    work = _work(body, usual, bout, asked)
    for turn in range(bout.repeats):
        start = bout.start + turn * bout.every
        if bout.climbs_to is None:
            yield replace(work, start=start, stop=start + minutes)
        else:
            yield from _climb(body, work, (bout.climbs_to, start, minutes), usual.levels)


def _work(body: BodyModel, usual: Usual, bout: Bout, asked: tuple[float, Person]) -> Work:
    percent, person = asked
    mass = 1.0 if person.mass is None else person.mass / body.body_mass.value
    effort = min(max(percent, 0.0), body.cap.value) / 100
    return Work(
        start=0,
        stop=0,
        effort=effort,
        muscle=usual.muscle * person.muscle_factor * mass if bout.muscle is None else bout.muscle,
        share=usual.share if bout.share is None else bout.share,
        sugar=body.carbohydrate.value if bout.fuel == "carbohydrate" else 1.0,
        store=body.fasted_store.value if bout.fuel == "fasted" and bout.store is None else bout.store,
        level=_level(body, effort, usual.levels),
        group=usual.group,
        fasted=bout.fuel == "fasted",
        fed=bout.fuel == "carbohydrate",
        exhausts=bout.exhausts,
    )


def _climb(body: BodyModel, work: Work, climb: tuple[float, int, int], levels: bool) -> Iterator[Work]:
    """A graded test: the effort rises evenly from one minute to the next."""
    top, start, minutes = climb
    for minute in range(minutes):
        effort = work.effort + (top / 100 - work.effort) * minute / max(minutes - 1, 1)
        at = start + minute
        yield replace(work, start=at, stop=at + 1, effort=effort, level=_level(body, effort, levels))


def _level(body: BodyModel, effort: float, levels: bool) -> float:
    """The share of its fuel that a muscle has used in the end: 1 from an intensity on, less below it."""
    if not levels:
        return 1.0
    return min(1.0, (effort / body.level_intensity.value) ** body.level_exponent.value)

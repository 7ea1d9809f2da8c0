"""(What is known, what is looked at) → the timeline: lines on one axis, bouts, doses, differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.records import Ref
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _
from bodymap.physiology.burst import resting
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.person import Person
from bodymap.physiology.result import Band
from bodymap.sights import PLAN
from bodymap.state import State
from bodymap.viewmodels.citations import short
from bodymap.viewmodels.curve_values import Asked, Curves, Line
from bodymap.viewmodels.curves import curves
from bodymap.viewmodels.timeline.asking import (
    DAY,
    WEEK,
    Extent,
    blocks_of,
    bouts_of,
    bouts_on,
    day_of,
    desk_day,
    extent_of,
    first_end,
    is_programme,
    person_of,
    planned_blocks,
    signals_in_view,
)
from bodymap.viewmodels.timeline.differing import differences
from bodymap.viewmodels.timeline.dosing import dose_of
from bodymap.viewmodels.timeline.resting import floor_words, leak_words
from bodymap.viewmodels.timeline.values import DayWords, Drawn, Part, Place, Timeline
from bodymap.viewmodels.timeline.weekly import week_words
from bodymap.viewmodels.topic import topic_of

MOST = 6
"""Lines shown at once; the rest is counted."""
COMPARABLE = 8.0
"""By so much, at most, the highest levels of two signals on one axis differ."""
_SITTING = Person("sedentary")


def timeline(known: tuple[Atlas, Anatomy, Physiology], state: State) -> Timeline:
    """What the panel of time shows, but for the minute."""
    atlas, anatomy, physiology = known
    bouts = bouts_of(physiology, state)
    planned = planned_blocks(physiology, state)
    blocks = tuple(p.block for p in planned)
    extent = extent_of(blocks, state, clock=day_of(physiology, state) is not None)
    seen = tuple(p for p in planned if p.block.start < extent.stop)
    asked = Asked(bouts, person_of(physiology, state), signals_in_view(*known, state), extent.stop)
    programme = is_programme(physiology, state)
    found = curves(atlas, physiology, asked) if asked.signals and not programme else _nothing(extent)
    mode = topic_of(atlas, anatomy, state).mode
    compared = mode != "exercise" or extent.is_week
    compared = compared or (state.day is not None and not _is_desk(physiology, state))
    cast = _Cast(state, extent, mode == "sedentary", bool(blocks))
    unit, drawn, more = cast.drawn(found, _still(atlas, physiology, found, asked) if compared else None)
    main = next((d.line.signal for d in drawn), "")
    until = WEEK if extent.is_week else DAY
    still = next((d.line for d in drawn if d.part == "still"), None)
    floor = _floor(physiology, still) if still else ""
    return Timeline(
        extent=extent,
        axis="level" if unit else "fold",
        unit=unit,
        drawn=drawn,
        more=more,
        told=found.told,
        blocks=tuple(p.block for p in seen),
        places=tuple(Place(p.what, p.place) for p in seen),
        plan=blocks_of(physiology, bouts_on(physiology, state, PLAN)),
        week=week_words((atlas, physiology), state, blocks, _moving(drawn)),
        spans=found.bouts,
        end=first_end(blocks),
        dose=dose_of(atlas, physiology, state),
        differences=differences(physiology, asked, main, until) if compared and main and blocks else (),
        day=_day_words(atlas, physiology, state, floor),
        floor=floor,
        leak=_leak(physiology, still, extent) if still else (),
        people=_people(asked.person),
        trouble=found.trouble or _silence(found, programme),
        names={b.movement: atlas.name_of(Ref("movement", b.movement)) for b in bouts},
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Chooses the lines that are shown, and their parts."""

    state: State
    extent: Extent
    sits: bool
    moves: bool

    def drawn(self, found: Curves, still: Line | None) -> tuple[str, tuple[Drawn, ...], int]:
        """The unit of the axis ("" for multiples of rest), the lines in order, and how many are left out."""
        lines = sorted(found.lines, key=self._weight)
        chosen = [line for line in lines if line.signal == self.state.focus.id]
        lines = [*chosen, *(line for line in lines if line not in chosen)]
        unit = (
            next((ln.unit for ln in lines if ln.level is not None), "") if self.state.axis == "level" else ""
        )
        fitting = _of_unit(lines, unit) if unit else lines
        if still is not None:
            return unit, self._compared(fitting, still, unit), 0
        shown = tuple(drawn(ln, "other" if n else "main", unit) for n, ln in enumerate(fitting[:MOST]))
        return unit, toned(shown), len(lines) - len(shown)

    def _compared(self, lines: Sequence[Line], still: Line, unit: str) -> tuple[Drawn, ...]:
        """The chosen signal twice: sitting, flat; and moving, as a ghost where only sitting is looked at."""
        moving = next((line for line in lines if line.signal == still.signal), None)
        if unit and still.level is None:
            return ()
        flat = drawn(still, "still", unit, _("sitting"))
        if moving is None or not self.moves:
            return (flat,)
        if self.sits:
            return (flat, drawn(moving, "ghost", unit, _("moving")))
        return (drawn(moving, "main", unit), flat)

    def _weight(self, line: Line) -> tuple[bool, float]:
        """The strongest first; what was not measured here last."""
        values = np.abs(np.log(line.fold[~np.isnan(line.fold)]))
        seen = any(part.drawn and part.start < self.extent.stop for part in line.parts[:1])
        return not seen, -float(values.max()) if values.size else 0.0


def drawn(line: Line, part: Part, unit: str, label: str = "") -> Drawn:
    """A line on an axis: of its unit, or of multiples of rest where that is ""."""
    words = label or line.name
    if unit and line.level is not None and line.level_low is not None and line.level_high is not None:
        return Drawn(line, part, words, line.level, line.level_low, line.level_high)
    return Drawn(line, part, words, line.fold, line.low, line.high)


def toned(shown: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """The lines with their tones: by their ids, so that no tone changes while a dial is dragged."""
    others = sorted(each.line.signal for each in shown[1:])
    return (*shown[:1], *(replace(d, tone=1 + others.index(d.line.signal)) for d in shown[1:]))


def _still(atlas: Atlas, physiology: Physiology, found: Curves, asked: Asked) -> Line | None:
    """The resting level of a sedentary life of the strongest signal with a curve: flat, never a release."""
    desk = desk_day(physiology)
    bouts: tuple[Bout, ...] = desk.bouts if desk else ()
    order = sorted(found.lines, key=lambda line: -float(np.nan_to_num(line.fold).max()))
    floors = [line.signal for line in found.lines if line.signal in physiology.floors]
    chosen = next(iter([*(s for s in asked.signals[:1] if s in physiology.curves), *floors]), "")
    signal = chosen or next((line.signal for line in order), "")
    if not signal:
        return None
    flat = curves(atlas, physiology, Asked(bouts, _SITTING, (signal,), asked.until))
    return next(iter(flat.lines), None)


def _of_unit(lines: Sequence[Line], unit: str) -> list[Line]:
    """The lines of a unit whose levels can be seen beside the first: the others would lie on the ground."""
    tops = [(float(np.nanmax(ln.level)), ln) for ln in lines if ln.level is not None and ln.unit == unit]
    return [line for top, line in tops if 1 / COMPARABLE <= top / max(tops[0][0], 1e-9) <= COMPARABLE]


def _moving(drawn: tuple[Drawn, ...]) -> Line | None:
    """The line that shows movement, where one is drawn."""
    return next((d.line for d in drawn if d.part != "still"), None)


def _nothing(extent: Extent) -> Curves:
    return Curves(np.arange(extent.stop + 1), (), (), ())


def _silence(found: Curves, programme: bool) -> str:
    """Why no line is shown; "" where there is one."""
    if programme:
        return _("This is no single bout, so no course follows it: its card says what weeks of it change.")
    if found.lines:
        return ""
    if found.told:
        return _("What is known of these signals over time is known in words only.")
    return _("No signal in view has a course over time.")


def _is_desk(physiology: Physiology, state: State) -> bool:
    desk = desk_day(physiology)
    return desk is not None and desk.id == state.day and state.blocks is None


def _day_words(atlas: Atlas, physiology: Physiology, state: State, floor: str) -> DayWords | None:
    day = day_of(physiology, state)
    if day is None:
        return None
    known = (atlas.references[r] for r in day.references if r in atlas.references)
    sources = tuple(short(r) for r in known)
    return DayWords(day.id, day.name, day.words, sources, state.blocks is not None, floor)


def _floor(physiology: Physiology, still: Line) -> str:
    """What a flat line says of rest; nothing where nobody compared."""
    known = resting(physiology, still.signal)
    if known is None:
        return ""
    single = Band(float(still.fold[0]), float(still.low[0]), float(still.high[0]))
    return floor_words(still.name, known[1], single)


def _leak(physiology: Physiology, still: Line, extent: Extent) -> tuple[str, ...]:
    known = resting(physiology, still.signal)
    return () if known is None else leak_words(known[1], week=extent.is_week)


def _people(person: Person) -> tuple[str, str]:
    """Whose numbers stand side by side: an active and a sedentary person's, or one person's two days."""
    if person.lifestyle == "active":
        return _("active"), _("sedentary")
    return _("moving"), _("sitting")

"""A week in words: what each of its days is, and what is known of bouts that come again."""

from __future__ import annotations

from itertools import groupby

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.physiology.burst import NOISE
from bodymap.physiology.knowledge import Physiology
from bodymap.sights import PLAN
from bodymap.state import Block, State, days_of, repeat_of
from bodymap.viewmodels.curve_values import Line
from bodymap.viewmodels.timeline.asking import DAY, blocks_of, bouts_on, is_programme
from bodymap.viewmodels.timeline.moments import day_name, long_words
from bodymap.viewmodels.timeline.readings import rounded
from bodymap.viewmodels.timeline.values import DayCell, WeekWords

Known = tuple[Atlas, Physiology]


def week_words(known: Known, state: State, blocks: tuple[Block, ...], main: Line | None) -> WeekWords:
    """The seven days, and what is to be said of `main`, the line shown, over the days of its `blocks`."""
    cells = tuple(_cell(known, state, n, what) for n, what in enumerate(days_of(state.week)))
    plan, repeat = _cell(known, state, 0, PLAN).words[0], repeat_of(state.week)
    begins = [next(day).start for _n, day in groupby(blocks, lambda block: block.start // DAY)]
    again = begins[1] if len(begins) > 1 else None
    bursts = _bursts(known[1], main)
    if again is None or main is None or not _is_guess(main, again):
        return WeekWords(cells, plan, repeat, bursts=bursts)
    day = day_name(again // DAY)
    caption = _("extrapolated from {day} on").format(day=day)
    said = _("From {day} on extrapolated: no study measured a week of bouts.").format(day=day)
    note = f"{said} {_carried(known[1], main, begins)}".strip()
    return WeekWords(cells, plan, repeat, caption, note, bursts)


def _cell(known: Known, state: State, day: int, what: str) -> DayCell:
    """A day: its longest movement, how long or how often; or that people sit."""
    atlas, physiology = known
    blocks = blocks_of(physiology, bouts_on(physiology, state, what))
    name = day_name(day, whole=True)
    if what == PLAN and is_programme(physiology, state):
        return DayCell(name, what, (_("no single bout"), "–"), moves=False)
    if not blocks:
        return DayCell(name, what, (_("sitting"), "–"), moves=False)
    longest = max(blocks, key=lambda block: block.minutes)
    movement = atlas.name_of(Ref("movement", longest.movement))
    often = sum(block.movement == longest.movement for block in blocks)
    amount, shortest = long_words(longest.minutes), _("{n}′").format(n=longest.minutes)
    if often > 1:
        amount = _("{n} × {time}").format(n=often, time=amount)
        shortest = _("{n}×{time}").format(n=often, time=shortest)
    words = _("{movement}, {amount}").format(movement=movement, amount=amount)
    if len(blocks) > often:
        words = _("{movement} and more").format(movement=words)
    return DayCell(name, what, (words, movement, amount, shortest), moves=True)


def _bursts(physiology: Physiology, line: Line | None) -> str:
    """What "burst hours" counts; "" for a signal without a curve."""
    curve = physiology.curves.get(line.signal) if line else None
    if line is None or curve is None:
        return ""
    said = _("Burst hours: {signal} lies more than {percent:.0f} % above its own rest; less may be chance.")
    return said.format(signal=line.name, percent=100 * NOISE * curve.wobble.value)


def _is_guess(line: Line, minute: int) -> bool:
    return any(part.status == "extrapolated" and part.start <= minute < part.stop for part in line.parts)


def _carried(physiology: Physiology, line: Line, begins: list[int]) -> str:
    """Whether a burst is over when the next day's begins."""
    curve = physiology.curves.get(line.signal)
    left = [float(line.fold[minute]) - line.floor for minute in begins[1:] if minute < len(line.fold)]
    if curve is None or not left:
        return ""
    most = max(left)
    if most <= NOISE * curve.wobble.value:
        return _("In the model each burst is over before the next.")
    return _("In the model ×{n} is left of each burst when the next begins.").format(n=rounded(1 + most))

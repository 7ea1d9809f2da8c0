"""`bodymap simulate`: levels in blood after bouts of movement, as JSON or CSV; the fit; needs no Qt."""

from __future__ import annotations

import csv
import json
import math
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bodymap.atlas.reading import read_library
from bodymap.cli.arguments import UsageError, unknown
from bodymap.loading.pack_folders import pack_folders
from bodymap.loading.shipped import shipped
from bodymap.sights import DAYS_OF_WEEK

if TYPE_CHECKING:
    from bodymap.atlas.atlas import Atlas
    from bodymap.atlas.kinetic_records import Bout, Fuel
    from bodymap.cli.bout_words import BoutWord
    from bodymap.physiology.knowledge import Physiology
    from bodymap.physiology.result import Result, Trace
    from bodymap.physiology.steps import Array
    from bodymap.physiology.weeks import HabitCourse, Weeks

_DIGITS = 5
_DAYS = 3
"""Shown where nothing repeats and no last minute is asked for."""


def simulate(chosen: Namespace) -> int:
    """Print what was asked for; 1 where there is nothing to simulate with."""
    from bodymap.physiology.knowledge import read_physiology

    packs = pack_folders(chosen.data)
    atlas = read_library(packs).atlas
    physiology = read_physiology(packs, atlas)
    if physiology.body is None or not physiology.curves:
        sys.stderr.write("bodymap: there are no curves in the data; `bodymap check` says why\n")
        return 1
    if chosen.fit:
        return _fit(physiology)
    if chosen.validate:
        from bodymap.physiology.fit_table import fit_page

        sys.stdout.write(f"{fit_page(physiology)}\n")
        return 0
    if chosen.weeks:
        return _weeks(physiology, chosen)
    if chosen.reach:
        return _reach(physiology, chosen)
    result = _result(physiology, atlas, chosen)
    if chosen.csv:
        _write_csv(result)
    else:
        json.dump(as_object(result), sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")
    return 0


def as_object(result: Result) -> dict[str, Any]:
    """What `--json` prints: for each signal its status, unit and values for every minute, None for a gap."""
    minutes = result.minutes.tolist()
    return {"signals": {i: _signal(trace, minutes) for i, trace in result.traces.items()}}


def _signal(trace: Trace, minutes: list[int]) -> dict[str, Any]:
    level = trace.level
    return {
        "status": trace.status,
        "unit": trace.unit or None,
        "segments": [[s.start, s.stop, s.status] for s in trace.segments],
        "minutes": minutes,
        "fold": _numbers(trace.fold),
        "low": _numbers(trace.low),
        "high": _numbers(trace.high),
        "level": [None] * len(minutes) if level is None else _numbers(level),
        "burst": _burst(trace),
    }


def _burst(trace: Trace) -> dict[str, float | None]:
    """What lies above the own rest: its area in multiples of rest × hours, and its hours."""
    from bodymap.physiology.burst import burst

    found = burst(trace)
    parts = {"area": found.area, "hours": found.hours}
    return {name: None if value is None else float(f"{value:.{_DIGITS}g}") for name, value in parts.items()}


def _numbers(values: Array) -> list[float | None]:
    return [None if math.isnan(v) else float(f"{v:.{_DIGITS}g}") for v in values.tolist()]


def _write_csv(result: Result) -> None:
    """A row for each signal and minute; nothing stands where nothing was measured."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["signal", "minute", "status", "fold", "low", "high", "level", "unit"])
    for trace in result.traces.values():
        status = [s.status for s in trace.segments for _ in range(s.stop - s.start)]
        status.append(trace.segments[-1].status)
        columns = [_numbers(c) for c in (trace.fold, trace.low, trace.high)]
        level = trace.level
        columns.append([None] * len(status) if level is None else _numbers(level))
        for minute, row in enumerate(zip(*columns, strict=True)):
            writer.writerow([trace.signal, minute, status[minute], *row, trace.unit])


def _result(physiology: Physiology, atlas: Atlas, chosen: Namespace) -> Result:
    from bodymap.physiology.burst import DAY
    from bodymap.physiology.person import Person
    from bodymap.physiology.simulation import simulate as run
    from bodymap.physiology.work import BoutError

    if chosen.repeat and not chosen.bout:
        raise UsageError("--repeat: nothing is repeated; name what is done, such as --bout running")
    once = [_bout(physiology, atlas, word, chosen.fuel) for word in chosen.bout]
    days = chosen.repeat or (0,)
    bouts = [replace(bout, start=bout.start + day * DAY) for day in days for bout in once]
    until = chosen.until or (DAYS_OF_WEEK if chosen.repeat else _DAYS) * DAY
    signals = _signals(physiology, chosen.signals)
    person = Person(chosen.person, chosen.mass, vo2max=chosen.vo2max)
    try:
        return run(physiology, bouts, person, until, signals)
    except BoutError as error:
        raise UsageError(f"--bout: {error}") from error


def _bout(physiology: Physiology, atlas: Atlas, word: BoutWord, fuel: Fuel) -> Bout:
    """The bout that words mean; UsageError where the movement is unknown, or is a programme of weeks."""
    from bodymap.atlas.kinetic_records import Bout

    usual = {i: u for i, u in physiology.usual.items() if not u.laboratory}
    if word.movement not in usual:
        if word.movement in atlas.movements:
            raise UsageError(f"'{word.movement}' is a programme of weeks, not a single bout")
        raise UsageError(unknown(f"movement '{word.movement}'", word.movement, usual))
    return Bout(word.movement, word.start, word.minutes, word.intensity, word.met, fuel=fuel)


def _signals(physiology: Physiology, names: Sequence[str] | None) -> tuple[str, ...] | None:
    for name in names or ():
        if name not in physiology.signals:
            raise UsageError(unknown(f"signal '{name}'", name, physiology.signals))
    return None if names is None else tuple(dict.fromkeys(names))


def _weeks(physiology: Physiology, chosen: Namespace) -> int:
    """Print resting levels over weeks of training and of sitting; None stands where no one measured."""
    from bodymap.physiology.weeks import over_weeks

    signals = _signals(physiology, chosen.signals) or physiology.signals
    found = {i: over_weeks(physiology, i, chosen.weeks) for i in signals}
    shown = {i: _over_weeks(weeks) for i, weeks in found.items() if weeks.known or chosen.signals}
    json.dump({"weeks": list(range(chosen.weeks + 1)), "signals": shown}, sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 0


def _over_weeks(weeks: Weeks) -> dict[str, Any]:
    lasting = weeks.lasting
    return {
        "training": _habit(weeks.training),
        "sitting": _habit(weeks.sitting),
        "lasting_sitting_against_active": lasting and lasting._asdict(),
    }


def _habit(course: HabitCourse) -> dict[str, Any]:
    keys = ("weeks", "fold", "low", "high", "n", "what", "people", "words", "references")
    return {
        "fold": _numbers(course.fold),
        "studies": [{k: getattr(study, k) for k in keys} for study in course.studies],
    }


def _reach(physiology: Physiology, chosen: Namespace) -> int:
    """Print, for each movement at its usual intensity, the minutes to a level, or why there are none."""
    from bodymap.physiology.needed import LevelError, fold_of, needed
    from bodymap.physiology.person import Person

    signal, level, unit = chosen.reach
    _signals(physiology, [signal])
    try:
        fold = fold_of(physiology, signal, level, unit) if unit else level
        found = needed(physiology, signal, fold, Person(chosen.person, chosen.mass))
    except LevelError as error:
        raise UsageError(f"--reach: {error}") from error
    rows = [{k: v for k in n.__slots__ if (v := getattr(n, k)) is not None} for n in found]
    json.dump({"signal": signal, "fold": fold, "movements": rows}, sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 0


def _fit(physiology: Physiology) -> int:
    from bodymap.physiology.fit_writing import write_fit
    from bodymap.physiology.fitting import fitted

    def told(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    if physiology.rules is None:
        sys.stderr.write("bodymap: there is no data/physiology/fit.yaml to fit by\n")
        return 1
    write_fit(shipped("data", "physiology"), physiology, fitted(physiology, physiology.rules, told))
    return 0

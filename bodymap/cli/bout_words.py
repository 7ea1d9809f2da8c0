"""The words of `bodymap simulate`: bouts, fuel, person and what to print."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NamedTuple

from bodymap.sights import REPEATS

_BOUT = re.compile(r"([^:@]+)(?::([^:@]*)(?::([^:@]*))?)?(?:@([^:@]*))?\Z")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOST_WEEKS = 520
_LONGEST = 14 * 24 * 60
"""Minutes; nothing was measured later."""


class BoutWord(NamedTuple):
    """`MOVEMENT[:INTENSITY[:MINUTES[@START]]]` taken apart; None is the movement's usual.

    How hard is `intensity` (% of VO2max), or `met`.
    """

    movement: str
    intensity: float | None
    met: float | None
    minutes: int | None
    start: int


def add_simulation(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bodymap simulate` to its parser."""
    add = parser.add_argument
    add(
        "--bout",
        action="append",
        default=[],
        type=_bout,
        metavar="MOVEMENT[:INTENSITY[:MINUTES[@START]]]",
        help="what is done: %% of VO2max or MET (75, 3.5MET), minutes, its start; may stand more than once",
    )
    add(
        "--repeat",
        type=_repeat,
        metavar="DAYS",
        help="do all bouts on these days: daily, every-other-day, weekdays, or days like mon,wed,fri",
    )
    add("--fuel", choices=("fasted", "normal", "carbohydrate"), default="normal", help="of all bouts")
    add("--person", choices=("sedentary", "active"), default="active")
    add("--mass", type=_mass, metavar="KG", help="body mass; without it, the reference man's")
    add("--vo2max", type=_fitness, metavar="ML", help="ml/kg/min, for MET; without it, the reference man's")
    add("--signals", type=_names, metavar="A,B,…", help="only these, such as il6,il1ra")
    add(
        "--until",
        type=_until,
        metavar="MINUTE",
        help="the last minute; default 4320 (72 h), with --repeat 10080 (the week)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as one object; this is the default")
    form.add_argument("--csv", action="store_true", help="as a table, a row for each signal and minute")
    form.add_argument(
        "--reach",
        type=_reach,
        metavar="SIGNAL:LEVEL",
        help="how long each movement takes to a level: multiples of rest (il6:5), or a unit (il6:20pg/ml)",
    )
    form.add_argument(
        "--weeks",
        type=_weeks,
        metavar="N",
        help="resting levels over weeks of training and of sitting instead",
    )
    form.add_argument("--validate", action="store_true", help="print every measured number beside the model")
    form.add_argument("--fit", action="store_true", help="fit again, and write the numbers into the data")
    add("--data", action="append", default=[], type=Path, metavar="DIR", help="read a folder of data too")


def _bout(word: str) -> BoutWord:
    found = _BOUT.match(word.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"'{word}' is not a bout like running:75:150@60")
    movement, intensity, minutes, start = found.groups()
    met = re.fullmatch(r"(.*?)\s*METs?", (intensity or "").strip(), re.IGNORECASE)
    percent = None if met else intensity
    return BoutWord(
        movement.strip(),
        _number(word, percent, "an intensity in % of VO2max", (1, 200)),
        _number(word, met[1] or "?", "an intensity in MET", (1, 25)) if met else None,
        _whole(word, minutes, "minutes", (1, _LONGEST)),
        _whole(word, start, "a start in minutes", (0, _LONGEST)) or 0,
    )


def _repeat(word: str) -> tuple[int, ...]:
    """Days of a week, from 0 for Monday, in their order."""
    asked = word.strip().lower()
    if asked in REPEATS:
        return REPEATS[asked]
    days = [day.strip() for day in asked.split(",") if day.strip()]
    strange = [day for day in days if day not in _DAYS]
    if strange or not days:
        what = f"'{strange[0]}' is no day" if strange else "no day is named"
        names = ", ".join(REPEATS)
        raise argparse.ArgumentTypeError(f"{what}; write {names}, or days like mon,wed,fri")
    return tuple(sorted({_DAYS.index(day) for day in days}))


def _number(word: str, text: str | None, what: str, ends: tuple[float, float]) -> float | None:
    if not text:
        return None
    low, high = ends
    try:
        value = float(text.removesuffix("%"))
    except ValueError:
        value = -1.0
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"'{word}': '{text}' is not {what} from {low:g} to {high:g}")
    return value


def _whole(word: str, text: str | None, what: str, ends: tuple[int, int]) -> int | None:
    value = _number(word, text, what, ends)
    if value is not None and value != int(value):
        raise argparse.ArgumentTypeError(f"'{word}': '{text}' is not a whole number")
    return None if value is None else int(value)


def _names(word: str) -> tuple[str, ...]:
    return tuple(n.strip() for n in word.split(",") if n.strip())


def _reach(word: str) -> tuple[str, float, str]:
    """A signal, a level, and its unit; no unit means multiples of rest."""
    found = re.fullmatch(r"([^:]+):\s*([0-9]+(?:\.[0-9]+)?)\s*(.*)", word.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"'{word}' is not a signal and a level like il6:5 or il6:20pg/ml")
    return found[1].strip(), float(found[2]), found[3].strip()


def _weeks(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= _MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"'{word}' is not a number of weeks from 1 to {_MOST_WEEKS}")
    return int(word)


def _until(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= _LONGEST:
        raise argparse.ArgumentTypeError(f"'{word}' is not a minute from 1 to {_LONGEST}")
    return int(word)


def _fitness(word: str) -> float:
    value = _number(word, word, "a maximal oxygen uptake in ml/kg/min", (10, 100))
    assert value is not None
    return value


def _mass(word: str) -> float:
    value = _number(word, word, "a body mass in kg", (20, 300))
    assert value is not None
    return value

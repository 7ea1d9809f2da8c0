"""Findings and pairs whose numbers contradict themselves, their measure or their unit."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.entries import Entry
from bodymap.atlas.links import Links
from bodymap.atlas.measures import is_ratio, usual_spelling
from bodymap.atlas.records import Contrast, Finding
from bodymap.loading.yaml_places import Loc

_NUMBERS = ("value", "low", "high")
_ALL = -100.0
"""Per cent: nothing falls by more than all of it."""


def checked_finding(links: Links, entry: Entry, finding: Finding) -> Finding:
    """A finding without an interval that cannot be; tells what else is wrong with its numbers."""
    if finding.value is None and not finding.words.strip():
        links.tell(entry, (), "this finding has neither a 'value' nor 'words'", "wrong-type")
    check_unit(links, entry, finding)
    if is_ratio(finding.measure):
        _ratio(links, entry, finding)
    elif finding.unit == "%":
        _percent(links, entry, finding)
    return _interval(links, entry, finding)


def check_unit(links: Links, entry: Entry, record: Finding | Contrast) -> None:
    """Tell a unit that is spelt otherwise everywhere else."""
    usual = usual_spelling(record.unit)
    if usual != record.unit:
        links.tell(entry, ("unit",), f"the unit '{record.unit}' is written '{usual}'", "wrong-unit")


def _ratio(links: Links, entry: Entry, finding: Finding) -> None:
    if finding.unit:
        what = f"'{finding.measure}' is a ratio and has no unit, not '{finding.unit}'"
        links.tell(entry, ("unit",), what, "wrong-unit")
    for name in _NUMBERS:
        number = getattr(finding, name)
        if number is not None and number <= 0:
            what = f"'{name}' is {number:g}; a ratio such as '{finding.measure}' is above 0"
            links.tell(entry, (name,), what, "impossible-number")


def _percent(links: Links, entry: Entry, finding: Finding) -> None:
    falls = "-%" in finding.measure  # "risk -%" writes a fall without its minus
    for name in _NUMBERS:
        number = getattr(finding, name)
        fall = number if number is None or not falls else -number
        if fall is not None and fall < _ALL:
            what = f"'{name}' is {number:g} %; nothing falls by more than 100 %"
            links.tell(entry, (name,), what, "impossible-number")


def _interval(links: Links, entry: Entry, finding: Finding) -> Finding:
    wrong = _contradiction(finding)
    if wrong is None:
        return finding
    loc, what = wrong
    links.tell(entry, loc, what, "impossible-number")
    return replace(finding, low=None, high=None)


def _contradiction(finding: Finding) -> tuple[Loc, str] | None:
    low, high, value = finding.low, finding.high, finding.value
    if low is not None and high is not None and low > high:
        return ("low",), f"'low' is {low:g}, above 'high', {high:g}"
    if value is not None and low is not None and value < low:
        return ("value",), f"'value' is {value:g}, below 'low', {low:g}"
    if value is not None and high is not None and value > high:
        return ("value",), f"'value' is {value:g}, above 'high', {high:g}"
    return None

"""What a resting level says against that of active people: only as much as its interval allows."""

from __future__ import annotations

from bodymap.i18n import _
from bodymap.physiology.result import Band
from bodymap.viewmodels.timeline.readings import rounded


def is_clear(band: Band, rest: float = 1.0) -> bool:
    """Whether a whole band lies on one side of a resting level."""
    return band.low > rest or band.high < rest


def verdict(band: Band, rest: float = 1.0) -> str:
    """How a resting level stands against that of active people: "not clearly higher than in …"."""
    if band.low > rest:
        return _("higher than in active people")
    if band.high < rest:
        return _("lower than in active people")
    if abs(band.value - rest) < 0.005:
        return _("as in active people")
    if band.value > rest:
        return _("not clearly higher than in active people")
    return _("not clearly lower than in active people")


def floor_words(signal: str, mean: Band, single: Band) -> str:
    """What follows of a sedentary life's resting level from its `mean` and from `single` values."""
    form = _("Sedentary {signal} at rest: on average ×{value} ({low}–{high}), {verdict}.")
    value, low, high = (f"{n:.2f}" for n in mean)
    said = form.format(signal=signal, value=value, low=low, high=high, verdict=verdict(mean))
    if is_clear(single) or not is_clear(mean):
        return said
    overlap = _("Single values overlap ({low}–{high}).")
    return f"{said} {overlap.format(low=rounded(single.low), high=rounded(single.high))}"


def leak_words(mean: Band, *, week: bool = False) -> tuple[str, ...]:
    """What a flat line of sitting means, in a day or a `week`, to stand beside it: the longest words first.

    Nothing where the interval leaves it open.
    """
    if not is_clear(mean):
        return ()
    value, low, high = (round(100 * (n - 1)) for n in mean)
    forms = _below(week) if value < 0 else _above(week)
    ends = sorted((abs(low), abs(high)))
    return tuple(form.format(n=abs(value), low=ends[0], high=ends[1]) for form in forms)


def _above(week: bool) -> tuple[str, ...]:
    if week:
        return (
            _("sedentary: at rest {n} % above active people ({low}–{high} %), all week long"),
            _("sedentary: {n} % above active, all week"),
            _("{n} % above, all week"),
        )
    return (
        _("sedentary: at rest {n} % above active people ({low}–{high} %), all day long"),
        _("sedentary: {n} % above active, all day"),
        _("{n} % above, all day"),
    )


def _below(week: bool) -> tuple[str, ...]:
    if week:
        return (
            _("sedentary: at rest {n} % below active people ({low}–{high} %), all week long"),
            _("{n} % below, all week"),
        )
    return (
        _("sedentary: at rest {n} % below active people ({low}–{high} %), all day long"),
        _("{n} % below, all day"),
    )

"""The part of the action table that is about time: the panel, playing, doses and days."""

from __future__ import annotations

from dataclasses import replace

from bodymap.i18n import _
from bodymap.sights import REPEATS
from bodymap.state import FUELS, PERSONS, SPANS, Fuel, Person, Span, repeat_of, repeated
from bodymap.store import Store
from bodymap.ui.action_values import Action, TimeDeeds


def time_actions(store: Store, deeds: TimeDeeds) -> tuple[Action, ...]:
    """Open, play, step, choose; greyed until the courses were read.

    No plain letters: on the body they jump to a region by its name.
    """
    group, later = _("Time"), _("the courses are still being read")
    panel = Action("time", _("Time"), group, deeds.panel, ("F8",), "time", also=(_("curves over time"),))
    own = (
        Action("play", _("Play or stop"), group, deeds.play, ("F9",), "play"),
        Action("time-earlier", _("Ten minutes earlier"), group, deeds.earlier, ("[",)),
        Action("time-later", _("Ten minutes later"), group, deeds.later, ("]",)),
        Action("time-start", _("To the start"), group, deeds.start, ("Shift+Home",), "to-start"),
        Action("time-end", _("To the end"), group, deeds.end, ("Shift+End",), "to-end"),
        Action("speed", _("Next speed"), group, deeds.speed, ("Shift+F9",)),
        Action(
            "takes",
            _("What would it take?"),
            group,
            deeds.takes,
            ("Ctrl+H",),
            also=(_("how long, how much"),),
        ),
        Action("weeks", _("Over weeks …"), group, deeds.weeks, ("Ctrl+J",)),
        Action("time-notes", _("Notes to the curves"), group, deeds.notes),
        Action("copy-curves", _("Copy the data of the curves"), group, deeds.copy, ("Ctrl+Shift+D",), "copy"),
        Action(
            "save-curves", _("Save the data of the curves …"), group, deeds.save, ("Ctrl+Shift+S",), "save"
        ),
    )
    ready = tuple(a._replace(enabled=deeds.is_ready, reason=later) for a in own)
    measured = Action("measured", _("Measured points"), group, lambda: _flip(store), ("Ctrl+M",))
    axis = Action("axis", _("Concentrations"), group, lambda: _other_axis(store), ("Ctrl+L",))
    return (
        panel,
        *ready,
        measured._replace(checked=lambda: store.state.measured),
        axis._replace(checked=lambda: store.state.axis == "level"),
        *_span_actions(store),
        *_dose_actions(store),
        *_day_actions(store, deeds),
        *_week_actions(store),
    )


def _span_actions(store: Store) -> tuple[Action, ...]:
    words: dict[Span, str] = {"2h": _("To 2 h after"), "24h": _("24 hours"), "72h": _("72 hours")}
    words["week"] = _("Seven days")
    return tuple(
        Action(
            f"span-{span}",
            words[span],
            _("Time"),
            lambda span=span: store.set(span=span),
            checked=lambda span=span: store.state.span == span,
        )
        for span in SPANS
    )


def _dose_actions(store: Store) -> tuple[Action, ...]:
    group = _("Dose")
    fuels: dict[Fuel, str] = {
        "fasted": _("Fasted"),
        "normal": _("Normal food"),
        "carbohydrate": _("Sugar drink on the way"),
    }
    people: dict[Person, str] = {"active": _("Active person"), "sedentary": _("Sedentary person")}
    usual = Action("usual-dose", _("Usual dose"), group, lambda: _usual(store), ("Ctrl+U",))
    return (
        usual._replace(
            enabled=lambda: (store.state.intensity, store.state.minutes) != (None, None),
            reason=_("the usual dose is shown"),
        ),
        *(
            Action(
                f"fuel-{fuel}",
                fuels[fuel],
                group,
                lambda fuel=fuel: store.set(fuel=fuel),
                checked=lambda fuel=fuel: store.state.fuel == fuel,
            )
            for fuel in FUELS
        ),
        *(
            Action(
                f"person-{person}",
                people[person],
                group,
                lambda person=person: store.set(person=person),
                checked=lambda person=person: store.state.person == person,
            )
            for person in PERSONS
        ),
    )


def _day_actions(store: Store, deeds: TimeDeeds) -> tuple[Action, ...]:
    group, none = _("Day"), _("no day is shown")
    day = Action(
        "day", _("Ready days …"), group, deeds.days, ("Ctrl+D",), also=(_("day planner"), _("plan a day"))
    )
    own = (
        Action("day-about", _("About this day"), group, deeds.about_day, ("Ctrl+B",)),
        Action("day-add", _("Add a movement to the day …"), group, deeds.add, ("Ins",)),
    )
    restore = Action("day-restore", _("The day as it was"), group, deeds.restore)
    return (
        day._replace(enabled=deeds.is_ready, reason=_("the days are still being read")),
        *(a._replace(enabled=lambda: store.state.day is not None, reason=none) for a in own),
        restore._replace(
            enabled=lambda: store.state.blocks is not None or bool(store.state.own_days),
            reason=_("nothing was changed"),
        ),
    )


def _week_actions(store: Store) -> tuple[Action, ...]:
    """How often in a week; which days, one by one, is chosen above the curves."""
    words = (_("Just once"), _("Every day"), _("Every other day"), _("Weekdays"))
    keys: dict[str, tuple[str, ...]] = {"daily": ("Ctrl+E",)}
    return tuple(
        Action(
            f"repeat-{name}",
            said,
            _("Week"),
            lambda name=name: store.put(replace(repeated(store.state, name), time_open=True)),
            keys.get(name, ()),
            checked=lambda name=name: repeat_of(store.state.week) == name,
        )
        for name, said in zip(REPEATS, words, strict=True)
    )


def _flip(store: Store) -> None:
    store.set(measured=not store.state.measured)


def _other_axis(store: Store) -> None:
    store.set(axis="fold" if store.state.axis == "level" else "level")


def _usual(store: Store) -> None:
    store.set(intensity=None, minutes=None)

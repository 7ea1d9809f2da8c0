"""What no file of physiology can say alone: links that lead somewhere, numbers with a source.

As in `cross_checks`, a record is kept without its bad part, or left out where it could not be used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from bodymap.atlas.entries import Entry
from bodymap.atlas.fit_records import Expectation, FitRules, Freedom, LeftOut
from bodymap.atlas.kinetic_records import (
    LEADER,
    BodyModel,
    Bout,
    Course,
    Curve,
    Day,
    Effort,
    Floor,
    Habit,
    Parameter,
    Point,
    Telling,
)
from bodymap.atlas.links import Links
from bodymap.atlas.records import Movement, Reference, Signal
from bodymap.loading.yaml_places import Loc

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LEAST: Mapping[str, float] = MappingProxyType(
    {"rise": 0.5, "fall": 0.5, "band": 1.0, "wobble": 0.0, "use": 1.0, "refill": 1.0}
)
"""The least value of a parameter: a time shorter than half a step cannot be followed, a band is a factor."""
_NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "exhaustion": ("alpha",),
        "work": ("alpha", "threshold"),
        "instant": ("alpha", "threshold"),
        "follows-il6": (),
    }
)
"""The parameters that a drive needs beside those of every curve."""


class KineticCheck:
    """Looks at one record of physiology after the other in the light of all."""

    def __init__(self, links: Links) -> None:
        self.links = links

    def record(self, entry: Entry) -> Any:
        """The record, mended where it must be; None where it cannot be used."""
        checks: dict[type, Callable[[Entry, Any], Any]] = {
            Curve: self._curve,
            BodyModel: self._parameters,
            Effort: self._effort,
            Telling: self._signal,
            Floor: self._signal,
            Habit: self._habit,
            Course: self._course,
            Expectation: self._expectation,
            Freedom: self._freedom,
            FitRules: self._rules,
            LeftOut: self._left_out,
            Day: self._day,
        }
        return checks[type(entry.record)](entry, entry.record)

    def _curve(self, entry: Entry, curve: Curve) -> Curve | None:
        leads = self.links.leads(entry, Signal, curve.id, ("id",))
        for name in _NEEDS[curve.drive]:
            if getattr(curve, name) is None:
                self.links.tell(
                    entry, ("drive",), f"a curve driven by {curve.drive} needs '{name}'", "missing-key"
                )
                leads = False
        leads &= self._follows(entry, curve)
        span = curve.measured
        if span.easiest > span.hardest:
            what = f"'easiest' is {span.easiest:g}, above 'hardest', {span.hardest:g}"
            self.links.tell(entry, ("measured", "easiest"), what)
            leads = False
        if span.shortest > span.longest:
            what = f"'shortest' is {span.shortest}, above 'longest', {span.longest}"
            self.links.tell(entry, ("measured", "shortest"), what)
            leads = False
        self.links.existing(entry, Course, span.courses, ("measured", "courses"))
        return self._parameters(entry, curve) if leads else None

    def _follows(self, entry: Entry, curve: Curve) -> bool:
        """Whether the curve that this one follows is there, and another one."""
        if curve.drive != "follows-il6":
            return True
        if curve.id != LEADER:
            return self.links.leads(entry, Curve, LEADER, ("drive",))
        self.links.tell(entry, ("drive",), f"the curve '{LEADER}' would follow itself")
        return False

    def _parameters(self, entry: Entry, record: Any) -> Any:
        """The record with the sources of its parameters; None where one stands without what it needs."""
        mended: dict[str, Parameter] = {}
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, Parameter):
                found = self._parameter(entry, value, (field.name,))
                if found is None:
                    return None
                mended[field.name] = found
        return replace(record, **mended)

    def _parameter(self, entry: Entry, parameter: Parameter, at: Loc) -> Parameter | None:
        references = self.links.carrying(entry, parameter.references, (*at, "references"))
        courses = self.links.existing(entry, Course, parameter.courses, (*at, "courses"))
        name = str(at[-1])
        if name in _LEAST and parameter.value < _LEAST[name]:
            what = f"'{name}' is {parameter.value:g}; it is at least {_LEAST[name]:g}"
            self.links.tell(entry, (*at, "value"), what)
            return None
        if parameter.kind != "assumed" and not references and not courses:
            if not parameter.references and not parameter.courses:
                what = f"a number that is {parameter.kind} names a reference or a course"
                self.links.tell(entry, (*at, "kind"), what, "no-reference")
            return None
        return replace(parameter, references=references, courses=courses)

    def _effort(self, entry: Entry, effort: Effort) -> Effort | None:
        if not effort.laboratory and not self.links.leads(entry, Movement, effort.id, ("id",)):
            return None
        if not 0 <= effort.share <= 1:
            self.links.tell(
                entry,
                ("share",),
                f"'share' is {effort.share:g}; it lies between 0 and 1",
                "impossible-number",
            )
            return None
        if effort.muscle < 0:
            self.links.tell(
                entry, ("muscle",), f"'muscle' is {effort.muscle:g} kg; it is at least 0", "impossible-number"
            )
            return None
        return replace(effort, references=self.links.carrying(entry, effort.references))

    def _signal(self, entry: Entry, record: Telling | Floor) -> Any:
        leads = self.links.leads(entry, Signal, record.id, ("id",))
        if isinstance(record, Floor):
            if not record.low <= record.sedentary.value <= record.high:
                what = f"'value' is {record.sedentary.value:g}, not from 'low' to 'high'"
                self.links.tell(entry, ("sedentary", "value"), what)
                return None
            return self._parameters(entry, record) if leads else None
        references = self._sources(entry, record.references) if record.measured else ()
        return (
            replace(record, references=references) if leads and (references or not record.measured) else None
        )

    def _habit(self, entry: Entry, habit: Habit) -> Habit | None:
        self._named(entry, habit.id)
        leads = self.links.leads(entry, Signal, habit.signal, ("signal",))
        references = self._sources(entry, habit.references)
        if habit.weeks <= 0:
            self.links.tell(entry, ("weeks",), f"'weeks' is {habit.weeks:g}; it is above 0")
            leads = False
        low, high = habit.low or habit.fold, habit.high or habit.fold
        if habit.fold is not None and not 0 < (low or 0) <= habit.fold <= (high or 0):
            self.links.tell(
                entry, ("fold",), f"'fold' is {habit.fold:g}; it is above 0, from 'low' to 'high'"
            )
            leads = False
        return replace(habit, references=references) if leads and references else None

    def _course(self, entry: Entry, course: Course) -> Course | None:
        self._named(entry, course.id)
        leads = self.links.leads(entry, Signal, course.signal, ("signal",))
        leads &= self._bouts(entry, course.bouts, "bouts")
        references = self._sources(entry, course.references)
        if course.n is not None and course.n < 1:
            self.links.tell(
                entry, ("n",), f"'n' is {course.n}; it counts people and is at least 1", "impossible-number"
            )
            course = replace(course, n=None)
        if course.rest is not None and course.rest <= 0:
            self.links.tell(
                entry,
                ("rest",),
                f"'rest' is {course.rest:g}; a resting level is above 0",
                "impossible-number",
            )
            course = replace(course, rest=None)
        points = tuple(p for i, p in enumerate(course.points) if self._point(entry, p, i))
        return replace(course, references=references, points=points) if leads and references else None

    def _point(self, entry: Entry, point: Point, index: int) -> bool:
        at = ("points", index)
        if point.minute < 0:
            self.links.tell(
                entry,
                (*at, "minute"),
                f"'minute' is {point.minute}; it counts from the start",
                "impossible-number",
            )
        elif point.value is None and not point.words.strip():
            self.links.tell(entry, at, "this point has neither a 'value' nor 'words'", "missing-key")
        elif point.low is not None and point.high is not None and point.low > point.high:
            self.links.tell(
                entry,
                (*at, "low"),
                f"'low' is {point.low:g}, above 'high', {point.high:g}",
                "impossible-number",
            )
        elif point.spread is not None and point.spread_is is None:
            self.links.tell(entry, (*at, "spread"), "a spread says in 'spread_is' what it is", "missing-key")
        else:
            return True
        return False

    def _expectation(self, entry: Entry, said: Expectation) -> Expectation | None:
        self._named(entry, said.id)
        leads = self.links.leads(entry, Signal, said.signal, ("signal",))
        leads &= self._bouts(entry, said.bouts, "bouts") & self._bouts(entry, said.against, "against")
        references = self._sources(entry, said.references)
        if said.high is not None and said.low > said.high:
            self.links.tell(
                entry, ("low",), f"'low' is {said.low:g}, above 'high', {said.high:g}", "impossible-number"
            )
            return None
        return replace(said, references=references) if leads and references else None

    def _freedom(self, entry: Entry, freedom: Freedom) -> Freedom | None:
        leads = self.links.leads(entry, Signal, freedom.signal, ("signal",))
        for i, path in enumerate((freedom.id, *freedom.also)):
            leads &= self._path(entry, path, ("also", i - 1) if i else ("id",))
        return freedom if leads else None

    def _rules(self, entry: Entry, rules: FitRules) -> FitRules | None:
        leads = [self.links.leads(entry, Signal, s, ("order", i)) for i, s in enumerate(rules.order)]
        leads += [self._path(entry, path, ("band", i)) for i, path in enumerate(rules.band)]
        return rules if all(leads) else None

    def _path(self, entry: Entry, path: str, at: Loc) -> bool:
        """Whether a path such as `il6.gain` names a parameter of the body or of a curve."""
        owner, _, name = path.partition(".")
        kind = BodyModel if owner == "body" else Curve
        if name not in [f.name for f in fields(kind)]:
            self.links.tell(entry, at, f"'{path}' names no parameter, such as 'il6.gain'", "unknown-id")
            return False
        return self.links.leads(entry, kind, owner, at)

    def _left_out(self, entry: Entry, study: LeftOut) -> LeftOut | None:
        leads = self.links.leads(entry, Reference, study.id, ("id",))
        for i, prediction in enumerate(study.predictions):
            leads &= self.links.leads(entry, Course, prediction.course, ("predictions", i, "course"))
        return study if leads else None

    def _day(self, entry: Entry, day: Day) -> Day | None:
        self._named(entry, day.id)
        leads = self._bouts(entry, day.bouts, "bouts")
        return replace(day, references=self.links.carrying(entry, day.references)) if leads else None

    def _bouts(self, entry: Entry, bouts: tuple[Bout, ...], key: str) -> bool:
        """Whether every bout names an effort and can be done; tells the problem of each that cannot."""
        good = True
        for i, bout in enumerate(bouts):
            at = (key, i)
            good &= self.links.leads(entry, Effort, bout.movement, (*at, "movement"))
            for name, least in (("minutes", 1), ("start", 0), ("repeats", 1), ("intensity", 0), ("met", 1)):
                value = getattr(bout, name)
                if value is not None and value < least:
                    self.links.tell(
                        entry,
                        (*at, name),
                        f"'{name}' is {value:g}; it is at least {least}",
                        "impossible-number",
                    )
                    good = False
            if bout.intensity is not None and bout.met is not None:
                what = "a bout says how hard it is in 'intensity' or in 'met', not in both"
                self.links.tell(entry, (*at, "met"), what)
                good = False
            for name in ("share", "store"):
                value = getattr(bout, name)
                if value is not None and not 0 <= value <= 1:
                    self.links.tell(
                        entry,
                        (*at, name),
                        f"'{name}' is {value:g}; it lies between 0 and 1",
                        "impossible-number",
                    )
                    good = False
        return good

    def _sources(self, entry: Entry, references: tuple[str, ...]) -> tuple[str, ...]:
        if not references:
            kind = type(entry.record).__name__.lower()
            self.links.tell(entry, ("references",), f"this {kind} names no reference", "no-reference")
        return self.links.carrying(entry, references)

    def _named(self, entry: Entry, name: str) -> None:
        if not _ID.match(name):
            what = f"the id '{name[:40]}' should be lower case letters, digits and hyphens"
            self.links.tell(entry, ("id",), what, "bad-identifier")

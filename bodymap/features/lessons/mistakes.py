"""What can be wrong in a lesson that is shaped right: pure, each with its way from the step or question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.seeing import is_ref, ref_of
from bodymap.figure.figure import Anatomy
from bodymap.loading.rules import Rule
from bodymap.loading.suggestions import closest
from bodymap.loading.yaml_places import Loc
from bodymap.sights import DAYS_OF_WEEK, FIGURES, PLAN, SIT
from bodymap.state import LAST_MINUTE, SPEEDS, State

_CLOSEST, _FARTHEST = 8.0, 1.0
"""Zoom of the camera, as far as the window goes."""
_HARDEST = 1000.0
"""% of VO2max; as the last session is read."""


class Wrong(NamedTuple):
    """A mistake at a way of keys and positions."""

    loc: Loc
    what: str
    suggestion: str = ""
    rule: Rule = "blank-text"


@dataclass(frozen=True, slots=True)
class Known:
    """What a lesson may name."""

    atlas: Atlas
    anatomy: Anatomy
    days: frozenset[str] | None = None
    """Ids of ready days; None where they were not read."""
    figures: frozenset[str] = frozenset()
    """Names of the figures that packs bring."""


def wrong_in_lesson(lesson: Lesson) -> Iterator[Wrong]:
    """A title, an author, steps, and minutes that add up."""
    for key in ("title", "author"):
        if not getattr(lesson, key).strip():
            yield Wrong((key,), f"'{key}' is missing or says nothing")
    if not lesson.steps:
        yield Wrong(("steps",), "a lesson has at least one step", rule="missing-key")
    if lesson.minutes is None or lesson.minutes <= 0:
        yield Wrong(("minutes",), "'minutes' should say how long the lesson takes", rule="impossible-number")
    elif lesson.planned and abs(lesson.planned - lesson.minutes) > 0.5:
        what = f"'minutes' is {lesson.minutes:g}, but the steps take {lesson.planned:g} together"
        yield Wrong(("minutes",), what, rule="impossible-number")


def wrong_in_step(step: Step) -> Iterator[Wrong]:
    """A title, sources for what is said, minutes and zoom that can be, labels that are named rightly."""
    if not step.title.strip():
        yield Wrong(("title",), "'title' is missing or says nothing")
    if step.text.strip() and not step.references and not step.plain:
        what = (
            "what is said needs a source: name 'references', or write 'plain: true' where no fact is stated"
        )
        yield Wrong(("text",), what, rule="no-reference")
    if step.minutes is not None and not 0 < step.minutes <= 120:
        yield Wrong(("minutes",), "'minutes' of a step are above 0, at most 120", rule="impossible-number")
    if not _FARTHEST <= step.see.camera.zoom <= _CLOSEST:
        what = f"the zoom of a camera is {_FARTHEST:g} to {_CLOSEST:g}"
        yield Wrong(("see", "camera"), what, rule="impossible-number")
    yield from _wrong_in_time(step.see)
    for i, name in enumerate(step.reveal):
        if not is_ref(name):
            yield Wrong(("reveal", i), "a label is named like organ:liver", rule="bad-identifier")


def _wrong_in_time(see: State) -> Iterator[Wrong]:
    """Minutes within a week, seven days in it, an intensity above nothing, a speed that there is."""
    for key, least in (("minute", 0), ("minutes", 1)):
        value = getattr(see, key)
        if value is not None and not least <= value <= LAST_MINUTE:
            yield Wrong(("see", key), f"'{key}' is {least} to {LAST_MINUTE}", rule="impossible-number")
    if see.week is not None and len(see.week) != DAYS_OF_WEEK:
        what = f"'week' has {DAYS_OF_WEEK} days, each {PLAN}, {SIT} or a ready day; here are {len(see.week)}"
        yield Wrong(("see", "week"), what, rule="impossible-number")
    if see.intensity is not None and not 0 < see.intensity <= _HARDEST:
        what = f"'intensity' is above 0, at most {_HARDEST:g} % of VO2max"
        yield Wrong(("see", "intensity"), what, rule="impossible-number")
    if see.speed not in SPEEDS:
        speeds = ", ".join(map(str, SPEEDS))
        yield Wrong(
            ("see", "speed"), f"'speed' is one of {speeds} minutes a second", rule="impossible-number"
        )


def wrong_in_question(question: Asked) -> Iterator[Wrong]:
    """One right answer, at least one other that differs from it, and a source."""
    for key in ("ask", "right"):
        if not getattr(question, key).strip():
            yield Wrong((key,), f"'{key}' is missing or says nothing")
    if not question.wrong:
        yield Wrong(("wrong",), "a question has at least one wrong answer", rule="missing-key")
    answers = [_same(question.right)]
    for i, answer in enumerate(question.wrong):
        if not answer.strip():
            yield Wrong(("wrong", i), "an answer says nothing")
        elif _same(answer) in answers:
            yield Wrong(("wrong", i), f"the answer '{answer[:40]}' stands here twice", rule="duplicate-id")
        answers.append(_same(answer))
    if not question.references and not question.plain:
        what = "an answer needs a source: name 'references', or write 'plain: true' where no fact is asked"
        yield Wrong(("ask",), what, rule="no-reference")


def lost_in_step(step: Step, known: Known) -> Iterator[Wrong]:
    """Things, movements, sentences and sources that are not there, or carry nothing."""
    yield from _thing(step.see.focus, ("see", "focus"), known)
    if step.see.movement not in known.atlas.movements:
        yield _unknown("movement", step.see.movement, ("see", "movement"), known.atlas.movements)
    if step.see.day is not None and known.days is not None and step.see.day not in known.days:
        yield _unknown("day", step.see.day, ("see", "day"), dict.fromkeys(known.days))
    yield from _lost_days(step.see, known)
    figures = dict.fromkeys((*FIGURES, *sorted(known.figures)))
    if step.see.figure not in figures:
        yield _unknown("figure", step.see.figure, ("see", "figure"), figures)
    if step.see.part is not None:
        yield from _thing(Ref("region", step.see.part), ("see", "part"), known)
    numbers = {str(c.number): c for c in known.atlas.claims}
    if step.claim is not None and str(step.claim) not in numbers:
        yield _unknown("claim", str(step.claim), ("claim",), numbers)
    for i, name in enumerate(step.reveal):
        if is_ref(name):
            yield from _thing(ref_of(name), ("reveal", i), known)
    yield from lost_references(step, known.atlas)


def _lost_days(see: State, known: Known) -> Iterator[Wrong]:
    days = dict.fromkeys((PLAN, SIT, *(known.days or ())))
    for i, what in enumerate(see.week or ()):
        if known.days is not None and what not in days:
            yield _unknown("day", what, ("see", "week", i), days)
    for i, own in enumerate(see.own_days):
        if known.days is not None and own.day not in known.days:
            yield _unknown("day", own.day, ("see", "own_days", i, 0), dict.fromkeys(known.days))


def lost_references(part: Step | Asked, atlas: Atlas) -> Iterator[Wrong]:
    """Sources that are not there, not verified, or retracted."""
    for i, name in enumerate(part.references):
        found = atlas.references.get(name)
        loc = ("references", i)
        if found is None:
            yield _unknown("reference", name, loc, atlas.references)
        elif found.retracted or not found.verified:
            why = "was retracted" if found.retracted else "is not verified"
            what = f"the reference '{name}' {why} and carries no claim"
            yield Wrong(loc, what, rule="unverified-reference")


def _thing(ref: Ref, loc: Loc, known: Known) -> Iterator[Wrong]:
    atlas, anatomy = known.atlas, known.anatomy
    own = {name: region for closeup in anatomy.closeups.values() for name, region in closeup.regions.items()}
    shelves: dict[str, Mapping[str, object]] = {
        "organ": atlas.organs,
        "movement": atlas.movements,
        "signal": atlas.signals,
        "region": {**anatomy.regions, **own},
    }
    if ref.id not in shelves[ref.kind]:
        found = _unknown(ref.kind, ref.id, loc, shelves[ref.kind])
        if loc[-1] != "part":  # there the kind is not written
            near = found.suggestion and f"{ref.kind}:{found.suggestion}"
            found = found._replace(what=f"there is no '{str(ref)[:60]}'", suggestion=near)
        yield found


def _unknown(kind: str, name: str, loc: Loc, known: Mapping[str, object]) -> Wrong:
    hint = "" if name.isdecimal() else closest(name, known)  # a number is like any other
    return Wrong(loc, f"there is no {kind} '{name[:60]}'", hint, "unknown-id")


def _same(answer: str) -> str:
    return " ".join(answer.split()).casefold()

"""What the lesson board says, and what is typed there as values: plain words and values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bodymap.atlas.atlas import Atlas
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.i18n import _, counted
from bodymap.viewmodels.citations import short

READABLE = 150
"""Letters of a text that can be read from the back row."""


class LessonRow(NamedTuple):
    """A line of a list: what stands large, what stands small below, what stands at the right."""

    title: str
    detail: str = ""
    side: str = ""
    number: int = 0
    heading: bool = False
    path: Path | None = None


class Offer(NamedTuple):
    """Something to choose: its id, its words, a detail below them, and the heading it stands under."""

    id: str
    words: str
    detail: str = ""
    group: str = ""


def found_in(offers: Iterable[Offer], words: str) -> tuple[Offer, ...]:
    """Those that hold every word that was typed, in capitals or not."""
    typed = words.casefold().split()
    return tuple(
        offer
        for offer in offers
        if all(w in f"{offer.words} {offer.detail} {offer.id}".casefold() for w in typed)
    )


def step_rows(lesson: Lesson) -> tuple[LessonRow, ...]:
    """The steps of a lesson as lines."""
    return tuple(_step_row(number, step) for number, step in enumerate(lesson.steps, 1))


def _step_row(number: int, step: Step) -> LessonRow:
    asked = counted("{n} question", "{n} questions", len(step.questions)) if step.questions else ""
    side = " · ".join(part for part in (asked, minutes_words(step.minutes)) if part)
    return LessonRow(step.title.strip() or _("Without a title"), side=side, number=number)


def minutes_words(minutes: float | None) -> str:
    """Minutes as they are said: "2.5 min"; nothing for none."""
    return "" if minutes is None else _("{n} min").format(n=f"{minutes:g}")


def plan_words(lesson: Lesson) -> str:
    """How long the steps take against what is planned; how to begin where there is none."""
    if not lesson.steps:
        return _("Look for what you want to show, then add the view")
    steps = counted("{n} step", "{n} steps", len(lesson.steps))
    taken = f"{lesson.planned:g}"
    if lesson.minutes is None:
        return _("{steps}, {taken} min").format(steps=steps, taken=taken)
    form = _("{steps}, {taken} of {planned} min planned")
    return form.format(steps=steps, taken=taken, planned=f"{lesson.minutes:g}")


def letters_words(text: str) -> str:
    """How long a text for the room is, and whether that is long."""
    count = len(text.strip())
    if count > READABLE:
        return _("{n} letters: long for the back row").format(n=count)
    return counted("{n} letter", "{n} letters", count) if count else ""


def number_text(number: float | None) -> str:
    """A number as it stands in a field."""
    return "" if number is None else f"{number:g}"


def minutes_of(text: str) -> tuple[float | None, str]:
    """Minutes that were typed, with a point or a comma, and what is wrong with them."""
    words = text.strip().replace(",", ".")
    if not words:
        return None, ""
    try:
        number = float(words)
    except ValueError:
        return None, _("not a number")
    return (number, "") if 0 < number <= 600 else (None, _("more than 0, at most 600"))


def claim_of(text: str) -> tuple[int | None, str]:
    """The number of a sentence that was typed, and what is wrong with it."""
    words = text.strip()
    if not words:
        return None, ""
    return (int(words), "") if words.isascii() and words.isdecimal() else (None, _("not a number"))


def ids_of(text: str) -> tuple[str, ...]:
    """The ids in a text, between commas or spaces, each once."""
    return tuple(dict.fromkeys(text.replace(",", " ").replace(";", " ").split()))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def sources_words(ids: Iterable[str], atlas: Atlas) -> str:
    """The publications that ids name, short; an id that names none is said to."""
    known = atlas.references
    return " · ".join(short(known[i]) if i in known else _("{id} is no reference").format(id=i) for i in ids)


def reveal_words(step: Step, names: Mapping[str, str]) -> str:
    """What is revealed first, numbered and by the `names` of the view's labels, or that it has none."""
    missing, form = _("{id} has no label here"), _("{n} {name}")
    said = (names.get(ref) or missing.format(id=ref) for ref in step.reveal)
    return " · ".join(form.format(n=n, name=name) for n, name in enumerate(said, 1))


def question_name(number: int, question: Asked) -> str:
    """A question in a list."""
    return _("{n}. {ask}").format(n=number, ask=question.ask.strip() or _("New question"))


def file_name(title: str) -> str:
    """A file name made from the title of a lesson, without what some systems refuse."""
    kept = "".join(c if c.isalnum() else "-" for c in title.casefold())
    return "-".join(part for part in kept.split("-") if part)[:60] or "lesson"

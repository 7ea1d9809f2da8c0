"""What stands on a worksheet, an answer key and a handout: plain values, no drawing and no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Organ
from bodymap.features.handout.given import Posed, Shown, Taught
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _
from bodymap.state import State
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.claims import judged
from bodymap.viewmodels.places import organ_marks

_LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class Blank:
    """A number on the unlabelled body, the regions it points at, and the name that belongs there."""

    number: int
    regions: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question on paper: lettered choices; numbered things to find partners for.

    Where `is_order` the choices are put in order.
    """

    number: int
    ask: str
    choices: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, str], ...] = ()
    is_order: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """The answer to an exercise: letters, words, why, and the numbers of its sources."""

    number: int
    letters: str
    words: str
    why: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What students get: a body with numbers, the names to write there in any order, and exercises.

    `body` is what to draw, without labels. `solutions` and the names of `blanks` belong to the answer key.
    """

    title: str
    author: str
    body: State
    blanks: tuple[Blank, ...]
    names: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    solutions: tuple[Solution, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A step on a handout: its picture, its words, the teacher's notes, and the numbers of its sources.

    `verdict` and `nuance` are what the literature says, where the text is a claim: nobody takes one home
    without.
    """

    number: int
    title: str
    text: str
    notes: str
    see: State
    sources: tuple[int, ...]
    verdict: str = ""
    nuance: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """A lesson on paper."""

    title: str
    author: str
    pages: tuple[Page, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What sheets are made from beside the lesson."""

    atlas: Atlas
    anatomy: Anatomy


def worksheet(lesson: Taught, questions: Sequence[Posed], known: Knowledge, seed: int = 0) -> Worksheet:
    """The worksheet of a lesson with questions, and its answer key; the same seed gives the same sheet."""
    cites = Citations(known.atlas)
    blanks = tuple(_blanks(lesson, known))
    names = [blank.name for blank in blanks]
    Random(f"{seed} names").shuffle(names)
    numbered = list(enumerate(questions, 1))
    solutions = tuple(
        Solution(n, _letters(q), q.right_words, q.why, cites.cite(q.references)) for n, q in numbered
    )
    return Worksheet(
        title=lesson.title,
        author=lesson.author,
        body=_whole_body(lesson),
        blanks=blanks,
        names=tuple(names),
        exercises=tuple(_exercise(n, q) for n, q in numbered),
        solutions=solutions,
        sources=cites.sources(),
    )


def handout(lesson: Taught, known: Knowledge, with_notes: bool = True) -> Handout:
    """The steps of a lesson as pages, with the teacher's notes or without."""
    cites = Citations(known.atlas)
    pages = tuple(_page(n, step, cites, known.atlas, with_notes) for n, step in enumerate(lesson.steps, 1))
    return Handout(lesson.title, lesson.author, pages, cites.sources())


def _page(number: int, step: Shown, cites: Citations, atlas: Atlas, with_notes: bool) -> Page:
    verdict, nuance = judged(atlas, step.claim)
    return Page(
        number=number,
        title=step.title,
        text=_("Claim: “{claim}”").format(claim=step.text) if verdict else step.text,
        notes=step.notes if with_notes else "",
        see=step.see,
        sources=cites.cite(step.references),
        verdict=verdict,
        nuance=nuance,
    )


def _blanks(lesson: Taught, known: Knowledge) -> Iterator[Blank]:
    """The organs of a lesson that have a place in the figure, each once, in the order of the steps."""
    placed = ((organ, organ_marks(known.anatomy, organ)) for organ in _organs(lesson, known.atlas))
    shown = ((organ, regions) for organ, regions in placed if regions)
    for number, (organ, regions) in enumerate(shown, 1):
        yield Blank(number, regions, organ.name)


def _organs(lesson: Taught, atlas: Atlas) -> Iterable[Organ]:
    """The organs in focus, and those that make the signals in focus."""
    found: dict[str, None] = {}
    for step in lesson.steps:
        focus = step.see.focus
        if focus.kind == "organ":
            found[focus.id] = None
        elif focus.kind == "signal" and focus.id in atlas.signals:
            found |= dict.fromkeys(atlas.signals[focus.id].sources)
    return (atlas.organs[organ] for organ in found if organ in atlas.organs)


def _whole_body(lesson: Taught) -> State:
    """The figure of the first step, whole, from the front, with every layer that its organs lie in."""
    first = lesson.steps[0].see if lesson.steps else State()
    return replace(State(), figure=first.figure, level=first.level)


def _exercise(number: int, question: Posed) -> Exercise:
    choices = tuple((letter, c.words) for letter, c in zip(_LETTERS, question.choices, strict=False))
    left = tuple((str(n), thing.words) for n, thing in enumerate(question.left, 1))
    is_order = not left and len(question.right) > 1
    return Exercise(number, question.ask, choices, left, is_order)


def _letters(question: Posed) -> str:
    """The answer as it is written on paper: "c", an order "b c a", or pairs "1c 2a 3b"."""
    letters = [_LETTERS[at] for at in question.right]
    return " ".join(f"{n}{each}" for n, each in enumerate(letters, 1)) if question.left else " ".join(letters)

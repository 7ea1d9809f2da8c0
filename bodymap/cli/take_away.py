"""`bodymap export lesson.bodymap out/`: everything that is handed out, all of it or nothing."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Literal

from bodymap.atlas.atlas import Atlas
from bodymap.cli.arguments import UsageError
from bodymap.cli.knowledge import Knowledge as Known
from bodymap.cli.knowledge import knowledge
from bodymap.cli.quiz import bank_of
from bodymap.cli.take_away_options import wanted
from bodymap.features.lessons.model import ENDING, Lesson
from bodymap.features.lessons.reading import open_lesson
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.setup import in_lesson, lesson_questions
from bodymap.i18n import _, counted
from bodymap.loading.writing import gathered, write_whole
from bodymap.state import State
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.claims import judged

if TYPE_CHECKING:
    from bodymap.features.export.view import Page
    from bodymap.features.handout.making import Job, Kit
    from bodymap.features.handout.studio import Studio
    from bodymap.viewmodels.card_values import Source
    from bodymap.viewmodels.reader import Reader
    from bodymap.viewmodels.timeline.reader import TimeReader

_ON_PAPER = "projector"
"""White ground and black words: what a printer and a copier like best."""
_DOTS, _UNITS = (3840, 2160), (1920, 1080)
"""The sizes of a PNG and of an SVG, px."""


def take_away(chosen: Namespace) -> int:
    """Write what is handed out of a lesson, telling each file on stderr; needs a QGuiApplication.

    1 where the lesson cannot be read or drawn. KeyboardInterrupt leaves nothing behind.
    """
    file, folder = chosen.out
    _refuse_strangers(chosen)
    opened = open_lesson(file)
    for problem in (*opened.problems, *opened.skipped):
        sys.stderr.write(f"{problem}\n")
    if opened.lesson is None:
        return 1
    if not opened.lesson.steps:
        sys.stderr.write(f"bodymap: {file} has no steps; there is nothing to hand out.\n")
        return 1
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder to write into")
    from bodymap.features.handout.making import jobs
    from bodymap.ui.pdf import DrawingError

    kit = _kit(chosen, knowledge(chosen.data), opened.lesson, file.name.removesuffix(ENDING))
    try:
        _make(jobs(kit, wanted(chosen)), folder)
    except DrawingError as error:
        sys.stderr.write(f"bodymap: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("bodymap: stopped; nothing was written.\n")
        raise
    if "worksheet" in wanted(chosen) and len(kit.questions) < chosen.questions:
        words = _("there are only {n} questions about what the lesson shows; {count} were asked for.")
        sys.stderr.write(f"bodymap: {words.format(n=len(kit.questions), count=chosen.questions)}\n")
    return 0


class _Wish:
    """Whether somebody wishes to stop: heard between files, for Qt does not survive being left in the middle
    of a drawing. Whoever wishes it twice is obeyed at once."""

    def __init__(self) -> None:
        self.is_heard = False

    def hear(self, _number: int, _frame: FrameType | None) -> None:
        if self.is_heard:
            raise KeyboardInterrupt
        self.is_heard = True


def _make(todo: Sequence[Job], folder: Path) -> None:
    with _heard() as wish, gathered(folder) as new:
        for number, job in enumerate(todo, 1):
            sys.stderr.write(f"[{number}/{len(todo)}] {job.name}\n")
            sys.stderr.flush()
            write_whole(new / job.name, job.make())
            if wish.is_heard:
                raise KeyboardInterrupt
    sys.stderr.write(f"bodymap: {counted('{n} file', '{n} files', len(todo))} in {folder}\n")


@contextmanager
def _heard() -> Generator[_Wish]:
    """While files are made: Ctrl+C, and a wish to end the process."""
    wish = _Wish()
    before = {each: signal.signal(each, wish.hear) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wish
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _kit(chosen: Namespace, known: Known, lesson: Lesson, name: str) -> Kit:
    from bodymap.features.handout.making import Kit
    from bodymap.features.handout.model import Knowledge
    from bodymap.features.handout.studio import Studio
    from bodymap.ui.body.art import Gallery
    from bodymap.ui.theme import load_theme
    from bodymap.viewmodels.reader import Reader

    theme = load_theme(chosen.theme or _ON_PAPER)
    reader = Reader(known.atlas, known.figures.anatomy)
    studio = Studio(reader, known.figures, Gallery(known.figures.root), theme, _times(chosen, known))

    leveled = _at_level(lesson, chosen)

    def picture(number: int, form: Literal["png", "svg"]) -> bytes:
        from bodymap.features.export.view import rendered

        page = _page(studio, leveled, number, _DOTS if form == "png" else _UNITS)
        return rendered(page, form, studio.gallery)

    return Kit(
        name=name,
        lesson=leveled,
        questions=_questions(chosen, lesson, reader),
        known=Knowledge(known.atlas, known.figures.anatomy),
        studio=studio,
        picture=picture,
        paper=chosen.paper,
        seed=chosen.seed,
    )


def _times(chosen: Namespace, known: Known) -> TimeReader | None:
    """Courses over time, so that a step is lit as at its minute; None where data have none."""
    from bodymap.loading.pack_folders import pack_folders
    from bodymap.physiology.knowledge import read_physiology
    from bodymap.viewmodels.timeline.reader import TimeReader

    physiology = read_physiology(pack_folders(chosen.data), known.atlas)
    if physiology.body is None or not physiology.curves:
        return None
    return TimeReader(known.atlas, known.figures.anatomy, physiology)


def _page(studio: Studio, lesson: Lesson, number: int, size: tuple[int, int]) -> Page:
    """The sheet of a step: its words, then the card's, then all sources."""
    from bodymap.features.export.model import Line, sheet_of
    from bodymap.features.export.view import Page
    from bodymap.ui.look import Look, base_scale

    step = lesson.steps[number - 1]
    card = studio.reader.card(step.see)
    sheet = sheet_of(card)
    sources, numbers = _with_own(sheet.sources, step.references, studio.reader.atlas)
    verdict = " ".join(judged(studio.reader.atlas, step.claim)).strip()
    own = (Line(_("Sources of this step"), numbers=numbers),) if numbers else ()
    said = _("Claim: “{claim}” {verdict}").format(claim=step.text, verdict=verdict) if verdict else step.text
    kicker = _("{lesson} · step {n}").format(lesson=lesson.title, n=number)
    words = replace(
        sheet,
        kicker=kicker,
        title=step.title or sheet.title,
        sentence=said or sheet.sentence,
        lines=(*own, Line(card.title, heading=True), *sheet.lines),
        sources=sources,
    )
    return Page(words, studio.bodies(step.see), size, Look(studio.theme, base_scale(*size)))


def _with_own(
    sources: tuple[Source, ...], references: Sequence[str], atlas: Atlas
) -> tuple[tuple[Source, ...], tuple[int, ...]]:
    """The sources of a card and of a step, each once, and the numbers of the step's."""
    cites = Citations(atlas)
    cites.cite(references)
    found, numbers = list(sources), list[int]()
    for source in cites.sources():
        known = next((s.number for s in sources if s.citation == source.citation), None)
        if known is None:
            known = len(found) + 1
            found.append(replace(source, number=known))
        numbers.append(known)
    return tuple(found), tuple(numbers)


def _at_level(lesson: Lesson, chosen: Namespace) -> Lesson:
    """The lesson as it is told at the level that is asked for, or else at its own, as in the window."""
    usual = State().level
    levels = (
        chosen.level or (lesson.level if step.see.level == usual else step.see.level) for step in lesson.steps
    )
    steps = zip(lesson.steps, levels, strict=True)
    return replace(lesson, steps=tuple(replace(s, see=replace(s.see, level=level)) for s, level in steps))


def _questions(chosen: Namespace, lesson: Lesson, reader: Reader) -> tuple[Question, ...]:
    """The teacher's own questions, then others about what the lesson shows: fewer where there are no more."""
    count = max(chosen.questions, 0)
    if not count or "worksheet" not in wanted(chosen):
        return ()
    own = [question for step in lesson.steps for question in step.questions]
    bank = replace(bank_of(chosen), clickable=frozenset[str]())  # on paper nothing can be clicked
    things = in_lesson((step.see for step in lesson.steps), reader.stage)
    return lesson_questions(bank, things, count, chosen.seed, own)


def _refuse_strangers(chosen: Namespace) -> None:
    """UsageError where an option is for a single view: the steps of a lesson say what they show."""
    single = ("select", "state", "only", "least", "figure", "view", "closeup", "layers", "text_size")
    others = ("values", "figure_file", "group")
    for name in (*single, *others):
        if getattr(chosen, name):
            raise UsageError(f"--{name.replace('_', '-')} is for a single view; a lesson says what it shows")

"""The files that are handed out, one job each: nothing is drawn before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple, get_args

from bodymap.features.handout.given import Posed, Taught
from bodymap.features.handout.model import Knowledge, handout, worksheet
from bodymap.features.handout.paper import Paper, PaperName
from bodymap.features.handout.slugs import slug
from bodymap.features.handout.studio import Studio
from bodymap.viewmodels.shown_table import as_csv, shown_rows

Want = Literal["worksheet", "handout", "notes", "poster", "png", "svg", "csv", "anki"]
WANTS: tuple[Want, ...] = get_args(Want)
"""What can be handed out; a worksheet comes with its answer key, and only `notes` have the teacher's."""


class Job(NamedTuple):
    """A file to make: its name, and what makes its bytes."""

    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Kit:
    """What files are made from. `picture` draws the sheet of a step, by its number, as PNG or SVG.

    `name` begins the name of every file.
    """

    name: str
    lesson: Taught
    questions: Sequence[Posed]
    known: Knowledge
    studio: Studio
    picture: Callable[[int, Literal["png", "svg"]], bytes]
    paper: PaperName = "a4"
    seed: int = 0


def jobs(kit: Kit, wanted: Collection[Want]) -> tuple[Job, ...]:
    """The files that are wanted, in the order in which a teacher reads them."""
    return tuple(job for want in WANTS if want in wanted for job in _jobs(kit, want))


def _jobs(kit: Kit, want: Want) -> Iterator[Job]:
    if want == "worksheet":
        yield from _worksheet(kit)
    elif want in ("png", "svg"):
        for number, step in enumerate(kit.lesson.steps, 1):
            name = f"{kit.name}-{number:02}-{slug(step.title)}".rstrip("-")
            yield Job(f"{name}.{want}", partial(kit.picture, number, want))
    else:
        makers = {"handout": _handout, "notes": _notes, "poster": _poster, "csv": _table, "anki": _deck}
        endings = {
            "handout": "handout.pdf",
            "notes": "teacher-notes.pdf",
            "poster": "poster.pdf",
            "csv": "shown.csv",
            "anki": "cards.apkg",
        }
        yield Job(f"{kit.name}-{endings[want]}", partial(makers[want], kit))


def _worksheet(kit: Kit) -> Iterator[Job]:
    from bodymap.features.handout.worksheet_pages import answer_key_pdf, worksheet_pdf

    def made(write: Callable[..., bytes]) -> bytes:
        sheet = worksheet(kit.lesson, kit.questions, kit.known, kit.seed)
        view = kit.studio.figures.view(sheet.body.figure, sheet.body.view)
        return write(sheet, view, Paper.named(kit.paper))

    yield Job(f"{kit.name}-worksheet.pdf", partial(made, worksheet_pdf))
    yield Job(f"{kit.name}-answer-key.pdf", partial(made, answer_key_pdf))


def _handout(kit: Kit) -> bytes:
    from bodymap.features.handout.handout_pages import handout_pdf

    sheet = handout(kit.lesson, kit.known, with_notes=False)
    return handout_pdf(sheet, kit.studio, Paper.named(kit.paper))


def _notes(kit: Kit) -> bytes:
    from bodymap.features.handout.handout_pages import notes_pdf

    return notes_pdf(handout(kit.lesson, kit.known), kit.studio, Paper.named(kit.paper))


def _poster(kit: Kit) -> bytes:
    from bodymap.features.handout.handout_pages import poster_pdf

    return poster_pdf(handout(kit.lesson, kit.known, with_notes=False), kit.studio)


def _table(kit: Kit) -> bytes:
    reader = kit.studio.reader
    return as_csv(
        row
        for number, step in enumerate(kit.lesson.steps, 1)
        for row in shown_rows(reader.card(step.see), str(number), step.title)
    )


def _deck(kit: Kit) -> bytes:
    from bodymap.features.handout.deck import deck_bytes
    from bodymap.features.handout.masks import plates
    from bodymap.features.handout.plate_picture import plate_picture

    figures = kit.studio.figures
    found = plates(kit.lesson, kit.known, figures)
    return deck_bytes(kit.lesson.title, found, partial(plate_picture, root=figures.root), kit.studio.theme)

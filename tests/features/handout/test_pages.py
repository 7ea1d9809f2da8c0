"""The PDFs, read again by another library: what stands on which page, and that nothing is lost or cut."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import pytest
from pypdf import PageObject, PdfReader

from bodymap.features.handout.handout_pages import handout_pdf, notes_pdf, poster_pdf
from bodymap.features.handout.model import Handout, Knowledge, handout, worksheet
from bodymap.features.handout.paper import Paper, PaperName, colophon
from bodymap.features.handout.studio import Studio
from bodymap.features.handout.worksheet_pages import answer_key_pdf, worksheet_pdf
from bodymap.features.lessons.model import Lesson
from bodymap.features.quiz.model import Question
from bodymap.figure.figures import Figures

pytestmark = pytest.mark.usefixtures("qapp")
A4 = Paper.named("a4")


class Page(NamedTuple):
    """A page as it is read again: its size and where each piece of text begins, in points."""

    size: tuple[float, float]
    words: str
    """Its text on one line; ligatures as the letters that they stand for."""
    spots: tuple[tuple[float, float], ...]
    """From the lower left corner."""


@lru_cache(maxsize=8)  # to read a sheet takes longer than to make it
def pages(content: bytes) -> tuple[Page, ...]:
    return tuple(read_page(page) for page in PdfReader(io.BytesIO(content)).pages)


def read_page(page: PageObject) -> Page:
    found: list[tuple[float, float]] = []

    def see(text: str, turned: list[float], at: list[float], *_rest: object) -> None:
        a, b, c, d, e, f = turned
        if text.strip():
            found.append((at[4] * a + at[5] * c + e, at[4] * b + at[5] * d + f))

    words = " ".join(unicodedata.normalize("NFKC", page.extract_text(visitor_text=see)).split())
    return Page((float(page.mediabox.width), float(page.mediabox.height)), words, tuple(found))


def squeezed(text: str) -> str:
    """Without spaces: where a line ends is not of interest."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def everything(content: bytes) -> str:
    """The text of all pages, without what stands at the head and foot of each."""
    found = pages(content)
    said = (page.words.partition(f" {n} / {len(found)} ")[2] for n, page in enumerate(found, 1))
    return squeezed("".join(said))


@pytest.fixture(scope="module")
def sheets(
    fat: Lesson, asked: tuple[Question, ...], known: Knowledge, figures: Figures, studio: Studio
) -> dict[str, bytes]:
    sheet, view, pages = worksheet(fat, asked, known), figures.view("male", "front"), handout(fat, known)
    return {
        "worksheet": worksheet_pdf(sheet, view, A4),
        "key": answer_key_pdf(sheet, view, A4),
        "handout": handout_pdf(handout(fat, known, with_notes=False), studio, A4),
        "notes": notes_pdf(pages, studio, A4),
        "poster": poster_pdf(pages, studio),
    }


@pytest.mark.parametrize("name", ["worksheet", "key", "handout", "notes", "poster"])
def test_every_page_says_whose_it_is_and_its_number(sheets: dict[str, bytes], name: str) -> None:
    found = pages(sheets[name])
    for number, page in enumerate(found, 1):
        assert squeezed(colophon()) in squeezed(page.words)
        assert f"{number} / {len(found)}" in page.words
        assert "Fat, sugar and diabetes" in page.words


@pytest.mark.parametrize("name", ["worksheet", "key", "handout", "notes", "poster"])
def test_no_word_stands_outside_the_margins(sheets: dict[str, bytes], name: str) -> None:
    for page in pages(sheets[name]):
        width, height = page.size
        assert page.spots
        assert all(20 < x < width - 20 and 20 < y < height - 20 for x, y in page.spots)


def test_a_worksheet_asks_everything_and_gives_nothing_away(
    sheets: dict[str, bytes], asked: tuple[Question, ...], known: Knowledge, fat: Lesson
) -> None:
    said = everything(sheets["worksheet"])
    for question in asked:
        assert squeezed(question.ask) in said
        assert all(squeezed(choice.words) in said for choice in question.choices)
    assert not any(squeezed(question.why) in said for question in asked if len(question.why) > 20)
    sources = worksheet(fat, asked, known).sources
    assert sources
    assert not any(squeezed(source.citation) in said for source in sources), "titles give answers away"
    assert said.endswith(squeezed("Sources: see the answer key"))


def test_the_key_has_every_answer_with_why_and_its_sources(
    sheets: dict[str, bytes], asked: tuple[Question, ...], known: Knowledge, fat: Lesson
) -> None:
    said = everything(sheets["key"])
    sheet = worksheet(fat, asked, known)
    for solution in sheet.solutions:
        assert squeezed(f"{solution.letters}: {solution.words}") in said
        assert squeezed(solution.why) in said
    assert all(squeezed(source.citation) in said for source in sheet.sources)
    assert all(squeezed(blank.name) in said for blank in sheet.blanks)


@pytest.mark.parametrize("name", ["handout", "notes"])
def test_a_handout_has_texts_and_sources_and_notes_for_the_teacher_only(
    name: str, sheets: dict[str, bytes], fat: Lesson, known: Knowledge
) -> None:
    said = everything(sheets[name])
    for step in fat.steps:
        assert squeezed(step.title) in said
        assert squeezed(step.text) in said
        assert step.notes
        assert (squeezed(step.notes) in said) == (name == "notes")
    assert all(squeezed(source.citation) in said for source in handout(fat, known).sources)


def test_a_poster_is_one_sheet_of_a3_without_the_notes(sheets: dict[str, bytes], fat: Lesson) -> None:
    (page,) = pages(sheets["poster"])
    assert tuple(map(round, page.size)) == (1191, 842)
    said = everything(sheets["poster"])
    assert all(squeezed(step.text) in said for step in fat.steps)
    assert squeezed(fat.steps[0].notes) not in said


@pytest.mark.parametrize(("name", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_a_long_lesson_flows_over_pages(
    name: PaperName, size: tuple[int, int], fat: Lesson, known: Knowledge, studio: Studio
) -> None:
    long = replace(fat.steps[0], notes=" ".join(f"Word number {n}." for n in range(1000)))
    whole = handout(replace(fat, steps=(long, *fat.steps * 2)), known)
    content = handout_pdf(whole, studio, Paper.named(name))
    found = pages(content)
    assert tuple(map(round, found[0].size)) == size
    assert len(found) > 8
    said = everything(content)
    assert all(f"Wordnumber{n}." in said for n in range(1000))


def test_a_lesson_without_organs_or_questions_still_makes_sheets(
    known: Knowledge, figures: Figures, studio: Studio
) -> None:
    bare = Lesson(title="Bare", steps=())
    sheet = worksheet(bare, (), known)
    assert len(pages(worksheet_pdf(sheet, figures.view("male", "front"), A4))) == 1
    assert len(pages(handout_pdf(Handout("Bare", "", (), ()), studio, A4))) == 1
    assert len(pages(poster_pdf(Handout("Bare", "", (), ()), studio))) == 1

"""Every beat of the ready lessons can be read from the back row: measured on what was painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent

from bodymap.app import application
from bodymap.atlas.reading import Library
from bodymap.features.lessons.presenting.page import body_look
from bodymap.features.lessons.presenting.show import Seen
from bodymap.features.lessons.presenting.slide_view import SlideView
from bodymap.features.lessons.presenting.telling import Slide, Teller
from bodymap.features.lessons.presenting.words_view import paint_lines
from bodymap.features.lessons.shelf import ready_lessons
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import read_physiology
from bodymap.state import State
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.paint import pieces
from bodymap.ui.body.piece import lay
from bodymap.ui.body.widget import BodyView
from bodymap.ui.look import META
from bodymap.ui.theme import load_theme
from bodymap.ui.time_panel.plot import Plot
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.timeline.reader import TimeReader
from tests.features.lessons.presenting.known import Knowledge
from tests.features.lessons.presenting.painted import Painted, Words, contrast, ground, painted

PROJECTOR = load_theme("projector")
SIZES = [(1280, 720), (1920, 1080), (3840, 2160)]
READY = ready_lessons([shipped("data")])


class Beat(NamedTuple):
    """A beat of a lesson: its name, its number in its step, what happens in it and what is shown."""

    where: str
    beat: int
    kind: str
    slide: Slide


class Told(NamedTuple):
    """Every beat of the ready lessons in turn, told once for all tests, and the figures to show them on."""

    figures: Figures
    gallery: Gallery
    beats: tuple[Beat, ...]


@pytest.fixture(scope="module")
def told(library: Library) -> Told:
    application()
    figures = Figures(shipped("assets", "figures"), library.anatomy)
    times = TimeReader(library.atlas, figures.anatomy, read_physiology([shipped("data")], library.atlas))
    known = Knowledge(Reader(library.atlas, figures.anatomy), times)
    rests = tuple(library.atlas.rests)
    tellers = [Teller(ready.lesson, known, State(theme="projector"), rests) for ready in READY]
    return Told(figures, Gallery(figures.root), tuple(beat for teller in tellers for beat in beats(teller)))


def beats(teller: Teller) -> Iterator[Beat]:
    for at, step in enumerate(teller.lesson.steps):
        for beat in range(teller.counts[at]):
            slide = teller.slide(Seen(at, beat))
            yield Beat(f"{step.title}, beat {beat}", beat, teller.beats[at][beat].kind, slide)


class Screen:
    """One slide that is shown, measured and never seen."""

    def __init__(self, told: Told, size: QSize) -> None:
        self.size = size
        self.view = SlideView(
            lambda look, parent: BodyView(told.figures, look, parent, told.gallery), PROJECTOR
        )
        self.view.bring_plot(Plot)
        self.view.lay_out(size)

    def show(self, slide: Slide) -> None:
        self.view.show_slide(slide, PROJECTOR)

    def words(self) -> Painted:
        page = self.view.page
        assert page is not None
        return painted(lambda painter: paint_lines(painter, page.lines, PROJECTOR), self.size)

    def body(self) -> Painted:
        """Labels, legend and captions of the body, where it lies on the slide."""
        canvas = self.view.body.canvas
        body = self.view.body  # not shown, it would hear of its size only when it is drawn
        QCoreApplication.sendEvent(body, QResizeEvent(body.size(), QSize()))
        over = [piece for piece in pieces(canvas.plan, canvas.easel) if not piece.low]

        def draw(painter: QPainter) -> None:
            painter.translate(self.view.body.pos())
            lay(painter, over, None)

        return painted(draw, self.size)

    @property
    def words_area(self) -> QRect:
        """Where title and text have their place."""
        assert self.view.page is not None
        return self.view.page.words


def small_or_cut(words: Iterable[Words], least: float) -> list[str]:
    return [f"{w.words!r} {w.px}" for w in words if w.px < least or "…" in w.words]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_small_none_is_cut_and_no_line_is_thin(told: Told, size: tuple[int, int]) -> None:
    screen, height = Screen(told, QSize(*size)), size[1]
    wrong: dict[str, list[str]] = {}
    measured = 0
    for where, beat, _kind, slide in told.beats:
        screen.show(slide)
        said = screen.words()
        found = small_or_cut(said.words[:1], height / 20) + small_or_cut(said.words, height / 33)
        room = QRectF(screen.words_area)
        found += [f"{w.words!r} runs out" for w in said.words if not room.contains(w.rect)]
        measured += len(said.words)
        if beat == 0:
            body = screen.body()
            found += small_or_cut(body.words, height / 40)
            # A rim in the colour of the ground only parts what lies over one another.
            seen_lines = [width for width, color in body.lines if color != PROJECTOR.ground0.lower()]
            found += [f"a line of {width}" for width in seen_lines if width < 3 * height / 1080 - 0.01]
            measured += len(body.words)
        if found:
            wrong[where] = found
    assert measured > 1000
    assert wrong == {}


def test_what_travels_is_told_and_what_has_no_room_is_not_counted(told: Told) -> None:
    screen = Screen(told, QSize(1920, 1080))
    silent: list[str] = []
    travelling = 0
    for where, _beat, _kind, slide in told.beats:
        screen.show(slide)
        scenes = slide.stage.scenes
        bodies = screen.view.body.canvas.bodies
        assert not any(body.layout.hidden for body in bodies)
        if len(scenes) == 1 and scenes[0].routes:
            travelling += 1
            shapes = {line.entry.shape for line in bodies[0].legend.lines}
            silent += [] if "molecule" in shapes else [where]
    assert travelling > 5
    assert silent == []


def test_no_ring_of_what_acts_where_made_is_without_its_words(told: Told) -> None:
    scenes = [(where, scene) for where, _n, _kind, slide in told.beats for scene in slide.stage.scenes]
    ringed = [(where, scene.local_words) for where, scene in scenes if scene.local]
    assert ringed
    assert [where for where, words in ringed if not words] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_close_up_is_the_hero_of_its_slide(told: Told, size: tuple[int, int]) -> None:
    screen = Screen(told, QSize(*size))
    small: dict[str, float] = {}
    measured = 0
    for where, beat, _kind, slide in told.beats:
        scene = slide.stage.scenes[0]
        if scene.closeup is None or beat > 0:
            continue
        screen.show(slide)
        assert screen.view.page is not None
        share = screen.view.body.canvas.bodies[0].placement.whole.height() / screen.view.page.body.height()
        measured += 1
        if share < 0.6:
            small[where] = round(share, 2)
    assert measured > 5
    assert small == {}


def figures(screen: Screen) -> list[QRectF]:
    return [
        body.placement.whole.translated(screen.view.body.pos()) for body in screen.view.body.canvas.bodies
    ]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_figures_stay_where_they_are_when_an_answer_is_told(told: Told, size: tuple[int, int]) -> None:
    screen, height = Screen(told, QSize(*size)), size[1]
    moved, asked = list[str](), 0
    small: dict[str, float] = {}
    for (where, _beat, kind, slide), answer in pairwise(told.beats):
        if kind != "ask":
            continue
        asked += 1
        screen.show(slide)
        before = figures(screen)
        screen.show(answer.slide)
        moved += [] if figures(screen) == before else [where]
        if slide.stage.scenes[0].closeup and before[0].height() < 0.5 * height:
            small[where] = round(before[0].height() / height, 2)
    assert asked > 10
    assert (moved, small) == ([], {})


def test_two_bodies_are_alike_and_their_names_stand_beside_them(told: Told) -> None:
    screen = Screen(told, QSize(1280, 720))
    seen_beside, wrong = 0, list[str]()
    for where, beat, _kind, slide in told.beats:
        if len(slide.stage.scenes) < 2 or beat:
            continue
        screen.show(slide)
        screen.body()
        one, other = screen.view.body.canvas.bodies
        wrong += [] if one.placement.whole.size() == other.placement.whole.size() else [where]
        labels = one.body.scene.labels + other.body.scene.labels
        shown = len(one.layout.places) + len(other.layout.places)
        wrong += [f"{where}: {len(labels) - shown} labels have no room"] if shown < len(labels) else []
        seen_beside += shown
    assert seen_beside > 10
    assert wrong == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_curves_are_read_from_the_back_row(told: Told, size: tuple[int, int]) -> None:
    screen, (width, height) = Screen(told, QSize(*size)), size
    curves, weeks, wrong = 0, 0, list[str]()
    for where, _beat, _kind, slide in told.beats:
        screen.show(slide)
        page, chart = screen.view.page, screen.view.chart
        assert page is not None
        if slide.curve is None:
            assert page.curve.isEmpty()
            continue
        curves += 1
        assert chart is not None
        assert chart.scale is not None
        assert chart.has_plot
        if slide.curve.timeline.extent.is_week:
            weeks += 1
            assert page.curve.top() > max(page.words.bottom(), page.body.bottom())
            assert page.curve.width() >= width * 0.9
        else:
            assert page.words.contains(page.curve)
        assert not any(line.rect.intersects(page.curve) for line in page.lines)
        look, scale = body_look(PROJECTOR, height), chart.scale
        assert look.grown(META) >= height / 40
        assert page.curve.width() >= width * 0.25
        assert scale.bottom - scale.top >= height / 4
        names = [
            look.metrics(META, QFont.Weight.DemiBold).horizontalAdvance(d.label)
            for d in slide.curve.timeline.drawn
        ]
        room = chart.width() - scale.right - look.px(16)
        wrong += [where] if max(names) > room else []
    assert curves - weeks >= 2
    assert weeks >= 5
    assert wrong == []


def test_every_word_stands_out_from_what_lies_behind_it(told: Told) -> None:
    screen = Screen(told, QSize(1280, 720))
    weak: dict[str, float] = {}
    for where, beat, _kind, slide in told.beats:
        screen.show(slide)
        words = (*screen.words().words, *(screen.body().words if beat == 0 else ()))
        picture = screen.view.picture().toImage()
        for word in words:
            found = contrast(QColor(word.color), ground(picture, word.rect))
            if found < 7:
                weak[f"{where}: {word.words!r}"] = round(found, 2)
    assert weak == {}

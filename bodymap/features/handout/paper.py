"""Sheets of paper: their sizes and margins, what stands at the head and foot of each, and their file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bodymap.features.handout.pagination import height_of, paginate
from bodymap.i18n import _
from bodymap.ui.pdf import Leaf, pdf_of

PaperName = Literal["a4", "letter", "a3"]
DOTS_PER_INCH = 300
_INK, _MUTED = 0.07, 0.29
_SIZES: tuple[tuple[PaperName, float, float], ...] = (
    ("a4", 595.3, 841.9),
    ("letter", 612, 792),
    ("a3", 1190.6, 841.9),
)
"""Width and height in points; the poster lies on its side."""
_MARGIN, _FOOT, _HEAD = 40.0, 18.0, 18.0


def pt(points: float) -> float:
    """Points in px of the page."""
    return points * DOTS_PER_INCH / 72


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of a page that is not broken; `draw` gets the painter and its top left corner."""

    height: float
    draw: Callable[[QPainter, QPointF], None]
    above: float = 0.0
    keep: bool = False


class Running(NamedTuple):
    """What stands on every page: the lesson, which sheet of it, and whose work it is."""

    title: str
    what: str


class Paper(NamedTuple):
    """A size of paper in px of the page."""

    width: float
    height: float

    @staticmethod
    def named(name: PaperName) -> Paper:
        """A4, US letter, or A3 on its side."""
        return next(Paper(pt(w), pt(h)) for paper, w, h in _SIZES if paper == name)

    @property
    def inner(self) -> QRectF:
        """Where rows may stand."""
        top = pt(_MARGIN + _HEAD)
        foot = self.height - pt(_MARGIN + _FOOT)
        return QRectF(pt(_MARGIN), top, self.width - 2 * pt(_MARGIN), foot - top)


def font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font, for paper: laid out by its own measures, not by a screen's dots."""
    found = QFont()
    found.setPixelSize(round(pt(points)))
    found.setWeight(weight)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("tnum"), 1)
    return found


def ink(is_muted: bool = False) -> QColor:
    """Black, or a grey that a copier keeps."""
    return grey(_MUTED if is_muted else _INK)


def grey(light: float) -> QColor:
    """A grey from 0, black, to 1, paper: what is printed has no theme and needs no colour."""
    return QColor.fromRgbF(light, light, light)


def hair(painter: QPainter, start: QPointF, end: QPointF, width: float = 0.5) -> None:
    """A thin line."""
    painter.setPen(QPen(ink(True), pt(width)))
    painter.drawLine(start, end)


def bound(paper: Paper, running: Running, rows: Sequence[Row]) -> bytes:
    """The rows as a PDF, on as many pages as they need, each with head, foot and number."""
    inner = paper.inner
    pages = paginate(rows, inner.height())

    def page(number: int, held: Sequence[Row]) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.fillRect(QRectF(0, 0, paper.width, paper.height), grey(1.0))
            _draw_running(painter, paper, running, f"{number} / {len(pages)}")
            stack(painter, held, inner.topLeft())

        return draw

    leaf = Leaf(paper.width, paper.height, DOTS_PER_INCH)
    return pdf_of(
        f"{running.title}: {running.what}", leaf, [page(n, held) for n, held in enumerate(pages, 1)]
    )


def stack(painter: QPainter, rows: Sequence[Row], at: QPointF) -> None:
    """Draw rows one under the other."""
    for i, row in enumerate(rows):
        painter.save()
        row.draw(painter, QPointF(at.x(), at.y() + height_of(rows[: i + 1]) - row.height))
        painter.restore()


def colophon() -> str:
    """Whose work it is, and what it is not."""
    return _("Bodymap · text and figures CC BY 4.0 · for teaching, not medical advice")


def _draw_running(painter: QPainter, paper: Paper, running: Running, number: str) -> None:
    inner, small = paper.inner, font(7.5)
    painter.setFont(small)
    painter.setPen(ink(True))
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    head = QRectF(inner.left(), pt(_MARGIN) - pt(8), inner.width(), pt(12))
    what = QFontMetricsF(small).horizontalAdvance(running.what) + pt(12)
    title = QFontMetricsF(small).elidedText(running.title, Qt.TextElideMode.ElideRight, inner.width() - what)
    painter.drawText(head, title, start)
    painter.drawText(head, running.what, end)
    foot = QRectF(inner.left(), paper.height - pt(_MARGIN) - pt(8), inner.width(), pt(12))
    hair(painter, foot.topLeft() - QPointF(0, pt(4)), foot.topRight() - QPointF(0, pt(4)))
    painter.setPen(ink(True))
    painter.drawText(foot, colophon(), start)
    painter.drawText(foot, number, end)

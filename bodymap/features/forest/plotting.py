"""Draws the plot: where each line lies for a width, and its words, diamond and interval."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from bodymap.features.forest.columns import Line, columns
from bodymap.features.forest.model import Plot, detail_words, group_note, includes_none, interval_words
from bodymap.i18n import _
from bodymap.ui.look import BODY, META, Look
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.forest import Group, Point
from bodymap.viewmodels.words import no_interval

_HALF = QFont.Weight.DemiBold
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


class Drawing:
    """A plot laid out for a width: `height` is what it needs, `lines` are where its points are."""

    def __init__(self, look: Look, plot: Plot, width: int) -> None:
        self.look, self.plot = look, plot
        self._at = columns(look, width)
        self._width = width
        self._heads: list[tuple[Group, QRectF, float]] = []
        self.lines: list[Line] = []
        y = 0.0
        for group in plot.forest.groups:
            y = self._lay_out(group, y)
        self.sources: list[tuple[Source, QRectF]] = []
        self.height = round(self._lay_out_sources(y))

    def _heights(self, point: Point) -> tuple[int, int]:
        """The heights of a name and of what it was compared with, as they wrap."""
        look, box = self.look, QRect(0, 0, int(self._at.names[1]), 10_000)
        name = look.metrics(BODY, _HALF).boundingRect(box, _WRAP, point.title).height()
        return name, look.metrics(META).boundingRect(box, _WRAP, detail_words(point)).height()

    def _lay_out(self, group: Group, y: float) -> float:
        look = self.look
        head = QRectF(0, y + look.px(16), self._width, look.grown(26))
        bottom = head.bottom() + look.grown(24)
        x, wide = self._at.cited
        for point in group.points:
            tall = sum(self._heights(point)) + look.px(12)
            box = QRectF(0, bottom, self._width, tall)
            self.lines.append(Line(group, point, box, QRectF(x, box.y(), wide, tall)))
            bottom += tall
        self._heads.append((group, head, bottom))
        return bottom + look.grown(24) + look.px(10)

    def _lay_out_sources(self, y: float) -> float:
        """All sources below, in as many columns as fit."""
        look, sources = self.look, self.plot.forest.sources
        if not sources:
            return y
        left, right = look.px(24), self._width - look.px(24)
        stacks = max(1, int((right - left) // look.grown(420)))
        wide, tall = (right - left) / stacks, float(look.grown(24))
        y += look.px(20) + look.grown(30)
        rows = -(-len(sources) // stacks)
        for number, source in enumerate(sources):
            column, row = divmod(number, rows)
            box = QRectF(left + column * wide, y + row * tall, wide - look.px(16), tall)
            self.sources.append((source, box))
        return y + rows * tall + look.px(16)

    def _draw_sources(self, painter: QPainter) -> None:
        look = self.look
        for number, (source, box) in enumerate(self.sources):
            if number == 0:
                head = (box.y() - look.grown(30), float(look.grown(28)))
                self._write(painter, (box.x(), 400.0), head, _("Sources"), "name")
            words = f"{source.number}  {source.short}"
            role = "link-left" if source.url else "note"
            self._write(painter, (box.x(), box.width()), (box.y(), box.height()), words, role)

    def draw(self, painter: QPainter, area: QRectF, marked: tuple[str, Point | None]) -> None:
        """What lies in an area; `marked` is the organ in focus, and the point of pointer or keyboard."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group, head, bottom in self._heads:
            if bottom + head.height() >= area.top() and head.top() <= area.bottom():
                self._draw_axis(painter, group, head, bottom)
        for line in self.lines:
            if line.box.intersects(area):
                self._draw_line(painter, line, marked)
        self._draw_sources(painter)

    def _draw_axis(self, painter: QPainter, group: Group, head: QRectF, bottom: float) -> None:
        look, (left, wide) = self.look, self._at.plot
        painter.setFont(look.font(BODY, _HALF))
        painter.setPen(look.color("text"))
        painter.drawText(head.adjusted(self._at.names[0], 0, 0, 0), _LEFT, group.title)
        painter.setFont(look.font(META))
        painter.setPen(look.color("muted"))
        plot = QRectF(left, head.y(), self._width - left - look.px(24), head.height())
        painter.drawText(plot, _LEFT, group_note(group))
        painter.drawText(plot, _RIGHT, _("95 % interval, source"))
        top = head.bottom() + look.grown(22)
        for tick, words in zip(group.axis.ticks, group.axis.labels(), strict=True):
            x = left + group.axis.at(tick) * wide
            painter.setPen(QPen(look.color("hairline"), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            painter.setPen(look.color("muted"))
            for y in (head.bottom(), bottom + look.px(2)):
                painter.drawText(QRectF(x - 60, y, 120, look.grown(22)), _CENTRE, words)
        x = left + group.axis.at(group.axis.none) * wide
        painter.setPen(QPen(look.color("outline"), 1.5 * look.base))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _draw_line(self, painter: QPainter, line: Line, marked: tuple[str, Point | None]) -> None:
        look, box = self.look, line.box
        if line.point == marked[1]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selection", 0.7))
            painter.drawRoundedRect(box.adjusted(look.px(8), 1, -look.px(8), -1), look.px(8), look.px(8))
        elif line.point is not line.group.points[0]:
            painter.setPen(QPen(look.color("hairline", 0.5), 1))
            painter.drawLine(QPointF(self._at.names[0], box.y()), QPointF(self._width - look.px(24), box.y()))
        is_focus = line.point.organ.id == marked[0] and not self.plot.organ
        self._draw_words(painter, line, is_focus)
        self._draw_interval(painter, line)

    def _draw_words(self, painter: QPainter, line: Line, is_focus: bool) -> None:
        look, point, box = self.look, line.point, line.box
        x, wide = self._at.names
        name = self._heights(point)[0]
        if is_focus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("receiving"))
            painter.drawRoundedRect(
                QRectF(look.px(12), box.center().y() - look.px(12), look.px(4), look.px(24)), 2, 2
            )
        self._write(painter, (x, wide), (box.y() + look.px(6), name), point.title, "name")
        below = (box.y() + look.px(6) + name, box.height() - name - look.px(6))
        self._write(painter, (x, wide), below, detail_words(point), "detail")
        whole = (box.y(), box.height())
        stacked = self._at.value == self._at.interval
        shift = look.grown(10) if stacked else 0
        upper = (box.y() - shift, box.height())
        self._write(painter, self._at.value, upper, point.number, "value-left" if stacked else "value")
        recorded = point.low is not None and point.high is not None
        below = (box.y() + shift, box.height())
        words = interval_words(point)
        self._write(painter, self._at.interval, below, words, "interval" if recorded else "note")
        cited = " ".join(f"[{n}]" for n in point.numbers)
        self._write(painter, self._at.cited, whole, cited, "link")

    def _write(
        self,
        painter: QPainter,
        across: tuple[float, float],
        down: tuple[float, float],
        words: str,
        style: str,
    ) -> None:
        look = self.look
        bold = style in ("name", "value", "value-left")
        weight = QFont.Weight.Bold if style.startswith("value") else _HALF if bold else QFont.Weight.Normal
        painter.setFont(look.font(BODY if bold else META, weight))
        role = "link" if style.startswith("link") else "text" if bold or style == "interval" else "muted"
        painter.setPen(look.color(role))
        box = QRectF(across[0], down[0], across[1], down[1])
        if style in ("name", "detail"):
            painter.drawText(box, _WRAP, words)
            return
        elide = Qt.TextElideMode.ElideRight
        if style.startswith("value") and painter.fontMetrics().horizontalAdvance(words) > box.width():
            words = words.partition("\N{NO-BREAK SPACE}")[0]  # the heading says the unit
        fitting = painter.fontMetrics().elidedText(words, elide, int(box.width()))
        painter.drawText(box, _RIGHT if style in ("value", "link") else _LEFT, fitting)

    def _draw_interval(self, painter: QPainter, line: Line) -> None:
        """The interval with caps; a diamond, hollow where the interval holds no difference."""
        look, point, group, (left, wide) = self.look, line.point, line.group, self._at.plot
        y = line.box.center().y()
        roles = {"harm": "harm", "benefit": "receiving", "unclear": "text"}
        color = look.color(roles[point.bearing])
        pen = QPen(color, 2 * look.base)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if point.low is not None and point.high is not None:
            low, high = (left + group.axis.at(end) * wide for end in (point.low, point.high))
            painter.drawLine(QPointF(low, y), QPointF(high, y))
            for end in (low, high):
                painter.drawLine(QPointF(end, y - look.grown(6)), QPointF(end, y + look.grown(6)))
        painter.setBrush(color if includes_none(point, group) is False else look.color("panel"))
        if includes_none(point, group) is None:
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
        painter.drawPolygon(diamond(QPointF(left + group.axis.at(point.value) * wide, y), look.grown(6.5)))


def diamond(centre: QPointF, half: float) -> QPolygonF:
    """A diamond around a point."""
    x, y = centre.x(), centre.y()
    return QPolygonF([QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)])


def each_legend() -> Iterator[tuple[str, str]]:
    """What the diamonds mean: how each is drawn, and its words."""
    yield "filled", _("interval excludes no difference")
    yield "hollow", _("interval includes it")
    yield "dotted", no_interval()
    yield "harm", _("harm")
    yield "benefit", _("benefit")

"""The words under and above a body: legend and caption, measured and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from bodymap.ui.body.molecule import draw_molecule
from bodymap.ui.body.piece import Piece
from bodymap.ui.look import BODY, META, Look
from bodymap.viewmodels.scene_values import LegendEntry, Role, Scale, Scene

_LOW = 760
"""Below this height, px at scale 1, a legend beside another body's is brief: the figure needs the room."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MOST_HEIGHT = 0.25
"""Of a pane, before a legend is shortened."""


class Line(NamedTuple):
    """One entry of a legend in its place."""

    entry: LegendEntry
    rect: QRect


class Legend(NamedTuple):
    """Entries in their places, and the height they take at the foot of the pane (0: none).

    Where values are shown, `bar` is the place of their `scale`.
    """

    lines: tuple[Line, ...]
    height: int
    scale: Scale | None = None
    bar: QRect = QRect()


class Caption(NamedTuple):
    """The heading of a body and the height it takes, 0 where there is none."""

    words: str
    note: str
    role: Role | None
    rect: QRect
    height: int


def caption_of(scene: Scene, rect: QRect, look: Look) -> Caption:
    """A scene's caption at the top of a rectangle of which only corner and width count."""
    if not scene.caption:
        return Caption("", "", None, QRect(), 0)
    width = max(40, rect.width())
    note = look.metrics(META).boundingRect(QRect(0, 0, width, 4000), _WRAP, scene.caption_note).height()
    head = look.metrics(BODY, QFont.Weight.DemiBold).height()
    height = head + (note + look.px(6) if scene.caption_note else 0)
    box = QRect(rect.left(), rect.top(), width, height)
    return Caption(scene.caption, scene.caption_note, scene.caption_role, box, box.bottom() + look.px(4))


def legend_of(scene: Scene, pane: QRect, halves: tuple[float, float], look: Look) -> Legend:
    """A scene's legend in the lower corners of a pane, each `halves` wide; one half: all at the left."""
    if scene.scale is not None:
        return _scale_legend(scene.scale, pane, halves[0], look)
    entries = list(scene.legend)
    if scene.local and scene.local_words:
        entries.append(LegendEntry("receiving", scene.local_words, "ring"))
    whole = _laid(entries, pane, halves, look)
    if whole.height <= pane.height() * _MOST_HEIGHT:
        return whole
    # Large words in a low pane: molecules are told in the description, the figure needs the room.
    return _laid([e for e in entries if e.shape != "molecule"], pane, halves, look)


def _laid(entries: list[LegendEntry], pane: QRect, halves: tuple[float, float], look: Look) -> Legend:
    if not entries:
        return Legend((), 0)
    if not halves[1] and pane.height() < look.px(_LOW):
        entries = [replace(e, words=e.brief or e.words) for e in entries]
    right = [e for e in entries if e.shape != "disc"] if halves[1] else []
    left = [e for e in entries if e not in right]
    margin, bottom = look.px(24), pane.bottom() + 1 - look.px(16)
    lines = _stack(left, round(halves[0]), look)
    lines_right = _stack(right, round(halves[1]), look)
    wide = max((line.rect.right() + 1 for line in lines_right), default=0)
    tall = max((_foot(lines), _foot(lines_right)))
    shown = [_moved(line, pane.left() + margin, bottom - _foot(lines)) for line in lines]
    x = pane.right() + 1 - margin - wide
    shown += [_moved(line, x, bottom - _foot(lines_right)) for line in lines_right]
    return Legend(tuple(shown), tall + look.px(20))


def _scale_legend(scale: Scale, pane: QRect, room: float, look: Look) -> Legend:
    from bodymap.ui.body.colour_bar import bar_size  # few pictures show values

    size = bar_size(scale, round(room), look)
    corner = QPoint(pane.left() + look.px(24), pane.bottom() + 1 - look.px(16) - size.height())
    return Legend((), size.height() + look.px(20), scale, QRect(corner, size))


def legend_pieces(legend: Legend, look: Look, plated: bool = False) -> list[Piece]:
    """The pieces of a legend; `plated` where a zoomed figure may lie under it."""
    if legend.scale is not None:
        from bodymap.ui.body.colour_bar import draw_bar

        draw = partial(draw_bar, legend.scale, legend.bar.size(), look)
        return [Piece(legend.bar, ("scale", legend.scale, look), draw)]
    lines = [
        Piece(line.rect, ("legend", line.entry, look), partial(_draw_line, line, look))
        for line in legend.lines
    ]
    return [*(_plate(line, look) for line in legend.lines if plated), *lines]


def _plate(line: Line, look: Look) -> Piece:
    reach = look.px(6)
    rect = line.rect.adjusted(-reach, -look.px(2), reach, look.px(2))
    size = QRectF(0, 0, rect.width(), rect.height())
    return Piece(rect, ("plate", rect.size().toTuple(), look), partial(_draw_plate, size, look))


def _draw_plate(size: QRectF, look: Look, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("ground1", 0.86))
    painter.drawRoundedRect(size, look.px(6), look.px(6))


def caption_pieces(caption: Caption, look: Look) -> list[Piece]:
    """The piece of a caption, none where there is none."""
    if not caption.height:
        return []
    look_of = ("caption", caption.words, caption.note, caption.role, look)
    return [Piece(caption.rect, look_of, partial(_draw_caption, caption, look))]


def mark(painter: QPainter, role: Role | None, box: QRectF, look: Look) -> None:
    """The shape that stands for a role: triangle down for harm, up for an answer, else a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text") if role is None else QPen(look.theme.accent(role)).color())
    middle = box.center()
    if role == "harm":
        painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), QPointF(middle.x(), box.bottom())]))
    elif role == "receiving":
        painter.drawPolygon(QPolygonF([box.bottomLeft(), box.bottomRight(), QPointF(middle.x(), box.top())]))
    else:
        painter.drawEllipse(box)


def _stack(entries: Sequence[LegendEntry], width: int, look: Look) -> list[Line]:
    """Entries side by side as many as fit, row under row; one that is wider than all room is wrapped."""
    metrics = look.metrics(META)
    icon, gap, row = _icon(look), look.px(24), max(metrics.height(), look.px(24))
    wide = [icon + metrics.horizontalAdvance(e.words) + 2 for e in entries]
    lines: list[Line] = []
    x = y = tall = 0
    for entry, full in zip(entries, wide, strict=True):
        if x and x + full > width:
            x, y = 0, y + tall + look.px(4)
        box = metrics.boundingRect(QRect(0, 0, max(40, width - icon), 4000), _WRAP, entry.words)
        height = row if full <= width else max(row, box.height())
        lines.append(Line(entry, QRect(x, y, min(full, width), height)))
        tall = max(tall, height) if x else height
        x += full + gap
    return lines


def _foot(lines: Sequence[Line]) -> int:
    return max((line.rect.bottom() + 1 for line in lines), default=0)


def _moved(line: Line, dx: int, dy: int) -> Line:
    return Line(line.entry, line.rect.translated(dx, dy))


def _icon(look: Look) -> int:
    return look.px(8) + look.grown(18)


def _draw_line(line: Line, look: Look, painter: QPainter) -> None:
    row = max(look.metrics(META).height(), look.px(24))
    _draw_icon(painter, line.entry, QRectF(0, 0, look.grown(18), row), look)
    painter.setFont(look.font(META))
    painter.setPen(look.color("text"))
    icon = _icon(look)
    flags = _WRAP if line.rect.height() > row else int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRect(icon, 0, line.rect.width() - icon, line.rect.height()), flags, line.entry.words)


def _draw_icon(painter: QPainter, entry: LegendEntry, box: QRectF, look: Look) -> None:
    accent = QPen(look.theme.accent(entry.role)).color()
    middle, r = box.center(), look.grown(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    if entry.shape == "pill":
        pill = QRectF(0, 0, look.grown(18), look.grown(12))
        pill.moveCenter(middle)
        painter.drawRoundedRect(pill, r, r)
    elif entry.shape == "arrow":
        tip = QPointF(middle.x() + r, middle.y())
        back = QPointF(middle.x() - r, middle.y())
        painter.drawPolygon(
            QPolygonF([tip, back + QPointF(0, -r), back + QPointF(r * 0.6, 0), back + QPointF(0, r)])
        )
    elif entry.shape == "molecule":
        _draw_travelling(painter, middle, r, look)
    elif entry.shape == "ring":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, look.px(2), Qt.PenStyle.DotLine))
        painter.drawEllipse(middle, r, r)
    else:
        _draw_disc(painter, entry.role, QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r), look)


def _draw_travelling(painter: QPainter, middle: QPointF, r: float, look: Look) -> None:
    """Molecules in a row, as on a road: no disc of another role looks like that."""
    for step in (-1, 0, 1):
        draw_molecule(painter, "full", middle + QPointF(step * r, 0), (r * 0.42, look))


def _draw_disc(painter: QPainter, role: Role, box: QRectF, look: Look) -> None:
    if role == "harm":
        mark(painter, role, box, look)
    else:
        painter.drawEllipse(box)


def _draw_caption(caption: Caption, look: Look, painter: QPainter) -> None:
    head = look.metrics(BODY, QFont.Weight.DemiBold).height()
    side = look.px(12)
    mark(painter, caption.role, QRectF(1, (head - side) / 2, side, side), look)
    painter.setFont(look.font(BODY, QFont.Weight.DemiBold))
    painter.setPen(
        look.color("text") if caption.role is None else QPen(look.theme.accent(caption.role)).color()
    )
    painter.drawText(
        QRect(look.px(24), 0, caption.rect.width(), head), int(Qt.AlignmentFlag.AlignVCenter), caption.words
    )
    painter.setFont(look.font(META))
    painter.setPen(look.color("muted"))
    rest = QRect(0, head + look.px(6), caption.rect.width(), caption.rect.height())
    painter.drawText(rest, _WRAP, caption.note)

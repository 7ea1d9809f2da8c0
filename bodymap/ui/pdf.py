"""Writes pages to a PDF: the same pages give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

_POINTS_PER_INCH = 72
_SPACE = QUuid("{6d3b1c52-8f0a-4f0e-9a37-5b1f4c0e7a11}")
_NO_DATE = b"20000101000000"
_NO_DAY = b"2000-01-01T00:00:00"


class DrawingError(Exception):
    """Qt could not write the picture; the message says what was asked of it."""


class Leaf(NamedTuple):
    """What every page of a file shares: its size in px, and how many of them make an inch."""

    width: float
    height: float
    dots_per_inch: int


def pdf_of(title: str, leaf: Leaf, pages: Sequence[Callable[[QPainter], None]]) -> bytes:
    """The pages as one PDF; needs a QGuiApplication, not a screen. Raises DrawingError."""

    def write(device: QIODevice) -> bool:
        writer = QPdfWriter(device)
        writer.setResolution(leaf.dots_per_inch)
        points = QSizeF(leaf.width, leaf.height) * (_POINTS_PER_INCH / leaf.dots_per_inch)
        size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        writer.setTitle(title)
        writer.setCreator("Bodymap")
        writer.setDocumentId(QUuid.createUuidV5(_SPACE, title.encode()))
        painter = QPainter(writer)
        if not painter.isActive():
            return False
        for number, draw in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            draw(painter)
            painter.restore()
        return painter.end()

    return _undated(written_bytes(write))


def written_bytes(write: Callable[[QIODevice], bool]) -> bytes:
    """What `write` writes to the device it is given; DrawingError where it says that it could not."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not write(buffer):
        raise DrawingError("the picture cannot be drawn")
    buffer.close()
    return bytes(content.data())


def _undated(pdf: bytes) -> bytes:
    """A PDF with one fixed date of the same length: Qt writes the time of day, and offers no way not to."""
    dated = re.sub(rb"(?<=\(D:)\d{14}", _NO_DATE, pdf)
    return re.sub(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d', _NO_DAY, dated)

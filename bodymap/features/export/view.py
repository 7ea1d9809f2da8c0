"""Draws a sheet to PNG, SVG or PDF: the same sheet gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from bodymap.features.export.model import Format, Sheet, drawing_size, places
from bodymap.features.export.words import draw_words
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.paint import paint
from bodymap.ui.body.picture import Body, Frame, Picture
from bodymap.ui.look import Look
from bodymap.ui.pdf import DrawingError, Leaf, pdf_of, written_bytes

_DOTS_PER_INCH = 96
_PNG_EFFORT = 20
"""Of 100: a fifth larger than Qt's own choice, and written in a third of the time."""
_HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that decides the bytes: words, bodies, size in px, how it looks."""

    sheet: Sheet
    bodies: tuple[Body, ...]
    size: tuple[int, int]
    look: Look


def rendered(page: Page, form: Format, gallery: Gallery) -> bytes:
    """The file's bytes; needs a QGuiApplication, not a screen. Raises DrawingError."""
    writers = {"png": _png, "svg": _svg, "pdf": _pdf}
    return writers[form](page, lambda painter: _draw(painter, page, gallery))


def _draw(painter: QPainter, page: Page, gallery: Gallery) -> None:
    painter.setRenderHints(_HINTS)
    shrunk, size = drawing_size(*page.size)
    painter.scale(shrunk, shrunk)
    where = places(*size, page.look.base, page.look.text)
    x, y, width, height = where.body
    painter.save()
    painter.setClipRect(QRect(x, y, width, height))
    painter.translate(x, y)
    paint(painter, Picture(page.bodies, Frame(width, height, page.look)), gallery)
    painter.restore()
    draw_words(painter, page.sheet, where.words, page.look)


def _png(page: Page, draw: Callable[[QPainter], None]) -> bytes:
    image = QImage(QSize(*page.size), QImage.Format.Format_RGB32)
    if image.isNull():
        raise DrawingError(f"a picture of {page.size[0]}x{page.size[1]} pixels does not fit into memory")
    image.setText("Title", page.sheet.title)
    image.setText("Copyright", page.sheet.colophon)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return written_bytes(lambda device: _written_png(image, device))


def _written_png(image: QImage, device: QIODevice) -> bool:
    writer = QImageWriter(device, QByteArray(b"png"))
    writer.setCompression(_PNG_EFFORT)
    return writer.write(image)


def _svg(page: Page, draw: Callable[[QPainter], None]) -> bytes:
    def write(device: QIODevice) -> bool:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(QSize(*page.size))
        generator.setViewBox(QRect(0, 0, *page.size))
        generator.setResolution(_DOTS_PER_INCH)
        generator.setTitle(page.sheet.title)
        generator.setDescription(page.sheet.colophon)
        return _drawn(QPainter(generator), draw)

    return written_bytes(write)


def _pdf(page: Page, draw: Callable[[QPainter], None]) -> bytes:
    return pdf_of(page.sheet.title, Leaf(*page.size, _DOTS_PER_INCH), [draw])


def _drawn(painter: QPainter, draw: Callable[[QPainter], None]) -> bool:
    if not painter.isActive():
        return False
    draw(painter)
    return painter.end()

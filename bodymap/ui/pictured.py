"""A text browser whose pictures are painted from their names."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from bodymap.ui.card_images import card_image


class PicturedText(QTextBrowser):
    """Shows the pictures of `card_images` in its HTML."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture painted from its name."""
        words = name.toString() if isinstance(name, QUrl) else name
        if kind == int(QTextDocument.ResourceType.ImageResource.value):
            image = card_image(words, self.devicePixelRatioF())
            if image is not None:
                return image
        return super().loadResource(kind, name)

"""What the room sees: one slide over a whole screen."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from bodymap.features.lessons.presenting.hearing import HearingWindow
from bodymap.features.lessons.presenting.slide_view import MakeBody, SlideView
from bodymap.i18n import _
from bodymap.ui.theme import Theme


class RoomWindow(HearingWindow):
    """A slide that fills the window."""

    def __init__(self, make_body: MakeBody, theme: Theme) -> None:
        super().__init__()
        self.slide = SlideView(make_body, theme, self)
        self.setWindowTitle(_("Lesson"))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The slide fills it."""
        self.slide.setGeometry(self.rect())

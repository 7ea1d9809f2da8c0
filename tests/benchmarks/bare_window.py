"""The least that the platform can do: an empty QMainWindow of a size, gone as soon as it is painted.

`python bare_window.py WIDTH HEIGHT`
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """Ends the program after its first paint event."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


app = QApplication(sys.argv)
window = Bare()
window.resize(int(sys.argv[1]), int(sys.argv[2]))
window.show()
app.exec()

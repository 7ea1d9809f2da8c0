"""The curves' data to the clipboard and into a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bodymap.i18n import _
from bodymap.loading.writing import written


def copy(text: str) -> str:
    """Lay a table into the clipboard; what to say about it."""
    QGuiApplication.clipboard().setText(text)
    return _("The data of the curves are in the clipboard.")


def save(text: str, path: Path) -> str:
    """Write a table whole or not at all; what to say about it."""
    try:
        with written(path) as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        return _("{file} cannot be written: {reason}").format(file=path.name, reason=error.strerror or error)
    return _("The data of the curves were saved as {file}.").format(file=path.name)


def asked_path(parent: QWidget, name: str) -> Path | None:
    """Where the reader wants the table; None where she thought better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the data"), f"{name}.csv", _("Tables (*.csv)")
    )
    return Path(chosen) if chosen else None

"""The curves' data to the clipboard and into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
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


def ask_for_path(parent: QWidget, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where the reader wants the table, without holding up anything else; `chosen` hears it."""
    dialog = QFileDialog(parent, _("Save the data"), "", _("Tables (*.csv)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(f"{name}.csv")
    dialog.fileSelected.connect(_told(chosen))
    dialog.open()
    return dialog


def _told(chosen: Callable[[Path], object]) -> Callable[[str], None]:
    def on_selected(path: str) -> None:
        chosen(Path(path))

    return on_selected

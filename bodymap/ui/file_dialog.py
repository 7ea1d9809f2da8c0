"""Asks for a file, to open or to save in, or for a folder, without holding up anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, kinds: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask which file to open; `kinds` is Qt's filter, `chosen` hears the path."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def on_selected(path: str) -> None:
        chosen(Path(path))

    dialog.fileSelected.connect(on_selected)
    dialog.open()
    return dialog


def ask_where_to_save(
    parent: QWidget, title: str, file: tuple[str, str, str], chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save: `file` is the name that is proposed, Qt's filter, and the ending it gets."""
    name, kinds, ending = file
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)

    def on_selected(path: str) -> None:
        chosen(Path(path))

    dialog.fileSelected.connect(on_selected)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask into which folder to write; `chosen` hears its path."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)

    def on_selected(path: str) -> None:
        chosen(Path(path))

    dialog.fileSelected.connect(on_selected)
    dialog.open()
    return dialog

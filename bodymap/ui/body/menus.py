"""The menus that open over the body."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from bodymap.ui.entries import entry_words

if TYPE_CHECKING:
    from bodymap.atlas.records import Ref
    from bodymap.ui.body.widget import BodyView


def menu_at(body: BodyView, point: QPointF) -> QMenu:
    """A menu of all regions under a point, by name, top first; or of the labels that had no room."""
    menu = QMenu(body)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label in body.canvas.more_at(point):
        menu.addAction(entry_words(label.text)).triggered.connect(partial(_tell_label, body, label.ref))
    for region in () if menu.actions() else body.regions_at(point):
        menu.addAction(entry_words(body.region_name(region))).triggered.connect(
            partial(_tell_region, body, region)
        )
    return menu


def _tell_label(body: BodyView, ref: Ref, _checked: bool = False) -> None:
    body.label_chosen.emit(ref)


def _tell_region(body: BodyView, region: str, _checked: bool = False) -> None:
    body.chosen.emit(region)

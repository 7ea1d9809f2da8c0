"""What Qt tells a delegate; Qt's stubs leave out the fields of style options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def box_of(option: QStyleOptionViewItem) -> QRectF:
    """Where to paint."""
    return QRectF(cast("Any", option).rect)


def has_state(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Whether the item is selected, has the keyboard …"""
    return bool(cast("Any", option).state & flag)

"""`bodymap export` and `bodymap bake`: pictures to files, without a screen."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bodymap.cli import screen
from bodymap.cli.arguments import UsageError
from bodymap.cli.choices import changes, check_figure, selected
from bodymap.cli.knowledge import knowledge
from bodymap.loading.shipped import shipped
from bodymap.loading.writing import written
from bodymap.state import State

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from bodymap.features.export.model import Format


def export(chosen: Namespace) -> int:
    """Write the picture that was asked for, whole or not at all; 1 where it cannot be drawn."""
    check_figure(chosen.figure, chosen.data)
    known = knowledge(chosen.data)
    focus = selected(chosen.select, known.atlas, known.figures.anatomy)
    state = replace(State(), **changes(chosen, focus))
    app = _drawing()
    if app is None:
        return 1
    from bodymap.cli.pages import page_of
    from bodymap.features.export.view import DrawingError, rendered
    from bodymap.ui.body.art import Gallery

    form = cast("Format", chosen.out.suffix.lower().removeprefix("."))
    page = page_of(known, chosen, state)
    if page is None:
        return 1
    try:
        content = rendered(page, form, Gallery(known.figures.root))
    except DrawingError as error:
        sys.stderr.write(f"bodymap: {error}\n")
        return 1
    with written(chosen.out) as file:
        file.write(content)
    return 0


def bake(chosen: Namespace) -> int:
    """Make the shipped pictures again; a line for each drawing, 1 where Qt cannot draw."""
    app = _drawing()
    if app is None:
        return 1
    from bodymap.ui.baking import bake as bake_figures

    def told(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    try:
        bake_figures(shipped("assets", "figures"), chosen.figures, told)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return 0


def _drawing() -> QGuiApplication | None:
    """What Qt draws with, no screen needed; None, and said why, where the system lacks libraries."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_HASH_SEED"] = "0"  # else Qt writes the fonts of a PDF in another order each time
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        why = screen.why_not(error)
        if why is None:
            raise
        sys.stderr.write(f"bodymap: {why}\n")
        return None
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    with screen.explained("bodymap"):
        return QGuiApplication(["bodymap"])

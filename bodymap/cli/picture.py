"""`bodymap export` and `bodymap bake`: pictures to files, without a screen."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bodymap.cli import screen
from bodymap.cli.arguments import UsageError
from bodymap.cli.choices import changes, check_figure, selected
from bodymap.cli.knowledge import Knowledge, knowledge
from bodymap.loading.shipped import shipped
from bodymap.loading.writing import write_whole, written
from bodymap.state import State

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from bodymap.features.export.model import Format


def export(chosen: Namespace) -> int:
    """Write the picture, table or sheets asked for, whole or not at all; 1 where it cannot be drawn."""
    _refuse(chosen)
    if len(chosen.out) > 1:
        return _take_away(chosen)
    check_figure(chosen.figure, chosen.data)
    known = knowledge(chosen.data)
    focus = selected(chosen.select, known.atlas, known.figures.anatomy)
    state = replace(State(), **changes(chosen, focus))
    (out,) = chosen.out
    if out.suffix.lower() == ".csv":
        return _table(known, state, out)
    app = _drawing()
    if app is None:
        return 1
    from bodymap.cli.pages import page_of
    from bodymap.features.export.view import DrawingError, rendered
    from bodymap.ui.body.art import Gallery

    form = cast("Format", out.suffix.lower().removeprefix("."))
    page = page_of(known, chosen, state)
    if page is None:
        return 1
    try:
        content = rendered(page, form, Gallery(known.figures.root))
    except DrawingError as error:
        sys.stderr.write(f"bodymap: {error}\n")
        return 1
    with written(out) as file:
        file.write(content)
    return 0


def _take_away(chosen: Namespace) -> int:
    app = _drawing()
    if app is None:
        return 1
    from bodymap.cli.take_away import take_away

    return take_away(chosen)


def _table(known: Knowledge, state: State, out: Path) -> int:
    """Write what is said of a state as a table."""
    from bodymap.viewmodels.reader import Reader
    from bodymap.viewmodels.shown_table import as_csv, shown_rows

    write_whole(out, as_csv(shown_rows(Reader(known.atlas, known.figures.anatomy).card(state))))
    return 0


def _refuse(chosen: Namespace) -> None:
    """UsageError where options do not go together."""
    from bodymap.cli.take_away_options import OPTIONS

    is_lesson = len(chosen.out) > 1
    for name, _words in OPTIONS:
        if getattr(chosen, name) and not is_lesson:
            raise UsageError(f"--{name} is for lessons: bodymap export lesson.bodymap out --{name}")
    if chosen.out[0].suffix.lower() == ".csv" and (chosen.values or chosen.figure_file):
        raise UsageError("a table of what is shown has no place for --values or --figure-file")


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

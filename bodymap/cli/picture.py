"""`bodymap export` and `bodymap bake`: pictures to files, without a screen."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bodymap.cli import screen
from bodymap.cli.arguments import UsageError
from bodymap.cli.choices import changes, selected
from bodymap.cli.knowledge import Knowledge, knowledge
from bodymap.loading.shipped import shipped
from bodymap.loading.writing import written
from bodymap.state import State

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from bodymap.features.export.model import Format
    from bodymap.features.export.view import Page
    from bodymap.figure.figure import View
    from bodymap.ui.body.picture import Body
    from bodymap.viewmodels.scene_values import Scene


def export(chosen: Namespace) -> int:
    """Write the picture that was asked for, whole or not at all; 1 where it cannot be drawn."""
    known = knowledge(chosen.data)
    focus = selected(chosen.select, known.atlas, known.figures.anatomy)
    state = replace(State(), **changes(chosen, focus))
    app = _drawing()
    if app is None:
        return 1
    from bodymap.features.export.view import DrawingError, rendered
    from bodymap.ui.body.art import Gallery

    form = cast("Format", chosen.out.suffix.lower().removeprefix("."))
    page = _page(known, state, chosen.size) if chosen.values is None else _values_page(known, chosen, state)
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


def _page(known: Knowledge, state: State, size: tuple[int, int]) -> Page:
    from bodymap.features.export.model import sheet_of
    from bodymap.features.export.view import Page
    from bodymap.ui.look import Look, base_scale
    from bodymap.ui.theme import load_theme
    from bodymap.viewmodels.reader import Reader

    reader = Reader(known.atlas, known.figures.anatomy)
    look = Look(load_theme(state.theme), base_scale(*size), state.text_size / 100)
    bodies = tuple(_body(known, scene) for scene in reader.stage(state).scenes)
    return Page(sheet_of(reader.card(state)), bodies, size, look)


def _values_page(known: Knowledge, chosen: Namespace, state: State) -> Page | None:
    """The same with a table of values on the body; None, and said why, where there is none in the file."""
    from bodymap.cli.values_picture import pictured

    found = pictured(chosen, known.atlas, known.figures.anatomy, state)
    if found is None:
        return None
    sheet, stage = found
    bodies = tuple(_body(known, scene) for scene in stage.scenes)
    return replace(_page(known, state, chosen.size), sheet=sheet, bodies=bodies)


def _body(known: Knowledge, scene: Scene) -> Body:
    from bodymap.ui.body.picture import Body

    if scene.closeup:
        return Body(scene, known.figures.closeup(scene.closeup))
    vessels = known.figures.circulation(scene.figure, scene.view)
    roads = (vessels.route(route.start, route.end) for route in scene.routes)
    view: View = known.figures.view(scene.figure, scene.view)
    return Body(scene, view, tuple(road for road in roads if road))

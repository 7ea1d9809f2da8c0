"""What `bodymap export` draws: words and bodies, of what is known, of a reader's values, on any figure."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bodymap.atlas.figure_matching import admitted
from bodymap.cli.knowledge import Knowledge
from bodymap.cli.values_picture import pictured
from bodymap.features.export.model import sheet_of
from bodymap.features.export.view import Page
from bodymap.features.opened_figure.model import open_figure
from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.body.picture import Body
from bodymap.ui.look import Look, base_scale
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.other_figure import drawn_on
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage

_OPENED = "opened"


def page_of(known: Knowledge, chosen: Namespace, state: State) -> Page | None:
    """The page that was asked for; None, and said why, where its table or figure cannot be used."""
    reader = Reader(known.atlas, known.figures.anatomy, known.others)
    on_figure = _figure(known, chosen, reader)
    if on_figure is None:
        return None
    look = Look(load_theme(state.theme), base_scale(*chosen.size), state.text_size / 100)
    if chosen.values is not None:
        found = pictured(chosen, known.atlas, known.figures.anatomy, state)
        if found is None:
            return None
        sheet, stage = found
    else:
        sheet, stage = sheet_of(reader.card(state)), reader.undrawn(state)
    if chosen.figure_file is not None:
        words = _("Bodymap · not medical advice · figure: {file}, under its own licence")
        sheet = replace(sheet, colophon=words.format(file=chosen.figure_file.name))
    elif state.figure in known.others:
        words = _("Bodymap · not medical advice · figure: {title}, under its own licence")
        sheet = replace(sheet, colophon=words.format(title=known.others[state.figure].title))
    bodies = tuple(Body.of(scene, known.figures) for scene in on_figure(stage).scenes)
    return Page(sheet, bodies, chosen.size, look)


def _figure(known: Knowledge, chosen: Namespace, reader: Reader) -> Callable[[Stage], Stage] | None:
    """What lays a stage on the figure of a named file, or of the state; problems are told on stderr."""
    if chosen.figure_file is None:
        return reader.drawn
    figure, problems = open_figure(chosen.figure_file, known.atlas, known.figures.anatomy)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if figure is None:
        return None
    known.figures.admit(_OPENED, figure.view, admitted(known.figures.anatomy, figure))
    return partial(drawn_on, figure=figure, name=_OPENED)

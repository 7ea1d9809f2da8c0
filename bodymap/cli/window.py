"""`bodymap`: the window, or in words why there can be none."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from bodymap.cli import screen
from bodymap.loading.languages import ask_for
from bodymap.settings import kept_language, settings_path

if TYPE_CHECKING:
    from argparse import Namespace

    from bodymap.atlas.reading import Library
    from bodymap.atlas.records import Ref


def open_window(chosen: Namespace) -> int:
    """Open the window and stay until it is closed; 1 where there is no screen or Qt lacks a library."""
    gc.disable()  # until everything is there: what a start makes, it keeps
    if not (chosen.language or chosen.reset):
        ask_for(kept_language(settings_path()))
    _check_figure(chosen)
    library = _library(chosen) if chosen.select else None
    if screen.no_screen(os.environ):
        return _refuse(screen.NO_SCREEN)
    try:
        from bodymap.app import Options, application, run
    except ImportError as error:
        why = screen.why_not(error)
        if why is None:
            raise
        return _refuse(why)
    with screen.explained("bodymap"):
        app = application()
    options = Options(
        select=_selected(chosen, library) if library else None,
        mode="both" if chosen.state == "side-by-side" else chosen.state,
        evidence=chosen.only,
        least=chosen.least,
        figure=chosen.figure,
        view=chosen.view,
        closeup=chosen.closeup,
        layers=chosen.layers,
        theme=chosen.theme,
        level=chosen.level,
        text_size=chosen.text_size,
        packs=tuple(chosen.data),
        quit_when=chosen.quit_when,
        reset=chosen.reset,
        values=chosen.values,
        figure_file=chosen.figure_file,
        lesson=chosen.opens,
        present=chosen.present,
    )
    code = run(options, library)
    del app  # it had to live until here
    return code


def _library(chosen: Namespace) -> Library:
    """What is known, read already here: a wrong --select must be told before a window opens."""
    from bodymap.atlas.reading import read_library
    from bodymap.loading.pack_folders import pack_folders
    from bodymap.loading.shipped import shipped

    found = read_library(pack_folders(chosen.data))
    figures = found.shown_on(shipped("assets", "figures"))
    library = found._replace(anatomy=figures.anatomy)
    _selected(chosen, library)
    return library


def _check_figure(chosen: Namespace) -> None:
    """A figure that nobody has is told before a window opens."""
    if chosen.figure:
        from bodymap.cli.choices import check_figure

        check_figure(chosen.figure, chosen.data)


def _selected(chosen: Namespace, library: Library) -> Ref | None:
    from bodymap.cli.choices import selected

    return selected(chosen.select, library.atlas, library.anatomy)


def _refuse(why: str) -> int:
    sys.stderr.write(f"bodymap: {why}\n")
    return 1

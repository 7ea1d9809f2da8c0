"""`bodymap`: the window, or in words why there can be none."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from bodymap.atlas.reading import Library, read_library
from bodymap.cli import screen
from bodymap.cli.choices import selected
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped


def open_window(chosen: Namespace) -> int:
    """Open the window and stay until it is closed; 1 where there is no screen or Qt lacks a library."""
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
    select = selected(chosen.select, library.atlas, library.anatomy) if library else None
    options = Options(
        select=select,
        mode="both" if chosen.state == "side-by-side" else chosen.state,
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
    )
    code = run(options, library)
    del app  # it had to live until here
    return code


def _library(chosen: Namespace) -> Library:
    """What is known, read already here: a wrong --select must be told before a window opens."""
    found = read_library([shipped("data"), *chosen.data])
    figures = Figures(shipped("assets", "figures"), found.anatomy)
    selected(chosen.select, found.atlas, figures.anatomy)
    return Library(found.atlas, figures.anatomy, found.problems)


def _refuse(why: str) -> int:
    sys.stderr.write(f"bodymap: {why}\n")
    return 1

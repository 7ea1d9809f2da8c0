"""The deeds of the action table that a window and its parts do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bodymap.i18n import _
from bodymap.state import State
from bodymap.store import Store
from bodymap.ui.action_values import Deeds
from bodymap.ui.time_deeds import time_deeds
from bodymap.ui.window import Window
from bodymap.viewmodels.layers import shown_layers
from bodymap.viewmodels.topic import topic_of

if TYPE_CHECKING:
    from bodymap.ui.wiring import Wiring


def window_deeds(window: Window, store: Store, wiring: Wiring) -> Deeds:
    """Deeds that ask for what is bound to the window when they are done, not before."""
    body, controls = window.body, window.controls

    def layers_shown(state: State) -> tuple[str, ...]:
        reader = wiring.reader
        return shown_layers(state, topic_of(reader.atlas, reader.anatomy, state))

    return Deeds(
        zoom_in=body.zoom_in,
        zoom_out=body.zoom_out,
        fit=body.fit,
        find=window.toolbar.open_search,
        help=partial(_open_help, window),
        keys=partial(_open_keys, window, wiring),
        lists=partial(window.drawers.toggle, "lists"),
        card=partial(window.drawers.toggle, "card"),
        layers_menu=lambda: wiring.actions.popup(controls.layers, _("Layers")),
        figures_menu=controls.figure.open_menu,
        figures=wiring.figures,
        turns=wiring.turns,
        closeups_menu=lambda: wiring.actions.popup(controls.closeups, _("Close-up")),
        copy_citation=lambda: window.card and window.card.copy_citation(),
        copy_sources=lambda: window.card and window.card.copy_sources(),
        full_screen=window.toggle_full_screen,
        leave=partial(_leave, window, store, wiring),
        close=window.close,
        layers_shown=layers_shown,
        time=time_deeds(window, store, lambda: wiring.time),
    )


def _open_help(window: Window) -> None:
    from bodymap.ui.named_parts import open_help

    open_help(window)


def _open_keys(window: Window, wiring: Wiring) -> None:
    from bodymap.ui.sheets import open_keys

    open_keys(window, wiring.actions.table)


def _leave(window: Window, store: Store, wiring: Wiring) -> None:
    """Close the uppermost of what is open; at last, the close-up."""
    if window.leave() or wiring.desk.close():
        return
    if store.state.closeup is not None:
        store.set(closeup=None)

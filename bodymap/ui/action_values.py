"""One action of the program, and the deeds that only the window and its parts can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bodymap.state import State


class Action(NamedTuple):
    """One thing to do: `words` in a menu, `keys` in Qt's portable notation, `run` does it.

    `checked` is None where there is nothing to check; `reason` says why it is greyed. `elsewhere` are keys
    that do it in a window of its own: the sheet of keys tells them, this window does not hear them; `also`
    are other names by which it is found.
    """

    id: str
    words: str
    group: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    checked: Callable[[], bool] | None = None
    enabled: Callable[[], bool] = lambda: True
    reason: str = ""
    elsewhere: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class TimeDeeds(NamedTuple):
    """What only the panel of time can do; `is_ready` once the courses were read."""

    panel: Callable[[], object]
    play: Callable[[], object]
    earlier: Callable[[], object]
    later: Callable[[], object]
    start: Callable[[], object]
    end: Callable[[], object]
    speed: Callable[[], object]
    takes: Callable[[], object]
    weeks: Callable[[], object]
    notes: Callable[[], object]
    days: Callable[[], object]
    about_day: Callable[[], object]
    add: Callable[[], object]
    restore: Callable[[], object]
    copy: Callable[[], object]
    save: Callable[[], object]
    is_ready: Callable[[], bool]


class Deeds(NamedTuple):
    """What the window and its parts can do; the rest is done by the store alone."""

    zoom_in: Callable[[], object]
    zoom_out: Callable[[], object]
    fit: Callable[[], object]
    find: Callable[[], object]
    help: Callable[[], object]
    keys: Callable[[], object]
    lists: Callable[[], object]
    card: Callable[[], object]
    layers_menu: Callable[[], object]
    figures_menu: Callable[[], object]
    figures: Callable[[], Sequence[str]]
    turns: Callable[[], bool]
    """Whether the figure has a front and a back."""
    closeups_menu: Callable[[], object]
    copy_citation: Callable[[], object]
    copy_sources: Callable[[], object]
    full_screen: Callable[[], object]
    leave: Callable[[], object]
    close: Callable[[], object]
    layers_shown: Callable[[State], tuple[str, ...]]
    time: TimeDeeds

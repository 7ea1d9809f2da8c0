"""Installs lessons: the desk where one lies open, its actions, and what is brought back at a start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.presenting import feature as presenting
from bodymap.i18n import _
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host


def install(host: Host, packs: Callable[[], Sequence[Path]], file: Path | None = None) -> Desk:
    """Let lessons into the house, and open one at once where a file is given.

    `packs` says which folders of data there are now, the shipped one first: ready lessons lie in them.
    """
    desk = Desk(host, host.window)
    host.window.closing.connect(desk.keep_now)
    guest = _Guest(host, desk, packs)
    host.add(guest.actions())
    presenting.install(host, desk)
    if file is not None:
        guest.open(file)
    return desk


class _Guest:
    """Opens files and boards for a desk."""

    def __init__(self, host: Host, desk: Desk, packs: Callable[[], Sequence[Path]]) -> None:
        self._host, self._desk, self._packs = host, desk, packs

    def actions(self) -> tuple[Action, ...]:
        group = _("Lesson")
        return (Action("lesson-open", _("Open lesson …"), group, self._ask, ("Ctrl+G",)),)

    def open(self, path: Path) -> None:
        """Open a lesson file; what is wrong in it is listed."""
        self._desk.open(path)

    def _ask(self) -> None:
        from bodymap.ui.file_dialog import ask_for_file

        kinds = _("Lessons (*.bodymap)")
        ask_for_file(self._host.window, _("Open lesson"), kinds, self.open)

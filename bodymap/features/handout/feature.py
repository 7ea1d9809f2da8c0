"""Installs what is handed out: a sheet asks what and where to, and files are made beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.i18n import _, counted
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host

if TYPE_CHECKING:
    from bodymap.features.handout.child import Child
    from bodymap.features.handout.given import Taught
    from bodymap.features.handout.view import TakeAwaySheet


def install(
    host: Host,
    lesson: Callable[[], Taught | None],
    written: Callable[[Taught | None], bytes],
    packs: Sequence[Path] = (),
) -> None:
    """Let sheets be taken away. `lesson` is the one that is open, `written` makes a lesson file of it.

    Without a lesson `written` is given None, and makes one of the present view.
    """
    host.add(_Guest(host, lesson, written, packs).actions())


class _Guest:
    """Keeps the folder that was chosen last, and the process that makes files."""

    def __init__(
        self,
        host: Host,
        lesson: Callable[[], Taught | None],
        written: Callable[[Taught | None], bytes],
        packs: Sequence[Path],
    ) -> None:
        self._host, self._lesson, self._written, self._packs = host, lesson, written, packs
        self._folder: Path | None = None
        self._child: Child | None = None
        self._sheet: TakeAwaySheet | None = None
        self._given: Taught | None = None

    def actions(self) -> tuple[Action, ...]:
        return (Action("take-away", _("Take away …"), _("File"), self._open, ("Ctrl+Shift+P",)),)

    def _open(self) -> None:
        from bodymap.features.handout.view import TakeAwaySheet

        if self._sheet is not None:
            return
        window = self._host.window
        self._given = self._lesson()
        about = self._given.title if self._given else self._host.reader.card(self._host.store.state).title
        title = _("Take away: {title}").format(title=about)
        sheet = self._sheet = TakeAwaySheet(window.look, window, title, _choices())
        sheet.show_folder(self._place)
        sheet.asked.connect(self._begin)
        sheet.stopped.connect(self._stop)
        sheet.folder_asked.connect(self._ask_folder)
        sheet.folder_opened.connect(self._open_folder)
        sheet.closed.connect(self._forget)
        window.open_overlay(sheet)

    @property
    def _place(self) -> Path:
        return self._folder or _documents() / "Bodymap"

    def _ask_folder(self) -> None:
        from bodymap.ui.file_dialog import ask_for_folder

        ask_for_folder(self._host.window, _("Where to"), self._choose)

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place))):
            self._host.say(_("{folder} could not be opened").format(folder=self._place))

    def _choose(self, folder: Path) -> None:
        self._folder = folder
        if self._sheet is not None:
            self._sheet.show_folder(folder)

    def _begin(self, wanted: tuple[str, ...]) -> None:
        from bodymap.features.handout.child import Child, Order, options_of
        from bodymap.features.handout.slugs import slug

        if self._sheet is None:
            return
        if self._child is None:
            self._child = Child(self._host.window)
            self._child.told.connect(self._tell)
            self._child.ended.connect(self._end)
            self._host.window.closing.connect(self._child.stop)
        title = self._given.title if self._given else self._host.reader.card(self._host.store.state).title
        name = slug(title) or "bodymap"
        numbers = ("--questions", str(self._sheet.questions.value), "--seed", str(self._sheet.seed.value))
        options = (*options_of(wanted, self._packs), *numbers)
        order = Order(name, self._written(self._given), self._place, options)
        try:
            self._child.begin(order)
        except OSError as error:
            self._sheet.show_end(_("{folder}: {reason}").format(folder=self._place, reason=error.strerror))
            return
        self._sheet.show_running(True)

    def _tell(self, done: int, total: int, name: str) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(done, total, name)

    def _end(self, files: int, why_not: str) -> None:
        said = why_not or counted("{n} file is there", "{n} files are there", files)
        if self._sheet is not None:
            self._sheet.show_end(said, has_files=files > 0)

    def _stop(self) -> None:
        if self._child is not None:
            self._child.stop()
        if self._sheet is not None:
            words = _("Stopped; nothing was written")
            self._sheet.show_end(words)
            self._host.say(words)  # also where the sheet goes away

    def _forget(self) -> None:
        self._sheet = None


def _choices() -> tuple[tuple[str, str], ...]:
    return (
        ("worksheet", _("Worksheet and answer key")),
        ("handout", _("Handout for the class")),
        ("notes", _("Handout with your notes")),
        ("poster", _("Poster, A3")),
        ("csv", _("Table (CSV)")),
        ("png", _("Pictures, 4K (PNG)")),
        ("svg", _("Pictures (SVG)")),
        ("anki", _("Cards for Anki")),
    )


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()

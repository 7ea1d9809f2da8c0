"""Where problems in an author's files are told: quietly in the foot, and at length in a pane."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from bodymap.i18n import _
from bodymap.loading.problems import Problem, wrong
from bodymap.store import Store
from bodymap.ui.notice import Notice
from bodymap.ui.problems_pane import ProblemsPane, counted_words, in_folder
from bodymap.ui.window import Window


class ProblemDesk(QObject):
    """Tells the problems of one window; the pane is made when there is first something to list."""

    def __init__(self, window: Window, store: Store) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._problems: tuple[Problem, ...] = ()
        self._held: tuple[Path, ...] = ()
        self.pane: ProblemsPane | None = None

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say quietly that something is wrong, with a button that lists it; at a start.

        What may be meant is nothing to interrupt a lesson for.
        """
        self._problems = tuple(problems)
        if wrong(problems):
            self._notice()

    def _notice(self) -> None:
        self._window.footer.show_notice(Notice(counted_words(self._problems), _("Show"), self.open))

    def tell_again(self, problems: Sequence[Problem], held: Sequence[Path] = ()) -> None:
        """List what is wrong after a file was saved; where nothing is any longer, say so quietly.

        The files `held` are shown as they were before. Warnings that were told already interrupt nobody.
        """
        before, self._problems, self._held = self._problems, tuple(problems), tuple(held)
        if wrong(problems) or set(problems) - set(before):
            self._notice()
            self.open()
            return
        if self.pane is not None:
            self.pane.show_problems(())
        words = (
            _("Everything in your data is right again") if wrong(before) else _("Your data was read again")
        )
        self._window.footer.show_notice(Notice(words))

    def open(self) -> None:
        """List what is wrong."""
        self._list(self._problems, "", _held_words(self._held, len(wrong(self._problems))))

    def list(self, problems: Sequence[Problem], title: str = "") -> None:
        """List these for once, under a title, such as those of a file that was opened."""
        self._list(problems, title, "")

    def _list(self, problems: Sequence[Problem], title: str, note: str) -> None:
        if self.pane is None and not problems:
            return
        if self.pane is None:
            self.pane = ProblemsPane(self._window.look, self._window.body)
            self.pane.opened.connect(_open_file)
            self.pane.took.connect(self._window.take_foot)
            self._store.watch(self.pane, lambda s: (s.theme, s.text_size), self._show_taste)
        self.pane.show_problems(problems, title, note)

    def close(self) -> bool:
        """Put the list away; False where none was seen."""
        if self.pane is None or not self.pane.isVisible():
            return False
        self.pane.shut()
        return True

    def _show_taste(self, _taste: tuple[str, int]) -> None:
        if self.pane is not None:
            self.pane.show_look(self._window.look)


def _held_words(held: Sequence[Path], mistakes: int) -> str:
    """That broken files are shown as they were, named; "" where none is."""
    names = ", ".join(in_folder(path) for path in held)
    if len(held) > 1:
        return _("{files} are shown as they were before these mistakes.").format(files=names)
    one = _("{files} is shown as it was before this mistake.")
    form = one if mistakes == 1 else _("{files} is shown as it was before these mistakes.")
    return form.format(files=names) if held else ""


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.resolve())))

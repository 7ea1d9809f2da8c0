"""Installs lessons: the desk where one lies open, its actions and boards, and what a start brings back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.dropping import Dropping
from bodymap.features.lessons.making_deeds import Making
from bodymap.features.lessons.model import ENDING, Lesson
from bodymap.features.lessons.presenting import feature as presenting
from bodymap.i18n import _, counted
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener

if TYPE_CHECKING:
    from bodymap.features.lessons.board import LessonBoard
    from bodymap.features.lessons.found import FoundLessons
    from bodymap.features.lessons.making import LessonRow
    from bodymap.features.lessons.shelf_board import ShelfBoard
    from bodymap.viewmodels.search_more import Offer


def install(
    host: Host, packs: Callable[[], Sequence[Path]], file: Path | None = None, present: bool = False
) -> Desk:
    """Let lessons into the house, and open one at once where a file is given, or present it.

    `packs` says which folders of data there are now, the shipped one first: ready lessons lie in them.
    """
    desk = Desk(host, host.window)
    guest = _Guest(host, desk, packs)
    host.add(guest.actions())
    host.window.closing.connect(desk.close)
    desk.changed.connect(host.actions.refresh)
    desk.changed.connect(guest.remind)
    host.offer_found(guest.found)
    Dropping(host.window, guest.open)
    stage = presenting.install(host, desk)
    if file is not None:
        guest.open(file)
    guest.offer_drafts()
    if present:
        stage.begin(from_here=False)
    return desk


class _Guest:
    """Opens files and boards for a desk; a board is there while it is open."""

    def __init__(self, host: Host, desk: Desk, packs: Callable[[], Sequence[Path]]) -> None:
        self._host, self._desk, self._packs = host, desk, packs
        self._found: FoundLessons | None = None
        self._making = Making(host, desk, self.show)
        self._board = Opener(host, _lesson_board, self._bind_board, self.remind)
        self._shelf = Opener(host, _shelf_board, self._bind_shelf)

    def actions(self) -> tuple[Action, ...]:
        group, none = _("Lesson"), _("no lesson is open")
        save = Action("lesson-save", _("Save lesson"), group, self.save, ("Ctrl+S",), "save")
        save_as = Action("lesson-save-as", _("Save lesson as …"), group, self._ask_where, ("Shift+F12",))
        discard = Action("lesson-discard", _("Throw this draft away"), group, self._discard)
        return (
            Action(
                "lesson",
                _("Lesson"),
                group,
                self._toggle,
                ("Ctrl+Shift+L",),
                checked=self._board.is_open,
            ),
            Action("lessons", _("Ready and recent lessons …"), group, self._shelf.toggle, ("Ctrl+Shift+R",)),
            Action("lesson-new", _("New lesson"), group, self._begin, ("Ctrl+N",)),
            Action("lesson-open", _("Open lesson …"), group, self._ask, ("Ctrl+G",)),
            save._replace(enabled=self._is_open, reason=none),
            save_as._replace(enabled=self._is_open, reason=none),
            *self._making.actions(),
            discard._replace(
                enabled=lambda: self._desk.where_kept in ("draft", "soon", "nowhere"),
                reason=_("there is no draft"),
            ),
        )

    def found(self) -> Iterable[Offer]:
        """The ready lessons, for the search."""
        if self._found is None:
            from bodymap.features.lessons.found import FoundLessons

            self._found = FoundLessons(self._host, self._packs, self.open)
        return self._found.offers()

    def open(self, path: Path) -> None:
        """Open a lesson file and show it; what is wrong in it is listed."""
        if self._desk.open(path):
            self.show()
            self.offer_drafts(self._desk.path)

    def show(self) -> None:
        """Show the board of the lesson; a new lesson where none is open."""
        if self._desk.lesson is None:
            self._desk.begin()
        self._board.open()

    def remind(self) -> None:
        """Show a way back to the lesson that is open while its board is not."""
        lesson = self._desk.lesson
        if lesson is None or self._board.is_open():
            self._host.remind("", "", self.show)
            return
        title = lesson.title.strip()
        words = _("Open: “{title}”").format(title=title) if title else _("A lesson is open")
        self._host.remind(words, _("Back to the lesson"), self.show)

    def save(self) -> None:
        """Save into the lesson's file, or ask for one."""
        path = self._desk.path
        if path is None or self._desk.is_ready:
            self._ask_where()
        else:
            self._save_in(path)

    def offer_drafts(self, of: Path | None = None) -> None:
        """Say quietly that something of an earlier session is in no file yet, or not in that file."""
        left = self._desk.drafts()
        mine = [draft for draft in left if draft.of is not None and draft.of == (of or self._desk.path)]
        if mine:
            words = _("You have edits of {file} that are not in it").format(
                file=(of or self._desk.path or mine[0].path).name
            )
            self._host.offer(words, _("Go on with them"), lambda: self._bring_back(mine[0].path))
        elif len(left) == 1 and of is None:
            words = _("In no file yet: “{title}”").format(title=left[0].title or _("Without a title"))
            self._host.offer(words, _("Go on"), lambda: self._bring_back(left[0].path))
        elif left and of is None:
            words = counted("{n} lesson is in no file yet", "{n} lessons are in no file yet", len(left))
            self._host.offer(words, _("Show"), self._shelf.open)

    def _is_open(self) -> bool:
        return self._desk.lesson is not None

    def _toggle(self) -> None:
        if self._board.is_open():
            self._board.shut()
        elif self._is_open():
            self._board.open()
        else:
            self._shelf.toggle()

    def _begin(self) -> None:
        self._desk.begin()
        self.show()

    def _discard(self) -> None:
        lesson, at = self._desk.lesson, self._desk.at
        self._desk.discard()
        self._board.shut()
        if lesson is not None:
            again = partial(self._make_again, lesson, at)
            self._host.offer(_("The draft is thrown away"), _("Bring it back"), again)

    def _make_again(self, lesson: Lesson, at: int) -> None:
        self._desk.begin()
        self._desk.apply(lesson, at)
        self._host.say(_("The draft is back"))
        self.show()

    def _bind_board(self, board: LessonBoard) -> None:
        from bodymap.features.lessons.making_board import BoardBinding

        host = self._host
        deeds = {
            board.add: "lesson-add",
            board.replace: "lesson-replace",
            board.undo: "lesson-undo",
            board.redo: "lesson-redo",
            board.save: "lesson-save",
        }
        for button, name in deeds.items():
            button.clicked.connect(host.actions[name].trigger)
        board.more.clicked.connect(lambda: host.actions.popup(board.more, _("Lesson")))
        board.card.clicked.connect(board.shut)
        BoardBinding(host, self._desk, board)
        self.remind()

    def _bind_shelf(self, board: ShelfBoard) -> None:
        rows = self._shelf_rows()
        board.show_rows(rows)
        board.begin.clicked.connect(self._begin)
        board.from_file.clicked.connect(self._ask)
        board.list.chosen.connect(partial(self._take, rows))

    def _shelf_rows(self) -> Sequence[LessonRow]:
        from bodymap.features.lessons.shelf import ready_lessons, title_in
        from bodymap.features.lessons.shelf_rows import shelf_rows

        recent = [(path, title_in(path)) for path in self._desk.recent()]
        return shelf_rows(self._desk.drafts(), recent, ready_lessons(self._packs()))

    def _take(self, rows: Sequence[LessonRow], number: int) -> None:
        row = rows[number]
        if row.path is not None and not self._bring_back(row.path):
            self.open(row.path)

    def _bring_back(self, path: Path) -> bool:
        """Go on with a draft; False where the path is none."""
        left = next((left for left in self._desk.drafts() if left.path == path), None)
        if left is not None and self._desk.bring_back(left):
            self._host.say(_("Here you were: save it, or go on; it is kept either way"))
            self.show()
        return left is not None

    def _ask(self) -> None:
        from bodymap.ui.file_dialog import ask_for_file

        kinds = _("Lessons (*.bodymap)")
        ask_for_file(self._host.window, _("Open lesson"), kinds, self.open)

    def _ask_where(self) -> None:
        from bodymap.features.lessons.making import file_name
        from bodymap.ui.file_dialog import ask_where_to_save

        lesson = self._desk.lesson
        name = file_name(lesson.title if lesson is not None else "") + ENDING
        kinds = _("Lessons (*.bodymap)")
        ask_where_to_save(self._host.window, _("Save lesson"), (name, kinds, ENDING), self._save_in)

    def _save_in(self, path: Path) -> None:
        try:
            self._desk.save(path)
        except OSError as error:
            self._host.say(_("The lesson cannot be written: {what}").format(what=error))


def _lesson_board() -> type[LessonBoard]:
    from bodymap.features.lessons.board import LessonBoard

    return LessonBoard


def _shelf_board() -> type[ShelfBoard]:
    from bodymap.features.lessons.shelf_board import ShelfBoard

    return ShelfBoard

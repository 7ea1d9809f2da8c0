"""The lesson that is open, the step that is shown, and where it is kept; knows no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from bodymap.features.lessons.editing import Draft, state_at
from bodymap.features.lessons.keeper import Keeper, Kept
from bodymap.features.lessons.keeping import Left, drafts_folder
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.recent import recent_files, remember_file
from bodymap.i18n import _
from bodymap.loading.problems import Problem
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.store import Store
from bodymap.viewmodels.reader import Reader

if TYPE_CHECKING:
    from bodymap.features.lessons.mistakes import Known
    from bodymap.features.lessons.reading import Opened
    from bodymap.loading.sources import Source


class House(Protocol):
    """What a desk asks of its host."""

    store: Store

    @property
    def reader(self) -> Reader:
        """What is known now."""
        ...

    def say(self, words: str) -> None:
        """Say something quietly."""
        ...

    def list_problems(self, problems: Sequence[Problem], title: str = "") -> None:
        """List what is wrong in a file."""
        ...


class Desk(QObject):
    """Emits `changed` when lesson, position or path change, `kept` when what is kept where does.

    `drafts` is the folder for lessons without a file; None for the user's own.
    """

    changed = Signal()
    kept = Signal()

    def __init__(self, host: House, parent: QObject | None = None, drafts: Path | None = None) -> None:
        super().__init__(parent)
        self._host = host
        folder = drafts or drafts_folder()
        self._recent = None if folder is None else folder.with_name("recent-lessons.json")
        self._keeper = Keeper(folder, self)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self._tell_trouble)
        self.draft: Draft | None = None
        self._at = 0
        self._gesture = ""
        self._worn: str | None = None
        self._taken: tuple[Source, Opened] | None = None
        self._checked: tuple[tuple[Lesson, Path | None, Known], tuple[Problem, ...]] | None = None

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is open."""
        return None if self.draft is None else self.draft.lesson

    @property
    def at(self) -> int:
        """The position of the current step; 0 where there is none."""
        return self._at

    @property
    def step(self) -> Step | None:
        """The current step, where there is one."""
        steps = self.lesson.steps if self.lesson is not None else ()
        return steps[self._at] if self._at < len(steps) else None

    @property
    def path(self) -> Path | None:
        """The file that the lesson was opened from or saved in; None for one that has none yet."""
        return self._keeper.path

    @property
    def where_kept(self) -> Kept:
        """Whether all of the lesson stands in its file, in a draft, or in one of them soon."""
        return self._keeper.state

    @property
    def is_ready(self) -> bool:
        """Whether the lesson comes with the program: an edit makes a copy of it."""
        return self.path is not None and _is_shipped(self.path)

    def questions(self) -> tuple[Asked, ...]:
        """The questions that the teacher wrote, in the order of the steps."""
        steps = self.lesson.steps if self.lesson is not None else ()
        return tuple(question for step in steps for question in step.questions)

    def shown(self) -> tuple[State, ...]:
        """What each step shows; nothing where no lesson is open."""
        return tuple(step.see for step in self.lesson.steps) if self.lesson is not None else ()

    def go(self, at: int) -> None:
        """Show a step in the window, as near as there is one: one step for the window's undo."""
        if self.lesson is None:
            return
        self._gesture = ""
        self._at = max(0, min(at, len(self.lesson.steps) - 1))
        if self.step is not None:
            self._host.store.put(self.state_of(self.step))
        self.changed.emit()

    def state_of(self, step: Step) -> State:
        """What the window shows at a step: in its theme, after it in the one that was worn before."""
        now = self._host.store.state
        if step.theme is None and self._worn is not None:
            now, self._worn = replace(now, theme=self._worn), None
        elif step.theme is not None and self._worn is None:
            self._worn = now.theme
        shown = state_at(step, now)
        plain = shown.level == State().level and self.lesson is not None
        return replace(shown, level=self.lesson.level) if plain and self.lesson is not None else shown

    def begin(self, lesson: Lesson | None = None) -> None:
        """A new lesson, in no file yet."""
        self._take(lesson or Lesson(), None)
        self.changed.emit()

    def open(self, path: Path) -> bool:
        """Open a file as far as it is understood and show its first step; what is wrong is listed.

        False where it is no lesson; what was open before stays then.
        """
        path = path.absolute()
        if not self._take_up(*self._read(path)):
            return False
        remember_file(self._recent, path)
        self.go(0)
        return True

    def read_again(self) -> None:
        """Show a lesson as its file says it now: it was saved elsewhere, or is read in another language.

        A lesson that was edited here stays as it is, and where the file is no lesson any more, the last one
        that was. The window's view changes only where the step shows another thing.
        """
        draft, path, step = self.draft, self.path, self.step
        if draft is None or path is None or draft.before or draft.after or self.where_kept != "file":
            return
        source, found = self._read(path)
        if (source, found) == self._taken or not self._take_up(source, found):
            return
        self._at = max(0, min(self._at, len(found.lesson.steps) - 1 if found.lesson else 0))
        if self.step is not None and (step is None or step.see != self.step.see):
            self._host.store.put(self.state_of(self.step))
        self.changed.emit()

    def _read(self, path: Path) -> tuple[Source, Opened]:
        from bodymap.features.lessons.reading import read_lesson
        from bodymap.loading.sources import read_source

        source = read_source(path, path.name)
        return source, read_lesson(source, self._known())

    def _take_up(self, source: Source, found: Opened) -> bool:
        """Take the lesson of a file and list what is wrong in it; False where it is none."""
        from bodymap.features.lessons.keeping import is_safe_to_write_over
        from bodymap.features.lessons.telling_wrong import told_on_board

        self._taken, name = (source, found), source.path.name
        if found.lesson is None:
            title = _("{file} cannot be opened as a lesson").format(file=name)
            self._host.list_problems(found.problems, title)
            return False
        mine = found.is_whole and is_safe_to_write_over(source.data, found.lesson)
        self._keeper.begin(source.path, source.data, mine and not _is_shipped(source.path))
        self.draft, self._gesture = Draft(found.lesson), ""
        told = told_on_board((*found.problems, *found.skipped), source, has_file=True)
        self._tell(told, bool(found.skipped), name)
        return True

    def bring_back(self, left: Left) -> bool:
        """Go on with a draft where it was left; False where it cannot be read any more."""
        from bodymap.features.lessons.reading import open_lesson

        found = open_lesson(left.path, self._known()).lesson
        if found is None:
            self._host.say(_("This draft cannot be read any more"))
            return False
        self._take(found, left.of)
        self._keeper.take_up(left)
        self.go(left.at)
        return True

    def apply(self, lesson: Lesson, at: int | None = None, gesture: str = "") -> None:
        """Edit the lesson and move to a position; edits in a row of one gesture are undone as one."""
        if self.draft is None:
            self._take(Lesson(), None)
        assert self.draft is not None
        if lesson == self.draft.lesson:
            return
        if self.is_ready:
            self._keeper.copy()
        goes_on = gesture != "" and gesture == self._gesture
        self._gesture = gesture
        self._put(self.draft.edited_on(lesson) if goes_on else self.draft.edited(lesson), at)

    def undo(self) -> None:
        """Take the last edit of the lesson back."""
        if self.draft is not None and self.draft.before:
            self._gesture = ""
            self._put(self.draft.undone())

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        if self.draft is not None and self.draft.after:
            self._gesture = ""
            self._put(self.draft.redone())

    def save(self, path: Path) -> None:
        """Save the lesson in a file, which it is kept in from now on; OSError where it cannot be written."""
        if self.lesson is None:
            return
        path = path.absolute()
        if _is_shipped(path):
            raise PermissionError(_("ready lessons stay as they are: choose another folder"))
        aside = self._keeper.save(path, self.lesson)
        remember_file(self._recent, path)
        words = _("Saved in {file}").format(file=path.name)
        if aside is not None:
            form = _("Saved in {file}; what stood there before is in {aside}")
            words = form.format(file=path.name, aside=aside.name)
        self._host.say(words)
        self.changed.emit()

    def keep_now(self) -> None:
        """Write at once what is not written yet."""
        self._keeper.keep_now()

    def close(self) -> None:
        """Keep everything and let it go; for the moment when the window closes."""
        self._keeper.close()

    def discard(self) -> None:
        """Close the lesson and forget what was not saved of it."""
        self._keeper.discard()
        self.draft, self._at = None, 0
        self._keeper.begin(None)
        self.changed.emit()

    def drafts(self) -> tuple[Left, ...]:
        """Lessons that no window has open and no file holds, the newest first."""
        return self._keeper.others()

    def recent(self) -> tuple[Path, ...]:
        """The files that were opened or saved last."""
        return recent_files(self._recent)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the lesson as it would be saved: by steps, with line and column of a file.

        Looked for again only where the lesson, its file or what is known is another.
        """
        if self.lesson is None:
            return ()
        asked = (self.lesson, self.path, self._known())
        if self._checked is None or self._checked[0] != asked:
            self._checked = asked, _wrong_in(*asked)
        return self._checked[1]

    def _known(self) -> Known:
        from bodymap.features.lessons.mistakes import Known

        reader = self._host.reader
        return Known(reader.atlas, reader.anatomy, figures=frozenset(reader.figures))

    def _take(self, lesson: Lesson, path: Path | None) -> None:
        self._keeper.begin(path)
        self.draft, self._at, self._gesture = Draft(lesson), 0, ""

    def _put(self, draft: Draft, at: int | None = None) -> None:
        self.draft = draft
        last = max(0, len(draft.lesson.steps) - 1)
        self._at = max(0, min(self._at if at is None else at, last))
        self._keeper.changed(draft.lesson, self._at)
        self.changed.emit()

    def _tell(self, problems: Sequence[Problem], is_newer: bool, name: str) -> None:
        form = _("{file}: a newer Bodymap wrote this; some of it is skipped") if is_newer else "{file}"
        self._host.list_problems(problems, form.format(file=name) if problems else "")

    def _tell_trouble(self, kind: str, what: str) -> None:
        words = {
            "changed": _("{what} was changed by another program: your edits are kept aside until you save"),
            "unwritable": _("The lesson cannot be written: {what}"),
        }
        self._host.say(words[kind].format(what=what))


def _wrong_in(lesson: Lesson, file: Path | None, known: Known) -> tuple[Problem, ...]:
    from bodymap.features.lessons.reading import read_lesson
    from bodymap.features.lessons.telling_wrong import told_on_board
    from bodymap.features.lessons.writing import text_of
    from bodymap.loading.sources import Source

    path = file or Path(_("lesson without a file"))
    source = Source(path, path.name, text_of(lesson).encode())
    return told_on_board(read_lesson(source, known).problems, source, file is not None)


def _is_shipped(path: Path) -> bool:
    """Whether a file comes with the program, wherever links lead."""
    return path.resolve().is_relative_to(shipped("data").resolve())

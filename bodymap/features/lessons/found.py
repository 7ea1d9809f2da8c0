"""Ready lessons as things that are found by their titles, read in a thread when somebody first searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from bodymap.features.lessons.files import lesson_files
from bodymap.features.lessons.model import ENDING
from bodymap.i18n import _
from bodymap.ui.beside import Beside
from bodymap.ui.host import Host
from bodymap.viewmodels.search_entries import Hit
from bodymap.viewmodels.search_more import Offer


class FoundLessons:
    """The lessons of packs; those that were added or changed meanwhile are read at the next search."""

    def __init__(
        self, host: Host, packs: Callable[[], Sequence[Path]], show: Callable[[Path], object]
    ) -> None:
        self._host, self._packs, self._show = host, packs, show
        self._read: tuple[tuple[Path, str, str], ...] = ()
        self._known: frozenset[tuple[Path, int]] | None = None
        self._reading: Beside | None = None

    def offers(self) -> Iterable[Offer]:
        """What was read until now; the search is asked anew once the rest was."""
        files = lesson_files(self._packs())
        now = frozenset((path, path.stat().st_mtime_ns) for path in files if path.is_file())
        if now != self._known and self._reading is None:
            self._known = now
            self._reading = Beside(partial(self._titles, files), self._host.window, self._host.window.closing)
            self._reading.start()
        return [self._offer(*each) for each in self._read]

    def _titles(self, files: Sequence[Path]) -> Callable[[], None]:
        from bodymap.features.lessons.reading import open_lesson

        opened = [(path, open_lesson(path).lesson) for path in files]
        titles = tuple((p, lesson.title.strip() or p.stem, lesson.about) for p, lesson in opened if lesson)

        def show() -> None:
            self._read, self._reading = titles, None
            self._host.search_again()

        return show

    def _offer(self, path: Path, title: str, about: str) -> Offer:
        def hit() -> Hit:
            words = _("Lesson · {about}").format(about=about) if about else _("Lesson")
            ref = self._host.store.state.focus
            return Hit(ref, title, words, title, group=_("Lessons"), run=partial(self._show, path))

        names = (_("lessons"), _("lesson {title}").format(title=title), path.name.removesuffix(ENDING))
        return Offer(title, _("Lessons"), hit, names)

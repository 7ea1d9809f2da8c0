"""Reading again what an author is writing: the last good version of a broken file stays in view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.columns import KINDS
from bodymap.atlas.library_files import Files, files_of
from bodymap.atlas.reading import Library, library_of, read_files
from bodymap.atlas.records import Ref
from bodymap.loading.problems import Problem, wrong
from bodymap.loading.sources import Source


class Rereading:
    """Packs that are read again and again; `packs` says each time which, the lowest first.

    It begins from what was read at the start, whose `problems` tell which files were good then.
    """

    def __init__(self, packs: Callable[[], Sequence[Path]], problems: Iterable[Problem]) -> None:
        self._packs = packs
        files = files_of(packs())
        self._digest = files.digest()
        self._good: dict[Path, Source] = {}
        self._keep_good(files, problems)

    def again(self) -> Library | None:
        """What is known now and everything that is wrong now; None where no byte has changed.

        A file with a problem is shown as it last was without one; without such a version, what is good of it.
        """
        files = files_of(self._packs())
        digest = files.digest()
        if digest == self._digest:
            return None
        self._digest = digest
        found = read_files(files)
        self._keep_good(files, found.problems)
        mended = self._mended(files)
        shown = found if mended == files else read_files(mended)
        records = [record for record in shown.records if isinstance(record, KINDS)]
        library = library_of(records, found.problems, shown.origins, shown.figures)
        return library._replace(held=_changed(files, mended))

    def _keep_good(self, files: Files, problems: Iterable[Problem]) -> None:
        problems = wrong(problems)
        broken = {problem.path for problem in problems}
        for _folder, sources in files.packs:
            self._good.update({s.path: s for s in sources if s.path not in broken})
        refused = {problem.path for problem in problems if problem.rule != "unknown-id"}
        self._good.update({s.path: s for s in files.figures if s.path not in refused})

    def _mended(self, files: Files) -> Files:
        """The same files, each as it last was without a problem."""
        packs = tuple(
            (folder, tuple(self._good.get(s.path, s) for s in sources)) for folder, sources in files.packs
        )
        figures = tuple(self._good.get(s.path, s) for s in files.figures)
        return files._replace(packs=packs, figures=figures)


def renamed(ref: Ref, before: Atlas, now: Atlas) -> Ref | None:
    """What a thing that is gone is called now: the only one of its kind that is new; None in doubt."""
    if now.holds(ref) or not before.holds(ref):
        return None
    named = {"organ": "organs", "movement": "movements", "signal": "signals"}.get(ref.kind, "")
    if not named:
        return None
    new = [name for name in getattr(now, named) if name not in getattr(before, named)]
    return Ref(ref.kind, new[0]) if len(new) == 1 else None


def _changed(files: Files, mended: Files) -> tuple[Path, ...]:
    """The files that are known otherwise than they stand."""
    now, known = ([*(s for _, sources in f.packs for s in sources), *f.figures] for f in (files, mended))
    return tuple(s.path for s, good in zip(now, known, strict=True) if s != good)

"""Installs figures from elsewhere: choose a file, see and click it, go back to the shipped figures."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.i18n import _, counted
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.atlas.figure_matching import OpenedFigure


def install(host: Host, file: Path | None = None) -> None:
    """Let other figures into the house, and show one at once where a file is given."""
    guest = _Guest(host)
    host.add(guest.actions())
    if file is not None:
        guest.read(file)


class _Guest:
    """Keeps the figure that is shown; each is admitted under a name of its own."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._figure: OpenedFigure | None = None
        self._count = 0
        self._watching = False
        self._usual = (host.store.state.figure, host.store.state.view)

    def actions(self) -> tuple[Action, ...]:
        group = _("File")
        back = Action("figure-shipped", _("Back to our figure"), group, self._end, ("Ctrl+Shift+F",))
        reason = _("our own figure is shown")
        return (
            Action("figure-open", _("Open figure …"), group, self._ask, ("Ctrl+O",)),
            back._replace(enabled=lambda: self._figure is not None, reason=reason),
        )

    def read(self, path: Path) -> None:
        """Show the figure in a file, or list why it is refused."""
        from bodymap.atlas.figure_matching import admitted
        from bodymap.features.opened_figure.model import open_figure

        host, reader = self._host, self._host.reader
        found, problems = open_figure(path, reader.atlas, reader.anatomy)
        if found is None:
            host.list_problems(problems, _("{file} cannot be shown").format(file=path.name))
            return
        self._count += 1
        self._figure = found
        host.admit(self._name, found.view, admitted(reader.anatomy, found))
        self._usual = self._chosen()
        if not self._watching:
            self._watching = True
            host.store.watch(host.window, lambda s: (s.figure, s.view), self._hear_choice)
        host.draw_on(self._stage)
        self._tell(found)
        host.actions.refresh()

    def _tell(self, figure: OpenedFigure) -> None:
        """Say how much of it answers, and offer the list of what does not."""
        words = counted("{n} region answers", "{n} regions answer", figure.answering)
        rest = len(figure.problems)
        if not rest:
            self._host.say(f"{figure.title}: {words}")
            return
        others = counted("{n} is not ours", "{n} are not ours", rest)
        title = counted("{n} region has no organ of ours", "{n} regions have no organ of ours", rest)
        show = partial(self._host.list_problems, figure.problems, f"{figure.title}: {title}")
        self._host.offer(f"{figure.title}: {words}, {others}", _("Show"), show)

    @property
    def _name(self) -> str:
        return f"opened-{self._count}"

    def _chosen(self) -> tuple[str, str]:
        return self._host.store.state.figure, self._host.store.state.view

    def _ask(self) -> None:
        from bodymap.ui.file_dialog import ask_for_file

        ask_for_file(self._host.window, _("Open figure"), _("Anatomograms (*.svg)"), self.read)

    def _stage(self, stage: Stage) -> Stage:
        from bodymap.viewmodels.other_figure import drawn_on

        return stage if self._figure is None else drawn_on(stage, self._figure, self._name)

    def _hear_choice(self, chosen: tuple[str, str]) -> None:
        """A figure or view of ours was asked for: there it is."""
        if self._figure is not None and chosen != self._usual:
            self._end()

    def _end(self) -> None:
        self._figure = None
        self._host.draw_on(None)
        self._host.list_problems(())
        self._host.actions.refresh()

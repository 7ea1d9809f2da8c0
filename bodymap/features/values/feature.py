"""Installs values: choose a table, see it on the body, step through its groups or see two side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.features.values.model import Values
    from bodymap.features.values.playing import Playing

_BODIES = 2
"""How many groups are seen at once."""


def install(host: Host, table: Path | None = None) -> None:
    """Let values into the house, and show those of a table at once where one is given."""
    guest = _Guest(host)
    host.add(guest.actions())
    if table is not None:
        guest.read(table)


class _Guest:
    """Keeps the values that are shown, and which group comes first."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._values: Values | None = None
        self._at = 0
        self._playing: Playing | None = None
        host.store.watch(host.window, lambda state: (state.calm, self._most), lambda _now: self._stop())

    def actions(self) -> tuple[Action, ...]:
        group = _("File")
        show = Action("values", _("Colour by values …"), group, self._ask, ("Ctrl+Shift+O",))
        after = Action("values-next", _("Next group of values"), group, lambda: self._step(1), ("Ctrl+]",))
        before = Action(
            "values-previous", _("Previous group of values"), group, lambda: self._step(-1), ("Ctrl+[",)
        )
        end = Action("values-off", _("Without values"), group, self._end, ("Ctrl+Shift+W",))
        play = Action("values-play", _("Play groups of values"), group, self._play, ("Ctrl+Shift+G",))
        one, none = _("there is one group only"), _("no values are shown")
        still = _("motion is off, or there is one group only")
        return (
            show,
            *(a._replace(enabled=lambda: self._most > 0, reason=one) for a in (after, before)),
            play._replace(
                checked=lambda: self._plays,
                enabled=lambda: self._most > 0 and not self._host.store.state.calm,
                reason=still,
            ),
            end._replace(enabled=lambda: self._values is not None, reason=none),
        )

    def read(self, path: Path) -> None:
        """Show the values of a table, and list what is wrong with it."""
        from bodymap.features.values.model import read_values

        host, reader = self._host, self._host.reader
        found = read_values(path, reader.atlas, reader.anatomy)
        wrong = counted("{n} row not understood", "{n} rows not understood", len(found.problems))
        host.list_problems(found.problems, f"{path.name}: {wrong}")
        if found.values is None:
            host.say(_("{file} holds no value that can be shown").format(file=path.name))
            return
        self._stop()
        self._values, self._at = found.values, 0
        total = sum(row.value is not None for group in found.values.groups for row in group.rows)
        words = counted("{n} value on the body", "{n} values on the body", total)
        groups = len(found.values.groups)
        if groups > _BODIES:
            form = _("{words}, {groups}: Ctrl+] shows the next")
            words = form.format(words=words, groups=counted("{n} group", "{n} groups", groups))
        host.say(f"{found.values.title}: {words}")
        if groups > 1:
            host.store.set(mode="both")
        self._show()

    @property
    def _most(self) -> int:
        """The last place at which stepping can stand: with two bodies, the last pair."""
        if self._values is None:
            return 0
        return max(0, len(self._values.groups) - self._bodies)

    @property
    def _bodies(self) -> int:
        return _BODIES if self._host.store.state.mode == "both" else 1

    def _ask(self) -> None:
        from bodymap.ui.file_dialog import ask_for_file

        kinds = _("Tables (*.csv *.tsv *.txt)")
        ask_for_file(self._host.window, _("Colour by values"), kinds, self.read)

    def _step(self, by: int) -> None:
        self._stop()
        self._go((self._at + by) % (self._most + 1))

    def _go(self, at: int) -> None:
        if self._values is None:
            return
        self._at = at
        self._show()
        shown = self._values.groups[at : at + self._bodies]
        form = _("{names}: {last} of {groups} groups")
        names = _(" and ").join(group.name for group in shown)
        self._host.say(form.format(names=names, last=at + len(shown), groups=len(self._values.groups)))

    @property
    def _plays(self) -> bool:
        return self._playing is not None and self._playing.on

    def _play(self) -> None:
        """Show one group after the other up to the last, from the first where that is shown; or stop."""
        if self._plays:
            self._stop()
            return
        if self._playing is None:
            from bodymap.features.values.playing import Playing

            self._playing = Playing(self._host.clock, self._play_on)
            self._playing.changed.connect(self._host.actions.refresh)
        self._go(0 if self._at >= self._most else self._at)
        self._playing.set_on(True)

    def _play_on(self) -> bool:
        if self._at < self._most:
            self._go(self._at + 1)
        return self._at < self._most

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.set_on(False)

    def _end(self) -> None:
        self._stop()
        self._values = None
        self._host.light(None)
        self._host.list_problems(())
        self._host.actions.refresh()

    def _show(self) -> None:
        self._host.light(self._stage)
        self._host.actions.refresh()

    def _stage(self, state: State) -> Stage:
        from bodymap.features.values.scene import both_views, coloured

        stage, values = self._host.reader.undrawn(state), self._values
        if values is None:
            return stage
        names = [group.name for group in values.groups[self._at : self._at + 2]]
        if len(stage.scenes) > 1 and len(values.groups) == 1:
            stage = both_views(stage)
        return coloured(stage, values, names, state.focus)

"""Installs presenting: F5, Shift+F5, and the keys of a presentation on the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bodymap.features.lessons.presenting.keys import Meant, presenting_keys
from bodymap.i18n import _
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host

if TYPE_CHECKING:
    from bodymap.features.lessons.desk import Desk
    from bodymap.features.lessons.presenting.control import Presentation
    from bodymap.features.lessons.presenting.screens import Screens
    from bodymap.features.lessons.presenting.stages import Stages


def install(host: Host, desk: Desk) -> Presenting:
    """Let a lesson that lies on a desk be presented."""
    guest = Presenting(host, desk)
    host.add(guest.actions())
    return guest


class Presenting:
    """Makes a presentation and its windows when they are first asked for.

    `screens` may be set before that, to try it on others than this computer has.
    """

    def __init__(self, host: Host, desk: Desk) -> None:
        self._host, self._desk = host, desk
        self.screens: Screens | None = None
        self.presentation: Presentation | None = None
        self.stages: Stages | None = None

    def actions(self) -> tuple[Action, ...]:
        """F5 and Shift+F5, and all that windows of a presentation hear themselves."""
        group, there = _("Presenting"), self._is_there
        begin = Action("present", _("Present the lesson"), group, lambda: self.begin(False), ("F5",))
        here = Action(
            "present-here", _("Present from this step"), group, lambda: self.begin(True), ("Shift+F5",)
        )
        reason = _("no lesson is open")
        return (
            *(action._replace(enabled=there, reason=reason) for action in (begin, here)),
            *(
                Action(
                    f"presenting-{line.deed}",
                    line.words,
                    group,
                    lambda line=line: self._hear(Meant(line.deed)),
                    enabled=self._is_on,
                    reason=_("nothing is presented"),
                    elsewhere=line.keys,
                )
                for line in presenting_keys()
                if line.deed != "start"
            ),
        )

    def begin(self, from_here: bool) -> None:
        """Present from the first step, or from the one that is shown."""
        if not self._is_there():
            return
        if self.presentation is None:
            from bodymap.features.lessons.presenting.awake import awake_of
            from bodymap.features.lessons.presenting.control import Presentation
            from bodymap.features.lessons.presenting.screens import Screens
            from bodymap.features.lessons.presenting.stages import Stages

            self.presentation = Presentation(self._host, self._desk)
            screens = self.screens or Screens(self._host.window)
            self.stages = Stages(self._host, self.presentation, screens, awake_of())
            self.presentation.changed.connect(self._host.actions.refresh)
        self.presentation.begin(from_here)

    def _hear(self, meant: Meant) -> None:
        if self.presentation is not None:
            self.presentation.hear(meant)

    def _is_there(self) -> bool:
        return self._desk.lesson is not None and bool(self._desk.lesson.steps)

    def _is_on(self) -> bool:
        return self.presentation is not None and self.presentation.show.on

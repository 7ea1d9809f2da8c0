"""The deeds of the panel of time, which comes to life later than the action table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bodymap.store import Store
from bodymap.ui.action_values import TimeDeeds
from bodymap.ui.window import Window

if TYPE_CHECKING:
    from bodymap.ui.time_panel.control import TimeControl


def time_deeds(window: Window, store: Store, control: Callable[[], TimeControl | None]) -> TimeDeeds:
    """Deeds that do nothing until there is a control; the panel itself can be opened before."""

    def do(deed: Callable[[TimeControl], object]) -> Callable[[], None]:
        def run() -> None:
            found = control()
            if found is not None:
                deed(found)

        return run

    return TimeDeeds(
        panel=lambda: store.set(time_open=not window.is_time_open),
        play=do(lambda c: c.playing.toggle()),
        earlier=do(lambda c: c.go("earlier")),
        later=do(lambda c: c.go("later")),
        start=do(lambda c: c.go("start")),
        end=do(lambda c: c.go("end")),
        speed=do(lambda c: c.playing.next_speed()),
        takes=do(lambda c: c.open_takes()),
        weeks=do(lambda c: c.open_weeks()),
        notes=do(lambda c: c.open_notes()),
        days=do(lambda c: c.days.open()),
        about_day=do(lambda c: c.days.tell()),
        add=do(lambda c: c.days.open_additions()),
        restore=do(lambda c: c.days.restore()),
        copy=do(lambda c: c.copy()),
        save=do(lambda c: c.save()),
        is_ready=lambda: control() is not None,
    )

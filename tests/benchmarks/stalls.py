"""Row 14: the longest time for which the window answers nothing, in a usual session after it is usable."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from table import Row

from bodymap.app import Opened, Options, application
from bodymap.atlas.records import Ref

PATIENCE = 0.1
"""s after which a hand feels that it is waiting."""
_SETTLED = 0.3
"""s without anything under way after which a deed is over."""


class Heart(QObject):
    """Beats each ms while the event loop is free; `longest` is the longest pause since `listen`, in s.

    `worked` is the most that this thread worked between two beats: a busy machine makes pauses, not work.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self.longest = self.worked = 0.0
        self._last, self._work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def listen(self) -> None:
        """Forget the pauses until now."""
        self.longest = self.worked = 0.0
        self._last, self._work = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.longest, self.worked = max(self.longest, now - self._last), max(self.worked, work - self._work)
        self._last, self._work = now, work


def stall_rows(folder: Path, size: tuple[int, int]) -> Iterator[Row]:
    """Row 14: a session on a window of a size in px; everything in it comes for the first time."""
    app = application()
    moments: list[str] = []
    opened = Opened(Options(settings=folder / "settings.json", reset=True), moments.append)
    opened.window.resize(QSize(*size))
    opened.window.show()
    while "usable" not in moments:
        app.processEvents()
    heart = Heart()
    found: dict[str, float] = {}
    worked: dict[str, float] = {}
    for name, deeds in _session(app, opened):
        heart.listen()
        for deed in deeds:
            deed()
            _rest(app, opened, 0.0)
        _rest(app, opened, _SETTLED)
        found[name], worked[name] = heart.longest, heart.worked
    opened.close()
    worst = max(found, key=lambda name: found[name])
    each = ", ".join(f"{name} {found[name] * 1000:.0f} ({worked[name] * 1000:.0f})" for name in found)
    yield Row(
        "14",
        "the longest wait for an answer in a session",
        f"{PATIENCE * 1000:.0f} ms, which a hand feels",
        1.0,
        found[worst] / PATIENCE,
        "×",
        f"{found[worst] * 1000:.0f} ms at “{worst}”; ms waited (worked): {each}",
        found,
    )


def _session(app: QApplication, opened: Opened) -> Iterator[tuple[str, list[Callable[[], object]]]]:
    """Deeds by name, each the first of its kind in this session."""
    store, wiring = opened.store, opened.wiring
    yield "what comes late", []
    yield "time panel", [partial(store.set, time_open=True)]
    yield "dial", [partial(store.drag, "minutes", minutes=n) for n in range(30, 90, 3)]
    yield "play", [wiring.actions["play"].trigger, partial(_wait, app, 1.0), wiring.actions["play"].trigger]
    yield "days", [wiring.actions["day"].trigger, partial(_close_menus, app)]
    yield "a day", [partial(_choose, opened, day) for day in ("desk-day-run", "marathon-day", "bed-rest")]
    yield "one bout", [partial(_choose, opened, "")]
    modes = ("sedentary", "both", "exercise", "sedentary", "both", "exercise")
    yield "compare", [partial(store.set, mode=mode) for mode in modes]
    yield "an organ", [partial(store.focus, Ref("organ", organ)) for organ in ("liver", "brain", "kidneys")]
    search = wiring.find
    words = ("l", "li", "liv", "over weeks")
    yield "search", [partial(search.show_results, each) for each in words] if search else []
    yield "end of search", [search.close_results] if search else []
    yield "theme", [wiring.actions["theme"].trigger, wiring.actions["theme"].trigger]


def _choose(opened: Opened, day: str) -> None:
    if opened.wiring.time is not None:
        opened.wiring.time.days.choose(day)


def _close_menus(app: QApplication) -> None:
    for widget in app.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()


def _wait(app: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()


def _rest(app: QApplication, opened: Opened, seconds: float) -> None:
    """Answer until everything was shown, and so long more."""
    app.processEvents()
    while not opened.wiring.is_settled:
        app.processEvents()
    _wait(app, seconds)

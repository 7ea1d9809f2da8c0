from __future__ import annotations

from pytestqt.qtbot import QtBot

from bodymap.ui.clock import Clock


def test_it_ticks_only_while_somebody_wants_it(qtbot: QtBot) -> None:
    clock, ticks = Clock(), list[float]()
    clock.ticked.connect(ticks.append)
    clock.want("play", True)
    clock.want("flow", True)
    clock.want("play", False)
    assert clock.running
    qtbot.waitUntil(lambda: len(ticks) > 3)
    clock.want("flow", False)
    assert not clock.running
    before = len(ticks)
    qtbot.wait(60)
    assert len(ticks) == before


def test_its_ticks_tell_the_time_that_passed(qtbot: QtBot) -> None:
    clock, ticks = Clock(), list[float]()
    clock.ticked.connect(ticks.append)
    clock.want("play", True)
    with qtbot.waitSignal(clock.ticked):
        pass
    qtbot.wait(200)
    clock.want("play", False)
    assert 0.1 < sum(ticks) < 2.0
    assert all(0 < tick <= 0.25 for tick in ticks)

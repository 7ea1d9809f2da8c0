"""Values in the window: shown, clicked, stepped through, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bodymap.features.values.playing import BEAT
from bodymap.options import Options
from tests.pilot import Pilot

TABLE = "organ,value,group\nliver,1,Before\nheart,2,Before\nliver,3,After\nspleen,,After\nliver,5,Late\n"
Open = Callable[[str], Pilot]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    readers: list[Pilot] = []

    def start(text: str) -> Pilot:
        table = tmp_path / "my.csv"
        table.write_text(text, encoding="utf-8")
        readers.append(Pilot(qtbot, Options(settings=tmp_path / "s.json", values=table)))
        return readers[-1]

    yield start
    for reader in readers:
        reader.leave()


def tones(reader: Pilot, body: int = 0) -> dict[str, float | None]:
    lights = reader.window.body.canvas.bodies[body].body.scene.lights
    return {light.region: light.tone.at for light in lights if light.tone}


def test_a_coloured_region_answers_a_click_and_keeps_its_colour(opened: Open) -> None:
    reader = opened("organ,value\nliver,1\nheart,4\nquadriceps,2\n")
    assert tones(reader)["heart"] == 1.0
    reader.click_region("vastus-lateralis-left" if "vastus-lateralis-left" in tones(reader) else "liver")
    reader.click_region("liver")
    assert "Liver" in reader.card_text()
    assert tones(reader)["liver"] == 0.0
    reader.press("Ctrl+Shift+W")
    assert tones(reader) == {}


def test_groups_stand_side_by_side_and_are_stepped_through(opened: Open) -> None:
    reader = opened(TABLE)
    assert reader.state.mode == "both"
    assert "3 groups: Ctrl+] shows the next" in reader.said()
    assert (tones(reader, 0)["liver"], tones(reader, 1)["liver"]) == (0.0, 0.5)
    reader.press("Ctrl+]")
    assert (tones(reader, 0)["liver"], tones(reader, 1)["liver"]) == (0.5, 1.0)
    reader.press("Ctrl+]")
    assert tones(reader, 0)["liver"] == 0.0
    reader.press("1")
    reader.press("Ctrl+[")
    assert tones(reader)["liver"] == 1.0
    assert tones(reader)["spleen"] is None


def beat(reader: Pilot) -> None:
    """Let the clock go on by the time that one group is seen."""
    reader.opened.wiring.clock.ticked.emit(BEAT)


def test_groups_are_played_in_their_order_on_one_scale(opened: Open) -> None:
    reader = opened(TABLE)
    reader.press("1")
    seen: list[float | None] = []
    said: list[str] = []
    scales = set[str]()
    play = reader.opened.wiring.actions["values-play"]
    reader.press("Ctrl+Shift+G")
    while play.isChecked():
        seen.append(tones(reader)["liver"])
        said.append(reader.said())
        scene = reader.window.body.canvas.bodies[0].body.scene
        said.append(scene.caption)
        scales.add(str(scene.scale))
        beat(reader)
    assert [*seen, tones(reader)["liver"]] == [0.0, 0.5, 1.0]
    assert said == ["Before: 1 of 3 groups", "Before", "After: 2 of 3 groups", "After"]
    assert len(scales) == 1
    assert not reader.opened.wiring.clock.running
    reader.press("Ctrl+Shift+G")  # once more, from the first
    assert tones(reader)["liver"] == 0.0
    reader.press("Ctrl+Shift+G")
    beat(reader)
    assert tones(reader)["liver"] == 0.0
    assert not play.isChecked()


def test_pairs_are_played_too_and_a_step_by_hand_ends_it(opened: Open) -> None:
    reader = opened(TABLE)
    reader.press("Ctrl+Shift+G")
    assert reader.said() == "Before and After: 2 of 3 groups"
    reader.press("Ctrl+]")
    assert reader.said() == "After and Late: 3 of 3 groups"
    assert not reader.opened.wiring.actions["values-play"].isChecked()


def test_nothing_plays_where_motion_is_off(opened: Open) -> None:
    reader = opened(TABLE)
    play = reader.opened.wiring.actions["values-play"]
    reader.press("Ctrl+Shift+G")
    assert play.isChecked()
    reader.press("A")
    assert not play.isChecked()
    assert not play.isEnabled()
    reader.press("A")
    reader.press("Ctrl+Shift+G")
    reader.press("Ctrl+Shift+W")
    assert not play.isEnabled()
    assert tones(reader) == {}


def test_unknown_rows_are_listed_with_what_was_meant(opened: Open) -> None:
    reader = opened("organ,value\nlivr,1\nheart,4\n")
    assert reader.problems() == ["my.csv:2:1: there is no region or organ 'livr'; did you mean 'liver'?"]
    reader.press("Esc")
    assert reader.problems() == []
    assert tones(reader) == dict.fromkeys(tones(reader), 0.5)


def test_the_menu_asks_for_a_table(pilot: Pilot, tmp_path: Path) -> None:
    table = tmp_path / "other.tsv"
    table.write_text("muscle\tvalue\nhamstrings\t2,5\nliver\t-1\n", encoding="utf-8")
    pilot.press("Ctrl+Shift+O")
    dialog = pilot.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(table))
    dialog.close()
    assert tones(pilot)["liver"] == 0.3
    assert "2 values" in pilot.said()

"""A figure from elsewhere in the window: clicked, coloured, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bodymap.options import Options
from tests.pilot import Pilot

Open = Callable[..., Pilot]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    readers: list[Pilot] = []

    def start(file: Path, **more: Path) -> Pilot:
        readers.append(Pilot(qtbot, Options(settings=tmp_path / "s.json", figure_file=file, **more)))  # pyright: ignore[reportArgumentType]
        return readers[-1]

    yield start
    for reader in readers:
        reader.leave()


def test_its_regions_answer_a_click_with_our_cards(opened: Open, standing: Path) -> None:
    reader = opened(standing)
    assert "UBERON_0001134" in reader.lit()
    assert "regions answer" in reader.said()
    reader.click_region("UBERON_0002107")
    assert str(reader.state.focus) == "organ:liver"
    assert "UBERON_0002107" in reader.lit()
    reader.click_region("UBERON_9999999")
    assert "Made-up organ" in reader.card_text()


def test_what_is_not_ours_is_listed(opened: Open, standing: Path) -> None:
    reader = opened(standing)
    assert reader.problems() == []
    reader.window.footer.button.click()
    assert any("UBERON_9999999" in told for told in reader.problems())


def test_values_colour_it_too(opened: Open, standing: Path, tmp_path: Path) -> None:
    table = tmp_path / "my.csv"
    table.write_text("organ,value\nliver,1\nheart,3\nquadriceps,2\n", encoding="utf-8")
    reader = opened(standing, values=table)
    lights = reader.window.body.canvas.bodies[0].body.scene.lights
    assert {light.region: light.tone.at for light in lights if light.tone} == {
        "UBERON_0002107": 0.0,
        "UBERON_0000948": 1.0,
    }  # and not all muscle in the colour of one


@pytest.mark.parametrize("key", ["G", "F", "Ctrl+Shift+F"])
def test_asking_for_ours_brings_ours_back(opened: Open, standing: Path, key: str) -> None:
    reader = opened(standing)
    reader.press(key)
    assert "gastrocnemius-left" in reader.lit() or "liver" in reader.lit()
    assert reader.problems() == []


def test_a_refused_file_changes_nothing_and_says_why(pilot: Pilot, tmp_path: Path) -> None:
    bad = tmp_path / "bad.svg"
    bad.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8")
    before = pilot.lit()
    pilot.press("Ctrl+O")
    dialog = pilot.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(bad))
    dialog.close()
    assert pilot.lit() == before
    assert pilot.problems() == ["bad.svg:1:41: <script> is refused: a figure draws, it runs nothing"]

"""A figure that a pack brings: chosen, clicked, saved while it is shown, taken away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bodymap.authoring.new_pack import write_new_pack
from bodymap.options import Options
from tests.commands import Command, apart, here
from tests.pilot import Pilot

STANDING = Path(__file__).parents[1] / "features" / "opened_figure" / "standing.svg"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    write_new_pack(folder, {"pack": {}})
    (folder / "figures").mkdir()
    shutil.copy(STANDING, folder / "figures" / "standing.svg")
    return folder


@pytest.fixture
def reader(qtbot: QtBot, pack: Path, tmp_path: Path) -> Iterator[Pilot]:
    pilot = Pilot(qtbot, Options(settings=tmp_path / "s.json", packs=(pack,), figure="standing"))
    yield pilot
    pilot.leave()


def shown(pilot: Pilot) -> str:
    return pilot.window.body.canvas.bodies[0].body.scene.figure.rpartition("-")[0] or pilot.state.figure


def test_it_is_shown_and_its_regions_answer_a_click(reader: Pilot) -> None:
    assert shown(reader) == "standing"
    assert "UBERON_0001134" in reader.lit()
    reader.click_region("UBERON_0002107")
    assert str(reader.state.focus) == "organ:liver"
    assert "UBERON_0002107" in reader.lit()


def test_it_turns_once_it_has_a_back(reader: Pilot, pack: Path) -> None:
    view = reader.window.controls.view
    assert (view.isEnabled(), view.toolTip()) == (False, "this figure has one view")
    words = STANDING.read_text("utf-8").replace("A figure for tests", "Behind")
    (pack / "figures" / "standing.back.svg").write_text(words, "utf-8")
    reader.wait(view.isEnabled)
    assert len(reader.window.controls.figure.choices) == 3
    reader.press("F")
    assert shown(reader) == "standing.back"
    reader.click_region("UBERON_0002107")
    assert str(reader.state.focus) == "organ:liver"
    reader.press("F")
    assert shown(reader) == "standing"


def test_the_figures_are_stepped_through_by_their_key(reader: Pilot) -> None:
    seen: list[str] = []
    for _ in range(3):
        reader.press("G")
        seen.append(reader.state.figure)
    assert seen == ["male", "female", "standing"]
    assert "UBERON_0001134" in reader.lit()


def test_the_menu_of_figures_has_its_title(reader: Pilot) -> None:
    assert [choice.words for choice in reader.window.controls.figure.choices] == [
        "Male",
        "Female",
        "A figure for tests",
    ]


def test_what_cannot_be_matched_is_listed_when_it_is_new(reader: Pilot, pack: Path) -> None:
    file = pack / "figures" / "standing.svg"
    words = file.read_text("utf-8")
    file.write_text(words.replace("UBERON_9999999", "UBERON_9999998"), "utf-8")
    reader.wait(lambda: reader.problems() != [])
    assert any(told.startswith("standing.svg:") and "UBERON_9999998" in told for told in reader.problems())


def test_a_saved_drawing_is_shown_at_once(reader: Pilot, pack: Path) -> None:
    file = pack / "figures" / "standing.svg"
    before = reader.window.body.canvas.bodies[0].body.view
    words = file.read_text("utf-8")
    file.write_text(words.replace("<title>A figure for tests</title>", "<title>Drawn anew</title>"), "utf-8")
    reader.wait(lambda: reader.window.controls.figure.choices[-1].words == "Drawn anew")
    assert reader.state.figure == "standing"
    assert reader.window.body.canvas.bodies[0].body.view is not before
    assert reader.problems() == [], "its region that is none of ours was told before"


def test_where_it_is_taken_away_ours_comes_back(reader: Pilot, pack: Path) -> None:
    (pack / "figures" / "standing.svg").unlink()
    reader.wait(lambda: reader.state.figure == "male")
    assert "gastrocnemius-left" in reader.lit()


def test_a_file_that_is_opened_lies_over_it(reader: Pilot) -> None:
    from bodymap.ui.file_dialog import QFileDialog

    reader.press("Ctrl+O")
    dialog = reader.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(STANDING))
    dialog.close()
    assert "UBERON_0001134" in reader.lit()
    reader.press("Ctrl+Shift+F")
    assert shown(reader) == "standing"


def export(command: Command, *words: object) -> tuple[int, str]:
    done = command("export", *words, "--size", "640x480")
    return done.returncode, done.stderr


def test_it_is_exported_the_same_each_time(pack: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "a.png", tmp_path / "b.png", tmp_path / "ours.png"]
    words, figures = ("--data", pack, "--figure"), ("standing", "standing", "male")
    ways = zip((apart, here, here), outs, figures, strict=True)
    assert [export(command, out, *words, figure)[0] for command, out, figure in ways] == [0, 0, 0]
    first, second, ours = (out.read_bytes() for out in outs)
    assert first == second != ours


def test_a_name_that_no_pack_has_is_told_with_the_nearest(pack: Path, tmp_path: Path) -> None:
    code, said = export(here, tmp_path / "a.png", "--data", pack, "--figure", "standin")
    assert code == 2
    assert "figure 'standin' is not known; did you mean 'standing'?" in said


def test_one_view_does_not_turn_and_says_why(reader: Pilot) -> None:
    control = reader.window.controls.view
    assert (control.isEnabled(), control.toolTip()) == (False, "this figure has one view")
    reader.press("F")
    assert reader.state.view == "front"
    reader.press("G")
    assert reader.state.figure == "male"
    assert (control.isEnabled(), control.toolTip()) == (True, "")
    reader.press("F")
    assert reader.state.view == "back"


def test_a_region_that_is_none_of_ours_interrupts_no_start_and_fails_no_check(
    reader: Pilot, pack: Path
) -> None:
    assert (reader.problems(), reader.said()) == ([], "")
    done = here("check", pack)
    assert done.returncode == 0, done.stdout
    assert "warning: 'UBERON_9999999'" in done.stdout

"""The commands, from words to exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap import __version__
from bodymap.cli import main
from bodymap.cli.arguments import LISTS
from tests.commands import here

BROKEN = "id: mine\ntitle: [\n"
KEPT = (
    "PATH",
    "HOME",
    "SYSTEMROOT",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "LD_LIBRARY_PATH",
    "PYTHONPYCACHEPREFIX",
)


def bodymap(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, without a screen, in UTF-8."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "bodymap", *words],
        env={"PYTHONUTF8": "1", **kept, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def broken_pack(tmp_path: Path) -> Path:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text(BROKEN, encoding="utf-8")
    return pack


def listed(what: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(["list", what, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("what", "least"),
    [
        ("organs", 24),
        ("regions", 200),
        ("signals", 39),
        ("movements", 16),
        ("effects", 180),
        ("references", 200),
        ("findings", 50),
        ("claims", 30),
    ],
)
def test_what_is_known_is_listed(what: str, least: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = listed(what, capsys)
    assert len(found) >= least
    assert len({entry["id"] for entry in found}) == len(found)
    assert all(entry["name"] for entry in found)


def test_every_effect_has_a_reference_that_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    known = {entry["id"] for entry in listed("references", capsys)}
    for effect in listed("effects", capsys):
        references = effect["references"]
        assert isinstance(references, list)
        assert references
        assert set(references) <= known


def test_muscles_are_listed_with_side_and_layer(capsys: pytest.CaptureFixture[str]) -> None:
    muscles = [r for r in listed("regions", capsys) if r["layer"] == "muscles"]
    assert len(muscles) >= 80
    assert {r["side"] for r in muscles} >= {"left", "right"}
    assert all("ontology" in r and "parent" in r for r in muscles)


@pytest.mark.parametrize("what", LISTS)
def test_a_table_ends_with_a_count(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == f"{len(lines) - 1} {what}"


def test_listing_needs_no_qt() -> None:
    code = (
        "import sys; from bodymap.cli import main; main(['list', 'organs']); print('PySide6' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"bodymap {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--select", "organ:livr"], "organ 'livr' is not known; did you mean 'organ:liver'?"),
        (["--select", "liver"], "Did you mean 'organ:liver'?"),
        (["--select", "signal:IL-6"], "did you mean 'signal:il6'?"),
        (["--select", "movement:runing"], "did you mean 'movement:running'?"),
        (["--select", "region:zzzzzzzz"], "region 'zzzzzzzz' is not known"),
        (["--theme", "nigth"], "did you mean 'night'?"),
    ],
)
def test_a_wrong_word_ends_with_2_and_what_was_meant(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for start in ([], ["export", "x.png"]):
        assert main([*start, *words]) == 2
        told = capsys.readouterr().err
        assert said in told
        assert told.startswith("bodymap: ")


def test_shipped_data_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_problems_are_told_with_file_line_and_column(
    broken_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(broken_pack)]) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{broken_pack / 'pack.yaml'}:")
    assert all(part.isdigit() for part in first.removeprefix(f"{broken_pack / 'pack.yaml'}:").split(":")[:2])
    assert last.endswith("in 1 file.")


def test_a_broken_pack_does_not_stop_a_list(broken_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "organs", "--data", str(broken_pack)]) == 0
    told = capsys.readouterr()
    assert "liver" in told.out
    assert f"`bodymap check {broken_pack}`" in told.err


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_picture_is_written_without_a_screen_and_is_the_same_each_time(form: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.{form}" for n in "ab"]
    for file, command in zip(files, (bodymap, bodymap if form == "pdf" else here), strict=True):
        run = command("export", str(file), "--select", "organ:liver", "--size", "1280x720")
        assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert files[0].read_bytes() == files[1].read_bytes()
    assert sorted(tmp_path.iterdir()) == files


def test_a_picture_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    run = bodymap("export", str(tmp_path / "nowhere" / "a.png"))
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "nowhere" in run.stderr


def test_an_old_picture_survives_a_failed_export(tmp_path: Path) -> None:
    old = tmp_path / "a.png"
    old.mkdir()
    run = here("export", old)
    assert run.returncode == 1
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head")
def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f'"{sys.executable}" -m bodymap list references --json | head -1; echo "${{PIPESTATUS[0]}}"'
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert run.stdout == "[\n0\n"
    assert run.stderr == ""


def test_a_list_can_leave_out_what_is_not_shown_in_people(capsys: pytest.CaptureFixture[str]) -> None:
    everything = listed("effects", capsys)
    assert main(["list", "effects", "--json", "--only", "human", "--least", "moderate"]) == 0
    left = json.loads(capsys.readouterr().out)
    people = ("human-trial", "human-observational")
    sure = ("moderate", "high")
    wanted = [e["id"] for e in everything if e["evidence"] in people and e["confidence"] in sure]
    assert [e["id"] for e in left] == wanted
    assert 0 < len(left) < len(everything)


def test_a_picture_can_leave_out_what_is_not_shown_in_people(tmp_path: Path) -> None:
    pictures: list[str] = []
    for name, words in (("all", ()), ("people", ("--only", "human"))):
        file = tmp_path / f"{name}.svg"
        run = here("export", file, "--select", "organ:brain", "--size", "1280x720", *words)
        assert (run.returncode, run.stderr) == (0, "")
        pictures.append(file.read_text("utf-8"))
    assert pictures[0] != pictures[1]


def test_a_filter_that_is_not_known_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "effects", "--only", "humans"]) == 2
    assert "did you mean 'human'?" in capsys.readouterr().err

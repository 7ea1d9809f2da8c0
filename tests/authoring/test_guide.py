"""docs/authoring.md, done as it says: what it shows must work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bodymap.cli import main
from bodymap.loading.pack_folders import user_folder

GUIDE = (Path(__file__).resolve().parents[2] / "docs/authoring.md").read_text("utf-8")


def blocks(text: str = GUIDE) -> list[str]:
    """The indented pieces of the guide."""
    found = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    return [re.sub("^ {4}", "", block, flags=re.MULTILINE).strip("\n") + "\n" for block in found]


def block(beginning: str) -> str:
    return next(found for found in blocks() if found.startswith(beginning))


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the guide's first command makes, where it makes it."""
    monkeypatch.chdir(tmp_path)
    first = block("bodymap new-pack").splitlines()[0]
    assert main(first.split()[1:]) == 0
    return tmp_path / "my-course"


def checked(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["check", "my-course"])
    return capsys.readouterr().out


def test_the_example_is_checked_and_known(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, check, see = block("bodymap new-pack").splitlines()
    assert check.split()[1:] == ["check", course.name]
    assert checked(capsys) == "No problems.\n"
    selected = see.split()[-1].removeprefix("signal:")
    assert main(["list", "signals", "--data", str(course)]) == 0
    assert selected in capsys.readouterr().out


def test_the_files_are_those_of_the_guide(course: Path) -> None:
    named = re.findall(r"^\| `([a-z/]+\.yaml)` \|", GUIDE, re.MULTILINE)
    assert sorted(p.relative_to(course).as_posix() for p in course.rglob("*.yaml")) == sorted(named)


def test_the_reference_of_the_guide_can_be_written_as_it_stands(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / "references/human-trial.yaml").write_text(block("kind: human-trial"), "utf-8")
    assert checked(capsys) == "No problems.\n"


def test_what_the_guide_removes_is_there_and_leaves_nothing_hanging(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = course / "pack.yaml"
    file.write_text(file.read_text("utf-8") + block("remove:"), "utf-8")
    assert checked(capsys) == "No problems.\n"


def test_a_lesson_in_the_pack_is_checked_and_listed_as_the_guide_says(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teaching = (Path(__file__).resolve().parents[2] / "docs/teaching.md").read_text("utf-8")
    lesson = next(found for found in blocks(teaching) if found.startswith("bodymap: 1"))
    named = re.search(r"`(my-course/lessons/[a-z-]+\.bodymap)`", GUIDE)
    assert named is not None
    file = course.parent / named[1]
    file.parent.mkdir()
    file.write_text(lesson.replace("organ:liver", "signal:examplin", 1), "utf-8")
    check, listing = block("bodymap check my-course\nbodymap list lessons").splitlines()
    assert main(check.split()[1:]) == 0
    capsys.readouterr()
    assert main(listing.split()[1:]) == 0
    assert file.stem in capsys.readouterr().out
    assert main(["check", named[1]]) == 0


def test_a_shipped_file_is_copied_as_the_guide_says(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(block("bodymap new-pack my-course --copy").split()[1:]) == 0
    assert (course / "organs/liver.yaml").is_file()
    assert checked(capsys) == "No problems.\n"


def test_the_invented_paper_can_be_deleted_and_what_names_it_is_told(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / "references/review.yaml").unlink()
    assert checked(capsys).count("there is no reference 'carberry2008'") == 3


def test_the_mistake_of_the_guide_is_told_in_its_words(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = course / "signals/examplin.yaml"
    file.write_text(file.read_text("utf-8").replace("organ: liver", "organ: livr"), "utf-8")
    said = block("my-course/signals/mine.yaml:").strip().partition(": ")[2]
    assert checked(capsys).splitlines()[0].endswith(f":12: {said}")


def test_packs_lie_where_the_guide_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform, name, shown in (
        ("linux", "XDG_DATA_HOME", "$XDG_DATA_HOME/bodymap/packs/"),
        ("win32", "APPDATA", r"%APPDATA%\bodymap\packs" + "\\"),
    ):
        assert shown in GUIDE
        folder = user_folder(platform, {name: str(Path.cwd())})
        assert folder == Path.cwd() / "bodymap/packs"
    assert "~/Library/Application Support/bodymap/packs/" in GUIDE
    monkeypatch.setenv("HOME", str(Path.cwd()))
    mac = user_folder("darwin", {})
    assert mac is not None
    assert mac.as_posix().endswith("Library/Application Support/bodymap/packs")

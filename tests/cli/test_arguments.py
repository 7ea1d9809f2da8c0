"""What may be written on the command line, and what is said where it cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.cli.arguments import UsageError, parse


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--theme", "nigth"], "'nigth' is not known; did you mean 'night'?"),
        (["--thme", "night"], "option '--thme' is not known; did you mean '--theme'?"),
        (["--thme=night"], "did you mean '--theme'?"),
        (["exprot", "a.png"], "command 'exprot' is not known; did you mean 'export'?"),
        (["frobnicate"], "there are export, list, references, check, new-pack, schema, simulate, quiz, bake"),
        (["list", "organ"], "did you mean 'organs'?"),
        (["list"], "required"),
        (["--layers", "skin,musles"], "layer 'musles' is not known; did you mean 'muscles'?"),
        (["--select", "orgn:liver"], "kind 'orgn' is not known; did you mean 'organ'?"),
        (["--text-size", "20"], "not a size from 100 to 300"),
        (["--text-size", "big"], "not a size from 100 to 300"),
        (["export", "a.jpg"], "must end in .png, .svg, .pdf"),
        (["export"], "required"),
        (["export", "a.png", "b.png"], "'b.png' is one word too many"),
        (["export", "a.png", "--size", "big"], "not a size like 1920x1080"),
        (["export", "a.png", "--size", "10x10"], "320 to 16384 pixels"),
        (["export", "a.png", "--size", "99999x1080"], "320 to 16384 pixels"),
        (["--theme", "day", "export", "a.png"], "the command comes first: bodymap export"),
        (["--closeup", "brian"], "did you mean 'brain'?"),
        (["--quit-when", "tired"], "there are first-picture, usable"),
    ],
)
def test_what_cannot_be_meant_is_said_with_what_was_meant(words: list[str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(words)
    assert said in str(error.value)


def test_no_words_open_the_window() -> None:
    chosen = parse([])
    assert chosen.command == ""
    assert chosen.data == []
    assert chosen.theme is None
    assert not chosen.reset


def test_window_and_picture_understand_the_same_looks() -> None:
    looks = ["--select", "organ:liver", "--state", "side-by-side", "--figure", "female", "--view", "back"]
    looks += ["--theme", "projector", "--level", "university", "--text-size", "150%", "--layers", "skin, fat"]
    window, picture = parse(looks), parse(["export", "a.svg", *looks])
    for name in ("select", "state", "figure", "view", "theme", "level", "text_size", "layers", "data"):
        assert getattr(window, name) == getattr(picture, name)
    assert window.text_size == 150
    assert window.layers == ("skin", "fat")


def test_folders_of_data_add_up() -> None:
    assert parse(["--data", "a", "--data", "b"]).data == [Path("a"), Path("b")]
    assert parse(["list", "organs", "--data", "a"]).data == [Path("a")]
    assert parse([]).data == []


@pytest.mark.parametrize("size", ["3840x2160", "3840X2160", "3840×2160"])
def test_a_size_may_be_written_in_three_ways(size: str) -> None:
    assert parse(["export", "a.png", "--size", size]).size == (3840, 2160)


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["list", "--help"], ["--version"]])
def test_help_and_version_end_well(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(words)
    assert end.value.code == 0
    assert "bodymap" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--present", "my.bodymap"], ["my.bodymap", "--present"]])
def test_a_lesson_is_presented_at_once(words: list[str]) -> None:
    chosen = parse(words)
    assert (chosen.present, chosen.opens) == (True, Path("my.bodymap"))


def test_presenting_needs_a_lesson() -> None:
    with pytest.raises(UsageError, match=r"NAME\.bodymap"):
        parse(["--present"])

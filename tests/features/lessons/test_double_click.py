"""What a file manager needs to open a lesson by double click, and what the command line then says."""

from __future__ import annotations

import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bodymap.cli.arguments import UsageError, parse
from bodymap.features.lessons.model import ENDING
from bodymap.loading.shipped import shipped

SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_entry_opens_what_the_mime_description_names() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(shipped("assets", "desktop", "bodymap.desktop"), encoding="utf-8")
    main = entry["Desktop Entry"]
    kind = ElementTree.parse(shipped("assets", "desktop", "bodymap-lesson.xml")).getroot()[0]
    assert main["MimeType"] == f"{kind.get('type')};"
    glob = kind.find(f"{SPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*{ENDING}"
    command, argument = main["Exec"].split()
    project = tomllib.loads(Path(__file__).parents[3].joinpath("pyproject.toml").read_text(encoding="utf-8"))
    assert command in {**project["project"].get("scripts", {}), **project["project"].get("gui-scripts", {})}
    assert argument == "%f"


def test_a_lesson_is_named_anywhere_among_the_options() -> None:
    for words in (["my.bodymap"], ["--theme", "day", "my.bodymap"], ["MY.BODYMAP", "--theme", "day"]):
        found = parse(words)
        assert (found.command, str(found.opens).lower()) == ("", "my.bodymap")
    assert parse(["--theme", "day"]).opens is None


@pytest.mark.parametrize("words", [["one.bodymap", "two.bodymap"], ["lesson.yaml"], ["export", "a.bodymap"]])
def test_what_is_no_lesson_or_one_too_many_is_said(words: list[str]) -> None:
    with pytest.raises(UsageError):
        parse(words)

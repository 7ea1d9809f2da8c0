from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.loading.shipped import shipped
from bodymap.state import THEMES
from bodymap.ui.theme import Theme, ThemeError, load_theme, read_theme

GROUNDS = ("ground0", "ground1", "ground2", "panel", "raised", "field", "pill")
ACCENTS = ("working", "receiving", "harm")
VERDICTS = ("supported", "nuanced", "overstated")
CURVES = ("curve1", "curve2", "curve3", "curve4", "curve5")


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_read_on_every_ground(theme: Theme, ground: str) -> None:
    for role in ("text", "muted"):
        assert contrast(getattr(theme, role), getattr(theme, ground)) >= 7, role


@pytest.mark.parametrize("ground", ["ground1", "panel", "raised", "pill"])
def test_accents_and_links_are_read_where_they_are_words(theme: Theme, ground: str) -> None:
    for role in (*ACCENTS, *VERDICTS, "link"):
        assert contrast(getattr(theme, role), getattr(theme, ground)) >= 6.95, role


def test_curves_are_told_apart_from_each_other_and_read_as_words(theme: Theme) -> None:
    colours = [theme.working, *(getattr(theme, role) for role in CURVES)]
    assert len(set(colours)) == len(colours)
    assert all(contrast(colour, theme.panel) >= 7 for colour in colours)


def test_words_are_read_on_blocks_and_chosen_rows(theme: Theme) -> None:
    assert contrast(theme.inverse, theme.text) >= 7
    assert contrast(theme.text, theme.selection) >= 7
    assert contrast(theme.muted, theme.selection) >= 7
    for role in ACCENTS:
        assert contrast(theme.on_accent, theme.accent(role)) >= 7


def test_shapes_are_seen_on_every_ground(theme: Theme) -> None:
    for ground in (*GROUNDS, "selection"):
        for role in ("outline", "vein", "artery", "molecule", *ACCENTS):
            assert contrast(getattr(theme, role), getattr(theme, ground)) >= 3, (role, ground)


def test_a_role_that_is_missing_or_wrong_is_named(tmp_path: Path) -> None:
    good = (shipped("assets", "themes", "day.toml")).read_text(encoding="utf-8")
    wrong = {
        "panel is missing": good.replace('panel = "#FFFFFF"', ""),
        "panle is not a role": good + 'panle = "#FFFFFF"',
        "panel must be a colour": good.replace('panel = "#FFFFFF"', 'panel = "white"'),
        "art must be dark or light": good.replace('art = "light"', 'art = "grey"'),
        "Invalid": good + "= nothing",
    }
    for said, text in wrong.items():
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ThemeError, match=r"mine\.toml") as error:
            read_theme(path)
        assert said in str(error.value)


def test_a_theme_that_is_not_there_is_said_so() -> None:
    with pytest.raises(ThemeError, match=r"sepia\.toml"):
        load_theme("sepia")

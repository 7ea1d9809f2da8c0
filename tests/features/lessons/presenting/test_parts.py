"""The small parts of a presentation: morphs, strokes, screens, keys, what keeps the display awake."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPixmap

from bodymap.app import application
from bodymap.features.lessons.presenting.awake import Asleep, ByCaffeinate, OnWindows, OverDBus, awake_of
from bodymap.features.lessons.presenting.ink import FADES, LASTS, Ink
from bodymap.features.lessons.presenting.keys import as_wish, meant, presenting_keys
from bodymap.features.lessons.presenting.morph import LASTS as MORPH_LASTS
from bodymap.features.lessons.presenting.morph import Morph, Sight
from bodymap.features.lessons.presenting.screens import Placing, Screen, placing


def sight(color: str, canvas: QRectF | None = None, drawing: object = "male") -> Sight:
    application()
    picture = QPixmap(QSize(60, 40))
    picture.fill(QColor(color))
    return Sight(picture, QRectF(20, 0, 40, 40), canvas, drawing)


def test_a_morph_takes_no_longer_than_promised_and_begins_and_ends_in_its_sights() -> None:
    morph = Morph(sight("white", QRectF(20, 0, 20, 40)), sight("black", QRectF(0, -40, 60, 120)), 10.0)
    assert MORPH_LASTS <= 0.6
    assert not morph.is_over(10.0)
    assert morph.is_over(10.0 + MORPH_LASTS)
    assert morph.canvas(10.0) == morph.old.canvas
    assert morph.canvas(11.0) == morph.new.canvas
    first, last = (morph.sight(at).picture.toImage().pixelColor(50, 20) for at in (10.0, 11.0))
    assert first == QColor("white")
    assert last == QColor("black")


def test_a_morph_that_is_cut_short_goes_on_from_what_was_seen() -> None:
    morph = Morph(sight("white", QRectF(20, 0, 20, 40)), sight("black", QRectF(0, -40, 60, 120)), 0.0)
    half = morph.sight(MORPH_LASTS / 2)
    assert half.canvas is not None
    assert 20 < half.canvas.width() < 60
    then = Morph(half, sight("red", QRectF(20, 0, 20, 40)), 1.0)
    assert then.canvas(1.0) == half.canvas
    grey = half.picture.toImage().pixelColor(5, 5)
    assert 60 < grey.red() < 200


@pytest.mark.parametrize("other", [sight("red"), sight("red", QRectF(0, 0, 9, 9), "female")])
def test_what_is_no_same_drawing_melts_without_moving(other: Sight) -> None:
    assert not Morph(sight("white", QRectF(20, 0, 20, 40)), other, 0.0).moves


def test_a_stroke_fades_and_goes_unless_it_stays() -> None:
    ink = Ink().begun(2, (0.1, 0.1)).drawn((0.2, 0.2)).ended(5.0, stays=False)
    ink = ink.begun(2, (0.5, 0.5)).ended(5.0, stays=True)
    fading, staying = ink.on(2)
    assert fading.spots == ((0.1, 0.1), (0.2, 0.2))
    assert fading.opacity(5.0 + LASTS) == 1
    assert 0 < fading.opacity(5.0 + LASTS + FADES / 2) < 1
    assert ink.fades
    assert ink.left(5.0 + LASTS + FADES).strokes == (staying,)
    assert ink.on(1) == ()


def test_nothing_is_drawn_while_no_stroke_has_begun() -> None:
    assert Ink().drawn((0.1, 0.1)) == Ink()
    assert Ink().ended(1.0, stays=True) == Ink()


def test_the_teacher_keeps_the_screen_she_works_on() -> None:
    here, there, third = (Screen(name, QRect(n * 10, 0, 10, 10)) for n, name in enumerate("abc"))
    assert placing([here], "a") == Placing(here, None)
    assert placing([here, there, third], "a") == Placing(there, here)
    assert placing([here, there], "b") == Placing(here, there)
    assert placing([here, there], "a", swap=True) == Placing(here, there)
    assert placing([there, third], "gone") == Placing(third, there)


def test_no_key_means_two_things() -> None:
    keys = [key for line in presenting_keys() for key in line.keys]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set("0123456789")


@pytest.mark.parametrize(
    ("key", "deed"),
    [(k, "next") for k in ("PgDown", "Right", "Down", "Space", "N")]
    + [(k, "previous") for k in ("PgUp", "Left", "Up", "P")]
    + [
        ("Backspace", "erase"),
        ("B", "black"),
        (".", "black"),
        ("W", "white"),
        ("F5", "start"),
        ("Esc", "leave"),
    ],
)
def test_remotes_are_understood(key: str, deed: str) -> None:
    found = meant(key)
    assert found is not None
    assert found.deed == as_wish(found.deed) == deed


def test_each_system_is_asked_in_its_own_way_and_another_not_at_all() -> None:
    found = {name: type(awake_of(name)) for name in ("win32", "darwin", "linux", "plan9")}
    assert found == {"win32": OnWindows, "darwin": ByCaffeinate, "linux": OverDBus, "plan9": Asleep}


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux", "plan9"])
def test_where_nothing_answers_nothing_breaks(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if platform == sys.platform == "win32":
        pytest.skip("here somebody answers")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    application()
    awake = awake_of(platform)
    awake.hold()
    awake.let_go()
    awake.let_go()


def test_the_tool_of_a_mac_runs_as_long_as_it_is_needed() -> None:
    awake = ByCaffeinate((sys.executable, "-c", "import time; time.sleep(60)"))
    awake.hold()
    tool = awake._tool
    assert tool is not None
    assert tool.poll() is None
    awake.hold()
    assert awake._tool is tool
    awake.let_go()
    assert tool.poll() is not None

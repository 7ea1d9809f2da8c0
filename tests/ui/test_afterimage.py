from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from bodymap.app import Options
from bodymap.loading.shipped import shipped
from bodymap.ui.afterimage import Afterimage, keep, path_of_user, recall
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.flowing import Flowing
from tests.pilot import Pilot

Opener = Callable[[Options], Pilot]


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Opens one window after another, with settings, a cache and drawings of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    settings = tmp_path / "settings.json"

    def opened(options: Options) -> Pilot:
        return Pilot(
            qtbot, options._replace(settings=settings), gallery=Gallery(shipped("assets", "figures"))
        )

    return opened


def painted(pilot: Pilot) -> QImage:
    return pilot.window.body.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def still(pilot: Pilot) -> None:
    """Turn motion off: molecules move on from one picture to the next."""
    pilot.opened.store.set(calm=True)


def flowing_in(pilot: Pilot) -> Flowing:
    pilot.settle()
    found = pilot.window.body.flowing
    assert found is not None
    return found


def an_image(color: str = "#123456") -> QImage:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def test_a_second_start_draws_nothing_and_looks_the_same(reader: Opener) -> None:
    first = reader(Options())
    still(first)
    first.look_at("signal:il6")
    before = painted(first)
    first.leave()
    second = reader(Options())
    assert second.window.body.canvas.easel.stamps.drawn == 0
    assert painted(second) == before
    second.leave()


def test_what_travels_is_not_kept(reader: Opener) -> None:
    first = reader(Options())
    first.look_at("signal:il6")
    flowing_in(first).advance(1.0)
    moving = painted(first)
    first.leave()
    second = reader(Options())
    assert flowing_in(second).count > 0
    still(second)
    kept = recall(path_of_user(()))
    assert kept is not None
    assert painted(second) == kept.whole.copy().convertToFormat(QImage.Format.Format_RGB32) != moving
    second.leave()


def test_after_the_first_change_it_looks_as_if_all_had_been_drawn(reader: Opener) -> None:
    first = reader(Options())
    still(first)
    first.look_at("organ:liver")
    before = painted(first)
    first.look_at("movement:running")
    first.leave()
    second = reader(Options())
    second.look_at("organ:liver")
    assert painted(second) == before
    second.leave()


@pytest.mark.parametrize("other", [Options(theme="day"), Options(figure="female"), Options(text_size=200)])
def test_what_begins_otherwise_is_drawn_anew(reader: Opener, other: Options) -> None:
    reader(Options()).leave()
    pilot = reader(other)
    still(pilot)
    fresh = painted(pilot)
    assert pilot.window.body.canvas.easel.stamps.drawn > 0
    pilot.window.body.canvas.refresh()
    pilot.window.body.canvas.easel.shining = None
    assert painted(pilot) == fresh
    pilot.leave()


def test_it_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = Afterimage("session", "likeness", QRect(1, 2, 3, 2), an_image(), an_image("#ff0000"))
    keep(tmp_path / "file", kept)
    found = recall(tmp_path / "file")
    assert found is not None
    assert (found.session, found.likeness, found.rect) == (kept.session, kept.likeness, kept.rect)
    assert (found.whole, found.lit) == (kept.whole, kept.lit)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:10],
        lambda data: data[:0],
        lambda data: data.replace(b'"magic"', b'"music"'),
        lambda data: data.replace(b"[6, 4]", b"[4, 7]"),
        lambda data: data.replace(b"[6, 4]", b'["", 4]'),
        lambda data: b"[]\n" + data,
        lambda data: b"\xff\xfe" + data,
    ],
)
def test_a_damaged_one_is_ignored(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "file"
    keep(path, Afterimage("session", "likeness", QRect(1, 2, 3, 2), an_image(), an_image()))
    path.write_bytes(damage(path.read_bytes()))
    assert recall(path) is None


def test_where_there_is_none_nothing_is_remembered(tmp_path: Path) -> None:
    assert recall(tmp_path / "none") is None
    assert recall(tmp_path) is None
    assert recall(None) is None


def test_other_packs_have_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert path_of_user(()) == path_of_user(()) != path_of_user((tmp_path,))

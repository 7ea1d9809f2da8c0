from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.settings import keep, remember, settings_path


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    keep(path, {"theme": "day", "layers": ["skin"]})
    assert remember(path).values == {"theme": "day", "layers": ["skin"]}
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_a_first_start_remembers_nothing_and_complains_of_nothing(tmp_path: Path) -> None:
    found = remember(tmp_path / "settings.json")
    assert (found.values, found.problem) == ({}, "")


@pytest.mark.parametrize("damage", ["", "{", "[1, 2]", "\x00\x01", '{"a": 1} rest'])
def test_damaged_settings_are_said_and_never_lost(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "settings.json"
    for count in (1, 2):
        path.write_text(damage, encoding="utf-8")
        found = remember(path)
        assert found.values == {}
        assert str(tmp_path) in found.problem
        kept = sorted(p.name for p in tmp_path.iterdir())
        assert len(kept) == count
        assert "settings.json" not in kept
    assert (tmp_path / "settings.json.bad").read_text(encoding="utf-8") == damage


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_no_rest(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    (tmp_path / "settings.json" / "in the way").touch()
    with pytest.raises(OSError, match="settings"):
        keep(tmp_path / "settings.json", {})
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def test_settings_lie_where_the_platform_wants_them() -> None:
    home = {"HOME": "/home/ada", "USERPROFILE": "/home/ada"}
    assert settings_path(home, "linux") == Path("/home/ada/.config/bodymap/settings.json")
    asked = {**home, "XDG_CONFIG_HOME": "/cfg", "APPDATA": "/roaming"}
    assert settings_path(asked, "linux") == Path("/cfg/bodymap/settings.json")
    assert settings_path(asked, "win32") == Path("/roaming/bodymap/settings.json")
    mac = Path("/home/ada/Library/Application Support/bodymap/settings.json")
    assert settings_path(asked, "darwin") == mac

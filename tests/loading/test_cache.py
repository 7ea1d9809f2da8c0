"""A cache gives back what was kept, or nothing at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from bodymap.loading.cache import digest, load, save, user_cache

KEY = digest([b"some files"])
VALUES = [["liver", 1, None, True, 0.5], ["é"], "a − b\x1fc", "", []]


def kept(file: Path, key: bytes) -> list[Any] | None:
    """All values of a cache, as those take them who trust only the whole."""
    try:
        return list(load(file, key))
    except ValueError:
        return None


def test_what_was_kept_comes_back_under_its_key_only(tmp_path: Path) -> None:
    save(tmp_path / "deep" / "kept", KEY, VALUES)
    assert kept(tmp_path / "deep" / "kept", KEY) == VALUES
    assert kept(tmp_path / "deep" / "kept", digest([b"other files"])) == []
    assert kept(tmp_path / "nothing", KEY) == []
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["kept"]


def test_any_damage_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    save(file, KEY, VALUES)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not kept(file, KEY)
        file.write_bytes(whole[:at])
        assert not kept(file, KEY)
    file.write_bytes(whole + b"j")
    assert not kept(file, KEY)


def test_a_cache_that_is_nested_too_deep_is_damaged(tmp_path: Path) -> None:
    save(tmp_path / "kept", KEY, ["[" * 200_000])
    whole = (tmp_path / "kept").read_bytes()
    at = whole.index(b"t", len(whole) - 200_000 - 8)
    parts = whole[at:].replace(b"t", b"j", 1)
    (tmp_path / "kept").write_bytes(whole[: at - 32] + sha256(parts).digest() + parts)
    with pytest.raises(ValueError, match="nested too deep"):
        list(load(tmp_path / "kept", KEY))


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save(tmp_path / "file" / "kept", KEY, VALUES)
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    save(tmp_path / "folder", KEY, VALUES)
    assert kept(tmp_path / "folder", KEY) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


def test_a_digest_knows_the_borders_of_its_parts() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])


def test_each_platform_keeps_its_caches_where_it_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    named = str(tmp_path / "named")
    assert user_cache("linux", {"XDG_CACHE_HOME": named}) == tmp_path / "named" / "bodymap"
    assert user_cache("linux", {"XDG_CACHE_HOME": "relative"}) == tmp_path / ".cache" / "bodymap"
    assert user_cache("linux", {}) == tmp_path / ".cache" / "bodymap"
    assert user_cache("darwin", {}) == tmp_path / "Library" / "Caches" / "bodymap"
    assert user_cache("win32", {"LOCALAPPDATA": named}) == tmp_path / "named" / "bodymap" / "cache"

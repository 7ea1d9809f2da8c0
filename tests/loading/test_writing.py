"""Files are written whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.loading.writing import gathered


def test_gathered_files_take_their_places_together(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with gathered(out) as folder:
        (folder / "a.txt").write_text("a", "utf-8")
        assert not out.exists()
    assert [path.name for path in out.iterdir()] == ["a.txt"]
    with gathered(out) as folder:
        (folder / "b.txt").write_text("b", "utf-8")
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "b.txt"]
    assert list(out.parent.iterdir()) == [out]


def test_of_files_that_are_not_all_gathered_none_is_left(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def fill() -> None:
        with gathered(out) as folder:
            (folder / "a.txt").write_text("a", "utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill()
    assert list(tmp_path.iterdir()) == []

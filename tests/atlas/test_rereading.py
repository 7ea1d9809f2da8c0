"""What an author saves is read again; a broken file stays as it last was without a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.rereading import Rereading
from bodymap.authoring.new_pack import write_new_pack
from bodymap.loading.shipped import shipped


class Author:
    """An author with a pack of hers, which is read again each time that she asks."""

    def __init__(self, folder: Path) -> None:
        write_new_pack(folder, {"pack": {}})
        self.signal = folder / "signals" / "examplin.yaml"
        self.packs = (shipped("data"), folder)
        self.reading = Rereading(lambda: self.packs, read_library(self.packs, cache=None).problems)

    def replace(self, old: str, new: str) -> None:
        words = self.signal.read_text(encoding="utf-8")
        assert old in words
        self.signal.write_text(words.replace(old, new), encoding="utf-8")

    def read(self) -> Library:
        found = self.reading.again()
        assert found is not None
        return found


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path / "mine")


def test_what_has_not_changed_is_not_read_again(author: Author) -> None:
    assert author.reading.again() is None
    author.replace("Examplin\n", "Renamed\n")
    assert author.read().atlas.signals["examplin"].name == "Renamed"
    assert author.reading.again() is None


def test_a_broken_file_stays_as_it_last_was_and_its_mistake_is_told(author: Author) -> None:
    author.replace("Examplin\n", "Better\n")
    author.read()
    author.replace("organ: liver", "organ: livr")
    author.replace("name: Better", "name: Worse")
    found = author.read()
    assert [(p.line, p.column, p.suggestion) for p in found.problems] == [(20, 12, "liver")]
    assert found.atlas.signals["examplin"].name == "Better"
    assert [e.organ for e in found.atlas.effects_of("examplin")] == ["liver", "brain"]
    author.replace("organ: livr", "organ: heart")
    mended = author.read()
    assert mended.problems == ()
    assert mended.atlas.signals["examplin"].name == "Worse"
    assert [e.organ for e in mended.atlas.effects_of("examplin")] == ["heart", "brain"]


def test_a_file_that_is_no_yaml_any_more_stays_too(author: Author) -> None:
    author.signal.write_text("id: [torn", encoding="utf-8")
    found = author.read()
    assert found.problems[0].path == author.signal
    assert len(found.atlas.effects_of("examplin")) == 2


def test_a_file_that_was_taken_away_is_gone(author: Author) -> None:
    author.signal.unlink()
    found = author.read()
    assert found.problems == ()
    assert "examplin" not in found.atlas.signals


def test_a_file_that_never_was_good_shows_what_is_good_of_it(author: Author) -> None:
    words = author.signal.read_text(encoding="utf-8")
    new = author.signal.with_name("another.yaml")
    changed = words.replace("id: examplin", "id: another").replace("mine-1", "mine-3")
    new.write_text(changed.replace("mine-2", "mine-4").replace("organ: liver", "organ: livr"), "utf-8")
    found = author.read()
    assert [p.path.name for p in found.problems] == ["another.yaml"]
    assert [e.id for e in found.atlas.effects_of("another")] == ["mine-4"]


def test_a_pack_that_is_laid_over_later_is_read(author: Author, tmp_path: Path) -> None:
    folder = tmp_path / "second"
    (folder / "signals").mkdir(parents=True)
    (folder / "signals" / "examplin.yaml").write_bytes(author.signal.read_bytes())
    author.packs = (*author.packs, folder)
    assert [p.path.parent for p in author.read().problems] == [folder]

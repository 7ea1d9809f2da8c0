"""Figures that packs bring: read with the pack, matched with our organs, kept in the cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bodymap.atlas.pack_figures import figure_names
from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.rereading import Rereading
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.reader import Reader

TINY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{title}</title>'
    '<path id="UBERON_0002107" d="M1 1h{width}v1z"/></svg>'
)


def bring(pack: Path, name: str, title: str, width: int = 2) -> Path:
    folder = pack / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.svg"
    file.write_text(TINY.format(title=title, width=width), "utf-8")
    return file


def read(*packs: Path, cache: Path | None = None) -> Library:
    return read_library((shipped("data"), *packs), cache=cache)


def test_a_figure_is_called_like_its_file_and_drawn_for_the_state(tmp_path: Path) -> None:
    bring(tmp_path, "horse", "A horse")
    library = read(tmp_path)
    assert figure_names([tmp_path]) == ("horse",)
    assert library.figures["horse"].title == "A horse"
    reader = Reader(library.atlas, library.anatomy, library.figures)
    scene = reader.stage(State(figure="horse")).scenes[0]
    assert {light.region for light in scene.lights} == {"UBERON_0002107"}
    assert str(ref_of_region(library.atlas, library.anatomy, "UBERON_0002107")[0]) == "organ:liver"
    figures: Figures = library.shown_on(shipped("assets", "figures"))
    assert set(figures.view(scene.figure, scene.view).shapes) == {"UBERON_0002107"}


def test_a_figure_is_seen_from_behind_where_it_has_a_back(tmp_path: Path) -> None:
    bring(tmp_path, "horse", "A horse")
    bring(tmp_path, "horse.back", "Behind", width=3)
    for _ in range(2):  # from its files, then from the cache
        library = read(tmp_path, cache=tmp_path / "cache")
        assert list(library.figures) == list(figure_names([tmp_path])) == ["horse"]
        reader = Reader(library.atlas, library.anatomy, library.figures)
        front, back = (
            reader.stage(State(figure="horse", view=view)).scenes[0].figure for view in ("front", "back")
        )
        assert (front.rpartition("-")[0], back.rpartition("-")[0]) == ("horse", "horse.back")
        drawn = library.shown_on(shipped("assets", "figures"))
        widths = [drawn.view(f, "front").shapes["UBERON_0002107"].box[2] for f in (front, back)]
        assert widths == [400, 600]


def test_a_figure_that_stands_in_brings_its_own_back_or_none(tmp_path: Path) -> None:
    bring(tmp_path / "one", "horse", "First")
    bring(tmp_path / "one", "horse.back", "First behind")
    bring(tmp_path / "two", "horse", "Second")
    found = read(tmp_path / "one", tmp_path / "two").figures["horse"]
    assert (found.title, found.back) == ("Second", None)


def test_a_later_pack_stands_in_for_an_earlier_one_and_for_ours(tmp_path: Path) -> None:
    for pack, title in (("one", "First"), ("two", "Second")):
        bring(tmp_path / pack, "horse", title)
    bring(tmp_path / "two", "male", "Another man")
    library = read(tmp_path / "one", tmp_path / "two")
    assert {name: figure.title for name, figure in library.figures.items()} == {
        "horse": "Second",
        "male": "Another man",
    }
    reader = Reader(library.atlas, library.anatomy, library.figures)
    assert reader.stage(State()).scenes[0].figure == library.figures["male"].key
    assert reader.stage(State(figure="female")).scenes[0].figure == "female"


def test_a_figure_that_nobody_has_is_shown_as_ours(tmp_path: Path) -> None:
    bring(tmp_path, "horse", "A horse")
    library = read(tmp_path)
    reader = Reader(library.atlas, library.anatomy, library.figures)
    assert reader.stage(State(figure="cow")) == reader.stage(State())


def test_what_the_cache_gives_back_is_the_same(tmp_path: Path) -> None:
    bring(tmp_path / "pack", "horse", "A horse")
    first = read(tmp_path / "pack", cache=tmp_path / "cache")
    again = read(tmp_path / "pack", cache=tmp_path / "cache")
    assert again.figures == first.figures
    assert again.anatomy == first.anatomy
    bring(tmp_path / "pack", "horse", "A pony")
    assert read(tmp_path / "pack", cache=tmp_path / "cache").figures["horse"].title == "A pony"


def test_a_saved_figure_is_read_again_and_a_broken_one_stays_as_it_was(tmp_path: Path) -> None:
    file = bring(tmp_path, "horse", "A horse")
    packs = (shipped("data"), tmp_path)
    rereading = Rereading(lambda: packs, read(tmp_path).problems)
    assert rereading.again() is None
    bring(tmp_path, "horse", "A horse", width=4)
    wider = rereading.again()
    assert wider is not None
    file.write_text("<svg", "utf-8")
    broken = rereading.again()
    assert broken is not None
    assert broken.figures == wider.figures
    assert [problem.path for problem in broken.problems if problem.path == file] == [file]


@pytest.mark.parametrize("view", ["front", "back"])
def test_our_own_masters_answer_with_every_region_they_draw(tmp_path: Path, view: str) -> None:
    (tmp_path / "figures").mkdir()
    shutil.copy(shipped("assets", "figures", "female", f"{view}.svg"), tmp_path / "figures" / "mine.svg")
    library = read(tmp_path)
    assert [p for p in library.problems if p.path.suffix == ".svg"] == []
    figure = library.figures["mine"]
    assert len(figure.view.shapes) >= 30
    assert set(figure.view.shapes) <= set(library.anatomy.regions)

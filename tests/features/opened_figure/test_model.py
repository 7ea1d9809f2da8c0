"""Which regions of a figure from elsewhere are ours, and our scenes on it."""

from __future__ import annotations

from pathlib import Path

from bodymap.atlas.figure_matching import OpenedFigure, admitted
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.opened_figure.model import open_figure
from bodymap.figure.within import terms_within
from bodymap.state import State
from bodymap.viewmodels.other_figure import drawn_on
from bodymap.viewmodels.places import ref_of_region
from bodymap.viewmodels.reader import Reader


def opened(library: Library, path: Path) -> OpenedFigure:
    found, _problems = open_figure(path, library.atlas, library.anatomy)
    assert found is not None
    return found


def test_regions_answer_with_our_organs_by_their_ontology_ids(library: Library, standing: Path) -> None:
    figure = opened(library, standing)
    anatomy = admitted(library.anatomy, figure)
    answers = {
        name: str(ref_of_region(library.atlas, anatomy, name)[0])
        for name, region in figure.regions.items()
        if region.parent
    }
    assert answers["UBERON_0002107"] == "organ:liver"
    assert answers["UBERON_0002113"] == "organ:kidneys"
    assert answers["UBERON_0000945"] == "organ:stomach-gut"
    assert answers["UBERON_0001134"] == "organ:skeletal-muscle"
    assert figure.answering >= 11


def test_what_is_not_ours_is_listed_with_its_place_and_can_be_clicked(
    library: Library, standing: Path
) -> None:
    figure = opened(library, standing)
    lines = standing.read_text(encoding="utf-8").splitlines()
    told = [p for p in figure.problems if "UBERON_9999999" in p.what]
    assert len(told) == 1
    assert "Made-up organ" in told[0].what
    assert 'id="UBERON_9999999"' in lines[told[0].line - 1]
    anatomy = admitted(library.anatomy, figure)
    assert ref_of_region(library.atlas, anatomy, "UBERON_9999999")[0] == Ref("region", "UBERON_9999999")
    card = Reader(library.atlas, anatomy).card(State(focus=Ref("region", "UBERON_9999999")))
    assert card.title == "Made-up organ"


def test_an_alias_has_the_shape_of_the_other(library: Library, standing: Path) -> None:
    shapes = opened(library, standing).view.shapes
    assert shapes["UBERON_0000059"].path == shapes["UBERON_0001155"].path
    assert shapes["UBERON_0000970"].path.count("M") == 2


def test_every_figure_is_as_high_as_ours(library: Library, standing: Path, torso: Path) -> None:
    for path, width in ((standing, 900), (torso, 2400)):
        view = opened(library, path).view
        assert (view.width, view.height) == (width, 1800)
        assert all(s.box[0] >= 0 and s.box[0] + s.box[2] <= width for s in view.shapes.values())
    assert {"UBERON_0002107", "UBERON_0001264", "UBERON_0000948_extra"} == set(
        opened(library, torso).view.shapes
    )


def test_our_scenes_are_drawn_on_it(library: Library, standing: Path) -> None:
    figure = opened(library, standing)
    reader = Reader(library.atlas, admitted(library.anatomy, figure))
    scene = drawn_on(reader.stage(State()), figure, "opened-1").scenes[0]
    assert (scene.figure, scene.view, scene.layers) == ("opened-1", "front", ("opened",))
    assert {"UBERON_0002107", "UBERON_0001134"} <= {light.region for light in scene.lights}
    assert {light.region for light in scene.lights} <= set(figure.view.shapes)
    assert scene.routes == ()
    labels = {str(label.ref): label.regions for label in scene.labels}
    assert labels["organ:liver"] == ("UBERON_0002107",)


def test_a_closeup_stays(library: Library, standing: Path) -> None:
    figure = opened(library, standing)
    near = Reader(library.atlas, library.anatomy).stage(State(closeup="brain"))
    assert drawn_on(near, figure, "opened-1") == near


def test_what_is_refused_is_told_and_nothing_opened(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8")
    found, problems = open_figure(path, library.atlas, library.anatomy)
    assert found is None
    assert [(p.line, p.column) for p in problems] == [(1, 41)]


def test_a_smaller_part_answers_with_our_organ_and_is_lit_with_all_of_it(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "parts.svg"
    parts = (("UBERON_0002114", "duodenum"), ("UBERON_0001103", "diaphragm"), ("UBERON_0001134", "muscle"))
    drawn = "".join(f'<path id="{i}" d="M1 1h1v1z"><title>{t}</title></path>' for i, t in parts)
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{drawn}</svg>', "utf-8")
    figure = opened(library, path)
    assert figure.problems == ()
    anatomy = admitted(library.anatomy, figure)
    assert str(ref_of_region(library.atlas, anatomy, "UBERON_0002114")[0]) == "organ:stomach-gut"
    reader = Reader(library.atlas, anatomy)
    lit = {li.region for li in drawn_on(reader.stage(State()), figure, "opened-1").scenes[0].lights}
    assert "UBERON_0001134" in lit
    assert "UBERON_0001103" not in lit  # running works the legs, not the diaphragm


def test_every_part_lies_in_a_region_of_ours(library: Library) -> None:
    assert set(terms_within()) <= set(library.anatomy.regions)
    ours = {region.ontology for region in library.anatomy.regions.values()}
    assert not ours & {term for terms in terms_within().values() for term in terms}

"""Values on the body, as the scene that is painted."""

from __future__ import annotations

from pathlib import Path

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.values.model import Values, table_of
from bodymap.features.values.scene import both_views, coloured, number_words
from bodymap.loading.sources import Source
from bodymap.state import State
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Scene, Stage

NOBODY = Ref("region", "")


def values(library: Library, text: str) -> Values:
    found = table_of(Source(Path("my.csv"), "my.csv", text.encode()), library.atlas, library.anatomy).values
    assert found is not None
    return found


def stage(library: Library, **asked: str) -> Stage:
    return Reader(library.atlas, library.anatomy).stage(State(**asked))  # pyright: ignore[reportArgumentType]


def tones(scene: Scene) -> dict[str, float | None]:
    return {light.region: light.tone.at for light in scene.lights if light.tone}


def test_every_leaf_has_its_colour_and_the_smaller_stands(library: Library) -> None:
    found = values(library, "organ,value\nkidneys,2\nkidney-left,4\nliver,\nheart,6\n")
    scene = coloured(stage(library), found, ("",), NOBODY).scenes[0]
    assert tones(scene) == {"kidney-right": 0.0, "kidney-left": 0.5, "liver": None, "heart": 1.0}
    assert scene.scale is not None
    assert (scene.scale.missing, [words for _at, words in scene.scale.ticks]) == ("no value", ["2", "4", "6"])
    assert scene.routes == scene.legend == scene.local == ()


def test_the_greatest_are_named_first_and_the_chosen_before_them(library: Library) -> None:
    found = values(library, "organ,value\nliver,2\nheart,-6\nbrain,4\n")
    first = coloured(stage(library), found, ("",), NOBODY).scenes[0].labels
    assert [label.text for label in first] == ["Heart −6", "Brain 4", "Liver 2"]
    chosen = coloured(stage(library), found, ("",), Ref("organ", "liver")).scenes[0]
    assert chosen.labels[0].text == "Liver 2"
    assert [light.region for light in chosen.lights if light.tone and light.tone.marked] == ["liver"]


def test_two_groups_side_by_side_and_what_only_one_has_is_missing(library: Library) -> None:
    found = values(library, "organ,value,group\nliver,1,A\nheart,2,A\nliver,3,B\n")
    left, right = coloured(stage(library, mode="both"), found, ("A", "B"), NOBODY).scenes
    assert (left.caption, right.caption) == ("A", "B")
    assert tones(left) == {"liver": 0.0, "heart": 0.5}
    assert tones(right) == {"liver": 1.0, "heart": None}


def test_both_views_and_closeups(library: Library) -> None:
    front, back = both_views(stage(library)).scenes
    assert (front.view, back.view) == ("front", "back")
    near = stage(library, closeup="brain")
    assert coloured(near, values(library, "organ,value\nliver,1\n"), ("",), NOBODY) == near


def test_numbers_are_short() -> None:
    words = [number_words(n) for n in (0.012345, 12.345, 1234.5, -2_500_000, 0, 100)]
    assert words == ["0.0123", "12.3", "1\u202f234", "−2\u202f500\u202f000", "0", "100"]

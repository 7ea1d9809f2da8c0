"""A card says whose claim it is wherever that is not the shipped pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import Ref
from bodymap.cli import main
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import Card, EffectRow, NumberRow

PACK = """id: course
title: Endocrine course
version: 2.0.0
licence: CC0-1.0
authors: [A. Teacher]
languages: [en]
"""
EFFECT = """agent: exercise
effects:
  - id: course-1
    organ: liver
    what: The liver is glad.
    how: It was asked.
    direction: increases
    of: gladness
    evidence: human-trial
    confidence: low
    references: [carter2018]
"""
ORGAN = """id: skin
name: Skin
ontology: UBERON:0002097
words: {school: It sweats., university: It sweats more.}
"""


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("course")
    for name, text in {"pack": PACK, "effects/mine": EFFECT, "organs/skin": ORGAN}.items():
        file = folder / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    library = read_library([shipped("data"), folder], cache=None)
    assert library.problems == ()
    return library


def shown(library: Library, organ: str) -> Card:
    return card(library.atlas, library.anatomy, State(focus=Ref("organ", organ)))


def test_a_row_of_another_pack_names_it_and_the_others_do_not(taught: Library) -> None:
    rows = [row for section in shown(taught, "liver").sections for row in section.rows]
    measured = [row for row in rows if isinstance(row, EffectRow | NumberRow)]
    found = {
        row.origin for row in measured if isinstance(row, EffectRow) and row.what == "The liver is glad."
    }
    assert found == {"† Endocrine course"}
    others = [row for row in measured if not (isinstance(row, EffectRow) and "glad" in row.what)]
    assert others
    assert {row.origin for row in others} == {""}


def test_the_card_says_it_among_its_facts(taught: Library) -> None:
    said = dict(shown(taught, "liver").facts)["Not from Bodymap's own data"]
    assert said == "† Endocrine course 2.0.0 by A. Teacher: Raises gladness (effects/mine.yaml, line 3)"


def test_of_many_rows_of_a_pack_the_card_names_a_few_and_counts_the_others(tmp_path: Path) -> None:
    rows = EFFECT.partition("effects:\n")[2]
    many = "".join(rows.replace("course-1", f"course-{n}").replace("gladness", f"joy {n}") for n in range(15))
    (tmp_path / "effects").mkdir()
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "effects/mine.yaml").write_text(f"agent: exercise\neffects:\n{many}", "utf-8")
    library = read_library([shipped("data"), tmp_path], cache=None)
    assert library.problems == ()
    said = dict(shown(library, "liver").facts)["Not from Bodymap's own data"]
    assert said.endswith("Raises joy 5 (effects/mine.yaml, line 48); and 9 rows more")
    assert said.count("effects/mine.yaml") == 6


def test_the_card_of_a_thing_from_another_pack_says_whose_words_it_has(taught: Library) -> None:
    said = dict(shown(taught, "skin").facts)["Whose words"]
    assert said == "Endocrine course 2.0.0 by A. Teacher: organs/skin.yaml, line 1"


def test_a_source_of_another_pack_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    assert main(["new-pack", str(folder)]) == 0
    library = read_library([shipped("data"), folder], cache=None)
    found = {source.short: source.origin for source in shown(library, "liver").sources}
    mine = {short for short, origin in found.items() if origin}
    assert mine == {"Carberry 2008, Journal of Psychoceramics"}
    assert found[mine.pop()] == "† My pack"
    said = dict(shown(library, "liver").facts)["Not from Bodymap's own data"]
    assert said.endswith("Carberry 2008, Journal of Psychoceramics (references/review.yaml, line 8)")


def test_two_packs_have_two_marks_and_a_long_title_is_cut(tmp_path: Path) -> None:
    packs: list[Path] = []
    for name, title in (("one", "One"), ("two", "A course with a very long title")):
        folder = tmp_path / name
        assert main(["new-pack", str(folder)]) == 0
        head = folder / "pack.yaml"
        head.write_text(head.read_text("utf-8").replace("My pack", title), "utf-8")
        for path in (folder / "signals/examplin.yaml", folder / "references/review.yaml"):
            text = path.read_text("utf-8").replace("examplin", name).replace("carberry2008", f"{name}2008")
            path.write_text(text, "utf-8")
        packs.append(folder)
    library = read_library([shipped("data"), *packs], cache=None)
    assert library.problems == ()
    found = shown(library, "liver")
    rows = [row.origin for section in found.sections for row in section.rows if isinstance(row, EffectRow)]
    assert {origin for origin in rows if origin} == {"† One", "‡ A course with a very lo…"}
    said = [text for label, text in found.facts if label == "Not from Bodymap's own data"]
    assert [text[:9] for text in said] == ["† One 0.1", "‡ A cours"]


def test_the_shipped_cards_say_nothing_of_packs(taught: Library) -> None:
    labels = {label for label, _ in shown(taught, "brain").facts}
    assert not labels & {"Whose words", "Not from Bodymap's own data"}

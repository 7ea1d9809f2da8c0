"""Finding things by any of their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library
from bodymap.figure.figure import Anatomy
from bodymap.viewmodels.search import SearchIndex
from bodymap.viewmodels.search_entries import tokens
from tests.sample import sample_anatomy, sample_atlas


@pytest.fixture(scope="module")
def index(atlas: Atlas, anatomy: Anatomy) -> SearchIndex:
    return SearchIndex(atlas, anatomy)


@pytest.mark.parametrize("words", ["IL6", "il-6", "IL 6", "interleukin 6", "Interleukin-6", "interl"])
def test_all_spellings_of_a_signal_find_it(index: SearchIndex, words: str) -> None:
    assert str(index.find(words)[0].ref) == "signal:il6"


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("FNDC5", "signal:irisin"),
        ("mortality", "organ:whole-body"),
        ("Latin Liver", "organ:liver"),
        ("soleus", "region:soleus-left"),
        ("front of thigh", "region:quadriceps-left"),
        ("liver", "organ:liver"),
        ("run", "movement:running"),
    ],
)
def test_names_synonyms_genes_and_parts_are_found(index: SearchIndex, words: str, ref: str) -> None:
    assert str(index.find(words)[0].ref) == ref


@pytest.mark.parametrize("words", ["livver", "livr", "hipocampus", "hippocanpus", "hipocam"])
def test_one_wrong_letter_is_forgiven(index: SearchIndex, words: str) -> None:
    assert str(index.find(words)[0].ref) in ("organ:liver", "organ:hippocampus")


def test_names_stand_before_sentences(index: SearchIndex) -> None:
    found = index.find("liver")
    assert str(found[0].ref) == "organ:liver"
    sentences = [hit.title for hit in found[1:]]
    assert "IL-6 makes the liver send out sugar." in sentences
    assert next(h for h in found if h.title.startswith("IL-6 makes")).subtitle == "IL-6 in Liver"


def test_every_word_typed_must_stand_in_a_sentence(index: SearchIndex) -> None:
    assert [h.title for h in index.find("liver memory")] == ["A liver enzyme helps memory in old mice."]


def test_marked_effects_come_last(index: SearchIndex, atlas: Atlas) -> None:
    plain = [hit.effect for hit in index.find("liver") if hit.effect]
    assert len(plain) > 1
    later = [hit.effect for hit in index.find("liver", later=index.marked({plain[0]})) if hit.effect]
    assert later == [*plain[1:], plain[0]]
    assert index.marked(()) == 0
    assert index.marked({effect.id for effect in atlas.effects}) == 2 ** len(atlas.effects) - 1


def test_an_index_that_was_prepared_finds_the_same(atlas: Atlas, anatomy: Anatomy) -> None:
    ready, fresh = SearchIndex(atlas, anatomy), SearchIndex(atlas, anatomy)
    ready.prepare()
    built = set(ready.__dict__)
    for words in ("liver", "livver", "liver memory", "ippocam"):
        assert ready.find(words) == fresh.find(words) != ()
    assert set(ready.__dict__) == built, "a search had to build something"


def test_middles_of_words_are_found_last(index: SearchIndex) -> None:
    assert str(index.find("ippocam")[0].ref) == "organ:hippocampus"


def test_nothing_typed_and_nonsense_find_nothing(index: SearchIndex) -> None:
    assert index.find("") == ()
    assert index.find(" -- ") == ()
    assert index.find("qqqqqq") == ()


def test_accents_and_case_do_not_count() -> None:
    assert tokens("Nükleus-IL·6") == ("nukleus", "il", "6")


@given(st.text(max_size=20), st.integers(1, 8))
def test_any_text_gives_at_most_so_many_different_hits(words: str, limit: int) -> None:
    found = SearchIndex(sample_atlas(), sample_anatomy()).find(words, limit)
    assert len(found) <= limit
    assert len({(h.ref, h.title) for h in found}) == len(found)


def test_every_name_in_the_shipped_data_finds_its_own_thing(library: Library) -> None:
    index = SearchIndex(library.atlas, library.anatomy)
    for kind, shelf in (("organ", library.atlas.organs), ("signal", library.atlas.signals)):
        for record in shelf.values():
            assert any(h.ref.kind == kind and h.ref.id == record.id for h in index.find(record.name)), (
                record.name
            )
    for words, ref in (
        ("belly fat", "organ:visceral-fat"),
        ("irisin", "signal:irisin"),
        ("FNDC5", "signal:irisin"),
    ):
        assert str(index.find(words)[0].ref) == ref

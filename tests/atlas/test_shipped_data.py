"""What comes with the program: complete, sourced, without a problem, and in agreement with the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import INACTIVITY, Reference
from bodymap.loading.shipped import shipped


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library([shipped("data")], cache=None)


def carried(library: Library) -> Iterator[tuple[str, str]]:
    """Everything that rests on references, with each of them."""
    atlas = library.atlas
    for record in (*atlas.effects, *atlas.findings, *atlas.contrasts):
        yield from ((record.id, reference) for reference in record.references)
    for claim in atlas.claims:
        yield from ((f"claim {claim.number}", reference) for reference in claim.references)
    for signal in atlas.signals.values():
        yield from ((signal.id, reference) for reference in signal.references)
    for movement in atlas.movements.values():
        for part in (*movement.responses, *movement.mets):
            yield from ((movement.id, reference) for reference in part.references)


def test_the_shipped_data_has_no_problem(library: Library) -> None:
    assert [str(p) for p in library.problems] == []


def test_the_evidence_base_is_all_there(library: Library) -> None:
    atlas = library.atlas
    assert len(atlas.organs) >= 24
    assert len(atlas.signals) >= 39
    assert len(atlas.movements) == 16
    assert len(atlas.effects) >= 180
    assert len(atlas.findings) >= 90
    assert [c.number for c in atlas.claims] == list(range(1, 48))


def test_every_organ_has_its_ontology_id(library: Library) -> None:
    assert all(re.fullmatch(r"[A-Z]+:[A-Z]?\d+", o.ontology or "") for o in library.atlas.organs.values())


def test_two_hundred_references_have_a_doi_or_pmid(library: Library) -> None:
    found = [r for r in library.atlas.references.values() if r.verified and (r.doi or r.pmid)]
    assert len(found) >= 200


def test_no_two_references_are_the_same_publication(library: Library) -> None:
    def names(reference: Reference) -> list[str]:
        return [name.casefold() for name in (reference.doi, reference.pmid) if name]

    all_names = [name for r in library.atlas.references.values() for name in names(r)]
    assert sorted(all_names) == sorted(set(all_names))


def test_every_claim_rests_on_verified_references(library: Library) -> None:
    references = library.atlas.references
    assert all(r.verified and not r.retracted for r in (references[name] for _, name in carried(library)))
    measured = (*library.atlas.effects, *library.atlas.findings, *library.atlas.contrasts)
    assert all(record.references for record in measured)


def test_every_effect_can_be_reached_from_its_organ_and_its_agent(library: Library) -> None:
    atlas = library.atlas
    for effect in atlas.effects:
        assert effect in atlas.effects_on(effect.organ)
        assert effect in atlas.effects_of(effect.agent)
    assert atlas.effects_of(INACTIVITY)


def test_nothing_rests_but_sitting_and_sitting_releases_nothing(library: Library) -> None:
    assert [m.id for m in library.atlas.movements.values() if m.rest] == ["sitting"]
    assert library.atlas.signals_in("sitting") == ()


def test_words_for_both_readers_are_sentences(library: Library) -> None:
    atlas = library.atlas
    for thing in (*atlas.organs.values(), *atlas.signals.values(), *atlas.movements.values()):
        for said in (thing.words.school, thing.words.university):
            assert len(said) >= 12, thing.id
            assert said.rstrip().endswith((".", "!", "?")), thing.id


def test_what_the_data_names_is_in_the_figure(library: Library) -> None:
    """Unknown names are taken off while reading, so this asks for what must be left."""
    atlas, anatomy = library.atlas, library.anatomy
    assert all(anatomy.leaves(region) for o in atlas.organs.values() for region in o.regions)
    for movement in atlas.movements.values():
        for muscle in movement.muscles:
            sides = anatomy.both_sides(muscle.group)
            assert sides, f"{movement.id}: {muscle.group}"
            assert all(atlas.organ_of(r) or "muscle" in anatomy.lineage(r) for r in sides), muscle.group


def test_what_is_drawn_belongs_to_the_organ_of_its_name(library: Library) -> None:
    """A region of no organ (a trachea) has no effects on record: then no organ has its name or its term."""
    atlas, anatomy = library.atlas, library.anatomy
    for region in anatomy.regions.values():
        if not any(atlas.organ_of(at) for at in anatomy.lineage(region.id)):
            for organ in atlas.organs.values():
                names = {organ.id, organ.name.casefold(), *(s.casefold() for s in organ.synonyms)}
                assert region.id not in names and region.name.casefold() not in names
                assert region.ontology is None or region.ontology != organ.ontology


def test_each_muscle_that_is_drawn_belongs_to_skeletal_muscle(library: Library) -> None:
    muscles = library.anatomy.leaves("muscle")
    assert len(muscles) >= 80
    assert {library.atlas.organ_of(library.anatomy.lineage(m)[-1]) for m in muscles} == {"skeletal-muscle"}

"""What the card says, on the small atlas."""

from __future__ import annotations

import pytest

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.state import State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import Card, EffectRow, LinkRow, NumberRow, Section
from tests.viewmodels.test_scene import on


@pytest.fixture
def read(atlas: Atlas, anatomy: Anatomy):
    def written(state: State) -> Card:
        return card(atlas, anatomy, state)

    return written


def section(found: Card, title: str) -> Section:
    return next(s for s in found.sections if s.title == title)


def test_the_liver_says_what_each_signal_does_and_how_sure_that_is(read) -> None:
    found = read(on("organ", "liver"))
    assert found.kicker == "ORGAN · 1 SIGNAL ACTS HERE"
    assert found.sentence == "Liver at school."
    rows = section(found, "What signals do here").rows
    first = rows[0]
    assert isinstance(first, EffectRow)
    assert first.direction_word == "raises sugar output"
    assert (first.title, str(first.ref)) == ("Interleukin-6", "signal:il6")
    assert (first.evidence, first.confidence_word, first.n) == ("human trial", "high confidence", "6 people")
    assert first.numbers == (1, 2)
    assert [source.short for source in found.sources][:2] == ["Ben 2010, Cell Metab", "Ada 2000, Diabetes"]


def test_sure_effects_stand_before_weak_ones_and_weak_ones_are_counted(read) -> None:
    found = read(on("organ", "liver"))
    rows = section(found, "What signals do here").rows
    assert [row.confidence for row in rows] == ["high", "low"]
    assert found.uncertain == ("1 effect here rests on weak or conflicting evidence.",)


def test_university_adds_names_mechanism_and_numbers(read) -> None:
    school, university = (read(on("organ", "liver", level=level)) for level in ("school", "university"))
    assert not school.facts
    assert dict(university.facts) == {"Latin": "Latin Liver", "Ontology": "UBERON:0002107"}
    row = section(university, "What signals do here").rows[0]
    assert (row.how, row.n) == ("By infusion.", "n = 6")
    assert section(school, "What signals do here").rows[0].how == ""


def test_links_lead_to_sources_and_movements(read) -> None:
    found = read(on("organ", "liver"))
    sources = section(found, "Where these signals come from").rows
    assert [(str(r.ref), r.note) for r in sources] == [("organ:skeletal-muscle", "IL-6")]
    movements = section(found, "Movements that send them").rows
    assert [str(r.ref) for r in movements] == ["movement:running"]


def test_sitting_gives_numbers_with_their_interval(read) -> None:
    found = read(on("movement", "sitting", movement="sitting", level="university"))
    row = section(found, "What sitting does").rows[0]
    assert isinstance(row, NumberRow)
    assert (row.number, row.interval) == ("2.63", "95 % interval 1.93–3.57")
    assert "n = 1,005,791" in row.note
    assert row.ratio
    assert (row.low, row.value, row.high) == (1.93, 2.63, 3.57)
    assert row.caution == "Self-reported sitting."


def test_what_has_no_interval_says_so_and_words_have_none(read) -> None:
    rows = section(read(on("organ", "liver", mode="sedentary")), "What sitting does").rows
    assert [(r.number, r.interval) for r in rows] == [
        ("+3.2\N{NO-BREAK SPACE}points", "no 95 % interval in what we read"),
        ("higher", ""),
    ]


def test_while_sitting_an_organ_names_the_bursts_it_misses(read) -> None:
    rows = section(read(on("organ", "liver", mode="sedentary")), "What it no longer hears").rows
    assert [(str(r.ref), r.note) for r in rows] == [("signal:il6", "no burst; the resting level stays")]


def test_side_by_side_starts_with_the_difference(read) -> None:
    found = read(on("organ", "liver", mode="both"))
    assert found.wide
    row = found.sections[0].rows[0]
    assert (row.sedentary, row.active, row.number) == ("higher", "lower", "lower with exercise")
    negative = section(found, "Exercising").rows[0]
    assert negative.number == "−3.46\N{NO-BREAK SPACE}points"
    assert negative.interval == "95 % interval −5.2 to −1.73"


def test_side_by_side_says_where_no_study_measured_both(read) -> None:
    found = read(on("organ", "kidneys", mode="both"))
    assert not found.sections[0].rows
    assert "No study in our data" in found.sections[0].empty


def test_a_signal_says_whether_muscle_releases_it_and_what_is_disputed(read) -> None:
    found = read(on("signal", "il6", level="university"))
    assert found.kicker == "SIGNAL · CYTOKINE · GENE IL6"
    assert found.short == "IL-6"
    assert ("Released by working muscle", "yes: It was measured.") in found.facts
    assert found.uncertain[0] == "Its role in fat burning is disputed."
    assert read(on("signal", "il6")).kicker == "SIGNAL · CYTOKINE"
    changes = section(found, "Movements that change it").rows
    assert [(r.title, r.direction_word, r.what) for r in changes] == [
        ("Running", "rises", "first rise; at 30 min")
    ]


def test_a_signal_at_rest_shows_what_was_measured_or_that_nothing_was(read) -> None:
    il6 = section(read(on("signal", "il6", mode="sedentary")), "While sitting")
    assert [(r.direction_word, r.role) for r in il6.rows] == [("unchanged", "harm")]
    assert section(read(on("signal", "bdnf", mode="sedentary")), "While sitting").empty == "Not measured."


def test_a_pair_belongs_to_a_signal_only_where_it_names_it(read) -> None:
    named = read(on("signal", "il6", mode="both"))
    assert section(named, "Difference").rows
    other = read(on("signal", "il15", mode="both"))
    assert not section(other, "Difference").rows


def test_a_movement_names_dose_muscles_signals_and_organs(read) -> None:
    found = read(on("movement", "running", level="university"))
    facts = dict(found.facts)
    assert facts["Usual dose"] == "30\N{NO-BREAK SPACE}min"
    assert facts["How hard"] == "65–75 % of VO₂max (estimate)"
    assert facts["Energy"].startswith("8.5 MET, Compendium 12030, running 5 mph [")
    muscles = section(found, "Working muscles").rows
    assert [(str(r.ref), r.note) for r in muscles] == [
        ("region:quadriceps", "works hard, about 90 %"),
        ("region:calf", "works, about 60 %"),
    ]
    assert [r.title for r in section(found, "Signals it changes").rows] == ["Interleukin-6", "IL-15", "BDNF"]
    assert isinstance(section(found, "Organs that answer").rows[0], LinkRow)


def test_the_article_is_answered_in_words(read) -> None:
    claim = section(read(on("signal", "il6")), "The popular article says").rows[0]
    assert (claim.number, claim.verdict, claim.nuance) == (9, "Overstated", "It depends.")


def test_a_part_without_data_says_so(read) -> None:
    found = read(on("region", "gallbladder", level="university"))
    assert found.title == "Gallbladder"
    assert found.sentence == "No effect of a signal is recorded here in our data."
    assert ("Ontology", "no exact term") in found.facts


def test_a_muscle_opens_the_card_of_all_muscles_and_names_itself(read) -> None:
    found = read(on("region", "rectus-femoris-left"))
    assert str(found.ref) == "organ:skeletal-muscle"
    assert ("Chosen part", "Left rectus femoris") in found.facts


def test_what_the_data_does_not_hold_gets_a_card_that_says_so(read) -> None:
    assert read(on("signal", "phlogiston")).sentence == "This is not in the data that is loaded."


def test_sources_open_and_warn(read) -> None:
    found = read(on("organ", "hippocampus"))
    addresses = {source.short: source.url for source in found.sources}
    assert addresses["Ben 2010, Cell Metab"] == "https://pubmed.ncbi.nlm.nih.gov/123/"
    assert addresses["Di 2007, Lancet (retracted)"] is None

"""Body, lists, counts and card all follow the filter of evidence, and say what it hides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.atlas.evidence import shown_by
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.state import State
from bodymap.viewmodels.card_values import Card, EffectRow, NumberRow
from bodymap.viewmodels.filtering import filter_words
from bodymap.viewmodels.reader import Reader

IN_PEOPLE = State(evidence="human", level="university")


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(library.atlas, library.anatomy)


def on(kind: str, name: str, state: State = IN_PEOPLE) -> State:
    ref = Ref(kind, name)  # type: ignore[arg-type]
    return replace(state, focus=ref, lens="organ")


def results(card: Card) -> list[EffectRow | NumberRow]:
    rows = (row for section in card.sections for row in section.rows)
    return [row for row in rows if isinstance(row, EffectRow | NumberRow)]


def test_the_card_shows_only_what_people_showed(reader: Reader) -> None:
    kinds = {row.evidence for row in results(reader.card(on("organ", "brain"))) if isinstance(row, EffectRow)}
    assert kinds <= {"human trial", "human observation"}
    whole = reader.card(on("organ", "brain", State(level="university")))
    assert "animal" in {row.evidence for row in results(whole) if isinstance(row, EffectRow)}


def test_the_card_says_how_many_results_are_hidden(reader: Reader) -> None:
    whole = len(results(reader.card(on("organ", "brain", State(level="university")))))
    left = len(results(reader.card(on("organ", "brain"))))
    assert whole > left
    said = dict(reader.card(on("organ", "brain")).facts)["Shown"]
    assert said == f"only what is shown in people; {whole - left} results are hidden"


def test_a_section_that_the_filter_emptied_does_not_say_that_nothing_is_known(reader: Reader) -> None:
    emptied = 0
    for signal in reader.atlas.signals.values():
        if reader.atlas.effects_of(signal.id) and not reader.shown(IN_PEOPLE).effects_of(signal.id):
            section = reader.card(on("signal", signal.id)).sections[0]
            n = len(reader.atlas.effects_of(signal.id))
            assert section.rows == ()
            assert section.empty == f"Hidden here: {n}. Shown is only what is shown in people."
            emptied += 1
    assert emptied > 3


def test_what_was_unknown_before_is_still_called_unknown(reader: Reader) -> None:
    """A filter hides nothing where there was nothing."""
    bare = next(o for o in reader.atlas.organs if not reader.atlas.signals_acting_on(o))
    section = reader.card(on("organ", bare)).sections[0]
    assert section.empty == "No effect of a single signal is recorded here in our data."


def test_lists_count_what_is_left(reader: Reader) -> None:
    shown = shown_by(reader.atlas, "human", "low")
    chips = {row.ref.id: row.chip for row in reader.lists(on("organ", "brain")).upper.rows}
    assert chips == {o: str(len(shown.signals_acting_on(o))) for o in shown.organs}
    assert chips != {o: str(len(reader.atlas.signals_acting_on(o))) for o in shown.organs}
    lower = [row.ref.id for row in reader.lists(on("organ", "brain")).lower.rows]
    assert lower == [s.id for s in shown.signals_acting_on("brain")]


def test_a_list_that_the_filter_emptied_says_so(reader: Reader) -> None:
    shown = shown_by(reader.atlas, "human-trial", "high")
    had = (o for o in shown.organs if reader.atlas.signals_acting_on(o))
    organ = next(o for o in had if not shown.signals_acting_on(o))
    state = on("organ", organ, State(evidence="human-trial", least="high"))
    assert reader.lists(state).lower.empty.startswith("Hidden here: ")


def test_the_body_lights_less(reader: Reader) -> None:
    """Of each signal that was seen only in animals in some organ: that organ goes dark."""
    darker = 0
    for signal in reader.atlas.signals:
        whole = {o.id for o in reader.atlas.organs_answering(signal)}
        left = {o.id for o in reader.shown(IN_PEOPLE).organs_answering(signal)}
        everything = reader.stage(on("signal", signal, State()))
        darker += whole != left and reader.stage(on("signal", signal)) != everything
    assert darker >= 10


def test_without_a_filter_nothing_is_said_of_one(reader: Reader) -> None:
    card = reader.card(on("organ", "brain", State()))
    assert "Shown" not in dict(card.facts)
    assert filter_words(State()) == ""


def test_words_of_both_parts() -> None:
    state = State(evidence="human-trial", least="moderate")
    assert filter_words(state) == "only what trials showed in people, at least moderate confidence"


def test_search_still_finds_what_is_hidden_and_says_why(reader: Reader) -> None:
    hidden = next(e for e in reader.atlas.effects if e.evidence == "in-vitro")
    plain = {hit.effect: hit for hit in reader.found(hidden.what, State())}
    assert plain[hidden.id].hidden == ""
    found = {hit.effect: hit for hit in reader.found(hidden.what, State(evidence="human"))}
    assert found[hidden.id].hidden == "hidden by the filter: only what is shown in people"
    sure = {hit.effect: hit for hit in reader.found(hidden.what, State(least="high"))}
    assert sure[hidden.id].hidden.startswith("hidden by the filter: at least ")


@pytest.mark.parametrize("words", ["liver", "muscle", "il-6 makes", "brain mice"])
@pytest.mark.parametrize("state", [State(evidence="human"), State(evidence="human-trial", least="moderate")])
def test_search_marks_each_hidden_effect_and_puts_them_last(reader: Reader, words: str, state: State) -> None:
    shown = {effect.id for effect in shown_by(reader.atlas, state.evidence, state.least).effects}
    hits = [hit for hit in reader.found(words, state) if hit.effect]
    assert [bool(hit.hidden) for hit in hits] == [hit.effect not in shown for hit in hits]
    assert [bool(hit.hidden) for hit in hits] == sorted(bool(hit.hidden) for hit in hits)


def test_names_are_found_whatever_the_filter(reader: Reader) -> None:
    state = State(evidence="human-trial", least="high")
    names = [hit for hit in reader.found("liver", state) if not hit.effect]
    assert names == [hit for hit in reader.found("liver", State()) if not hit.effect]

from __future__ import annotations

from bodymap.atlas.reading import Library
from bodymap.features.article.model import Reading, can_step, page_of, place_words, settled, shown, stepped
from bodymap.viewmodels.claims import article
from tests.pilot import Pilot


def test_a_reader_steps_through_the_claims_of_one_verdict(library: Library) -> None:
    told = article(library.atlas)
    overstated = [claim.number for claim in shown(told, "overstated")]
    reading = settled(told, Reading(1, "overstated"))
    assert reading.number == overstated[0]
    assert not can_step(told, reading, -1)
    assert stepped(told, reading, 2).number == overstated[2]
    assert place_words(told, stepped(told, reading, 2)) == f"3 of {len(overstated)}"
    assert stepped(told, reading, 1000).number == overstated[-1]


def test_every_claim_has_a_page_with_each_source_once(library: Library) -> None:
    told = article(library.atlas)
    for claim in told.claims:
        page = page_of(library.atlas, told, claim.number)
        assert page is not None
        numbers = [source.number for source in (*page.sources, *page.context)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert [ref for ref, _name in page.about] == list(claim.refs)
    assert page_of(library.atlas, told, 4711) is None


def test_the_article_is_read_with_page_down_and_lights_the_body(pilot: Pilot) -> None:
    pilot.press("F4")
    assert pilot.board() == "The article against the literature"
    pilot.press("PgDown")
    pilot.press("PgDown")
    assert "CLAIM 3 OF 47" in pilot.board_text()
    assert "heart" in pilot.lit()
    pilot.press("PgUp")
    assert "CLAIM 2 OF 47" in pilot.board_text()
    pilot.press("Esc")
    assert pilot.board() == ""
    assert "heart" not in pilot.lit()
    assert not pilot.opened.wiring.actions["claim-next"].isEnabled()
    pilot.press("F4")
    assert "CLAIM 2 OF 47" in pilot.board_text()


def test_a_card_leads_to_its_claim_and_a_claim_to_its_card(pilot: Pilot) -> None:
    pilot.look_at("organ:brain")
    number = pilot.follow_claim()
    assert f"CLAIM {number} OF 47" in pilot.board_text()
    pilot.follow_on_board("organ:")
    assert pilot.board() == ""
    assert pilot.state.focus.kind == "organ"


def test_choosing_something_else_leaves_the_article(pilot: Pilot) -> None:
    pilot.press("F4")
    pilot.look_at("signal:il6")
    assert pilot.board() == ""
    assert "Interleukin-6" in pilot.card_text()
    assert pilot.cut_off() == []


def test_a_window_closed_over_the_article_is_remembered_without_it(pilot: Pilot) -> None:
    before = pilot.window.body.geometry()
    pilot.press("F4")
    assert pilot.window.body.geometry() != before
    pilot.window.close()
    assert pilot.board() == ""
    assert pilot.window.body.geometry() == before


def test_nothing_travels_while_a_claim_is_lit(pilot: Pilot) -> None:
    pilot.settle()
    flowing = pilot.window.body.flowing
    assert flowing is not None
    assert flowing.count > 0
    pilot.press("F4")
    assert flowing.count == 0
    pilot.press("PgDown")
    assert flowing.count == 0
    pilot.press("Esc")
    assert flowing.count > 0

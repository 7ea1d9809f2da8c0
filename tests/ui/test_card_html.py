from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument

from bodymap.atlas.records import Ref
from bodymap.ui.card_html import CardPage, card_html
from bodymap.ui.card_images import card_image
from bodymap.ui.look import Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.card_values import Card, EffectRow, NumberRow, Section, Source
from bodymap.viewmodels.words import no_interval

EFFECT = EffectRow(
    direction="increases",
    direction_word="raises sugar output",
    title="Liver",
    ref=Ref("organ", "liver"),
    what="sends out more sugar & less <fat>",
    how="in easy cycling",
    evidence="human trial",
    confidence="moderate",
    confidence_word="moderate",
    n="6 people",
    numbers=(1, 2),
    role="receiving",
)
NUMBER = NumberRow(
    title="Risk",
    note="pooled",
    number="1.65",
    interval="1.25–2.19",
    numbers=(2,),
    role="harm",
    confidence="high",
    confidence_word="high",
    ratio=True,
    value=1.65,
    low=1.25,
    high=2.19,
)
CARD = Card(
    ref=Ref("signal", "il6"),
    kicker="SIGNAL",
    title="Interleukin-6",
    short="IL-6",
    role="working",
    sentence="Working muscles pour it out.",
    sections=(Section("What it does", "evidence", (EFFECT,)),),
    uncertain=("Its role in fat burning is disputed.",),
    sources=(Source(1, "Febbraio 2004", "Febbraio 2004, in full", "doi:1"), Source(2, "Hiscock", "H", None)),
)


def page(**changes: object) -> CardPage:
    return replace(CardPage(Look(load_theme("night")), 360), **changes)  # type: ignore[arg-type]


def words(card: Card, **changes: object) -> str:
    """What a reader reads of the card's HTML, on one line."""
    document = QTextDocument()
    document.setHtml(card_html(card, page(**changes)))
    return " ".join(document.toPlainText().replace("￼", "").replace("\xa0", " ").split())


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    return qapp


def test_the_card_says_everything_about_an_effect() -> None:
    said = words(CARD)
    for part in ("Interleukin-6", "IL-6", "raises sugar output", "human trial", "(6 people)", "[1] [2]"):
        assert part in said
    assert "sends out more sugar & less <fat>" in said
    assert "? Not certain" in said
    assert "Its role in fat burning is disputed." in said


def test_links_lead_to_cards_sources_and_copies() -> None:
    html = card_html(CARD, page())
    for address in ("bodymap:organ:liver", "source:1", "copy:1", "copy:all"):
        assert f"href='{address}'" in html
    assert "href='source:2'" in html, "a citation in a row is a link"
    assert html.count("href='source:2'") == 1, "a source without an address is not"


def test_direction_and_confidence_are_shapes_that_can_be_painted() -> None:
    html = card_html(replace(CARD, sections=(Section("Numbers", "", (EFFECT, NUMBER)),)), page())
    names = [part.split("'")[0] for part in html.split("<img src='")[1:]]
    assert any(name.startswith("shape:increases:") for name in names)
    assert any(name.startswith("dots:2:") for name in names)
    assert any(name.startswith("interval:1.25:1.65:2.19:") for name in names)
    for name in names:
        image = card_image(name, 2.0)
        assert image is not None, name
        assert image.devicePixelRatio() == 2.0
        across, down = range(image.width()), range(image.height())
        assert any(image.pixelColor(x, y).alpha() for x in across for y in down), name


@pytest.mark.parametrize("direction", ["increases", "decreases", "no-change", "modulates"])
def test_each_direction_has_a_shape_of_its_own(direction: str) -> None:
    mine = card_image(f"shape:{direction}:#000000:16:16", 1.0)
    others = {"increases", "decreases", "no-change", "modulates"} - {direction}
    assert all(mine != card_image(f"shape:{other}:#000000:16:16", 1.0) for other in others)


def test_a_long_section_shows_its_first_rows_and_offers_all() -> None:
    rows = tuple(EFFECT._replace(title=f"Organ {n}") for n in range(20))
    card = replace(CARD, sections=(Section("What it does", "", rows),))
    assert "Organ 5" in words(card)
    assert "Organ 6" not in words(card)
    assert "all 20" in words(card)
    assert "Organ 19" in words(card, whole=frozenset({0}))


def test_an_empty_section_says_why() -> None:
    card = replace(CARD, sections=(Section("Sitting", "", (), "Nobody has measured it."),))
    assert "Nobody has measured it." in words(card)


def test_side_by_side_short_values_stand_in_columns_and_long_ones_in_words() -> None:
    short = NUMBER._replace(sedentary="2.2 %", active="6.9 %")
    long = NUMBER._replace(sedentary="4.72 % at the start, 0.52 % after 1 h", active="4.5 %")
    pairs = replace(CARD, wide=True, sections=(Section("Difference", "", (short,)),))
    assert "sedentary · 2.2 %" in words(pairs, width=360)
    said = words(pairs, width=560)
    assert said.index("Difference sedentary exercising") < said.index("2.2 % 6.9 % 1.65")
    assert "sedentary ·" not in said
    said = words(replace(CARD, wide=True, sections=(Section("Difference", "", (long,)),)))
    assert "sedentary · 4.72 % at the start, 0.52 % after 1 h" in said


def test_side_by_side_values_told_in_sentences_stand_in_columns_too() -> None:
    told: dict[str, str] = {
        "sedentary": "4.72 % at the start, 2.2 % after 3 h",
        "active": "6.9 % with walks each hour",
    }
    pair = NUMBER._replace(**told, sides=("2.2\N{NO-BREAK SPACE}%", "6.9\N{NO-BREAK SPACE}%"))
    other = NUMBER._replace(title="Sugar", **told)
    said = words(replace(CARD, wide=True, sections=(Section("Difference", "", (pair, other)),)), width=600)
    assert said.index("2.2 % 6.9 % 1.65") < said.index("sedentary · 4.72 % at the start")
    assert said.index("told in words 1.65") > said.index("Sugar")


def test_side_by_side_a_size_has_its_bar_and_interval_in_line_with_the_others() -> None:
    none = NUMBER._replace(title="Falls", number="0.64", interval=no_interval(), low=None, high=None)
    rows = Section("What it adds up to", "", (NUMBER, none))
    card = replace(CARD, wide=True, sections=(rows,))
    assert card_html(card, page(width=600)).count("'interval:") == 1
    said = words(card, width=600)
    assert "1.65 1.25–2.19" in said
    assert said.index("0.64") < said.index(f"pooled · {no_interval()}")


def test_sizes_follow_the_text_size() -> None:
    large = Look(load_theme("night"), 1.0, 3.0)
    html = card_html(CARD, CardPage(large, 800))
    sizes = {int(part.split("px")[0]) for part in html.split("font-size:")[1:]}
    assert sizes == {84, 48, 42}


def test_whose_claim_a_row_and_a_source_are_is_said() -> None:
    origin = "Mine 1.0 by Ann: effects.yaml, line 3"
    section = Section("What it does", "evidence", (EFFECT._replace(origin=origin),))
    assert words(replace(CARD, sections=(section,))).count(origin) == 1
    source = replace(CARD.sources[0], origin=origin)
    assert words(replace(CARD, sources=(source,))).count(origin) == 1


def test_an_effect_leads_to_the_claim_on_which_it_bears() -> None:
    section = Section("What it does", "evidence", (EFFECT._replace(claim=12),))
    assert "href='claim:12'" in card_html(replace(CARD, sections=(section,)), page())

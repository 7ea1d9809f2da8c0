"""Days, lessons and deeds among what is found."""

from __future__ import annotations

import pytest

from bodymap.atlas.records import Ref
from bodymap.viewmodels.search_entries import Hit
from bodymap.viewmodels.search_more import Offer, with_more

HERE = Ref("movement", "running")


def known(title: str, effect: str = "") -> Hit:
    return Hit(Ref("organ", title.casefold()), title, "", title, effect=effect)


def offer(title: str, group: str, *also: str) -> Offer:
    return Offer(title, group, lambda: Hit(HERE, title, "", title, group=group), also)


OFFERS = (
    offer("The IL-6 paradox", "days"),
    offer("Brain and memory", "lessons"),
    offer("Brain", "deeds"),
    offer("Over weeks …", "deeds", "training"),
)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("over weeks", ["Over weeks …"]),
        ("training", ["Over weeks …"]),
        ("IL6 paradox", ["The IL-6 paradox"]),
        ("memory brain", ["Brain and memory"]),
        ("weekly", []),
        ("…", []),
    ],
)
def test_things_are_found_by_all_their_names(words: str, titles: list[str]) -> None:
    assert [hit.title for hit in with_more((), OFFERS, words)] == titles


def test_what_is_known_comes_first_then_half_names_then_sentences_then_the_rest() -> None:
    hits = (known("Brain"), known("A sentence of the brain", effect="e1"))
    found = with_more(hits, (*OFFERS, offer("How the brain of an old mouse answers", "lessons")), "brain")
    assert [(hit.title, hit.group) for hit in found] == [
        ("Brain", ""),
        ("Brain", "deeds"),
        ("A sentence of the brain", ""),
        ("Brain and memory", "lessons"),
        ("How the brain of an old mouse answers", "lessons"),
    ]


def test_few_letters_push_nothing_forward() -> None:
    found = with_more((known("Thymus"),), (offer("The", "deeds"),), "th")
    assert [hit.title for hit in found] == ["Thymus", "The"]

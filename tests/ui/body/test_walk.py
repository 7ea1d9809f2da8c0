"""The keyboard on the body: arrows go by position, letters by name."""

from __future__ import annotations

from bodymap.ui.body.walk import Way, named, neighbour

PLACES = {"head": (450.0, 100.0), "liver": (380.0, 560.0), "stomach": (520.0, 560.0), "foot": (450.0, 1700.0)}
NAMES = [("liver", "Liver"), ("lung-left", "Left lung"), ("lung-right", "Right lung"), ("heart", "Heart")]


def walk(start: str | None, *ways: Way) -> str | None:
    for way in ways:
        start = neighbour(PLACES, start, way)
    return start


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    assert walk("liver", "right") == "stomach"
    assert walk("stomach", "left") == "liver"
    assert walk("head", "down", "down") == "foot"


def test_at_the_edge_the_place_stays() -> None:
    assert walk("head", "up") == "head"


def test_without_a_place_it_begins_at_the_top() -> None:
    assert walk(None, "down") == "head"
    assert neighbour({}, None, "down") is None


def test_a_letter_finds_any_word_of_a_name_and_goes_round() -> None:
    assert named(NAMES, "liver", "l") == "lung-right"
    assert named(NAMES, "lung-right", "l") == "lung-left"
    assert named(NAMES, "heart", "lu") == "lung-left"
    assert named(NAMES, None, "x") is None

"""Values against a record type: all mistakes at once, each with the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.loading.suggestions import closest
from bodymap.loading.validation import Mistake, Shape


@dataclass(frozen=True, slots=True)
class Inner:
    size: float


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    colour: Literal["red", "green"]
    inner: Inner
    parts: tuple[Inner, ...] = ()
    count: int | None = None


GOOD = {"name": "a", "colour": "red", "inner": {"size": 1}}


def mistakes(*values: object) -> list[Mistake]:
    return Shape(Thing, also=("lists",)).read(values)[1]


def test_good_values_become_records_and_bad_ones_leave_a_gap() -> None:
    records, found = Shape(Thing).read([GOOD, {"name": 5}, {**GOOD, "parts": [{"size": 2.5}], "count": 3}])
    assert records == [Thing("a", "red", Inner(1.0)), None, Thing("a", "red", Inner(1.0), (Inner(2.5),), 3)]
    assert {m.index for m in found} == {1}


def test_all_mistakes_of_all_values_come_at_once() -> None:
    found = mistakes({**GOOD, "name": None, "count": "3"}, {**GOOD, "parts": [{"size": 1}, {"size": "big"}]})
    assert [(m.index, m.loc, m.what) for m in found] == [
        (0, ("name",), "'name' should be text, not empty"),
        (0, ("count",), "'count' should be a whole number, not '3'"),
        (1, ("parts", 1, "size"), "'size' should be a number, not 'big'"),
    ]


def test_a_misspelled_key_is_told_once_at_the_key() -> None:
    found = mistakes({"nam": "a", "colour": "red", "inner": {"size": 1}})
    assert found == [Mistake(0, ("nam",), "unknown key 'nam'", "name", at_key=True, rule="unknown-key")]


def test_a_misspelled_key_further_in_is_compared_with_the_keys_there() -> None:
    assert [m.suggestion for m in mistakes({**GOOD, "inner": {"sise": 1}})] == ["size"]


def test_keys_of_the_same_file_are_known_too() -> None:
    assert [m.suggestion for m in mistakes({**GOOD, "list": 1})] == ["lists"]


def test_a_choice_is_told_with_all_choices() -> None:
    (found,) = mistakes({**GOOD, "colour": "gren"})
    assert (found.what, found.suggestion) == ("'colour' is 'gren', not one of red, green", "green")


def test_nothing_is_bent_into_another_type() -> None:
    for wrong in ({"count": True}, {"count": 1.5}, {"name": True}, {"inner": {"size": True}}, {"parts": {}}):
        assert len(mistakes({**GOOD, **wrong})) == 1


def test_the_closest_word_is_found_whatever_its_case_or_not_at_all() -> None:
    assert closest("IL-6", ["il6", "heart"]) == "il6"
    assert closest("xyzzy", ["il6", "heart"]) == ""
    assert closest("k2500x", (f"k{i}" for i in range(5000))) == "k2500"

"""Records survive the way through columns of plain values, field by field."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.columns import KINDS, columns_of, records_of
from bodymap.atlas.records import Claim


def any_value(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type as records use them."""
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{f.name: any_value(hints[f.name]) for f in fields(hint)})
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(parts)
    if get_origin(hint) is tuple:
        return st.lists(any_value(parts[0]), max_size=2).map(tuple)
    if parts:
        return st.one_of(*(any_value(part) for part in parts))
    plain = {str: st.text(max_size=3), int: st.integers(), bool: st.booleans(), NoneType: st.none()}
    return plain[hint] if hint in plain else st.floats(allow_nan=False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    records = data.draw(st.lists(any_value(kind), max_size=3))
    kept = json.loads(json.dumps(columns_of(records)))
    assert records_of(kept) == records


def test_records_come_back_however_many_there_are_of_a_kind() -> None:
    words = ("", "a", "b\x1fc", "−", "\ud800")
    many = [Claim(i, f"{words[i % 5]}{i}", "nuanced", words[i % 5], (f"r{i % 300}",)) for i in range(2500)]
    columns = columns_of(many)
    assert records_of(json.loads(json.dumps(columns))) == many
    assert columns[0] == [3 if kind is Claim else 0 for kind in KINDS]


def test_records_take_no_more_columns_than_are_theirs() -> None:
    left = iter([*columns_of([Claim(1, "a", "nuanced", "b")]), "what follows"])
    assert records_of(left) == [Claim(1, "a", "nuanced", "b")]
    assert list(left) == ["what follows"]


@pytest.mark.parametrize(
    "columns",
    [
        [],
        [[1]],
        [[*[0] * (len(KINDS) - 1), 1], [["only an id"], ""]],
        [[*[0] * (len(KINDS) - 1), 1], *[[["a", "b"], "?"]] * len(fields(KINDS[-1]))],
    ],
    ids=["none", "other kinds", "one column", "a place that is none"],
)
def test_columns_of_other_records_are_refused(columns: list[Any]) -> None:
    with pytest.raises((ValueError, LookupError)):
        records_of(columns)


def test_columns_of_different_lengths_are_refused() -> None:
    columns = [[["a", "b"], ""], *[[["a"], ""]] * (len(fields(KINDS[-1])) - 1)]
    with pytest.raises(ValueError, match="different lengths"):
        records_of([[*[0] * (len(KINDS) - 1), 1], *columns])

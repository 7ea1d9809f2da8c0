"""Rows that are made when they are asked for are a value like a tuple of them."""

from __future__ import annotations

from bodymap.viewmodels.card_values import EffectRow
from bodymap.viewmodels.late_rows import LateRows


def _row(what: str) -> EffectRow:
    return EffectRow(
        direction="increases",
        direction_word="raises it",
        title="Liver",
        ref=None,
        what=what,
        how="",
        evidence="",
        confidence="high",
        confidence_word="",
        n="",
        numbers=(),
        role="receiving",
    )


def _late(said: str, made: list[int] | None = None, basis: object = None) -> LateRows:
    def make(at: int) -> EffectRow:
        if made is not None:
            made.append(at)
        return _row(said[at])

    return LateRows(len(said), make, (said if basis is None else basis,))


def test_only_what_is_asked_for_is_made() -> None:
    made: list[int] = []
    rows = _late("abcdef", made)
    assert len(rows) == 6
    assert [row.what for row in rows[:2]] == ["a", "b"]
    assert rows[-1].what == "f"
    assert made == [0, 1, 5]


def test_they_equal_what_says_the_same_and_nothing_else() -> None:
    assert _late("abc") == _late("abc", basis="another")
    assert hash(_late("abc")) == hash(_late("abc", basis="another"))
    assert _late("abc") != _late("abd")
    assert _late("abc") != _late("ab")
    assert list(_late("abc")) == [_row("a"), _row("b"), _row("c")]


def test_rows_on_one_basis_are_not_made_to_be_compared() -> None:
    made: list[int] = []
    assert _late("abc", made) == _late("abc", made)
    assert not made

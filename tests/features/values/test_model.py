"""A reader's table: what it may name, how numbers are written, what is told where."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.atlas.reading import Library
from bodymap.features.values.model import Table, number_of, table_of
from bodymap.loading.sources import Source


def read(library: Library, text: str) -> Table:
    return table_of(Source(Path("my.csv"), "my.csv", text.encode()), library.atlas, library.anatomy)


def told(library: Library, text: str) -> list[str]:
    return [str(problem) for problem in read(library, text).problems]


def numbers(library: Library, text: str) -> dict[str, float | None]:
    found = read(library, text)
    assert found.problems == ()
    assert found.values is not None
    return {row.target.id: row.value for group in found.values.groups for row in group.rows}


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("liver", "liver"),
        ("Liver", "liver"),
        ("UBERON:0002107", "liver"),
        ("UBERON_0002107", "liver"),
        ("kidneys", "kidneys"),
        ("kidney-left", "kidney-left"),
        ("Left kidney", "kidney-left"),
        ("quadriceps", "quadriceps"),
        ("quadriceps_left", "quadriceps-left"),
        ("colon", "colon"),
        ("stomach", "stomach"),
        ("belly fat", "visceral-fat"),
    ],
)
def test_a_row_names_an_organ_region_or_muscle(library: Library, word: str, target: str) -> None:
    assert numbers(library, f"organ,value\n{word},1\n") == {target: 1.0}


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.5", 1.5), ("1,5", 1.5), ("-3", -3.0), ("−3", -3.0), ("1e3", 1000.0), (",5", 0.5), ("+2.", 2.0)],
)
def test_a_point_or_a_comma_is_the_decimal_sign(text: str, number: float) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["1.234,5", "1,234.5", "abc", "inf", "1e999", "-1e13", "5 kg", "1 2"])
def test_what_could_be_read_in_two_ways_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        number_of(text)


@pytest.mark.parametrize("text", ["", "NA", "n/a", "NaN", "-", "null"])
def test_missing_is_not_zero(library: Library, text: str) -> None:
    assert number_of(text) is None
    assert numbers(library, f"organ;value\nliver;{text}\nheart;0\n") == {"liver": None, "heart": 0.0}


def test_mistakes_are_told_at_their_places_and_the_rest_is_shown(library: Library) -> None:
    text = "organ,value,label\nlivr,1,\nheart,many,\ntumour,3,\nbrain,4,My brain\nbrain,5,\n"
    found = read(library, text)
    assert [str(p) for p in found.problems] == [
        "my.csv:2:1: there is no region or organ 'livr'; did you mean 'liver'?",
        "my.csv:3:7: 'many' is not a number; write 1234.5 or 1234,5",
        "my.csv:4:1: 'tumour' has no place of its own in the figure",
        "my.csv:6:1: 'brain' has a value already, at 5:1",
    ]
    assert found.values is not None
    assert [row.label for row in found.values.groups[0].rows] == ["My brain"]


def test_columns_that_are_missing_are_told_with_what_was_meant(library: Library) -> None:
    assert told(library, "organ,vlaue,unit\nliver,1,g\n") == [
        "my.csv:1:7: a column is called 'vlaue'; did you mean 'value'?"
    ]
    assert "no column is called region, organ" in told(library, "x,y\nliver,1\n")[0]
    assert told(library, "") == ["my.csv:1:1: this table is empty"]
    assert read(library, "organ,value\n").values is None


def test_one_other_column_is_the_value_and_names_the_scale(library: Library) -> None:
    found = read(library, "organ,TPM,label\nliver,3,\n").values
    assert found is not None
    assert found.title == "TPM"


def test_a_scale_begins_at_the_least_or_has_zero_in_its_middle(library: Library) -> None:
    plain = read(library, "organ,value\nliver,2\nheart,6\nbrain,4\n").values
    astride = read(library, "organ,value\nliver,-1\nheart,4\n").values
    level = read(library, "organ,value\nliver,3\nheart,3\n").values
    assert plain is not None
    assert astride is not None
    assert level is not None
    assert (plain.diverging, plain.ends, plain.tone(4)) == (False, (2, 6), 0.5)
    assert (astride.diverging, astride.ends, astride.tone(0), astride.tone(4)) == (True, (-4, 4), 0.5, 1.0)
    assert level.tone(3) == 0.5


def test_groups_share_one_scale(library: Library) -> None:
    found = read(library, "organ;value;group\nliver;1,5;Before\nliver;3;After\nheart;2;After\n").values
    assert found is not None
    assert [(g.name, len(g.rows)) for g in found.groups] == [("Before", 1), ("After", 2)]
    assert (found.low, found.high) == (1.5, 3.0)

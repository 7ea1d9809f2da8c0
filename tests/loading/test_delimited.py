"""Tables as programs write them: commas, semicolons, tabs, quotes, byte order marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.loading.delimited import MOST_CELLS, read_delimited
from bodymap.loading.sources import Source, read_source


def read(text: str | bytes) -> list[list[tuple[str, int, int]]]:
    found = read_delimited(source(text))
    assert found.problems == ()
    return [[(cell.text, cell.line, cell.column) for cell in row] for row in found.rows]


def source(text: str | bytes) -> Source:
    return Source(Path("my.csv"), "my.csv", text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_know_their_line_and_column(sign: str) -> None:
    rows = read(f"organ{sign}value\nliver{sign}1\n\nheart{sign} 2\n")
    assert rows == [
        [("organ", 1, 1), ("value", 1, 7)],
        [("liver", 2, 1), ("1", 2, 7)],
        [("heart", 4, 1), ("2", 4, 8)],
    ]


def test_quotes_hold_signs_quotes_and_line_ends() -> None:
    rows = read('organ,label\nliver,"a ""big"", red\nthing"\nheart,x\n')
    assert rows[1][1] == ('a "big", red\nthing', 2, 7)
    assert rows[2] == [("heart", 4, 1), ("x", 4, 7)]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_and_a_byte_order_mark(end: str) -> None:
    assert read(b"\xef\xbb\xbf" + f"organ;value{end}liver;1,5".encode())[1][1] == ("1,5", 2, 7)


def test_what_is_no_table_is_a_problem_at_its_place(tmp_path: Path) -> None:
    open_quote = read_delimited(source('organ,value\nliver,"1\n')).problems[0]
    assert (open_quote.line, open_quote.column) == (2, 7)
    assert read_delimited(source(b"organ\n\xff\n")).problems[0].line == 2
    assert "missing" in read_delimited(read_source(tmp_path / "no.csv", "no.csv")).problems[0].what
    many = read_delimited(source("a\n" * (MOST_CELLS + 1))).problems
    assert "cells" in many[0].what


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_delimited(source(data))

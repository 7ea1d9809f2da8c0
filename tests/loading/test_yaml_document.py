"""A file becomes plain values or problems, whatever bytes are in it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.yaml_document import Document, collector_paused, read_document
from bodymap.loading.yaml_events import DEEPEST, REFUSED, holds_refused

HERE = Path("pack/organs/liver.yaml")
YAMLISH = st.text(alphabet="ab1.:-?,[]{}&*!|>'\"%@`#~ \t\n\\xu\x00é\u2028", max_size=60)


def read(text: str | bytes) -> Document:
    return read_document(Source(HERE, "organs/liver.yaml", text.encode() if isinstance(text, str) else text))


def told(document: Document) -> list[str]:
    return [f"{p.line}:{p.column}: {p.what}" for p in document.problems]


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=60) | YAMLISH.map(lambda text: text.encode()))
def test_no_bytes_raise_and_none_are_refused_in_silence(data: bytes) -> None:
    document = read(data)
    assert document.problems or not holds_refused(document.value)
    assert document.problem(("a", 0, "b"), "x").line >= 1


@settings(deadline=None, max_examples=100)
@given(YAMLISH)
def test_nor_does_the_pure_parser_raise(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        document = read(text)
    assert document.problems or not holds_refused(document.value)


def test_words_are_read_by_the_core_schema() -> None:
    text = (
        "a: no\nb: 2024-05-01\nc: 09040\nd: 12\ne: -1.5e3\nf: true\ng:\nh: '5'\ni: 1:30\nj: .inf\nk: 1_000\n"
    )
    assert read(text).value == {
        "a": "no",
        "b": "2024-05-01",
        "c": "09040",
        "d": 12,
        "e": -1500.0,
        "f": True,
        "g": None,
        "h": "5",
        "i": "1:30",
        "j": ".inf",
        "k": "1_000",
    }


def test_a_number_too_long_to_be_meant_stays_text() -> None:
    assert read(f"n: {'9' * 5000}\nx: 1{'0' * 400}.0\n").value == {"n": "9" * 5000, "x": f"1{'0' * 400}.0"}


def test_a_byte_order_mark_does_no_harm() -> None:
    document = read(b"\xef\xbb\xbfid: liver\n")
    assert (document.value, document.problems) == ({"id": "liver"}, ())


def test_windows_line_ends_count_as_one_line() -> None:
    assert read("a: 1\r\nb: 2\r\n").problem(("b",), "x").line == 2


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_other_encodings_are_refused(encoding: str) -> None:
    document = read("name: Léber\n".encode(encoding))
    assert document.value is REFUSED
    assert "is not UTF-8" in document.problems[0].what


def test_what_is_not_plain_is_refused_at_its_place_and_the_rest_is_read() -> None:
    document = read("a: &x [1]\nb: *x\nc: !!set {d}\ne: {f: 1, f: 2}\n? [g]\n: h\n")
    assert told(document) == [
        "1:4: the anchor '&x' is not used here; delete it",
        "2:4: '*x' points elsewhere; write the value out here",
        "3:4: the tag '!!set' is not used here; delete it",
        "4:11: the key 'f' stands here a second time; keep one",
        "5:3: a key must be a single word",
    ]
    assert document.value == {"a": [1], "b": REFUSED, "c": REFUSED, "e": {"f": 1}, "?": REFUSED}


def test_places_are_known_beside_an_alias_to_nowhere_and_an_anchor_named_twice() -> None:
    document = read("a: &x 1\nb: &x 2\nc: *nowhere\nd:\n  e: 5\n")
    assert document.problem(("d", "e"), "x").line == 5


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_ends_early(opening: str) -> None:
    document = read(opening * 100_000)
    assert document.value is REFUSED
    assert told(document)[-1].endswith(f"nested deeper than {DEEPEST} levels here")


def test_half_a_character_written_as_an_escape_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read('a: "\\ud800"\n').problems
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert told(read('a: "\\ud800"\n')) == ["1:4: this text holds half of a character, written as an escape"]


def test_a_place_is_that_of_the_key_the_value_or_what_is_around_it() -> None:
    document = read("# head\na:\n  - b: 1\n    c: 2\n")
    places = [
        document.problem(("a", 0, "c"), "x"),
        document.problem(("a", 0, "c"), "x", at_key=True),
        document.problem(("a", 0, "missing"), "x"),
        document.problem(("a", 7), "x"),
        document.problem((), "x"),
    ]
    assert [(p.line, p.column) for p in places] == [(4, 8), (4, 5), (3, 5), (3, 3), (2, 1)]


def test_a_problem_is_one_line_that_an_editor_can_follow() -> None:
    problem = Problem(HERE, 3, 7, "there is no organ 'livr'", "liver")
    assert str(problem) == f"{HERE.as_posix()}:3:7: there is no organ 'livr'; did you mean 'liver'?"
    assert problem.seen_from(Path("pack")).path == Path("organs/liver.yaml")
    assert problem.seen_from(Path("elsewhere")) == problem


def test_the_garbage_collector_is_as_it_was() -> None:
    for switch in (gc.disable, gc.enable):
        switch()
        before = gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() == before


def test_a_bomb_of_aliases_is_told_a_hundred_times_and_then_refused() -> None:
    document = read("a: &a [x]\nb: [" + "*a, " * 5000 + "]\n")
    assert len(document.problems) == 101
    assert "the rest is not read" in told(document)[-1]
    assert document.value is REFUSED

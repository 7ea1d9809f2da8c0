"""What is refused in a drawing from elsewhere, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.figure.anatomogram import read_anatomogram
from bodymap.figure.untrusted_svg import DEEPEST, LARGEST, MOST_ELEMENTS, RefusedError, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
LIVER = '<path id="UBERON_0002107" d="M1 1h4v4z"/>'
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def refusal(tmp_path: Path, text: str | bytes) -> tuple[int, int, str]:
    path = tmp_path / "from-elsewhere.svg"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(RefusedError) as caught:
        read_anatomogram(path)
    problem = caught.value.problem
    assert problem.path == path
    return problem.line, problem.column, problem.what


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "<script> is refused"),
        ("<script xlink:href='https://example.org/x.js'/>", "<script> is refused"),
        ("<foreignObject/>", "<foreignObject> is refused"),
        ("<g onload='go()'/>", "'onload' is refused"),
        ("<use xlink:href='https://example.org/a.svg#b'/>", "fetches nothing"),
        ("<use href='other.svg#b'/>", "fetches nothing"),
        ("<image href='file:///etc/passwd'/>", "fetches nothing"),
        ("<image href='//example.org/a.png'/>", "fetches nothing"),
        ("<a xlink:href='javascript:go()'/>", "fetches nothing"),
        ("<g style='fill:url(https://example.org/a.svg#b)'/>", "fetches nothing"),
        ("<style>@import 'https://example.org/a.css';</style>", "fetches nothing"),
        ("<g fill=\"url( 'a.svg#b')\"/>", "fetches nothing"),
    ],
)
def test_what_runs_or_fetches_is_refused_at_its_place(tmp_path: Path, inside: str, words: str) -> None:
    line, column, what = refusal(tmp_path, f"{HEAD}\n{LIVER}\n  {inside}\n</svg>")
    assert line == 3
    assert column >= 3
    assert words in what


def test_entities_and_a_doctype_are_refused(tmp_path: Path) -> None:
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "ha">{BOMB}]>{HEAD}&e9;{LIVER}</svg>'
    line, _column, what = refusal(tmp_path, bomb)
    assert (line, "DOCTYPE" in what) == (1, True)
    outside = f'<?xml version="1.0"?>\n<!DOCTYPE svg SYSTEM "file:///etc/passwd">{HEAD}{LIVER}</svg>'
    assert refusal(tmp_path, outside)[0] == 2
    assert "style sheet" in refusal(tmp_path, f'<?xml-stylesheet href="a.css"?>{HEAD}{LIVER}</svg>')[2]


def test_what_has_no_end_is_refused(tmp_path: Path) -> None:
    deep = "<g>" * (DEEPEST + 5) + "</g>" * (DEEPEST + 5)
    assert "deep" in refusal(tmp_path, f"{HEAD}{LIVER}{deep}</svg>")[2]
    strange = "<x:g xmlns:x='urn:x'>" * (DEEPEST + 5) + "</x:g>" * (DEEPEST + 5)
    assert "deep" in refusal(tmp_path, f"{HEAD}{LIVER}{strange}</svg>")[2]
    assert "elements" in refusal(tmp_path, f"{HEAD}{LIVER}{'<g/>' * MOST_ELEMENTS}</svg>")[2]
    assert "MB" in refusal(tmp_path, b" " * (LARGEST + 1))[2]
    round_and_round = '<g id="UBERON_0002107"><use xlink:href="#UBERON_0002107"/></g>'
    assert "nothing is drawn here" in refusal(tmp_path, f"{HEAD}{round_and_round}</svg>")[2]
    nine = ["".join([f'<use href="#a{n - 1}"/>'] * 9) for n in range(1, 9)]
    aliases = "".join(f'<g id="a{n}">{uses}</g>' for n, uses in enumerate(nine, 1))
    bomb = f'<path id="a0" d="M0 0h1v1z"/>{aliases}<use id="UBERON_0002107" href="#a8"/>'
    assert "no end" in refusal(tmp_path, f"{HEAD}{bomb}</svg>")[2]
    curves = "M0 0" + "h1" * 70_000
    many = "".join(f'<path id="UBERON_{n:07}" d="{curves}"/>' for n in range(6))
    assert "lines and curves" in refusal(tmp_path, f"{HEAD}{many}</svg>")[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "this is not SVG"),
        ("not xml", "this is not SVG"),
        ("<html/>", "begins with <html>"),
        (f"{HEAD}<g>", "this is not SVG"),
        (f"{HEAD}</svg>", "nothing is drawn here"),
        (f"{HEAD}<path id='UBERON_0002107' d='M1 1 L 2'/></svg>", "a number is missing"),
        (f"{HEAD}<path id='UBERON_0002107' d='L 2 2'/></svg>", "begins with a move"),
        (f"{HEAD}<path id='UBERON_0002107' d='M 1 1 % 3'/></svg>", "does not belong"),
        (f"{HEAD}<path id='UBERON_0002107' d='M 1e99 1'/></svg>", "larger than"),
        (f"{HEAD}<g transform='twist(3)'>{LIVER}</g></svg>", "cannot be read"),
        (f"{HEAD.replace('0 0 9 9', '0 0 0 9')}{LIVER}</svg>", "no size"),
        (f"{HEAD.replace('0 0 9 9', '0 0 9e9 9')}{LIVER}</svg>", "larger than"),
        (f"{HEAD.replace('0 0 9 9', '0 0 90000 9')}{LIVER}</svg>", "absurdly long"),
    ],
)
def test_what_is_no_figure_is_told(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(tmp_path, text)[2]


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="missing"):
        read_svg(tmp_path / "none.svg")
    assert "this is not SVG" in refusal(tmp_path, b"\xff\xfe\x00\x00<svg")[2]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE %", max_size=60))
def test_no_path_raises_anything_else(tmp_path_factory: pytest.TempPathFactory, data: str) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.svg"
    path.write_text(f'{HEAD}{LIVER}<path id="UBERON_0000948" d="{data}"/></svg>', encoding="utf-8")
    try:
        read_anatomogram(path)
    except RefusedError as error:
        assert error.problem.line >= 1

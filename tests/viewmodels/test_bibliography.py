"""Publications in the formats of reference managers, read back by small readers written here."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Reference
from bodymap.viewmodels.authors import Authors, Person, authors_of
from bodymap.viewmodels.bibliography import FORMATS, as_bibtex, as_csl_json, as_ris, as_text, latex

PAPER = Reference(
    id="smith2020",
    authors="Smith AB, O'Neil C et al.",
    year=2020,
    title="50 % more: IL-6 & TNF-α in {wild_type} mice at $5",
    journal="Cells & More",
    kind="animal",
    verified=True,
    doi="10.1000/a_b%c",
    pmid="12345678",
)


def entry(text: str) -> dict[str, str]:
    """The fields of one BibTeX entry, by braces that balance."""
    body = re.fullmatch(r"@article\{([^,]+),\n(.*)\}\n", text, re.DOTALL)
    assert body
    fields = {"ID": body[1]}
    rest = body[2]
    while rest:
        name, _, rest = rest.partition(" = {")
        depth, end = 1, 0
        while depth:
            escaped = rest[end - 1] == "\\" and end > 0
            depth += 0 if escaped else {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[name.strip()] = rest[: end - 1]
        assert rest[end : end + 2] == ",\n"
        rest = rest[end + 2 :]
    return fields


def shown_by_latex(text: str) -> str:
    """What LaTeX prints of our escapes."""
    commands = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
    return re.sub(r"\\(text\w+)\{\}|\\([&%$#_{}])|[{}]", lambda m: commands.get(m[1]) or m[2] or "", text)


def ris_tags(text: str) -> list[tuple[str, str]]:
    lines = text.split("\r\n")
    assert lines[-2:] == ["", ""]
    return [(line[:2], line[6:]) for line in lines[:-2]]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ford ES", Authors((Person("Ford", "ES"),))),
        ("Pearce M et al.", Authors((Person("Pearce", "M"),), True)),
        ("Wedell-Neergaard AS et al.", Authors((Person("Wedell-Neergaard", "AS"),), True)),
        ("Bani Asadi M et al.", Authors((Person("Bani Asadi", "M"),), True)),
        ("Hoier B, Hellsten Y", Authors((Person("Hoier", "B"), Person("Hellsten", "Y")))),
        ("E Lezi et al.", Authors((Person("E Lezi"),), True)),
        ("Kerr et al. (authors not displayed in the record seen)", Authors((Person("Kerr"),), True)),
        ("Authors not displayed", Authors(())),
        ("Study of Health in Pomerania (authors not displayed)", Authors(())),
        ("World Health Organization", Authors((Person("World Health Organization"),))),
    ],
)
def test_a_line_of_authors_is_names(line: str, authors: Authors) -> None:
    assert authors_of(line) == authors


def test_bibtex_says_it_all_and_escapes_what_latex_would_take_for_commands() -> None:
    found = entry(as_bibtex([PAPER]))
    assert found["ID"] == "smith2020"
    assert found["author"] == "Smith, A. B. and O'Neil, C. and others"
    assert found["title"] == r"{50 \% more: IL-6 \& TNF-α in \{wild\_type\} mice at \$5}"
    assert found["journal"] == r"Cells \& More"
    assert (found["year"], found["doi"], found["pmid"]) == ("2020", "10.1000/a_b%c", "12345678")
    assert found["url"] == "https://doi.org/10.1000/a_b%c"
    assert "note" not in found


@given(st.text(alphabet="aé&%$#_{}~^\\ -", max_size=20))
def test_latex_prints_what_was_meant(text: str) -> None:
    assert shown_by_latex(latex(text)) == text


def test_an_institution_keeps_its_words_together() -> None:
    who = Reference("who2020", "World Health Organization", 2020, "T", "J", "review", True, doi="10.1000/1")
    assert entry(as_bibtex([who]))["author"] == "{World Health Organization}"
    assert json.loads(as_csl_json([who]))[0]["author"] == [{"literal": "World Health Organization"}]


def test_ris_has_its_tags_in_order_and_its_line_ends() -> None:
    tags = ris_tags(as_ris([PAPER]))
    assert tags[0] == ("TY", "JOUR")
    assert tags[-1] == ("ER", "")
    assert [value for tag, value in tags if tag == "AU"] == ["Smith, A. B.", "O'Neil, C.", "et al."]
    kept = dict(tags)
    assert (kept["TI"], kept["T2"], kept["PY"]) == (PAPER.title, PAPER.journal, "2020")
    assert (kept["DO"], kept["AN"]) == ("10.1000/a_b%c", "PMID:12345678")


def test_csl_json_has_the_names_that_styles_read() -> None:
    (item,) = json.loads(as_csl_json([PAPER]))
    assert item == {
        "id": "smith2020",
        "type": "article-journal",
        "author": [
            {"family": "Smith", "given": "A. B."},
            {"family": "O'Neil", "given": "C."},
            {"literal": "et al."},
        ],
        "title": PAPER.title,
        "container-title": "Cells & More",
        "issued": {"date-parts": [[2020]]},
        "DOI": "10.1000/a_b%c",
        "PMID": "12345678",
        "URL": "https://doi.org/10.1000/a_b%c",
    }


@pytest.mark.parametrize(
    ("verified", "retracted", "said"),
    [(False, False, "Not verified: no DOI or PMID was seen beside this title."), (True, True, "Retracted.")],
)
def test_a_paper_to_be_wary_of_says_so(verified: bool, retracted: bool, said: str) -> None:
    paper = Reference("a", "Ford ES", 2002, "T", "J", "review", verified, retracted=retracted)
    assert entry(as_bibtex([paper]))["note"] == said
    assert dict(ris_tags(as_ris([paper])))["N1"] == said
    assert json.loads(as_csl_json([paper]))[0]["note"] == said


def test_every_shipped_publication_comes_through_every_format(library: Library) -> None:
    papers = list(library.atlas.references.values())
    bibtex = as_bibtex(papers).split("\n\n")
    ris, csl = as_ris(papers).split("ER  - "), json.loads(as_csl_json(papers))
    assert len(bibtex) == len(csl) == len(ris) - 1 == len(papers) == len(as_text(papers).splitlines())
    for paper, text, item in zip(papers, bibtex, csl, strict=True):
        fields = entry(text.rstrip("\n") + "\n")
        assert shown_by_latex(fields["title"]) == item["title"] == paper.title
        assert fields.get("doi") == item.get("DOI") == paper.doi
    assert set(FORMATS) == {"text", "bibtex", "ris", "csl-json"}

"""Publications as BibTeX, RIS, CSL-JSON and text, for reference managers and papers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from bodymap.atlas.records import Reference
from bodymap.i18n import _
from bodymap.viewmodels.authors import Authors, Person, authors_of
from bodymap.viewmodels.citations import address, citation

_SPECIAL: Mapping[int, str] = MappingProxyType(
    str.maketrans(
        {
            "\\": r"\textbackslash{}",
            "~": r"\textasciitilde{}",
            "^": r"\textasciicircum{}",
            **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        }
    )
)
"""What LaTeX would take for a command."""


def as_text(references: Iterable[Reference]) -> str:
    """One full citation a line."""
    return "".join(f"{citation(reference)}\n" for reference in references)


def as_bibtex(references: Iterable[Reference]) -> str:
    """BibTeX entries in UTF-8, for biber and BibTeX; titles keep their capitals."""
    return "\n".join(_bibtex(reference) for reference in references)


def as_ris(references: Iterable[Reference]) -> str:
    """RIS records, with the line ends that the format asks for."""
    return "".join(_ris(reference) for reference in references)


def as_csl_json(references: Iterable[Reference]) -> str:
    """CSL-JSON items: what Zotero, pandoc and citation styles read."""
    return json.dumps([_csl(reference) for reference in references], indent=1, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Reference]], str]] = MappingProxyType(
    {"text": as_text, "bibtex": as_bibtex, "ris": as_ris, "csl-json": as_csl_json}
)
"""The writer of each format, by its name."""


def latex(text: str) -> str:
    """A text that LaTeX shows as it is."""
    return text.translate(_SPECIAL)


def _bibtex(reference: Reference) -> str:
    fields = {
        "author": _bibtex_authors(authors_of(reference.authors)),
        "title": f"{{{latex(reference.title)}}}",
        "journal": latex(reference.journal),
        "year": str(reference.year),
        "doi": _balanced(reference.doi or ""),
        "pmid": reference.pmid or "",
        "url": _balanced(address(reference) or ""),
        "note": latex(_note(reference)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@article{{{re.sub(r'[^A-Za-z0-9:_-]', '', reference.id)},\n{''.join(lines)}}}\n"


def _balanced(address: str) -> str:
    """An address as it is: readers of BibTeX expect it without escapes; a brace alone would end the field."""
    return address.replace("{", "%7B").replace("}", "%7D")


def _bibtex_authors(authors: Authors) -> str:
    names = [_bibtex_name(person) for person in authors.people]
    return " and ".join([*names, "others"] if authors.more and names else names)


def _bibtex_name(person: Person) -> str:
    if not person.initials:
        return f"{{{latex(person.family)}}}"
    return f"{latex(person.family)}, {_dotted(person.initials)}"


def _dotted(initials: str) -> str:
    return " ".join(f"{letter}." for letter in initials)


def _ris(reference: Reference) -> str:
    authors = authors_of(reference.authors)
    names = [f"{p.family}, {_dotted(p.initials)}" if p.initials else p.family for p in authors.people]
    tags = [
        ("TY", "JOUR"),
        ("ID", reference.id),
        *(("AU", name) for name in names),
        *((("AU", "et al."),) if authors.more and names else ()),
        ("TI", reference.title),
        ("T2", reference.journal),
        ("PY", str(reference.year)),
        ("DO", reference.doi or ""),
        ("AN", f"PMID:{reference.pmid}" if reference.pmid else ""),
        ("UR", address(reference) or ""),
        ("N1", _note(reference)),
    ]
    lines = [f"{tag}  - {_one_line(value)}\r\n" for tag, value in tags if value]
    return f"{''.join(lines)}ER  - \r\n\r\n"


def _csl(reference: Reference) -> dict[str, Any]:
    authors = authors_of(reference.authors)
    names = [_csl_name(person) for person in authors.people]
    if authors.more and names:
        names.append({"literal": "et al."})
    item = {
        "id": reference.id,
        "type": "article-journal",
        "author": names,
        "title": reference.title,
        "container-title": reference.journal,
        "issued": {"date-parts": [[reference.year]]},
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "URL": address(reference),
        "note": _note(reference),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(person: Person) -> dict[str, str]:
    if not person.initials:
        return {"literal": person.family}
    return {"family": person.family, "given": _dotted(person.initials)}


def _note(reference: Reference) -> str:
    """What a reader of the list must know of it: that it was taken back, or never seen beside its DOI."""
    if reference.retracted:
        return _("Retracted.")
    return "" if reference.verified else _("Not verified: no DOI or PMID was seen beside this title.")


def _one_line(text: str) -> str:
    return " ".join(text.split())

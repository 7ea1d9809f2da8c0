"""The words by which publications are chosen on the command line; read only where a command asks for them."""

from __future__ import annotations

import argparse
import re
from argparse import Namespace

from bodymap.cli.arguments import Parser
from bodymap.viewmodels.bibliography import FORMATS
from bodymap.viewmodels.references import KINDS, SPECIES

_CHOOSING = ("kind", "year", "species", "signal", "organ", "verified")


def add_choosing(parser: Parser) -> None:
    """Kind, years, species, molecule and organ."""
    add = parser.add_argument
    add("--kind", choices=KINDS, help=f"kind of publication: {', '.join(KINDS)}")
    add("--year", type=_years, metavar="A-B", help="2010-2020, 2010-, -2020 or 2015")
    add("--species", choices=SPECIES, help=f"in whom it was seen: {', '.join(SPECIES)}")
    add("--signal", "--molecule", metavar="ID", help="cited for this signal")
    add("--organ", metavar="ID", help="cited for this organ")
    add("--verified", action="store_true", help="only those whose DOI or PMID was seen beside the title")


def add_format(parser: Parser) -> None:
    """The format, and where it is written."""
    from pathlib import Path

    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=", ".join(FORMATS))
    parser.add_argument("--out", type=Path, metavar="FILE", help="write a file; without it, print")


def is_choosing(chosen: Namespace) -> bool:
    """Whether any of these words was said."""
    return any(getattr(chosen, name) for name in _CHOOSING)


def _years(word: str) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"(\d{4})?([-–])?(\d{4})?", word)
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise argparse.ArgumentTypeError(f"'{word}' is not a year or a span of years like 2010-2020")
    first, last = (int(y) if y else None for y in (found[1], found[3]))
    return (first, last) if found[2] else (first, first)

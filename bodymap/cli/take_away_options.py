"""The words by which sheets of a lesson are asked for; read only where a command asks for them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from bodymap.cli.arguments import Parser

if TYPE_CHECKING:
    from bodymap.features.handout.making import Want

_QUESTIONS = 8
OPTIONS: tuple[tuple[Want, str], ...] = (
    ("worksheet", "worksheet and answer key, PDF"),
    ("handout", "for the class: steps with pictures, text and sources, PDF"),
    ("notes", "for the teacher: the handout with the notes of each step, PDF"),
    ("poster", "all steps on one sheet of A3, PDF"),
    ("png", "a picture of each step, 3840x2160"),
    ("svg", "a picture of each step, with words that stay words"),
    ("csv", "what the steps show, as a table with evidence and sources"),
    ("anki", "cards on which regions are hidden, for Anki"),
)


def wanted(chosen: Namespace) -> tuple[Want, ...]:
    """What is asked for; everything where nothing is named."""
    return tuple(name for name, _words in OPTIONS if getattr(chosen, name)) or tuple(n for n, _w in OPTIONS)


def add_take_away(parser: Parser) -> None:
    """The options of `bodymap export` that are for lessons."""
    group = parser.add_argument_group("of a lesson (without one of these, everything)")
    for name, words in OPTIONS:
        group.add_argument(f"--{name}", action="store_true", help=words)
    group.add_argument("--paper", choices=("a4", "letter"), default="a4")
    group.add_argument("--questions", type=int, default=_QUESTIONS, metavar="N", help=f"default {_QUESTIONS}")
    group.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed gives the same sheets")

"""`bodymap quiz`: questions from the data, as JSON or as a sheet of text."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from bodymap.atlas.records import Ref
from bodymap.cli.arguments import Parser, UsageError
from bodymap.cli.knowledge import knowledge
from bodymap.features.lessons.model import Asked
from bodymap.features.lessons.reading import open_lesson
from bodymap.features.quiz import material
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import KINDS, Question
from bodymap.features.quiz.rounds import round_of
from bodymap.loading.pack_folders import pack_folders

_LETTERS = "abcdefgh"


def show_quiz(chosen: Namespace) -> int:
    """Print the questions that were asked for; 0, and 1 where there are fewer than that."""
    kinds = tuple(chosen.kind) or (() if chosen.lesson else KINDS)
    bank = bank_of(chosen)
    found = round_of(
        bank.about(chosen.about) if chosen.about else bank,
        kinds,
        chosen.n,
        chosen.seed,
        own_questions(chosen),
    )
    sys.stdout.buffer.write(as_json(found).encode() if chosen.json else as_sheet(found).encode())
    if len(found) < chosen.n:
        sys.stderr.write(f"bodymap: there are {len(found)} different questions of that kind.\n")
    return 0 if len(found) == chosen.n else 1


def bank_of(chosen: Namespace) -> Bank:
    """What questions are made from: all that is shipped, in the user's packs and in those named."""
    known = knowledge(chosen.data)
    return material.bank_of(known.atlas, known.figures, pack_folders(chosen.data))


def own_questions(chosen: Namespace) -> tuple[Asked, ...]:
    """The teacher's own questions in the lessons named; UsageError where one is no lesson."""
    found: list[Iterable[Asked]] = []
    for path in chosen.lesson:
        opened = open_lesson(path)
        if opened.lesson is None:
            raise UsageError(str(opened.problems[0]))
        found += (step.questions for step in opened.lesson.steps)
    return tuple(chain.from_iterable(found))


def as_json(questions: Iterable[Question]) -> str:
    """An array of objects with every field, and the right answer in words."""
    rows = [asdict(question) | {"right_words": question.right_words} for question in questions]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def as_sheet(questions: Iterable[Question]) -> str:
    """The questions with lettered choices, and below them the right answers with reasons and sources."""
    asked, key = list[str](), ["Answers", ""]
    for number, question in enumerate(questions, 1):
        asked.append(f"{number}. {question.ask}")
        asked += (f"   {i}. {thing.words}" for i, thing in enumerate(question.left, 1))
        asked += (
            f"   {letter}) {choice.words}" for letter, choice in zip(_LETTERS, question.choices, strict=False)
        )
        asked.append("")
        sources = f" [{', '.join(question.references)}]" if question.references else ""
        key.append(f"{number}. {question.right_words}. {question.why}{sources}")
    return "\n".join([*asked, *key, ""])


def _thing(word: str) -> Ref:
    kind, _colon, name = word.partition(":")
    if kind not in ("organ", "signal") or not name:
        raise ArgumentTypeError(f"'{word}' is not a thing to ask about, such as organ:liver or signal:il6")
    return Ref("organ" if kind == "organ" else "signal", name)


def add_quiz(parser: Parser) -> None:
    """The options of `bodymap quiz`."""
    add = parser.add_argument
    add("--kind", action="append", default=[], choices=KINDS, help=f"{', '.join(KINDS)}; without one, all")
    add(
        "--about",
        action="append",
        default=[],
        type=_thing,
        metavar="KIND:ID",
        help="only about this: organ:liver, signal:il6; several are allowed",
    )
    add("--n", type=int, default=10, metavar="N", help="how many; default 10")
    add("--seed", type=int, default=0, metavar="N", help="the same seed gives the same questions")
    add("--json", action="store_true", help="as an array of objects, with every field")
    add(
        "--lesson",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="the teacher's own questions in a lesson; with --kind, others beside them",
    )

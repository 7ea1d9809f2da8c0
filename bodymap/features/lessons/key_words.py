"""What each key of a lesson file means, and docs/lesson-keys.md made from that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, get_type_hints

from bodymap.authoring.key_tables import type_words
from bodymap.authoring.key_value import Key, frozen
from bodymap.features.lessons.in_languages import SAID
from bodymap.features.lessons.model import AskedWords, LessonWords, StepWords
from bodymap.features.lessons.seeing import FIELDS
from bodymap.state import State

_SOURCES = "Ids of verified references (`bodymap list references`)."

KEYS: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        "LessonWords": frozen(
            bodymap=("The version of the file: 1. It stands first.", "version"),
            title="What the lesson is called.",
            author="Who answers for it.",
            about="What it is about, in a sentence.",
            minutes=("How long it takes; the minutes of the steps add up to it.", "minutes"),
            level="How the card speaks: school or university.",
        ),
        "StepWords": frozen(
            title="A heading for the room, up to about 40 letters.",
            text="What the room reads: one or two short sentences, up to about 150 letters.",
            notes="For the teacher only: numbers, limits, what to ask.",
            minutes=("How long this step is planned to take.", "minutes"),
            references=_SOURCES + " A text needs at least one.",
            plain="true where the text states no fact; then it needs no source.",
            claim=("A sentence of the article: the class judges it, then the verdict is shown.", "number"),
            theme="A theme for this step in place of the one that is chosen: night, day, projector.",
            labels="hidden: the labels of the body are revealed one by one.",
            reveal="Which labels are revealed first, in this order: organ:liver, organ:heart.",
        ),
        "AskedWords": frozen(
            ask="What is asked.",
            right="The right answer.",
            wrong="One or more wrong answers.",
            why="Why the right one is right.",
            references=_SOURCES + " An answer needs at least one.",
            plain="true where no fact is asked; then it needs no source.",
        ),
    }
)
"""By group of keys, and then by key."""
_SEEN: Mapping[str, Key] = MappingProxyType(
    {
        **frozen(
            focus="What is chosen: organ:liver, signal:il6, movement:running, region:….",
            movement="The movement whose muscles work; with a movement in focus, that one.",
            part="The exact region inside the organ in focus.",
            lens="Which lens: organ, movement, signal; follows the focus.",
            mode="exercise, sedentary, or both side by side.",
            evidence="Only what is shown in people: human, human-trial.",
            least="Only what is at least so sure: moderate, high.",
            figure="male, female.",
            view="front, back.",
            closeup="A close-up in place of the whole body: brain, muscle, vessel, bone, fat, immune.",
            layers="Show only these: [skin, fat, muscles, organs, vessels, lymph, skeleton].",
            level="school, university.",
            minute=("The minute shown: from the start of the bout, or from midnight of a day.", "minutes"),
            intensity=("How hard; left out: the movement's usual.", "% of VO2max"),
            minutes=("How long the bout lasts; left out: the movement's usual.", "minutes"),
            fuel="fasted, normal, carbohydrate.",
            person="active, sedentary.",
            span="How much time is shown: 2h, 24h, 72h, week.",
            day="A ready day of data/physiology/days.yaml, such as desk-day.",
            week="Seven days, each plan (this bout or day), sit, or a ready day; left out: once.",
            blocks="A day of your own: [[running, 540, 30]] is running at 9 o'clock for 30 minutes.",
            own_days="Ready days of the week as changed: [[marathon-day, [[marathon, 600, 206]]]].",
            axis="fold (times rest) or level.",
            measured="true: with the dots of the studies.",
            speed=("How fast time plays: 10, 30, 120.", "minutes a second"),
            time_open="true, false: whether the panel of time is open.",
            camera="[zoom from 1 to 8, and the point of the canvas at the middle: x, y].",
        )
    }
)
_LISTED: Mapping[str, str] = MappingProxyType(
    {"focus": "text", "camera": "list of numbers", "blocks": "list of lists", "own_days": "list of lists"}
)
"""What values of several parts look like in a file."""
_HEAD = """# Every key of a lesson

Made by `bodymap schema lessons --markdown`; change the words in `bodymap/features/lessons/key_words.py`.
A dash marks a key that may be left out. [teaching.md](teaching.md) shows how to begin.
Words in several languages are given by their codes, `title: {{en: The liver, de: Die Leber}}`, under {said}.
"""


def lesson_keys_page() -> str:
    """The whole page."""
    groups: tuple[tuple[str, type, tuple[str, ...]], ...] = (
        ("The lesson", LessonWords, ("bodymap", "title", "author", "minutes")),
        ("Each of its `steps`", StepWords, ("title",)),
        ("Each of the `questions` of a step", AskedWords, ("ask", "right", "wrong")),
    )
    parts = [_HEAD.format(said=", ".join(f"`{key}`" for key in SAID))]
    for heading, record, needed in groups:
        parts += (f"## {heading}\n", _table(_rows(record, needed)))
    parts += ("## What a step shows: its `see`\n", _table(_seen_rows()))
    return "\n".join(parts)


def _rows(record: type[Any], needed: tuple[str, ...]) -> Iterator[str]:
    hints = get_type_hints(record)
    for field in fields(record):
        key = KEYS[record.__name__][field.name]
        dash = "" if field.name in needed else "–"
        yield f"| `{field.name}` | {type_words(hints[field.name])} | {key.unit} | {key.meaning} | {dash} |"
    if record is LessonWords:
        yield "| `steps` | list of steps | | What is shown, in this order. | |"
    if record is StepWords:
        yield "| `see` | group | | What is shown (below); left out: the opening picture. | – |"
        yield "| `questions` | list of questions | | Questions of your own. | – |"


def _seen_rows() -> Iterator[str]:
    hints = get_type_hints(State)
    for name in FIELDS:
        key = _SEEN.get(name, Key("As in the window."))
        words = _LISTED.get(name) or type_words(hints[name])
        yield f"| `{name}` | {words} | {key.unit} | {key.meaning} | – |"


def _table(rows: Iterator[str]) -> str:
    return "\n".join(["| key | type | unit | meaning | |", "|---|---|---|---|---|", *rows, ""])

"""The ready lessons: short, sourced, within their time, and no number that the data does not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library
from bodymap.features.lessons.files import lesson_files
from bodymap.features.lessons.mistakes import Known
from bodymap.features.lessons.model import Lesson, Step
from bodymap.features.lessons.reading import read_lesson
from bodymap.features.lessons.shelf import Ready, check_lessons, ready_lessons
from bodymap.features.lessons.writing import text_of
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source

LONGEST_TEXT = 150
"""Letters that a room reads in one breath, and that fit at a legible size."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ROUNDED = {
    ("paluch2022", "7,800"),
    ("paluch2022", "3,500"),
    ("paluch2022", "5,800"),
    ("patterson2018", "4"),
    ("moore2016", "1.44"),
    ("stamatakis2023", "3.5"),
    ("slomko2021", "3.5"),
}
"""Numbers that a text rounds, or reads off a ratio, with the reference that holds the exact one."""


@pytest.fixture(scope="module")
def ready() -> tuple[Ready, ...]:
    return ready_lessons([shipped("data")])


def steps(ready: tuple[Ready, ...]) -> Iterator[tuple[str, Step]]:
    return ((f"{each.id}: {step.title}", step) for each in ready for step in each.lesson.steps)


def test_nine_lessons_and_a_check_of_claims_are_there_in_order(ready: tuple[Ready, ...]) -> None:
    assert [int(each.id.split("-")[0]) for each in ready] == list(range(1, 11))
    assert [each.id for each in ready[-2:]] == ["9-claims-check", "10-one-week"]


def test_they_pass_the_check(library: Library) -> None:
    files = lesson_files([shipped("data")])
    assert check_lessons(files, Known(library.atlas, library.anatomy)) == ()


def test_they_take_five_to_twenty_minutes_and_every_step_is_planned(ready: tuple[Ready, ...]) -> None:
    for each in ready:
        assert 5 <= (each.lesson.minutes or 0) <= 20, each.id
        assert each.lesson.planned == each.lesson.minutes, each.id
    assert [name for name, step in steps(ready) if not step.notes or not step.minutes] == []


def test_words_for_the_room_are_short(ready: tuple[Ready, ...]) -> None:
    assert [(n, len(s.text)) for n, s in steps(ready) if not 0 < len(s.text) <= LONGEST_TEXT] == []
    assert [name for name, step in steps(ready) if len(step.title) > 40] == []


def test_what_states_a_fact_names_its_source(ready: tuple[Ready, ...]) -> None:
    plain = [name for name, step in steps(ready) if step.plain and step.claim is None]
    assert plain == ["7-cancer: Before we begin", "9-claims-check: How it goes"]
    for name, step in steps(ready):
        assert step.plain or step.references, name
        assert all(question.references and question.why for question in step.questions), name


def test_sentences_of_the_article_stand_as_they_are_judged(
    ready: tuple[Ready, ...], library: Library
) -> None:
    claims = {claim.number: claim for claim in library.atlas.claims}
    judged = [step for _name, step in steps(ready) if step.claim is not None]
    assert {claims[step.claim].verdict for step in judged if step.claim} == {
        "supported",
        "nuanced",
        "overstated",
        "unverified",
    }
    for step in judged:
        claim = claims[step.claim or 0]
        assert step.text == f"{claim.claim}."
        assert step.references == claim.references


def test_what_is_named_by_the_step_bears_on_what_is_shown(ready: tuple[Ready, ...], library: Library) -> None:
    """At least one source of a step stands at the thing in focus, so that the card says it too."""
    lost = [n for n, s in steps(ready) if s.references and not bears(s, library.atlas)]
    assert lost == []


def bears(step: Step, atlas: Atlas) -> bool:
    kind, name = step.see.focus.kind, step.see.focus.id
    records: list[Any] = []
    if kind == "organ":
        records += (*atlas.effects_on(name), *atlas.findings_on(name), *atlas.contrasts_on(name))
    elif kind == "signal":
        records += (*atlas.effects_of(name), atlas.signals[name])
    else:
        records += atlas.movements[name].responses
    records += (c for c in atlas.claims if c.number == step.claim or name in (*c.organs, *c.signals))
    cited = {reference for record in records for reference in record.references}
    return kind == "movement" or bool(cited & set(step.references))


@pytest.fixture(scope="module")
def said_by() -> dict[str, str]:
    """All words of the data that rest on a reference, by its id."""
    found: dict[str, str] = defaultdict(str)
    for path in sorted(shipped("data").rglob("*.yaml")):
        gather(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader), path, found)
    return found


def gather(value: Any, path: Path, found: dict[str, str]) -> None:
    if isinstance(value, list):
        for item in value:
            gather(item, path, found)
    if isinstance(value, dict):
        for reference in value.get("references", []):
            if isinstance(reference, str):
                found[reference] += f" {value}"
        for inner in value.values():
            gather(inner, path, found)


def test_every_number_stands_in_the_data_beside_its_source(
    ready: tuple[Ready, ...], said_by: dict[str, str]
) -> None:
    strange: list[tuple[str, str]] = []
    for name, step in steps(ready):
        if step.plain:
            continue
        words = " ".join(said_by[reference] for reference in step.references)
        known = {number.replace(",", "") for number in NUMBER.findall(words)}
        known |= {n for r, n in ROUNDED if r in step.references}
        said = NUMBER.findall(
            re.sub(r"IL-\d+\w*|\d+,\d+-di\w+|HbA1c|type \d", "", f"{step.text} {step.notes}")
        )
        strange += ((name, n) for n in said if n not in known and n.replace(",", "") not in known)
    assert strange == []


def test_they_read_back_the_same_after_saving(ready: tuple[Ready, ...]) -> None:
    for each in ready:
        source = Source(each.path, each.path.name, text_of(each.lesson).encode())
        again: Lesson | None = read_lesson(source).lesson
        assert again == each.lesson


def test_a_later_pack_replaces_a_lesson_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    mine = "bodymap: 1\ntitle: Mine\nauthor: Me\nminutes: 5\nsteps: [{title: One}]\n"
    (tmp_path / "lessons/3-brain.bodymap").write_text(mine, "utf-8")
    found = {each.id: each.lesson.title for each in ready_lessons([shipped("data"), tmp_path])}
    assert (len(found), found["3-brain"]) == (10, "Mine")

"""Lesson files: read with every mistake placed, written so that nothing is lost, edited with undo."""

from __future__ import annotations

import json
import random
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.lessons.editing import (
    Draft,
    state_at,
    step_of,
    with_step,
    with_step_changed,
    with_step_moved,
    with_step_twice,
    without_step,
)
from bodymap.features.lessons.mistakes import Known
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.reading import Opened, open_lesson, read_lesson
from bodymap.features.lessons.seeing import (
    FIELDS,
    TASTE,
    MisfitError,
    plain_of,
    seen,
    shown_to,
    state_of,
    value_of,
)
from bodymap.features.lessons.writing import save_lesson, text_of
from bodymap.loading.shipped import shipped
from bodymap.loading.sources import Source
from bodymap.state import CLOSEUPS, LAYERS, MODES, Block, Camera, State, focused

HEAD = "bodymap: 1\ntitle: T\nauthor: A\nminutes: 5\n"
STEP = "steps:\n  - title: One\n    see: {focus: organ:liver}\n    minutes: 5\n"


def read(text: str, known: Known | None = None) -> Opened:
    return read_lesson(Source(Path("my.bodymap"), "my.bodymap", text.encode()), known)


def told(opened: Opened) -> list[str]:
    return [str(problem) for problem in opened.problems]


@pytest.fixture(scope="module")
def known(library: Library) -> Known:
    return Known(library.atlas, library.anatomy, frozenset(["desk-day", "bed-rest"]))


def test_a_lesson_without_a_mistake_is_read_whole(known: Known) -> None:
    opened = read(HEAD + STEP + "    text: Cycling.\n    references: [wedell2019]\n", known)
    assert (told(opened), opened.skipped, opened.is_whole) == ([], (), True)
    assert opened.lesson is not None
    (step,) = opened.lesson.steps
    assert step.see == focused(State(), Ref("organ", "liver"))
    assert (step.title, step.text, step.references, step.minutes) == ("One", "Cycling.", ("wedell2019",), 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD.replace("author", "autor") + STEP,
            "my.bodymap:3:1: unknown key 'autor'; did you mean 'author'?",
        ),
        (HEAD.replace("title: T\n", "") + STEP, "my.bodymap:1:1: 'title' is missing or says nothing"),
        (HEAD.replace(": 5", ": five") + STEP, "my.bodymap:4:10: 'minutes' should be a number, not 'five'"),
        (
            HEAD.replace(": 5", ": 9") + STEP,
            "my.bodymap:4:10: 'minutes' is 9, but the steps take 5 together",
        ),
        (HEAD, "my.bodymap:1:1: a lesson has at least one step"),
        (HEAD + "steps: {}\n", "my.bodymap:5:8: 'steps' should be a list, each item after a '-'"),
        (HEAD + STEP + "  - 7\n", "my.bodymap:9:5: each of 'steps' is a group of keys"),
        (
            HEAD + STEP.replace("liver", "livr"),
            "my.bodymap:7:18: there is no 'organ:livr'; did you mean 'organ:liver'?",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, mode: sitting"),
            "my.bodymap:7:37: 'mode' is 'sitting', not one of exercise, sedentary, both",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, closeup: bran"),
            "my.bodymap:7:40: 'closeup' is 'bran', not one of brain, muscle, vessel, bone, fat, immune;"
            " did you mean 'brain'?",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, theme: day"),
            "my.bodymap:7:31: 'theme' belongs to whoever looks, not to a step",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, camera: [9, 1, 1]"),
            "my.bodymap:7:39: the zoom of a camera is 1 to 8",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, minute: -1"),
            "my.bodymap:7:39: 'minute' is 0 to 10080",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, week: [plan, sit]"),
            "my.bodymap:7:37: 'week' has 7 days, each plan, sit or a ready day; here are 2",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, week: [plan, sit, plen, sit, sit, sit, sit]"),
            "my.bodymap:7:49: there is no day 'plen'; did you mean 'plan'?",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, intensity: 0"),
            "my.bodymap:7:42: 'intensity' is above 0, at most 1000 % of VO2max",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, speed: 11"),
            "my.bodymap:7:38: 'speed' is one of 10, 30, 120 minutes a second",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, day: dsk-day"),
            "my.bodymap:7:36: there is no day 'dsk-day'; did you mean 'desk-day'?",
        ),
        (
            HEAD + STEP.replace("organ:liver", "organ:liver, blocks: [[running, 540]]"),
            "my.bodymap:7:39: 'blocks' should be a list of movement, start, minutes",
        ),
        (
            HEAD + STEP + "    text: A fact.\n",
            "my.bodymap:9:11: what is said needs a source: name 'references', or write 'plain: true' where no"
            " fact is stated",
        ),
        (
            HEAD + STEP + "    references: [wedel2019]\n",
            "my.bodymap:9:18: there is no reference 'wedel2019'; did you mean 'wedell2019'?",
        ),
        (
            HEAD + STEP + "    references: [ford2002]\n",
            "my.bodymap:9:18: the reference 'ford2002' is not verified and carries no claim",
        ),
        (HEAD + STEP + "    claim: 99\n", "my.bodymap:9:12: there is no claim '99'"),
        (
            HEAD + STEP + "    questions:\n      - {ask: Q, right: Yes, wrong: [yes], plain: true}\n",
            "my.bodymap:10:38: the answer 'yes' stands here twice",
        ),
        (
            HEAD + STEP + "    questions:\n      - {ask: Q, right: R, plain: true}\n",
            "my.bodymap:10:9: a question has at least one wrong answer",
        ),
        (
            HEAD + STEP + "    questions:\n      - {ask: Q, right: R, wrong: [W]}\n",
            "my.bodymap:10:15: an answer needs a source: name 'references', or write 'plain: true' where no"
            " fact is asked",
        ),
        (HEAD + STEP + "    labels: some\n", "my.bodymap:9:13: 'labels' is 'some', not one of shown, hidden"),
        (HEAD + STEP + "    reveal: [liver]\n", "my.bodymap:9:14: a label is named like organ:liver"),
        ("title: T\n", "my.bodymap:1:1: this is no lesson: a lesson begins with 'bodymap: 1'"),
        ("- 1\n", "my.bodymap:1:1: this is no lesson: a lesson begins with 'bodymap: 1'"),
        (
            HEAD + "\tx: 1\n",
            "my.bodymap:5:1: this is not YAML: found a tab character that violates indentation",
        ),
    ],
)
def test_a_mistake_is_told_once_where_it_is(text: str, expected: str, known: Known) -> None:
    assert told(read(text, known)) == [expected]


def test_what_is_good_stays_beside_what_is_wrong() -> None:
    opened = read(HEAD + STEP.replace("minutes: 5", "minutes: five") + "    notes: mine\n")
    assert opened.lesson is not None
    assert opened.lesson.steps[0].notes == "mine"
    assert opened.lesson.steps[0].see.focus == Ref("organ", "liver")
    assert not opened.is_whole


def test_a_newer_file_opens_as_far_as_understood_and_loses_nothing() -> None:
    newer = (HEAD + STEP + "    music: {tune: [1, two]}\nreward: star\n").replace("bodymap: 1", "bodymap: 2")
    newer = newer.replace("organ:liver", "organ:liver, gravity: 0.5")
    opened = read(newer)
    assert told(opened) == []
    assert [(p.line, p.what.split("'")[1]) for p in opened.skipped] == [
        (7, "gravity"),
        (9, "music"),
        (10, "reward"),
    ]
    assert opened.lesson is not None
    again = text_of(opened.lesson)
    assert read(again).lesson == opened.lesson
    assert all(word in again for word in ("bodymap: 2", "gravity: 0.5", "tune", "reward: star"))


def test_a_misspelt_key_is_not_lost_on_saving() -> None:
    opened = read(HEAD + STEP + "    ntoes: long words of mine\n")
    assert opened.lesson is not None
    assert "ntoes: long words of mine" in text_of(opened.lesson)


texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=60)
awkward = st.sampled_from(
    ["no", "1e5", "0x1f", "~", "- a", "a: b", "a #b", "'", '"', "2024-01-01", " x ", "\n", ""]
)
words = st.one_of(texts, awkward)
states = st.builds(
    State,
    focus=st.sampled_from([Ref("organ", "liver"), Ref("signal", "no"), Ref("movement", "yoga")]),
    movement=st.sampled_from(["running", "yoga"]),
    mode=st.sampled_from(MODES),
    closeup=st.sampled_from([None, *CLOSEUPS]),
    layers=st.one_of(st.none(), st.lists(st.sampled_from(LAYERS), unique=True).map(tuple)),
    minute=st.one_of(st.none(), st.integers(0, 4320)),
    intensity=st.one_of(st.none(), st.floats(1, 100)),
    blocks=st.one_of(st.none(), st.just((Block("running", 540, 30), Block("yoga", 1, 2)))),
    measured=st.booleans(),
    camera=st.builds(Camera, *(st.floats(1, 8),) * 3),
)
questions = st.builds(
    Asked, ask=words, right=words, wrong=st.lists(words, max_size=3).map(tuple), plain=st.booleans()
)
steps = st.builds(
    Step,
    title=words,
    text=words,
    notes=words,
    minutes=st.one_of(st.none(), st.floats(0.1, 100)),
    references=st.lists(words, max_size=3).map(tuple),
    claim=st.one_of(st.none(), st.integers(1, 99)),
    theme=st.sampled_from([None, "day"]),
    see=states,
    questions=st.lists(questions, max_size=2).map(tuple),
    unknown=st.just((("later", json.dumps({"a": [1, "no", None]})),)),
)
lessons = st.builds(
    Lesson, title=words, author=words, minutes=st.floats(1, 90), steps=st.lists(steps, max_size=3).map(tuple)
)


@settings(max_examples=60, deadline=None)
@given(lessons)
def test_what_is_written_reads_back_the_same(lesson: Lesson) -> None:
    assert read(text_of(lesson)).lesson == lesson


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my.bodymap"
    first = Lesson(title="First", author="A", minutes=1.0, steps=(Step(title="One"),))
    save_lesson(path, first)
    monkeypatch.setattr(Path, "replace", _refuse)
    with pytest.raises(OSError, match="disk"):
        save_lesson(path, replace(first, title="Second"))
    monkeypatch.undo()
    assert open_lesson(path).lesson == first
    assert [p.name for p in tmp_path.iterdir()] == ["my.bodymap"]


def _refuse(*_: Any) -> Path:
    raise OSError("disk is full")


def test_every_field_of_a_state_is_kept_or_is_taste() -> None:
    assert {*FIELDS, *TASTE} == {f.name for f in fields(State)}


@pytest.mark.parametrize(
    ("hint", "value", "plain"),
    [
        (int | None, None, None),
        (float | None, 60.0, 60),
        (bool | None, False, False),
        (Literal["2h", "24h"], "24h", "24h"),
        (tuple[Block, ...] | None, (Block("running", 540, 30),), [["running", 540, 30]]),
        (Camera, Camera(2.0, 3.0, 4.0), [2, 3, 4]),
        (Ref | None, Ref("organ", "liver"), "organ:liver"),
    ],
)
def test_whatever_field_a_state_gains_can_be_kept(hint: Any, value: Any, plain: Any) -> None:
    assert plain_of(value) == plain
    assert value_of(hint, plain) == value


@pytest.mark.parametrize(
    ("hint", "plain"),
    [
        (int, True),
        (int, 1.5),
        (bool, 1),
        (Literal["2h", "24h"], ["2h"]),
        (tuple[Block, ...], [["running"]]),
        (tuple[Block, ...], {"a": 1}),
        (Ref, "liver"),
        (Ref, "tissue:liver"),
        (Camera, [1, 2, "x"]),
    ],
)
def test_what_fits_no_field_is_refused(hint: Any, plain: Any) -> None:
    with pytest.raises(MisfitError):
        value_of(hint, plain)


@pytest.mark.parametrize("path", sorted(shipped("data", "lessons").iterdir()), ids=lambda path: path.stem)
def test_no_damage_to_a_file_is_more_than_a_problem(path: Path, known: Known) -> None:
    text, rng = path.read_text("utf-8"), random.Random(path.name)
    junk = (
        "",
        ":",
        "- ",
        "[",
        "{",
        '"',
        "\t",
        "&a",
        "*a",
        "!!x ",
        "7",
        "null",
        "true",
        "\x00",
        "é",
        "see",
        "  ",
    )
    for _time in range(25):
        at = rng.randrange(len(text))
        broken = text[:at] + rng.choice(junk) + text[at + rng.choice((0, 1, 9, 80)) :]
        opened = read(broken, known)
        assert opened.lesson is not None or opened.problems
        if opened.lesson is not None:
            assert read(text_of(opened.lesson)).lesson == opened.lesson


def test_the_taste_of_the_onlooker_stays() -> None:
    step, misread = state_of({"focus": "organ:liver"})
    mine = State(theme="projector", text_size=200, calm=True)
    shown = shown_to(step, mine)
    assert misread == ()
    assert state_at(Step(see=step), mine) == shown
    assert state_at(Step(see=step, theme="day"), mine) == replace(shown, theme="day")
    assert (shown.focus, shown.theme, shown.text_size) == (Ref("organ", "liver"), "projector", 200)


def test_only_what_differs_is_written() -> None:
    assert seen(focused(State(), Ref("movement", "yoga"))) == {"focus": "movement:yoga"}
    assert seen(replace(State(), mode="both")) == {"focus": "movement:running", "mode": "both"}


def lesson_of(*titles: str) -> Lesson:
    return Lesson(title="T", author="A", minutes=5.0, steps=tuple(Step(title=t) for t in titles))


def titles(lesson: Lesson) -> str:
    return "".join(step.title for step in lesson.steps)


def test_steps_are_added_moved_doubled_changed_and_taken_away() -> None:
    lesson = lesson_of("a", "b", "c")
    assert titles(with_step(lesson, step_of(State(theme="day"), "x"), 1)) == "axbc"
    assert step_of(State(theme="day"), "x").see == State()
    assert titles(with_step_moved(lesson, 0, 2)) == "bca"
    assert titles(with_step_moved(lesson, 2, -5)) == "cab"
    assert titles(with_step_twice(lesson, 1)) == "abbc"
    assert titles(without_step(lesson, 1)) == "ac"
    assert titles(with_step_changed(lesson, 1, title="y")) == "ayc"
    for edit in (without_step, with_step_twice):
        assert edit(lesson, 7) == lesson


def test_undo_gives_back_every_lesson_and_redo_the_edits() -> None:
    stages = [lesson_of("a"), lesson_of("a", "b"), lesson_of("b")]
    draft = Draft(stages[0])
    for stage in (stages[1], stages[1], stages[2]):
        draft = draft.edited(stage)
    back = draft.undone().undone()
    assert [draft.lesson, draft.undone().lesson, back.lesson] == stages[::-1]
    assert back.undone() == back
    assert back.redone().redone() == draft
    assert back.edited(lesson_of("z")).redone().lesson == lesson_of("z")

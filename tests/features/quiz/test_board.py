"""The questions in the window, as a teacher, a class and a student use them: by keys, by mouse, and fast."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QWidget

from bodymap.atlas.records import Ref
from bodymap.features.quiz.model import KINDS, Question
from bodymap.features.quiz.page import LETTERS, page_of
from bodymap.features.quiz.setup import Setup
from bodymap.viewmodels.places import organ_leaves, ref_of_region
from tests.features.quiz.room import Class


def wrong(question: Question) -> tuple[int, ...]:
    """An answer that is not right."""
    return tuple(reversed(question.right)) if len(question.right) > 1 else ((question.right[0] + 1) % 2,)


def test_teams_play_ten_questions_by_keys_only(room: Class) -> None:
    """Three teams with buzzers: the third is always first, and wrong on every second question."""
    pilot = room.pilot
    room.begin(mode="teams", teams=3, way="buzzer", count=10, seed=5)
    assert len(room.questions) == 10
    for number, question in enumerate(room.questions):
        pilot.press(LETTERS[question.right[0]])
        assert room.told() == "", "nobody was first yet"
        pilot.press("3")
        if number % 2:
            room.press_letters(wrong(question))
            if question.form in ("order", "match"):
                pilot.press("Space")
            assert room.told() == ""
            pilot.press("3")
            pilot.press("1")
        room.press_letters(question.right)
        if question.form in ("order", "match"):
            pilot.press("PgDown")
        assert room.told() == question.right_words
        pilot.press(("PgDown", "Right", "Space", "N")[number % 4])
    ending = room.board.end.ending
    assert ending is not None
    assert room.board.end.isVisible()
    assert [(p.place, p.chip.name, p.chip.score) for p in ending.standing] == [
        (1, "Circles", 5),
        (1, "Squares", 5),
        (3, "Triangles", 0),
    ]


def test_a_student_tests_herself_by_the_mouse_only(room: Class) -> None:
    pilot, begin = room.pilot, room.board.begin.sheet
    alone, five = begin.mode.box_of("self").center(), begin.count.box_of("5").center()
    pilot.click_in(begin.mode, alone.toPoint())
    pilot.click_in(begin.count, five.toPoint())
    setup = room.board.begin.setup
    assert (setup.mode, setup.count) == ("self", 5)
    room.questions = setup.questions(room.bank)
    room.click(room.board.begin.start)
    for number, question in enumerate(room.questions):
        room.click_answer(wrong(question) if number == 1 else question.right)
        if question.form in ("order", "match"):
            room.click(room.round.onward)
        page = room.round.page
        assert page is not None
        assert page.verdict == ("Not right." if number == 1 else "Right.")
        assert page.why == question.why
        assert page.sources, "who says so"
        room.click(room.round.onward)
    ending = room.board.end.ending
    assert ending is not None
    assert ending.title == "4 of 5 right"
    assert [again.ask for again in ending.again] == [room.questions[1].ask]
    thing = next(t for t in ending.again[0].things if not t.address.startswith("claim"))
    pilot.follow_on_board(thing.address)
    assert pilot.board() == ""
    assert str(pilot.state.focus) == thing.address
    pilot.press("F10")
    assert room.board.end.isVisible(), "the report can be opened again"


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_each_kind_is_shown_and_can_be_answered(room: Class, by: str) -> None:
    for kind in KINDS:
        room.board.new_asked.emit()
        room.begin(mode="self", kinds=(kind,), count=3, seed=2)
        assert [q.kind for q in room.questions] == [kind] * 3
        for question in room.questions:
            words = [question.ask, *(c.words for c in (*question.left, *question.choices))]
            assert shown_words(room) == words
            (room.click_answer if by == "mouse" else room.press_letters)(question.right)
            if question.form in ("order", "match"):
                assert room.told() == ""
                room.pilot.press("Space")
            page = room.round.page
            assert page is not None
            assert (page.verdict, page.told) == ("Right.", question.right_words)
            room.pilot.press("Space")
        assert room.board.end.isVisible()


def shown_words(room: Class) -> list[str]:
    """What the widgets that are seen say."""
    sheet = room.round.sheet
    lefts = [left.left.words for left in sheet.lefts if left.isVisible()]
    rows = [row.row.words for row in sheet.rows if row.isVisible()]
    return [sheet.ask.text(), *lefts, *rows]


def test_rows_are_walked_with_arrows_and_chosen_with_enter(room: Class) -> None:
    room.begin(mode="self", kinds=("claim",), seed=1)
    room.pilot.press("Down")
    for _step in range(room.question.right[0]):
        room.pilot.press("Down")
    room.pilot.press("Return")
    page = room.round.page
    assert page is not None
    assert page.verdict == "Right."


def test_marked_organs_are_answered_on_the_body_and_others_are_none(room: Class) -> None:
    room.begin(mode="self", kinds=("organ", "source"), count=20, seed=4)
    body, done = room.pilot.window.body, 0
    while done < 4 and room.round.isVisible():
        question = room.question
        if question.form == "click":
            before = room.round.page
            body.label_chosen.emit(Ref("organ", "hypothalamus"))
            assert room.round.page == before
            assert "not among the marked organs" in room.pilot.said()
            assert {body.light_of(r) for r in room.pilot.lit()} == {"chosen"}
            room.pilot.click_at(spot_of(room, question.choices[question.right[0]].id))
            page = room.round.page
            assert page is not None
            assert page.verdict == "Right."
            assert "receiving" in {body.light_of(r) for r in room.pilot.lit()}
            done += 1
        room.pilot.press("Space")
        if not room.told():
            continue
        room.pilot.press("Space")
    assert done == 4
    assert room.pilot.state.focus == Ref("movement", "running"), "answering chooses nothing else"


@pytest.mark.parametrize("figure", ["male", "female"])
def test_each_marked_organ_is_hit_where_it_is_seen(room: Class, figure: str) -> None:
    room.pilot.opened.store.set(figure=figure)
    hit = set[str]()
    for seed in range(4):
        room.board.new_asked.emit()
        room.begin(mode="teacher", kinds=("organ", "source"), count=20, seed=seed)
        for question in room.questions:
            if question.form == "click":
                assert all(spot_of(room, choice.id) for choice in question.choices)
                hit.update(choice.id for choice in question.choices)
            room.pilot.press("Space")
            room.pilot.press("Space")
    assert len(hit) > 6


def spot_of(room: Class, thing: str) -> QPoint:
    """Where a click meets an organ that is not hidden under another."""
    body, reader = room.pilot.window.body, room.pilot.opened.wiring.reader
    organ = reader.atlas.organs[thing.removeprefix("organ:")]
    for leaf in organ_leaves(reader.anatomy, organ):
        spot = body.spot_of(leaf)
        over = body.regions_at(QPointF(spot)) if spot is not None else ()
        if (
            spot is not None
            and over
            and str(ref_of_region(reader.atlas, reader.anatomy, over[0])[0]) == thing
        ):
            return spot
    raise AssertionError(f"{thing} cannot be hit")


def test_tiny_organs_are_asked_by_name(room: Class) -> None:
    tiny = {f"organ:{o}" for o in ("hippocampus", "hypothalamus", "adrenal", "thymus")}
    seen = set[str]()
    for seed in range(6):
        room.board.new_asked.emit()
        room.begin(mode="teacher", kinds=("organ", "source"), count=20, seed=seed)
        for question in room.questions:
            found = tiny & {choice.id for choice in question.choices}
            page = room.round.page
            assert page is not None
            assert not found or "body" not in page.hint
            seen |= found
            room.pilot.press("Space")
            room.pilot.press("Space")
    assert seen == tiny


def test_esc_leaves_and_the_round_goes_on_later(room: Class) -> None:
    pilot = room.pilot
    room.begin(mode="teams", teams=2, count=5)
    pilot.press("Space")
    pilot.press("Space")
    page = room.round.page
    pilot.press("Esc")
    assert pilot.board() == ""
    assert "quadriceps-left" not in pilot.lit() or pilot.lit(), "the body is what it was"
    pilot.press("3")
    assert pilot.state.mode == "both", "keys mean what they meant"
    pilot.press("F10")
    assert room.round.page == page
    pilot.opened.wiring.actions["quiz-new"].trigger()
    assert room.board.begin.isVisible()
    room.click(room.board.begin.resume)
    assert room.round.page == page
    assert pilot.cut_off() == []


def test_searching_meanwhile_shows_what_is_found_and_the_round_waits(room: Class) -> None:
    room.begin(mode="teacher", count=5)
    room.pilot.look_at("signal:il6")
    assert room.pilot.board() == ""
    assert "Interleukin-6" in room.pilot.card_text()
    room.pilot.press("F10")
    assert room.round.isVisible()


KEYS = (
    *LETTERS,
    *"123456NP",
    "PgDown",
    "PgUp",
    "Left",
    "Right",
    "Up",
    "Down",
    "Space",
    "Return",
    "Backspace",
    "Del",
)


@pytest.mark.parametrize("mode", ["teacher", "teams", "self"])
def test_hammering_never_ends_in_a_dead_end(room: Class, mode: str) -> None:
    """Keys and clicks as fast as they come, with a seed; then going on leads to the end."""
    rng = random.Random(20)
    room.begin(mode=mode, teams=6, way="buzzer", count=10)
    for _blow in range(120):
        targets = [*room.round.sheet.rows, *room.round.sheet.lefts, *room.round.chips, room.round.onward]
        part = rng.choice([t for t in targets if t.isVisible()] or [room.board])
        if rng.random() < 0.3 and part is not room.board:
            room.click(part)
        else:
            room.pilot.press(rng.choice(KEYS))
        assert room.pilot.board() == "Ask the room"
        if room.board.begin.isVisible():
            room.begin(mode=mode, teams=6, way="buzzer", count=10)
    for _key in range(40):
        room.pilot.press("Space")
    assert room.board.end.isVisible()


def test_the_sheet_is_filled_in_with_the_keyboard(room: Class) -> None:
    pilot, begin = room.pilot, room.board.begin
    begin.sheet.mode.setFocus()
    pilot.press("Right")
    assert begin.setup.mode == "teams"
    begin.sheet.names[0].setFocus()
    pilot.type("Foxes")
    begin.sheet.seed.setFocus()
    begin.sheet.seed.selectAll()
    pilot.type("42")
    begin.sheet.kinds[0].setFocus()
    pilot.press("Space")
    assert (begin.setup.names[0], begin.setup.seed) == ("Foxes", 42)
    assert "organ" not in begin.setup.kinds
    pilot.press("Return")
    page = room.round.page
    assert page is not None
    assert page.teams[0].name == "Foxes"


def test_questions_of_the_lesson_that_is_open_can_be_left_out(room: Class) -> None:
    begin = room.board.begin
    assert not begin.sheet.own.isVisible()
    assert [c.value for c in begin.sheet.scope.choices] == ["all", "view"], "no lesson is open"
    begin.show_setup(begin.setup, "", 3, False)
    assert begin.sheet.own.accessibleName() == "3 from the lesson"
    assert begin.sheet.own.isChecked()
    room.click(begin.sheet.own)
    assert not begin.setup.with_own


def test_tab_walks_the_sheet_as_one_reads(room: Class) -> None:
    begin = room.board.begin
    begin.changed.emit(replace(begin.setup, mode="teams", teams=2))
    begin.sheet.mode.setFocus()
    found: list[QWidget] = [begin.sheet.mode]
    while found[-1] is not begin.start and len(found) < 40:
        room.pilot.press("Tab")
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
    assert found[-1] is begin.start
    places = [part.mapTo(begin.sheet, part.rect().topLeft()) for part in found[:-1]]
    assert places == sorted(places, key=lambda place: (place.y(), place.x()))
    assert {begin.sheet.seed, begin.sheet.scope, begin.sheet.another, *begin.sheet.names[:2]} <= set(found)


def test_capital_letters_answer_too(room: Class) -> None:
    room.begin(kinds=("claim",), mode="self")
    room.pilot.press("Shift+B")
    page = room.round.page
    assert page is not None
    assert page.rows[1].mark


def test_a_round_of_nothing_cannot_be_started(room: Class) -> None:
    begin = room.board.begin
    begin.changed.emit(replace(begin.setup, kinds=()))
    assert not begin.start.isEnabled()
    assert "choose more kinds" in begin.note.text()
    room.pilot.press("Return")
    assert begin.isVisible()


def test_what_is_shown_is_the_page_of_the_round(room: Class) -> None:
    """The widgets show what the pure value says, key by key."""
    room.begin(mode="teams", teams=2, count=5, seed=9)
    sitting = room.board.begin.setup.begun(room.questions)
    assert isinstance(room.board.begin.setup, Setup)
    for key in "AABBCC":
        sitting = sitting.lettered(LETTERS.index(key))
        room.pilot.press(key)
        assert room.round.page == page_of(room.bank.atlas, sitting)
        sitting = sitting.forward()
        room.pilot.press("Space")
        assert room.round.page == page_of(room.bank.atlas, sitting)

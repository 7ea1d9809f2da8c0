from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bodymap.atlas.records import Ref
from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.editing import step_of, with_step, with_step_changed
from bodymap.features.lessons.keeping import left_in
from bodymap.features.lessons.model import Lesson
from bodymap.features.lessons.reading import open_lesson
from bodymap.features.lessons.writing import save_lesson
from bodymap.loading.shipped import shipped
from bodymap.state import State
from tests.features.lessons.house import SmallHouse

LIVER = replace(State(), focus=Ref("organ", "liver"), lens="organ")
HEART = replace(State(), focus=Ref("organ", "heart"), lens="organ", mode="sedentary")
TWO = Lesson(
    title="Two views", author="A teacher", minutes=4, steps=(step_of(LIVER, "Liver"), step_of(HEART, "Heart"))
)


@pytest.fixture
def house() -> SmallHouse:
    return SmallHouse()


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(house: SmallHouse, drafts: Path) -> Iterator[Desk]:
    yield Desk(house, None, drafts)


def other(house: SmallHouse, drafts: Path) -> Desk:
    """The desk of a next start."""
    return Desk(house, None, drafts)


def test_a_step_is_shown_as_one_step_of_the_windows_undo(desk: Desk, house: SmallHouse) -> None:
    desk.begin(TWO)
    desk.go(1)
    assert (house.store.state.focus, house.store.state.mode) == (HEART.focus, "sedentary")
    house.store.undo()
    assert house.store.state.focus == State().focus
    desk.go(9)
    assert desk.at == 1, "as near as there is one"
    desk.go(-3)
    assert desk.at == 0


def test_the_taste_of_whoever_looks_comes_back_after_a_step_with_a_theme(
    desk: Desk, house: SmallHouse
) -> None:
    house.store.set(theme="day", text_size=150)
    desk.begin(with_step_changed(TWO, 0, theme="projector"))
    desk.go(0)
    assert house.store.state.theme == "projector"
    desk.go(1)
    assert (house.store.state.theme, house.store.state.text_size) == ("day", 150)


def test_the_card_speaks_at_the_level_of_the_lesson(desk: Desk, house: SmallHouse) -> None:
    desk.begin(replace(TWO, level="university"))
    desk.go(0)
    assert house.store.state.level == "university"


def test_edits_in_a_row_of_one_field_are_undone_together(desk: Desk) -> None:
    desk.begin(TWO)
    for words in ("L", "Li", "Liv"):
        desk.apply(replace(TWO, title=words), gesture="title")
    desk.apply(replace(TWO, title="Liv", about="x"), gesture="about")
    desk.undo()
    assert desk.lesson is not None
    assert desk.lesson.title == "Liv"
    desk.undo()
    assert desk.lesson == TWO
    desk.redo()
    desk.redo()
    assert desk.lesson.about == "x"


def test_a_lesson_without_a_file_is_kept_as_a_draft_that_no_other_window_takes(
    desk: Desk, house: SmallHouse, drafts: Path
) -> None:
    desk.begin()
    desk.apply(TWO)
    desk.go(1)
    assert desk.where_kept == "soon"
    desk.apply(replace(TWO, about="unfinished wor"), 1)
    desk.keep_now()
    assert desk.where_kept == "draft"
    later = other(house, drafts)
    assert [left.title for left in left_in(drafts)] == ["Two views"]
    assert later.drafts() == (), "a window still works on it"


def test_another_lesson_leaves_the_draft_and_it_can_be_gone_on_with(desk: Desk, house: SmallHouse) -> None:
    desk.begin()
    desk.apply(TWO, 1)
    desk.begin()
    (left,) = desk.drafts()
    assert (left.title, left.of, left.at) == ("Two views", None, 1)
    assert desk.bring_back(left)
    assert (desk.lesson, desk.at, house.store.state.focus) == (TWO, 1, HEART.focus)
    assert desk.drafts() == ()


def test_saving_ends_the_draft_and_later_edits_go_into_the_file(
    desk: Desk, drafts: Path, tmp_path: Path
) -> None:
    desk.begin()
    desk.apply(TWO)
    desk.keep_now()
    path = tmp_path / "two.bodymap"
    desk.save(path)
    assert left_in(drafts) == ()
    assert open_lesson(path).lesson == TWO
    desk.apply(replace(TWO, about="more"))
    desk.keep_now()
    assert desk.where_kept == "file"
    assert open_lesson(path).lesson == replace(TWO, about="more")
    assert desk.recent() == (path,)


def test_a_ready_lesson_stays_as_it_is_and_an_edit_makes_a_copy(desk: Desk, drafts: Path) -> None:
    path = shipped("data", "lessons", "1-muscle.bodymap")
    before = path.read_bytes()
    desk.open(path)
    assert desk.is_ready
    assert desk.lesson is not None
    desk.apply(replace(desk.lesson, title="Mine"))
    desk.keep_now()
    assert (desk.path, desk.where_kept) == (None, "draft")
    with pytest.raises(PermissionError):
        desk.save(path)
    assert path.read_bytes() == before
    assert [left.title for left in left_in(drafts)] == ["Mine"]


def test_a_link_to_a_ready_lesson_is_no_way_round(desk: Desk, tmp_path: Path) -> None:
    link = tmp_path / "mine.bodymap"
    try:
        link.symlink_to(shipped("data", "lessons", "1-muscle.bodymap"))
    except OSError:
        pytest.skip("this system lets nobody link")
    desk.open(link)
    assert desk.is_ready


def test_comments_of_a_file_are_not_lost_without_being_asked(
    desk: Desk, house: SmallHouse, drafts: Path, tmp_path: Path
) -> None:
    path = tmp_path / "two.bodymap"
    save_lesson(path, TWO)
    written = "# by hand\n" + path.read_text(encoding="utf-8")
    path.write_text(written, encoding="utf-8")
    desk.open(path)
    desk.apply(replace(TWO, about="more"))
    desk.keep_now()
    assert path.read_text(encoding="utf-8") == written
    assert [left.of for left in left_in(drafts)] == [path]
    desk.save(path)
    assert (tmp_path / "two.bodymap~").read_text(encoding="utf-8") == written
    assert "two.bodymap~" in house.said[-1]
    assert open_lesson(path).lesson == replace(TWO, about="more")


def test_what_another_program_wrote_meanwhile_is_not_written_over(
    desk: Desk, house: SmallHouse, tmp_path: Path
) -> None:
    path = tmp_path / "two.bodymap"
    save_lesson(path, TWO)
    desk.open(path)
    save_lesson(path, replace(TWO, about="theirs"))
    desk.apply(replace(TWO, about="mine"))
    desk.keep_now()
    assert open_lesson(path).lesson == replace(TWO, about="theirs")
    assert "changed by another program" in house.said[-1]
    assert desk.where_kept == "draft"


def test_a_stick_that_is_pulled_out_loses_nothing(
    desk: Desk, house: SmallHouse, drafts: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "two.bodymap"
    desk.begin()
    desk.apply(TWO)
    desk.save(path)
    shutil.move(stick, tmp_path / "pulled")
    desk.apply(replace(TWO, about="one"))
    desk.keep_now()
    assert desk.where_kept == "draft"
    assert "cannot be written" in house.said[-1]
    shutil.move(tmp_path / "pulled", stick)
    desk.apply(replace(TWO, about="two"))
    desk.keep_now()
    assert desk.where_kept == "file"
    assert open_lesson(path).lesson == replace(TWO, about="two")
    assert left_in(drafts) == ()


NEWER = """bodymap: 99
title: Later
author: A teacher
minutes: 2
sound: loud
steps:
  - title: Only one
    see: {focus: organ:liver, smell: strong}
    minutes: 2
"""


def test_a_newer_file_says_what_it_skips_and_keeps_it(desk: Desk, house: SmallHouse, tmp_path: Path) -> None:
    path = tmp_path / "later.bodymap"
    path.write_text(NEWER, encoding="utf-8")
    assert desk.open(path)
    assert "newer" in house.listed[0]
    assert any("'sound'" in line for line in house.listed)
    assert any("8" in line.split(":")[1] and "'smell'" in line for line in house.listed[1:])
    assert desk.lesson is not None
    desk.apply(replace(desk.lesson, about="edited"))
    desk.keep_now()
    text = path.read_text(encoding="utf-8")
    assert "sound: loud" in text
    assert "smell: strong" in text
    assert "bodymap: 99" in text


def test_what_is_no_lesson_leaves_the_open_one(desk: Desk, house: SmallHouse, tmp_path: Path) -> None:
    desk.begin(TWO)
    path = tmp_path / "no.bodymap"
    path.write_text("just words", encoding="utf-8")
    assert not desk.open(path)
    assert desk.lesson == TWO
    assert "no.bodymap cannot be opened" in house.listed[0]
    assert not desk.open(tmp_path / "missing.bodymap")


def test_a_file_with_mistakes_is_not_written_by_itself(desk: Desk, tmp_path: Path) -> None:
    """What was not understood would be gone from it."""
    path = tmp_path / "two.bodymap"
    save_lesson(path, TWO)
    text = path.read_text(encoding="utf-8").replace("minutes: 4", "minutes: four")
    path.write_text(text, encoding="utf-8")
    desk.open(path)
    assert desk.lesson is not None
    desk.apply(with_step(desk.lesson, step_of(LIVER, "Third")))
    desk.keep_now()
    assert path.read_text(encoding="utf-8") == text


def test_what_is_saved_elsewhere_is_shown_and_the_window_looks_where_it_looked(
    desk: Desk, house: SmallHouse, tmp_path: Path
) -> None:
    path = tmp_path / "my.bodymap"
    save_lesson(path, TWO)
    desk.open(path)
    desk.go(1)
    house.store.focus(Ref("organ", "liver"))
    told: list[str] = []
    desk.changed.connect(lambda: told.append(desk.step.title if desk.step else ""))
    desk.read_again()
    assert told == []
    save_lesson(path, with_step_changed(TWO, 1, title="The heart"))
    desk.read_again()
    assert told == ["The heart"]
    assert house.store.state.focus == Ref("organ", "liver")
    save_lesson(path, with_step_changed(TWO, 1, see=replace(HEART, view="back")))
    desk.read_again()
    assert house.store.state.view == "back"
    path.write_text("nothing", "utf-8")
    desk.read_again()
    desk.read_again()
    assert house.listed[0] == "my.bodymap cannot be opened as a lesson"
    assert desk.lesson is not None
    save_lesson(path, replace(TWO, steps=TWO.steps[:1]))
    desk.read_again()
    assert (desk.at, house.listed) == (0, [""])


def test_what_is_saved_elsewhere_waits_behind_an_edit(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "my.bodymap"
    save_lesson(path, TWO)
    desk.open(path)
    desk.apply(with_step_changed(TWO, 0, title="Mine"))
    save_lesson(path, with_step_changed(TWO, 0, title="Theirs"))
    desk.read_again()
    desk.keep_now()
    assert desk.lesson is not None
    assert desk.lesson.steps[0].title == "Mine"
    assert open_lesson(path).lesson == with_step_changed(TWO, 0, title="Theirs")


def test_a_draft_that_is_thrown_away_is_gone(desk: Desk, drafts: Path) -> None:
    desk.begin()
    desk.apply(TWO)
    desk.keep_now()
    desk.discard()
    assert left_in(drafts) == ()
    assert desk.lesson is None


def test_problems_have_the_line_of_the_file_that_would_be_saved(desk: Desk, tmp_path: Path) -> None:
    desk.begin(with_step_changed(TWO, 1, text="The liver is large."))
    (first, *_rest) = [p for p in desk.problems() if "source" in p.what]
    assert first.line == 0, "it is in no file"
    assert first.what == ("Step 2: what is said needs a source: add one, or press “The text states no fact”")
    desk.save(tmp_path / "two.bodymap")
    (first, *_rest) = [p for p in desk.problems() if "source" in p.what]
    assert first.what.startswith("Step 2: ")
    assert first.line > 1
    assert first.column > 1

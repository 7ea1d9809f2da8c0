"""What the board says and reads, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref, Reference
from bodymap.features.lessons.card_sources import source_choices
from bodymap.features.lessons.editing import view_of, with_question, with_question_changed, without_question
from bodymap.features.lessons.keeping import draft_bytes, left_in
from bodymap.features.lessons.making import (
    Offer,
    claim_of,
    file_name,
    found_in,
    ids_of,
    letters_words,
    minutes_of,
    plan_words,
    reveal_words,
    sources_words,
)
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.recent import recent_files, remember_file
from bodymap.features.lessons.shelf import title_in
from bodymap.features.lessons.shelf_rows import shelf_rows
from bodymap.state import State
from bodymap.viewmodels.card_values import Card, EffectRow, Section, Source
from bodymap.viewmodels.citations import citation, short


@pytest.mark.parametrize(
    ("typed", "minutes"), [("2", 2), (" 2,5 ", 2.5), ("", None), ("two", None), ("-1", None), ("nan", None)]
)
def test_minutes_are_read_with_point_or_comma(typed: str, minutes: float | None) -> None:
    found, wrong = minutes_of(typed)
    assert found == minutes
    assert bool(wrong) == (minutes is None and typed != "")


def test_a_sentence_is_named_by_its_number() -> None:
    assert claim_of(" 12 ") == (12, "")
    assert claim_of("twelve")[1]
    assert claim_of("²")[1]


def test_ids_stand_between_commas_or_spaces_each_once() -> None:
    assert ids_of("one, two  one;three") == ("one", "two", "three")


def test_a_long_text_is_said_to_be_long() -> None:
    assert letters_words("a" * 150) == "150 letters"
    assert "back row" in letters_words("a" * 151)
    assert letters_words("  ") == ""


def test_minutes_are_added_up_against_the_plan() -> None:
    steps = (Step(minutes=2), Step(minutes=0.5), Step())
    assert plan_words(Lesson(steps=steps, minutes=5)) == "3 steps, 2.5 of 5 min planned"
    assert plan_words(Lesson(steps=steps)) == "3 steps, 2.5 min"


def test_a_file_is_named_after_its_lesson_in_letters_that_every_system_takes() -> None:
    assert file_name("Fat: sugar / “diabetes”?") == "fat-sugar-diabetes"
    assert file_name("…") == "lesson"


def effect(title: str, *numbers: int) -> EffectRow:
    return EffectRow(
        "increases", "rises", title, None, "", "", "", "high", "", "", numbers, "receiving", claim=None
    )


def card_of(references: Sequence[Reference], *rows: EffectRow) -> Card:
    sources = tuple(Source(n, short(r), citation(r), None) for n, r in enumerate(references, 1))
    about = Ref("organ", "liver")
    return Card(about, "", "Liver", "", "receiving", "", (Section("Signals", "", rows),), (), sources)


def test_only_verified_sources_of_the_card_are_offered(atlas: Atlas) -> None:
    good = [r for r in atlas.references.values() if r.verified and not r.retracted]
    bad = [r for r in atlas.references.values() if not r.verified or r.retracted]
    found = source_choices(card_of((*good, *bad)), atlas, 6)
    assert [choice.id for choice in found] == [r.id for r in good]
    assert "nobody2020 is no reference" in sources_words(["nobody2020"], atlas)


def test_sources_stand_in_the_order_of_the_rows_with_number_and_what_they_support(atlas: Atlas) -> None:
    one, two = [r for r in atlas.references.values() if r.verified and not r.retracted][:2]
    card = card_of((one, two), effect("Irisin", 2), effect("IL-6", 1, 2))
    found = source_choices(card, atlas, 1)
    assert [(choice.id, choice.seen) for choice in found] == [(two.id, True), (one.id, False)]
    assert found[0].words == f"[2] Irisin, rises: {short(two)}"


def test_sources_that_would_read_the_same_say_their_titles(atlas: Atlas) -> None:
    one = next(r for r in atlas.references.values() if r.verified and not r.retracted)
    two = replace(one, id="twin", title="Another title", doi="10.1/twin")
    both = replace(atlas, references={one.id: one, two.id: two})
    words = [choice.words for choice in source_choices(card_of((one, two)), both, 6)]
    assert len(set(words)) == 2
    assert words[1] == f"[2] {short(one)}, “Another title”"


def test_questions_are_added_changed_and_deleted() -> None:
    lesson = with_question(Lesson(steps=(Step(title="One"),)), 0, Asked(ask="What?"))
    lesson = with_question_changed(lesson, 0, 0, right="That")
    assert lesson.steps[0].questions == (Asked(ask="What?", right="That"),)
    assert with_question_changed(lesson, 0, 3, right="x") == lesson
    assert without_question(lesson, 0, 0).steps == (Step(title="One"),)
    assert without_question(lesson, 4, 0) == lesson


def test_a_view_at_the_level_of_its_lesson_follows_the_lesson() -> None:
    state = replace(State(), level="university")
    assert view_of(state, Lesson(level="university")).level == "school"
    assert view_of(state, Lesson(level="school")).level == "university"


def test_drafts_are_listed_by_their_first_line_whatever_stands_there(tmp_path: Path) -> None:
    lesson = Lesson(title="Ünsaved")
    (tmp_path / "a.bodymap").write_bytes(draft_bytes(lesson, tmp_path / "mine.bodymap", 3))
    (tmp_path / "b.bodymap").write_bytes(b'# draft ["no", "group"]\n')
    (tmp_path / "c.bodymap").write_bytes(b"\xff\xfe nothing")
    (tmp_path / "d.bodymap").mkdir()
    found = {left.path.name: left for left in left_in(tmp_path)}
    assert sorted(found) == ["a.bodymap", "b.bodymap", "c.bodymap"]
    assert found["a.bodymap"][1:] == ("Ünsaved", tmp_path / "mine.bodymap", 3)
    assert found["b.bodymap"][1:] == ("", None, 0)
    assert left_in(tmp_path / "nowhere") == ()


def test_recent_files_are_few_each_once_and_there(tmp_path: Path) -> None:
    kept = tmp_path / "data" / "recent.json"
    paths = [tmp_path / f"{n}.bodymap" for n in range(10)]
    for path in (*paths, paths[5]):
        path.touch()
        remember_file(kept, path)
    assert recent_files(kept)[0] == paths[5]
    assert len(recent_files(kept)) == len(set(recent_files(kept))) == 8
    paths[5].unlink()
    assert paths[5] not in recent_files(kept)
    kept.write_text("{", encoding="utf-8")
    assert recent_files(kept) == ()


def test_what_was_opened_last_is_called_by_its_title(tmp_path: Path) -> None:
    file, odd = tmp_path / "l1.bodymap", tmp_path / "odd.bodymap"
    file.write_text("bodymap: 1\ntitle: Why the liver answers\n", encoding="utf-8")
    odd.write_text("[", encoding="utf-8")
    rows = shelf_rows((), [(path, title_in(path)) for path in (file, odd)], ())
    assert [row.title for row in rows[1:]] == ["Why the liver answers", "odd"]
    assert rows[1].detail == str(file)


def test_an_empty_shelf_has_no_headings() -> None:
    assert shelf_rows((), (), ()) == ()


def test_what_is_revealed_first_is_said_by_name_and_what_has_no_label_too() -> None:
    step = Step(labels="hidden", reveal=("organ:liver", "organ:livr"))
    assert reveal_words(step, {"organ:liver": "Liver"}) == "1 Liver · 2 organ:livr has no label here"


def test_offers_are_found_by_all_words_of_them() -> None:
    liver, heart = Offer("organ:liver", "Liver", "stores sugar"), Offer("organ:heart", "Heart", "pumps")
    assert found_in((liver, heart), "") == (liver, heart)
    assert found_in((liver, heart), "SUGAR liv") == (liver,)
    assert found_in((liver, heart), "sugar heart") == ()

"""What the search offers besides what is known."""

from __future__ import annotations

from tests.pilot import Pilot


def test_functions_are_found_by_their_names_and_done(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type("matrix")
    assert "Evidence matrix" in pilot.found()
    pilot.press("Esc")
    pilot.press("Ctrl+K")
    pilot.type("over weeks")
    assert pilot.found() == ["Over weeks …"]
    pilot.press("Return")
    assert pilot.open_sheet() == "Over weeks"


def test_a_greyed_function_says_why(pilot: Pilot) -> None:
    pilot.press("Ctrl+K")
    pilot.type("Save lesson")
    assert pilot.found()[0] == "Save lesson"
    pilot.press("Return")
    assert "no lesson is open" in pilot.said()


def test_lessons_are_read_at_the_first_search_and_opened_from_it(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type("Brain and mem")
    pilot.wait(lambda: pilot.found() == ["Brain and memory"])
    pilot.press("Return")
    assert pilot.board() == "Lesson"


def test_why_every_day_leads_to_the_week_and_to_the_small_doses(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type("every day")
    lessons = {"Why every day: one week", "Why every day: walk, snack, stretch"}
    pilot.wait(lambda: lessons <= set(pilot.found()))
    pilot.press("Esc")
    pilot.press("Ctrl+K")
    pilot.type("why every day")
    assert pilot.found() == ["Why every day: one week", "Why every day: walk, snack, stretch"]


def test_days_lessons_and_functions_have_headings(pilot: Pilot) -> None:
    pilot.settle()
    pilot.press("Ctrl+K")
    pilot.type("brain")
    pilot.wait(lambda: "Brain and memory" in pilot.found())
    find = pilot.opened.wiring.find
    assert find is not None
    heads = [head for n in range(len(find.hits)) if (head := find.head(n))]
    assert heads[:2] == ["Names", "Lessons"]
    assert len(heads) == len(set(heads))
    pilot.press("Esc")
    pilot.press("Ctrl+K")
    pilot.type("irisin")
    assert not any(find.head(n) for n in range(len(find.hits)))

"""The store: one state, its history, and who is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from shiboken6 import delete

from bodymap.atlas.records import Ref
from bodymap.state import WHOLE_FIGURE, Camera, State
from bodymap.store import Store

pytestmark = pytest.mark.usefixtures("qapp")

LIVER, BRAIN, IL6 = Ref("organ", "liver"), Ref("organ", "brain"), Ref("signal", "il6")
CYCLING = Ref("movement", "cycling")


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store()
    yield made
    made.deleteLater()


def test_it_opens_alive_on_running(store: Store) -> None:
    assert store.state.focus == Ref("movement", "running")
    assert not (store.can_undo or store.can_redo or store.can_go_back or store.can_go_forward)


def test_a_movement_becomes_the_context_and_stays_it(store: Store) -> None:
    store.focus(CYCLING)
    store.focus(LIVER)
    assert (store.state.focus, store.state.movement, store.state.lens) == (LIVER, "cycling", "organ")


def test_a_signal_keeps_the_lens(store: Store) -> None:
    store.focus(LIVER)
    store.focus(IL6)
    assert store.state.lens == "organ"


def test_undo_and_redo_step_through_choices(store: Store) -> None:
    store.focus(LIVER)
    store.set(mode="sedentary")
    store.undo()
    assert (store.state.focus, store.state.mode) == (LIVER, "exercise")
    store.undo()
    assert store.state == State()
    store.redo()
    store.redo()
    assert (store.state.focus, store.state.mode) == (LIVER, "sedentary")
    assert not store.can_redo


def test_a_new_choice_after_undo_forgets_what_was_undone(store: Store) -> None:
    store.focus(LIVER)
    store.undo()
    store.focus(BRAIN)
    assert not store.can_redo
    store.undo()
    assert store.state == State()


def test_taste_and_pointer_are_no_steps_and_survive_undo(store: Store) -> None:
    store.focus(LIVER)
    store.set(theme="day", text_size=150, hover=BRAIN)
    store.undo()
    assert (store.state.theme, store.state.text_size) == ("day", 150)
    assert not store.can_undo


def test_back_goes_to_the_card_before_as_it_was_left(store: Store) -> None:
    store.focus(LIVER)
    store.set(mode="both")
    store.focus(BRAIN)
    store.set(level="university")
    store.back()
    assert (store.state.focus, store.state.mode, store.state.level) == (LIVER, "both", "school")
    store.back()
    assert store.state.focus == Ref("movement", "running")
    store.forward()
    store.forward()
    assert store.state.focus == BRAIN
    assert not store.can_go_forward


def test_reset_keeps_taste_and_can_be_undone(store: Store) -> None:
    store.focus(LIVER)
    store.set(theme="projector", text_size=200, level="university", figure="female", mode="both")
    store.reset()
    assert store.state == State(theme="projector", text_size=200, level="university", figure="female")
    store.undo()
    assert store.state.focus == LIVER


def test_a_view_is_told_once_and_only_of_differences(store: Store) -> None:
    owner, seen = QObject(), []
    store.watch(owner, lambda state: state.focus.kind, seen.append)
    store.focus(LIVER)
    store.focus(BRAIN)
    store.set(theme="day")
    store.focus(CYCLING)
    assert seen == ["movement", "organ", "movement"]


def test_a_view_that_is_gone_is_told_no_more(store: Store) -> None:
    owner, seen = QObject(), []
    store.watch(owner, lambda state: state.focus, seen.append)
    delete(owner)
    store.focus(LIVER)
    assert len(seen) == 1


def test_a_view_may_not_steer(store: Store) -> None:
    owner, refused = QObject(), []

    def show(focus: Ref) -> None:
        if focus == LIVER:
            try:
                store.focus(BRAIN)
            except RuntimeError as problem:
                refused.append(str(problem))

    store.watch(owner, lambda state: state.focus, show)
    store.focus(LIVER)
    assert len(refused) == 1
    assert "while it was being shown" in refused[0]
    assert store.state.focus == LIVER
    store.focus(BRAIN)
    assert store.state.focus == BRAIN


def test_the_same_state_tells_nobody(store: Store) -> None:
    seen: list[State] = []
    store.changed.connect(seen.append)
    store.put(store.state)
    assert seen == []


@given(st.lists(st.sampled_from(["liver", "brain", "undo", "redo", "back", "forward", "mode", "reset"])))
def test_undoing_everything_always_leads_to_the_beginning(deeds: list[str]) -> None:
    store = Store()
    for deed in deeds:
        if deed in ("liver", "brain"):
            store.focus(Ref("organ", deed))
        elif deed == "mode":
            store.set(mode="both" if store.state.mode == "exercise" else "exercise")
        else:
            getattr(store, deed)()
    while store.can_undo:
        store.undo()
    assert store.state == State()


def test_another_movement_has_its_usual_dose_and_is_seen_at_its_end(store: Store) -> None:
    store.set(intensity=80.0, minutes=45, minute=12)
    store.focus(LIVER)
    assert (store.state.intensity, store.state.minutes, store.state.minute) == (80.0, 45, 12)
    store.focus(CYCLING)
    assert (store.state.intensity, store.state.minutes, store.state.minute) == (None, None, None)


def test_what_is_dragged_is_undone_in_one_step(store: Store) -> None:
    store.focus(LIVER)
    for minutes in (31, 40, 55):
        store.drag("minutes", minutes=minutes)
    for intensity in (71.0, 75.0):
        store.drag("intensity", intensity=intensity)
    store.undo()
    assert (store.state.minutes, store.state.intensity) == (55, None)
    store.undo()
    assert (store.state.minutes, store.state.focus) == (None, LIVER)
    store.redo()
    assert store.state.minutes == 55


def test_a_gesture_that_begins_anew_is_a_step_of_its_own(store: Store) -> None:
    store.drag("minutes", minutes=40)
    store.release()
    store.drag("minutes", minutes=50)
    store.undo()
    assert store.state.minutes == 40


def test_time_that_passes_is_no_step(store: Store) -> None:
    for minute in range(5):
        store.set(minute=minute)
    assert not store.can_undo


RESTS = {"sitting"}


def test_sitting_is_never_called_exercise() -> None:
    store = Store(State(movement="cycling"), RESTS)
    store.focus(Ref("movement", "sitting"))
    assert (store.state.mode, store.state.movement) == ("sedentary", "cycling")
    store.focus(Ref("organ", "liver"))
    assert store.state.mode == "sedentary"
    store.focus(Ref("movement", "sitting"))
    store.set(mode="exercise")
    assert (store.state.mode, str(store.state.focus)) == ("exercise", "movement:cycling")


def test_a_session_that_began_sitting_begins_sedentary() -> None:
    store = Store(State(focus=Ref("movement", "sitting"), movement="sitting"), RESTS)
    assert (store.state.mode, store.state.movement) == ("sedentary", "running")


def test_a_refresh_shows_what_is_derived_anew_and_is_no_step() -> None:
    store, known, seen = Store(), ["old"], list[str]()
    owner = QObject()
    store.watch(owner, lambda _state: known[0], seen.append)
    store.refresh()
    known[0] = "new"
    store.refresh()
    assert seen == ["old", "new"]
    assert not store.can_undo


def test_another_close_up_is_seen_as_a_whole(store: Store) -> None:
    near = Camera(3, 200, 500)
    store.set(camera=near)
    store.focus(LIVER)
    assert store.state.camera == near
    for closeup in ("brain", "bone", None):
        store.set(closeup=closeup)
        assert store.state.camera == WHOLE_FIGURE
        store.set(camera=near)
    store.undo()
    assert (store.state.closeup, store.state.camera) == ("bone", WHOLE_FIGURE)


def test_whoever_names_a_camera_keeps_it(store: Store) -> None:
    near = Camera(3, 200, 500)
    store.set(closeup="brain", camera=near)
    assert store.state.camera == near
    store.put(State(closeup="bone", camera=Camera(2)))
    assert store.state.camera == Camera(2)

"""What a key makes of a presentation, from any state that keys can lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.features.lessons.presenting.show import (
    Do,
    Seen,
    Show,
    Wish,
    begun,
    closed_in,
    explored,
    settled,
    wished,
)
from bodymap.state import Camera, State

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
BEATS = st.lists(st.integers(1, 5), min_size=1, max_size=9)
WISHES = st.lists(st.builds(Wish, st.sampled_from(get_args(Do)), st.integers(0, 9)), max_size=60)


def reached(beats: list[int], wishes: list[Wish], looks: bool = False) -> Show:
    show = begun(0, beats)
    for number, wish in enumerate(wishes):
        if looks and number % 7 == 3:
            show = explored(show, State())
        show = wished(show, wish, beats)
    return show


def told(show: Show, *wishes: str, beats: list[int]) -> Show:
    for wish in wishes:
        show = wished(show, Wish(wish), beats)  # type: ignore[arg-type]
    return show


@patient
@given(BEATS, WISHES, st.booleans())
def test_it_is_always_at_a_place_that_there_is(beats: list[int], wishes: list[Wish], looks: bool) -> None:
    show = reached(beats, wishes, looks)
    for seen in (show.now, show.shown):
        assert 0 <= seen.at < len(beats)
        assert 0 <= seen.beat < beats[seen.at]
    assert len(show.digits) <= 3


@patient
@given(BEATS, WISHES, st.booleans(), st.integers(1, 6))
def test_a_remote_that_alternates_f5_and_esc_loses_nothing(
    beats: list[int], wishes: list[Wish], looks: bool, times: int
) -> None:
    show = reached(beats, wishes, looks)
    back = told(show, *("leave", "start") * times, beats=beats)
    assert back == replace(show, on=True, digits="", light=False)


@patient
@given(BEATS, WISHES)
def test_f5_while_presenting_is_harmless(beats: list[int], wishes: list[Wish]) -> None:
    show = replace(reached(beats, wishes), on=True)
    assert told(show, "start", beats=beats) == show


@patient
@given(BEATS, WISHES)
def test_nothing_is_heard_after_leaving_but_the_start(beats: list[int], wishes: list[Wish]) -> None:
    show = told(reached(beats, wishes), "leave", beats=beats)
    for do in get_args(Do):
        if do != "start":
            assert told(show, do, beats=beats) == show


@patient
@given(BEATS, WISHES, st.booleans())
def test_enough_next_come_to_the_end_and_as_many_back_to_the_start(
    beats: list[int], wishes: list[Wish], looks: bool
) -> None:
    show = replace(reached(beats, wishes, looks), on=True)
    most = sum(beats) + 2  # black and a look round cost one more each
    end = told(show, *["next"] * most, beats=beats)
    assert end.now == Seen(len(beats) - 1, beats[-1] - 1, camera=end.now.camera)
    start = told(end, *["previous"] * most, beats=beats)
    assert (start.now.at, start.now.beat) == (0, 0)


@patient
@given(BEATS, WISHES, st.booleans())
def test_next_and_previous_undo_each_other_between_the_ends(
    beats: list[int], wishes: list[Wish], looks: bool
) -> None:
    show = replace(reached(beats, wishes, looks), on=True, blank="")
    show = explored(show, None)
    there = told(show, "next", beats=beats)
    if there.now != show.now:
        assert told(there, "previous", beats=beats).now == show.now._replace(camera=None) or there.now.camera


@patient
@given(BEATS, WISHES, st.sampled_from(["black", "white", "freeze", "notes", "far", "keep", "pen", "pointer"]))
def test_what_is_switched_twice_is_as_before(beats: list[int], wishes: list[Wish], do: str) -> None:
    show = replace(reached(beats, wishes), on=True, digits="", frozen=None)
    other = {"black": "white", "white": "black", "pen": "pointer", "pointer": "pen"}.get(do)
    if other in (show.blank, show.tool):
        show = replace(show, blank="", tool="")
    assert told(show, do, do, beats=beats) == show


@patient
@given(BEATS, st.integers(0, 999))
def test_a_number_and_enter_jump_to_the_nearest_step_there_is(beats: list[int], number: int) -> None:
    show = told(begun(0, beats), "black", beats=beats)
    for digit in str(number):
        show = wished(show, Wish("digit", int(digit)), beats)
    show = told(show, "enter", beats=beats)
    assert show.now == Seen(max(0, min(number, len(beats)) - 1))
    assert (show.digits, show.blank) == ("", "")


@patient
@given(BEATS, WISHES)
def test_after_an_edit_it_is_at_a_place_that_there_is(beats: list[int], wishes: list[Wish]) -> None:
    show = reached([*beats, 5, 5], wishes)
    kept = settled(show, beats)
    for seen in (kept.now, kept.shown):
        assert seen.beat < beats[seen.at]


def test_what_lies_over_a_step_goes_first() -> None:
    beats = [1, 1, 1]
    show = begun(1, beats)
    dark = told(show, "black", beats=beats)
    assert told(dark, "next", beats=beats) == show
    looking = explored(show, State(mode="sedentary"))
    assert told(looking, "previous", beats=beats) == show
    assert told(replace(looking, blank="black"), "next", beats=beats) == looking


def test_black_gives_way_to_white_and_to_a_jump() -> None:
    beats = [1, 1, 1]
    assert told(begun(0, beats), "black", "white", beats=beats).blank == "white"
    assert told(begun(0, beats), "black", "last", beats=beats) == begun(2, beats)


def test_backspace_takes_a_digit_back_or_is_a_remote_going_back() -> None:
    beats = [1, 1, 1]
    typed = wished(begun(2, beats), Wish("digit", 1), beats)
    assert told(typed, "erase", beats=beats) == begun(2, beats)
    assert told(typed, "erase", "erase", beats=beats) == begun(1, beats)


def test_enter_alone_goes_on() -> None:
    assert told(begun(0, [2, 1]), "enter", "enter", beats=[2, 1]).now == Seen(1)


def test_the_room_keeps_what_was_frozen_while_the_teacher_goes_on() -> None:
    beats = [1, 2, 1]
    show = told(begun(0, beats), "freeze", "next", "next", beats=beats)
    assert (show.shown, show.now) == (Seen(0), Seen(1, 1))
    assert told(show, "freeze", beats=beats).shown == Seen(1, 1)


def test_a_camera_stays_within_its_step() -> None:
    beats = [2, 1]
    near = closed_in(begun(0, beats), Camera(3, 1, 2))
    assert told(near, "next", beats=beats).now.camera == Camera(3, 1, 2)
    assert told(near, "next", "next", beats=beats).now.camera is None
    assert told(near, "back", beats=beats).now.camera is None


def test_no_lesson_is_no_presentation() -> None:
    assert not begun(0, []).on
    assert wished(Show(), Wish("start"), []) == Show()

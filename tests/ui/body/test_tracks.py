"""Where molecules are: exactly on their roads, at an even speed, the same at the same time."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from bodymap.ui.body.tracks import Line, Tracks, smooth
from bodymap.ui.body.train import Placed, Train

CORNER = Line([(0.0, 0.0), (30.0, 0.0), (30.0, 0.0), (30.0, 40.0)], 0.0, [1, 1, 1])


def along(*x: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array(x, dtype=np.float64)


def by_place(placed: Placed) -> list[tuple[float, float]]:
    return sorted(zip(placed.x.round(6).tolist(), placed.y.round(6).tolist(), strict=True))


def test_a_distance_is_found_where_a_ruler_finds_it() -> None:
    x, y, _ = Tracks.of([CORNER]).at(along(0, 10, 30, 35, 70))
    assert x.tolist() == [0, 10, 30, 30, 30]
    assert y.tolist() == [0, 0, 0, 5, 40]


def test_lines_lie_end_to_end_and_do_not_touch() -> None:
    tracks = Tracks.of([CORNER, Line([(100.0, 0.0), (100.0, 10.0)], 5.0, [2])])
    assert tracks.first.tolist() == [0, 70]
    assert tracks.length.tolist() == [70, 10]
    x, y, allowed = tracks.at(along(69.999, 70.0, 80.0))
    assert x.tolist() == [30, 100, 100]
    assert y.tolist() == pytest.approx([39.999, 0, 10])
    assert allowed.tolist() == [1, 2, 2]


def test_arc_length_of_a_smooth_line_is_that_of_its_curve() -> None:
    bend = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (100.0, 50.0)]
    curve, chords = smooth(bend)
    assert curve[0] == bend[0]
    assert curve[-1] == bend[-1]
    assert len(chords) == len(curve) - 1
    assert chords == sorted(chords)
    assert set(chords) == {0, 1, 2}
    length = sum(math.dist(a, b) for a, b in pairwise(curve))
    assert Tracks.of([Line(curve, 0.0, [1] * len(chords))]).length.tolist() == pytest.approx([length])
    assert length < 150


def test_every_place_is_taken_at_full_density_and_none_at_rest() -> None:
    tracks = Tracks.of([CORNER])
    assert len(Train(tracks, [1.0], 10.0).placed(0.0).x) == 7
    assert len(Train(tracks, [0.0], 10.0).placed(0.0).x) == 0
    assert len(Train(tracks, [], 10.0).placed(0.0).x) == 0


def test_they_go_at_an_even_speed_and_come_again() -> None:
    train = Train(Tracks.of([Line([(0.0, 0.0), (100.0, 0.0)], 0.0, [1])]), [1.0], 10.0)
    assert train.placed(3.0).x.tolist() == pytest.approx([3, 13, 23, 33, 43, 53, 63, 73, 83, 93])
    assert by_place(train.placed(10.0)) == by_place(train.placed(0.0))
    assert by_place(train.placed(1e5)) == by_place(train.placed(0.0))


def test_the_same_moment_is_the_same_picture() -> None:
    tracks = Tracks.of([CORNER])
    one, other = (Train(tracks, [0.3, 0.3], 2.0).placed(12.34) for _ in range(2))
    assert by_place(one) == by_place(other)
    assert one.stream.tolist() == other.stream.tolist()


def test_a_molecule_keeps_its_stream_on_its_way() -> None:
    train = Train(Tracks.of([Line([(0.0, 0.0), (1000.0, 0.0)], 0.0, [3])]), [0.3, 0.2], 10.0)
    before = dict(zip(train.placed(0.0).x.tolist(), train.placed(0.0).stream.tolist(), strict=True))
    later = train.placed(7.0)
    after = dict(zip((later.x - 7.0).round(6).tolist(), later.stream.tolist(), strict=True))
    assert {x: s for x, s in after.items() if x >= 0} == {x: s for x, s in before.items() if x <= 993}


def test_more_density_is_more_molecules_evenly_spread() -> None:
    tracks = Tracks.of([Line([(0.0, 0.0), (10_000.0, 0.0)], 0.0, [1])])
    counts = [len(Train(tracks, [d], 10.0).placed(4.0).x) for d in (0.05, 0.2, 0.5, 0.9, 1.0)]
    assert counts == sorted(set(counts))
    assert counts[2] == pytest.approx(500, abs=5)
    gaps = np.diff(np.sort(Train(tracks, [0.2], 10.0).placed(4.0).x))
    assert gaps.max() <= 80 + 1e-6, "no crowd and no desert: one in five places, never eight apart"


def test_a_stream_goes_only_where_it_may() -> None:
    fork = [
        Line([(0.0, 0.0), (100.0, 0.0)], 0.0, [3]),
        Line([(100.0, 0.0), (100.0, 100.0)], 100.0, [1]),
        Line([(100.0, 0.0), (200.0, 0.0)], 100.0, [2]),
    ]
    placed = Train(Tracks.of(fork), [0.5, 0.5], 5.0).placed(1.0)
    assert set(placed.stream[placed.y > 0].tolist()) == {0}
    assert set(placed.stream[placed.x > 100].tolist()) == {1}
    assert set(placed.stream[placed.x < 100].tolist()) == {0, 1}


def test_molecules_pass_a_fork_without_a_jump() -> None:
    parts = [
        Line([(0.0, 0.0), (33.0, 0.0)], 0.0, [1]),
        Line([(33.0, 0.0), (100.0, 0.0)], 33.0, [1]),
    ]
    whole = [Line([(0.0, 0.0), (100.0, 0.0)], 0.0, [1])]
    for shift in (0.0, 2.5, 7.1):
        split, straight = (Train(Tracks.of(lines), [0.7], 4.0).placed(shift) for lines in (parts, whole))
        assert by_place(split) == by_place(straight)

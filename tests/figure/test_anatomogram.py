"""A figure in the convention of the Expression Atlas, read as outlines."""

from __future__ import annotations

from math import isclose, pi

import pytest

from bodymap.figure.path_data import Matrix, box_of, ellipse, moved, path_of, text_of, transform_of


def box(data: str) -> tuple[float, ...]:
    found = box_of(path_of(data))
    assert found is not None
    return tuple(round(value, 3) for value in found)


@pytest.mark.parametrize(
    ("short", "plain"),
    [
        ("m1 1 2 0 0 2-2 0z", "M1 1 3 1 3 3 1 3Z"),
        ("M1,1H3V3H1Z", "M1 1L3 1L3 3L1 3Z"),
        ("M0 0c1 0 1 1 2 1s1 1 2 1", "M0 0C1 0 1 1 2 1C3 1 3 2 4 2"),
        ("M0 0zl1 1", "M0 0Z M0 0L1 1"),
        ("M1.5.5-2-.5", "M1.5 0.5L-2 -0.5"),
        ("M0 0q3 0 3 3t3 3", "M0 0Q3 0 3 3Q3 6 6 6"),
        ("M0 0a1 1 0 011 1", "M0 0A1 1 0 0 1 1 1"),
    ],
)
def test_every_way_to_write_a_path(short: str, plain: str) -> None:
    assert text_of(path_of(short)) == text_of(path_of(plain))


def test_arcs_become_curves_on_the_same_circle() -> None:
    segments = path_of("M10 0A10 10 0 1 1 0 -10")
    ends = [s.points[-1] for s in segments]
    assert all(isclose(x * x + y * y, 100, rel_tol=1e-6) for x, y in ends)
    assert len(segments) == 4  # a move and three quarters
    assert isclose(ends[-1][0], 0, abs_tol=1e-6)


def test_arcs_that_are_too_small_grow_and_flat_ones_are_lines() -> None:
    assert box("M0 0A1 1 0 0 1 10 0")[2] == 10
    assert text_of(path_of("M0 0A0 5 0 0 1 10 0")).startswith("M0.00 0.00C")


def test_transforms_are_done_from_right_to_left() -> None:
    assert transform_of("translate(10) scale(2)").at((1, 1)) == (12, 2)
    x, y = transform_of("rotate(90, 1, 1)").at((2, 1))
    assert (round(x, 6), round(y, 6)) == (1, 2)
    assert transform_of("matrix(1 0 0 1 5 6)") == Matrix(e=5, f=6)
    assert round(transform_of("skewX(45)").at((0, 2))[0], 6) == 2
    assert moved(path_of("M1 1"), Matrix(e=1))[0].points == ((2, 1),)


def test_an_ellipse_is_as_large_as_it_says() -> None:
    assert box_of(ellipse(5, 5, 3, 2)) == (2, 3, 6, 4)
    assert pi > 3

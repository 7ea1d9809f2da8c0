"""First-order steps against the plainest way to solve them."""

from __future__ import annotations

import numpy as np
import pytest

from bodymap.physiology.steps import BLOCK, ROWS, TwoSteps, relaxed


@pytest.mark.parametrize(("rise", "fall"), [(20.0, 53.0), (1.0, 30.0), (114.0, 114.0), (0.5, 400.0)])
def test_two_steps_are_exact_for_a_rate_constant_in_each_minute(rise: float, fall: float) -> None:
    count = 3 * BLOCK - 7
    rate = np.random.default_rng(1).random(count)
    passage = level = 0.0
    plain: list[float] = []
    for given in rate:
        ticks = 2000
        for _ in range(ticks):  # a midpoint step: error far below what is asked
            middle = passage + (given - passage) / rise / ticks / 2
            level += (middle - level) / fall / ticks * (1 - 1 / fall / ticks / 2)
            passage += (given - passage) / rise / ticks * (1 - 1 / rise / ticks / 2)
        plain.append(level)
        if len(plain) == 300:
            break
    steps = TwoSteps(count)
    steps.rate(1)[0] = rate
    np.testing.assert_allclose(steps.solve(np.array([rise]), np.array([fall]))[0][1:301], plain, rtol=1e-5)


@pytest.mark.parametrize(
    "spans", [[], [(0, 1)], [(5, 20), (20, 33)], [(3 * BLOCK - 1, 3 * BLOCK + 1)], [(70, 71), (400, 777)]]
)
def test_minutes_without_a_release_need_no_steps(spans: list[tuple[int, int]]) -> None:
    rng = np.random.default_rng(2)
    rise, fall = rng.uniform(0.3, 300.0, (2, ROWS))
    fall[:3] = rise[:3]
    slices = [slice(*span) for span in spans]
    everywhere, some = TwoSteps(777), TwoSteps(777, slices)
    released, kept = everywhere.rate(ROWS), some.rate(ROWS)
    for span in slices:
        kept[:, some.place(span)] = released[:, span] = rng.random((ROWS, span.stop - span.start))
    levels = some.solve(rise, fall)
    assert levels.shape == (ROWS, 778)
    np.testing.assert_allclose(levels, everywhere.solve(rise, fall), rtol=1e-12, atol=1e-28)


def test_memory_that_is_used_again_remembers_nothing() -> None:
    steps, times = TwoSteps(500), (np.full(ROWS, 20.0), np.full(ROWS, 50.0))
    steps.rate(ROWS)[:] = 1.0
    first = steps.solve(*times)
    steps.rate(1)[0] = 1.0
    np.testing.assert_array_equal(steps.solve(times[0][:1], times[1][:1])[0], first[0])


def test_a_course_relaxes_towards_its_targets() -> None:
    course = relaxed(0.0, [(10, 5.0, 1.0), (20, 2.0, 0.0)], 25)
    assert course[10] == pytest.approx(1 - np.exp(-2))
    assert course[20] == pytest.approx(course[10] * np.exp(-5))
    assert course[25] == course[20]

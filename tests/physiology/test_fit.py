"""The fit, recomputed from the data: how far off, how often near, and what studies say in words."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import Library
from bodymap.physiology.courses import compared
from bodymap.physiology.expectation import answer
from bodymap.physiology.fit_table import fit_page, in_sample, left_out_points, median_error, near
from bodymap.physiology.fit_writing import with_value
from bodymap.physiology.fitting import Problem, band_factor
from bodymap.physiology.fuel import fuel_used
from bodymap.physiology.knowledge import Physiology
from bodymap.physiology.parameters import parameter_at, with_values
from bodymap.physiology.person import Person
from bodymap.physiology.solver import least_squares
from bodymap.physiology.work import works_of

FIT = Path(__file__).resolve().parents[2] / "docs/fit.md"


def test_il6_is_near_in_the_fit_and_with_each_study_left_out(physiology: Physiology) -> None:
    inside, outside = in_sample(physiology, "il6"), left_out_points(physiology)
    assert len(inside) == len(outside) == 20
    assert median_error(outside) <= 1.4
    assert median_error(inside) <= median_error(outside)
    assert near(inside) >= 0.9
    assert near(outside) >= 0.9


def test_nine_of_ten_rows_of_all_signals_lie_within_a_factor_of_two(physiology: Physiology) -> None:
    points = [p for signal in physiology.curves for p in in_sample(physiology, signal)]
    assert len(points) >= 38
    assert near(points) >= 0.9


def test_left_out_numbers_give_the_predictions_that_are_kept(physiology: Physiology) -> None:
    kept = {(p.course, p.minute): p.value for s in physiology.left_out.values() for p in s.predictions}
    again = {(p.course.id, p.minute): p.predicted for p in left_out_points(physiology)}
    assert kept.keys() == again.keys()
    for key, value in kept.items():
        assert again[key] == pytest.approx(value, rel=0.01), key


def test_every_fitted_study_was_left_out_once(physiology: Physiology) -> None:
    fitted = {c.references[0] for c in physiology.courses_of("il6") if c.fit != "none"}
    assert set(physiology.left_out) == fitted


def test_the_band_is_the_spread_of_the_studies_left_out(physiology: Physiology) -> None:
    full = [p for p in left_out_points(physiology) if p.course.fit == "full"]
    assert physiology.curves["il6"].band.value == pytest.approx(band_factor(full), rel=0.01)


def test_the_numbers_are_where_the_fit_ends(physiology: Physiology) -> None:
    """The cost rises whichever way a number is moved: so the data hold the fit of today."""
    assert physiology.rules
    for signal in physiology.rules.order:
        problem = Problem.of(physiology, physiology.rules, signal)
        here = problem.here()
        cost = float(np.sum(problem.residuals(here) ** 2))
        for i, free in enumerate(problem.free):
            for sign in (-1, 1):
                moved = here.copy()
                moved[i] += sign * 0.05 * max(1.0, abs(here[i]))
                assert float(np.sum(problem.residuals(moved) ** 2)) > cost - 0.01, free.id


def expectation_ids(met: bool) -> list[str]:
    text = (Path(__file__).resolve().parents[2] / "data/physiology/expectations.yaml").read_text("utf-8")
    parts = text.split("  - id: ")[1:]
    return [p.split("\n", 1)[0] for p in parts if ("met: false" not in p) is met]


@pytest.mark.parametrize("name", expectation_ids(met=True))
def test_what_a_study_says_in_words_holds(physiology: Physiology, name: str) -> None:
    found = answer(physiology, physiology.expectations[name])
    assert found.holds, f"{found.expectation.says} The model says {found.value:g}."


def test_what_is_known_not_to_hold_does_not(physiology: Physiology) -> None:
    """Said in the data and in docs/model.md; a fit that mends one takes it off the list."""
    unmet = [e.id for e in physiology.expectations.values() if not answer(physiology, e).holds]
    assert unmet == expectation_ids(met=False)


def test_tnf_waits_for_emptier_stores_than_150_min_give(physiology: Physiology) -> None:
    """Its onset is the fuel that the model has used by then: a fit that moves one moves both."""
    body, onset = physiology.body, physiology.curves["tnfa"].onset
    assert body
    assert onset
    used = fuel_used(body, works_of(physiology, [Bout("running", 0, 150, 75)], Person()), 150)[150]
    assert onset.value == pytest.approx(used, abs=0.005)


def test_who_cannot_go_on_has_no_fuel_left(physiology: Physiology) -> None:
    body = physiology.body
    assert body
    for minutes in (60, 120):
        bout = Bout("running", minutes=minutes, intensity=70, exhausts=True)
        used = fuel_used(body, works_of(physiology, [bout], Person()), minutes)
        assert used[minutes] == pytest.approx(body.exhausted.value)
        assert (np.diff(used) > 0).all()


def test_no_course_stands_on_a_source_that_is_not_verified(physiology: Physiology, library: Library) -> None:
    for course in physiology.courses.values():
        assert course.references
        assert all(library.atlas.references[r].verified for r in course.references)


def test_a_course_is_compared_as_it_was_reported(physiology: Physiology) -> None:
    points = {p.minute: p for p in compared(physiology, physiology.courses["il6-24h-wallberg2011"])}
    assert points[720].measured == 10.58
    assert points[720].predicted / points[720].measured == pytest.approx(points[720].error)
    rise = compared(physiology, physiology.courses["il6-tabata-harnish2016"])[0]
    assert (1 + rise.predicted) / (1 + rise.measured) == pytest.approx(rise.error)


def test_the_page_of_the_fit_is_current(physiology: Physiology) -> None:
    """Else: bodymap simulate --validate > docs/fit.md."""
    assert FIT.read_text("utf-8") == fit_page(physiology) + "\n"


def test_numbers_are_replaced_where_they_stand(physiology: Physiology) -> None:
    other = with_values(physiology, {"il6.gain": 7.0, "body.use": 9.0})
    assert parameter_at(other, "il6.gain").value == 7.0
    assert parameter_at(other, "body.use").value == 9.0
    assert parameter_at(other, "il6.gain").unit == parameter_at(physiology, "il6.gain").unit
    with pytest.raises(KeyError):
        parameter_at(physiology, "il6.note")
    text = "id: il6\ngain:\n  value: 1\n  kind: fitted\n  spread: old\nfall:\n  value: 2\n"
    new = with_value(text, "gain", 3.14159, "±1")
    assert new == 'id: il6\ngain:\n  value: 3.142\n  kind: fitted\n  spread: "±1"\nfall:\n  value: 2\n'


def test_the_solver_finds_the_least_of_a_known_valley() -> None:
    def residuals(x: np.ndarray) -> np.ndarray:
        return np.array([10 * (x[1] - x[0] ** 2), 1 - x[0]])

    found = least_squares(residuals, np.array([-1.2, 1.0]))
    np.testing.assert_allclose(found.values, [1.0, 1.0], atol=1e-4)
    assert math.isclose(found.cost, 0, abs_tol=1e-8)

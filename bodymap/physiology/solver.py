"""Least squares by Levenberg and Marquardt: enough for a handful of parameters, without scipy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bodymap.physiology.steps import Array

Residuals = Callable[[Array], Array]

_STEP = 1e-3
_ROUNDS = 80
_TRIES = 12
_ENOUGH = 1e-8
"""A round that lowers the cost by less than this share is the last."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Where the sum of squares is least, half of it as `cost`, and one standard deviation of each value."""

    values: Array
    cost: float
    deviations: Array


def least_squares(residuals: Residuals, start: Array) -> Solution:
    """The values with the least sum of squared residuals, found from `start`; deterministic."""
    x, damping = start.astype(np.float64), 1e-2
    found = residuals(x)
    for _ in range(_ROUNDS):
        jacobian = _jacobian(residuals, x)
        before = found @ found
        x, found, damping = _descend(residuals, (x, found, damping), jacobian)
        if before - found @ found <= _ENOUGH * before:
            break
    jacobian = _jacobian(residuals, x)
    spread = np.sqrt(np.diag(np.linalg.pinv(jacobian.T @ jacobian)))
    return Solution(x, float(found @ found) / 2, spread)


def _descend(
    residuals: Residuals, at: tuple[Array, Array, float], jacobian: Array
) -> tuple[Array, Array, float]:
    """One step down with the least damping that goes down; where none does, no step."""
    x, found, damping = at
    square, slope = jacobian.T @ jacobian, jacobian.T @ found
    for _ in range(_TRIES):
        damped = square + damping * np.diag(np.diag(square) + 1e-9)
        there = x - np.linalg.solve(damped, slope)
        tried = residuals(there)
        if tried @ tried < found @ found:
            return there, tried, max(damping / 5, 1e-9)
        damping *= 4
    return x, found, damping


def _jacobian(residuals: Residuals, x: Array) -> Array:
    columns: list[Array] = []
    for i, value in enumerate(x):
        step = np.zeros_like(x)
        step[i] = _STEP * max(1.0, abs(value))
        columns.append((residuals(x + step) - residuals(x - step)) / (2 * step[i]))
    return np.stack(columns, axis=1)

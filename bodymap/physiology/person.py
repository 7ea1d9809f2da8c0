"""Who moves."""

from __future__ import annotations

from dataclasses import dataclass

from bodymap.atlas.kinetic_records import Lifestyle


@dataclass(frozen=True, slots=True)
class Person:
    """Who moves.

    `mass` in kg and `vo2max` in ml/kg/min are None for the reference man; `muscle_factor` is muscle
    against his.

    A sedentary life raises the resting level and nothing else: training did not change the rise after one
    bout (zwetsloot2014, scott2013).
    """

    lifestyle: Lifestyle = "active"
    mass: float | None = None
    muscle_factor: float = 1.0
    vo2max: float | None = None

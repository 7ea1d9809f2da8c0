"""How hard: per cent of maximal oxygen uptake, and metabolic equivalents (MET), one from the other."""

from __future__ import annotations

from bodymap.atlas.kinetic_records import BodyModel, Bout
from bodymap.i18n import _
from bodymap.physiology.knowledge import Physiology, Usual
from bodymap.physiology.person import Person


class IntensityError(ValueError):
    """An intensity that cannot be meant; the message says why, in words."""


def percent_of_met(body: BodyModel, met: float, person: Person) -> float:
    """The per cent of a person's maximal oxygen uptake that so many MET are.

    A MET is the oxygen uptake of sitting still (herrmann2024): the same MET are harder for who is less fit.
    """
    return 100 * met * body.met.value / _fitness(body, person)


def met_of_percent(body: BodyModel, percent: float, person: Person) -> float:
    """How many MET a per cent of a person's maximal oxygen uptake are."""
    return percent / 100 * _fitness(body, person) / body.met.value


def percent_asked(physiology: Physiology, usual: Usual, bout: Bout, person: Person) -> float:
    """How hard a bout is, in per cent of VO2max (of their own peak power for small muscle groups).

    Raises IntensityError where it is said twice, or in MET for a small muscle group.
    """
    if bout.met is None or physiology.body is None:
        return usual.intensity if bout.intensity is None else bout.intensity
    if bout.intensity is not None:
        raise IntensityError(_("a bout says how hard it is in % of VO₂max or in MET, not in both"))
    if not usual.levels:
        raise IntensityError(_("for a small muscle group no one knows the MET"))
    return percent_of_met(physiology.body, bout.met, person)


def _fitness(body: BodyModel, person: Person) -> float:
    """Maximal oxygen uptake in ml/kg/min: the person's own, else that of the reference man."""
    return body.vo2max.value if person.vo2max is None else person.vo2max

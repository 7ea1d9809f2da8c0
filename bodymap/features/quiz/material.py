"""Reads what questions are made from, for the window as for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.kinetic_records import Course
from bodymap.features.quiz.bank import Bank, clickable_organs
from bodymap.figure.figures import Figures


def bank_of(atlas: Atlas, figures: Figures, packs: Sequence[Path]) -> Bank:
    """The bank of an atlas, with the courses of packs and the organs that can be hit in a figure."""
    views = (figures.view(figure, view) for figure in figures.ids() for view in figures.views(figure))
    courses = (record for record in read_kinetics(packs).records if isinstance(record, Course))
    return Bank.of(atlas, courses, clickable_organs(atlas, figures.anatomy, views))

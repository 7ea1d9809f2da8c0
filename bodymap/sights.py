"""What can be looked at: the words that states, settings, themes and the command line share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Shown = Literal["all", "human", "human-trial"]
"""What the evidence must be to be shown: any, seen in people, tried in people."""
SHOWN: tuple[Shown, ...] = ("all", "human", "human-trial")
SURENESS = ("low", "moderate", "high")
"""The least confidence that is shown, from everything to only what is sure."""
FIGURES = ("male", "female")
"""The figures that are shipped; packs can bring more."""
THEMES = ("night", "day", "projector")
CLOSEUPS = ("brain", "muscle", "vessel", "bone", "fat", "immune")
LAYERS = ("skin", "fat", "muscles", "organs", "vessels", "lymph", "skeleton")
"""Layers a reader can show and hide; each stands for one or more layers of the drawing."""
PLAN, SIT = "plan", "sit"
"""What a day of a week can be besides a ready day: as planned, or without movement."""
DAYS_OF_WEEK = 7
REPEATS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"once": (0,), "daily": tuple(range(7)), "every-other-day": (0, 2, 4, 6), "weekdays": tuple(range(5))}
)
"""On which days of a week, from 0, a plan is repeated."""
IN_TIME = (
    "minute",
    "intensity",
    "minutes",
    "fuel",
    "person",
    "span",
    "day",
    "week",
    "blocks",
    "own_days",
    "axis",
    "measured",
    "speed",
    "time_open",
)
"""The fields of a state that say what is looked at in time: body, card and lists do not ask for them."""

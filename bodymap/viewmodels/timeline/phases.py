"""What of the body's light holds at the minute shown: muscles work in a bout, organs answer for longer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from bodymap.i18n import _
from bodymap.viewmodels.curve_values import BoutSpan
from bodymap.viewmodels.scene_values import LegendEntry, Light, Role, Scene, Stage

Phase = Literal["during", "after", "rest"]
"""While people move; while a signal is still away from rest; when all are back."""
_REST = 0.1
"""How far from its level of rest, as a share, a signal counts as back."""


def phase_at(minute: int, spans: Sequence[BoutSpan], levels: Iterable[float | None]) -> Phase:
    """The phase of a minute, from the bouts and the signals' folds of rest then; all of it without bouts."""
    if not spans or any(span.start <= minute <= span.stop for span in spans):
        return "during"
    return "after" if any(fold is not None and abs(fold - 1) > _REST for fold in levels) else "rest"


def at_phase(stage: Stage, phase: Phase) -> Stage:
    """The stage with the light of what is over turned down, and words for that in its legend."""
    roles: tuple[Role, ...] = ("working", "receiving")[: {"during": 0, "after": 1, "rest": 2}[phase]]
    return stage._replace(scenes=tuple(_dimmed(scene, roles) for scene in stage.scenes)) if roles else stage


def _dimmed(scene: Scene, roles: tuple[Role, ...]) -> Scene:
    lights = tuple(_faint(light) if light.role in roles else light for light in scene.lights)
    if lights == scene.lights:
        return scene
    words = _("dim: over at the time shown")
    return replace(scene, lights=lights, legend=(*scene.legend, LegendEntry(roles[0], words, "ring")))


def _faint(light: Light) -> Light:
    return replace(light, strength=0.0) if light.tone is None else light

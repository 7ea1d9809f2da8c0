"""Values on the body: from a stage and a table to the stage that shows the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bodymap.atlas.records import Ref
from bodymap.features.values.model import Group, Valued, Values
from bodymap.i18n import _, counted
from bodymap.viewmodels.scene_values import Label, Light, Scale, Scene, Stage, Tone

_DIGITS = 3
_MOST_LABELS = 14
"""More leaders than that cross one another; colours and the list say the rest."""
_THIN = "\N{NARROW NO-BREAK SPACE}"


def coloured(stage: Stage, values: Values, groups: Sequence[str], focus: Ref) -> Stage:
    """Each scene in the colours of a group: the first in the first, the last in all that are left.

    A close-up stays as it is. `focus` is marked.
    """
    named = {group.name: group for group in values.groups}
    chosen = [named[name] for name in groups if name in named] or list(values.groups[:1])
    scenes = [
        _coloured(scene, values, chosen[min(at, len(chosen) - 1)], focus)
        for at, scene in enumerate(stage.scenes)
    ]
    return Stage(tuple(scenes))


def both_views(stage: Stage) -> Stage:
    """The first scene's figure from the front and from the back."""
    scene = stage.scenes[0]
    views = (("front", _("From the front")), ("back", _("From the back")))
    return Stage(tuple(replace(scene, view=view, caption=words) for view, words in views))


def number_words(value: float) -> str:
    """A number with three digits that count: 0.0123, 12.3, 12 300."""
    if abs(value) >= 10**_DIGITS:
        return f"{value:,.0f}".replace(",", _THIN).replace("-", "\N{MINUS SIGN}")
    return f"{value:.{_DIGITS}g}".replace("-", "\N{MINUS SIGN}")


def _coloured(scene: Scene, values: Values, group: Group, focus: Ref) -> Scene:
    if scene.closeup:
        return scene
    lights: dict[str, Light] = {}
    for row in sorted(_with_gaps(values, group), key=lambda row: -len(row.target.leaves)):
        at = None if row.value is None else round(values.tone(row.value), 4)
        tone = Tone(values.diverging, at, row.target.ref == focus)
        for leaf in row.target.leaves:
            lights.pop(leaf, None)
            lights[leaf] = Light(leaf, "chosen", 1.0, tone)
    found = sum(row.value is not None for row in group.rows)
    summary = counted("{n} value on the body", "{n} values on the body", found)
    return replace(
        scene,
        lights=tuple(lights.values()),
        labels=_labels(group, focus),
        routes=(),
        local=(),
        local_words="",
        rings=(),
        legend=(),
        caption=group.name or scene.caption,
        caption_note="" if group.name else scene.caption_note,
        caption_role=None,
        summary=f"{values.title}. {summary}",
        scale=_scale(values),
    )


def _with_gaps(values: Values, group: Group) -> tuple[Valued, ...]:
    """The rows of a group, and as missing what only other groups have a row for."""
    here = {row.target for row in group.rows}
    others = {row.target: row for other in values.groups for row in other.rows if row.target not in here}
    return (*group.rows, *(replace(row, value=None) for row in others.values()))


def _labels(group: Group, focus: Ref) -> tuple[Label, ...]:
    """What is chosen first, then the greatest in size; what has no value last."""

    def order(row: Valued) -> tuple[bool, bool, float]:
        return (row.target.ref != focus, row.value is None, -abs(row.value or 0.0))

    return tuple(
        Label(row.target.ref, _said(row), "chosen", row.target.leaves, rank=rank)
        for rank, row in enumerate(sorted(group.rows, key=order)[:_MOST_LABELS])
    )


def _said(row: Valued) -> str:
    return f"{row.label} {number_words(row.value) if row.value is not None else '–'}"


def _scale(values: Values) -> Scale:
    low, high = values.ends
    places = (0.5,) if low == high else (0.0, 0.5, 1.0)
    ticks = tuple((at, number_words(low + (high - low) * at)) for at in places)
    gaps = any(row.value is None for group in values.groups for row in _with_gaps(values, group))
    return Scale(values.title, values.diverging, ticks, _("no value") if gaps else "")

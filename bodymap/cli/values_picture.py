"""`bodymap export --values`: a table of one's own numbers on the body, and what is wrong with it."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.cli.arguments import UsageError, unknown
from bodymap.features.export.model import Line, Sheet
from bodymap.features.values.model import Group, Values, read_values
from bodymap.features.values.scene import both_views, coloured, number_words
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Stage

_NOBODY = Ref("region", "")
_SIDE_BY_SIDE = 2


def pictured(chosen: Namespace, atlas: Atlas, anatomy: Anatomy, state: State) -> tuple[Sheet, Stage] | None:
    """The words and the bodies; None where the file has no value. Every problem is told on stderr.

    Two groups stand side by side; one is shown from the front and the back, unless a view is asked for.
    Raises UsageError where a group is asked for that is not there.
    """
    found = read_values(chosen.values, atlas, anatomy)
    for problem in found.problems:
        sys.stderr.write(f"{problem}\n")
    if found.values is None:
        sys.stderr.write(f"bodymap: {chosen.values} holds no value that can be shown.\n")
        return None
    groups = _groups(found.values, chosen.group)
    names = [group.name for group in groups]
    stage = Reader(atlas, anatomy).undrawn(replace(state, mode="exercise"))
    if len(groups) == _SIDE_BY_SIDE:
        stage = Stage(
            (replace(stage.scenes[0], caption=names[0]), replace(stage.scenes[0], caption=names[1]))
        )
    elif chosen.view is None and chosen.figure_file is None and not state.closeup:
        stage = both_views(stage)
    focus = state.focus if chosen.select else _NOBODY
    return _sheet(found.values, groups, chosen.values.name), coloured(stage, found.values, names, focus)


def _groups(values: Values, asked: list[str]) -> list[Group]:
    """The groups to show: those asked for, else the first two."""
    named = {group.name: group for group in values.groups}
    for name in asked:
        if name not in named:
            raise UsageError(unknown(f"group '{name}'", name, named))
    return [named[name] for name in asked[:_SIDE_BY_SIDE]] or list(values.groups[:_SIDE_BY_SIDE])


def _sheet(values: Values, groups: list[Group], file: str) -> Sheet:
    lines: list[Line] = []
    for group in groups:
        if group.name:
            lines.append(Line(group.name, heading=True))
        for row in group.rows:
            words = _("no value") if row.value is None else number_words(row.value)
            lines.append(Line(row.label, words))
    total = sum(row.value is not None for group in groups for row in group.rows)
    return Sheet(
        kicker=_("Values from {file}").format(file=file),
        title=values.title,
        role="chosen",
        sentence=counted("{n} value on the body", "{n} values on the body", total),
        lines=tuple(lines),
        sources=(),
        colophon=_("Figure: Bodymap, CC BY 4.0"),
    )

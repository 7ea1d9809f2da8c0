"""Which effect sizes are asked for, and how a line of the plot is said: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.filtering import filter_words
from bodymap.viewmodels.forest import CANCERS, Forest, Group, Point, Question, forest
from bodymap.viewmodels.words import no_interval

Scope = Literal["organ", "all", "cancers"]
Kind = Literal["", "inactivity", "exercise"]
KINDS: tuple[Kind, ...] = ("", "inactivity", "exercise")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is plotted: the organ in focus, everything or the pooled cancers; sitting, moving or both."""

    scope: Scope = "organ"
    kind: Kind = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A forest under a heading; `organ` is its organ, "" where it is about more than one."""

    forest: Forest
    heading: str
    note: str
    organ: str


def plot_of(atlas: Atlas, shown: Atlas, state: State, asked: Asked) -> Plot:
    """The plot for a state; `shown` is what the filter of evidence leaves of the atlas."""
    organ = state.focus.id if state.focus.kind == "organ" and asked.scope == "organ" else ""
    question = Question(organ, asked.kind, CANCERS if asked.scope == "cancers" else "")
    left, every = forest(shown, question), forest(atlas, question)
    heading = _("All organs")
    if asked.scope == "cancers":
        heading = _cancers(left)
    elif organ:
        heading = atlas.name_of(Ref("organ", organ))
    return Plot(left, heading, _note(left, points_of(every) - points_of(left), state), organ)


def _cancers(plot: Forest) -> str:
    """How many cancers were rarer in those who moved most, and how many were not."""
    values = {point.title: point.value for group in plot.groups for point in group.points}
    less = sum(value < 1 for value in values.values())
    form = _("{less} cancers rarer, {more} more frequent in those who move most")
    return form.format(less=less, more=len(values) - less)


def points_of(plot: Forest) -> int:
    """How many lines a plot has."""
    return sum(len(group.points) for group in plot.groups)


def _note(left: Forest, hidden: int, state: State) -> str:
    parts = [counted("{n} effect size", "{n} effect sizes", points_of(left))]
    if left.left_out:
        parts.append(counted("{n} finding in words only", "{n} findings in words only", left.left_out))
    if hidden:
        form = _("{n} hidden: shown is {filter}")
        parts.append(form.format(n=hidden, filter=filter_words(state)))
    return ", ".join(parts)


def includes_none(point: Point, group: Group) -> bool | None:
    """Whether the interval holds "no difference"; None where no interval is recorded."""
    if point.low is None or point.high is None:
        return None
    return point.low <= group.axis.none <= point.high


def group_note(group: Group) -> str:
    """What the axis of a group means."""
    if group.axis.log:
        return _("logarithmic axis; 1 is no difference")
    return _("0 is no difference")


def interval_words(point: Point) -> str:
    """The interval without what the heading says already; that none was read, in words."""
    if point.interval == no_interval():
        return _("not in what we read")
    return point.interval.removeprefix(_("95 % interval {interval}").partition("{")[0])


def detail_words(point: Point) -> str:
    """Compared with what, how many, in what kind of study."""
    return " · ".join(part for part in (point.exposure, point.people, point.design) if part)


def spoken(point: Point, group: Group) -> str:
    """A line for a screen reader and a tooltip."""
    parts = (point.title, group.title, point.number, point.interval, detail_words(point), point.caution)
    return ", ".join(part for part in parts if part)

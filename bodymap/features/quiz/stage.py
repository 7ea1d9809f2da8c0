"""The body while a question is asked, and as it answers: the marked organs, then the right ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from bodymap.atlas.records import Organ, Ref
from bodymap.features.quiz.bank import NOWHERE, Bank
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.page import LETTERS
from bodymap.features.quiz.sitting import Sitting
from bodymap.figure.figure import Anatomy, View
from bodymap.i18n import _
from bodymap.state import State
from bodymap.viewmodels.layers import drawing_layers
from bodymap.viewmodels.lighting import Lights
from bodymap.viewmodels.places import is_wide, organ_leaves
from bodymap.viewmodels.scene_values import Label, LegendEntry, Role, Scene, Stage
from bodymap.viewmodels.topic import Topic

_MUSCLE = "skeletal-muscle"
_FAINT = 0.25
"""How bright an organ is that lies all over the body, where others are to be clicked too."""
ViewOf = Callable[[str, str], View]
"""The drawing of a figure from one side."""


class Lit(NamedTuple):
    """An organ that is lit, in which role, and what its label says; no label where that is empty."""

    organ: Organ
    role: Role
    words: str


def quiz_stage(bank: Bank, anatomy: Anatomy, view_of: ViewOf, state: State, sitting: Sitting) -> Stage:
    """One body for the question of a sitting; nothing on it gives the answer away before that is shown.

    Where organs are to be clicked, they are lit and lettered, seen from a side that shows them all.
    """
    question = sitting.question
    lit = () if question is None else _lit(bank, question, sitting)
    is_asked_by_click = question is not None and question.form == "click"
    organs = [each.organ for each in lit]
    if is_asked_by_click:
        state = replace(state, view=_side(anatomy, view_of, state, organs))
    scene = _blank(state, organs)
    lights = Lights(anatomy)
    for each in reversed(lit):
        faint = is_asked_by_click and is_wide(anatomy, each.organ)
        lights.organ(each.organ, each.role, _FAINT if faint else 1.0)
    labels = (_label(anatomy, each, rank) for rank, each in enumerate(lit) if each.words)
    return Stage(
        (
            replace(
                scene,
                lights=lights.all(),
                rings=lights.rings(),
                labels=tuple(labels),
                legend=_legend(lit),
                summary=_summary(question, sitting),
            ),
        )
    )


def choice_of(question: Question, refs: Iterable[Ref]) -> int | None:
    """Which choice was clicked: the first that is one of what lies there, top first; None for none."""
    ids = [choice.id for choice in question.choices]
    return next((ids.index(str(ref)) for ref in refs if str(ref) in ids), None)


def _lit(bank: Bank, question: Question, sitting: Sitting) -> tuple[Lit, ...]:
    if question.form == "click":
        return _lettered(bank, question, sitting)
    if sitting.is_revealed:
        return _answering(bank, question)
    return tuple(Lit(organ, "chosen", "") for organ in _asked(bank, question))


def _lettered(bank: Bank, question: Question, sitting: Sitting) -> tuple[Lit, ...]:
    """The organs to choose from; once the answer is shown, the right one in the colour of what answers."""
    shown, organs = sitting.is_revealed, bank.atlas.organs
    found: list[Lit] = []
    for i, choice in enumerate(question.choices):
        organ, is_right = organs.get(choice.id.removeprefix("organ:")), question.right == (i,)
        if organ is None or (shown and not is_right and i not in sitting.given):
            continue
        words = f"{LETTERS[i]}  {organ.name}" if shown else LETTERS[i]
        found.append(Lit(organ, "receiving" if shown and is_right else "chosen", words))
    return tuple(sorted(found, key=lambda each: each.role == "chosen"))


def _answering(bank: Bank, question: Question) -> tuple[Lit, ...]:
    """The organs that the answer is about, and who makes its signals."""
    organs, signals = _about(bank, question)
    atlas = bank.atlas
    receiving = [atlas.organs[o] for o in dict.fromkeys(organs) if o in atlas.organs and o != NOWHERE]
    makers = (s for name in signals if name in atlas.signals for s in atlas.signals[name].sources)
    working = [atlas.organs[o] for o in dict.fromkeys(makers) if o in atlas.organs and o != NOWHERE]
    lit = [Lit(organ, "receiving", organ.name) for organ in receiving]
    lit += [Lit(organ, "working", organ.name) for organ in working if organ not in receiving]
    return tuple(lit)


def _about(bank: Bank, question: Question) -> tuple[list[str], list[str]]:
    """Ids of organs and of signals that the answer is about; none where only times were asked for."""
    atlas, organs, signals = bank.atlas, list[str](), list[str]()
    records = {name.partition(":")[2] for name in question.about}
    if question.kind == "claim":
        claim = next((c for c in atlas.claims if str(c.number) in records), None)
        return (list(claim.organs), list(claim.signals)) if claim else ([], [])
    if question.kind == "moving":
        return [f.organ for f in atlas.findings if f.id in records], []
    if question.kind == "source":
        right = question.choices[question.right[0]].id
        return [right.removeprefix("organ:")], [name.partition(":")[2] for name in question.about]
    for effect in atlas.effects:
        if effect.id in records:
            organs.append(effect.organ)
            signals += [effect.agent] if question.kind == "signal" else []
    return organs, signals


def _asked(bank: Bank, question: Question) -> tuple[Organ, ...]:
    """The organs that the question itself names."""
    if question.kind not in ("signal", "direction"):
        return ()
    records = {name.partition(":")[2] for name in question.about}
    found = (e.organ for e in bank.atlas.effects if e.id in records)
    return tuple(bank.atlas.organs[o] for o in dict.fromkeys(found) if o in bank.atlas.organs)


def _blank(state: State, organs: Iterable[Organ]) -> Scene:
    """The body with the layers that show some organs; muscles where muscle alone is lit."""
    ids = [organ.id for organ in organs]
    topic = Topic(Ref("organ", _MUSCLE if ids == [_MUSCLE] else ""), None, "exercise", None)
    layers = drawing_layers(replace(state, closeup=None), topic)
    return Scene(figure=state.figure, view=state.view, closeup=None, layers=layers, dimmed=True)


def _side(anatomy: Anatomy, view_of: ViewOf, state: State, organs: Iterable[Organ]) -> str:
    """The side that shows the most of some organs: the one that is looked at where both are as good."""
    leaves = [organ_leaves(anatomy, organ) for organ in organs]

    def shown(view: str) -> int:
        shapes = view_of(state.figure, view).shapes
        return sum(any(leaf in shapes for leaf in each) for each in leaves)

    other = "back" if state.view == "front" else "front"
    return other if shown(other) > shown(state.view) else state.view


def _label(anatomy: Anatomy, each: Lit, rank: int) -> Label:
    regions = organ_leaves(anatomy, each.organ)
    return Label(Ref("organ", each.organ.id), each.words, each.role, regions, "", each.words, rank)


def _legend(lit: Iterable[Lit]) -> tuple[LegendEntry, ...]:
    roles = {each.role for each in lit if each.words}
    entries = (
        LegendEntry("receiving", _("the answer")),
        LegendEntry("working", _("makes a signal of the answer")),
        LegendEntry("chosen", _("to choose from")),
    )
    return tuple(entry for entry in entries if entry.role in roles)


def _summary(question: Question | None, sitting: Sitting) -> str:
    if question is None:
        return ""
    return (
        _("The answer: {words}").format(words=question.right_words) if sitting.is_revealed else question.ask
    )

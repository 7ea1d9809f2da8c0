"""The body while a claim of the article is read: the organs and signals that it is about."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Claim, Organ, Ref
from bodymap.figure.figure import Anatomy
from bodymap.i18n import _, counted
from bodymap.state import State
from bodymap.viewmodels.layers import drawing_layers
from bodymap.viewmodels.lighting import Lights, Setting, organ_label
from bodymap.viewmodels.scene_values import Label, LegendEntry, Scene, Stage
from bodymap.viewmodels.topic import Topic


def claim_stage(atlas: Atlas, anatomy: Anatomy, state: State, number: int) -> Stage:
    """One body with what a claim is about: its organs lit, its signals named at those who make them.

    No road is drawn: a claim is what somebody says, and many are overstated. A claim that is not in the
    data leaves the body dark.
    """
    topic = Topic(Ref("organ", ""), None, "exercise", None)
    layers = drawing_layers(state, topic)
    blank = Scene(figure=state.figure, view=state.view, closeup=None, layers=layers, dimmed=True)
    claim = next((c for c in atlas.claims if c.number == number), None)
    setting = Setting(atlas, anatomy, topic, state.level, blank)
    return Stage((blank if claim is None else _lit(setting, claim),))


def _lit(setting: Setting, claim: Claim) -> Scene:
    atlas = setting.atlas
    organs = [atlas.organs[o] for o in claim.organs if o in atlas.organs]
    senders = [o for o in _senders(setting, claim) if o not in organs]
    lights = Lights(setting.anatomy)
    for sender in senders:
        lights.organ(sender, "working", 0.8)
    for organ in reversed(organs):
        lights.organ(organ, "receiving")
    labels = [
        organ_label(setting, organ, "receiving", _badge(setting, organ), rank)
        for rank, organ in enumerate(organs)
    ]
    return replace(
        setting.blank,
        lights=lights.all(),
        rings=lights.rings(),
        labels=(*labels, *_signal_labels(setting, claim, len(labels))),
        legend=_legend(bool(organs), bool(senders)),
        summary=claim.claim,
    )


def _senders(setting: Setting, claim: Claim) -> list[Organ]:
    """Who makes the signals of a claim."""
    atlas = setting.atlas
    signals = (atlas.signals[s] for s in claim.signals if s in atlas.signals)
    makers = (source for signal in signals for source in signal.sources)
    return [atlas.organs[maker] for maker in dict.fromkeys(makers) if maker in atlas.organs]


def _badge(setting: Setting, organ: Organ) -> tuple[str, str]:
    n = len(setting.atlas.effects_on(organ.id))
    return str(n), counted("{n} effect is recorded here", "{n} effects are recorded here", n)


def _signal_labels(setting: Setting, claim: Claim, rank: int) -> list[Label]:
    """A pill for each signal, which points at who makes it."""
    atlas = setting.atlas
    labels: list[Label] = []
    for at, name in enumerate(s for s in claim.signals if s in atlas.signals):
        signal = atlas.signals[name]
        regions = tuple(r for s in signal.sources if s in atlas.organs for r in atlas.organs[s].regions)
        leaves = tuple(leaf for region in regions for leaf in setting.anatomy.leaves(region))
        labels.append(
            Label(Ref("signal", name), signal.short, "working", leaves, "→", signal.name, rank + at)
        )
    return labels


def _legend(organs: bool, senders: bool) -> tuple[LegendEntry, ...]:
    entries = (
        (organs, LegendEntry("receiving", _("the claim is about this"))),
        (senders, LegendEntry("working", _("makes a signal of the claim"))),
    )
    return tuple(entry for is_there, entry in entries if is_there)

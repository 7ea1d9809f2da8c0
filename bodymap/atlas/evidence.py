"""How each thing is known, and an atlas of only what is known well enough: shown in people, sure enough."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.measures import is_ratio
from bodymap.atlas.records import Confidence, Contrast, Evidence, Finding, Movement, Response
from bodymap.sights import Shown

ADMITTED: Mapping[Shown, frozenset[Evidence]] = MappingProxyType(
    {
        "human": frozenset[Evidence](("human-trial", "human-observational")),
        "human-trial": frozenset[Evidence](("human-trial",)),
    }
)
"""What a choice lets through; "all" has no entry. What a review says was not itself seen in people."""
_SURENESS: Mapping[Confidence, int] = MappingProxyType({"low": 0, "moderate": 1, "high": 2})
_DESIGNS: Mapping[str, Evidence] = MappingProxyType(
    {
        "mouse": "animal",
        "mice": "animal",
        "rats": "animal",
        "animal": "animal",
        "cells": "in-vitro",
        "vitro": "in-vitro",
        "trial": "human-trial",
        "cohort": "human-observational",
        "sectional": "human-observational",
        "observation": "human-observational",
        "review": "review-consensus",
    }
)
"""Words of a study's design that say how something was seen, the first that fits."""
_UNSAID: Evidence = "human-observational"
"""Findings count people; a design that says nothing of how counts as having followed them."""
_UNCITED: Evidence = "in-vitro"
_OBSERVED = ("association", "dose-response", "direction", "risk")


def shown_by(atlas: Atlas, shown: Shown, least: Confidence) -> Atlas:
    """The atlas with only the effects, findings, pairs and responses of this evidence and confidence.

    Organs, signals, movements, claims and references stay: they are what is asked about. The same atlas
    comes back where nothing is left out.
    """
    if shown == "all" and least == "low":
        return atlas
    judge = _Judge(atlas, ADMITTED.get(shown), _SURENESS[least])
    kept: list[object] = [*atlas.organs.values(), *atlas.signals.values()]
    kept += [judge.movement(m) for m in atlas.movements.values()]
    kinds = judge.kinds
    kept += [e for e in atlas.effects if (e.evidence, e.confidence) in kinds]
    kept += [f for f in atlas.findings if judge.admits(evidence_of_finding(f), f.confidence)]
    kept += [c for c in atlas.contrasts if judge.contrast(c)]
    return Atlas.of([*kept, *atlas.claims, *atlas.references.values()], atlas.origins)


def evidence_of_finding(finding: Finding) -> Evidence:
    """How a finding was seen, by its design.

    Of pooled studies, a ratio or an association comes from people who were followed, a change or a
    standardised difference from people who trained; that holds for every pooled row that is shipped.
    """
    design = finding.design.lower()
    if "meta-analysis" in design or "pooled" in design:
        observed = is_ratio(finding.measure) or finding.measure.lower().startswith(_OBSERVED)
        return "human-observational" if observed else "human-trial"
    said = set(re.findall("[a-z]+", design))
    return _first(_DESIGNS, said, _UNSAID)


def confidence_of_contrast(atlas: Atlas, contrast: Contrast) -> Confidence | None:
    """How sure a pair is: as sure as the finding of the same study in the same organ; None without one."""
    cited = set(contrast.references)
    for finding in atlas.findings_on(contrast.organ):
        if cited & set(finding.references):
            return finding.confidence
    return None


class _Judge:
    """Lets through what is in a set of evidence (None: any) and at least so sure."""

    def __init__(self, atlas: Atlas, admitted: frozenset[Evidence] | None, least: int) -> None:
        self._atlas, self._admitted, self._least = atlas, admitted, least

    @property
    def kinds(self) -> frozenset[tuple[Evidence, Confidence]]:
        """All that is let through: of thousands, each is only looked up."""
        return frozenset((e, c) for e in get_args(Evidence) for c in _SURENESS if self.admits(e, c))

    def admits(self, evidence: Evidence, confidence: Confidence) -> bool:
        is_seen = self._admitted is None or evidence in self._admitted
        return is_seen and _SURENESS[confidence] >= self._least

    def contrast(self, contrast: Contrast) -> bool:
        evidence = self._cited(contrast.references, is_ratio(contrast.unit))
        return self.admits(evidence, confidence_of_contrast(self._atlas, contrast) or "low")

    def movement(self, movement: Movement) -> Movement:
        kept = tuple(r for r in movement.responses if self._response(r, movement.rest))
        return movement if len(kept) == len(movement.responses) else replace(movement, responses=kept)

    def _response(self, response: Response, rests: bool) -> bool:
        """What was not measured stays: a gap is not evidence of any kind."""
        if response.change == "not-measured":
            return True
        return self.admits(self._cited(response.references, rests), response.confidence)

    def _cited(self, references: Iterable[str], followed: bool) -> Evidence:
        """How something without evidence of its own was seen: the best of its publications.

        Pooled studies are trials, but where people were only `followed` or sat.
        """
        kinds = {self._atlas.references[r].kind for r in references if r in self._atlas.references}
        pooled: Evidence = "human-observational" if followed else "human-trial"
        order: Mapping[str, Evidence] = {
            "human-trial": "human-trial",
            "meta-analysis": pooled,
            "human-observational": "human-observational",
            "review": "review-consensus",
            "animal": "animal",
        }
        return _first(order, kinds, _UNCITED)


def _first(order: Mapping[str, Evidence], said: Collection[str], else_: Evidence) -> Evidence:
    """The evidence of the first word, in this order, that was said."""
    for word, evidence in order.items():
        if word in said:
            return evidence
    return else_

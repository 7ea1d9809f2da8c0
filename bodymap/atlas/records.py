"""The records of what is known: frozen values, one per thing a reader can look up.

`data/README.md` says the same in an author's words. Validation is in `bodymap.loading`; the types here
are the schema. References are ids of `Reference`; an unverified reference may not carry a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["organ", "movement", "signal", "region"]
Level = Literal["school", "university"]
Direction = Literal["increases", "decreases", "modulates", "no-change"]
Evidence = Literal["human-trial", "human-observational", "animal", "in-vitro", "review-consensus"]
Confidence = Literal["high", "moderate", "low"]
Reach = Literal["endocrine", "paracrine", "autocrine"]
Change = Literal["rises", "falls", "unchanged", "unclear", "not-measured"]
Verdict = Literal["supported", "nuanced", "overstated", "unverified"]

EXERCISE = "exercise"
"""The agent of an effect that belongs to exercise as a whole, not to one signal."""
INACTIVITY = "inactivity"
"""The agent of an effect of sitting or bed rest. Never drawn as a release."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The name of one thing: `organ:liver`, `movement:running`, `signal:il6`, `region:skull`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said to a 15-year-old and to a student of physiology."""

    school: str
    university: str

    def at(self, level: Level) -> str:
        """The sentence for a reading level."""
        return self.school if level == "school" else self.university


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ or tissue; `ontology` is an UBERON, CL or other id, `regions` lie in every figure.

    A label points at one of `pointed_at`, those of its parts that show best what it is; () means at any.
    """

    id: str
    name: str
    ontology: str | None
    words: Words
    latin: str | None = None
    synonyms: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    closeup: str | None = None
    pointed_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """A myokine or other exerkine; `muscle` says whether working muscle sends it into the blood."""

    id: str
    name: str
    short: str
    family: str
    muscle: Literal["yes", "contested", "no"]
    why: str
    words: Words
    reach: tuple[Reach, ...]
    sources: tuple[str, ...]
    source_note: str = ""
    synonyms: tuple[str, ...] = ()
    gene: str | None = None
    uniprot: str | None = None
    chebi: str | None = None
    disputed: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What one agent is known to do in one organ: `agent` is a signal's id, EXERCISE or INACTIVITY."""

    id: str
    agent: str
    organ: str
    what: str
    how: str
    direction: Direction
    of: str
    evidence: Evidence
    confidence: Confidence
    references: tuple[str, ...]
    n: int | None = None
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Intensity:
    """How hard: per cent of maximal oxygen uptake, `None` where no number fits; `words` always does."""

    words: str
    low: float | None = None
    high: float | None = None
    estimate: bool = True


@dataclass(frozen=True, slots=True)
class Met:
    """Energy cost in metabolic equivalents, with its line in the Compendium of Physical Activities."""

    value: float
    code: str
    activity: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MuscleLoad:
    """How hard a muscle group works, 0 to 1; `group` is a region without its side: `quadriceps`.

    An estimate from anatomy for drawing, not a measurement.
    """

    group: str
    load: float


@dataclass(frozen=True, slots=True)
class Response:
    """What a movement does to one signal: `agent` is a signal's id, or EXERCISE as a whole."""

    agent: str
    change: Change
    acute: str
    size: str
    confidence: Confidence
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """A way to move, without a dose: `minutes` and `intensity` are the usual one.

    `rest` marks sitting: its responses are never drawn as a release. `minutes` is None for a programme.
    """

    id: str
    name: str
    words: Words
    intensity: Intensity
    muscles: tuple[MuscleLoad, ...]
    minutes: int | None = None
    rest: bool = False
    synonyms: tuple[str, ...] = ()
    mets: tuple[Met, ...] = ()
    muscle_share: str = ""
    muscle_basis: str = ""
    responses: tuple[Response, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A measured difference: `value` in `unit` of `measure` (HR, RR, mean change …), with its interval.

    `kind` says whether it is about inactivity or about exercise; `bearing` is the reader's summary of it.
    A value that is words only (a direction, a ranking) stands in `words`, and `value` is None.
    """

    id: str
    organ: str
    kind: Literal["inactivity", "exercise"]
    exposure: str
    endpoint: str
    measure: str
    bearing: Literal["harm", "benefit", "unclear"]
    design: str
    plain: str
    confidence: Confidence
    references: tuple[str, ...]
    value: float | None = None
    words: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    n: int | None = None
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """The same thing measured sedentary and active, side by side.

    `difference` is in numbers, `interval` says how exact it is, "" where that was not read.
    """

    id: str
    organ: str
    what: str
    sedentary: str
    active: str
    difference: str
    references: tuple[str, ...]
    sedentary_value: float | None = None
    active_value: float | None = None
    unit: str = ""
    note: str = ""
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of the popular article, in our words, with what the literature says of it."""

    number: int
    claim: str
    verdict: Verdict
    nuance: str
    references: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication; `verified` is true only where its DOI or PMID was seen beside that title."""

    id: str
    authors: str
    year: int
    title: str
    journal: str
    kind: str
    verified: bool
    doi: str | None = None
    pmid: str | None = None
    note: str = ""
    retracted: bool = False

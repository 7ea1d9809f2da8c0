"""The card of a signal: moving, sitting, and both."""

from __future__ import annotations

import re

from bodymap.atlas.records import Contrast, Ref, Signal
from bodymap.i18n import _, counted
from bodymap.viewmodels import words
from bodymap.viewmodels.card_rows import (
    Desk,
    claims_section,
    contrast_row,
    effect_rows,
    response_row,
    surest_first,
    uncertain_effects,
)
from bodymap.viewmodels.card_values import Card, LinkRow, Section
from bodymap.viewmodels.claims import claims_touching
from bodymap.viewmodels.topic import from_muscle


def signal_card(desk: Desk) -> Card:
    """Everything about the signal in focus, as the mode asks."""
    signal = desk.atlas.signals[desk.topic.ref.id]
    mode = desk.topic.mode
    sections = {"exercise": _moving, "sedentary": _sitting, "both": _both}[mode](desk, signal)
    sections += claims_section(desk, claims_touching(desk.atlas, Ref("signal", signal.id)))
    if not desk.is_school:
        desk.cites.cite(signal.references)
    weak = uncertain_effects(desk.atlas.effects_of(signal.id))
    return Card(
        ref=Ref("signal", signal.id),
        kicker=_kicker(desk, signal).upper(),
        title=signal.name,
        short=signal.short,
        role="working" if from_muscle(signal) and mode != "sedentary" else "receiving",
        sentence=signal.words.at(desk.level),
        sections=sections,
        uncertain=(*signal.disputed, *weak),
        sources=desk.cites.sources(desk.credits),
        facts=_facts(desk, signal),
        wide=mode == "both",
    )


def _kicker(desk: Desk, signal: Signal) -> str:
    if desk.is_school or not signal.gene:
        return _("Signal · {family}").format(family=signal.family)
    return _("Signal · {family} · gene {gene}").format(family=signal.family, gene=signal.gene)


def _facts(desk: Desk, signal: Signal) -> tuple[tuple[str, str], ...]:
    released = _("{answer}: {why}").format(answer=words.muscle_words(signal), why=signal.why)
    facts = [(_("Released by working muscle"), released)]
    if desk.is_school:
        return tuple(facts)
    facts.append((_("Reach"), ", ".join(_reach_word(r) for r in signal.reach)))
    if signal.source_note:
        facts.append((_("Made in"), signal.source_note))
    named = (
        (_("Also called"), ", ".join(signal.synonyms)),
        (_("Gene"), signal.gene),
        ("UniProt", signal.uniprot),
        ("ChEBI", signal.chebi),
    )
    return (*facts, *((label, value) for label, value in named if value))


def _reach_word(reach: str) -> str:
    reaches = {
        "endocrine": _("endocrine: travels with the blood"),
        "paracrine": _("paracrine: acts on neighbours"),
        "autocrine": _("autocrine: acts where it is made"),
    }
    return reaches[reach]


def _moving(desk: Desk, signal: Signal) -> tuple[Section, ...]:
    effects = _effects(desk, signal)
    return (effects, _responses(desk, signal), _sources(desk, signal))


def _effects(desk: Desk, signal: Signal) -> Section:
    ordered = surest_first(desk.atlas.effects_of(signal.id), by_organ=True)
    return Section(
        _("What it does"),
        _("evidence"),
        effect_rows(desk, ordered, by_organ=True),
        _("No effect of it is recorded in our data."),
    )


def _responses(desk: Desk, signal: Signal, rest: bool = False) -> Section:
    rows = tuple(
        response_row(desk, r, m, by_movement=True)
        for m in desk.atlas.movements.values()
        for r in m.responses
        if r.agent == signal.id and m.rest == rest and r.change != "not-measured"
    )
    if rest:
        more = ("weeks", _("over weeks …"))
        return Section(_("While sitting"), _("resting level"), rows, _("Not measured."), more)
    empty = _("No movement in our data was measured for it.")
    return Section(_("Movements that change it"), _("size"), rows, empty)


def _sources(desk: Desk, signal: Signal) -> Section:
    rows = tuple(
        LinkRow(Ref("organ", s), desk.atlas.organs[s].name, "")
        for s in signal.sources
        if s in desk.atlas.organs
    )
    return Section(_("Where it is made"), "", rows, signal.source_note or _("Not recorded."))


def _sitting(desk: Desk, signal: Signal) -> tuple[Section, ...]:
    note = _("no burst; the resting level stays")
    rows = tuple(LinkRow(Ref("organ", o.id), o.name, note) for o in desk.atlas.organs_answering(signal.id))
    empty = _("No organ in which it acts is recorded in our data.")
    missed = Section(_("Who no longer hears it"), _("bursts of a movement"), rows, empty)
    return (_responses(desk, signal, rest=True), *_pairs(desk, signal), missed)


def _both(desk: Desk, signal: Signal) -> tuple[Section, ...]:
    pairs = _pairs(desk, signal)  # first: sources are numbered as they are read
    sitting, moving = _responses(desk, signal, rest=True), _responses(desk, signal)
    return (*pairs, sitting, moving) if pairs else (sitting, moving, _missed_count(desk, signal))


def _missed_count(desk: Desk, signal: Signal) -> Section:
    n = len(desk.atlas.organs_answering(signal.id))
    said = counted("It acts in {n} organ or tissue.", "It acts in {n} organs or tissues.", n)
    return Section(
        _("Difference"), "", (), _("No number for both states in our data. {said}").format(said=said)
    )


def _pairs(desk: Desk, signal: Signal) -> tuple[Section, ...]:
    rows = tuple(contrast_row(desk, c) for c in desk.atlas.contrasts if _names(c, signal))
    return (Section(_("Difference"), _("sedentary, exercising, difference"), rows),) if rows else ()


def _names(contrast: Contrast, signal: Signal) -> bool:
    """Whether a pair is about a signal: its short or full name stands in it as a word of its own."""
    names = (re.escape(signal.short), re.escape(signal.name))
    return re.search(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", contrast.what) is not None

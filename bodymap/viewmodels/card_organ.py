"""The card of an organ: moving, sitting, and both."""

from __future__ import annotations

from bodymap.atlas.records import EXERCISE, INACTIVITY, Organ, Ref
from bodymap.i18n import _, counted
from bodymap.viewmodels.card_findings import finding_sections
from bodymap.viewmodels.card_rows import (
    Desk,
    cautions,
    claims_section,
    contrast_row,
    effect_rows,
    signal_link,
    surest_first,
    uncertain_effects,
)
from bodymap.viewmodels.card_values import Card, LinkRow, Section
from bodymap.viewmodels.claims import claims_touching
from bodymap.viewmodels.places import organ_of_muscle
from bodymap.viewmodels.topic import from_muscle, part_name, risen, travels

_MOST_MOVEMENTS = 6


def organ_card(desk: Desk) -> Card:
    """Everything about the organ in focus, as the mode asks."""
    organ = desk.atlas.organs[desk.topic.ref.id]
    mode = desk.topic.mode
    parts = {"exercise": _moving, "sedentary": _sitting, "both": _both}
    sections, uncertain = parts[mode](desk, organ)
    sections += claims_section(desk, claims_touching(desk.atlas, Ref("organ", organ.id)))
    return Card(
        ref=Ref("organ", organ.id),
        kicker=_kicker(desk, organ).upper(),
        title=organ.name,
        short="",
        role="harm" if mode == "sedentary" else "receiving",
        sentence=_sentence(desk, organ),
        sections=sections,
        uncertain=uncertain,
        sources=desk.cites.sources(desk.credits),
        facts=_facts(desk, organ),
        wide=mode == "both",
    )


def _sentence(desk: Desk, organ: Organ) -> str:
    """What the organ does for movement; while people sit, the surest thing that was found of sitting."""
    found = [f for f in desk.atlas.findings_on(organ.id, "inactivity") if f.plain]
    if desk.topic.mode != "sedentary" or not found:
        return organ.words.at(desk.level)
    return min(found, key=lambda f: ("high", "moderate", "low").index(f.confidence)).plain


def _kicker(desk: Desk, organ: Organ) -> str:
    if desk.topic.mode == "sedentary":
        n = len(desk.atlas.findings_on(organ.id, "inactivity"))
        n += sum(e.agent == INACTIVITY for e in desk.atlas.effects_on(organ.id))
        return counted("Organ · {n} result about sitting", "Organ · {n} results about sitting", n)
    n = len(desk.atlas.signals_acting_on(organ.id))
    return counted("Organ · {n} signal acts here", "Organ · {n} signals act here", n)


def _facts(desk: Desk, organ: Organ) -> tuple[tuple[str, str], ...]:
    chosen = part_name(desk.anatomy, desk.topic)
    part = ((_("Chosen part"), chosen),) if chosen else ()
    if desk.is_school:
        return part
    latin = ((_("Latin"), organ.latin),) if organ.latin else ()
    return (*part, *latin, (_("Ontology"), organ.ontology or _("no exact term")))


def _moving(desk: Desk, organ: Organ) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    effects = desk.atlas.effects_on(organ.id)
    now = risen(desk.topic.movement)
    ordered = surest_first([e for e in effects if e.agent in desk.atlas.signals])
    ordered.sort(key=lambda effect: effect.agent not in now)
    whole = surest_first([e for e in effects if e.agent == EXERCISE])
    acts = Section(
        _("What signals do here"),
        _first_words(desk, [e.agent for e in ordered]) or _("evidence"),
        effect_rows(desk, ordered),
        _("No effect of a single signal is recorded here in our data."),
    )
    sections = [acts]
    if whole:
        sections.append(Section(_("Exercise as a whole"), _("evidence"), effect_rows(desk, whole)))
    measured = desk.atlas.findings_on(organ.id, "exercise")
    if measured and not desk.is_school:
        heading = Section(_("Measured in people who train"), _("with 95 % interval"), ())
        sections += finding_sections(desk, heading, measured)
    links = (_sources(desk, organ), _movements(desk, organ))
    sections += [section for section in links if section.rows]
    return tuple(sections), uncertain_effects([*ordered, *whole])


def _first_words(desk: Desk, agents: list[str]) -> str:
    """That the rows begin with the signals which the movement raises, where some do and others follow."""
    movement = desk.topic.movement
    now = risen(movement)
    rising = [agent in now for agent in agents]
    if movement is None or not any(rising) or all(rising):
        return ""
    return _("{movement} first").format(movement=movement.name)


def _sources(desk: Desk, organ: Organ) -> Section:
    senders: dict[str, list[str]] = {}
    for signal in desk.atlas.signals_acting_on(organ.id):
        for source in signal.sources:
            if travels(signal) or source == organ.id:
                senders.setdefault(source, []).append(signal.short)
    rows = tuple(
        LinkRow(Ref("organ", source), desk.atlas.organs[source].name, ", ".join(shorts))
        for source, shorts in senders.items()
        if source in desk.atlas.organs
    )
    return Section(_("Where these signals come from"), "", rows)


def _movements(desk: Desk, organ: Organ) -> Section:
    acting = {s.id for s in desk.atlas.signals_acting_on(organ.id)}
    counts = {m.id: len(acting & risen(m)) for m in desk.atlas.movements.values()}
    best = sorted((m for m in counts if counts[m]), key=lambda m: -counts[m])[:_MOST_MOVEMENTS]
    rows = tuple(
        LinkRow(
            Ref("movement", m),
            desk.atlas.movements[m].name,
            counted("raises {n} of these signals", "raises {n} of these signals", counts[m]),
        )
        for m in best
    )
    return Section(_("Movements that send them"), "", rows)


def _sitting(desk: Desk, organ: Organ) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    findings = desk.atlas.findings_on(organ.id, "inactivity")
    effects = [e for e in desk.atlas.effects_on(organ.id) if e.agent == INACTIVITY]
    empty = _("Not measured for sitting or bed rest in our data.")
    heading = Section(_("What sitting does"), _("measured"), (), empty)
    does = finding_sections(desk, heading, findings, effects)
    return (*does, missing_section(desk, organ)), cautions(desk, findings) + uncertain_effects(effects)


def missing_section(desk: Desk, organ: Organ) -> Section:
    """The signals whose bursts an organ no longer hears while nothing moves."""
    rises = {a for m in desk.atlas.movements.values() for a in risen(m)}
    note = _("no burst; the resting level stays")
    rows = tuple(
        signal_link(s, note)
        for s in desk.atlas.signals_acting_on(organ.id)
        if s.id in rises and (travels(s) or (from_muscle(s) and organ.id == organ_of_muscle(desk.atlas)))
    )
    empty = _("No burst of a signal that acts here is recorded in our data.")
    return Section(_("What it no longer hears"), _("bursts of a movement"), rows, empty)


def _both(desk: Desk, organ: Organ) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    pairs = tuple(contrast_row(desk, c) for c in desk.atlas.contrasts_on(organ.id))
    difference = Section(
        _("Difference"),
        _("sedentary, exercising, difference"),
        pairs,
        _("No study in our data measured both in the same people; the results below stand apart."),
    )
    sections = [difference]
    sitting = desk.atlas.findings_on(organ.id, "inactivity")
    moving = desk.atlas.findings_on(organ.id, "exercise")
    effects = desk.atlas.effects_on(organ.id)
    for title, findings, agent in (
        (_("Sitting"), sitting, INACTIVITY),
        (_("Exercising"), moving, EXERCISE),
    ):
        more = [e for e in effects if e.agent == agent]
        heading = Section(title, "", (), _("Nothing measured in our data."))
        sections += finding_sections(desk, heading, findings, more)
    return tuple(sections), cautions(desk, (*sitting, *moving))

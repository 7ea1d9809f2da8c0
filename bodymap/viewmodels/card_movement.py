"""The card of a movement: moving, sitting, and both."""

from __future__ import annotations

from bodymap.atlas.records import Intensity, Movement, Ref
from bodymap.i18n import _, counted
from bodymap.viewmodels import words
from bodymap.viewmodels.card_findings import finding_sections
from bodymap.viewmodels.card_rows import (
    Desk,
    cautions,
    contrast_row,
    response_row,
    signal_link,
)
from bodymap.viewmodels.card_values import Card, LinkRow, Section
from bodymap.viewmodels.places import group_name
from bodymap.viewmodels.topic import agents, answers, harm_count

WHOLE_BODY = "whole-body"
"""The place of findings that belong to no single organ, such as the risk of dying."""


def movement_card(desk: Desk) -> Card:
    """Everything about the movement in focus, as the mode asks."""
    movement = desk.atlas.movements[desk.topic.ref.id]
    mode = desk.topic.mode
    rest = _rest_instead(desk, movement)
    about = rest if rest and mode == "sedentary" else movement
    sections = {"exercise": _moving, "sedentary": _sitting, "both": _both}[mode](desk, movement)
    return Card(
        ref=Ref("movement", movement.id),
        kicker=_kicker(movement, about).upper(),
        title=_("{movement} or {rest}").format(movement=movement.name, rest=rest.name.lower())
        if rest and mode == "both"
        else about.name,
        short="",
        role="harm" if mode == "sedentary" else "working",
        sentence=about.words.at(desk.level),
        sections=sections,
        uncertain=_uncertain(desk, movement),
        sources=desk.cites.sources(desk.credits),
        facts=_facts(desk, about),
        wide=mode == "both",
    )


def _rest_instead(desk: Desk, movement: Movement) -> Movement | None:
    """What stands against a movement: the movement of the data that is rest; None for that itself."""
    if movement.rest:
        return None
    return next((m for m in desk.atlas.movements.values() if m.rest), None)


def _kicker(movement: Movement, about: Movement) -> str:
    if about is not movement:
        return _("Sedentary · in place of {movement}").format(movement=movement.name)
    dose = words.dose(movement)
    if movement.rest:
        return _("Sitting · {dose}").format(dose=dose)
    return _("Movement · usual dose {dose}").format(dose=dose)


def _facts(desk: Desk, movement: Movement) -> tuple[tuple[str, str], ...]:
    facts = [(_("Usual dose"), words.dose(movement)), (_("How hard"), _effort(desk, movement.intensity))]
    for met in movement.mets if not desk.is_school else ():
        sources = "".join(f" [{n}]" for n in desk.cites.cite(met.references))
        value = _("{value} MET, Compendium {code}, {activity}{sources}")
        text = value.format(
            value=words.number(met.value), code=met.code, activity=met.activity, sources=sources
        )
        facts.append((_("Energy"), text))
    if movement.muscle_share and not desk.is_school:
        facts.append((_("Share of muscle at work"), movement.muscle_share))
    return tuple(fact for fact in facts if fact[1])


def _effort(desk: Desk, intensity: Intensity) -> str:
    if desk.is_school or intensity.low is None or intensity.high is None:
        return intensity.words
    low, high = words.number(intensity.low), words.number(intensity.high)
    form = _("{low}–{high} % of VO₂max (estimate)") if intensity.estimate else _("{low}–{high} % of VO₂max")
    return form.format(low=low, high=high)


def _uncertain(desk: Desk, movement: Movement) -> tuple[str, ...]:
    if desk.topic.mode == "exercise":
        note = (movement.note,) if movement.note else ()
        basis = "" if desk.is_school else movement.muscle_basis
        return (
            *note,
            basis or _("How hard each muscle works is an estimate from anatomy, not a measurement."),
        )
    kind = "inactivity" if desk.topic.mode == "sedentary" else None
    findings = desk.atlas.findings_on(WHOLE_BODY, kind)
    note = (movement.note,) if movement.rest and movement.note else ()
    return (*note, *cautions(desk, findings))


def _moving(desk: Desk, movement: Movement) -> tuple[Section, ...]:
    return (_signals(desk, movement), _answering(desk, movement), _muscles(desk, movement))


def _signals(desk: Desk, movement: Movement) -> Section:
    rows = tuple(response_row(desk, r, movement) for r in movement.responses if r.change != "not-measured")
    title = _("What changes at rest") if movement.rest else _("Signals it changes")
    return Section(title, _("change and size"), rows, _("No signal was measured for it."))


def _answering(desk: Desk, movement: Movement) -> Section:
    rows = tuple(
        LinkRow(
            Ref("organ", organ),
            desk.atlas.organs[organ].name,
            counted("{n} signal acts there", "{n} signals act there", agents(effects)),
        )
        for organ, effects in answers(desk.atlas, movement).items()
    )
    return Section(_("Organs that answer"), _("most evidence first"), rows, _("None is known."))


def _muscles(desk: Desk, movement: Movement) -> Section:
    loads = sorted(movement.muscles, key=lambda m: -m.load)
    rows = tuple(
        LinkRow(Ref("region", m.group), group_name(desk.anatomy, m.group), _load(desk, m.load)) for m in loads
    )
    return Section(_("Working muscles"), _("estimate"), rows, _("No muscle works hard."))


def _load(desk: Desk, load: float) -> str:
    said = words.load_words(load)
    if desk.is_school:
        return said
    return _("{words}, about {percent} %").format(words=said, percent=words.number(round(load * 100)))


def _sitting(desk: Desk, movement: Movement) -> tuple[Section, ...]:
    findings = desk.atlas.findings_on(WHOLE_BODY, "inactivity")
    heading = Section(_("What sitting does"), _("measured"), (), _("Not measured in our data."))
    does = finding_sections(desk, heading, findings)
    own = (_signals(desk, movement),) if movement.rest else (_missing(desk, movement),)
    return (*does, _harmed(desk), *own)


def _harmed(desk: Desk) -> Section:
    atlas = desk.atlas
    counts = {organ: harm_count(atlas, organ) for organ in atlas.harmed_organs()}
    rows = tuple(
        LinkRow(
            Ref("organ", organ),
            atlas.organs[organ].name,
            counted("{n} result about sitting", "{n} results about sitting", counts[organ]),
        )
        for organ in sorted(counts, key=lambda o: -counts[o])
        if organ != WHOLE_BODY
    )
    return Section(_("Organs in which sitting was measured"), "", rows, _("None is known."))


def _missing(desk: Desk, movement: Movement) -> Section:
    note = _("no burst; the resting level stays")
    rows = tuple(signal_link(s, note) for s in desk.atlas.signals_in(movement.id))
    return Section(_("What stays away without it"), "", rows, _("No signal was measured for it."))


def _both(desk: Desk, movement: Movement) -> tuple[Section, ...]:
    pairs = tuple(contrast_row(desk, c) for c in desk.atlas.contrasts)
    difference = Section(
        _("Difference"),
        _("sedentary, exercising, difference"),
        pairs,
        _("No study in our data measured both in the same people."),
    )
    heading = Section(_("What it adds up to"), _("the whole body"), (), _("Not measured in our data."))
    adds_up = finding_sections(desk, heading, desk.atlas.findings_on(WHOLE_BODY))
    return (difference, *adds_up, _signals(desk, movement))

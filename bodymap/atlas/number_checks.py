"""Numbers and identifiers that contradict themselves; each is told and taken out of its record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bodymap.atlas.entries import Entry
from bodymap.atlas.links import Links
from bodymap.atlas.records import Effect, Finding, Movement, Organ, Reference, Signal

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+\Z")
_PMID = re.compile(r"[1-9][0-9]{0,8}\Z")
ONTOLOGY_ID = re.compile(r"[A-Za-z]{2,12}:[A-Za-z]?[0-9]{3,9}\Z")


def within_bounds(links: Links, entry: Entry, record: Any) -> Any:
    """The record without numbers and identifiers that cannot be right; tells a problem for each."""
    if isinstance(record, Organ | Signal | Movement):
        _named(links, entry, record)
    match record:
        case Effect():
            return _counted(links, entry, record)
        case Finding():
            return _interval(links, entry, _counted(links, entry, record))
        case Organ():
            return _ontology(links, entry, record)
        case Movement():
            return _dose(links, entry, record)
        case Reference():
            return _reference(links, entry, record)
        case _:
            return record


def _named(links: Links, entry: Entry, record: Organ | Signal | Movement) -> None:
    if not _ID.match(record.id):
        what = f"the id '{record.id[:40]}' should be lower case letters, digits and hyphens"
        links.tell(entry, ("id",), what)
    texts = {
        ("name",): record.name,
        ("words", "school"): record.words.school,
        ("words", "university"): record.words.university,
    }
    for loc, text in texts.items():
        if not text.strip():
            links.tell(entry, loc, f"'{loc[-1]}' says nothing")


def _counted(links: Links, entry: Entry, record: Any) -> Any:
    if record.n is None or record.n >= 1:
        return record
    links.tell(entry, ("n",), f"'n' is {record.n}; it counts people or animals and is at least 1")
    return replace(record, n=None)


def _interval(links: Links, entry: Entry, finding: Finding) -> Finding:
    low, high, value = finding.low, finding.high, finding.value
    if value is None and not finding.words.strip():
        links.tell(entry, (), "this finding has neither a 'value' nor 'words'")
    if low is not None and high is not None and low > high:
        links.tell(entry, ("low",), f"'low' is {low:g}, above 'high', {high:g}")
    elif value is not None and low is not None and value < low:
        links.tell(entry, ("value",), f"'value' is {value:g}, below 'low', {low:g}")
    elif value is not None and high is not None and value > high:
        links.tell(entry, ("value",), f"'value' is {value:g}, above 'high', {high:g}")
    else:
        return finding
    return replace(finding, low=None, high=None)


def _ontology(links: Links, entry: Entry, organ: Organ) -> Organ:
    if organ.ontology is None:
        links.tell(entry, ("ontology",), "an organ needs its ontology id, such as UBERON:0002107")
    elif not ONTOLOGY_ID.match(organ.ontology):
        links.tell(entry, ("ontology",), f"'{organ.ontology}' is not an ontology id, such as UBERON:0002107")
        return replace(organ, ontology=None)
    return organ


def _dose(links: Links, entry: Entry, movement: Movement) -> Movement:
    usual = movement.intensity
    if usual.low is not None and usual.high is not None and usual.low > usual.high:
        links.tell(entry, ("intensity", "low"), f"'low' is {usual.low:g}, above 'high', {usual.high:g}")
        movement = replace(movement, intensity=replace(usual, low=None, high=None))
    if movement.minutes is not None and movement.minutes < 1:
        links.tell(entry, ("minutes",), f"'minutes' is {movement.minutes}; it is at least 1, or left out")
        movement = replace(movement, minutes=None)
    return movement


def _reference(links: Links, entry: Entry, reference: Reference) -> Reference:
    if reference.doi is not None and not _DOI.match(reference.doi):
        links.tell(entry, ("doi",), f"'{reference.doi[:60]}' is not a DOI; one begins with 10. and a slash")
        reference = replace(reference, doi=None)
    if reference.pmid is not None and not _PMID.match(reference.pmid):
        links.tell(entry, ("pmid",), f"'{reference.pmid[:60]}' is not a PMID; one looks like 22473333")
        reference = replace(reference, pmid=None)
    return reference

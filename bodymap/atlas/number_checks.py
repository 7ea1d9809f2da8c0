"""Numbers and identifiers that contradict themselves; each is told and taken out of its record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bodymap.atlas.entries import Entry
from bodymap.atlas.finding_checks import check_unit, checked_finding
from bodymap.atlas.links import Links
from bodymap.atlas.records import Contrast, Effect, Finding, Intensity, Movement, Organ, Reference, Signal
from bodymap.loading.suggestions import plain_id

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+\Z")
_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_PMID = re.compile(r"[1-9][0-9]{0,8}\Z")
_MOST_PERCENT = 100
ONTOLOGY_ID = re.compile(r"[A-Za-z]{2,12}:[A-Za-z]?[0-9]{3,9}\Z")


def within_bounds(links: Links, entry: Entry, record: Any) -> Any:
    """The record without numbers and identifiers that cannot be right; tells a problem for each."""
    _name(links, entry, record)
    match record:
        case Effect():
            return _counted(links, entry, record)
        case Finding():
            return checked_finding(links, entry, _counted(links, entry, record))
        case Contrast():
            check_unit(links, entry, record)
            return record
        case Organ():
            return _ontology(links, entry, record)
        case Movement():
            return _dose(links, entry, record)
        case Reference():
            return _reference(links, entry, record)
        case _:
            return record


def _name(links: Links, entry: Entry, record: Any) -> None:
    if isinstance(record, Organ | Signal | Movement):
        _named(links, entry, record)
    elif isinstance(record, Effect | Finding | Contrast | Reference) and not record.id.isascii():
        what = f"the id '{record.id[:40]}' should be letters without accents, digits and hyphens"
        links.tell(entry, ("id",), what, "bad-identifier", suggestion=plain_id(record.id[:100]))


def _named(links: Links, entry: Entry, record: Organ | Signal | Movement) -> None:
    if not _ID.match(record.id):
        what = f"the id '{record.id[:40]}' should be lower case letters, digits and hyphens"
        links.tell(entry, ("id",), what, "bad-identifier", suggestion=plain_id(record.id[:100]))
    texts = {
        ("name",): record.name,
        ("words", "school"): record.words.school,
        ("words", "university"): record.words.university,
    }
    for loc, text in texts.items():
        if not text.strip():
            links.tell(entry, loc, f"'{loc[-1]}' says nothing", "blank-text")


def _counted(links: Links, entry: Entry, record: Any) -> Any:
    if record.n is None or record.n >= 1:
        return record
    what = f"'n' is {record.n}; it counts people or animals and is at least 1"
    links.tell(entry, ("n",), what, "impossible-number")
    return replace(record, n=None)


def _ontology(links: Links, entry: Entry, organ: Organ) -> Organ:
    if organ.ontology is None:
        what = "an organ needs its ontology id, such as UBERON:0002107"
        links.tell(entry, ("ontology",), what, "bad-identifier")
    elif not ONTOLOGY_ID.match(organ.ontology):
        what = f"'{organ.ontology}' is not an ontology id, such as UBERON:0002107"
        links.tell(entry, ("ontology",), what, "bad-identifier")
        return replace(organ, ontology=None)
    return organ


def _dose(links: Links, entry: Entry, movement: Movement) -> Movement:
    wrong = _wrong_intensity(movement.intensity)
    if wrong:
        name, what = wrong
        links.tell(entry, ("intensity", name), what, "impossible-number")
        movement = replace(movement, intensity=replace(movement.intensity, low=None, high=None))
    if movement.minutes is not None and movement.minutes < 1:
        what = f"'minutes' is {movement.minutes}; it is at least 1, or left out"
        links.tell(entry, ("minutes",), what, "impossible-number")
        movement = replace(movement, minutes=None)
    return movement


def _wrong_intensity(usual: Intensity) -> tuple[str, str] | None:
    for name, percent in (("low", usual.low), ("high", usual.high)):
        if percent is not None and not 0 <= percent <= _MOST_PERCENT:
            cure = "; say what is above the maximum in 'words'" if percent > 0 else ""
            return (
                name,
                f"'{name}' is {percent:g}; per cent of maximal oxygen uptake lie between 0 and 100{cure}",
            )
    if usual.low is not None and usual.high is not None and usual.low > usual.high:
        return "low", f"'low' is {usual.low:g}, above 'high', {usual.high:g}"
    return None


def _reference(links: Links, entry: Entry, reference: Reference) -> Reference:
    if reference.verified and reference.doi is None and reference.pmid is None:
        what = (
            f"'{reference.id}' is verified but has no doi and no pmid; "
            "add the one you saw, or write `verified: false`"
        )
        links.tell(entry, ("verified",), what, "unverified-reference")
        return replace(reference, verified=False)
    if reference.doi is not None and not _DOI.match(reference.doi):
        address = _DOI_ADDRESS.match(reference.doi)
        what = (
            f"leave out `{address.group()}`; a DOI begins with 10."
            if address
            else f"'{reference.doi[:60]}' is not a DOI; one begins with 10. and a slash"
        )
        links.tell(entry, ("doi",), what, "bad-identifier")
        reference = replace(reference, doi=None)
    if reference.pmid is not None and not _PMID.match(reference.pmid):
        what = f"'{reference.pmid[:60]}' is not a PMID; one looks like 22473333"
        links.tell(entry, ("pmid",), what, "bad-identifier")
        reference = replace(reference, pmid=None)
    return reference

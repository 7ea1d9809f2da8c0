"""What is shown as a table: a row for each thing that the card says of a state, with evidence and sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bodymap.viewmodels.card_values import Card, ClaimRow, EffectRow, LinkRow, NumberRow, Source


class ShownRow(NamedTuple):
    """One row; what a row has not is empty. The fields are the columns of the file, in order."""

    step: str = ""
    step_title: str = ""
    subject: str = ""
    subject_name: str = ""
    section: str = ""
    kind: str = ""
    thing: str = ""
    name: str = ""
    direction: str = ""
    what: str = ""
    how: str = ""
    value: str = ""
    interval: str = ""
    sedentary: str = ""
    active: str = ""
    evidence: str = ""
    confidence: str = ""
    n: str = ""
    sources: str = ""
    addresses: str = ""
    origin: str = ""


def shown_rows(card: Card, step: str = "", title: str = "") -> tuple[ShownRow, ...]:
    """The rows of a card, in its order; `step` and `title` say of which step of a lesson."""
    about = ShownRow(step=step, step_title=title, subject=str(card.ref), subject_name=card.title)
    sources = {source.number: source for source in card.sources}
    head = about._replace(kind="sentence", what=card.sentence)
    rows = (
        _row(row, about._replace(section=section.title), sources)
        for section in card.sections
        for row in section.rows
    )
    notes = (about._replace(kind="note", name=label, what=words) for label, words in card.notes)
    return (head, *notes, *rows)


def as_csv(rows: Iterable[ShownRow]) -> bytes:
    """The rows with a head, commas and quotes; UTF-8 with a mark, without which spreadsheets misread it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(ShownRow._fields)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _row(row: EffectRow | NumberRow | LinkRow | ClaimRow, at: ShownRow, known: dict[int, Source]) -> ShownRow:
    if isinstance(row, LinkRow):
        return at._replace(kind="link", thing=str(row.ref), name=row.text, what=row.note)
    at = _sourced(at, row.numbers, known)._replace(origin=row.origin)
    if isinstance(row, EffectRow):
        return at._replace(
            kind="effect",
            thing=str(row.ref) if row.ref else "",
            name=row.title,
            direction=row.direction_word,
            what=row.what,
            how=row.how,
            evidence=row.evidence,
            confidence=row.confidence_word,
            n=row.n,
        )
    if isinstance(row, ClaimRow):
        return at._replace(kind="claim", name=row.verdict, what=row.claim, how=row.nuance)
    return at._replace(
        kind="number",
        name=row.title,
        what=row.note,
        value=row.number,
        interval=row.interval,
        sedentary=row.sedentary,
        active=row.active,
        confidence=row.confidence_word,
    )


def _sourced(at: ShownRow, numbers: Sequence[int], known: dict[int, Source]) -> ShownRow:
    found = [known[number] for number in numbers if number in known]
    return at._replace(
        sources="; ".join(source.citation for source in found),
        addresses=" ".join(source.url for source in found if source.url),
    )

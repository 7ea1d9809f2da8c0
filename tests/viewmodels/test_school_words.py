"""What a class reads names no HR, RR or OR: in a gym the first of them is a pulse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.state import MODES, State
from bodymap.viewmodels.reader import Reader

BARE = re.compile(r".{0,30}\b(?:HR|RR|OR)\b.{0,12}")


def test_no_card_and_no_caption_at_school_gives_a_ratio_by_its_letters(library: Library) -> None:
    reader, found = Reader(library.atlas, library.anatomy), dict[str, list[str]]()
    pairs = 0
    for ref in all_refs(library.atlas):
        for mode in MODES:
            state = State(focus=ref, lens=ref.kind, mode=mode)
            card, stage = replace(reader.card(state), sources=()), reader.stage(state)
            pairs += "times the risk" in repr(card)
            if said := BARE.findall(repr((card, stage))):
                found[f"{ref} {mode}"] = said
    assert found == {}
    assert pairs, "the pairs of the whole body were not read"


def test_no_claim_gives_a_ratio_by_its_letters(library: Library) -> None:
    assert [said for claim in library.atlas.claims for said in BARE.findall(claim.nuance)] == []


def all_refs(atlas: Atlas) -> Iterator[Ref]:
    yield from (Ref("organ", name) for name in atlas.organs)
    yield from (Ref("signal", name) for name in atlas.signals)
    yield from (Ref("movement", name) for name in atlas.movements)

"""A round: questions of several kinds in turn, by a seed, none twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from types import MappingProxyType

from bodymap.features.quiz.acting import match_questions, organ_questions, signal_questions, source_questions
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.measured import (
    claim_questions,
    direction_questions,
    moving_questions,
    order_questions,
)
from bodymap.features.quiz.model import KINDS, Kind, Question, Written, written_question

_MAKERS: Mapping[Kind, Callable[[Bank, Random], Iterator[Question]]] = MappingProxyType(
    {
        "organ": organ_questions,
        "signal": signal_questions,
        "source": source_questions,
        "direction": direction_questions,
        "order": order_questions,
        "claim": claim_questions,
        "match": match_questions,
        "moving": moving_questions,
    }
)


def round_of(
    bank: Bank, kinds: Sequence[Kind] = KINDS, n: int = 10, seed: int = 0, own: Sequence[Written] = ()
) -> tuple[Question, ...]:
    """Up to `n` questions, of each kind in turn, the teacher's own first; fewer where there are no more.

    The same bank, kinds, seed and own questions give the same round on every computer.
    """
    streams = [_MAKERS[kind](bank, Random(f"{seed} {kind}")) for kind in dict.fromkeys(kinds)]
    if own:
        streams.insert(0, _written(own, Random(f"{seed} written")))
    found: list[Question] = []
    used: set[str] = set()
    while streams and len(found) < n:
        stream = streams.pop(0)
        question = next((q for q in stream if q.key not in used), None)
        if question is not None:
            used.add(question.key)
            found.append(question)
            streams.append(stream)
    return tuple(found)


def _written(own: Sequence[Written], rng: Random) -> Iterator[Question]:
    return (written_question(each, rng) for each in own)

"""Questions about who acts where: click the organ, which signal, who makes it, match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from bodymap.atlas.records import Effect, Signal
from bodymap.features.quiz.bank import NOWHERE, Acting, Bank, kin
from bodymap.features.quiz.model import Choice, Kind, Question, shuffled
from bodymap.i18n import _
from bodymap.viewmodels.words import evidence_word

_Thing = TypeVar("_Thing")
_OTHERS = 3
_PAIRS = 3


def organ_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """On which organ a signal acts: one of four; each signal once."""
    by_signal: dict[str, list[Acting]] = {}
    for pair in (bank.acting[i] for i in bank.asked):
        by_signal.setdefault(pair.signal, []).append(pair)
    for signal in _in_any_order(list(by_signal), rng):
        pair = rng.choice(by_signal[signal])
        others = _others(bank, pair.organ, bank.silent[signal], rng)
        if len(others) == _OTHERS:
            name = bank.atlas.signals[signal].short
            asks = (
                _("Click the organ on which {signal} was shown to act, in people, animals or cells.").format(
                    signal=name
                ),
                _("On which of these was {signal} shown to act, in people, animals or cells?").format(
                    signal=name
                ),
            )
            why = _why(pair.effect)
            found = _of_organs(bank, "organ", (pair.organ, *others), asks, rng)
            yield replace(
                found,
                why=why,
                references=pair.effect.references,
                about=(f"signal:{signal}", f"effect:{pair.effect.id}"),
                key=f"organ {signal}",
            )


def source_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Which tissue makes a signal: one of four; each signal once."""
    for signal in _in_any_order(bank.makers, rng):
        right = rng.choice(signal.sources)
        others = _others(bank, right, _no_makers(bank, signal), rng)
        if len(others) == _OTHERS:
            asks = (
                _("Click the tissue that makes {signal}.").format(signal=signal.short),
                _("Which of these makes {signal}?").format(signal=signal.short),
            )
            organs = (bank.atlas.organs[o].name for o in signal.sources)
            makers = signal.source_note.rstrip(".") or ", ".join(organs)
            why = _("{signal} comes from: {makers}.").format(signal=signal.short, makers=makers)
            found = _of_organs(bank, "source", (right, *others), asks, rng)
            yield replace(
                found,
                why=why,
                references=signal.references,
                about=(f"signal:{signal.id}",),
                key=f"source {signal.id}",
            )


def signal_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Which signal does something in an organ: one of four."""
    signals = bank.atlas.signals
    for pair in _in_any_order([bank.acting[i] for i in bank.asked], rng):
        effect = pair.effect
        silent = [s for s in signals if pair.organ in bank.silent[s]]
        if len(silent) < _OTHERS:
            continue
        ids = (pair.signal, *rng.sample(silent, _OTHERS))
        choices, right = shuffled([Choice(f"signal:{s}", signals[s].short) for s in ids], rng)
        ask = _asked_of(effect).format(organ=bank.atlas.organs[pair.organ].name, of=effect.of)
        about = (f"effect:{effect.id}",)
        yield Question("signal", "choice", ask, choices, right, _why(effect), effect.references, about, ask)


def match_questions(bank: Bank, rng: Random) -> Iterator[Question]:
    """Signals and the organs on which they act: three pairs, and no other pair is known."""
    for first in _in_any_order(bank.asked, rng):
        chosen, left = [first], bank.beside[first]
        while len(chosen) < _PAIRS and left:
            chosen.append(rng.choice(sorted(left)))
            left = left & bank.beside[chosen[-1]]
        if len(chosen) == _PAIRS:
            yield _matched(bank, [bank.acting[i] for i in chosen], rng)


def _matched(bank: Bank, pairs: list[Acting], rng: Random) -> Question:
    atlas = bank.atlas
    order = list(range(len(pairs)))
    rng.shuffle(order)
    return Question(
        kind="match",
        form="match",
        ask=_("Which signal was shown to act on which organ, in people, animals or cells?"),
        choices=tuple(Choice(f"organ:{pairs[i].organ}", atlas.organs[pairs[i].organ].name) for i in order),
        right=tuple(order.index(i) for i in range(len(pairs))),
        why=" ".join(_why(pair.effect) for pair in pairs),
        references=tuple(dict.fromkeys(r for pair in pairs for r in pair.effect.references)),
        about=tuple(f"effect:{pair.effect.id}" for pair in pairs),
        key=" ".join(sorted(f"{pair.signal}-{pair.organ}" for pair in pairs)),
        left=tuple(Choice(f"signal:{pair.signal}", atlas.signals[pair.signal].short) for pair in pairs),
    )


def _others(bank: Bank, right: str, silent: Sequence[str], rng: Random) -> list[str]:
    """Wrong organs: large ones where the right one is large, so that all can be clicked."""
    if right in bank.clickable:
        large = [organ for organ in silent if organ in bank.clickable]
        if len(large) >= _OTHERS:
            return rng.sample(large, _OTHERS)
    return rng.sample(silent, _OTHERS) if len(silent) >= _OTHERS else []


def _no_makers(bank: Bank, signal: Signal) -> list[str]:
    near = frozenset[str]().union(*(kin(bank.atlas, organ) for organ in signal.sources))
    return [organ for organ in bank.atlas.organs if organ != NOWHERE and organ not in near]


def _of_organs(
    bank: Bank, kind: Kind, organs: tuple[str, ...], asks: tuple[str, str], rng: Random
) -> Question:
    """A question whose choices are organs, the first the right one; by click where each can be hit."""
    choices, right = shuffled([Choice(f"organ:{o}", bank.atlas.organs[o].name) for o in organs], rng)
    by_click = bank.clickable.issuperset(organs)
    return Question(
        kind, "click" if by_click else "choice", asks[not by_click], choices, right, "", (), (), ""
    )


def _asked_of(effect: Effect) -> str:
    """The sentence that asks for a signal, by what happens."""
    if effect.direction == "increases":
        return _(
            "{organ}: more of “{of}”. Which signal was shown to go with it, in people, animals or cells?"
        )
    if effect.direction == "decreases":
        return _(
            "{organ}: less of “{of}”. Which signal was shown to go with it, in people, animals or cells?"
        )
    return _(
        "{organ}: a change of “{of}”. Which signal was shown to go with it, in people, animals or cells?"
    )


def _why(effect: Effect) -> str:
    return _("{what} (Evidence: {evidence}.)").format(
        what=effect.what, evidence=evidence_word(effect.evidence)
    )


def _in_any_order(things: Sequence[_Thing], rng: Random) -> list[_Thing]:
    found = list(things)
    rng.shuffle(found)
    return found

"""What is found besides what is known: ready days, lessons, and things to do, by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bodymap.viewmodels.search_entries import Hit, tokens

_MOST = 5
"""So many of one kind whose names were not half typed."""
_LEAST, _HALF = 4, 0.5
"""Letters from which a name can be half typed: fewer begin too many."""


class Offer(NamedTuple):
    """Something that is found by the title of its hit or by one of other names."""

    hit: Hit
    also: tuple[str, ...] = ()


def with_more(hits: Sequence[Hit], offers: Iterable[Offer], words: str) -> tuple[Hit, ...]:
    """What was found, with what is offered in whose names all words begin one: "paradox", "IL6 paradox".

    What is known by such a name comes first, then that of whose name half was typed, the rest last. Offers
    of one group stand together where they come together.
    """
    typed = tokens(words)
    if not typed:
        return tuple(hits)
    found = [(offer.hit, share) for offer in offers if (share := _share(offer, typed))]
    enough = len("".join(typed)) >= _LEAST
    half = [pair for pair in found if enough and pair[1] >= _HALF]
    less = [pair for pair in found if pair not in half]
    named = [hit for hit in hits if not hit.effect and _begins(hit.matched, typed)]
    others = [hit for hit in hits if hit not in named]
    return (*named, *_in_groups(half), *others, *_in_groups(less, _MOST))


def _in_groups(found: Iterable[tuple[Hit, float]], most: int | None = None) -> Iterator[Hit]:
    """The groups as they come, in each the best first."""
    groups: dict[str, list[tuple[Hit, float]]] = {}
    for pair in found:
        groups.setdefault(pair[0].group, []).append(pair)
    for pairs in groups.values():
        yield from (hit for hit, _share in sorted(pairs, key=lambda pair: -pair[1])[:most])


def _begins(name: str, typed: tuple[str, ...]) -> bool:
    return all(any(end.startswith(word) for end in _ends(name)) for word in typed)


def _share(offer: Offer, typed: tuple[str, ...]) -> float:
    """The most of a name that was typed, 0 to 1; 0 where no name fits."""
    length = len("".join(typed))
    fitting = (name for name in (offer.hit.title, *offer.also) if _begins(name, typed))
    return max((min(1.0, length / len(_ends(name)[0])) for name in fitting), default=0.0)


@lru_cache(maxsize=1024)
def _ends(name: str) -> tuple[str, ...]:
    """A name without spaces, from each word on: "IL-6 paradox" gives il6paradox, 6paradox, paradox."""
    said = tokens(name) or ("",)
    return tuple("".join(said[at:]) for at in range(len(said)))

"""What is found besides what is known: ready days, lessons, and things to do, by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bodymap.viewmodels.search_entries import Hit, tokens

_MOST = 5
"""So many of one kind whose names were not half typed."""
_LEAST, _HALF = 4, 0.5
"""Letters from which a name can be half typed: fewer begin too many."""


class Offer(NamedTuple):
    """Something that is found by its title or by one of other names; `hit` makes all that is shown of it."""

    title: str
    group: str
    hit: Callable[[], Hit]
    also: tuple[str, ...] = ()


def with_more(hits: Sequence[Hit], offers: Iterable[Offer], words: str) -> tuple[Hit, ...]:
    """What was found, with what is offered in whose names all words begin one: "paradox", "IL6 paradox".

    What is known by such a name comes first, then that of whose name half was typed, the rest last. Offers
    of one group stand together where they come together.
    """
    typed = tokens(words)
    if not typed:
        return tuple(hits)
    enough = len("".join(typed)) >= _LEAST
    found = [(share, offer) for offer in offers if (share := _share(offer, typed))]
    half = [pair for pair in found if enough and pair[0] >= _HALF]
    less = [pair for pair in found if not enough or pair[0] < _HALF]
    named = [hit for hit in hits if not hit.effect and _begins(hit.matched, typed)]
    others = [hit for hit in hits if hit not in named]
    return (*named, *_in_groups(half), *others, *_in_groups(less, _MOST))


def _in_groups(found: Iterable[tuple[float, Offer]], most: int | None = None) -> Iterator[Hit]:
    """The groups as they come, in each the best first."""
    groups: dict[str, list[tuple[float, Offer]]] = {}
    for pair in found:
        groups.setdefault(pair[1].group, []).append(pair)
    for pairs in groups.values():
        yield from (offer.hit() for _share, offer in sorted(pairs, key=lambda pair: -pair[0])[:most])


def _begins(name: str, typed: tuple[str, ...]) -> bool:
    return all(any(end.startswith(word) for end in _ends(name)) for word in typed)


def _share(offer: Offer, typed: tuple[str, ...]) -> float:
    """The most of a name that was typed, 0 to 1; 0 where no name fits."""
    length = len("".join(typed))
    fitting = (name for name in (offer.title, *offer.also) if _begins(name, typed))
    return max((min(1.0, length / len(_ends(name)[0])) for name in fitting), default=0.0)


@lru_cache(maxsize=1024)
def _ends(name: str) -> tuple[str, ...]:
    """A name without spaces, from each word on: "IL-6 paradox" gives il6paradox, 6paradox, paradox."""
    said = tokens(name) or ("",)
    return tuple("".join(said[at:]) for at in range(len(said)))

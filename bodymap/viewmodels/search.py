"""Find organs, movements, signals, parts and effects as one types."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.viewmodels.search_entries import Entry, Hit, effect_hit, name_entries, tokens

__all__ = ["Hit", "SearchIndex"]

_MOST = 12
_LEAST_FOR_INFIX = 3
_LEAST_FOR_TYPOS = 4
_END = "\U0010ffff"
_Rank = tuple[int, int, int, int]


class SearchIndex:
    """An index over all names and effect sentences, built at the first search."""

    def __init__(self, atlas: Atlas, anatomy: Anatomy) -> None:
        self._atlas = atlas
        self._anatomy = anatomy
        self._effect_hits: dict[int, Hit] = {}

    def find(self, words: str, limit: int = _MOST, later: int = 0) -> tuple[Hit, ...]:
        """The best matches: names before synonyms before effects, beginnings before middles.

        The effects that are `marked` in `later` come after all others.

        Case, accents, hyphens and spaces do not count: IL6, IL-6 and "il 6" are the same. Where nothing
        fits, one wrong, missing or extra letter is forgiven.
        """
        typed = tokens(words)
        if not typed:
            return ()
        key = "".join(typed)
        found = _best(self._entries, self._starting(key), limit)
        if len(found) < limit and len(typed) > 1:
            found += _best(self._entries, self._with_all(typed), limit)
        if len(found) < limit and len(key) >= _LEAST_FOR_INFIX:
            found += _best(self._entries, self._containing(key), limit)
            found += self._sentences(typed, limit, later)
        if not found and len(key) >= _LEAST_FOR_TYPOS:
            found += _best(self._entries, self._misspelt(key), limit)
        return _once(found)[:limit]

    def marked(self, effects: Collection[str]) -> int:
        """A number with a one for each effect of these ids, as `find` takes it."""
        return _ones_at([at for at, effect in enumerate(self._atlas.effects) if effect.id in effects])

    def prepare(self) -> None:
        """Build all of the index now: else the first search, the first sentence and the first slip wait."""
        _built = self._keys, self._blob, self._sentence_words, self._shortened

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(name_entries(self._atlas, self._anatomy))

    @cached_property
    def _keys(self) -> list[tuple[str, int, int]]:
        """(letters from the start of a word on, which word, entry), sorted."""
        keys: list[tuple[str, int, int]] = []
        for at, entry in enumerate(self._entries):
            said = tokens(entry.words)
            keys.extend(("".join(said[word:]), word, at) for word in range(len(said)))
        return sorted(keys)

    @cached_property
    def _blob(self) -> tuple[str, tuple[int, ...]]:
        """All names in one string, and where each starts: one search in C finds middles."""
        squashed = ["".join(tokens(e.words)) for e in self._entries]
        starts: list[int] = []
        at = 0
        for text in squashed:
            starts.append(at)
            at += len(text) + 1
        return "\n".join(squashed), tuple(starts)

    @cached_property
    def _sentence_words(self) -> tuple[list[str], list[int]]:
        """The words of all effect sentences, sorted, each with a bit for every sentence it stands in."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, effect in enumerate(self._atlas.effects):
            agent = self._atlas.signals.get(effect.agent)
            named = f"{effect.what} {effect.of} {agent.short if agent else ''} {effect.organ}"
            for word in set(tokens(named)):
                places[word].append(at)
        ordered = sorted(places)
        return ordered, [_ones_at(places[word]) for word in ordered]

    @cached_property
    def _shortened(self) -> list[str]:
        """Every name from the start of a word on with one letter left out, a null and its entry; sorted.

        One string each: tuples would take thrice as long to sort. Of equal letters in a row only the first
        is left out, for the others make no other name.
        """
        keys = [(key, f"{key}\0{at}") for key, _word, at in self._keys if len(key) > 3]
        return sorted(
            [
                said[:i] + said[i + 1 :]
                for key, said in keys
                for i in range(len(key))
                if not i or key[i] != key[i - 1]
            ]
        )

    def _starting(self, key: str) -> Iterator[tuple[_Rank, int]]:
        keys = self._keys
        for at in range(bisect_left(keys, (key,)), bisect_left(keys, (key + _END,))):
            text, word, entry = keys[at]
            tier = self._entries[entry].tier
            yield (0 if text == key and not word else 1 if not word else 2, tier, len(text), entry), entry

    def _with_all(self, typed: tuple[str, ...]) -> Iterator[tuple[_Rank, int]]:
        sets = [{entry for _rank, entry in self._starting(word)} for word in typed]
        for entry in set[int].intersection(*sets):
            yield (3, self._entries[entry].tier, len(self._entries[entry].words), entry), entry

    def _containing(self, key: str) -> Iterator[tuple[_Rank, int]]:
        blob, starts = self._blob
        at = blob.find(key)
        while at >= 0:
            entry = bisect_left(starts, at + 1) - 1
            yield (4, self._entries[entry].tier, at - starts[entry], entry), entry
            at = blob.find(key, at + len(key))

    def _misspelt(self, key: str) -> Iterator[tuple[_Rank, int]]:
        tries = {key} | {key[:i] + key[i + 1 :] for i in range(len(key))}
        for text in tries:
            for _rank, entry in self._starting(text) if text != key else ():
                yield (5, self._entries[entry].tier, entry, 0), entry
            found = self._shortened
            for at in range(bisect_left(found, text), bisect_left(found, text + _END)):
                entry = int(found[at].rpartition("\0")[2])
                yield (6, self._entries[entry].tier, entry, 0), entry

    def _sentences(self, typed: tuple[str, ...], limit: int, later: int) -> list[Hit]:
        known, bits = self._sentence_words
        both = -1
        for word in typed:
            any_of = 0
            for at in range(bisect_left(known, word), bisect_left(known, word + _END)):
                any_of |= bits[at]
            both &= any_of
        found = [*_ones(both & ~later, limit), *_ones(both & later, limit)]
        return [self._effect_hit(at) for at in found[:limit]]

    def _effect_hit(self, at: int) -> Hit:
        if at not in self._effect_hits:
            self._effect_hits[at] = effect_hit(self._atlas, self._atlas.effects[at])
        return self._effect_hits[at]


def _ones_at(places: Sequence[int]) -> int:
    """A number with ones at these places, which rise."""
    marks = bytearray(places[-1] // 8 + 1 if places else 0)
    for at in places:
        marks[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(marks, "little")


def _ones(bits: int, most: int) -> Iterator[int]:
    """The places of the first few ones in a number without sign."""
    for _count in range(most):
        if bits <= 0:
            return
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _best(entries: tuple[Entry, ...], found: Iterable[tuple[_Rank, int]], limit: int) -> list[Hit]:
    hits: list[Hit] = []
    seen: set[object] = set()
    for _rank, at in sorted(found):
        hit = entries[at].hit
        if hit.ref not in seen:
            seen.add(hit.ref)
            hits.append(hit)
        if len(hits) == limit:
            break
    return hits


def _once(hits: list[Hit]) -> tuple[Hit, ...]:
    """Each thing once by its best match; sentences stand for themselves."""
    return tuple({(h.ref, h.title): h for h in reversed(hits)}.values())[::-1]

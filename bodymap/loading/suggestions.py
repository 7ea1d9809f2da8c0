"""The word an author probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_CANDIDATES = 2000


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, whatever its case; "" where none is near."""
    from difflib import get_close_matches  # only needed once something is wrong

    folded = {name.casefold(): name for name in known}
    wanted = word.casefold()[:100]
    if len(folded) > _MOST_CANDIDATES:
        folded = {key: name for key, name in folded.items() if key[:1] == wanted[:1]}
    found = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""

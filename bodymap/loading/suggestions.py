"""The word an author probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST_CANDIDATES = 2000


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def plain_id(text: str) -> str:
    """The id that a name gives, such as mueller-kurs for "Müller (Kurs)"; "" where nothing is left."""
    import unicodedata  # only needed once something is wrong

    spelt = unicodedata.normalize("NFC", text).lower().translate(_SPELT_OUT)
    bare = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", bare))


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, whatever its case; "" where none is near."""
    from difflib import get_close_matches  # only needed once something is wrong

    folded = {name.casefold(): name for name in known}
    wanted = word.casefold()[:100]
    if len(folded) > _MOST_CANDIDATES:
        folded = {key: name for key, name in folded.items() if key[:1] == wanted[:1]}
    found = get_close_matches(wanted, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""

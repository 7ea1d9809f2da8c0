"""Words of the data as entries of a menu."""

from __future__ import annotations


def entry_words(words: str) -> str:
    """Words as a menu shows them letter for letter: a single & would underline what follows."""
    return words.replace("&", "&&")

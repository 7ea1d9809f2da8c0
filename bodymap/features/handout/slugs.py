"""Names of files from titles."""

from __future__ import annotations

import re
import unicodedata


def slug(title: str) -> str:
    """A title as a part of a file's name: letters and digits of every script, hyphens, at most 40."""
    words = unicodedata.normalize("NFC", title).casefold()
    return re.sub(r"[\W_]+", "-", words).strip("-")[:40].rstrip("-")

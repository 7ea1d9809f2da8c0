"""The words of the interface in the user's language; content words live in `data/`."""

from __future__ import annotations

import gettext
from pathlib import Path

_catalogue = gettext.translation("bodymap", Path(__file__).parent / "_locale", fallback=True)


def _(message: str) -> str:
    """The message in the user's language, or itself where no translation is installed."""
    return _catalogue.gettext(message)


def counted(one: str, many: str, number: int) -> str:
    """One of two forms by number; the caller formats the number in: `counted("{n} signal", …)`."""
    return _catalogue.ngettext(one, many, number).format(n=number)

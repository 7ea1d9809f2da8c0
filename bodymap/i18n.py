"""The words of the interface in the user's language; content words live in `data/`."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from bodymap.loading.languages import wanted_languages

WRITTEN = "en"
"""The language of the words in the code."""
_FOLDER = Path(__file__).parent / "_locale"
_NAME = "bodymap"


def _(message: str) -> str:
    """The message in the user's language, or itself where no translation is installed."""
    return _catalogue().gettext(message)


def counted(one: str, many: str, number: int) -> str:
    """One of two forms by number; the caller formats the number in: `counted("{n} signal", …)`."""
    return _catalogue().ngettext(one, many, number).format(n=number)


def languages(folder: Path = _FOLDER) -> tuple[str, ...]:
    """The codes of the languages that the interface speaks, by the catalogues that are installed."""
    found = sorted(path.parents[1].name for path in folder.glob(f"*/LC_MESSAGES/{_NAME}.mo"))
    return (WRITTEN, *(name.replace("_", "-") for name in found))


def spoken(folder: Path = _FOLDER) -> str:
    """The first of the user's languages that the interface speaks, else the one it is written in."""
    known = {code.lower(): code for code in languages(folder)}
    return next((known[code] for code in wanted_languages() if code in known), WRITTEN)


@cache
def begun() -> str:
    """The language in which the interface began to speak: it keeps to it until the next start."""
    return spoken()


@cache
def _catalogue() -> gettext.NullTranslations:
    if begun() == WRITTEN:  # gettext would pass over it to the next one that has a catalogue
        return gettext.NullTranslations()
    return gettext.translation(_NAME, _FOLDER, [begun().replace("-", "_")])

"""The languages that a user reads: what she asked for, then what her system speaks."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, MutableMapping

CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
"""What the code of a language looks like: en, pt-BR."""
_ASKED = "BODYMAP_LANGUAGE"
"""Where the language lies that was asked for: what this program starts, such as an export, hears it too."""
_SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def wanted_languages(environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The codes that this user reads, the dearest first, in lower case: `de-at`, `de`."""
    known = os.environ if environment is None else environment
    system = next((known[n] for n in _SYSTEM if known.get(n)), "")
    found: list[str] = []
    for word in (known.get(_ASKED, ""), *system.split(":")):
        code = word.partition(".")[0].partition("@")[0].replace("_", "-").lower()
        found += [code, code.partition("-")[0]] if CODE.match(code) else []
    return tuple(dict.fromkeys(found))


def asked_language(environment: Mapping[str, str] | None = None) -> str:
    """The code that was asked for; "" where the system decides."""
    return (os.environ if environment is None else environment).get(_ASKED, "")


def ask_for(code: str, environment: MutableMapping[str, str] | None = None) -> None:
    """Let a language stand before those of the system from now on; "" leaves it to the system."""
    known = os.environ if environment is None else environment
    if CODE.match(code):
        known[_ASKED] = code
    else:
        known.pop(_ASKED, None)


def tell_system(codes: tuple[str, ...], environment: MutableMapping[str, str] | None = None) -> None:
    """Let what the system speaks be known, in the variable that gettext reads."""
    known = os.environ if environment is None else environment
    known["LANGUAGE"] = ":".join(codes)

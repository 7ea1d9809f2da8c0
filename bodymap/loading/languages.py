"""The languages that a user reads, as gettext finds them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
"""What the code of a language looks like: en, pt-BR."""


def wanted_languages(environment: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The codes that this user reads, the dearest first, as gettext finds them: `de-at`, `de`."""
    known = os.environ if environment is None else environment
    named = next((known[n] for n in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if known.get(n)), "")
    found: list[str] = []
    for word in named.split(":"):
        code = word.partition(".")[0].partition("@")[0].replace("_", "-").lower()
        found += [code, code.partition("-")[0]] if CODE.match(code) else []
    return tuple(dict.fromkeys(found))

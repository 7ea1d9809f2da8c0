"""Which languages there are to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from bodymap.atlas.packs import Pack
from bodymap.loading.languages import CODE


def found_languages(packs: Iterable[Pack], interface: Iterable[str]) -> tuple[str, ...]:
    """The codes of all languages of the interface and of packs, each once, in the order they are met."""
    codes = (*interface, *(code for pack in packs for code in pack.languages))
    once = {code.lower(): code for code in reversed(codes) if CODE.match(code)}
    return tuple(dict.fromkeys(once[code.lower()] for code in codes if code.lower() in once))

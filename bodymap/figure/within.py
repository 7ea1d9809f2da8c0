"""Which terms of ontologies lie within our regions, for figures that name smaller parts than ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import cast

from bodymap.figure.geometry import FigureError
from bodymap.loading.shipped import shipped


@lru_cache(maxsize=1)
def terms_within() -> Mapping[str, tuple[str, ...]]:
    """For a region its smaller parts, by term; FigureError where the shipped file is broken."""
    path = shipped("assets", "figures", "within.toml")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FigureError(path, f"cannot be read ({error})") from error
    found = cast("dict[str, dict[str, str]]", content)
    return MappingProxyType({region: tuple(parts) for region, parts in found.items()})

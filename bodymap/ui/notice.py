"""A quiet notice: something to know, never in the way, with at most one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Notice(NamedTuple):
    """Words, and where there is something to do a button and what it runs."""

    words: str
    button: str = ""
    run: Callable[[], object] | None = None

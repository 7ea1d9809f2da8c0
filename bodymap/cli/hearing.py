"""Which language this run speaks: the one asked for, else what the system says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, MutableMapping

from bodymap.loading.languages import ask_for, tell_system, wanted_languages

_SILENT = ("win32", "darwin")
"""Systems that keep the language of a user in their settings, not in the environment."""


def hear(
    asked: str,
    environment: MutableMapping[str, str] = os.environ,
    platform: str = sys.platform,
    ask: Callable[[], tuple[str, ...]] | None = None,
) -> None:
    """Let a language asked for be heard; where the environment says nothing, ask Windows or macOS."""
    if asked:
        ask_for(asked, environment)
    if platform in _SILENT and not wanted_languages(environment):
        tell_system((ask or _of_system)(), environment)


def _of_system() -> tuple[str, ...]:
    """The languages that a user set in her system, the dearest first; nothing where Qt is missing."""
    try:
        from PySide6.QtCore import QLocale
    except ImportError:  # whoever needs Qt tells it better
        return ()
    return tuple(QLocale.system().uiLanguages())

"""Installs the choice of a language: a menu with what packs and interface are found to speak."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale

from bodymap import i18n
from bodymap.features.language.model import found_languages
from bodymap.i18n import _
from bodymap.loading.languages import ask_for, asked_language
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host


def install(host: Host, keep: Callable[[str, str], object]) -> None:
    """Let the languages into the house.

    `keep` is given the code chosen, "" for the system's, and what is to be said once texts have changed.
    """
    _Guest(host, keep)


class _Guest:
    """Offers the languages that are known; a pack that is read later may bring another."""

    def __init__(self, host: Host, keep: Callable[[str, str], object]) -> None:
        self._host, self._keep = host, keep
        self._known: tuple[str, ...] = ()
        self._offered: set[str] = set()
        interface = i18n.languages()
        host.store.watch(
            host.window,
            lambda _state: host.reader.atlas.origins.packs,
            lambda packs: self._offer(found_languages(packs, interface)),
        )

    def _offer(self, codes: tuple[str, ...]) -> None:
        self._known = codes
        new = [code for code in ("", *codes) if code not in self._offered]
        self._offered.update(new)
        self._host.add(self._action(code) for code in new)

    def _action(self, code: str) -> Action:
        return Action(
            f"language-{code or 'system'}",
            name_of(code) if code else _("As the system"),
            _("Language"),
            partial(self._choose, code),
            checked=lambda: asked_language().lower() == code.lower(),
            enabled=lambda: len(self._known) > 1 and code in ("", *self._known),
            reason=_("no pack that is open has texts in another language"),
        )

    def _choose(self, code: str) -> None:
        ask_for(code)
        stays = i18n.spoken() != i18n.begun()
        self._keep(code, _("Menus and buttons change their language at the next start") if stays else "")
        self._host.actions.refresh()


def name_of(code: str) -> str:
    """What a language is called by those who speak it; its code where Qt does not know it."""
    language, _hyphen, further = code.partition("-")
    plain = QLocale(f"{language}_{further.replace('-', '_') or '001'}")  # 001: of the world, of no country
    if plain.language() is QLocale.Language.C:
        return code
    name = plain.nativeLanguageName()
    return f"{name} ({plain.nativeTerritoryName()})" if len(further) == 2 else name

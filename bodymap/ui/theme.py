"""Themes: every colour of the program by its role, read from `assets/themes/*.toml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from bodymap.i18n import _
from bodymap.loading import cache
from bodymap.loading.shipped import shipped
from bodymap.sights import THEMES

if TYPE_CHECKING:
    from bodymap.viewmodels.scene_values import Role

Art = Literal["dark", "light"]
_GROUPS = ("surfaces", "lines", "text", "accents", "verdicts", "roads", "curves")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class ThemeError(ValueError):
    """A theme file that cannot be used; the message names the file and what is wrong."""


class Theme(NamedTuple):
    """Colours by role, as `#RRGGBB`; `art` says which drawing of the figure goes with them.

    ground0-2 are the stops of the body's radial ground; `inverse` is text on a block of `text`,
    `on_accent` text on a block of an accent; the rest says what it is for.
    """

    id: str
    name: str
    art: Art
    ground0: str
    ground1: str
    ground2: str
    panel: str
    raised: str
    field: str
    selection: str
    pill: str
    hairline: str
    outline: str
    text: str
    muted: str
    inverse: str
    on_accent: str
    link: str
    working: str
    receiving: str
    harm: str
    supported: str
    nuanced: str
    overstated: str
    vein: str
    artery: str
    route_casing: str
    molecule: str
    molecule_edge: str
    pulse: str
    curve1: str
    curve2: str
    curve3: str
    curve4: str
    curve5: str

    def accent(self, role: Role) -> str:
        """The colour of a role; a neutral choice has the text's."""
        accents = {"working": self.working, "receiving": self.receiving, "harm": self.harm}
        return accents.get(role, self.text)


def load_theme(theme_id: str) -> Theme:
    """A shipped theme by id; raises ThemeError where its file is missing or wrong."""
    return read_theme(shipped("assets", "themes", f"{theme_id}.toml"))


def usable_theme(theme_id: str) -> tuple[Theme, tuple[str, ...]]:
    """The theme, or the next shipped one that can be used, with what was wrong in words."""
    problems: list[str] = []
    for candidate in dict.fromkeys((theme_id, *THEMES)):
        try:
            return load_theme(candidate), tuple(problems)
        except ThemeError as error:
            problems.append(str(error))
    raise ThemeError("; ".join(problems))


def read_theme(path: Path) -> Theme:
    """The theme in a file; raises ThemeError with the file and the first thing that is wrong."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ThemeError(_("{file}: {reason}").format(file=path.name, reason=error)) from error
    place, key = cache.file_for(f"theme-{path.stem}", [path]), cache.digest([data])
    kept = cache.load(place, key) if place else None
    flat = cast("dict[str, Any]", kept) if isinstance(kept, dict) else _parsed(data, path.name)
    _check(flat, path.name)
    if place and flat is not kept:
        cache.save(place, key, flat)
    return Theme(**flat)


def _parsed(data: bytes, file: str) -> dict[str, Any]:
    """All roles of a theme file, whatever group they stand in."""
    import tomllib  # dear, and only for what was never read before

    try:
        content = tomllib.loads(data.decode("utf-8"))
    except ValueError as error:  # UnicodeDecodeError and TOMLDecodeError are such
        raise ThemeError(_("{file}: {reason}").format(file=file, reason=error)) from error
    flat = {key: value for key, value in content.items() if key not in _GROUPS}
    for group in _GROUPS:
        flat |= cast("dict[str, Any]", content.get(group, {}))
    return flat


def _check(flat: dict[str, Any], file: str) -> None:
    roles = list(Theme._fields)
    missing = [name for name in roles if name not in flat]
    unknown = [name for name in flat if name not in roles]
    if missing:
        raise ThemeError(_("{file}: {roles} is missing").format(file=file, roles=", ".join(missing)))
    if unknown:
        raise ThemeError(_("{file}: {roles} is not a role").format(file=file, roles=", ".join(unknown)))
    if flat["art"] not in ("dark", "light"):
        raise ThemeError(_("{file}: art must be dark or light").format(file=file))
    for name in roles[3:]:
        if not isinstance(flat[name], str) or not _COLOUR.fullmatch(flat[name]):
            raise ThemeError(_("{file}: {role} must be a colour like #0B1529").format(file=file, role=name))

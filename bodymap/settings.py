"""What is kept between two starts, as one JSON file in the user's configuration folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from bodymap.i18n import _
from bodymap.loading.languages import CODE
from bodymap.loading.writing import written

Kept = Mapping[str, Any]


class Remembered(NamedTuple):
    """What the file held; `problem` says in words why it could not be used, or is empty."""

    values: Kept
    problem: str = ""


def settings_path(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where settings lie: XDG_CONFIG_HOME, %APPDATA% or Application Support."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "darwin":
        folder = home / "Library" / "Application Support"
    elif platform == "win32":
        folder = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    else:
        folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return folder / "bodymap" / "settings.json"


def remember(path: Path) -> Remembered:
    """What was kept; a damaged file is put aside as `.bad` and said so, a missing one is no problem."""
    try:
        values: object = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Remembered({})
    except OSError as error:
        return Remembered({}, _("Settings cannot be read: {reason}").format(reason=error))
    except ValueError as error:
        return Remembered({}, _put_aside(path, str(error)))
    if not isinstance(values, dict):
        return Remembered({}, _put_aside(path, _("not a JSON object")))
    return Remembered(cast("dict[str, Any]", values))


def kept_language(path: Path) -> str:
    """The code of the language that is kept, "" where the system decides; a damaged file is let be."""
    try:
        values: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return language_of(cast("dict[str, Any]", values)) if isinstance(values, dict) else ""


def language_of(values: Kept) -> str:
    """The code of the language among what was kept; "" where none was chosen."""
    found = values.get("language")
    return found if isinstance(found, str) and CODE.match(found) else ""


def keep(path: Path, values: Kept) -> None:
    """Write the file whole or not at all, where it differs; raises OSError where it cannot be written."""
    data = json.dumps(dict(values), indent=1, sort_keys=True).encode()
    if _holds(path, data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with written(path) as file:
        file.write(data)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _put_aside(path: Path, reason: str) -> str:
    aside = path.with_name(path.name + ".bad")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.bad{number}")
    try:
        path.replace(aside)
    except OSError:
        aside = path
    words = _("Settings were damaged ({reason}); they are kept as {file}, the program starts afresh.")
    return words.format(reason=reason, file=aside)

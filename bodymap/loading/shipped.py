"""Where the files that come with the program lie, in a checkout and when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder: `shipped("data")`, `shipped("assets", "themes")`.

    Installed, `assets` and `data` lie in the package as `_assets` and `_data`; in a checkout beside it.
    """
    top, *rest = parts
    installed = _PACKAGE / f"_{top}"
    return (installed if installed.is_dir() else _PACKAGE.parent / top).joinpath(*rest)

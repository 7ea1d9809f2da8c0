"""The last session: what of the state is kept between two starts, written soon after each change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.settings import keep
from bodymap.sights import DAYS_OF_WEEK, SHOWN, SURENESS
from bodymap.state import (
    AXES,
    CLOSEUPS,
    FUELS,
    LAST_MINUTE,
    LAYERS,
    MODES,
    PERSONS,
    SPANS,
    SPEEDS,
    THEMES,
    Block,
    Camera,
    OwnDay,
    State,
)

_SOON = 800
"""Milliseconds after the last change until it is written: a crash loses no more than that."""
_HARDEST = 1000
"""% of VO2max; what lies above was never kept by this program."""
_KINDS = ("organ", "movement", "signal", "region")
_ONE_OF: Mapping[str, tuple[object, ...]] = {
    "lens": _KINDS[:3],
    "mode": MODES,
    "evidence": SHOWN,
    "least": SURENESS,
    "view": ("front", "back"),
    "closeup": (None, *CLOSEUPS),
    "level": ("school", "university"),
    "theme": THEMES,
    "calm": (True, False),
    "fuel": FUELS,
    "person": PERSONS,
    "span": SPANS,
    "axis": AXES,
    "measured": (True, False),
    "speed": SPEEDS,
    "time_open": (None, True, False),
}


class Session(QObject):
    """Writes `values()` to a file soon after `changed`; emits `failed(words)` where it cannot."""

    failed = Signal(str)

    def __init__(self, path: Path, values: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._values = path, values
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.keep_now)

    def changed(self) -> None:
        """Write soon; several changes are written together."""
        self._timer.start()

    def keep_now(self) -> None:
        """Write at once."""
        self._timer.stop()
        try:
            keep(self._path, self._values())
        except OSError as error:
            self.failed.emit(_("This session cannot be kept: {reason}").format(reason=error))


def state_values(state: State) -> dict[str, Any]:
    """A state as JSON values; what lies under the pointer is not kept."""
    values: dict[str, Any] = {f.name: getattr(state, f.name) for f in fields(State) if f.name != "hover"}
    values["focus"] = str(state.focus)
    values["camera"] = [state.camera.zoom, state.camera.x, state.camera.y]
    return values


def state_of(values: Mapping[str, Any]) -> State:
    """The state that values say; a value that fits no more is left at its default."""
    made: dict[str, Any] = {
        name: values[name]
        for name, allowed in _ONE_OF.items()
        if name in values and any(values[name] is a or values[name] == a for a in allowed)
    }
    readers: dict[str, Callable[[object], object]] = {
        "focus": ref_of,
        "figure": _words,
        "movement": _words,
        "part": _words,
        "layers": _layers,
        "text_size": _text_size,
        "camera": _camera,
        "minute": lambda value: _whole(value, 0),
        "minutes": lambda value: _whole(value, 1),
        "intensity": _intensity,
        "day": _words,
        "week": _week,
        "blocks": _blocks,
        "own_days": _own_days,
    }
    for name, reader in readers.items():
        found = reader(values.get(name))
        if found is not None:
            made[name] = found
    return State(**made)


def ref_of(value: object) -> Ref | None:
    """The ref that a word like `organ:liver` says."""
    kind, colon, name = value.partition(":") if isinstance(value, str) else ("", "", "")
    return Ref(kind, name) if colon and name and kind in _KINDS else None  # pyright: ignore[reportArgumentType] - one of Kind


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _layers(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(n for n in LAYERS if n in cast("list[object]", value))


def _text_size(value: object) -> int | None:
    return value if isinstance(value, int) and 100 <= value <= 300 else None


def _whole(value: object, least: int) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= LAST_MINUTE:
        return value
    return None


def _intensity(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _HARDEST:
        return float(value)
    return None


def _week(value: object) -> tuple[str, ...] | None:
    """What each of seven days is; None where they are not seven words."""
    days = cast("list[object]", value) if isinstance(value, list) else []
    words = tuple(day for day in days if isinstance(day, str) and day)
    return words if len(days) == len(words) == DAYS_OF_WEEK else None


def _blocks(value: object) -> tuple[Block, ...] | None:
    """The blocks of a changed day, each `[movement, start, minutes]`; None where one fits no more."""
    if not isinstance(value, list):
        return None
    found: list[Block] = []
    for item in cast("list[object]", value):
        parts = cast("list[object]", item) if isinstance(item, list) else []
        if len(parts) != 3:
            return None
        movement, at, long = parts[0], _whole(parts[1], 0), _whole(parts[2], 1)
        if not isinstance(movement, str) or at is None or long is None:
            return None
        found.append(Block(movement, at, long))
    return tuple(found)


def _own_days(value: object) -> tuple[OwnDay, ...] | None:
    """The changed days of a week, each `[day, blocks]`; None where one fits no more."""
    found: list[OwnDay] = []
    for item in cast("list[object]", value) if isinstance(value, list) else ():
        parts = cast("list[object]", item) if isinstance(item, list) else []
        day, blocks = parts if len(parts) == 2 else (None, None)
        known = _blocks(blocks)
        if not isinstance(day, str) or known is None:
            return None
        found.append(OwnDay(day, known))
    return tuple(found)


def _camera(value: object) -> Camera | None:
    numbers = cast("list[object]", value) if isinstance(value, list) else []
    if len(numbers) != 3 or not all(isinstance(n, int | float) for n in numbers):
        return None
    zoom, x, y = (float(cast("float", n)) for n in numbers)
    return Camera(zoom, x, y) if 1 <= zoom <= 8 else None

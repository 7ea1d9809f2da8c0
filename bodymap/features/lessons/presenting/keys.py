"""The keys of a presentation, as one table: windows and the sheet of keys read it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from bodymap.features.lessons.presenting.show import Do
from bodymap.i18n import _

Deed = Do | Literal["explore", "zoom", "clear", "theme", "ask", "keys"]
"""What a key does: a wish to the presentation, or what only its windows can do."""
HELD: tuple[Deed, ...] = ("light",)
"""What lasts as long as its key is held."""
REPEATED = ("next", "previous", "erase", "digit")
"""What a key that is held repeats."""


class Key(NamedTuple):
    """One line of the table: what, in words, and its keys in Qt's portable notation."""

    deed: Deed
    words: str
    keys: tuple[str, ...]


def presenting_keys() -> tuple[Key, ...]:
    """All keys but digits, in the order of the sheet."""
    return (
        Key("next", _("Next"), ("PgDown", "Right", "Down", "Space", "N")),
        Key("previous", _("Previous"), ("PgUp", "Left", "Up", "P")),
        Key("erase", _("Previous, or take back a digit"), ("Backspace",)),
        Key("enter", _("Go to the step whose number was typed"), ("Return", "Enter")),
        Key("first", _("First step"), ("Home",)),
        Key("last", _("Last step"), ("End",)),
        Key("black", _("Black screen"), ("B", ".")),
        Key("white", _("White screen"), ("W", ",")),
        Key("freeze", _("Freeze what the room sees"), ("F",)),
        Key("explore", _("Look round in the body, and back"), ("E",)),
        Key("zoom", _("Close in on what is pointed at, and back"), ("Z",)),
        Key("reveal", _("Show the whole step"), ("R",)),
        Key("light", _("Spotlight, while held"), ("L",)),
        Key("pointer", _("Pointer"), ("I",)),
        Key("pen", _("Pen"), ("D",)),
        Key("keep", _("Strokes stay, or fade"), ("K",)),
        Key("clear", _("Wipe all strokes"), ("C",)),
        Key("notes", _("Notes and time"), ("S",)),
        Key("far", _("As seen from the back row"), ("V",)),
        Key("swap", _("Exchange the screens"), ("X",)),
        Key("theme", _("Next theme"), ("T",)),
        Key("ask", _("Leave and ask the room; F5 comes back"), ("F10",)),
        Key("keys", _("These keys"), ("?",)),
        Key("start", _("Goes on; does nothing while presenting"), ("F5", "Shift+F5")),
        Key("leave", _("Leave; F5 comes back to the same place"), ("Esc",)),
    )


class Meant(NamedTuple):
    """What a key means, and of a digit which."""

    deed: Deed
    number: int = 0


def meant(key: str) -> Meant | None:
    """What a key in portable notation means; None where nothing."""
    if len(key) == 1 and key in "0123456789":
        return Meant("digit", int(key))
    return next((Meant(line.deed) for line in presenting_keys() if key in line.keys), None)


def as_wish(deed: Deed) -> Do | None:
    """The wish that a deed is; None where it is none."""
    if deed in ("explore", "zoom", "clear", "theme", "ask", "keys"):
        return None
    return deed

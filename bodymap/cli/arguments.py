"""What may be written on the command line; what is wrong is said with what was probably meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from bodymap import __version__
from bodymap.loading.languages import CODE
from bodymap.loading.suggestions import closest
from bodymap.sights import CLOSEUPS, LAYERS, SHOWN, SURENESS, THEMES

LISTS = (
    "organs",
    "regions",
    "signals",
    "movements",
    "effects",
    "references",
    "findings",
    "claims",
    "lessons",
)
"""What `bodymap list` can list."""
PICTURES = (".png", ".svg", ".pdf", ".csv")
"""The endings, and so the formats, that `bodymap export` writes of a single view."""
LESSON = ".bodymap"
"""How the name of a lesson ends, which the window opens and `bodymap export` takes away."""
FORMATS = ("text", "json", "sarif")
"""How `bodymap check` says what it found."""
_STATES = ("exercise", "sedentary", "both", "side-by-side")
_SMALLEST, _LARGEST = 320, 16384


class UsageError(Exception):
    """A command line that cannot be meant; the message says why, in words."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError, with the nearest right word, in place of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; argparse calls this for every mistake."""
        raise UsageError(message)

    def read(self, words: list[str]) -> argparse.Namespace:
        """The options in these words; raises UsageError where one is unknown."""
        found, extra = self.parse_known_args(words)
        if hasattr(found, "opens"):
            lesson = next((word for word in extra if _is_lesson(word)), None)
            if found.present and lesson is None:
                self.error("--present needs a lesson: bodymap --present NAME.bodymap")
            if lesson is not None:  # no positional: that would take the value of a mistyped option
                extra.remove(lesson)
                found.opens = Path(lesson)
        if extra:
            self.error(self._stranger(extra[0]))
        return found

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        known = None if action.choices is None else [str(c) for c in action.choices]
        if known is not None and str(value) not in known:
            raise argparse.ArgumentError(action, unknown(f"'{value}'", str(value), known))

    def _stranger(self, word: str) -> str:
        if any(word == c.name for c in COMMANDS):
            return f"the command comes first: bodymap {word} …"
        if not word.startswith("-"):
            return f"'{word}' is one word too many"
        options = [o for a in self._actions for o in a.option_strings]
        return unknown(f"option '{word}'", word.partition("=")[0], options)


class Command(NamedTuple):
    """A word that may stand first: its help, and what adds its options to a parser."""

    name: str
    about: str
    options: Callable[[Parser], None]


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """A sentence saying that a word is not known, with the nearest known one, or all where they are few."""
    names = tuple(known)
    near = closest(word, names) or next((n for n in names if word and word.casefold() in n.casefold()), "")
    if near:
        return f"{what} is not known; did you mean '{near}'?"
    few = f"; there are {', '.join(names)}" if len(names) <= 10 else ""
    return f"{what} is not known{few}"


def parse(words: list[str]) -> argparse.Namespace:
    """The meaning of a command line (without the program's name); `command` is "" for the window.

    Raises UsageError where it cannot be meant; ends the program after --help and --version.
    """
    first = words[0] if words and not words[0].startswith("-") else ""
    command = next((c for c in COMMANDS if c.name == first), None)
    if command is None and first.lower().endswith(".bodymap"):
        first, command = "", None
    if command is None and first:
        raise UsageError(unknown(f"command '{first}'", first, [c.name for c in COMMANDS]))
    found = _parser(command).read(words[1:] if command else words)
    found.command = first
    return found


def _is_lesson(word: str) -> bool:
    return word[:1] != "-" and word.lower().endswith(LESSON)


def _parser(command: Command | None) -> Parser:
    parser = Parser(
        prog=f"bodymap {command.name}" if command else "bodymap",
        description=command.about if command else "See what movement does to the body.",
        epilog=None if command else _summary(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    (command.options if command else _window)(parser)
    return parser


def _summary() -> str:
    lines = [f"  bodymap {c.name:10} {c.about}" for c in COMMANDS]
    lesson = "  bodymap NAME.bodymap opens a lesson in the window\n"
    return "\n".join([lesson, "commands (each has its own --help):", *lines])


def _window(parser: Parser) -> None:
    parser.set_defaults(opens=None)
    parser.add_argument("--version", action="version", version=f"bodymap {__version__}")
    _looks(parser)
    _data(parser)
    _values(parser)
    parser.add_argument("--present", action="store_true", help="present the lesson NAME.bodymap at once")
    parser.add_argument("--reset", action="store_true", help="forget the last session")
    parser.add_argument(
        "--quit-when", choices=("first-picture", "usable"), help="end there, so that starts can be timed"
    )


def _looks(parser: Parser) -> None:
    add = parser.add_argument
    add("--select", metavar="KIND:ID", type=_ref, help="organ:liver, movement:running, signal:il6, region:…")
    add("--state", choices=_STATES, help="exercise, sedentary, or both side by side")
    _evidence(parser)
    add("--figure", metavar="NAME", help="male, female, or one that a pack brings")
    add("--view", choices=("front", "back"))
    add("--closeup", choices=CLOSEUPS, help="a close-up in place of the whole body")
    add("--layers", type=_layers, metavar="A,B,…", help=f"show only these: {', '.join(LAYERS)}")
    add("--theme", choices=THEMES)
    add("--level", choices=("school", "university"), help="how the card speaks")
    add("--text-size", type=_text_size, metavar="PERCENT", help="100 to 300")


def _evidence(parser: Parser) -> None:
    add = parser.add_argument
    add("--only", choices=SHOWN[1:], help="leave out what is not shown in people, or not by trials in people")
    add("--least", choices=SURENESS[1:], help="leave out what is less sure")


def _values(parser: Parser) -> None:
    words = "colour the body by a table: organ or region id, value"
    parser.add_argument("--values", type=Path, metavar="FILE", help=words)
    words = "another figure: an SVG whose elements have ids like UBERON_0002107"
    parser.add_argument("--figure-file", type=Path, metavar="FILE", help=words)


def _data(parser: Parser) -> None:
    parser.add_argument(
        "--data", action="append", default=[], type=Path, metavar="DIR", help="read a folder of data too"
    )
    words = "the language of texts for this once, where a pack has them in several: en, de, pt-BR"
    parser.add_argument("--language", type=_language, metavar="CODE", help=words)


def _export(parser: Parser) -> None:
    words = "a file ending in .png, .svg, .pdf or .csv; or a lesson (.bodymap) and a folder"
    parser.add_argument("out", nargs="+", action=_Outlet, metavar="OUT", help=words)
    parser.add_argument(
        "--size", type=_size, default=(1920, 1080), metavar="WxH", help="in pixels; default 1920x1080"
    )
    _values(parser)
    parser.add_argument(
        "--group", action="append", default=[], metavar="NAME", help="of the table; two stand side by side"
    )
    _looks(parser)
    _data(parser)
    from bodymap.cli.take_away_options import add_take_away  # no start of the window waits for it

    add_take_away(parser)


def _list(parser: Parser) -> None:
    parser.add_argument("what", choices=LISTS, metavar="WHAT", help=", ".join(LISTS))
    parser.add_argument("--json", action="store_true", help="as an array of objects, with every field")
    _evidence(parser)
    _choosing(parser)
    _data(parser)


def _references(parser: Parser) -> None:
    from bodymap.cli.reference_options import add_format  # no start of the window waits for it

    add_format(parser)
    _choosing(parser)
    _data(parser)


def _choosing(parser: Parser) -> None:
    from bodymap.cli.reference_options import add_choosing

    add_choosing(parser)


def _check(parser: Parser) -> None:
    parser.add_argument(
        "dirs",
        nargs="*",
        type=Path,
        metavar="DIR",
        help="folders of data, laid over what is shipped, and single lessons (.bodymap)",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help=f"{', '.join(FORMATS)}")
    _data(parser)


def _schema(parser: Parser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND", help="pack, signals, effects …; without one, all")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write a file for each kind into a folder")
    parser.add_argument(
        "--markdown",
        action="store_true",
        help="every key as tables for reading (with KIND lessons: of a lesson)",
    )
    _data(parser)


def _new_pack(parser: Parser) -> None:
    parser.add_argument("dir", type=Path, metavar="DIR", help="a folder that is new or empty")
    parser.add_argument(
        "--copy",
        action="append",
        default=[],
        type=_ref,
        metavar="KIND:ID",
        help="in place of the example, the shipped file of organ:liver, movement:running or signal:il6, "
        "to be changed; also into a pack that is there",
    )


def _simulation(parser: Parser) -> None:
    from bodymap.cli.bout_words import add_simulation

    add_simulation(parser)


def _quiz(parser: Parser) -> None:
    from bodymap.cli.quiz import add_quiz  # no start of the window waits for it

    add_quiz(parser)
    _data(parser)


def _bake(parser: Parser) -> None:
    parser.add_argument(
        "figures", nargs="*", metavar="NAME", help="male, female, insets; without one, all of them"
    )


COMMANDS = (
    Command("export", "write the picture to a file; needs no screen", _export),
    Command("list", "print what is known, as a table or as JSON", _list),
    Command("references", "write publications as BibTeX, RIS, CSL-JSON or text", _references),
    Command("check", "say what is wrong in data files, with line and column", _check),
    Command("new-pack", "write a small commented pack to begin with", _new_pack),
    Command("schema", "write JSON Schemas, with which editors complete keys and ids", _schema),
    Command("simulate", "print levels in blood over time after bouts of movement", _simulation),
    Command("quiz", "print questions made from the data, with answers and sources", _quiz),
    Command("bake", "make the shipped pictures again from the drawings", _bake),
)


def _ref(word: str) -> tuple[str, str]:
    kind, _, name = word.rpartition(":")
    if kind not in ("organ", "movement", "signal", "region", ""):
        kinds = ("organ", "movement", "signal", "region")
        raise argparse.ArgumentTypeError(unknown(f"kind '{kind}'", kind, kinds))
    return kind, name


def _layers(word: str) -> tuple[str, ...]:
    names = tuple(n.strip() for n in word.split(",") if n.strip())
    for name in names:
        if name not in LAYERS:
            raise argparse.ArgumentTypeError(unknown(f"layer '{name}'", name, LAYERS))
    return names


def _language(word: str) -> str:
    if not CODE.match(word):
        raise argparse.ArgumentTypeError(f"'{word}' is not the code of a language, such as en")
    return word


def _text_size(word: str) -> int:
    number = word.removesuffix("%")
    if not number.isdecimal() or not 100 <= int(number) <= 300:
        raise argparse.ArgumentTypeError(f"'{word}' is not a size from 100 to 300")
    return int(number)


def _size(word: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", word.lower())
    if not found:
        raise argparse.ArgumentTypeError(f"'{word}' is not a size like 1920x1080")
    width, height = int(found[1]), int(found[2])
    if min(width, height) < _SMALLEST or max(width, height) > _LARGEST:
        raise argparse.ArgumentTypeError(f"'{word}': each side may have {_SMALLEST} to {_LARGEST} pixels")
    return width, height


class _Outlet(argparse.Action):
    """Where an export goes: one file of a known ending, or a lesson and a folder."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, _option: Any = None
    ) -> None:
        words = [str(value) for value in values]
        is_lesson = words[0].lower().endswith(LESSON)
        if is_lesson and len(words) == 1:
            parser.error(f"name a folder to write into: bodymap export {words[0]} out")
        if len(words) > 1 + is_lesson:
            parser.error(f"'{words[1 + is_lesson]}' is one word too many")
        if not is_lesson and Path(words[0]).suffix.lower() not in PICTURES:
            parser.error(f"'{words[0]}' must end in {', '.join(PICTURES)}, or be a lesson ({LESSON})")
        namespace.out = tuple(map(Path, words))

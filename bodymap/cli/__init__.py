"""The command line: reads the words, does what they say, and ends with 0, 1 or 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from bodymap.cli.arguments import UsageError, parse
from bodymap.cli.hearing import hear

if TYPE_CHECKING:
    from argparse import Namespace

DONE, PROBLEMS, USAGE = 0, 1, 2


def main(words: list[str] | None = None) -> int:
    """Run the program: 0 done, 1 problems were found or something failed, 2 the words cannot be meant."""
    try:
        chosen = parse(sys.argv[1:] if words is None else words)
        if hasattr(chosen, "language"):
            hear(chosen.language or "")
        code = _command(chosen.command)(chosen)
        sys.stdout.flush()
        return code
    except UsageError as error:
        _say(f"{error}\nTry `bodymap --help`.")
        return USAGE
    except BrokenPipeError:
        return _stop_writing()
    except _figure_error() as error:
        _say(str(error))
        return PROBLEMS
    except OSError as error:
        _say(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return PROBLEMS
    except KeyboardInterrupt:
        return 130


def _figure_error() -> type[Exception]:
    # Python asks for it only once something is raised: a start need not wait for it.
    from bodymap.figure.geometry import FigureError

    return FigureError


def _command(name: str) -> Callable[[Namespace], int]:
    # Each command imports what it needs itself: a list must not wait for Qt, nor a window for JSON.
    commands = {
        "": _window,
        "export": _export,
        "list": _list,
        "references": _references,
        "check": _check,
        "new-pack": _new_pack,
        "schema": _schema,
        "simulate": _simulate,
        "quiz": _quiz,
        "bake": _bake,
    }
    return commands[name]


def _window(chosen: Namespace) -> int:
    from bodymap.cli.window import open_window

    return open_window(chosen)


def _export(chosen: Namespace) -> int:
    from bodymap.cli.picture import export

    return export(chosen)


def _list(chosen: Namespace) -> int:
    from bodymap.cli.listing import show_list

    return show_list(chosen)


def _references(chosen: Namespace) -> int:
    from bodymap.cli.references import show_references

    return show_references(chosen)


def _check(chosen: Namespace) -> int:
    from bodymap.cli.checking import show_problems

    return show_problems(chosen)


def _new_pack(chosen: Namespace) -> int:
    from bodymap.cli.authoring import new_pack

    return new_pack(chosen)


def _schema(chosen: Namespace) -> int:
    from bodymap.cli.authoring import show_schema

    return show_schema(chosen)


def _simulate(chosen: Namespace) -> int:
    from bodymap.cli.simulating import simulate

    return simulate(chosen)


def _quiz(chosen: Namespace) -> int:
    from bodymap.cli.quiz import show_quiz

    return show_quiz(chosen)


def _bake(chosen: Namespace) -> int:
    from bodymap.cli.picture import bake

    return bake(chosen)


def _say(message: str) -> None:
    sys.stderr.write(f"bodymap: {message}\n")


def _stop_writing() -> int:
    # `bodymap list … | head` closes the pipe early; Python would complain once more at its end.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE

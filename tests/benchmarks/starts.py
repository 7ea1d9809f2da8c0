"""Rows 1 to 4 and 14: whole processes, from the parent's call to their end."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from packs import data_of_many
from rounds import Compared, Variants, interleaved, run
from table import Row

HERE = Path(__file__).resolve().parent
MOST_MEMORY = 130
PEER = "pyanatomogram"


@dataclass(frozen=True)
class Ground:
    """Where the processes run: folders for settings and caches, and the size of every window in px."""

    folder: Path
    size: tuple[int, int]
    rounds: int

    def environment(self, cache: Path, program: Path = HERE.parents[1]) -> Mapping[str, str]:
        """The environment of a run with this cache folder, settings of nobody and the program of a folder."""
        own = {"XDG_CACHE_HOME": str(cache), "XDG_CONFIG_HOME": str(self.folder / "config")}
        bytecode = {"PYTHONPYCACHEPREFIX": str(self.folder / "bytecode")}  # as pip leaves it when it installs
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, **own, **bytecode, "PYTHONPATH": str(program)}

    @property
    def warm(self) -> Path:
        """A cache folder that a first start has filled."""
        return self.folder / "warm"


def start_rows(ground: Ground) -> Iterator[Row]:
    """Rows 1 to 4: time to the first picture, to everything usable, cold, with ten times the data; memory."""
    environment = ground.environment(ground.warm)
    run(bodymap("usable"), environment)
    with data_of_many(4000, ground.folder) as many:
        run(bodymap("usable", "--data", str(many)), environment)
        compared = interleaved(_variants(ground, many), ground.rounds)
    bare = "a bare QMainWindow"
    yield _filled(Row("1", "start → first picture", bare, 1.5, None), compared, ("picture", "bare"))
    yield _filled(Row("2", "start → everything usable", bare, 2.2, None), compared, ("usable", "bare"))
    first = Row("3", "first start, installed", bare, 2.4, None)
    yield _filled(first, compared, ("first", "bare"))
    yield _filled(replace(first, number="3a", what="first start, checkout"), compared, ("cold", "bare"))
    more = Row("3b", "start with 4,000 effects more, cached", "the shipped data", 1.3, None)
    yield _filled(more, compared, ("many", "usable"))
    memory = statistics.median(run(bodymap("usable"), environment).megabytes for _ in range(3))
    note = "no browser with the same picture is run beside it"
    yield Row("4", "largest memory, usable", "a limit", MOST_MEMORY, memory, "MB", note)


def bodymap(moment: str, *words: str) -> list[str]:
    """The command of a start that ends at a moment: as one starts it from a checkout."""
    return [sys.executable, str(HERE.parents[1] / "main.py"), "--quit-when", moment, *words]


def picture_row(ground: Ground) -> Row:
    """Row 14: a highlighted picture from the command line, against what people use today."""
    row = Row("14", "a highlighted picture from the command line", PEER, 0.25, None)
    try:
        peer = _peer(ground)
    except RuntimeError as error:
        return replace(row, note=f"{PEER} cannot be had here ({_last_line(error)})")
    picture = str(ground.folder / "liver.png")
    own = [sys.executable, "-m", "bodymap", "export", picture, "--select", "organ:liver"]
    environment = ground.environment(ground.warm)
    variants = {
        "export": lambda: run(own, environment).seconds,
        "peer": lambda: run(peer, environment).seconds,
    }
    for measure in variants.values():
        measure()
    compared = interleaved(variants, ground.rounds)
    return _filled(row, compared, ("export", "peer"))


def _variants(ground: Ground, many: Path) -> Variants:
    warm = ground.environment(ground.warm)
    bare = [sys.executable, str(HERE / "bare_window.py"), *map(str, ground.size)]

    installed = _installed(ground.folder / "installed")
    module = [sys.executable, "-P", "-m", "bodymap", "--quit-when", "usable"]
    run(module, ground.environment(ground.folder / "other", installed))  # its bytecode is there, as after pip

    def cold() -> float:
        with _empty(ground.folder / "cold") as cache:
            return run(bodymap("usable"), ground.environment(cache)).seconds

    def first() -> float:
        with _empty(ground.folder / "cold") as cache:
            return run(module, ground.environment(cache, installed)).seconds

    return {
        "bare": _timed(bare, warm),
        "picture": _timed(bodymap("first-picture"), warm),
        "usable": _timed(bodymap("usable"), warm),
        "many": _timed(bodymap("usable", "--data", str(many)), warm),
        "cold": cold,
        "first": first,
    }


def _timed(command: list[str], environment: Mapping[str, str]) -> Callable[[], float]:
    return lambda: run(command, environment).seconds


def _installed(folder: Path) -> Path:
    """The program as pip installs it, in a folder of its own."""
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder)]
    run([*pip, str(HERE.parents[1])], {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    return folder


@contextmanager
def _empty(folder: Path) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    yield folder


def _peer(ground: Ground) -> list[str]:
    """The command that draws the same with the peer, installed into a virtual environment of its own."""
    home = ground.folder / "peer"
    python = home / "bin" / "python"
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    run([sys.executable, "-m", "venv", str(home)], environment)
    # Its last release asks for a function that later releases of matplotlib no longer have.
    run([str(python), "-m", "pip", "install", "-q", PEER, "matplotlib<3.9", "numpy<2"], environment)
    command = [str(python), str(HERE / "draw_peer.py"), str(home / "liver.png")]
    run(command, environment)
    return command


def _filled(row: Row, compared: Compared, pair: tuple[str, str]) -> Row:
    """The row with the ratio of two variants measured, and their seconds."""
    seconds = {name: compared.middle(name) for name in pair}
    note = " against ".join(f"{seconds[name]:.2f} s" for name in pair)
    return replace(row, measured=compared.ratio(*pair), note=note, seconds=seconds)


def _last_line(error: RuntimeError) -> str:
    return str(error).strip().splitlines()[-1][-120:]

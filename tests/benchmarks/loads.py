"""Rows 10 and 11: reading many effects from the cache and afresh, against js-yaml parsing the same files.

A validated library is more than a parse: records, checks, links, problems. js-yaml makes plain values.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from packs import data_of_many
from rounds import interleaved, output, run
from starts import HERE, Ground
from table import Row

from bodymap.atlas.library_files import LATER, files_of
from bodymap.loading.shipped import shipped

PEER = "js-yaml in node"
TARGET = 0.15
AFRESH: Mapping[int, float] = {400: 1.5, 4_000: 5.0, 40_000: 10.0}
"""Times a plain parse, at each number of effects: what validating may take."""


def load_rows(ground: Ground, sizes: tuple[int, ...]) -> Iterator[Row]:
    """A row for each number of effects."""
    environment = dict(ground.environment(ground.warm))
    why = _install_peer(ground.folder, environment)
    for size in sizes:
        with data_of_many(size, ground.folder) as pack:
            yield _row(size, pack, (environment, why), ground.rounds, afresh=False)
            yield _row(size, pack, (environment, why), ground.rounds, afresh=True)


def _row(size: int, pack: Path, peer: tuple[Mapping[str, str], str], rounds: int, *, afresh: bool) -> Row:
    environment, why = peer
    row, target = ("11", AFRESH.get(size, max(AFRESH.values()))) if afresh else ("10", TARGET)
    what = f"load {size:,} effects, {'validated' if afresh else 'cached'}"
    own = [sys.executable, str(HERE / "load_library.py"), str(pack), *(["--afresh"] if afresh else [])]
    output(own, environment)
    if why:
        seconds = float(output(own, environment))
        return Row(row, what, PEER, target, None, "×", f"skipped: {why}; {seconds:.3f} s here")
    files = files_of([shipped("data"), pack], without=LATER)
    paths = [files.regions.path, *(source.path for _pack, sources in files.packs for source in sources)]
    theirs = ["node", str(HERE / "load_yaml.js"), *map(str, paths)]
    compared = interleaved(
        {"own": _told(own, environment), "peer": _told(theirs, environment)}, min(rounds, 9)
    )
    times = {name: compared.middle(name) for name in ("own", "peer")}
    note = f"{times['own']:.3f} s against {times['peer']:.3f} s"
    return Row(row, what, PEER, target, compared.ratio("own", "peer"), "×", note, times)


def _told(command: list[str], environment: Mapping[str, str]) -> Callable[[], float]:
    return lambda: float(output(command, environment))


def _install_peer(folder: Path, environment: dict[str, str]) -> str:
    """Why js-yaml cannot be had here; empty where it is there now."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "there is no node with npm"
    home = folder / "node"
    home.mkdir()
    try:
        quiet = ("--silent", "--no-fund", "--no-audit")
        run(["npm", "install", *quiet, "--prefix", str(home), "js-yaml@4"], environment)
    except RuntimeError:
        return "npm cannot install js-yaml"
    environment["NODE_PATH"] = str(home / "node_modules")
    return ""

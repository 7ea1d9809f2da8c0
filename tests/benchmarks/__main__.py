"""The benchmark: `python tests/benchmarks` prints a table of ratios, and writes it as JSON with --json.

Whole processes are interleaved in random order and compared round by round; within one process two
things are alternated and their tenth percentiles compared. Absolute times are told, never judged:
they belong to this machine and this hour. A peer that cannot be had is skipped in words.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from loads import load_rows  # noqa: E402 -- the program is found beside the tests, installed or not
from simulations import model_rows  # noqa: E402
from starts import Ground, picture_row, start_rows  # noqa: E402
from table import Row, read_json, table, write_json  # noqa: E402

GROUPS = ("starts", "clicks", "flows", "curves", "stalls", "loads", "picture", "model")
SEEN = ("starts", "clicks", "flows", "curves", "stalls")
"""Groups that open windows, and so want a screen."""


def main(words: Sequence[str]) -> int:
    """Measure, print, write; 0 however the rows come out, for they are a finding, not a test."""
    chosen = _chosen(words)
    if chosen.inner:
        write_json(list(_rows(chosen.groups[0], chosen)), chosen.json)
        return 0
    rows: list[Row] = []
    for group in chosen.groups:
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder, "rows.json")
            options = ["--inner", "--json", str(found), *_options(chosen)]
            command = [*_screen(group, chosen.size), sys.executable, str(HERE), group, *options]
            subprocess.run(command, env=_environment(), check=True, stdout=sys.stderr)
            rows += read_json(found)
    sys.stdout.write(f"{table(rows)}\n")
    if chosen.json:
        write_json(rows, chosen.json)
    return 0


def _rows(group: str, chosen: argparse.Namespace) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ground = Ground(folder, chosen.size, chosen.rounds)
        ground.warm.mkdir()

        def clicks() -> Iterator[Row]:
            from clicks import click_rows  # brings Qt into this process

            os.environ |= ground.environment(ground.warm)
            return click_rows(folder, chosen.size)

        def flows() -> Iterator[Row]:
            from flows import flow_rows  # brings Qt into this process

            os.environ |= ground.environment(ground.warm)
            return flow_rows(folder, chosen.size, chosen.seconds)

        def curves() -> Iterator[Row]:
            from curves import curve_rows

            os.environ |= ground.environment(ground.warm)
            return curve_rows(folder, chosen.size)

        def stalls() -> Iterator[Row]:
            from stalls import stall_rows

            os.environ |= ground.environment(ground.warm)
            return stall_rows(folder, chosen.size)

        measures: Mapping[str, Callable[[], Iterator[Row]]] = {
            "starts": lambda: start_rows(ground),
            "clicks": clicks,
            "flows": flows,
            "curves": curves,
            "stalls": stalls,
            "loads": lambda: load_rows(ground, tuple(chosen.effects)),
            "picture": lambda: iter((picture_row(ground),)),
            "model": model_rows,
        }
        for row in measures[group]():
            sys.stderr.write(f"{row.number:3} {row.what}: {row.verdict} {row.note}\n")
            yield row


def _screen(group: str, size: tuple[int, int]) -> list[str]:
    """What gives a command a virtual screen, where there is none and it wants one.

    A start fills its screen, so that is as large as the bare window; others show two windows side by side.
    """
    if group not in SEEN or not sys.platform.startswith("linux") or os.environ.get("DISPLAY"):
        return []
    if not shutil.which("xvfb-run"):
        sys.stderr.write(f"{group}: without a screen and xvfb-run, Qt's offscreen platform is measured\n")
        return []
    width = size[0] * (1 if group == "starts" else 2)
    return ["xvfb-run", "-a", "-s", f"-screen 0 {width}x{size[1]}x24"]


def _environment() -> Mapping[str, str]:
    kept = dict(os.environ)
    if sys.platform.startswith("linux") and not kept.get("DISPLAY"):
        kept["QT_QPA_PLATFORM"] = "xcb" if shutil.which("xvfb-run") else "offscreen"
    return kept


def _options(chosen: argparse.Namespace) -> list[str]:
    size = f"{chosen.size[0]}x{chosen.size[1]}"
    effects = [str(n) for n in chosen.effects]
    return [
        "--rounds",
        str(chosen.rounds),
        "--size",
        size,
        "--seconds",
        str(chosen.seconds),
        "--effects",
        *effects,
    ]


def _chosen(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tests/benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", default=GROUPS, metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--rounds", type=int, default=9, help="of whole processes; default 9")
    parser.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH", help="of the windows")
    parser.add_argument("--effects", type=int, nargs="*", default=[400, 4000, 40000], help="of row 10")
    parser.add_argument("--seconds", type=float, default=6.0, help="of animation in row 8; 60 for a minute")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there too")
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _size(word: str) -> tuple[int, int]:
    width, _, height = word.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

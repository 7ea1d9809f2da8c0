"""Killing the program at random moments while somebody edits loses at most the last second."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from bodymap.features.lessons.keeper import Keeper
from bodymap.features.lessons.keeping import left_in
from bodymap.features.lessons.reading import open_lesson

KILLS, AT_ONCE = 50, 25
LOST = 1.0
"""Seconds of work that may be lost."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts no process fast enough for 50")
def test_fifty_kills_lose_at_most_the_last_second(tmp_path: Path) -> None:
    moments = random.Random(time.monotonic_ns())
    folders = [tmp_path / f"{n}-{'file' if n % 2 else 'draft'}" for n in range(KILLS)]
    for first in range(0, KILLS, AT_ONCE):
        batch = folders[first : first + AT_ONCE]
        killed = edited_and_killed(batch, moments)
        for folder, moment in zip(batch, killed, strict=True):
            check(folder, moment)


def edited_and_killed(folders: list[Path], moments: random.Random) -> list[float]:
    """Let somebody edit in each folder, kill each at a moment of its own; when that was."""
    for folder in folders:
        folder.mkdir()
    words = [sys.executable, "-m", "tests.features.lessons.editing_children", *map(str, folders)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        children = [int(word) for word in run.stdout.readline().split()]
        begun = time.monotonic()
        plan = sorted((begun + moments.uniform(0.3, 2.5), n) for n in range(len(children)))
        killed = [0.0] * len(children)
        for moment, n in plan:
            time.sleep(max(0.0, moment - time.monotonic()))
            wait_for_an_edit(folders[n] / "edits")
            killed[n] = time.monotonic()
            os.kill(children[n], signal.SIGKILL)
    assert len(children) == len(folders)
    assert run.returncode == 0
    return killed


def wait_for_an_edit(edits: Path) -> None:
    """On a busy machine a teacher may not have begun when her moment comes."""
    while not (edits.exists() and edits.stat().st_size):
        time.sleep(0.01)


def check(folder: Path, killed: float) -> None:
    """What is kept opens without a mistake, and lacks only what was edited in the last second."""
    lines = (line.split() for line in (folder / "edits").read_text().splitlines())
    edits = {int(number): float(when) for number, when in lines}
    assert edits, "nothing was edited before the kill"
    kept = folder / "two.bodymap"
    if not kept.exists():
        found = Keeper(folder / "drafts", QObject()).others()
        assert len(found) == len(left_in(folder / "drafts")), "no dead program holds its draft"
        kept = found[0].path if found else kept
    last = 0
    if kept.exists():
        opened = open_lesson(kept)
        assert opened.lesson is not None
        assert opened.problems == ()
        last = int(opened.lesson.about.removeprefix("edit ") or 0)
    lost = [when for number, when in edits.items() if number > last]
    assert not lost or killed - min(lost) <= LOST, f"{folder.name}: lost {killed - min(lost):.2f} s"

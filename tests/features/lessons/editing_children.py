"""Teachers in processes of their own, who edit until they are killed: one folder each.

    python -m tests.features.lessons.editing_children FOLDER FOLDER …

A folder whose name ends in "file" has its lesson in a file, any other has a draft. Each line of `edits` is
the number of an edit and when it was made, in seconds of the system's monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from bodymap.features.lessons import reading, writing
from bodymap.features.lessons.desk import Desk
from bodymap.features.lessons.model import Lesson, Step
from tests.features.lessons.house import SmallHouse

EVERY = 25
"""Milliseconds between two edits."""
TWO = Lesson(
    title="Two", author="A teacher", minutes=4, steps=(Step(title="One", plain=True), Step(title="Two"))
)


def main(folders: list[str]) -> int:
    """Become a teacher for each folder; say their process numbers, and wait until all are dead."""
    house = SmallHouse()
    assert reading and writing  # imported before there are many of us
    children = [_begun(Path(folder), house) for folder in folders]
    sys.stdout.write(" ".join(map(str, children)) + "\n")
    sys.stdout.flush()
    for child in children:
        os.waitpid(child, 0)
    return 0


def _begun(folder: Path, house: SmallHouse) -> int:
    child = os.fork()
    if child == 0:
        _edit(folder, house)
    return child


def _edit(folder: Path, house: SmallHouse) -> None:
    app = QCoreApplication([])
    desk = Desk(house, None, folder / "drafts")
    desk.begin()
    desk.apply(TWO)
    if folder.name.endswith("file"):
        desk.save(folder / "two.bodymap")
    log = os.open(folder / "edits", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    number = 0

    def edit() -> None:
        nonlocal number
        number += 1
        os.write(log, f"{number} {time.monotonic()}\n".encode())
        desk.apply(replace(TWO, about=f"edit {number}"), gesture="about")

    timer = QTimer()
    timer.timeout.connect(edit)
    timer.start(EVERY)
    os._exit(app.exec())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

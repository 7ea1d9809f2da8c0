"""Runs `bodymap` commands: here, where one process does for all, or in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from subprocess import CompletedProcess

from bodymap.app import application
from bodymap.cli import main

Command = Callable[..., CompletedProcess[str]]
"""One of the two ways: takes words, gives exit code and output."""


def here(*words: object) -> CompletedProcess[str]:
    """Run a command in this process, with the one screen of all tests.

    Not for a PDF whose bytes matter: Qt numbers fonts as it has met them.
    """
    application()
    said, complained = StringIO(), StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        code = main([str(word) for word in words])
    return CompletedProcess(words, code, said.getvalue(), complained.getvalue())


def apart(*words: object) -> CompletedProcess[str]:
    """Run a command as a user does, in a process of its own."""
    command = [sys.executable, "-m", "bodymap", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)

"""`bodymap check`: every mistake in data files, a line each, and a sentence at the end."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from bodymap.atlas.checking import check
from bodymap.i18n import counted
from bodymap.loading.shipped import shipped


def show_problems(chosen: Namespace) -> int:
    """Print what is wrong in the shipped data and the folders named; 0 where nothing is, else 1."""
    here = Path.cwd()
    problems = check([shipped("data"), *chosen.dirs])
    for problem in problems:
        sys.stdout.write(f"{problem.seen_from(here)}\n")
    files = len({p.path for p in problems})
    found = counted("{n} problem", "{n} problems", len(problems))
    where = counted("in {n} file", "in {n} files", files)
    sys.stdout.write(f"{found} {where}.\n" if problems else "No problems.\n")
    return 1 if problems else 0

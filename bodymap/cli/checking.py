"""`bodymap check`: every mistake in data files, for readers, scripts, editors and code hosts."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from bodymap.atlas.checking import check
from bodymap.authoring.reports import as_json, as_sarif, as_text
from bodymap.loading.pack_folders import pack_folders


def show_problems(chosen: Namespace) -> int:
    """Print what is wrong in all packs that are read and in the folders named; 1 where something is."""
    here = Path.cwd()
    problems = [p.seen_from(here) for p in check(pack_folders(chosen.dirs))]
    reports = {"text": as_text, "json": as_json, "sarif": as_sarif}
    sys.stdout.write(reports[chosen.format](problems))
    return 1 if problems else 0

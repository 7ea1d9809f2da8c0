"""Reads the shipped data and the packs named, and prints the seconds that took: `load_library.py PACK …`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bodymap.atlas.reading import read_library
from bodymap.loading.shipped import shipped

started = time.perf_counter()
library = read_library([shipped("data"), *map(Path, sys.argv[1:])])
seconds = time.perf_counter() - started
assert not library.problems, library.problems[0]
sys.stdout.write(f"{seconds}\n")

"""Reads the shipped data and the packs named, and prints the seconds that took: `load_library.py PACK …`.

With `--afresh` no cache is read: everything is parsed, validated and linked.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bodymap.atlas.reading import read_library
from bodymap.loading.shipped import shipped

words = [word for word in sys.argv[1:] if word != "--afresh"]
if words != sys.argv[1:]:
    from bodymap.atlas import fresh_reading as _fresh  # noqa: F401 - to import is not to load, nor is it for node

started = time.perf_counter()
packs = [shipped("data"), *map(Path, words)]
library = read_library(packs, cache="user" if words == sys.argv[1:] else None)
seconds = time.perf_counter() - started
assert not library.problems, library.problems[0]
sys.stdout.write(f"{seconds}\n")

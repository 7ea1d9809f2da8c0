"""Starts Bodymap from a checkout: `python main.py`, with the same options as `bodymap`."""

from __future__ import annotations

from bodymap.cli import main

raise SystemExit(main())

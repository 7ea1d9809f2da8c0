"""`python -m bodymap` is the same as `bodymap`."""

from __future__ import annotations

from bodymap.cli import main

raise SystemExit(main())

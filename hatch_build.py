"""Puts what the shipped data comes to into the wheel: docs/decisions/0014-what-a-wheel-brings.md."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyMade(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the copies before a wheel is packed; an editable one, whose data changes, gets none."""

    PLUGIN_NAME = "custom"
    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read the data of this tree with its own code and add what it comes to."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from bodymap.atlas.ready_made import make_ready
        except ImportError as error:  # built without isolation, and without what data is read with
            self.app.display_warning(f"the wheel gets no ready-made library: {error}")
            return
        finally:
            sys.path.remove(self.root)
        self._folder = Path(tempfile.mkdtemp())
        for path in make_ready([Path(self.root) / "data"], self._folder):
            build_data["force_include"][str(path)] = f"bodymap/_ready/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Nothing is left behind."""
        del version, build_data, artifact_path
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

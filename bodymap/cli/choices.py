"""From the words of a command line to what is looked at."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast, get_args

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.pack_figures import figure_names
from bodymap.atlas.records import Kind, Ref
from bodymap.cli.arguments import UsageError, unknown
from bodymap.figure.figure import Anatomy
from bodymap.loading.pack_folders import pack_folders
from bodymap.sights import FIGURES

_TAKEN_AS_WRITTEN = ("figure", "view", "closeup", "layers", "theme", "level", "text_size", "least")


def changes(chosen: Namespace, focus: Ref | None) -> dict[str, Any]:
    """The fields of State that the words name; what they do not name is left as it was."""
    found = {name: getattr(chosen, name) for name in _TAKEN_AS_WRITTEN if getattr(chosen, name) is not None}
    if chosen.state is not None:
        found["mode"] = "both" if chosen.state == "side-by-side" else chosen.state
    if chosen.only is not None:
        found["evidence"] = chosen.only
    if focus is None:
        return found
    found |= {"focus": focus, "part": None}
    if focus.kind in ("organ", "movement", "signal"):
        found["lens"] = focus.kind
    if focus.kind == "movement":
        found["movement"] = focus.id
    return found


def selected(word: tuple[str, str] | None, atlas: Atlas, anatomy: Anatomy) -> Ref | None:
    """The thing that --select names, whatever its case; UsageError, with the nearest, where it is unknown."""
    if word is None:
        return None
    kind, name = word
    known = tuple(_known(atlas, anatomy, kind))
    found = next((ref for ref in known if ref.id.casefold() == name.casefold()), None)
    if found is None:
        raise UsageError(_unknown(kind, name, known))
    if not kind:
        raise UsageError(f"--select {name}: of what kind? Did you mean '{found}'?")
    return found


def check_figure(name: str | None, packs: Sequence[Path]) -> None:
    """UsageError, with the nearest, where a figure is asked for that is neither shipped nor in a pack."""
    if name is None or name in FIGURES:
        return
    known = (*FIGURES, *figure_names(pack_folders(packs)))
    if name not in known:
        raise UsageError(unknown(f"figure '{name}'", name, known))


def _known(atlas: Atlas, anatomy: Anatomy, kind: str) -> Iterable[Ref]:
    closeups = (region for closeup in anatomy.closeups.values() for region in closeup.regions)
    shelves = {
        "organ": atlas.organs,
        "movement": atlas.movements,
        "signal": atlas.signals,
        "region": [*anatomy.regions, *closeups],
    }
    wanted = [kind] if kind else list(get_args(Kind))
    return (Ref(cast("Kind", k), i) for k in wanted for i in shelves[k])


def _unknown(kind: str, name: str, known: tuple[Ref, ...]) -> str:
    by_id = {ref.id: ref for ref in reversed(known)}
    said = unknown(f"{kind or 'thing'} '{name}'", name, by_id)
    for ref in by_id.values():  # a suggestion is worth most where it can be typed as it is
        said = said.replace(f"did you mean '{ref.id}'?", f"did you mean '{ref}'?")
    return said

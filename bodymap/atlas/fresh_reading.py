"""Reading packs from their YAML: imported only when no cache fits, for it brings yaml and pydantic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bodymap.atlas.anatomy_reading import anatomy_of
from bodymap.atlas.atlas import Atlas
from bodymap.atlas.collecting import Collector
from bodymap.atlas.columns import KINDS
from bodymap.atlas.cross_checks import cross_checked
from bodymap.atlas.entries import Collection, Entry
from bodymap.atlas.figure_matching import OpenedFigure
from bodymap.atlas.merging import merged
from bodymap.atlas.origins import Origins
from bodymap.atlas.pack_checks import check_pack
from bodymap.atlas.pack_figures import Drawn, read_figures
from bodymap.atlas.pack_layout import REGIONS
from bodymap.atlas.packs import Pack
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.yaml_document import collector_paused

Folder = tuple[Path, Sequence[Source]]
"""A pack's folder and its files."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All usable records by kind, the regions last, all problems, sorted, and where the records came from."""

    records: list[Any]
    problems: tuple[Problem, ...]
    origins: Origins
    figures: Mapping[str, OpenedFigure] = field(default_factory=dict[str, OpenedFigure])


def read_fresh(
    packs: Sequence[Folder],
    regions: Source,
    closeups: frozenset[str],
    figures: Sequence[Source] = (),
    languages: Sequence[str] = (),
) -> Reading:
    """Everything that is in packs, a later one laid over the earlier, in the first of `languages` it has."""
    with collector_paused():
        collector = Collector(languages)
        drawn = Collection()
        collector.file(regions, REGIONS, drawn)
        body = merged([drawn])
        anatomy, wrong_regions = anatomy_of(body)
        collections = [_collected(collector, pack) for pack in packs]
        found = merged(collections)
        found.broken |= body.broken
        kept, wrong_links = cross_checked(found, anatomy.regions, closeups)
        order = {kind: at for at, kind in enumerate(KINDS)}  # as the cache keeps them, with what it lines up
        kept.sort(key=lambda pair: order.get(pair[0].__class__, len(KINDS)))
        problems = {*body.problems, *wrong_regions, *found.problems, *wrong_links}
        records = [record for record, _ in kept]
        names = [_pack(pack, c) for (pack, _), c in zip(packs, collections, strict=True)]
        origins = _origins([entry for _, entry in kept], packs, names, records)
        known = [r for r in records if r.__class__ in KINDS]
        drawn_too = read_figures(figures, Atlas.of(known, origins), anatomy) if figures else Drawn({})
        told = tuple(sorted({*problems, *drawn_too.problems}))
        return Reading([*records, *anatomy.regions.values()], told, origins, drawn_too.figures)


def _collected(collector: Collector, pack: Folder) -> Collection:
    folder, sources = pack
    found = collector.pack(sources)
    check_pack(found, folder)
    return found


def _pack(folder: Path, found: Collection) -> Pack:
    return found.head.record if found.head else Pack.unnamed(folder.name)


def _origins(entries: list[Entry], packs: Sequence[Folder], names: list[Pack], records: list[Any]) -> Origins:
    sources = [(i, source) for i, (_, sources) in enumerate(packs) for source in sources]
    position = {id(source): at for at, (_, source) in enumerate(sources)}
    places: list[int] = []
    for entry in entries:
        places += (position[id(entry.document.source)], entry.document.line(entry.loc))
    return Origins(names, [[i, source.name] for i, source in sources], places, records)

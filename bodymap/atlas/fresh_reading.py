"""Reading packs from their YAML: imported only when no cache fits, for it brings yaml and pydantic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bodymap.atlas.anatomy_reading import anatomy_of
from bodymap.atlas.collecting import Collector
from bodymap.atlas.cross_checks import cross_checked
from bodymap.atlas.entries import Collection
from bodymap.atlas.merging import merged
from bodymap.atlas.pack_layout import REGIONS
from bodymap.loading.problems import Problem
from bodymap.loading.sources import Source
from bodymap.loading.yaml_document import collector_paused


def read_fresh(
    packs: Iterable[Sequence[Source]], regions: Source, closeups: frozenset[str]
) -> tuple[list[Any], tuple[Problem, ...]]:
    """All usable records of packs, the regions among them, and all problems, sorted."""
    with collector_paused():
        collector = Collector()
        drawn = Collection()
        collector.file(regions, REGIONS, drawn)
        body = merged([drawn])
        anatomy, wrong_regions = anatomy_of(body)
        found = merged(collector.pack(sources) for sources in packs)
        found.broken |= body.broken
        records, wrong_links = cross_checked(found, anatomy.regions, closeups)
        problems = {*body.problems, *wrong_regions, *found.problems, *wrong_links}
        return [*records, *anatomy.regions.values()], tuple(sorted(problems))

"""What lies under the pointer, wherever that is: named in the foot, marked in body and lists."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from bodymap.atlas.records import Ref
from bodymap.store import Store
from bodymap.ui.window import Window
from bodymap.viewmodels.places import is_wide, organ_leaves, ref_of_region
from bodymap.viewmodels.reader import Reader


class Pointing(QObject):
    """Keeps the state's `hover` and shows it; in the body the exact region is marked, not its organ."""

    def __init__(self, window: Window, store: Store, reader: Reader) -> None:
        super().__init__(window)
        self._window, self._store, self._reader = window, store, reader
        self._region = ""
        self._label: Ref | None = None
        store.watch(self, lambda s: s.hover, self._show_hover)
        # Parts that move or vanish while a state is shown leave the pointer at once: told a moment later.
        later = Qt.ConnectionType.QueuedConnection
        window.body.hovered.connect(self._hover_region, later)
        window.body.label_hovered.connect(self._hover_label, later)
        if window.lists is not None:
            window.lists.hovered.connect(self._hover, later)

    def _show_hover(self, ref: Ref | None) -> None:
        window = self._window
        window.body.show_hover(ref, self._marked(ref))
        if window.lists is not None:
            window.lists.show_hover(ref)
        name = window.body.region_name(self._region) if self._region else ""
        window.footer.show_name(name or (name_of(self._reader, ref) if ref else ""))

    def _marked(self, ref: Ref | None) -> tuple[str, ...]:
        """The regions to mark: the one under the pointer, else the organ that a list or label names."""
        atlas, anatomy = self._reader.atlas, self._reader.anatomy
        if self._region:
            return (self._region,)
        if ref is None or ref.kind == "region":
            return anatomy.leaves(ref.id) if ref else ()
        organ = atlas.organs.get(ref.id) if ref.kind == "organ" else None
        return organ_leaves(anatomy, organ) if organ and not is_wide(anatomy, organ) else ()

    def _hover_region(self, region: str) -> None:
        self._region = region
        self._hover_body()

    def _hover_label(self, ref: Ref | None) -> None:
        self._label = ref
        self._hover_body()

    def _hover_body(self) -> None:
        atlas, anatomy = self._reader.atlas, self._reader.anatomy
        region = ref_of_region(atlas, anatomy, self._region)[0] if self._region else None
        before = self._store.state.hover
        self._hover(self._label or region)
        if self._store.state.hover == before:  # another part of the same organ
            self._show_hover(before)

    def _hover(self, ref: Ref | None) -> None:
        self._store.set(hover=ref)


def name_of(reader: Reader, ref: Ref) -> str:
    """The name of a thing or of a region."""
    if ref.kind != "region":
        return reader.atlas.name_of(ref)
    region = reader.anatomy.regions.get(ref.id)
    return region.name if region else ref.id

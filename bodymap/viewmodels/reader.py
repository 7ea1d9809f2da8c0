"""One reader of an atlas: remembers what it derived, so that going back costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar

from bodymap.atlas.atlas import Atlas
from bodymap.figure.figure import Anatomy
from bodymap.state import IN_TIME, State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.list_values import Lists
from bodymap.viewmodels.lists import lists
from bodymap.viewmodels.scene import stage
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.viewmodels.search import SearchIndex

T = TypeVar("T")
_REMEMBERED = 64


class Reader:
    """The view models of one atlas and anatomy; make a new one when data is loaded again."""

    def __init__(self, atlas: Atlas, anatomy: Anatomy) -> None:
        self.atlas = atlas
        self.anatomy = anatomy
        self._stage = self._remembering(stage)
        self._card = self._remembering(card)
        self._lists = self._remembering(lists)

    @cached_property
    def index(self) -> SearchIndex:
        """Where everything can be found by words; made when somebody first looks for something."""
        from bodymap.viewmodels.search import SearchIndex

        return SearchIndex(self.atlas, self.anatomy)

    def stage(self, state: State) -> Stage:
        """What the body shows."""
        return self._stage(_asked(state))

    def card(self, state: State) -> Card:
        """What the card says."""
        return self._card(_asked(state))

    def lists(self, state: State) -> Lists:
        """What the lists hold."""
        return self._lists(_asked(state))

    def _remembering(self, derive: Callable[[Atlas, Anatomy, State], T]) -> Callable[[State], T]:
        @lru_cache(maxsize=_REMEMBERED)
        def remembered(state: State) -> T:
            return derive(self.atlas, self.anatomy, state)

        return remembered


def _asked(state: State) -> State:
    """A state without what no view model reads: pointer, camera, taste and time."""
    plain = State()
    return replace(
        state,
        hover=None,
        camera=plain.camera,
        theme=plain.theme,
        text_size=plain.text_size,
        calm=plain.calm,
        **{name: getattr(plain, name) for name in IN_TIME},
    )

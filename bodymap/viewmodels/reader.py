"""One reader of an atlas: remembers what it derived, so that going back costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from bodymap.atlas.atlas import Atlas
from bodymap.atlas.evidence import shown_by
from bodymap.atlas.records import Confidence
from bodymap.figure.figure import Anatomy
from bodymap.sights import FIGURES, Shown
from bodymap.state import IN_TIME, State
from bodymap.viewmodels.card import card
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.filtering import filtered_card, filtered_hits, filtered_lists, is_filtered
from bodymap.viewmodels.list_values import Lists
from bodymap.viewmodels.lists import lists
from bodymap.viewmodels.scene import stage
from bodymap.viewmodels.scene_values import Scene, Stage

if TYPE_CHECKING:
    from bodymap.atlas.figure_matching import OpenedFigure
    from bodymap.viewmodels.flow import Flow
    from bodymap.viewmodels.search import SearchIndex
    from bodymap.viewmodels.search_entries import Hit

T = TypeVar("T")
_REMEMBERED = 64


class Reader:
    """The view models of one atlas and anatomy.

    `atlas` is everything that is known; each view model sees what the state's filter of evidence leaves.
    Ask for both each time: what is known can be learnt anew while the window is open. `figures` are those
    that packs bring.
    """

    def __init__(
        self, atlas: Atlas, anatomy: Anatomy, figures: Mapping[str, OpenedFigure] | None = None
    ) -> None:
        self.figures: Mapping[str, OpenedFigure] = {}
        self.learn(atlas, anatomy, figures)

    def learn(
        self, atlas: Atlas, anatomy: Anatomy, figures: Mapping[str, OpenedFigure] | None = None
    ) -> None:
        """Know this from now on (without `figures`, those of before), and forget what was derived.

        `Store.refresh` then shows what has changed.
        """
        self.atlas = atlas
        self.anatomy = anatomy
        self.figures = self.figures if figures is None else figures
        self.__dict__.pop("index", None)
        self._stage = self._remembering(stage)
        self._card = self._remembering(card)
        self._lists = self._remembering(lists)
        self._shown = lru_cache(maxsize=None)(partial(shown_by, atlas))
        self._hidden = lru_cache(maxsize=None)(self._hidden_effects)

    @cached_property
    def index(self) -> SearchIndex:
        """Where everything can be found by words; made when somebody first looks for something."""
        from bodymap.viewmodels.search import SearchIndex

        return SearchIndex(self.atlas, self.anatomy)

    def found(self, words: str, state: State) -> tuple[Hit, ...]:
        """What words find; effects that the state's filter of evidence hides come last and say so."""
        if not is_filtered(state):
            return self.index.find(words)
        hidden, later = self._hidden(state.evidence, state.least)
        return filtered_hits(self.index.find(words, later=later), hidden, state)

    def _hidden_effects(self, evidence: Shown, least: Confidence) -> tuple[frozenset[str], int]:
        """The ids of effects that a filter hides, and their marks in the index."""
        shown = {effect.id for effect in self._shown(evidence, least).effects}
        hidden = frozenset(effect.id for effect in self.atlas.effects) - shown
        return hidden, self.index.marked(hidden)

    def stage(self, state: State) -> Stage:
        """What the body shows."""
        return self.drawn(self.undrawn(state))

    def undrawn(self, state: State) -> Stage:
        """The same in regions of ours, whatever figure it will be drawn on."""
        return self._stage(_asked(state))

    def drawn(self, stage: Stage) -> Stage:
        """A stage as it is drawn: on the figure of a pack, or on ours where its figure is not known."""
        if all(s.figure in FIGURES and s.figure not in self.figures for s in stage.scenes):
            return stage
        return Stage(tuple(map(self._drawn, stage.scenes)))

    def _drawn(self, scene: Scene) -> Scene:
        from bodymap.viewmodels.other_figure import drawn_on

        found = self.figures.get(scene.figure)
        if found is not None:
            side = found.back if found.back and scene.view == "back" else found
            return drawn_on(Stage((scene,)), side, side.key).scenes[0]
        known = (*FIGURES, *(side.key for figure in self.figures.values() for side in figure.sides))
        return scene if scene.figure in known else replace(scene, figure=FIGURES[0])

    def card(self, state: State) -> Card:
        """What the card says."""
        asked = _asked(state)
        left = self._card(asked)
        return filtered_card(self._card(_whole(asked)), left, asked) if is_filtered(asked) else left

    def lists(self, state: State) -> Lists:
        """What the lists hold."""
        asked = _asked(state)
        left = self._lists(asked)
        return filtered_lists(self._lists(_whole(asked)), left, asked) if is_filtered(asked) else left

    def shown(self, state: State) -> Atlas:
        """What the state's filter of evidence leaves of the atlas; all of it where it hides nothing."""
        return self._shown(state.evidence, state.least)

    def hidden(self, state: State) -> int:
        """How many effects and findings the state's filter of evidence hides."""
        whole, shown = self.atlas, self.shown(state)
        return len(whole.effects) + len(whole.findings) - len(shown.effects) - len(shown.findings)

    def flow(self, levels: Callable[[State], Mapping[str, float | None]]) -> Callable[[State], Flow]:
        """What derives the flow of a state from the levels of its signals; it remembers too."""
        from bodymap.viewmodels.flow import flow

        @lru_cache(maxsize=_REMEMBERED)
        def remembered(state: State, known: tuple[tuple[str, float | None], ...]) -> Flow:
            return flow(self.shown(state), self.anatomy, state, self.stage(state), dict(known))

        return lambda state: remembered(_asked(state), tuple(levels(state).items()))

    def _remembering(self, derive: Callable[[Atlas, Anatomy, State], T]) -> Callable[[State], T]:
        @lru_cache(maxsize=_REMEMBERED)
        def remembered(state: State) -> T:
            return derive(self.shown(state), self.anatomy, state)

        return remembered


def _whole(state: State) -> State:
    return replace(state, evidence="all", least="low")


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

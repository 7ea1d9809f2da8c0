"""What the questions of a round are drawn from: what is known, what is in view, and the open lesson."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bodymap.atlas.records import Ref
from bodymap.figure.figures import Figures
from bodymap.state import State
from bodymap.ui.host import Host

if TYPE_CHECKING:
    from bodymap.features.quiz.bank import Bank
    from bodymap.features.quiz.model import Question, Written
    from bodymap.features.quiz.setup import Setup


class Stock:
    """Reads nothing before a question is asked for; `own` and `shown` are of the lesson that is open."""

    def __init__(
        self,
        host: Host,
        figures: Figures,
        packs: Callable[[], Sequence[Path]],
        own: Callable[[], Sequence[Written]],
        shown: Callable[[], Sequence[State]],
    ) -> None:
        self._host, self._figures, self._packs = host, figures, packs
        self._own, self._shown = own, shown
        self._bank: Bank | None = None

    @property
    def has_lesson(self) -> bool:
        """Whether a lesson is open that shows something."""
        return bool(self._shown())

    @property
    def own_count(self) -> int:
        """How many questions its teacher wrote."""
        return len(self._own())

    def questions(self, setup: Setup) -> tuple[Question, ...]:
        """The questions of a round, in order; none where nothing fits."""
        return setup.questions(self.bank(), self._things(setup), self._own())

    def bank(self) -> Bank:
        """What questions are made from: made when first asked for, and when something else is known."""
        atlas = self._host.reader.atlas
        if self._bank is None or self._bank.atlas is not atlas:
            from bodymap.features.quiz.material import bank_of

            self._bank = bank_of(atlas, self._figures, self._packs())
        return self._bank

    def _things(self, setup: Setup) -> frozenset[Ref]:
        """What the round is about, unless it is about everything."""
        from bodymap.features.quiz.setup import in_lesson, in_view

        host = self._host
        if setup.scope == "lesson":
            return in_lesson(self._shown(), host.reader.stage)
        return in_view(host.store.state, host.reader.stage(host.store.state))

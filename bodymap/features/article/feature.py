"""Installs the article: its actions, its board when first asked for, and the way to it from the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bodymap.atlas.records import Ref
from bodymap.i18n import _
from bodymap.state import State
from bodymap.ui.action_values import Action
from bodymap.ui.host import Host
from bodymap.ui.opener import Opener
from bodymap.viewmodels.claims import Article, article
from bodymap.viewmodels.scene_values import Stage

if TYPE_CHECKING:
    from bodymap.features.article.model import Reading
    from bodymap.features.article.view import ArticleBoard


def install(host: Host) -> None:
    """Let the article into the house."""
    guest = _Guest(host)
    host.add(guest.actions())
    if host.window.card is not None:
        host.window.card.claim_followed.connect(guest.open_at)


class _Guest:
    """Keeps where one reads; the opener has its board while that is open."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._reading: Reading | None = None
        self._opener = Opener(host, self._view, self._bind, lambda: host.light(None))
        self._focus: Ref | None = None

    def actions(self) -> tuple[Action, ...]:
        group, is_open = _("Views"), self._opener.is_open
        words = _("The article against the literature")
        show = Action("article", words, group, self.toggle, ("F4",), checked=is_open)
        reason = _("the article is not open")
        after = Action("claim-next", _("Next claim"), group, lambda: self._step(1), ("PgDown",))
        before = Action("claim-previous", _("Previous claim"), group, lambda: self._step(-1), ("PgUp",))
        return (show, *(a._replace(enabled=is_open, reason=reason) for a in (after, before)))

    def toggle(self) -> None:
        if self._opener.is_open():
            self._opener.shut()
        else:
            self.open_at(self._reading.number if self._reading else 0)

    def open_at(self, number: int) -> None:
        """Open the article, or go on in it, at a claim; 0 for the first."""
        from bodymap.features.article.model import Reading, settled

        verdict = self._reading.verdict if self._reading else ""
        claim = self._article.step(number)
        if claim is not None and verdict not in ("", claim.verdict):
            verdict = ""
        self._reading = settled(self._article, Reading(number, verdict))
        if self._opener.is_open():
            self._show()
        else:
            self._opener.open()

    @property
    def _article(self) -> Article:
        return article(self._host.reader.atlas)

    def _view(self) -> type[ArticleBoard]:
        from bodymap.features.article.view import ArticleBoard

        return ArticleBoard

    def _bind(self, board: ArticleBoard) -> None:
        host = self._host
        board.claims.verdicts.chosen.connect(self._filter)
        board.claims.claims.chosen.connect(self._read)
        board.stepped.connect(self._step)
        board.followed.connect(self._follow)
        board.opened.connect(host.open_source)
        board.copied.connect(host.copy)
        self._focus = host.store.state.focus
        host.store.watch(board, lambda state: state.focus, self._hear_focus)
        host.store.watch(board, lambda _state: host.reader.atlas, lambda _atlas: self._show())

    def _show(self) -> None:
        from bodymap.features.article import model

        reading, told, board = self._reading, self._article, self._opener.board
        page = model.page_of(self._host.reader.atlas, told, reading.number) if reading else None
        if reading is None or board is None or page is None:
            return
        board.claims.show_entries(model.verdict_entries(told, reading), model.claim_entries(told, reading))
        beside = model.can_step(told, reading, -1), model.can_step(told, reading, 1)
        board.show_page(page, model.place_words(told, reading), beside)
        self._host.light(self._stage)

    def _stage(self, state: State) -> Stage:
        from bodymap.viewmodels.scene_claim import claim_stage

        reader = self._host.reader
        return claim_stage(reader.atlas, reader.anatomy, state, self._reading.number if self._reading else 0)

    def _step(self, by: int) -> None:
        from bodymap.features.article.model import stepped

        if self._reading is not None:
            self._reading = stepped(self._article, self._reading, by)
            self._show()

    def _read(self, number: str) -> None:
        self._host.window.drawers.show("lists", False)
        self.open_at(int(number))

    def _filter(self, verdict: str) -> None:
        from bodymap.features.article.model import Reading, settled

        number = self._reading.number if self._reading else 0
        asked = Reading(number, verdict)  # pyright: ignore[reportArgumentType] - the key of a verdict's row
        self._reading = settled(self._article, asked)
        self._show()

    def _follow(self, ref: Ref) -> None:
        self._opener.shut()
        self._host.store.focus(ref)

    def _hear_focus(self, focus: Ref) -> None:
        """Another thing was chosen on the body or by search: show it, and keep the place."""
        if focus != self._focus:
            self._opener.shut()

"""The choices before a round, each group under its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from bodymap.features.quiz.model import KINDS
from bodymap.features.quiz.page import SHAPES
from bodymap.features.quiz.setup import COUNTS, SEEDS, TEAM_COUNTS, Setup, kind_words, seed_of, usual_names
from bodymap.features.quiz.team_marks import paint_shape, team_role
from bodymap.i18n import _, counted
from bodymap.ui.button import Button
from bodymap.ui.frames import paint_focus, paint_frame
from bodymap.ui.look import Look
from bodymap.ui.segmented import Choice, Segmented

_NAME, _SEED = 200, 96
"""Widths of the fields for a team's name and for the seed, px at scale 1."""


class SetupSheet(QWidget):
    """Emits `changed(setup)`; `lay_out` places everything in a width."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._setup = look, Setup()
        self._own = 0
        self.mode = self._among(
            _("How it is played"),
            (("teacher", _("The teacher asks")), ("teams", _("Teams")), ("self", _("Alone"))),
            lambda value: self._tell(mode=value),
        )
        self.scope = self._among(
            _("What is asked about"),
            _scopes(False),
            lambda value: self._tell(scope=value),
        )
        self.count = self._among(
            _("How many questions"),
            tuple((str(n), str(n)) for n in COUNTS),
            lambda value: self._tell(count=int(value)),
        )
        self.teams = self._among(
            _("How many teams"),
            tuple((str(n), str(n)) for n in TEAM_COUNTS),
            lambda value: self._tell(teams=int(value)),
        )
        self.way = self._among(
            _("Who answers"),
            (("turn", _("In turn")), ("buzzer", _("Who is first"))),
            lambda value: self._tell(way=value),
        )
        self.kinds = [Button(look, words=kind_words(kind), parent=self) for kind in KINDS]
        for kind, button in zip(KINDS, self.kinds, strict=True):
            button.setCheckable(True)
            button.setAccessibleName(button.text())
            button.clicked.connect(partial(self._toggle, kind))
        self.own = Button(look, parent=self)
        self.own.setCheckable(True)
        self.own.clicked.connect(lambda: self._tell(with_own=not self._setup.with_own))
        self.names = [self._field(usual, n) for n, usual in enumerate(usual_names())]
        self.seed = self._field("", None)
        self.seed.setValidator(QIntValidator(0, SEEDS - 1, self.seed))
        self.seed.setAccessibleName(_("Number of the round: the same number asks the same questions"))
        self.another = Button(look, icon="redo", words=_("Another"), parent=self)
        self.another.setAccessibleName(_("Another round"))
        self._order()

    def _order(self) -> None:
        """Tab walks as one reads: in the order in which `lay_out` places the parts."""
        teams = (self.teams, self.way, *self.names)
        parts = (self.mode, *teams, self.own, *self.kinds, self.count, self.scope, self.seed, self.another)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def show_lesson(self, is_open: bool) -> None:
        """Offer what the lesson shows, where one is open."""
        choices = _scopes(is_open)
        if choices != self.scope.choices:
            self.scope.show_choices(choices)

    def show_look(self, look: Look) -> None:
        """Take on a look."""
        self._look = look
        segmented = (self.mode, self.scope, self.count, self.teams, self.way)
        for part in (*segmented, *self.kinds, self.own, self.another):
            part.show_look(look)
        for field in (*self.names, self.seed):
            field.setFont(look.font())
        self.update()

    def show_setup(self, setup: Setup, own: int) -> None:
        """Show what is chosen."""
        self._setup, self._own = setup, own
        for part, value in (
            (self.mode, setup.mode),
            (self.scope, setup.scope),
            (self.count, str(setup.count)),
            (self.teams, str(setup.teams)),
            (self.way, setup.way),
        ):
            part.show_value(value)
        for kind, button in zip(KINDS, self.kinds, strict=True):
            _check(button, kind in setup.kinds)
        self.own.show_words(counted("{n} from the lesson", "{n} from the lesson", own))
        self.own.setAccessibleName(self.own.text())
        _check(self.own, setup.with_own)
        for field, words in (*zip(self.names, setup.names, strict=True), (self.seed, str(setup.seed))):
            if field.text() != words and not (field is self.seed and field.hasFocus()):
                field.setText(words)
        self.update()

    def lay_out(self, width: int) -> int:
        """Place everything in a width; the height that it takes, px."""
        y = self._look.px(4)
        self._headings: list[tuple[QRect, str]] = []
        is_teams = self._setup.mode == "teams"
        y = self._block(_("How it is played"), [self.mode], y, width)
        for part in (self.teams, self.way, *self.names):
            part.setVisible(is_teams)
        if is_teams:
            shown = self.names[: self._setup.teams]
            for name in self.names[self._setup.teams :]:
                name.hide()
            y = self._block(_("Teams"), [self.teams, self.way, *shown], y, width)
        self.own.setVisible(self._own > 0)
        own = [self.own] if self._own else []
        y = self._block(_("Questions"), [*own, *self.kinds], y, width)
        y = self._block(_("How many, and about what"), [self.count, self.scope], y, width)
        y = self._block(
            _("Number of the round: the same number asks the same questions"),
            [self.seed, self.another],
            y,
            width,
        )
        self.update()
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Headings, and the frames of the fields."""
        painter, look = QPainter(self), self._look
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(14))
        for rect, words in self._headings:
            painter.drawText(rect, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft), words)
        for number, field in enumerate((*self.names, self.seed)):
            if field.isVisible():
                self._paint_field(painter, field, number)

    def _paint_field(self, painter: QPainter, field: QLineEdit, number: int) -> None:
        look, left = self._look, self._inset(field)
        box = QRectF(field.geometry().adjusted(-left, 0, look.px(8), 0))
        paint_frame(painter, box, look, "field")
        if field is not self.seed:
            side = box.height() * 0.55
            mark = QRectF(box.left() + look.px(8), box.center().y() - side / 2, side, side)
            paint_shape(painter, SHAPES[number], mark, look.color(team_role(SHAPES[number])))
        if field.hasFocus():
            paint_focus(painter, box, look)

    def _inset(self, field: QLineEdit) -> int:
        """The room in a field's frame before its words."""
        look = self._look
        return look.px(12) if field is self.seed else look.px(16) + round(look.control * 0.55)

    def _block(self, heading: str, parts: Sequence[QWidget], y: int, width: int) -> int:
        """A heading and parts in lines below it; where the next can begin."""
        look, edge, gap = self._look, self._look.px(24), self._look.px(8)
        metrics = look.metrics(14)
        room = QRect(0, 0, width - 2 * edge, 10_000)
        tall = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), heading).height()
        self._headings.append((QRect(edge, y, room.width(), tall), heading))
        y += tall + look.px(4)
        x = edge
        for part in parts:
            inset = self._inset(part) if isinstance(part, QLineEdit) else 0
            wide = self._width(part, inset)
            if x > edge and x + wide > width - edge:
                x, y = edge, y + look.control + gap
            end = look.px(8) if inset else 0
            part.setGeometry(x + inset, y, min(wide, width - 2 * edge) - inset - end, look.control)
            x += wide + gap
        return y + look.control + look.px(14)

    def _width(self, part: QWidget, inset: int) -> int:
        if not isinstance(part, QLineEdit):
            return part.sizeHint().width()
        return inset + self._look.grown(_SEED if part is self.seed else _NAME)

    def _among(
        self, name: str, choices: Sequence[tuple[str, str] | Choice], chosen: Callable[[str], object]
    ) -> Segmented:
        made = Segmented(self._look, name, [Choice(*each) for each in choices])
        made.setParent(self)
        made.chosen.connect(chosen)
        return made

    def _field(self, usual: str, number: int | None) -> QLineEdit:
        field = QLineEdit(self)
        field.setFrame(False)
        field.setPlaceholderText(usual)
        field.setMaxLength(24)
        if number is not None:
            field.setAccessibleName(_("Name of team {n}").format(n=number + 1))
        field.textEdited.connect(partial(self._type, number))
        return field

    def _type(self, number: int | None, words: str) -> None:
        if number is None:
            seed = seed_of(words)
            if seed is not None:
                self._tell(seed=seed)
            return
        names = self._setup.names
        self._tell(names=(*names[:number], words, *names[number + 1 :]))

    def _toggle(self, kind: str, _checked: bool = False) -> None:
        self._tell(kinds=self._setup.toggled(kind))  # pyright: ignore[reportArgumentType] - one of KINDS

    def _tell(self, **changes: object) -> None:
        self.changed.emit(replace(self._setup, **changes))  # pyright: ignore[reportArgumentType] - our own fields


def _scopes(has_lesson: bool) -> tuple[Choice, ...]:
    """What a round can be about."""
    usual = (Choice("all", _("Everything")), Choice("view", _("What is in view")))
    return (*usual, Choice("lesson", _("What the lesson shows"))) if has_lesson else usual


def _check(button: Button, checked: bool) -> None:
    button.setChecked(checked)
    button.show_icon("check" if checked else "")

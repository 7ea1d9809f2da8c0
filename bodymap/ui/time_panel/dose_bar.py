"""The head of the panel: how hard, how long, on what fuel, whose body, which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bodymap.i18n import _, counted
from bodymap.sights import PLAN, REPEATS
from bodymap.ui.action_set import ActionSet
from bodymap.ui.button import Button
from bodymap.ui.frames import paint_focus
from bodymap.ui.look import META, Look
from bodymap.ui.segmented import Choice, Segmented
from bodymap.ui.time_panel.dial import DialSlider

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import DayWords, Timeline, WeekWords


_OWN = "own"


class DayNote(QAbstractButton):
    """What to look at in a ready day, in `most` lines at most; a press opens it with its sources."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.most = look, 2
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        self.update()

    def show_day(self, day: DayWords) -> None:
        """Say what to look at."""
        self.setText(day.words)
        self.setAccessibleName(_("About this day: {words}").format(words=day.words))
        self.setToolTip(_("{words}\n\nPress for the sources.").format(words=day.words))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is let, as high as a control."""
        return QSize(self._look.px(200), self._look.control)

    def height_for(self, width: int) -> int:
        """How high it is in a width, px: never less than a control."""
        lines = len(self._lines(width))
        return max(self._look.control, lines * self._look.metrics(META).height())

    def is_cut(self, width: int) -> bool:
        """Whether its words are not seen whole in a width, px."""
        return " ".join(self._lines(width)) != " ".join(self.text().split())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its lines, the last one cut where even they are too few."""
        painter, look = QPainter(self), self._look
        painter.setFont(look.font(META))
        painter.setPen(look.color("text" if self.underMouse() else "muted"))
        lines, tall = self._lines(self.width()), painter.fontMetrics().height()
        top = max(0, (self.height() - tall * len(lines)) // 2)
        for n, words in enumerate(lines):
            painter.drawText(
                QRect(0, top + n * tall, self.width(), tall), Qt.AlignmentFlag.AlignVCenter, words
            )
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF(), look)

    def _lines(self, width: int) -> list[str]:
        metrics, lines = self._look.metrics(META), [""]
        words = self.text().split()
        for n, word in enumerate(words):
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
                lines[-1] = longer
            elif len(lines) >= self.most:
                rest = " ".join((lines[-1], *words[n:]))
                lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                break
            else:
                lines.append(word)
        return lines


def _repeats(own: str) -> list[Choice]:
    """How often a plan is repeated; `own` says it where the days were chosen one by one."""
    names = (_("Just once"), _("Every day"), _("Every other day"), _("Weekdays"))
    found = [Choice(value, words) for value, words in zip(REPEATS, names, strict=True)]
    return [*found, Choice(_OWN, own)] if own else found


class DoseBar(QWidget):
    """Emits `fuel_chosen`, `person_chosen` and `repeat_chosen`; its dials are `intensity` and `minutes`."""

    repeat_chosen = Signal(str)
    fuel_chosen = Signal(str)
    person_chosen = Signal(str)
    grown = Signal()
    """It wants to be higher or lower than it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._in_day, self._in_week = look, False, False
        self.intensity = DialSlider(look, (_("100 %"), _("100 % · 13.9 MET")), self)
        longest = _("5 h 55 min")
        self.minutes = DialSlider(look, (longest, longest), self)
        fuels = [Choice("fasted", _("Fasted")), Choice("normal", _("Normal food"))]
        fuels.append(Choice("carbohydrate", _("Sugar drink")))
        self.fuel = Segmented(look, _("Fuel"), fuels)
        people = [Choice("active", _("Active")), Choice("sedentary", _("Sedentary"))]
        self.person = Segmented(look, _("Whose resting level"), people)
        self.day, self.note = Button(look, words="", parent=self), DayNote(look, self)
        self.day.chevron = True
        self._takes_words = _("What would it take?"), _("How long?")
        self.takes = Button(look, words=self._takes_words[0], parent=self)
        self.repeat = Segmented(look, _("How often in a week"), _repeats(""))
        for part in (self.fuel, self.person, self.repeat):
            part.setParent(self)
            part.show_room(folded=True)
        self.fuel.chosen.connect(self.fuel_chosen)
        self.person.chosen.connect(self.person_chosen)
        self.repeat.chosen.connect(self._repeat)

    @property
    def tab_order(self) -> list[QWidget]:
        """What the tab key walks through."""
        dials: list[QWidget] = [self.intensity, self.minutes, self.note, self.fuel, self.person]
        return [*dials, self.day, self.repeat, self.takes]

    def link(self, actions: ActionSet) -> None:
        """Let the buttons run the table."""
        for action, button in (("day", self.day), ("takes", self.takes), ("day-about", self.note)):
            actions.link(action, button)

    def show_look(self, look: Look) -> None:
        """Take on a theme and a scale."""
        self._look = look
        for part in (self.intensity, self.minutes, self.fuel, self.person, self.day, self.repeat):
            part.show_look(look)
        self.note.show_look(look)
        self.takes.show_look(look)
        self._arrange()

    def show_timeline(self, timeline: Timeline, fuel: str, person: str) -> None:
        """Show the dose, or the day in its place."""
        dose, day = timeline.dose, timeline.day
        self.intensity.show_dial(dose.intensity)
        self.minutes.show_dial(dose.minutes)
        self._show_choice(self.fuel, fuel, dose.fuel_reason)
        self._show_choice(self.person, person, dose.person_reason)
        self._show_week(timeline.week)
        self._in_week = timeline.extent.named
        self._in_day = day is not None
        self.day.show_words(day.name if day else _("Day"))
        if day is not None:
            self.note.show_day(day)
        self._arrange()
        if self.height_for(self.width()) != self.height():
            self.grown.emit()

    def height_for(self, width: int, lines: int = 0) -> int:
        """How high it wants to be in a width, px: as what a day says in so many lines, else as a control."""
        self.note.most = lines or self.note.most
        if not self._has_note(width):
            return self._look.control
        return self.note.height_for(self._note_width(width))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Show what fits; the rest is in the menu."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), self._look.color("panel"))

    def _show_choice(self, part: Segmented, value: str, reason: str) -> None:
        part.show_value(value)
        part.setEnabled(not reason)
        part.setToolTip(reason or part.accessibleName())

    def _show_week(self, week: WeekWords) -> None:
        days = sum(cell.what == PLAN for cell in week.cells)
        own = "" if week.repeat else counted("{n} day a week", "{n} days a week", days)
        self.repeat.show_choices(_repeats(own))
        self.repeat.show_value(week.repeat or _OWN)
        self.repeat.setToolTip(self.repeat.accessibleName())

    def _repeat(self, name: str) -> None:
        if name != _OWN:
            self.repeat_chosen.emit(name)

    def _day_parts(self, width: int) -> list[QWidget]:
        """The buttons beside the words of a day; how often in a week where it cuts no words, or in a week."""
        parts: list[QWidget] = [self.day, self.repeat, self.takes]
        if self.note.is_cut(self._left(width, parts)):
            parts.remove(self.takes if self._in_week else self.repeat)
        return parts

    def _has_note(self, width: int) -> bool:
        """Whether a day says what to see in it; in a week only in whole: there curves need the room."""
        return self._in_day and not (self._in_week and self.note.is_cut(self._note_width(width)))

    def _left(self, width: int, parts: Sequence[QWidget]) -> int:
        beside = sum(part.sizeHint().width() + self._look.px(12) for part in parts)
        return max(self._look.px(120), width - beside)

    def _note_width(self, width: int = 0) -> int:
        """What the buttons leave to the words of a day, in a width or in that of now."""
        whole = width or self.width()
        return self._left(whole, self._day_parts(whole))

    def _fit_dials(self, parts: Sequence[QWidget], gap: int) -> bool:
        """Let the dials say and reach as much as leaves room for some parts; whether there is any."""
        for tight, in_full in ((False, True), (True, True), (False, False), (True, False)):
            for dial in (self.intensity, self.minutes):
                dial.show_room(tight=tight, in_full=in_full)
            if sum(part.sizeHint().width() + gap for part in parts) - gap <= self.width():
                return True
        return False

    def _arrange(self) -> None:
        look, gap = self._look, self._look.px(12)
        dials: list[QWidget] = [self.intensity, self.minutes]
        parts = [*dials, self.day, self.takes, self.repeat, self.fuel, self.person]
        if self._in_week:
            parts = [*dials, self.repeat, self.day, self.takes, self.fuel, self.person]
        self.takes.show_words(self._takes_words[0])
        if self._in_day:
            parts = self._day_parts(self.width())
        needed = parts[: parts.index(self.takes) + 1] if self.takes in parts else parts
        if not self._fit_dials(needed, gap) or (self._in_day and self.note.is_cut(self._note_width())):
            self.takes.show_words(self._takes_words[1])
        self._fit_dials(parts, gap)
        room, shown = self.width(), list[QWidget]()
        for part in parts:
            wide = part.sizeHint().width() + gap
            if wide <= room + gap:
                shown.append(part)
                room -= wide
        order = [part for part in self.tab_order if part is not self.note]
        x = 0
        for part in order:
            part.setVisible(part in shown)
            if part in shown:
                part.setGeometry(
                    x, (self.height() - look.control) // 2, part.sizeHint().width(), look.control
                )
                x += part.sizeHint().width() + gap
        self.note.setVisible(self._has_note(self.width()))
        self.note.setGeometry(x, 0, max(0, self.width() - x), self.height())

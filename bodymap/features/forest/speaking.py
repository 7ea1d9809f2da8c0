"""The plot for screen readers: groups that share an axis, a row for each line, and the sources below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible

from bodymap.features.forest.columns import Line
from bodymap.features.forest.model import detail_words, group_note, interval_words, spoken
from bodymap.features.forest.plotting import Drawing
from bodymap.i18n import _
from bodymap.ui.painted_parts import Key, Part
from bodymap.viewmodels.forest import Group

_SOURCES = ("sources",)
_COLUMNS = ("title", "number", "interval", "details")
_Role = QAccessible.Role


@dataclass(frozen=True, slots=True)
class Spoken:
    """The parts of a drawn plot that is scrolled by `y` px; `marked` is the organ in focus, and the finding
    of the line where the keyboard is.

    Keys are `group` with scale and unit, `line` and finding, `title`, `number`, `interval` or `details` and
    finding, `sources`, `source` and number.
    """

    drawing: Drawing
    y: int
    marked: tuple[str, str]

    def inside(self, key: Key) -> Sequence[Key]:
        """The parts inside a part, from the top."""
        forest = self.drawing.plot.forest
        if not key:
            sources = (_SOURCES,) if forest.sources else ()
            return (*(_key(group) for group in forest.groups), *sources)
        if key == _SOURCES:
            return tuple(("source", str(source.number)) for source in forest.sources)
        if key[0] == "line":
            return tuple((column, key[1]) for column in _COLUMNS)
        return tuple(("line", line.point.finding) for line in self.drawing.lines if _key(line.group) == key)

    def around(self, key: Key) -> Key:
        """The row of a value, the group of a row, the list of a source."""
        if key[0] in _COLUMNS:
            return ("line", key[1])
        if key[0] == "line":
            line = self._line(key[1])
            return _key(line.group) if line else ()
        return _SOURCES if key[0] == "source" else ()

    def part(self, key: Key) -> Part | None:
        """A part as it is now; None where its line is there no more."""
        if key[0] == "group":
            return self._group(key)
        if key == _SOURCES:
            boxes = [box for _source, box in self.drawing.sources]
            return Part(_Role.List, _("Sources"), box=self._moved(_around(boxes)))
        if key[0] == "source":
            return self._source(key[1])
        line = self._line(key[1])
        return None if line is None else self._of_line(line, key[0])

    def at(self, at: QPointF) -> Key:
        """The line or source under a point of the viewport; () for none."""
        below = QPointF(at.x(), at.y() + self.y)
        for source, box in self.drawing.sources:
            if box.contains(below):
                return ("source", str(source.number))
        line = next((line for line in self.drawing.lines if line.box.contains(below)), None)
        return ("line", line.point.finding) if line else ()

    def _line(self, finding: str) -> Line | None:
        return next((line for line in self.drawing.lines if line.point.finding == finding), None)

    def _moved(self, box: QRectF) -> QRectF:
        return box.translated(0, -self.y)

    def _group(self, key: Key) -> Part | None:
        lines = [line for line in self.drawing.lines if _key(line.group) == key]
        if not lines:
            return None
        group = lines[0].group
        box = self._moved(_around([line.box for line in lines]))
        return Part(_Role.Grouping, group.title, group_note(group), box)

    def _of_line(self, line: Line, column: str) -> Part:
        point, box = line.point, self._moved(line.box)
        chosen = point.organ.id == self.marked[0]
        if column == "line":
            said = _("Enter chooses the organ, Shift+Enter opens the sources")
            stood_on = point.finding == self.marked[1]
            return Part(_Role.Row, spoken(point, line.group), said, box, chosen, stood_on)
        words = {
            "title": point.title,
            "number": point.number,
            "interval": interval_words(point),
            "details": detail_words(point),
        }
        heads = {"number": _("Value"), "interval": _("95 % interval"), "details": _("Compared and studied")}
        role = _Role.RowHeader if column == "title" else _Role.Cell
        return Part(role, words[column], heads.get(column, ""), box, chosen)

    def _source(self, number: str) -> Part | None:
        found = next((pair for pair in self.drawing.sources if str(pair[0].number) == number), None)
        if found is None:
            return None
        source, box = found
        name = f"{source.number} {source.short}"
        role = _Role.Link if source.url else _Role.StaticText
        return Part(role, name, source.citation, self._moved(box))


def _key(group: Group) -> Key:
    return ("group", group.scale, group.unit)


def _around(boxes: Sequence[QRectF]) -> QRectF:
    """The box around boxes."""
    whole = QRectF()
    for box in boxes:
        whole = whole.united(box)
    return whole

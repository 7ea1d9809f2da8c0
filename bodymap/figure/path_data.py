"""Outlines of SVG as absolute moves, lines and curves: path data, basic shapes and transforms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bodymap.figure.figure import Box, Point

MOST_NUMBERS = 400_000
"""In one outline."""
FARTHEST = 1e7
"""Canvas units of the file; no drawing needs more."""
_TOKEN = re.compile(
    r"(?P<command>[MmLlHhVvCcSsQqTtAaZz])|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)|[\s,]+"
)
_FLAG = re.compile(r"(?P<command>(?!))|(?P<number>[01])|[\s,]+")
_COUNTS: Mapping[str, int] = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")


class Segment(NamedTuple):
    """A move (M, one point), a line (L, one), a curve (C, three) or a close (Z, none)."""

    command: str
    points: tuple[Point, ...] = ()


class Matrix(NamedTuple):
    """An affine map: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, point: Point) -> Point:
        """Where a point goes."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """The map that does `first`, then this."""
        a, b = self._turned(first.a, first.b)
        c, d = self._turned(first.c, first.d)
        e, f = self.at((first.e, first.f))
        return Matrix(a, b, c, d, e, f)

    def _turned(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y, self.b * x + self.d * y


def transform_of(words: str) -> Matrix:
    """The map that a transform attribute says; ValueError where it cannot be read."""
    found, at = Matrix(), 0
    while words[at:].strip():
        match = _TRANSFORM.match(words, at)
        if match is None:
            raise ValueError(f"the transform '{words[at:][:30].strip()}' cannot be read")
        found = found.after(_step(match[1], numbers_of(match[2])))
        at = match.end()
    return found


def numbers_of(words: str) -> list[float]:
    """All numbers in a text, whatever parts them; ValueError where one is absurd."""
    found = [float(n) for n in _NUMBER.findall(words)]
    if any(not abs(n) <= FARTHEST for n in found):
        raise ValueError(f"a number is larger than {FARTHEST:.0f}")
    return found


def path_of(words: str) -> list[Segment]:
    """The segments of path data; ValueError where it cannot be read or has no end."""
    pen = _Pen()
    at = count = 0
    while at < len(words):
        # Programs that save space write the two flags of an arc without a gap: 011 is 0, 1, 1.
        match = (_FLAG if pen.wants_flag else _TOKEN).match(words, at)
        if match is None:
            raise ValueError(f"'{words[at]}' does not belong in a path")
        at, count = match.end(), count + 1
        if count > MOST_NUMBERS:
            raise ValueError("a path has no end")
        if match["command"]:
            pen.take(match["command"])
        elif match["number"]:
            pen.add(float(match["number"]))
    pen.take("")
    return pen.segments


def moved(segments: Iterable[Segment], matrix: Matrix) -> list[Segment]:
    """The segments under a map."""
    return [Segment(s.command, tuple(matrix.at(p) for p in s.points)) for s in segments]


def text_of(segments: Iterable[Segment]) -> str:
    """Path data with the commands M, L, C and Z only."""
    return "".join(s.command + " ".join(f"{x:.2f} {y:.2f}" for x, y in s.points) for s in segments)


def box_of(segments: Iterable[Segment]) -> Box | None:
    """A box round all points; None where there are none."""
    points = [p for s in segments for p in s.points]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def ellipse(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    """An ellipse round a point."""
    k = 0.5522847498
    dx, dy = rx * k, ry * k
    right, foot, left, head = (x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry)
    return [
        Segment("M", (right,)),
        Segment("C", ((x + rx, y + dy), (x + dx, y + ry), foot)),
        Segment("C", ((x - dx, y + ry), (x - rx, y + dy), left)),
        Segment("C", ((x - rx, y - dy), (x - dx, y - ry), head)),
        Segment("C", ((x + dx, y - ry), (x + rx, y - dy), right)),
        Segment("Z"),
    ]


def polygon(points: Iterable[float], closed: bool) -> list[Segment]:
    """Straight lines through points, given as x, y, x, y …"""
    given = list(points)
    pairs = list(zip(given[::2], given[1::2], strict=False))
    lines = [Segment("M" if at == 0 else "L", (pair,)) for at, pair in enumerate(pairs)]
    return [*lines, Segment("Z")] if closed and lines else lines


class _Pen:
    """Draws absolute segments from commands of any kind."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._command, self._numbers, self._owes = "", list[float](), False
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: tuple[str, Point] | None = None
        """The kind of the last curve, and the handle that a smooth one goes on from."""

    @property
    def wants_flag(self) -> bool:
        """Whether the next number is one of the two flags of an arc."""
        return self._command in ("A", "a") and len(self._numbers) in (3, 4)

    def take(self, command: str) -> None:
        """Begin another command, or "" for the end; ValueError where numbers are missing."""
        if self._numbers or self._owes:
            raise ValueError(f"a number is missing after '{self._command}' in a path")
        self._command, self._owes = command, bool(command) and command not in "Zz"
        if command and command in "Zz":
            self._draw(command, [])

    def add(self, number: float) -> None:
        """One more number of the command; ValueError where it has none, or is absurd."""
        if not abs(number) <= FARTHEST:
            raise ValueError(f"a number in a path is larger than {FARTHEST:.0f}")
        if not self._command or self._command in "Zz":
            raise ValueError("a path begins with a move")
        self._numbers.append(number)
        if len(self._numbers) == _COUNTS[self._command.upper()]:
            self._draw(self._command, self._numbers)
            self._command = {"M": "L", "m": "l"}.get(self._command, self._command)
            self._numbers, self._owes = [], False

    def _draw(self, command: str, numbers: list[float]) -> None:
        kind = command.upper()
        origin = self._at if command.islower() else (0.0, 0.0)
        handle: tuple[str, Point] | None = None
        if kind == "Z":
            self.segments.append(Segment("Z"))
            self._at = self._start
        elif kind in "HV":
            across = kind == "H"
            moved_to = (
                (origin[0] + numbers[0], self._at[1]) if across else (self._at[0], origin[1] + numbers[0])
            )
            self._line(moved_to)
        elif kind == "A":
            end = (origin[0] + numbers[5], origin[1] + numbers[6])
            for curve in _arc(self._at, numbers, end):
                self._curve(curve)
        else:
            points = [
                (origin[0] + x, origin[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            ]
            handle = self._points(kind, points)
        self._handle = handle

    def _points(self, kind: str, points: list[Point]) -> tuple[str, Point] | None:
        if kind == "M":
            self.segments.append(Segment("M", (points[0],)))
            self._at = self._start = points[0]
            return None
        if kind == "L":
            self._line(points[0])
            return None
        if kind in "SC":
            first = points[0] if kind == "C" else self._smooth("C")
            second, end = points[-2], points[-1]
            self._curve((first, second, end))
            return "C", second
        middle = points[0] if kind == "Q" else self._smooth("Q")
        start, end = self._at, points[-1]
        self._curve((_share(start, middle, 2 / 3), _share(end, middle, 2 / 3), end))
        return "Q", middle

    def _smooth(self, kind: str) -> Point:
        if self._handle is None or self._handle[0] != kind:
            return self._at
        (x, y), (hx, hy) = self._at, self._handle[1]
        return 2 * x - hx, 2 * y - hy

    def _line(self, end: Point) -> None:
        self._begin()
        self.segments.append(Segment("L", (end,)))
        self._at = end

    def _curve(self, points: tuple[Point, Point, Point]) -> None:
        self._begin()
        self.segments.append(Segment("C", points))
        self._at = points[-1]

    def _begin(self) -> None:
        """After a close, what is drawn next begins where the closed part began."""
        if not self.segments:
            raise ValueError("a path begins with a move")
        if self.segments[-1].command == "Z":
            self.segments.append(Segment("M", (self._at,)))


def _share(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _arc(start: Point, numbers: list[float], end: Point) -> Iterator[tuple[Point, Point, Point]]:
    """An elliptical arc as curves of at most a quarter; SVG 1.1, appendix F.6."""
    rx, ry, turn = abs(numbers[0]), abs(numbers[1]), math.radians(numbers[2])
    if not rx or not ry or start == end:
        yield (start, end, end)
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * y) ** 2 + (ry * x) ** 2
    root = math.sqrt(max(0.0, ((rx * ry) ** 2 - under) / under))
    root = -root if bool(numbers[3]) == bool(numbers[4]) else root
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    span += 2 * math.pi * ((span < 0) - (span > 0)) if bool(numbers[4]) != (span > 0) else 0.0
    middle = ((start[0] + end[0]) / 2 + cos * cx - sin * cy, (start[1] + end[1]) / 2 + sin * cx + cos * cy)
    place = Matrix(rx * cos, rx * sin, -ry * sin, ry * cos, *middle)
    yield from _quarters(place, first, span)


def _quarters(place: Matrix, first: float, span: float) -> Iterator[tuple[Point, Point, Point]]:
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)
    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        yield (
            place.at((math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))),
            place.at((math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))),
            place.at((math.cos(b), math.sin(b))),
        )


def _step(name: str, n: list[float]) -> Matrix:
    """One transform; ValueError where its numbers are too few."""
    least = {"matrix": 6}.get(name, 1)
    if len(n) < least:
        raise ValueError(f"the transform '{name}' has too few numbers")
    if name == "matrix":
        return Matrix(*n[:6])
    if name == "translate":
        return Matrix(e=n[0], f=n[1] if len(n) > 1 else 0.0)
    if name == "scale":
        return Matrix(a=n[0], d=n[1] if len(n) > 1 else n[0])
    angle = math.radians(n[0])
    if name == "rotate":
        turned = Matrix(math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle))
        x, y = (n[1], n[2]) if len(n) > 2 else (0.0, 0.0)
        return Matrix(e=x, f=y).after(turned).after(Matrix(e=-x, f=-y))
    return Matrix(c=math.tan(angle)) if name == "skewX" else Matrix(b=math.tan(angle))

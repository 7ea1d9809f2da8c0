"""Lit regions of a body: its wall, then its organs, each halos first, then sprites from large to small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from bodymap.figure.figure import Shape
from bodymap.ui.body.art import Gallery, Sheet
from bodymap.ui.body.hit import area, covers
from bodymap.ui.body.picture import Touch
from bodymap.ui.body.piece import Piece
from bodymap.ui.body.plan import BodyPlan
from bodymap.ui.body.tint import cut, halo, ramp, tinted
from bodymap.ui.look import Look
from bodymap.ui.theme import Theme
from bodymap.viewmodels.scene_values import Light, Role

_FAINTEST = 0.3
_HALO = 9
_SCENES = 64
_MOST_RINGS = 8
_SMALL = 480
"""Below this height of a whole figure, px at scale 1, rings round its organs become smaller with it."""


Pair = tuple[Piece | None, Piece]
"""The halo and the sprite of a light."""


@dataclass
class Kept:
    """The pieces of lights already made for a figure in its place: one by one, and scene by scene."""

    lights: dict[Light, Pair | None] = field(default_factory=dict[Light, "Pair | None"])
    scenes: dict[tuple[Light, ...], list[Piece]] = field(default_factory=dict[tuple[Light, ...], list[Piece]])


class Lamp(NamedTuple):
    """What lights need besides the plan: pictures, outlines, look and device pixels per px.

    `kept` holds the pieces of lights as long as the figure stands where it is.
    """

    gallery: Gallery
    outline: Callable[[str], QPainterPath]
    """A region's outline, canvas units."""
    look: Look
    ratio: float
    sharp: Callable[[str, QRect], QImage | None]
    """A region's glow drawn afresh for a rectangle of the screen, None where there is none."""
    kept: Kept


def light_pieces(body: BodyPlan, lamp: Lamp) -> list[Piece]:
    """Halos and sprites of all lights that this view has."""
    scenes, asked = lamp.kept.scenes, body.body.scene.lights
    if asked not in scenes:
        if len(scenes) >= _SCENES:
            scenes.clear()
        scenes[asked] = _made(body, lamp)
    return scenes[asked]


def _made(body: BodyPlan, lamp: Lamp) -> list[Piece]:
    shapes = body.body.view.shapes
    lights = [light for light in body.body.scene.lights if light.region in shapes]
    lights.sort(key=lambda light: -area(shapes[light.region]))
    for light in lights:
        if light not in lamp.kept.lights:
            lamp.kept.lights[light] = _pair(body, light, lamp)
    pieces: list[Piece] = []
    for wall in (True, False):
        own = [light for light in lights if covers(shapes[light.region]) is wall]
        pairs = [pair for light in own if (pair := lamp.kept.lights[light])]
        pieces += [halo for halo, _ in pairs if halo]
        pieces += [sprite for _, sprite in pairs]
    return pieces


def ring_pieces(body: BodyPlan, look: Look) -> list[Piece]:
    """Rings round small regions, dashed ones where a signal acts where it is made."""
    scene, shapes = body.body.scene, body.body.view.shapes
    roles: dict[str, Role] = {light.region: light.role for light in scene.lights}
    rings = [
        _ring(body, shapes[r], (roles.get(r, "chosen"), False), look) for r in scene.rings if r in shapes
    ]
    places = sorted((r for r in scene.local if r in shapes), key=lambda r: -area(shapes[r]))
    if len(places) > _MOST_RINGS:
        places = places[:1]  # what lies all over the body would be nothing but rings
    local = [_ring(body, shapes[r], (roles.get(r, "receiving"), True), look) for r in places]
    return [piece for piece in (*rings, *local) if piece]


def outline_pieces(body: BodyPlan, index: int, touch: Touch, lamp: Lamp) -> list[Piece]:
    """Outlines of what the pointer is over and of where the keyboard stands."""
    shapes = body.body.view.shapes
    pieces = [_outline(body, shapes[r], lamp, False) for r in touch.regions if r in shapes]
    if touch.focus and touch.focus in shapes and index == touch.focus_body:
        pieces.append(_outline(body, shapes[touch.focus], lamp, True))
    return [piece for piece in pieces if piece]


def _toned(body: BodyPlan, light: Light, lamp: Lamp) -> Pair | None:
    """A region in the colour of a value, without a halo: colours are read against a legend."""
    from bodymap.ui.body.tones import tone_piece  # few pictures show values

    if light.tone is None:
        return None
    path = _on_screen(body, light.region, lamp)
    found = light_place(body, light.region, lamp.gallery)
    rect = path.boundingRect().adjusted(-3, -3, 3, 3).toAlignedRect()
    rect = (rect.united(found[1]) if found else rect).intersected(body.seen)
    if rect.isEmpty():
        return None
    sheet, sprite = Sheet.of(body.body.scene), None
    if found is not None:
        sprite = partial(_sprite, (sheet, light.region), (found[0], rect), lamp)
    drawn = body.body.view.shapes[light.region].path
    key = (sheet, light.region, drawn, body.placement, lamp.sharp(light.region, rect) is not None)
    return None, tone_piece((path, rect), sprite, light.tone, (lamp.look, key))


def _pair(body: BodyPlan, light: Light, lamp: Lamp) -> Pair | None:
    if light.tone is not None:
        return _toned(body, light, lamp)
    found = light_place(body, light.region, lamp.gallery)
    strength = _FAINTEST + (1 - _FAINTEST) * min(1.0, max(0.0, light.strength))
    if found is None:
        plain = _plain(body, light, lamp)
        return (None, plain) if plain else None
    sheet, (whole, rect) = Sheet.of(body.body.scene), found
    if rect.isEmpty():
        return None
    reach, theme = lamp.look.px(_HALO), lamp.look.theme
    offset = (whole.x() - rect.x(), whole.y() - rect.y(), whole.width())
    key = (sheet, light.region, light.role, theme.id, offset)
    sprite = partial(_sprite, (sheet, light.region), (whole, rect), lamp)
    sharp = lamp.sharp(light.region, rect) is not None
    glow = QRect(rect.adjusted(-reach, -reach, reach, reach))
    accent = QColor(theme.accent(light.role))
    return (
        Piece(
            glow,
            ("halo", key),
            partial(_draw_halo, sprite, accent, reach),
            0.62 * strength,
            low=True,
            single=True,
        ),
        Piece(
            rect,
            ("light", key, sharp),
            partial(_draw_sprite, sprite, (theme, light.role)),
            strength,
            low=True,
            single=True,
        ),
    )


def light_place(body: BodyPlan, region: str, gallery: Gallery) -> tuple[QRectF, QRect] | None:
    """Where a region's sprite lies in px, whole and as far as it is seen; None where it has no sprite."""
    index = gallery.index(Sheet.of(body.body.scene))
    box = index.sprites.get(region)
    if box is None:
        return None
    x, y, w, h = (value / index.scale for value in box)
    whole = body.placement.rect((x, y, w, h))
    return whole, whole.toAlignedRect().intersected(body.seen)


def _sprite(what: tuple[Sheet, str], where: tuple[QRectF, QRect], lamp: Lamp) -> QImage:
    """A region's glow, cut to a rectangle of the screen, in device pixels."""
    whole, rect = where
    size = QSize(round(rect.width() * lamp.ratio), round(rect.height() * lamp.ratio))
    sharp = lamp.sharp(what[1], rect)
    if sharp is not None:
        return sharp
    # A halo and its sprite begin with the same picture, one soon after the other.
    key = (what, whole.getRect(), rect.getRect(), lamp.ratio)
    return lamp.gallery.cuts.get(key, lambda: _cut_out(what, where, (lamp.gallery, size)))


def _cut_out(what: tuple[Sheet, str], where: tuple[QRectF, QRect], given: tuple[Gallery, QSize]) -> QImage:
    (whole, rect), (gallery, size) = where, given
    baked = gallery.sprite(*what)
    if baked.isNull():
        empty = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        empty.fill(0)
        return empty
    across, down = baked.width() / whole.width(), baked.height() / whole.height()
    x, y = (rect.x() - whole.x()) * across, (rect.y() - whole.y()) * down
    return cut(baked, QRectF(x, y, rect.width() * across, rect.height() * down), size)


def _draw_sprite(sprite: Callable[[], QImage], tint: tuple[Theme, Role], painter: QPainter) -> None:
    image = tinted(sprite(), ramp(*tint))
    ratio = painter.device().devicePixelRatio()
    painter.drawImage(QRectF(0, 0, image.width() / ratio, image.height() / ratio), image)


def _draw_halo(sprite: Callable[[], QImage], accent: QColor, reach: int, painter: QPainter) -> None:
    image, ratio = sprite(), painter.device().devicePixelRatio()
    cloud = halo(image, accent, round(reach * ratio))
    painter.drawImage(QRectF(0, 0, cloud.width() / ratio, cloud.height() / ratio), cloud)


def _plain(body: BodyPlan, light: Light, lamp: Lamp) -> Piece | None:
    """A lit region that has no sprite: its outline, thinly filled."""
    path = _on_screen(body, light.region, lamp)
    rect = path.boundingRect().adjusted(-3, -3, 3, 3).toAlignedRect().intersected(body.seen)
    if rect.isEmpty():
        return None
    key = (
        "plain",
        body.body.view.id,
        body.body.scene.figure,
        light.region,
        body.body.view.shapes[light.region].path,
        light.role,
        body.placement,
        lamp.look,
    )
    accent = QColor(lamp.look.theme.accent(light.role))
    return Piece(
        rect, key, partial(_draw_path, path, rect, (accent, lamp.look.px(15) / 10, 0.2)), light.strength
    )


def _on_screen(body: BodyPlan, region: str, lamp: Lamp) -> QPainterPath:
    at = body.placement
    return QTransform(at.scale, 0, 0, at.scale, at.x, at.y).map(lamp.outline(region))


def _outline(body: BodyPlan, shape: Shape, lamp: Lamp, focus: bool) -> Piece | None:
    path = _on_screen(body, shape.region, lamp)
    reach = lamp.look.px(6)
    bounds = path.boundingRect()
    if focus:
        bounds = bounds.adjusted(-reach, -reach, reach, reach)
        least = lamp.look.px(28)
        grow = (max(0.0, least - bounds.width()) / 2, max(0.0, least - bounds.height()) / 2)
        bounds = bounds.adjusted(-grow[0], -grow[1], grow[0], grow[1])
    rect = bounds.adjusted(-3, -3, 3, 3).toAlignedRect().intersected(body.area.toAlignedRect())
    if rect.isEmpty():
        return None
    key = (
        "focus" if focus else "hover",
        body.body.view.id,
        body.body.scene.figure,
        shape.region,
        shape.path,
        body.placement,
        lamp.look,
    )
    if focus:
        frame = bounds.translated(-rect.x(), -rect.y())
        return Piece(rect, key, partial(_draw_focus, frame, lamp.look))
    return Piece(rect, key, partial(_draw_path, path, rect, (lamp.look.color("text"), lamp.look.px(2), 0.16)))


def _draw_path(path: QPainterPath, rect: QRect, pen: tuple[QColor, float, float], painter: QPainter) -> None:
    color, width, fill = pen
    thin = QColor(color)
    thin.setAlphaF(fill)
    painter.translate(-rect.x(), -rect.y())
    painter.setBrush(thin)
    painter.setPen(QPen(color, width, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)


def _draw_focus(frame: QRectF, look: Look, painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((look.color("route_casing"), look.px(5)), (look.color("text"), look.px(2))):
        painter.setPen(QPen(color, width))
        painter.drawRoundedRect(frame, look.px(6), look.px(6))


def _ring(body: BodyPlan, shape: Shape, kind: tuple[Role, bool], look: Look) -> Piece | None:
    role, dashed = kind
    middle = body.placement.at(shape.anchor)
    box = body.placement.rect(shape.box)
    share = 1.0 if body.body.scene.closeup else min(1.0, body.placement.whole.height() / look.px(_SMALL))
    radius = look.px(14) * share
    if dashed:
        radius = max(max(box.width(), box.height()) / 2 + look.px(8) * share, look.px(18) * share)
        if radius > look.px(64) * share:
            # What spreads over the body gets a small ring where its label points.
            radius = look.px(24) * share
        else:
            middle = box.center()
    elif max(box.width(), box.height()) > 2 * radius:
        return None
    reach = radius + look.px(4)
    rect = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
    if not rect.intersects(body.area.toAlignedRect()):
        return None
    at = middle - QPointF(rect.topLeft())
    key = ("ring", role, dashed, radius, at.toTuple(), look)
    return Piece(rect, key, partial(_draw_ring, (at, radius), kind, look), bed=True)


def _draw_ring(where: tuple[QPointF, float], kind: tuple[Role, bool], look: Look, painter: QPainter) -> None:
    (middle, radius), (role, dashed) = where, kind
    accent = QColor(look.theme.accent(role))
    thin = QColor(accent)
    thin.setAlphaF(0.1 if dashed else 0.28)
    painter.setBrush(thin)
    pen = QPen(accent, look.px(2))
    if dashed:
        pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)

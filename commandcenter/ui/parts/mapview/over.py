"""What is painted over the map: standing points, names, the ring around what burns, how long a stretch is, what lies under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from commandcenter.domain.map import Shape
from commandcenter.ui.map_words import kind_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.mapview.ground import LEAST, NUMBERED, Ground
from commandcenter.ui.parts.mapview.hand import Hit
from commandcenter.ui.parts.mapview.labels import Placed
from commandcenter.ui.parts.mapview.markers import Marker, Symbols, radius_of
from commandcenter.ui.parts.mapview.plane import Eye
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


def paint_points(
    p: QPainter,
    look: Look,
    ground: Ground,
    symbols: Symbols,
    ratio: float,
    kinds: Iterable[str],
    seen: QRectF,
    scale: float,
) -> None:
    """Standing points: a dot from afar, the symbol once there is room for it."""
    p.save()
    p.resetTransform()
    p.scale(1, 1)
    for kind in kinds:
        marker = Marker("", (0.0, 0.0), kind)
        whole = scale >= LEAST.get(kind, 0.0)
        reach = (radius_of(look, marker) + 4) / scale
        near = seen.adjusted(-reach, -reach, reach, reach)
        picture = symbols.picture(marker, ratio)
        half = QPointF(picture.width(), picture.height()) / ratio / 2
        p.setPen(QPen(look.color("mapbg"), 1))
        p.setBrush(look.color("tx3"))
        for spot, _ in ground.points_in(kind, near):
            at = (spot - seen.topLeft()) * scale
            if whole:
                p.drawPixmap(at - half, picture)
            else:
                p.drawEllipse(at, 2.5, 2.5)
    p.restore()


def symbols_in(look: Look, ground: Ground, kinds: Iterable[str], scale: float, region: QRectF) -> Iterator[QRectF]:
    """The rectangles of standing points that are painted as symbols, and of the numbers of houses."""
    half = look.px(10)
    for kind in kinds:
        if scale >= LEAST.get(kind, 0.0):
            for spot, _ in ground.points_in(kind, region):
                yield QRectF(spot.x() * scale - half, spot.y() * scale - half, 2 * half, 2 * half)
    if scale >= NUMBERED:
        for spot, number in ground.numbers_in(region):
            wide, high = look.width(number, "caption"), look.px(14)
            yield QRectF(spot.x() * scale - wide / 2, spot.y() * scale - high / 2, wide, high)


def paint_names(p: QPainter, eye: Eye, done: float, placed: Iterable[Placed]) -> None:
    """The names where they were placed at the scale ``done``, moved to how one looks now."""
    right, down = eye.width / 2 - eye.x * eye.scale, eye.height / 2 - eye.y * eye.scale
    grown, width, height = eye.scale / done, eye.width, eye.height
    for picture, x, y, half_width, half_height, _ in placed:
        left, top = x * grown + right - half_width, y * grown + down - half_height
        if -2 * half_width < left < width and -2 * half_height < top < height:
            p.drawPixmap(round(left), round(top), picture)


def paint_ring(p: QPainter, look: Look, at: QPointF, marker: Marker, *, wide: bool) -> None:
    """The ring around what burns: it beats once a second."""
    radius = radius_of(look, marker) + look.px(9 if wide else 5)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(look.color("red", drill=marker.drill), 2 if wide else 1.2))
    p.drawEllipse(at, radius, radius)


def paint_bar(p: QPainter, look: Look, eye: Eye) -> None:
    """How long a stretch is, and that north is above: at the lower left."""
    px = look.px
    metres = nice_length(px(120) / eye.scale)
    wide = metres * eye.scale
    x, y = float(px(16)), float(eye.height - px(14))
    words = f"{metres:g} m" if metres < 1000 else f"{metres / 1000:g} km"
    north = translate("MapView", "N")
    room = px(20) + look.width(north, "caption")
    back = QRectF(x - px(6), y - px(13), wide + look.width(words, "caption") + px(22) + room, px(22))
    ground = look.color("mapbg")
    p.setOpacity(0.75)
    p.fillRect(back, ground)
    p.setOpacity(1.0)
    p.setPen(QPen(look.color("tx2"), 1.4))
    for line in ((x, y, x + wide, y), (x, y - px(5), x, y), (x + wide, y - px(5), x + wide, y)):
        p.drawLine(QPointF(line[0], line[1]), QPointF(line[2], line[3]))
    box = QRectF(x + wide + px(8), y - px(13), look.width(words, "caption") + 4, px(20))
    paint.text(p, look, box, words, "caption", "tx2")
    left = box.right() + px(10)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(look.color("tx2"))
    p.drawPolygon([QPointF(left, y + px(3)), QPointF(left + px(4), y - px(9)), QPointF(left + px(8), y + px(3))])
    paint.text(
        p, look, QRectF(left + px(11), y - px(13), look.width(north, "caption") + 4, px(20)), north, "caption", "tx2"
    )


def paint_tip(p: QPainter, look: Look, eye: Eye, hit: Hit, pointer: QPointF) -> None:
    """What lies under the pointer, beside it."""
    lines = [line for line in (told_of_marker(hit.marker) if hit.marker else told_of(hit.shape)) if line]
    if not lines:
        return
    px = look.px
    wide = min(max(look.width(line, "caption") for line in lines) + px(20), eye.width - px(12))
    high = px(20) * len(lines) + px(8)
    x = min(pointer.x() + px(14), eye.width - wide - px(4))
    y = pointer.y() + px(18)
    if y + high > eye.height - px(4):
        y = pointer.y() - high - px(8)
    box = QRectF(max(px(4), x), max(px(4), y), wide, high)
    paint.rounded(p, box, 4, look.color("bg3"), look.color("ln3"))
    for place, line in enumerate(lines):
        row = QRectF(box.left() + px(10), box.top() + px(4) + place * px(20), wide - px(20), px(20)).toRect()
        paint.elided(p, look, row, line, "caption", "tx1" if place == 0 else "tx2")


def told_of_marker(marker: Marker | None) -> list[str]:
    """What the pointer tells of a marker."""
    return [marker.title, "" if marker.note == "whistle" else marker.note] if marker is not None else []


def told_of(shape: Shape | None) -> list[str]:
    """What the pointer tells of a shape: its name, then what it is."""
    if shape is None:
        return []
    word = kind_word(shape.kind)
    return [shape.name, word] if shape.name and shape.name != word else [word]


def nice_length(most: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not more."""
    unit = 1.0
    while unit * 10 <= most:
        unit *= 10
    return next((unit * step for step in (5, 2) if unit * step <= most), unit)

"""The names on the map: along a street or beside it, in the middle of an area, never one over another.

Where a name stands depends on the scale alone, not on what part is seen, so names stay where they are while the map is moved.
They are set in the order of their weight; what finds no room is left out until one looks closer. Each is painted once, with a
halo of the ground, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from commandcenter.domain.geo import AREA, LINE
from commandcenter.domain.map import AREAS, OfficeMap
from commandcenter.ui.parts.mapview.plane import Plane
from commandcenter.ui.theme.look import Look

HALO = 3.0
"""Pixels of ground around a letter."""
APART = 760.0
"""Pixels along a street after which its name stands again."""
FIELD = 250.0
"""Metres along the edge of a field of names."""
BEND = 4.0
"""Pixels a street may bend away under its name."""
STEEP = 40.0
"""Degrees from which on a name runs downwards, letter under letter, instead of leaning."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the names of a kind are written: from which scale, in which role and colour, by which weight."""

    weight: int
    least: float
    role: str
    token: str
    slanted: bool = False


MANNERS: Mapping[str, Manner] = {
    "community": Manner(0, 0.04, "strong", "tx1"),
    "water": Manner(1, 0.12, "caption", "tx3", slanted=True),
    "street": Manner(2, 0.14, "caption", "tx2"),
    "green": Manner(3, 0.2, "caption", "tx3"),
    "landmark": Manner(4, 0.6, "caption", "tx2"),
    "alley": Manner(5, 0.3, "caption", "tx2"),
    "road": Manner(6, 0.5, "caption", "tx3"),
    "grid": Manner(7, 0.55, "caption", "tx3"),
    "site": Manner(8, 0.9, "caption", "tx2"),
    "assembly": Manner(8, 1.2, "caption", "tx2"),
    "shelter": Manner(8, 1.2, "caption", "tx2"),
    "post_site": Manner(9, 1.6, "caption", "tx3"),
    "building": Manner(10, 1.6, "caption", "tx3"),
}
"""Kinds that are written on the map; cameras, entrances and hydrants tell their name under the pointer."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it belongs to: a line it may run along, or a spot (metres)."""

    text: str
    kind: str
    spot: QPointF
    lines: tuple[QPolygonF, ...] = ()
    below: bool = False
    """Whether it stands below its spot, where a symbol is painted."""
    home: tuple[QPolygonF, ...] = ()
    """What a community's name may not leave when it makes room for a marker: over its neighbour it would lie."""


class Placed(NamedTuple):
    """A name that has found room: the picture, its middle in pixels of the plane at that scale, half of its size, the boxes
    its letters take.
    """

    picture: QPixmap
    x: float
    y: float
    half_width: float
    half_height: float
    boxes: tuple[QRectF, ...] = ()


class Names:
    """The names of a map: those that run along lines by kind, the others by kind and field of the ground."""

    def __init__(self) -> None:
        self.along: dict[str, list[Name]] = {}
        self.spots: dict[str, dict[tuple[int, int], list[Name]]] = {}

    def take(self, name: Name) -> None:
        """File a name."""
        if name.lines:
            self.along.setdefault(name.kind, []).append(name)
        else:
            key = (int(name.spot.x() // FIELD), int(name.spot.y() // FIELD))
            self.spots.setdefault(name.kind, {}).setdefault(key, []).append(name)

    @property
    def kinds(self) -> list[str]:
        """The kinds in the order of their weight."""
        return sorted({*self.along, *self.spots}, key=lambda kind: MANNERS[kind].weight)

    def of(self, kind: str, region: QRectF) -> Iterator[Name]:
        """The names of a kind that may stand within a region (metres)."""
        yield from self.along.get(kind, ())
        filed = self.spots.get(kind, {})
        if not filed:
            return
        for x in range(int(region.left() // FIELD), int(region.right() // FIELD) + 1):
            for y in range(int(region.top() // FIELD), int(region.bottom() // FIELD) + 1):
                yield from (name for name in filed.get((x, y), ()) if region.contains(name.spot))


def names_of(office: OfficeMap, plane: Plane) -> Names:
    """The names of a map. Houses of the base are not among them: their numbers are painted with the ground."""
    found = Names()
    for shape in (*office.shapes.values(), *office.base):
        if shape.kind not in MANNERS or not shape.name or (shape.kind == "building" and shape.layer):
            continue
        lines: tuple[QPolygonF, ...] = ()
        if shape.geometry.sort == LINE:
            lines = tuple(plane.polygon(line) for line in shape.geometry.parts)
        below = shape.kind not in AREAS and shape.kind not in ("building", "site", "water")
        home: tuple[QPolygonF, ...] = ()
        if shape.kind == "community" and shape.geometry.sort == AREA:
            home = tuple(plane.polygon(rings[0]) for rings in shape.geometry.parts)
        found.take(Name(shape.name, shape.kind, plane.metres(shape.middle), lines, below, home))
    return found


KeptOff = Callable[[float, QRectF], Iterable[QRectF]]
"""Rectangles of standing points within a region (metres), in pixels of the plane at a scale."""
_Request = tuple[float, QRectF, tuple[QRectF, ...]]
"""Scale, region in metres, what is taken."""


def _serves(request: _Request, scale: float, seen: QRectF, taken: tuple[QRectF, ...]) -> bool:
    return request[0] == scale and request[1].contains(seen) and request[2] == taken


class _Room:
    """Which rectangles are taken, filed by squares."""

    EDGE = 64

    def __init__(self) -> None:
        self._filed: dict[tuple[int, int], list[QRectF]] = {}

    def free(self, rects: Iterable[QRectF]) -> bool:
        return not any(
            rect.intersects(other) for rect in rects for key in self._keys(rect) for other in self._filed.get(key, ())
        )

    def take(self, rects: Iterable[QRectF]) -> None:
        for rect in rects:
            for key in self._keys(rect):
                self._filed.setdefault(key, []).append(rect)

    def _keys(self, rect: QRectF) -> Iterator[tuple[int, int]]:
        edge = self.EDGE
        for x in range(int(rect.left() // edge), int(rect.right() // edge) + 1):
            for y in range(int(rect.top() // edge), int(rect.bottom() // edge) + 1):
                yield x, y


class Labels:
    """Names set for a scale and a part of the plane. ``work`` goes on setting; what stood before is shown until it is done."""

    def __init__(self, look: Look, kept_off: KeptOff | None = None) -> None:
        self._look = look
        self._kept_off = kept_off
        self._names = Names()
        self._pictures: dict[tuple[str, str, int, float], tuple[QPixmap, tuple[QRectF, ...]]] = {}
        self._wanted: _Request | None = None
        self._working: Iterator[Placed] | None = None
        self._coming: list[Placed] = []
        self._done: _Request | None = None
        self.placed: tuple[Placed, ...] = ()
        self.ratio = 1.0

    def show(self, names: Names) -> None:
        """Other names."""
        self._names = names
        self.forget()

    def forget(self) -> None:
        """Set and paint them anew; what stood is not shown meanwhile."""
        self._pictures.clear()
        self._wanted = self._done = self._working = None
        self.placed = ()

    def again(self) -> None:
        """Set them anew; what stands is shown meanwhile."""
        if self._done is not None:
            self._done = (self._done[0], QRectF(), ())
        self._wanted = self._working = None

    def ready(self, scale: float, seen: QRectF, taken: tuple[QRectF, ...] = ()) -> bool:
        """Whether the names of what is seen (metres) are set for a scale, off what is ``taken`` (pixels of the plane at that
        scale). Where they are not, ``work`` goes on with them, half a screen around what is seen included.
        """
        if self._done is not None and _serves(self._done, scale, seen, taken):
            return True
        if self._wanted is None or not _serves(self._wanted, scale, seen, taken):
            wide, high = seen.width() * 0.5, seen.height() * 0.5
            region = seen.adjusted(-wide, -high, wide, high)
            self._wanted = (scale, region, taken)
            self._coming = []
            self._working = self._set(scale, region, taken)
        return False

    @property
    def scale(self) -> float:
        """The scale for which the names that are shown were set; 0 before any were."""
        return self._done[0] if self._done is not None else 0.0

    def work(self, names: int = 12) -> bool:
        """Set the next names; True when all are set."""
        if self._working is None:
            return True
        for _ in range(names):
            placed = next(self._working, None)
            if placed is None:
                self._working = None
                self._done, self._wanted = self._wanted, None
                self.placed = tuple(self._coming)
                return True
            if placed.half_width:
                self._coming.append(placed)
        return False

    def _set(self, scale: float, region: QRectF, taken: Sequence[QRectF]) -> Iterator[Placed]:
        """Each name in the order of weight: as placed, or with an empty picture where it finds no room."""
        room, marked = _Room(), _Room()
        marked.take(taken)
        if self._kept_off is not None:
            marked.take(self._kept_off(scale, region))
        none = QPixmap(1, 1)
        for kind in self._names.kinds:
            manner = MANNERS[kind]
            if scale < manner.least:
                continue
            for name in self._names.of(kind, region):
                yield from self._fitted(name, manner, scale, region, room, marked) or (
                    Placed(none, 0.0, 0.0, 0.0, 0.0),
                )

    def _fitted(
        self, name: Name, manner: Manner, scale: float, region: QRectF, room: _Room, marked: _Room
    ) -> list[Placed]:
        """Where a name finds room: once for each of its slots. The name of a community rather lies on a marker than nowhere."""
        found: dict[int, Placed] = {}
        second: Placed | None = None
        for slot, placed in self._tries(name, manner, scale, region):
            if slot in found or not room.free(placed.boxes):
                continue
            if marked.free(placed.boxes):
                room.take(placed.boxes)
                found[slot] = placed
            elif second is None and name.kind == "community":
                second = placed
        if not found and second is not None:
            room.take(second.boxes)
            found[0] = second
        return list(found.values())

    def _tries(self, name: Name, manner: Manner, scale: float, region: QRectF) -> Iterator[tuple[int, Placed]]:
        if name.lines:
            yield from self._along(name, manner, scale, region)
            return
        picture, boxes = self._picture(name.text, manner, 0.0)
        wide, high = picture.width() / self.ratio, picture.height() / self.ratio
        at = name.spot * scale
        down = 0.0
        if name.below:
            down = high / 2 + self._look.px(9)
        shifts = [(0.0, down)] if name.below else [(0.0, 0.0)]
        if name.kind in ("community", "green", "water"):
            shifts += [(0.0, -high), (0.0, high), (-wide / 2, 0.0), (wide / 2, 0.0)]
        if name.kind == "community":
            shifts += [(wide / 2 * right, high * down) for down in (-1, 1, -2, 2) for right in (0, -1, 1)]
            shifts += [(-wide, 0.0), (wide, 0.0), (0.0, -3 * high), (0.0, 3 * high)]
        for right, below in shifts:
            moved = (at + QPointF(right, below)) / scale
            if name.home and not any(ring.containsPoint(moved, Qt.FillRule.OddEvenFill) for ring in name.home):
                continue
            corner = QPointF(at.x() - wide / 2 + right, at.y() - high / 2 + below)
            yield 0, self._placed(picture, corner, boxes)

    def _along(self, name: Name, manner: Manner, scale: float, region: QRectF) -> Iterator[tuple[int, Placed]]:
        """Along the longest line of it where it is straight enough, again after a while; beside it where it is too short."""
        need = self._look.width(name.text, manner.role) + self._look.px(10)
        stood = 0
        for line in name.lines:
            walk = _Walk(line, scale)
            slots = max(1, round(walk.length / APART))
            for slot in range(slots):
                middle = walk.length * (slot + 0.5) / slots
                spread = walk.length / slots / 2 - need / 2
                for shift in (0.0, 0.4, -0.4, 0.8, -0.8) if spread >= 0 else ():
                    at = middle + shift * spread
                    first, last = walk.at(at - need / 2), walk.at(at + need / 2)
                    centre = (first + last) / 2
                    if walk.bend(at, need) > BEND or not region.contains(centre / scale):
                        continue
                    angle = degrees(atan2(last.y() - first.y(), last.x() - first.x()))
                    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
                    picture, boxes = self._picture(name.text, manner, angle)
                    corner = centre - QPointF(picture.width(), picture.height()) / self.ratio / 2
                    stood += 1
                    yield slot, self._placed(picture, corner, boxes)
            if not stood and scale >= 2 * manner.least:
                picture, boxes = self._picture(name.text, manner, 0.0)
                centre = walk.at(walk.length / 2)
                wide, high = picture.width() / self.ratio, picture.height() / self.ratio
                aside = self._look.px(6)
                for right, down in (
                    (aside, -high / 2),
                    (-aside - wide, -high / 2),
                    (-wide / 2, aside),
                    (-wide / 2, -aside - high),
                ):
                    corner = QPointF(centre.x() + right, centre.y() + down)
                    if region.contains(centre / scale):
                        yield 0, self._placed(picture, corner, boxes)

    def _placed(self, picture: QPixmap, corner: QPointF, boxes: Iterable[QRectF]) -> Placed:
        wide, high = picture.width() / self.ratio / 2, picture.height() / self.ratio / 2
        taken = tuple(box.translated(corner) for box in boxes)
        return Placed(picture, corner.x() + wide, corner.y() + high, wide, high, taken)

    # -- painting --------------------------------------------------------------------------------------------------

    def _picture(self, text: str, manner: Manner, angle: float) -> tuple[QPixmap, tuple[QRectF, ...]]:
        """A name with its halo, and the boxes its letters take within it. Steep names run downwards, letter under letter."""
        angle = round(angle)
        key = (text, manner.token + manner.role, angle, self.ratio)
        found = self._pictures.get(key)
        if found is None:
            down = abs(angle) > STEEP
            path, letters = self._downwards(text, manner, angle) if down else self._leaning(text, manner, angle)
            found = self._pictures[key] = self._painted(path, letters, manner)
        return found

    def _font_path(self, text: str, manner: Manner) -> QPainterPath:
        font = self._look.font(manner.role)
        path = QPainterPath()
        path.addText(QPointF(0, 0), font, text)
        if manner.slanted:
            path = QTransform(1, 0, -0.2, 1, 0, 0).map(path)
        return path

    def _leaning(self, text: str, manner: Manner, angle: float) -> tuple[QPainterPath, list[QRectF]]:
        metrics = self._look.metrics(manner.role)
        wide, up, below = metrics.horizontalAdvance(text), metrics.ascent(), metrics.descent()
        turn = QTransform()
        turn.rotate(angle)
        turn.translate(-wide / 2, (up - below) / 2)
        letters = []
        part = wide / max(1, len(text))
        for place in range(len(text) if abs(angle) > 3 else 1):
            box = QRectF(place * part, -up, part if abs(angle) > 3 else wide, up + below)
            letters.append(turn.mapRect(box))
        return turn.map(self._font_path(text, manner)), letters

    def _downwards(self, text: str, manner: Manner, angle: float) -> tuple[QPainterPath, list[QRectF]]:
        metrics = self._look.metrics(manner.role)
        step = metrics.height() * 0.92
        lean = angle if angle > 0 else angle + 180  # read from above to below
        along = QTransform()
        along.rotate(lean)
        way = along.map(QPointF(step, 0))
        path, letters = QPainterPath(), []
        for place, letter in enumerate(text):
            middle = way * (place - (len(text) - 1) / 2)
            wide = metrics.horizontalAdvance(letter)
            one = self._font_path(letter, manner)
            one.translate(middle.x() - wide / 2, middle.y() + (metrics.ascent() - metrics.descent()) / 2)
            path.addPath(one)
            letters.append(QRectF(middle.x() - wide / 2, middle.y() - step / 2, wide, step))
        return path, letters

    def _painted(
        self, path: QPainterPath, letters: Sequence[QRectF], manner: Manner
    ) -> tuple[QPixmap, tuple[QRectF, ...]]:
        whole = path.boundingRect()
        for letter in letters:
            whole = whole.united(letter)
        reach_x, reach_y = max(-whole.left(), whole.right()) + HALO, max(-whole.top(), whole.bottom()) + HALO
        wide, high = round(2 * reach_x), round(2 * reach_y)
        pixmap = QPixmap(round(wide * self.ratio), round(high * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        p = QPainter(pixmap)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.translate(wide / 2, high / 2)
        halo = QPen(self._look.color("mapbg"), 2 * HALO - 2.5)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        p.strokePath(path, halo)
        p.fillPath(path, self._look.color(manner.token))
        p.end()
        return pixmap, tuple(letter.translated(wide / 2, high / 2).adjusted(-1, -1, 1, 1) for letter in letters)


class _Walk:
    """A line in pixels of a scale, walked by length."""

    def __init__(self, line: QPolygonF, scale: float) -> None:
        self._points = [line.at(place) * scale for place in range(line.count())]
        self._ends = [0.0]
        for first, second in zip(self._points, self._points[1:]):
            self._ends.append(self._ends[-1] + hypot(second.x() - first.x(), second.y() - first.y()))

    @property
    def length(self) -> float:
        return self._ends[-1]

    def at(self, far: float) -> QPointF:
        """The spot so many pixels along."""
        for place in range(1, len(self._ends)):
            if far <= self._ends[place] or place == len(self._ends) - 1:
                stretch = self._ends[place] - self._ends[place - 1] or 1.0
                share = min(1.0, max(0.0, (far - self._ends[place - 1]) / stretch))
                return self._points[place - 1] + (self._points[place] - self._points[place - 1]) * share
        return self._points[0]

    def bend(self, at: float, need: float) -> float:
        """How far the line leaves the straight within ``need`` pixels around ``at``."""
        first, last = self.at(at - need / 2), self.at(at + need / 2)
        across, down = last.x() - first.x(), last.y() - first.y()
        straight = hypot(across, down)
        if straight < 1.0:
            return need
        worst = 0.0
        for step in range(1, 8):
            spot = self.at(at - need / 2 + need * step / 8)
            worst = max(worst, abs(across * (spot.y() - first.y()) - down * (spot.x() - first.x())) / straight)
        return worst

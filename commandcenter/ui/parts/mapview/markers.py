"""What lies on the map and is of today: cases, incidents, hot spots, patrols; and the standing points: assembly, cameras.

A marker is told by shape and picture before colour: overdue is a red octagon, due soon an amber triangle, in hand an open
circle. Symbols are painted once and kept. In the mode of a drill no red is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from commandcenter.domain.geo import Point
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

SORTS = (
    "open",
    "camera",
    "assembly",
    "shelter",
    "post_site",
    "patrol",
    "coming",
    "unit",
    "soon",
    "over",
    "count",
    "incident",
)
"""In the order they are painted: the later lie above."""
ICONS: Mapping[str, str] = {
    "camera": "cctv",
    "assembly": "users",
    "shelter": "tent",
    "post_site": "flag",
    "store": "package",
    "gate": "log-in",
    "hydrant": "droplet",
    "landmark": "landmark",
    "patrol": "footprints",
    "unit": "user-check",
    "coming": "navigation",
}
STEPS = (0.34, 0.67)
"""Shares of the highest count at which a circle turns from few to some and from some to many."""
LIVE = ("assembly", "shelter", "post_site", "camera", "store", "gate", "hydrant", "landmark")
"""Standing points that can be shown or not."""
CROWDED = 400
"""From so many markers on, those that would lie on each other are one with a number."""
MOST_APART = 120
"""So many circles at most are pushed beside each other; of more, each stays where it is."""
NEAR = 34.0
"""Pixels within which crowded markers are one."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Something at a spot. ``title`` and ``note`` are told under the pointer; ``count`` and ``most`` size a circle.

    ``layer`` is the layer it belongs to; ``drill`` keeps red off it; ``shape`` is what of the map it belongs to; ``shift`` sets
    it beside its spot, in pixels.
    """

    key: str
    point: Point
    sort: str = "open"
    title: str = ""
    note: str = ""
    count: int = 0
    most: int = 0
    layer: str = ""
    drill: bool = False
    shape: str = ""
    shift: tuple[float, float] = (0.0, 0.0)


def radius_of(look: Look, marker: Marker) -> float:
    """Half the width of a marker in pixels."""
    if marker.sort == "count":
        share = marker.count / max(1, marker.most)
        return look.px(11) + look.px(15) * share**0.5
    sizes = {"incident": 17, "over": 9, "soon": 8, "open": 6}
    return float(look.px(sizes.get(marker.sort, 10)))


def tones(look: Look, share: float) -> tuple[str, str]:
    """(fill, ink) of a circle with a number; the darkest ground carries the light ink, in both themes."""
    if share >= STEPS[1]:
        return "pip3", "bg0" if look.dark else "onfill"
    if share >= STEPS[0]:
        return "pip2", "bg0" if look.dark else "onfill"
    return "pip1", "onfill" if look.dark else "tx1"


def gathered(
    markers: Sequence[Marker], where: Sequence[QPointF], scale: float, look: Look | None = None
) -> list[tuple[Marker, QPointF]]:
    """Markers with where they lie (metres); of a crowd those that would lie on each other are one with a number.

    What burns and what is overdue is never hidden in a number: it stays beside it. With a look, which tells how large they
    are, a few circles with numbers are pushed apart.
    """
    if len(markers) <= CROWDED:
        shown = list(zip(markers, where))
        return _apart(look, shown, scale) if look is not None else shown
    kept: list[tuple[Marker, QPointF]] = []
    cells: dict[tuple[int, int, str], list[int]] = {}
    for place, marker in enumerate(markers):
        if marker.sort in ("incident", "over", "count"):
            kept.append((marker, where[place]))
            continue
        spot = where[place]
        key = (int(spot.x() * scale // NEAR), int(spot.y() * scale // NEAR), marker.layer)
        cells.setdefault(key, []).append(place)
    most = max((len(places) for places in cells.values()), default=1)
    for places in cells.values():
        first = markers[places[0]]
        if len(places) == 1:
            kept.append((first, where[places[0]]))
            continue
        middle = QPointF(
            sum(where[place].x() for place in places) / len(places),
            sum(where[place].y() for place in places) / len(places),
        )
        kept.append((replace(first, sort="count", count=len(places), most=most, key=f"{first.key}+"), middle))
    return kept


def _apart(look: Look, shown: list[tuple[Marker, QPointF]], scale: float) -> list[tuple[Marker, QPointF]]:
    """Markers with their circles pushed beside each other where one would hide the number of another.

    ``shown`` are markers with where they lie (metres); ``scale`` is pixels per metre. A circle stays within a few pixels of its spot.
    """
    circles = [place for place, (marker, _) in enumerate(shown) if marker.sort == "count"]
    if not 1 < len(circles) <= MOST_APART:
        return shown
    reach = [radius_of(look, shown[place][0]) for place in circles]
    spots = [[shown[place][1].x() * scale, shown[place][1].y() * scale] for place in circles]
    near = [
        (first, second)
        for first in range(len(circles))
        for second in range(first)
        if abs(spots[first][0] - spots[second][0]) < 80 and abs(spots[first][1] - spots[second][1]) < 80
    ]
    for _ in range(6 if near else 0):
        for first, second in near:
            across, down = spots[first][0] - spots[second][0], spots[first][1] - spots[second][1]
            gap = hypot(across, down)
            lack = 0.95 * (reach[first] + reach[second]) - gap
            if lack > 0:
                across, down = (across / gap, down / gap) if gap > 1 else (1.0, 0.0)
                for place, push in ((first, lack / 2), (second, -lack / 2)):
                    spots[place][0] += across * push
                    spots[place][1] += down * push
    found = list(shown)
    for number, place in enumerate(circles):
        marker, spot = shown[place]
        shift = spots[number][0] - spot.x() * scale, spots[number][1] - spot.y() * scale
        found[place] = (replace(marker, shift=shift), spot)
    return found


class Symbols:
    """Painted markers, kept until the look changes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[tuple[str, int, int, bool, float], QPixmap] = {}

    def forget(self) -> None:
        """Another theme or text size."""
        self._kept.clear()

    def picture(self, marker: Marker, ratio: float) -> QPixmap:
        """The picture of a marker; its middle lies on the spot."""
        share = round(9 * marker.count / max(1, marker.most)) if marker.sort == "count" else 0
        key = (marker.sort, marker.count, share, marker.drill, ratio)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._painted(marker, ratio)
        return found

    def _painted(self, marker: Marker, ratio: float) -> QPixmap:
        radius = radius_of(self._look, marker)
        edge = round(2 * radius + 6)
        pixmap = QPixmap(round(edge * ratio), round(edge * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        p = QPainter(pixmap)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(p, self._look, QPointF(edge / 2, edge / 2), marker)
        p.end()
        return pixmap


def draw(p: QPainter, look: Look, at: QPointF, marker: Marker) -> None:
    """Paint a marker with its middle at a spot of the screen."""
    radius, drill = radius_of(look, marker), marker.drill
    ground = look.color("mapbg")
    if marker.sort == "over":
        _solid(p, look, _corners(at, radius, 8, pi / 8), "redF", "onred", drill)
        _stroke_mark(p, look, at, radius, "onred", drill)
    elif marker.sort == "soon":
        _solid(p, look, _corners(at, radius, 3, -pi / 2), "ambF", "" if look.dark else "onamb", drill)
    elif marker.sort == "open":
        p.setBrush(ground)
        p.setPen(QPen(look.color("tx2"), look.px(2)))
        p.drawEllipse(at, radius - 1.5, radius - 1.5)
    elif marker.sort == "incident":
        p.setPen(QPen(look.color("onred", drill=drill), 1.6))
        p.setBrush(look.color("redF", drill=drill))
        p.drawEllipse(at, radius - 2, radius - 2)
        _icon(p, look, at, "siren" if marker.note == "whistle" else "flame", "onred", look.px(18), drill)
    elif marker.sort == "unplaced":
        p.setPen(QPen(look.color("redF", drill=drill), look.px(2), Qt.PenStyle.DashLine))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawEllipse(at, radius - 2, radius - 2)
    elif marker.sort == "count":
        fill, ink = tones(look, marker.count / max(1, marker.most))
        through = look.color(fill)
        p.setPen(QPen(through, 1.5))
        through = QColor(through)
        through.setAlphaF(0.8)
        p.setBrush(through)
        p.drawEllipse(at, radius, radius)
        box = QRectF(at.x() - 40, at.y() - 20, 80, 40)
        paint.text(p, look, box, str(marker.count), "strong" if marker.count < 1000 else "key", ink, paint.CENTER)
    else:
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        edge = {"patrol": "acc", "unit": "ok", "coming": "acc"}.get(marker.sort, "ln3")
        line = Qt.PenStyle.DashLine if marker.sort == "coming" else Qt.PenStyle.SolidLine
        paint.rounded(p, box, 4, look.color("bg3"), look.color(edge), 1.4 if edge != "ln3" else 1.0, line)
        _icon(p, look, at, ICONS.get(marker.sort, "map-pin"), "tx1", look.px(14), drill)


def _corners(at: QPointF, radius: float, count: int, turn: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(
                at.x() + radius * cos(turn + 2 * pi * place / count),
                at.y() + radius * sin(turn + 2 * pi * place / count),
            )
            for place in range(count)
        ]
    )


def _solid(p: QPainter, look: Look, corners: QPolygonF, fill: str, edge: str, drill: bool) -> None:
    p.setBrush(look.color(fill, drill=drill))
    pen = QPen(look.color(edge, drill=drill) if edge else look.color("mapbg"), 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.setPen(pen)
    p.drawPolygon(corners)


def _stroke_mark(p: QPainter, look: Look, at: QPointF, radius: float, ink: str, drill: bool) -> None:
    """The mark of attention: a stroke and a dot."""
    pen = QPen(look.color(ink, drill=drill), max(1.6, radius * 0.22))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.drawLine(QPointF(at.x(), at.y() - radius * 0.48), QPointF(at.x(), at.y() + radius * 0.08))
    p.drawPoint(QPointF(at.x(), at.y() + radius * 0.48))


def _icon(p: QPainter, look: Look, at: QPointF, name: str, ink: str, size: int, drill: bool) -> None:
    p.drawPixmap(QPointF(at.x() - size / 2, at.y() - size / 2), look.icon(name, ink, size, drill=drill))


def layers_of(markers: Iterable[Marker]) -> dict[str, int]:
    """How many markers each layer has."""
    found: dict[str, int] = {}
    for marker in markers:
        found[marker.layer] = found.get(marker.layer, 0) + 1
    return found


def rank_of(sort: str) -> int:
    """What is painted first lies below."""
    return SORTS.index(sort) if sort in SORTS else 1


def as_read(pair: tuple[Marker, QPointF], scale: float) -> tuple[int, float]:
    """In the order one reads: lines of 40 pixels from above, each from the left."""
    return round(pair[1].y() * scale / 40), pair[1].x()

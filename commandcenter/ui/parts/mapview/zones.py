"""Areas and ways that say something: a hole in the roster, a street not walked in time, how hot a grid is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from commandcenter.domain.map import OfficeMap, Shape
from commandcenter.ui.parts.mapview.ground import outline
from commandcenter.ui.parts.mapview.plane import Plane
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Tone:
    """How a zone is painted: edge and ground as tokens, how strong the ground is (0 to 1), the edge's stroke."""

    edge: str
    ground: str
    strength: float
    stroke: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = 1.6


TONES: Mapping[str, Tone] = {
    "gap": Tone("amb", "ambF", 0.18, Qt.PenStyle.DashLine),
    "late": Tone("amb", "ambF", 0.32),
    "here": Tone("acc", "acc", 0.24, width=2.0),
    "few": Tone("pip1", "pip1", 0.30, width=1.0),
    "some": Tone("pip2", "pip2", 0.36, width=1.0),
    "many": Tone("pip3", "pip3", 0.42, width=1.0),
    "done": Tone("ok", "ok", 0.14, width=1.4),
}


@dataclass(frozen=True, slots=True)
class Zone:
    """A shape of the map (by its id) and what it says (``TONES``)."""

    shape: str
    tone: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A zone in metres, ready to be painted."""

    path: QPainterPath
    box: QRectF
    area: bool
    tone: Tone


def drawn(zone: Zone, office: OfficeMap, plane: Plane) -> Drawn | None:
    """A zone in metres; None where the map has no such shape, or only a point of it."""
    shape = office.shape(zone.shape)
    return None if shape is None else drawn_shape(shape, plane, TONES[zone.tone])


def drawn_shape(shape: Shape, plane: Plane, tone: Tone) -> Drawn | None:
    """A shape in metres; None for a point."""
    path, area = outline(plane, shape)
    return None if path.isEmpty() else Drawn(path, path.boundingRect(), area, tone)


def paint_zone(p: QPainter, look: Look, zone: Drawn, scale: float) -> None:
    """Paint a zone with a painter that counts in metres: an area is filled and edged, a way is a broad band."""
    tone = zone.tone
    ground = QColor(look.color(tone.ground))
    ground.setAlphaF(tone.strength)
    if zone.area:
        pen = QPen(look.color(tone.edge), tone.width, tone.stroke)
        pen.setCosmetic(True)
        p.setPen(pen)
        p.setBrush(ground)
        p.drawPath(zone.path)
        return
    p.setBrush(Qt.BrushStyle.NoBrush)
    ground.setAlphaF(min(1.0, tone.strength + 0.25))
    band = max(12.0, 5.0 / scale)
    pen = QPen(ground, band, tone.stroke, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if tone.stroke != Qt.PenStyle.SolidLine:
        pen.setDashPattern([1.6, 0.9])
    p.setPen(pen)
    p.drawPath(zone.path)

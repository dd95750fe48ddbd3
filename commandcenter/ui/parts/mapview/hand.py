"""What the hand meets on a map, and what may take the hand over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent, QPainter

from commandcenter.domain.geo import Point
from commandcenter.domain.map import Shape
from commandcenter.ui.parts.mapview.markers import Marker
from commandcenter.ui.parts.mapview.plane import Eye
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: a marker, else a shape of the map, else only the spot (longitude, latitude)."""

    point: Point
    marker: Marker | None = None
    shape: Shape | None = None

    @property
    def key(self) -> str:
        """The key of the marker, else the id of the shape; empty for open ground."""
        return self.marker.key if self.marker is not None else self.shape.id if self.shape is not None else ""


class Tool:
    """What takes the hand over while something is drawn. Spots are in metres of the plane. Subclasses say what they take."""

    def press(self, spot: QPointF, eye: Eye) -> bool:
        """A press of the left button; True takes it."""
        return False

    def drag(self, spot: QPointF, eye: Eye) -> bool:
        """The mouse moves, its button down or not; True paints anew."""
        return False

    def release(self, spot: QPointF, eye: Eye) -> bool:
        """The button is let go; True takes it."""
        return False

    def double(self, spot: QPointF, eye: Eye) -> bool:
        """A double click; True takes it."""
        return False

    def key(self, event: QKeyEvent, eye: Eye) -> bool:
        """A key; True takes it."""
        return False

    def paint(self, p: QPainter, look: Look, eye: Eye) -> None:
        """Paint over the map; the painter counts in pixels."""

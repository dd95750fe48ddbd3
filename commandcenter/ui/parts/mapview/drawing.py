"""The hand that draws: clicks and keys become steps of a sketch, corners cling to what is on the map.

Mouse: a click sets a corner, a double click ends; afterwards a corner is dragged, a press on an edge puts one there. Keys: the
arrows move the cross (with Shift a pixel at a time), Space sets a corner, Enter ends the drawing; afterwards [ and ] choose a
corner, the arrows move it, Insert puts one before it, Delete takes it away; Backspace and Ctrl+Z take the last step back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF

from commandcenter.domain.geo import AREA
from commandcenter.ui.parts.mapview.hand import Tool
from commandcenter.ui.parts.mapview.plane import Eye
from commandcenter.ui.parts.mapview.sketch import Sketch, crosses, snapped
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.theme.look import Look

CLING = 10
"""Pixels within which a corner clings."""
GRAB = 9
STEP = 12
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DrawTool(Tool):
    """Draws a sketch on a map. ``told`` is called after every step, ``own`` is the id of the shape that is changed."""

    def __init__(self, view: MapView, sketch: Sketch, told: Callable[[], None], own: str = "") -> None:
        self.view, self.sketch, self._told, self._own = view, sketch, told, own
        self.chosen = -1
        self.cross = QPointF(view.eye.x, view.eye.y)
        self.clings = False
        self._dragged = -1
        self._before: tuple[QPointF, ...] = ()

    # -- mouse -----------------------------------------------------------------------------------------------------

    def press(self, spot: QPointF, eye: Eye) -> bool:
        sketch = self.sketch
        if not sketch.open:
            reach = GRAB / eye.scale
            number = sketch.corner_at(spot, reach)
            if number < 0:
                edge = sketch.edge_at(spot, reach)
                if edge is not None and sketch.insert(*edge):
                    number = edge[0]
                    self._told()
            self.chosen = number
            self._dragged, self._before = number, sketch.corners
            return number >= 0
        return True

    def drag(self, spot: QPointF, eye: Eye) -> bool:
        self.cross = self._cling(spot, eye)
        return True

    def release(self, spot: QPointF, eye: Eye) -> bool:
        if self._dragged >= 0:
            moved = eye.to_screen(spot) - eye.to_screen(self.sketch.corners[self._dragged])
            if moved.manhattanLength() > 3:
                self.sketch.move(self._dragged, self._cling(spot, eye))
            self._dragged = -1
            self._told()
            return True
        if not self.sketch.open:
            return False
        self.sketch.add(self._cling(spot, eye))
        self._told()
        return True

    def double(self, spot: QPointF, eye: Eye) -> bool:
        self.sketch.finish()
        self._told()
        return True

    # -- keys ------------------------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent, eye: Eye) -> bool:
        key, sketch = Qt.Key(event.key()), self.sketch
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_Z:
            sketch.undo()
        elif control:
            return False
        elif key in _MOVES:
            self._shift(key, 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP, eye)
        elif key == Qt.Key.Key_Space and sketch.open:
            sketch.add(self._cling(self.cross, eye))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and sketch.open:
            self.chosen = 0 if sketch.finish() else -1
        elif key == Qt.Key.Key_Backspace:
            sketch.undo()
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight) and sketch.corners:
            self.chosen = (self.chosen + (1 if key == Qt.Key.Key_BracketRight else -1)) % len(sketch.corners)
        elif key == Qt.Key.Key_Delete and 0 <= self.chosen < len(sketch.corners):
            sketch.remove(self.chosen)
        elif key == Qt.Key.Key_Insert and 0 <= self.chosen < len(sketch.corners) and not sketch.open:
            before = sketch.corners[self.chosen - 1]
            sketch.insert(self.chosen, (before + sketch.corners[self.chosen]) / 2)
        else:
            return False
        self.chosen = min(self.chosen, len(sketch.corners) - 1)
        self._told()
        return True

    def _shift(self, key: Qt.Key, pixels: int, eye: Eye) -> None:
        """Move the cross, or the corner that is chosen."""
        across, down = _MOVES[key]
        by = QPointF(across * pixels, down * pixels) / eye.scale
        if not self.sketch.open and 0 <= self.chosen < len(self.sketch.corners):
            self.sketch.move(self.chosen, self.sketch.corners[self.chosen] + by)
            self.cross = self.sketch.corners[self.chosen]
        else:
            self.cross = self.cross + by
            _, self.clings = self._near(self.cross, eye)
        self.view.bring_into_sight(self.view.plane.degrees(self.cross))

    def _near(self, spot: QPointF, eye: Eye) -> tuple[QPointF, bool]:
        first = self.sketch.corners[:1] if self.sketch.open and len(self.sketch.corners) > 2 else ()
        return snapped(spot, self.view.office, self.view.plane, CLING / eye.scale, self._own, first)

    def _cling(self, spot: QPointF, eye: Eye) -> QPointF:
        found, self.clings = self._near(spot, eye)
        return found

    # -- painting --------------------------------------------------------------------------------------------------

    def paint(self, p: QPainter, look: Look, eye: Eye) -> None:
        sketch = self.sketch
        corners = [eye.to_screen(corner) for corner in sketch.corners]
        cross = eye.to_screen(self.cross)
        if self._dragged >= 0:
            corners[self._dragged] = cross
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        dragged = [eye.to_ground(corner) for corner in corners] if self._dragged >= 0 and sketch.sort == AREA else ()
        color = look.color("amb" if crosses(dragged, closed=True) else "acc")
        if sketch.sort == AREA and len(corners) > 2:
            ground = QColor(color)
            ground.setAlphaF(0.18)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(ground)
            p.drawPolygon(QPolygonF(corners))
        p.setPen(QPen(color, 2))
        p.setBrush(Qt.BrushStyle.NoBrush)
        if len(corners) > 1:
            p.drawPolyline(QPolygonF([*corners, corners[0]] if sketch.sort == AREA and not sketch.open else corners))
        if sketch.open:
            p.setPen(QPen(color, 1.4, Qt.PenStyle.DashLine))
            if corners:
                p.drawLine(corners[-1], cross)
                if sketch.sort == AREA and len(corners) > 1:
                    p.drawLine(cross, corners[0])
            self._paint_cross(p, look, cross)
        half = look.px(4)
        for number, corner in enumerate(corners):
            chosen = number == self.chosen
            p.setPen(QPen(look.color("onfill" if chosen else "acc"), 1.6))
            p.setBrush(look.color("accF" if chosen else "mapbg"))
            p.drawRect(int(corner.x()) - half, int(corner.y()) - half, 2 * half, 2 * half)

    def _paint_cross(self, p: QPainter, look: Look, at: QPointF) -> None:
        reach = look.px(10)
        p.setPen(QPen(look.color("amb" if self.clings else "acc"), 1.6))
        p.drawLine(QPointF(at.x() - reach, at.y()), QPointF(at.x() + reach, at.y()))
        p.drawLine(QPointF(at.x(), at.y() - reach), QPointF(at.x(), at.y() + reach))
        if self.clings:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(at, look.px(6), look.px(6))

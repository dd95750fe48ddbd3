"""The map: ground, names, what is of today, under hand and key. One widget for every screen.

Mouse: drag moves, the wheel enlarges at the pointer, a click chooses, a double click opens. Keys: arrows move, + and -
enlarge, Home shows the whole office, Tab and Shift+Tab go from marker to marker, Enter opens, Esc chooses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain import geo
from commandcenter.domain.geo import Point
from commandcenter.domain.map import OfficeMap, Shape
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.mapview.ground import LEAST, Ground
from commandcenter.ui.parts.mapview.hand import Hit, Tool
from commandcenter.ui.parts.mapview.labels import Labels, Names, Placed, names_of
from commandcenter.ui.parts.mapview.markers import CROWDED, LIVE, Marker, Symbols, as_read, gathered, radius_of, rank_of
from commandcenter.ui.parts.mapview.over import (
    paint_bar,
    paint_names,
    paint_points,
    paint_ring,
    paint_tip,
    symbols_in,
    told_of,
)
from commandcenter.ui.parts.mapview.plane import STEP, Eye, Plane
from commandcenter.ui.parts.mapview.tiles import Tiles
from commandcenter.ui.parts.mapview.zones import TONES, Drawn, Zone, drawn, drawn_shape, paint_zone
from commandcenter.ui.theme.look import Look

BUDGET_NS = 4_000_000
"""Nanoseconds at most that the map works on itself between two frames, the piece begun last included as a rule."""
REST_MS = 60
"""So long the wheel has to rest before tiles of the new scale are painted; until then the last picture stands in."""
CLOSE = 1.4
"""Pixels per metre from which on open ground is a spot, and no longer the grid it lies in."""
STRIDE = 96
"""Pixels an arrow moves."""
CLICK = 5
"""Pixels a hand may shake before a click is a drag."""


class MapView(QWidget):
    """The widget. ``picked`` tells what was chosen by hand or key (None: nothing), ``opened`` what is to be opened, ``looked``
    that one looks elsewhere.
    """

    picked = Signal(object)
    opened = Signal(object)
    looked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.ground = Ground(OfficeMap())
        self.eye = Eye()
        self.tool: Tool | None = None
        self._fitted = False
        self._whole = False
        self._markers: tuple[Marker, ...] = ()
        self._where: tuple[QPointF, ...] = ()
        self._shown: list[tuple[Marker, QPointF]] = []
        self._shown_at = 0.0
        self._taken_at = 0.0
        self._taken_rects: tuple[QRectF, ...] = ()
        self._zones: tuple[Zone, ...] = ()
        self._drawn_zones: list[Drawn] = []
        self._points: frozenset[str] = frozenset()
        self._chosen = ""
        self._chosen_zone: Drawn | None = None
        self._hover: Hit | None = None
        self._pointer: QPointF | None = None
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self._pulse = False
        self._tiles = Tiles(self._paint_ground)
        self._labels = Labels(look, self._symbols_in)
        self._named: Names | None = None
        self._symbols = Symbols(look)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._work)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map of the office"))
        look.changed.connect(self._on_look)

    # -- what it shows ---------------------------------------------------------------------------------------------

    @property
    def office(self) -> OfficeMap:
        """The map that is shown."""
        return self.ground.office

    @property
    def plane(self) -> Plane:
        """The plane it is painted on."""
        return self.ground.plane

    def show_ground(self, ground: Ground) -> None:
        """Show another map. Where one looks stays, in degrees; the first map is shown whole."""
        if ground is self.ground:
            return
        middle, before = self.plane.degrees(QPointF(self.eye.x, self.eye.y)), self.plane
        self.ground = ground
        if self._fitted and not ground.empty and ground.plane != before:
            spot = ground.plane.metres(middle)
            self.eye = replace(self.eye, x=spot.x(), y=spot.y())
        (self._tiles.forget if ground.plane == before else self._tiles.drop)()
        self._named = None
        self._lay_markers()
        self._lay_zones()
        self._fit_first()
        self._again()

    def show_markers(self, markers: Iterable[Marker]) -> None:
        """Show what is of today; what was chosen stays chosen while it is there."""
        found = tuple(sorted(markers, key=lambda marker: rank_of(marker.sort)))
        if found == self._markers:
            return
        self._markers = found
        self._lay_markers()
        self._again()

    @property
    def markers(self) -> tuple[Marker, ...]:
        """What is of today, in the order it is painted."""
        return self._markers

    def show_zones(self, zones: Iterable[Zone]) -> None:
        """Show areas and ways that say something."""
        found = tuple(zones)
        if found != self._zones:
            self._zones = found
            self._lay_zones()
            self._tiles.forget()
            self._again()

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones that are shown."""
        return self._zones

    def show_points(self, kinds: Iterable[str]) -> None:
        """Which standing points are shown (kinds of ``LIVE``)."""
        found = frozenset(kinds)
        if found != self._points:
            self._points = found
            self._tiles.forget()
            self._labels.again()
            self._again()

    def take_tool(self, tool: Tool | None) -> None:
        """Give the hand to a tool, or back to the map."""
        self.tool = tool
        self.setCursor(Qt.CursorShape.CrossCursor if tool is not None else Qt.CursorShape.ArrowCursor)
        self._hover = None
        self.update()

    # -- where one looks -------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole office."""
        if not self.ground.empty:
            self._look_from(self._fitting())
            self._whole = True

    def _fitting(self) -> Eye:
        return self.eye.fitting(self.ground.bounds, self._look.px(18))

    def show_box(self, rect: QRectF) -> None:
        """Show a rectangle of the plane whole, not nearer than one can make out what lies around it."""
        eye = self.eye.fitting(rect, self._look.px(60))
        self._look_from(replace(eye, scale=min(eye.scale, 2.4)))

    def go_to(self, point: Point, scale: float = 0.0) -> None:
        """Look at a spot; ``scale`` enlarges to at least so many pixels per metre."""
        spot = self.plane.metres(point)
        self._look_from(replace(self.eye, x=spot.x(), y=spot.y(), scale=max(self.eye.scale, scale)))

    def bring_into_sight(self, point: Point) -> None:
        """Move as little as needed for a spot to be seen."""
        pixel = self.eye.to_screen(self.plane.metres(point))
        edge = self._look.px(48)
        right = min(0.0, pixel.x() - edge) + max(0.0, pixel.x() - self.eye.width + edge)
        down = min(0.0, pixel.y() - edge) + max(0.0, pixel.y() - self.eye.height + edge)
        if right or down:
            self._look_from(self.eye.moved(right, down))

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Enlarge by steps (negative: make smaller) at a pixel, the middle by default."""
        self._look_from(self.eye.zoomed(STEP**steps, at or QPointF(self.eye.width / 2, self.eye.height / 2)))

    def pan(self, right: float, down: float) -> None:
        """Look so many pixels further."""
        self._look_from(self.eye.moved(right, down))

    def _look_from(self, eye: Eye) -> None:
        bounds = self.ground.bounds
        if not bounds.isNull():
            eye = replace(
                eye,
                x=min(max(eye.x, bounds.left()), bounds.right()),
                y=min(max(eye.y, bounds.top()), bounds.bottom()),
            )
        self._whole = False
        if eye == self.eye:
            return
        nearer = eye.scale != self.eye.scale
        if nearer:
            self._tiles.keep_backdrop(self.eye)
        self.eye = eye
        self._again(REST_MS if nearer else 0)
        self.looked.emit()

    def _fit_first(self) -> None:
        if not self._fitted and not self.ground.empty and self.eye.width > 1 and self.isVisible():
            self._fitted = self._whole = True
            self.eye = self._fitting()

    # -- choosing --------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The key of the marker or the id of the shape that is chosen; empty for none."""
        return self._chosen

    def choose(self, key: str) -> None:
        """Choose a marker or a shape; nothing is emitted."""
        if key == self._chosen:
            return
        self._chosen = key
        self._lay_chosen()
        self._speak()
        self.update()

    def _pick(self, hit: Hit | None) -> None:
        self.choose(hit.key if hit is not None else "")
        self.picked.emit(hit)

    def _speak(self) -> None:
        self.setAccessibleDescription(self._words_of_chosen())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _words_of_chosen(self) -> str:
        marker = next((one for one in self._markers if one.key == self._chosen), None)
        if marker is not None:
            return f"{marker.title} {marker.note}".strip()
        shape = self.office.shape(self._chosen)
        return " ".join(told_of(shape)) if shape is not None else ""

    def hit(self, pixel: QPointF) -> Hit:
        """What lies at a pixel: the uppermost marker, then points, ways, houses, grids."""
        spot = self.eye.to_ground(pixel)
        point = self.plane.degrees(spot)
        for marker, at in reversed(self._shown_markers()):
            gap = self.eye.to_screen(at) + QPointF(*marker.shift) - pixel
            reach = max(radius_of(self._look, marker), self._look.px(9))
            if gap.x() ** 2 + gap.y() ** 2 <= reach**2:
                return Hit(point, marker=marker)
        return Hit(point, shape=self._shape_at(point))

    def _shape_at(self, point: Point) -> Shape | None:
        office, scale = self.office, self.eye.scale
        if office.box is None or not self.ground.whole:
            return None
        near = geo.Box(*point, *point)
        if points := self._kinds():
            reach = self._look.px(10) / scale
            found = min(
                ((geo.distance(one.middle, point), one) for one in office.in_box(near.grown(reach), *points)),
                key=lambda pair: pair[0],
                default=None,
            )
            if found is not None and found[0] <= reach:
                return found[1]
        for kind in ("site", "building") if scale >= 0.35 else ():
            held = office.holding(point, kind)
            if held is not None:
                return held
        reach = max(self._look.px(6) / scale, 7.0)
        ways = [kind for kind in ("street", "alley") if scale >= LEAST.get(kind, 0.0)]
        street = next(iter(office.nearest(ways, point, within=reach)), None) if ways else None
        if street is not None:
            return street.shape
        if scale >= CLOSE:
            return None
        return (office.grid_at(point) if scale >= LEAST["grid"] else None) or office.community_at(point)

    def _step_marker(self, by: int) -> bool:
        """Tab: the next marker as one reads, from the left and above. False past the last one."""
        shown = [marker for marker, _ in sorted(self._shown_markers(), key=lambda pair: as_read(pair, self.eye.scale))]
        if not shown:
            return False
        keys = [marker.key for marker in shown]
        place = keys.index(self._chosen) + by if self._chosen in keys else (0 if by > 0 else len(keys) - 1)
        if not 0 <= place < len(keys):
            return False
        marker = shown[place]
        self.bring_into_sight(marker.point)
        self._pick(Hit(marker.point, marker=marker))
        return True

    # -- making ready ----------------------------------------------------------------------------------------------

    def _lay_markers(self) -> None:
        self._where = tuple(self.plane.metres(marker.point) for marker in self._markers)
        self._shown_at = self._taken_at = 0.0
        self._lay_chosen()

    def _lay_zones(self) -> None:
        found = (drawn(zone, self.office, self.plane) for zone in self._zones)
        self._drawn_zones = [one for one in found if one is not None]
        self._lay_chosen()

    def _lay_chosen(self) -> None:
        shape = self.office.shape(self._chosen) if self._chosen else None
        if shape is None and self._chosen:
            shape = (
                next((one for one in self.office.base if one.id == self._chosen), None) if self.ground.whole else None
            )
        self._chosen_zone = drawn_shape(shape, self.plane, TONES["here"]) if shape is not None else None

    def _shown_markers(self) -> list[tuple[Marker, QPointF]]:
        if self._shown_at != self.eye.scale:
            self._shown = gathered(self._markers, self._where, self.eye.scale, self._look)
            self._shown_at = self.eye.scale
        return self._shown

    def _again(self, after: int = 0) -> None:
        """Paint anew; what is missing is made ready ``after`` so many milliseconds."""
        self.update()
        if self.isVisible():
            self._idle.start(after)

    @property
    def names(self) -> tuple[Placed, ...]:
        """The names that are written now."""
        return self._labels.placed

    @property
    def settled(self) -> bool:
        """Whether everything that is seen is painted as it should be."""
        return self.ground.whole and self._tiles.whole(self.eye) and self._labels_ready()

    def settle(self) -> None:
        """Paint everything that is still missing, at once: for pictures and proofs."""
        while not self.settled:
            self._work()

    def _work(self) -> None:
        """Between two frames: the next pieces of the ground, tiles, names; no longer than the budget."""
        spent = QElapsedTimer()
        spent.start()
        more = True
        while more and spent.nsecsElapsed() < BUDGET_NS:
            more = self._step()
        self.update()
        if more and self.isVisible():
            self._idle.start(0)

    def _step(self) -> bool:
        """One piece of work; False when nothing is left to do."""
        if not self.ground.whole:
            if self.ground.grow(60):
                self._tiles.forget()
                self._named = None
            return True
        if not self._tiles.whole(self.eye):
            return self._tiles.fill(self.eye, ring=False)
        if not self._labels_ready():
            self._labels.work(4)
            return True
        return self._tiles.fill(self.eye)

    def _labels_ready(self) -> bool:
        """Whether the names of what is seen are set; begins to set them where they are not."""
        if self._named is None:
            self._named = names_of(self.office, self.plane)
            self._labels.show(self._named)
        return self._labels.ready(self.eye.scale, self.eye.seen, self._taken())

    def _taken(self) -> tuple[QRectF, ...]:
        """The rectangles of the markers, in pixels of the plane at this scale: names keep off them."""
        scale = self.eye.scale
        shown = self._shown_markers()
        if self._taken_at != scale:
            self._taken_at = scale
            sizes = (
                (spot * scale + QPointF(*marker.shift), radius_of(self._look, marker))
                for marker, spot in shown[:CROWDED]
            )
            self._taken_rects = tuple(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r) for at, r in sizes)
        return self._taken_rects

    def _symbols_in(self, scale: float, region: QRectF) -> Iterable[QRectF]:
        """The rectangles of standing points that are painted as symbols, and of the numbers of houses."""
        return symbols_in(self._look, self.ground, self._kinds(), scale, region)

    def _kinds(self) -> list[str]:
        return [kind for kind in LIVE if kind in self._points]

    # -- painting --------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(620), self._look.px(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(140))

    def _paint_ground(self, p: QPainter, seen: QRectF, scale: float) -> None:
        """A tile: ground, zones, standing points."""
        look = self._look
        p.fillRect(seen, look.color("mapbg"))
        self.ground.paint(p, look, seen, scale)
        for zone in self._drawn_zones:
            if zone.box.adjusted(-12, -12, 12, 12).intersects(seen):
                paint_zone(p, look, zone, scale)
        paint_points(p, look, self.ground, self._symbols, self._tiles.ratio, self._kinds(), seen, scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, eye = self._look, self.eye
        p = QPainter(self)
        p.fillRect(event.rect(), look.color("mapbg"))
        if self.ground.empty:
            paint.text(p, look, QRectF(self.rect()), self.tr("The map is being read"), "caption", "tx3", paint.CENTER)
        else:
            self._tiles.show(p, eye)
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_chosen(p)
            if self._labels.scale:
                paint_names(p, eye, self._labels.scale, self._labels.placed)
            self._paint_markers(p)
            paint_bar(p, look, eye)
        if self.tool is not None:
            self.tool.paint(p, look, eye)
        elif self._hover is not None and self._pointer is not None:
            paint_tip(p, look, eye, self._hover, self._pointer)
        if self.hasFocus():
            paint.rounded(p, QRectF(self.rect()), 4, None, look.color("acc"), 2)

    def _paint_chosen(self, p: QPainter) -> None:
        if self._chosen_zone is None:
            return
        p.save()
        p.translate(self.eye.to_screen(QPointF(0, 0)))
        p.scale(self.eye.scale, self.eye.scale)
        paint_zone(p, self._look, self._chosen_zone, self.eye.scale)
        p.restore()

    def _paint_markers(self, p: QPainter) -> None:
        eye, ratio = self.eye, self._tiles.ratio
        seen = QRectF(-40, -40, eye.width + 80, eye.height + 80)
        for marker, spot in self._shown_markers():
            at = eye.to_screen(spot) + QPointF(*marker.shift)
            if not seen.contains(at):
                continue
            if marker.sort == "incident":
                paint_ring(p, self._look, at, marker, wide=self._pulse)
            picture = self._symbols.picture(marker, ratio)
            p.drawPixmap(at - QPointF(picture.width(), picture.height()) / ratio / 2, picture)
            if marker.key == self._chosen:
                radius = radius_of(self._look, marker) + 4
                p.setBrush(Qt.BrushStyle.NoBrush)
                p.setPen(QPen(self._look.color("acc"), 2))
                p.drawEllipse(at, radius, radius)

    # -- hands -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()
            return
        if event.button() == Qt.MouseButton.LeftButton and self._give(event, Tool.press):
            return
        self._pressed_at = event.position()
        self._pointer = event.position()
        self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed_at is not None and event.buttons():
            if not self._dragging and (at - self._pressed_at).manhattanLength() > CLICK:
                self._dragging = True
                self._hover = None
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            if self._dragging and self._pointer is not None:
                moved = self._pointer - at
                self._pointer = at
                self.pan(round(moved.x()), round(moved.y()))
            return
        self._pointer = at
        if self.tool is not None:
            self._give(event, Tool.drag)
            return
        self._hover_at(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._give(event, Tool.release):
            self._pressed_at = None
            return
        pressed, dragged = self._pressed_at, self._dragging
        self._pressed_at, self._dragging = None, False
        if self.tool is None:
            self.unsetCursor()
        if pressed is not None and not dragged and self.tool is None and event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.hit(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._give(event, Tool.double):
            return
        self.opened.emit(self.hit(event.position()))

    def _give(self, event: QMouseEvent, what: Callable[[Tool, QPointF, Eye], bool]) -> bool:
        """Give a press, a move or a release to the tool; whether it took it."""
        if self.tool is None:
            return False
        name = what.__name__
        taken: bool = getattr(self.tool, name)(self.eye.to_ground(event.position()), self.eye)
        self.update()
        return taken

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / 120
        if turned:
            self.zoom(turned, event.position())
            event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def _hover_at(self, at: QPointF) -> None:
        hit = self.hit(at)
        old, self._hover = self._hover, hit if hit.key else None
        if (old.key if old else "") != hit.key or hit.key:
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tool is not None and self.tool.key(event, self.eye):
            self.update()
            return
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in moves:
            self.pan(moves[key][0] * STRIDE, moves[key][1] * STRIDE)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(-1)
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif self.tool is not None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self._open_chosen()
        elif key == Qt.Key.Key_Escape and self._chosen:
            self._pick(None)
        else:
            super().keyPressEvent(event)

    def _open_chosen(self) -> None:
        marker = next((one for one in self._markers if one.key == self._chosen), None)
        if marker is not None:
            self.opened.emit(Hit(marker.point, marker=marker))
            return
        shape = self.office.shape(self._chosen)
        if shape is not None:
            self.opened.emit(Hit(shape.middle, shape=shape))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab walks the markers; past the last one the keyboard goes on."""
        return self._step_marker(1 if next else -1) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # -- the widget ------------------------------------------------------------------------------------------------

    def beat(self, on: bool) -> None:
        """The beat of a second (``Services.flashed``): the ring around what burns."""
        self._pulse = on
        for marker, spot in zip(self._markers, self._where):
            if marker.sort == "incident":
                at, reach = self.eye.to_screen(spot), self._look.px(34)
                self.update(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.eye = self.eye.sized(self.width(), self.height())
        if self._whole and not self.ground.empty:  # who looks at the whole office goes on looking at the whole
            self.eye = self._fitting()
        self._fit_first()
        self._again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        ratio = self.devicePixelRatioF()
        if ratio != self._tiles.ratio:
            self._tiles.ratio = self._labels.ratio = ratio
            self._tiles.drop()
            self._labels.forget()
        self._fit_first()
        self._again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hover = None
        self._idle.stop()

    def _on_look(self) -> None:
        self._tiles.drop()
        self._labels.forget()
        self._symbols.forget()
        self._shown_at = self._taken_at = 0.0
        self._again()

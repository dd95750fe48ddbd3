"""The layers of the map: which there are, what each shows, the list in which they are switched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.mapview.markers import Marker, draw
from commandcenter.ui.parts.mapview.zones import TONES
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

LAYERS: Mapping[str, str] = {
    "cases": "over",
    "incident": "incident",
    "departments": "unit",
    "hot": "count",
    "coverage": "gap",
    "patrols": "patrol",
    "assembly": "assembly",
    "camera": "camera",
    "fixtures": "hydrant",
}
"""Layer → the sign it is shown with in the list."""
POINTS_OF: Mapping[str, tuple[str, ...]] = {
    "assembly": ("assembly", "shelter", "post_site"),
    "camera": ("camera",),
    "fixtures": ("hydrant", "gate", "store", "landmark"),
}
"""Layers of standing points → the kinds of shapes they show."""


def layer_word(layer: str) -> str:
    """A layer in words."""
    words = {
        "cases": translate("MapLayers", "Open cases"),
        "incident": translate("MapLayers", "Incidents"),
        "departments": translate("MapLayers", "Departments there and on the way"),
        "hot": translate("MapLayers", "Hot spots, 90 days"),
        "coverage": translate("MapLayers", "Holes of the roster"),
        "patrols": translate("MapLayers", "Patrols of today"),
        "assembly": translate("MapLayers", "Assembly, shelter, post"),
        "camera": translate("MapLayers", "Cameras"),
        "fixtures": translate("MapLayers", "Hydrants, entrances, stores"),
    }
    return words[layer]


def layers_from(told: str) -> frozenset[str]:
    """The layers in the local settings; what is not known is left out."""
    return frozenset(told.split()) & frozenset(LAYERS)


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer in the list: whether it is on, and what it has to show in words."""

    key: str
    on: bool
    told: str = ""


class LayerPainter(RowPainter):
    """A tick, the sign, the words, the count."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("on", "", 20),
            Column("sign", "", 20),
            Column("words", "", 100, 1),
            Column("told", "", 44, 0, "right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LayerRow) -> None:
        look = self.look
        if column == "on":
            size = look.px(16)
            icon = look.icon("square-check" if row.on else "square", "acc" if row.on else "tx3", size)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, icon)
        elif column == "sign":
            self._paint_sign(p, rect, LAYERS[row.key])
        elif column == "words":
            paint.elided(p, look, rect, layer_word(row.key), "body", "tx1" if row.on else "tx2")
        else:
            paint.elided(p, look, rect, row.told, "caption", "tx2" if row.on else "tx3", paint.RIGHT)

    def _paint_sign(self, p: QPainter, rect: QRect, sign: str) -> None:
        look = self.look
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.translate(QPointF(rect.center()))
        if sign in TONES:
            half = look.px(8)
            box = QRect(-half, -half, 2 * half, 2 * half)
            tone = TONES[sign]
            p.setOpacity(tone.strength)
            p.fillRect(box, look.color(tone.ground))
            p.setOpacity(1.0)
            paint.rounded(p, box.toRectF(), 2, None, look.color(tone.edge), 1.4, tone.stroke)
        else:
            scale = 0.62 if sign in ("incident", "count") else 0.9
            p.scale(scale, scale)
            draw(p, look, QPointF(0, 0), Marker("", (0.0, 0.0), sign, count=3, most=30))
        p.restore()


def _key(row: LayerRow) -> str:
    return row.key


def _spoken(row: LayerRow) -> str:
    state = translate("MapLayers", "shown") if row.on else translate("MapLayers", "hidden")
    return f"{layer_word(row.key)}, {state}, {row.told}"


class LayerView(RowView):
    """The list. Space, Enter or a click switches a layer."""

    switched = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.rows = KeyedRows(_key, _spoken)
        self.painter = LayerPainter(look)
        super().__init__(look, self.rows, self.painter, translate("MapLayers", "Layers"), parent)
        self.rows.setParent(self)
        self.painter.setParent(self)
        self.opened.connect(self._switch)
        look.changed.connect(self._fit)

    def show_layers(self, on: Iterable[str], told: Mapping[str, str]) -> None:
        """Show which layers are on and what they have to show."""
        shown = frozenset(on)
        self.rows.show([LayerRow(layer, layer in shown, told.get(layer, "")) for layer in LAYERS])
        if self.place < 0:
            self.go(0)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self.rows.rowCount() * self.painter.row_height + 2)

    def _switch(self, place: int) -> None:
        row = self.rows.row(place)
        if row is not None:
            self.switched.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._switch(self.place)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._switch(self.rowAt(event.position().toPoint().y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

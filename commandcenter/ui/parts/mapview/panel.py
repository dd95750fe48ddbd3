"""A panel with the map of the office for a screen that shows it among other things: legend above, the map below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import geo
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.mapview.hand import Hit
from commandcenter.ui.parts.mapview.markers import Marker, draw
from commandcenter.ui.parts.mapview.source import MapSource
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.mapview.zones import TONES, Zone
from commandcenter.ui.theme.look import Look

Entry = tuple[str, str]
"""(sort of a marker or tone of a zone, words)."""

MARKS = {"drill": ("incident", True), "nowhere": ("unplaced", False), "drill_nowhere": ("unplaced", True)}
"""Signs of the legend that are another sort of marker, and whether that of a drill."""


class Legend(QWidget):
    """What the signs of the map mean, with how many there are; what has no room is left out from the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self.setAccessibleName("; ".join(words for _, words in entries))
            self.updateGeometry()
            self.update()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def _wide(self, words: str) -> int:
        return self._look.width(words, "caption") + self._look.px(38)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._wide(words) for _, words in self._entries), self._look.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0, self.height() / 2
        for sign, words in self._entries:
            wide = self._wide(words)
            if x + wide > self.width() + px(12):
                return
            at = QPointF(x + px(10), middle)
            if sign in TONES:
                tone = TONES[sign]
                ground = look.color(tone.ground)
                box = self.rect().adjusted(x + px(3), 0, 0, 0)
                box.setSize(QSize(px(14), px(14)))
                box.moveTop(round(middle - px(7)))
                p.setOpacity(tone.strength)
                p.fillRect(box, ground)
                p.setOpacity(1.0)
                paint.rounded(p, box.toRectF(), 2, None, look.color(tone.edge), 1.4, tone.stroke)
            else:
                p.save()
                p.translate(at)
                sort, drill = MARKS.get(sign, (sign, False))
                size = 0.55 if sort == "incident" else 0.8
                p.scale(size, size)
                if sort:
                    draw(p, look, QPointF(0, 0), Marker("", (0.0, 0.0), sort, drill=drill))
                p.restore()
            box_of_words = self.rect().adjusted(x + px(24), 0, 0, 0)
            paint.text(p, look, box_of_words, words, "caption", "tx2")
            x += wide


class OfficeMapPanel(Panel):
    """The map in a panel. Give it markers, zones and a legend; ``picked`` and ``opened`` pass on what the hand does (a ``Hit``)."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, desk: Desk, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, title or "·", "", parent)
        self.title.setText(title or self.tr("Map of the office"))
        self._desk = desk
        self._source: MapSource | None = None
        self.legend = Legend(look)
        self.add_to_head(self.legend)
        self.map = MapView(look)
        self.map.picked.connect(self.picked)
        self.map.opened.connect(self._on_opened)
        self.empty = Empty(
            look,
            "map",
            self.tr("No map yet"),
            self.tr("It is drawn or brought in at the map: Alt 5, then the tab Map."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.map)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    @property
    def source(self) -> MapSource:
        """Where the map comes from; reading begins with the first question."""
        if self._source is None:
            self._source = MapSource.of(self._desk)
            self._source.changed.connect(self._on_map)
        return self._source

    def show_markers(self, markers: Iterable[Marker], legend: Sequence[Entry] = ()) -> None:
        """Show what is of today, and what the signs mean."""
        self.map.show_markers(markers)
        self.legend.show_entries(legend)

    def show_zones(self, zones: Iterable[Zone], legend: Sequence[Entry] = ()) -> None:
        """Show areas that say something, and what they mean."""
        self.map.show_zones(zones)
        self.legend.show_entries(legend)

    def words_of_office(self) -> str:
        """How large the office is: square kilometres, communities, grids."""
        office = self.source.ground.office
        areas = office.of_kind("boundary") or office.of_kind("community")
        told = []
        if areas:
            told.append(self.tr("{n} km²").format(n=f"{sum(geo.area(one.geometry) for one in areas) / 1e6:.1f}"))
        told.append(self.tr("{n} communities").format(n=len(office.of_kind("community"))))
        told.append(self.tr("{n} grids").format(n=len(office.of_kind("grid"))))
        return " · ".join(told) if office.drawn else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.map.ground is not self.source.ground:  # read before this panel was made, or while nobody saw it
            self._on_map()

    def _on_map(self) -> None:
        source = self.source
        self.map.show_ground(source.ground)
        nothing = source.read and source.ground.empty
        self.pages.setCurrentWidget(self.empty if nothing else self.map)
        self.legend.setVisible(not nothing)

    def _on_opened(self, hit: Hit) -> None:
        if hit.key:
            self.opened.emit(hit)

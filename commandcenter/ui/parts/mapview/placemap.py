"""How many lie where: circles on the map of the office; where the office has no map yet, the schematic board.

Both speak the same words: ``picked`` and ``opened`` give the id of a place, ``counts`` what is shown by place.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.roster import Directory
from commandcenter.ui.parts.mapview.hand import Hit
from commandcenter.ui.parts.mapview.marks import count_markers
from commandcenter.ui.parts.mapview.source import MapSource
from commandcenter.ui.parts.mapview.view import MapView
from commandcenter.ui.parts.placeboard import PlaceBoard, blocks_of, gathered
from commandcenter.ui.theme.look import Look


class PlaceMap(QStackedWidget):
    """The map with circles, or the board."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: MapSource | None = None
        self._desk = desk
        self._told: Mapping[str, int] = {}
        self._directory: Directory | None = None
        self._counts: dict[str, int] = {}
        self.map = MapView(look)
        self.map.picked.connect(self._on_picked)
        self.map.opened.connect(self._on_opened)
        self.board = PlaceBoard(look)
        self.board.picked.connect(self.picked)
        self.board.opened.connect(self.opened)
        self.addWidget(self.board)
        self.addWidget(self.map)
        self._lead()

    @property
    def on_map(self) -> bool:
        """Whether the map is shown."""
        return self.currentWidget() is self.map

    @property
    def current(self) -> str:
        """The id of the place that is chosen; empty for none."""
        return self.map.chosen if self.on_map else self.board.current

    @property
    def counts(self) -> Mapping[str, int]:
        """The counts that are shown, by place id."""
        return self._counts if self.on_map else self.board.counts

    def choose(self, key: str) -> None:
        """Choose a place; nothing is emitted."""
        if self.on_map:
            self.map.choose(key)
        else:
            self.board.choose(key)

    def show_counts(self, directory: Directory, counts: Mapping[str, int]) -> int:
        """Show counts by place; returns how many could not be put anywhere."""
        self._directory, self._told = directory, dict(counts)
        return self._show()

    def _show(self) -> int:
        if self._directory is None:
            return 0
        if self.on_map:
            markers, self._counts, nowhere = count_markers(self._told, self.map.office, self._directory)
            self.map.show_markers(markers)
            return nowhere
        blocks = blocks_of(self._directory)
        shown, nowhere = gathered(self._directory, blocks, self._told)
        self.board.show_counts(blocks, shown)
        return nowhere

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._source is None:
            self._source = MapSource.of(self._desk)
            self._source.changed.connect(self._on_map)
            self._on_map()

    def _on_map(self) -> None:
        if self._source is None:
            return
        had = self.hasFocus()
        self.map.show_ground(self._source.ground)
        self.setCurrentWidget(self.board if self._source.ground.empty else self.map)
        self._lead()
        if had:
            self.setFocus()
        self._show()

    def _lead(self) -> None:
        """The keyboard goes to what is shown."""
        self.setFocusProxy(self.map if self.on_map else self.board)

    def _on_picked(self, hit: Hit | None) -> None:
        key = hit.key if hit is not None else ""
        if key:
            self.picked.emit(key)

    def _on_opened(self, hit: Hit) -> None:
        if hit.key:
            self.opened.emit(hit.key)

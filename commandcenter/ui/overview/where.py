"""Where it presses: the map of today beside the board. An office without a map sees its communities there.

The map is loaded a moment after the first picture of the window: whoever starts the program looks at the board first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from commandcenter.ui.parts.basic import Panel
from commandcenter.ui.parts.screen import Context, Go

if TYPE_CHECKING:
    from commandcenter.ui.parts.mapview.daymap import DayMapPanel

LATER_MS = 200


class Where(QStackedWidget):
    """The map, or ``instead`` where there is none."""

    def __init__(self, context: Context, instead: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._instead = instead
        self.map: DayMapPanel | None = None
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(LATER_MS)
        self._begin.timeout.connect(self._make)
        self.addWidget(Panel(context.look, self.tr("Map of the office")))
        self.addWidget(instead)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.map is None:
            self._begin.start()

    def tick(self, now: int) -> None:
        """A second has passed."""
        if self.map is not None:
            self.map.tick(now)

    def open_whole(self) -> None:
        """M: the whole map, at what is chosen here."""
        place = self.map.chosen_place if self.map is not None else ""
        self._context.services.go.emit(Go("map", {"place": place} if place else {}))

    def _make(self) -> None:
        from commandcenter.ui.parts.mapview.daymap import DayMapPanel

        if self.map is None and self.isVisible():
            self.map = DayMapPanel(self._context)
            self.map.source_changed.connect(self._on_map)
            self.addWidget(self.map)
            self.setCurrentWidget(self.map)

    def _on_map(self) -> None:
        if self.map is not None:
            self.setCurrentWidget(self._instead if self.map.without_map else self.map)

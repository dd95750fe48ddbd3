"""The map of the office as widgets show it: what the desk's watch has read as a ground, made once, shared by all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.desk import Desk
from commandcenter.desk.map_watch import MapWatch
from commandcenter.domain.map import OfficeMap
from commandcenter.ui.parts.mapview.ground import Ground


class MapSource(QObject):
    """Hands out the ground. ``changed`` tells that there is another one. Use ``of``: a desk has one source for all widgets."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._watch = MapWatch.of(desk)
        self._watch.changed.connect(self._on_read)
        self.ground = Ground(OfficeMap())
        if self._watch.read:
            self.ground = Ground(self._watch.office)

    @property
    def read(self) -> bool:
        """Whether the map was read once: before that nothing is known of it."""
        return self._watch.read

    @classmethod
    def of(cls, desk: Desk) -> MapSource:
        """The source of a desk; the first who asks makes it read."""
        found = desk.findChild(cls)
        return found if isinstance(found, cls) else cls(desk)

    def _on_read(self) -> None:
        self.ground = Ground(self._watch.office, None if self.ground.empty else self.ground.plane)
        self.changed.emit()

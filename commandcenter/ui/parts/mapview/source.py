"""The map of the office as widgets show it: read and filed beside the window's thread, made once, shared by all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.domain.geo import Box
from commandcenter.domain.map import POINTS, OfficeMap
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.mapview.ground import Ground

FAMILIES = {"shape", "map_layer", "place"}


class MapSource(QObject):
    """Hands out the ground. ``changed`` tells that there is another one. Use ``of``: a desk has one source for all widgets."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._asked = 0
        self.ground = Ground(OfficeMap())
        self.read = False
        """Whether the map was read once: before that nothing is known of it."""
        desk.changed.connect(self._on_changed)

    @classmethod
    def of(cls, desk: Desk) -> MapSource:
        """The source of a desk; the first who asks makes it read."""
        found = desk.findChild(cls)
        if isinstance(found, cls):
            return found
        made = cls(desk)
        made._ask()
        return made

    def _on_changed(self, changes: Changes) -> None:
        if "*" in changes.subjects or changes.families() & FAMILIES:
            self._ask()

    def _ask(self) -> None:
        self._asked += 1
        number = self._asked

        def work(read: Read) -> tuple[int, OfficeMap]:
            return number, prepared(read.reference.map())

        self._desk.ask(work).done.connect(self._on_read)

    def _on_read(self, told: tuple[int, OfficeMap]) -> None:
        number, office = told
        if number == self._asked:
            self.ground = Ground(office, None if self.ground.empty else self.ground.plane)
            self.read = True
            self.changed.emit()


def prepared(office: OfficeMap) -> OfficeMap:
    """A map whose layers are read and whose shapes are filed by place, so that no question has to wait for that."""
    nowhere = Box(0.0, 0.0, 0.0, 0.0)
    office.in_box(nowhere, "building", *POINTS)
    return office

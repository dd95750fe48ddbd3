"""The map of the office and every name on it, read beside the window's thread when first wanted and after each change.

What was read stands in ``Reference.addresses`` as well, so that whoever asks where something is never waits for the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.address import AddressBook
from commandcenter.domain.geo import Box
from commandcenter.domain.map import POINTS, OfficeMap
from commandcenter.journal.journal import Changes

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read

FAMILIES = {"shape", "map_layer", "place"}


class MapWatch(QObject):
    """One for each desk: use ``of``. ``changed`` tells that there is another map."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._asked = 0
        self.office = OfficeMap()
        self.read = False
        """Whether the map was read once: before that nothing is known of it."""
        desk.changed.connect(self._on_changed)

    @classmethod
    def of(cls, desk: Desk) -> MapWatch:
        """The watch of a desk; the first who asks makes it read."""
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
        number, now = self._asked, self._desk.clock.now()

        def work(read: Read) -> tuple[int, AddressBook]:
            office = prepared(read.reference.map())
            return number, AddressBook(read.reference.directory(now), office).made_ready()

        self._desk.ask(work).done.connect(self._on_read)

    def _on_read(self, told: tuple[int, AddressBook]) -> None:
        number, book = told
        if number == self._asked and book.office is not None:
            self.office, self.read = book.office, True
            self._desk.reference.take_addresses(book)
            self.changed.emit()


def prepared(office: OfficeMap) -> OfficeMap:
    """A map whose layers are read and whose shapes are filed by place, so that no question has to wait for that."""
    nowhere = Box(0.0, 0.0, 0.0, 0.0)
    office.in_box(nowhere, "building", *POINTS)
    return office

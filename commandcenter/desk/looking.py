"""What a desk looks after by itself: reckoned anew when something it depends on has changed, and from time to time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commandcenter.domain.clock import HOUR

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.journal.journal import Changes

EVERY_MS = HOUR


class LooksAfter(QObject):
    """Calls ``look`` when the desk begins, once an hour, and ``wait_ms`` after one of the families in ``needs`` changed: whoever
    edits them edits more than one. By the ticks of the desk: one that has ended looks after nothing.
    """

    def __init__(self, desk: Desk, needs: frozenset[str], wait_ms: int) -> None:
        super().__init__(desk)
        self._desk = desk
        self._needs = needs
        self._wait_ms = wait_ms
        self._due = 0
        desk.changed.connect(self._on_changed)
        desk.ticked.connect(self._on_tick)

    def look(self) -> None:
        """Reckon anew."""
        raise NotImplementedError

    def _on_changed(self, changes: Changes) -> None:
        if not self._needs.isdisjoint(changes.families()):
            self._due = min(self._due, self._desk.clock.now() + self._wait_ms)

    def _on_tick(self, now: int) -> None:
        if self._due <= now or self._due > now + EVERY_MS:
            self._due = now + EVERY_MS
            self.look()

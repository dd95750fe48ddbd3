"""Which cases of a list are ticked: some by hand, or all of the list but some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from commandcenter.journal.reading.case_query import CaseQuery


class Ticks(QObject):
    """Ticks by case id. ``all`` says that every case of the list is ticked; then ``keys`` are those that are not."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all = False
        self.keys: dict[str, None] = {}
        self.last = -1

    def has(self, case: str) -> bool:
        """Whether a case is ticked."""
        return (case in self.keys) != self.all

    def toggle(self, case: str, place: int = -1) -> None:
        """Tick a case, or take the tick away; ``place`` is where a range may begin."""
        if case in self.keys:
            del self.keys[case]
        else:
            self.keys[case] = None
        self.last = place
        self.changed.emit()

    def tick(self, cases: Iterable[str]) -> None:
        """Tick these, whatever is ticked already."""
        for case in cases:
            if self.all:
                self.keys.pop(case, None)
            else:
                self.keys[case] = None
        self.changed.emit()

    def tick_all(self) -> None:
        """Tick everything in the list; once more takes all ticks away."""
        whole = self.all and not self.keys
        self.all, self.keys = not whole, {}
        self.changed.emit()

    def clear(self) -> None:
        """Take all ticks away."""
        if self.all or self.keys:
            self.all, self.keys, self.last = False, {}, -1
            self.changed.emit()

    def count(self, total: int) -> int:
        """How many are ticked in a list of so many."""
        return max(0, total - len(self.keys)) if self.all else len(self.keys)

    def query(self, shown: CaseQuery) -> CaseQuery:
        """The query of what is ticked, in the order of the list."""
        if self.all:
            return replace(shown, but=tuple(self.keys))
        return CaseQuery(view="all", order=shown.order, ids=tuple(self.keys))

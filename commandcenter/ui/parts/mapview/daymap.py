"""The map of today for a screen that watches: what burns, what is late, what is due soon, and where. It reads by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.desk.read import Read
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import KeyCaps
from commandcenter.ui.parts.casecells import soon_ms
from commandcenter.ui.parts.mapview.hand import Hit
from commandcenter.ui.parts.mapview.marks import Day, incident_legend, level_counts, words_of_level
from commandcenter.ui.parts.mapview.panel import Entry, OfficeMapPanel
from commandcenter.ui.parts.screen import Context, Go

LAYERS = frozenset({"cases", "incident"})
FAMILIES = {"case", "whistle", "report_in", "place", "shape", "map_layer", "limit"}
LEAST_TURN_MS = 20_000
"""So often at most what is of today is put on the map anew without a change: a case turns amber or red by time alone."""


class DayMapPanel(OfficeMapPanel):
    """Cases and incidents of now. Enter or a double click opens what is marked, M goes to the whole map."""

    source_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, context.desk, "", parent)
        self._context = context
        self._asked = 0
        self._shown_at = 0
        self.day: Day | None = None
        self.add_to_head(KeyCaps(context.look, "M"))
        self.opened.connect(self._on_hit)
        context.services.flashed.connect(self.map.beat)
        context.desk.changed.connect(self._on_changed)

    @property
    def without_map(self) -> bool:
        """Whether it is known that the office has no map."""
        return self.source.read and self.source.ground.empty

    @property
    def chosen_place(self) -> str:
        """The place of what is chosen; empty for none."""
        marker = next((one for one in self.map.markers if one.key == self.map.chosen), None)
        return marker.shape if marker is not None else self.map.chosen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and ("*" in changes.subjects or changes.families() & FAMILIES):
            self._ask()

    def tick(self, now: int) -> None:
        """Time passes: what became late in the meantime turns red."""
        if self.day is not None and abs(now - self._shown_at) >= LEAST_TURN_MS:
            self._show_day()

    def _ask(self) -> None:
        self._asked += 1
        number, now = self._asked, self._context.desk.clock.now()

        def work(read: Read) -> tuple[int, Day]:
            return number, Day(read, now, LAYERS)

        self._context.desk.ask(work).done.connect(self._on_day)

    def _on_day(self, told: tuple[int, Day]) -> None:
        number, day = told
        if number == self._asked:
            self.day = day
            self._show_day()

    def _on_map(self) -> None:
        super()._on_map()
        self.caption.setText(self.words_of_office())
        self.source_changed.emit()
        if self.day is not None:
            self._show_day()

    def _show_day(self) -> None:
        day, desk = self.day, self._context.desk
        if day is None:
            return
        now, reference = desk.clock.now(), desk.reference
        self._shown_at = now
        counts = level_counts(day.cases, now, soon_ms(reference))
        legend: list[Entry] = [(level, words_of_level(level, counts[level])) for level in counts if counts[level]]
        office = self.source.ground.office
        legend = [*incident_legend(day.incidents, office, reference), *legend]
        self.show_markers(day.markers(office, reference, now), legend)

    def _on_hit(self, hit: Hit) -> None:
        """A case, the cases of a spot, an incident, the place on the whole map."""
        sort, _, key = (hit.marker.key if hit.marker is not None else "").partition("/")
        if sort == "case":
            self._go("cases", case=key)
        elif sort == "cases":
            self._go("cases", view="open", place=key)
        elif sort == "whistle":
            self._go("post", whistle=key)
        else:
            self._go("map", place=hit.key)

    def _go(self, screen: str, **what: str) -> None:
        self._context.services.go.emit(Go(screen, what))

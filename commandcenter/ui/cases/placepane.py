"""The map beside the list: how many cases of the list lie where. A circle narrows the list to its place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.asking import with_places_inside
from commandcenter.ui.parts.basic import KeyCaps, Label, Panel
from commandcenter.ui.parts.mapview.placemap import PlaceMap
from commandcenter.ui.theme.look import Look


class PlacePane(Panel):
    """``picked`` gives the filter (place or community) and its codes. The counts come from beside the window's thread."""

    picked = Signal(str, str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self._look, self._desk = look, desk
        self.title.setText(self.tr("Where they lie"))
        self.add_to_head(KeyCaps(look, "L"))
        self._outer.insertWidget(0, self.head)
        self.board = PlaceMap(look, desk)
        self.board.opened.connect(self._on_opened)
        self.body.addWidget(self.board, 1)
        self.note = Label(look, "", "caption", "3")
        self.add_foot(self.note, None, Label(look, self.tr("Enter: only this place"), "caption", "3"))
        self._asked = 0
        self.setMinimumWidth(look.px(420))

    def show_query(self, query: CaseQuery, now: int) -> None:
        """Count the cases of a list by place. The filters of place themselves are left out, so that another can be chosen."""
        self._asked += 1
        number = self._asked
        self.caption.setText(self.tr("counting …"))

        def work(read: Read) -> tuple[int, dict[str, int], int]:
            counts, nowhere = read.cases.by_places(query, now)
            return number, counts, nowhere

        self._desk.ask(work).done.connect(self._on_counted)

    def _on_counted(self, told: tuple[int, Mapping[str, int], int]) -> None:
        number, counts, nowhere = told
        if number != self._asked:
            return
        directory = self._desk.reference.directory
        homeless = self.board.show_counts(directory, counts)
        self.caption.setText(self.tr("cases: {n}").format(n=f"{sum(self.board.counts.values()):,}"))
        without = nowhere + homeless
        self.note.setText(self.tr("without a place: {n}").format(n=f"{without:,}") if without else "")

    def _on_opened(self, key: str) -> None:
        reference = self._desk.reference
        place = reference.directory.places.get(key)
        if place is not None and place.kind == "community":
            self.picked.emit("community", key)
        elif place is not None and place.kind == "grid":
            self.picked.emit("grid", key)
        else:
            self.picked.emit("place", with_places_inside(key, reference))

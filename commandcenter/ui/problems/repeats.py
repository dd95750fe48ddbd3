"""R: the spots that came up again and again. Enter brings one into the bank, with all its cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.journal.reading.problems import Repeated
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class _Painter(RowPainter):
    def __init__(self, look: Look, reference: Reference, now: int, parent: QWidget) -> None:
        columns = [
            Column("count", translate("Problems", "Cases"), 48, align="right"),
            Column("place", translate("Problems", "Spot"), 120, 2),
            Column("kind", translate("Problems", "Kind"), 120, 2),
            Column("title", translate("Problems", "The newest"), 160, 3),
            Column("newest", translate("Problems", "Received"), 96),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self._reference, self._now = reference, now

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Repeated) -> None:
        look = self.look
        if column == "count":
            paint.text(p, look, rect, str(row.times), "name", "tx1", paint.RIGHT)
        elif column == "place":
            place = self._reference.directory.places.get(row.place)
            paint.elided(p, look, rect, place.name if place else row.place, "name", "tx1")
        elif column == "kind":
            paint.elided(p, look, rect, "/".join(self._reference.categories.get(row.category, ())), "body", "tx2")
        elif column == "title":
            paint.elided(p, look, rect, row.title, "body", "tx2")
        else:
            paint.elided(p, look, rect, when.moment(row.newest_at, self._now), "body", "tx3")


class RepeatsSheet(Sheet):
    """``chosen`` emits the spot."""

    chosen = Signal(object)

    def __init__(self, look: Look, host: QWidget, found: Sequence[Repeated], reference: Reference, now: int) -> None:
        super().__init__(look, host, translate("Problems", "Spots that came up again and again"), width=980)
        self.model = KeyedRows(_key, _spoken, self)
        painter = _Painter(look, reference, now, self)
        self.view = RowView(look, self.model, painter, translate("Problems", "Repeated spots"))
        self.view.opened.connect(self._on_opened)
        self.model.show(list(found))
        self.body.addWidget(RowList(look, self.model, painter, translate("Problems", "Repeated spots"), view=self.view))
        self.view.setMinimumHeight(look.px(360))
        self.view.go(0)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.view.place)
        else:
            super().keyPressEvent(event)

    def _on_opened(self, place: int) -> None:
        one = self.model.row(place)
        if one is not None:
            self.dismiss()
            self.chosen.emit(one)


def _key(one: Repeated) -> str:
    return f"{one.place}/{one.category}"


def _spoken(one: Repeated) -> str:
    return f"{one.times} {one.title}"

"""A few rows as they stand in the file, around the one that is looked at: column letters and headings above, row numbers beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.exchange.mapping import letter_of
from commandcenter.exchange.roster_file import SheetSeen
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look

WIDEST, NARROWEST = 170, 64
HEIGHT = 28


class RawRows(QWidget):
    """Rows of a sheet; the looked at row stands on a ground, its cell is edged, amber where it could not be read."""

    def __init__(self, look: Look, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.most = rows
        self._sheet: SheetSeen | None = None
        self._rows: Sequence[tuple[int, Sequence[str]]] = ()
        self._at = (0, -1)
        self._fault = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_rows(
        self, sheet: SheetSeen | None, rows: Sequence[tuple[int, Sequence[str]]], row: int, column: int, *, fault: bool
    ) -> None:
        """Show rows with the looked at row and column (-1: none); ``fault`` marks a cell that could not be read."""
        self._sheet, self._rows, self._at, self._fault = sheet, rows, (row, column), fault
        here = next((cells for number, cells in rows if number == row), ())
        self.setAccessibleName(" · ".join([str(row), *here]) if here else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(HEIGHT) * (self.most + 1) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.sizeHint().height())

    def _columns(self) -> list[tuple[int, str]]:
        """The columns that are shown: those with something in them, the looked at one among them."""
        if self._sheet is None:
            return []
        columns = [
            (one.index, one.heading)
            for one in self._sheet.columns
            if one.field
            or one.index == self._at[1]
            or any(one.index < len(cells) and cells[one.index] for _, cells in self._rows)
        ]
        return columns or [(self._at[1], "")]

    def _laid_out(self) -> list[tuple[int, str, int]]:
        look, room = self._look, self.width() - self._look.px(40)
        given = {one.index for one in self._sheet.columns if one.field} if self._sheet is not None else set()
        wide = []
        for index, heading in self._columns():
            texts = [f"{letter_of(index)} {heading}", *(cells[index] for _, cells in self._rows if index < len(cells))]
            width = max((look.width(text, "caption") for text in texts), default=0) + look.px(16)
            wide.append((index, heading, round(max(look.px(NARROWEST), min(look.px(WIDEST), width)))))
        while sum(width for *_, width in wide) > room and len(wide) > 1:
            drop = next((one for one in reversed(wide) if one[0] not in given and one[0] != self._at[1]), None)
            drop = drop or next((one for one in reversed(wide) if one[0] != self._at[1]), wide[-1])
            wide.remove(drop)
        if wide:
            spare = max(0, room - sum(width for *_, width in wide)) // len(wide)
            wide = [(index, heading, width + spare) for index, heading, width in wide]
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        if self._sheet is None or not self._rows:
            return
        high, left = look.px(HEIGHT), look.px(40)
        columns = self._laid_out()
        row, at = self._at
        p.fillRect(0, 0, self.width(), high, look.color("bg2"))
        x = left
        for index, heading, width in columns:
            words = f"{letter_of(index)} {heading}".strip()
            paint.elided(p, look, QRect(x + 8, 0, width - 12, high), words, "caption", "tx2")
            x += width
        for place, (number, cells) in enumerate(self._rows, start=1):
            top = place * high
            if number == row:
                p.fillRect(0, top, self.width(), high, look.color("accS"))
            paint.text(p, look, QRect(8, top, left - 12, high), str(number), "caption", "tx3")
            x = left
            for index, _, width in columns:
                text = cells[index] if index < len(cells) else ""
                box = QRect(x, top, width, high)
                ink = "tx1"
                if number == row and index == at:
                    if self._fault:
                        p.fillRect(box.adjusted(1, 1, -1, -1), look.color("ambS"))
                    edge = look.color("amb" if self._fault else "acc")
                    paint.rounded(p, QRectF(box).adjusted(1, 1, -1, -1), 2, None, edge)
                    ink = "amb" if self._fault else "tx1"
                paint.elided(p, look, box.adjusted(8, 0, -4, 0), text, "caption", ink)
                x += width
        p.setPen(look.color("ln"))
        for place in range(1, len(self._rows) + 2):
            p.drawLine(0, place * high, self.width(), place * high)
        x = left
        for *_, width in columns:
            p.drawLine(x, 0, x, high * (len(self._rows) + 1))
            x += width


class OriginalSheet(Sheet):
    """More of the original, over the window: the rows around the one that is looked at."""

    ROWS = 22

    def __init__(self, look: Look, host: QWidget, title: str) -> None:
        super().__init__(look, host, title, width=1400)
        self.rows = RawRows(look, self.ROWS)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        self._foot.hide()
        self.closed.connect(self.deleteLater)

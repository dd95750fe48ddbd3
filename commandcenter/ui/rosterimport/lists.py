"""The three lists of the roster import: columns and what they give, differences with their ticks, what could not be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.exchange.roster_cells import Fault
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.tickrows import paint_tick
from commandcenter.ui.rosterimport.draft import ColumnRow, DifferenceRow
from commandcenter.ui.rosterimport.words import (
    SORTS,
    alarming,
    doubt_words,
    fault_words,
    field_word,
    item_word,
    mend_words,
    sort_word,
)
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class ColumnPainter(RowPainter):
    """Letter and heading, what it gives, an example, and whether that is settled."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("heading", "", 84, 2),
            Column("field", "", 106, 1),
            Column("example", "", 60, 3, align="right", drop=1),
            Column("mark", "", 16, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def is_heading(self, row: ColumnRow | None) -> bool:
        return row is not None and row.column is None

    def paint_heading(self, p: QPainter, rect: QRect, row: ColumnRow) -> None:
        paint.elided(p, self.look, rect.adjusted(14, 0, -14, 0), row.sheet, "caption", "tx2")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ColumnRow) -> None:
        look, told = self.look, row.column
        if told is None:
            return
        used = row.state == "used"
        if column == "heading":
            paint.elided(p, look, rect, f"{told.letter} {told.heading}".strip(), "body", "tx1" if used else "tx2")
        elif column == "field":
            size = look.px(14)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon("arrow-right", "tx3", size))
            words = translate("Roster import", "open") if row.state == "open" else field_word(told.field)
            ink = "tx1" if used else "amb" if row.state == "open" else "tx3"
            room = rect.adjusted(size + look.px(8), 0, 0, 0)
            paint.elided(p, look, room, words, "strong" if row.state != "unused" else "body", ink)
        elif column == "example":
            paint.elided(p, look, rect, row.example, "caption", "tx3", paint.RIGHT)
        else:
            icon, ink = ("check", "ok") if used else ("minus", "tx3")
            if row.state == "open" or told.by == "content":
                icon, ink = "triangle-alert", "amb"
            size = look.px(15)
            p.drawPixmap(rect.right() - size, rect.center().y() - size // 2, look.icon(icon, ink, size))


class DifferencePainter(RowPainter):
    """Tick, row, sort, what, where, before, after, and why it is doubtful."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("tick", "", 22),
            Column("row", translate("Roster import", "Row"), 30),
            Column("sort", "", 74),
            Column("item", translate("Roster import", "What"), 92),
            Column("where", translate("Roster import", "Place"), 84, 1),
            Column("before", translate("Roster import", "In the roster"), 112, 2),
            Column("after", translate("Roster import", "In the table"), 124, 3),
            Column("note", translate("Roster import", "Mind"), 150, 2, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self._noted = True

    def paint_row(self, p: QPainter, rect: QRect, row: DifferenceRow | None, *, selected: bool) -> None:
        self._noted = any(column.name == "note" for column, *_ in self.columns.cells(rect.width()))
        super().paint_row(p, rect, row, selected=selected)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DifferenceRow) -> None:
        look, one = self.look, row.difference
        if column == "tick":
            paint_tick(p, look, rect.left(), rect.center().y(), on=row.ticked)
        elif column == "row":
            paint.text(p, look, rect, str(one.spot.row or "—"), "body", "tx3")
        elif column == "sort":
            self._sort(p, rect, one.sort)
        elif column == "item":
            paint.elided(p, look, rect, item_word(one.item), "body", "tx2")
        elif column == "where":
            paint.elided(p, look, rect, one.where, "strong", "tx1")
        elif column == "before":
            replaced = one.sort == "changed" and bool(one.after) and bool(one.before)
            self._words(p, rect, one.before or "—", "tx3" if replaced else "tx2", struck=replaced)
        elif column == "after":
            empty = (
                translate("Roster import", "not there") if one.sort == "gone" else translate("Roster import", "empty")
            )
            ink = "tx1" if one.after else "tx3"
            if alarming(one) and not self._noted:
                rect = self._triangle(p, rect)
            paint.elided(p, look, rect, one.after or empty, "strong" if one.after else "body", ink)
        else:
            self._note(p, rect, row)

    def _sort(self, p: QPainter, rect: QRect, sort: str) -> None:
        look = self.look
        words, ink = sort_word(sort), SORTS[sort][1]
        width = min(rect.width(), round(look.width(words, "caption")) + look.px(16))
        box = QRectF(rect.left(), rect.center().y() - look.px(11), width, look.px(22))
        style = Qt.PenStyle.DashLine if sort == "gone" else Qt.PenStyle.SolidLine
        paint.rounded(p, box, 4, None, look.color("ok" if sort == "new" else "ln3"), 1, style)
        paint.elided(p, look, box.toRect().adjusted(2, 0, -2, 0), words, "caption", ink, paint.CENTER)

    def _words(self, p: QPainter, rect: QRect, words: str, ink: str, *, struck: bool) -> None:
        look = self.look
        paint.elided(p, look, rect, words, "body", ink)
        if struck:
            p.setPen(look.color(ink))
            width = min(rect.width(), round(look.width(words, "body")))
            p.drawLine(rect.left(), rect.center().y() + 1, rect.left() + width, rect.center().y() + 1)

    def _note(self, p: QPainter, rect: QRect, row: DifferenceRow) -> None:
        look, one = self.look, row.difference
        words = doubt_words(one)
        if alarming(one):
            rect = self._triangle(p, rect)
        paint.elided(p, look, rect, words, "caption", "amb" if alarming(one) else "tx3")

    def _triangle(self, p: QPainter, rect: QRect) -> QRect:
        size = self.look.px(14)
        p.drawPixmap(rect.left(), rect.center().y() - size // 2, self.look.icon("triangle-alert", "amb", size))
        return rect.adjusted(size + self.look.px(6), 0, 0, 0)


def difference_spoken(row: DifferenceRow) -> str:
    """What a screen reader says of a difference."""
    one = row.difference
    tick = translate("Roster import", "ticked") if row.ticked else translate("Roster import", "not ticked")
    return f"{tick} {sort_word(one.sort)} {item_word(one.item)} {one.where}: {one.before} → {one.after} {doubt_words(one)}".strip()


class FaultPainter(RowPainter):
    """Row, with its sheet where there are several, column letter, what is wrong, and the mending that suggests itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("where", "", 44, 1),
            Column("letter", "", 14),
            Column("words", "", 130, 5),
            Column("mend", "", 84, 2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FaultRow) -> None:
        look, one = self.look, row.fault
        if column == "where":
            paint.elided(p, look, rect, row.where, "caption", "tx2")
        elif column == "letter":
            paint.text(p, look, rect, row.letter, "caption", "tx3")
        elif column == "words":
            paint.elided(p, look, rect, fault_words(one), "body", "tx1")
        else:
            paint.elided(p, look, rect, mend_words(one), "caption", "acc")


class FaultRow:
    """A fault as the list shows it; ``sheet``: with the name of its sheet."""

    def __init__(self, fault: Fault, letter: str, *, sheet: bool) -> None:
        self.fault = fault
        self.where = f"{fault.spot.sheet} · {fault.spot.row}" if sheet else str(fault.spot.row)
        self.letter = letter
        self.key = f"{fault.spot.sheet}!{fault.spot.row}!{fault.spot.column}!{fault.code}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FaultRow) and self.fault == other.fault

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        one = self.fault
        return f"{one.spot.sheet} {one.spot.row} {self.letter}: {fault_words(one)} {mend_words(one)}".strip()

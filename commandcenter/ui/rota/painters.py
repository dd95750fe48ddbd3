"""Painters of the shift plan's lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.rota.model import DayRow, PostRow, ShareRow
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class DayPainter(RowPainter):
    """A day a line: who leads, who sits, which squad, how many communities, how it came to be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("head", translate("RotaModel", "Day"), 84),
            Column("note", "", 64, drop=3),
            Column("leader", translate("RotaModel", "Leader"), 76, 1),
            Column("clerks", translate("RotaModel", "Clerks"), 130, 2),
            Column("squad", translate("RotaModel", "Squad"), 60, 1, drop=2),
            Column("calls", translate("RotaModel", "Communities"), 80, align="right", drop=4),
            Column("mark", translate("RotaModel", "How"), 120, 3),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_row(self, p: QPainter, rect: QRect, row: DayRow, *, selected: bool) -> None:
        if row is not None and row.kind != "work" and not selected:
            p.fillRect(rect, self.look.color("bg2"))
        super().paint_row(p, rect, row, selected=selected)
        if row is not None and row.now:
            p.fillRect(rect.left(), rect.top(), 3, rect.height(), self.look.color("acc"))

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DayRow) -> None:
        look = self.look
        if column == "mark":
            mark = row.mark if row.stood or not row.warn else ""
            words = "；".join(part for part in (row.warn, mark) if part)
            paint.elided(p, look, rect, words, "caption", "amb" if row.warn else "tx3")
        elif column == "head":
            paint.elided(p, look, rect, row.head, "strong" if row.now else "body", "tx3" if row.past else "tx1")
        elif column == "note":
            paint.elided(p, look, rect, row.note, "caption", "acc")
        elif column == "calls":
            paint.text(p, look, rect, row.calls, "caption", "tx3", paint.RIGHT)
        else:
            told = str(getattr(row, column))
            paint.elided(p, look, rect, told, "strong" if row.now else "body", "tx2" if row.past else "tx1")


class PostPainter(RowPainter):
    """Two lines: what the post is, and who takes turns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("role", "", 96), Column("cycle", "", 160, 1)]
        super().__init__(look, Columns(look, columns), parent, height=46)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PostRow) -> None:
        look = self.look
        first, second = (row.role, row.unit) if column == "role" else (row.cycle, row.own)
        roles = ("strong", "tx1") if column == "role" else ("body", "tx1")
        if not second:
            paint.elided(p, look, rect, first, *roles)
            return
        half = rect.height() // 2
        paint.elided(p, look, QRect(rect.left(), rect.top() + 3, rect.width(), half), first, *roles)
        below = QRect(rect.left(), rect.top() + half, rect.width(), half - 3)
        paint.elided(p, look, below, second, "caption", "tx3")


class SharePainter(RowPainter):
    """Name, role, the month, the year by the sorts of days."""

    _WORDS = ("name", "role")

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("RotaModel", "Name"), 60, 2),
            Column("role", translate("RotaModel", "Post"), 70, 2, drop=1),
            Column("month", translate("RotaModel", "Month"), 40, 1, "right"),
            Column("work", translate("RotaModel", "Working"), 44, 1, "right"),
            Column("weekend", translate("RotaModel", "Weekend"), 40, 1, "right"),
            Column("holiday", translate("RotaModel", "Holiday"), 46, 1, "right"),
            Column("year", translate("RotaModel", "Year"), 40, 1, "right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ShareRow) -> None:
        look = self.look
        told = str(getattr(row, column))
        if column in self._WORDS:
            paint.elided(
                p, look, rect, told, "body" if column == "name" else "caption", "tx1" if column == "name" else "tx3"
            )
            return
        tone = "amb" if column == "holiday" and row.uneven else "tx1" if column in ("month", "year") else "tx2"
        paint.text(p, look, rect, told, "body", tone, paint.RIGHT)

"""The two tables of the figures screen: the breakdown, and the departments behind the line that is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.study.model import GroupRow, PresenceRow
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, word

translate = QCoreApplication.translate


def group_columns(look: Look) -> Columns:
    """The columns of the breakdown."""
    return Columns(
        look,
        [
            Column("name", translate("Study", "Group"), 190, 3),
            Column("whistles", translate("Study", "Whistles"), 56, 0, "right"),
            Column("called", translate("Study", "Called"), 56, 0, "right"),
            Column("answered", translate("Study", "Answered %"), 92, 1, "right", 4),
            Column("in_time", translate("Study", "in time %"), 92, 1, "right"),
            Column("arrived", translate("Study", "Arrived %"), 92, 1, "right", 3),
            Column("arrived_in_time", translate("Study", "in time %"), 92, 1, "right"),
            Column("median", translate("Study", "Median"), 76, 0, "right"),
            Column("heads", translate("Study", "People"), 84, 0, "right", 2),
            Column("outcomes", translate("Study", "Refused and the like"), 120, 2, "left", 1),
        ],
    )


class GroupPainter(RowPainter):
    """Paints the breakdown: shares as a short bar with the figure; a count where the whole is too small."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, group_columns(look), height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look = self.look
        if column == "name":
            self._paint_name(p, rect, row)
        elif column in ("answered", "in_time", "arrived", "arrived_in_time"):
            words, percent = getattr(row, column)
            if percent is not None:
                track = QRectF(rect.left(), rect.center().y() - 2, rect.width() - look.px(48), look.px(5))
                p.fillRect(track, look.color("pip0"))
                track.setWidth(track.width() * percent / 100)
                p.fillRect(track, look.color("pip2"))
            paint.elided(p, look, rect, words, "body", "tx1" if percent is not None else "tx2", paint.RIGHT)
        else:
            align = paint.LEFT if column == "outcomes" else paint.RIGHT
            paint.elided(p, look, rect, str(getattr(row, column)), "body", "tx2", align)

    def _paint_name(self, p: QPainter, rect: QRect, row: GroupRow) -> None:
        look = self.look
        if row.relation:
            size = look.px(22)
            tag = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.relation(p, look, tag, row.relation, word(RELATIONS, row.relation))
            rect = rect.adjusted(size + look.px(8), 0, 0, 0)
        paint.elided(p, look, rect, row.name, "name", "tx1")


def presence_columns(look: Look) -> Columns:
    """The columns of the departments behind a figure."""
    return Columns(
        look,
        [
            Column("number", translate("Study", "Number"), 150),
            Column("blown", translate("Study", "Blown"), 104),
            Column("title", translate("Study", "Event"), 150, 3, "left", 2),
            Column("unit", translate("Study", "Department"), 150, 2),
            Column("state", translate("Study", "Stands at"), 116),
            Column("answered", translate("Study", "Answered / limit"), 116, 0, "right"),
            Column("arrived", translate("Study", "Arrived / limit"), 116, 0, "right"),
            Column("heads", translate("Study", "People"), 70, 0, "right", 1),
        ],
    )


class PresencePainter(RowPainter):
    """Paints the departments; a limit that was not kept is amber with a triangle."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, presence_columns(look), height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look = self.look
        told: PresenceRow = row
        if column in ("answered", "arrived"):
            late = told.answered_late if column == "answered" else told.arrived_late
            words = getattr(told, column)
            paint.elided(p, look, rect, words, "body", "amb" if late else "tx1", paint.RIGHT)
            if late:
                size = look.px(14)
                x = rect.right() - look.width(words, "body") - size - look.px(6)
                p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon("triangle-alert", "amb", size))
        elif column == "state":
            size = look.px(15)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(told.icon, "tx2", size))
            paint.elided(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), told.state, "body", "tx2")
        else:
            tone = "tx1" if column in ("number", "unit") else "tx2"
            align = paint.RIGHT if column == "heads" else paint.LEFT
            paint.elided(p, look, rect, str(getattr(told, column)), "body", tone, align)

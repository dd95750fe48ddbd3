"""The two lists of the rates: the breakdown, and the cases behind the figure that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.domain.rates import Formula
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.rates.model import TOTAL, CaseLine, Cell, GroupLine
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

FROM = 75.0
"""Bars begin at 75 %: what differs lies above it. The panel says so."""
_DROPS = (0, 0, 0, 4, 5, 6, 7)


def group_columns(look: Look, formulas: Sequence[Formula]) -> Columns:
    """The columns of the breakdown, one a rate."""
    rates = [
        Column(f"rate:{formula.key}", formula.name, 112, 1, "right", _DROPS[min(place, len(_DROPS) - 1)])
        for place, formula in enumerate(formulas)
    ]
    return Columns(
        look,
        [
            Column("rank", translate("Rates", "Place"), 44, 0, "right"),
            Column("name", translate("Rates", "Group"), 140, 2),
            Column("taken", translate("Rates", "Cases"), 56, 0, "right"),
            *rates,
            Column("change", translate("Rates", "Month before"), 84, 0, "right", 3),
            Column("focus", translate("Rates", "Mostly about"), 140, 3, "left", 2),
            Column("points", translate("Rates", "Repeated points"), 84, 0, "right", 1),
        ],
    )


class GroupPainter(RowPainter):
    """Paints the breakdown: a bar with the figure; what misses the target is amber and has a triangle before it."""

    def __init__(self, look: Look, formulas: Sequence[Formula] = ()) -> None:
        super().__init__(look, group_columns(look, formulas), height=34)

    def show_formulas(self, formulas: Sequence[Formula]) -> None:
        """Other rates, other columns."""
        self.columns.change(group_columns(self.look, formulas).columns)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look = self.look
        told: GroupLine = row
        if column.startswith("rate:"):
            cell = told.cells.get(column[5:])
            if cell is not None:
                self._paint_rate(p, rect, cell)
        elif column == "name":
            paint.elided(p, look, rect, told.name, "strong" if told.key == TOTAL else "name", "tx1")
        else:
            align = paint.LEFT if column == "focus" else paint.RIGHT
            tone = "tx1" if column in ("taken", "rank") else "tx2"
            paint.elided(p, look, rect, str(getattr(told, column)), "body", tone, align)

    def _paint_rate(self, p: QPainter, rect: QRect, cell: Cell) -> None:
        look = self.look
        if cell.percent is None:
            paint.elided(p, look, rect, cell.words, "body", "tx2", paint.RIGHT)
            return
        figure = look.px(50)
        track = QRectF(
            rect.left(),
            rect.center().y() - 2,
            max(0, min(look.px(92), rect.width() - figure - look.px(22))),
            look.px(5),
        )
        track.moveRight(rect.right() - figure - look.px(20))
        share = max(0.0, cell.percent - FROM) / (100 - FROM)
        if cell.bar:
            p.fillRect(track, look.color("pip0"))
            p.fillRect(
                QRectF(track.left(), track.top(), track.width() * share, track.height()),
                look.color("ambF" if cell.short else "pip2"),
            )
        role, tone = ("strong", "amb") if cell.short else ("body", "tx1")
        paint.elided(p, look, rect, cell.words, role, tone, paint.RIGHT)
        if cell.short:
            size = look.px(13)
            at = QPointF(rect.right() - figure - size + look.px(2), rect.center().y() - size / 2)
            p.drawPixmap(at, look.icon("triangle-alert", "amb", size))


def case_columns(look: Look) -> Columns:
    """The columns of the cases behind a figure."""
    return Columns(
        look,
        [
            Column("number", translate("Rates", "Number"), 150),
            Column("title", translate("Rates", "Matter"), 180, 4),
            Column("units", translate("Rates", "Section + community"), 170, 2, "left", 2),
            Column("answer", translate("Rates", "Call-back"), 120, 1, "left", 3),
            Column("reason", translate("Rates", "Why"), 170, 2),
            Column("day", translate("Rates", "Called back"), 92, 0, "right", 1),
        ],
    )


class CasePainter(RowPainter):
    """Paints the cases behind a figure."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, case_columns(look), height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        told: CaseLine = row
        failed = column == "reason" and told.standing == "failed"
        tone = "amb" if failed else "tx1" if column in ("number", "title") else "tx2"
        align = paint.RIGHT if column == "day" else paint.LEFT
        paint.elided(p, self.look, rect, str(getattr(told, column)), "body", tone, align)

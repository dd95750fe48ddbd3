"""The case board of the overview: what presses first, in groups that say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import HOUR
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group: its words, how many, and its tone."""

    name: str
    words: str
    count: int
    tone: str


def board_columns(look: Look) -> Columns:
    """The columns of the board; the units drop first, then the place, when it gets narrow."""
    return Columns(
        look,
        [
            Column("left", translate("Board", "Left / over"), 112),
            Column("grade", translate("Board", "Grade"), 62),
            Column("number", translate("Board", "Number"), 96, drop=1),
            Column("title", translate("Board", "Matter"), 200, 6),
            Column("place", translate("Board", "Place"), 96, 1, drop=2),
            Column("units", translate("Board", "Section + community"), 190, 2, drop=3),
            Column("stage", translate("Board", "State"), 100),
        ],
    )


def grouped(rows: Sequence[CaseRow], now: int, shift_ends: int | None) -> list[object]:
    """Rows with headings: overdue, within the hour, before hand-over, later."""
    edges = [
        ("over", translate("Board", "Overdue"), now, "red"),
        ("hour", translate("Board", "Due within the hour"), now + HOUR, "amb"),
    ]
    if shift_ends is not None and shift_ends > now + HOUR:
        edges.append(("shift", translate("Board", "Due before hand-over"), shift_ends, "tx2"))
    found: list[object] = []
    left = list(rows)
    for name, words, edge, tone in edges:
        part = [row for row in left if row.next_due is not None and row.next_due <= edge]
        if part:
            found += [Group(name, words, len(part), tone), *part]
            left = [row for row in left if row.next_due is None or row.next_due > edge]
    if left:
        found += [Group("later", translate("Board", "Later"), len(left), "tx2"), *left]
    return found


def key_of(row: object) -> str:
    """The key of a row or heading."""
    return f"group:{row.name}" if isinstance(row, Group) else row.id  # type: ignore[attr-defined,no-any-return]


class BoardPainter(RowPainter):
    """Paints cases and group headings."""

    def __init__(self, look: Look, cells: CaseCells, parent: QWidget | None = None) -> None:
        super().__init__(look, board_columns(look), parent, height=42)
        self._cells = cells
        self.now = 0

    def is_heading(self, row: object) -> bool:
        return isinstance(row, Group)

    def paint_heading(self, p: QPainter, rect: QRect, row: Group) -> None:
        look = self.look
        edge = Columns.EDGE
        paint.text(p, look, rect.adjusted(edge, 0, 0, 0), row.words, "strong", row.tone)
        behind = edge + look.width(row.words, "strong") + look.px(8)
        paint.text(p, look, rect.adjusted(behind, 0, 0, 0), str(row.count), "strong", row.tone)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CaseRow) -> None:
        self._cells.paint(p, rect, column, row, self.now)

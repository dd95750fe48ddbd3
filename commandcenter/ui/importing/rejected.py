"""Rows that were not taken: where they stand, why, and what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.rows import Column, Columns, RowList, RowPainter, RowView
from commandcenter.ui.parts.tickrows import WholeRows
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import row_reason

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not taken; ``there`` is what stands in it, as far as it is known."""

    sheet: str
    row: int
    reason: str
    there: str


def rejected_rows(
    rejected: Sequence[Mapping[str, Any]], originals: Mapping[str, Mapping[int, Sequence[str]]]
) -> list[RejectedRow]:
    """The rejected rows of a report, with what stands in them."""
    return [
        RejectedRow(
            str(one["sheet"]),
            int(one["row"]),
            str(one["reason"]),
            " · ".join(text for text in originals.get(str(one["sheet"]), {}).get(int(one["row"]), ()) if text),
        )
        for one in rejected
    ]


def reason_counts(rejected: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """(reason, how often), the most frequent first."""
    return Counter(str(one["reason"]) for one in rejected).most_common()


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("where", translate("Importing", "Sheet · row"), 130),
            Column("reason", translate("Importing", "Why not"), 190, 1),
            Column("there", translate("Importing", "What stands there"), 150, 2, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: RejectedRow) -> None:
        if column == "where":
            paint.elided(p, self.look, rect, f"{row.sheet} · {row.row}", "body", "tx2")
        elif column == "reason":
            paint.elided(p, self.look, rect, row_reason(row.reason), "name", "tx1")
        else:
            paint.elided(p, self.look, rect, row.there, "caption", "tx3")


def _spoken(row: RejectedRow) -> str:
    return f"{row.sheet} {row.row}: {row_reason(row.reason)}. {row.there}"


class RejectedList(QStackedWidget):
    """The list, or the fact that every row could be taken."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = WholeRows(_spoken, self)
        painter = _Painter(look, self)
        self.view = RowView(look, self.model, painter, translate("Importing", "Rejected rows"))
        self.addWidget(RowList(look, self.model, painter, translate("Importing", "Rejected rows"), view=self.view))
        self.nothing = Empty(look, "circle-check", translate("Importing", "No row was rejected"))
        self.addWidget(self.nothing)

    def show_rows(self, rows: Sequence[RejectedRow]) -> None:
        """Show rows."""
        self.model.show(rows)
        self.setCurrentIndex(0 if rows else 1)
        if rows and self.view.place < 0:
            self.view.go(0)

    @property
    def chosen(self) -> RejectedRow | None:
        """The row the keyboard is on."""
        found: RejectedRow | None = self.model.row(self.view.place)
        return found

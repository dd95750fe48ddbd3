"""The newest rows that would come in, with ticks where they can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.roster import Directory
from commandcenter.ui import when
from commandcenter.ui.importing.plan import CHOSEN, RECENT, Plan, Spot
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.tickrows import paint_tick
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

Offered = Mapping[str, Any]
"""A row as ``rehearsal.Rehearsal`` tells it."""


def spot_of(row: Offered) -> Spot:
    """Where a row stands in the file."""
    return str(row["sheet"]), int(row["row"])


class OfferedPainter(RowPainter):
    """When, what, where; with ``ticks`` a box before it that shows whether the row goes live, with ``ways`` a word behind."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, ticks: bool = False, ways: bool = False) -> None:
        columns = [
            *((Column("tick", "", 20),) if ticks else ()),
            Column("at", translate("Importing", "Received"), 142),
            Column("title", translate("Importing", "Title"), 150, 3),
            Column("place", translate("Importing", "Place"), 110, 1, drop=1),
            Column("number", translate("Importing", "Number"), 90, drop=2),
            Column("where", translate("Importing", "Sheet · row"), 110, drop=3),
            *((Column("way", translate("Importing", "Came in"), 70),) if ways else ()),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self.plan = Plan()
        self.directory = Directory()

    def goes_live(self, row: Offered) -> bool:
        """Whether a row would come in live."""
        if self.plan.live == RECENT:
            return bool(row["recent"])
        return self.plan.live == CHOSEN and spot_of(row) in self.plan.ticked

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Offered) -> None:
        look = self.look
        if column == "tick":
            free = self.plan.live == CHOSEN
            paint_tick(p, look, rect.left(), rect.center().y(), on=self.goes_live(row), free=free)
        elif column == "at":
            paint.text(p, look, rect, f"{when.day(row['at'])} {when.clock(row['at'])}", "body", "tx2")
        elif column == "title":
            paint.elided(p, look, rect, str(row["title"]), "name", "tx1")
        elif column == "place":
            found = self.directory.places.get(str(row["place"])) or self.directory.places.get(str(row["community"]))
            words = found.name if found is not None else str(row["place_words"])
            paint.elided(p, look, rect, words or "—", "body", "tx2" if words else "tx3")
        elif column == "number":
            paint.elided(p, look, rect, str(row["number"]) or "—", "body", "tx2")
        elif column == "way":
            live = self.goes_live(row)
            over = translate("Importing", "ended") if row.get("ended") else translate("Importing", "history")
            words = translate("Importing", "live") if live else over
            paint.elided(p, look, rect, words, "name" if live else "caption", "tx1" if live else "tx3")
        else:
            paint.elided(p, look, rect, f"{row['sheet']} · {row['row']}", "caption", "tx3")

    def spoken(self, row: Offered) -> str:
        """What a screen reader says of a row."""
        live = translate("Importing", "goes live") if self.goes_live(row) else ""
        return f"{when.day(row['at'])} {row['title']} {live}".strip()

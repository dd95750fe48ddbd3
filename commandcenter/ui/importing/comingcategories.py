"""The categories that would be listed, level by level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

LEVELS = ("level1", "level2", "level3")


class CategoryPainter(RowPainter):
    """A row as ``importing_job.import_categories`` tells it in a dry run: path, sheet, row."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("level1", translate("Importing", "First level"), 120, 1),
            Column("level2", translate("Importing", "Second level"), 120, 1),
            Column("level3", translate("Importing", "Third level"), 120, 1),
            Column("where", translate("Importing", "Sheet · row"), 110, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Mapping[str, Any]) -> None:
        if column == "where":
            paint.elided(p, self.look, rect, f"{row['sheet']} · {row['row']}", "caption", "tx3")
            return
        path, level = row["path"], LEVELS.index(column)
        if level < len(path):
            last = level == len(path) - 1
            paint.elided(p, self.look, rect, path[level], "name" if last else "body", "tx1" if last else "tx2")


def category_spoken(row: Mapping[str, Any]) -> str:
    """What a screen reader says of a row."""
    return " / ".join(row["path"])

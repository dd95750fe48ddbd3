"""Qt's own SQL model in a table view on 100,000 cases, in a process of its own. Nothing of the program is loaded."""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView
from tests.bench.frame import REPOSITORY, answer, collector_at_rest
from tests.bench.painting import PAGE_STEPS, ROW_STEPS, first_paints, steps, wait

_SELECT = (
    "SELECT grade, number, title, place, lead || ' ' || others, stage, next_due, received_at"
    " FROM case_row{} ORDER BY doc DESC"
)
_FONTS = ("Inter-Regular", "FandolHei-Regular")
_FAMILIES = ("Inter", "Noto Sans CJK SC", "FandolHei", "sans-serif")


def main(path: str, what: str, room: dict[str, Any]) -> None:
    """Answer with the times of ``first`` or ``scroll`` in a list that has ``room``."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(REPOSITORY / "resources" / "fonts" / f"{name}.otf"))
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPixelSize(14)
    app.setFont(font)
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(path)
    if not database.open():
        raise RuntimeError(database.lastError().text())
    view = _view(room)
    kept: list[QSqlQueryModel] = []

    def show(where: str = "") -> None:
        model = QSqlQueryModel()
        model.setQuery(_SELECT.format(where), database)
        view.setModel(model)
        for column, width in enumerate(room["widths"]):
            view.setColumnWidth(column, width)
        kept[:] = [model]

    def before() -> None:
        show(" WHERE open = 1")
        wait(20)

    with collector_at_rest():
        if what == "first":
            answer({"first": first_paints(view, show, before)})
        else:
            show()
            wait(100)
            page = view.viewport().height() // room["row"]
            rows = steps(view, view.verticalScrollBar(), 3, ROW_STEPS)
            answer({"rows": rows, "page": steps(view, view.verticalScrollBar(), page, PAGE_STEPS)})
    view.setModel(None)
    kept.clear()


def _view(room: dict[str, Any]) -> QTableView:
    view = QTableView()
    view.verticalHeader().hide()
    view.horizontalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(room["row"])
    view.setWordWrap(False)
    view.setShowGrid(False)
    view.show()
    width, height = room["size"]
    view.resize(width + view.width() - view.viewport().width(), height + view.height() - view.viewport().height())
    return view


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))

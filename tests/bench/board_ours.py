"""The case centre of the real window on 100,000 cases, in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from commandcenter.app import Application, make_application
from commandcenter.desk.clock import SystemClock
from commandcenter.journal.reading.cases import CaseQuery
from commandcenter.ui.parts.screen import Go
from PySide6.QtCore import QEventLoop, QRect
from tests.bench.frame import answer, collector_at_rest
from tests.bench.painting import PAGE_STEPS, ROW_STEPS, first_paints, steps, wait


def main(folder: Path, what: str) -> None:
    """Answer with the times of ``first`` or ``scroll``, or with the ``room`` the list has."""
    make_application()
    application = Application(folder, SystemClock())
    window = application.start()
    window.resize(1600, 900)
    window.show()
    window.go(Go("cases"))
    wait(300)
    screen = window.screens["cases"]
    view, bar, model = screen.list.view, screen.list.view.verticalScrollBar(), screen.model  # type: ignore[attr-defined]

    def show(query: CaseQuery) -> None:
        model.show(query, application.desk.clock.now())

    def everything() -> None:
        show(CaseQuery(view="all", order="received"))

    def settled() -> None:
        if not model.whole:
            loop = QEventLoop()
            model.filled.connect(loop.quit)
            loop.exec()

    def in_hand() -> None:
        settled()
        show(CaseQuery())
        settled()
        wait(20)

    with collector_at_rest():
        if what == "first":
            answer({"first": first_paints(view, everything, in_hand)})
        else:
            everything()
            settled()
            wait(100)
            height, page = screen.painter.row_height, view.viewport().height()  # type: ignore[attr-defined]
            if what == "room":
                widths = [width for _, _, width in screen.painter.columns.cells(view.viewport().width())]  # type: ignore[attr-defined]
                answer({"size": _size(view.viewport().rect()), "row": height, "widths": widths})
            else:
                rows = steps(view, bar, 3 * height, ROW_STEPS)
                answer({"rows": rows, "page": steps(view, bar, page // height * height, PAGE_STEPS)})
    settled()
    application.close()


def _size(rect: QRect) -> tuple[int, int]:
    return rect.width(), rect.height()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

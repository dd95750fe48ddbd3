"""The case centre of the real window on 100,000 cases, in a process of its own."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from random import Random
from typing import Any

from commandcenter.app import Application, make_application
from commandcenter.desk.clock import SystemClock
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.cases import CaseQuery
from commandcenter.ui.parts.screen import Go
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QRect
from tests.bench.frame import answer, collector_at_rest, timed
from tests.bench.painting import PAGE_STEPS, ROW_STEPS, first_paints, steps, wait

WARM_CASES, CASES, CHANGES = 5, 60, 20
UPDATE = QEvent.Type.UpdateRequest


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
        elif what == "open":
            everything()
            settled()
            answer(openings(screen))
        elif what == "change":
            everything()
            settled()
            answer(changes(screen))
        elif what == "memory":
            everything()
            settled()
            steps(view, bar, view.viewport().height(), PAGE_STEPS)
            for word in ("漏水", "路灯", "电梯", "噪声", "停车"):
                show(CaseQuery(view="all", order="received", text=word))
                settled()
            everything()
            settled()
            answer(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
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


def openings(screen: Any) -> list[float]:
    """Milliseconds from choosing a case anywhere in the list until list and case stand painted."""
    view, model, chance = screen.list.view, screen.model, Random(3)
    found = []
    for turn in range(WARM_CASES + CASES):
        place = chance.randrange(model.rowCount())
        found.append(timed(lambda: _open(screen, place)))  # noqa: B023  called at once
        if screen.detail.case.id != model.row(place).id or not view.visualRect(model.index(place, 0)).isValid():
            raise RuntimeError(f"the case at {place} is not shown")
        if turn % 5 == 0:
            wait(1)
    return found[WARM_CASES:]


def _open(screen: Any, place: int) -> None:
    screen.list.view.go(place)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def changes(screen: Any) -> dict[str, list[float]]:
    """Milliseconds the window's thread is busy with a change in one case in sight, and with a case new to the list, until
    painted."""
    found: dict[str, list[float]] = {"changed": [], "new": []}
    for turn in range(2 * CHANGES):
        row = screen.model.row(turn % 8)
        told = Changes(frozenset((f"case/{row.id}",)), 0)
        if turn % 2:
            screen.model._take_out(turn % 8)  # as if it were not there yet
            QCoreApplication.sendPostedEvents()
        times = found["new" if turn % 2 else "changed"]
        times.append(timed(lambda: _reload(screen, told)))  # noqa: B023  called at once
        if screen.model.row(turn % 8).id != row.id:
            raise RuntimeError("the case does not stand where it belongs")
        wait(1)
    return found


def _reload(screen: Any, told: Changes) -> None:
    screen.reload(told)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, UPDATE)


def _size(rect: QRect) -> tuple[int, int]:
    return rect.width(), rect.height()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""What both sides of the board do alike: paint now, scroll by steps, time each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QScrollBar, QTableView, QWidget
from tests.bench.frame import timed

FIRST_TURNS = 12
ROW_STEPS, PAGE_STEPS = 300, 120
WARM = 10


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the widget before the widget does."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def first_paints(view: QTableView, show: Callable[[], object], before: Callable[[], object]) -> list[float]:
    """Milliseconds from ``show`` until the window of the list stands painted; ``before`` puts it back and is not timed."""
    painted = Paints(view.viewport())
    found = []

    def turn() -> None:
        count = painted.count
        show()
        QCoreApplication.sendPostedEvents()  # what was laid out, and what of the window has to be painted anew
        if painted.count == count:
            view.viewport().repaint()

    for _ in range(2 + FIRST_TURNS):
        before()
        count = painted.count
        found.append(timed(turn))
        if painted.count == count or view.indexAt(view.viewport().rect().center()).row() < 0:
            raise RuntimeError("the list was not painted")
    return found[2:]


def steps(view: QTableView, bar: QScrollBar, step: int, number: int) -> list[float]:
    """Milliseconds of each of ``number`` scrolls by ``step`` units of the bar, from the top, painted at once."""
    bar.setValue(0)
    view.viewport().repaint()
    painted = Paints(view.viewport())
    found = []

    def turn() -> None:
        bar.setValue(bar.value() + step)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)

    for _ in range(WARM + number):
        before, at = painted.count, bar.value()
        found.append(timed(turn))
        if bar.value() == at:
            raise RuntimeError(f"the list ended at {at}")
        if painted.count == before:
            raise RuntimeError("a scroll was not painted")
    return found[WARM:]


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

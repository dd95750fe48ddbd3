"""Keys pressed on the board of the real window, in a process of its own: three windows on one desk, three incidents running.

Each turn presses the digit of a department and waits until the entry is on the disk and all three windows - the window the
key was pressed in, a second window on the same board, the wallboard - stand painted with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from commandcenter.app import SCREENS, Application, make_application
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.jobs import Job
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.bench.frame import answer
from tests.bench.painting import wait

WARM, TURNS = 6, 60
KEYS = 166
"""Six steps of each of 28 departments; the seventh, the release, asks for a count."""
BETWEEN_MS = 70
"""Ten keys take longer than the guard against a double press of one digit."""
LONGEST_MS = 10_000


class Watched(QObject):
    """One surface: ready once it is painted while it knows the new state."""

    painted = Signal()

    def __init__(self, surface: QWidget, shown: Callable[[], int]) -> None:
        super().__init__(surface)
        self._shown = shown
        self._before = 0
        self.ready = False
        surface.installEventFilter(self)

    def begin(self) -> None:
        """A key is about to be pressed."""
        self._before, self.ready = self._shown(), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees each paint before the surface does it."""
        if event.type() == QEvent.Type.Paint and not self.ready and self._shown() > self._before:
            self.ready = True
            QTimer.singleShot(0, self.painted.emit)  # once this paint is over
        return False


def main(folder: Path, whistle: str, file: str) -> None:
    """Answer with the milliseconds of each key: at rest, and while a table of cases comes in."""
    make_application()
    application = Application(folder, SystemClock())
    first = application.start()
    first.resize(1920, 1080)
    first.show()
    first.go(Go("post", {"whistle": whistle}))
    second = Window(application.look, application.desk, application.settings, SCREENS)
    second.resize(1920, 1080)
    second.show()
    second.go(Go("post", {"whistle": whistle}))
    application.toggle_wallboard()
    wall: Any = application.wallboard
    wait(1500)
    wall._turned_at = sys.maxsize  # it stays on the incident whose keys are pressed
    told = {"count": 0}
    show = wall.burning.show_incident

    def counted(*arguments: Any, **named: Any) -> None:
        show(*arguments, **named)
        told["count"] += 1

    wall.burning.show_incident = counted
    watched = [
        Watched(_board(first), lambda: _entries(first)),
        Watched(_board(second), lambda: _entries(second)),
        Watched(wall.burning, lambda: told["count"]),
    ]
    quiet = [_turn((first, second), watched, number) for number in range(WARM + TURNS)][WARM:]
    job = _import(application, file)
    wait(700)
    busy = []
    for number in range(WARM + TURNS, KEYS):
        if job.over:
            break
        busy.append(_turn((first, second), watched, number))
    job.cancel()
    while not job.over:
        wait(50)
    second.close()
    application.close()
    answer({"quiet": quiet, "busy": busy})


def _board(window: Window) -> QWidget:
    board: QWidget = window.screens["post"].board  # type: ignore[attr-defined]
    return board


def _entries(window: Window) -> int:
    incident: Any = window.screens["post"].incident  # type: ignore[attr-defined]
    return sum(len(state.entries) for state in incident.report_ins)


def _turn(windows: tuple[Window, Window], watched: list[Watched], number: int) -> float:
    """Press the digit of the next department; milliseconds until all three windows show it."""
    post: Any = windows[0].screens["post"]
    other: Any = windows[1].screens["post"]
    states = post.incident.report_ins
    state = states[number % len(states)]
    for screen in (post, other):  # both show the page the department stands on
        screen.board.select_ordinal(state.ordinal)
    wait(BETWEEN_MS)
    for one in watched:
        one.begin()
    key = Qt.Key(Qt.Key.Key_0.value + state.ordinal % 10)
    loop = QEventLoop()
    for one in watched:
        one.painted.connect(loop.quit)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    started = perf_counter_ns()
    QTest.keyClick(post.board, key)
    while not all(one.ready for one in watched) and (perf_counter_ns() - started) / 1e6 < LONGEST_MS:
        loop.exec()
    took = (perf_counter_ns() - started) / 1e6
    if not all(one.ready for one in watched):
        raise RuntimeError(f"key {number} on {state.unit} ({state.furthest}) was not shown everywhere")
    return took


def _import(application: Application, file: str) -> Job:
    desk = application.desk
    arguments = {**desk.child_arguments(), "path": file, "options": {"live": "recent"}}
    return desk.start_job("import", "commandcenter.desk.importing_job:import_workbook", arguments)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])

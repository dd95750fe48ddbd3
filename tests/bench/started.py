"""The two processes of ``start_to_usable``. Imports nothing that the program would not."""

from __future__ import annotations

import sys

COLUMNS = 8


def ours(folder: str, rows: int) -> int:
    """The real start; it says when its first window is painted, and ends in order."""
    from pathlib import Path

    from commandcenter import app
    from PySide6.QtCore import QTimer

    class Application(app.Application):
        def after_first_paint(self) -> None:
            shown = self.window.screens["overview"].model.rowCount()  # type: ignore[attr-defined]
            print("painted" if shown >= rows else f"only {shown} rows", flush=True)
            QTimer.singleShot(0, self.window.close)

    app.Application = Application  # type: ignore[misc]
    return app.run_window(Path(folder))


def back(folder: str) -> int:
    """The real start on a folder whose desk was killed in an incident; it says so when the incident is seen again."""
    from pathlib import Path

    from commandcenter import app
    from PySide6.QtCore import QTimer

    class Application(app.Application):
        def after_first_paint(self) -> None:
            shown = self.window.current.name
            print("painted" if shown == "post" else f"{shown} is shown, not the incident", flush=True)
            QTimer.singleShot(0, self.window.close)

    app.Application = Application  # type: ignore[misc]
    return app.run_window(Path(folder))


def killed(folder: str) -> int:
    """A desk that blows a whistle, shows its board and dies without a word."""
    import os
    from pathlib import Path

    from commandcenter.desk.clock import SystemClock
    from commandcenter.desk.door import open_door
    from commandcenter.desk.engine import Done
    from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall

    door = open_door(Path(folder), SystemClock().now)
    outcome = door.submit(BlowWhistle(units=(UnitCall(unit="D01"), UnitCall(unit="D03")), place_words="渡口巷"))
    print("painted" if isinstance(outcome, Done) else f"{outcome}", flush=True)
    os._exit(0)


def bare(rows: int) -> int:
    """A window with a table in it; it too says so when it is painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

    class Table(QTableWidget):
        told = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.told:
                self.told = True
                print("painted", flush=True)
                QTimer.singleShot(0, QApplication.quit)

    application = QApplication(sys.argv[:1])
    window, table = QMainWindow(), Table(rows, COLUMNS)
    for row in range(rows):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"路灯损坏多日无人修理 {row}"))
    window.setCentralWidget(table)
    window.resize(1600, 900)
    window.show()
    return application.exec()


def bare_memory(rows: int) -> int:
    """The bare window; its last line is what the process held at its most, in MiB."""
    import resource

    code = bare(rows)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return code


if __name__ == "__main__":
    which, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    rounds = {
        "ours": lambda: ours(folder, count),
        "back": lambda: back(folder),
        "killed": lambda: killed(folder),
        "bare": lambda: bare(count),
        "bare-memory": lambda: bare_memory(count),
    }
    sys.exit(rounds[which]())

"""Housekeeping on APScheduler: backups, checks, merging. A chore only says that it is due; the desk does it.

APScheduler's own Qt scheduler never stops its timers under PySide6, so the timer is ours and the rest is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from PySide6.QtCore import QObject, Qt, QTimer, Signal

ZONE = "Asia/Shanghai"
LONGEST_WAIT_MS = 60_000


class _Wake(QObject):
    woken = Signal()

    def __init__(self, go: Callable[[], None]) -> None:
        super().__init__()
        self._go = go
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.on_woken)
        self.woken.connect(self.on_woken, Qt.ConnectionType.QueuedConnection)

    def on_woken(self) -> None:
        self._go()


class QtScheduler(BaseScheduler):  # type: ignore[misc]
    """A scheduler on one Qt timer of the window's thread; it may be woken from any thread."""

    def __init__(self) -> None:
        super().__init__(jobstores={"default": MemoryJobStore()}, executors={"default": DebugExecutor()}, timezone=ZONE)
        self._wake = _Wake(self._process)

    def wakeup(self) -> None:
        self._wake.woken.emit()

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)
        self._wake.timer.stop()

    def _process(self) -> None:
        if not self.running:
            return
        seconds = self._process_jobs()
        if seconds is None:
            self._wake.timer.stop()
        else:
            self._wake.timer.start(min(int(seconds * 1000) + 1, LONGEST_WAIT_MS))


CHORES = {
    "backup": CronTrigger(hour="2,8,14,20", minute=5, timezone=ZONE),
    "integrity": CronTrigger(day_of_week="sun", hour=3, minute=30, timezone=ZONE),
    "high_water": IntervalTrigger(minutes=5, timezone=ZONE),
    "privacy": IntervalTrigger(hours=1, timezone=ZONE),
    "foresight": IntervalTrigger(minutes=5, timezone=ZONE),
    "lessons": IntervalTrigger(hours=1, timezone=ZONE),
    "checkpoint": IntervalTrigger(minutes=15, timezone=ZONE),
}


class Chores(QObject):
    """Emits ``due(name)`` when a chore is due."""

    due = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scheduler = QtScheduler()
        for name, trigger in CHORES.items():
            self._scheduler.add_job(
                partial(self.due.emit, name),
                trigger,
                id=name,
                replace_existing=True,
                coalesce=True,
                misfire_grace_time=None,
                max_instances=1,
            )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

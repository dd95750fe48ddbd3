"""Watches the folder of exports: every half minute a child process looks into it and imports what is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.journal.trouble import Trouble

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.jobs import Job

EVERY_MS = 30_000


class FolderWatch(QObject):
    """``brought`` tells the counts of an import, ``asking`` a file that needs a person, ``failed`` a trouble (once each).

    ``looked`` is emitted after every look. Without a folder nothing happens.
    """

    brought = Signal(object)
    asking = Signal(object)
    failed = Signal(object)
    looked = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._remembered: Mapping[str, Mapping[str, str]] = {}
        self._before: Mapping[str, Any] = {}
        self._job: Job | None = None
        self._trouble = ""
        self.folder = ""
        self.last_look: int | None = None
        self.waiting = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def follow(self, folder: str, remembered: Mapping[str, Mapping[str, str]]) -> None:
        """Watch another folder, or none; ``remembered`` are the columns chosen for known headings."""
        self._remembered = remembered
        if folder == self.folder:
            return
        self.folder, self._before, self._trouble = folder, {}, ""
        self.last_look, self.waiting = None, 0
        if not folder:
            self._timer.stop()
            self.looked.emit()
            return
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if not self.folder or self._job is not None:
            return
        options = {
            "before": dict(self._before),
            "remembered": {name: dict(kept) for name, kept in self._remembered.items()},
            "who": asdict(self._desk.who()),
            "now": self._desk.clock.now(),
        }
        arguments = {**self._desk.child_arguments(), "path": self.folder, "options": options}
        job = self._desk.start_job("watch", "commandcenter.desk.watch_job:look_into", arguments)
        self._job = job
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _on_done(self, told: Mapping[str, Any]) -> None:
        self._job, self._trouble = None, ""
        self._before = told["before"]
        self.last_look = self._desk.clock.now()
        self.waiting = int(told["waiting"])
        for report in told["brought"]:
            self.brought.emit(report)
        for file in told["asking"]:
            self.asking.emit(file)
        self.looked.emit()

    def _on_failed(self, trouble: Trouble) -> None:
        self._job = None
        if trouble.code != self._trouble:
            self._trouble = trouble.code
            self.failed.emit(trouble)
        self.looked.emit()

    def _on_cancelled(self) -> None:
        self._job = None

    @property
    def trouble(self) -> str:
        """The code of what went wrong at the last look; empty when it went well."""
        return self._trouble

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

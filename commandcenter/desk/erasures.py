"""What follows erasures on this desk: each one carried out has its files cleared once, now or after the next start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.clock import DAY
from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.domain.erasure_request_acts import ClearFiles
from commandcenter.journal.trouble import Trouble

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.jobs import Job
    from commandcenter.desk.read import Read

RETENTION = "privacy.case_retention"
"""The key of the limit: how long after its end the personal data of an archived case are kept."""
LOOKED_BACK = 90 * DAY
"""An erasure carried out longer ago whose files never could be cleared is left to people; it stands as not cleared."""


class Erasures(QObject):
    """``cleared`` tells the id of a request whose files are done, ``failed`` the trouble; the next chore tries again."""

    cleared = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None

    @property
    def working(self) -> bool:
        """Whether files are being cleared."""
        return self._job is not None

    def follow(self) -> None:
        """Clear the files of the first request that waits for it; one after another."""
        if self._job is not None:
            return
        desk = self._desk
        now = desk.clock.now()
        found = desk.read.matters.recent(ErasureRequest, "erasure_request", now - LOOKED_BACK)
        waiting = [one for one in found if one.done_at is not None and one.cleared_at is None]
        if not waiting:
            return
        arguments = {
            **desk.child_arguments(),
            "request": waiting[0].id,
            "backups": str(desk.backup_folder),
            "now": now,
        }
        job = desk.start_job("erasure", "commandcenter.desk.erasing_job:clear_files", arguments)
        self._job = job
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_over)

    def _on_done(self, told: Mapping[str, Any]) -> None:
        self._job = None
        self._desk.lessons.learn()
        self._desk.foresight.forget()
        ticket = self._desk.submit(ClearFiles(**told))
        ticket.done.connect(self._on_told)
        ticket.refused.connect(self._on_over)
        ticket.failed.connect(self._on_not_told)

    def _on_told(self, done: Any) -> None:
        for subject in done.subjects:
            self.cleared.emit(subject.partition("/")[2])
        self.follow()

    def _on_not_told(self, outcome: Any) -> None:
        self.failed.emit(Trouble(outcome.code, **outcome.facts))

    def _on_failed(self, trouble: Trouble) -> None:
        self._job = None
        self._desk.told.emit(trouble)
        self.failed.emit(trouble)

    def _on_over(self, *_told: object) -> None:
        self._job = None


def kept_too_long(read: Read, before: int, most: int) -> list[str]:
    """The ids of archived cases closed before an instant whose words still stand and that are on no running list."""
    listed = {case for one in read.matters.running(ErasureRequest, "erasure_request") for case in one.cases}
    found = read.privacy.kept_too_long(before, most + len(listed))
    return [case for case in found if case not in listed][:most]

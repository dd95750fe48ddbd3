"""Foresight at work on this desk: the rules are run behind, what fired is raised, long answers are kept with their age.

The rules run in a child process every few minutes when anything was written since, and after bulk work was indexed. What
they find is raised under ids that are the same on every desk, so many desks raising the same pile make one alert.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.jobs import Job
from commandcenter.domain.command import Who

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk

JOB = "commandcenter.desk.foresight_job:"
KEPT = 12
FRESH_MS = 10 * 60 * 1000
"""An answer older than this is asked for again; until the new one is there, the old one is shown with its age."""


class ForesightWatch(QObject):
    """Runs rules and long questions of foresight. ``evaluated`` tells an evaluation, ``answered`` a kept answer by its key."""

    evaluated = Signal(object)
    answered = Signal(object, object)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen: Mapping[str, int] | None = None
        self._job: Job | None = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._asked: dict[Job, Hashable] = {}
        self.at = 0

    @property
    def running(self) -> bool:
        """Whether the rules are being run."""
        return self._job is not None

    def look(self, *, again: bool = False) -> bool:
        """Run the rules when there are any and something was written since they were run; ``again`` in any case."""
        desk = self._desk
        if self._job is not None or not desk.reference.foresight_rules:
            return False
        vector = dict(desk.read.status.vector())
        if vector == self._seen and not again:
            return False
        self._seen = vector
        arguments = {**desk.child_arguments(), "now": desk.clock.now()}
        self._job = desk.start_job("foresight", f"{JOB}evaluate", arguments, lane=desk.study)
        self._job.done.connect(self._on_evaluated)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        return True

    def _on_evaluated(self, told: Mapping[str, Any]) -> None:
        from commandcenter.desk.foresight_job import raising

        self._job = None
        self.at = int(told["at"])
        who = Who(role="system", seat=self._desk.node)
        for key, command in raising(told):
            self._desk.submit(command, who=who, id=key)
        self.evaluated.emit(told)

    def _on_failed(self, trouble: object) -> None:
        self._job, self._seen = None, None
        self.failed.emit(trouble)

    def _on_cancelled(self) -> None:
        self._job, self._seen = None, None

    # -- kept answers ----------------------------------------------------------------------------------------------

    def kept(self, key: Hashable) -> Any:
        """The answer kept under ``key``; None when there is none. It tells itself when it was counted (``at``)."""
        return self._kept.get(key)

    def ask(self, key: Hashable, function: str, arguments: Mapping[str, Any]) -> None:
        """Ask for ``foresight_job:function`` unless an answer that is young enough is kept, or on its way."""
        desk = self._desk
        found = self._kept.get(key)
        if found is not None and desk.clock.now() - found.at < FRESH_MS:
            self.answered.emit(key, found)
            return
        if key in self._asked.values():
            return
        told = {**desk.child_arguments(), "now": desk.clock.now(), **arguments}
        job = desk.start_job("foresight", f"{JOB}{function}", told, lane=desk.study)
        self._asked[job] = key
        job.done.connect(self._on_answer)
        job.failed.connect(self._on_no_answer)
        job.cancelled.connect(self._on_given_up)

    def forget(self) -> None:
        """Ask everything anew the next time."""
        self._kept.clear()

    def _sender(self) -> Hashable:
        job = self.sender()
        return self._asked.pop(job) if isinstance(job, Job) and job in self._asked else None

    def _on_answer(self, result: object) -> None:
        key = self._sender()
        self._kept[key] = result
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.answered.emit(key, result)

    def _on_no_answer(self, trouble: object) -> None:
        self._sender()
        self.failed.emit(trouble)

    def _on_given_up(self) -> None:
        self._sender()

"""Long work in child processes: import, export, printing, rebuild, indexing. Progress and cancel on all of them.

A job is a plain function named by its dotted path, called with a progress function and plain keyword arguments. The
window polls ten times a second; the child (``job_child``) loads no Qt, and a dead child is a failed job, not a hang.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from commandcenter.desk.job_child import serve
from commandcenter.journal.trouble import Trouble

POLL_MS = 100


class Job(QObject):
    """A job that waits or runs. Exactly one of ``done``, ``failed``, ``cancelled`` is emitted, once."""

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str, lane: Lane) -> None:
        super().__init__(lane)
        self.title = title
        self.at = (0, 0)
        self.over = False
        self._lane = lane

    def cancel(self) -> None:
        """Ask the job to stop at its next step; one that still waits is not begun."""
        if not self.over:
            self._lane.cancel(self)

    def settle(self, kind: str, value: Any) -> None:
        """Deliver a message of the child."""
        if kind == "progress":
            self.at = value
            self.progressed.emit(value)
            return
        self.over = True
        if kind == "done":
            self.done.emit(value)
        elif kind == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(Trouble(value[0], **value[1]))


class Lane(QObject):
    """One child process that does jobs one after another and stays warm between them."""

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._current: Job | None = None
        self._waiting: list[tuple[Job, str, Mapping[str, Any]]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        # queued: what the job has written stands before its end in the same queue, so who hears of the end sees it
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def current(self) -> Job | None:
        """The job at work, if any."""
        return self._current

    def start(self, title: str, name: str, arguments: Mapping[str, Any]) -> Job:
        """Queue a job: ``name`` is ``package.module:function``."""
        self._child()
        job = Job(title, self)
        self._waiting.append((job, name, arguments))
        self._next()
        return job

    def cancel(self, job: Job) -> None:
        """Ask the job at work to stop, or take one that waits out of the queue."""
        if job is self._current and self._pipe is not None:
            with suppress(OSError):  # a dead child has stopped; the next look finds it
                self._pipe.send("stop")
            return
        waiting = [entry for entry in self._waiting if entry[0] is not job]
        if len(waiting) < len(self._waiting):
            self._waiting = waiting
            job.settle("cancelled", None)

    def abandon(self) -> None:
        """End the child at once, whatever it waits for: the job at work fails with ``Trouble`` given_up, others go on."""
        job, process = self._current, self._process
        if job is None or process is None:
            return
        process.kill()
        process.join()
        self._process, self._pipe = None, None
        self._finish(job, "failed", ("given_up", {}))

    def warm_up(self) -> None:
        """Start the child before it is needed."""
        self._child()

    def close(self) -> None:
        """Ask the child to stop, wait a moment, then end it."""
        self._timer.stop()
        if self._current is not None:
            self._current.cancel()
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(timeout=2)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._process, self._pipe = None, None

    def _child(self) -> Connection[Any, Any]:
        if self._process is None or not self._process.is_alive() or self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), name=f"lane-{self._name}", daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _next(self) -> None:
        if self._current is not None or not self._waiting or self._pipe is None:
            return
        job, name, arguments = self._waiting.pop(0)
        self._current = job
        try:
            self._pipe.send((name, dict(arguments)))
        except OSError:  # the child died since it was last looked at
            self._process = None
            self._child().send((name, dict(arguments)))
        self._timer.start()

    def _poll(self) -> None:
        job, pipe = self._current, self._pipe
        if job is None or pipe is None:
            self._timer.stop()
            return
        try:
            while pipe.poll():
                kind, value = pipe.recv()
                if kind != "progress":
                    self._timer.stop()
                    self._ended.emit((job, kind, value))
                    return
                job.settle(kind, value)
        except (EOFError, OSError):
            self._process, self._pipe = None, None
            self._finish(job, "failed", ("crashed", {"detail": "the child process ended"}))

    def _on_ended(self, told: tuple[Job, str, Any]) -> None:
        job, kind, value = told
        if job is self._current:  # else it was abandoned meanwhile
            self._finish(job, kind, value)

    def _finish(self, job: Job, kind: str, value: Any) -> None:
        self._current = None
        self._timer.stop()
        job.settle(kind, value)
        if self._waiting:
            self._child()
            self._next()

"""Reads too long for the window's thread: one reader thread with a snapshot of its own, answers on the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.read import Read
from commandcenter.journal.trouble import Trouble, trouble_in

log = logging.getLogger(__name__)

Work = Callable[[Read], Any]


class Answer(QObject):
    """What a background read found. Exactly one of the signals is emitted, once."""

    done = Signal(object)
    failed = Signal(object)


class Background(QObject):
    """Runs reads one after another in a thread of their own."""

    _settled = Signal(object)

    def __init__(self, folder: Path, key: bytes | None, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._key = key
        self._answers: dict[int, Answer] = {}
        self._count = 0
        self._closed = False
        self._queue: SimpleQueue[tuple[int, Work] | None] = SimpleQueue()
        self._settled.connect(self._on_settled)
        self._thread = threading.Thread(target=self._run, name="desk-reader", daemon=True)
        self._thread.start()

    def ask(self, work: Work) -> Answer:
        """Run ``work`` with the thread's own readers; its plain result comes back by signal."""
        self._count += 1
        answer = Answer(self)
        self._answers[self._count] = answer
        self._queue.put((self._count, work))
        return answer

    def close(self) -> None:
        """Finish what is at work, then end the thread. What is not told by then is told to nobody: there is nothing left to read."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        read = Read(self._folder, self._key)
        try:
            while (item := self._queue.get()) is not None:
                number, work = item
                try:
                    self._settled.emit((number, work(read), None))
                except Exception as error:  # noqa: BLE001  told to whoever asked
                    self._settled.emit((number, None, trouble_in(error) or error))
        finally:
            read.close()

    def _on_settled(self, told: tuple[int, Any, Trouble | Exception | None]) -> None:
        number, result, error = told
        answer = self._answers.pop(number)
        if self._closed:
            return
        if error is None:
            answer.done.emit(result)
        else:
            log.error("a background read failed", exc_info=error)
            answer.failed.emit(error)
        answer.deleteLater()

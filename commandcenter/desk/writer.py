"""The writer thread: one queue, one engine, group commits. Plain values cross the thread, nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue

from commandcenter.desk.engine import Done, Engine, Outcome, Request
from commandcenter.journal.journal import Changes

GROUP = 64
"""How many waiting commands are committed together at the most."""


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[Engine], object]
    future: Future[object]


@dataclass(frozen=True, slots=True)
class _Item:
    request: Request
    future: Future[Outcome]


class Writer:
    """Owns the engine and its thread. ``on_changes`` is called in the writer thread after each commit."""

    def __init__(
        self, engine: Engine, on_changes: Callable[[Changes], None], on_crash: Callable[[BaseException], None]
    ):
        self._engine = engine
        self._on_changes = on_changes
        self._on_crash = on_crash
        self._queue: SimpleQueue[_Item | _Task | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a command. The future's callbacks run in the writer thread."""
        future: Future[Outcome] = Future()
        self._queue.put(_Item(request, future))
        return future

    def run(self, work: Callable[[Engine], object]) -> Future[object]:
        """Run something that needs the writing connection, between commands."""
        future: Future[object] = Future()
        self._queue.put(_Task(work, future))
        return future

    def stop(self) -> None:
        """Finish what is queued, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while True:
            first = self._queue.get()
            if first is None:
                return
            if isinstance(first, _Task):
                self._do(first)
                continue
            items, rest = self._group(first)
            self._execute(items)
            for item in rest:
                if item is None:
                    return
                self._do(item)

    def _group(self, first: _Item) -> tuple[list[_Item], list[_Task | None]]:
        """What waits behind ``first`` and can be committed with it; stops at anything that is no command."""
        items = [first]
        while len(items) < GROUP and not self._queue.empty():
            following = self._queue.get()
            if not isinstance(following, _Item):
                return items, [following]
            items.append(following)
        return items, []

    def _execute(self, items: list[_Item]) -> None:
        try:
            outcomes = self._engine.execute_all([item.request for item in items])
        except Exception as error:  # noqa: BLE001  our fault: told to the crash report, and each sender is answered
            if len(items) > 1:  # one of them; the others are not to suffer for it
                for item in items:
                    self._execute([item])
                return
            self._on_crash(error)
            items[0].future.set_exception(error)
            return
        changes = next((outcome.changes for outcome in outcomes if isinstance(outcome, Done)), None)
        if changes is not None and changes.subjects:  # before the answers: who has his must not find screens of before
            self._on_changes(changes)
        for item, outcome in zip(items, outcomes, strict=True):
            item.future.set_result(outcome)

    def _do(self, task: _Task) -> None:
        try:
            task.future.set_result(task.work(self._engine))
        except Exception as error:  # noqa: BLE001  handed to whoever asked
            task.future.set_exception(error)

"""One act on many cases: foreseen without writing anything, then carried out command by command, both with progress.

Foreseeing happens in the writer's thread, between commands, so it sees what carrying out would see; in portions, so nobody who
presses a key meanwhile waits for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from commandcenter.desk.engine import Engine, Foreseen, Outcome
from commandcenter.domain.command import Command

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk, Ticket
    from commandcenter.desk.writer import Writer

PORTION = 16
"""Commands foreseen in one go of the writer, and commands on their way at a time."""


class Foresight(QObject):
    """What would come of commands. ``told`` gives all answers in order, once; ``failed`` what went wrong instead."""

    progressed = Signal(int, int)
    told = Signal(object)
    failed = Signal(object)

    _settled = Signal(object)

    def __init__(self, writer: Writer, commands: Sequence[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._commands = tuple(commands)
        self._answers: list[Foreseen] = []
        self._dropped = False
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self._next()

    def drop(self) -> None:
        """Nobody wants the answer any more."""
        self._dropped = True

    def _next(self) -> None:
        portion = self._commands[len(self._answers) : len(self._answers) + PORTION]

        def work(engine: Engine) -> list[Foreseen]:
            return engine.foresee(portion)

        self._writer.run(work).add_done_callback(self._in_writer())

    def _in_writer(self) -> Callable[[Future[object]], None]:
        def settle(future: Future[object]) -> None:
            error = future.exception()
            self._settled.emit(error if error is not None else future.result())

        return settle

    def _on_settled(self, told: list[Foreseen] | BaseException) -> None:
        if self._dropped:
            self.deleteLater()
            return
        if isinstance(told, BaseException):
            self.failed.emit(told)
            self.deleteLater()
            return
        self._answers += told
        self.progressed.emit(len(self._answers), len(self._commands))
        if len(self._answers) < len(self._commands):
            self._next()
            return
        self.told.emit(self._answers)
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class Carried:
    """A command that was sent, and its answer; None when it was stopped before."""

    command: Command
    outcome: Outcome | None = None


class BulkRun(QObject):
    """Carries commands out one by one. ``finished`` gives what became of each, in their order."""

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, desk: Desk, commands: Sequence[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._commands = tuple(commands)
        self._outcomes: dict[int, Outcome] = {}
        self._sent = 0
        self._waiting: dict[str, int] = {}
        self._stopped = False
        for _ in range(min(PORTION, len(self._commands))):
            self._send()

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._stopped

    def stop(self) -> None:
        """Send nothing more; what is on its way is answered."""
        self._stopped = True

    def _send(self) -> None:
        place, self._sent = self._sent, self._sent + 1
        ticket = self._desk.submit(self._commands[place])
        self._waiting[ticket.request.id] = place
        ticket.done.connect(self._on_settled)
        ticket.refused.connect(self._on_settled)
        ticket.failed.connect(self._on_settled)

    def _on_settled(self, outcome: Outcome) -> None:
        ticket: Ticket = self.sender()  # type: ignore[assignment]
        self._outcomes[self._waiting.pop(ticket.request.id)] = outcome
        self.progressed.emit(len(self._outcomes), len(self._commands))
        if self._sent < len(self._commands) and not self._stopped:
            self._send()
        elif not self._waiting:
            self.finished.emit(
                [Carried(command, self._outcomes.get(place)) for place, command in enumerate(self._commands)]
            )
            self.deleteLater()

"""One tick a second: every clock on screen moves, and what is due and not yet raised is raised.

Raising waits after the wall clock jumped, so that a sleep or a corrected clock does not fire old alarms; what is long
stale is recorded as expired (DESIGN 7).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.desk.clock import JUMP_MS, Clock
from commandcenter.domain.command import Command

CALM_MS = 30_000
MOST_AT_ONCE = 100


class Ticker(QObject):
    """Emits ``ticked(now)`` each second and ``jumped(delta)`` when the wall clock jumped."""

    ticked = Signal(object)
    jumped = Signal(object)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._offset = clock.now() - clock.steady()
        self._calm_until = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to tick."""
        self._timer.start()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def tick(self) -> None:
        """One second has passed."""
        now, steady = self._clock.now(), self._clock.steady()
        delta = now - steady - self._offset
        if abs(delta) > JUMP_MS:
            self._offset = now - steady
            self._calm_until = steady + CALM_MS
            self.jumped.emit(delta)
        self.ticked.emit(now)

    @property
    def calm(self) -> bool:
        """Whether raising waits after a jump."""
        return self._clock.steady() < self._calm_until


def raising(due: list[tuple[str, str, str, int]], on_duty: str = "", main: str = "") -> list[tuple[str, Command]]:
    """The commands, with deterministic ids, that raise thresholds: many desks raising the same one make one.

    ``on_duty`` and ``main`` are the leaders of now (person ids), before whom orders are brought.
    """
    from commandcenter.domain.deadline import ESCALATION
    from commandcenter.domain.deadline_acts import RaiseDeadline
    from commandcenter.domain.escalation_acts import EscalateCase

    found: list[tuple[str, Command]] = []
    for subject, clock, threshold, at in due[:MOST_AT_ONCE]:
        if clock.startswith(ESCALATION):
            command: Command = EscalateCase(
                subject=subject, clock=clock, on_duty=on_duty, main=main, happened_at=at, channel="system"
            )
        else:
            command = RaiseDeadline(subject=subject, clock=clock, threshold=threshold, happened_at=at, channel="system")
        found.append((f"raise:{subject}:{clock}:{threshold}", command))
    return found


def escalates(due: list[tuple[str, str, str, int]]) -> bool:
    """Whether an order is to be brought before a leader."""
    from commandcenter.domain.deadline import ESCALATION

    return any(clock.startswith(ESCALATION) for _, clock, _, _ in due[:MOST_AT_ONCE])

"""What could not be saved: kept as it was sent, said in the strip, sent again under its own id or given up by a person."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.desk import Desk, Ticket
from commandcenter.desk.engine import NotSaved, Request
from commandcenter.ui.parts.screen import Services
from commandcenter.ui.shell.toasts import Strip
from commandcenter.ui.wording import trouble


class Unsaved(QObject):
    """Keeps the commands that were acknowledged by nobody. ``changed`` when their number is another."""

    changed = Signal()

    def __init__(self, desk: Desk, services: Services, strip: Strip, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._services, self._strip = desk, services, strip
        self._waiting: list[Request] = []
        desk.not_saved.connect(self._on_not_saved)
        strip.pressed.connect(self._on_pressed)

    @property
    def count(self) -> int:
        """How many commands wait."""
        return len(self._waiting)

    def take_over(self, other: Unsaved) -> None:
        """Go on with what waits in another window."""
        self._waiting = other._waiting
        if self._waiting:
            self._say("")

    def _on_not_saved(self, ticket: Ticket) -> None:
        self._waiting.append(ticket.request)
        outcome = ticket.outcome
        if isinstance(outcome, NotSaved):
            self._services.trouble.emit(outcome)
            self._say(trouble(outcome.code, outcome.facts))

    def _say(self, why: str) -> None:
        words = self.tr("Not saved ({n}): {why}").format(n=self.count, why=why).rstrip(":： ")
        self._strip.say(words, ("retry", self.tr("Retry")), ("drop", self.tr("Give up")))
        self.changed.emit()

    def _on_pressed(self, name: str) -> None:
        if name not in ("close", "retry", "drop"):
            return  # a button of somebody else
        self._strip.hide()
        if name == "close":  # something else was said over it
            if self._waiting:
                self._say("")
            return
        waiting, self._waiting = self._waiting, []
        self.changed.emit()
        if name == "retry":
            for request in waiting:
                self._desk.again(request)

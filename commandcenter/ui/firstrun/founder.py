"""Founds the office: prepared in the background, written by the desk, one founding at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import NotSaved, RefusedBy
from commandcenter.domain.office import FoundOffice
from commandcenter.ui.firstrun.beginning import Choice, founding
from commandcenter.ui.wording import refusal, trouble

translate = QCoreApplication.translate


class Founder(QObject):
    """``told`` says how far it is, ``failed`` why there is no office and that everything can be chosen again.

    That there is one is told by the desk, as every change is.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.busy = False
        self.sent = False

    def found(self, choice: Choice) -> None:
        """Found what was chosen; nothing happens while another founding is under way."""
        if self.busy:
            return
        self.busy = True
        self.told.emit(translate("FirstRun", "The office is being prepared …"))
        answer = self._desk.ask(founding(choice, self._desk.clock.now(), self._desk.new_id))
        answer.done.connect(self._on_prepared)
        answer.failed.connect(self._on_trouble)

    def _on_prepared(self, command: FoundOffice) -> None:
        self.sent = True
        self.told.emit(translate("FirstRun", "The office is being written …"))
        ticket = self._desk.submit(command)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_not_saved)

    def _on_refused(self, refused: RefusedBy) -> None:
        self._let_go(refusal(refused.code, refused.facts, self._desk.reference.unit_name))

    def _on_not_saved(self, not_saved: NotSaved) -> None:
        """Nothing was written. The window's strip can send the same once more; here everything can be changed again."""
        self._let_go(trouble(not_saved.code, not_saved.facts))

    def _on_trouble(self, error: object) -> None:
        self._let_go(trouble_words(error))

    def _let_go(self, words: str) -> None:
        self.busy = False
        self.failed.emit(words)


def trouble_words(error: object) -> str:
    """The sentence for what went wrong in the background."""
    return trouble(getattr(error, "code", "crashed"), getattr(error, "facts", {"detail": type(error).__name__}))

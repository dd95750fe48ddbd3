"""Calling from a call list: a key for each outcome, and the mark goes to whom to call next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from commandcenter.domain.call_list import CallList
from commandcenter.domain.call_list_acts import CloseCallList, ReopenCallList, TickCall, UntickCall
from commandcenter.ui.organisation.detail import Line
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.listpanel import ListPanel


class Calling(QObject):
    """Ticks the lines of the list that is shown; ``shown`` is None while no call list is."""

    def __init__(self, acting: Acting, lines: ListPanel) -> None:
        super().__init__(lines)
        self._acting = acting
        self._lines = lines
        self.shown: CallList | None = None

    @property
    def line(self) -> Line | None:
        """The line with the mark."""
        found: Line | None = self._lines.row
        return found

    def running(self) -> bool:
        """Whether there is somebody to tick."""
        return self.shown is not None and self.shown.closed_at is None and self.line is not None

    def reached(self) -> None:
        """Space: they were reached."""
        self._tick("reached")

    def no_answer(self) -> None:
        """X: nobody answered."""
        self._tick("no_answer")

    def wrong(self) -> None:
        """W: somebody else answered."""
        self._tick("wrong")

    def _tick(self, result: str) -> None:
        if self.shown is not None and self.line is not None:
            self._acting.send(TickCall(call_list=self.shown.id, person=self.line.person, result=result))
            self._lines.view.go(self._lines.view.place + 1)

    def untick(self) -> None:
        """Backspace: the last call of that person is taken back."""
        if self.shown is not None and self.line is not None:
            self._acting.send(UntickCall(call_list=self.shown.id, person=self.line.person))

    def close_list(self) -> None:
        """Nobody is called from it any more; once more opens it again."""
        if self.shown is None:
            return
        if self.shown.closed_at is None:
            self._acting.send(CloseCallList(call_list=self.shown.id), self.tr("The list is closed."))
        else:
            self._acting.send(ReopenCallList(call_list=self.shown.id), self.tr("The list is open again."))

    def to_next(self) -> None:
        """Put the mark on whom to call next."""
        place = self._lines.model.place_of(f"line|{self.shown.next_person()}") if self.shown is not None else -1
        if place >= 0:
            self._lines.view.go(place)

"""Ctrl+F9: something real happened. Every drill that runs is over at once; one toast says what happened and takes it back."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Batch
from commandcenter.domain.event import DRILL
from commandcenter.ui.parts.screen import Services, Toast

RESUME = "drill.resume"


class DrillEnd(QObject):
    """Ends drills that were blown in the console, wherever their board is. It asks nothing: the entry is undone by an entry."""

    def __init__(self, desk: Desk, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, services
        self._ended: list[str] = []
        self._said = ""
        services.undo.connect(self._on_undo)

    def end_all(self, but: Collection[str] = ()) -> int:
        """End every running drill except those whose whistle is in ``but``; returns how many."""
        from commandcenter.domain.whistle_acts import EndDrill

        running = [row for row in self._desk.read.incidents.running() if row.state.mode == DRILL]
        rows = [row for row in running if row.state.id not in but]
        if not rows:
            return 0
        self._ended = [row.state.id for row in rows]
        numbers = "、".join(row.state.number for row in rows)
        units = sum(row.units - row.closed for row in rows)
        self._said = self.tr("Drill {numbers} is over. Tell its {n} departments: 演练终止，真实情况").format(
            numbers=numbers, n=units
        )
        ticket = self._desk.submit(
            Batch(commands=tuple(EndDrill(whistle=one, reason="real_event") for one in self._ended))
        )
        ticket.done.connect(self._on_ended)
        ticket.refused.connect(self._services.refused)
        return len(rows)

    def _on_ended(self, _done: object) -> None:
        self._services.toast.emit(
            Toast(self._said, kind="warn", action=RESUME, action_word=self.tr("go on with the drill"), seconds=10)
        )

    def _on_undo(self, name: str) -> None:
        """The key was pressed by mistake: the drills go on as they were."""
        if name != RESUME or not self._ended:
            return
        from commandcenter.domain.whistle_more_acts import ResumeDrill

        commands = tuple(ResumeDrill(whistle=one) for one in self._ended)
        self._ended = []
        self._desk.submit(Batch(commands=commands)).refused.connect(self._services.refused)

"""Ctrl+F9: something real happened. Every drill that runs is over at once; one toast says what happened and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Batch
from commandcenter.domain.event import DRILL
from commandcenter.ui.parts.overlay import Overlay
from commandcenter.ui.parts.screen import Services, Toast
from commandcenter.ui.shell.toasts import Strip

RESUME = "drill.resume"
COPY, CLOSE = "copy_stop", "close"
COPY_KEYS = "Ctrl+Shift+C"
SHOWN_MS = 120_000
"""How long the text to read out stays when nobody closes it: it stands above the real incident."""


class DrillEnd(QObject):
    """Ends drills wherever they are shown: those that are conducted, and those blown in the console alone. It asks nothing;
    what was blown in the console alone goes on when the toast is pressed, by an entry that undoes the entry.
    """

    def __init__(self, desk: Desk, services: Services, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._services, self._strip = desk, services, strip
        self._ended: list[str] = []
        self._said = self._stop_words = ""
        services.undo.connect(self._on_undo)
        strip.pressed.connect(self._on_strip)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)
        self._window = parent
        self._copying = QShortcut(QKeySequence(COPY_KEYS), parent)
        self._copying.activated.connect(self.copy)
        self._closing = QShortcut(QKeySequence("Esc"), parent)
        self._closing.activated.connect(self._on_escape)
        for shortcut in (self._copying, self._closing):
            shortcut.setEnabled(False)

    def end_all(self) -> None:
        """End every drill that runs; the text to read out to all who take part is offered."""
        conducted = list(self._desk.conductor.live)
        if conducted:
            self._desk.conductor.terminate(self.tr("real event"))
            self._offer(conducted[-1].name)
        led = {run.parent for run in conducted}
        running = [row for row in self._desk.read.incidents.running() if row.state.mode == DRILL]
        rows = [row for row in running if row.state.id not in led]
        if not rows:
            return
        from commandcenter.domain.whistle_acts import EndDrill

        if not conducted:
            self._offer(rows[0].state.title or rows[0].state.number)
        self._ended = [row.state.id for row in rows]
        self._said = self.tr("Drill {numbers} is over, departments to be told: {n}").format(
            numbers="、".join(row.state.number for row in rows), n=sum(row.units - row.closed for row in rows)
        )
        ends = tuple(EndDrill(whistle=one, reason="real_event") for one in self._ended)
        ticket = self._desk.submit(Batch(commands=ends))
        ticket.done.connect(self._on_ended)
        ticket.refused.connect(self._services.refused)

    def _offer(self, name: str) -> None:
        from commandcenter.domain.drill import stop_words

        self._stop_words = stop_words(name)
        self._strip.say(
            self._stop_words, (COPY, self.tr("Copy")), (CLOSE, self.tr("Close")), keys=("Ctrl Shift C", "Esc")
        )
        self._timer.start(SHOWN_MS)
        self._listen(True)

    def _listen(self, on: bool) -> None:
        """Its keys are its own only while it is shown."""
        self._copying.setEnabled(on)
        self._closing.setEnabled(on)
        if not on:
            self._timer.stop()

    @property
    def offering(self) -> bool:
        """Whether the text to read out stands in the strip now; what could not be saved may have taken its place."""
        return not self._strip.isHidden() and self._strip.names[0] == COPY

    def close(self) -> bool:
        """Take the text away: by Esc, F8, its button, or when two minutes are over; whether it was there."""
        self._listen(False)
        if not self.offering:
            return False
        self._strip.pressed.emit(CLOSE)
        return True

    def copy(self) -> None:
        """Put the text on the clipboard and take it away."""
        if self.offering:
            QGuiApplication.clipboard().setText(self._stop_words)
            self.close()

    def _on_strip(self, name: str) -> None:
        if name == COPY:
            self.copy()
        else:
            self._listen(False)

    def _on_escape(self) -> None:
        """Esc closes what lies on top: a sheet that has the keyboard first, then the text."""
        focus: QWidget | None = self._window.focusWidget()
        while focus is not None and not isinstance(focus, Overlay):
            focus = focus.parentWidget()
        if focus is not None:
            focus.dismiss()
        else:
            self.close()

    def _on_ended(self, _done: object) -> None:
        word = self.tr("go on with the drill")
        self._services.toast.emit(Toast(self._said, kind="warn", action=RESUME, action_word=word, seconds=10))

    def _on_undo(self, name: str) -> None:
        """The key was pressed by mistake: the drills go on as they were."""
        if name != RESUME or not self._ended:
            return
        from commandcenter.domain.whistle_more_acts import ResumeDrill

        commands = tuple(ResumeDrill(whistle=one) for one in self._ended)
        self._ended = []
        self.close()
        self._desk.submit(Batch(commands=commands)).refused.connect(self._services.refused)

"""The controls of the scene clock: pause, next, jump, speed - and the line of injects with the pointer of now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import scene_at, speed_of
from commandcenter.ui.exercise.faces import ScriptRow
from commandcenter.ui.exercise.painters import script_spoken
from commandcenter.ui.parts.basic import Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.injectline import InjectLine, InjectMark
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SPEEDS = (1, 2, 4, 8)
_MARKS = {"now": "now", "seen": "past", "missed": "past"}


class Control(Panel):
    """``acted`` emits play, next or jump; ``sped`` a speed."""

    acted = Signal(str)
    sped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self.play = Button(look, "", key="Space", icon="pause", kind="primary", small=True)
        self.jump = Button(look, translate("Exercise", "to the next"), key="F", icon="skip-forward", small=True)
        self.next = Button(look, translate("Exercise", "give the next"), key="N", kind="ghost", small=True)
        self.speeds = SegTabs(look, [f"{speed}×" for speed in SPEEDS])
        self.speeds.setAccessibleName(translate("Exercise", "Speed"))
        self.note = Label(look, "", "caption", "3")
        self.line = InjectLine(look)
        self.play.clicked.connect(self._play)
        self.jump.clicked.connect(self._jump)
        self.next.clicked.connect(self._next)
        self.speeds.picked.connect(self._speed)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(row(self.play, self.jump, self.next, None, gap=8))
        lines.addLayout(row(self.speeds, self.note, None, gap=10))
        layout = row(left, Line("v"), gap=12, margins=(12, 8, 12, 8))
        layout.addWidget(self.line, 1)
        self.body.addLayout(layout)

    def _play(self) -> None:
        self.acted.emit("play")

    def _jump(self) -> None:
        self.acted.emit("jump")

    def _next(self) -> None:
        self.acted.emit("next")

    def _speed(self, place: int) -> None:
        self.sped.emit(SPEEDS[place])

    def show_run(self, run: DrillRun, rows: list[ScriptRow], now: int) -> None:
        """Bring everything up to date."""
        paused = run.stage == "paused"
        self.play.set_text(translate("Exercise", "Go on") if paused else translate("Exercise", "Pause"))
        self.play.set_icon("play" if paused else "pause")
        speed = speed_of(run)
        place = SPEEDS.index(speed) if speed in SPEEDS else -1
        self.speeds.blockSignals(True)
        self.speeds.pick(place)
        self.speeds.blockSignals(False)
        words = translate("Exercise", "{n}×").format(n=speed) if place < 0 else ""
        slow = translate("Exercise", "back to 1× when somebody calls") if run.solo else ""
        self.note.setText(" · ".join(part for part in (words, slow) if part))
        marks = [
            InjectMark(row.key, row.minute, number, _MARKS.get(row.state, "future"), script_spoken(row))
            for number, row in enumerate(rows, start=1)
        ]
        minutes = scene_at(run, now) / 60_000
        if tuple(marks) != self.line.marks:
            self.line.show_injects(marks, run.length)
        self.line.show_now(min(minutes, max(1, run.length)) if marks else None)

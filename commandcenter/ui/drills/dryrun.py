"""The dry run (走一遍): the script read through with its time, a minute a second, each inject with what comes if it is missed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.drill import MARK, DrillPlan, Inject
from commandcenter.ui.drills.model import short_name
from commandcenter.ui.parts.basic import Label, Line, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.injectline import InjectLine, InjectMark
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import INJECT_CHANNELS, INJECT_TRIGGERS, word

translate = QCoreApplication.translate

MINUTE_MS = 1000
"""How long a minute of the script takes here."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A moment of the script: an inject, or its contingency."""

    minute: int
    inject: Inject
    late: bool = False


def beats_of(plan: DrillPlan) -> list[Beat]:
    """Every inject and every contingency in the order of the minutes; an inject goes before a contingency of that minute."""
    found = [Beat(line.minute, line) for line in plan.injects]
    found += [Beat(line.late_at, line, late=True) for line in plan.injects if line.late_at is not None]
    return sorted(found, key=_order)


def _order(beat: Beat) -> tuple[int, bool]:
    return beat.minute, beat.late


class DryRun(Sheet):
    """Space plays, ← → go from moment to moment, Esc ends. Nothing is sent, nobody is called, nothing is recorded."""

    def __init__(self, look: Look, host: QWidget, plan: DrillPlan, reference: Reference) -> None:
        super().__init__(look, host, translate("DryRun", "Dry run"), width=900)
        self._plan, self._reference = plan, reference
        self.beats = beats_of(plan)
        self.at = 0
        self.minute = self.beats[0].minute if self.beats else 0
        silent = translate("DryRun", "nothing is recorded")
        self.caption.setText(f"{plan.name} · {silent}")
        self.line = InjectLine(look)
        self.clock = Label(look, "", "banner")
        self.how = Label(look, "", "body", "3")
        self.what = Label(look, "", "fact")
        self.expected = Label(look, "", "body", "2")
        self.late = Label(look, "", "body", "amb")
        for label in (self.what, self.expected, self.late):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addLayout(row(self.clock, self.how, None, gap=16))
        words.addWidget(self.what)
        words.addWidget(self.expected)
        words.addWidget(self.late)
        words.addStretch(1)
        self.body.addWidget(self.line)
        self.body.addWidget(Line())
        self.body.addLayout(words, 1)
        self.play_button = Button(look, translate("DryRun", "Play"), key="Space", icon="play")
        self.before_button = Button(look, "", key="←", icon="skip-back")
        self.next_button = Button(look, "", key="→", icon="skip-forward")
        self.play_button.clicked.connect(self.play)
        self.before_button.clicked.connect(self.before)
        self.next_button.clicked.connect(self.following)
        for button in (self.before_button, self.next_button, self.play_button):
            self.add_button(button)
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE_MS)
        self._timer.timeout.connect(self._on_minute)
        self.closed.connect(self._on_closed)
        self._show()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(900), self.look.px(460)

    @property
    def playing(self) -> bool:
        """Whether the minutes run."""
        return self._timer.isActive()

    @property
    def beat(self) -> Beat | None:
        """The moment that is read."""
        return self.beats[self.at] if self.beats else None

    def play(self) -> None:
        """Space: run or stand."""
        if self.playing:
            self._timer.stop()
        elif self.beats:
            if self.at == len(self.beats) - 1 and self.minute >= self.beats[-1].minute:
                self._go(0)
            self._timer.start()
        self._show()

    def before(self) -> None:
        """←."""
        self._go(self.at - 1)

    def following(self) -> None:
        """→."""
        self._go(self.at + 1)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.beats):
            self.at = place
            self.minute = self.beats[place].minute
            self._show()

    def _on_minute(self) -> None:
        self.minute += 1
        while self.at + 1 < len(self.beats) and self.beats[self.at + 1].minute <= self.minute:
            self.at += 1
        if not self.beats or self.minute >= self.beats[-1].minute:
            self._timer.stop()
        self._show()

    def _on_closed(self) -> None:
        self._timer.stop()
        self.deleteLater()

    def _show(self) -> None:
        beat = self.beat
        self.play_button.set_text(translate("DryRun", "Stand") if self.playing else translate("DryRun", "Play"))
        self.play_button.set_icon("pause" if self.playing else "play")
        self.before_button.setEnabled(self.at > 0)
        self.next_button.setEnabled(self.at + 1 < len(self.beats))
        self.play_button.setEnabled(bool(self.beats))
        if beat is None:
            self.what.setText(translate("DryRun", "There is no script yet."))
            return
        self.line.show_injects(self._marks(beat), self.beats[-1].minute)
        self.line.show_now(self.minute)
        self.clock.setText(f"T+{self.minute}′")
        inject = beat.inject
        number = self._plan.injects.index(inject) + 1
        how = [translate("DryRun", "inject {n}").format(n=number), word(INJECT_CHANNELS, inject.channel)]
        how.append(word(INJECT_TRIGGERS, inject.trigger))
        how += [short_name(self._reference, key) for key in inject.who]
        self.how.setText(" · ".join(how))
        if beat.late:
            self.what.setText(MARK + inject.late_text)
            self.expected.setText(translate("DryRun", "Because it was not seen: {words}").format(words=inject.expected))
            self.late.setText("")
            return
        self.what.setText(MARK + (inject.say or inject.text))
        self.expected.setText(translate("DryRun", "Expected: {words}").format(words=inject.expected or "—"))
        if inject.late_at is None:
            self.late.setText(translate("DryRun", "Nothing is written for when it is not done."))
        else:
            words = translate("DryRun", "Not done by T+{minute}′: {words}")
            self.late.setText(words.format(minute=inject.late_at, words=inject.late_text))
        self.setAccessibleDescription(f"{self.clock.text()} {self.what.text()}")

    def _marks(self, beat: Beat) -> list[InjectMark]:
        marks = []
        for number, line in enumerate(self._plan.injects, start=1):
            state = "now" if line is beat.inject else "past" if line.minute <= self.minute else "future"
            marks.append(InjectMark(line.id, line.minute, number, state, f"{line.minute} {line.text}"))
        return marks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.play()
        elif key == Qt.Key.Key_Left:
            self.before()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.following()
        else:
            super().keyPressEvent(event)

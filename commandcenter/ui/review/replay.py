"""The replay: the slider, what stood at the moment it shows, and the lines around it. It plays at four speeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.domain.clock import SECOND
from commandcenter.domain.indicators import answers, arrivals
from commandcenter.domain.replay import Replay
from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.timeline import Timeline, TimelineRow
from commandcenter.ui.review.figures import missing
from commandcenter.ui.review.slider import Mark, ReplaySlider
from commandcenter.ui.theme.look import Look

STEP_MS = 100
SPEEDS = (1, 8, 30, 120)
JUMP_MS = 10 * SECOND


class ReplayPanel(Panel):
    """``moved`` emits milliseconds after the whistle."""

    moved = Signal(int)

    def __init__(self, look: Look, name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self._look, self._name = look, name
        self._whistle = Whistle()
        self._replay = Replay(())
        self._rows: list[TimelineRow] = []
        self._times: list[int] = []
        self._span, self.after = 1, 0
        self._speed = 1
        self._drill = False
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self._build(look)

    def _build(self, look: Look) -> None:
        self.back_button = Button(look, "", icon="skip-back", small=True)
        self.play_button = Button(look, "", icon="play", kind="primary", small=True)
        self.on_button = Button(look, "", icon="skip-forward", small=True)
        self.speed_button = Button(look, "", small=True, kind="ghost")
        self.back_button.setAccessibleName(self.tr("Entry before"))
        self.play_button.setAccessibleName(self.tr("Play or pause"))
        self.on_button.setAccessibleName(self.tr("Entry after"))
        self.back_button.clicked.connect(self.entry_before)
        self.play_button.clicked.connect(self.play)
        self.on_button.clicked.connect(self.entry_after)
        self.speed_button.clicked.connect(self._faster)
        self.time = Label(look, "00:00", "fact")
        self.whole = Label(look, "", "caption", "3")
        head = row(
            Label(look, self.tr("Replay"), "panel"),
            ElidedLabel(look, self.tr("drag the knob: everything goes back to that moment"), "caption", "3"),
            None,
            self.back_button,
            self.play_button,
            self.on_button,
            self.speed_button,
            12,
            self.time,
            self.whole,
            margins=(14, 6, 14, 6),
        )
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.slider = ReplaySlider(look)
        self.slider.sought.connect(self.seek)
        self.body.addWidget(self.slider)
        self.body.addWidget(Line())
        self.answered = Label(look, "", "fact")
        self.arrived = Label(look, "", "fact")
        self.missing = ElidedLabel(look, "", "strong", "1")
        self.clock = Label(look, "", "fact")
        standing = QHBoxLayout()
        standing.setContentsMargins(14, 6, 14, 6)
        standing.setSpacing(28)
        for words, label in (
            (self.tr("Answered by then"), self.answered),
            (self.tr("Arrived by then"), self.arrived),
            (self.tr("Not there"), self.missing),
            (self.tr("Clock"), self.clock),
        ):
            standing.addLayout(
                column(Label(look, words, "caption", "3"), label, gap=0), 1 if label is self.missing else 0
            )
        self.body.addLayout(standing)
        self.body.addWidget(Line())
        self.lines = Timeline(look, self.tr("What happened around then"))
        self.body.addWidget(self.lines, 1)
        self._show_speed()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_incident(
        self,
        whistle: Whistle,
        replay: Replay,
        entries: Sequence[Entry],
        rows: Sequence[TimelineRow],
        marks: Sequence[Mark],
        end: int,
    ) -> None:
        """Show an incident; ``rows`` are the worded lines of (some of) the entries, by the same keys."""
        other = whistle.id != self._whistle.id
        self._whistle, self._replay = whistle, replay
        self._drill = whistle.mode == "drill"
        self._span = max(SECOND, end - whistle.blown_at)
        times = {str(entry.id): entry.at - whistle.blown_at for entry in entries}
        self._rows = list(rows)
        self._times = [times[line.key] for line in rows]
        self.slider.show_incident(self._span, self._times, marks, drill=self._drill)
        self.whole.setText(f"/ {when.span(self._span)}")
        if other:
            self.stop()
            self.after = self._span
        self.seek(min(self.after, self._span))

    def seek(self, after: int) -> None:
        """Show the moment ``after`` milliseconds from the whistle."""
        self.after = max(0, min(after, self._span))
        at = self._whistle.blown_at + self.after
        snapshot = self._replay.at(at)
        called = [state for state in snapshot.report_ins if not state.undone]
        answered, arrived = answers(called), arrivals(called)
        self.answered.setText(f"{answered.part} / {answered.whole}")
        self.arrived.setText(f"{arrived.part} / {arrived.whole}")
        self.missing.setText(missing(called, at, self._name) or self.tr("nobody is waited for"))
        self.clock.setText(when.clock_seconds(at))
        self.time.setText(when.span(self.after))
        self.slider.show_moment(self.after)
        self._show_lines()
        self.moved.emit(self.after)

    def _show_lines(self) -> None:
        past = sum(time <= self.after for time in self._times)
        self.lines.show_rows(self._rows[:past], drill=self._drill)
        self.lines.scrollToBottom()

    # -- moving ----------------------------------------------------------------------------------------------------

    def play(self) -> None:
        """Space: play, or pause. At the end it starts over."""
        if self._timer.isActive():
            self.stop()
            return
        if self.after >= self._span:
            self.seek(0)
        self._timer.start()
        self.play_button.set_icon("pause")

    def stop(self) -> None:
        """Pause."""
        self._timer.stop()
        self.play_button.set_icon("play")

    def jump(self, by: int) -> None:
        """Go so many milliseconds on or back."""
        self.seek(self.after + by)

    def entry_before(self) -> None:
        """The entry before this moment."""
        self.seek(max((time for time in self._times if time < self.after), default=0))

    def entry_after(self) -> None:
        """The entry after this moment."""
        self.seek(min((time for time in self._times if time > self.after), default=self._span))

    def _faster(self) -> None:
        self._speed = (self._speed + 1) % len(SPEEDS)
        self._show_speed()

    def _show_speed(self) -> None:
        self.speed_button.set_text(self.tr("{n} times").format(n=SPEEDS[self._speed]))

    def _step(self) -> None:
        self.seek(self.after + STEP_MS * SPEEDS[self._speed])
        if self.after >= self._span:
            self.stop()

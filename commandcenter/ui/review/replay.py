"""The replay: the slider, how everything stood at the moment it shows, and the lines around it. It plays at six speeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.clock import SECOND
from commandcenter.domain.event import Fact
from commandcenter.domain.indicators import answers, arrivals
from commandcenter.domain.replay import Replay, Snapshot
from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.review.figures import missing
from commandcenter.ui.review.lines import StoryLines
from commandcenter.ui.review.moment import MomentBoard, facts_line, post_line, unit_face
from commandcenter.ui.review.slider import Mark, ReplaySlider
from commandcenter.ui.theme.look import Look

STEP_MS = 50
SPEEDS = (1, 2, 5, 10, 30, 60)
JUMP_MS = 10 * SECOND


LOW = 760
"""A window lower than this shows fewer lines of the story."""
NARROW = 720
"""Below this width the whole length goes: it stands on the slider too."""


class ReplayPanel(Panel):
    """``moved`` emits milliseconds after the whistle."""

    moved = Signal(int)

    def __init__(self, look: Look, name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self._look, self._name = look, name
        self._whistle = Whistle()
        self._facts: Sequence[Fact] = ()
        self._replays: dict[bool, Replay] = {}
        self._times: list[int] = []
        self._span, self.after = 1, 0
        self._speed = 3
        self._drill = False
        self.as_known = False
        self.snapshot: Snapshot | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self._played = QElapsedTimer()
        self._build(look)

    def _build(self, look: Look) -> None:
        self.back_button = Button(look, "", icon="skip-back", small=True)
        self.play_button = Button(look, "", icon="play", kind="primary", small=True)
        self.on_button = Button(look, "", icon="skip-forward", small=True)
        self.speed_button = Button(look, "", key="+ -", small=True, kind="ghost")
        self.known_button = Button(look, self.tr("as it was"), key="B", small=True, kind="ghost")
        self.back_button.setAccessibleName(self.tr("Entry before"))
        self.play_button.setAccessibleName(self.tr("Play or pause"))
        self.on_button.setAccessibleName(self.tr("Entry after"))
        self.back_button.clicked.connect(self.entry_before)
        self.play_button.clicked.connect(self.play)
        self.on_button.clicked.connect(self.entry_after)
        self.speed_button.clicked.connect(self._next_speed)
        self.known_button.clicked.connect(self.change_view)
        self.time = Label(look, "00:00", "fact")
        self.whole = Label(look, "", "caption", "3")
        self._hint = ElidedLabel(
            look, self.tr("drag the knob: board, post, facts and story go to that moment"), "caption", "3"
        )
        head = row(
            Label(look, self.tr("Replay"), "panel"),
            self._hint,
            self.known_button,
            self.back_button,
            self.play_button,
            self.on_button,
            self.speed_button,
            8,
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
        self.body.addLayout(self._build_figures(look))
        self.body.addWidget(Line())
        self.board = MomentBoard(look)
        self.board.setAccessibleName(self.tr("The departments at that moment"))
        self.lines = StoryLines(look, self.tr("What happened around then"))
        self.lines.setMinimumHeight(look.px(96))
        self._below = QHBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(self.board, 54)
        self._below.addWidget(Line("v"))
        self._below.addWidget(self.lines, 46)
        self.body.addLayout(self._below, 1)
        self._show_speed()

    def _build_figures(self, look: Look) -> QVBoxLayout:
        self.answered = Label(look, "", "fact")
        self.arrived = Label(look, "", "fact")
        self.missing = ElidedLabel(look, "", "strong", "1")
        self.clock = Label(look, "", "fact")
        standing = QHBoxLayout()
        self._pairs: list[QBoxLayout] = []
        standing.setContentsMargins(14, 6, 14, 2)
        standing.setSpacing(28)
        for words, label in (
            (self.tr("Answered by then"), self.answered),
            (self.tr("Arrived by then"), self.arrived),
            (self.tr("Not there"), self.missing),
            (self.tr("Clock"), self.clock),
        ):
            caption = Label(look, words, "caption", "3")
            pair = column(caption, label, gap=0)
            self._pairs.append(pair)
            standing.addLayout(pair, 1 if label is self.missing else 0)
        self.facts = ElidedLabel(look, "", "caption", "1")
        self.post = ElidedLabel(look, "", "caption", "2")
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addLayout(standing)
        both.addLayout(row(self.facts, self.post, gap=28, margins=(14, 0, 14, 6)))
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.whole.setVisible(self.width() >= self._look.px(NARROW))
        low = self.window().height() < self._look.px(LOW)
        self.lines.setMinimumHeight(self._look.px(44 if low else 96))
        for pair in self._pairs:  # the word beside its figure, not above it
            pair.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
            pair.setSpacing(6 if low else 0)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_incident(
        self,
        whistle: Whistle,
        facts: Sequence[Fact],
        entries: Sequence[Entry],
        rows: Sequence[TimelineRow],
        marks: Sequence[Mark],
        end: int,
    ) -> None:
        """Show an incident; ``rows`` are the worded lines of (some of) the entries, by the same keys."""
        other = whistle.id != self._whistle.id
        self._whistle, self._facts, self._replays = whistle, facts, {}
        self._drill = whistle.mode == "drill"
        self._span = max(SECOND, end - whistle.blown_at)
        times = {str(entry.id): entry.at - whistle.blown_at for entry in entries}
        self._times = [times[line.key] for line in rows]
        self.lines.show_story(rows, self._times, drill=self._drill)
        self.slider.show_incident(self._span, self._times, marks, drill=self._drill)
        self.whole.setText(f"/ {when.span(self._span)}")
        if other:
            self.stop()
            self.after = self._span
        self.seek(min(self.after, self._span))

    def _replay(self) -> Replay:
        if self.as_known not in self._replays:
            self._replays[self.as_known] = Replay(self._facts, known=self.as_known)
        return self._replays[self.as_known]

    def seek(self, after: int) -> None:
        """Show the moment ``after`` milliseconds from the whistle."""
        self.after = max(0, min(after, self._span))
        at = self._whistle.blown_at + self.after
        snapshot = self.snapshot = self._replay().at(at)
        called = [state for state in snapshot.report_ins if not state.undone]
        answered, arrived = answers(called), arrivals(called)
        self.answered.setText(f"{answered.part} / {answered.whole}")
        self.arrived.setText(f"{arrived.part} / {arrived.whole}")
        self.missing.setText(missing(called, at, self._name) or self.tr("nobody is waited for"))
        self.clock.setText(when.clock_seconds(at))
        self.time.setText(when.span(self.after))
        self.facts.setText(facts_line(snapshot))
        self.post.setText(post_line(snapshot))
        self.board.show_faces([unit_face(state, self._name(state.unit), at) for state in called], drill=self._drill)
        self.slider.show_moment(self.after)
        self.lines.show_moment(self.after)
        self.moved.emit(self.after)

    # -- moving ----------------------------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    @property
    def speed(self) -> int:
        """How many times faster than it was."""
        return SPEEDS[self._speed]

    def play(self) -> None:
        """Space: play, or pause. At the end it starts over."""
        if self.playing:
            self.stop()
            return
        if self.after >= self._span:
            self.seek(0)
        self._played.start()
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

    def start(self) -> None:
        """Shift+Home: the whistle."""
        self.seek(0)

    def end(self) -> None:
        """Shift+End: how it stands last."""
        self.seek(self._span)

    def faster(self) -> None:
        """+."""
        self._set_speed(self._speed + 1)

    def slower(self) -> None:
        """-."""
        self._set_speed(self._speed - 1)

    def _next_speed(self) -> None:
        self._set_speed((self._speed + 1) % len(SPEEDS))

    def _set_speed(self, place: int) -> None:
        self._speed = max(0, min(place, len(SPEEDS) - 1))
        self._show_speed()

    def _show_speed(self) -> None:
        self.speed_button.set_text(self.tr("{n} times").format(n=self.speed))

    def change_view(self) -> None:
        """B: as it was, or as the desk knew it then."""
        self.as_known = not self.as_known
        self.known_button.set_text(self.tr("as known then") if self.as_known else self.tr("as it was"))
        self.known_button.set_kind("warn" if self.as_known else "ghost")
        self.seek(self.after)

    def _step(self) -> None:
        gone = self._played.restart()
        self.seek(self.after + gone * self.speed)
        if self.after >= self._span:
            self.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

"""A job at work: how far it is, since when, and how to stop it. The window stays free for everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from commandcenter.ui import when
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.words import number
from commandcenter.ui.parts.basic import Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.screen import Context, Hints


class WorkPage(Page):
    """What is going on. ``stop`` is the button; whoever starts the work connects it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self._started = 0
        self._at = (0, 0)
        self.stopping = False
        panel = Panel(look)
        panel.setFixedWidth(look.px(760))
        self.picture = QLabel()
        self.picture.setPixmap(look.icon("hourglass", "acc", look.px(26)))
        self.words = Label(look, "", "screen")
        self.count = Label(look, "", "kpi")
        self.behind = Label(look, "", "body", "2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.times = Label(look, "", "body", "2")
        self.facts = Facts(look)
        self.stop = Button(look, self.tr("Stop"), key="Esc", icon="circle-stop")
        figures = row(self.count, self.behind, None, gap=12)
        figures.setAlignment(self.behind, Qt.AlignmentFlag.AlignBottom)
        lines = column(gap=12, margins=(24, 22, 24, 22))
        lines.addLayout(row(self.picture, self.words, None, gap=12))
        lines.addLayout(figures)
        lines.addWidget(self.bar)
        lines.addWidget(self.times)
        lines.addSpacing(6)
        lines.addWidget(self.facts)
        lines.addLayout(row(None, self.stop))
        panel.body.addLayout(lines)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(panel)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)

    def begin(self, words: str, now: int, *, writes: bool) -> None:
        """A job begins. ``writes``: whether it changes the data."""
        self._started, self._at, self.stopping = now, (0, 0), False
        self.words.setText(words)
        self.stop.setEnabled(True)
        self.stop.set_text(self.tr("Stop"))
        if writes:
            self.facts.say(
                ("siren", self.tr("F9 and every other key go on working; you may leave this screen.")),
                ("circle-pause", self.tr("Stopping keeps what is in; the rest can be brought in later.")),
            )
        else:
            self.facts.say(("lock", self.tr("The file is only read; nothing is written.")))
        self.show_progress((0, 0))
        self.tick(now)

    def show_progress(self, at: tuple[int, int]) -> None:
        """So many rows of so many are done; (0, 0) is not known yet."""
        self._at = at
        done, total = at
        known = total > 1
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(min(done, total) if known else 0)
        self.count.setText(number(done) if known else "…")
        self.behind.setText(self.tr("of {n} rows").format(n=number(total)) if known else self.tr("reading the file"))
        self.bar.setAccessibleName(f"{done}/{total}")

    def show_stopping(self) -> None:
        """Stop was pressed; the block that is being written is finished first."""
        self.stopping = True
        self.stop.setEnabled(False)
        self.stop.set_text(self.tr("Stopping …"))

    def tick(self, now: int) -> None:
        """A second has passed."""
        done, total = self._at
        spent = max(0, now - self._started)
        words = self.tr("for {span}").format(span=when.span(spent))
        if total > 1 and done * 20 > total and spent > 3000:
            left = spent * (total - done) // done
            words = self.tr("{words} · about {span} left").format(words=words, span=when.rough(left))
        self.times.setText(words)

    def focus_first(self) -> None:
        self.stop.setFocus()

    def hints(self) -> Hints:
        return (("Esc", self.tr("stop")),)

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {}

"""The limit that is chosen: its value and range, what goes by it, its history, and what it would have changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.rates import Rate
from commandcenter.domain.record import Record
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel, clear, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, Form
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.settings.limit_model import LimitRow, basis_word, figure, range_words, unit_word, use_words
from commandcenter.ui.theme.look import Look

ROOM_FOR_ALL = 760
"""The height in pixels at 100 % from which every panel has its room while a change is being entered."""


class LimitSide(QWidget):
    """The right of the limits. ``saved`` asks to save the draft with what stands in the form, ``dropped`` to forget it."""

    saved = Signal()
    dropped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._build_this())
        layout.addWidget(self._build_history(), 3)
        layout.addWidget(self._build_trial())
        layout.addWidget(self._build_uses())
        self.show_draft(None)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_this(self) -> Panel:
        look = self._look
        self.this = Panel(look, self.tr("This limit"), "")
        body = QVBoxLayout()
        body.setContentsMargins(14, 10, 14, 12)
        body.setSpacing(6)
        self.name = Label(look, "", "tile")
        self.key = ElidedLabel(look, "", "caption", "3")
        body.addLayout(row(self.name, self.key, gap=8))
        self.value = Label(look, "", "fact")
        self.unit = ElidedLabel(look, "", "body", "2")
        body.addLayout(row(self.value, self.unit, gap=8))
        self.range = ElidedLabel(look, "", "caption", "3")
        body.addWidget(self.range)
        self.facts = QVBoxLayout()
        self.facts.setSpacing(4)
        body.addLayout(self.facts)
        self.form = Form(
            look,
            [
                Field(
                    "basis",
                    self.tr("Basis"),
                    kind="choice",
                    choices=[(basis, basis_word(basis)) for basis in ("office", "verified", "unverified")],
                ),
                Field("source", self.tr("Source")),
                Field("reason", self.tr("Why it changes"), wide=True, required=True),
            ],
        )
        body.addWidget(self.form)
        self.problem = Label(look, "", "caption", "amb")
        self.problem.setWordWrap(True)
        body.addWidget(self.problem)
        self.drop_button = Button(look, self.tr("Leave it"), key="Esc", small=True)
        self.save_button = Button(look, self.tr("Save"), key="Ctrl Enter", kind="primary", small=True)
        self.drop_button.clicked.connect(self.dropped)
        self.save_button.clicked.connect(self.saved)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.saved)
        self._buttons = QWidget()
        self._buttons.setLayout(row(None, self.drop_button, self.save_button))
        body.addWidget(self._buttons)
        self.this.body.addLayout(body)
        return self.this

    def _build_history(self) -> Panel:
        self.history_panel = Panel(self._look, self.tr("History"), self.tr("only added to, never deleted"), head=40)
        self.history = HistoryView(self._look, self.tr("History"))
        self.history_panel.body.addWidget(self.history, 1)
        return self.history_panel

    def _build_trial(self) -> Panel:
        look = self._look
        self.trial = Panel(look, self.tr("What it would have changed"), self.tr("recorded in 90 days"), head=40)
        grid = QGridLayout()
        grid.setContentsMargins(14, 8, 14, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        self._trial: list[tuple[Label, Label, Label]] = []
        for line in range(2):
            words, counts, share = Label(look, "", "body", "2"), Label(look, "", "body", "2"), Label(look, "", "strong")
            counts.setAlignment(Qt.AlignmentFlag.AlignRight)
            share.setAlignment(Qt.AlignmentFlag.AlignRight)
            for place, label in enumerate((words, counts, share)):
                grid.addWidget(label, line, place)
            self._trial.append((words, counts, share))
        grid.setColumnStretch(0, 1)
        self.trial.body.addLayout(grid)
        self.trial_note = Label(look, "", "caption", "3")
        self.trial_note.setWordWrap(True)
        self.trial_note.setContentsMargins(14, 0, 14, 10)
        self.trial.body.addWidget(self.trial_note)
        return self.trial

    def _build_uses(self) -> Panel:
        self.uses = Panel(self._look, self.tr("What goes by it"), "", head=40)
        self.use = Label(self._look, "", "body", "2")
        self.use.setWordWrap(True)
        self.use.setContentsMargins(14, 8, 14, 10)
        self.uses.body.addWidget(self.use)
        return self.uses

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_limit(self, shown: LimitRow, record: Record, facts: Sequence[tuple[str, str]]) -> None:
        """Show a limit; ``facts`` are (icon, words) lines about how far it reaches."""
        self.name.setText(shown.name)
        self.key.setText(shown.key)
        value, unit = shown.draft or (shown.value, shown.unit)
        self.value.setText(figure(value))
        self.value.set_tone("acc" if shown.draft else "1")
        words = unit_word(unit)
        if shown.draft:
            words += "  " + self.tr("now {old}").format(old=f"{figure(shown.value)} {unit_word(shown.unit)}")
        self.unit.setText(words)
        allowed = range_words(record, unit)
        parts = [self.tr("between {range}").format(range=allowed)] if allowed else []
        if shown.note:
            parts.append(shown.note)
        self.range.setText(" · ".join(parts))
        clear(self.facts)
        for icon, text in facts:
            mark = Label(self._look)
            size = self._look.px(15)
            mark.setPixmap(self._look.icon(icon, "tx3", size))
            label = Label(self._look, text, "caption", "2")
            label.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            self.facts.addLayout(line)
        use = use_words(shown.key)
        kept = self.tr("Nothing in this version runs by it; it is kept with its source, for people and for later.")
        self.use.setText(use or kept)

    def show_history(self, rows: list[HistoryRow]) -> None:
        """Show the history."""
        self.history.show_rows(rows)

    def show_draft(self, draft: tuple[str, str] | None) -> None:
        """Show the form of a change with (basis, source) to begin with, or hide it."""
        editing = draft is not None
        self.form.setVisible(editing)
        self._buttons.setVisible(editing)
        self._make_room()
        self.say("")
        if draft is not None:
            self.form.set_text("basis", draft[0])
            self.form.set_text("source", draft[1])
            self.form.set_text("reason", "")
            self.form.mark_wrong("")

    def _make_room(self) -> None:
        """In a low window what goes by the limit makes room for the form."""
        low = self.height() < self._look.px(ROOM_FOR_ALL)
        self.uses.setVisible(not (low and not self.form.isHidden()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def say(self, words: str) -> None:
        """Say what is wrong, or take it back."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_trial(self, shown: bool, standing: Rate, trial: Rate, words: str) -> None:
        """Show how many were in time by the limits of their day, and by the value that is being looked at."""
        self.trial.setVisible(shown)
        if not shown:
            return
        empty = not trial.of
        for (label, counts, share), name, rate in zip(
            self._trial, (self.tr("in time by the limits of the day"), words), (standing, trial), strict=True
        ):
            label.setText(name)
            counts.setText(f"{rate.good} / {rate.of}")
            share.setText(f"{rate.percent:.0f} %" if rate.percent is not None and not rate.small else "")
            for one in (label, counts, share):
                one.setVisible(not empty)
        none = self.tr("No report-in of the last 90 days went by this limit, so nothing can be tried.")
        warn = self.tr("Only a trial. A looser limit makes the figures better; nobody comes faster for it.")
        self.trial_note.setText(none if empty else warn)

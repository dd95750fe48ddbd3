"""Which stretch of the watch is looked at: a shift or a day, with the one before and the one after. [ and ] turn, T is now."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SHIFT, ON_DAY = 0, 1
LOOK_AROUND = 4 * DAY
"""So far from a moment a shift that lies near is looked for; where none is planned the day counts."""


class SpanBar(QWidget):
    """The choice. ``start`` and ``end`` are epoch milliseconds; ``changed`` tells that they are others."""

    changed = Signal()

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at: int | None = None
        self.shift = ""
        self.start, self.end = 0, 0
        words = [translate("SpanBar", "Shift"), translate("SpanBar", "Day")]
        self.mode = SegTabs(look, words)
        self.back = Button(look, "", key="[", icon="chevron-left", kind="ghost", small=True)
        self.on = Button(look, "", key="]", icon="chevron-right", kind="ghost", small=True)
        self.back.setAccessibleName(translate("SpanBar", "Before"))
        self.on.setAccessibleName(translate("SpanBar", "After"))
        self.today = Button(look, translate("SpanBar", "Now"), key="T", kind="ghost", small=True)
        self.words = Label(look, "", "strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.mode, self.back, self.words, self.on, self.today):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.mode.picked.connect(self._on_mode)
        self.back.clicked.connect(self.before)
        self.on.clicked.connect(self.after)
        self.today.clicked.connect(self.here)

    @property
    def is_now(self) -> bool:
        """Whether it follows the clock."""
        return self._at is None

    def load(self) -> None:
        """Find the span anew: shifts may have been planned, time goes on."""
        now = self._desk.clock.now()
        at = self._at if self._at is not None else now
        found = None
        if self.mode.current == SHIFT:
            shifts = self._desk.read.reference.shifts(at, at + 1)
            found = shifts[0] if shifts else None
        if found is not None:
            self.shift, (self.start, self.end) = found[0], (found[1].starts_at, found[1].ends_at)
        else:
            day = local_date(at)
            self.shift, self.start, self.end = "", at_local(day), at_local(day + timedelta(days=1))
        if found is None:
            words = when.date_with_weekday(self.start)
        else:
            end = when.moment(self.end, self.start)
            words = f"{when.date_with_weekday(self.start)} {when.clock(self.start)} – {end}"
        self.words.setText(words)
        self.today.setEnabled(self._at is not None)

    def go_to(self, at: int) -> None:
        """Show the span a moment lies in."""
        self._at = at
        self.load()
        self.changed.emit()

    def here(self) -> None:
        """Back to now."""
        self._at = None
        self.load()
        self.changed.emit()

    def before(self) -> None:
        """The span before: the shift that ended last, or the day before."""
        self._turn(self.start - 1, earlier=True)

    def after(self) -> None:
        """The span after, never one that lies wholly ahead."""
        if self.end <= self._desk.clock.now():
            self._turn(self.end, earlier=False)

    def _turn(self, to: int, *, earlier: bool) -> None:
        if self.mode.current == SHIFT:
            shifts = self._desk.read.reference.shifts(
                to - LOOK_AROUND if earlier else to, to + 1 if earlier else to + DAY
            )
            near = [shift for _, shift in shifts]
            if near:
                to = near[-1].starts_at if earlier else max(to, near[0].starts_at)
        now = self._desk.clock.now()
        self._at = None if self.start <= now < self.end and not earlier else to
        self.load()
        if self.start <= now < self.end:
            self._at = None
            self.load()
        self.changed.emit()

    def _on_mode(self, _place: int) -> None:
        self.load()
        self.changed.emit()

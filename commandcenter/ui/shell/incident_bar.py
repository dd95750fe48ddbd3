"""The bar under the top bar while something runs: on every screen where the incident itself is not shown.

Whoever registers a case at three in the morning still sees that there is a fire, who is silent, and the key that leads there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.event import DRILL
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

if TYPE_CHECKING:  # loaded with the first incident: a start without one does not wait for them
    from commandcenter.domain.report_in import ReportIn
    from commandcenter.domain.whistle import Whistle

HOME = ("overview", "post", "tasks", "reports", "organ")
"""Where the incident itself is shown, with its own banner or strip."""
DRILLED = ("exercise", "evaluation")
"""Where a drill is shown with its own clock; a real incident is told there too."""
FAMILIES = frozenset({"whistle", "report_in"})


@dataclass(frozen=True, slots=True)
class _Incident:
    whistle: Whistle
    states: tuple[ReportIn, ...]


class IncidentBar(QWidget):
    """One line: what burns, since when, who is silent or late. ``wanted`` names the whistle whose board is asked for."""

    wanted = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self._incidents: list[_Incident] = []
        self._screen = ""
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit()
        look.changed.connect(self._fit)
        self.hide()

    def care(self, changes: Changes) -> None:
        """Read anew when a whistle or somebody's presence was touched."""
        if "*" in changes.subjects or changes.families() & FAMILIES:
            self.reload()

    def reload(self) -> None:
        """Read what runs. A whistle that is no emergency burns nothing."""
        incidents = self._desk.read.incidents
        self._incidents = [
            _Incident(row.state, incidents.report_ins(row.state.id))
            for row in incidents.running()
            if row.state.kind == "emergency" and row.state.stage == "running"
        ]
        self.tick(self._desk.clock.now())
        self._place()

    def show_on(self, screen: str) -> None:
        """Another screen is shown."""
        self._screen = screen
        self._place()

    def _place(self) -> None:
        first = self.first
        drilled = first is not None and first.whistle.mode == DRILL and self._screen in DRILLED
        self.setVisible(first is not None and not drilled and self._screen not in (*HOME, "firstrun"))

    @property
    def first(self) -> _Incident | None:
        """The one it speaks of: real ones come before drills, the newest first."""
        return self._incidents[0] if self._incidents else None

    def tick(self, now: int) -> None:
        """A second has passed."""
        first = self.first
        words = self._words_of(first, now) if first is not None else ""
        if words != self.words:
            self.words = words
            self.setAccessibleName(words)
            self.update()

    def _words_of(self, incident: _Incident, now: int) -> str:
        from commandcenter.domain.indicators import arrivals
        from commandcenter.domain.report_in import overlay

        whistle = incident.whistle
        over = [overlay(state, now) for state in incident.states]
        silent, late = over.count("silent"), over.count("late") + over.count("lost")
        came = arrivals(incident.states)
        parts = [
            self.tr("DRILL") if whistle.mode == DRILL else self.tr("REAL"),
            whistle.title or whistle.number,
            self._place_of(whistle),
            when.since(now, whistle.blown_at),
            self.tr("arrived {n} / {m}").format(n=came.part, m=came.whole),
        ]
        if silent:
            parts.append(self.tr("no answer {n}").format(n=silent))
        if late:
            parts.append(self.tr("overdue {n}").format(n=late))
        if len(self._incidents) > 1:
            parts.append(self.tr("{n} more running").format(n=len(self._incidents) - 1))
        return "  ·  ".join(parts)

    def _place_of(self, whistle: Whistle) -> str:
        place = self._desk.reference.places.get(whistle.place) if whistle.place else None
        if place is not None and place.name not in whistle.place_words:
            return place.name
        return whistle.place_words or self.tr("place to be confirmed")

    # -- painting and pressing -------------------------------------------------------------------------------------

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(38))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.first is not None:
            self.wanted.emit(self.first.whistle.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect()).adjusted(12, 5, -12, 0)
        drill = self.first is not None and self.first.whistle.mode == DRILL
        ground, edge = ("ambS", "amb") if drill else ("redS", "red")
        paint.rounded(p, rect, 6, look.color(ground), look.color(edge))
        bar = QRectF(rect.left(), rect.top(), look.px(10), rect.height())
        p.fillRect(bar, QBrush(paint.hatch(look)) if drill else look.color("redF"))
        size = look.px(17)
        middle = rect.center().y()
        x = bar.right() + look.px(10)
        p.drawPixmap(QPointF(x, middle - size / 2), look.icon("siren", edge, size))
        key, word = "Alt 4", self.tr("to the board")
        caps = paint.keycaps_width(look, key)
        width = caps + look.width(word, "name") + look.px(22)
        right = rect.right() - width
        paint.text(p, look, QRectF(right, rect.top(), width, rect.height()), word, "name", "tx1")
        paint.keycaps(p, look, rect.right() - caps - look.px(8), middle, key)
        words = QRectF(x + size + look.px(8), rect.top(), right - x - size - look.px(20), rect.height())
        paint.text(p, look, words, look.elided(self.words, "strong", round(words.width())), "strong", "tx1")
        if self.hasFocus():
            paint.focus_ring(p, look, rect.adjusted(1, 1, -1, -1), 5)

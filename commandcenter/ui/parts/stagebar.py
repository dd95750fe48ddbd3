"""The states of some work in one row: done ticked, now marked, later an empty ring; one fact under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its code, its words, and a fact below (empty: none)."""

    code: str
    words: str
    fact: str = ""


class StageBar(QWidget):
    """Steps from left to right. A click on one that is done asks to go back there."""

    picked = Signal(str)

    _GAP = 30
    _ICON = 18

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[Step, ...] = ()
        self._now = 0
        self._back = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def steps(self) -> Sequence[Step]:
        """What is shown."""
        return self._steps

    def show_steps(self, steps: Sequence[Step], now: str, *, back: bool = True) -> None:
        """Show steps with the one at work; ``back`` tells whether those before it can be gone back to."""
        self._steps = tuple(steps)
        self._now = next((place for place, step in enumerate(steps) if step.code == now), 0)
        self._back = back
        spoken = f"{self._now + 1}/{len(steps)} {self._steps[self._now].words}" if steps else ""
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(56))

    def _places(self) -> list[tuple[Step, int, int]]:
        """(step, x, width); where the row is too narrow the facts are cut, the words never."""
        look = self._look
        lead = look.px(self._ICON + 10)
        least = [lead + look.width(step.words, "strong") + 2 for step in self._steps]
        wish = [
            max(width, lead + look.width(step.fact, "caption") + 2)
            for step, width in zip(self._steps, least, strict=True)
        ]
        between = max(1, len(least) - 1)
        gap = max(look.px(8), min(look.px(self._GAP), (self.width() - sum(least)) // between))
        spare = self.width() - sum(least) - gap * between
        found, x = [], 0
        for step, small, wide in zip(self._steps, least, wish, strict=True):
            more = max(0, min(wide - small, spare))
            spare -= more
            found.append((step, x, small + more))
            x += small + more + gap
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._back or event.button() != Qt.MouseButton.LeftButton:
            return
        for place, (step, x, width) in enumerate(self._places()):
            if place < self._now and x <= event.position().x() <= x + width:
                self.picked.emit(step.code)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        size = look.px(self._ICON)
        for place, (step, x, width) in enumerate(self._places()):
            done, now = place < self._now, place == self._now
            icon, ink = ("circle-check", "ok") if done else ("circle-dot", "acc") if now else ("circle", "tx3")
            p.drawPixmap(QPointF(x, (self.height() - size) / 2), look.icon(icon, ink, size))
            left, wide = x + size + look.px(8), width - size - look.px(8)
            lines = bool(step.fact)
            top = look.px(8) if lines else (self.height() - look.px(20)) // 2
            words = QRect(left, top, wide + 2, look.px(20))
            paint.text(p, look, words, step.words, "strong" if now else "body", "tx1" if now else "tx2")
            if lines:
                fact = QRect(left, look.px(29), wide, look.px(18))
                paint.elided(p, look, fact, step.fact, "caption", "acc" if now else "tx3")

"""What the watch owes beside its cases: calls not read back or not called back, patrols missed, obligations past their day.

Each figure leads to its list. It is counted a moment after the window stands: the board comes first.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.theme.look import Look

LATER_MS = 250
EVERY_MS = MINUTE
"""Time alone makes a patrol missed, so it is counted again that often."""
FAMILIES = {"call", "patrol", "occasion", "obligation", "*"}
READ_BACK, CALL_BACK, PATROLS, OBLIGATIONS = range(4)


class OwedTile(QAbstractButton):
    """What is owed and how much of it; amber where there is any, a dash where it was not counted yet."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self._count: int | None = None
        self._low = False
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def count(self) -> int | None:
        """How much is owed; None while nobody counted."""
        return self._count

    def show_count(self, count: int | None) -> None:
        """Show how much is owed."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self._words} {'' if count is None else count}".strip())
            self.update()

    def fit(self, low: bool) -> None:
        """In a low window the tiles leave their room to the people."""
        self._low = low
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(96), self._look.px(24 if self._low else 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(72), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        owed = bool(self._count)
        paint.rounded(p, rect, 4, look.color("bg2"), look.color("ln2"))
        figure = "—" if self._count is None else str(self._count)
        edge = look.px(10)
        inner = QRect(edge, 0, self.width() - 2 * edge, self.height())
        width = look.width(figure, "strong") + look.px(8)
        paint.elided(p, look, inner.adjusted(0, 0, -width, 0), self._words, "caption", "tx2")
        paint.text(p, look, inner, figure, "strong", "amb" if owed else "tx3", paint.RIGHT)
        if self.hasFocus():
            paint.focus_ring(p, look, rect, 5)


class Owed(QWidget):
    """Four figures in two rows; one that is nought stays quiet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, context.desk
        words = (
            self.tr("Not read back"),
            self.tr("Not called back"),
            self.tr("Patrols missed"),
            self.tr("Obligations over"),
        )
        self.tiles = [OwedTile(context.look, name) for name in words]
        goals = (self._go_read_back, self._go_call_back, self._go_patrols, self._go_obligations)
        self._grid = grid = QGridLayout(self)
        for place, (tile, goal) in enumerate(zip(self.tiles, goals, strict=True)):
            tile.clicked.connect(goal)
            grid.addWidget(tile, place // 2, place % 2)
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(LATER_MS)
        self._begin.timeout.connect(self.load)
        self._watched = False
        self._counted_at = 0
        self._desk.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin.start()

    def fit(self, low: bool) -> None:
        """Take the heights of a low window, or of a high one."""
        edge = 4 if low else 8
        self._grid.setContentsMargins(12, edge, 12, edge)
        self._grid.setSpacing(edge)
        for tile in self.tiles:
            tile.fit(low)

    def tick(self, now: int) -> None:
        """A second has passed: what is late by time alone is counted again, and the desk may have begun to reckon."""
        watch = self._desk.obligations
        if watch is not None and not self._watched:
            self._watched = True
            watch.changed.connect(self.load)
            self._begin.start()
        elif self._counted_at and abs(now - self._counted_at) >= EVERY_MS:
            self.load()

    def _on_changed(self, changes: Changes) -> None:
        if changes.families() & FAMILIES and self.isVisible():
            self._begin.start()

    def load(self) -> None:
        """Count: each by an index, bounded."""
        if not self.isVisible():
            return
        read, now = self._desk.read, self._desk.clock.now()
        self._counted_at = now
        today = local_date(now)
        waits = [line.waits for line in read.calls.waiting()]
        counts = [sum(name in one for one in waits) for name in ("read_back", "call_back")]
        counts.append(len(read.patrols.missed_lately(today, now)))
        watch = self._desk.obligations
        over = watch.over if watch is not None and watch.at else None
        for tile, count in zip(self.tiles, (*counts, over), strict=True):
            tile.show_count(count)

    def _go_read_back(self) -> None:
        self._context.services.go.emit(Go("calls", {"view": "read_back"}))

    def _go_call_back(self) -> None:
        self._context.services.go.emit(Go("calls", {"view": "call_back"}))

    def _go_patrols(self) -> None:
        self._context.services.go.emit(Go("patrols", {"view": "missed"}))

    def _go_obligations(self) -> None:
        self._context.services.go.emit(Go("obligations", {"view": "over"}))

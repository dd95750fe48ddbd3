"""Short lists to be read, not worked in: who was told, what those above said, what else is being reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

ROW = 31


@dataclass(frozen=True, slots=True)
class LineRow:
    """Time, who, what, and what stands at the right; ``accent`` for a right side that wants a look."""

    time: str
    who: str
    words: str = ""
    right: str = ""
    accent: bool = False


class _Lines(QWidget):
    def __init__(self, look: Look, who: int, nothing: str) -> None:
        super().__init__()
        self._look, self._who, self._nothing = look, who, nothing
        self._rows: tuple[LineRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[LineRow]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.time} {row.who} {row.words} {row.right}".strip() for row in rows))
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(max(1, len(self._rows)) * self._look.px(ROW))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p, px = self._look, QPainter(self), self._look.px
        if not self._rows:
            rect = QRect(px(14), 0, self.width() - px(28), px(ROW))
            paint.elided(p, look, rect, self._nothing, "caption", "tx3")
            return
        for place, row in enumerate(self._rows):
            top = place * px(ROW)
            rect = QRect(px(14), top, self.width() - px(28), px(ROW))
            p.fillRect(0, rect.bottom(), self.width(), 1, look.color("ln"))
            paint.text(p, look, QRect(rect.left(), top, px(48), px(ROW)), row.time, "caption", "tx3")
            right = look.width(row.right, "caption")
            tone = "acc" if row.accent else "tx3"
            paint.text(p, look, rect, row.right, "caption", tone, paint.RIGHT)
            left = rect.left() + px(50)
            room = rect.right() - right - px(12) - left
            who = min(room, px(self._who)) if row.words else room
            paint.elided(p, look, QRect(left, top, who, px(ROW)), row.who, "body", "tx2" if row.words else "tx1")
            if row.words:
                words = QRect(left + who + px(8), top, max(0, room - who - px(8)), px(ROW))
                paint.elided(p, look, words, row.words, "body", "tx1")


class LineList(QScrollArea):
    """A list of lines; the newest is in sight."""

    def __init__(self, look: Look, *, who: int = 120, nothing: str = "") -> None:
        super().__init__()
        self._lines = _Lines(look, who, nothing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._lines)

    def show_rows(self, rows: Sequence[LineRow]) -> None:
        """Show rows."""
        self._lines.show_rows(rows)
        self.ensureVisible(0, self._lines.height(), 0, 0)

    @property
    def spoken(self) -> str:
        """Everything that stands there."""
        return self._lines.accessibleName()

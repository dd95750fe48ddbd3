"""The stages of a slow matter as a row of equal cells: done ticked, now on a ground with a line below, later an empty ring.

Each cell tells when it was reached and one fact; a stage that was passed over has no tick and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

STATES = ("done", "now", "later", "passed", "warn", "over")
"""``passed``: skipped for good; ``warn`` and ``over``: at work, and its limit is near or out."""

_ICONS = {"done": "circle-check", "now": "circle-dot", "warn": "circle-dot", "over": "circle-dot", "passed": "minus"}
_INKS = {"done": "ok", "now": "acc", "warn": "acc", "over": "acc"}
_AT_WORK = ("now", "warn", "over")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stage: its code and words, how it stands, when, and one fact."""

    code: str
    words: str
    state: str
    at: str = ""
    fact: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return " ".join(part for part in (self.words, self.at, self.fact) if part)


class StageCells(QWidget):
    """The row of cells. Where the window is narrow the words stay and the facts are cut; the whole is the tool tip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cells: tuple[Cell, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def cells(self) -> Sequence[Cell]:
        """What is shown."""
        return self._cells

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show stages."""
        self._cells = tuple(cells)
        self.setAccessibleName("; ".join(cell.spoken for cell in self._cells if cell.state != "later"))
        self.setToolTip("\n".join(cell.spoken for cell in self._cells if cell.at or cell.fact))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(82))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(82))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        count = max(1, len(self._cells))
        for place, cell in enumerate(self._cells):
            left = self.width() * place // count
            right = self.width() * (place + 1) // count
            self._paint_cell(p, QRect(left, 0, right - left, self.height()), cell)
            if place:
                p.fillRect(left, 0, 1, self.height(), look.color("ln"))

    def _paint_cell(self, p: QPainter, rect: QRect, cell: Cell) -> None:
        look = self._look
        now = cell.state in _AT_WORK
        if now:
            p.fillRect(rect, look.color("accS"))
            p.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, look.color("acc"))
        narrow = rect.width() < look.px(110)
        edge = look.px(8 if narrow else 12)
        size = look.px(16)
        inner = rect.adjusted(edge, look.px(8), -look.px(6), 0)
        words_ink = "tx1" if cell.state in ("done", *_AT_WORK) else "tx3"
        left = inner.left()
        if not narrow:
            icon = look.icon(_ICONS.get(cell.state, "circle"), _INKS.get(cell.state, "tx3"), size)
            p.drawPixmap(QPointF(left, inner.top() + look.px(3)), icon)
            left += size + look.px(6)
        words = QRect(left, inner.top(), inner.right() - left, look.px(22))
        paint.elided(p, look, words, cell.words, "strong" if now else "name", words_ink)
        at = QRect(inner.left(), inner.top() + look.px(25), inner.width(), look.px(18))
        at_ink = "red" if cell.state == "over" else "amb" if cell.state == "warn" else "acc" if now else "tx2"
        told = cell.at if look.width(cell.at, "caption") <= at.width() else cell.at.partition(" ")[0]
        paint.elided(p, look, at, told, "caption", at_ink)
        fact = QRect(inner.left(), inner.top() + look.px(46), inner.width(), look.px(18))
        paint.elided(p, look, fact, cell.fact, "caption", "tx2" if now else "tx3")

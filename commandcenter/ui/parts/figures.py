"""Figures: what, how many, and a word on how good that is; and a strip of them side by side in one panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, the value, what stands smaller behind it, a note.

    ``warn``: it wants a look. The strip makes its note amber; a banner, where it tells of passed limits, fills it.
    """

    label: str
    value: str
    behind: str = ""
    note: str = ""
    warn: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return " ".join(part for part in (self.label, self.value, self.behind, self.note) if part)


class FigureStrip(QWidget):
    """Figures in cells of equal width; one that has no room for its note cuts it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show figures."""
        self._figures = tuple(figures)
        self.setAccessibleName("; ".join(figure.spoken for figure in figures))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(900), self._look.px(84))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, look.color("bg1"), look.color("ln"))
        width = rect.width() / max(1, len(self._figures))
        for place, figure in enumerate(self._figures):
            x = place * width
            if place:
                p.fillRect(QRectF(x, 1, 1, rect.height() - 2), look.color("ln"))
            self._paint_one(p, figure, QRect(round(x) + look.px(14), 0, round(width) - look.px(22), self.height()))

    def _paint_one(self, p: QPainter, figure: Figure, rect: QRect) -> None:
        look = self._look
        line = QRect(rect.left(), look.px(8), rect.width(), look.px(20))
        paint.elided(p, look, line, figure.label, "body", "tx2")
        middle = QRect(rect.left(), look.px(27), rect.width(), look.px(30))
        paint.text(p, look, middle, figure.value, "clock", "tx1")
        behind = middle.adjusted(look.width(figure.value, "clock") + look.px(5), look.px(3), 0, 0)
        paint.elided(p, look, behind, figure.behind, "body", "tx2")
        below = QRect(rect.left(), look.px(58), rect.width(), look.px(20))
        if figure.warn:
            size = look.px(14)
            p.drawPixmap(QPointF(below.left(), below.center().y() - size / 2), look.icon("triangle-alert", "amb", size))
            below.adjust(size + look.px(5), 0, 0, 0)
        paint.elided(p, look, below, figure.note, "caption", "amb" if figure.warn else "tx2")

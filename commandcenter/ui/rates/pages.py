"""The pages of the material beside the figures: as many side by side as there is room for, the chosen one framed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.pageview import PageView

PAPER = QColor("#EBEAE4")
"""Multiplied over the pages in the dark theme, on the screen only."""


class Pages(PageView):
    """Thumbnails of a PDF, two by two. A click or the wheel turns; ``turned`` gives the page, from 0."""

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(640))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for page, rect in self._laid_out():
            if rect.contains(event.position()):
                self.turn(page - self._page)

    def _laid_out(self) -> list[tuple[int, QRectF]]:
        """The pages in sight: the sheet of four that holds the chosen one."""
        count = self.document.pageCount()
        if not count:
            return []
        size = self.document.pagePointSize(0)
        gap, foot = self._look.px(18), self._look.px(28)
        wide, high = (self.width() - 3 * gap) / 2, (self.height() - 2 * gap - 2 * foot) / 2
        scale = min(wide / size.width(), high / size.height())
        width, height = size.width() * scale, size.height() * scale
        left = (self.width() - 2 * width - gap) / 2
        top = (self.height() - 2 * height - 2 * foot - gap) / 2
        first = self._page // 4 * 4
        return [
            (page, QRectF(left + (at % 2) * (width + gap), top + (at // 2) * (height + foot + gap / 2), width, height))
            for at, page in enumerate(range(first, min(first + 4, count)))
        ]

    def paint_pages(self, p: QPainter) -> None:
        look, count = self._look, self.document.pageCount()
        for page, rect in self._laid_out():
            p.drawImage(rect, self.image(page, round(rect.width()), round(rect.height())))
            if look.dark:
                p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                p.fillRect(rect, PAPER)
                p.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            chosen = page == self._page
            p.setPen(QPen(look.color("acc" if chosen else "ln3"), 2 if chosen else 1))
            p.drawRect(rect.adjusted(-2, -2, 2, 2) if chosen else rect)
            below = QRectF(rect.left(), rect.bottom() + 2, rect.width(), look.px(24))
            words = f"{page + 1} / {count}"
            paint.text(p, look, below, words, "caption", "tx1" if chosen else "tx2", paint.CENTER)

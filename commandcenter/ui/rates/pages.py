"""The pages of the material beside the figures: as many side by side as there is room for, the chosen one framed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

PAPER = QColor("#EBEAE4")
"""Multiplied over the pages in the dark theme, on the screen only."""


class Pages(QWidget):
    """Thumbnails of a PDF, two by two. A click or the wheel turns; ``turned`` gives the page, from 0."""

    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._page = 0
        self._note = ""
        self._images: dict[tuple[int, int, int], QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Print preview"))

    @property
    def page(self) -> int:
        """The chosen page, from 0."""
        return self._page

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, on the same page where it has that many."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self._images.clear()
        self._note = ""
        self.turn(0)

    def show_note(self, words: str) -> None:
        """Say why there is no page."""
        self.document.close()
        self._images.clear()
        self._note = words
        self.update()

    def turn(self, by: int) -> None:
        """Go so many pages on or back."""
        self._page = max(0, min(self._page + by, self.document.pageCount() - 1))
        self.turned.emit(self._page)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(640))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for page, rect in self._laid_out():
            if rect.contains(event.position()):
                self.turn(page - self._page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        p.fillRect(self.rect(), look.color("bg0"))
        count = self.document.pageCount()
        if not count:
            words = self._note or self.tr("The pages are being set.")
            p.setFont(look.font("body"))
            p.setPen(look.color("tx2"))
            room = self.rect().adjusted(24, 24, -24, -24)
            p.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        for page, rect in self._laid_out():
            p.drawImage(rect, self._image(page, round(rect.width()), round(rect.height())))
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

    def _image(self, page: int, width: int, height: int) -> QImage:
        ratio = self.devicePixelRatio()
        key = (page, round(width * ratio), round(height * ratio))
        if key not in self._images:
            image = QImage(key[1], key[2], QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter.drawImage(0, 0, self.document.render(page, QSize(key[1], key[2])))
            painter.end()
            self._images[key] = image
        return self._images[key]

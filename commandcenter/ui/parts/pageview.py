"""The pages of a finished document on the screen, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.theme.look import Look

NIGHT = QColor("#EBE6D8")
"""Multiplied over the page, on the screen only."""


class PageView(QWidget):
    """One page of a PDF, as large as fits; a click or the wheel turns pages.

    Another way to lay pages out overrides ``paint_pages`` and what a press means.
    """

    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._page = 0
        self._note = ""
        self.night = False
        self._images: dict[tuple[int, int, int], QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Print preview"))

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

    def set_night(self, night: bool) -> None:
        """Tint the paper for dark rooms, on the screen only."""
        self.night = night
        self.update()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def turn(self, by: int) -> None:
        """Go so many pages on or back."""
        self._page = max(0, min(self._page + by, self.document.pageCount() - 1))
        self.turned.emit(self._page)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turn(-1 if event.position().x() < self.width() / 3 else 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        p.fillRect(self.rect(), look.color("bg0"))
        if not self.document.pageCount():
            words = self._note or self.tr("The pages are being set.")
            p.setFont(look.font("body"))
            p.setPen(look.color("tx2"))
            p.drawText(
                self.rect().adjusted(24, 24, -24, -24), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words
            )
            return
        self.paint_pages(p)

    def paint_pages(self, p: QPainter) -> None:
        """Draw the document, which has a page at least."""
        size = self.document.pagePointSize(self._page)
        scale = min((self.width() - 32) / size.width(), (self.height() - 32) / size.height())
        width, height = round(size.width() * scale), round(size.height() * scale)
        target = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        p.drawImage(target, self.image(self._page, width, height))
        if self.night:
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            p.fillRect(target, NIGHT)

    def image(self, page: int, width: int, height: int) -> QImage:
        """A page of so many pixels, drawn once and kept."""
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

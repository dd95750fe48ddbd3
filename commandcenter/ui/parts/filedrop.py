"""Where a file comes in: a dashed field to drop it on, and the path in what somebody typed or pasted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, column
from commandcenter.ui.theme.look import Look

KINDS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"


def path_in(text: str) -> str:
    """The path somebody typed, pasted or dropped: without quotes around it, from an address of a file its path."""
    text = text.strip().strip('"“”').strip()
    return QUrl(text).toLocalFile() if text.startswith("file:") else text


class DropZone(QWidget):
    """A dashed field that says a file can be dropped here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture = QLabel()
        self.picture.setPixmap(look.icon("folder-input", "tx2", look.px(34)))
        self.words = Label(look, "", "tile")
        self.below = Label(look, "", "caption", "2")
        self.layout_ = column(None, gap=6, margins=(24, 8, 24, 8))
        for widget in (self.picture, self.words, self.below):
            self.layout_.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(self.layout_)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, look = QPainter(self), self._look
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint.rounded(p, rect, 8, None, look.color("ln3"), 1.5, Qt.PenStyle.DashLine)

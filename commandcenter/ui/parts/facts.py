"""Facts below each other with their icons, and the amber card: what broke and what did not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from commandcenter.ui.parts.basic import Label, column, row
from commandcenter.ui.theme.look import Look


class Facts(QWidget):
    """Facts below each other, each with its icon; a warning is amber."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def say(self, *facts: tuple[str, str] | tuple[str, str, str]) -> None:
        """Show (icon, words) or (icon, words, tone)."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words, *tone in facts:
            self._lines.addWidget(_fact(self._look, icon, words, tone[0] if tone else "2"))


def _fact(look: Look, icon: str, words: str, tone: str) -> QWidget:
    line = QWidget()
    picture = QLabel()
    ink = {"2": "tx3", "1": "tx2"}.get(tone, tone)
    picture.setPixmap(look.icon(icon, ink, look.px(16)))
    picture.setFixedWidth(look.px(16))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    picture.setContentsMargins(0, look.px(2), 0, 0)
    text = Label(look, words, "body", tone)
    text.setWordWrap(True)
    parts = row(picture, gap=10)
    parts.addWidget(text, 1)
    line.setLayout(parts)
    return line


class Card(QFrame):
    """An amber-edged card: what broke, then what is not broken."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "warn")
        self._picture = QLabel()
        self._picture.setPixmap(look.icon("triangle-alert", "amb", look.px(20)))
        self.words = Label(look, "", "name", "1")
        self.words.setWordWrap(True)
        self.whole = Label(look, "", "caption", "2")
        self.whole.setWordWrap(True)
        shield = QLabel()
        shield.setPixmap(look.icon("shield-check", "ok", look.px(16)))
        below = row(shield, gap=8)
        below.addWidget(self.whole, 1)
        texts = column(self.words, gap=8)
        texts.addLayout(below)
        whole = row(self._picture, gap=12, margins=(14, 12, 14, 12))
        whole.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        self.setLayout(whole)
        self.hide()

    def say(self, words: str, whole: str) -> None:
        """Show what broke and what did not; without words the card goes away."""
        self.words.setText(words)
        self.whole.setText(whole)
        self.setVisible(bool(words))

"""A list to choose from that is found by typing: initials of the words, a part of them, or the code behind them.

Chinese words cannot be typed into a list, and a roster of sixty departments is not walked with the arrows.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from commandcenter.domain.roster import matching
from commandcenter.journal.initials import initials

PAUSE_MS = 1200
"""What is typed after a pause so long begins anew."""


class Choice(QComboBox):
    """Letters and digits go to the first line that answers to what was typed; the arrows go on from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().lower()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not (plain and text.isascii() and text.isalnum()):
            super().keyPressEvent(event)
            return
        if not self._since.isValid() or self._since.elapsed() > PAUSE_MS:
            self._typed = ""
        self._since.start()
        place = self._answering(self._typed + text)
        if place >= 0:
            self._typed += text
            self.setCurrentIndex(place)

    def _answering(self, wanted: str) -> int:
        """The line that answers best: its code or words begin so, then its initials begin so, then any part; -1 for none."""
        lines = [(str(self.itemData(place) or "").lower(), self.itemText(place)) for place in range(self.count())]
        for place, (code, words) in enumerate(lines):
            if code.startswith(wanted) or words.lower().startswith(wanted):
                return place
        spelt = [initials(words) for _, words in lines]
        for place, variants in enumerate(spelt):
            if any(variant.startswith(wanted) for variant in variants.split()):
                return place
        return next((place for place, (_, words) in enumerate(lines) if matching(spelt[place], words, wanted)), -1)

"""A setting as a line: its name, what it does, and at the right the control that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import Label, Line
from commandcenter.ui.theme.look import Look


class SettingLine(QWidget):
    """Icon, name and explanation at the left, the controls at the right, a hairline below."""

    def __init__(self, look: Look, icon: str, name: str, note: str, *controls: QWidget) -> None:
        super().__init__()
        self._look = look
        self._icon, self._tone = icon, "tx2"
        self._picture = Label(look)
        self.name = Label(look, name, "name")
        self.note = Label(look, note, "caption", "2")
        self.note.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.note)
        line = QHBoxLayout()
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for control in controls:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            if not control.accessibleName():
                control.setAccessibleName(name)
            control.setAccessibleDescription(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        outer.addWidget(Line())
        self._restyle()
        look.changed.connect(self._restyle)

    def say(self, note: str, tone: str = "2") -> None:
        """Change the explanation."""
        self.note.setText(note)
        self.note.set_tone(tone)

    def set_icon(self, icon: str, tone: str = "tx2") -> None:
        """Change the icon."""
        self._icon, self._tone = icon, tone
        self._restyle()

    def _restyle(self) -> None:
        self._picture.setPixmap(self._look.icon(self._icon, self._tone, self._look.px(20)))

"""Who answers for the place where it happens, on one line with the number: the first whom whoever leads asks about the spot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from commandcenter.domain.roster import Acting
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, row
from commandcenter.ui.roster_words import post_words
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class ThereLine(QFrame):
    """Post, name, what else they are, number, and the key that rings it. A click rings as well."""

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acting: Acting | None = None
        self.role = Label(look, "", "caption", "2")
        self.name = Label(look, "", "strong")
        self.post = ElidedLabel(look, "", "caption", "3")
        self.phone = Label(look, "", "strong", "1")
        self.key = KeyCaps(look, "K")
        self.setLayout(row(self.role, self.name, self.post, self.phone, self.key, gap=8, margins=(14, 5, 12, 5)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_acting(self, acting: Acting | None) -> None:
        """Show who answers; without anybody known the line takes no room."""
        self.acting = acting
        self.setVisible(acting is not None)
        if acting is None:
            return
        number = acting.person.phone
        self.role.setText(post_words(acting.holder))
        self.name.setText(acting.person.name)
        self.post.setText(acting.person.post)
        self.phone.setText(number or translate("There", "no number"))
        self.phone.set_tone("1" if number else "amb")
        told = (self.role.text(), acting.person.name, self.phone.text())
        self.setAccessibleName(translate("There", "Answers for the place: {who}").format(who=" ".join(told)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit()

"""Lines of the settings that lead to a room of their own: plans and drills are written where they are used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.settings.section import Section

translate = QCoreApplication.translate


class LeadSection(Section):
    """One panel that says where the thing lives, and a key that goes there. Subclasses name the ``room``."""

    room = ""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        panel = Panel(self.look, self.words(), "")
        note = Label(self.look, self.note(), "body", "2")
        note.setWordWrap(True)
        self.button = Button(
            self.look, translate("Settings", "Go there"), key="Enter", icon="arrow-right", kind="primary"
        )
        self.button.clicked.connect(self.leave)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 18, 20, 18)
        inner.setSpacing(14)
        inner.addWidget(note)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        panel.body.addLayout(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)

    @staticmethod
    def note() -> str:
        """What is there."""
        return ""

    def hints(self) -> Hints:
        return (("Enter", translate("Settings", "go there")),)

    def leave(self) -> None:
        """Enter."""
        self.services.go.emit(Go(self.room))

    def press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.leave()
            return True
        return False

    def come(self) -> None:
        self.button.setFocus()


class PlanLead(LeadSection):
    """Plans are written in the room of drills."""

    name = "plans"
    icon = "clipboard-list"
    room = "plans"

    @staticmethod
    def words() -> str:
        return translate("Settings", "Plans")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.plans))

    @staticmethod
    def note() -> str:
        return translate("Settings", "Who is called by what right and how fast, with which words: under Drills, Plans.")


class DrillLead(LeadSection):
    """Drills are designed in their own room."""

    name = "drills"
    icon = "megaphone"
    room = "drills"

    @staticmethod
    def words() -> str:
        return translate("Settings", "Drill plans")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.drills))

    @staticmethod
    def note() -> str:
        return translate("Settings", "Scenarios, scripts, approval and the calendar of the law: under Drills, Design.")

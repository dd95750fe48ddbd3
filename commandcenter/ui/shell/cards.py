"""Small sheets of the window: a number to call, in large digits; and the sheet of all keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from commandcenter.domain.command import Batch, Command
from commandcenter.ui.parts.basic import KeyCaps, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context, Hints, Phone
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.roster_words import CALLS, roster_face
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class PhoneSheet(Sheet):
    """The number to dial, large. The try is logged with one key: during an incident, and for a person of the roster or the
    duty number of a unit, which it proves. ``tried`` emits (phone, result).
    """

    tried = Signal(object)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host, "", width=520)
        self._phone: Phone | None = None
        self.title.setText(self.tr("Call"))
        self.name = Label(look, "", "fact")
        self.what = Label(look, "", "body", "2")
        self.number = Label(look, "", "kpi")
        self.what.setWordWrap(True)
        for widget in (self.name, self.what, self.number):
            self.body.addWidget(widget)
        self._wrong = Button(look, self.tr("Wrong number"), key="W")
        self._none = Button(look, self.tr("No answer"), key="N")
        self._reached = Button(look, self.tr("Reached"), key="Enter", kind="primary")
        self._copy = Button(look, self.tr("Copy number"), key="C")
        for button in (self._copy, self._wrong, self._none, self._reached):
            self.add_button(button)
        self._copy.clicked.connect(self._on_copy)
        self._wrong.clicked.connect(self._on_wrong)
        self._none.clicked.connect(self._on_none)
        self._reached.clicked.connect(self._on_reached)

    def open_for(self, phone: Phone) -> None:
        """Show a number."""
        self._phone = phone
        self.name.setText(phone.name)
        self.what.setText(phone.what)
        self.number.setText(phone.number or self.tr("no number"))
        proves = bool((phone.person or (phone.unit and not phone.whistle)) and phone.number)
        logs = bool(phone.whistle) or proves
        self._wrong.setVisible(proves)
        self._none.setVisible(logs)
        self._reached.setVisible(logs)
        self.present(self._reached if logs else self._copy)

    def keyPressEvent(self, event: object) -> None:
        text = event.text().lower()  # type: ignore[attr-defined]
        if text == "c":
            self._on_copy()
        elif text == "n" and self._none.isVisible():
            self._on_none()
        elif text == "w" and self._wrong.isVisible():
            self._on_wrong()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _on_copy(self) -> None:
        if self._phone is not None:
            QGuiApplication.clipboard().setText(self._phone.number)

    def _on_none(self) -> None:
        self._try("no_answer")

    def _on_wrong(self) -> None:
        self._try("wrong")

    def _on_reached(self) -> None:
        self._try("reached")

    def _try(self, result: str) -> None:
        if self._phone is not None:
            self.tried.emit((self._phone, result))
        self.dismiss()


def log_try(context: Context, phone: Phone, result: str) -> None:
    """Write a try down: at the incident it was made for, else as a call that proves the number; a toast says that it stands."""
    command: Command
    if phone.whistle and phone.unit:
        from commandcenter.domain.report_in_acts import LogCall

        command = LogCall(whistle=phone.whistle, unit=phone.unit, contact=phone.contact, result=result, channel="phone")
    else:
        from commandcenter.domain.number_check import VerifyNumber

        command = VerifyNumber(person=phone.person, unit="" if phone.person else phone.unit, result=result)
        if phone.missed:
            from commandcenter.domain.patrol_acts import TellOfMissed

            reached = "reached" if result == "reached" else "no_answer"
            told = TellOfMissed(patrol=phone.missed, whom=phone.whom, result=reached, person=phone.person)
            command = Batch(commands=(command, told), channel="phone")
    came = roster_face(CALLS, result)[0]
    Sending(
        context, command, translate("PhoneSheet", "{name}: {came}, written down").format(name=phone.name, came=came)
    )


class KeysSheet(Sheet):
    """Every key: those of the window, and those of the screen that is shown."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host, "", width=860)
        self.title.setText(self.tr("All keys"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(8)
        self.body.addLayout(self._grid)
        self._button = Button(look, self.tr("Close"), key="Esc")
        self._button.clicked.connect(self.dismiss)
        self.add_button(self._button)

    def open_with(self, window: Hints, screen: Hints, screen_title: str) -> None:
        """Show the keys."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for column, (title, hints) in enumerate(((self.tr("Everywhere"), window), (screen_title, screen))):
            self._grid.addWidget(Label(self.look, title, "panel"), 0, column * 2, 1, 2)
            for line, (keys, words) in enumerate(hints, start=1):
                self._grid.addWidget(KeyCaps(self.look, keys), line, column * 2)
                self._grid.addWidget(Label(self.look, words, "body", "2"), line, column * 2 + 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.present(self._button)

"""Setting, changing and removing somebody's PIN. Who does not know the old one has to say why it is overridden."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.desk.pin import pin_digest, pin_fits
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look

LEAST, MOST = 4, 12


class PinSheet(Sheet):
    """``decided`` emits (what to store, why the old one was overridden); an empty first part removes the PIN."""

    decided = Signal(object)

    def __init__(self, look: Look, host: QWidget, name: str, stored: str, *, removing: bool = False) -> None:
        super().__init__(look, host, "", width=520)
        self._stored = stored
        self._removing = removing
        if removing:
            title = self.tr("Remove the PIN")
        else:
            title = self.tr("Change the PIN") if stored else self.tr("Set a PIN")
        self.title.setText(title)
        self.caption.setText(name)
        self.old = self._field(self.tr("PIN until now")) if stored else None
        self.reason: QLineEdit | None = None
        if stored:
            self.reason = QLineEdit()
            self._label(self.tr("Or why it is set without it, such as: forgotten"), self.reason)
        self.first = (
            None
            if removing
            else self._field(self.tr("New PIN, {least} to {most} digits").format(least=LEAST, most=MOST))
        )
        self.second = None if removing else self._field(self.tr("Once more"))
        self.body.addStretch(1)
        self.cancel_button = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        self.send_button = Button(look, title, key="Ctrl Enter", kind="danger" if removing else "primary")
        self.add_button(self.cancel_button)
        self.add_button(self.send_button)
        self.cancel_button.clicked.connect(self.dismiss)
        self.send_button.clicked.connect(self.send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self.closed.connect(self.deleteLater)

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(MOST)
        field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._label(words, field)
        return field

    def _label(self, words: str, field: QLineEdit) -> None:
        self.body.addWidget(Label(self.look, words, "caption", "2"))
        self.body.addWidget(field)
        field.setAccessibleName(words)
        field.returnPressed.connect(self._next)

    def open_sheet(self) -> None:
        """Show the sheet with the keyboard in the first field."""
        self.say("")
        self.present(self.old or self.first)

    def _next(self) -> None:
        fields = [field for field in (self.old, self.reason, self.first, self.second) if field is not None]
        place = next((at for at, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if place + 1 < len(fields):
            fields[place + 1].setFocus()
        else:
            self.send()

    def send(self) -> None:
        """Check and emit."""
        reason = self.reason.text().strip() if self.reason is not None else ""
        if self.old is not None and not pin_fits(self.old.text(), self._stored) and not reason:
            self._wrong(self.old, self.tr("This is not the PIN until now. Enter it, or write why it is overridden."))
            return
        if self.first is None or self.second is None:
            self.decided.emit(("", reason))
            return
        pin = self.first.text()
        if not (pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST):
            self._wrong(self.first, self.tr("A PIN has {least} to {most} digits.").format(least=LEAST, most=MOST))
            return
        if pin != self.second.text():
            self._wrong(self.second, self.tr("The two are not the same."))
            return
        self.decided.emit((pin_digest(pin), reason))

    def _wrong(self, field: QLineEdit, words: str) -> None:
        self.say(words)
        field.setFocus()
        field.selectAll()

"""Paper from every screen: ``print_form`` shows what would be printed, ``print_at_once`` prints it with one key.

    print_form(self.context, self, ("order_sheet", f"order/{whistle}/{order}"))

Give several (form, subject) pairs and they stand as tabs. Ctrl+P prints, Ctrl+Shift+P asks for printer and copies, Ctrl+S saves
the PDF, Ctrl+E a Word copy, Esc goes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.journal.journal import Changes
from commandcenter.reporting.registry import form_named
from commandcenter.ui.parts.basic import KeyCaps, Label
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.pageview import PageView
from commandcenter.ui.parts.paperwork import PaperWork
from commandcenter.ui.parts.screen import Context

Wanted = tuple[str, str]
"""A form (its key) and the subject it is printed of."""

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def print_form(
    context: Context,
    host: QWidget,
    *wanted: Wanted,
    options: Mapping[str, Any] | None = None,
    names: Sequence[str] = (),
) -> PaperSheet:
    """Show forms as they would be printed now, with everything that can be done with them. ``host`` is the screen.

    ``names`` tell them apart, one each, where the names of the forms do not.
    """
    sheet = PaperSheet(context, host.window(), wanted, options, names)
    sheet.open_sheet()
    return sheet


def print_at_once(
    context: Context, host: QWidget, form: str, subject: str, options: Mapping[str, Any] | None = None
) -> PaperWork:
    """Print one form without a look at it: to the printer that was last chosen; what went wrong is told in a note."""
    work = PaperWork(context, host.window())
    work.failed.connect(work.say)
    work.recorded.connect(work.deleteLater)
    work.take(form, subject, options)
    work.print_now()
    work.press()
    return work


class PaperSheet(Sheet):
    """The preview of one form or several, over the window."""

    def __init__(
        self,
        context: Context,
        host: QWidget,
        wanted: Sequence[Wanted],
        options: Mapping[str, Any] | None = None,
        names: Sequence[str] = (),
    ) -> None:
        super().__init__(context.look, host, self.tr("Print"), width=1000)
        self._context = context
        self._wanted = tuple(wanted)
        self._options = options or {}
        self.work = PaperWork(context, host)
        self.work.pressed.connect(self._on_pressed)
        self.work.failed.connect(self._on_failed)
        self.tabs = SegTabs(context.look, list(names) or [form_named(form).name for form, _ in self._wanted])
        self.tabs.picked.connect(self.pick)
        self.tabs.setVisible(len(self._wanted) > 1)
        self.body.addWidget(self.tabs)
        self.view = PageView(context.look)
        self.view.turned.connect(self._on_turned)
        self.body.addWidget(self.view, 1)
        self.pages = Label(context.look, "", "caption", "2")
        line = QHBoxLayout()
        line.addWidget(self.pages)
        line.addWidget(KeyCaps(context.look, "PgUp"))
        line.addWidget(KeyCaps(context.look, "PgDn"))
        line.addStretch(1)
        self.body.addLayout(line)
        self._add_buttons()
        context.desk.changed.connect(self._on_changed)
        self.closed.connect(self.deleteLater)

    def _add_buttons(self) -> None:
        look = self._context.look
        self.word_button = Button(look, self.tr("Word copy"), key="Ctrl E", kind="ghost")
        self.save_button = Button(look, self.tr("Save PDF"), key="Ctrl S", icon="file-down")
        self.choose_button = Button(look, self.tr("Printer…"), key="Ctrl ⇧ P", kind="ghost")
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="primary")
        for button, act in (
            (self.word_button, self.work.save_word),
            (self.save_button, self.work.save),
            (self.choose_button, self.work.ask_printer),
            (self.print_button, self.work.print_now),
        ):
            self.add_button(button)
            button.clicked.connect(act)

    def open_sheet(self) -> None:
        """Show it."""
        self.present()
        self.pick(0)

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1000), self.host.height()

    def pick(self, place: int) -> None:
        """Show another of the forms."""
        self.work.take(*self._wanted[place], self._options)
        form = self.work.form
        if form is not None:
            self.title.setText(form.name)
            self.caption.setText(form.code)
            self.word_button.setVisible(form.word)
        self.view.show_note("")
        self.say("")
        self.pages.setText("")
        self.work.press()

    def _on_pressed(self) -> None:
        self.view.show_pdf(self.work.result["pdf"])
        self.say(self.work.changed_words())

    def _on_failed(self, words: str) -> None:
        self.view.show_note(words)

    def _on_turned(self, page: int) -> None:
        count = self.view.document.pageCount()
        self.pages.setText(self.tr("Page {n} of {m}").format(n=page + 1, m=count) if count else "")

    def _on_changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.work.press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        plain = {
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_PageDown: 1,
        }
        if modifiers == CONTROL | SHIFT and key == Qt.Key.Key_P:
            self.work.ask_printer()
        elif modifiers == CONTROL and key == Qt.Key.Key_P:
            self.work.print_now()
        elif modifiers == CONTROL and key == Qt.Key.Key_S:
            self.work.save()
        elif modifiers == CONTROL and key == Qt.Key.Key_E:
            self.work.save_word()
        elif key in plain:
            self.view.turn(plain[Qt.Key(key)])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.tabs.pick((self.tabs.current + step) % len(self._wanted))
        elif key == Qt.Key.Key_L:
            self.view.set_night(not self.view.night)
        else:
            super().keyPressEvent(event)

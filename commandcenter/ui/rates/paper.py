"""The material of the month beside its figures: its pages, whether names and numbers are masked, who checked it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from commandcenter.domain.monthly import CheckMonthly, Monthly, monthly_subject
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.paperwork import PaperWork
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.rates.pages import Pages

FORM = "monthly_review"
SETTLE_MS = 700


class PaperPanel(Panel):
    """F18 as pages. Nothing here waits for them. ``checked`` tells that a person stands for it now."""

    checked = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, "…")
        self.title.setText(self.tr("Material"))
        look = context.look
        self._context = context
        self._month = 0
        self._state = Monthly()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._press)
        self.work = PaperWork(context, host)
        self.work.pressed.connect(self._on_pressed)
        self.work.failed.connect(self._on_failed)
        self.word_button = Button(look, "Word", key="Ctrl E", small=True)
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="primary", small=True)
        self.word_button.clicked.connect(self.work.save_word)
        self.print_button.clicked.connect(self.print_now)
        for button in (self.word_button, self.print_button):
            self.add_to_head(button)
        self.pages = Pages(look)
        self.body.addWidget(self.pages, 1)
        self.masking = QCheckBox(self.tr("names and numbers masked (X)"))
        self.masking.setChecked(True)
        self.masking.toggled.connect(self._on_mask)
        self.check = QCheckBox(self.tr("checked by a person before it goes public (R)"))
        self.check.clicked.connect(self.check_it)
        self.changed = Label(look, "", "caption", "amb")
        self.changed.setWordWrap(True)
        self.who = Label(look, "", "caption", "3")
        lines = QWidget()
        inner = QVBoxLayout(lines)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addLayout(row(self.masking, None, self.who))
        inner.addWidget(self.check)
        inner.addWidget(self.changed)
        self.add_foot(lines)

    @property
    def options(self) -> dict[str, Any]:
        """What the form is asked for."""
        return {"masked": self.masking.isChecked()}

    @property
    def subject(self) -> str:
        """The matter that is printed."""
        return monthly_subject(self._month)

    def show_month(self, month: int, state: Monthly) -> None:
        """Show the material of a month as it would be printed now."""
        new = month != self._month
        self._month, self._state = month, state
        if new:
            self.work.take(FORM, self.subject, self.options)
            self.pages.show_note("")
        self._settle.start()
        self._show_check()

    def print_now(self) -> None:
        """Print, as the pages stand."""
        self.work.print_now()

    def turn_mask(self) -> None:
        """Mask, or do not."""
        self.masking.setChecked(not self.masking.isChecked())

    def check_it(self) -> None:
        """Somebody has read it and stands for it."""
        self._show_check()
        if not self.work.shown:
            words = self.tr("The pages are still being set; read them first.")
            self._context.services.toast.emit(Toast(words, kind="warn"))
            return
        command = CheckMonthly(month=self._month, digest=self.work.result["digest"], masked=self.masking.isChecked())
        Sending(self._context, command, self.tr("Checked; your name stands by it")).done.connect(self._on_checked)

    def _on_checked(self, _done: object) -> None:
        self.checked.emit()

    def _on_mask(self, _on: bool) -> None:
        if self._month:
            self.work.take(FORM, self.subject, self.options)
            self._settle.start()
            self._show_check()

    def _show_check(self) -> None:
        """Who checked what is shown; a check of something else does not hold."""
        last = self._state.checks[-1] if self._state.checks else None
        digest = self.work.result.get("digest") if self.work.shown else None
        holds = last is not None and digest is not None and last.digest == digest
        self.check.setChecked(holds)
        people = self._context.desk.reference.directory.people
        if last is None:
            self.who.setText(self.tr("not yet checked"))
        else:
            name = people[last.by].name if last.by in people else self.tr("nobody signed in")
            words = self.tr("checked: {name}, {time}")
            self.who.setText(words.format(name=name, time=when.moment(last.at, self._context.desk.clock.now())))
        told = [self.work.changed_words()]
        if last is not None and digest is not None and not holds:
            told.append(self.tr("changed since it was checked"))
        self.changed.setText(" · ".join(part for part in told if part))
        self.changed.setVisible(bool(self.changed.text()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._month:
            self._settle.start()

    def _press(self) -> None:
        if self.isVisible() and self._month:
            self.work.press()

    def _on_pressed(self) -> None:
        self.pages.show_pdf(self.work.result["pdf"])
        self.caption.setText(self.tr("{n} pages, formulas printed with them").format(n=self.work.result["pages"]))
        self._show_check()

    def _on_failed(self, words: str) -> None:
        self.pages.show_note(words)
        self._show_check()

"""Forms as data: a list of fields becomes a sheet with labels, checks and drafts. Ctrl+Enter sends it; one line alone, Enter.

What is typed is kept as a draft until it was sent, so neither a crash nor Esc loses it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from commandcenter.domain.clock import CHINA, epoch_ms, local
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.finder import Find, Finder
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.paths import KINDS, PathField
from commandcenter.ui.theme.look import Look

DRAFT_MS = 300


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``kind`` is text, lines, choice, number, clock (a time of today or a date and time), date, check, or a path
    with a button to look for it (open_file, save_file, folder), or find, a line that ``find`` tells the meaning of.

    ``choices`` are (code, words). ``wide`` takes the whole width. ``value`` is what it starts with. ``least`` is for numbers.
    In ``lines`` with ``goes_on`` Enter is left to the form and Shift+Enter begins a new line. ``marked`` shows the mark of a
    required field where the command itself says when it is required.
    """

    name: str
    label: str
    kind: str = "text"
    value: Any = None
    choices: Sequence[tuple[str, str]] = ()
    required: bool = False
    wide: bool = False
    hint: str = ""
    least: int | None = 0
    height: int = 72
    goes_on: bool = False
    marked: bool = False
    filter: str = ""
    find: Find | None = None


class Words(QPlainTextEdit):
    """Words of several lines in a form where Enter goes on: Shift+Enter begins a new one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Form(QWidget):
    """The fields in a grid of two columns. ``values`` gives what is entered; ``first_wrong`` marks what is not right."""

    changed = Signal()

    def __init__(self, look: Look, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.fields = tuple(fields)
        self.widgets: dict[str, QWidget] = {}
        self.labels: dict[str, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        place = 0
        for field in self.fields:
            if field.wide and place % 2:
                place += 1
            line, column = (place // 2) * 2, place % 2
            span = 2 if field.wide else 1
            label = Label(look, field.label + (" *" if field.required or field.marked else ""), "caption", "2")
            widget = self._widget(field)
            widget.setAccessibleName(field.label.strip() or field.hint)
            label.setBuddy(widget)
            label.setContentsMargins(0, 6 if line else 0, 0, 0)
            self.labels[field.name] = label
            self.widgets[field.name] = widget
            grid.addWidget(label, line, column, 1, span)
            label.setVisible(bool(field.label.strip()))
            shown = widget
            if field.kind in KINDS and isinstance(widget, QLineEdit):
                shown = PathField(look, widget, field.kind, field.filter)
            grid.addWidget(shown, line + 1, column, 1, span)
            place += 2 if field.wide else 1
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget of the caller's own below the fields, over both columns."""
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(widget, grid.rowCount(), 0, 1, 2)

    def _widget(self, field: Field) -> QWidget:
        if field.kind == "choice":
            box = Choice()
            for code, words in field.choices:
                box.addItem(words, code)
            box.setCurrentIndex(max(0, box.findData(field.value)))
            box.currentIndexChanged.connect(self._on_changed)
            return box
        if field.kind == "check":
            check = QCheckBox(field.hint)
            check.setChecked(bool(field.value))
            check.toggled.connect(self._on_changed)
            return check
        if field.kind == "lines":
            lines = (Words if field.goes_on else QPlainTextEdit)(str(field.value or ""))
            lines.setFixedHeight(self.look.px(field.height))
            lines.setTabChangesFocus(True)
            lines.setPlaceholderText(field.hint)
            lines.textChanged.connect(self._on_changed)
            return lines
        if field.kind == "find" and field.find is not None:
            finder = Finder(self.look, field.find, field.label)
            finder.setText(self._shown(field))
            finder.setPlaceholderText(field.hint)
            finder.found.connect(self._on_changed)
            return finder
        line = QLineEdit(self._shown(field))
        example = {"clock": "21:47", "date": "2026-07-24"}.get(field.kind, "")
        line.setPlaceholderText(field.hint or (self.tr("e.g. {example}").format(example=example) if example else ""))
        line.textEdited.connect(self._on_changed)
        return line

    @staticmethod
    def _shown(field: Field) -> str:
        if field.value is None:
            return ""
        if field.kind == "clock":
            return local(int(field.value)).strftime("%Y-%m-%d %H:%M")
        return str(field.value)

    def _on_changed(self) -> None:
        self.changed.emit()

    def text(self, name: str) -> str:
        """What stands in a field, as text."""
        widget = self.widgets[name]
        if isinstance(widget, QLineEdit):
            return widget.text().strip()
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText().strip()
        if isinstance(widget, QComboBox):
            return str(widget.currentData() or "")
        return "1" if isinstance(widget, QCheckBox) and widget.isChecked() else ""

    def set_text(self, name: str, text: str) -> None:
        """Put a text into a field."""
        widget = self.widgets[name]
        if isinstance(widget, QLineEdit):
            widget.setText(text)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(text)
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(0, widget.findData(text)))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(text))

    def set_choices(self, name: str, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Change what can be chosen."""
        widget = self.widgets[name]
        if isinstance(widget, QComboBox):
            widget.blockSignals(True)
            widget.clear()
            for code, words in choices:
                widget.addItem(words, code)
            widget.setCurrentIndex(max(0, widget.findData(value)))
            widget.blockSignals(False)

    def values(self, now: int) -> dict[str, Any]:
        """What is entered, by name: texts, codes, numbers (None when empty), epoch milliseconds, booleans.

        Raises ``ValueError`` with the name of the first field that cannot be read.
        """
        found: dict[str, Any] = {}
        for field in self.fields:
            text = self.text(field.name)
            if field.required and not text:
                raise ValueError(field.name)
            found[field.name] = self._read(field, text, now)
        return found

    @staticmethod
    def _read(field: Field, text: str, now: int) -> Any:
        if field.kind == "check":
            return bool(text)
        if field.kind == "number":
            if not text:
                return None
            if not text.lstrip("-").isdigit() or (field.least is not None and int(text) < field.least):
                raise ValueError(field.name)
            return int(text)
        if field.kind == "clock":
            return read_clock(text, now, field.name) if text else None
        return text

    def mark_wrong(self, name: str) -> None:
        """Mark a field and put the keyboard there; an empty name takes all marks back."""
        for key, widget in self.widgets.items():
            widget.setProperty("wrong", "true" if key == name else "false")
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if name in self.widgets:
            self.widgets[name].setFocus()

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is empty, else the first."""
        for field in self.fields:
            if field.kind != "check" and not self.text(field.name):
                self.widgets[field.name].setFocus()
                return
        if self.fields:
            self.widgets[self.fields[0].name].setFocus()


def read_clock(text: str, now: int, name: str = "") -> int:
    """A moment typed by hand: ``21:47``, ``2147``, ``7-16 21:47`` or ``2026-07-16 21:47``; today unless a day is given.

    Raises ``ValueError`` with ``name``.
    """
    today = local(now)
    text = text.strip().replace("：", ":").replace("/", "-").replace("T", " ")
    if text.isdigit() and len(text) in (3, 4):
        text = f"{text[:-2]}:{text[-2:]}"
    for pattern in ("%H:%M", "%H:%M:%S", "%m-%d %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"):
        try:
            found = datetime.strptime(text, pattern).replace(tzinfo=CHINA)  # the office's own zone
        except ValueError:
            continue
        if "%d" not in pattern:
            found = found.replace(year=today.year, month=today.month, day=today.day)
        elif "%Y" not in pattern:
            found = found.replace(year=today.year)
        return epoch_ms(found)
    raise ValueError(name)


class _Scroll(QScrollArea):
    """Gives a form all the height it wants, and scrolls it where the window has less."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
        self.setWidget(form)
        self._form = form

    def sizeHint(self) -> QSize:
        return self._form.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class FormSheet(Sheet):
    """A form over the window. ``submitted`` emits the values; the caller closes it with ``finish`` once they are saved."""

    submitted = Signal(object)

    def __init__(
        self,
        look: Look,
        host: QWidget,
        title: str,
        fields: Sequence[Field],
        *,
        send: str,
        width: int = 640,
        danger: bool = False,
        now: Callable[[], int],
    ) -> None:
        super().__init__(look, host, title, width=width)
        self._now = now
        self._draft_key = ""
        self._began: dict[str, str] = {}
        self._begin_at = ""
        self._save_draft: Callable[[str, str], None] | None = None
        self.form = Form(look, fields)
        self._scroll = _Scroll(self.form)
        self.body.addWidget(self._scroll, 1)
        self.cancel_button = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        self._one_line = len(fields) == 1 and type(self.form.widgets[fields[0].name]) is QLineEdit
        key = "Enter" if self._one_line else "Ctrl Enter"
        self.send_button = Button(look, send, key=key, kind="danger" if danger else "primary")
        self.add_button(self.cancel_button)
        self.add_button(self.send_button)
        self.cancel_button.clicked.connect(self.dismiss)
        self.send_button.clicked.connect(self.send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep)
        self.form.changed.connect(self._timer.start)
        self.closed.connect(self._on_closed)

    def keep_draft(self, key: str, save: Callable[[str, str], None], standing: str) -> None:
        """Keep what is changed by hand under ``key``; ``standing`` is a draft from before, put back into the fields."""
        self._draft_key, self._save_draft = key, save
        self._began = {field.name: self.form.text(field.name) for field in self.form.fields}
        if standing:
            told = json.loads(standing)
            for name, text in told.items():
                if name in self.form.widgets:
                    self.form.set_text(name, text)

    def say_below(self, words: str) -> Label:
        """Put a note below the fields, in as many lines as it needs: what is on record, to be read while one types."""
        note = Label(self.look, words, "caption", "2")
        note.setWordWrap(True)
        note.setContentsMargins(0, 8, 0, 0)
        self.form.add_below(note)
        return note

    def begin_at(self, name: str) -> None:
        """Let the keyboard start in this field, its text marked so that typing replaces it."""
        self._begin_at = name

    def open_sheet(self) -> None:
        """Show the form with the keyboard in the field it begins at, else in the first empty one."""
        self.say("")
        self.present()
        first = self.form.widgets.get(self._begin_at)
        if first is None:
            self.form.focus_first()
            return
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def send(self) -> None:
        """Check and emit the values; a field that is missing or unreadable is marked, and says so."""
        try:
            values = self.form.values(self._now())
        except ValueError as error:
            name = str(error)
            label = next((field.label for field in self.form.fields if field.name == name), name)
            self.form.mark_wrong(name)
            if name in self.form.widgets:
                self._scroll.ensureWidgetVisible(self.form.widgets[name])
            missing = name not in self.form.widgets or not self.form.text(name)
            words = (
                self.tr("“{field}” is missing.") if missing else self.tr("“{field}” cannot be read as it is written.")
            )
            self.say(words.format(field=label))
            return
        self.form.mark_wrong("")
        self.say("")
        self.submitted.emit(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the only line of a form sends it."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._one_line and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send()
            return
        super().keyPressEvent(event)

    def finish(self, _done: object = None) -> None:
        """It is saved: forget the draft and close."""
        self._timer.stop()
        if self._save_draft is not None:
            self._save_draft(self._draft_key, "")
        self._save_draft = None
        self.dismiss()

    def _on_closed(self) -> None:
        self._timer.stop()
        self._keep()
        self.deleteLater()

    def _keep(self) -> None:
        if self._save_draft is not None:
            told = {name: self.form.text(name) for name, before in self._began.items()}
            told = {name: text for name, text in told.items() if text != self._began[name]}
            self._save_draft(self._draft_key, json.dumps(told, ensure_ascii=False) if told else "")

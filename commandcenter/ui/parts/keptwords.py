"""What is typed into a sheet of its own making stays a draft until it went through: neither Esc, another screen nor a crash
loses it. A form keeps its own (``forms.FormSheet``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from commandcenter.ui.parts.forms import DRAFT_MS


class KeptWords(QObject):
    """Keeps the fields of a sheet under ``key``; what ``standing`` tells of an earlier time is put back into them.

    ``fields`` are line edits, texts, choices and ticks by a name that stays the same from one opening to the next.
    """

    def __init__(
        self,
        parent: QObject,
        fields: Mapping[str, QWidget],
        key: str,
        save: Callable[[str, str], None],
        standing: str,
    ) -> None:
        super().__init__(parent)
        self._fields, self._key, self._save = dict(fields), key, save
        self._over = False
        self._began = {name: _text(widget) for name, widget in self._fields.items()}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep)
        told = json.loads(standing) if standing else {}
        for name, text in told.items():
            if name in self._fields:
                _put(self._fields[name], str(text))
        for widget in self._fields.values():
            if isinstance(widget, QComboBox):
                widget.currentIndexChanged.connect(self._on_changed)
            elif isinstance(widget, QAbstractButton):
                widget.toggled.connect(self._on_changed)
            elif isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.textChanged.connect(self._on_changed)

    def _on_changed(self, _value: object = None) -> None:
        if not self._over:
            self._timer.start()

    def keep(self) -> None:
        """Write what differs from how the sheet began; nothing where nothing does."""
        self._timer.stop()
        if self._over:
            return
        now = {name: _text(widget) for name, widget in self._fields.items()}
        told = {name: text for name, text in now.items() if text != self._began[name]}
        self._save(self._key, json.dumps(told, ensure_ascii=False) if told else "")

    def forget(self) -> None:
        """It went through."""
        self._timer.stop()
        self._over = True
        self._save(self._key, "")


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    return "1" if isinstance(widget, QAbstractButton) and widget.isChecked() else ""


def _put(widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(text)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(text)))
    elif isinstance(widget, QAbstractButton):
        widget.setChecked(bool(text))

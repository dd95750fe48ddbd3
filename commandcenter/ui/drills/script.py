"""The script as a table whose cells are written in place, and the line of minutes bound to the same rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.ui.drills.lists import ScriptPainter
from commandcenter.ui.drills.model import SCRIPT_COLUMNS, ScriptRow
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class CellEdit(QLineEdit):
    """The open cell. ``left`` tells that it was left with what stands in it, and to which side; ``dropped`` that it was not."""

    left = Signal(int)
    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        """The keys of the open cell are its own; Tab goes to the cell beside."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.left.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left.emit(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and self.property("wrong") != "true":
            self.left.emit(0)


class ScriptView(RowView):
    """Rows of the script. ← → go from cell to cell, F2 or a letter writes in one, Enter leaves it.

    ``written`` emits (place, column, text) when a cell was left with Enter, Tab or a click elsewhere; ``asked`` emits a place
    whose cell wants its text first.
    """

    written = Signal(object)
    asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        self.script_model = KeyedRows(_key, _spoken)
        self.script_painter = ScriptPainter(look, parent)
        super().__init__(look, self.script_model, self.script_painter, translate("Drills", "Script"))
        self.script_model.setParent(self)
        self._column = 2
        self._at: tuple[str, str] = ("", "")
        self.editor = CellEdit(self.viewport())
        self.editor.setAccessibleName(translate("Drills", "Cell"))
        self.editor.hide()
        self.editor.left.connect(self._commit)
        self.editor.dropped.connect(self._drop)
        self.verticalScrollBar().valueChanged.connect(self._leave)

    @property
    def column(self) -> str:
        """The cell the keyboard is on."""
        return SCRIPT_COLUMNS[self._column]

    @property
    def editing(self) -> bool:
        """Whether a cell is being written."""
        return self.editor.isVisible()

    def go_column(self, step: int) -> None:
        """To the cell beside, over those that have no room."""
        place = self._column + step
        while 0 <= place < len(SCRIPT_COLUMNS) and self._rect(SCRIPT_COLUMNS[place]) is None:
            place += step
        if 0 <= place < len(SCRIPT_COLUMNS):
            self._column = place
            self._mark()

    def write(self, text: str) -> None:
        """Write in the cell the keyboard is on; it begins with ``text``."""
        rect, row = self._rect(self.column), self.script_model.row(self.place)
        if rect is None or row is None:
            return
        self._at = (row.id, self.column)
        self.editor.setGeometry(rect.adjusted(-1, -1, 1, 1))
        self.editor.setText(text)
        self.editor.setProperty("wrong", "false")
        self.editor.show()
        self.editor.setFocus()
        self.editor.selectAll()

    def refuse(self) -> None:
        """What was written cannot be read: the cell stays open and is marked."""
        self.editor.setProperty("wrong", "true")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.show()
        self.editor.setFocus()

    def _rect(self, column: str) -> QRect | None:
        index = self.model().index(max(0, self.place), 0)
        return self.script_painter.cell_rect(self.visualRect(index), column)

    def _mark(self) -> None:
        self.script_painter.cell = self.column if self.hasFocus() else ""
        self.script_painter.current = self.place
        self.viewport().update()

    def _commit(self, step: int = 0) -> None:
        """Hand on what was written; with a step the cell beside comes next."""
        if not self.editing:
            return
        key, column = self._at
        text = self.editor.text()
        self.editor.hide()
        self.setFocus()
        self.written.emit((self.script_model.place_of(key), column, text))
        if step and not self.editing:
            self.go_column(step)
            self.asked.emit(self.place)

    def _leave(self, _value: int) -> None:
        self._commit()

    def _drop(self) -> None:
        """Esc: what stood there stays."""
        self.editor.hide()
        self.setFocus()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.script_painter.current = current.row()
        self.viewport().update()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self._mark()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._commit()
        super().mousePressEvent(event)
        for place, column in enumerate(SCRIPT_COLUMNS):
            rect = self._rect(column)
            if rect is not None and rect.contains(event.position().toPoint()):
                self._column = place
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go_column(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)


def _key(row: ScriptRow) -> str:
    return row.id


def _spoken(row: ScriptRow) -> str:
    return f"{row.minute} {row.channel} {row.text} {row.expected} {row.units} {row.late} {row.points}"

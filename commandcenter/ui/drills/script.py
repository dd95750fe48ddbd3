"""The script as a table whose cells are written in place, and the line of minutes bound to the same rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.ui.drills.lists import ScriptPainter
from commandcenter.ui.drills.model import SCRIPT_COLUMNS, ScriptRow
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


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
        self.editor = QLineEdit(self.viewport())
        self.editor.setAccessibleName(translate("Drills", "Cell"))
        self.editor.hide()
        self.editor.installEventFilter(self)
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

    def _leave(self, _value: int = 0) -> None:
        self._commit()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the open cell; the rest of the program does not see them."""
        if watched is not self.editor:
            return False
        if event.type() == QEvent.Type.FocusOut and self.editing and self.editor.property("wrong") != "true":
            self._commit()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._commit()
        elif key == Qt.Key.Key_Tab:
            self._commit(1)
        elif key == Qt.Key.Key_Backtab:
            self._commit(-1)
        elif key == Qt.Key.Key_Escape:
            self.editor.hide()
            self.setFocus()
        else:
            return False
        return True

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

"""The table of limits, and the little editor that lies over a value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.settings.limit_model import UNITS, GroupRow, LimitRow, basis_word, figure, unit_word
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


def basis_chip(p: QPainter, look: Look, rect: QRect, basis: str) -> None:
    """A chip that says how well a limit is sourced; only what is not verified stands out."""
    words = basis_word(basis)
    width = look.width(words, "caption") + look.px(14)
    box = QRectF(rect.left(), rect.center().y() - look.px(11), width, look.px(22))
    loose = basis == "unverified"
    if loose and not look.dark:
        paint.rounded(p, box, 4, look.color("ambF"), None)
        paint.text(p, look, box, words, "caption", "onamb", paint.CENTER)
        return
    paint.rounded(p, box, 4, None, look.color("amb" if loose else "ln3"))
    paint.text(p, look, box, words, "caption", "amb" if loose else "tx2", paint.CENTER)


class LimitPainter(RowPainter):
    """Name, value, basis, source, since, note; group headings between."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("name", translate("Limits", "Limit"), 130, 3),
                Column("value", translate("Limits", "Value"), 140, 1),
                Column("basis", translate("Limits", "Basis"), 64),
                Column("source", translate("Limits", "Source"), 120, 4, drop=2),
                Column("since", translate("Limits", "Since"), 84, drop=1),
                Column("note", translate("Limits", "Note"), 150, 3, drop=3),
            ],
        )
        super().__init__(look, columns, parent, height=36)

    def is_heading(self, row: object) -> bool:
        return isinstance(row, GroupRow)

    def paint_heading(self, p: QPainter, rect: QRect, row: GroupRow) -> None:
        words = rect.adjusted(Columns.EDGE, 0, 0, 0)
        paint.text(p, self.look, words, row.words, "strong", "tx2")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LimitRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "value":
            self._value(p, rect, row)
        elif column == "basis":
            basis_chip(p, look, rect, row.basis)
        elif column == "source":
            paint.elided(p, look, rect, row.source or when.UNKNOWN, "body", "tx2")
        elif column == "since":
            paint.text(p, look, rect, when.day(row.since), "caption", "tx3")
        else:
            paint.elided(p, look, rect, row.note, "caption", "tx3")

    def value_rect(self, width: int, top: int) -> QRect:
        """Where the value of a row lies."""
        for column, x, room in self.columns.cells(width):
            if column.name == "value":
                return QRect(x, top, room, self.row_height)
        return QRect(0, top, width, self.row_height)

    def _value(self, p: QPainter, rect: QRect, row: LimitRow) -> None:
        look = self.look
        x = rect.left()
        if row.draft is not None:
            words = figure(row.draft[0])
            width = look.width(words, "strong") + look.px(18)
            box = QRectF(x, rect.center().y() - look.px(13), width, look.px(26))
            paint.rounded(p, box, 4, look.color("inp"), look.color("acc"), 2)
            paint.text(p, look, box, words, "strong", "tx1", paint.CENTER)
            x += round(width) + look.px(8)
            unit = unit_word(row.draft[1])
            paint.text(p, look, QRect(x, rect.top(), 120, rect.height()), unit, "body", "tx2")
            x += look.width(unit, "body") + look.px(10)
            old = f"{figure(row.value)} {unit_word(row.unit)}"
            paint.text(p, look, QRect(x, rect.top(), 160, rect.height()), old, "body", "tx3")
            p.fillRect(QRectF(x, rect.center().y(), look.width(old, "body"), 1), look.color("tx3"))
            return
        words = figure(row.value)
        paint.text(p, look, rect, words, "strong", "tx1")
        behind = rect.adjusted(look.width(words, "strong") + look.px(6), 0, 0, 0)
        paint.text(p, look, behind, unit_word(row.unit), "body", "tx2")


def limit_spoken(row: GroupRow | LimitRow) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, GroupRow):
        return row.words
    return f"{row.name}, {figure(row.value)} {unit_word(row.unit)}, {basis_word(row.basis)}, {row.source}"


class ValueEditor(QWidget):
    """Value and unit over the row that is edited. Enter takes it, Esc leaves it, Tab goes on to the unit."""

    taken = Signal(str, str)
    left = Signal()
    edited = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("Value"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("Unit of time"))
        for unit in UNITS:
            self.unit.addItem(unit_word(unit), unit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.value)
        layout.addWidget(self.unit)
        self.setFocusProxy(self.value)
        for widget in (self.value, self.unit):
            widget.installEventFilter(self)
        self.value.textEdited.connect(self._tell)
        self.unit.activated.connect(self._tell)
        self.hide()

    def open_at(self, rect: QRect, value: float, unit: str) -> None:
        """Lie over a cell and take the keyboard."""
        px = self._look.px
        self.value.setFixedWidth(px(64))
        self.unit.setFixedWidth(px(104))
        height = self.sizeHint().height()
        self.setGeometry(rect.left() - px(6), rect.center().y() - height // 2, px(64 + 4 + 104), height)
        self.value.setText(figure(value))
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit)))
        self.show()
        self.raise_()
        self.value.setFocus()
        self.value.selectAll()

    def now(self) -> tuple[str, str]:
        """What stands in it: the typed value, the unit."""
        return self.value.text(), str(self.unit.currentData())

    def _tell(self) -> None:
        self.edited.emit(*self.now())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.taken.emit(*self.now())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

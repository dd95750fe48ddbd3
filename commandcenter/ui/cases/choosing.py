"""Choosing columns and the order of the case list: which columns, in what order, how wide; by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.journal.reading.case_query import CaseQuery, can_order
from commandcenter.ui.cases.columns import COLUMNS, LEAST, MOST, Placed, column_word, paint_tick, standard
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

STEP = 10
"""So much wider or narrower a key makes a column, at 100 %."""


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    words: str
    width: int
    shown: bool


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: _Line) -> None:
        if column == "tick":
            paint_tick(p, self.look, rect, ticked=row.shown)
        elif column == "words":
            paint.elided(p, self.look, rect, row.words, "name" if row.shown else "body", "tx1" if row.shown else "tx3")
        else:
            paint.text(p, self.look, rect, str(row.width) if row.shown else "", "caption", "tx3", paint.RIGHT)


class _Lines(RowView):
    """Space shows or hides, Ctrl with the arrows moves, left and right make narrower and wider."""

    toggled = Signal(int)
    shifted = Signal(int)
    sized = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Space:
            self.toggled.emit(self.place)
        elif ctrl and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sized.emit(-STEP if key == Qt.Key.Key_Left else STEP)
        else:
            super().keyPressEvent(event)


class ColumnSheet(Sheet):
    """C: what is changed is seen in the list at once; ``chosen`` gives the columns each time."""

    chosen = Signal(object)

    def __init__(self, look: Look, host: QWidget, placed: Sequence[Placed]) -> None:
        super().__init__(look, host, translate("CaseTable", "Columns"), width=460)
        self._placed = list(placed)
        self._model = KeyedRows(_name, _spoken, self)
        columns = Columns(look, [Column("tick", "", 18), Column("words", "", 120, 1), Column("width", "", 48)])
        self.lines = _Lines(look, self._model, _Painter(look, columns, self, height=31), self.tr("Columns"))
        self.lines.setMinimumHeight(look.px(31 * 6))
        hint = Label(look, self.tr("Space: show or hide · Ctrl ↑↓: move · ←→: narrower, wider"), "caption", "3")
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self.body.addWidget(self.lines, 1)
        self.reset = Button(look, self.tr("Standard columns"), kind="ghost")
        self.done = Button(look, self.tr("Done"), key="Esc", kind="primary")
        self.reset.clicked.connect(self._reset)
        self.done.clicked.connect(self.dismiss)
        self.add_button(self.reset)
        self.add_button(self.done)
        self.lines.toggled.connect(self._toggle)
        self.lines.opened.connect(self._toggle)
        self.lines.clicked.connect(self._on_clicked)
        self.lines.shifted.connect(self._shift)
        self.lines.sized.connect(self._resize)
        self.closed.connect(self.deleteLater)
        self._show()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.lines)
        self.lines.go(0)

    def wanted_size(self) -> tuple[int, int]:
        width, height = super().wanted_size()
        return width, height + self.look.px(31 * 8)

    def _show(self) -> None:
        shown = {one.name for one in self._placed}
        lines = [_Line(one.name, column_word(one.name), one.width, True) for one in self._placed]
        lines += [
            _Line(name, column_word(name), item.width, False) for name, item in COLUMNS.items() if name not in shown
        ]
        self._model.show(lines)

    def _tell(self) -> None:
        self._show()
        self.chosen.emit(list(self._placed))

    def _current(self) -> int:
        """The place of the column under the hand among those that are shown; -1 for a hidden one."""
        line = self._model.row(self.lines.place)
        return next((at for at, one in enumerate(self._placed) if line is not None and one.name == line.name), -1)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._toggle(index.row())

    def _toggle(self, place: int) -> None:
        line = self._model.row(place)
        if line is None or line.name == "title":  # a list without its matter would say nothing
            return
        if line.shown:
            self._placed = [one for one in self._placed if one.name != line.name]
        else:
            self._placed.append(Placed(line.name, line.width))
        self._tell()
        self.lines.go(self._model.place_of(line.name))

    def _shift(self, by: int) -> None:
        at = self._current()
        if at >= 0 and 0 <= at + by < len(self._placed):
            self._placed.insert(at + by, self._placed.pop(at))
            self._tell()
            self.lines.go(at + by)

    def _resize(self, by: int) -> None:
        at = self._current()
        if at >= 0:
            one = self._placed[at]
            self._placed[at] = Placed(one.name, min(MOST, max(LEAST, one.width + by)))
            self._tell()

    def _reset(self) -> None:
        self._placed = standard()
        self._tell()
        self.lines.setFocus()


def _name(line: _Line) -> str:
    return line.name


def _spoken(line: _Line) -> str:
    hidden = translate("CaseTable", "not shown")
    return f"{line.words} {line.width if line.shown else hidden}"


class _Orders(QObject):
    """Passes on which order was chosen in a menu."""

    picked = Signal(str)

    def on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))


def order_menu(host: QWidget, query: CaseQuery, take: Callable[[str], None]) -> None:
    """O: every order there is, the one in force ticked; once more turns it round. What cannot be sorted by is dimmed."""
    menu = menu_in(host)
    orders = _Orders(menu)
    orders.picked.connect(take)
    for place, item in enumerate((one for one in COLUMNS.values() if one.order), start=1):
        mark = f"&{place}  " if place < 10 else "    "
        way = "\t↓" if query.order == f"-{item.order}" else "\t↑" if query.order == item.order else ""
        action = menu.addAction(mark + translate("CaseTable", item.words) + way)
        action.setCheckable(True)
        action.setChecked(query.order.removeprefix("-") == item.order)
        action.setEnabled(can_order(query, item.order))
        action.setData(f"-{item.order}" if query.order == item.order else item.order)
    menu.triggered.connect(orders.on_triggered)
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if first is not None:
        menu.setActiveAction(first)
    menu.popup(host.mapToGlobal(QPoint(host.width() // 3, 90)))

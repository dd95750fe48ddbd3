"""Lists of rows painted whole: one delegate call a row, columns laid out once, thousands of rows fluid.

A list is a table view of one wide column with fixed row height. Its model hands out finished rows by number; changes are
told row by row and by key, so selection, scroll place and an open editor survive every refresh.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, title, width at 100 %, share of spare room, alignment, and when it drops (0 = never)."""

    name: str
    title: str
    width: int
    stretch: int = 0
    align: str = "left"
    drop: int = 0


class Columns:
    """Where each column lies at a given total width. Columns with a higher ``drop`` go first when it gets narrow; then those
    that stretch give way.
    """

    GAP = 12
    EDGE = 14

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        self._look = look
        self.columns = tuple(columns)
        self._at: tuple[int, int] = (-1, 0)
        self._cells: list[tuple[Column, int, int]] = []

    def change(self, columns: Sequence[Column]) -> None:
        """Show other columns; who painted the old ones paints these."""
        self.columns = tuple(columns)
        self._at = (-1, 0)

    def cells(self, width: int) -> list[tuple[Column, int, int]]:
        """(column, x, width) of the columns that have room, in order."""
        key = (width, self._look.scale)
        if key != self._at:
            self._at = key
            self._cells = self._lay_out(width)
        return self._cells

    def _lay_out(self, total: int) -> list[tuple[Column, int, int]]:
        px = self._look.px
        kept = list(self.columns)

        def need() -> int:
            return sum(px(column.width) for column in kept) + self.GAP * (len(kept) - 1) + 2 * self.EDGE

        while need() > total and any(column.drop for column in kept):
            kept.remove(max(kept, key=lambda column: column.drop))
        spare = total - need()
        shares = sum(column.stretch for column in kept) or 1
        x, cells = self.EDGE, []
        for column in kept:
            width = max(px(24), px(column.width) + spare * column.stretch // shares)
            cells.append((column, x, width))
            x += width + self.GAP
        return cells


CLOSER = 5
"""So many pixels less a row has where rows stand close; text of 14 px keeps its line of 20."""


class RowModel(QAbstractTableModel):
    """Rows by number. Subclasses give ``rowCount`` and ``row``; ``spoken`` is what a screen reader says of a row."""

    def __init__(self, spoken: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken

    def row(self, place: int) -> Any:
        """The row at a place; None while it is being fetched."""
        raise NotImplementedError

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return self._spoken(row) if row is not None else ""
        return None


def row_key(row: Any) -> str:
    """The key of a row that tells it itself."""
    return str(row.key)


class KeyedRows(RowModel):
    """A whole list in memory, by key. For lists of up to a few thousand rows."""

    def __init__(self, key: Callable[[Any], str], spoken: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self._key = key
        self._rows: list[Any] = []

    @property
    def rows(self) -> Sequence[Any]:
        """All rows in order."""
        return self._rows

    def row(self, place: int) -> Any:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: str) -> int:
        """Where a key stands; -1 when it does not."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def show(self, rows: Sequence[Any]) -> None:
        """Bring the list to ``rows`` with the fewest signals: removed, moved, inserted, changed."""
        wanted = {self._key(row): row for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._key(self._rows[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._put(place, row)

    def _put(self, place: int, row: Any) -> None:
        key = self._key(row)
        if place < len(self._rows) and self._key(self._rows[place]) == key:
            if self._rows[place] != row:
                self._rows[place] = row
                index = self.index(place, 0)
                self.dataChanged.emit(index, index)
            return
        old = next((at for at in range(place, len(self._rows)) if self._key(self._rows[at]) == key), -1)
        if old < 0:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
        self._rows.insert(place, self._rows.pop(old))
        self.endMoveRows()
        if self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)


class RowPainter(QStyledItemDelegate):
    """Paints rows. Subclasses give ``paint_cell``; grounds, hairlines and the selection bar are painted here."""

    def __init__(self, look: Look, columns: Columns, parent: QWidget | None = None, *, height: int = 42) -> None:
        super().__init__(parent)
        self.look = look
        self.columns = columns
        self._height = height
        self.close = False

    @property
    def row_height(self) -> int:
        """The height of every row in pixels; where rows stand close it is a little less."""
        return self.look.px(self._height - CLOSER if self.close else self._height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), self.row_height)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.model().row(index.row())  # type: ignore[attr-defined]
        self.paint_row(p, option.rect, row, selected=bool(option.state & QStyle.StateFlag.State_Selected))

    def paint_row(self, p: QPainter, rect: QRect, row: Any, *, selected: bool) -> None:
        """Paint one row, or the heading of a group; None is a row that is being fetched."""
        look = self.look
        if self.is_heading(row):
            p.fillRect(rect, look.color("bg2"))
            p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("ln"))
            self.paint_heading(p, rect, row)
            return
        if selected:
            p.fillRect(rect, look.color("accS"))
            p.fillRect(rect.left(), rect.top(), 3, rect.height(), look.color("acc"))
        p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("ln"))
        if row is None:
            return
        left, top, height = rect.left(), rect.top(), rect.height()
        for column, x, width in self.columns.cells(rect.width()):
            self.paint_cell(p, QRect(left + x, top, width, height), column.name, row)

    def is_heading(self, row: Any) -> bool:
        """Whether a row is the heading of a group."""
        return False

    def paint_heading(self, p: QPainter, rect: QRect, row: Any) -> None:
        """Paint the heading of a group."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        """Paint one cell."""
        raise NotImplementedError


class TextPainter(RowPainter):
    """Every cell is one text of its row. ``inks``: the role and the colour of each column."""

    def __init__(
        self,
        look: Look,
        columns: Columns,
        inks: Mapping[str, tuple[str, str]],
        parent: QWidget | None = None,
        *,
        height: int = 42,
    ) -> None:
        super().__init__(look, columns, parent, height=height)
        self._inks = inks

    def text_of(self, column: str, row: Any) -> str:
        """The text of a cell; by itself what the row calls like the column."""
        return str(getattr(row, column))

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        paint.elided(p, self.look, rect, self.text_of(column, row), *self._inks[column])


class ColumnHeader(QWidget):
    """The titles of the columns, laid out like the rows. A click on one asks to sort by it."""

    clicked = Signal(str)

    def __init__(self, look: Look, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns
        self._sorted = ""
        self._room: QWidget | None = None
        self.setFixedHeight(look.px(36))

    def follow(self, viewport: QWidget) -> None:
        """Lay the titles out over the same width as the rows, whether a scroll bar takes some of it or not."""
        self._room = viewport
        viewport.installEventFilter(self)

    def _width(self) -> int:
        return self._room.width() if self._room is not None else self.width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def show_sorted(self, column: str) -> None:
        """Mark the column the rows are sorted by."""
        self._sorted = column
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for column, x, width in self._columns.cells(self._width()):
            if x <= event.position().x() <= x + width:
                self.clicked.emit(column.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        for column, x, width in self._columns.cells(self._width()):
            align = paint.RIGHT if column.align == "right" else paint.CENTER if column.align == "center" else paint.LEFT
            paint.text(p, look, QRect(x, 0, width, self.height()), column.title, "caption", "tx3", align)
            if column.name == self._sorted:
                behind = x + look.width(column.title, "caption") + 6
                p.drawPixmap(round(behind), (self.height() - 12) // 2, look.icon("arrow-up", "tx3", 12))
        p.fillRect(0, self.height() - 1, self.width(), 1, look.color("ln"))


class RowView(QTableView):
    """The view of a list: keyboard first, one row at a time. J K and the arrows move, Enter opens."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(
        self, look: Look, model: RowModel, painter: RowPainter, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # A ground of our own, set up as Qt sets up the one it brings. To wrap a widget that Qt made, PySide first loads every
        # class of widgets there is: a tenth of the start.
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self._look = look
        self._painter = painter
        self._ground = ""
        self._held = False
        """Whether the selected row was in sight when last painted: then it stays in sight in another size."""
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)
        self.doubleClicked.connect(self._on_double_clicked)

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
        self.verticalScrollBar().setSingleStep(self._painter.row_height)
        if self._held:
            self.scrollTo(self.currentIndex())

    @property
    def place(self) -> int:
        """The selected row; -1 when there is none."""
        return self.currentIndex().row()

    def go(self, place: int) -> None:
        """Select a row; a heading is stepped over in the direction of the move."""
        count = self.model().rowCount()
        step = -1 if place < self.place else 1
        place = max(0, min(place, count - 1))
        while 0 <= place < count and self._is_heading(place):
            place += step
        if 0 <= place < count:
            self.setCurrentIndex(self.model().index(place, 0))

    def _is_heading(self, place: int) -> bool:
        return self._painter.is_heading(self.model().row(place))  # type: ignore[attr-defined]

    def update_row(self, place: int) -> None:
        """Repaint one row."""
        self.update(self.model().index(place, 0))

    def visible_places(self) -> range:
        """The rows in sight."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        count = self.model().rowCount()
        return range(max(0, first), (last if last >= 0 else count - 1) + 1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if plain and key == Qt.Key.Key_J:
            self.go(self.place + 1)
        elif plain and key == Qt.Key.Key_K:
            self.go(self.place - 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.place)
        elif plain and key == Qt.Key.Key_Down:
            self.go(self.place + 1)
        elif plain and key == Qt.Key.Key_Up:
            self.go(self.place - 1)
        elif plain and key == Qt.Key.Key_Home:  # the first row; Qt means the first column
            self.go(next((place for place in range(self.model().rowCount()) if not self._is_heading(place)), 0))
        elif plain and key == Qt.Key.Key_End:
            self.go(self.model().rowCount() - 1)
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the screen here, not a search in the list."""

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def lie_on(self, ground: str) -> None:
        """Paint the ground under the rows here, in a colour token. Then nothing shines through from below, and a scroll
        moves what stands painted and paints the new rows alone.
        """
        self._ground = ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground:
            p = QPainter(self.viewport())
            p.fillRect(event.rect(), self._look.color(self._ground))
            p.end()
        super().paintEvent(event)
        chosen = self.visualRect(self.currentIndex())
        self._held = chosen.isValid() and self.viewport().rect().contains(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._held:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def row_at(self, point: QPoint) -> int:
        """The row under a point of the viewport."""
        return self.rowAt(point.y())


class RowList(QWidget):
    """Column titles above a row view, which may be one of the caller's own kind."""

    def __init__(
        self,
        look: Look,
        model: RowModel,
        painter: RowPainter,
        name: str,
        parent: QWidget | None = None,
        *,
        view: RowView | None = None,
    ) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(look, painter.columns)
        self.view = view if view is not None else RowView(look, model, painter, name)
        self.header.follow(self.view.viewport())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.view, 1)
        self._look, self._painter = look, painter

    def stand_close(self, *, close: bool) -> None:
        """More rows for a low window."""
        if close != self._painter.close:
            self._painter.close = close
            self.header.setFixedHeight(self._look.px(28 if close else 36))
            self.view._restyle()

"""Rows of a foreign file as they stand there: column letters and headings above, row numbers at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from commandcenter.ui.importing.plan import SheetPlan
from commandcenter.ui.importing.words import field_word
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

WIDEST, NARROWEST = 260, 84
SHOWN_CELL = 120


class _Cells(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.titles: Sequence[str] = ()
        self.rows: Sequence[tuple[int, Sequence[str]]] = ()
        self.marked = -1
        self.unused: frozenset[int] = frozenset()

    def show(
        self, titles: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], unused: frozenset[int], marked: int
    ) -> None:
        self.beginResetModel()
        self.titles, self.rows, self.unused, self.marked = titles, rows, unused, marked
        self.endResetModel()

    def mark(self, column: int) -> None:
        self.marked = column
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.titles) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cells, column = self.rows[index.row()][1], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = cells[column] if column < len(cells) else ""
            return text if role == Qt.ItemDataRole.ToolTipRole or len(text) <= SHOWN_CELL else text[:SHOWN_CELL]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Horizontal:
                return self.titles[section] if section < len(self.titles) else ""
            return str(self.rows[section][0])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignLeft if orientation == Qt.Orientation.Horizontal else Qt.AlignmentFlag.AlignRight
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class _CellPainter(QStyledItemDelegate):
    def __init__(self, look: Look, cells: _Cells, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cells = cells

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, column = self._look, option.rect, index.column()
        marked = column == self._cells.marked
        if marked:
            p.fillRect(rect, look.color("accS"))
        p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("ln"))
        ink = "tx3" if column in self._cells.unused and not marked else "tx1"
        paint.elided(p, look, rect.adjusted(look.px(12), 0, -look.px(4), 0), str(index.data() or ""), "body", ink)


class RawTable(QTableView):
    """The first rows of a sheet; the column that is being looked at is lit, unused ones are grey."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cells = _Cells(self)
        self.setModel(self._cells)
        self.setItemDelegate(_CellPainter(look, self._cells, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        self._restyle()
        look.changed.connect(self._restyle)

    def show_sheet(self, sheet: SheetPlan | None, marked: int = -1) -> None:
        """Show the first rows of a sheet with one column lit (-1: none)."""
        if sheet is None:
            self._cells.show((), (), frozenset(), -1)
            return
        titles, unused = [], set()
        for column in sheet.map.columns:
            titles.append(f"{column.letter}  {column.heading or field_word(column.field)}")
            if not column.field:
                unused.add(column.index)
        self._cells.show(titles, sheet.rows, frozenset(unused), marked)
        self._fit()

    def mark(self, column: int) -> None:
        """Light a column and bring it into sight."""
        self._cells.mark(column)
        if self._cells.rows and 0 <= column < len(self._cells.titles):
            self.scrollTo(self._cells.index(max(0, self.rowAt(0)), column))

    def _fit(self) -> None:
        look, cells = self._look, self._cells
        for column, title in enumerate(cells.titles):
            texts = [row[column][:SHOWN_CELL] for _, row in cells.rows[:12] if column < len(row)]
            width = max((look.width(text, "body") for text in texts), default=0)
            width = max(width, look.width(title, "caption")) + look.px(28)
            self.setColumnWidth(column, min(max(width, look.px(NARROWEST)), look.px(WIDEST)))

    def _restyle(self) -> None:
        look = self._look
        self.horizontalHeader().setFont(look.font("caption"))
        self.verticalHeader().setFont(look.font("caption"))
        self.horizontalHeader().setFixedHeight(look.px(34))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setFixedWidth(look.px(64))
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.px(33))
        self._fit()

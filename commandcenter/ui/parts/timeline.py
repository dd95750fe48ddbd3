"""The timeline: time, node, words, author. Newest at the bottom; it stays there unless somebody scrolled up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex

IN_SIGHT = 200
"""Lines whose layout is kept: some more than a tall window shows."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line. ``sort``: situation, system, order, alarm, report. ``key`` is the event's id."""

    key: str
    time: str
    icon: str
    words: str
    author: str = ""
    sort: str = "situation"
    mark: str = ""
    struck: bool = False
    detail: str = ""


class TimelineModel(QAbstractListModel):
    """Lines by key; new ones are appended, changed ones told apart, never a reset for one change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TimelineRow] = []

    @property
    def rows(self) -> list[TimelineRow]:
        """All lines in order."""
        return self._rows

    def show(self, rows: Sequence[TimelineRow]) -> None:
        """Bring the list to ``rows`` with the fewest signals."""
        old, new = self._rows, list(rows)
        same = 0
        while same < len(old) and same < len(new) and old[same].key == new[same].key:
            same += 1
        if same < len(old):
            self.beginRemoveRows(QModelIndex(), same, len(old) - 1)
            del old[same:]
            self.endRemoveRows()
        for place in range(same):
            if old[place] is not new[place] and old[place] != new[place]:
                old[place] = new[place]
                index = self.index(place)
                self.dataChanged.emit(index, index)
        if len(new) > same:
            self.beginInsertRows(QModelIndex(), same, len(new) - 1)
            old.extend(new[same:])
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.time} {row.words} {row.author}".strip()
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Paints a line: 50 px time, a 24 px node, the words; orders blue and heavier, alarms red, the system grey."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, drill: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self.drill = drill
        self.time_width = 56
        self._heights: dict[str, tuple[TimelineRow, int, QSize]] = {}
        self._set: dict[str, tuple[TimelineRow, int, QTextLayout]] = {}
        look.changed.connect(self._heights.clear)
        look.changed.connect(self._set.clear)

    def _role(self, row: TimelineRow) -> str:
        if row.sort == "system":
            return "caption"
        return "name" if row.sort in ("order", "alarm") else "body"

    def _layout(self, row: TimelineRow, width: int) -> QTextLayout:
        words = f"{row.words}  {row.author}" if row.author else row.words
        layout = QTextLayout(words, self._look.font(self._role(row)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y, line_height = 0.0, self._look.line(self._role(row))
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
            y += line_height
        layout.endLayout()
        return layout

    def _laid_out(self, row: TimelineRow, width: int) -> QTextLayout:
        """The layout of a line that is in sight; it is painted with every line that comes in."""
        kept = self._set.get(row.key)
        if kept is None or kept[1] != width or (kept[0] is not row and kept[0] != row):
            if len(self._set) >= IN_SIGHT:
                del self._set[next(iter(self._set))]
            kept = self._set[row.key] = row, width, self._layout(row, width)
        return kept[2]

    def _room(self, width: int) -> int:
        return max(60, width - self._look.px(self.time_width + 46))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TimelineRow = index.model().rows[index.row()]  # type: ignore[attr-defined]  # asked for each line
        width = (
            option.widget.viewport().width() if isinstance(option.widget, QAbstractItemView) else option.rect.width()
        )
        kept = self._heights.get(row.key)
        if kept is None or kept[1] != width or (kept[0] is not row and kept[0] != row):
            lines = self._layout(row, self._room(width)).lineCount()
            size = QSize(width, lines * self._look.line(self._role(row)) + self._look.px(9))
            kept = self._heights[row.key] = row, width, size
        return kept[2]

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TimelineRow = index.data(Qt.ItemDataRole.UserRole)
        look, rect = self._look, option.rect
        alarm, order = row.sort == "alarm", row.sort == "order"
        ink = look.color("red", drill=self.drill) if alarm else look.color("tx3" if row.sort == "system" else "tx1")
        first = look.line(self._role(row))
        top = rect.top() + look.px(4)
        time = QRect(rect.left(), top, look.px(self.time_width) - 4, first)
        paint.text(p, look, time, row.time, "caption", ink if alarm else look.color("tx2"), paint.RIGHT)
        node = QRectF(
            rect.left() + look.px(self.time_width + 6), top + (first - look.px(22)) / 2, look.px(22), look.px(22)
        )
        below = QRectF(node.center().x() - 0.5, node.bottom(), 1, rect.bottom() - node.bottom())
        p.fillRect(below, look.color("ln2"))
        fill = look.color("redF", drill=self.drill) if alarm else look.color("accF" if order else "bg2")
        paint.rounded(p, node, 5, fill, None if alarm or order else look.color("ln2"))
        icon_ink = look.color("onred" if alarm else "onfill", drill=self.drill) if alarm or order else look.color("tx2")
        size = look.px(13)
        p.drawPixmap(
            QPointF(node.center().x() - size / 2, node.center().y() - size / 2), look.icon(row.icon, icon_ink, size)
        )
        self._words(p, row, rect, top, ink)

    def _words(self, p: QPainter, row: TimelineRow, rect: QRect, top: int, ink: QColor) -> None:
        look = self._look
        layout = self._laid_out(row, self._room(rect.width()))
        formats = []
        if row.author:
            grey = QTextLayout.FormatRange()
            grey.start, grey.length = len(row.words) + 2, len(row.author)
            grey.format.setForeground(look.color("tx3"))
            formats.append(grey)
        if row.struck:
            cut = QTextLayout.FormatRange()
            cut.start, cut.length = 0, len(row.words)
            cut.format.setFontStrikeOut(True)
            cut.format.setForeground(look.color("tx3"))
            formats.append(cut)
        p.setPen(ink)
        layout.draw(p, QPointF(rect.left() + look.px(self.time_width + 38), top), formats)


class Timeline(QListView):
    """A list of lines that stays at its end while new ones come in."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TimelineModel(self)
        self.painter = TimelineDelegate(look, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setViewportMargins(4, 4, 0, 4)
        self.verticalScrollBar().rangeChanged.connect(self._keep_end)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._note_end)

    def show_rows(self, rows: Sequence[TimelineRow], *, drill: bool = False) -> None:
        """Show lines."""
        self.painter.drill = drill
        self.lines.show(rows)

    def _note_end(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - 4

    def _keep_end(self, _low: int, high: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(high)

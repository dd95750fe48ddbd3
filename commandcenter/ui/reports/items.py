"""The ten items as rows of text with where each came from; the one that is written in carries an editor over its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from commandcenter.domain.sitrep_items import UNKNOWN_WORDS, Item, changed_spans
from commandcenter.ui.parts import paint
from commandcenter.ui.reports.words import item_word, sources_words
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

_UNKNOWN = re.compile("|".join(UNKNOWN_WORDS))
NUMBER, NAME, SOURCE = 24, 112, 190
TYPED_MS = 300


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as a row: its place, whether the report is signed, whether it is told in this report at all."""

    place: int
    item: Item
    stage: str
    frozen: bool = False
    drill: bool = False

    @property
    def shown(self) -> str:
        """What stands in the row."""
        if self.item.text:
            return self.item.text
        if self.stage != "initial" and self.item.before:
            return translate("Report", "as reported: {text}").format(text=self.item.before)
        return translate("Report", "nothing to say yet")

    @property
    def silent(self) -> bool:
        """Whether this report says nothing of it."""
        return not self.item.text

    @property
    def source(self) -> str:
        """Where it came from."""
        if self.silent and self.stage != "initial" and self.item.before:
            return translate("Report", "not repeated")
        if self.item.by_hand and self.item.hint:
            return translate("Report", "{source}; the record says more").format(source=sources_words(self.item))
        return sources_words(self.item)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        hint = translate("Report", "by now: {text}").format(text=self.item.hint) if self.item.hint else ""
        return ". ".join(part for part in (item_word(self.item.name), self.shown, self.source, hint) if part)


class ItemModel(QAbstractListModel):
    """The rows, changed one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ItemRow] = []

    @property
    def rows(self) -> Sequence[ItemRow]:
        """All rows."""
        return self._rows

    def show(self, rows: Sequence[ItemRow]) -> None:
        """Show rows; those that stay the same are left alone."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self._rows[place]:
                self._rows[place] = row
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row if role == Qt.ItemDataRole.UserRole else None


class ItemPainter(QStyledItemDelegate):
    """Number, name, text, source. What changed since the last report is blue, what is not known a dashed chip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.editing = -1

    def text_rect(self, rect: QRect) -> QRect:
        """Where the text of a row lies."""
        px = self.look.px
        left = rect.left() + px(14 + NUMBER + NAME)
        return QRect(
            left, rect.top(), max(60, rect.right() - left - self.source_width(rect.width()) - px(26)), rect.height()
        )

    def source_width(self, width: int) -> int:
        """How wide the column of sources is; it gives way before the text does."""
        return self.look.px(SOURCE if width >= self.look.px(640) else 120)

    def _layout(self, row: ItemRow, width: int) -> QTextLayout:
        look = self.look
        layout = QTextLayout(row.shown, look.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if row.silent:
            return _laid(layout, width, look.line("body"))
        formats = []
        if row.item.changed:
            for start, end in changed_spans(row.item.before, row.item.text):
                span = QTextLayout.FormatRange()
                span.start, span.length = start, end - start
                span.format.setForeground(look.color("acc"))
                span.format.setFontWeight(600)
                formats.append(span)
        layout.setFormats(formats)
        return _laid(layout, width, look.line("body"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ItemRow = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        room = self.text_rect(QRect(0, 0, width, 10)).width()
        lines = self._layout(row, room).lineCount()
        px = self.look.px
        height = px(24) + lines * self.look.line("body")
        if row.item.hint:
            height += px(20)
        if index.row() == self.editing:
            height = max(height, px(92))
        return QSize(width, max(px(44), height))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ItemRow = index.data(Qt.ItemDataRole.UserRole)
        look, rect, px = self.look, option.rect, self.look.px
        if option.state & QStyle.StateFlag.State_Selected:
            p.fillRect(rect, look.color("accS"))
            p.fillRect(rect.left(), rect.top(), 3, rect.height(), look.color("acc"))
        p.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("ln"))
        first = QRect(rect.left() + px(14), rect.top() + px(12), px(NUMBER), look.line("body"))
        paint.text(p, look, first, str(row.place), "caption", "tx3")
        name = QRect(first.right(), first.top(), px(NAME - 8), first.height())
        paint.elided(p, look, name, item_word(row.item.name), "body", "tx2")
        source = QRect(
            rect.right() - self.source_width(rect.width()) - px(12),
            first.top(),
            self.source_width(rect.width()),
            first.height(),
        )
        touched = row.item.changed or row.item.by_hand
        paint.elided(
            p, look, source, row.source, "caption", "acc" if touched and not row.silent else "tx3", paint.RIGHT
        )
        if index.row() == self.editing:
            return
        text = self.text_rect(rect)
        layout = self._layout(row, text.width())
        at = QPointF(text.left(), first.top())
        p.setPen(look.color("tx3" if row.silent else "tx1"))
        layout.draw(p, at)
        if not row.silent:
            self._paint_chips(p, layout, row.shown, at)
        if row.item.hint:
            below = QRect(
                text.left(), round(at.y()) + layout.lineCount() * look.line("body") + px(2), text.width(), px(18)
            )
            words = translate("Report", "by now: {text}").format(text=row.item.hint)
            paint.elided(p, look, below.adjusted(px(18), 0, 0, 0), words, "caption", "amb")
            size = px(13)
            p.drawPixmap(QPointF(below.left(), below.center().y() - size / 2), look.icon("info", "amb", size))

    def _paint_chips(self, p: QPainter, layout: QTextLayout, text: str, at: QPointF) -> None:
        """A dashed frame round every word that says that something is not known."""
        look = self.look
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(look.color("ln3"), 1, Qt.PenStyle.DashLine))
        for found in _UNKNOWN.finditer(text):
            line = layout.lineForTextPosition(found.start())
            if not line.isValid():
                continue
            left = _x(line, found.start())
            right = _x(line, min(found.end(), line.textStart() + line.textLength()))
            box = QRectF(at.x() + left - 2, at.y() + line.y(), right - left + 4, line.height())
            p.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), 4, 4)
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _x(line: QTextLine, place: int) -> float:
    """Where a character of a line begins."""
    found: Any = line.cursorToX(place)  # (x, place), though the stubs say otherwise
    return float(found[0])


def _laid(layout: QTextLayout, width: int, height: int) -> QTextLayout:
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, y + (height - line.height()) / 2))
        y += height
    layout.endLayout()
    return layout


class _Editor(QPlainTextEdit):
    """Enter keeps what is written, Shift+Enter a new line, Esc takes it back."""

    kept = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.kept.emit()


class ItemList(QListView):
    """The ten rows. ``typed`` tells what stands in the editor while it is written, ``wrote`` what was kept."""

    typed = Signal(str, str)
    wrote = Signal(str, str)
    left_off = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.items = ItemModel(self)
        self.painter = ItemPainter(look, self)
        self.setModel(self.items)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(translate("Report", "The ten items"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.editor = _Editor(self.viewport())
        self.editor.hide()
        self.editor.setAccessibleName(translate("Report", "Text of the item"))
        self.editor.kept.connect(self.keep)
        self.editor.dropped.connect(self.drop)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(TYPED_MS)
        self._settle.timeout.connect(self._on_typed)
        self.editor.textChanged.connect(self._settle.start)
        self._began = ""
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def place(self) -> int:
        """The chosen row."""
        return self.currentIndex().row()

    @property
    def chosen(self) -> ItemRow | None:
        """The chosen item."""
        return self.items.rows[self.place] if 0 <= self.place < len(self.items.rows) else None

    @property
    def writing(self) -> bool:
        """Whether the editor is open."""
        return self.painter.editing >= 0

    def show_items(self, rows: Sequence[ItemRow]) -> None:
        """Show the items; the one that is being written in is not touched."""
        self.items.show(rows)
        if self.place < 0 and rows:
            self.go(0)
        if not self.writing:
            self.scheduleDelayedItemsLayout()

    def go(self, place: int) -> None:
        """Choose a row."""
        if self.items.rows:
            self.setCurrentIndex(self.items.index(max(0, min(place, len(self.items.rows) - 1))))

    def write(self) -> None:
        """Open the editor on the chosen item."""
        row = self.chosen
        if row is None or row.frozen or self.writing:
            return
        self.painter.editing = self.place
        self._began = row.item.text
        self.editor.blockSignals(True)
        self.editor.setPlainText(row.item.text)
        self.editor.blockSignals(False)
        self.editor.selectAll()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_editor()
        self.editor.show()
        self.editor.setFocus()

    def keep(self) -> None:
        """Close the editor; what is written stands."""
        row = self._close()
        if row is not None:
            text = self.editor.toPlainText().strip()
            if text != self._began:
                self.wrote.emit(row.item.name, text)
            else:
                self.left_off.emit(row.item.name)

    def drop(self) -> None:
        """Close the editor; what stood before stands."""
        row = self._close()
        if row is not None:
            self.left_off.emit(row.item.name)

    def _close(self) -> ItemRow | None:
        if not self.writing:
            return None
        place, self.painter.editing = self.painter.editing, -1
        self._settle.stop()
        self.editor.hide()
        self.setFocus()
        self.scheduleDelayedItemsLayout()
        return self.items.rows[place]

    def _on_typed(self) -> None:
        row = self.chosen
        if self.writing and row is not None and self.editor.toPlainText().strip() != self._began:
            self.typed.emit(row.item.name, self.editor.toPlainText().strip())

    def _place_editor(self) -> None:
        rect = self.visualRect(self.items.index(self.painter.editing))
        text = self.painter.text_rect(rect)
        self.editor.setGeometry(text.adjusted(-self._look.px(6), self._look.px(5), self._look.px(4), -self._look.px(6)))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.writing:
            self._place_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.writing:
            self._place_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self.go(self.place + 1)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self.go(self.place - 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.write()
        elif plain and key == Qt.Key.Key_Home:
            self.go(0)
        elif plain and key == Qt.Key.Key_End:
            self.go(len(self.items.rows) - 1)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the screen here."""

    def _on_double_clicked(self, _index: Any) -> None:
        self.write()

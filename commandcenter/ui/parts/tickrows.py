"""Lists whose rows can be ticked, and lists shown as a whole once: what imports are looked through with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import RowModel, RowPainter, RowView
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class WholeRows(RowModel):
    """A list that is shown as a whole, once: thousands of rows that do not change under the hand."""

    def __init__(self, spoken: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self._rows: Sequence[Any] = ()

    @property
    def rows(self) -> Sequence[Any]:
        """All rows in order."""
        return self._rows

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, place: int) -> Any:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)


class TickView(RowView):
    """A list whose rows can be ticked: X, or a click on the box at the left."""

    ticked = Signal(int)

    BOX = 44

    def __init__(
        self, look: Look, model: RowModel, painter: RowPainter, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, model, painter, name, parent)
        self._px = look.px
        self.clicked.connect(self._on_clicked)
        self._pressed_in_box = False

    def mousePressEvent(self, event: object) -> None:
        self._pressed_in_box = event.position().x() < self._px(self.BOX)  # type: ignore[attr-defined]
        super().mousePressEvent(event)  # type: ignore[arg-type]

    def _on_clicked(self, index: object) -> None:
        if self._pressed_in_box:
            self.ticked.emit(index.row())  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_X and not event.modifiers() and self.place >= 0:
            self.ticked.emit(self.place)
            return
        super().keyPressEvent(event)


def paint_tick(p: QPainter, look: Look, left: float, middle: float, *, on: bool, free: bool = True) -> None:
    """A tick box painted in a row."""
    size = look.px(18)
    box = QRectF(left, middle - size / 2, size, size)
    if on:
        paint.rounded(p, box, 3, look.color("accF" if free else "ln3"), None)
        inner = look.px(14)
        shift = (size - inner) / 2
        p.drawPixmap(round(box.left() + shift), round(box.top() + shift), look.icon("check", "onfill", inner))
    else:
        paint.rounded(p, box, 3, look.color("inp") if free else None, look.color("ln3" if free else "ln2"))

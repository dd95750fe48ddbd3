"""What every stage of the import screen is: a page that shows the plan, tells its keys and whether one may go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from commandcenter.ui.importing.plan import Plan
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, column, row
from commandcenter.ui.parts.rows import RowModel, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Page(QWidget):
    """A stage. ``changed`` tells that what was chosen has changed, so that bars, buttons and keys follow."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.look = context.look
        self.plan = Plan()

    def show_plan(self, plan: Plan) -> None:
        """Show the plan; it may have changed since it was shown before."""
        self.plan = plan

    def focus_first(self) -> None:
        """Put the keyboard where the work is."""

    def hints(self) -> Hints:
        """The keys of this stage, besides those to go on and back."""
        return ()

    def ways(self) -> Mapping[int, Callable[[], None]]:
        """Plain key → what it does here."""
        return {}

    def lacks(self) -> str:
        """What is missing before one can go on, in a sentence; empty when nothing is."""
        return ""

    def note(self) -> str:
        """A sentence at the foot that is no obstacle."""
        return ""


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


class Facts(QWidget):
    """Facts below each other, each with its icon; a warning is amber."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def say(self, *facts: tuple[str, str] | tuple[str, str, str]) -> None:
        """Show (icon, words) or (icon, words, tone)."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words, *tone in facts:
            self._lines.addWidget(_fact(self._look, icon, words, tone[0] if tone else "2"))


def _fact(look: Look, icon: str, words: str, tone: str) -> QWidget:
    line = QWidget()
    picture = QLabel()
    ink = {"2": "tx3", "1": "tx2"}.get(tone, tone)
    picture.setPixmap(look.icon(icon, ink, look.px(16)))
    picture.setFixedWidth(look.px(16))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    picture.setContentsMargins(0, look.px(2), 0, 0)
    text = Label(look, words, "body", tone)
    text.setWordWrap(True)
    parts = row(picture, gap=10)
    parts.addWidget(text, 1)
    line.setLayout(parts)
    return line


class Card(QFrame):
    """An amber-edged card: what broke, then what is not broken."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "warn")
        self._picture = QLabel()
        self._picture.setPixmap(look.icon("triangle-alert", "amb", look.px(20)))
        self.words = Label(look, "", "name", "1")
        self.words.setWordWrap(True)
        self.whole = Label(look, "", "caption", "2")
        self.whole.setWordWrap(True)
        shield = QLabel()
        shield.setPixmap(look.icon("shield-check", "ok", look.px(16)))
        below = row(shield, gap=8)
        below.addWidget(self.whole, 1)
        texts = column(self.words, gap=8)
        texts.addLayout(below)
        whole = row(self._picture, gap=12, margins=(14, 12, 14, 12))
        whole.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        self.setLayout(whole)
        self.hide()

    def say(self, words: str, whole: str) -> None:
        """Show what broke and what did not; without words the card goes away."""
        self.words.setText(words)
        self.whole.setText(whole)
        self.setVisible(bool(words))

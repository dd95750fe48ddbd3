"""Reading aloud: one hands over to another, item by item. Enter when the other has nodded; two names sign at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

SEEN_ROWS = 7


@dataclass(frozen=True, slots=True)
class AloudRow:
    """An item: its key, what is read, a note behind it, whether it was read."""

    key: str
    words: str
    note: str = ""
    read: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed: who goes, who comes, which items were read, a remark."""

    out: str
    into: str
    read: tuple[str, ...]
    words: str


class AloudPainter(RowPainter):
    """A number, a tick once it is read, the words; the row that is read now has the speaker."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("mark", "", 20), Column("words", "", 200, 5), Column("note", "", 60, 1)]
        super().__init__(look, Columns(look, columns), parent, height=44)
        self.current = ""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AloudRow) -> None:
        look = self.look
        if column == "mark":
            name, tone = ("circle-check", "ok") if row.read else ("circle", "tx3")
            if row.key == self.current:
                name, tone = "volume-2", "acc"
            size = look.px(18)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(name, tone, size))
        elif column == "words":
            paint.elided(p, look, rect, row.words, "name", "tx2" if row.read else "tx1")
        else:
            paint.elided(p, look, rect, row.note, "caption", "tx2", paint.RIGHT)


class ReadAloudSheet(Sheet):
    """Items to be read, then two names. ``signed`` emits ``Signed``; what was not read needs a remark."""

    signed = Signal(object)

    def __init__(self, look: Look, host: QWidget, title: str, rows: Sequence[AloudRow], out: str, send: str) -> None:
        super().__init__(look, host, title, width=760)
        self._rows = list(rows)
        self.model = KeyedRows(_key, _spoken, self)
        self.painter = AloudPainter(look, self)
        self.view = RowView(look, self.model, self.painter, title)
        self.view.setMinimumHeight(self.painter.row_height * max(1, min(3, len(self._rows))) + 2)
        self.view.opened.connect(self._nod)
        self.empty = Empty(look, "circle-check", self.tr("Nothing is open"), self.tr("Both sign below."))
        self.body.addWidget(self.view if self._rows else self.empty, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self.out, self.into, self.words = QLineEdit(out), QLineEdit(), QLineEdit()
        names = ((self.out, self.tr("Who goes")), (self.into, self.tr("Who comes")))
        for place, (line, words) in enumerate(names):
            line.setAccessibleName(words)
            grid.addWidget(Label(look, words + " *", "caption", "2"), 0, place)
            grid.addWidget(line, 1, place)
            line.textEdited.connect(self._show)
        remark = self.tr("Remark, if something is not read")
        self.words.setAccessibleName(remark)
        self.words.textEdited.connect(self._show)
        grid.addWidget(Label(look, remark, "caption", "2"), 2, 0, 1, 2)
        grid.addWidget(self.words, 3, 0, 1, 2)
        self.body.addLayout(grid)
        self.button = Button(look, send, key="Ctrl Enter", kind="primary")
        self.button.clicked.connect(self.sign)
        self.add_button(self.button)
        self._send = send
        self._show()

    def open_sheet(self) -> None:
        """Show the sheet; the keyboard is at the first item, or at the name when nothing is open."""
        self.present(self.view if self._rows else self.into)
        if self._rows:
            self.view.go(0)
            self._show()

    def wanted_size(self) -> tuple[int, int]:
        """Room for seven items; where the window is lower the list gives way, not the names."""
        width, height = super().wanted_size()
        if not self._rows:
            return width, height
        rows = self.painter.row_height * min(SEEN_ROWS, len(self._rows)) + 2
        return width, height + rows - self.view.sizeHint().height()

    @property
    def unread(self) -> int:
        """How many items were not read."""
        return sum(not row.read for row in self._rows)

    def _nod(self, place: int) -> None:
        """The other has nodded: the next one."""
        if 0 <= place < len(self._rows):
            self._rows[place] = replace(self._rows[place], read=True)
            self._show()
            following = next((at for at, row in enumerate(self._rows) if not row.read), -1)
            if following >= 0:
                self.view.go(following)
            else:
                (self.into if not self.into.text().strip() else self.button).setFocus()
            self._show()

    def _show(self) -> None:
        place = self.view.place
        standing = self._rows[place] if 0 <= place < len(self._rows) else None
        self.painter.current = standing.key if standing is not None and not standing.read else ""
        self.model.show(self._rows)
        done = len(self._rows) - self.unread
        self.caption.setText(self.tr("read {n} of {all}").format(n=done, all=len(self._rows)))
        names = bool(self.out.text().strip() and self.into.text().strip())
        ready = names and (not self.unread or bool(self.words.text().strip()))
        self.button.setEnabled(ready)
        left = self.tr("{n} to read").format(n=self.unread) if self.unread else self.tr("two names")
        self.button.set_text(self._send if ready else self.tr("{send}: {left}").format(send=self._send, left=left))
        self.view.viewport().update()

    def sign(self) -> None:
        """Both have signed."""
        if self.button.isEnabled():
            read = tuple(row.key for row in self._rows if row.read)
            self.signed.emit(Signed(self.out.text(), self.into.text(), read, self.words.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sign()
        else:
            super().keyPressEvent(event)


def _key(row: AloudRow) -> str:
    return row.key


def _spoken(row: AloudRow) -> str:
    return f"{row.words} {row.note}"

"""G: what is hard enough for the agenda, each with the reasons. X ticks, Ctrl+Enter puts all that is ticked on it in one act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.journal.reading.agenda import MOST, Candidate
from commandcenter.ui import when
from commandcenter.ui.bank_words import ABOUT, bank_word, reasons
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class _Painter(RowPainter):
    def __init__(self, look: Look, reference: Reference, now: int, parent: QWidget) -> None:
        columns = [
            Column("tick", "", 20),
            Column("about", translate("Consultations", "About"), 40),
            Column("why", translate("Consultations", "Why"), 150, 2),
            Column("title", translate("Consultations", "What it is about"), 200, 5),
            Column("unit", translate("Consultations", "Unit"), 110, 2),
            Column("due", translate("Consultations", "Due"), 100, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self._reference, self._now = reference, now
        self.ticked: dict[str, None] = {}

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Candidate) -> None:
        look = self.look
        if column == "tick":
            size, ticked = look.px(16), row.id in self.ticked
            icon, tone = ("square-check", "acc") if ticked else ("square", "tx3")
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(icon, tone, size))
        elif column == "about":
            paint.elided(p, look, rect, bank_word(ABOUT, row.about), "body", "tx2")
        elif column == "why":
            paint.elided(p, look, rect, reasons(" ".join(row.reasons)), "name", "tx1")
        elif column == "title":
            paint.elided(p, look, rect, f"{row.title or row.number}", "body", "tx1")
        elif column == "unit" and row.unit:
            paint.elided(p, look, rect, self._reference.unit_name(row.unit), "body", "tx2")
        elif column == "due" and row.due_at is not None:
            over = row.due_at <= self._now
            paint.text(p, look, rect, when.moment(row.due_at, self._now), "body", "red" if over else "tx2", paint.RIGHT)


class CandidatesSheet(Sheet):
    """``chosen`` emits what was ticked, in the order of the list; nothing ticked means the row the keyboard is on."""

    chosen = Signal(object)

    def __init__(self, look: Look, host: QWidget, found: Sequence[Candidate], reference: Reference, now: int) -> None:
        super().__init__(look, host, translate("Consultations", "Hard cases for the agenda"), width=1080)
        self.caption.setText(
            translate("Consultations", "X ticks, Ctrl+A ticks all; Ctrl+Enter puts them on the agenda")
        )
        if sum(one.about == "case" for one in found) >= MOST:
            told = translate("Consultations", "The {n} cases that are due first; the others stay in the list of cases.")
            self.say(told.format(n=MOST))
        self.model = KeyedRows(_key, _spoken, self)
        self.painter = _Painter(look, reference, now, self)
        name = translate("Consultations", "Hard cases")
        self.view = RowView(look, self.model, self.painter, name)
        self.view.opened.connect(self._on_opened)
        self.model.show(list(found))
        self.body.addWidget(RowList(look, self.model, self.painter, name, view=self.view))
        self.view.setMinimumHeight(look.px(380))
        self.cancel = Button(look, translate("Consultations", "Not now"), key="Esc", kind="ghost")
        self.cancel.clicked.connect(self.dismiss)
        self.put = Button(look, "", key="Ctrl Enter", kind="primary")
        self.put.clicked.connect(self.send)
        self.add_button(self.cancel)
        self.add_button(self.put)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self.view.go(0)
        self._count()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.view)

    def _count(self) -> None:
        words = translate("Consultations", "Put {n} on the agenda").format(n=max(1, len(self.painter.ticked)))
        self.put.set_text(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_X, Qt.Key.Key_Space) and not held:
            self._on_opened(self.view.place)
            self.view.go(self.view.place + 1)
        elif key == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            whole = len(self.painter.ticked) == self.model.rowCount()
            self.painter.ticked = {} if whole else {one.id: None for one in self.model.rows}
            self._shown()
        else:
            super().keyPressEvent(event)

    def _on_opened(self, place: int) -> None:
        """Enter, X, a double click: tick, or take the tick away."""
        one = self.model.row(place)
        if one is None:
            return
        if one.id in self.painter.ticked:
            del self.painter.ticked[one.id]
        else:
            self.painter.ticked[one.id] = None
        self._shown()

    def _shown(self) -> None:
        self.view.viewport().update()
        self._count()

    def send(self) -> None:
        """Ctrl+Enter."""
        ticked = self.painter.ticked
        chosen = [one for one in self.model.rows if one.id in ticked]
        here = self.model.row(self.view.place)
        if not chosen and here is not None:
            chosen = [here]
        if chosen:
            self.dismiss()
            self.chosen.emit(chosen)


def _key(one: Candidate) -> str:
    return one.id


def _spoken(one: Candidate) -> str:
    return f"{one.number} {one.title}"

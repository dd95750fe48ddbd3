"""Who is to be erased: found by number or name among all cases, ticked one by one, and made into a request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from commandcenter.desk.read import Read
from commandcenter.domain.case_likeness import spellings
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.settings.erasure_words import REASON_WORDS, ListedPainter, told

MOST_FOUND = 50
"""So many of the newest cases are offered for one number or name."""
FIND_MS = 200


def found_in(read: Read, text: str) -> list[CaseRow]:
    """The newest cases with a phone number, however it was written, with a number of ours, or with these words."""
    text = text.strip()
    if len(text) < 2:
        return []
    ids = dict.fromkeys(one.id for one in read.intake.by_phone(text)) if spellings(text) else {}
    number = read.cases.by_number(text)
    if number:
        ids[number] = None
    rows = {row.id: row for row in read.cases.by_id(list(ids))} if ids else {}
    for row in read.cases.search(text, MOST_FOUND):
        rows.setdefault(row.id, row)
    return sorted(rows.values(), key=lambda row: (-row.received_at, row.id))[:MOST_FOUND]


class PickCases(FormSheet):
    """``picked`` emits what was entered, with ``cases``: the ids that are ticked.

    With ``asks`` it also takes why, who asks and what was said.
    """

    picked = Signal(object)

    def __init__(self, context: Context, host: Any, title: str, send: str, *, asks: bool, begin: Sequence[str]) -> None:
        desk = context.desk
        reasons = [(code, told(REASON_WORDS, code)) for code in ("request", "unlawful")]
        fields = [
            Field(
                "find",
                self.tr("Phone number, name, or number of a case"),
                wide=True,
                hint=self.tr("at least two characters"),
            ),
        ]
        if asks:
            fields += [
                Field("reason", self.tr("Why"), "choice", "request", reasons),
                Field("asker", self.tr("Who asks")),
                Field("words", self.tr("What was asked for, how it was checked who asks"), wide=True),
            ]
        super().__init__(context.look, host, title, fields, send=send, width=820, now=desk.clock.now)
        self._desk = desk
        self.ticked: set[str] = set(begin)
        self._kept = tuple(begin)
        self.rows = KeyedRows(_key, _spoken, self)
        painter = ListedPainter(context.look, self, ticked=self.ticked)
        self.list = RowList(context.look, self.rows, painter, self.tr("Cases found"))
        self.list.setFixedHeight(context.look.px(236))
        self.list.view.opened.connect(self._on_opened)
        self.list.view.installEventFilter(self)
        self.form.add_below(self.list)
        self.count = Label(context.look, "", "caption", "2")
        self.form.add_below(self.count)
        self._find_later = QTimer(self)
        self._find_later.setSingleShot(True)
        self._find_later.setInterval(FIND_MS)
        self._find_later.timeout.connect(self.look_up)
        self.form.changed.connect(self._find_later.start)
        self.submitted.connect(self._on_submitted)
        self.look_up()

    def look_up(self) -> None:
        """Look for what is typed; ticked ones stay in the list."""
        rows = found_in(self._desk.read, self.form.text("find"))
        ids = {row.id for row in rows}
        kept = [key for key in dict.fromkeys((*self._kept, *sorted(self.ticked))) if key not in ids]
        standing = self._desk.read.cases.by_id(kept) if kept else []
        self.rows.show([*standing, *rows])
        self._tell()

    def _tell(self) -> None:
        words = self.tr("{n} ticked of {of} found; Space ticks, Ctrl+A all")
        self.count.setText(words.format(n=len(self.ticked), of=self.rows.rowCount()))
        self.list.view.viewport().update()

    def _on_opened(self, place: int) -> None:
        row = self.rows.row(place)
        if row is not None:
            self.ticked.symmetric_difference_update({row.id})
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self._on_opened(self.list.view.place)
                return True
            if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.ticked.update(row.id for row in self.rows.rows)
                self._tell()
                return True
        return super().eventFilter(watched, event)

    def _on_submitted(self, values: dict[str, Any]) -> None:
        chosen = tuple(row.id for row in self.rows.rows if row.id in self.ticked)
        if not chosen:
            self.say(self.tr("Tick at least one case."))
            return
        self.picked.emit({name: value for name, value in values.items() if name != "find"} | {"cases": chosen})


def _key(row: CaseRow) -> str:
    return row.id


def _spoken(row: CaseRow) -> str:
    return f"{row.number} {row.title}"

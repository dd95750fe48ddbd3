"""A section that is a table of records: a list at the left, the chosen one with its history at the right.

A adds, F2 changes, Del takes out of use; each change has a reason and stays in the history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.command import Command
from commandcenter.domain.record import Change, Record, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.section import Section

translate = QCoreApplication.translate


class TableSection(Section):
    """Base of the sections that are tables. Subclasses give the family, the rows, the form and the commands."""

    family = ""
    takes = frozenset({Qt.Key.Key_F2})
    side_width = (420, 330)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self.records: dict[str, Record] = {}
        self.sheet: FormSheet | None = None
        self.editing = ""
        self._at = ""
        self._build()

    # -- what a table is -------------------------------------------------------------------------------------------

    def painter(self) -> RowPainter:
        """What paints a row."""
        raise NotImplementedError

    def rows(self) -> Sequence[Any]:
        """The rows to show; each has a ``key``, the id of its record."""
        raise NotImplementedError

    def fields(self, told: Mapping[str, Any], *, changing: bool) -> list[Field]:
        """The fields of the form, filled from a record's fields."""
        raise NotImplementedError

    def adding(self, values: Mapping[str, Any]) -> Command:
        """The command that enters a new record. Raises ``ValueError`` with a field that cannot be read."""
        raise NotImplementedError

    def changing(self, record: Record, values: Mapping[str, Any]) -> Command:
        """The command that changes one. Raises ``ValueError`` with a field that cannot be read."""
        raise NotImplementedError

    def spoken(self, row: Any) -> str:
        """What a screen reader says of a row."""
        raise NotImplementedError

    def entry_words(self, fields: Mapping[str, Any]) -> str:
        """What stood in a record after an entry, in a word."""
        raise NotImplementedError

    def side_above(self) -> QWidget | None:
        """A widget above the history, about the chosen row."""
        return None

    def show_side(self, row: Any | None) -> None:
        """Show the chosen row in that widget."""

    def opened(self, sheet: FormSheet) -> None:
        """The sheet of a new or changed record is about to open; ``editing`` is the key of the one changed."""

    def note(self) -> str:
        """What is said below the list."""
        return ""

    # -- building --------------------------------------------------------------------------------------------------

    def hints(self) -> Hints:
        return (
            ("A", translate("RuleTable", "add")),
            ("F2", translate("RuleTable", "change")),
            ("Del", translate("RuleTable", "take out of use")),
        )

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panel = Panel(look, self.words(), "")
        self.add_button = Button(look, translate("RuleTable", "Add"), key="A", icon="plus", small=True)
        self.change_button = Button(look, translate("RuleTable", "Change"), key="F2", icon="pencil", small=True)
        self.retire_button = Button(look, translate("RuleTable", "Retire"), key="Del", small=True, kind="ghost")
        for button, act in (
            (self.retire_button, self.retire),
            (self.change_button, self.change),
            (self.add_button, self.add),
        ):
            self.panel.add_to_head(button)
            button.clicked.connect(act)
        self.model = KeyedRows(_key, self.spoken, self)
        painter = self.painter()
        self.list = RowList(look, self.model, painter, self.words())
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.list, 1)
        self.foot = Label(look, self.note(), "caption", "3")
        self.foot.setWordWrap(True)
        self.panel.add_foot(self.foot)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        above = self.side_above()
        if above is not None:
            column.addWidget(above)
        panel = Panel(
            look, translate("RuleTable", "History"), translate("RuleTable", "only added to, never deleted"), head=40
        )
        self.history = HistoryView(look, translate("RuleTable", "History"), lead=96)
        panel.body.addWidget(self.history, 1)
        column.addWidget(panel, 1)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.side)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self.look.px
        self.side.setFixedWidth(px(self.side_width[0] if self.width() > px(1250) else self.side_width[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self.records = self.desk.read.reference.records(self.family)
        chosen = self.chosen()
        keep = self._at or (chosen.key if chosen is not None else "")
        self._at = ""
        rows = self.rows()
        self.model.show(rows)
        self.view.go(max(0, self.model.place_of(keep)) if keep else 0)
        active = sum(record.active for record in self.records.values())
        self.panel.caption.setText(translate("RuleTable", "{n} in use").format(n=active))
        self._on_moved(self.view.place)

    def chosen(self) -> Any | None:
        """The row the mark is on."""
        return self.model.row(self.view.place)

    def record(self) -> Record | None:
        """The record of the chosen row; None where the row is not of this table."""
        chosen = self.chosen()
        return self.records.get(chosen.key) if chosen is not None else None

    def _on_moved(self, _place: int) -> None:
        record = self.record()
        self.change_button.setEnabled(record is not None)
        self.retire_button.setEnabled(record is not None)
        self.show_side(self.chosen())
        self.history.show_rows(self._entries(record) if record is not None else [])

    def _entries(self, record: Record) -> list[HistoryRow]:
        standing: dict[str, Any] = {}
        found = []
        for change in self.desk.read.reference.record(record.subject).history:
            standing |= change.fields
            found.append(self._entry(change, standing))
        return found[::-1]

    def _entry(self, change: Change, standing: Mapping[str, Any]) -> HistoryRow:
        lead = translate("RuleTable", "retired") if change.verb == "retired" else self.entry_words(standing)
        words = translate("RuleTable", "{who}, {day}").format(who=self.author(change), day=self.day(change.at))
        return HistoryRow(str(change.id), lead, words, change.reason or str(standing.get("source", "")))

    # -- acting ----------------------------------------------------------------------------------------------------

    def _now(self) -> int:
        return self.desk.clock.now()

    def _open(self, title: str, fields: list[Field], send: str, *, danger: bool = False) -> FormSheet:
        self.sheet = FormSheet(self.look, self.host, title, fields, send=send, danger=danger, now=self._now)
        return self.sheet

    def add(self) -> None:
        """A: a new record."""
        sheet = self._open(
            translate("RuleTable", "Add"), self.fields({}, changing=False), translate("RuleTable", "Enter")
        )
        self.editing = ""
        sheet.submitted.connect(self._on_add)
        self.opened(sheet)
        sheet.open_sheet()

    def _on_add(self, values: dict[str, Any]) -> None:
        self._send(self.adding, values, translate("RuleTable", "Entered; it holds for orders from now on"))

    def change(self) -> None:
        """F2: change the chosen record."""
        record = self.record()
        if record is None:
            return
        fields = self.fields(record.fields, changing=True)
        sheet = self._open(translate("RuleTable", "Change"), fields, translate("RuleTable", "Save"))
        self.editing = record.id
        sheet.submitted.connect(self._on_change)
        self.opened(sheet)
        sheet.begin_at(self.first_field)
        sheet.open_sheet()

    first_field = ""

    def _on_change(self, values: dict[str, Any]) -> None:
        said = translate("RuleTable", "Saved; orders under way keep what they were given")
        self._send(self._changed, values, said)

    def _changed(self, values: Mapping[str, Any]) -> Command:
        record = self.record()
        if record is None:
            raise ValueError("")
        return self.changing(record, values)

    def _send(self, make: Any, values: dict[str, Any], said: str) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        try:
            command = make(values)
        except ValueError as error:
            sheet.form.mark_wrong(str(error))
            sheet.say(translate("RuleTable", "This cannot be read as it is written."))
            return
        self._at = command.subject.partition("/")[2]
        self.send(command, said, sheet)

    def retire(self) -> None:
        """Del: take the chosen record out of use."""
        record = self.record()
        if record is None:
            return
        title = translate("RuleTable", "Take out of use")
        reason = Field("reason", translate("RuleTable", "Why it ends"), required=True, wide=True)
        sheet = self._open(title, [reason], title, danger=True)
        sheet.submitted.connect(self._on_retire)
        sheet.open_sheet()

    def _on_retire(self, values: dict[str, Any]) -> None:
        record = self.record()
        if record is not None:
            command = RetireRecord(subject=record.subject, reason=str(values["reason"]))
            self.send(command, translate("RuleTable", "Taken out of use; the history keeps it"), self.sheet)

    def _on_opened(self, _place: int) -> None:
        self.change()

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            self.change()
        elif plain and key == Qt.Key.Key_A:
            self.add()
        elif plain and key == Qt.Key.Key_Delete:
            self.retire()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()


def _key(row: Any) -> str:
    return str(row.key)

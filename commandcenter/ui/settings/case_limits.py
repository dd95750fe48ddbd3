"""The table of limits: which orders get another limit than that of their grade, and what it would have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.background import Answer
from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.domain.case_limits import rows_of
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES as GRADE_CODES
from commandcenter.domain.limit import grade_key
from commandcenter.domain.record import Record, check
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.settings.case_limit_model import (
    TableRow,
    Trial,
    Trying,
    added_row,
    any_word,
    changed_row,
    conditions,
    fallbacks,
    last_month,
    nature_word,
    row_fields,
    row_told,
    table,
    value_words,
)
from commandcenter.ui.settings.limit_list import basis_chip
from commandcenter.ui.settings.limit_model import figure, unit_word
from commandcenter.ui.settings.rule_table import TableSection
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, GRADES, word

translate = QCoreApplication.translate

TRY_MS = 400
"""So long after the last key a draft is tried on the orders of last month."""


class CaseLimitPainter(RowPainter):
    """Conditions, value, basis, source, since; a conflict in amber, the limits of the grades dimmed below."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("channel", translate("CaseLimits", "Found by"), 110, 1),
            Column("category", translate("CaseLimits", "Category"), 150, 2),
            Column("grade", translate("CaseLimits", "Grade"), 76),
            Column("nature", translate("CaseLimits", "Nature"), 70, drop=2),
            Column("value", translate("CaseLimits", "Value"), 110),
            Column("basis", translate("CaseLimits", "Basis"), 64, drop=1),
            Column("source", translate("CaseLimits", "Source"), 120, 3, drop=4),
            Column("since", translate("CaseLimits", "Since"), 84, drop=3),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TableRow) -> None:
        look = self.look
        if column == "value":
            words = figure(row.value)
            paint.text(p, look, rect, words, "strong", "amb" if row.rivals else "tx1")
            behind = rect.adjusted(look.width(words, "strong") + look.px(6), 0, 0, 0)
            paint.elided(p, look, behind, unit_word(row.unit), "body", "tx2")
        elif column == "basis":
            basis_chip(p, look, rect, row.basis)
        elif column == "source":
            paint.elided(p, look, rect, row.source or when.UNKNOWN, "body", "tx2")
        elif column == "since":
            paint.text(p, look, rect, row.since or when.day(row.changed_at), "caption", "tx3")
        else:
            told = _cell(row, column)
            paint.elided(p, look, rect, told or any_word(), "name" if told else "body", "tx1" if told else "tx3")


def _cell(row: TableRow, column: str) -> str:
    if column == "channel":
        return word(CHANNELS, row.channel) if row.channel else ""
    if column == "grade":
        return word(GRADES, row.grade) if row.grade else ""
    return (
        nature_word(row.nature) if column == "nature" and row.nature else row.category if column == "category" else ""
    )


class CaseLimitSection(TableSection):
    """By grade, channel, category and nature; the row that names most wins, the grade's limit holds for the rest."""

    name = "case_limits"
    icon = "list-checks"
    family = "case_limit"
    families = frozenset({"case_limit", "limit", "category", "calendar"})
    first_field = "value"

    @staticmethod
    def words() -> str:
        return translate("Settings", "Limits of orders")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.case_limits))

    def caption(self) -> str:
        return self.tr("the row that names most wins; orders under way keep what they were given")

    def note(self) -> str:
        return self.tr(
            "Where no row fits, the limit of the grade holds (below, changed under Limits). Changing the table moves no order"
            " that is under way."
        )

    # -- the table -------------------------------------------------------------------------------------------------

    def painter(self) -> RowPainter:
        return CaseLimitPainter(self.look, self)

    def rows(self) -> Sequence[TableRow]:
        return [*table(self.records), *fallbacks(self.desk.reference.limits)]

    def spoken(self, row: TableRow) -> str:
        return f"{conditions(row)}, {value_words(row)}, {row.source}"

    def fields(self, told: Mapping[str, Any], *, changing: bool) -> list[Field]:
        return row_fields(told, list(self.desk.reference.categories.values()), changing=changing)

    def adding(self, values: Mapping[str, Any]) -> Command:
        return added_row(values, self.records)

    def changing(self, record: Record, values: Mapping[str, Any]) -> Command:
        return changed_row(record, values)

    def entry_words(self, fields: Mapping[str, Any]) -> str:
        return f"{figure(fields.get('value'))} {unit_word(str(fields.get('unit', '')))}"

    # -- the side --------------------------------------------------------------------------------------------------

    def side_above(self) -> QWidget:
        look = self.look
        host = Panel(look, self.tr("This row"), "", head=40)
        self.about = [Label(look, "", role, tone) for role, tone in (("tile", "1"), ("strong", "1"), ("caption", "2"))]
        self.conflict = Label(look, "", "caption", "amb")
        self.trial_head = Label(look, "", "caption", "3")
        self.trial_words = Label(look, "", "body", "2")
        for label in (*self.about, self.conflict, self.trial_head, self.trial_words):
            label.setWordWrap(True)
            label.setContentsMargins(14, 4, 14, 4)
            host.body.addWidget(label)
        self.trial_words.setContentsMargins(14, 0, 14, 12)
        self._trial: Trial | None = None
        self._draft_note: Label | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TRY_MS)
        self._timer.timeout.connect(self._try_draft)
        return host

    def show_side(self, row: TableRow | None) -> None:
        if row is None:
            return
        for label, words in zip(
            self.about,
            (conditions(row), value_words(row), " · ".join(filter(None, (row.source, row.note)))),
            strict=True,
        ):
            label.setText(words)
            label.setVisible(bool(words))
        others = [self._named(key) for key in row.rivals]
        words = self.tr("Conflict with {rows}: both name as much and may fit one order. The earlier end holds.")
        self.conflict.setText(words.format(rows="; ".join(others)))
        self.conflict.setVisible(bool(others))
        self._show_trial()

    def _named(self, key: str) -> str:
        row = self.model.row(self.model.place_of(key))
        return f"{key} {conditions(row)}" if row is not None else key

    # -- what it would have changed --------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        super().reload(changes)
        self._ask_trial()

    def _ask_trial(self) -> None:
        self._ask(self.records).done.connect(self._on_trial)

    def _ask(self, records: Mapping[str, Record]) -> Answer:
        """Let a worker try a table on the orders closed last month."""
        reference = self.desk.reference
        grades = {grade: found for grade in GRADE_CODES if (found := reference.limit(grade_key(grade))) is not None}
        trying = Trying(rows_of(records), grades, dict(reference.categories), reference.calendar)
        first, last = last_month(local_date(self.desk.clock.now()))
        month = f"{first:%Y-%m}"

        def work(read: Read) -> Trial:
            return trying.on(month, read.orders.closed(at_local(first), at_local(last)))

        return self.desk.ask(work)

    def _on_trial(self, trial: Trial) -> None:
        self._trial = trial
        self._show_trial()

    def _show_trial(self) -> None:
        trial = self._trial
        if trial is None:
            self.trial_head.setText(self.tr("What the table would have changed: being counted"))
            self.trial_words.setText("")
            return
        head = self.tr("What the table as it stands would have changed · orders closed in {month}")
        self.trial_head.setText(head.format(month=trial.month))
        if not trial.orders:
            self.trial_words.setText(self.tr("None was closed then, so nothing can be tried."))
            return
        self.trial_words.setText(self._told(trial))

    def _told(self, trial: Trial) -> str:
        words = self.tr(
            "orders {n}; in time by the end each was given {day}, by this table {table}; another end {other}"
        )
        return words.format(n=trial.orders, day=trial.by_day, table=trial.by_table, other=trial.other)

    # -- the draft that is being entered ---------------------------------------------------------------------------

    def opened(self, sheet: FormSheet) -> None:
        self._draft_note = sheet.say_below("")
        sheet.form.changed.connect(self._timer.start)
        sheet.closed.connect(self._on_sheet_closed)

    def _on_sheet_closed(self) -> None:
        self._timer.stop()
        self._draft_note = None

    def _try_draft(self) -> None:
        """Try the table with what is being entered; what cannot be read is not tried."""
        if self._draft_note is None or self.sheet is None:
            return
        try:
            told = row_told({field.name: self.sheet.form.text(field.name) for field in self.sheet.form.fields})
            check(f"{self.family}/draft", told)
        except (ValueError, Refused):
            self._draft_note.setText("")
            return
        key = self.editing or "draft"
        records = {**self.records, key: Record(f"{self.family}/{key}", known=True, fields=told)}
        self._ask(records).done.connect(self._on_tried)

    def _on_tried(self, trial: Trial) -> None:
        if self._draft_note is None:
            return
        head = self.tr("With this row, the orders closed in {month}").format(month=trial.month)
        words = self._told(trial) if trial.orders else self.tr("None was closed then, so nothing can be tried.")
        self._draft_note.setText(f"{head}\n{words}")

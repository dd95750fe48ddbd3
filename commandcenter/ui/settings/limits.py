"""The limits: every figure the program judges by, with its source, since when, and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.domain import record as records_
from commandcenter.domain.clock import DAY
from commandcenter.domain.rates import Rate
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import ClockFact
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings.limit_list import LimitPainter, ValueEditor, limit_spoken
from commandcenter.ui.settings.limit_model import (
    CLOCK_PREFIX,
    OWN_SOURCE,
    UNITS,
    GroupRow,
    LimitRow,
    amended,
    basis_word,
    by_this_limit,
    figure,
    minutes_of,
    on_time,
    read_value,
    rows_of,
    unit_word,
    values_over_time,
    with_draft,
)
from commandcenter.ui.settings.limit_side import LimitSide
from commandcenter.ui.settings.section import Section
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

BASES = ("", "verified", "office", "unverified")
TRIAL_DAYS = 90
ClockFacts = tuple[str, list[ClockFact], Mapping[str, Record]]
"""The key of a limit, the report-ins that had such a clock, the units as they stand."""


class LimitSection(Section):
    """F2 or a double click edits in place; the change is saved with a reason."""

    name = "limits"
    icon = "clock"
    families = frozenset({"limit", "unit", "plan", "whistle"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._records: dict[str, Record] = {}
        self._draft: tuple[str, float, str] | None = None
        self._facts: tuple[str, list[ClockFact]] = ("", [])
        self._sheet_key = ""
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Limits")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(sum(record.active for record in desk.reference.limits.values()))

    def caption(self) -> str:
        return self.tr("every one with its source; figures on screen and paper can point here")

    def hints(self) -> Hints:
        return (
            ("F2", self.tr("change the value")),
            ("E", self.tr("change everything")),
            ("/", self.tr("find")),
            ("Ctrl Enter", self.tr("save")),
            ("Esc", self.tr("leave it")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        panel = Panel(look, self.words(), "")
        self.panel = panel
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find a limit"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_filter)
        self.tabs = SegTabs(look, ["", "", "", ""])
        self.tabs.picked.connect(self._on_filter)
        panel.add_to_head(self.field)
        panel.add_to_head(self.tabs)
        self.model = KeyedRows(_key, limit_spoken, self)
        self.painter = LimitPainter(look, self)
        self.list = RowList(look, self.model, self.painter, self.words())
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        panel.body.addWidget(self.list, 1)
        self.foot = Label(look, "", "caption", "3")
        self.edit_button = Button(look, self.tr("Change"), key="F2", icon="pencil", small=True)
        self.edit_button.clicked.connect(self.edit)
        panel.add_foot(self.foot, None, self.edit_button)
        self.editor = ValueEditor(look, self.view.viewport())
        self.editor.taken.connect(self._on_taken)
        self.editor.left.connect(self._on_left)
        self.editor.edited.connect(self._on_edited)
        self.side = LimitSide(look)
        self.side.saved.connect(self.save)
        self.side.dropped.connect(self.drop)
        layout.addWidget(panel, 1)
        layout.addWidget(self.side)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self.look.px
        self.field.setFixedWidth(px(150) if self.width() > px(1150) else px(96))
        self.side.setFixedWidth(px(438) if self.width() > px(1250) else px(330))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._records = self.desk.reference.limits
        active = [record for record in self._records.values() if record.active]
        counts = [sum(1 for record in active if not basis or record.get("basis") == basis) for basis in BASES]
        names = [self.tr("All"), *(basis_word(basis) for basis in BASES[1:])]
        self.tabs.set_words([f"{name} {count}" for name, count in zip(names, counts, strict=True)])
        self.panel.caption.setText(self.tr("{n} in use").format(n=len(active)))
        newest = max((record.changed_at for record in active), default=None)
        self.foot.setText(self.tr("last changed {day}").format(day=when.day(newest)))
        self._fill()

    def _fill(self) -> None:
        chosen = self.chosen()
        rows = rows_of(self._records, BASES[self.tabs.current], self.field.text().strip())
        self.model.show([with_draft(row, self._draft) if isinstance(row, LimitRow) else row for row in rows])
        place = self.model.place_of(chosen.key) if chosen is not None else -1
        if place >= 0:
            self.view.go(place)
        elif rows:
            self.view.go(0)
        self._show_chosen()

    def chosen(self) -> LimitRow | None:
        """The limit the mark is on."""
        row = self.model.row(self.view.place)
        return row if isinstance(row, LimitRow) else None

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.side.setVisible(row is not None)
        if row is None:
            return
        record = self._records[row.key]
        self.side.show_limit(row, record, self._reach(row.key))
        self._show_history(row)
        self._show_trial()

    def _reach(self, key: str) -> list[tuple[str, str]]:
        """How far a limit reaches, as (icon, words)."""
        facts: list[tuple[str, str]] = []
        clock = key.removeprefix(CLOCK_PREFIX)
        if key.startswith(CLOCK_PREFIX):
            units = self.desk.read.reference.records("unit").values()
            own = sum(1 for unit in units if unit.active and unit.get("limits") is not None)
            written = sum(
                1
                for plan in self.desk.reference.plans
                if any(line.limits is not None and clock in line.limits for line in plan.units)
            )
            words = self.tr(
                "the default only; units with limits of their own: {units}, plans that write others: {plans}"
            )
            facts.append(("info", words.format(units=own, plans=written)))
        if key.startswith((CLOCK_PREFIX, "report.")):
            running = [line.state for line in self.desk.read.incidents.running() if line.state.stage == "running"]
            if running:
                words = self.tr("running incidents that keep the limits of their beginning: {n}")
                facts.append(("lock", words.format(n=len(running))))
            else:
                facts.append(("lock", self.tr("holds from the next whistle on; running incidents keep theirs")))
        elif key.startswith("case."):
            facts.append(("lock", self.tr("holds for clocks that start from now on; running ones keep theirs")))
        return facts

    def _show_history(self, row: LimitRow) -> None:
        rows = []
        if row.draft is not None:
            lead = f"{figure(row.draft[0])} {unit_word(row.draft[1])}"
            rows.append(HistoryRow("draft", lead, self.tr("not saved yet"), self.tr("needs a reason"), draft=True))
        for past in values_over_time(self.desk.read.reference.record(f"limit/{row.key}")):
            change = past.change
            who = self.author(change)
            first = self.tr("{who}, since {day}").format(who=who, day=self.day(change.at))
            second = change.reason
            source = change.fields.get("source")
            if not second and isinstance(source, str):
                second = source
            rows.append(HistoryRow(str(change.id), past.value, first, second))
        self.side.show_history(rows)

    # -- what it would have changed --------------------------------------------------------------------------------

    def _show_trial(self) -> None:
        row = self.chosen()
        if row is None or not row.key.startswith(CLOCK_PREFIX):
            self.side.show_trial(False, Rate(), Rate(), "")
            return
        if self._facts[0] != row.key:
            self._ask_facts(row.key)
            return
        facts = self._facts[1]
        value, unit = row.draft or (row.value, row.unit)
        words = self.tr("if it had been {value}").format(value=f"{figure(value)} {unit_word(unit)}")
        self.side.show_trial(True, on_time(facts), on_time(facts, minutes_of(value, unit)), words)

    def _ask_facts(self, key: str) -> None:
        clock, since = key.removeprefix(CLOCK_PREFIX), self.desk.clock.now() - TRIAL_DAYS * DAY

        def work(read: Read) -> ClockFacts:
            return key, read.incidents.clock_facts(clock, since), read.reference.records("unit")

        self.desk.ask(work).done.connect(self._on_facts)

    def _on_facts(self, told: ClockFacts) -> None:
        key, facts, units = told
        clock = key.removeprefix(CLOCK_PREFIX)
        self._facts = (key, by_this_limit(facts, clock, units, self.desk.reference.plans))
        row = self.chosen()
        if row is not None and row.key == key:
            self._show_trial()

    # -- editing ---------------------------------------------------------------------------------------------------

    def typing(self) -> bool:
        return self.editor.isVisible() or self._draft is not None

    def edit(self) -> None:
        """F2: the value and its unit, in place."""
        row = self.chosen()
        if row is None:
            return
        if self._draft is not None and self._draft[0] != row.key:
            self.drop()
        value, unit = row.draft or (row.value, row.unit)
        rect = self.view.visualRect(self.view.currentIndex())
        cell = self.painter.value_rect(rect.width(), rect.top())
        self.editor.open_at(cell, value, unit)

    def _on_opened(self, _place: int) -> None:
        self.edit()

    def _on_edited(self, text: str, unit: str) -> None:
        self.side.say(self._problem(text, unit))

    def _problem(self, text: str, unit: str) -> str:
        """Why a value cannot stand; empty when it can."""
        row = self.chosen()
        if row is None:
            return ""
        value = read_value(text)
        if value is None:
            return refusal("limit_not_positive", {})
        record = self._records[row.key]
        command = amended(record, value, unit, row.basis, row.source, row.note, "")
        try:
            records_.check(record.subject, {**record.fields, **command.fields})
        except Refused as refused:
            return refusal(refused.code, {name: _shown(fact) for name, fact in refused.facts.items()})
        return ""

    def _on_taken(self, text: str, unit: str) -> None:
        problem = self._problem(text, unit)
        value = read_value(text)
        row = self.chosen()
        if problem or value is None or row is None:
            self.side.say(problem)
            self.editor.value.setFocus()
            self.editor.value.selectAll()
            return
        self.editor.hide()
        if (value, unit) == (row.value, row.unit):
            self.drop()
            return
        fresh = self._draft is None
        self._draft = (row.key, value, unit)
        self._fill()
        if fresh:
            self.side.show_draft(("office", OWN_SOURCE))
        self.side.form.widgets["reason"].setFocus()

    def _on_left(self) -> None:
        self.editor.hide()
        self.side.say("")
        self.view.setFocus()

    def drop(self) -> None:
        """Esc: forget what was entered."""
        self.editor.hide()
        self._draft = None
        self.side.show_draft(None)
        self._fill()
        self.view.setFocus()

    def save(self) -> None:
        """Ctrl+Enter: save the change with its reason."""
        if self.editor.isVisible():
            self._on_taken(*self.editor.now())
            return
        row = self.chosen()
        if self._draft is None or row is None:
            return
        form = self.side.form
        if not form.text("reason"):
            form.mark_wrong("reason")
            self.side.say(refusal("reason_needed", {}))
            return
        key, value, unit = self._draft
        record = self._records[key]
        command = amended(record, value, unit, form.text("basis"), form.text("source"), row.note, form.text("reason"))
        sending = self.send(command, self.tr("Saved; it holds from the next clock on"))
        sending.done.connect(self._on_saved)
        sending.refused.connect(self._on_refused)

    def _on_saved(self, _done: object) -> None:
        self._draft = None
        self._facts = ("", [])
        self.side.show_draft(None)
        self.reload(Changes(frozenset({"*"})))
        self.view.setFocus()

    def _on_refused(self, refused: Any) -> None:
        self.side.say(refusal(refused.code, refused.facts))

    def edit_all(self) -> None:
        """E: value, unit, basis, source and note in one form."""
        row = self.chosen()
        if row is None:
            return
        fields = [
            Field("value", self.tr("Value"), value=figure(row.value), required=True),
            Field(
                "unit",
                self.tr("Unit of time"),
                kind="choice",
                choices=[(unit, unit_word(unit)) for unit in UNITS],
                value=row.unit,
            ),
            Field(
                "basis",
                self.tr("Basis"),
                kind="choice",
                choices=[(basis, basis_word(basis)) for basis in BASES[1:]],
                value=row.basis,
            ),
            Field("source", self.tr("Source"), value=row.source),
            Field("note", self.tr("Note"), kind="lines", value=row.note, wide=True, height=56),
            Field("reason", self.tr("Why it changes"), required=True, wide=True),
        ]
        self._sheet = FormSheet(self.look, self.host, row.name, fields, send=self.tr("Save"), now=self.desk.clock.now)
        self._sheet.caption.setText(row.key)
        self._sheet_key = row.key
        self._sheet.submitted.connect(self._on_sheet)
        self._sheet.open_sheet()

    def _on_sheet(self, values: dict[str, Any]) -> None:
        value = read_value(str(values["value"]))
        if value is None:
            self._sheet.form.mark_wrong("value")
            self._sheet.say(refusal("limit_not_positive", {}))
            return
        record = self._records[self._sheet_key]
        command = amended(
            record, value, values["unit"], values["basis"], values["source"], values["note"], values["reason"]
        )
        self.send(command, self.tr("Saved; it holds from the next clock on"), self._sheet).done.connect(self._on_saved)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F2:
            self.edit()
        elif plain and key == Qt.Key.Key_E:
            self.edit_all()
        elif plain and key == Qt.Key.Key_H:
            self.side.history.setFocus()
        elif plain and key == Qt.Key.Key_Slash:
            self.field.setFocus()
            self.field.selectAll()
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif key == Qt.Key.Key_Escape and (self._draft is not None or self.editor.isVisible()):
            self.drop()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape) and self.field.hasFocus():
            if key == Qt.Key.Key_Escape:
                self.field.clear()
            self.view.setFocus()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()

    def _on_filter(self, _changed: object) -> None:
        self._fill()

    def _on_moved(self, _place: int) -> None:
        row = self.chosen()
        if self.editor.isVisible():
            self.editor.hide()
        if self._draft is not None and row is not None and row.key != self._draft[0]:
            self._draft = None
            self.side.show_draft(None)
            self._fill()
            return
        self._show_chosen()

    def show_what(self, what: Mapping[str, Any]) -> None:
        place = self.model.place_of(str(what.get("limit", "")))
        if place >= 0:
            self.view.go(place)

    def where(self) -> Mapping[str, Any]:
        row = self.chosen()
        return {"limit": row.key} if row is not None else {}


def _key(row: GroupRow | LimitRow) -> str:
    return row.key


def _shown(fact: Any) -> Any:
    return figure(fact) if isinstance(fact, float) else fact

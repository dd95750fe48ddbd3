"""The drill plans: what is drilled where, with whom, and the script. A drill starts only from one of these (DESIGN rule 8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.drill import DrillPlan, drill_plan_of
from commandcenter.domain.record import Record, RestoreRecord, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints, Toast
from commandcenter.ui.settings import drill_model as model
from commandcenter.ui.settings.drill_lists import (
    DrillPainter,
    InjectPainter,
    drill_key,
    drill_spoken,
    inject_key,
    inject_spoken,
)
from commandcenter.ui.settings.drill_sheets import DrillSheet, InjectSheet, PartSheet
from commandcenter.ui.settings.section import Section

translate = QCoreApplication.translate

NEXT_MINUTES = 5
"""A new line of the script is proposed so many minutes after the last."""


class DrillSection(Section):
    """Drill plans at the left, the chosen one beside them: its facts, its script, its history."""

    name = "drills"
    icon = "megaphone"
    families = frozenset({"drill", "plan", "unit", "place"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._records: dict[str, Record] = {}
        self._sheet: FormSheet | None = None
        self._line = -1
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Drill plans")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.drills))

    def caption(self) -> str:
        return self.tr("a drill starts only from one of these: F9, Ctrl D, its digit")

    def hints(self) -> Hints:
        return (
            ("A", self.tr("add: a drill plan, a line")),
            ("F2", self.tr("edit")),
            ("U", self.tr("who takes part")),
            ("Enter", self.tr("into the script")),
            ("Del", self.tr("retire, take out")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.list_panel = Panel(look, self.words(), "")
        self.new_button = Button(look, self.tr("New"), key="A", icon="plus", small=True)
        self.new_button.clicked.connect(self.add)
        self.list_panel.add_to_head(self.new_button)
        self.model = KeyedRows(drill_key, drill_spoken, self)
        self.view = RowView(look, self.model, DrillPainter(look, self), self.words())
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.list_panel.body.addWidget(self.view, 1)
        self.empty = Empty(
            look,
            "megaphone",
            self.tr("No drill plan yet"),
            self.tr("A writes the first: what is drilled, with which plan, where."),
        )
        self.chosen_side = QWidget()
        side = QHBoxLayout(self.chosen_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self._build_middle(), 1)
        self.past = Panel(look, self.tr("History"), self.tr("only added to, never deleted"))
        self.history = HistoryView(look, self.tr("History"), lead=52)
        self.past.body.addWidget(self.history, 1)
        side.addWidget(self.past)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.chosen_side)
        nothing = Panel(look)
        nothing.body.addWidget(self.empty, 1)
        self.pages.addWidget(nothing)
        layout.addWidget(self.list_panel)
        layout.addWidget(self.pages, 1)
        look.changed.connect(self._fit)
        self._fit()

    def _build_middle(self) -> Panel:
        look = self.look
        panel = Panel(look)
        self.title = ElidedLabel(look, "", "tile")
        self.part_button = Button(look, self.tr("Who takes part"), key="U", kind="ghost", small=True)
        self.part_button.clicked.connect(self.choose_part)
        self.edit_button = Button(look, self.tr("Edit"), key="F2", icon="pencil", small=True)
        self.edit_button.clicked.connect(self.edit)
        panel.body.addLayout(row(self.title, self.part_button, self.edit_button, margins=(14, 9, 12, 9)))
        panel.body.addWidget(Line())
        names = [self.tr("Plan"), self.tr("Place"), self.tr("Setting"), self.tr("Aims"), self.tr("Who takes part")]
        self.facts = FactGrid(look, names)
        panel.body.addWidget(self.facts)
        panel.body.addWidget(Line())
        self.script_note = ElidedLabel(look, "", "caption", "3")
        self.add_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add_button.clicked.connect(self.add_line)
        head = row(Label(look, self.tr("Script"), "panel"), self.script_note, self.add_button, margins=(14, 6, 12, 2))
        panel.body.addLayout(head)
        self.script_model = KeyedRows(inject_key, inject_spoken, self)
        self.script = RowList(look, self.script_model, InjectPainter(look, self), self.tr("Script"))
        self.script.view.opened.connect(self._on_line_opened)
        panel.body.addWidget(self.script, 1)
        return panel

    def _fit(self) -> None:
        px = self.look.px
        wide = self.width() > px(1250)
        self.list_panel.setFixedWidth(px(300) if wide else px(268))
        self.past.setFixedWidth(px(340) if wide else px(250))
        self.past.setVisible(self.width() > px(1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        chosen = self.chosen_key()
        self._records = self.desk.read.reference.records("drill")
        rows = model.rows_of(self._records, self.desk.reference)
        self.list_panel.caption.setText(self.tr("{n} in use").format(n=sum(one.active for one in rows)))
        self.model.show(rows)
        place = self.model.place_of(chosen) if chosen else -1
        self.view.go(max(0, place))
        self._show_chosen()

    def chosen_key(self) -> str:
        """The drill plan the mark is on."""
        found = self.model.row(self.view.place)
        return found.id if found is not None else ""

    def _record(self) -> Record:
        return self._records.get(self.chosen_key(), Record())

    def _show_chosen(self) -> None:
        record = self._record()
        self.pages.setCurrentIndex(0 if record.known else 1)
        if not record.known:
            return
        drill, reference = drill_plan_of(record), self.desk.reference
        plan = reference.plan(drill.plan)
        place = reference.directory.places.get(drill.place)
        retired = "" if record.active else " · " + self.tr("retired")
        self.title.setText(f"{drill.name}  {record.id}{retired}")
        named = f"{plan.code}  {plan.name}" if plan else self.tr("{plan} is out of use").format(plan=drill.plan)
        self.facts.tell(0, named, warn=plan is None)
        words = drill.place_words or (place.name if place else "")
        if words and place is None:
            words = self.tr("{place}: not in the roster, told as it is written").format(place=words)
        self.facts.tell(1, words or when.UNKNOWN, warn=place is None)
        self.facts.tell(2, drill.setting or when.UNKNOWN)
        self.facts.tell(3, "；".join(drill.goals) or when.UNKNOWN)
        self.facts.tell(4, self._part_words(drill))
        self.script_model.show(model.inject_rows(record, reference))
        count = len(drill.injects)
        self.script_note.setText(
            self.tr("lines {n}, {last} min").format(n=count, last=max(one.minute for one in drill.injects))
            if count
            else self.tr("nothing written yet; the drill can begin all the same")
        )
        for button in (self.part_button, self.edit_button, self.add_button):
            button.setEnabled(record.active)
        self._show_history(record.id)

    def _part_words(self, drill: DrillPlan) -> str:
        if not drill.units:
            return self.tr("whom the plan calls")
        return "、".join(self.desk.reference.unit_name(unit) for unit in drill.units)

    def _show_history(self, drill: str) -> None:
        rows = []
        for change in reversed(self.desk.read.reference.record(f"drill/{drill}").history):
            lead = {"listed": self.tr("entered"), "retired": self.tr("retired"), "restored": self.tr("back")}.get(
                change.verb, self.tr("changed")
            )
            first = self.tr("{who}, {day}").format(who=self.author(change), day=self.day(change.at))
            rows.append(HistoryRow(str(change.id), lead, first, change.reason))
        self.history.show_rows(rows)

    # -- acting ----------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """A among the drill plans."""
        if not self.desk.reference.plans:
            self.services.toast.emit(Toast(self.tr("Write a plan first; a drill plan rests on one"), kind="warn"))
            return
        self._open(DrillSheet(self.look, self.desk, self.host, Record()))

    def edit(self) -> None:
        """F2 among the drill plans."""
        if self._record().active:
            self._open(DrillSheet(self.look, self.desk, self.host, self._record()))

    def choose_part(self) -> None:
        """U: who takes part."""
        record = self._record()
        if not record.active:
            return
        drill, reference = drill_plan_of(record), self.desk.reference
        plan = reference.plan(drill.plan)
        place = reference.directory.places.get(drill.place)
        community = reference.directory.answers_for(place).community if place else None
        offered = [line.unit for line in plan.units] if plan else []
        offered += [community.id] if community is not None else []
        sheet = PartSheet(self.look, self.desk, self.host, record, offered)
        if not sheet.form.fields:
            sheet.deleteLater()
            self.services.toast.emit(Toast(self.tr("The plan calls nobody yet; add units to it first"), kind="warn"))
            return
        self._open(sheet)

    def add_line(self) -> None:
        """A in the script."""
        self._line = -1
        self._open_line({})

    def _edit_line(self, place: int) -> None:
        lines = self._record().get("injects") or []
        if 0 <= place < len(lines):
            self._line = place
            self._open_line(lines[place])

    def _open_line(self, line: Mapping[str, Any]) -> None:
        record = self._record()
        if record.active:
            last = max((one.minute for one in drill_plan_of(record).injects), default=-NEXT_MINUTES)
            self._open(InjectSheet(self.look, self.desk, self.host, record.id, line, last + NEXT_MINUTES))

    def _open(self, sheet: FormSheet) -> None:
        self._sheet = sheet
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()
        first = "text" if isinstance(sheet, InjectSheet) else sheet.form.fields[0].name
        sheet.form.widgets[first].setFocus()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        command: Command | None = None
        if isinstance(sheet, InjectSheet):
            lines = [dict(line) for line in self._record().get("injects") or []]
            line = model.inject_line(values)
            if self._line < 0:
                lines.append(line)
            else:
                lines[self._line] = line
            command = model.scripted(self._record(), lines)
        elif isinstance(sheet, PartSheet) and sheet.nobody(values):
            sheet.say(self.tr("Tick at least one unit."))
            return
        elif isinstance(sheet, DrillSheet | PartSheet):
            command = sheet.command(values)
        if sheet is None:
            return
        if command is None:
            sheet.say(self.tr("Nothing was changed."))
            return
        self.send(command, self.tr("Saved; it holds for the next drill"), sheet).done.connect(self._on_saved)

    def _on_saved(self, done: Any) -> None:
        self.reload(Changes(frozenset({"*"})))
        keys = [subject.partition("/")[2] for subject in done.subjects if subject.startswith("drill/")]
        place = self.model.place_of(keys[-1]) if keys else -1
        if place >= 0:
            self.view.go(place)

    def take_out(self) -> None:
        """Del in the script: the line."""
        lines, place = [dict(line) for line in self._record().get("injects") or []], self.script.view.place
        if self._record().active and 0 <= place < len(lines):
            del lines[place]
            self.send(model.scripted(self._record(), lines), self.tr("Taken out; the history keeps it"))

    def retire(self) -> None:
        """Del among the drill plans: out of use with a reason, or back."""
        record = self._record()
        if not record.known:
            return
        if not record.active:
            self.send(RestoreRecord(subject=record.subject), self.tr("Back in use"))
            return
        title = self.tr("Take out of use")
        self._sheet = FormSheet(
            self.look,
            self.host,
            title,
            [Field("reason", self.tr("Why it ends"), required=True, wide=True)],
            send=title,
            danger=True,
            now=self.desk.clock.now,
        )
        self._sheet.caption.setText(str(record.get("name", "")))
        self._sheet.submitted.connect(self._on_retire)
        self._sheet.open_sheet()

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=self._record().subject, reason=values["reason"])
        self.send(command, self.tr("Taken out of use; past drills keep it"), self._sheet)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        in_script = self.script.view.hasFocus()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            if in_script:
                self._edit_line(self.script.view.place)
            else:
                self.edit()
        elif plain and key == Qt.Key.Key_A:
            (self.add_line if in_script else self.add)()
        elif plain and key == Qt.Key.Key_U:
            self.choose_part()
        elif plain and key == Qt.Key.Key_Delete:
            (self.take_out if in_script else self.retire)()
        elif key == Qt.Key.Key_Escape and in_script:
            self.view.setFocus()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()

    def _on_moved(self, _place: int) -> None:
        self._show_chosen()

    def _on_opened(self, _place: int) -> None:
        if self._record().known:
            self.script.view.setFocus()
            self.script.view.go(max(0, self.script.view.place))

    def _on_line_opened(self, place: int) -> None:
        self._edit_line(place)

    def show_what(self, what: Mapping[str, Any]) -> None:
        place = self.model.place_of(str(what.get("drill", "")))
        if place >= 0:
            self.view.go(place)

    def where(self) -> Mapping[str, Any]:
        return {"drill": self.chosen_key()} if self.chosen_key() else {}

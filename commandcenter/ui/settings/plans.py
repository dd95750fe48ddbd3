"""The plans: who is called by what right and how fast, in which order, with which words. Publishing makes a new version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.record import Record
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings import plan_model as model
from commandcenter.ui.settings.history import HistoryRow, HistoryView
from commandcenter.ui.settings.plan_lists import (
    PlanPainter,
    PlanRow,
    PlanUnitPainter,
    StepPainter,
    plan_key,
    plan_spoken,
    step_key,
    step_spoken,
    unit_key,
    unit_spoken,
)
from commandcenter.ui.settings.plan_sheets import StepSheet, UnitLineSheet
from commandcenter.ui.settings.plan_texts import PlanTexts
from commandcenter.ui.settings.section import Section

translate = QCoreApplication.translate

DRAFT = "plan."
KEEP_MS = 300


class PlanSection(Section):
    """Plans at the left, the chosen one in the middle, its words and versions at the right."""

    name = "plans"
    icon = "clipboard-list"
    families = frozenset({"plan", "unit"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._records: dict[str, Record] = {}
        self._copies: dict[str, model.Copy] = {}
        self._shown = ""
        self._filling = False
        self._sheet: FormSheet | None = None
        self._line = -1
        self._build()
        self._load_drafts()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Plans")

    @staticmethod
    def counted(desk: Desk) -> str:
        return str(len(desk.reference.plans))

    def caption(self) -> str:
        return self.tr("running incidents keep the version they began with")

    def hints(self) -> Hints:
        return (
            ("F2", self.tr("edit the line")),
            ("A", self.tr("add")),
            ("Del", self.tr("take out")),
            ("Alt ↑ ↓", self.tr("move")),
            ("L", self.tr("leads, assists")),
            ("Space", self.tr("ticked, offered")),
            ("Ctrl Enter", self.tr("publish")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.list_panel = Panel(look, self.words(), "")
        self.model = KeyedRows(plan_key, plan_spoken, self)
        self.view = RowView(look, self.model, PlanPainter(look, self), self.words())
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.list_panel.body.addWidget(self.view, 1)
        layout.addWidget(self.list_panel)
        layout.addWidget(self._build_middle(), 1)
        layout.addWidget(self._build_right())
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(KEEP_MS)
        self._keep_timer.timeout.connect(self._keep)
        look.changed.connect(self._fit)
        self._fit()

    def _build_middle(self) -> Panel:
        look = self.look
        self.panel = Panel(look)
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName(self.tr("Name of the plan"))
        self.name_field.textEdited.connect(self._on_name)
        self.version = ElidedLabel(look, "", "caption", "3")
        self.panel.body.addLayout(row(self.name_field, self.version, gap=12, margins=(12, 9, 14, 9)))
        self.panel.body.addWidget(Line())
        self.unit_note = ElidedLabel(look, "", "caption", "3")
        self.add_unit_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add_unit_button.clicked.connect(self.add_unit)
        head = row(Label(look, self.tr("Units"), "panel"), self.unit_note, self.add_unit_button, margins=(14, 6, 12, 0))
        self.panel.body.addLayout(head)
        self.unit_model = KeyedRows(unit_key, unit_spoken, self)
        self.units = RowList(look, self.unit_model, PlanUnitPainter(look, self), self.tr("Units"))
        self.units.view.opened.connect(self._edit_unit)
        self.panel.body.addWidget(self.units, 5)
        self.panel.body.addWidget(Line())
        self.step_note = ElidedLabel(look, self.tr("become orders with the whistle"), "caption", "3")
        self.add_step_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add_step_button.clicked.connect(self.add_step)
        head = row(
            Label(look, self.tr("First five minutes"), "panel"),
            self.step_note,
            self.add_step_button,
            margins=(14, 6, 12, 0),
        )
        self.panel.body.addLayout(head)
        self.step_model = KeyedRows(step_key, step_spoken, self)
        self.steps = RowList(look, self.step_model, StepPainter(look, self), self.tr("First five minutes"))
        self.steps.view.opened.connect(self._edit_step)
        self.panel.body.addWidget(self.steps, 3)
        self.state = Label(look, "", "caption", "3")
        self.drop_button = Button(look, self.tr("Drop the changes"), kind="ghost", small=True)
        self.publish_button = Button(look, self.tr("Publish"), key="Ctrl Enter", kind="primary", small=True)
        self.drop_button.clicked.connect(self.drop)
        self.publish_button.clicked.connect(self.publish)
        self.panel.add_foot(self.state, None, self.drop_button, self.publish_button)
        return self.panel

    def _build_right(self) -> QWidget:
        look = self.look
        self.right = QWidget()
        column = QVBoxLayout(self.right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.texts = PlanTexts(look)
        self.texts.edited.connect(self._on_text)
        past = Panel(look, self.tr("Versions"), self.tr("only added to, never deleted"), head=40)
        self.history = HistoryView(look, self.tr("Versions"), lead=70)
        past.body.addWidget(self.history, 1)
        column.addWidget(self.texts, 4)
        column.addWidget(past, 5)
        return self.right

    def _fit(self) -> None:
        px = self.look.px
        wide = self.width() > px(1250)
        self.list_panel.setFixedWidth(px(280) if wide else px(244))
        self.right.setFixedWidth(px(420) if wide else px(306))
        self.name_field.setFixedWidth(px(300) if wide else px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- drafts ----------------------------------------------------------------------------------------------------

    def _load_drafts(self) -> None:
        for key, text in self.desk.read.status.drafts().items():
            if key.startswith(DRAFT):
                told = json.loads(text)
                if isinstance(told, dict) and set(model.PARTS) <= set(told):
                    self._copies[key.removeprefix(DRAFT)] = told

    def _keep(self) -> None:
        for plan in list(self._copies):
            if plan == self._shown:
                dirty = self._dirty(plan)
                text = json.dumps(self._copies[plan], ensure_ascii=False) if dirty else ""
                self.desk.save_draft(f"{DRAFT}{plan}", text)

    def _dirty(self, plan: str) -> list[str]:
        record = self._records.get(plan)
        edited = self._copies.get(plan)
        return model.changed_parts(record, edited) if record is not None and edited is not None else []

    def copy(self) -> model.Copy:
        """The working copy of the plan that is shown."""
        if self._shown not in self._copies:
            self._copies[self._shown] = model.working_copy(self._records[self._shown])
        return self._copies[self._shown]

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._records = {
            key: record for key, record in self.desk.read.reference.records("plan").items() if record.active
        }
        self._copies = {plan: edited for plan, edited in self._copies.items() if self._dirty(plan)}
        self._show_list()
        self._show_plan()

    def _show_list(self) -> None:
        rows = [
            PlanRow(
                plan.id,
                plan.code,
                plan.name,
                plan.icon,
                self._records[plan.id].version,
                len(plan.units),
                bool(self._dirty(plan.id)),
            )
            for plan in self.desk.reference.plans
            if plan.id in self._records
        ]
        self.list_panel.caption.setText(self.tr("{n} in use").format(n=len(rows)))
        self._filling = True
        self.model.show(rows)
        place = self.model.place_of(self._shown)
        self.view.go(max(0, place))
        self._filling = False
        chosen = self.model.row(self.view.place)
        self._shown = chosen.id if chosen is not None else ""

    def _show_plan(self) -> None:
        shown = bool(self._shown)
        self.panel.setVisible(shown)
        self.right.setVisible(shown)
        if not shown:
            return
        record, edited = self._records[self._shown], self.copy()
        units = self.desk.reference.units
        if self.name_field.text() != edited["name"]:
            self.name_field.setText(edited["name"])
        code = str(record.get("code", ""))
        words = self.tr("{code} · version {n} since {day}")
        self.version.setText(words.format(code=code, n=record.version, day=self.day(record.changed_at)))
        self.unit_model.show(model.unit_rows(edited["units"], units))
        self.step_model.show(model.step_rows(edited["first_five"], units))
        ticked = sum(1 for line in edited["units"] if not line.get("optional"))
        self.unit_note.setText(
            self.tr("{n} ticked, {m} offered; in the order of the calls").format(
                n=ticked, m=len(edited["units"]) - ticked
            )
        )
        self.texts.show_texts(edited["texts"])
        self._show_state()
        self._show_history()

    def _show_state(self) -> None:
        dirty = self._dirty(self._shown)
        names = {
            "name": self.tr("name"),
            "units": self.tr("units"),
            "first_five": self.tr("first five minutes"),
            "texts": self.tr("texts"),
        }
        version = self._records[self._shown].version
        if dirty:
            words = self.tr("Not published: {parts}").format(parts="、".join(names[part] for part in dirty))
        else:
            words = self.tr("Version {n} is the one in force").format(n=version)
        self.state.setText(words)
        self.state.set_tone("amb" if dirty else "3")
        self.drop_button.setVisible(bool(dirty))
        self.publish_button.setVisible(bool(dirty))
        self.publish_button.set_text(self.tr("Publish version {n}").format(n=version + 1))

    def _show_history(self) -> None:
        rows = []
        version = 0
        for change in self.desk.read.reference.record(f"plan/{self._shown}").history:
            version += change.verb in ("listed", "amended")
            who = self.author(change)
            first = self.tr("{who}, {day}").format(who=who, day=self.day(change.at))
            rows.append(HistoryRow(str(change.id), self.tr("version {n}").format(n=version), first, change.reason))
        self.history.show_rows(rows[::-1])

    # -- editing ---------------------------------------------------------------------------------------------------

    def typing(self) -> bool:
        return self.name_field.hasFocus() or self.texts.text.hasFocus()

    def _changed(self) -> None:
        self._keep_timer.start()
        self._show_plan()
        self._show_list()

    def _on_name(self, text: str) -> None:
        self.copy()["name"] = text.strip()
        self._keep_timer.start()
        self._show_state()

    def _on_text(self, told: tuple[str, str]) -> None:
        relation, text = told
        texts = self.copy()["texts"]
        if text:
            texts[relation] = text
        else:
            texts.pop(relation, None)
        self._keep_timer.start()
        self._show_state()

    def _lines(self) -> tuple[str, RowView]:
        """The list the keyboard is in: its part of the plan, its view."""
        if self.steps.view.hasFocus():
            return "first_five", self.steps.view
        return "units", self.units.view

    def shift(self, step: int) -> None:
        """Alt+↑ and Alt+↓: the order is the order of the calls."""
        part, view = self._lines()
        place = model.moved(self.copy()[part], view.place, step)
        self._changed()
        view.go(place)

    def take_out(self) -> None:
        """Del."""
        part, view = self._lines()
        lines, place = self.copy()[part], view.place
        if 0 <= place < len(lines):
            del lines[place]
            self._changed()
            view.go(min(place, len(lines) - 1))

    def switch_part(self) -> None:
        """L: lead or assist."""
        line = self._unit_line()
        if line is not None:
            if line.get("duty") == "lead":
                line.pop("duty")
            else:
                line["duty"] = "lead"
            self._changed()

    def switch_ticked(self) -> None:
        """Space: ticked beforehand, or only offered."""
        line = self._unit_line()
        if line is not None:
            if line.get("optional"):
                line.pop("optional")
            else:
                line["optional"] = True
            self._changed()

    def _unit_line(self) -> dict[str, Any] | None:
        lines, place = self.copy()["units"], self.units.view.place
        return lines[place] if 0 <= place < len(lines) else None

    # -- the forms of a line ---------------------------------------------------------------------------------------

    def add_unit(self) -> None:
        """A: one more unit."""
        self._line = -1
        self._open_unit({})

    def _edit_unit(self, place: int) -> None:
        lines = self.copy()["units"]
        if 0 <= place < len(lines):
            self._line = place
            self._open_unit(lines[place])

    def _open_unit(self, line: Mapping[str, Any]) -> None:
        taken = {str(other.get("unit")) for other in self.copy()["units"]} - {str(line.get("unit"))}
        self._open(UnitLineSheet(self.look, self.desk, self.host, line, taken), self._on_unit_line)

    def add_step(self) -> None:
        """A: one more line of the first five minutes."""
        self._line = -1
        self._open_step({})

    def _edit_step(self, place: int) -> None:
        lines = self.copy()["first_five"]
        if 0 <= place < len(lines):
            self._line = place
            self._open_step(lines[place])

    def _open_step(self, line: Mapping[str, Any]) -> None:
        named = [str(other.get("unit")) for other in self.copy()["units"]]
        self._open(StepSheet(self.look, self.desk, self.host, line, named), self._on_step_line)

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()
        sheet.form.widgets[sheet.form.fields[0].name].setFocus()

    def _on_unit_line(self, values: dict[str, Any]) -> None:
        if not values["unit"]:
            return
        self._put("units", model.unit_line(values), self.units.view)

    def _on_step_line(self, values: dict[str, Any]) -> None:
        self._put("first_five", model.step_line(values), self.steps.view)

    def _put(self, part: str, line: dict[str, Any], view: RowView) -> None:
        lines = self.copy()[part]
        if self._line < 0:
            lines.append(line)
        else:
            lines[self._line] = line
        place = len(lines) - 1 if self._line < 0 else self._line
        self._changed()
        if self._sheet is not None:
            self._sheet.finish()
        view.setFocus()
        view.go(place)

    # -- publishing ------------------------------------------------------------------------------------------------

    def drop(self) -> None:
        """Forget the working copy."""
        self._copies.pop(self._shown, None)
        self.desk.save_draft(f"{DRAFT}{self._shown}", "")
        self._show_plan()
        self._show_list()
        self.view.setFocus()

    def publish(self) -> None:
        """Ctrl+Enter: the working copy becomes the next version, with a reason."""
        dirty = self._dirty(self._shown)
        if not dirty:
            return
        version = self._records[self._shown].version + 1
        title = self.tr("Publish version {n}").format(n=version)
        self._sheet = FormSheet(
            self.look,
            self.host,
            title,
            [Field("reason", self.tr("Why it changes"), required=True, wide=True)],
            send=self.tr("Publish"),
            now=self.desk.clock.now,
        )
        self._sheet.caption.setText(self.copy()["name"])
        self._sheet.submitted.connect(self._on_publish)
        self._sheet.open_sheet()

    def _on_publish(self, values: dict[str, Any]) -> None:
        command = model.published(self._records[self._shown], self.copy(), values["reason"])
        said = self.tr("Published; it holds from the next whistle on")
        self.send(command, said, self._sheet).done.connect(self._on_published)

    def _on_published(self, _done: object) -> None:
        self._copies.pop(self._shown, None)
        self.desk.save_draft(f"{DRAFT}{self._shown}", "")
        self.reload(Changes(frozenset({"*"})))

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_lines = self.units.view.hasFocus() or self.steps.view.hasFocus()
        if key == Qt.Key.Key_F2:
            part, view = self._lines()
            (self._edit_unit if part == "units" else self._edit_step)(view.place)
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.publish()
        elif alt and in_lines and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and key == Qt.Key.Key_A:
            (self.add_step if self.steps.view.hasFocus() else self.add_unit)()
        elif plain and in_lines and key == Qt.Key.Key_Delete:
            self.take_out()
        elif plain and self.units.view.hasFocus() and key == Qt.Key.Key_L:
            self.switch_part()
        elif plain and self.units.view.hasFocus() and key == Qt.Key.Key_Space:
            self.switch_ticked()
        elif key == Qt.Key.Key_Escape and (in_lines or self.typing()):
            self.view.setFocus()
        else:
            return False
        return True

    def come(self) -> None:
        self.view.setFocus()

    def _on_moved(self, place: int) -> None:
        chosen = self.model.row(place)
        if chosen is not None and not self._filling and chosen.id != self._shown:
            self._keep()
            self._shown = chosen.id
            self._show_plan()

    def _on_opened(self, _place: int) -> None:
        self.units.view.setFocus()
        self.units.view.go(max(0, self.units.view.place))

    def show_what(self, what: Mapping[str, Any]) -> None:
        place = self.model.place_of(str(what.get("plan", "")))
        if place >= 0:
            self.view.go(place)

    def where(self) -> Mapping[str, Any]:
        return {"plan": self._shown} if self._shown else {}

"""The plans (预案): who is called by what right and how fast, in which order, with which words. Publishing makes a new version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain.command import Command
from commandcenter.domain.plan import Plan, plan_of
from commandcenter.domain.plan_check import filled_length, plan_checks, relation_of
from commandcenter.domain.record import Record, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.unit import RELATIONS
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.workcopies import Copy, WorkCopies
from commandcenter.ui.plans import model
from commandcenter.ui.plans.changes import part_names
from commandcenter.ui.plans.law import Law, law_of
from commandcenter.ui.plans.lineforms import LineForms
from commandcenter.ui.plans.lines import PlanLines
from commandcenter.ui.plans.lists import PlanUnitPainter, unit_key, unit_spoken
from commandcenter.ui.plans.planlist import PlanList
from commandcenter.ui.plans.sheets import PlanHeadSheet
from commandcenter.ui.plans.side import PlanSide
from commandcenter.ui.plans.texts import PlanTexts
from commandcenter.ui.plans.versions import Versions
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

KEEP_MS = 300
DRAFT = "plan."
GENERAL = "TY-00"
"""The plan for whatever happens, which every office is founded with: a new one begins with its texts and groups."""


class PlansScreen(Screen):
    """Plans at the left in their kinds, the chosen one in the middle, at the right what is missing and its versions."""

    name = "plans"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._drafts = WorkCopies(self.desk, "plan", DRAFT, model.working_copy)
        self._law: dict[str, Law] = {}
        self._shown = ""
        self._filling = False
        self._sheet: FormSheet | None = None
        self._line = -1
        self._below = "lines"
        self._build()

    def title(self) -> str:
        return self.tr("Plans")

    def caption(self) -> str:
        return self.tr("what is published holds from the next whistle on")

    def hints(self) -> Hints:
        return (
            ("/", self.tr("find")),
            ("A", self.tr("add")),
            ("F2", self.tr("edit")),
            ("Del", self.tr("take out")),
            ("Alt ↑ ↓", self.tr("order of the calls")),
            ("← →", self.tr("other lines")),
            ("L", self.tr("leads")),
            ("Space", self.tr("ticked")),
            ("T", self.tr("texts")),
            ("Ctrl D", self.tr("what changed")),
            ("Ctrl S", self.tr("keep")),
            ("Ctrl Enter", self.tr("publish")),
        )

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"plan", "unit", "drill", "limit", "whistle", "office"})

    def clearance(self) -> int:
        return self.look.px(46)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        self.list_panel = PlanList(look, self.desk, self._drafts)
        self.model, self.view = self.list_panel.model, self.list_panel.view
        self.find_field = self.list_panel.find_field
        self.list_panel.found.connect(self._on_find)
        self.list_panel.new_asked.connect(self.new_plan)
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        layout.addWidget(self.list_panel)
        self.middle = QWidget()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_head())
        column.addWidget(self._build_units(), 6)
        self.lines_panel = Panel(look)
        self.lines = PlanLines(look)
        self.lines.add_asked.connect(self._on_add_line)
        self.lines.opened.connect(self._on_line_opened)
        self.lines_panel.body.addWidget(self.lines)
        self.texts = PlanTexts(look)
        self.texts.edited.connect(self._on_text)
        column.addWidget(self.lines_panel, 4)
        column.addWidget(self.texts, 4)
        layout.addWidget(self.middle, 1)
        self.side = PlanSide(look)
        self.side.checks.opened.connect(self._on_check)
        self.history = self.side.history
        self.forms = LineForms(self.context, self, self)
        self.versions = Versions(self.context, self, self, self._drafts, self.history)
        self.side.version_opened.connect(self.versions.open_version)
        self.diff_button.clicked.connect(self.versions.show_changes)
        layout.addWidget(self.side)
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(KEEP_MS)
        self._keep_timer.timeout.connect(self._keep)
        self.setTabOrder(self.view, self.units.view)
        self.setTabOrder(self.units.view, self.lines.view)
        look.changed.connect(self._fit)
        self._fit()

    def _build_head(self) -> Panel:
        look = self.look
        self.panel = Panel(look)
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName(self.tr("Name of the plan"))
        self.name_field.textEdited.connect(self._on_name)
        self.version = ElidedLabel(look, "", "caption", "3")
        self.head_button = Button(look, self.tr("Particulars"), key="F2", icon="pencil", kind="ghost", small=True)
        self.head_button.clicked.connect(self.edit_head)
        self.drop_button = Button(look, self.tr("Drop the changes"), kind="ghost", small=True)
        self.diff_button = Button(look, self.tr("What changed"), key="Ctrl D", small=True)
        self.publish_button = Button(look, self.tr("Publish"), key="Ctrl Enter", kind="primary", small=True)
        self.drop_button.clicked.connect(self.drop)
        self.publish_button.clicked.connect(self.publish)
        top = row(self.name_field, self.version, self.head_button, gap=12, margins=(12, 8, 12, 8))
        self.state = ElidedLabel(look, "", "caption", "3")
        foot = row(self.state, self.drop_button, self.diff_button, self.publish_button, margins=(14, 5, 12, 5))
        self.panel.body.addLayout(top)
        self.panel.body.addWidget(Line())
        self.panel.body.addLayout(foot)
        return self.panel

    def _build_units(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Units and limits"), "", head=40)
        self.unit_note = panel.caption
        self.add_unit_button = Button(look, self.tr("Add"), key="A", icon="plus", kind="ghost", small=True)
        self.add_unit_button.clicked.connect(self._on_add_unit)
        panel.add_to_head(self.add_unit_button)
        self.unit_model = KeyedRows(unit_key, unit_spoken, self)
        self.units = RowList(look, self.unit_model, PlanUnitPainter(look, self), self.tr("Units"))
        self.units.view.opened.connect(self._on_unit_opened)
        self.units.view.moved.connect(self._on_unit)
        panel.body.addWidget(self.units, 1)
        return panel

    def _fit(self) -> None:
        px = self.look.px
        wide, high = self.width() > px(1500), self.height() > px(800)
        self.list_panel.setFixedWidth(px(296) if wide else px(216))
        self.side.setFixedWidth(px(400) if wide else px(268))
        self.name_field.setFixedWidth(px(320) if wide else px(180))
        self.lines_panel.setVisible(high or self._below == "lines")
        self.texts.setVisible(high or self._below == "texts")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def other_below(self) -> None:
        """T: to the texts, and back to the lines; a low window shows one of them at a time."""
        self._below = "lines" if self._below == "texts" else "texts"
        self._fit()
        (self.texts.cards["direct"].text if self._below == "texts" else self.lines.view).setFocus()

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """The id of the plan that is shown."""
        return self._shown

    def copy(self) -> Copy:
        """The working copy of the plan that is shown."""
        return self._drafts.copy(self._shown)

    def edited_plan(self) -> Plan:
        """The plan as it would be if it were published now."""
        record = self._drafts.record(self._shown)
        return plan_of(Record(record.subject, True, {"code": record.id, **self.copy()}, version=record.version))

    def reload(self, changes: Changes) -> None:
        self._drafts.read()
        self._law = law_of(self.desk.reference, self.desk.read.drill_plans.held(), self.now())
        self._show_list()
        self._show_plan()

    def _show_list(self) -> None:
        over = sum(law.state in ("over", "unknown") for law in self._law.values())
        self._filling = True
        self._shown = self.list_panel.show_rows(self._shown, over)
        self._filling = False

    @property
    def usable(self) -> bool:
        """Whether the plan that is shown can be edited: a retired one is brought back first."""
        record = self._drafts.record(self._shown)
        return bool(self._shown) and (record.active or not record.known)

    def _show_plan(self) -> None:
        shown = bool(self._shown)
        self.middle.setVisible(shown)
        self.side.setVisible(shown)
        if not shown:
            return
        record, edited = self._drafts.record(self._shown), self.copy()
        units, plan = self.desk.reference.units, self.edited_plan()
        if self.name_field.text() != edited["name"]:
            self.name_field.setText(edited["name"])
        self.version.setText(self._version_words(record, edited))
        self.unit_model.show(model.unit_rows(edited["units"], units))
        self.lines.show_lines(edited, units)
        ticked = sum(1 for line in edited["units"] if not line.get("optional"))
        self.unit_note.setText(
            self.tr("{n} ticked, {m} offered; in the order of the calls").format(
                n=ticked, m=len(edited["units"]) - ticked
            )
        )
        lengths = {code: filled_length(edited["texts"].get(code, ""), plan, code, units) for code in RELATIONS}
        used = {relation_of(line.unit, line.relation, units) for line in plan.units}
        self.texts.show_texts(edited["texts"], lengths, used)
        usable = self.usable
        for widget in (self.name_field, self.head_button, self.add_unit_button, self.lines.add_button):
            widget.setEnabled(usable)
        self.texts.set_usable(usable)
        law = self._law.get(self._shown)
        self.side.show_checks(plan_checks(plan, units, law.state if law else ""), units)
        self.side.show_places(plan, law.words if law else "")
        self._on_unit(self.units.view.place)
        self._show_state()
        self.side.show_versions(self.versions.rows())

    def _on_unit(self, place: int) -> None:
        found = self.unit_model.row(place)
        self.side.show_unit(self.desk.reference.units.get(found.unit) if found is not None else None)

    def _version_words(self, record: Record, edited: Copy) -> str:
        parts = [str(record.get("code", record.id)), edited["category"]]
        if record.known:
            since = when.day(record.changed_at)
            parts.append(self.tr("version {n} since {day}").format(n=record.version, day=since))
        rank = edited["rank"]
        if rank in model.DIGITS:
            parts.append(self.tr("console key {n}").format(n=rank % 10))
        return " · ".join(part for part in parts if part)

    def _show_state(self) -> None:
        dirty, record = self._drafts.changed(self._shown), self._drafts.record(self._shown)
        if not self.usable:
            words = self.tr("Retired; Del brings it back")
        elif not record.known:
            words = self.tr("New: it stands in the console once it is published")
        elif dirty:
            names = part_names()
            told = dict.fromkeys(names[part] for part in dirty)
            words = self.tr("Not published: {parts}").format(parts="、".join(told))
        else:
            words = self.tr("Version {n} is the one in force").format(n=record.version)
        self.state.setText(words)
        self.state.set_tone("amb" if dirty or not self.usable else "3")
        publishable = bool(dirty) and self.usable
        self.drop_button.setVisible(publishable)
        self.diff_button.setVisible(publishable and record.known)
        self.publish_button.setVisible(publishable)
        self.publish_button.set_text(self.tr("Publish version {n}").format(n=record.version + 1))

    def _on_check(self, place: int) -> None:
        """Enter on what is missing goes where it is written."""
        found = self.side.checks.rows_model.row(place)
        if found is None:
            return
        if found.key in ("assembly", "law"):
            self.edit_head()
        elif found.key in ("texts", "text_length"):
            self._below = "texts"
            self._fit()
            self.texts.cards["direct"].text.setFocus()
        elif found.key in ("first_five", "groups", "cues"):
            self._below = "lines"
            self._fit()
            part = {"first_five": "first_five", "groups": "groups", "cues": "prompts"}[found.key]
            self.lines.tabs.pick(model.LINE_PARTS.index(part))
            self.lines.view.setFocus()
        else:
            self.units.view.setFocus()

    # -- editing ---------------------------------------------------------------------------------------------------

    def typing(self) -> bool:
        return self.name_field.hasFocus() or self.texts.typing

    def changed(self) -> None:
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
        plan, units = self.edited_plan(), self.desk.reference.units
        self.texts.cards[relation].show_text(text, filled_length(text, plan, relation, units), used=True)

    def _keep(self) -> None:
        if self._shown:
            self._drafts.keep(self._shown)

    def _in_lines(self) -> tuple[str, RowView]:
        """The list the keyboard is in: its part of the plan, its view."""
        if self.lines.view.hasFocus():
            return self.lines.part, self.lines.view
        return "units", self.units.view

    def shift(self, step: int) -> None:
        """Alt+↑ and Alt+↓: the order is the order of the calls."""
        if not self.usable:
            return
        part, view = self._in_lines()
        place = model.moved(self.copy()[part], view.place, step)
        self.changed()
        view.go(place)

    def take_out(self) -> None:
        """Del."""
        if not self.usable:
            return
        part, view = self._in_lines()
        lines, place = self.copy()[part], view.place
        if 0 <= place < len(lines):
            del lines[place]
            self.changed()
            view.go(min(place, len(lines) - 1))

    def switch_part(self) -> None:
        """L: lead or assist."""
        line = self._unit_line()
        if line is not None:
            if line.get("duty") == "lead":
                line.pop("duty")
            else:
                line["duty"] = "lead"
            self.changed()

    def switch_ticked(self) -> None:
        """Space: ticked beforehand, or only offered."""
        line = self._unit_line()
        if line is not None:
            if line.get("optional"):
                line.pop("optional")
            else:
                line["optional"] = True
            self.changed()

    def _unit_line(self) -> dict[str, Any] | None:
        lines, place = self.copy()["units"], self.units.view.place
        return lines[place] if self.usable and 0 <= place < len(lines) else None

    def _on_unit_opened(self, place: int) -> None:
        self.forms.edit_unit(place)

    def _on_line_opened(self, place: int) -> None:
        self.forms.edit_line(place)

    def _on_add_unit(self) -> None:
        self.forms.add_unit()

    def _on_add_line(self) -> None:
        self.forms.add_line()

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()
        sheet.form.widgets[sheet.form.fields[0].name].setFocus()

    # -- the plan itself -------------------------------------------------------------------------------------------

    def new_plan(self) -> None:
        """A among the plans. It is written here until it is published."""
        sheet = PlanHeadSheet(self.look, self.desk, self, "", {}, self.desk.reference.plans)
        self._open(sheet, self._on_new)

    def _on_new(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        try:
            code = model.checked_code(values["code"], {*self._drafts.records, *self._drafts.unsaved})
        except Refused as refused:
            sheet.form.mark_wrong("code")
            sheet.say(refusal(refused.code, refused.facts))
            return
        self._keep()
        self._drafts.begin(code, model.new_copy(values, self.desk.reference.plan(GENERAL)))
        self._shown = code
        self._show_list()
        self._show_plan()
        sheet.finish()
        self.units.view.setFocus()

    def edit_head(self) -> None:
        """F2 among the plans: name, kind, icon, digit, assembly."""
        if self.usable:
            sheet = PlanHeadSheet(self.look, self.desk, self, self._shown, self.copy(), self.desk.reference.plans)
            self._open(sheet, self._on_head)

    def _on_head(self, values: dict[str, Any]) -> None:
        self.copy().update(model.head_of(values))
        self.changed()
        if self._sheet is not None:
            self._sheet.finish()

    def retire(self) -> None:
        """Del among the plans: out of use with a reason, or back; one that was never published is dropped."""
        record = self._drafts.record(self._shown)
        if not self._shown:
            return
        if not record.known:
            self.drop()
            return
        if not record.active:
            self._send(RestoreRecord(subject=record.subject), self.tr("Back in use"))
            return
        title = self.tr("Take out of use")
        self._sheet = FormSheet(
            self.look,
            self,
            title,
            [Field("reason", self.tr("Why it ends"), required=True, wide=True)],
            send=title,
            danger=True,
            now=self.desk.clock.now,
        )
        drills = sum(drill.plan == self._shown for drill in self.desk.reference.drills)
        words = self.tr("{name} · drill plans that rest on it: {n}").format(name=record.get("name", ""), n=drills)
        self._sheet.caption.setText(words)
        self._sheet.submitted.connect(self._on_retire)
        self._sheet.open_sheet()

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=f"plan/{self._shown}", reason=values["reason"])
        self._send(command, self.tr("Taken out of use; running incidents keep it"), self._sheet)

    def _send(self, command: Command, said: str, sheet: FormSheet | None = None) -> Sending:
        return Sending(self.context, command, said, sheet)

    # -- publishing ------------------------------------------------------------------------------------------------

    def drop(self) -> None:
        """Forget the working copy."""
        self._drafts.drop(self._shown)
        self._show_list()
        self._show_plan()
        self.view.setFocus()

    def publish(self) -> None:
        """Ctrl+Enter: the working copy becomes the next version, with a reason; the first one needs none."""
        if not self.usable or not self._drafts.changed(self._shown):
            return
        record = self._drafts.record(self._shown)
        if not record.known:
            self._send_published("", None)
            return
        title = self.tr("Publish version {n}").format(n=record.version + 1)
        self._sheet = FormSheet(
            self.look,
            self,
            title,
            [Field("reason", self.tr("Why it changes"), required=True, wide=True)],
            send=self.tr("Publish"),
            now=self.desk.clock.now,
        )
        self._sheet.caption.setText(self.copy()["name"])
        self._sheet.submitted.connect(self._on_publish)
        self._sheet.open_sheet()

    def _on_publish(self, values: dict[str, Any]) -> None:
        self._send_published(values["reason"], self._sheet)

    def _send_published(self, reason: str, sheet: FormSheet | None) -> None:
        command = model.published(self._drafts.record(self._shown), self.copy(), reason)
        said = self.tr("Published; it holds from the next whistle on")
        self._send(command, said, sheet).done.connect(self._on_published)

    def _on_published(self, _done: object) -> None:
        self._drafts.drop(self._shown)
        self.reload(Changes(frozenset({"*"})))

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self.view.setFocus()

    def event(self, event: QEvent) -> bool:
        """F2 edits here; elsewhere it is the window's key."""
        ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2 and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            ways: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Return: self.publish,
                Qt.Key.Key_Enter: self.publish,
                Qt.Key.Key_D: self.versions.show_changes,
                Qt.Key.Key_S: self._keep,
            }
            if key in ways:
                ways[key]()
            return key in ways
        if modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
            return True
        return not modifiers and self._plain(key)

    def _plain(self, key: int) -> bool:
        in_units, in_lines = self.units.view.hasFocus(), self.lines.view.hasFocus()
        if key in (Qt.Key.Key_F2, Qt.Key.Key_E):
            self._edit()
        elif key == Qt.Key.Key_A:
            (self.new_plan if self.view.hasFocus() else self.forms.add_line if in_lines else self.forms.add_unit)()
        elif key == Qt.Key.Key_Delete and (in_units or in_lines):
            self.take_out()
        elif key == Qt.Key.Key_Delete and self.view.hasFocus():
            self.retire()
        elif in_lines and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.lines.step(-1 if key == Qt.Key.Key_Left else 1)
        elif in_units and key == Qt.Key.Key_L:
            self.switch_part()
        elif in_units and key == Qt.Key.Key_Space:
            self.switch_ticked()
        elif key == Qt.Key.Key_R and self.history.hasFocus():
            self.versions.begin_from_version()
        elif key == Qt.Key.Key_T:
            self.other_below()
        elif key == Qt.Key.Key_Slash:
            self.find_field.setFocus()
            self.find_field.selectAll()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and self.find_field.hasFocus():
            self.view.setFocus()
        elif key == Qt.Key.Key_Escape and self.focusWidget() is not self.view:
            if self.find_field.hasFocus():
                self.find_field.clear()
                self._show_list()
            self.view.setFocus()
        else:
            return False
        return True

    def _on_find(self) -> None:
        self._show_list()
        self._show_plan()

    def _edit(self) -> None:
        """F2: the line the keyboard is in, among the plans the plan itself."""
        if self.lines.view.hasFocus():
            self.forms.edit_line(self.lines.view.place)
        elif self.units.view.hasFocus():
            self.forms.edit_unit(self.units.view.place)
        else:
            self.edit_head()

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

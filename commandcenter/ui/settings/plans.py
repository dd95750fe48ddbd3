"""The plans: who is called by what right and how fast, in which order, with which words. Publishing makes a new version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.plan import plan_of
from commandcenter.domain.record import Record, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.settings import plan_model as model
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.settings.plan_drafts import PlanDrafts
from commandcenter.ui.settings.plan_lines import PlanLines
from commandcenter.ui.settings.plan_lists import (
    PlanPainter,
    PlanRow,
    PlanUnitPainter,
    plan_key,
    plan_spoken,
    unit_key,
    unit_spoken,
)
from commandcenter.ui.settings.plan_sheets import GroupSheet, PlanHeadSheet, StepSheet, UnitLineSheet, WordsSheet
from commandcenter.ui.settings.plan_texts import PlanTexts
from commandcenter.ui.settings.section import Section
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

KEEP_MS = 300
GENERAL = "TY-00"
"""The plan for whatever happens, which every office is founded with: a new one begins with its texts and groups."""


class PlanSection(Section):
    """Plans at the left, the chosen one in the middle, its words and versions at the right."""

    name = "plans"
    icon = "clipboard-list"
    families = frozenset({"plan", "unit"})
    takes = frozenset({Qt.Key.Key_F2})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._drafts = PlanDrafts(context.desk)
        self._shown = ""
        self._filling = False
        self._sheet: FormSheet | None = None
        self._line = -1
        self._build()

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
            ("A", self.tr("add: a plan, a unit, a line")),
            ("F2", self.tr("edit the plan, the line")),
            ("Del", self.tr("retire, take out")),
            ("Ctrl Enter", self.tr("publish")),
            ("Alt ↑ ↓", self.tr("move")),
            ("← →", self.tr("other lines")),
            ("L", self.tr("leads, assists")),
            ("Space", self.tr("ticked, offered")),
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
        self.new_button = Button(look, self.tr("New"), key="A", icon="plus", small=True)
        self.new_button.clicked.connect(self.new_plan)
        self.list_panel.add_to_head(self.new_button)
        layout.addWidget(self.list_panel)
        layout.addWidget(self._build_middle(), 1)
        layout.addWidget(self._build_right())
        self.setTabOrder(self.units.view, self.lines.view)
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
        self.head_button = Button(look, self.tr("Particulars"), key="F2", icon="pencil", kind="ghost", small=True)
        self.head_button.clicked.connect(self.edit_head)
        head = row(self.name_field, self.version, self.head_button, gap=12, margins=(12, 9, 12, 9))
        self.panel.body.addLayout(head)
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
        self.lines = PlanLines(look)
        self.lines.add_asked.connect(self.add_line)
        self.lines.opened.connect(self._edit_line)
        self.panel.body.addWidget(self.lines, 4)
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
        self.name_field.setFixedWidth(px(300) if wide else px(168))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def copy(self) -> model.Copy:
        """The working copy of the plan that is shown."""
        return self._drafts.copy(self._shown)

    def reload(self, changes: Changes) -> None:
        self._drafts.read()
        self._show_list()
        self._show_plan()

    def _rows(self) -> list[PlanRow]:
        """Those in use as the console has them, then those never published, then the retired ones."""
        records = self._drafts.records
        used = [plan.id for plan in self.desk.reference.plans if plan.id in records]
        retired = sorted(key for key, record in records.items() if not record.active)
        return [self._row(key) for key in (*used, *self._drafts.unpublished, *retired)]

    def _row(self, key: str) -> PlanRow:
        record, edited = self._drafts.record(key), self._drafts.copy(key)
        shown = plan_of(record) if record.known else None
        return PlanRow(
            key,
            shown.code if shown else key,
            shown.name if shown else edited["name"],
            shown.icon if shown else edited["icon"],
            record.version,
            len(shown.units) if shown else len(edited["units"]),
            bool(self._drafts.changed(key)),
            record.active or not record.known,
        )

    def _show_list(self) -> None:
        rows = self._rows()
        self.list_panel.caption.setText(
            self.tr("{n} in use").format(n=sum(one.active and one.version > 0 for one in rows))
        )
        self._filling = True
        self.model.show(rows)
        place = self.model.place_of(self._shown)
        self.view.go(max(0, place))
        self._filling = False
        chosen = self.model.row(self.view.place)
        self._shown = chosen.id if chosen is not None else ""

    @property
    def _usable(self) -> bool:
        """Whether the plan that is shown can be edited: a retired one is brought back first."""
        record = self._drafts.record(self._shown)
        return bool(self._shown) and (record.active or not record.known)

    def _show_plan(self) -> None:
        shown = bool(self._shown)
        self.panel.setVisible(shown)
        self.right.setVisible(shown)
        if not shown:
            return
        record, edited = self._drafts.record(self._shown), self.copy()
        units = self.desk.reference.units
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
        self.texts.show_texts(edited["texts"])
        usable = self._usable
        for widget in (self.name_field, self.head_button, self.add_unit_button, self.lines.add_button, self.texts.text):
            widget.setEnabled(usable)
        self._show_state()
        self._show_history()

    def _version_words(self, record: Record, edited: model.Copy) -> str:
        parts = [str(record.get("code", record.id)), edited["category"]]
        if record.known:
            parts.append(self.tr("version {n} since {day}").format(n=record.version, day=self.day(record.changed_at)))
        return " · ".join(part for part in parts if part)

    def _show_state(self) -> None:
        dirty, record = self._drafts.changed(self._shown), self._drafts.record(self._shown)
        if not self._usable:
            words = self.tr("Retired; Del brings it back")
        elif not record.known:
            words = self.tr("New: it stands in the console once it is published")
        elif dirty:
            names = self._part_names()
            told = dict.fromkeys(names[part] for part in dirty)
            words = self.tr("Not published: {parts}").format(parts="、".join(told))
        else:
            words = self.tr("Version {n} is the one in force").format(n=record.version)
        self.state.setText(words)
        self.state.set_tone("amb" if dirty or not self._usable else "3")
        publishable = bool(dirty) and self._usable
        self.drop_button.setVisible(publishable)
        self.publish_button.setVisible(publishable)
        self.publish_button.set_text(self.tr("Publish version {n}").format(n=record.version + 1))

    def _part_names(self) -> dict[str, str]:
        particulars = self.tr("particulars")
        return {
            "name": self.tr("name"),
            "category": particulars,
            "icon": particulars,
            "rank": particulars,
            "assembly": particulars,
            "units": self.tr("units"),
            "first_five": self.tr("first five minutes"),
            "hazards": self.tr("dangers"),
            "prompts": self.tr("reminders"),
            "groups": self.tr("groups"),
            "texts": self.tr("texts"),
        }

    def _show_history(self) -> None:
        rows: list[HistoryRow] = []
        version = 0
        for change in self.desk.read.reference.record(f"plan/{self._shown}").history:
            version += change.verb in ("listed", "amended")
            who = self.author(change)
            first = self.tr("{who}, {day}").format(who=who, day=self.day(change.at))
            lead = {"retired": self.tr("retired"), "restored": self.tr("back")}.get(
                change.verb, self.tr("version {n}").format(n=version)
            )
            rows.append(HistoryRow(str(change.id), lead, first, change.reason))
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
        if not self._usable:
            return
        part, view = self._in_lines()
        place = model.moved(self.copy()[part], view.place, step)
        self._changed()
        view.go(place)

    def take_out(self) -> None:
        """Del."""
        if not self._usable:
            return
        part, view = self._in_lines()
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
        return lines[place] if self._usable and 0 <= place < len(lines) else None

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

    def add_line(self) -> None:
        """A below: one more order, danger, reminder or group."""
        self._line = -1
        self._open_line(None)

    def _edit_line(self, place: int) -> None:
        lines = self.copy()[self.lines.part]
        if 0 <= place < len(lines):
            self._line = place
            self._open_line(lines[place])

    def _open_line(self, line: Any) -> None:
        part = self.lines.part
        named = [str(other.get("unit")) for other in self.copy()["units"]]
        if part == "first_five":
            self._open(StepSheet(self.look, self.desk, self.host, line or {}, named), self._on_step_line)
        elif part == "groups":
            self._open(GroupSheet(self.look, self.desk, self.host, line or {}, named), self._on_group_line)
        else:
            self._open(WordsSheet(self.look, self.desk, self.host, part, line or ""), self._on_words_line)

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        if not self._usable and not isinstance(sheet, PlanHeadSheet):
            sheet.deleteLater()
            return
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()
        sheet.form.widgets[sheet.form.fields[0].name].setFocus()

    def _on_unit_line(self, values: dict[str, Any]) -> None:
        if not values["unit"]:
            if self._sheet is not None:
                self._sheet.say(
                    self.tr("Every unit stands in the plan already. Enter a new one under “Units and relations”.")
                )
            return
        self._put("units", model.unit_line(values), self.units.view)

    def _on_step_line(self, values: dict[str, Any]) -> None:
        self._put("first_five", model.step_line(values), self.lines.view)

    def _on_group_line(self, values: dict[str, Any]) -> None:
        if isinstance(self._sheet, GroupSheet):
            line = model.group_line(values["name"], values["lead"], self._sheet.members(values))
            self._put("groups", line, self.lines.view)

    def _on_words_line(self, values: dict[str, Any]) -> None:
        self._put(self.lines.part, values["text"], self.lines.view)

    def _put(self, part: str, line: Any, view: RowView) -> None:
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

    # -- the plan itself -------------------------------------------------------------------------------------------

    def new_plan(self) -> None:
        """A among the plans. It is written here until it is published."""
        sheet = PlanHeadSheet(self.look, self.desk, self.host, "", {}, self.desk.reference.plans)
        self._open(sheet, self._on_new)

    def _on_new(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        try:
            code = model.checked_code(values["code"], {*self._drafts.records, *self._drafts.unpublished})
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
        if self._usable:
            sheet = PlanHeadSheet(self.look, self.desk, self.host, self._shown, self.copy(), self.desk.reference.plans)
            self._open(sheet, self._on_head)

    def _on_head(self, values: dict[str, Any]) -> None:
        self.copy().update(model.head_of(values))
        self._changed()
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
        drills = sum(drill.plan == self._shown for drill in self.desk.reference.drills)
        words = self.tr("{name} · drill plans that rest on it: {n}").format(name=record.get("name", ""), n=drills)
        self._sheet.caption.setText(words)
        self._sheet.submitted.connect(self._on_retire)
        self._sheet.open_sheet()

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=f"plan/{self._shown}", reason=values["reason"])
        self.send(command, self.tr("Taken out of use; running incidents keep it"), self._sheet)

    # -- publishing ------------------------------------------------------------------------------------------------

    def drop(self) -> None:
        """Forget the working copy."""
        self._drafts.drop(self._shown)
        self._show_list()
        self._show_plan()
        self.view.setFocus()

    def publish(self) -> None:
        """Ctrl+Enter: the working copy becomes the next version, with a reason; the first one needs none."""
        if not self._usable or not self._drafts.changed(self._shown):
            return
        record = self._drafts.record(self._shown)
        if not record.known:
            self._send_published("", None)
            return
        title = self.tr("Publish version {n}").format(n=record.version + 1)
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
        self._send_published(values["reason"], self._sheet)

    def _send_published(self, reason: str, sheet: FormSheet | None) -> None:
        command = model.published(self._drafts.record(self._shown), self.copy(), reason)
        said = self.tr("Published; it holds from the next whistle on")
        self.send(command, said, sheet).done.connect(self._on_published)

    def _on_published(self, _done: object) -> None:
        self._drafts.drop(self._shown)
        self.reload(Changes(frozenset({"*"})))

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_units, in_lines = self.units.view.hasFocus(), self.lines.view.hasFocus()
        if key == Qt.Key.Key_F2 or (plain and key == Qt.Key.Key_E):
            self._edit()
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.publish()
        elif alt and (in_units or in_lines) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and key == Qt.Key.Key_A:
            (self.new_plan if self.view.hasFocus() else self.add_line if in_lines else self.add_unit)()
        elif plain and key == Qt.Key.Key_Delete and (in_units or in_lines):
            self.take_out()
        elif plain and key == Qt.Key.Key_Delete and self.view.hasFocus():
            self.retire()
        elif plain and in_lines and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.lines.step(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and in_units and key == Qt.Key.Key_L:
            self.switch_part()
        elif plain and in_units and key == Qt.Key.Key_Space:
            self.switch_ticked()
        elif key == Qt.Key.Key_Escape and (in_units or in_lines or self.typing()):
            self.view.setFocus()
        else:
            return False
        return True

    def _edit(self) -> None:
        """F2: the line the keyboard is in, among the plans the plan itself."""
        if self.lines.view.hasFocus():
            self._edit_line(self.lines.view.place)
        elif self.units.view.hasFocus():
            self._edit_unit(self.units.view.place)
        else:
            self.edit_head()

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

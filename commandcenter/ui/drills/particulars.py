"""What stands beside the script - kind, aims, roles, score sheet, safety, notice, who takes part - and its forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from commandcenter.domain.drill import DrillPlan, Inject, Role
from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui.drills import model
from commandcenter.ui.drills.designing import Designing
from commandcenter.ui.drills.sheets import (
    HeadSheet,
    NoticeSheet,
    PartSheet,
    RoleSheet,
    SafetySheet,
    WeightsSheet,
    WordsSheet,
)
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.workcopies import Copy


class Writer(Protocol):
    """The working copy that is written, and the page that shows it."""

    page: Designing

    @property
    def lessons(self) -> Sequence[Lesson]:
        """The open corrections."""

    def usable(self) -> bool:
        """Whether it can be written: a drill is shown and in use."""

    def plan(self) -> DrillPlan:
        """The drill as it is being written."""

    def edited(self) -> Copy:
        """Its working copy."""

    def change(self) -> Copy:
        """The working copy, about to be changed."""

    def changed(self) -> None:
        """It was changed."""


class Particulars(QObject):
    """Answers the panels beside the script."""

    def __init__(self, context: Context, host: QWidget, writer: Writer) -> None:
        super().__init__(host)
        self._look, self._desk, self._services = context.look, context.desk, context.services
        self._host, self._writer = host, writer
        self._sheet: FormSheet | None = None
        self._line = ""
        page = writer.page
        page.edit_asked.connect(self._on_edit_asked)
        page.aims.opened.connect(self._on_aim_opened)
        page.lessons.opened.connect(self._on_lesson_opened)
        page.roles.opened.connect(self._on_role_opened)
        page.sheet.opened.connect(self._on_sheet_opened)
        page.checks.opened.connect(self._on_check_opened)

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()

    def _taken(self, sheet: FormSheet | None) -> None:
        self._writer.changed()
        if sheet is not None:
            sheet.finish()

    def write_here(self) -> bool:
        """F2 on a line of a panel; whether the keyboard was on one."""
        page = self._writer.page
        if page.aims.hasFocus():
            self._edit_aim(page.aims.key_at)
        elif page.roles.hasFocus():
            self._on_role_opened(page.roles.place)
        elif page.sheet.hasFocus():
            self.edit_weights()
        else:
            return False
        return True

    def _on_edit_asked(self, what: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "head": self.edit_head,
            "aim": self.add_aim,
            "safety": self.edit_safety,
            "notice": self.edit_notice,
            "sheet": self.edit_weights,
        }
        ways[what]()

    def edit_head(self) -> None:
        """E: what the drill is."""
        if self._writer.usable():
            self._open(HeadSheet(self._look, self._desk, self._host, self._writer.plan()), self._on_head)

    def _on_head(self, values: dict[str, Any]) -> None:
        edited = self._writer.change()
        words = str(values["place_words"])
        found = self._desk.reference.locate(words) if words else None
        told = {name: values[name] or None for name in ("form", "content", "purpose", "scheduled_at", "minutes")}
        told |= {name: str(values[name]) for name in ("name", "plan", "setting")}
        edited.update(told | {"cost": values["cost"] or None, "place_words": words, "place": found.id if found else ""})
        self._taken(self._sheet)

    def edit_safety(self) -> None:
        """S: stop word and safety rules."""
        if self._writer.usable():
            self._open(SafetySheet(self._look, self._desk, self._host, self._writer.plan()), self._on_safety)

    def _on_safety(self, values: dict[str, Any]) -> None:
        lines = [line.strip() for line in str(values["safety"]).splitlines() if line.strip()]
        self._writer.change().update(stop_word=values["stop_word"] or None, safety=lines, cost=values["cost"] or None)
        self._taken(self._sheet)

    def edit_notice(self) -> None:
        """N: the notice to residents."""
        if self._writer.usable():
            self._open(NoticeSheet(self._look, self._desk, self._host, self._writer.plan()), self._on_notice)

    def _on_notice(self, values: dict[str, Any]) -> None:
        needed = {"yes": True, "no": False}.get(values["needed"])
        told = {"text": values["text"], "area": values["area"], "publish_on": values["publish_on"]} if needed else {}
        self._writer.change()["announcement"] = {"needed": needed, **told} if needed is not None else None
        self._taken(self._sheet)

    def copy_notice(self) -> None:
        """C: the notice goes to the clipboard with the mark of a drill; sending it is not ours."""
        text = self._writer.plan().announcement.text.strip()
        if text:
            QGuiApplication.clipboard().setText(model.announced(text))
            self._services.toast.emit(Toast(self.tr("Copied, with the mark of a drill in front"), kind="done"))
        else:
            self._services.toast.emit(Toast(self.tr("No notice is written yet; N writes it"), kind="warn"))

    def edit_weights(self) -> None:
        """The weights of the score sheet."""
        if self._writer.usable():
            self._open(WeightsSheet(self._look, self._desk, self._host, self._writer.plan().sheet), self._on_weights)

    def _on_weights(self, values: dict[str, Any]) -> None:
        sheet = self._writer.plan().sheet
        self._writer.change()["sheet"] = model.sheet_fields(sheet, {key: int(value) for key, value in values.items()})
        self._taken(self._sheet)

    def _on_sheet_opened(self, _place: int) -> None:
        self.edit_weights()

    def choose_part(self) -> None:
        """U: who takes part."""
        if not self._writer.usable():
            return
        plan = self._writer.plan()
        rests, place = self._desk.reference.plan(plan.plan), self._desk.reference.directory.places.get(plan.place)
        community = self._desk.reference.directory.answers_for(place).community if place else None
        offered = [line.unit for line in rests.units] if rests else []
        offered += [community.id] if community is not None else []
        ticked = list(plan.units) or self._planned(plan)
        sheet = PartSheet(self._look, self._desk, self._host, offered, ticked)
        if not sheet.form.fields:
            sheet.deleteLater()
            self._services.toast.emit(Toast(self.tr("The plan calls nobody yet; add units to it first"), kind="warn"))
            return
        self._open(sheet, self._on_part)

    def _planned(self, plan: DrillPlan) -> list[str]:
        rests = self._desk.reference.plan(plan.plan)
        return [line.unit for line in rests.units if not line.optional] if rests else []

    def _on_part(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if not isinstance(sheet, PartSheet):
            return
        ticked = sheet.ticked(values)
        if not ticked:
            sheet.say(self.tr("Tick at least one unit."))
            return
        same = set(ticked) == set(self._planned(self._writer.plan()))
        self._writer.change()["units"] = None if same else ticked
        self._taken(sheet)

    def add_aim(self) -> None:
        """A among the aims."""
        self._edit_aim("")

    def _edit_aim(self, key: str) -> None:
        if self._writer.usable():
            self._line = key
            words = next((aim["words"] for aim in self._writer.edited()["goals"] if aim["id"] == key), "")
            self._open(WordsSheet(self._look, self._desk, self._host, self.tr("Aim"), words), self._on_aim)

    def _on_aim(self, values: dict[str, Any]) -> None:
        goals = self._writer.change()["goals"]
        if self._line:
            for aim in goals:
                if aim["id"] == self._line:
                    aim["words"] = values["text"]
        else:
            goals.append({"id": model.fresh_id(goals, "g"), "words": values["text"]})
        self._taken(self._sheet)
        self._writer.page.aims.setFocus()

    def _on_aim_opened(self, _place: int) -> None:
        self._edit_aim(self._writer.page.aims.key_at)

    def drop_aim(self) -> None:
        """Del among the aims; the injects that tested it stay."""
        key = self._writer.page.aims.key_at
        if self._writer.usable() and key:
            edited = self._writer.change()
            edited["goals"] = [aim for aim in edited["goals"] if aim["id"] != key]
            for line in edited["injects"]:
                if key in line.get("aims", ()):
                    line["aims"] = [aim for aim in line["aims"] if aim != key]
            self._writer.changed()

    def adopt(self) -> None:
        """A among the open corrections: it becomes an aim of this drill, so that it is tested."""
        origin = self._writer.page.lessons.key_at
        lesson = next((one for one in self._writer.lessons if one.origin == origin), None)
        if self._writer.usable() and lesson is not None:
            goals = self._writer.change()["goals"]
            words = self.tr("Corrected since last time: {words}").format(words=lesson.words)
            goals.append({"id": model.fresh_id(goals, "g"), "words": words, "origin": origin})
            self._writer.changed()

    def _on_lesson_opened(self, _place: int) -> None:
        self.adopt()

    def _on_role_opened(self, _place: int) -> None:
        role = self._writer.page.roles.key_at
        if self._writer.usable() and role:
            self._line = role
            told = self._writer.plan().roles.get(role, Role())
            self._open(RoleSheet(self._look, self._desk, self._host, role, told), self._on_role)

    def _on_role(self, values: dict[str, Any]) -> None:
        told = {name: values[name] for name in ("people", "count", "note") if values[name] not in (None, "")}
        self._writer.change()["roles"][self._line] = told
        self._taken(self._sheet)
        self._writer.page.roles.setFocus()

    def _on_check_opened(self, _place: int) -> None:
        """Enter on what is missing goes where it is written."""
        found = self._writer.page.checks.rows_model.row(self._writer.page.checks.place)
        if found is None:
            return
        ways: dict[str, Callable[[], None]] = {
            "plan": self.edit_head,
            "kind": self.edit_head,
            "scheduled": self.edit_head,
            "aims": self.add_aim,
            "safety": self.edit_safety,
            "stop_word": self.edit_safety,
            "announcement": self.edit_notice,
            "sheet": self.edit_weights,
            "roles": self._writer.page.roles.setFocus,
        }
        way = ways.get(found.key)
        if way is not None:
            way()
            return
        lacking = [line.id for line in self._writer.plan().injects if self._lacks(line, found.key)]
        if lacking:
            self._writer.page.script.go(self._writer.page.script.script_model.place_of(lacking[0]))
        self._writer.page.script.setFocus()

    def _lacks(self, line: Inject, code: str) -> bool:
        return (code == "contingency" and line.late_at is None) or (code == "expected" and not line.expected)

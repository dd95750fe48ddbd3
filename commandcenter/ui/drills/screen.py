"""Alt+8: drills are designed here, and what the law wants when. Two pages: all drills, and the one that is being written."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from commandcenter.desk.engine import Done
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.drill import DrillPlan, Inject, Role
from commandcenter.domain.drill_acts import ApproveDrill, FoundDrill, ReturnDrill, SubmitDrill
from commandcenter.domain.drill_law import STREET, VENUE, Held
from commandcenter.domain.record import AmendRecord, Record, RestoreRecord, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui import when
from commandcenter.ui.drills import model, rows
from commandcenter.ui.drills.designing import Designing, Shown
from commandcenter.ui.drills.dryrun import DryRun
from commandcenter.ui.drills.overview import DrillOverview
from commandcenter.ui.drills.sheets import (
    ApproveSheet,
    FoundSheet,
    HeadSheet,
    HeldSheet,
    InjectSheet,
    NoticeSheet,
    PartSheet,
    ReasonSheet,
    RoleSheet,
    SafetySheet,
    VenueSheet,
    WeightsSheet,
    WordsSheet,
)
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Hints, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.workcopies import Copy, WorkCopies

DRAFT = "drillplan."
KEEP_MS = 300
MOST_UNDONE = 60
FAMILIES = frozenset({"drill", "plan", "unit", "place", "limit", "whistle", "review", "drill_run", "person", "office"})
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class DrillsScreen(Screen):
    """Drills."""

    name = "drills"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._copies = WorkCopies(self.desk, "drill", DRAFT, model.standing_copy)
        self._shown = ""
        self._past: list[Copy] = []
        self._held: list[Held] = []
        self._lessons: list[Lesson] = []
        self._due: list[rows.DueRow] = []
        self._sheet: FormSheet | None = None
        self._line = ""
        self._build()

    def _build(self) -> None:
        self.overview = DrillOverview(self.look, self)
        self.page = Designing(self.look, self.desk.reference, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.stack)
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(KEEP_MS)
        self._keep_timer.timeout.connect(self._keep)
        overview, page = self.overview, self.page
        overview.opened.connect(self._on_opened)
        overview.found_asked.connect(self.found)
        overview.due_opened.connect(self._on_due_opened)
        page.submit_asked.connect(self.submit)
        page.return_asked.connect(self.give_back)
        page.run_asked.connect(self.dry_run)
        page.print_asked.connect(self.print_scheme)
        page.save_asked.connect(self.save)
        page.edit_asked.connect(self._on_edit_asked)
        page.script.written.connect(self._on_written)
        page.script.asked.connect(self._on_cell_asked)
        page.script.opened.connect(self._on_inject_opened)
        page.aims.opened.connect(self._on_aim_opened)
        page.lessons.opened.connect(self._on_lesson_opened)
        page.roles.opened.connect(self._on_role_opened)
        page.sheet.opened.connect(self._on_sheet_opened)
        page.checks.opened.connect(self._on_check_opened)

    # -- what the shell asks -----------------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Drill design")

    def caption(self) -> str:
        return self.tr("nothing of a drill goes outside") if self._shown else self.tr("intervals come from the law")

    def hints(self) -> Hints:
        if not self._shown:
            return (
                ("A", self.tr("new drill")),
                ("Enter", self.tr("open")),
                ("Del", self.tr("out of use, back")),
                ("Tab", self.tr("what is due")),
                ("B", self.tr("held before")),
                ("V", self.tr("crowded venues")),
            )
        return (
            ("↑ ↓", self.tr("inject")),
            ("← →", self.tr("cell")),
            ("F2", self.tr("write")),
            ("Enter", self.tr("card")),
            ("Insert", self.tr("insert")),
            ("Alt ↑ ↓", self.tr("move")),
            ("Ctrl ← →", self.tr("1 min")),
            ("E", self.tr("what it is")),
            ("S", self.tr("safety")),
            ("N", self.tr("notice")),
            ("U", self.tr("units")),
            ("F6", self.tr("dry run")),
            ("Ctrl S", self.tr("save")),
            ("Ctrl Enter", self.tr("submit")),
        )

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def typing(self) -> bool:
        return self.page.script.editing

    def clearance(self) -> int:
        return self.look.px(46)

    def where(self) -> Mapping[str, Any]:
        return {"drill": self._shown} if self._shown else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        key = str(what.get("drill", ""))
        self._read()
        if key in self._copies.records:
            self._show_drill(key)

    def reload(self, changes: Changes) -> None:
        self._read()
        self._show()

    def _read(self) -> None:
        self._copies.read()
        self._held = self.desk.read.drill_plans.held()
        self._lessons = self.desk.read.drill_plans.lessons()
        reference = self.desk.reference
        places = self.desk.read.reference.records("place")
        duties = rows.duties_of(reference, places, self._held)
        self._due = rows.due_rows(duties, reference, local_date(self.now()))

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        unsaved = [key for key in self._copies.records if self._copies.changed(key)]
        found = rows.drill_rows(self._copies.records, self.desk.reference, self._held, unsaved)
        today = when.day(self.now())
        self.overview.show_all(found, self._due, self._lessons, today)
        if self._shown:
            self._show_page()

    def _show_drill(self, key: str) -> None:
        if key != self._shown:
            self._keep()
            self._past = []
            self._shown = key
            self.page.script.script_model.show([])
        self._show_page()
        self.stack.setCurrentWidget(self.page)
        self.page.script.setFocus()
        self.services.hints_changed.emit()

    def _leave_drill(self) -> None:
        self._keep()
        key, self._shown = self._shown, ""
        self._show()
        self.stack.setCurrentWidget(self.overview)
        place = self.overview.model.place_of(key)
        if place >= 0:
            self.overview.view.go(place)
        self.overview.view.setFocus()
        self.services.hints_changed.emit()

    def edited(self) -> Copy:
        """The working copy of the drill that is shown."""
        return self._copies.copy(self._shown)

    def record(self) -> Record:
        """The drill that is shown, as it is saved."""
        return self._copies.record(self._shown)

    def plan(self) -> DrillPlan:
        """The drill that is shown, as it is being written."""
        return self.desk.reference.drill_of(model.edited_record(self.record(), self.edited()))

    def _unsaved(self) -> bool:
        return bool(self._copies.changed(self._shown))

    def _show_page(self) -> None:
        record = self.record()
        saved = self.desk.reference.drill_of(record)
        plan = self.plan() if self._unsaved() else saved
        rests = self.desk.reference.plan(plan.plan)
        named = self.tr("plan {code} {name}, version {n}")
        words = (
            named.format(code=rests.code, name=rests.name, n=rests.version)
            if rests
            else self.tr("its plan is out of use")
        )
        held = [one for one in self._held if one.drill == plan.id]
        today = local_date(self.now())
        self.page.show_drill(
            Shown(
                plan,
                words,
                self._unsaved(),
                when.day(held[-1].at) if held else "",
                [row for row in self._due if self._concerns(row, plan)],
                [one for one in self._lessons if one.plan == plan.plan],
                rows.check_lines(model.checked(plan, self.desk.reference, today), plan),
                self._person(saved.approval.by) or saved.approval.name,
                self.now(),
            )
        )

    def _concerns(self, row: rows.DueRow, plan: DrillPlan) -> bool:
        if row.rule == VENUE:
            return row.target == plan.place
        rests = self.desk.reference.plan(plan.plan)
        laws = rows.laws(rests) if rests is not None else ()
        return row.target == plan.plan or (row.rule == STREET and STREET in laws)

    def _person(self, key: str) -> str:
        found = self.desk.reference.directory.people.get(key)
        return found.name if found else ""

    # -- changing the working copy -------------------------------------------------------------------------------------

    def _usable(self) -> bool:
        return bool(self._shown) and self.record().active

    def _change(self) -> Copy:
        """The working copy, about to be changed; how it stands now can be come back to."""
        self._past = [*self._past[-MOST_UNDONE:], copy.deepcopy(self.edited())]
        return self.edited()

    def _changed(self) -> None:
        self._keep_timer.start()
        self._show_page()

    def undo(self) -> None:
        """Ctrl+Z: the last change of what is not yet saved."""
        if self._past:
            self.edited().update(self._past.pop())
            self._changed()

    def _keep(self) -> None:
        self._keep_timer.stop()
        if self._shown:
            self._copies.keep(self._shown)

    # -- the script ------------------------------------------------------------------------------------------------

    def _lines(self) -> list[dict[str, Any]]:
        lines: list[dict[str, Any]] = self.edited()["injects"]
        return lines

    def insert(self) -> None:
        """Insert: a line behind the chosen one, its words first."""
        if self._usable():
            place = model.inserted(self._change()["injects"], self.page.script.place)
            self._changed()
            self._go_line(place)
            self.page.script.write("")

    def shift(self, minutes: int) -> None:
        """Ctrl+← →: a minute earlier or later."""
        place = self.page.script.place
        if self._usable() and 0 <= place < len(self._lines()):
            key = self._lines()[place]["id"]
            model.shifted(self._change()["injects"], place, minutes)
            self._changed()
            self._go_line(self.page.script.script_model.place_of(key))

    def move_line(self, step: int) -> None:
        """Alt+↑ ↓: before or behind its neighbour."""
        place = self.page.script.place
        if self._usable() and 0 <= place < len(self._lines()):
            place = model.moved(self._change()["injects"], place, step)
            self._changed()
            self._go_line(place)

    def take_out(self) -> None:
        """Del: out of the script; Ctrl+Z brings it back."""
        place = self.page.script.place
        if self._usable() and 0 <= place < len(self._lines()):
            del self._change()["injects"][place]
            self._changed()
            self._go_line(min(place, len(self._lines()) - 1))

    def _go_line(self, place: int) -> None:
        self.page.script.go(place)
        self.page.show_script(self.plan())

    def write_cell(self) -> None:
        """F2: the cell the keyboard is on. The channel goes round instead."""
        place, column = self.page.script.place, self.page.script.column
        if not (self._usable() and 0 <= place < len(self._lines())):
            return
        line = self._lines()[place]
        if column == "channel":
            self._change()["injects"][place]["channel"] = model.next_channel(str(line.get("channel", "")))
            self._changed()
        else:
            self.page.script.write(model.cell_text(line, column))

    def _on_cell_asked(self, _place: int) -> None:
        if self.page.script.column != "channel":
            self.write_cell()

    def _on_written(self, told: tuple[int, str, str]) -> None:
        place, column, text = told
        if not (self._usable() and 0 <= place < len(self._lines())):
            return
        if text.strip() == model.cell_text(self._lines()[place], column):
            return
        self._change()
        try:
            place = model.put_cell(self._lines(), place, column, text)
        except ValueError:
            self._past.pop()
            self.page.script.refuse()
            words = {
                "late": self.tr("Write minutes and words, such as “3 the caller rings again”"),
            }.get(column, self.tr("Write a number from 0 on"))
            self.services.toast.emit(Toast(words, kind="warn"))
            return
        self._changed()
        self._go_line(place)

    def _on_inject_opened(self, place: int) -> None:
        plan = self.plan()
        if self._usable() and 0 <= place < len(plan.injects):
            self._line = plan.injects[place].id
            self._open(InjectSheet(self.look, self.desk, self, plan.injects[place], plan), self._on_inject)

    def _on_inject(self, values: dict[str, Any]) -> None:
        sheet, lines = self._sheet, self._change()["injects"]
        if isinstance(sheet, InjectSheet):
            line = sheet.line(values, self._line)
            place = next((at for at, other in enumerate(lines) if other["id"] == self._line), len(lines))
            lines[place : place + 1] = [line]
            place = model.sorted_in(lines, line)
            self._taken(sheet)
            self._go_line(place)

    # -- the panels beside it ------------------------------------------------------------------------------------------

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()

    def _taken(self, sheet: FormSheet | None) -> None:
        self._changed()
        if sheet is not None:
            sheet.finish()

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
        if self._usable():
            self._open(HeadSheet(self.look, self.desk, self, self.plan()), self._on_head)

    def _on_head(self, values: dict[str, Any]) -> None:
        edited = self._change()
        words = str(values["place_words"])
        found = self.desk.reference.directory.locate(words) if words else None
        told = {name: values[name] or None for name in ("form", "content", "purpose", "scheduled_at", "minutes")}
        told |= {name: str(values[name]) for name in ("name", "plan", "setting")}
        edited.update(told | {"cost": values["cost"] or None, "place_words": words, "place": found.id if found else ""})
        self._taken(self._sheet)

    def edit_safety(self) -> None:
        """S: stop word and safety rules."""
        if self._usable():
            self._open(SafetySheet(self.look, self.desk, self, self.plan()), self._on_safety)

    def _on_safety(self, values: dict[str, Any]) -> None:
        lines = [line.strip() for line in str(values["safety"]).splitlines() if line.strip()]
        self._change().update(stop_word=values["stop_word"] or None, safety=lines, cost=values["cost"] or None)
        self._taken(self._sheet)

    def edit_notice(self) -> None:
        """N: the notice to residents."""
        if self._usable():
            self._open(NoticeSheet(self.look, self.desk, self, self.plan()), self._on_notice)

    def _on_notice(self, values: dict[str, Any]) -> None:
        needed = {"yes": True, "no": False}.get(values["needed"])
        told = {"text": values["text"], "area": values["area"], "publish_on": values["publish_on"]} if needed else {}
        self._change()["announcement"] = {"needed": needed, **told} if needed is not None else None
        self._taken(self._sheet)

    def copy_notice(self) -> None:
        """C: the notice goes to the clipboard with the mark of a drill; sending it is not ours."""
        text = self.plan().announcement.text.strip()
        if text:
            QGuiApplication.clipboard().setText(model.announced(text))
            self.services.toast.emit(Toast(self.tr("Copied, with the mark of a drill in front"), kind="done"))
        else:
            self.services.toast.emit(Toast(self.tr("No notice is written yet; N writes it"), kind="warn"))

    def edit_weights(self) -> None:
        """The weights of the score sheet."""
        if self._usable():
            self._open(WeightsSheet(self.look, self.desk, self, self.plan().sheet), self._on_weights)

    def _on_weights(self, values: dict[str, Any]) -> None:
        sheet = self.plan().sheet
        self._change()["sheet"] = model.sheet_fields(sheet, {key: int(value) for key, value in values.items()})
        self._taken(self._sheet)

    def _on_sheet_opened(self, _place: int) -> None:
        self.edit_weights()

    def choose_part(self) -> None:
        """U: who takes part."""
        if not self._usable():
            return
        plan = self.plan()
        rests, place = self.desk.reference.plan(plan.plan), self.desk.reference.directory.places.get(plan.place)
        community = self.desk.reference.directory.answers_for(place).community if place else None
        offered = [line.unit for line in rests.units] if rests else []
        offered += [community.id] if community is not None else []
        ticked = list(plan.units) or self._planned(plan)
        sheet = PartSheet(self.look, self.desk, self, offered, ticked)
        if not sheet.form.fields:
            sheet.deleteLater()
            self.services.toast.emit(Toast(self.tr("The plan calls nobody yet; add units to it first"), kind="warn"))
            return
        self._open(sheet, self._on_part)

    def _planned(self, plan: DrillPlan) -> list[str]:
        rests = self.desk.reference.plan(plan.plan)
        return [line.unit for line in rests.units if not line.optional] if rests else []

    def _on_part(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if not isinstance(sheet, PartSheet):
            return
        ticked = sheet.ticked(values)
        if not ticked:
            sheet.say(self.tr("Tick at least one unit."))
            return
        same = set(ticked) == set(self._planned(self.plan()))
        self._change()["units"] = None if same else ticked
        self._taken(sheet)

    def add_aim(self) -> None:
        """A among the aims."""
        self._edit_aim("")

    def _edit_aim(self, key: str) -> None:
        if self._usable():
            self._line = key
            words = next((aim["words"] for aim in self.edited()["goals"] if aim["id"] == key), "")
            self._open(WordsSheet(self.look, self.desk, self, self.tr("Aim"), words), self._on_aim)

    def _on_aim(self, values: dict[str, Any]) -> None:
        goals = self._change()["goals"]
        if self._line:
            for aim in goals:
                if aim["id"] == self._line:
                    aim["words"] = values["text"]
        else:
            goals.append({"id": model.fresh_id(goals, "g"), "words": values["text"]})
        self._taken(self._sheet)
        self.page.aims.setFocus()

    def _on_aim_opened(self, _place: int) -> None:
        self._edit_aim(self.page.aims.key_at)

    def drop_aim(self) -> None:
        """Del among the aims; the injects that tested it stay."""
        key = self.page.aims.key_at
        if self._usable() and key:
            edited = self._change()
            edited["goals"] = [aim for aim in edited["goals"] if aim["id"] != key]
            for line in edited["injects"]:
                if key in line.get("aims", ()):
                    line["aims"] = [aim for aim in line["aims"] if aim != key]
            self._changed()

    def adopt(self) -> None:
        """A among the open corrections: it becomes an aim of this drill, so that it is tested."""
        origin = self.page.lessons.key_at
        lesson = next((one for one in self._lessons if one.origin == origin), None)
        if self._usable() and lesson is not None:
            goals = self._change()["goals"]
            words = self.tr("Corrected since last time: {words}").format(words=lesson.words)
            goals.append({"id": model.fresh_id(goals, "g"), "words": words, "origin": origin})
            self._changed()

    def _on_lesson_opened(self, _place: int) -> None:
        self.adopt()

    def _on_role_opened(self, _place: int) -> None:
        role = self.page.roles.key_at
        if self._usable() and role:
            self._line = role
            told = self.plan().roles.get(role, Role())
            self._open(RoleSheet(self.look, self.desk, self, role, told), self._on_role)

    def _on_role(self, values: dict[str, Any]) -> None:
        told = {name: values[name] for name in ("people", "count", "note") if values[name] not in (None, "")}
        self._change()["roles"][self._line] = told
        self._taken(self._sheet)
        self.page.roles.setFocus()

    def _on_check_opened(self, _place: int) -> None:
        """Enter on what is missing goes where it is written."""
        found = self.page.checks.rows_model.row(self.page.checks.place)
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
            "roles": self.page.roles.setFocus,
        }
        way = ways.get(found.key)
        if way is not None:
            way()
            return
        lacking = [line.id for line in self.plan().injects if self._lacks(line, found.key)]
        if lacking:
            self.page.script.go(self.page.script.script_model.place_of(lacking[0]))
        self.page.script.setFocus()

    def _lacks(self, line: Inject, code: str) -> bool:
        return (code == "contingency" and line.late_at is None) or (code == "expected" and not line.expected)

    # -- saving and approving ------------------------------------------------------------------------------------------

    def _send(self, command: Command, said: str, sheet: FormSheet | None = None) -> Sending:
        return Sending(self.context, command, said, sheet)

    def save(self) -> None:
        """Ctrl+S: what is written becomes the next version."""
        if self._usable() and self._unsaved():
            self._send(model.saved(self.record(), self.edited()), self.tr("Saved")).done.connect(self._on_saved)

    def _on_saved(self, _done: object) -> None:
        self._copies.drop(self._shown)
        self.reload(Changes(frozenset({"*"})))

    def submit(self) -> None:
        """Ctrl+Enter: save and submit; what was submitted is approved by a leader."""
        plan = self.plan()
        if not self._usable() or not plan.designed:
            if self._shown:
                self.save()
            return
        status = plan.status()
        if status == "submitted" and not self._unsaved():
            self.approve()
            return
        command: Command = SubmitDrill(drill=self._shown)
        if self._unsaved():
            command = Batch(commands=(model.saved(self.record(), self.edited()), command))
        self._send(command, self.tr("Submitted; a leader approves it")).done.connect(self._on_saved)

    def approve(self) -> None:
        """A leader signs for exactly what was submitted."""
        directory = self.desk.reference.directory
        leaders = [
            (post.person, f"{directory.people[post.person].name}  {directory.people[post.person].post}")
            for post in sorted(directory.appointments, key=_rank)
            if post.role == "leader" and post.person in directory.people
        ]
        sheet = ApproveSheet(self.look, self.desk, self, leaders, self.plan().name)
        self._open(sheet, self._on_approve)

    def _on_approve(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if isinstance(sheet, ApproveSheet):
            by, name = sheet.approver(values)
            command = ApproveDrill(drill=self._shown, by=by, name=name)
            self._send(command, self.tr("Approved as it stands; a change makes it a draft again"), sheet)

    def give_back(self) -> None:
        """R: a leader gives it back with a reason."""
        if self._usable() and self.plan().status() == "submitted" and not self._unsaved():
            title, label = self.tr("Give back"), self.tr("What has to change")
            self._open(ReasonSheet(self.look, self.desk, self, title, label, self.plan().name), self._on_give_back)

    def _on_give_back(self, values: dict[str, Any]) -> None:
        command = ReturnDrill(drill=self._shown, reason=values["reason"])
        self._send(command, self.tr("Given back with the reason"), self._sheet)

    def dry_run(self) -> None:
        """F6: the script read through with its time."""
        if self._shown:
            DryRun(self.look, self.window(), self.plan(), self.desk.reference).present()

    def print_scheme(self) -> None:
        """Ctrl+P: the scheme and the script on paper."""
        if self._unsaved():
            self.services.toast.emit(Toast(self.tr("Printed is what is saved; Ctrl S saves first"), kind="warn"))
        subject = f"drill/{self._shown}"
        print_form(self.context, self, ("drill_scheme", subject), ("drill_script", subject))

    # -- the first page ------------------------------------------------------------------------------------------------

    def _on_opened(self, place: int) -> None:
        row = self.overview.model.row(place)
        if row is not None and not row.heading:
            self._show_drill(row.id)

    def found(self, plan: str = "") -> None:
        """A: a new drill, from the scenario the mark is on or from the plan that is due."""
        reference = self.desk.reference
        if not reference.plans:
            self.services.toast.emit(Toast(self.tr("Write a plan first; a drill rests on one"), kind="warn"))
            return
        row = self.overview.model.row(self.overview.view.place)
        scenarios = {one.id: one for one in reference.drills if not one.designed}
        scenario = next((key for key, one in scenarios.items() if one.plan == plan), "") if plan else ""
        if not plan and row is not None and row.id in scenarios:
            scenario = row.id
        rests = scenarios[scenario].plan if scenario else plan or reference.plans[0].id
        self._open(FoundSheet(self.look, self.desk, self, scenario, rests), self._on_found)

    def _on_found(self, values: dict[str, Any]) -> None:
        fields: dict[str, Any] = {"name": values["name"], "plan": values["plan"]}
        if values["scheduled_at"] is not None:
            fields["scheduled_at"] = values["scheduled_at"]
        command = FoundDrill(scenario=values["scenario"], fields=fields)
        self._send(command, self.tr("Begun; write it here"), self._sheet).done.connect(self._on_founded)

    def _on_founded(self, done: Done) -> None:
        self._read()
        key = str(done.report.get("drill", ""))
        if key in self._copies.records:
            self._show()
            self._show_drill(key)

    def retire(self) -> None:
        """Del: out of use with a reason, or back."""
        row = self.overview.model.row(self.overview.view.place)
        if row is None or row.heading:
            return
        subject = f"drill/{row.id}"
        if not row.active:
            self._send(RestoreRecord(subject=subject), self.tr("Back in use"))
            return
        self._line = subject
        title = self.tr("Take out of use")
        self._open(ReasonSheet(self.look, self.desk, self, title, self.tr("Why it ends"), row.name), self._on_retire)

    def _on_retire(self, values: dict[str, Any]) -> None:
        command = RetireRecord(subject=self._line, reason=values["reason"])
        self._send(command, self.tr("Taken out of use; past drills keep it"), self._sheet)

    def _due_row(self) -> rows.DueRow | None:
        found: rows.DueRow | None = self.overview.due_model.row(self.overview.due.view.place)
        return found

    def _on_due_opened(self, _place: int) -> None:
        row = self._due_row()
        if row is not None:
            self.found(row.target if row.rule not in (STREET, VENUE) else "")

    def enter_held(self) -> None:
        """B on what is due: it was drilled before this program, or by the venue itself."""
        row = self._due_row()
        if row is None:
            return
        if row.rule == STREET:
            words = self.tr("Enter it at the plan that was drilled; the office's duty follows")
            self.services.toast.emit(Toast(words, kind="warn"))
            return
        self._line = f"place/{row.target}" if row.rule == VENUE else f"plan/{row.target}"
        day = row.last if row.last != when.UNKNOWN else ""
        self._open(HeldSheet(self.look, self.desk, self, row.name, day), self._on_held)

    def _on_held(self, values: dict[str, Any]) -> None:
        day = rows.day_of(values["day"])
        if day is None or day > local_date(self.now()):
            if self._sheet is not None:
                self._sheet.form.mark_wrong("day")
                self._sheet.say(self.tr("Write a day that has passed, such as 2026-07-16."))
            return
        command = AmendRecord(subject=self._line, fields={"last_drill_on": day.isoformat()})
        self._send(command, self.tr("Saved; the due day follows"), self._sheet)

    def choose_venues(self) -> None:
        """V: which venues are crowded and drill every half-year."""
        places = self.desk.read.reference.records("place")
        sites = {key: record for key, record in places.items() if record.active and record.get("kind") == "site"}
        if not sites:
            self.services.toast.emit(Toast(self.tr("There is no unit of society in the roster yet"), kind="warn"))
            return
        self._open(VenueSheet(self.look, self.desk, self, sites), self._on_venues)

    def _on_venues(self, values: dict[str, Any]) -> None:
        sheet = self._sheet
        if isinstance(sheet, VenueSheet):
            changed = sheet.commands(values)
            if not changed:
                sheet.say(self.tr("Nothing was changed."))
                return
            self._send(Batch(commands=tuple(changed)), self.tr("Saved; the calendar follows"), sheet)

    # -- keys ----------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        (self.page.script if self._shown else self.overview.view).setFocus()

    def event(self, event: QEvent) -> bool:
        """F2 writes here; elsewhere it is the window's key."""
        ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2 and self._shown:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._page_key(event) if self._shown else self._overview_key(event)):
            super().keyPressEvent(event)

    def _overview_key(self, event: QKeyEvent) -> bool:
        key, overview = event.key(), self.overview
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_A:
            row = self._due_row() if overview.due.view.hasFocus() else None
            self.found(row.target if row is not None and row.rule not in (STREET, VENUE) else "")
        elif key == Qt.Key.Key_Delete:
            self.retire()
        elif key == Qt.Key.Key_B:
            self.enter_held()
        elif key == Qt.Key.Key_V:
            self.choose_venues()
        elif key == Qt.Key.Key_Escape:
            overview.view.setFocus()
        else:
            return False
        return True

    def _page_key(self, event: QKeyEvent) -> bool:
        key, page = event.key(), self.page
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        in_script = page.script.hasFocus()
        if modifiers == CONTROL:
            ways: dict[int, Callable[[], None]] = {
                Qt.Key.Key_S: self.save,
                Qt.Key.Key_P: self.print_scheme,
                Qt.Key.Key_Z: self.undo,
                Qt.Key.Key_Return: self.submit,
                Qt.Key.Key_Enter: self.submit,
            }
            if key in ways:
                ways[key]()
            elif in_script and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.shift(-1 if key == Qt.Key.Key_Left else 1)
            else:
                return False
            return True
        if modifiers == ALT and in_script and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(-1 if key == Qt.Key.Key_Up else 1)
            return True
        return not modifiers and self._plain_key(key, in_script)

    def _plain_key(self, key: int, in_script: bool) -> bool:
        page = self.page
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F6: self.dry_run,
            Qt.Key.Key_Insert: self.insert,
            Qt.Key.Key_E: self.edit_head,
            Qt.Key.Key_S: self.edit_safety,
            Qt.Key.Key_N: self.edit_notice,
            Qt.Key.Key_C: self.copy_notice,
            Qt.Key.Key_U: self.choose_part,
            Qt.Key.Key_R: self.give_back,
        }
        if key in ways:
            ways[key]()
        elif key == Qt.Key.Key_F2:
            self._write_here()
        elif key == Qt.Key.Key_A:
            (self.adopt if page.lessons.hasFocus() else self.add_aim if page.aims.hasFocus() else self.insert)()
        elif key == Qt.Key.Key_Delete and (in_script or page.aims.hasFocus()):
            (self.take_out if in_script else self.drop_aim)()
        elif key == Qt.Key.Key_Escape:
            if in_script or not page.isAncestorOf(self.focusWidget() or self):
                self._leave_drill()
            else:
                page.script.setFocus()
        else:
            return False
        return True

    def _write_here(self) -> None:
        """F2: the cell, or the line the keyboard is on."""
        page = self.page
        if page.aims.hasFocus():
            self._edit_aim(page.aims.key_at)
        elif page.roles.hasFocus():
            self._on_role_opened(page.roles.place)
        elif page.sheet.hasFocus():
            self.edit_weights()
        else:
            self.write_cell()


def _rank(post: Any) -> int:
    return int(post.rank)

"""Alt+8: drills are designed here, and what the law wants when. Two pages: all drills, and the one that is being written."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from commandcenter.desk.drill_duties import duties_of, laws
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.drill import DrillPlan
from commandcenter.domain.drill_acts import ApproveDrill, ReturnDrill, SubmitDrill
from commandcenter.domain.drill_law import STREET, VENUE, Held
from commandcenter.domain.record import Record
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui import when
from commandcenter.ui.drills import model, rows
from commandcenter.ui.drills.designing import Designing, Shown
from commandcenter.ui.drills.dryrun import DryRun
from commandcenter.ui.drills.firstpage import FirstPage
from commandcenter.ui.drills.overview import DrillOverview
from commandcenter.ui.drills.particulars import Particulars
from commandcenter.ui.drills.sheets import ApproveSheet, InjectSheet, ReasonSheet
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
        self.lessons: list[Lesson] = []
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
        self.particulars = Particulars(self.context, self, self)
        self.first_page = FirstPage(self.context, self, overview)
        self.first_page.begun.connect(self._on_begun)
        page.submit_asked.connect(self.submit)
        page.return_asked.connect(self.give_back)
        page.run_asked.connect(self.dry_run)
        page.print_asked.connect(self.print_scheme)
        page.save_asked.connect(self.save)
        page.script.written.connect(self._on_written)
        page.script.asked.connect(self._on_cell_asked)
        page.script.opened.connect(self._on_inject_opened)

    # -- what the shell asks -----------------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Drill design")

    def caption(self) -> str:
        return self.tr("nothing of a drill goes outside") if self._shown else self.tr("intervals come from the law")

    def hints(self) -> Hints:
        if not self._shown:
            return (
                ("N", self.tr("new drill")),
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
        elif what.get("due"):
            if self._shown:
                self._leave_drill()
            self._show()
            self.overview.choose_due(str(what["due"]))

    def reload(self, changes: Changes) -> None:
        self._read()
        self._show()

    def _read(self) -> None:
        self._copies.read()
        self._held = self.desk.read.drill_plans.held()
        self.lessons = self.desk.read.drill_plans.lessons()
        reference = self.desk.reference
        places = self.desk.read.reference.records("place")
        duties = duties_of(reference, places, self._held)
        self._due = rows.due_rows(duties, reference, local_date(self.now()))

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        unsaved = [key for key in self._copies.records if self._copies.changed(key)]
        found = rows.drill_rows(self._copies.records, self.desk.reference, self._held, unsaved)
        today = when.day(self.now())
        self.overview.show_all(found, self._due, self.lessons, today)
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
        record = self.record()
        return self.desk.reference.drill_of(model.edited_record(record, self.edited()) if self._unsaved() else record)

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
                [one for one in self.lessons if one.plan == plan.plan],
                rows.check_lines(model.checked(plan, self.desk.reference, today), plan),
                self._person(saved.approval.by) or saved.approval.name,
                self.now(),
            )
        )

    def _concerns(self, row: rows.DueRow, plan: DrillPlan) -> bool:
        if row.rule == VENUE:
            return row.target == plan.place
        rests = self.desk.reference.plan(plan.plan)
        told = laws(rests) if rests is not None else ()
        return row.target == plan.plan or (row.rule == STREET and STREET in told)

    def _person(self, key: str) -> str:
        found = self.desk.reference.directory.people.get(key)
        return found.name if found else ""

    # -- changing the working copy -------------------------------------------------------------------------------------

    def usable(self) -> bool:
        return bool(self._shown) and self.record().active

    def change(self) -> Copy:
        """The working copy, about to be changed; how it stands now can be come back to."""
        self._past = [*self._past[-MOST_UNDONE:], copy.deepcopy(self.edited())]
        return self.edited()

    def changed(self) -> None:
        self._keep_timer.start()
        self._show_page()

    def undo(self) -> None:
        """Ctrl+Z: the last change of what is not yet saved."""
        if self._past:
            self.edited().update(self._past.pop())
            self.changed()

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
        if self.usable():
            place = model.inserted(self.change()["injects"], self.page.script.place)
            self.changed()
            self._go_line(place)
            self.page.script.write("")

    def shift(self, minutes: int) -> None:
        """Ctrl+← →: a minute earlier or later."""
        place = self.page.script.place
        if self.usable() and 0 <= place < len(self._lines()):
            key = self._lines()[place]["id"]
            model.shifted(self.change()["injects"], place, minutes)
            self.changed()
            self._go_line(self.page.script.script_model.place_of(key))

    def move_line(self, step: int) -> None:
        """Alt+↑ ↓: before or behind its neighbour."""
        place = self.page.script.place
        if self.usable() and 0 <= place < len(self._lines()):
            place = model.moved(self.change()["injects"], place, step)
            self.changed()
            self._go_line(place)

    def take_out(self) -> None:
        """Del: out of the script; Ctrl+Z brings it back."""
        place = self.page.script.place
        if self.usable() and 0 <= place < len(self._lines()):
            del self.change()["injects"][place]
            self.changed()
            self._go_line(min(place, len(self._lines()) - 1))

    def _go_line(self, place: int) -> None:
        self.page.script.go(place)
        self.page.show_script(self.plan())

    def write_cell(self) -> None:
        """F2: the cell the keyboard is on. The channel goes round instead."""
        place, column = self.page.script.place, self.page.script.column
        if not (self.usable() and 0 <= place < len(self._lines())):
            return
        line = self._lines()[place]
        if column == "channel":
            self.change()["injects"][place]["channel"] = model.next_channel(str(line.get("channel", "")))
            self.changed()
        else:
            self.page.script.write(model.cell_text(line, column))

    def _on_cell_asked(self, _place: int) -> None:
        if self.page.script.column != "channel":
            self.write_cell()

    def _on_written(self, told: tuple[int, str, str]) -> None:
        place, column, text = told
        if not (self.usable() and 0 <= place < len(self._lines())):
            return
        if text.strip() == model.cell_text(self._lines()[place], column):
            return
        self.change()
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
        self.changed()
        self._go_line(place)

    def _on_inject_opened(self, place: int) -> None:
        plan = self.plan()
        if self.usable() and 0 <= place < len(plan.injects):
            self._line = plan.injects[place].id
            self._open(InjectSheet(self.look, self.desk, self, plan.injects[place], plan), self._on_inject)

    def _on_inject(self, values: dict[str, Any]) -> None:
        sheet, lines = self._sheet, self.change()["injects"]
        if isinstance(sheet, InjectSheet):
            line = sheet.line(values, self._line)
            place = next((at for at, other in enumerate(lines) if other["id"] == self._line), len(lines))
            lines[place : place + 1] = [line]
            place = model.sorted_in(lines, line)
            self._taken(sheet)
            self._go_line(place)

    # -- forms ------------------------------------------------------------------------------------------

    def _open(self, sheet: FormSheet, taken: Callable[[dict[str, Any]], None]) -> None:
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()

    def _taken(self, sheet: FormSheet | None) -> None:
        self.changed()
        if sheet is not None:
            sheet.finish()

    # -- saving and approving ------------------------------------------------------------------------------------------

    def _send(self, command: Command, said: str, sheet: FormSheet | None = None) -> Sending:
        return Sending(self.context, command, said, sheet)

    def save(self) -> None:
        """Ctrl+S: what is written becomes the next version."""
        if self.usable() and self._unsaved():
            self._send(model.saved(self.record(), self.edited()), self.tr("Saved")).done.connect(self._on_saved)

    def _on_saved(self, _done: object) -> None:
        self._copies.drop(self._shown)
        self.reload(Changes(frozenset({"*"})))

    def submit(self) -> None:
        """Ctrl+Enter: save and submit; what was submitted is approved by a leader."""
        plan = self.plan()
        if not self.usable() or not plan.designed:
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
        if self.usable() and self.plan().status() == "submitted" and not self._unsaved():
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

    def _on_begun(self, key: str) -> None:
        self._read()
        if key in self._copies.records:
            self._show()
            self._show_drill(key)

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
        if key in (Qt.Key.Key_N, Qt.Key.Key_A):
            self.first_page.found_here()
        elif key == Qt.Key.Key_Delete:
            self.first_page.retire()
        elif key == Qt.Key.Key_B:
            self.first_page.enter_held()
        elif key == Qt.Key.Key_V:
            self.first_page.choose_venues()
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
            Qt.Key.Key_E: self.particulars.edit_head,
            Qt.Key.Key_S: self.particulars.edit_safety,
            Qt.Key.Key_N: self.particulars.edit_notice,
            Qt.Key.Key_C: self.particulars.copy_notice,
            Qt.Key.Key_U: self.particulars.choose_part,
            Qt.Key.Key_R: self.give_back,
        }
        if key in ways:
            ways[key]()
        elif key == Qt.Key.Key_F2:
            self._write_here()
        elif key == Qt.Key.Key_A:
            self._add_here()
        elif key == Qt.Key.Key_Delete and (in_script or page.aims.hasFocus()):
            (self.take_out if in_script else self.particulars.drop_aim)()
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
        if not self.particulars.write_here():
            self.write_cell()

    def _add_here(self) -> None:
        """A: a correction becomes an aim, one more aim, else one more line of the script."""
        if self.page.lessons.hasFocus():
            self.particulars.adopt()
        elif self.page.aims.hasFocus():
            self.particulars.add_aim()
        else:
            self.insert()


def _rank(post: Any) -> int:
    return int(post.rank)

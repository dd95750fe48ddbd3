"""The joint whistles: matters at the left; head with stages; duty table; reminders, feedback; survey, meeting, appraisal.

Below 1600 pixels what stands at the right folds into tabs beside the reminders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.joint import Duty, Joint
from commandcenter.domain.joint_table import IssueTable
from commandcenter.journal.journal import Changes
from commandcenter.ui.joint.model import JointFacts, matter_order, matter_row
from commandcenter.ui.joint.panels import (
    AppraisalPanel,
    GatheringPanel,
    HeadPanel,
    LogPanel,
    MatterList,
    NotePanel,
    TablePanel,
)
from commandcenter.ui.joint.sheets import JointSheets
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Hints, Phone, Screen

FAMILIES = {"joint", "unit", "person", "place", "calendar", "limit", "matter_kind"}


class JointScreen(Screen):
    """Tab 联动 of the whistle room."""

    name = "joint"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: JointFacts | None = None
        self._wanted = ""
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self.sheets = JointSheets(context, self, self.acting)
        self._build()

    def title(self) -> str:
        return self.tr("Joint whistle")

    def caption(self) -> str:
        return self.tr("office time: the clock stands on nights and rest days")

    def mode(self) -> str:
        return "drill" if self.facts is not None and self.facts.drill else ""

    def hints(self) -> Hints:
        told = [("B", self.tr("new"))]
        if self.facts is None:
            return tuple(told)
        state = self.facts.state
        if self._next()[0]:
            told.append((".", self.tr("next step")))
        if state.stage == "working":
            told += [("U", self.tr("urge")), ("N", self.tr("feedback")), ("S", self.tr("sign")), ("E", self.tr("date"))]
        if state.stage in ("agreed", "working", "fed_back"):
            told += [("A", self.tr("add a line")), ("X", self.tr("refused")), ("D", self.tr("take out"))]
        if state.stage == "upward":
            told.append(("W", self.tr("answer from above")))
        if state.running:
            told += [("L", self.tr("leader")), ("O", self.tr("partner"))]
        if state.started_at is not None:
            told.append(("G", self.tr("appraise")))
        told += [("P", self.tr("call")), ("Ctrl P", self.tr("print"))]
        if state.cases:
            told.append(("Ctrl J", self.tr("its case")))
        return tuple(told)

    def case_of_whistle(self) -> str:
        cases = self.facts.state.cases if self.facts is not None else ()
        return cases[0] if cases else ""

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.list = MatterList(look)
        self.list.add.clicked.connect(self._new)
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._on_opened)
        self.head = HeadPanel(look)
        self.head.next.clicked.connect(self.next_step)
        self.head.urge.clicked.connect(self._urge)
        self.head.paper.clicked.connect(self._print)
        self.table = TablePanel(look)
        self.table.add.clicked.connect(self._add)
        self.table.view.opened.connect(self._on_line)
        self.log = LogPanel(look)
        self.notes = NotePanel(look)
        self.notes.add.clicked.connect(self._note)
        self.survey = GatheringPanel(look, self.tr("Site survey"), "map-pin")
        self.meeting = GatheringPanel(look, self.tr("Coordination meeting"), "users")
        self.appraisal = AppraisalPanel(look)
        self.appraisal.judge.clicked.connect(self._judge)
        self.tabs = SegTabs(
            look, [self.tr("Reminders"), self.tr("Feedback"), self.tr("Survey, meeting"), self.tr("Appraisal")]
        )
        self.tabs.picked.connect(self._fold)
        self.empty = Empty(
            look,
            "git-branch",
            self.tr("No joint whistle"),
            self.tr("B enters a matter that one department sees and another may change."),
        )
        main = QWidget()
        self._grid = QGridLayout(main)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.survey, 2)
        side.addWidget(self.meeting, 2)
        side.addWidget(self.appraisal, 5)
        self._grid.addWidget(self.head, 0, 0, 1, 3)
        for part in (self.table, self.log, self.notes, self._side):  # the room is shared out, whatever they would like
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.pages = QStackedWidget()
        self.pages.addWidget(main)
        self.pages.addWidget(self.empty)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.list)
        outer.addWidget(self.pages, 1)
        self._fold()

    def _wide(self) -> bool:
        return self.width() >= self.look.px(1600)

    def _fold(self, _place: int = 0) -> None:
        """Wide: everything at once. Narrow: one of what stands below the table, chosen by tabs."""
        wide, tab = self._wide(), self.tabs.current
        self.list.setFixedWidth(self.look.px(268 if wide else 210))
        for widget in (self.table, self.log, self.notes, self._side, self.tabs):
            self._grid.removeWidget(widget)
        self.tabs.setVisible(not wide)
        for place, widget in enumerate((self.log, self.notes, self._side)):
            widget.setVisible(wide or place == min(tab, 2))
        self.survey.setVisible(wide or tab == 2)
        self.meeting.setVisible(wide or tab == 2)
        self.appraisal.setVisible(wide or tab == 3)
        layout = self._side.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setDirection(QVBoxLayout.Direction.TopToBottom if wide else QVBoxLayout.Direction.LeftToRight)
        if wide:
            self._grid.addWidget(self.table, 1, 0, 1, 2)
            self._grid.addWidget(self.log, 2, 0)
            self._grid.addWidget(self.notes, 2, 1)
            self._grid.addWidget(self._side, 1, 2, 2, 1)
            stretches = (6, 5, 0)
            self._side.setFixedWidth(self.look.px(396))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
            self._grid.addWidget(self.table, 1, 0, 1, 3)
            self._grid.addWidget(self.tabs, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
            for widget in (self.log, self.notes, self._side):
                self._grid.addWidget(widget, 3, 0, 1, 3)
            stretches = (1, 0, 0)
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)
        for line, stretch in enumerate((0, 11, 10, 0) if wide else (0, 9, 0, 6)):
            self._grid.setRowStretch(line, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._show()

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "case" in what:
            self.refresh_if_stale()
            self.sheets.new((str(what["case"]),), str(what.get("title", "")), str(what.get("place", "")))
        elif "joint" in what:
            self._wanted = str(what["joint"])
            self._load()

    def where(self) -> Mapping[str, Any]:
        return {"joint": self.facts.state.id} if self.facts is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        now, reference = self.now(), self.desk.reference
        found = [JointFacts(state, reference, now) for state in self.desk.read.matters.of(Joint, "joint")]
        found.sort(key=matter_order)
        wanted = self._wanted or (self.facts.state.id if self.facts is not None else "")
        self._all = {facts.state.id: facts for facts in found}
        blocked = self.list.view.blockSignals(True)
        self.list.model.show([matter_row(facts) for facts in found])
        place = self.list.model.place_of(wanted) if wanted else -1
        if place < 0 and found:
            place = 0
        if place >= 0:
            self.list.view.go(place)
        self.list.view.blockSignals(blocked)
        self._wanted = ""
        open_ones = sum(1 for facts in found if facts.state.running)
        self.list.caption.setText(self.tr("{n} running").format(n=open_ones) if found else "")
        self._choose(place)

    def _choose(self, place: int) -> None:
        row = self.list.model.row(place)
        self.facts = self._all.get(row.key) if row is not None else None
        self.sheets.facts = self.facts
        self._show()
        self.services.hints_changed.emit()
        self.services.mode_changed.emit()

    def _on_moved(self, place: int) -> None:
        if place >= 0:
            self._choose(place)

    def _on_opened(self, _place: int) -> None:
        self.table.view.setFocus()

    def _on_done(self, done: Done) -> None:
        subject = str(done.report.get("subject", ""))
        if subject.startswith("joint/"):
            self._wanted = subject.partition("/")[2]
            self._load()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        facts = self.facts
        self.pages.setCurrentIndex(0 if facts is not None else 1)
        if facts is None:
            return
        step = self._next()[0]
        self.head.show_matter(facts, step, wide=self._wide())
        self.table.show_table(facts, step, wide=self._wide())
        if facts.state.duties and self.table.view.place < 0:
            self.table.view.go(0)
        self.log.show_log(facts)
        self.notes.show_notes(facts)
        self.survey.show_gathering(facts, facts.state.survey, self._until("survey"))
        unsigned = [facts.who(duty.unit) for duty in facts.state.unsigned]
        mark = self.tr("not signed yet: {names}").format(names="、".join(unsigned)) if unsigned else ""
        self.meeting.show_gathering(facts, facts.state.meeting, self._until("meeting"), mark)
        self.appraisal.show_appraisal(facts)

    def _until(self, clock: str) -> str:
        term = self.facts.state.terms.get(clock) if self.facts is not None else None
        return self.tr("by {time}").format(time=short_moment(term.due_at)) if term is not None else ""

    def tick(self, now: int) -> None:
        if self.facts is None or now - self.facts.now < 60_000:
            return
        self._load()  # shares of limits move by the minute

    # -- what comes next -------------------------------------------------------------------------------------------

    def _next(self) -> tuple[str, Callable[[], None] | None]:
        """The next step of the matter: its words and what opens it."""
        if self.facts is None:
            return "", None
        state = self.facts.state
        sheets = self.sheets
        if state.stage == "analysed":
            if not state.whistle:
                return self.tr("Back to the case"), sheets.send_back
            asks = state.variant == "upward" and state.upward is None
            return (
                (self.tr("Ask the level above"), sheets.ask_upward)
                if asks
                else (self.tr("Name the leader"), sheets.lead)
            )
        if state.stage == "surveyed" and state.variant == "peer" and "peer" not in state.leads:
            return self.tr("Name the leader next door"), sheets.lead
        if state.stage == "agreed":
            if not self.facts.live():
                return self.tr("Add a line"), sheets.add_duty
            if state.unsigned_sides("table"):
                return self.tr("Sign the table"), self._sign_table
            return self.tr("Issue the table"), self._issue
        if state.stage == "verified" and state.unsigned_sides("verification"):
            return self.tr("Sign the verification"), self._sign_verification
        if state.stage == "closed" and state.looking_back:
            return self.tr("Look back"), sheets.look_back
        steps: dict[str, tuple[str, Callable[[], None]]] = {
            "found": (self.tr("Analyse"), sheets.analyse),
            "upward": (self.tr("Our own look"), sheets.review_upward),
            "led": (self.tr("Site survey"), sheets.survey),
            "surveyed": (self.tr("Meeting"), sheets.meeting),
            "fed_back": (self.tr("Verify"), sheets.verify),
            "verified": (self.tr("Close"), sheets.close),
        }
        return steps.get(state.stage, ("", None))

    def next_step(self) -> None:
        """Open the next step."""
        _, way = self._next()
        if way is not None:
            way()

    def _issue(self) -> None:
        if self.facts is not None:
            said = self.tr("The table is issued; every clock runs from now.")
            self.acting.send(IssueTable(joint=self.facts.state.id), said)

    def _sign_table(self) -> None:
        self.sheets.sign_side("table")

    def _sign_verification(self) -> None:
        self.sheets.sign_side("verification")

    # -- keys ------------------------------------------------------------------------------------------------------

    def line(self) -> Duty | None:
        """The line of the table the mark is on."""
        row = self.table.model.row(self.table.view.place)
        return self.facts.state.duty(row.key) if row is not None and self.facts is not None else None

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the table when there is one, else to the list."""
        (self.table.view if self.table.model.rowCount() else self.list.view).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self._print()
            return
        if modifiers:
            super().keyPressEvent(event)
            return
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_B: self._new,
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_U: self._urge,
            Qt.Key.Key_N: self._note,
            Qt.Key.Key_S: self._sign,
            Qt.Key.Key_E: self._move,
            Qt.Key.Key_A: self._add,
            Qt.Key.Key_X: self._refuse,
            Qt.Key.Key_D: self._drop,
            Qt.Key.Key_L: self._lead,
            Qt.Key.Key_O: self._partner,
            Qt.Key.Key_G: self._judge,
            Qt.Key.Key_W: self._answer,
            Qt.Key.Key_P: self._call,
            Qt.Key.Key_Left: self.list.view.setFocus,
            Qt.Key.Key_Right: self.table.view.setFocus,
            Qt.Key.Key_Escape: self.list.view.setFocus,
        }
        way = ways.get(key)
        if way is None:
            super().keyPressEvent(event)
            return
        way()

    def _on_line(self, _place: int) -> None:
        """Enter on a line: what it waits for - a ruling, a signature, a word."""
        duty = self.line()
        if duty is None or self.facts is None:
            return
        if duty.disputed:
            self.sheets.rule(duty)
        elif duty.signed is None and duty.live:
            self.sheets.sign(duty)
        elif self.facts.state.stage == "working" and not duty.settled:
            self.sheets.note(duty)

    def _new(self) -> None:
        self.sheets.new()

    def _add(self) -> None:
        if self.facts is not None:
            self.sheets.add_duty()

    def _note(self) -> None:
        duty = self.line()
        if duty is not None:
            self.sheets.note(duty)

    def _sign(self) -> None:
        duty = self.line()
        if duty is not None:
            self.sheets.sign(duty)

    def _move(self) -> None:
        duty = self.line()
        if duty is not None:
            self.sheets.move(duty)

    def _refuse(self) -> None:
        duty = self.line()
        if duty is not None:
            (self.sheets.rule if duty.disputed else self.sheets.refuse)(duty)

    def _drop(self) -> None:
        duty = self.line()
        if duty is not None:
            self.sheets.drop(duty)

    def _urge(self) -> None:
        """The line the mark is on; one that is done gives way to all that are late."""
        duty = self.line()
        if self.facts is None or duty is None:
            return
        now = self.now()
        late = [one for one in self.facts.state.duties if one.overdue(now)]
        chosen = [duty] if not duty.settled else late
        if chosen:
            self.sheets.urge(chosen)

    def _lead(self) -> None:
        if self.facts is not None:
            self.sheets.lead()

    def _partner(self) -> None:
        if self.facts is not None:
            self.sheets.partner()

    def _judge(self) -> None:
        if self.facts is not None:
            self.sheets.judge()

    def _answer(self) -> None:
        if self.facts is not None:
            self.sheets.answer_upward()

    def _call(self) -> None:
        """The number of the line's department, else of the leader."""
        if self.facts is None:
            return
        duty = self.line()
        lead = self.facts.state.leads.get("own")
        partner = self.facts.state.partner(duty.unit) if duty is not None else None
        unit = self.desk.reference.units.get(duty.unit) if duty is not None else None
        if partner is not None and partner.phone:
            self.services.phone.emit(Phone(partner.name or partner.body, partner.body, partner.phone))
        elif unit is not None and unit.duty_phone:
            self.services.phone.emit(Phone(unit.name, self.tr("duty phone"), unit.duty_phone, unit=unit.id))
        elif lead is not None:
            self.services.phone.emit(Phone(lead.name, self.tr("leader"), lead.phone))

    def _print(self) -> None:
        if self.facts is None:
            return
        subject = self.facts.state.subject
        forms = ["joint_order"]
        if self.facts.state.meeting is not None:
            forms = ["duty_table", "joint_minutes", *forms]
        print_form(self.context, self, *((form, subject) for form in forms))

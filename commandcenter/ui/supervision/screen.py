"""The supervision whistles: departments at the left; stages; matters and what was told; evidence; the evaluation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.desk.read import Read
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.evidence import CaseFigures, Line
from commandcenter.domain.supervision import MOST_REMINDERS, Supervision
from commandcenter.domain.supervision_acts import CollectEvidence
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.days import read_day
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.supervision.model import CycleFacts, cycle_order, cycle_row
from commandcenter.ui.supervision.panels import CycleList, EvaluationPanel, EvidencePanel, HeadPanel, TellPanel
from commandcenter.ui.supervision.sheets import SupervisionSheets

FAMILIES = {"supervision", "unit", "person", "calendar", "limit", "joint", "report_in", "order", "case", "whistle"}
Period = tuple[int, int]
Found = tuple[str, Period, list[Line], CaseFigures, int]
"""The cycle it was asked for, the period, the lines, the cases, and whether it is to be collected (the question's number)."""


def quarter(now: int) -> Period:
    """The quarter that runs, until the end of today: what a collection starts from."""
    today = local_date(now)
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    return at_local(first), at_local(today + timedelta(days=1))


class SupervisionScreen(Screen):
    """Tab 监督 of the whistle room."""

    name = "supervision"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: CycleFacts | None = None
        self._all: dict[str, CycleFacts] = {}
        self._wanted = ""
        self._found: Found | None = None
        self._asked = 0
        self._collecting: tuple[int, FormSheet] | None = None
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self.sheets = SupervisionSheets(context, self, self.acting)
        self._build()

    def title(self) -> str:
        return self.tr("Supervision whistle")

    def caption(self) -> str:
        return self.tr("evidence comes out of the log alone; the committee grades together")

    def hints(self) -> Hints:
        told = [("N", self.tr("put on the list"))]
        if self.facts is None:
            return tuple(told)
        state = self.facts.state
        if self._next()[0]:
            told.append((".", self.tr("next step")))
        if state.stage in ("listed", "reminded"):
            told += [("U", self.tr("remind")), ("A", self.tr("add a matter"))]
        if state.stage in ("reported", "collected"):
            told.append(("E", self.tr("collect")))
        told.append(("Enter", self.tr("go to the source")))
        if state.stage != "closed":
            told.append(("W", self.tr("weights")))
        told += [("P", self.tr("call")), ("Ctrl P", self.tr("print"))]
        return tuple(told)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.list = CycleList(look)
        self.list.add.clicked.connect(self._new)
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._on_opened)
        self.head = HeadPanel(look)
        self.head.next.clicked.connect(self.next_step)
        self.head.remind.clicked.connect(self._remind)
        self.head.paper.clicked.connect(self._print)
        self.matters = TellPanel(look, self.tr("Matters"), self.tr("No matter yet"), "list-checks")
        self.story = TellPanel(look, self.tr("Told"), self.tr("Nothing was told yet"), "message-square-text")
        self.evidence = EvidencePanel(look)
        self.evidence.collect.clicked.connect(self._collect)
        self.evidence.view.opened.connect(self._on_source)
        self.evaluation = EvaluationPanel(look)
        self.evaluation.weights.clicked.connect(self._weigh)
        self.tabs = SegTabs(look, [self.tr("Evidence"), self.tr("Matters, told"), self.tr("Evaluation")])
        self.tabs.picked.connect(self._fold)
        self.empty = Empty(
            look,
            "clipboard-check",
            self.tr("No department is on the list"),
            self.tr("B puts one on it, with what is supervised."),
        )
        main = QWidget()
        self._grid = QGridLayout(main)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._grid.addWidget(self.head, 0, 0, 1, 3)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.matters, 4)
        left.addWidget(self.story, 6)
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
        """Wide: three columns. Narrow: one of them, chosen by tabs."""
        wide, tab = self._wide(), self.tabs.current
        self.list.setFixedWidth(self.look.px(268 if wide else 210))
        parts = (self.evidence, self._left, self.evaluation)
        for widget in (*parts, self.tabs):
            self._grid.removeWidget(widget)
        self.tabs.setVisible(not wide)
        for place, widget in enumerate(parts):
            widget.setVisible(wide or place == tab)
        if wide:
            for column, widget in enumerate((self._left, self.evidence, self.evaluation)):
                self._grid.addWidget(widget, 1, column)
        else:
            self._grid.addWidget(self.tabs, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
            for widget in parts:
                self._grid.addWidget(widget, 2, 0, 1, 3)
        for column, stretch in enumerate((38, 62, 40) if wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, stretch)
        for line, stretch in enumerate((0, 1, 0) if wide else (0, 0, 1)):
            self._grid.setRowStretch(line, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._show()

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "supervision" in what:
            self._wanted = str(what["supervision"])
            self._load()

    def where(self) -> Mapping[str, Any]:
        return {"supervision": self.facts.state.id} if self.facts is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        now, reference = self.now(), self.desk.reference
        states = self.desk.read.matters.of(Supervision, "supervision")
        found = sorted((CycleFacts(state, reference, now) for state in states), key=cycle_order)
        wanted = self._wanted or (self.facts.state.id if self.facts is not None else "")
        self._all = {facts.state.id: facts for facts in found}
        blocked = self.list.view.blockSignals(True)
        self.list.model.show([cycle_row(facts) for facts in found])
        place = self.list.model.place_of(wanted) if wanted else -1
        if place < 0 and found:
            place = 0
        if place >= 0:
            self.list.view.go(place)
        self.list.view.blockSignals(blocked)
        self._wanted = ""
        running = sum(1 for facts in found if facts.state.closed_at is None)
        self.list.caption.setText(self.tr("{n} running").format(n=running) if found else "")
        self._choose(place)

    def _choose(self, place: int) -> None:
        row = self.list.model.row(place)
        self.facts = self._all.get(row.key) if row is not None else None
        self.sheets.facts = self.facts
        self._show()
        if self.facts is not None and self.facts.state.collected_at is None:
            self._ask(quarter(self.now()))
        self.services.hints_changed.emit()

    def _on_moved(self, place: int) -> None:
        if place >= 0:
            self._choose(place)

    def _on_opened(self, _place: int) -> None:
        self.evidence.view.setFocus()

    def _on_done(self, done: Done) -> None:
        subject = str(done.report.get("subject", ""))
        if subject.startswith("supervision/"):
            self._wanted = subject.partition("/")[2]
            self._load()

    # -- evidence: asked of the journal, in a worker -----------------------------------------------------------------

    def _ask(self, period: Period) -> int:
        """Ask what the log holds of the department; returns the number of the question."""
        facts = self.facts
        if facts is None:
            return 0
        self._asked += 1
        number, cycle, unit, now = self._asked, facts.state.id, facts.state.unit, self.now()
        start, until = period

        def work(read: Read) -> Found:
            lines = read.evidence.lines(unit, start, until, now)
            return cycle, period, lines, read.evidence.cases(unit, start, until, now), number

        self.desk.ask(work).done.connect(self._on_found)
        return number

    def _on_found(self, found: Found) -> None:
        cycle, period, lines, cases, number = found
        if self._collecting is not None and self._collecting[0] == number:
            sheet, self._collecting = self._collecting[1], None
            command = CollectEvidence(
                supervision=cycle,
                start=period[0],
                until=period[1],
                sources=tuple(line.source for line in lines),
                cases=cases,
            )
            Sending(self.context, command, self.tr("Collected out of the log."), sheet)
        if number == self._asked and self.facts is not None and self.facts.state.id == cycle:
            self._found = found
            self._show_evidence()

    def _collect(self) -> None:
        """E: of which days; the rest is the journal's."""
        if self.facts is None:
            return
        state = self.facts.state
        start, until = state.period if state.collected_at is not None else quarter(self.now())
        title = self.tr("Collect evidence out of the log")
        sheet = FormSheet(
            self.look, self.window(), title, self.sheets.period_fields(start, until - 1),
            send=self.tr("Collect"), now=self.desk.clock.now,
        )  # fmt: skip
        sheet.caption.setText(self.facts.name)
        sheet.submitted.connect(self._on_period)
        self._period_sheet = sheet
        sheet.open_sheet()

    def _on_period(self, values: Mapping[str, Any]) -> None:
        sheet, now = self._period_sheet, self.now()
        days = {}
        for name in ("start", "until"):
            try:
                days[name] = local_date(read_day(values[name], now, self.desk.reference.calendar, name))
            except ValueError:
                sheet.form.mark_wrong(name)
                return
        period = at_local(days["start"]), at_local(days["until"] + timedelta(days=1))
        self._collecting = self._ask(period), sheet

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        facts = self.facts
        self.pages.setCurrentIndex(0 if facts is not None else 1)
        if facts is None:
            return
        self.head.show_cycle(facts, self._next()[0], wide=self._wide())
        self.matters.show_rows(facts.matters())
        self.story.show_rows(facts.story())
        self.evaluation.show_evaluation(facts)
        self._show_evidence()

    def _show_evidence(self) -> None:
        facts = self.facts
        if facts is None:
            return
        state = facts.state
        if state.collected_at is not None:
            self.evidence.show_evidence(facts, list(state.lines), state.cases, state.period, standing=True)
        elif self._found is not None and self._found[0] == state.id:
            _, period, lines, cases, _ = self._found
            self.evidence.show_evidence(facts, lines, cases, period, standing=False)
        else:
            self.evidence.show_evidence(facts, [], None, (0, 0), standing=False)

    def tick(self, now: int) -> None:
        if self.facts is not None and now - self.facts.now >= 60_000:
            self._load()

    # -- what comes next -------------------------------------------------------------------------------------------

    def _next(self) -> tuple[str, Callable[[], None] | None]:
        """The next step of the cycle: its words and what opens it."""
        if self.facts is None:
            return "", None
        state, sheets = self.facts.state, self.sheets
        if state.stage == "reminded":
            last = state.nudges[-1]
            over = last.term is None or self.now() > last.term.due_at
            if len(state.nudges) >= MOST_REMINDERS and over:
                return self.tr("Nothing came"), sheets.silence
            return self.tr("Department's report"), sheets.report
        if state.stage == "rectifying":
            if state.open_items:
                return self.tr("Put right"), self._rectified
            return self.tr("End the cycle"), sheets.end
        steps: dict[str, tuple[str, Callable[[], None]]] = {
            "listed": (self.tr("Remind"), sheets.remind),
            "reported": (self.tr("Collect evidence"), self._collect),
            "collected": (self.tr("Tell the leader"), sheets.brief),
            "briefed": (self.tr("Evaluate"), sheets.evaluate),
            "evaluated": (self.tr("Letter"), sheets.letter),
            "lettered": (self.tr("Rectification"), sheets.rectify),
        }
        return steps.get(state.stage, ("", None))

    def next_step(self) -> None:
        """Open the next step."""
        _, way = self._next()
        if way is not None:
            way()

    def _rectified(self) -> None:
        if self.facts is not None and self.facts.state.open_items:
            self.sheets.rectified(self.facts.state.open_items[0])

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the list."""
        self.list.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self._print()
            return
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_N: self._new,
            Qt.Key.Key_B: self._new,
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_U: self._remind,
            Qt.Key.Key_A: self._add,
            Qt.Key.Key_E: self._collect,
            Qt.Key.Key_W: self._weigh,
            Qt.Key.Key_P: self._call,
            Qt.Key.Key_Left: self.list.view.setFocus,
            Qt.Key.Key_Right: self.evidence.view.setFocus,
            Qt.Key.Key_Escape: self.list.view.setFocus,
        }
        way = ways.get(key) if not modifiers else None
        if way is None:
            super().keyPressEvent(event)
            return
        way()

    def _new(self) -> None:
        self.sheets.list_unit()

    def _remind(self) -> None:
        if self.facts is not None:
            self.sheets.remind()

    def _add(self) -> None:
        if self.facts is not None:
            self.sheets.add_matter()

    def _weigh(self) -> None:
        self.sheets.weigh()

    def _call(self) -> None:
        unit = self.desk.reference.units.get(self.facts.state.unit) if self.facts is not None else None
        if unit is not None and unit.duty_phone:
            self.services.phone.emit(Phone(unit.name, self.tr("duty phone"), unit.duty_phone, unit=unit.id))

    def _on_source(self, _place: int) -> None:
        """Enter on a line of evidence: to the matter or incident it rests on."""
        row = self.evidence.model.row(self.evidence.view.place)
        if row is None:
            return
        family, _, rest = row.key.partition("#")[0].partition("/")
        if family == "joint":
            self.services.go.emit(Go("joint", {"joint": rest}))
        elif family in ("report_in", "order"):
            self.services.go.emit(Go("review", {"whistle": rest.partition("/")[0]}))

    def _print(self) -> None:
        if self.facts is None:
            return
        state = self.facts.state
        forms = ["supervision_order"]
        if state.collected_at is not None:
            forms.insert(0, "department_assessment")
        if state.evaluation is not None:
            forms.insert(0, "feedback_letter")
        print_form(self.context, self, *((form, state.subject) for form in forms))

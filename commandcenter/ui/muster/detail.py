"""One muster: its head with what comes next, its stages, who is called, what was decided on site, its log, both sides' word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.appraisal import punctuality
from commandcenter.domain.event import Fact
from commandcenter.domain.indicators import Ratio
from commandcenter.domain.muster import Muster, next_deadline, next_verb
from commandcenter.domain.report_in import ReportIn
from commandcenter.ui import when
from commandcenter.ui.muster.rows import (
    MemberPainter,
    MemberRow,
    TargetPainter,
    TargetRow,
    TaskPainter,
    TaskRow,
    any_spoken,
    left_over,
    level_words,
    member_key,
    target_key,
    target_row,
    task_key,
)
from commandcenter.ui.muster.sheets import lack_words, way_words
from commandcenter.ui.muster.story import cells, log_rows
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factlist import FactList, Known
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.stagecells import StageCells
from commandcenter.ui.parts.timeline import Timeline
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import clock_word, listed

NARROW = 1150
"""Below this width of the detail the right column gives way to the lists."""


LOW = 600
"""Below this height the log gives way to what was decided on site."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A muster with what hangs on it."""

    state: Muster
    presences: tuple[ReportIn, ...]
    facts: tuple[Fact, ...]


class MusterDetail(QWidget):
    """The right side of the screen. ``acted`` emits the code of a button that was pressed."""

    acted = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.desk = look, desk
        self.shown: Shown | None = None
        self._build()

    # -- building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._build_head())
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._build_lists(), 1)
        middle.addWidget(self._build_side())
        outer.addLayout(middle, 1)

    def _build_head(self) -> Panel:
        look = self.look
        panel = Panel(look)
        self.title = ElidedLabel(look, "", "fact")
        self.caption = ElidedLabel(look, "", "caption", "2")
        self.due_name = Label(look, "", "caption", "3")
        self.due = Label(look, "", "screen")
        self.due_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.due.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.next = Button(look, "", key=".", kind="primary")
        self.print = Button(look, self.tr("Print"), key="Ctrl P", icon="printer")
        self.next.clicked.connect(self._on_next)
        self.print.clicked.connect(self._on_print)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 14, 10)
        head.setSpacing(12)
        head.addLayout(column(self.title, self.caption, gap=2), 1)
        head.addLayout(column(self.due_name, self.due, gap=0))
        head.addWidget(self.next)
        head.addWidget(self.print)
        panel.body.addLayout(head)
        panel.body.addWidget(Line())
        self.stages = StageCells(look)
        panel.body.addWidget(self.stages)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return panel

    def _build_lists(self) -> QWidget:
        look = self.look
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.called = Panel(look, self.tr("Called"))
        self.urge = Button(look, self.tr("Board"), key="B", icon="layout-dashboard", small=True, kind="ghost")
        self.urge.clicked.connect(self._on_board)
        self.called.add_to_head(self.urge)
        self.target_model = KeyedRows(target_key, any_spoken, self)
        self.target_painters = [TargetPainter(look, self, appraising=late) for late in (False, True)]
        self.target_lists = [
            RowList(look, self.target_model, painter, self.tr("Those who are called"))
            for painter in self.target_painters
        ]
        self.member_painter = MemberPainter(look, self)
        self.member_model = KeyedRows(member_key, any_spoken, self)
        self.members = RowList(look, self.member_model, self.member_painter, self.tr("Sign-in sheet"))
        self.nobody = Empty(look, "users", self.tr("Nobody is called yet"), "")
        self.who = QStackedWidget()
        for widget in (*self.target_lists, self.members, self.nobody):
            self.who.addWidget(widget)
        self.called.body.addWidget(self.who, 1)
        layout.addWidget(self.called, 5)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._build_tasks(), 1)
        below.addWidget(self._build_log(), 1)
        layout.addLayout(below, 4)
        return side

    def _build_tasks(self) -> Panel:
        look = self.look
        self.task_panel = Panel(look, self.tr("Decided on site"))
        self.add_task = Button(look, self.tr("Add"), key="T", icon="plus", small=True, kind="ghost")
        self.add_task.clicked.connect(self._on_task)
        self.task_panel.add_to_head(self.add_task)
        self.task_painter = TaskPainter(look, self)
        self.task_model = KeyedRows(task_key, any_spoken, self)
        self.tasks = RowList(look, self.task_model, self.task_painter, self.tr("Decided on site"))
        self.no_tasks = Empty(look, "list-checks", self.tr("Nothing decided yet"), "")
        self.what = QStackedWidget()
        self.what.addWidget(self.tasks)
        self.what.addWidget(self.no_tasks)
        self.task_panel.body.addWidget(self.what, 1)
        return self.task_panel

    def _build_log(self) -> Panel:
        panel = self.log_panel = Panel(self.look, self.tr("Log"))
        self.add_note = Button(self.look, self.tr("Note"), key="L", icon="plus", small=True, kind="ghost")
        self.add_note.clicked.connect(self._on_note)
        panel.add_to_head(self.add_note)
        self.log = Timeline(self.look, self.tr("Log"))
        panel.body.addWidget(self.log, 1)
        return panel

    def _build_side(self) -> QScrollArea:
        look = self.look
        self.why = FactList(look)
        self.way = FactList(look)
        self.word = FactList(look, lead=84)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.panels: list[Panel] = []
        for title, facts in (
            (self.tr("Why it is blown"), self.why),
            (self.tr("Meeting and team"), self.way),
            (self.tr("Double appraisal"), self.word),
        ):
            panel = Panel(look, title, head=40)
            panel.body.addWidget(facts)
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            layout.addWidget(panel)
            self.panels.append(panel)
        self.ratio_note = Label(look, "", "caption", "3")
        self.ratio_note.setWordWrap(True)
        self.panels[2].body.addLayout(row(self.ratio_note, margins=(14, 0, 14, 12)))
        self._side_layout = layout
        layout.addStretch(1)
        self.side = QScrollArea()
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setWidgetResizable(True)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setWidget(inner)
        self.side.setFixedWidth(look.px(340))
        return self.side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(NARROW)
        self.side.setFixedWidth(self.look.px(340 if wide else 272))
        self.log_panel.setVisible(self.height() >= self.look.px(LOW))

    @property
    def targets(self) -> RowList:
        """The list of those who are called: with their times, and with both sides' word once they appraise."""
        late = self.shown is not None and self.shown.state.stage in ("appraising", "closed", "long_term")
        return self.target_lists[1 if late else 0]

    # -- buttons -------------------------------------------------------------------------------------------------------

    def _on_next(self) -> None:
        self.acted.emit("next")

    def _on_print(self) -> None:
        self.acted.emit("print")

    def _on_board(self) -> None:
        self.acted.emit("board")

    def _on_task(self) -> None:
        self.acted.emit("task")

    def _on_note(self) -> None:
        self.acted.emit("note")

    # -- showing -------------------------------------------------------------------------------------------------------

    def show_muster(self, shown: Shown, now: int) -> None:
        """Show a muster."""
        self.shown = shown
        state = shown.state
        self.title.setText(state.title)
        self.caption.setText(self._caption(state))
        verb = next_verb(state)
        self.next.setVisible(bool(verb))
        if verb:
            self.next.set_text(self.verb_word(state, verb))
            self.next.set_icon("whistle" if verb == "sounded" else "")
        working = state.stage in ("reporting", "working", "done")
        self.add_task.setVisible(working)
        self.add_note.setVisible(state.open)
        self.urge.setVisible(state.sounded_at is not None and state.level != "L3")
        self._show_called(shown, now)
        self._show_tasks(state)
        self.log.show_rows(log_rows(shown.facts, state, self._person, self.desk.reference.unit_name))
        self.why.show_facts(self._why(state))
        self.way.show_facts(self._way(state, now))
        self.panels[1].setVisible(state.level != "L3")
        self.panels[2].setVisible(state.sounded_at is not None)
        self._side_layout.insertWidget(0 if state.passed_at is not None else 2, self.panels[2])
        self._show_word(shown, now)
        self.tick(now)

    def tick(self, now: int) -> None:
        """A second has passed."""
        if self.shown is None:
            return
        state = self.shown.state
        for targets in self.target_painters:
            targets.now = now
        self.member_painter.now = self.task_painter.now = now
        for view in (self.targets.view, self.members.view, self.tasks.view):
            view.viewport().update()
        self.stages.show_cells(cells(state, self.shown.presences, now))
        line = next_deadline(state)
        self.due_name.setVisible(line is not None)
        self.due.setVisible(line is not None)
        if line is not None:
            words, level = left_over(line.started_at, line.due_at, now)
            told = self.tr("{clock} · until {time}").format(
                clock=clock_word(line.name), time=when.moment(line.due_at, now)
            )
            self.due_name.setText(told)
            self.due.setText(self.tr("left {time}").format(time=words) if level != "over" else words)
            self.due.set_tone({"over": "red", "warn": "amb"}.get(level, "1"))

    def _person(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found else ""

    def _caption(self, state: Muster) -> str:
        who = state.branch or (self.desk.reference.unit_name(state.community) if state.community else "")
        case = ""
        if state.case:
            found, _ = self.desk.read.cases.case(state.case)
            case = self.tr("from case {number}").format(number=found.number) if found.known else ""
        kind = self._kind_name(state)
        parts = (self.tr("Muster whistle"), state.number, level_words(state.level), who, kind, state.place_words, case)
        return " · ".join(part for part in parts if part)

    def _kind_name(self, state: Muster) -> str:
        kinds = self.desk.reference.matter_kinds
        return next((kind.name for kind in kinds if kind.code == state.grounds.category), "")

    def verb_word(self, state: Muster, verb: str) -> str:
        """The words of the next step."""
        return {
            "met": self.tr("Record the meeting"),
            "sent": self.tr("Send to the team"),
            "accepted": self.tr("Answer of the team"),
            "sounded": self.tr("Sound the whistle"),
            "work_started": self.tr("Begin the work"),
            "finished": self.tr("Report it done"),
            "passed": self.tr("Check the work"),
            "closed": self.tr("Close"),
        }[verb]

    def _show_called(self, shown: Shown, now: int) -> None:
        state = shown.state
        if state.sounded_at is None:
            self.who.setCurrentWidget(self.nobody)
            names = listed(self.desk.reference.unit_name(unit) for unit in state.units)
            then = self.tr("They are chosen when the whistle sounds.")
            if names:
                then = self.tr("Usually called for such a matter: {units}").format(units=names)
            self.nobody.say(self.tr("The whistle has not sounded yet"), then)
            self.called.caption.setText("")
            return
        told = self.tr("meet {time} at {place}").format(time=when.moment(state.meet_at, now), place=state.meet_words)
        self.called.caption.setText(told)
        self.called.title.setText(self.tr("Sign-in sheet") if state.level == "L3" else self.tr("Called"))
        if state.level == "L3":
            self.who.setCurrentWidget(self.members)
            lines = enumerate(state.members, start=1)
            people = self.desk.reference.directory.people
            self.member_model.show(
                [
                    MemberRow(place, line, line.name or (people[line.key].name if line.key in people else line.key))
                    for place, line in lines
                ]
            )
            return
        self.who.setCurrentWidget(self.targets)
        asked = {line.unit: line.ask for line in state.agreed}
        reference = self.desk.reference
        self.target_model.show(
            [target_row(reference, one, state.appraisal, asked.get(one.unit), now) for one in shown.presences]
        )

    def _show_tasks(self, state: Muster) -> None:
        self.what.setCurrentWidget(self.tasks if state.tasks else self.no_tasks)
        name = self.desk.reference.unit_name
        rows = [
            TaskRow(place, task, " ".join(part for part in (name(task.unit) if task.unit else "", task.person) if part))
            for place, task in enumerate(state.tasks, start=1)
        ]
        self.task_model.show(rows)
        done = sum(1 for task in state.tasks if task.done_at is not None)
        self.task_panel.caption.setText(f"{done} / {len(rows)}" if rows else "")
        self.no_tasks.say(
            self.tr("Nothing decided yet"),
            self.tr("T adds what was decided, who does it, by when.") if state.stage == "working" else "",
        )

    def _why(self, state: Muster) -> Sequence[Known]:
        lacks = listed(lack_words(lack) for lack in state.grounds.lacks)
        missing = self.tr("still to be said")
        return [
            Known(self.tr("Kind"), self._kind_name(state) or missing, "1" if self._kind_name(state) else "amb"),
            Known(self.tr("Missing"), lacks or missing, "1" if lacks else "amb"),
            Known(self.tr("Tried"), state.grounds.tried or missing, "1" if state.grounds.tried else "amb"),
            Known(self.tr("Matter"), state.matter, "2"),
            Known(self.tr("Wanted"), state.wanted, "2"),
        ]

    def _way(self, state: Muster, now: int) -> Sequence[Known]:
        meeting = state.meeting
        ways = dict(way_words())
        sent = ""
        if state.sent_at is not None:
            sent = (
                f"{when.moment(state.sent_at, now)} {state.document} {ways.get(state.sent_by_way, state.sent_by_way)}"
            )
        answer = ""
        if state.answered_at is not None and state.stage != "returned":
            answer = (
                self.tr("accepted {time}").format(time=when.moment(state.answered_at, now)) + f" {state.answered_by}"
            )
        return [
            Known(
                self.tr("Met"),
                f"{when.moment(meeting.at, now)} {meeting.chair}".strip() if meeting else self.tr("not yet"),
                "1" if meeting else "3",
            ),
            Known(self.tr("Present"), meeting.present if meeting else "", "2"),
            Known(self.tr("Decision"), meeting.decision if meeting else ""),
            Known(self.tr("Sent"), sent),
            Known(self.tr("Answer"), answer.strip()),
            Known(self.tr("Returned"), state.returned_words, "amb" if state.stage == "returned" else "3"),
        ]

    def _show_word(self, shown: Shown, now: int) -> None:
        state = shown.state
        kept = punctuality(shown.presences, now)
        justified = state.appraisal.justified
        own = state.appraisal.verdicts.get("")
        ours = "" if own is None else (self.tr("justified") if own.justified else self.tr("not justified"))
        rows = [] if state.level == "L3" else [Known(self.tr("On time"), self._share(kept.ratio))]
        if state.level == "L3":
            rows.append(
                Known(self.tr("Hours"), self.tr("{n} h by {people}").format(n=f"{state.hours:g}", people=state.present))
            )
        rows += [
            Known(self.tr("Our word"), ours or self.tr("not said"), "1" if ours else "3"),
            Known(
                self.tr("Justified"),
                self._share(justified) if justified.whole else self.tr("not said"),
                "1" if justified.whole else "3",
            ),
        ]
        if state.level == "L2":
            put_up = f"{when.moment(state.notice_at, now)} {state.notice_where}" if state.notice_at is not None else ""
            due = state.stage in ("done", "appraising")
            rows.append(
                Known(self.tr("Notice"), put_up or self.tr("not put up yet"), "1" if put_up else "amb" if due else "3")
            )
        if state.end_words or state.cause:
            rows += [Known(self.tr("Result"), state.end_words), Known(self.tr("Cause"), state.cause)]
        if state.sent_back_words and state.stage == "working":
            rows.append(Known(self.tr("Sent back"), state.sent_back_words, "amb"))
        self.word.show_facts(rows)
        self.ratio_note.setText(
            self.tr("People are not rated; only attendance and hours are kept.")
            if state.level == "L3"
            else self.tr("On time is computed from the report-ins; those who are asked (R) are shown, not judged.")
        )

    @staticmethod
    def _share(ratio: Ratio) -> str:
        told = f"{ratio.part} / {ratio.whole}"
        return told if ratio.percent is None else f"{told} · {ratio.percent:.0f} %"

    def target(self) -> TargetRow | None:
        """The unit the keyboard is on."""
        found = self.target_model.row(self.targets.view.place)
        return found if isinstance(found, TargetRow) else None

    def member(self) -> MemberRow | None:
        """The member the keyboard is on."""
        found = self.member_model.row(self.members.view.place)
        return found if isinstance(found, MemberRow) else None

    def task(self) -> TaskRow | None:
        """The task the keyboard is on."""
        found = self.task_model.row(self.tasks.view.place)
        return found if isinstance(found, TaskRow) else None

"""The second page: one drill, as the designer and the leader see it (design/10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local_date
from commandcenter.domain.drill import DrillPlan, Inject
from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui import when
from commandcenter.ui.drills import model, rows
from commandcenter.ui.drills.card import InjectCard
from commandcenter.ui.drills.lists import CriterionPainter, LinePainter, SmallList
from commandcenter.ui.drills.script import ScriptView
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.injectline import InjectLine, InjectMark
from commandcenter.ui.parts.rows import RowList
from commandcenter.ui.parts.stagebar import StageBar, Step
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import DRILL_CONTENTS, DRILL_FORMS, DRILL_PURPOSES, DRILL_STATUS, listed, word

translate = QCoreApplication.translate

STAGES = ("founded", "plan", "approval", "notice", "ready", "run", "evaluated", "filed")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the plan as it is being written, and what stands around it."""

    plan: DrillPlan
    plan_name: str
    unsaved: bool
    held_on: str
    due: Sequence[rows.DueRow]
    lessons: Sequence[Lesson]
    checks: Sequence[rows.Line]
    approver: str
    now: int


class Designing(QWidget):
    """Left what the drill is for, the script in the middle, at the right who plays and what is missing."""

    submit_asked = Signal()
    return_asked = Signal()
    run_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()
    edit_asked = Signal(str)

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reference = look, reference
        self._shown: Shown | None = None
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        self.left = _Column(look, self._build_left())
        self.right = _Column(look, self._build_right())
        self._columns.addWidget(self.left)
        self._columns.addWidget(self._build_middle(), 1)
        self._columns.addWidget(self.right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._build_head())
        outer.addLayout(self._columns, 1)
        look.changed.connect(self._fit)
        self._fit()

    # -- building --------------------------------------------------------------------------------------------------

    def _build_head(self) -> Panel:
        look = self._look
        self.head = Panel(look)
        self.title = ElidedLabel(look, "", "screen")
        self.about = ElidedLabel(look, "", "caption", "3")
        self.save_button = Button(look, self.tr("Save"), key="Ctrl S", icon="save")
        self.run_button = Button(look, self.tr("Dry run"), key="F6", icon="play")
        self.print_button = Button(look, self.tr("Scheme F15"), key="Ctrl P", icon="printer")
        self.return_button = Button(look, self.tr("Give back"), key="R", icon="undo-2")
        self.submit_button = Button(look, self.tr("Submit"), key="Ctrl Enter", icon="send", kind="primary")
        self.save_button.clicked.connect(self.save_asked)
        self.run_button.clicked.connect(self.run_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.return_button.clicked.connect(self.return_asked)
        self.submit_button.clicked.connect(self.submit_asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 12, 8)
        line.setSpacing(8)
        line.addLayout(words, 1)
        for button in (self.save_button, self.run_button, self.print_button, self.return_button, self.submit_button):
            line.addWidget(button)
        self.stages = StageBar(look)
        self.stages.setContentsMargins(0, 0, 0, 0)
        self.head.body.addLayout(line)
        self.head.body.addWidget(Line())
        self.head.body.addLayout(row(self.stages, margins=(14, 0, 12, 0)))
        return self.head

    def _edit(self, what: str, key: str = "", icon: str = "pencil") -> Button:
        button = Button(self._look, "", key=key, icon=icon, kind="ghost", small=True)
        button.setObjectName(what)
        button.setAccessibleName(self.tr("Change"))
        button.setToolTip(self.tr("Change"))
        button.clicked.connect(self._on_edit)
        return button

    def _on_edit(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.edit_asked.emit(sender.objectName())

    def _build_left(self) -> list[Panel]:
        look = self._look
        kind = Panel(look, self.tr("Kind"), "", head=38)
        kind.add_to_head(self._edit("head", "E"))
        names = [self.tr("Form"), self.tr("Day"), self.tr("Scene clock"), self.tr("Place"), self.tr("Takes part")]
        self.facts = FactGrid(look, names, edge=14)
        kind.body.addWidget(self.facts)
        kind.body.addStretch(1)
        self.aim_panel = Panel(look, self.tr("Aims"), self.tr("each needs an inject"), head=38)
        self.aim_panel.add_to_head(self._edit("aim", icon="plus"))
        self.aims = SmallList(
            look, LinePainter(look, self, lead=14, fact=92), rows.line_key, rows.line_spoken, self.tr("Aims"), most=6
        )
        self.aim_panel.body.addWidget(self.aims)
        self.lesson_panel = Panel(look, self.tr("Not corrected since last time"), "", head=38)
        self.lessons = SmallList(
            look,
            LinePainter(look, self, lead=0, fact=0),
            rows.line_key,
            rows.line_spoken,
            self.tr("Open corrections"),
            most=3,
        )
        self.lesson_note = Label(look, "", "caption", "3")
        self.lesson_note.setWordWrap(True)
        self.lesson_note.setContentsMargins(14, 4, 14, 6)
        self.lessons.moved.connect(self._on_lesson)
        self.lesson_panel.body.addWidget(self.lessons)
        self.lesson_panel.body.addWidget(self.lesson_note)
        law = Panel(look, self.tr("Due by law"), "", head=38)
        self.law = Label(look, "", "body")
        self.law_source = Label(look, "", "caption", "3")
        for label in (self.law, self.law_source):
            label.setWordWrap(True)
            label.setContentsMargins(14, 6, 14, 2)
        law.body.addWidget(self.law)
        law.body.addWidget(self.law_source)
        law.body.addSpacing(6)
        safety = Panel(look, self.tr("Safety and notice"), "", head=38)
        safety.add_to_head(self._edit("safety"))
        safety.add_to_head(self._edit("notice", icon="megaphone"))
        self.safety = Label(look, "", "caption", "2")
        self.safety.setWordWrap(True)
        self.safety.setContentsMargins(14, 8, 14, 10)
        safety.body.addWidget(self.safety)
        safety.body.addStretch(1)
        return [kind, self.aim_panel, self.lesson_panel, law, safety]

    def _build_middle(self) -> Panel:
        look = self._look
        panel = Panel(look, self.tr("Script"), "")
        self.script_panel = panel
        self.line = InjectLine(look)
        self.line.picked.connect(self._on_picked)
        panel.body.addLayout(row(self.line, margins=(0, 6, 0, 0)))
        panel.body.addWidget(Line())
        self.script = ScriptView(look, self)
        self.table = RowList(
            look, self.script.script_model, self.script.script_painter, self.tr("Script"), view=self.script
        )
        self.script.moved.connect(self._on_line)
        panel.body.addWidget(self.table, 1)
        panel.body.addWidget(Line())
        self.card = InjectCard(look)
        panel.body.addWidget(self.card)
        self.foot = ElidedLabel(look, "", "caption", "3")
        panel.add_foot(self.foot)
        return panel

    def _build_right(self) -> list[Panel]:
        look = self._look
        role = Panel(look, self.tr("Roles"), self.tr("one person, one role"), head=38)
        self.roles = SmallList(
            look, LinePainter(look, self, lead=66, fact=96), rows.line_key, rows.line_spoken, self.tr("Roles"), most=7
        )
        role.body.addWidget(self.roles)
        self.sheet_panel = Panel(look, self.tr("Score sheet"), "", head=38)
        self.sheet_panel.add_to_head(self._edit("sheet"))
        self.sheet = SmallList(look, CriterionPainter(look, self), _criterion, _spoken, self.tr("Score sheet"), most=8)
        self.sheet_panel.body.addWidget(self.sheet)
        self.check_panel = Panel(look, self.tr("Check before it is submitted"), "", head=38)
        self.checks = SmallList(
            look,
            LinePainter(look, self, lead=0, fact=0, height=31),
            rows.line_key,
            rows.line_spoken,
            self.tr("Check"),
        )
        self.checks.setMinimumHeight(look.px(31 * 5))
        self.check_panel.body.addWidget(self.checks)
        return [role, self.sheet_panel, self.check_panel]

    def _fit(self) -> None:
        px = self._look.px
        wide, roomy = self.width() > px(1600), self.height() > px(760)
        self.left.setFixedWidth(px(384) if wide else px(252))
        self.right.setFixedWidth(px(390) if wide else px(252))
        self.card.setVisible(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_drill(self, shown: Shown) -> None:
        """Show a drill; the marks stay where they are."""
        self._shown = shown
        plan = shown.plan
        self.title.setText(plan.name)
        self.about.setText(self._about(shown))
        self._show_head(shown)
        self._show_facts(shown)
        self.aims.show_rows(list(rows.aim_lines(plan)))
        found = rows.lesson_lines(plan, shown.lessons, local_date(shown.now))
        self.lesson_panel.setVisible(bool(found))
        self.lessons.show_rows(list(found))
        self._on_lesson(self.lessons.place)
        self._show_law(shown)
        self._show_safety(plan)
        self.show_script(plan)
        self.roles.show_rows(list(rows.role_lines(plan)))
        self.sheet.show_rows(list(model.criterion_rows(plan)))
        self.sheet_panel.caption.setText(self.tr("{n} points; at the right the injects").format(n=plan.sheet.total))
        self.checks.show_rows(list(shown.checks))
        missing = sum(line.tone == "warn" for line in shown.checks)
        good = len(shown.checks) - missing
        self.check_panel.caption.setText(self.tr("{n} well, {m} to do").format(n=good, m=missing))

    def show_script(self, plan: DrillPlan) -> None:
        """Show the script in the table and on the line of minutes, which are one thing."""
        self.script.script_model.show(model.script_rows(plan, self._reference))
        if self.script.place < 0 and plan.injects:
            self.script.go(0)
        points = sum(line.points or 0 for line in plan.injects)
        self.script_panel.caption.setText(
            self.tr("{n} injects, {minutes} min, {points} points").format(
                n=len(plan.injects), minutes=plan.length, points=points
            )
        )
        self.foot.setText(
            self.tr("Insert a line · Alt ↑ ↓ move · Ctrl ← → a minute · F2 the cell · Enter the card · Del take out")
        )
        self._on_line(self.script.place)

    def _about(self, shown: Shown) -> str:
        plan = shown.plan
        parts = [plan.number or plan.id, shown.plan_name]
        if plan.scenario:
            parts.append(self.tr("scenario {code}, which stays as it is").format(code=plan.scenario))
        if not plan.designed:
            parts.append(self.tr("a scenario of the library: may be run as it is"))
        if plan.fell_back:
            parts.append(self.tr("changed since it was approved: a draft again"))
        if plan.status() == "returned":
            parts.append(self.tr("given back: {reason}").format(reason=plan.returned.reason or "—"))
        return " · ".join(part for part in parts if part)

    def _show_head(self, shown: Shown) -> None:
        plan = shown.plan
        status = plan.status(held=bool(shown.held_on))
        self.save_button.setVisible(shown.unsaved)
        waiting = status == "submitted" and not shown.unsaved
        self.return_button.setVisible(waiting)
        self.submit_button.setVisible(plan.designed and plan.active and status not in ("approved", "held"))
        self.submit_button.set_text(self.tr("Approve") if waiting else self.tr("Submit"))
        self.submit_button.set_icon("badge-check" if waiting else "send")
        self.stages.setVisible(plan.designed)
        self.stages.show_steps(self._steps(shown, status), _stage(plan, status), back=False)

    def _steps(self, shown: Shown, status: str) -> list[Step]:
        plan = shown.plan
        told = plan.announcement
        notice = {
            None: self.tr("not decided"),
            False: self.tr("not needed"),
            True: self.tr("out on {day}").format(day=told.publish_on) if told.publish_on else self.tr("needed"),
        }[told.needed]
        controllers = plan.roles.get("controller")
        ready = self.tr("control {n}").format(n=controllers.count) if controllers and controllers.count else ""
        approval = (
            self.tr("approved by {name}").format(name=shown.approver) if plan.approved else word(DRILL_STATUS, status)
        )
        return [
            Step("founded", self.tr("Founded"), plan.number),
            Step(
                "plan",
                self.tr("Scheme"),
                self.tr("not saved") if shown.unsaved else self.tr("version {n}").format(n=plan.version),
            ),
            Step("approval", self.tr("Approval"), approval),
            Step("notice", self.tr("Notice"), notice),
            Step("ready", self.tr("Briefing"), ready),
            Step("run", self.tr("Exercise"), when.day(plan.scheduled_at) if plan.scheduled_at is not None else ""),
            Step("evaluated", self.tr("Evaluation"), ""),
            Step("filed", self.tr("Filing"), ""),
        ]

    def _show_facts(self, shown: Shown) -> None:
        plan = shown.plan
        unset = self.tr("not chosen")
        kinds = (
            word(DRILL_FORMS, plan.form) if plan.form else unset,
            word(DRILL_CONTENTS, plan.content) if plan.content else unset,
            word(DRILL_PURPOSES, plan.purpose) if plan.purpose else unset,
        )
        self.facts.tell(0, " · ".join(kinds), warn=unset in kinds)
        day = self.tr("no day yet")
        if plan.scheduled_at is not None:
            day = f"{when.date_with_weekday(plan.scheduled_at)} {when.clock(plan.scheduled_at)}"
        self.facts.tell(
            1, self.tr("{day}, about {n} min").format(day=day, n=plan.length), warn=plan.scheduled_at is None
        )
        self.facts.tell(2, plan.setting or when.UNKNOWN)
        place = self._reference.directory.places.get(plan.place)
        self.facts.tell(3, plan.place_words or (place.name if place else when.UNKNOWN))
        names = [model.short_name(self._reference, unit) for unit in plan.units]
        self.facts.tell(4, "、".join(names) or self.tr("whom the plan calls"))

    def _show_law(self, shown: Shown) -> None:
        if not shown.due:
            self.law.setText(self.tr("No interval runs for this plan."))
            self.law_source.setText("")
            return
        self.law.setText("\n".join(f"{one.rule_name}：{one.due}（{one.left}）" for one in shown.due))
        self.law.set_tone("amb" if any(one.state in ("over", "unknown") for one in shown.due) else "1")
        self.law_source.setText("\n".join(one.source for one in shown.due))

    def _show_safety(self, plan: DrillPlan) -> None:
        told = plan.announcement
        lines = [self.tr("Stop word: {word}").format(word=plan.stop_word or when.UNKNOWN), *plan.safety]
        if told.needed is None:
            lines.append(self.tr("Notice to residents: not decided"))
        elif told.needed:
            lines.append(
                self.tr("Notice: {area}, out on {day}").format(area=told.area or "—", day=told.publish_on or "—")
            )
        if plan.cost:
            lines.append(self.tr("Cost: {words}").format(words=plan.cost))
        self.safety.setText("\n".join(f"· {line}" for line in lines))

    # -- one thing at a time -----------------------------------------------------------------------------------------

    def inject(self) -> Inject | None:
        """The inject the mark is on."""
        if self._shown is None:
            return None
        found = self.script.script_model.row(self.script.place)
        return self._shown.plan.inject(found.id) if found is not None else None

    def _on_line(self, _place: int) -> None:
        if self._shown is None:
            return
        plan, chosen = self._shown.plan, self.inject()
        marks = [
            InjectMark(
                line.id,
                line.minute,
                number,
                "now" if chosen is not None and line.id == chosen.id else "future",
                f"{line.minute} {line.text}",
            )
            for number, line in enumerate(plan.injects, start=1)
        ]
        self.line.show_injects(marks, plan.length)
        self.card.show_inject(chosen, plan, self._reference)

    def _on_picked(self, key: str) -> None:
        place = self.script.script_model.place_of(key)
        if place >= 0:
            self.script.go(place)
            self.script.setFocus()

    def _on_lesson(self, place: int) -> None:
        found = self.lessons.rows_model.row(place)
        hint = self.tr("A makes it an aim")
        self.lesson_note.setText(listed((found.fact, hint)) if found is not None else "")


class _Column(QScrollArea):
    """Panels under each other; where there is no room for all of them they scroll."""

    def __init__(self, look: Look, panels: list[Panel]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "window")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for panel in panels:
            layout.addWidget(panel)
        layout.setStretchFactor(panels[-1], 1)
        self.setWidget(inner)


def _stage(plan: DrillPlan, status: str) -> str:
    """Where a drill stands in the row of stages."""
    if status == "held":
        return "evaluated"
    if status == "approved":
        told = plan.announcement
        return "notice" if told.needed is not False and not told.publish_on else "ready"
    return "approval" if status == "submitted" else "plan"


def _criterion(line: model.CriterionRow) -> str:
    return line.id


def _spoken(line: model.CriterionRow) -> str:
    return f"{line.name} {line.weight} {line.injects}"

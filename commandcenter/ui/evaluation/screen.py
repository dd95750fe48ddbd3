"""The evaluation of a drill (演练评估): grades with their evidence, the comparison over time, the debrief, the corrections.

Bodies that are asked or told (请, 报) are judged in words and never ranked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.drill import GRADES
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_score import figures
from commandcenter.domain.event import Fact
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.evaluation.charts import Bars, Criteria
from commandcenter.ui.evaluation.faces import (
    action_rows,
    aim_rows,
    bars,
    criterion_rows,
    earlier,
    head_figures,
    inject_rows,
    of_plan,
    unit_rows,
)
from commandcenter.ui.evaluation.judge import Judge
from commandcenter.ui.evaluation.painters import (
    ActionPainter,
    AimPainter,
    InjectPainter,
    UnitPainter,
    action_spoken,
    aim_spoken,
    inject_spoken,
    row_key,
    unit_spoken,
)
from commandcenter.ui.parts.basic import Empty, Label, Panel, column
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.figures import FigureStrip
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.parts.stagebar import StageBar, Step

STAGES = ("ended", "debriefed", "evaluated", "summed_up", "filed")


class EvaluationScreen(Screen):
    """The third tab of the drills room."""

    name = "evaluation"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._wanted, self._drill = "", ""
        self._held: list[DrillRun] = []
        self.run: DrillRun | None = None
        self.incident: Incident | None = None
        self.judge = Judge(context, self)
        self._build()

    def title(self) -> str:
        return self.tr("Drill evaluation")

    def caption(self) -> str:
        run = self.run
        if run is None:
            return ""
        span = f"{when.day(run.opened_at)} {when.clock(run.opened_at)} – {when.clock(run.ended_at)}"
        kind = self.tr("solo") if run.solo else self.tr("with others")
        return f"{run.name} · {span} · {kind} · {run.number}"

    def mode(self) -> str:
        return "drill" if self.run is not None else ""

    def hints(self) -> Hints:
        if self.run is None:
            return (("F9", self.tr("real whistle")),)
        return (
            ("↑↓", self.tr("choose")),
            ("Tab", self.tr("next list")),
            *(() if self._wide() else (("V", self.tr("next panel")),)),
            ("1–4", self.tr("grade")),
            ("Enter", self.tr("evidence")),
            ("A", self.tr("take the suggestions")),
            ("N", self.tr("correction")),
            ("D", self.tr("correction done")),
            (".", self.tr("next step")),
            ("R", self.tr("replay")),
            ("PgUp", self.tr("earlier drill")),
            ("Ctrl P", self.tr("print")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.pages = QStackedWidget()
        self.empty = Empty(
            look,
            "target",
            self.tr("No drill was held yet"),
            self.tr("Under “exercise” one is started; it is evaluated here when it ended."),
        )
        main = QWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.pages)
        inner = QVBoxLayout(main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        self.strip = FigureStrip(look)
        inner.addWidget(self.strip)
        self.tabs = SegTabs(look, [self.tr("Injects and departments"), self.tr("Comparison"), self.tr("Corrections")])
        self.tabs.picked.connect(self._fold)
        inner.addWidget(self.tabs)
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        inner.addLayout(self._line, 1)
        self._columns = [self._left(), self._middle(), self._right()]
        for side, stretch in zip(self._columns, (755, 600, 420), strict=True):
            self._line.addWidget(side, stretch)

    def _left(self) -> QWidget:
        look = self.look
        self.inject_model = KeyedRows(row_key, inject_spoken, self)
        self.injects = RowList(look, self.inject_model, InjectPainter(look, self), self.tr("Injects"))
        self.injects.view.opened.connect(self._on_inject)
        first = Panel(look, self.tr("Inject by inject"), "", head=40)
        self.inject_note = first.caption
        first.body.addWidget(self.injects, 1)
        self.unit_model = KeyedRows(row_key, unit_spoken, self)
        self.units = RowList(look, self.unit_model, UnitPainter(look, self), self.tr("Departments"))
        self.units.view.opened.connect(self._on_unit)
        second = Panel(
            look,
            self.tr("Department by department"),
            self.tr("those we ask or tell are judged in words, not ranked"),
            head=40,
        )
        second.body.addWidget(self.units, 1)
        return _side(first, second, shares=(47, 53))

    def _middle(self) -> QWidget:
        look = self.look
        first = Panel(look, self.tr("Over time"), "", head=40)
        self.compare_note = first.caption
        self.bars = Bars(look)
        self.criteria = Criteria(look)
        first.body.addWidget(self.bars, 1)
        first.body.addWidget(self.criteria)
        second = Panel(look, self.tr("Aims"), self.tr("M: met or missed"), head=36)
        self.aim_model = KeyedRows(row_key, aim_spoken, self)
        self.aims = RowView(look, self.aim_model, AimPainter(look, self), self.tr("Aims"))
        self.aims.opened.connect(self._on_aim)
        second.body.addWidget(self.aims, 1)
        third = Panel(look, self.tr("Debrief"), "", head=36)
        self.good = Label(look, "", "body")
        self.weak = Label(look, "", "body")
        self.by = Label(look, "", "caption", "3")
        for label in (self.good, self.weak):
            label.setWordWrap(True)
        third.body.addLayout(column(self.good, self.weak, self.by, gap=6, margins=(14, 10, 14, 10)))
        third.body.addStretch(1)
        return _side(first, second, third, shares=(60, 20, 20))

    def _right(self) -> QWidget:
        look = self.look
        first = Panel(look, self.tr("Corrections"), "", head=40)
        self.action_note = first.caption
        add = Button(look, self.tr("Add"), key="N", icon="plus", small=True, kind="ghost")
        add.clicked.connect(self._add_action)
        first.add_to_head(add)
        self.action_model = KeyedRows(row_key, action_spoken, self)
        self.corrections = RowView(look, self.action_model, ActionPainter(look, self), self.tr("Corrections"))
        first.body.addWidget(self.corrections, 1)
        second = Panel(look, self.tr("From the end to the file"), "", head=40)
        self.stages = StageBar(look)
        self.step_words = Label(look, "", "body", "2")
        self.step_words.setWordWrap(True)
        self.step_button = Button(look, "", key=".", kind="primary")
        self.step_button.clicked.connect(self.next_step)
        self.print_button = Button(look, self.tr("Print F15"), key="Ctrl P", icon="printer")
        self.print_button.clicked.connect(self.print_out)
        self.summary = Label(look, "", "body", "2")
        self.summary.setWordWrap(True)
        second.body.addLayout(column(self.stages, self.step_words, self.summary, gap=8, margins=(14, 10, 14, 10)))
        second.body.addStretch(1)
        second.add_foot(self.print_button, None, self.step_button)
        return _side(first, second, shares=(62, 38))

    def _wide(self) -> bool:
        return self.width() >= self.look.px(1500)

    def _fold(self, _place: int = 0) -> None:
        """Narrow: one column at a time, chosen by the tabs."""
        wide = self._wide()
        self.tabs.setVisible(not wide)
        for place, side in enumerate(self._columns):
            side.setVisible(wide or place == self.tabs.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("run"):
            self._wanted = str(what["run"])
        elif what.get("drill") and str(what["drill"]) != self._drill:
            self._wanted = ""
        self._drill = str(what.get("drill", self._drill))
        self._load()
        self._take_keyboard()

    def where(self) -> Mapping[str, Any]:
        return {"drill": self.run.drill, "run": self.run.id} if self.run is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"drill_run", "review", "report_in", "whistle", "unit", "order", "drill"})

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        runs = self.desk.read.matters.of(DrillRun, "drill_run")
        self._held = [run for run in runs if run.ended_at is not None]
        fitting = [run for run in self._held if run.drill == self._drill] or self._held
        found = next((run for run in self._held if run.id == self._wanted), fitting[-1] if fitting else None)
        self.run = self.judge.run = found
        self.pages.setCurrentIndex(0 if found is None else 1)
        if found is not None:
            self._wanted = found.id
            self.incident = self.desk.read.incidents.incident(found.parent) if found.parent else None
            self.judge.incident = self.incident
            facts = self.desk.read.incidents.facts(found.parent) if found.parent else []
            self._show(found, runs, facts)
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _show(self, run: DrillRun, runs: list[DrillRun], facts: list[Fact]) -> None:
        incident = self.incident
        states = incident.report_ins if incident is not None else ()
        before = earlier(run, runs)
        actions = action_rows(self.desk.read, run, of_plan(run, runs))
        injects = inject_rows(run)
        self.inject_model.show(injects)
        open_ones = sum(one.suggested or (one.given and not one.grade and not one.untested) for one in injects)
        words = self.tr("{n} wait for a grade; dashed ones are suggested by the record").format(n=open_ones)
        self.inject_note.setText(words if open_ones else self.tr("every inject is graded"))
        self.unit_model.show(unit_rows(run, incident, self.desk.reference))
        self.aim_model.show(aim_rows(run))
        self.action_model.show(actions)
        carried = sum(one.state == "carried" for one in actions)
        new = sum(one.state == "new" for one in actions)
        self.action_note.setText(self.tr("{n} new, {m} carried over").format(n=new, m=carried))
        for view in (self.injects.view, self.units.view, self.aims, self.corrections):
            if view.place < 0:
                view.go(0)
        now = figures(run, incident.whistle if incident is not None else None, states)
        self.strip.show_figures(head_figures(run, incident, facts, before, actions))
        self.bars.show_bars(bars(run, now, before))
        self.criteria.show_rows(criterion_rows(run, states, before))
        plan = self.desk.reference.plan(run.plan)
        named = plan.code if plan is not None else run.plan
        self.compare_note.setText(
            self.tr("plan {plan}; below: seconds to the whistle, mean arrival").format(plan=named)
        )
        self._show_debrief(run)
        self._show_stage(run)

    def _show_debrief(self, run: DrillRun) -> None:
        self.good.setText(self.tr("good: {words}").format(words=run.good) if run.good else "")
        self.weak.setText(self.tr("weak: {words}").format(words=run.weak) if run.weak else "")
        if run.debriefed_at is None:
            self.by.setText(self.tr("Not yet held."))
        else:
            self.by.setText(" · ".join(part for part in (run.debriefed_by, when.clock(run.debriefed_at)) if part))

    def _show_stage(self, run: DrillRun) -> None:
        words = {
            "ended": self.tr("Ended") if run.stage != "terminated" else self.tr("Broken off"),
            "debriefed": self.tr("Debriefed"),
            "evaluated": self.tr("Evaluated"),
            "summed_up": self.tr("Summed up"),
            "filed": self.tr("Filed"),
        }
        at = "ended" if run.stage == "terminated" else run.stage
        self.stages.show_steps([Step(code, words[code]) for code in STAGES], at, back=False)
        button, told = self.judge.next_words()
        self.step_button.setVisible(bool(button))
        self.step_button.set_text(button)
        self.step_words.setText(told)
        self.summary.setText(run.summary)

    # -- acting ----------------------------------------------------------------------------------------------------

    def next_step(self) -> None:
        """The next step from the end to the file."""
        self.judge.next_step()

    def print_out(self) -> None:
        """Ctrl+P: the evaluation sheet and the summary, F15."""
        if self.run is not None:
            subject = self.run.subject
            print_form(self.context, self, ("drill_evaluation", subject), ("drill_summary", subject))

    def _add_action(self) -> None:
        self.judge.add_action()

    def _on_inject(self, place: int) -> None:
        found = self.inject_model.row(place)
        if found is not None:
            self.judge.open_inject(found.key)

    def _on_unit(self, place: int) -> None:
        found = self.unit_model.row(place)
        if found is not None:
            self.judge.open_unit(found.key)

    def _on_aim(self, place: int) -> None:
        found = self.aim_model.row(place)
        if found is not None:
            self.judge.open_aim(found.key)

    def _chosen(self, view: RowView, model: KeyedRows) -> Any:
        return model.row(view.place) if view.hasFocus() else None

    def _grade(self, grade: str) -> None:
        unit = self._chosen(self.units.view, self.unit_model)
        if unit is not None:
            self.judge.grade_unit(unit.key, grade)
            return
        inject = self.inject_model.row(self.injects.view.place)
        if inject is not None:
            self.judge.grade_inject(inject.key, grade)
            self.injects.view.go(self.injects.view.place + 1)

    def _other_drill(self, by: int) -> None:
        ids = [run.id for run in self._held]
        if self.run is not None and self.run.id in ids:
            place = ids.index(self.run.id) + by
            if 0 <= place < len(ids):
                self._wanted = ids[place]
                self._load()

    def _seen_lists(self) -> list[Any]:
        return [view for view in (self.injects.view, self.units.view, self.aims, self.corrections) if view.isVisible()]

    def _next_list(self, by: int) -> None:
        views = self._seen_lists()
        if not views:
            return
        at = next((place for place, view in enumerate(views) if view.hasFocus()), -by)
        views[(at + by) % len(views)].setFocus()

    def focusInEvent(self, event: object) -> None:
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The first list that is seen has it; without one it stays with the screen."""
        if not any(view.hasFocus() for view in self._seen_lists()):
            self._next_list(1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from list to list."""
        views = (self.injects.view, self.units.view, self.aims, self.corrections)
        if not any(view.hasFocus() and view.isVisible() for view in views):
            return super().focusNextPrevChild(forward)
        self._next_list(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self.run is None:
            super().keyPressEvent(event)
        elif control and key == Qt.Key.Key_P:
            self.print_out()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_4:
            self._grade(GRADES[key - Qt.Key.Key_1])
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._other_drill(-1 if key == Qt.Key.Key_PageUp else 1)
        elif plain:
            self._letter(key, event)
        else:
            super().keyPressEvent(event)

    def _letter(self, key: int, event: QKeyEvent) -> None:
        if key == Qt.Key.Key_A:
            self.judge.take_suggestions()
        elif key == Qt.Key.Key_N:
            self.judge.add_action()
        elif key == Qt.Key.Key_V and not self._wide():
            self.tabs.pick((self.tabs.current + 1) % 3)
            self._next_list(1)
        elif key == Qt.Key.Key_Period:
            self.judge.next_step()
        elif key == Qt.Key.Key_M:
            found = self.aim_model.row(max(0, self.aims.place))
            if found is not None:
                self.judge.open_aim(found.key)
        elif key == Qt.Key.Key_D:
            found = self.action_model.row(max(0, self.corrections.place))
            if found is not None:
                self.judge.finish_action(found)
        elif key == Qt.Key.Key_R and self.run is not None and self.run.parent:
            self.services.go.emit(Go("review", {"whistle": self.run.parent}))
        else:
            super().keyPressEvent(event)


def _side(*panels: QWidget, shares: tuple[int, ...]) -> QWidget:
    side = QWidget()
    layout = QVBoxLayout(side)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for panel, share in zip(panels, shares, strict=True):
        layout.addWidget(panel, share)
    return side

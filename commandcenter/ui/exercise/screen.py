"""A drill as it runs (演练实施): the scene clock, the script, the departments, the trainee's seat, the running score.

F9 stays real here as everywhere; Ctrl+F9 ends the drill. Nothing on this screen is red.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_scene import scene_at, scene_clock, winding
from commandcenter.domain.drill_score import sheet_lines, total
from commandcenter.domain.event import Fact
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.exercise.control import Control
from commandcenter.ui.exercise.director import Director
from commandcenter.ui.exercise.faces import (
    LEVEL_WORDS,
    aim_rows,
    headline,
    radio_rows,
    script_rows,
    t_plus,
    translate,
    unit_faces,
)
from commandcenter.ui.exercise.painters import (
    AimPainter,
    ScriptPainter,
    UnitPainter,
    aim_spoken,
    script_key,
    script_spoken,
    unit_spoken,
)
from commandcenter.ui.exercise.start import PlanRow, StartPanel
from commandcenter.ui.exercise.trainee import ScorePanel, TraineePanel
from commandcenter.ui.parts.banner import Banner
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.parts.timeline import Timeline

PAGE = 10


class ExerciseScreen(Screen):
    """The second tab of the drills room."""

    name = "exercise"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._drill = ""
        self._wanted = ""
        self._page = 0
        self.run: DrillRun | None = None
        self.incident: Incident | None = None
        self._facts: list[Fact] = []
        self.director = Director(context, self)
        self._build()
        self.director.released.connect(self._keys_back)
        self.director.line_wanted.connect(self._write)
        self.director.said.connect(self.seat.reading.setText)

    def title(self) -> str:
        return self.tr("Drill under way") if self.run is None or not self.run.solo else self.tr("Solo drill")

    def caption(self) -> str:
        return self.tr("the scene clock and the real one go their own ways") if self.run is not None else ""

    def mode(self) -> str:
        return "drill" if self.run is not None else ""

    def hints(self) -> Hints:
        if self.run is None:
            return (
                ("↑↓", self.tr("choose")),
                ("Enter", self.tr("start alone")),
                ("L", self.tr("start with others")),
                ("D", self.tr("trouble")),
                ("F9", self.tr("real whistle")),
            )
        first = (("Space", self.tr("pause")), ("N", self.tr("give the next")), ("F", self.tr("to the next")))
        last = (
            ("S", self.tr("seen")),
            ("X", self.tr("not done")),
            ("B", self.tr("blow (drill)")),
            ("E", self.tr("end")),
            ("F9", self.tr("real whistle")),
            ("Ctrl F9", self.tr("real event: end the drill")),
        )
        solo = (
            ("1–0", self.tr("call, read back")),
            ("/", self.tr("situation")),
            ("!", self.tr("order")),
            ("H", self.tr("uncover")),
        )
        panels = () if self._wide() else (("V", self.tr("next panel")),)
        others = (("1–0", self.tr("one step")), ("R", self.tr("received")), ("/", self.tr("situation")))
        return (*first, *(solo if self.run.solo else others), *panels, *last)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.pages = QStackedWidget()
        self.start = StartPanel(look)
        self.start.started.connect(self.director.start)
        main = QWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.pages)
        inner = QVBoxLayout(main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        self.banner = Banner(look)
        self.banner.ended.connect(self._terminate)
        self.control = Control(look)
        self.control.acted.connect(self.director.control)
        self.control.sped.connect(self.director.speed)
        self.control.line.picked.connect(self._pick_inject)
        inner.addWidget(self.banner)
        inner.addWidget(self.control)
        self.tabs = SegTabs(look, [self.tr("Script"), self.tr("Departments"), self.tr("Radio"), self.tr("Score")])
        self.tabs.picked.connect(self._fold)
        inner.addWidget(self.tabs)
        self._build_left()
        self._build_middle()
        self._build_right()
        self._columns = [QVBoxLayout(), QVBoxLayout(), QVBoxLayout()]
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        for layout, panels in zip(
            self._columns,
            ((self.script_panel, self.aim_panel), (self.unit_panel, self.radio_panel), (self.seat, self.score)),
            strict=True,
        ):
            layout.setSpacing(12)
            for panel in panels:
                layout.addWidget(panel)
            self._line.addLayout(layout)
        inner.addLayout(self._line, 1)

    def _build_left(self) -> None:
        look = self.look
        self.script_model = KeyedRows(script_key, script_spoken, self)
        self.script_panel = Panel(look, self.tr("Script"), "", head=40)
        self.script = RowView(look, self.script_model, ScriptPainter(look, self), self.tr("Script"))
        self.script.opened.connect(self._on_script)
        self.script_panel.body.addWidget(self.script, 1)
        self.aim_panel = Panel(look, self.tr("Aims"), "", head=40)
        self.aim_model = KeyedRows(script_key, aim_spoken, self)
        self.aims = RowView(look, self.aim_model, AimPainter(look, self), self.tr("Aims"))
        self.aims.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.aim_panel.body.addWidget(self.aims, 1)

    def _build_middle(self) -> None:
        look = self.look
        self.unit_panel = Panel(look, self.tr("Departments"), "", head=40)
        self.level_note = Label(look, "", "caption", "2")
        self.unit_panel.add_to_head(self.level_note)
        self.unit_model = KeyedRows(script_key, unit_spoken, self)
        self.units = RowList(
            look, self.unit_model, UnitPainter(look, self, solo=True), self.tr("Departments"), view=None
        )
        self.units.view.opened.connect(self._on_unit)
        self.units.view.moved.connect(self._on_unit_moved)
        self.unit_panel.body.addWidget(self.units, 1)
        self.radio_panel = Panel(look, self.tr("Radio and telephone"), "", head=40)
        self.radio = Timeline(look, self.tr("Radio and telephone"))
        self.radio.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.radio_panel.body.addWidget(self.radio, 1)

    def _build_right(self) -> None:
        self.seat = TraineePanel(self.look)
        self.seat.card.answered.connect(self._on_card)
        self.seat.line.sent.connect(self._on_line)
        self.seat.line.left.connect(self._keys_back)
        self.seat.line.textEdited.connect(self._on_typed)
        self.score = ScorePanel(self.look)

    def _wide(self) -> bool:
        return self.width() >= self.look.px(1500)

    def _fold(self, _place: int = 0) -> None:
        """Wide: three columns. Narrow: the tabs choose what stands at the left of the seat."""
        wide, tab = self._wide(), self.tabs.current
        self.tabs.setVisible(not wide)
        self._columns[2 if wide else 0].addWidget(self.score)
        shown = {
            self.script_panel: wide or tab == 0,
            self.aim_panel: wide or tab == 0,
            self.unit_panel: wide or tab == 1,
            self.radio_panel: wide or tab == 2,
            self.score: wide or tab == 3,
        }
        for panel, visible in shown.items():
            panel.setVisible(visible)
        left, middle, right = self._columns
        for layout, shares in ((left, (74, 26)), (middle, (58, 42)), (right, (46, 54) if wide else (1, 0))):
            for place, share in enumerate(shares):
                layout.setStretch(place, share)
        widths = (560, 700, 520) if wide else (740 if tab in (0, 3) else 0, 740 if tab in (1, 2) else 0, 520)
        for place, share in enumerate(widths):
            self._line.setStretch(place, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("drill"):
            self._drill = str(what["drill"])
        if what.get("run"):
            self._wanted = str(what["run"])
        self._load()
        self._keys_back()

    def where(self) -> Mapping[str, Any]:
        drill = self.run.drill if self.run is not None else self._drill
        told = {"drill": drill} if drill else {}
        return told | ({"run": self.run.id} if self.run is not None else {})

    def cares(self, changes: Changes) -> bool:
        families = {"drill", "drill_run", "whistle", "report_in", "order", "post", "sitrep", "unit"}
        return bool(changes.families() & families)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        live = self.desk.conductor.live
        found = next((run for run in live if run.id == self._wanted), live[-1] if live else None)
        ended = self.run if found is None and self.run is not None else None
        self.run = self.director.run = found
        if found is None:
            self.incident = self.director.incident = None
            self.pages.setCurrentIndex(0)
            self._show_plans()
            if ended is not None and self.isVisible():
                self._go_on(ended.id)
        else:
            self._wanted = found.id
            self.incident = self.desk.read.incidents.incident(found.parent) if found.parent else None
            self.director.incident = self.incident
            told = self.desk.read.incidents.facts(found.parent) if found.parent else []
            self._facts = [*told, *self.desk.read.matters.facts(found.subject)]
            if self.pages.currentIndex() == 0:
                self.pages.setCurrentIndex(1)
                self._fold()
                if self.isVisible():
                    self._keys_back()
            self._show()
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _go_on(self, run: str) -> None:
        """It is over: what it was worth is told by the evaluation - unless a real event ended it."""
        told = self.desk.read.matters.one(DrillRun, f"drill_run/{run}")
        if told.stage == "ended":
            self.services.go.emit(Go("evaluation", {"run": run, "drill": told.drill}))

    def _show_plans(self) -> None:
        runs = self.desk.read.matters.of(DrillRun, "drill_run")
        rows = []
        for plan in self.desk.reference.drills:
            held = [run for run in runs if run.drill == plan.id and run.ended_at is not None]
            last = held[-1] if held else None
            score = next((run.figures["score"] for run in reversed(held) if "score" in run.figures), None)
            status = {
                "scenario": self.tr("ready to run"),
                "approved": self.tr("approved"),
                "held": self.tr("held"),
                "submitted": self.tr("handed in"),
                "returned": self.tr("sent back"),
            }.get(plan.status(), self.tr("not approved"))
            where = " · ".join(part for part in (plan.place_words, plan.setting) if part)
            rows.append(
                PlanRow(
                    key=plan.id,
                    name=plan.name,
                    place=where,
                    injects=len(plan.injects),
                    minutes=plan.length,
                    status=status,
                    last=_day(last),
                    score=f"{score:g}" if score is not None else "",
                )
            )
        self.start.show_plans(rows, self._drill)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        run = self.run
        if run is None:
            return
        self.level_note.setVisible(run.solo)
        level = translate("Exercise", LEVEL_WORDS[run.level])
        self.level_note.setText(self.tr("trouble: {level}").format(level=level))
        self.radio.show_rows(radio_rows(run, self._facts, self.desk.reference), drill=True)
        self.aim_model.show(aim_rows(run))
        states = self.incident.report_ins if self.incident is not None else ()
        summed = total(run, states)
        foot = run.sheet.source or self.tr("the office's own sheet")
        self.score.show_score(sheet_lines(run, states), summed, foot)
        self.tick(self.now())

    def tick(self, now: int) -> None:
        run = self.run
        if run is None:
            return
        rows = script_rows(run, now)
        self.script_model.show(rows)
        given = sum(run.of(line.id).delivered_at is not None for line in run.injects)
        self.script_panel.caption.setText(self.tr("{n} injects, {m} given").format(n=len(rows), m=given))
        self.control.show_run(run, rows, now)
        faces = unit_faces(run, self.incident, self.desk.reference, now)
        self.unit_model.show(faces)
        self._show_unit_caption(len(faces))
        self._show_banner(run, now)
        self._show_seat(run)

    def _show_unit_caption(self, count: int) -> None:
        if self.incident is None:
            words = self.tr("nobody is called yet: B blows the whistle of the drill")
        elif self.run is not None and self.run.solo:
            words = self.tr("they move by themselves; you call, order, release")
        else:
            words = ""
        if count > PAGE:
            pages = self.tr("digits act on {a}–{b}, PgDn the next ten")
            words = pages.format(a=self._page * PAGE + 1, b=min(count, (self._page + 1) * PAGE))
        self.unit_panel.caption.setText(words)

    def _show_banner(self, run: DrillRun, now: int) -> None:
        scene = scene_at(run, now)
        states = self.incident.report_ins if self.incident is not None else ()
        summed = total(run, states)
        arrived = sum(state.milestone("arrived") is not None for state in states)
        paused = run.stage == "paused"
        note = self.tr("winding") if winding(run, now) else self.tr("paused") if paused else ""
        figures = [Figure(self.tr("Scene time"), f"T+{t_plus(scene)}", "", "", paused)]
        clock = scene_clock(run, scene)
        if clock and self._wide():
            figures.append(Figure(self.tr("Scene clock"), clock))
        figures.append(Figure(self.tr("Points"), f"{summed.won:g}", f" / {summed.asked:g}"))
        if states:
            figures.append(Figure(self.tr("Arrived"), str(arrived), f" / {len(states)}"))
        kind = self.tr("solo") if run.solo else self.tr("with others")
        title = " · ".join(part for part in (f"{run.name}（{kind}）", note) if part)
        self.banner.show_incident(
            title, headline(run), figures, drill=True, act=self.tr("Real event"), key="Ctrl F9", mark=""
        )

    def _show_seat(self, run: DrillRun) -> None:
        states = self.incident.report_ins if self.incident is not None else ()
        orders = self.incident.orders if self.incident is not None else ()
        uncalled = sum(not state.closed and state.milestone("called") is None for state in states)
        unread = sum(
            state.milestone("answered") is not None and state.read_back_at is None and not state.closed
            for state in states
        )
        idle = sum(state.on_scene and not any(order.unit in ("", state.unit) for order in orders) for state in states)
        silent = len(run.open_calls)
        self.seat.owed.show_items(
            [
                ("phone", self.tr("not called"), str(uncalled), uncalled > 0),
                ("repeat", self.tr("not read back"), str(unread), unread > 0),
                ("flag", self.tr("without a task"), str(idle), idle > 0),
                ("phone-call", self.tr("wait for you"), str(silent), silent > 1),
            ]
        )
        self.director.show_card(self.seat.card)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _terminate(self) -> None:
        self.window().real_event()  # type: ignore[attr-defined]

    def end_drill_for_real(self) -> None:
        """Ctrl+F9: the window ends every drill that runs; nothing is left to do here."""

    def _on_card(self, how: str) -> None:
        self.director.answer(how)

    def _on_line(self, text: str) -> None:
        if self.director.write(text):
            self.seat.line.clear()
            self.seat.reading.setText("")
        self._keys_back()

    def _on_typed(self, text: str) -> None:
        self.seat.reading.setText(self.director.reading(text))

    def _write(self, begin: str) -> None:
        self.seat.line.setFocus()
        self.seat.line.setText(begin)
        self._on_typed(begin)

    def _keys_back(self) -> None:
        if self.run is None:
            self.start.rows.view.setFocus()
        else:
            first = self.run.solo and self.incident is not None
            views = (self.units.view, self.script) if first else (self.script, self.units.view)
            next((view for view in views if view.isVisible()), self.tabs).setFocus()

    def focusInEvent(self, event: object) -> None:
        self._keys_back()

    def typing(self) -> bool:
        return self.pages.currentIndex() == 1 and self.seat.line.hasFocus() and bool(self.seat.line.text())

    def _pick_inject(self, key: str) -> None:
        place = self.script_model.place_of(key)
        if place >= 0:
            self.script.go(place)
            self.script.setFocus()

    def _chosen_inject(self) -> str:
        row = self.script_model.row(self.script.place)
        if row is not None and self.script.hasFocus():
            return str(row.key)
        given = [
            line.id for line in (self.run.injects if self.run else ()) if self.run and self.run.of(line.id).delivered_at
        ]
        return given[-1] if given else ""

    def _on_script(self, _place: int) -> None:
        if self.run is not None and self.run.solo:
            self.director.answer("read_back")
        else:
            self.director.judge("received", self._chosen_inject())

    def _on_unit(self, place: int) -> None:
        if self.run is not None and self.run.solo and self.run.open_calls:
            self.director.answer("read_back")
            return
        row = self.unit_model.row(place)
        if row is not None:
            self.director.press(row.ordinal)

    def _press_digit(self, digit: int) -> None:
        self.director.press(self._page * PAGE + (digit or PAGE))

    def _on_unit_moved(self, place: int) -> None:
        """The digits act on the ten among which the selected department is."""
        self._page = max(0, place) // PAGE
        self._show_unit_caption(self.unit_model.rowCount())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes between the script and the departments."""
        views = [view for view in (self.script, self.units.view, self.seat.line) if view.isVisible()]
        at = next((place for place, view in enumerate(views) if view.hasFocus()), -1)
        if at < 0:  # a page that is put away asks where the keyboard goes: that is for Qt to say
            return super().focusNextPrevChild(forward)
        views[(at + (1 if forward else -1)) % len(views)].setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        if not plain or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self.run is None:
            self._start_key(key, event)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and text.isdigit():
            self._press_digit(key - Qt.Key.Key_0)
        elif text in ("/", "!", "！", "@", "＠", "#", "＃"):
            self._write("" if text == "/" else text)
        elif key == Qt.Key.Key_V and not self._wide():
            self.tabs.pick((self.tabs.current + 1) % 4)
            self._keys_back()
        else:
            self._letter(key, event)

    def _start_key(self, key: int, event: QKeyEvent) -> None:
        if key == Qt.Key.Key_L:
            self.start.start(alone=False)
        elif key == Qt.Key.Key_D:
            self.start.cycle_level()
        else:
            super().keyPressEvent(event)

    def _letter(self, key: int, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Space: ("play", ""),
            Qt.Key.Key_N: ("next", ""),
            Qt.Key.Key_F: ("jump", ""),
            Qt.Key.Key_Plus: ("faster", ""),
            Qt.Key.Key_Equal: ("faster", ""),
            Qt.Key.Key_Minus: ("slower", ""),
            Qt.Key.Key_B: ("blow", ""),
            Qt.Key.Key_E: ("end", ""),
        }
        judging = {Qt.Key.Key_R: "received", Qt.Key.Key_S: "seen", Qt.Key.Key_X: "missed", Qt.Key.Key_H: "uncover"}
        found = next((way for code, way in ways.items() if code == key), None)
        verb = next((verb for code, verb in judging.items() if code == key), "")
        if found is not None:
            self.director.control(found[0])
        elif verb == "uncover":
            row = self.script_model.row(self.script.place) if self.script.hasFocus() else None
            self.director.judge("uncover", str(row.key) if row is not None and row.covered else "")
        elif verb:
            self.director.judge(verb, self._chosen_inject())
        else:
            super().keyPressEvent(event)


def _day(run: DrillRun | None) -> str:
    from commandcenter.ui import when

    return when.day(run.opened_at) if run is not None else ""

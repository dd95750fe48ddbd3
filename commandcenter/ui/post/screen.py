"""The command post screen: board at the left, structure and duties in the middle, situation and orders at the right.

Below 1500 pixels the middle folds into tabs beside the log, and the curve drops (design language 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.shown import shown_incident, shown_timeline
from commandcenter.domain.event import DRILL
from commandcenter.domain.next_step import NextStep, next_steps
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import UNDO_WINDOW_MS, Whistle
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident, WhistleRow
from commandcenter.ui import when
from commandcenter.ui.parts.banner import Banner
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.incident_story import Kept, incident_rows
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.parts.tile import PinStrip
from commandcenter.ui.post.board import Board
from commandcenter.ui.post.curve import Curve
from commandcenter.ui.post.departments import Departments
from commandcenter.ui.post.faces import Faces, pinned
from commandcenter.ui.post.hand import Hand
from commandcenter.ui.post.incidents import IncidentStrip, incident_face
from commandcenter.ui.post.leading import Leading
from commandcenter.ui.post.line import LineReader
from commandcenter.ui.post.log import LogPanel
from commandcenter.ui.post.organ import DutyPanel, NextBar, StructurePanel, TaskPanel
from commandcenter.ui.post.phasebar import PhaseBar
from commandcenter.ui.post.readout import Readout


class PostScreen(Screen):
    """Alt+4."""

    name = "post"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whistle = ""
        self.incident: Incident | None = None
        self._steps: list[NextStep] = []
        self._running: list[Whistle] = []
        self._beside: dict[str, tuple[ReportIn, ...]] = {}
        self._before: list[list[int]] = []
        self._lines: Kept = {}
        self._readout = Readout(self.desk.reference, self)
        self.hand = Hand(context, self)
        self.leading = Leading(self.look, self.hand)
        self._build()
        self.departments = Departments(self.hand, self.board)
        self.line = LineReader(self.hand, self.log)
        self.hand.released.connect(self.board.setFocus)
        self.services.flashed.connect(self.board.set_bright)
        self.services.undo.connect(self._on_undo_toast)
        self.hand.phone_wanted.connect(self.departments.phone)
        for keys, way in (("F6", self._next_incident), ("Shift+F6", self._incident_before)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def title(self) -> str:
        return self.tr("Command post")

    def caption(self) -> str:
        if self.incident is None:
            return ""
        post = self.incident.post
        return (
            self.tr("set up {time}").format(time=when.clock(post.set_up_at))
            if post.set_up_at
            else self.tr("not yet set up")
        )

    def mode(self) -> str:
        whistle = self.incident.whistle if self.incident is not None else None
        return whistle.mode if whistle is not None and whistle.burning else ""

    def hints(self) -> Hints:
        if self.incident is None:
            return ()
        return (
            ("1–0", self.tr("one step")),
            ("Enter", self.tr("menu")),
            ("PgDn", self.tr("next ten")),
            ("P", self.tr("call")),
            ("/", self.tr("situation")),
            ("!", self.tr("order")),
            ("T", self.tr("task")),
            ("C", self.tr("command post")),
            ("S", self.tr("report")),
            (".", self.tr("next step")),
            ("F8", self.tr("acknowledge")),
            ("M", self.tr("more")),
            ("Ctrl Z", self.tr("undo")),
            *self._rarer_hints(),
        )

    def _rarer_hints(self) -> Hints:
        """Keys of the lead; the bar shows them where there is room, F1 all of them."""
        whistle = self.incident.whistle if self.incident is not None else None
        if whistle is None:
            return ()
        unsigned = whistle.mode != DRILL and whistle.confirmed_at is None
        return (
            *((("V", self.tr("a leader signs")),) if unsigned else ()),
            *((("N", self.tr("tell the false alarm")),) if whistle.false_alarm_at is not None else ()),
            *((("F6", self.tr("next incident")),) if len(self._running) > 1 else ()),
            ("J", self.tr("first guess")),
            ("L", self.tr("leader on the way")),
            ("A", self.tr("first response")),
            ("G", self.tr("place, assembly")),
            *((("K", self.tr("call who answers there")),) if self.log.there.acting is not None else ()),
            ("@", self.tr("order to one")),
            ("#", self.tr("key fact")),
            ("Ctrl E", self.tr("hold: stand down, close")),
            *((("Ctrl J", self.tr("its case")),) if whistle.case else ()),
        )

    def case_of_whistle(self) -> str:
        return self.incident.whistle.case if self.incident is not None else ""

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.pages = QStackedWidget()
        self.empty = Empty(
            look,
            "siren",
            self.tr("No incident is running"),
            self.tr("F9 blows a whistle; a drill starts with Ctrl+D in the console."),
        )
        main = QWidget()
        self.pages.addWidget(main)
        self.pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.pages)
        inner = QVBoxLayout(main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        self.choice = IncidentStrip(look)
        self.choice.picked.connect(self.show_incident)
        inner.addWidget(self.choice)
        self.banner = Banner(look)
        self.banner.ended.connect(self.leading.end)
        inner.addWidget(self.banner)
        self.phases = PhaseBar(look)
        self.phases.picked.connect(self.leading.take_phase)
        inner.addWidget(self.phases)
        self.strip = PinStrip(look, self.tr("All pages"), self.tr("acknowledge"))
        self.strip.picked.connect(self._on_pinned)
        inner.addWidget(self.strip)
        self.undo_button = Button(look, "", key="Ctrl Z", icon="undo-2", kind="warn")
        self.undo_button.clicked.connect(self._undo)
        inner.addWidget(self.undo_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        inner.addLayout(self._grid, 1)
        self._build_columns()

    def _build_columns(self) -> None:
        look = self.look
        self.board = Board(look)
        self.curve = Curve(look)
        self.curve.setFixedHeight(look.px(250))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.board, 1)
        left.addWidget(self.curve)
        self.structure = StructurePanel(look)
        self.structure.asked.connect(self.leading.open_post)
        self.duties = DutyPanel(look)
        self.duties.picked.connect(self.leading.take_duty)
        self.duties.report.clicked.connect(self.leading.open_report)
        self.tasks = TaskPanel(look)
        self.tasks.add.clicked.connect(self.leading.open_task)
        self.tasks.picked.connect(self.leading.open_task_menu)
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self.structure, 5)
        middle.addWidget(self.duties, 0)
        middle.addWidget(self.tasks, 5)
        self.log = LogPanel(look)
        self.log.left.connect(self.board.setFocus)
        self.log.there.asked.connect(self.call_there)
        self.log.digit.connect(self.board.press_digit)
        self.tabs = SegTabs(look, [self.tr("Situation"), self.tr("Tasks"), self.tr("Structure"), self.tr("Reports")])
        self.tabs.picked.connect(self._fold)
        self.next_bar = NextBar(look)
        self.next_bar.picked.connect(self._do_step)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.tabs)
        right.addWidget(self.log, 1)
        right.addWidget(self.next_bar)
        self._left, self._right = left, right
        self._grid.addLayout(left, 0, 0)
        self._grid.addWidget(self.middle, 0, 1)
        self._grid.addLayout(right, 0, 2)

    def _wide(self) -> bool:
        return self.width() >= self.look.px(1500)

    def _fold(self, _place: int = 0) -> None:
        """Wide: three columns. Narrow: the tabs choose what stands at the right."""
        wide = self._wide()
        tab = self.tabs.current
        self.tabs.setVisible(not wide)
        self.curve.setVisible(wide and self.height() > self.look.px(900))
        self.log.setVisible(wide or tab == 0)
        self.middle.setVisible(wide or tab != 0)
        self.structure.setVisible(wide or tab == 2)
        self.duties.setVisible(wide or tab == 3)
        self.tasks.setVisible(wide or tab == 1)
        self._grid.removeWidget(self.middle)
        if wide:
            self._grid.addWidget(self.middle, 0, 1)
        else:
            self._grid.addWidget(self.middle, 0, 2, Qt.AlignmentFlag(0))
            self.tabs.raise_()
        for column, stretch in enumerate((752, 480, 544) if wide else (752, 0, 486)):
            self._grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "whistle" in what:
            self._whistle = str(what["whistle"])
            self._load(new=True)
        self.board.setFocus()

    def where(self) -> Mapping[str, Any]:
        return {"whistle": self._whistle} if self._whistle else {}

    def cares(self, changes: Changes) -> bool:
        families = {
            "whistle",
            "privacy",
            "report_in",
            "post",
            "order",
            "sitrep",
            "review",
            "unit",
            "person",
            "plan",
            "limit",
            "shift",
            "place",
            "appointment",
            "absence",
        }
        return bool(changes.families() & families)

    def reload(self, changes: Changes) -> None:
        if changes.families() & {"person", "unit", "limit", "shift"} or "*" in changes.subjects:
            self.hand.calling.forget()
            self._lines.clear()
        self._load(new=self.incident is None or "*" in changes.subjects)

    def _load(self, *, new: bool) -> None:
        running = self.desk.read.incidents.running()
        ids = [row.state.id for row in running]
        if self._whistle not in ids:
            known = self.desk.read.incidents.whistle(self._whistle) if self._whistle else None
            if known is None or not known.known or known.closed_at is not None or known.undone_at is not None:
                self._whistle = ids[0] if ids else ""
                new = True
        self._take_running(running)
        if not self._whistle:
            self.incident = self.hand.incident = None
            self.choice.setVisible(False)
            self.pages.setCurrentIndex(1)
            self.services.mode_changed.emit()
            self.services.hints_changed.emit()
            return
        self.pages.setCurrentIndex(0)
        self.incident = self.hand.incident = shown_incident(self.desk, self._whistle)
        if new:
            self._lines.clear()
            whistle = self.incident.whistle
            self._before = (
                self.desk.read.incidents.arrival_seconds(whistle.plan, whistle.mode, whistle.blown_at)
                if whistle.plan
                else []
            )
            self.line.take_draft()
        self._show()
        self.leading.show_false_alarm(self.incident)
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _take_running(self, running: list[WhistleRow]) -> None:
        """Keep what the strip of incidents shows: the units of all others are read once a change, not once a second."""
        self._running = [row.state for row in running]
        others = [state.id for state in self._running if state.id != self._whistle] if len(running) > 1 else []
        self._beside = {one: self.desk.read.incidents.report_ins(one) for one in others}

    def _show_choice(self, now: int) -> None:
        faces = []
        for whistle in self._running if len(self._running) > 1 else ():
            own = self.incident is not None and whistle.id == self._whistle
            states = self.incident.report_ins if own and self.incident else self._beside.get(whistle.id, ())
            faces.append(incident_face(whistle, states, now))
        self.choice.show_incidents(faces, self._whistle)

    def show_incident(self, whistle: str) -> None:
        """Show another running incident; what is typed in the line stays with the one before."""
        if whistle and whistle != self._whistle:
            self._whistle = whistle
            self._load(new=True)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        incident = self.incident
        if incident is None:
            return
        drill = incident.whistle.mode == DRILL
        rows = incident_rows(
            shown_timeline(self.desk, incident),
            incident.whistle.blown_at,
            self._readout.person,
            self.desk.reference.unit_name,
            self._lines,
        )
        self.log.show_rows(rows, drill=drill)
        self.log.facts.show_facts(self._readout.facts(incident))
        self.log.there.show_acting(self._readout.there(incident))
        boxes, caption, standing = self._readout.structure(incident)
        self.structure.show_post(boxes, caption, standing=standing)
        self.tick(self.now())

    def tick(self, now: int) -> None:
        incident = self.incident
        if incident is None:
            return
        states = incident.report_ins
        self.board.show_faces(Faces(states, self.desk.reference.units, now, self.hand.calling.line))
        names = {state.unit: self.desk.reference.unit_name(state.unit) for state in states}
        self.strip.show_entries(pinned(states, names, now), drill=incident.whistle.mode == DRILL)
        self._show_choice(now)
        self._show_banner(incident, now)
        self._show_undo(incident, now)
        self._show_work(incident, now)
        if self.curve.isVisible():
            end = incident.whistle.closed_at or now
            drill = incident.whistle.mode == DRILL
            self.curve.show_progress(states, incident.whistle.blown_at, end, self._before, drill=drill)

    def _show_banner(self, incident: Incident, now: int) -> None:
        title, caption, mark = self._readout.headline(incident)
        slow = incident.whistle.kind != "emergency"
        self.banner.show_incident(
            title,
            caption,
            self._readout.figures(incident, now, wide=self._wide()),
            drill=incident.whistle.mode == DRILL,
            act="" if slow else self._readout.act(incident.whistle),
            key="Ctrl E",
            mark="" if slow else mark,
            calm=self.tr("Muster") if slow else "",
        )
        self.phases.setVisible(not slow)
        self.phases.show_phases(self._readout.phases(incident), drill=incident.whistle.mode == DRILL)

    def _show_work(self, incident: Incident, now: int) -> None:
        drill = incident.whistle.mode == DRILL
        rows = self._readout.tasks(incident, now)
        self.tasks.show_tasks(rows, drill=drill)
        done = sum(row.level == "done" for row in rows)
        self.tabs.set_words(
            [
                self.tr("Situation"),
                self.tr("Tasks {n} / {m}").format(n=done, m=len(rows)),
                self.tr("Structure"),
                self.tr("Reports"),
            ]
        )
        self.duties.show_duties(self._readout.duties(incident, now), drill=drill)
        self._steps = next_steps(incident.whistle, incident.report_ins, incident.post, now)
        self.next_bar.show_steps(self._readout.steps(self._steps))

    def _show_undo(self, incident: Incident, now: int) -> None:
        whistle = incident.whistle
        left = UNDO_WINDOW_MS - (now - whistle.recorded_at)
        called = any(state.entries or state.tries for state in incident.report_ins)
        may = whistle.running and left > 0 and not called
        self.undo_button.setVisible(may)
        if may:
            self.undo_button.set_text(self.tr("Blown. It can be taken back for {n} s").format(n=-(-left // 1000)))

    # -- answering -------------------------------------------------------------------------------------------------

    def _next_incident(self) -> None:
        """F6, also while a line is typed."""
        self.show_incident(self.choice.beside(1))

    def _incident_before(self) -> None:
        self.show_incident(self.choice.beside(-1))

    def _undo(self) -> None:
        self.departments.undo()

    def _on_undo_toast(self, name: str) -> None:
        if name == "post.undo":
            self.departments.undo()

    def _on_pinned(self, ordinal: int) -> None:
        self.board.select_ordinal(ordinal)
        self.board.setFocus()

    def call_there(self) -> None:
        """K: the number of who answers for the place; what came of the call proves it."""
        self.leading.call_there(self.log.there.acting)

    def _do_step(self, place: int) -> None:
        """A prompt was chosen."""
        if place >= len(self._steps):
            return
        step = self._steps[place]
        if step.code == "call" and self.incident is not None and self.incident.whistle.false_alarm_at is not None:
            self.leading.open_false_alarm()
        elif step.code in ("call", "call_again", "count"):
            self.board.select_ordinal(step.ordinal)
            self.departments.phone(step.ordinal)
        else:
            self.leading.take_step(step)

    def clearance(self) -> int:
        """Toasts leave the line and the prompts free."""
        if self.incident is None or not self.log.isVisible():
            return 0
        return self.height() - self.log.line.mapTo(self, self.log.line.rect().topLeft()).y()

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        if self.incident is not None:  # without one the board is hidden, and the keyboard stays with the screen
            self.board.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        if self.incident is None:
            super().keyPressEvent(event)
        elif control and key == Qt.Key.Key_Z:
            self._undo()
        elif control and key == Qt.Key.Key_E:
            if not event.isAutoRepeat():
                self.banner.press()
        elif plain and key == Qt.Key.Key_Slash:
            self.log.write()
        elif plain and text in ("!", "@", "#"):
            self.log.write(text)
        elif plain and key == Qt.Key.Key_T:
            self.leading.open_task()
        elif plain and key == Qt.Key.Key_C:
            self.leading.open_post()
        elif plain and key == Qt.Key.Key_S:
            self.leading.open_report()
        elif plain and key == Qt.Key.Key_Period:
            self._do_step(0)
        elif plain and key == Qt.Key.Key_M:
            self.leading.open_more()
        elif plain and key == Qt.Key.Key_G:
            self.leading.open_place()
        elif plain and key == Qt.Key.Key_K:
            self.call_there()
        elif plain and key in _LEADING:
            getattr(self.leading, _LEADING[Qt.Key(key)])()
        elif key == Qt.Key.Key_Escape:
            self.board.setFocus()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and event.key() in (Qt.Key.Key_E, Qt.Key.Key_Control):
            self.banner.release()
        super().keyReleaseEvent(event)


_LEADING = {
    Qt.Key.Key_V: "sign",
    Qt.Key.Key_L: "open_leader",
    Qt.Key.Key_J: "open_guess",
    Qt.Key.Key_A: "open_action",
    Qt.Key.Key_N: "open_false_alarm",
}
"""Keys of the lead and what they do."""

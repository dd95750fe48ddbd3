"""The command post screen: board at the left, structure and duties in the middle, situation and orders at the right.

Below 1500 pixels the middle folds into tabs beside the log, and the curve drops (design language 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.domain import command_post, order, whistle_acts
from commandcenter.domain import report_in_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.next_step import NextStep, next_steps
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.domain.timeline import entries
from commandcenter.domain.unit_line import read_unit_line
from commandcenter.domain.whistle import FACTS, UNDO_WINDOW_MS, deadlines
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast
from commandcenter.ui.parts.tile import PinStrip
from commandcenter.ui.post.banner import Banner, Figure
from commandcenter.ui.post.board import Board
from commandcenter.ui.post.curve import Curve
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.faces import face, pinned
from commandcenter.ui.post.log import PREFIXES, FactFace, LogPanel
from commandcenter.ui.post.organ import Box, DutyPanel, DutyRow, NextBar, StructurePanel, TaskPanel, TaskRow
from commandcenter.ui.post.sheets import Built, Make, PostSheets
from commandcenter.ui.post.story import incident_rows
from commandcenter.ui.post.tilemenu import tile_menu
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import STEPS, clock_word, word


class PostScreen(Screen):
    """Alt+4."""

    name = "post"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whistle = ""
        self.incident: Incident | None = None
        self._steps: list[NextStep] = []
        self._before: list[list[int]] = []
        self._sheets = PostSheets(self.look, self.desk, self)
        self._make: Make | None = None
        self._sheet: FormSheet | StandDownSheet | CloseSheet | None = None
        self._build()
        self.services.flashed.connect(self.board.set_bright)
        self.services.undo.connect(self._on_undo_toast)

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
        return self.incident.whistle.mode if self.incident is not None and self.incident.whistle.running else ""

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
        )

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
        inner.setSpacing(8)
        self.choice = SegTabs(look, [""])
        self.choice.picked.connect(self._on_choice)
        inner.addWidget(self.choice)
        self.banner = Banner(look)
        self.banner.ended.connect(self._on_ended)
        inner.addWidget(self.banner)
        self.strip = PinStrip(look, self.tr("All pages"), self.tr("acknowledge"))
        self.strip.picked.connect(self._on_pinned)
        inner.addWidget(self.strip)
        self.undo_button = Button(look, "", key="Ctrl Z", icon="undo-2", kind="warn")
        self.undo_button.clicked.connect(self.undo)
        inner.addWidget(self.undo_button)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        inner.addLayout(self._grid, 1)
        self._build_columns()

    def _build_columns(self) -> None:
        look = self.look
        self.board = Board(look)
        self.board.advanced.connect(self.advance)
        self.board.menu_asked.connect(self.open_menu)
        self.board.phoned.connect(self.phone)
        self.curve = Curve(look)
        self.curve.setFixedHeight(look.px(250))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.board, 1)
        left.addWidget(self.curve)
        self.structure = StructurePanel(look)
        self.structure.asked.connect(self.open_post)
        self.duties = DutyPanel(look)
        self.duties.picked.connect(self._on_duty)
        self.duties.report.clicked.connect(self.open_report)
        self.tasks = TaskPanel(look)
        self.tasks.add.clicked.connect(self.open_task)
        self.tasks.picked.connect(self._on_task)
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(10)
        middle.addWidget(self.structure, 5)
        middle.addWidget(self.duties, 0)
        middle.addWidget(self.tasks, 5)
        self.log = LogPanel(look)
        self.log.written.connect(self._on_written)
        self.log.left.connect(self.board.setFocus)
        self.log.digit.connect(self.board.press_digit)
        self.log.drafted.connect(self._on_drafted)
        self.log.line.textChanged.connect(self._read_line)
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

    def cares(self, changes: Changes) -> bool:
        families = {"whistle", "report_in", "post", "order", "sitrep", "unit", "person", "plan"}
        return bool(changes.families() & families)

    def reload(self, changes: Changes) -> None:
        self._load(new=self.incident is None or "*" in changes.subjects)

    def _load(self, *, new: bool) -> None:
        running = self.desk.read.incidents.running()
        ids = [row.state.id for row in running]
        if self._whistle not in ids:
            known = self.desk.read.incidents.whistle(self._whistle) if self._whistle else None
            if known is None or not known.known or known.closed_at is not None or known.undone_at is not None:
                self._whistle = ids[0] if ids else ""
                new = True
        self._show_choice(running)
        if not self._whistle:
            self.incident = None
            self.pages.setCurrentIndex(1)
            self.services.mode_changed.emit()
            self.services.hints_changed.emit()
            return
        self.pages.setCurrentIndex(0)
        self.incident = self.desk.read.incidents.incident(self._whistle)
        if new:
            whistle = self.incident.whistle
            self._before = (
                self.desk.read.incidents.arrival_seconds(whistle.plan, whistle.mode, whistle.blown_at)
                if whistle.plan
                else []
            )
            self.log.take_draft(self.desk.read.status.drafts().get(self._draft_key(), ""))
        self._show()
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _show_choice(self, running: list[Any]) -> None:
        self.choice.setVisible(len(running) > 1)
        if len(running) > 1:
            words = [f"{row.state.number} {row.state.title}" for row in running]
            self.choice.set_words(words)
            place = next((place for place, row in enumerate(running) if row.state.id == self._whistle), 0)
            self.choice.blockSignals(True)
            self.choice.pick(place)
            self.choice.blockSignals(False)
        self._running = [row.state.id for row in running]

    def _on_choice(self, place: int) -> None:
        if place < len(self._running):
            self._whistle = self._running[place]
            self._load(new=True)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        incident = self.incident
        if incident is None:
            return
        drill = incident.whistle.mode == DRILL
        facts = self.desk.read.incidents.facts(self._whistle)
        marks = {key: code for state in incident.report_ins for key, code in state.irregular}
        rows = incident_rows(
            entries(facts, marks), incident.whistle.blown_at, self._person, self.desk.reference.unit_name
        )
        self.log.show_rows(rows, drill=drill)
        self._show_facts(incident)
        self._show_structure(incident)
        self._show_tasks(incident)
        self.tick(self.now())

    def tick(self, now: int) -> None:
        incident = self.incident
        if incident is None:
            return
        units = self.desk.reference.units
        states = incident.report_ins
        self.board.show_faces(
            [face(state, units.get(state.unit), str((place + 1) % 10), now) for place, state in enumerate(states)]
        )
        names = {state.unit: self.desk.reference.unit_name(state.unit) for state in states}
        self.strip.show_entries(pinned(states, names, now), drill=incident.whistle.mode == DRILL)
        self._show_banner(incident, now)
        self._show_undo(incident, now)
        self._show_duties(incident, now)
        self._show_steps(incident, now)
        if self.curve.isVisible():
            end = incident.whistle.closed_at or now
            drill = incident.whistle.mode == DRILL
            self.curve.show_progress(states, incident.whistle.blown_at, end, self._before, drill=drill)

    def _show_banner(self, incident: Incident, now: int) -> None:
        whistle, states = incident.whistle, incident.report_ins
        overs = [overlay(state, now) for state in states]
        late = overs.count("late")
        silent = overs.count("silent") + overs.count("lost")
        answered = sum(
            bool(state.milestone("answered") or state.milestone("left") or state.milestone("arrived"))
            for state in states
        )
        arrived = sum(state.milestone("arrived") is not None for state in states)
        end = whistle.stood_down_at or whistle.false_alarm_at
        figures = [Figure(self.tr("since the whistle"), when.span((whistle.closed_at or now) - whistle.blown_at))]
        figures.append(Figure(self.tr("answered"), str(answered), f" / {len(states)}"))
        figures.append(Figure(self.tr("arrived"), str(arrived), f" / {len(states)}"))
        if end is None:
            if late:
                first = next(
                    (
                        self.desk.reference.unit_name(state.unit)
                        for state, over in zip(states, overs, strict=True)
                        if over == "late"
                    ),
                    "",
                )
                figures.append(
                    Figure(self.tr("late"), str(late), hot=True, note=first[:4] if late == 1 and self._wide() else "")
                )
            if silent:
                figures.append(Figure(self.tr("silent"), str(silent), hot=True))
        following = [
            line
            for line in deadlines(whistle)
            if line.met_at is None and not line.stopped and line.name.startswith(("update", "final"))
        ]
        if following:
            left = following[0].due_at - now
            figures.append(
                Figure(
                    clock_word(following[0].name), when.span(left) if left >= 0 else f"+{when.span(left)}", hot=left < 0
                )
            )
        act = ""
        if whistle.running:
            act = self.tr("Close the incident") if end is not None else self.tr("Stand down · hold")
        place = whistle.place_words or self.tr("place to be confirmed")
        post = incident.post
        parts = [
            whistle.number,
            self._plan_words(incident),
            self.tr("post at {place}").format(place=post.place_words) if post.known else "",
        ]
        mark = "" if whistle.confirmed_at or whistle.mode == DRILL else self.tr("not yet signed by a leader")
        self.banner.show_incident(
            f"{place} {whistle.title}",
            " · ".join(part for part in parts if part),
            figures,
            drill=whistle.mode == DRILL,
            act=act,
            key="Ctrl E",
            mark=mark,
        )

    def _plan_words(self, incident: Incident) -> str:
        plan = self.desk.reference.plan(incident.whistle.plan)
        if plan is None:
            return ""
        return self.tr("plan {code} v{n}").format(code=plan.code, n=incident.whistle.plan_version)

    def _show_undo(self, incident: Incident, now: int) -> None:
        whistle = incident.whistle
        left = UNDO_WINDOW_MS - (now - whistle.recorded_at)
        called = any(state.entries or state.tries for state in incident.report_ins)
        may = whistle.running and left > 0 and not called
        self.undo_button.setVisible(may)
        if may:
            self.undo_button.set_text(self.tr("Blown. It can be taken back for {n} s").format(n=left // 1000 + 1))

    def _show_facts(self, incident: Incident) -> None:
        faces = []
        for name in FACTS:
            fact = incident.whistle.facts.get(name)
            known = fact is not None and (fact.value is not None or bool(fact.words))
            value = (
                (fact.words if name == "hazard" else str(fact.value))
                if known and fact is not None
                else self.tr("unknown")
            )
            note = when.since(fact.at, incident.whistle.blown_at)[2:] if known and fact is not None else ""
            if known and fact is not None and name != "hazard" and fact.words:
                note = fact.words
            tone = "amb" if name in ("trapped", "injured") and known and fact is not None and fact.value else "tx1"
            faces.append(FactFace(word(FACT_WORDS, name), value, note, not known, tone))
        self.log.facts.show_facts(faces)

    def _show_structure(self, incident: Incident) -> None:
        post = incident.post
        standing = post.known and post.withdrawn_at is None
        boxes = []
        if standing:
            boxes.append(Box(self.tr("Commander"), post.commander_words or "—", post.phone, strong=True))
            boxes.append(Box(self.tr("Deputy"), post.deputy_words or "—", ""))
            for group in post.groups.values():
                members = [self.desk.reference.unit_name(unit) for unit in group.members]
                late = [unit for unit in group.members if self._missing(incident, unit)]
                line = "、".join(members) or "—"
                if late:
                    line += " · " + self.tr("not here: {n}").format(n=len(late))
                boxes.append(Box(group.name, group.lead or "—", line))
        caption = ""
        if post.supporting:
            caption = self.tr("led by {name}; ours supports").format(name=post.handed_over_to)
        elif standing:
            caption = post.place_words
        self.structure.show_post(boxes, caption, standing=standing)

    def _missing(self, incident: Incident, unit: str) -> bool:
        state = next((state for state in incident.report_ins if state.unit == unit), None)
        return state is not None and not state.closed and state.milestone("arrived") is None

    def _show_tasks(self, incident: Incident) -> None:
        now = self.now()
        rows = []
        for one in incident.orders:
            if one.done_at is not None:
                level, state = "done", when.since(one.done_at, incident.whistle.blown_at)[2:]
            elif one.dropped_at is not None:
                level, state = "dropped", self.tr("dropped")
            elif one.due_at is not None and one.due_at < now:
                level, state = "over", f"+{when.span(now - one.due_at)}"
            elif one.due_at is not None:
                level, state = (
                    "taken" if one.acknowledged_at else "open",
                    self.tr("until {time}").format(time=when.clock(one.due_at)),
                )
            else:
                level, state = ("taken", self.tr("under way")) if one.acknowledged_at else ("open", self.tr("open"))
            rows.append(
                TaskRow(
                    one.subject, one.words, self.desk.reference.unit_name(one.unit) if one.unit else "", state, level
                )
            )
        self.tasks.show_tasks(rows, drill=incident.whistle.mode == DRILL)
        done = sum(row.level == "done" for row in rows)
        self.tabs.set_words(
            [
                self.tr("Situation"),
                self.tr("Tasks {n} / {m}").format(n=done, m=len(rows)),
                self.tr("Structure"),
                self.tr("Reports"),
            ]
        )

    def _show_duties(self, incident: Incident, now: int) -> None:
        whistle = incident.whistle
        rows = []
        for line in deadlines(whistle):
            words = clock_word(line.name)
            if line.met_at is not None:
                told = whistle.told.get(line.name)
                who = f" · {told[1]}" if told and told[1] else ""
                late = line.met_at > line.due_at
                rows.append(
                    DutyRow(
                        line.name,
                        words,
                        f"{when.since(line.met_at, whistle.blown_at)[2:]}{who}",
                        "warn" if late else "done",
                    )
                )
                continue
            left = line.due_at - now
            level = "over" if left < 0 else "warn" if now >= line.warn_at else "plain"
            state = f"+{when.span(left)}" if left < 0 else self.tr("left {span}").format(span=when.span(left))
            rows.append(
                DutyRow(
                    line.name,
                    words,
                    self.tr("clock stands") if line.stopped else state,
                    "none" if line.stopped else level,
                )
            )
        self.duties.show_duties(rows, drill=whistle.mode == DRILL)

    def _show_steps(self, incident: Incident, now: int) -> None:
        self._steps = next_steps(incident.whistle, incident.report_ins, incident.post, now)
        words = {
            "call": self.tr("Call {n} {unit}"),
            "call_again": self.tr("Call {n} {unit} again"),
            "read_back": self.tr("{n} read back?"),
            "tell_leader": self.tr("Tell the main leader"),
            "phone_district": self.tr("Phone the district"),
            "report": self.tr("Situation report"),
            "confirm_place": self.tr("Confirm the place"),
            "set_up_post": self.tr("Set up the post"),
            "count": self.tr("{n} find contact"),
            "stand_down": self.tr("Stand down"),
            "final_report": self.tr("Final report"),
            "close": self.tr("Close the incident"),
        }
        self.next_bar.show_steps(
            [words[step.code].format(n=step.ordinal, unit=self._short(step.unit)) for step in self._steps]
        )

    def _short(self, unit: str) -> str:
        return self.desk.reference.unit_name(unit)[:8] if unit else ""

    def _person(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found else person

    # -- sending ---------------------------------------------------------------------------------------------------

    def _send(self, command: Command, said: str = "") -> None:
        ticket = self.desk.submit(command)
        ticket.refused.connect(self.say_refused)
        if said:
            self._said = said
            ticket.done.connect(self._on_sent)

    def _on_sent(self, _done: Done) -> None:
        self.services.toast.emit(
            Toast(self._said, kind="done", action="post.undo", action_word=self.tr("undo"), key="Ctrl Z")
        )

    def _open(self, built: Built) -> None:
        sheet, self._make = built
        self._sheet = sheet
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        if self._make is None or not isinstance(self._sheet, FormSheet):
            return
        self._send_from_sheet(self._make(values))

    def _send_from_sheet(self, command: Command) -> None:
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_sheet_done)
        ticket.refused.connect(self._on_sheet_refused)
        ticket.failed.connect(self._on_sheet_failed)

    def _on_sheet_done(self, _done: Done) -> None:
        if isinstance(self._sheet, FormSheet):
            self._sheet.finish()
        elif self._sheet is not None:
            self._sheet.dismiss()
        self.board.setFocus()

    def _on_sheet_refused(self, refused: RefusedBy) -> None:
        if self._sheet is not None:
            self._sheet.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_sheet_failed(self, _failed: NotSaved) -> None:
        if self._sheet is not None:
            self._sheet.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    # -- departments -----------------------------------------------------------------------------------------------

    def _state(self, ordinal: int) -> ReportIn | None:
        if self.incident is None:
            return None
        return next((state for state in self.incident.report_ins if state.ordinal == ordinal), None)

    def advance(self, ordinal: int) -> None:
        """A digit: one step forward. A release asks for the head count first."""
        state = self._state(ordinal)
        if state is None or self.incident is None:
            return
        if state.next_step == "release_approved":
            self._open(self._sheets.release(self.incident.whistle, state))
            return
        name = self.desk.reference.unit_name(state.unit)
        said = self.tr("{n} {unit}: {step}").format(n=ordinal, unit=name, step=word(STEPS, state.next_step))
        self._send(acts.Advance(whistle=self._whistle, unit=state.unit, channel="phone"), said)

    def open_menu(self, ordinal: int) -> None:
        """Enter on a tile."""
        state = self._state(ordinal)
        if state is None:
            return
        self._menu_state = state
        menu = tile_menu(self, state)
        menu.triggered.connect(self._on_menu)
        chosen = self.board.tiles[(ordinal - 1) % 10] if (ordinal - 1) % 10 < len(self.board.tiles) else self.board
        menu.popup(chosen.mapToGlobal(chosen.rect().center()))

    def _on_menu(self, action: Any) -> None:
        state, incident = self._menu_state, self.incident
        if incident is None or state is None:
            return
        code = str(action.data())
        whistle, unit = incident.whistle, state.unit
        plain: dict[str, Command] = {
            "read_back": acts.ReadBack(whistle=whistle.id, unit=unit),
            "lost": acts.LoseContact(whistle=whistle.id, unit=unit),
            "found": acts.FindAgain(whistle=whistle.id, unit=unit),
            "undo": acts.WithdrawLast(whistle=whistle.id, unit=unit),
            "back": acts.RecordMilestone(whistle=whistle.id, unit=unit, milestone="back"),
        }
        if code in plain:
            self._send(plain[code])
        elif code == "phone":
            self.phone(state.ordinal)
        elif code == "release":
            self._open(self._sheets.release(whistle, state))
        elif code == "promise":
            self._open(self._sheets.promise(whistle, state))
        elif code == "count":
            self._open(self._sheets.count(whistle, state))
        elif code == "replaced":
            self._open(self._sheets.replace(whistle, state))
        elif code == "order":
            self._open(self._sheets.task(whistle, incident.report_ins, unit=unit))
        elif code.startswith("step:"):
            self._open(self._sheets.step(whistle, state, code[5:]))
        else:
            self._open(self._sheets.conclude(whistle, state, code))

    def phone(self, ordinal: int) -> None:
        """P: the number to dial, the next of the contact order after each miss, with the text to read out."""
        state = self._state(ordinal)
        unit = self.desk.reference.units.get(state.unit) if state else None
        if state is None or unit is None or self.incident is None:
            return
        missed = sum(one.result != "reached" for one in state.tries)
        numbers = [(unit.name, unit.duty_phone)] if unit.duty_phone else []
        numbers += [(f"{contact.name} {contact.post}", contact.phone) for contact in unit.contacts if contact.phone]
        if not numbers:
            self.services.phone.emit(Phone(unit.name, self.tr("no number in the list of units"), ""))
            return
        place = min(missed, len(numbers) - 1)
        who, number = numbers[place]
        text = self.call_text(state)
        self.services.phone.emit(Phone(f"{state.ordinal} {who}", text, number, self._whistle, state.unit, place))

    def call_text(self, state: ReportIn) -> str:
        """The text to read out to a department."""
        from commandcenter.domain.plan import message

        incident = self.incident
        if incident is None:
            return ""
        plan = self.desk.reference.plan(incident.whistle.plan)
        why = next((line.why for line in plan.units if line.unit == state.unit), "") if plan else ""
        unit = self.desk.reference.units.get(state.unit)
        return message(
            incident.whistle.texts.get(state.relation, ""), {"ask": why or (unit.first_action if unit else "")}
        )

    def undo(self) -> None:
        """Ctrl+Z: take the whistle back while that is possible, else the last step of any department."""
        incident = self.incident
        if incident is None:
            return
        called = any(state.entries or state.tries for state in incident.report_ins)
        if self.now() - incident.whistle.recorded_at <= UNDO_WINDOW_MS and not called:
            self._send(whistle_acts.UndoWhistle(whistle=self._whistle))
            return
        stood = [
            *((entry.recorded_at, entry.id, state) for state in incident.report_ins for entry in state.entries),
            *((entry.recorded_at, entry.id, state) for state in incident.report_ins for entry in state.outcomes),
        ]
        if stood:
            newest = max(stood, key=lambda one: one[:2])[2]
            self._send(acts.WithdrawLast(whistle=self._whistle, unit=newest.unit))

    def _on_undo_toast(self, name: str) -> None:
        if name == "post.undo":
            self.undo()

    def _on_pinned(self, ordinal: int) -> None:
        self.board.select_ordinal(ordinal)
        self.board.setFocus()

    # -- the line --------------------------------------------------------------------------------------------------

    def _draft_key(self) -> str:
        return f"post.line.{self._whistle}"

    def _on_drafted(self, text: str) -> None:
        if self._whistle:
            self.desk.save_draft(self._draft_key(), text)

    def _read_line(self, text: str) -> None:
        """Say beside the line what it will do."""
        line = read_unit_line(text)
        if line is not None:
            state = self._state(line.ordinal)
            name = self.desk.reference.unit_name(state.unit) if state else self.tr("no such unit")
            step = self.tr("head count") if line.verb == "count" else word(STEPS, line.verb)
            count = self.tr("{n} people").format(n=line.people) if line.people is not None else ""
            self.log.say_reading(" ".join(part for part in (str(line.ordinal), name, step, count, "· Enter") if part))
            return
        kinds = {
            "order": self.tr("an order to everybody"),
            "unit": self.tr("@6 text: an order to unit 6"),
            "fact": self.tr("#trapped 2, #injured 1: a key fact; # alone opens all four"),
        }
        prefix = PREFIXES.get(text[:1], "")
        self.log.say_reading(kinds.get(prefix, ""))

    def _on_written(self, text: str) -> None:
        incident = self.incident
        if incident is None:
            return
        line = read_unit_line(text)
        if line is not None:
            self._write_unit(line.ordinal, line.verb, line.people)
            return
        prefix = PREFIXES.get(text[:1], "")
        rest = text[1:].strip()
        if prefix == "order" and rest:
            self._write(order.GiveOrder(whistle=self._whistle, words=rest))
        elif prefix == "unit":
            number, _, words = rest.partition(" ")
            state = self._state(int(number)) if number.isdigit() else None
            if state is None:
                self.log.say_reading(self.tr("@6 text: an order to unit 6"))
                return
            self._open(self._sheets.task(incident.whistle, incident.report_ins, words, state.unit))
            self.log.clear_line()
        elif prefix == "fact":
            self._write_fact(rest)
        elif not prefix:
            self._write(whistle_acts.Note(whistle=self._whistle, words=text))

    def _write(self, command: Command) -> None:
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_line_done)
        ticket.refused.connect(self.say_refused)

    def _on_line_done(self, _done: Done) -> None:
        self.log.clear_line()

    def _write_unit(self, ordinal: int, verb: str, people: int | None) -> None:
        state = self._state(ordinal)
        if state is None or self.incident is None:
            self.log.say_reading(self.tr("no such unit"))
            return
        if verb == "count" and people is not None:
            self._write(acts.CountHeads(whistle=self._whistle, unit=state.unit, people=people, channel="phone"))
        elif verb == "release_approved" and people is None:
            self._open(self._sheets.release(self.incident.whistle, state))
            self.log.clear_line()
        else:
            self._write(
                acts.RecordMilestone(
                    whistle=self._whistle, unit=state.unit, milestone=verb, people=people, channel="phone"
                )
            )

    def _write_fact(self, rest: str) -> None:
        incident = self.incident
        if incident is None:
            return
        for name in FACTS:
            label = word(FACT_WORDS, name)
            if rest.startswith(label):
                told = rest[len(label) :].strip()
                digits = "".join(char for char in told if char.isdigit())
                if name == "hazard":
                    self._write(whistle_acts.SetFact(whistle=self._whistle, fact=name, words=told))
                else:
                    words = told.replace(digits, "", 1).strip(" ，,人") if digits else told
                    value = int(digits) if digits else None
                    self._write(whistle_acts.SetFact(whistle=self._whistle, fact=name, value=value, words=words))
                return
        self._open(self._sheets.facts(incident.whistle))
        self.log.clear_line()

    # -- the incident ----------------------------------------------------------------------------------------------

    def open_task(self) -> None:
        """T."""
        if self.incident is not None:
            self._open(self._sheets.task(self.incident.whistle, self.incident.report_ins))

    def open_post(self) -> None:
        """C."""
        if self.incident is not None:
            self._open(self._sheets.post(self.incident, self.desk.reference.plan(self.incident.whistle.plan)))

    def open_report(self) -> None:
        """S."""
        if self.incident is not None:
            self._open(self._sheets.report(self.incident))

    def _on_duty(self, name: str) -> None:
        if self.incident is None:
            return
        if name in ("leader", "district_phone") and name not in self.incident.whistle.told:
            self._open(self._sheets.tell(self.incident.whistle, name))
        elif name not in ("leader", "district_phone"):
            self.open_report()

    def _on_task(self, subject: str) -> None:
        if self.incident is None:
            return
        one = next((found for found in self.incident.orders if found.subject == subject), None)
        if one is None:
            return
        menu = QMenu(self)
        if one.open:
            if one.acknowledged_at is None:
                menu.addAction(self.tr("taken")).setData((subject, "acknowledged"))
            menu.addAction(self.tr("done")).setData((subject, "done"))
            menu.addAction(self.tr("dropped")).setData((subject, "dropped"))
        else:
            menu.addAction(self.tr("open again")).setData((subject, "reopened"))
        menu.triggered.connect(self._on_task_action)
        menu.popup(self.tasks.mapToGlobal(self.tasks.rect().center()))

    def _on_task_action(self, action: Any) -> None:
        subject, verb = action.data()
        self._send(order.SettleOrder(order=subject, verb=verb))

    def _do_step(self, place: int) -> None:
        if self.incident is None or place >= len(self._steps):
            return
        step, whistle = self._steps[place], self.incident.whistle
        if step.code in ("call", "call_again", "count"):
            self.board.select_ordinal(step.ordinal)
            self.phone(step.ordinal)
        elif step.code == "read_back":
            self._send(acts.ReadBack(whistle=whistle.id, unit=step.unit))
        elif step.code == "tell_leader":
            self._open(self._sheets.tell(whistle, "leader"))
        elif step.code == "phone_district":
            self._open(self._sheets.tell(whistle, "district_phone"))
        elif step.code in ("report", "final_report"):
            self.open_report()
        elif step.code == "confirm_place":
            self._open(self._sheets.place(whistle))
        elif step.code == "set_up_post":
            self.open_post()
        else:
            self._on_ended()

    def _on_ended(self) -> None:
        """Ctrl+E was held: stand down, or close what was stood down."""
        incident = self.incident
        if incident is None or not incident.whistle.running:
            return
        names = {state.unit: self.desk.reference.unit_name(state.unit) for state in incident.report_ins}
        over = incident.whistle.stood_down_at is not None or incident.whistle.false_alarm_at is not None
        sheet: StandDownSheet | CloseSheet
        if over:
            sheet = CloseSheet(self.look, self, incident.whistle, incident.report_ins, names, self.now())
        else:
            sheet = StandDownSheet(self.look, self, incident.whistle, incident.report_ins, names)
        self._sheet = sheet
        sheet.sent.connect(self._send_from_sheet)
        sheet.open_sheet()

    def end_drill_for_real(self) -> None:
        """Ctrl+F9 during a drill: something real happened."""
        if self.incident is not None and self.incident.whistle.mode == DRILL:
            self._send(whistle_acts.EndDrill(whistle=self._whistle, reason="real_event"))

    def _more(self) -> None:
        incident = self.incident
        if incident is None:
            return
        menu = QMenu(self)
        for code, words in self._more_choices(incident):
            menu.addAction(words).setData(code)
        menu.triggered.connect(self._on_more)
        menu.popup(self.banner.mapToGlobal(self.banner.rect().bottomLeft()))

    def _more_choices(self, incident: Incident) -> list[tuple[str, str]]:
        whistle = incident.whistle
        found = [
            ("unasked", self.tr("A unit came unasked")),
            ("add", self.tr("Call another department")),
            ("place", self.tr("Confirm the place")),
            ("facts", self.tr("Key facts")),
        ]
        if whistle.mode == REAL:
            found += [("leader", self.tr("Main leader told")), ("district", self.tr("District told by phone"))]
            if whistle.confirmed_at is None:
                found.append(("confirm", self.tr("A leader signs the whistle")))
        if incident.post.known:
            found.append(("handover", self.tr("Hand over command")))
            if incident.post.supporting:
                found.append(("takeback", self.tr("Take command back")))
            if whistle.stood_down_at is not None:
                found.append(("withdraw", self.tr("Withdraw the command post")))
        found += [
            ("call_sheet", self.tr("Print the call sheet")),
            ("sign_in", self.tr("Print the sign-in sheet")),
            ("review", self.tr("Go to the review")),
        ]
        if whistle.stood_down_at is None and whistle.false_alarm_at is None:
            found.append(("false", self.tr("False alarm")))
        if whistle.mode == DRILL:
            found.append(("end_drill", self.tr("End the drill")))
        return found

    def _on_more(self, action: Any) -> None:
        incident, code = self.incident, str(action.data())
        if incident is None:
            return
        whistle = incident.whistle
        sheets = {
            "unasked": lambda: self._sheets.unasked(whistle, incident.report_ins),
            "add": lambda: self._sheets.add_unit(whistle, incident.report_ins),
            "place": lambda: self._sheets.place(whistle),
            "facts": lambda: self._sheets.facts(whistle),
            "leader": lambda: self._sheets.tell(whistle, "leader"),
            "district": lambda: self._sheets.tell(whistle, "district_phone"),
            "handover": lambda: self._sheets.hand_over(incident),
            "false": lambda: self._sheets.false_alarm(whistle),
        }
        if code in sheets:
            self._open(sheets[code]())
        elif code == "confirm":
            self._send(whistle_acts.Confirm(whistle=whistle.id, person=self.desk.who().actor), self.tr("Signed"))
        elif code == "takeback":
            self._send(command_post.TakeBackPost(whistle=whistle.id))
        elif code == "withdraw":
            self._send(command_post.WithdrawPost(whistle=whistle.id))
        elif code == "end_drill":
            self._send(whistle_acts.EndDrill(whistle=whistle.id, reason="director"))
        elif code == "review":
            self.services.go.emit(Go("review", {"whistle": whistle.id}))
        else:
            self.services.go.emit(
                Go(
                    "review",
                    {"whistle": whistle.id, "paper": "call_sheet" if code == "call_sheet" else "sign_in_sheet"},
                )
            )

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self.board.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        if self.incident is None:
            super().keyPressEvent(event)
        elif control and key == Qt.Key.Key_Z:
            self.undo()
        elif control and key == Qt.Key.Key_E:
            if not event.isAutoRepeat():
                self.banner.press()
        elif plain and key == Qt.Key.Key_Slash:
            self.log.write()
        elif plain and text in ("!", "@", "#"):
            self.log.write(text)
        elif plain and key == Qt.Key.Key_T:
            self.open_task()
        elif plain and key == Qt.Key.Key_C:
            self.open_post()
        elif plain and key == Qt.Key.Key_S:
            self.open_report()
        elif plain and key == Qt.Key.Key_Period:
            self._do_step(0)
        elif plain and key == Qt.Key.Key_M:
            self._more()
        elif plain and key == Qt.Key.Key_G:
            self._open(self._sheets.place(self.incident.whistle))
        elif key == Qt.Key.Key_Escape:
            self.board.setFocus()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and event.key() in (Qt.Key.Key_E, Qt.Key.Key_Control):
            self.banner.release()
        super().keyReleaseEvent(event)

"""Muster whistles: the list at the left, the chosen one at the right, every act by a key. ``.`` is the step that comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain import muster_work_acts as work
from commandcenter.domain import report_in_acts as presence
from commandcenter.domain.muster import Muster, may, next_verb
from commandcenter.domain.report_in import ReportIn
from commandcenter.journal.journal import Changes
from commandcenter.ui.muster.detail import MusterDetail, Shown
from commandcenter.ui.muster.rows import MusterPainter, MusterRow, muster_key, muster_row, muster_spoken
from commandcenter.ui.muster.sheets import Built, MusterSheets
from commandcenter.ui.parts.basic import Empty, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen
from commandcenter.ui.parts.sending import Sending

FAMILIES = {"muster", "report_in", "unit", "person", "matter_kind", "case"}


class MusterScreen(Screen):
    """The tab 集结 of the whistle room."""

    name = "muster"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._sheet: Any = None
        self.sheets = MusterSheets(self.look, self.desk, self)
        self.shown: Shown | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Muster whistle")

    def caption(self) -> str:
        return self.tr("running {n}").format(n=sum(one.open for one in self.model.rows))

    def case_of_whistle(self) -> str:
        return self.state.case if self.state is not None else ""

    def hints(self) -> Hints:
        state = self.state
        keys: list[tuple[str, str]] = [("↑↓", self.tr("choose")), ("N", self.tr("new"))]
        if state is not None and state.open:
            verb = next_verb(state)
            if verb:
                keys.append((".", self.detail.verb_word(state, verb)))
            if state.sounded_at is None:
                keys.append(("E", self.tr("change")))
            elif state.level == "L3":
                keys += [
                    ("→", self.tr("sign-in sheet")),
                    ("Enter", self.tr("in, out")),
                    ("A", self.tr("another member")),
                ]
            else:
                keys += [("→", self.tr("the called")), ("1–9", self.tr("one step")), ("Enter", self.tr("acts"))]
            if state.stage in ("reporting", "working", "done"):
                keys.append(("T", self.tr("decided on site")))
            if state.stage == "appraising":
                keys.append(("G", self.tr("appraise")))
            if state.level == "L2" and state.stage in ("done", "appraising"):
                keys.append(("W", self.tr("notice")))
            keys.append(("L", self.tr("note")))
            if may(state, "dropped"):
                keys.append(("X", self.tr("give up")))
        if state is not None:
            keys.append(("Ctrl P", self.tr("print")))
        if self.case_of_whistle():
            keys.append(("Ctrl J", self.tr("its case")))
        keys.append(("Q", self.tr("kinds of matters")))
        return keys

    @property
    def state(self) -> Muster | None:
        """The muster that is shown."""
        return self.shown.state if self.shown is not None else None

    # -- building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        self.panel = Panel(look, self.tr("Musters"))
        self.new = Button(look, self.tr("New"), key="N", icon="plus", small=True)
        self.new.clicked.connect(self.open_draft)
        self.panel.add_to_head(self.new)
        self.filter = SegTabs(look, [self.tr("Running"), self.tr("All")])
        self.filter.picked.connect(self._on_filter)
        self.panel.body.addLayout(row(self.filter, None, margins=(12, 8, 12, 8)))
        self.panel.body.addWidget(Line())
        self.model = KeyedRows(muster_key, muster_spoken, self)
        self.painter = MusterPainter(look, self)
        self.view = RowView(look, self.model, self.painter, self.tr("Musters"))
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.view, 1)
        layout.addWidget(self.panel)
        self.detail = MusterDetail(look, self.desk)
        self.detail.acted.connect(self._on_acted)
        for called in self.detail.target_lists:
            called.view.opened.connect(self._on_target_opened)
        self.detail.members.view.opened.connect(self._on_member_opened)
        self.detail.tasks.view.opened.connect(self._on_task_opened)
        self.empty = Empty(
            look,
            "whistle",
            self.tr("No muster is running"),
            self.tr("N begins one. It is for what cannot be solved here: no authority, no resources."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.detail)
        self.pages.addWidget(self.empty)
        layout.addWidget(self.pages, 1)
        self.setFocusProxy(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(self.look.px(300 if self.width() >= self.look.px(1500) else 236))

    # -- showing -------------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def where(self) -> Mapping[str, Any]:
        return {"muster": self.shown.state.id} if self.shown is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("muster"):
            self._wanted = str(what["muster"])
            self._load()
        if what.get("case"):
            self.open_draft_of(str(what["case"]))
        elif what.get("new"):
            self.open_draft()

    def reload(self, changes: Changes) -> None:
        self._load()

    def tick(self, now: int) -> None:
        self.painter.now = now
        self.view.viewport().update()
        self.detail.tick(now)

    def _musters(self) -> list[Muster]:
        matters = self.desk.read.matters
        found = matters.running(Muster, "muster") if self.filter.current == 0 else matters.of(Muster, "muster")
        if self._wanted and all(one.id != self._wanted for one in found):
            extra = matters.one(Muster, f"muster/{self._wanted}")
            found += [extra] if extra.known else []
        return sorted(found, key=lambda one: (not one.open, -one.opened_at, one.id))

    def _load(self) -> None:
        now = self.now()
        self.painter.now = now
        rows: list[MusterRow] = []
        for state in self._musters():
            presences = {one.unit: one for one in self._presences(state)} if state.stage == "reporting" else {}
            rows.append(muster_row(state, self.desk.reference, presences))
        chosen = self._wanted or (self.shown.state.id if self.shown is not None else "")
        self.model.show(rows)
        place = self.model.place_of(chosen) if chosen else -1
        if place < 0 and rows:
            place = 0
        self._wanted = ""
        if place >= 0 and self.view.place != place:
            self.view.go(place)
        self._show(rows[place].key if place >= 0 else "")

    def _presences(self, state: Muster) -> tuple[ReportIn, ...]:
        return self.desk.read.incidents.report_ins(state.id) if state.sounded_at is not None else ()

    def _show(self, key: str) -> None:
        if not key:
            self.shown = None
            self.pages.setCurrentWidget(self.empty)
        else:
            matters = self.desk.read.matters
            state = matters.one(Muster, f"muster/{key}")
            facts = tuple(matters.facts(f"muster/{key}"))
            self.shown = Shown(state, self._presences(state), facts)
            self.pages.setCurrentWidget(self.detail)
            self.detail.show_muster(self.shown, self.now())
        self.services.hints_changed.emit()

    def _on_moved(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and (self.shown is None or self.shown.state.id != row.key):
            self._show(row.key)

    def _on_filter(self, _place: int) -> None:
        self._load()

    def _on_opened(self, _place: int) -> None:
        self._into()

    # -- keys ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_P:
            self._print()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._advance(key - Qt.Key.Key_0)
        elif plain and key in self._ways():
            self._ways()[Qt.Key(key)]()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_N: self.open_draft,
            Qt.Key.Key_E: self._amend,
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_Right: self._into,
            Qt.Key.Key_Left: self._back,
            Qt.Key.Key_Escape: self._back,
            Qt.Key.Key_T: self._task,
            Qt.Key.Key_G: self._appraise,
            Qt.Key.Key_W: self._notice,
            Qt.Key.Key_L: self._note,
            Qt.Key.Key_X: self._drop,
            Qt.Key.Key_A: self._another,
            Qt.Key.Key_B: self._board,
            Qt.Key.Key_P: self._phone,
            Qt.Key.Key_Q: self._kinds,
        }

    def _lists(self) -> list[RowView]:
        """The lists in the order of ←→, those that have rows."""
        detail = self.detail
        if self.shown is None:
            return [self.view]
        who = detail.members.view if self.shown.state.level == "L3" else detail.targets.view
        return [view for view in (self.view, who, detail.tasks.view) if view.model().rowCount() or view is self.view]

    def _at(self) -> int:
        lists = self._lists()
        return next((place for place, view in enumerate(lists) if view.hasFocus()), 0)

    def _move(self, place: int) -> None:
        lists = self._lists()
        if 0 <= place < len(lists):
            lists[place].setFocus()
            if lists[place].place < 0:
                lists[place].go(0)

    def _into(self) -> None:
        self._move(self._at() + 1)

    def _back(self) -> None:
        self._move(max(0, self._at() - 1))

    def _on_acted(self, code: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "next": self.next_step,
            "print": self._print,
            "board": self._board,
            "task": self._task,
            "note": self._note,
        }
        ways[code]()

    # -- acting --------------------------------------------------------------------------------------------------------

    def open_draft(self) -> None:
        """N: a new muster."""
        self._open(self.sheets.draft({}), self._on_drafted)

    def open_draft_of(self, case: str) -> None:
        """A new muster out of a case: what is known of the case stands in it."""
        found, _ = self.desk.read.cases.case(case)
        if not found.known:
            return
        given = {
            "case": case,
            "title": found.title,
            "matter": found.text,
            "place": found.place,
            "place_words": found.place_words,
            "community": found.community,
            "level": "L1",
        }
        self._open(self.sheets.draft(given), self._on_drafted)

    def _kinds(self) -> None:
        """Q: the seven kinds are the office's own list."""
        self._open(self.sheets.kinds())

    def _amend(self) -> None:
        state = self.state
        if state is None or not state.open or state.sounded_at is not None:
            return
        given = {
            "title": state.title,
            "category": state.grounds.category,
            "community": state.community,
            "branch": state.branch,
            "place_words": state.place_words,
            "matter": state.matter,
            "wanted": state.wanted,
            "tried": state.grounds.tried,
            "lacks": state.grounds.lacks,
        }
        self._open(self.sheets.draft(given, state))

    def next_step(self) -> None:
        """``.``: the form of the step that comes next."""
        state = self.state
        if state is None or self.shown is None:
            return
        verb = next_verb(state)
        if not verb:
            return
        if verb == "closed":
            self._open(self.sheets.closed(state, self.shown.presences))
            return
        self._open(getattr(self.sheets, verb)(state))

    def _open(self, built: Built, done: Callable[[Done], None] | None = None) -> None:
        sheet, make = built
        self._sheet, self._make, self._then = sheet, make, done
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        sending = Sending(self.context, self._make(values), sheet=self._sheet)
        if self._then is not None:
            sending.done.connect(self._then)

    def _on_drafted(self, done: Done) -> None:
        self._wanted = done.subjects[0].partition("/")[2]
        self._load()

    def _task(self) -> None:
        state = self.state
        if state is not None and state.stage in ("reporting", "working", "done"):
            self._open(self.sheets.tasked(state))

    def _note(self) -> None:
        state = self.state
        if state is not None and state.open:
            self._open(self.sheets.noted(state))

    def _notice(self) -> None:
        state = self.state
        if state is not None and state.level == "L2" and state.stage in ("done", "appraising"):
            self._open(self.sheets.noticed(state))

    def _drop(self) -> None:
        """X: on the sign-in sheet the member is excused, else the muster is given up."""
        state = self.state
        if state is None or not state.open or self.shown is None:
            return
        line = self.detail.member()
        if line is not None and self.detail.members.view.hasFocus():
            self._send(work.SignMember(muster=state.id, member=line.line.key, verb="excused"))
        elif may(state, "dropped"):
            self._open(self.sheets.dropped(state, self.shown.presences))

    def _another(self) -> None:
        state = self.state
        if state is not None and state.open and state.level == "L3" and state.sounded_at is not None:
            self._open(self.sheets.member(state))

    def _board(self) -> None:
        state = self.state
        if state is not None and state.sounded_at is not None:
            self.services.go.emit(Go("post", {"whistle": state.id}))

    def _appraise(self) -> None:
        """G: the unit the keyboard is on; in the list of musters our own word."""
        state = self.state
        if state is None or state.stage != "appraising":
            return
        row = self.detail.target() if self.detail.targets.view.hasFocus() else None
        self._open(self.sheets.appraised(state, row.unit if row is not None else ""))

    def _phone(self) -> None:
        row, state = self.detail.target(), self.state
        if row is None or state is None:
            return
        unit = self.desk.reference.units.get(row.unit)
        if unit is not None and unit.duty_phone:
            self.services.phone.emit(Phone(unit.name, "", unit.duty_phone, whistle=state.id, unit=unit.id))

    def _presence_of(self, unit: str) -> ReportIn | None:
        presences = self.shown.presences if self.shown is not None else ()
        return next((one for one in presences if one.unit == unit), None)

    def _advance(self, digit: int) -> None:
        """A digit: that one goes one step forward; on the sign-in sheet the member signs in or out."""
        state = self.state
        if state is None or not state.open or self.shown is None or state.sounded_at is None:
            return
        if state.level == "L3":
            self._on_member_opened(digit - 1)
            return
        one = next((one for one in self.shown.presences if one.ordinal == digit), None)
        if one is not None:
            self._send(presence.Advance(whistle=state.id, unit=one.unit, channel="phone"))

    def _send(self, command: Any) -> None:
        Sending(self.context, command)

    def _on_target_opened(self, place: int) -> None:
        """Enter on a unit: what can be entered of it."""
        row, state = self.detail.target_model.row(place), self.state
        one = self._presence_of(row.unit) if row is not None else None
        if one is None or state is None or not state.open:
            return
        menu = menu_in(self)
        here = one.milestone("arrived") is not None
        told: list[tuple[str, str]] = []
        if state.stage == "appraising":
            told.append(("appraise", self.tr("Appraise …")))
        if not one.closed:
            told.append(("step", self.tr("One step forward")))
            if not here:
                told += [
                    ("came", self.tr("Reported in, with number and time …")),
                    ("refused", self.tr("Refuses …")),
                    ("never_came", self.tr("Never came …")),
                ]
        told.append(("phone", self.tr("Call (P)")))
        if one.entries or one.outcomes:
            told.append(("undo", self.tr("Undo the last entry")))
        for code, words in told:
            menu.addAction(words).setData((code, one.unit))
        menu.triggered.connect(self._on_target_act)
        view: QWidget = self.detail.targets.view.viewport()
        rect = self.detail.targets.view.visualRect(self.detail.target_model.index(place, 0))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(view.mapToGlobal(rect.bottomLeft()))

    def _on_target_act(self, action: Any) -> None:
        code, unit = action.data()
        state, one = self.state, self._presence_of(unit)
        if state is None or one is None:
            return
        if code == "appraise":
            self._open(self.sheets.appraised(state, unit))
        elif code == "step":
            self._send(presence.Advance(whistle=state.id, unit=unit, channel="phone"))
        elif code == "came":
            self._open(self.sheets.arrived(state, one))
        elif code in ("refused", "never_came"):
            self._open(self.sheets.concluded(state, one, code))
        elif code == "phone":
            self._phone()
        else:
            self._send(presence.WithdrawLast(whistle=state.id, unit=unit))

    def _on_member_opened(self, place: int) -> None:
        """Enter on a member: signs in, then out with the hours that have passed."""
        row, state = self.detail.member_model.row(place), self.state
        if row is None or state is None or not state.open:
            return
        verb = "came" if row.line.came_at is None else "left"
        self._send(work.SignMember(muster=state.id, member=row.line.key, verb=verb))

    def _on_task_opened(self, place: int) -> None:
        row, state = self.detail.task_model.row(place), self.state
        if row is None or state is None or not state.open:
            return
        if row.task.done_at is not None:
            self._send(work.SettleTask(muster=state.id, task=row.task.key, done=False))
        else:
            self._open(self.sheets.task_done(state, row.task.key, row.task.words))

    def _print(self) -> None:
        state = self.state
        if state is None:
            return
        wanted = [("muster_order", f"muster/{state.id}")]
        if state.level == "L2":
            wanted.append(("muster_notice", f"muster/{state.id}"))
        if state.level == "L3":
            wanted.append(("muster_members", f"muster/{state.id}"))
        elif state.sounded_at is not None:
            wanted.append(("sign_in_sheet", f"whistle/{state.id}"))
        print_form(self.context, self, *wanted)

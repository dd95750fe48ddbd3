"""Warnings (预警): received, judged, called and answered, measures ticked, lifted, summed up. Every act has a key.

On the list of those who have to answer: Enter notes who answered, U that nobody did, V that somebody went there, P calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from commandcenter.desk.engine import Done
from commandcenter.domain import warning_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.warning import Warning
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import Empty, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.press import Presses
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.warnings.detail import Shown, WarningDetail
from commandcenter.ui.warnings.rows import TargetRow, WarningPainter, spoken, warning_key, warning_row
from commandcenter.ui.warnings.sheets import Built, WarningSheets

FAMILIES = {"warning", "whistle", "unit", "person", "place", "appointment", "warning_plan"}


class WarningsScreen(Screen):
    """The tab 预警 of the whistle room."""

    name = "warnings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._sheet: Any = None
        self._tried = Presses()
        self.sheets = WarningSheets(self.look, self.desk, self)
        self.shown: Shown | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Warnings")

    def caption(self) -> str:
        return self.tr("in force {n}").format(n=sum(one.open for one in self.model.rows))

    def hints(self) -> Hints:
        state = self.state
        keys: list[tuple[str, str]] = [("↑↓", self.tr("choose")), ("N", self.tr("received"))]
        if state is None or not state.open:
            shown = [("Ctrl P", self.tr("print"))] if state is not None else []
            return [*keys, *shown, ("Q", self.tr("what is done at this sort"))]
        code, words = self.detail.next_word(state)
        if code:
            keys.append((".", words))
        if state.rounds:
            keys += [
                ("→", self.tr("to the list")),
                ("Enter", self.tr("answered")),
                ("U", self.tr("no answer")),
                ("V", self.tr("gone there")),
                ("P", self.tr("call")),
            ]
        if state.touches:
            keys += [
                ("Space", self.tr("tick a measure")),
                ("T", self.tr("transfer")),
                ("S", self.tr("shift")),
                ("R", self.tr("response")),
                ("C", self.tr("change")),
            ]
            if state.over_at is None:
                keys.append(("D", self.tr("lifted")))
        keys += [
            ("Ctrl P", self.tr("print")),
            ("F9", self.tr("emergency whistle")),
            ("Q", self.tr("what is done at this sort")),
        ]
        return keys

    @property
    def state(self) -> Warning | None:
        """The warning that is shown."""
        return self.shown.state if self.shown is not None else None

    def whistle_context(self) -> Mapping[str, Any]:
        """What F9 takes along from here: the warning, the plan of its kind, the one place it touches."""
        state = self.state
        if state is None or not state.open:
            return {}
        plan = next((one.plan for one in self.desk.reference.warning_plans if one.code == state.sort), "")
        found: dict[str, Any] = {"warning": state.id}
        if plan:
            found["plan"] = plan
        if len(state.places) == 1:
            found["place"] = state.places[0]
        return found

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        self.panel = Panel(look, self.tr("Warnings"))
        self.new = Button(look, self.tr("Received"), key="N", icon="plus", small=True)
        self.new.clicked.connect(self.open_received)
        self.panel.add_to_head(self.new)
        self.filter = SegTabs(look, [self.tr("In force"), self.tr("All")])
        self.filter.picked.connect(self._on_filter)
        self.panel.body.addLayout(row(self.filter, None, margins=(12, 8, 12, 8)))
        self.panel.body.addWidget(Line())
        self.model = KeyedRows(warning_key, spoken, self)
        self.painter = WarningPainter(look, self)
        self.view = RowView(look, self.model, self.painter, self.tr("Warnings"))
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(self.view, 1)
        layout.addWidget(self.panel)
        self.detail = WarningDetail(look, self.desk)
        self.detail.acted.connect(self._on_acted)
        self.detail.targets.view.opened.connect(self._on_target_opened)
        self.detail.measures.view.opened.connect(self._on_measure_opened)
        self.empty = Empty(
            look,
            "triangle-alert",
            self.tr("No warning is in force"),
            self.tr("N enters one that came in. Everybody on its list has to answer, not only to receive it."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.detail)
        self.pages.addWidget(self.empty)
        layout.addWidget(self.pages, 1)
        self.setFocusProxy(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(self.look.px(300 if self.width() >= self.look.px(1500) else 236))

    # -- showing -----------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def where(self) -> Mapping[str, Any]:
        return {"warning": self.shown.state.id} if self.shown is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("warning"):
            self._wanted = str(what["warning"])
            self._load()
        if what.get("new"):
            self.open_received()

    def reload(self, changes: Changes) -> None:
        self._load()

    def tick(self, now: int) -> None:
        self.painter.now = now
        self.view.viewport().update()
        self.detail.tick(now)

    def _warnings(self) -> list[Warning]:
        matters = self.desk.read.matters
        found = matters.running(Warning, "warning") if self.filter.current == 0 else matters.of(Warning, "warning")
        if self._wanted and all(one.id != self._wanted for one in found):
            extra = matters.one(Warning, f"warning/{self._wanted}")
            found += [extra] if extra.known else []
        return sorted(found, key=lambda one: (not one.open, -one.opened_at, one.id))

    def _load(self) -> None:
        self.painter.now = self.now()
        rows = [warning_row(state) for state in self._warnings()]
        chosen = self._wanted or (self.shown.state.id if self.shown is not None else "")
        self.model.show(rows)
        place = self.model.place_of(chosen) if chosen else -1
        if place < 0 and rows:
            place = 0
        self._wanted = ""
        if place >= 0 and self.view.place != place:
            self.view.go(place)
        self._show(rows[place].key if place >= 0 else "")

    def _show(self, key: str) -> None:
        if not key:
            self.shown = None
            self.pages.setCurrentWidget(self.empty)
        else:
            matters = self.desk.read.matters
            state = matters.one(Warning, f"warning/{key}")
            facts = tuple(matters.facts(f"warning/{key}"))
            whistles = tuple(self.desk.read.incidents.whistle(one) for one in state.whistles)
            self.shown = Shown(state, facts, tuple(one for one in whistles if one.known))
            self.pages.setCurrentWidget(self.detail)
            self.detail.show_warning(self.shown, self.now())
        self.services.hints_changed.emit()

    def _on_moved(self, place: int) -> None:
        found = self.model.row(place)
        if found is not None and (self.shown is None or self.shown.state.id != found.key):
            self._show(found.key)

    def _on_filter(self, _place: int) -> None:
        self._load()

    def _on_opened(self, _place: int) -> None:
        self._into()

    # -- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        ways = self._ways()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self._print()
        elif plain and event.key() in ways:
            ways[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_N: self.open_received,
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_Right: self._into,
            Qt.Key.Key_Left: self._back,
            Qt.Key.Key_Escape: self._back,
            Qt.Key.Key_A: self._call_more,
            Qt.Key.Key_U: self._no_answer,
            Qt.Key.Key_V: self._visited,
            Qt.Key.Key_P: self._phone,
            Qt.Key.Key_Z: self._strike,
            Qt.Key.Key_X: self._drop,
            Qt.Key.Key_Space: self._tick_measure,
            Qt.Key.Key_M: self._add_measure,
            Qt.Key.Key_T: self._transfer,
            Qt.Key.Key_S: self._shift,
            Qt.Key.Key_R: self._respond,
            Qt.Key.Key_C: self._change,
            Qt.Key.Key_D: self._end,
            Qt.Key.Key_L: self._note,
            Qt.Key.Key_Q: self._plan,
        }

    def _lists(self) -> list[RowView]:
        """The lists in the order of ←→, those that have rows."""
        if self.shown is None:
            return [self.view]
        lists = [self.view, self.detail.targets.view, self.detail.measures.view]
        return [view for view in lists if view.model().rowCount() or view is self.view]

    def _at(self) -> int:
        return next((place for place, view in enumerate(self._lists()) if view.hasFocus()), 0)

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
            "blow": self._blow,
            "called": self._call_more,
            "note": self._note,
            "measure": self._add_measure,
            "transfer": self._transfer,
            "shift": self._shift,
            "response": self._respond,
        }
        ways[code]()

    # -- acting ------------------------------------------------------------------------------------------------------

    def _open(self, built: Built, done: Callable[[Done], None] | None = None) -> None:
        sheet, make = built
        self._sheet, self._make, self._then = sheet, make, done
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        sending = Sending(self.context, self._make(values), sheet=self._sheet)
        if self._then is not None:
            sending.done.connect(self._then)

    def _send(self, command: Command) -> None:
        Sending(self.context, command)

    def open_received(self) -> None:
        """N: a warning came in."""
        self._open(self.sheets.received(), self._on_received)

    def _on_received(self, done: Done) -> None:
        self._wanted = done.subjects[0].partition("/")[2]
        self._load()

    def _running(self) -> Warning | None:
        state = self.state
        return state if state is not None and state.open else None

    def next_step(self) -> None:
        """``.``: the form of the step that comes next; while somebody has not answered, the next call."""
        state = self._running()
        if state is None:
            return
        code, _ = self.detail.next_word(state)
        if code == "answer":
            self._next_call(state)
        elif code:
            self._open(getattr(self.sheets, code)(state))

    def _next_call(self, state: Warning) -> None:
        """Put the keyboard on the next one who has not answered: those never tried first, then second calls, then visits."""
        waiting = sorted(state.waiting, key=lambda one: len(one.tries_in(state.round)))
        place = self.detail.target_model.place_of(waiting[0].key)
        self.detail.targets.view.setFocus()
        self.detail.targets.view.go(place)

    def _blow(self) -> None:
        self.services.go.emit(Go("whistle", {"real": True, **self.whistle_context()}))

    def _call_more(self) -> None:
        state = self._running()
        if state is not None and state.touches and state.over_at is None:
            self._open(self.sheets.called(state))

    def _target(self) -> TargetRow | None:
        found = self.detail.target() if self.detail.targets.view.hasFocus() else None
        return found if found is not None and not found.dropped else None

    def _on_target_opened(self, _place: int) -> None:
        """Enter: who answered."""
        state, found = self._running(), self._target()
        if state is None or found is None or found.answered:
            return
        target = next(one for one in state.targets if one.key == found.key)
        self._open(self.sheets.answered(state, found, target.next_way(state.round)))

    def _no_answer(self) -> None:
        """U: called, nobody answered; the next try is offered on the row itself."""
        state, found = self._running(), self._target()
        if state is None or found is None:
            return
        if not self._tried.again(f"{state.id}/{found.key}"):
            self._send(acts.TryTarget(warning=state.id, target=found.key, way="phone", channel="phone"))

    def _visited(self) -> None:
        """V: somebody went there; who answered is asked."""
        state, found = self._running(), self._target()
        if state is not None and found is not None and not found.answered:
            self._open(self.sheets.answered(state, found, "visit"))

    def _strike(self) -> None:
        """Z: the newest try of this target was entered by mistake."""
        state, found = self._running(), self._target()
        if state is not None and found is not None:
            self._send(acts.StrikeTry(warning=state.id, target=found.key))

    def _drop(self) -> None:
        state, found = self._running(), self._target()
        if state is not None and found is not None:
            self._open(self.sheets.dropped(state, found))

    def _phone(self) -> None:
        found = self._target()
        if found is not None and found.phone:
            self.services.phone.emit(Phone(found.name, found.contact, found.phone))

    def _on_measure_opened(self, _place: int) -> None:
        self._tick_measure()

    def _tick_measure(self) -> None:
        """Space or Enter: done, or not after all."""
        state, found = self._running(), self.detail.measure()
        if state is None or found is None or not self.detail.measures.view.hasFocus():
            return
        done = found.measure.done_at is None
        self._send(acts.TickMeasure(warning=state.id, measure=found.measure.key, done=done))

    def _sheet_for(self, make: Callable[[Warning], Built], *, touching: bool = True) -> None:
        state = self._running()
        if state is not None and (state.touches or not touching):
            self._open(make(state))

    def _add_measure(self) -> None:
        self._sheet_for(self.sheets.measure)

    def _transfer(self) -> None:
        self._sheet_for(self.sheets.transferred)

    def _shift(self) -> None:
        self._sheet_for(self.sheets.extended)

    def _respond(self) -> None:
        self._sheet_for(self.sheets.responded)

    def _change(self) -> None:
        self._sheet_for(self.sheets.changed)

    def _end(self) -> None:
        state = self._running()
        if state is not None and state.touches and state.over_at is None:
            self._open(self.sheets.ended(state))

    def _print(self) -> None:
        """Ctrl+P: the record of call-and-answer."""
        if self.shown is not None:
            print_form(self.context, self, ("warning_record", f"warning/{self.shown.state.id}"))

    def _plan(self) -> None:
        """Q: the checklists of this sort of warning are the office's own."""
        plans = self.desk.reference.warning_plans
        state = self.state
        sort = state.sort if state is not None else plans[0].code if plans else ""
        if any(one.code == sort for one in plans):
            self._open(self.sheets.plan(sort))

    def _note(self) -> None:
        self._sheet_for(self.sheets.noted, touching=False)

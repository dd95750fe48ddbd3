"""Calls of the duty room (来去电): those of a shift or a day, what they still owe, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget

from commandcenter.domain import call_acts as acts
from commandcenter.domain.call import CALL_BACK, READ_BACK, Call
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE
from commandcenter.domain.privacy import UNMASK
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.calls import VIEWS, CallLine, Shown, days_needed
from commandcenter.ui.call_words import OUTCOMES, call_word
from commandcenter.ui.calls.detail import CallDetail
from commandcenter.ui.calls.rows import CallPainter, call_row, row_key, spoken
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.callform import CallHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen
from commandcenter.ui.parts.spanbar import SpanBar

FAMILIES = {"call", "report_in", "unit", "person", "shift", "case", "whistle", "warning"}


class CallsScreen(Screen):
    """The tab 来去电 of the duty room. ``show_what`` takes a call, ``new``, a view and a moment (``at``)."""

    name = "calls"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown = Shown((), self.desk.read.calls.counts(0, 0))
        self._owing: list[CallLine] = []
        self._wanted = ""
        self._opening = ""
        self.acting = Acting(context, self)
        self.hand = CallHand(context, self)
        self.hand.taken.connect(self._on_taken)
        self._build()

    def title(self) -> str:
        return self.tr("Calls")

    def caption(self) -> str:
        return self.bar.words.text()

    def hints(self) -> Hints:
        return (
            ("F3", self.tr("take a call down")),
            ("↑↓", self.tr("choose")),
            ("R", self.tr("read back")),
            ("N", self.tr("why not read back")),
            ("K", self.tr("is to be called back")),
            ("B", self.tr("called back")),
            ("C", self.tr("make a case")),
            ("L", self.tr("link to a case or whistle")),
            ("F9", self.tr("whistle")),
            ("P", self.tr("call")),
            ("E", self.tr("correct")),
            ("X", self.tr("cross out, take back")),
            ("U", self.tr("show names")),
            ("O", self.tr("what it is about")),
            ("/", self.tr("search")),
            ("[ ]", self.tr("before, after")),
            ("Ctrl P", self.tr("print")),
            ("Shift P", self.tr("print the list")),
        )

    def whistle_context(self) -> Mapping[str, Any]:
        """F9 takes the chosen call along: it learns of the whistle."""
        call = self.detail.call
        return {"call": call.id} if call.known and not call.whistle and call.struck_at is None else {}

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        self.panel = Panel(look, self.tr("Calls"), self.tr("F02 can be printed for each"))
        self.filter = SegTabs(look, [self.tr("All"), self.tr("Not read back"), self.tr("Not called back")])
        self.filter.picked.connect(self._on_filter)
        self.new = Button(look, self.tr("Take one down"), key="F3", icon="plus", small=True)
        self.new.clicked.connect(self.open_new)
        self.panel.add_to_head(self.filter)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search in these calls"))
        self.field.setAccessibleName(self.tr("Search in these calls"))
        self.field.setMaximumWidth(look.px(240))
        self.field.textChanged.connect(self._load)
        self.panel.add_to_head(self.field)
        self.panel.add_to_head(self.new)
        self.bar = SpanBar(look, self.desk)
        self.bar.changed.connect(self._load)
        self.panel.body.addLayout(row(self.bar, margins=(12, 8, 12, 8)))
        self.panel.body.addWidget(Line())
        self.model = KeyedRows(row_key, spoken, self)
        self.painter = CallPainter(look, self)
        self.list = RowList(look, self.model, self.painter, self.tr("Calls"))
        self.view = self.list.view
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.empty = Empty(look, "phone", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.panel.body.addWidget(self.pages, 1)
        self.foot = Label(look, "", "caption", "2")
        self.panel.add_foot(self.foot, None)
        self.detail = CallDetail(look, self.desk)
        self.detail.acted.connect(self._on_act)
        layout.addWidget(self.panel, 66)
        layout.addWidget(self.detail, 34)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setMinimumWidth(self.look.px(420 if self.width() > self.look.px(1300) else 320))

    # -- showing -----------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def typing(self) -> bool:
        return self.field.hasFocus()

    def where(self) -> Mapping[str, Any]:
        line = self.detail.line
        return {"call": line.id} if line is not None and line.id else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("view") in VIEWS:
            self.filter.pick(VIEWS.index(str(what["view"])))
            self.field.clear()
            self.bar.here()  # what earlier shifts left owing is listed with what is owed now
        if what.get("call"):
            key = str(what["call"]).removeprefix("call/")
            call = self.desk.read.calls.one(key)
            self._wanted = f"call/{key}" if call.known else key
            self.field.clear()
            if call.known:
                self.filter.pick(0)
                self.bar.go_to(call.at)
        if what.get("new"):
            self.open_new()

    def reload(self, changes: Changes) -> None:
        self._load()

    def tick(self, now: int) -> None:
        if self.bar.is_now and now >= self.bar.end:
            self._load()
        if self.detail.line is not None and self.detail.open_until and now >= self.detail.open_until:
            self.detail.show_names(0)

    def _load(self, _text: str = "") -> None:
        self.bar.load()
        view = VIEWS[self.filter.current]
        reader = self.desk.read.calls
        self._owing = self._older()
        self.shown = reader.of_span(self.bar.start, self.bar.end, view, self.field.text())
        now = self.now()
        lines = [*(line for line in self._owing if view in line.waits), *self.shown.lines]
        dated = days_needed(lines)
        rows = [call_row(line, self.desk.reference, now, dated=line.key in dated) for line in lines]
        chosen = self._wanted or (self.detail.line.key if self.detail.line is not None else "")
        self.model.show(rows)
        place = self.model.place_of(chosen) if chosen else -1
        if place < 0 and rows:
            place = len(rows) - 1  # the newest call stands last
        self._wanted = ""
        self.pages.setCurrentWidget(self.list if rows else self.empty)
        if place >= 0:
            self.view.go(place)
        else:
            self.empty.say(*self._nothing())
        self._show(place)
        self._show_counts()

    def _older(self) -> list[CallLine]:
        """What earlier shifts left owing: beside the calls of now, until it is done with."""
        if not self.bar.is_now or self.field.text().strip():
            return []
        return [line for line in self.desk.read.calls.waiting() if line.at < self.bar.start]

    def _nothing(self) -> tuple[str, str]:
        if self.field.text().strip():
            return self.tr("No call of this span says that"), self.tr("Esc clears the search.")
        if self.filter.current:
            return self.tr("Nothing is owed"), self.tr("What was not read back or not called back stands here.")
        return self.tr("No call was taken down"), self.tr("F3 takes one down, anywhere in the program.")

    def _show_counts(self) -> None:
        counts = self.shown.counts
        older = [sum(view in line.waits for line in self._owing) for view in (READ_BACK, CALL_BACK)]
        words = [
            self.tr("All {n}").format(n=counts.all),
            self.tr("Not read back {n}").format(n=counts.unread + older[0]),
            self.tr("Not called back {n}").format(n=counts.uncalled + older[1]),
        ]
        self.filter.set_words(words)
        told = self.tr("calls {all}: in {came}, out {went}; not read back {unread}, not called back {uncalled}").format(
            all=counts.all, came=counts.came, went=counts.went, unread=counts.unread, uncalled=counts.uncalled
        )
        if self.shown.more:
            told = self.tr("{told} · the newest {n} are shown").format(told=told, n=len(self.shown.lines))
        self.foot.setText(told)
        self.services.hints_changed.emit()

    def _show(self, place: int) -> None:
        found = self.model.row(place)
        if found is None:
            self.detail.show_nothing()
            return
        call = self.desk.read.calls.one(found.line.id) if found.line.id else Call()
        self.detail.show_call(found.line, call)

    def _on_moved(self, place: int) -> None:
        self._show(place)
        self.services.hints_changed.emit()

    def _on_opened(self, _place: int) -> None:
        self._act_of_enter()

    def _on_filter(self, _place: int) -> None:
        self._load()

    # -- keys --------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_P:
            self._print()
        elif held == Qt.KeyboardModifier.ShiftModifier and event.key() == Qt.Key.Key_P:
            self._print_list()
        elif not held and event.key() in self._ways():
            self._ways()[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_R: self._read_back,
            Qt.Key.Key_N: self._leave_unread,
            Qt.Key.Key_K: self._ask_back,
            Qt.Key.Key_B: self._called_back,
            Qt.Key.Key_C: self._case,
            Qt.Key.Key_L: self._link,
            Qt.Key.Key_P: self._phone,
            Qt.Key.Key_E: self._correct,
            Qt.Key.Key_X: self._strike,
            Qt.Key.Key_U: self._reveal,
            Qt.Key.Key_O: self._open_about,
            Qt.Key.Key_Slash: self._search,
            Qt.Key.Key_BracketLeft: self.bar.before,
            Qt.Key.Key_BracketRight: self.bar.after,
            Qt.Key.Key_T: self.bar.here,
            Qt.Key.Key_Escape: self._back,
        }

    def _search(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _back(self) -> None:
        self.field.clear()
        self.view.setFocus()

    def _on_act(self, name: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "read_back": self._read_back,
            "called_back": self._called_back,
            "case": self._case,
            "link": self._link,
            "reveal": self._reveal,
            "correct": self._correct,
            "print": self._print,
        }
        ways[name]()
        if self.acting.sheet is None and self.hand.sheet is None:
            self.view.setFocus()

    # -- acting ------------------------------------------------------------------------------------------------------

    def open_new(self) -> None:
        """F3."""
        self.hand.open()

    def _on_taken(self, key: str) -> None:
        self._wanted = f"call/{key}"
        self._load()

    @property
    def _call(self) -> Call | None:
        """The chosen call while it stands."""
        call = self.detail.call
        return call if call.known and call.struck_at is None else None

    def _send(self, command: Command, said: str = "") -> None:
        self.acting.send(command, said)

    def _act_of_enter(self) -> None:
        """Enter does what the call still owes; else it leads to what the call is about."""
        call = self.detail.call
        if READ_BACK in call.waits:
            self._read_back()
        elif CALL_BACK in call.waits:
            self._called_back()
        else:
            self._open_about()

    def _read_back(self) -> None:
        call = self._call
        if call is not None and READ_BACK in call.waits:
            self._send(acts.ReadBackCall(call=call.id), self.tr("Read back"))

    def _leave_unread(self) -> None:
        call = self._call
        if call is None or READ_BACK not in call.waits:
            return
        fields = [Field("words", self.tr("Why it was not read back"), required=True, wide=True)]
        self.acting.open(
            f"call.unread.{call.id}", self.tr("Not read back"), call.number, fields, self.tr("Enter"), self._make_unread
        )

    def _make_unread(self, values: Mapping[str, Any]) -> Command:
        return acts.LeaveUnread(call=self.detail.call.id, words=values["words"])

    def _ask_back(self) -> None:
        call = self._call
        if call is None:
            return
        fields = [Field("back_by", self.tr("Promised by"), "clock", hint="22:30")]
        self.acting.open("", self.tr("Is to be called back"), call.number, fields, self.tr("Enter"), self._make_ask)

    def _make_ask(self, values: Mapping[str, Any]) -> Command:
        return acts.AskCallBack(call=self.detail.call.id, back_by=values["back_by"])

    def _called_back(self) -> None:
        call = self._call
        if call is None:
            return
        results = [(code, call_word(OUTCOMES, code)) for code in ("reached", "no_answer", "busy")]
        fields = [
            Field("said", self.tr("What was said"), "lines", wide=True),
            Field("result", self.tr("What came of it"), "choice", "reached", results),
            Field("read_back", " ", "check", hint=self.tr("read back, and agreed to")),
        ]
        self.acting.open(
            f"call.back.{call.id}",
            self.tr("Called back"),
            call.number,
            fields,
            self.tr("Write down"),
            self._make_back,
            said=self.tr("Written down"),
        )

    def _make_back(self, values: Mapping[str, Any]) -> Command:
        call = self.detail.call.id
        return acts.CalledBack(call=call, said=values["said"], result=values["result"], read_back=values["read_back"])

    def _case(self) -> None:
        """C: make a case of it, or open the one that was made."""
        call = self.detail.call
        if call.case:
            self.services.go.emit(Go("cases", {"case": call.case}))
        elif self._call is not None:
            self.services.go.emit(Go("cases", {"register": True, "call": call.id}))

    def _link(self) -> None:
        call = self._call
        if call is None:
            return
        running = [("", self.tr("no incident"))]
        running += [
            (found.state.id, f"{found.state.number} {found.state.title}")
            for found in self.desk.read.incidents.running()
            if found.state.mode == "real"
        ]
        fields = [
            Field("whistle", self.tr("Incident that runs"), "choice", call.whistle, running),
            Field("case", self.tr("Number of the case"), hint="2026-0716-A0001"),
        ]
        self.acting.open(
            "", self.tr("Link to a case or whistle"), call.number, fields, self.tr("Link"), self._make_link
        )

    def _make_link(self, values: Mapping[str, Any]) -> Command:
        number = str(values["case"]).strip()
        case = ""
        if number:
            case = self.desk.read.cases.by_number(number)
            if not case:
                raise ValueError("case")
        return acts.LinkCall(call=self.detail.call.id, case=case, whistle=values["whistle"])

    def _correct(self) -> None:
        """E: who sees name and number in the form is on record, as with the button."""
        call = self._call
        if call is None:
            return
        if self.detail.masked and (call.who or call.phone):
            self.desk.submit(acts.RevealCall(call=call.id, words=self.tr("to correct what was taken down")))
        self.hand.open(call)

    def _strike(self) -> None:
        call = self.detail.call
        if call.struck_at is not None:
            self._send(acts.RestoreCall(call=call.id), self.tr("Taken back"))
        elif call.known:
            fields = [Field("words", self.tr("Why it is crossed out"), required=True, wide=True)]
            title = self.tr("Cross the call out")
            self.acting.open("", title, call.number, fields, self.tr("Cross out"), self._make_strike, danger=True)

    def _make_strike(self, values: Mapping[str, Any]) -> Command:
        return acts.StrikeCall(call=self.detail.call.id, words=values["words"])

    def _phone(self) -> None:
        call = self.detail.call
        if call.phone:
            name = call.who or call.number
            self.services.phone.emit(Phone(name, call.number, call.phone))

    def _reveal(self) -> None:
        call = self.detail.call
        if not call.known or not self.detail.masked:
            return
        self._opening = call.id
        fields = [Field("words", self.tr("Why the names are needed"), required=True, wide=True)]
        title = self.tr("Show name, number and words")
        caption = self.tr("for {n} minutes; who, when and why is logged").format(n=f"{self._unmask_ms() / MINUTE:g}")
        sheet = self.acting.open("", title, caption, fields, self.tr("Show"), self._make_reveal)
        sheet.setObjectName("reveal")

    def _unmask_ms(self) -> int:
        limit = self.desk.reference.limit(UNMASK)
        return limit.milliseconds if limit is not None else 15 * MINUTE

    def _make_reveal(self, values: Mapping[str, Any]) -> Command:
        self.acting.done.connect(self._on_revealed, Qt.ConnectionType.SingleShotConnection)
        return acts.RevealCall(call=self._opening, words=values["words"])

    def _on_revealed(self, _done: object) -> None:
        if self.detail.call.id == self._opening:
            self.detail.show_names(self.now() + self._unmask_ms())

    def _open_about(self) -> None:
        line = self.detail.line
        if line is None:
            return
        if line.whistle:
            self.services.go.emit(Go("post", {"whistle": line.whistle}))
        elif line.case:
            self.services.go.emit(Go("cases", {"case": line.case}))
        elif line.warning:
            self.services.go.emit(Go("warnings", {"warning": line.warning}))
        elif line.sheet and line.person:
            self.services.go.emit(Go("roster", {"person": line.person}))
        elif line.sheet and line.unit:
            self.services.go.emit(Go("settings", {"section": "units", "unit": line.unit}))

    # -- paper -------------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        call = self.detail.call
        if call.known:
            print_form(self.context, self, ("call_record", f"call/{call.id}"))

    def _print_list(self) -> None:
        """Shift+P: the calls of the span as a register."""
        options = {"start": self.bar.start, "end": self.bar.end}
        print_form(self.context, self, ("call_register", OFFICE), options=options)

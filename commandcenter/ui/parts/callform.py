"""F3: taking a telephone call down (来电记录单), anywhere in the window, while somebody speaks.

The first field is who it is: a name, initials or the number itself. A number that is known says whose it is, and what was
called about before. What is typed is kept as a draft until it is on the disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done
from commandcenter.desk.known_callers import Known, known_callers
from commandcenter.domain.call import Call
from commandcenter.domain.call_acts import AmendCall, LinkCall, RecordCall
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.number import digits
from commandcenter.ui import when
from commandcenter.ui.call_words import OUTCOMES, call_word
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

CALL_DRAFT = "call.new"
ENOUGH = 7
"""So many digits of a number are asked about."""
LOW = 640
"""In a window lower than this one line is kept for whose number it is, so that every field is in sight."""
NONE, CASE, WHISTLE, ON_THE_WAY = "", "case", "whistle", "on_the_way"


class CallSheet(FormSheet):
    """The form. ``key`` is the id the call gets, so that what follows can name it."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, standing: Call | None = None) -> None:
        self._desk = desk
        self._standing = standing
        self.key = standing.id if standing is not None else desk.new_id()
        self._callers = known_callers(desk.reference.directory, desk.reference.units)
        self._filled_in = ""
        title = (
            translate("CallForm", "Take a call down") if standing is None else translate("CallForm", "Correct a call")
        )
        send = translate("CallForm", "Write down") if standing is None else translate("CallForm", "Correct")
        super().__init__(look, host, title, self._fields(), send=send, width=760, now=desk.clock.now)
        self.known = Label(look, "", "caption", "2")
        self.known.setWordWrap(True)
        low = host.height() < look.px(LOW)
        self.known.setMinimumHeight(look.px(18 if low else 36))
        self.body.insertWidget(0, self.known)
        if standing is None:
            self.keep_draft(CALL_DRAFT, desk.save_draft, desk.drafts().get(CALL_DRAFT, ""))
        self.form.changed.connect(self._look_up)
        self.form.changed.connect(self._show_way)
        self._look_up()
        self._show_way()

    def _fields(self) -> list[Field]:
        told = self._standing or Call()
        ways = [("in", translate("Calls", "came in")), ("out", translate("Calls", "went out"))]
        results = [(code, call_word(OUTCOMES, code)) for code in ("reached", "no_answer", "busy")]
        who = self._who_words(told)
        at = told.at if self._standing is not None else None
        fields = [
            Field(
                "who",
                translate("CallForm", "Who"),
                kind="find",
                find=self._find,
                value=who or None,
                hint=translate("CallForm", "name, initials, unit or number; empty: not known"),
            ),
            Field("phone", translate("CallForm", "Number"), value=told.phone or None),
            Field(
                "said",
                translate("CallForm", "What was said"),
                kind="lines",
                wide=True,
                height=96,
                value=told.said or None,
                hint=translate("CallForm", "Enter goes on; Shift+Enter begins a new line"),
                goes_on=True,
                marked=True,
            ),
            Field("answer", translate("CallForm", "What was told in answer"), wide=True, value=told.answer or None),
            Field("direction", translate("CallForm", "Direction"), kind="choice", choices=ways, value=told.direction),
            Field(
                "result",
                translate("CallForm", "Where it went out: what came of it"),
                kind="choice",
                choices=results,
                value=told.result,
            ),
            Field("at", translate("CallForm", "When, if not now"), kind="clock", value=at),
        ]
        if self._standing is not None:
            return [*fields, Field("reason", translate("CallForm", "Why it is corrected"))]
        running = [
            (row.state.id, f"{row.state.number} {row.state.title}")
            for row in self._desk.read.incidents.running()
            if row.state.mode == "real" and row.state.burning
        ]
        about = [("", translate("CallForm", "no incident")), *running]
        then = [
            (NONE, translate("CallForm", "write down only")),
            (CASE, translate("CallForm", "make a case of it")),
            (WHISTLE, translate("CallForm", "blow a whistle")),
        ]
        fields.append(
            Field(
                "back_by", translate("CallForm", "Call back by"), kind="clock", hint=translate("CallForm", "e.g. 22:30")
            )
        )
        fields += [
            Field("read_back", " ", kind="check", hint=translate("CallForm", "read back, and agreed to")),
            Field("call_back", " ", kind="check", hint=translate("CallForm", "is to be called back")),
            Field("then", translate("CallForm", "What comes next"), kind="choice", choices=then, value=NONE),
        ]
        if running:
            fields.append(Field("about", translate("CallForm", "About"), kind="choice", choices=about, value=""))
        return fields

    def _who_words(self, call: Call) -> str:
        if call.who:
            return call.who
        if call.person:
            person = self._desk.reference.directory.people.get(call.person)
            return person.name if person is not None else ""
        return self._desk.reference.unit_name(call.unit) if call.unit else ""

    def _show_way(self) -> None:
        """What came of it is asked of a call that went out; nothing has to be said where nobody was reached."""
        out = self.form.text("direction") == "out"
        self.form.widgets["result"].setEnabled(out)
        self.form.labels["result"].setEnabled(out)
        spoken = not out or self.form.text("result") == "reached"
        self.form.labels["said"].setText(translate("CallForm", "What was said") + (" *" if spoken else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the words goes on to the next field."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = self.focusWidget() is self.form.widgets["said"]
        if words and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @property
    def new(self) -> bool:
        """Whether a call is taken down, not corrected."""
        return self._standing is None

    # -- who it is -----------------------------------------------------------------------------------------------------

    def _find(self, words: str) -> Sequence[Match]:
        return [Match(one.key, one.name, one.more) for one in self._callers.found(words)]

    @property
    def _finder(self) -> Finder:
        widget = self.form.widgets["who"]
        assert isinstance(widget, Finder)
        return widget

    def _look_up(self) -> None:
        """Whose number it is, and what was called about before."""
        chosen = self._callers.by_key(self._finder.key)
        if chosen is not None and chosen.phone and not self.form.text("phone"):
            self.form.set_text("phone", chosen.phone)
        phone = self.form.text("phone")
        asked = digits(phone)
        if len(asked) < ENOUGH:
            self._filled_in = ""
            self.known.setText(
                translate("CallForm", "Whose number it is, and what was called about before, stands here.")
            )
            return
        if asked == self._filled_in:
            return
        self._filled_in = asked
        owner = self._callers.of_number(asked)
        if owner is not None and not self.form.text("who"):
            self._finder.choose(Match(owner.key, owner.name, owner.more))
        self.known.setText(self._history(phone, owner))

    def _history(self, phone: str, owner: Known | None) -> str:
        now = self._desk.clock.now()
        parts = []
        if owner is not None:
            parts.append(" · ".join(part for part in (owner.name, owner.more) if part))
        before = [line for line in self._desk.read.calls.of_number(phone, 4) if line.id != self.key][:3]
        told = "；".join(f"{when.moment(line.at, now)} {line.said[:24]}" for line in before)
        if told:
            parts.append(translate("CallForm", "called before: {told}").format(told=told))
        cases = self._desk.read.intake.by_phone(phone)[:3]
        numbers = "；".join(f"{case.number} {case.title[:16]}" for case in cases)
        if numbers:
            parts.append(translate("CallForm", "cases: {numbers}").format(numbers=numbers))
        return "\n".join(parts) or translate("CallForm", "This number has not called before.")

    # -- what is made of it --------------------------------------------------------------------------------------------

    def command(self, values: dict[str, Any]) -> Command:
        """The command for what was entered."""
        kind, _, key = self._finder.key.partition("/")
        unit, person = (key if kind == family else "" for family in ("unit", "person"))
        # somebody of the roster is known by the id; what was heard instead stays as words
        who = "" if key else values["who"]
        result = values["result"] if values["direction"] == "out" else "reached"
        if self._standing is not None:
            fields = {"direction": values["direction"], "unit": unit, "person": person, "result": result}
            words = {"who": who, "phone": values["phone"], "said": values["said"], "answer": values["answer"]}
            at = values["at"] if values["at"] != self._minute(self._standing.at) else None
            return AmendCall(call=self.key, fields=fields, private=words, at=at, reason=values["reason"])
        taken = RecordCall(
            call=self.key,
            direction=values["direction"],
            unit=unit,
            person=person,
            who=who,
            phone=values["phone"],
            said=values["said"],
            answer=values["answer"],
            result=result,
            read_back=values["read_back"],
            call_back=values["call_back"] or values["back_by"] is not None,
            back_by=values["back_by"],
            happened_at=values["at"],
            channel="phone",
        )
        about = str(values.get("about") or "")
        if about:
            return Batch(commands=(taken, LinkCall(call=self.key, whistle=about)), channel="phone")
        return taken

    @staticmethod
    def _minute(at: int) -> int:
        """An instant as the field shows it: to the minute."""
        return at // 60_000 * 60_000


class CallHand(QObject):
    """Opens the form over a window and sends what it gives; then leads on to a case or a whistle when that was wished."""

    taken = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.sheet: CallSheet | None = None
        self._then = NONE
        self._leading = False

    def open(self, standing: Call | None = None) -> CallSheet:
        """Open the form: empty, or with a call that is to be corrected. An open one stays as it is."""
        if self.sheet is not None and standing is None:
            return self.sheet
        sheet = CallSheet(self._context.look, self._context.desk, self._host, standing)
        sheet.submitted.connect(self._on_submitted)
        sheet.closed.connect(self._on_closed)
        self.sheet = sheet
        sheet.open_sheet()
        return sheet

    def on_the_way(self) -> dict[str, str]:
        """F9 with the form open: what was told goes into the console, the call is written down meanwhile. Empty without one."""
        sheet = self.sheet
        if sheet is None or not sheet.form.text("said"):
            return {}
        told = {"call": sheet.key, "said": sheet.form.text("said")}
        self._leading = True
        sheet.send()
        return told

    def _on_submitted(self, values: dict[str, Any]) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self._then = ON_THE_WAY if self._leading else str(values.get("then") or NONE)
        self._leading = False
        self._new = sheet.new
        self._key = sheet.key
        Sending(self._context, sheet.command(values), sheet=sheet).done.connect(self._on_done)

    def _on_done(self, done: Done) -> None:
        number = str(done.report.get("number", ""))
        services = self._context.services
        if self._new:  # F9 may have left the form behind, and what was typed with it as a draft
            self._context.desk.save_draft(CALL_DRAFT, "")
        if self._then == CASE:
            services.go.emit(Go("cases", {"register": True, "call": self._key}))
        elif self._then == WHISTLE:
            services.go.emit(Go("whistle", {"real": True, "call": self._key}))
        elif number:
            words = translate("CallForm", "Written down: {number}").format(number=number)
            services.toast.emit(Toast(words, kind="done"))
        self.taken.emit(self._key)

    def _on_closed(self) -> None:
        self.sheet = None

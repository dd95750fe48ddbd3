"""The call list: who has to be called because of these cases, with what number, and whether they were reached.

Receivers who have not signed or are late are pressed, citizens are contacted or called back: each tick is an entry on its case.
The numbers of citizens are masked until somebody opens them with a reason, which is on record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.bulk import Carried
from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import RevealCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_dispatch_acts import PressCase
from commandcenter.domain.case_ending_acts import CallBack
from commandcenter.domain.case_handling_acts import ContactCitizen
from commandcenter.domain.command import Command
from commandcenter.domain.masking import mask_known, mask_name, mask_phone
from commandcenter.domain.office import OFFICE
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.steps import StepSheets
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Phone, Toast
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

MOST = 300
"""Cases looked through for one list."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``what``: sign (a receiver has not signed), late (a limit is over), contact, call_back (a citizen).

    ``result``: empty, yes, no. ``citizen`` marks personal data in ``who`` and ``number``.
    """

    key: str
    case: str
    case_number: str
    title: str
    what: str
    unit: str
    who: str
    number: str
    citizen: bool = False
    result: str = ""


def calls_for(cases: Sequence[Case], now: int, reference: Reference) -> list[Call]:
    """Who has to be called because of these cases, in their order; who is called for several of them stands once, case by case."""
    found = [call for case in cases for call in _of_case(case, now, reference)]
    first: dict[tuple[str, str], int] = {}
    for place, call in enumerate(found):
        first.setdefault((call.who, call.number), place)
    return sorted(found, key=lambda call: first[call.who, call.number])


def _of_case(case: Case, now: int, reference: Reference) -> list[Call]:
    if not case.open or case.stage == "suspended":
        return []

    def call(what: str, unit: str, who: str, number: str, *, citizen: bool = False) -> Call:
        key, words = f"{case.id}/{what}/{unit}", mask_known(case.title, case.reporter)
        return Call(key, case.id, short_number(case.number), words, what, unit, who, number, citizen)

    found = []
    unsigned = [line for line in case.assignees if line.signed_at is None and line.disputed_at is None]
    for line in unsigned if case.stage in ("dispatched", "owned", "contacted", "handling") else ():
        found.append(call("sign", line.unit, *_unit(line.unit, reference)))
    late = any(line.name == "resolve" and line.met_at is None and line.due_at <= now for line in deadlines(case))
    lead = case.lead
    if late and lead is not None and lead.signed_at is not None:
        found.append(call("late", lead.unit, *_unit(lead.unit, reference)))
    if not case.anonymous and not case.erased and case.phone:
        if case.stage == "owned":
            found.append(call("contact", "", case.reporter, case.phone, citizen=True))
        elif case.stage in ("verified", "call_back") and case.solved is None:
            found.append(call("call_back", "", case.reporter, case.phone, citizen=True))
    return found


def _unit(key: str, reference: Reference) -> tuple[str, str]:
    unit = reference.units.get(key)
    if unit is None:
        return key, ""
    contact = unit.contacts[0] if unit.contacts else None
    name = f"{unit.name} {contact.name}".strip() if contact is not None else unit.name
    return name, unit.duty_phone or (contact.phone if contact is not None else "")


def what_words(what: str) -> str:
    """Why somebody is called."""
    return {
        "sign": translate("CallList", "not signed for"),
        "late": translate("CallList", "overdue, press"),
        "contact": translate("CallList", "contact the citizen"),
        "call_back": translate("CallList", "call back"),
    }[what]


def command_of(call: Call, *, reached: bool) -> Command | None:
    """The entry of a call. None where a form has to be filled: a citizen who answers is asked whether it is solved."""
    if call.what in ("sign", "late"):
        words = translate("CallList", "by phone to {who}: {how}").format(
            who=call.who, how=translate("CallList", "reached") if reached else translate("CallList", "no answer")
        )
        return PressCase(case=call.case, words=words, channel="phone")
    if call.what == "contact":
        return ContactCitizen(case=call.case, reached=reached, channel="phone")
    return None if reached else CallBack(case=call.case, channel="phone")


class _Painter(RowPainter):
    opened = False

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Call) -> None:
        look = self.look
        if column == "mark":
            icon, tone = {"yes": ("phone-call", "ok"), "no": ("phone-missed", "amb")}.get(row.result, ("phone", "tx3"))
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
        elif column == "who":
            paint.elided(p, look, rect, shown_name(row, opened=self.opened), "name", "tx1")
        elif column == "number":
            paint.elided(p, look, rect, shown_number(row, opened=self.opened), "body", "tx1")
        elif column == "what":
            paint.elided(p, look, rect, what_words(row.what), "body", "tx2")
        else:
            paint.elided(p, look, rect, f"{row.case_number}  {row.title}", "body", "tx2")


def shown_name(call: Call, *, opened: bool) -> str:
    """Who is called; a citizen stays masked until the numbers were opened."""
    return mask_name(call.who) if call.citizen and not opened else call.who


def shown_number(call: Call, *, opened: bool) -> str:
    """The number; unknown is said."""
    if not call.number:
        return translate("CallList", "no number known")
    return mask_phone(call.number) if call.citizen and not opened else call.number


class _Rows(RowView):
    answered = Signal(bool)
    phoned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().lower()
        if text in ("y", "n"):
            self.answered.emit(text == "y")
        elif text == "p":
            self.phoned.emit()
        else:
            super().keyPressEvent(event)


class CallSheet(Sheet):
    """Y reached, N no answer, P shows the number large, S opens the numbers of citizens, Ctrl+P prints."""

    def __init__(self, context: Context, host: QWidget, calls: Sequence[Call], left_out: int) -> None:
        super().__init__(context.look, host, "", width=1080)
        self.title.setText(self.tr("Call list"))
        self._context, self._left_out = context, left_out
        self._busy = False
        self._sent_form: FormSheet | None = None
        self._steps = StepSheets(context.look, context.desk, host)
        look = context.look
        columns = [Column("mark", "", 20), Column("who", "", 170, 2), Column("what", "", 110, 1),
                   Column("number", "", 120, 1), Column("case", "", 280, 4)]  # fmt: skip
        self.lines = KeyedRows(_key, _spoken, self)
        self.painter = _Painter(look, Columns(look, columns), self, height=35)
        self.view = _Rows(look, self.lines, self.painter, self.tr("Calls"))
        self.view.setMinimumHeight(look.px(35 * 8))
        self.told = Label(look, "", "caption", "2")
        self.body.addLayout(row(self.told, None))
        self.body.addWidget(self.view, 1)
        self.open_button = Button(look, self.tr("Show the numbers"), key="S", icon="eye")
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer")
        self.no_button = Button(look, self.tr("No answer"), key="N", icon="phone-missed")
        self.yes_button = Button(look, self.tr("Reached"), key="Y", icon="phone-call", kind="primary")
        for button, act in (
            (self.open_button, self.ask_reason),
            (self.print_button, self.print_list),
            (self.no_button, self._no),
            (self.yes_button, self._yes),
        ):
            button.clicked.connect(act)
            self.add_button(button)
        self.view.answered.connect(self._answer)
        self.view.phoned.connect(self._phone)
        self.closed.connect(self.deleteLater)
        self.lines.show(calls)
        self._show_told()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.view)
        self.view.go(0)

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1080), self.look.px(min(780, 200 + 35 * max(8, len(self.lines.rows))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, ctrl = event.text().lower(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if text == "s" and self.open_button.isVisible():
            self.ask_reason()
        elif ctrl and event.key() == Qt.Key.Key_P:
            self.print_list()
        else:
            super().keyPressEvent(event)

    def _show_told(self) -> None:
        calls: Sequence[Call] = self.lines.rows
        done = sum(bool(call.result) for call in calls)
        self.caption.setText(self.tr("{n} calls, done {done}").format(n=len(calls), done=done))
        parts = [] if calls else [self.tr("Nobody has to be called because of these cases.")]
        if self._left_out:
            parts.append(self.tr("Only the first {most} cases were looked through; left out: {n}").format(
                most=MOST, n=f"{self._left_out:,}"))  # fmt: skip
        self.told.setText(" · ".join(parts))
        self.told.setVisible(bool(parts))
        self.open_button.setVisible(not self.painter.opened and any(call.citizen for call in calls))

    # -- answers ---------------------------------------------------------------------------------------------------

    def _yes(self) -> None:
        self._answer(True)

    def _no(self) -> None:
        self._answer(False)

    def _current(self) -> Call | None:
        found = self.lines.row(self.view.place)
        return found if isinstance(found, Call) else None

    def _answer(self, reached: bool) -> None:
        call = self._current()
        if call is None or call.result or self._busy:
            return
        command = command_of(call, reached=reached)
        if command is not None:
            self._send(call, command, reached=reached, form=None)
            return
        built = self._steps.build("call_back", self._context.desk.read.cases.case(call.case)[0])
        if built is not None:
            sheet, self._make = built
            self._form, self._asked = sheet, call
            sheet.submitted.connect(self._on_form)
            sheet.open_sheet()

    def _on_form(self, values: dict[str, Any]) -> None:
        self._send(self._asked, self._make(values), reached=True, form=self._form)

    def _send(self, call: Call, command: Command, *, reached: bool, form: FormSheet | None) -> None:
        self._sent, self._sent_form = replace(call, result="yes" if reached else "no"), form
        self._busy = True
        self._context.desk.carry_out([command]).finished.connect(self._on_sent)

    def _on_sent(self, carried: Sequence[Carried]) -> None:
        self._busy = False
        outcome, form, sent = carried[0].outcome, self._sent_form, self._sent
        if isinstance(outcome, RefusedBy):
            (form or self).say(refusal(outcome.code, outcome.facts, self._context.desk.reference.unit_name))
            return
        if not isinstance(outcome, Done):  # the shell says what could not be saved, and keeps it
            return
        if form is not None:
            form.finish()
        self.say("")
        self.lines.show([sent if call.key == sent.key else call for call in self.lines.rows])
        self._show_told()
        self.view.go(next((at for at, call in enumerate(self.lines.rows) if not call.result), self.view.place))
        self.view.setFocus()

    def _phone(self) -> None:
        call = self._current()
        if call is not None and call.number and (self.painter.opened or not call.citizen):
            self._context.services.phone.emit(Phone(call.who, what_words(call.what), call.number))

    # -- numbers of citizens ---------------------------------------------------------------------------------------

    def ask_reason(self) -> None:
        """S: the numbers of citizens are shown for a reason, and that is an entry on each of the cases."""
        field = Field("reason", self.tr("Why the numbers are needed"), required=True, wide=True)
        look, now = self._context.look, self._context.desk.clock.now
        self._reason = FormSheet(look, self.host, self.tr("Show numbers of citizens"), [field], send=self.tr("Show"),
                                 width=520, now=now)  # fmt: skip
        self._reason.say_below(self.tr("Who looked, when and why is entered on each case."))
        self._reason.submitted.connect(self._on_reason)
        self._reason.open_sheet()

    def _on_reason(self, values: Mapping[str, Any]) -> None:
        cases = dict.fromkeys(call.case for call in self.lines.rows if call.citizen)
        commands = [RevealCase(case=case, words=str(values["reason"])) for case in cases]
        run = self._context.desk.carry_out(commands)
        run.finished.connect(self._on_revealed)

    def _on_revealed(self, carried: Sequence[Carried]) -> None:
        wrong = next((one.outcome for one in carried if not isinstance(one.outcome, Done)), None)
        if wrong is not None:
            names = self._context.desk.reference.unit_name
            self._reason.say(refusal(wrong.code, wrong.facts, names) if isinstance(wrong, RefusedBy) else wrong.code)
            return
        self._reason.finish()
        self.painter.opened = True
        self._show_told()
        self.view.viewport().update()
        self.view.setFocus()

    # -- paper -----------------------------------------------------------------------------------------------------

    def print_list(self) -> None:
        """Ctrl+P: the list on paper, as masked as it is here."""
        opened = self.painter.opened
        done = {"yes": self.tr("reached"), "no": self.tr("no answer"), "": ""}
        rows = [
            (
                shown_name(call, opened=opened),
                what_words(call.what),
                shown_number(call, opened=opened),
                call.case_number,
                call.title,
                done[call.result],
            )
            for call in self.lines.rows
        ]
        print_form(self._context, self.host, ("case_call_list", OFFICE), options={"rows": rows})


def _key(call: Call) -> str:
    return call.key


def _spoken(call: Call) -> str:
    return f"{shown_name(call, opened=False)} {what_words(call.what)} {call.case_number}"


class _Opening(QObject):
    """Reads the cases beside the window's thread, then opens the sheet."""

    def __init__(self, context: Context, host: QWidget, query: CaseQuery) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        now = context.desk.clock.now()

        def work(read: Read) -> tuple[list[Case], int]:
            found = read.cases.ids(query, now, MOST)
            return [read.cases.case(case)[0] for case in found], read.cases.count(query, now)

        context.desk.ask(work).done.connect(self._on_read)

    def _on_read(self, told: tuple[list[Case], int]) -> None:
        cases, total = told
        desk = self._context.desk
        calls = calls_for(cases, desk.clock.now(), desk.reference)
        left_out = total - len(cases)
        if not calls and not left_out:
            words = translate("CallList", "Nobody has to be called because of these cases.")
            self._context.services.toast.emit(Toast(words))
        else:
            CallSheet(self._context, self._host, calls, left_out).open_sheet()
        self.deleteLater()


def open_calls(context: Context, host: QWidget, query: CaseQuery) -> None:
    """Shift+P: the call list of the cases of a query."""
    _Opening(context, host, query)

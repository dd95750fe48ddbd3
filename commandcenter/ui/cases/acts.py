"""What can be done with the chosen case: taking in, steps by their forms, dispatch, pressing, correcting, phoning, whistles."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMenu

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.domain.case import SERVICES, Case
from commandcenter.domain.case_acts import RevealCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, HandOverCase, PressCase
from commandcenter.domain.command import Command
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui.case_words import SERVICES as SERVICE_WORDS
from commandcenter.ui.case_words import case_word
from commandcenter.ui.cases.amend import AmendSheet
from commandcenter.ui.cases.bank import CaseBank
from commandcenter.ui.cases.belongings import Belongings
from commandcenter.ui.cases.detail import CaseDetail
from commandcenter.ui.cases.duties import Duties
from commandcenter.ui.cases.steps import StepSheets, barred_steps, further_steps, next_step
from commandcenter.ui.cases.taking_in import TakingIn
from commandcenter.ui.cases.unmask import Unmask
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowView
from commandcenter.ui.parts.screen import Context, Go, Phone, Screen, Toast
from commandcenter.ui.roster_words import called_as
from commandcenter.ui.wording import refusal


def _key(place: int) -> str:
    """The digit that takes a line of a menu; the first nine have one."""
    return f"&{place + 1}  " if place < 9 else "     "


class CaseActs(Screen):
    """A screen with a chosen case. Subclasses build ``detail`` and ``view``, say which case is chosen, and show one by id."""

    detail: CaseDetail
    view: RowView

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._sheets = StepSheets(self.look, self.desk, self)
        self._said = ""
        self._closing = ""
        self._taking_in = TakingIn(context, self)
        self._taking_in.registered.connect(self._registered)
        self._unmask = Unmask(context, self)

    def _add_belongings(self) -> None:
        """Attached files and other cases of the same matter, above the story of the detail."""
        self._unmask.shown.connect(self.detail.show_person)
        self.detail.remasked.connect(self._show_detail)
        self.belongings = Belongings(self.context, self)
        self.detail.add_above_story(self.belongings)
        self.detail.shown.connect(self.belongings.show_case)
        self.duties = Duties(self.context, self)
        self.duties.picked.connect(self.detail.let_lead)
        self.duties.wanted.connect(self._go_to)
        self.detail.add_above_story(self.duties)
        self.detail.shown.connect(self._show_duties)
        self.bank = CaseBank(self.context, self)
        self.bank.wanted.connect(self.services.go)
        self.bank.joined.connect(self._join_problem)
        self.detail.add_above_story(self.bank)

    def _show_duties(self, case: Case) -> None:
        """Who must act and the steps, with what the roster found for the words of the place."""
        who = self.detail.answering
        community = who.community.id if who is not None and who.community is not None else ""
        self.duties.show_case(case, community, who.place.id if who is not None else "")
        self.bank.show_case(case, who.place.id if who is not None else "")

    def _join_problem(self, command: Command) -> None:
        """The case belongs to a problem that lies at its place."""
        self._send(command, None, self.tr("It belongs to the problem"))

    def _go_to(self, case: str) -> None:
        """Show another case: one that a count rests on."""
        self.services.go.emit(Go("cases", {"case": case}))

    def _chosen(self) -> CaseRow | None:
        """The case the keyboard is on."""
        raise NotImplementedError

    def _show_detail(self) -> None:
        raise NotImplementedError

    def _show_drawer(self) -> None:
        """Show the chosen case where the window is too narrow to show it beside the list."""
        raise NotImplementedError

    def _registered(self, case: str) -> None:
        """A case was taken in: show it."""
        raise NotImplementedError

    def whistle_context(self) -> dict[str, str]:
        """F9 takes what is being registered along, else the chosen case while it is open."""
        typed = self._taking_in.on_the_way()
        if typed is not None:
            return typed
        chosen = self._chosen()
        return {"case": chosen.id} if chosen is not None and chosen.open else {}

    def open_register(self) -> None:
        """F2."""
        self._taking_in.open()

    def register_at(self, place: str) -> None:
        """F2 on the map: the form stands with the place (its id)."""
        self._taking_in.open(place=place)

    def register_call(self, call: str) -> None:
        """A case is made of a telephone call: the form stands with what was told."""
        self._taking_in.open(call)

    def _send(self, command: Command, sheet: FormSheet | None, said: str) -> None:
        ticket = self.desk.submit(command)
        self._said = said
        ticket.done.connect(self._on_done)
        if sheet is not None:
            self._sheet_open = sheet
            ticket.done.connect(sheet.finish)
            ticket.refused.connect(self._on_sheet_refused)
            ticket.failed.connect(self._on_sheet_failed)
        else:
            ticket.refused.connect(self.say_refused)

    def _on_done(self, done: Done) -> None:
        number = done.report.get("number")
        self.services.toast.emit(Toast(f"{self._said} {number}" if number else self._said, kind="done"))
        case = done.report.get("case")
        if isinstance(case, str):
            self._registered(case)

    def _on_sheet_refused(self, refused: RefusedBy) -> None:
        self._sheet_open.say(refusal(refused.code, refused.facts, self.desk.reference.unit_name))

    def _on_sheet_failed(self, _failed: NotSaved) -> None:
        self._sheet_open.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    def _step(self, step: str) -> None:
        chosen = self._chosen()
        if chosen is None or self.detail.case is None:
            return
        if step == "dispatch":
            self._focus_dispatch()
            return
        self._closing = self.detail.case.number if step == "close" else ""
        built = self._sheets.build(step, self.detail.case)
        if built is not None:
            sheet, self._make = built
            self._step_sheet = sheet
            sheet.submitted.connect(self._on_step)
            sheet.open_sheet()

    def _on_step(self, values: dict[str, Any]) -> None:
        said = self.tr("Recorded")
        if self._closing:
            said = self.tr("{number} is closed; it lies in “Closed”").format(number=short_number(self._closing))
        self._send(self._make(values), self._step_sheet, said)

    def _next(self) -> None:
        if self.detail.case is not None:
            self._step(next_step(self.detail.case))

    def _note(self) -> None:
        self._step("note")

    def _amend(self) -> None:
        """E: correct what was taken down. Who sees a name or number in the form is on record, as with the button."""
        case = self.detail.case
        if self._chosen() is None or case is None:
            return
        if case.stage == "archived":
            self.services.refused.emit(RefusedBy("case_archived"))
            return
        sheet = AmendSheet(self.look, self.desk, self, case)
        if sheet.shows_person and self.detail.masked:
            self.desk.submit(RevealCase(case=case.id, words=self.tr("to correct what was taken down")))
        self._amend_sheet = sheet
        sheet.submitted.connect(self._on_amended)
        sheet.open_sheet()

    def _on_amended(self, values: dict[str, Any]) -> None:
        self._send(self._amend_sheet.command(values), self._amend_sheet, self.tr("Corrected"))

    def _call_back(self) -> None:
        self._step("call_back")

    def _press(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._send(PressCase(case=chosen.id), None, self.tr("Pressed for action; it is on record"))

    def _more(self) -> None:
        if self.detail.case is None:
            return
        menu = menu_in(self)
        for place, (step, words) in enumerate(further_steps(self.detail.case)):
            menu.addAction(f"{_key(place)}{words}").setData(step)
        for words in barred_steps(self.detail.case):
            menu.addAction(f"     {words}").setEnabled(False)
        if menu.isEmpty():
            return
        menu.setActiveAction(menu.actions()[0])
        menu.triggered.connect(self._on_more)
        self._pop_up(menu)

    def _pop_up(self, menu: QMenu) -> None:
        button = self.detail.more_button
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _hand_over(self) -> None:
        """Y: an emergency goes to 110, 119, 120 or 122 with one more key; the case stays and is tracked."""
        case = self.detail.case
        if self._chosen() is None or case is None or not case.open:
            return
        menu = menu_in(self)
        for place, service in enumerate(SERVICES):
            menu.addAction(f"{_key(place)}{case_word(SERVICE_WORDS, service)}").setData(service)
        menu.setActiveAction(menu.actions()[0])
        menu.triggered.connect(self._on_hand_over)
        self._pop_up(menu)

    def _on_hand_over(self, action: Any) -> None:
        chosen = self._chosen()
        if chosen is not None:
            service = str(action.data())
            said = self.tr("Handed to {service}; the case stays for tracking")
            said = said.format(service=case_word(SERVICE_WORDS, service))
            self._send(HandOverCase(case=chosen.id, service=service, channel="phone"), None, said)

    def _print_notice(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            print_form(self.context, self, ("public_notice", f"case/{chosen.id}"))

    def _go_whistle(self) -> None:
        """S: to the whistle of this case; several are offered."""
        found = self.detail.whistles
        if not found:
            self.services.toast.emit(
                Toast(self.tr("No whistle was blown for this case; F9 or H blows one"), kind="plain")
            )
        elif len(found) == 1:
            self.services.go.emit(found[0].go)
        else:
            menu = menu_in(self)
            for place, one in enumerate(found):
                menu.addAction(f"{_key(place)}{one.words}").setData(place)
            menu.setActiveAction(menu.actions()[0])
            menu.triggered.connect(self._on_whistle)
            self._pop_up(menu)

    def _on_whistle(self, action: Any) -> None:
        self.services.go.emit(self.detail.whistles[int(action.data())].go)

    def _slow_whistle(self) -> None:
        """H: what cannot be solved here becomes a muster or a joint whistle; the case stands in its draft."""
        if not self.whistle_context():
            return
        menu = menu_in(self)
        menu.addAction(self.tr("Muster whistle: those who may act come here")).setData("muster")
        menu.addAction(self.tr("Joint whistle: several departments share the work")).setData("joint")
        menu.setActiveAction(menu.actions()[0])
        menu.triggered.connect(self._on_slow_whistle)
        menu.popup(self.detail.more_button.mapToGlobal(self.detail.more_button.rect().topLeft()))

    def _on_slow_whistle(self, action: Any) -> None:
        case = self.detail.case
        if case is not None:
            told = {"case": case.id, "title": case.title, "place": case.place_words}
            self.services.go.emit(Go(str(action.data()), told))

    def _on_more(self, action: Any) -> None:
        step = str(action.data())
        if step == "press":
            self._press()
        elif step == "hand_over":
            self._hand_over()
        elif step == "print_notice":
            self._print_notice()
        elif step == "amend":
            self._amend()
        elif step == "erase_person" and self.detail.case is not None:
            self.services.go.emit(Go("settings", {"section": "erasures", "erase_case": self.detail.case.id}))
        else:
            self._step(step)

    def _on_act(self, name: str) -> None:
        if name == "note":
            self._note()
        elif name == "next":
            self._next()
        elif name == "more":
            self._more()
        elif name == "unmask" and self.detail.case is not None:
            self._unmask.ask(self.detail.case)
        elif name == "to_whistle":
            self._go_whistle()
        elif name == "whistle":
            self.services.go.emit(Go("whistle", {"real": True, **self.whistle_context()}))

    def _on_dispatch(self, told: tuple[str, str, tuple[str, ...], str]) -> None:
        case, lead, others, words = told
        self._send(DispatchCase(case=case, lead=lead, others=others, words=words), None, self.tr("Dispatched"))
        self.view.setFocus()

    def _focus_dispatch(self) -> None:
        self._show_drawer()
        self.detail.focus_dispatch(1)

    def _focus_communities(self) -> None:
        self.detail.focus_dispatch(2)

    def _tick_unit(self) -> None:
        for part in (self.detail.sections, self.detail.communities):
            if part.view.hasFocus():
                part.toggle_current()

    def _phone(self) -> None:
        answering = self.detail.answering
        if answering is not None and answering.chief is not None:
            person = answering.chief.reached or answering.chief.person
            self.services.phone.emit(Phone(person.name, called_as(answering.chief), person.phone, person=person.id))

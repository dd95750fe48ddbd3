"""What a key does to a department: one step, its menu, its telephone, the last step undone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from commandcenter.domain import report_in_acts as acts
from commandcenter.domain import whistle_acts
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.limit import UNDO_BOARD, USUAL_UNDO_MS
from commandcenter.domain.plan import message
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import UNDO_WINDOW_MS
from commandcenter.ui import when
from commandcenter.ui.parts.incident_sheets import order_form
from commandcenter.ui.parts.screen import Phone, Toast
from commandcenter.ui.post.board import Board
from commandcenter.ui.post.false_alarm import false_alarm_text
from commandcenter.ui.post.hand import Hand
from commandcenter.ui.post.tilemenu import tile_menu
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import OVERLAYS, STEPS, word


class Departments(QObject):
    """Answers the board."""

    def __init__(self, hand: Hand, board: Board) -> None:
        super().__init__(board)
        self._hand, self._board = hand, board
        self.desk, self.services = hand.desk, hand.services
        self._menu_state: ReportIn | None = None
        board.advanced.connect(self.advance)
        board.menu_asked.connect(self.open_menu)
        board.phoned.connect(self.phone)

    def advance(self, ordinal: int) -> None:
        """A digit: one step forward. A release asks for the head count first; a refusal, whether to call again."""
        incident, state = self._hand.incident, self._hand.state(ordinal)
        if state is None or incident is None:
            return
        if state.next_step == "release_approved":
            self._hand.open(self._hand.sheets.release(incident.whistle, state))
            return
        if state.may_be_called_again:
            self.open_menu(ordinal)
            return
        name = self.desk.reference.unit_name(state.unit)
        said = self.tr("{n} {unit}: {step}").format(n=ordinal, unit=name, step=word(STEPS, state.next_step))
        self._hand.send(acts.Advance(whistle=incident.whistle.id, unit=state.unit, channel="phone"), said)

    def open_menu(self, ordinal: int) -> None:
        """Enter on a tile."""
        state = self._hand.state(ordinal)
        if state is None:
            return
        self._menu_state = state
        menu = tile_menu(self._board, state)
        menu.triggered.connect(self._on_menu)
        chosen = self._board.tiles[(ordinal - 1) % 10] if (ordinal - 1) % 10 < len(self._board.tiles) else self._board
        menu.popup(chosen.mapToGlobal(chosen.rect().center()))

    def _on_menu(self, action: Any) -> None:
        state, incident = self._menu_state, self._hand.incident
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
            self._hand.send(plain[code])
        elif code == "phone":
            self.phone(state.ordinal)
        elif code == "call_again":
            self._call_again(state)
        elif code == "release":
            self._hand.open(self._hand.sheets.release(whistle, state))
        elif code == "promise":
            self._hand.open(self._hand.sheets.promise(whistle, state))
        elif code == "count":
            self._hand.open(self._hand.sheets.count(whistle, state))
        elif code == "replaced":
            self._hand.open(self._hand.sheets.replace(whistle, state))
        elif code == "wrong_place":
            self._hand.open(self._hand.sheets.wrong_place(whistle, state))
        elif code == "order":
            self._hand.forms.open(order_form(self._hand.forms, incident, unit=unit))
        elif code.startswith("step:"):
            self._hand.open(self._hand.sheets.step(whistle, state, code[5:]))
        else:
            self._hand.open(self._hand.sheets.conclude(whistle, state, code))

    def _call_again(self, state: ReportIn) -> None:
        """After a refusal: the tile is open again at once, and the number and the text to read out are there."""
        again = acts.RecordMilestone(whistle=state.whistle, unit=state.unit, milestone="called", channel="phone")
        name = self.desk.reference.unit_name(state.unit)
        self._hand.send(again, self.tr("{n} {unit}: called again").format(n=state.ordinal, unit=name))
        self.phone(state.ordinal)

    def phone(self, ordinal: int) -> None:
        """P: the number to dial, the next of the contact order by itself after so many misses, with the text to read out."""
        state = self._hand.state(ordinal)
        unit = self.desk.reference.units.get(state.unit) if state else None
        incident = self._hand.incident
        if state is None or unit is None or incident is None:
            return
        numbers = self._hand.calling.numbers(state.unit)
        if not numbers:
            self.services.phone.emit(Phone(unit.name, self.tr("no number in the list of units"), ""))
            return
        place = self._hand.calling.next(state)
        number = numbers[place]
        who = self._hand.calling.who(number)
        if number.source == "duty" and unit.contacts:
            contact = f"{unit.contacts[0].name} {unit.contacts[0].post}".strip()
            who = self.tr("duty phone · contact {who}").format(who=contact)
        if place:
            who = self.tr("contact {n} of {all}: {who}").format(n=place + 1, all=len(numbers), who=who)
        name = f"{state.ordinal} {unit.name}\n{who}"
        self.services.phone.emit(
            Phone(name, self.call_text(state), number.phone, incident.whistle.id, state.unit, place)
        )

    def call_text(self, state: ReportIn) -> str:
        """The text to read out to a department."""
        incident = self._hand.incident
        if incident is None:
            return ""
        plan = self.desk.reference.plan(incident.whistle.plan)
        why = next((line.why for line in plan.units if line.unit == state.unit), "") if plan else ""
        unit = self.desk.reference.units.get(state.unit)
        whistle = incident.whistle
        if whistle.false_alarm_at is not None:
            return false_alarm_text(whistle, self.desk.reference)
        return message(whistle.texts.get(state.relation, ""), {"ask": why or (unit.first_action if unit else "")})

    def undo(self) -> None:
        """Ctrl+Z: take the whistle back while that is possible, else the last step that was entered at this seat, as long as
        it is fresh (limit ``undo.board``). What is older was perhaps acted upon: it is taken back through its tile's menu.
        """
        incident = self._hand.incident
        if incident is None:
            return
        called = any(state.entries or state.tries for state in incident.report_ins)
        if self.desk.clock.now() - incident.whistle.recorded_at <= UNDO_WINDOW_MS and not called:
            self._hand.send(whistle_acts.UndoWhistle(whistle=incident.whistle.id))
            return
        stood = [
            *((one.recorded_at, one.id, state, STEPS) for state in incident.report_ins for one in state.entries),
            *((one.recorded_at, one.id, state, OVERLAYS) for state in incident.report_ins for one in state.outcomes),
        ]
        stood = [one for one in stood if one[1].node == self.desk.node]
        if stood:
            entered, gone, newest, words = max(stood, key=lambda one: one[:2])
            names = {one.id: one.name for one in newest.entries} | {one.id: one.name for one in newest.outcomes}
            name = self.desk.reference.unit_name(newest.unit)
            limit = self.desk.reference.limit(UNDO_BOARD)
            window = limit.milliseconds if limit is not None else USUAL_UNDO_MS
            if self.desk.clock.now() - entered > window:
                said = self.tr(
                    "Not taken back: {n} {unit}, {step} was entered at {time}, more than {minutes} minutes ago. "
                    "Correct it through the menu of its tile (Enter)."
                )
                said = said.format(
                    n=newest.ordinal,
                    unit=name,
                    step=word(words, names[gone]),
                    time=when.clock(entered),
                    minutes=f"{window / MINUTE:g}",
                )
                self.services.toast.emit(Toast(said, kind="warn"))
                return
            said = self.tr("Taken back: {n} {unit}, {step}")
            said = said.format(n=newest.ordinal, unit=name, step=word(words, names[gone]))
            self._hand.send(acts.WithdrawLast(whistle=incident.whistle.id, unit=newest.unit), said, undo=False)
        else:
            self.services.toast.emit(Toast(refusal("nothing_to_undo", {}, self.desk.reference.unit_name)))

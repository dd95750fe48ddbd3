"""What leads an incident: the post, orders, reports upward, the rarer acts behind M, and the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from shiboken6 import isValid

from commandcenter.desk.engine import Done
from commandcenter.domain import order, whistle_acts
from commandcenter.domain import report_in_acts as acts
from commandcenter.domain.cue_acts import TakeCue
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.next_step import NextStep
from commandcenter.domain.roster import Acting
from commandcenter.domain.supply import Supply, still_out
from commandcenter.domain.transfer import Household, tally
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.parts.back_entry import open_back_entry
from commandcenter.ui.parts.incident_sheets import order_form, set_up_form
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Go, Phone, Toast
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.false_alarm import FalseAlarmSheet, Told, called, false_alarm_text
from commandcenter.ui.post.hand import Hand
from commandcenter.ui.roster_words import post_words
from commandcenter.ui.theme.look import Look


class Leading(QObject):
    """Answers the panels of the middle and right, the banner and the menu."""

    def __init__(self, look: Look, hand: Hand) -> None:
        super().__init__(hand)
        self.look = look
        self._hand, self._host = hand, hand.host
        self.desk, self.services = hand.desk, hand.services
        self._context = Context(look, hand.desk, hand.services)
        self.false_alarm: FalseAlarmSheet | None = None
        self._list_wanted = False
        self._told_key = ""
        hand.called_off.connect(self._on_called_off)

    def open_task(self) -> None:
        """T."""
        incident = self._hand.incident
        if incident is not None:
            self._hand.forms.open(order_form(self._hand.forms, incident))

    def open_post(self) -> None:
        """C."""
        incident = self._hand.incident
        if incident is not None:
            self._hand.forms.open(set_up_form(self._hand.forms, incident))

    def open_report(self) -> None:
        """S: the tab of information reports."""
        if self._hand.incident is not None:
            self.services.go.emit(Go("reports", {"whistle": self._hand.incident.whistle.id}))

    def open_place(self) -> None:
        """G."""
        if self._hand.incident is not None:
            self._hand.open(self._hand.sheets.place(self._hand.incident.whistle))

    def call_there(self, acting: Acting | None) -> None:
        """K: who answers for the place where it happens."""
        if acting is None:
            words = self.tr("Nobody of the roster answers for this place; G names the place")
            self.services.toast.emit(Toast(words, kind="warn"))
            return
        place = self.desk.reference.directory.places.get(acting.holder.target.partition("/")[2])
        where = place.name if place is not None else ""
        what = " · ".join(part for part in (post_words(acting.holder), where) if part)
        self.services.phone.emit(Phone(acting.person.name, what, acting.person.phone, person=acting.person.id))

    def open_guess(self) -> None:
        """J: the first guess on the three scales."""
        if self._hand.incident is not None:
            self._hand.open(self._hand.sheets.guess(self._hand.incident.whistle))

    def open_action(self) -> None:
        """A: something done at once on the scene."""
        if self._hand.incident is not None:
            self._hand.open(self._hand.sheets.action(self._hand.incident.whistle))

    def open_leader(self) -> None:
        """L: the named leader left, then is there."""
        incident = self._hand.incident
        if incident is None:
            return
        if incident.whistle.leader_arrived_at is not None:
            self.services.toast.emit(Toast(self.tr("The leader is on the scene already")))
            return
        self._hand.open(self._hand.sheets.leader_way(incident.whistle))

    def sign(self) -> None:
        """V: who sits here signs if he leads; else it is entered whose word it was."""
        incident = self._hand.incident
        if incident is None or incident.whistle.mode != REAL:
            return
        whistle, actor = incident.whistle, self.desk.who().actor
        if whistle.confirmed_at is not None:
            self.services.toast.emit(Toast(self.tr("A leader has signed already")))
        elif any(post.role == "leader" for post in self.desk.reference.directory.posts_of(actor)):
            self._hand.send(whistle_acts.Confirm(whistle=whistle.id, person=actor), self.tr("Signed"), undo=False)
        else:
            self._hand.open(self._hand.sheets.sign(whistle))

    def open_false_alarm(self) -> None:
        """N: who has been told that it was a false alarm, and who not yet."""
        incident = self._hand.incident
        if incident is None or incident.whistle.false_alarm_at is None:
            return
        text = false_alarm_text(incident.whistle, self.desk.reference)
        told = Told(self.desk.reference.unit_name, self._hand.calling.phone)
        sheet = FalseAlarmSheet(self.look, self._host, incident.whistle, text, told)
        self.false_alarm = sheet
        sheet.end_wanted.connect(self.end)
        self._told_key = f"post.{incident.whistle.id}.told"
        sheet.keep_draft(self._keep_told, self.desk.drafts().get(self._told_key, ""))
        sheet.show_states(called(incident.report_ins))
        self._hand.open_false_alarm(sheet)

    def _keep_told(self, text: str) -> None:
        self.desk.save_draft(self._told_key, text)

    def _on_called_off(self) -> None:
        """The list opens as soon as the board has read who was called."""
        self._list_wanted = True
        if self._hand.incident is not None:
            self.show_false_alarm(self._hand.incident)

    def show_false_alarm(self, incident: Incident) -> None:
        """Open the list where it is wanted, and keep an open one true."""
        if self._list_wanted and incident.whistle.false_alarm_at is not None:
            self._list_wanted = False
            if any(not state.closed for state in incident.report_ins):
                self.open_false_alarm()
            return
        if self.false_alarm is not None and isValid(self.false_alarm) and self.false_alarm.isVisible():
            self.false_alarm.show_states(called(incident.report_ins))

    def take_phase(self, code: str) -> None:
        """A phase was clicked: go where it is entered."""
        ways = {
            "judged": self.open_guess,
            "leaving": self.open_leader,
            "first_response": self.open_action,
            "post": self.open_post,
            "handed_over": self.open_organ,
            "district_told": self.open_report,
            "reported": self.open_report,
        }
        if code in ways:
            ways[code]()
        elif code == "leaders_told":
            self.take_duty("leader")
        elif code in ("reviewed", "archived") and self._hand.incident is not None:
            self.services.go.emit(Go("review", {"whistle": self._hand.incident.whistle.id}))

    def open_organ(self) -> None:
        """The tab of the command post."""
        if self._hand.incident is not None:
            self.services.go.emit(Go("organ", {"whistle": self._hand.incident.whistle.id}))

    def take_duty(self, name: str) -> None:
        """A report upward was chosen: tell the leader, the district, or write the report."""
        incident = self._hand.incident
        if incident is None:
            return
        if name in ("leader", "district_phone") and name not in incident.whistle.told:
            self._hand.open(self._hand.sheets.tell(incident.whistle, name))
        elif name == "confirm":
            self.sign()
        elif name.startswith("leader_"):
            self.open_leader()
        elif name not in ("leader", "district_phone"):
            self.open_report()

    def open_task_menu(self, subject: str) -> None:
        """What can become of an order."""
        incident = self._hand.incident
        if incident is None:
            return
        one = next((found for found in incident.orders if found.subject == subject), None)
        if one is None:
            return
        menu = menu_in(self._host)
        if one.open:
            if one.acknowledged_at is None:
                menu.addAction(self.tr("taken")).setData((subject, "acknowledged"))
            menu.addAction(self.tr("done")).setData((subject, "done"))
        else:
            menu.addAction(self.tr("open again")).setData((subject, "reopened"))
        menu.addAction(self.tr("more in the tasks tab")).setData((subject, ""))
        menu.triggered.connect(self._on_task_action)
        menu.popup(QCursor.pos())

    def _on_task_action(self, action: Any) -> None:
        subject, verb = action.data()
        if not verb and self._hand.incident is not None:
            self.services.go.emit(Go("tasks", {"whistle": self._hand.incident.whistle.id, "order": subject}))
            return
        self._hand.send(order.SettleOrder(order=subject, verb=verb))

    def take_step(self, step: NextStep) -> None:
        """Do what a prompt proposes; telephoning belongs to the departments."""
        incident = self._hand.incident
        if incident is None:
            return
        whistle = incident.whistle
        if step.code == "cue":
            self._hand.send(TakeCue(whistle=whistle.id, cue=step.cue))
        elif step.code == "read_back":
            self._hand.send(acts.ReadBack(whistle=whistle.id, unit=step.unit))
        elif step.code == "tell_leader":
            self._hand.open(self._hand.sheets.tell(whistle, "leader"))
        elif step.code == "phone_district":
            self._hand.open(self._hand.sheets.tell(whistle, "district_phone"))
        elif step.code in ("report", "final_report"):
            self.open_report()
        elif step.code == "confirm_place":
            self.open_place()
        elif step.code in ("meeting", "withdraw_post"):
            act = "meeting" if step.code == "meeting" else "withdraw"
            self.services.go.emit(Go("organ", {"whistle": whistle.id, "act": act}))
        elif step.code == "set_up_post":
            self.open_post()
        else:
            self.end()

    def end(self) -> None:
        """Ctrl+E was held: stand down, or close what was stood down."""
        incident = self._hand.incident
        if incident is None or not incident.whistle.running:
            return
        names = {state.unit: self.desk.reference.unit_name(state.unit) for state in incident.report_ins}
        over = incident.whistle.over_at is not None
        if incident.whistle.false_alarm_at is not None and any(not one.closed for one in incident.report_ins):
            self.open_false_alarm()  # it cannot be closed before everybody was told
            return
        sheet: StandDownSheet | CloseSheet
        if over:
            sheet = CloseSheet(
                self.look, self._host, incident.whistle, incident.report_ins, names, self.desk.clock.now()
            )
            sheet.show_open(*self._not_accounted(incident.whistle.id), incident.orders)
        else:
            sheet = StandDownSheet(self.look, self._host, incident, incident.report_ins, names)
        self._hand.open_ending(sheet)

    def _not_accounted(self, whistle: str) -> tuple[list[str], int, int]:
        """What was borrowed and is still out, how many people of the list still wait, and by how many it does not agree."""
        matters = self.desk.read.matters
        out = [f"{one.item} {one.rest}{one.measure}" for one in still_out(matters.of(Supply, "supply", parent=whistle))]
        numbers = tally(matters.of(Household, "transfer", parent=whistle))
        return out, numbers.waiting, numbers.difference + numbers.unknown

    def _on_drill_ended(self, done: Done) -> None:
        ended = next(subject for subject in done.subjects if subject.startswith("whistle/"))
        self._hand.go_to_review(ended.partition("/")[2])

    def open_more(self) -> None:
        """M: everything that has no key of its own."""
        incident = self._hand.incident
        if incident is None:
            return
        menu = menu_in(self._host)
        for code, words in self._more_choices(incident):
            menu.addAction(words).setData(code)
        menu.triggered.connect(self._on_more)
        menu.popup(self._host.mapToGlobal(QPoint(24, 96)))

    def _more_choices(self, incident: Incident) -> list[tuple[str, str]]:
        whistle = incident.whistle
        found = [
            ("unasked", self.tr("A unit came unasked")),
            ("add", self.tr("Call another department")),
            ("place", self.tr("Place and assembly point (G)")),
            ("facts", self.tr("Key facts")),
            ("guess", self.tr("First guess (J)")),
            ("action", self.tr("First response (A)")),
        ]
        if whistle.leader_arrived_at is None:
            words = self.tr("Leader on the scene (L)") if whistle.leader_left_at else self.tr("Leader leaves (L)")
            found.append(("leader_way", words))
        if whistle.mode == REAL:
            found += [("leader", self.tr("Main leader told")), ("district", self.tr("District told by phone"))]
            if whistle.confirmed_at is None:
                found.append(("confirm", self.tr("A leader signs the whistle (V)")))
        if incident.post.known:
            found.append(("decision", self.tr("Record a decision")))
            found.append(("hand_over", self.tr("Hand over command")))
            if incident.post.supporting:
                found.append(("take_back", self.tr("Take command back")))
            if whistle.stood_down_at is not None:
                found.append(("withdraw", self.tr("Withdraw the command post")))
        found += [
            ("call_sheet", self.tr("Print the call sheet")),
            ("sign_in", self.tr("Print the sign-in sheet")),
            ("progress", self.tr("Print the progress sheet")),
            ("back_entry", self.tr("Enter what was written by hand")),
            ("review", self.tr("Go to the review")),
        ]
        if whistle.stood_down_at is None and whistle.false_alarm_at is None:
            found.append(("false", self.tr("False alarm")))
        if whistle.false_alarm_at is not None:
            found.append(("telling", self.tr("Who has been told of the false alarm (N)")))
        if whistle.mode == DRILL:
            found.append(("end_drill", self.tr("End the drill")))
        return found

    def _on_more(self, action: Any) -> None:
        incident, code = self._hand.incident, str(action.data())
        if incident is None:
            return
        whistle = incident.whistle
        sheets = {
            "unasked": lambda: self._hand.sheets.unasked(whistle, incident.report_ins),
            "add": lambda: self._hand.sheets.add_unit(whistle, incident.report_ins),
            "place": lambda: self._hand.sheets.place(whistle),
            "facts": lambda: self._hand.sheets.facts(whistle),
            "leader": lambda: self._hand.sheets.tell(whistle, "leader"),
            "district": lambda: self._hand.sheets.tell(whistle, "district_phone"),
            "false": lambda: self._hand.sheets.false_alarm(whistle),
        }
        if code in sheets:
            self._hand.open(sheets[code]())
        elif code in ("confirm", "guess", "action", "leader_way", "telling"):
            ways = {
                "confirm": self.sign,
                "guess": self.open_guess,
                "action": self.open_action,
                "leader_way": self.open_leader,
                "telling": self.open_false_alarm,
            }
            ways[code]()
        elif code in ("hand_over", "take_back", "withdraw", "decision"):
            self.services.go.emit(Go("organ", {"whistle": whistle.id, "act": code}))
        elif code == "end_drill":
            ticket = self.desk.submit(whistle_acts.EndDrill(whistle=whistle.id, reason="director"))
            ticket.refused.connect(self.services.refused)
            ticket.done.connect(self._on_drill_ended)
        elif code == "progress":
            print_form(self._context, self._host, ("progress", f"whistle/{whistle.id}"))
        elif code == "back_entry":
            open_back_entry(self._context, self._host, whistle.id)
        elif code == "review":
            self.services.go.emit(Go("review", {"whistle": whistle.id}))
        else:
            self.services.go.emit(
                Go(
                    "review",
                    {"whistle": whistle.id, "paper": "call_sheet" if code == "call_sheet" else "sign_in_sheet"},
                )
            )

"""The forms on the way of a case: judging, signing, disputes, contact, work, more time, suspension, instructions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.case import ANSWERS, REFUSALS, TRIES, Case
from commandcenter.domain.case_acts import AdoptCase, MarkCase, NoteCase
from commandcenter.domain.case_dispatch_acts import (
    DisputeCase,
    InstructCase,
    RefuseCase,
    RuleDispute,
    SignCase,
    SubmitCase,
)
from commandcenter.domain.case_handling_acts import (
    AskExtension,
    AskSuspension,
    ConsultCase,
    ContactCitizen,
    DenyExtension,
    DenySuspension,
    GrantExtension,
    HandleCase,
    ReviewSuspension,
    SuspendCase,
)
from commandcenter.domain.clock import local
from commandcenter.domain.command import Command
from commandcenter.domain.consultation_acts import PutOnAgenda
from commandcenter.domain.escalation_acts import TakeEscalation
from commandcenter.domain.limit import CASE_SUSPEND_REVIEW, GRADES
from commandcenter.ui import when
from commandcenter.ui.case_words import ANSWERS as ANSWER_WORDS
from commandcenter.ui.case_words import ROUTES
from commandcenter.ui.cases.step_forms import Built, StepForms
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate


class WayForms(StepForms):
    """Each method gives the form of one step with the command it leads to."""

    def note(self, case: Case) -> Built:
        """A line into the case."""
        fields = [self.words(translate("Steps", "Note"), required=True)]
        sheet = self.sheet(
            case, "note", translate("Steps", "Write a line into the case"), fields, translate("Steps", "Write")
        )
        return sheet, lambda v: NoteCase(case=case.id, words=v["words"])

    def adopt(self, case: Case) -> Built:
        """Out of history."""
        grades = [(code, word(GRADE_WORDS, code)) for code in GRADES]
        fields = [self.pick("grade", translate("Steps", "Grade"), grades, case.grade, wide=True)]
        title = translate("Steps", "Take from history into hand; clocks start now")
        sheet = self.sheet(case, "adopt", title, fields, translate("Steps", "Take"))
        return sheet, lambda v: AdoptCase(case=case.id, grade=v["grade"])

    def refuse(self, case: Case) -> Built:
        """Not accepted, by one of six routes."""
        routes = self.coded(ROUTES, REFUSALS)
        fields = [
            self.pick("reason", translate("Steps", "Reason by law"), routes, wide=True),
            self.words(translate("Steps", "What the caller was told"), required=True),
        ]
        title = translate("Steps", "Do not accept")
        sheet = self.sheet(case, "refuse", title, fields, translate("Steps", "Record"), danger=True)
        return sheet, lambda v: RefuseCase(case=case.id, reason=v["reason"], words=v["words"])

    def sign(self, case: Case) -> Built:
        """A receiver signs."""
        waiting = [line.unit for line in case.assignees if line.signed_at is None]
        fields = [
            self.unit("unit", translate("Steps", "Who signs"), waiting),
            Field("told_by", translate("Steps", "Said by")),
        ]
        sheet = self.sheet(case, "sign", translate("Steps", "Signed for"), fields, translate("Steps", "Record"))
        return sheet, lambda v: SignCase(case=case.id, unit=v["unit"], words=v["told_by"], channel="phone")

    def dispute(self, case: Case) -> Built:
        """A receiver disputes the duty."""
        waiting = [line.unit for line in case.assignees if line.signed_at is None and line.disputed_at is None]
        others = [unit for unit in self.units if unit not in {line.unit for line in case.assignees}]
        fields = [
            self.unit("unit", translate("Steps", "Who disputes"), waiting, wide=False),
            self.unit("proposed", translate("Steps", "Who should have it"), others, wide=False, empty=when.UNKNOWN),
            self.words(translate("Steps", "Reason"), required=True),
            Field("basis", translate("Steps", "Item of the duty list or of a paper"), wide=True),
        ]
        sheet = self.sheet(case, "dispute", translate("Steps", "Duty disputed"), fields, translate("Steps", "Record"))
        until = next((line.claim_due_at for line in case.assignees if line.unit in waiting), None)
        if until is not None:
            told = translate("Steps", "{n} of 2 · may be claimed until {time}")
            sheet.caption.setText(
                f"{case.number} · " + told.format(n=case.disputes + 1, time=when.moment(until, self._desk.clock.now()))
            )
        return sheet, lambda v: DisputeCase(
            case=case.id, unit=v["unit"], words=v["words"], basis=v["basis"], proposed=v["proposed"]
        )

    def rule(self, case: Case) -> Built:
        """The special team decides."""
        standing = [line.unit for line in case.assignees]
        fields = [
            self.unit("unit", translate("Steps", "Who has the duty"), [*standing, *self._others(standing)]),
            self.words(translate("Steps", "Reason and basis"), required=True),
        ]
        title = translate("Steps", "The special team decides who has the duty")
        sheet = self.sheet(case, "rule", title, fields, translate("Steps", "Decide"))
        return sheet, lambda v: RuleDispute(case=case.id, unit=v["unit"], words=v["words"])

    def _others(self, standing: list[str]) -> list[str]:
        return [unit for unit in self.units if unit not in standing]

    def contact(self, case: Case) -> Built:
        """The citizen was called."""
        reached = [
            ("yes", translate("Steps", "reached")),
            ("no", translate("Steps", "not reached (three tries count)")),
        ]
        receivers = [line.unit for line in case.assignees]
        fields = [
            self.pick("reached", translate("Steps", "Was the citizen reached?"), reached),
            self.way("way", translate("Steps", "How"), ("phone", "message", "visit", "face")),
            self.unit("unit", translate("Steps", "Who called"), receivers, wide=False),
            Field("at", translate("Steps", "When"), kind="clock", hint=translate("Steps", "now")),
            self.words(translate("Steps", "What was said")),
        ]
        title = translate("Steps", "Contact with the citizen")
        sheet = self.sheet(case, "contact", title, fields, translate("Steps", "Record"))
        if case.contacted_at is None and case.tries:
            told = translate("Steps", "called in vain: {n} of {most}").format(n=case.tries, most=TRIES)
            sheet.caption.setText(f"{case.number} · {told}")
        return sheet, lambda v: ContactCitizen(
            case=case.id,
            reached=v["reached"] == "yes",
            unit=v["unit"],
            words=v["words"],
            channel=v["way"],
            happened_at=v["at"],
        )

    def handle(self, case: Case) -> Built:
        """Work begins or goes on."""
        fields = [self.words(translate("Steps", "What is done"), required=True)]
        titles = {
            "suspended": translate("Steps", "The obstacle is gone, work goes on"),
            "redo": translate("Steps", "Do it again: work begins"),
            "contacted": translate("Steps", "Work begins"),
        }
        title = titles.get(case.stage, translate("Steps", "Work goes on"))
        sheet = self.sheet(case, "handle", title, fields, translate("Steps", "Record"))
        return sheet, lambda v: HandleCase(case=case.id, words=v["words"])

    # -- more time -------------------------------------------------------------------------------------------------

    def extend(self, case: Case) -> Built:
        """More time is asked for."""
        fields = [
            Field("wanted", translate("Steps", "New date"), kind="clock", required=True, hint=self.day_hint()),
            self.words(translate("Steps", "Reason"), required=True),
        ]
        if not case.without_citizen:
            answers = self.coded(ANSWER_WORDS, ANSWERS)
            fields.insert(1, self.pick("told", translate("Steps", "What the citizen says to it"), answers))
            fields.append(self.words(translate("Steps", "In the citizen's words"), name="answer"))
        title = translate("Steps", "Ask for more time")
        sheet = self.sheet(case, "extend", title, fields, translate("Steps", "Ask"))
        if case.due_at is not None:
            due = translate("Steps", "limit {time}, once only").format(
                time=when.moment(case.due_at, self._desk.clock.now())
            )
            sheet.caption.setText(f"{case.number} · {due}")
        return sheet, lambda v: AskExtension(
            case=case.id, wanted=v["wanted"], words=v["words"], told=v.get("told", ""), answer=v.get("answer", "")
        )

    def grant(self, case: Case) -> Built:
        """A leader gives more time."""
        asked = case.extension.wanted if case.extension is not None else None
        fields = [
            self.leader(translate("Steps", "Leader who approves")),
            Field("due_at", translate("Steps", "New limit"), kind="clock", value=asked, required=True),
            self.words(translate("Steps", "Remark")),
        ]
        sheet = self.sheet(case, "grant", translate("Steps", "Grant more time"), fields, translate("Steps", "Grant"))
        return sheet, lambda v: GrantExtension(
            case=case.id, by=self.signed(v)[0], name=self.signed(v)[1], due_at=v["due_at"], words=v["words"]
        )

    def deny(self, case: Case) -> Built:
        """A leader leaves the limit as it is."""
        fields = [
            self.leader(translate("Steps", "Leader who decides")),
            self.words(translate("Steps", "Reason"), required=True),
        ]
        sheet = self.sheet(case, "deny", translate("Steps", "Deny more time"), fields, translate("Steps", "Deny"))
        return sheet, lambda v: DenyExtension(
            case=case.id, by=self.signed(v)[0], name=self.signed(v)[1], words=v["words"]
        )

    # -- consultation, suspension ----------------------------------------------------------------------------------

    def consult(self, case: Case) -> Built:
        """To the consultation."""
        now = self._desk.clock.now()
        planned = sorted(
            (one for one in self._desk.read.agenda.planned(now) if one.stage == "planned"),
            key=lambda one: one.planned_at or 0,
        )
        meetings = [(one.id, f"{when.moment(one.planned_at, now)} {one.title}") for one in planned]
        next_one = translate("Steps", "the next one that is planned")
        fields = [
            Field("consultation", translate("Steps", "Which meeting"), kind="choice", value=(meetings or [("", "")])[0][0],
                  choices=[*meetings, ("", next_one)], wide=True),
            self.words(translate("Steps", "What is hard about it"), required=True),
        ]  # fmt: skip
        title = translate("Steps", "To consultation")
        sheet = self.sheet(case, "consult", title, fields, translate("Steps", "Hand in"))
        return sheet, lambda v: self._consulted(case, v)

    @staticmethod
    def _consulted(case: Case, v: Mapping[str, Any]) -> Command:
        """Onto the agenda of a meeting in the same act; without one the case waits for the next."""
        if not v["consultation"]:
            return ConsultCase(case=case.id, words=v["words"])
        return PutOnAgenda(
            consultation=v["consultation"],
            about="case",
            key=case.id,
            unit=case.lead.unit if case.lead is not None else "",
            reason="consulting",
            words=v["words"],
        )

    def ask_suspend(self, case: Case) -> Built:
        """A long-term suspension is asked for."""
        fields = [
            self.words(translate("Steps", "Objective obstacle"), required=True),
            self.words(translate("Steps", "Plan until it is gone"), required=True, name="plan"),
            Field("review_at", translate("Steps", "First review"), kind="clock", hint=self._usual_review()),
        ]
        if not case.without_citizen:
            fields.insert(2, self.words(translate("Steps", "What the citizen was told"), required=True, name="told"))
        title = translate("Steps", "Ask for a long-term suspension")
        sheet = self.sheet(case, "ask_suspend", title, fields, translate("Steps", "Ask"))
        return sheet, lambda v: AskSuspension(
            case=case.id, words=v["words"], plan=v["plan"], told=v.get("told", ""), review_at=v["review_at"]
        )

    def _usual_review(self) -> str:
        limit = self._desk.reference.limit(CASE_SUSPEND_REVIEW)
        if limit is None:
            return ""
        due = limit.due(self._desk.clock.now(), self._desk.reference.calendar)
        return local(due).strftime("%Y-%m-%d %H:%M")

    def suspend(self, case: Case) -> Built:
        """A leader approves the suspension."""
        fields = [
            self.leader(translate("Steps", "Leader who approves")),
            Field("review_at", translate("Steps", "First review"), kind="clock", hint=self._usual_review()),
            self.words(translate("Steps", "Remark")),
        ]
        title = translate("Steps", "Approve the suspension; the limit stands still")
        sheet = self.sheet(case, "suspend", title, fields, translate("Steps", "Approve"))
        return sheet, lambda v: SuspendCase(
            case=case.id, by=self.signed(v)[0], name=self.signed(v)[1], review_at=v["review_at"], words=v["words"]
        )

    def deny_suspend(self, case: Case) -> Built:
        """A leader does not approve it."""
        fields = [
            self.leader(translate("Steps", "Leader who decides")),
            self.words(translate("Steps", "Reason"), required=True),
        ]
        title = translate("Steps", "Do not approve the suspension")
        sheet = self.sheet(case, "deny_suspend", title, fields, translate("Steps", "Record"))
        return sheet, lambda v: DenySuspension(
            case=case.id, by=self.signed(v)[0], name=self.signed(v)[1], words=v["words"]
        )

    def review(self, case: Case) -> Built:
        """The suspended case is looked at."""
        fields = [
            self.words(translate("Steps", "What stands in its way still"), required=True),
            Field("review_at", translate("Steps", "Next review"), kind="clock", hint=self._usual_review()),
        ]
        title = translate("Steps", "Review of the suspension")
        sheet = self.sheet(case, "review", title, fields, translate("Steps", "Record"))
        return sheet, lambda v: ReviewSuspension(case=case.id, words=v["words"], review_at=v["review_at"])

    # -- leaders, marks --------------------------------------------------------------------------------------------

    def submit(self, case: Case) -> Built:
        """Put before a leader."""
        fields = [
            self.leader(translate("Steps", "Before which leader")),
            self.words(translate("Steps", "What is asked"), required=True),
        ]
        title = translate("Steps", "Put before a leader for instruction")
        sheet = self.sheet(case, "submit", title, fields, translate("Steps", "Hand in"))
        return sheet, lambda v: SubmitCase(
            case=case.id, leader=self.signed(v)[0], name=self.signed(v)[1], words=v["words"]
        )

    def instruct(self, case: Case) -> Built:
        """The leader's instruction."""
        fields = [
            self.leader(translate("Steps", "Which leader"), wide=False),
            Field("at", translate("Steps", "When"), kind="clock", hint=translate("Steps", "now")),
            self.words(translate("Steps", "Instruction, word for word"), required=True),
        ]
        title = translate("Steps", "Instruction of a leader")
        sheet = self.sheet(case, "instruct", title, fields, translate("Steps", "Record"))
        return sheet, lambda v: InstructCase(
            case=case.id, leader=self.signed(v)[0], name=self.signed(v)[1], words=v["words"], happened_at=v["at"]
        )

    def take_note(self, case: Case) -> Built:
        """A leader took note of what the rules brought before them."""
        fields = [
            self.leader(translate("Steps", "Which leader"), wide=False),
            Field("at", translate("Steps", "When"), kind="clock", hint=translate("Steps", "now")),
            self.words(translate("Steps", "Instruction, word for word, if any")),
        ]
        title = translate("Steps", "A leader takes note")
        sheet = self.sheet(case, "take_note", title, fields, translate("Steps", "Record"))
        return sheet, lambda v: TakeEscalation(
            case=case.id, person=self.signed(v)[0], name=self.signed(v)[1], words=v["words"], happened_at=v["at"]
        )

    def marks(self, case: Case) -> Built:
        """Anonymous, collective, before anybody complained."""
        yes_no = [("yes", translate("Steps", "yes")), ("no", translate("Steps", "no"))]

        def standing(value: bool) -> str:
            return "yes" if value else "no"

        fields = [
            self.pick("anonymous", translate("Steps", "Caller stays anonymous"), yes_no, standing(case.anonymous)),
            self.pick("proactive", translate("Steps", "Before anybody complained"), yes_no, standing(case.proactive)),
            Field("collective", translate("Steps", "How many people (0 = one)"), kind="number", value=case.collective),
        ]
        sheet = self.sheet(
            case, "marks", translate("Steps", "Marks of the case"), fields, translate("Steps", "Correct")
        )
        return sheet, lambda v: MarkCase(
            case=case.id,
            anonymous=v["anonymous"] == "yes",
            proactive=v["proactive"] == "yes",
            collective=v["collective"] or 0,
        )

"""The forms of the steps of a case, with the command each leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import REFUSALS, Case
from commandcenter.domain.case_acts import AdoptCase, NoteCase
from commandcenter.domain.case_dispatch_acts import DisputeCase, RefuseCase, SignCase
from commandcenter.domain.case_ending_acts import CallBack, CloseCase, LookBack, RedoCase, VerifyCase
from commandcenter.domain.case_handling_acts import AskExtension, AskSuspension, ContactCitizen, FeedBack, HandleCase
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate

Make = Callable[[dict[str, Any]], Command]


class StepSheets:
    """Builds the form of a handling step, with the command it leads to."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def build(self, step: str, case: Case) -> tuple[FormSheet, Make] | None:
        """The form of a step; None when the step has none."""
        makers = {
            "note": self._note,
            "adopt": self._adopt,
            "sign": self._sign,
            "dispute": self._dispute,
            "contact": self._contact,
            "handle": self._handle,
            "feed_back": self._feed_back,
            "verify": self._verify,
            "call_back": self._call_back,
            "close": self._close,
            "look_back": self._look_back,
            "refuse": self._refuse,
            "suspend": self._suspend,
            "extend": self._extend,
            "redo": self._redo,
        }
        maker = makers.get(step)
        return maker(case) if maker is not None else None

    def _sheet(
        self, case: Case, step: str, title: str, fields: list[Field], send: str, *, danger: bool = False
    ) -> FormSheet:
        sheet = FormSheet(self._look, self._host, title, fields, send=send, danger=danger, now=self._desk.clock.now)
        sheet.caption.setText(f"{case.number} {case.title}")
        key = f"case.{step}.{case.id}"
        sheet.keep_draft(key, self._desk.save_draft, self._desk.read.status.drafts().get(key, ""))
        return sheet

    def _words(self, label: str, *, required: bool = False, name: str = "words") -> Field:
        return Field(name, label, kind="lines", wide=True, required=required)

    def _receivers(self, case: Case) -> list[tuple[str, str]]:
        return [(line.unit, self._desk.reference.unit_name(line.unit)) for line in case.assignees]

    def _note(self, case: Case) -> tuple[FormSheet, Make]:
        title = translate("Steps", "Write a line into the case")
        sheet = self._sheet(
            case, "note", title, [self._words(translate("Steps", "Note"), required=True)], translate("Steps", "Write")
        )
        return sheet, lambda v: NoteCase(case=case.id, words=v["words"])

    def _adopt(self, case: Case) -> tuple[FormSheet, Make]:
        choices = [(code, word(GRADE_WORDS, code)) for code in GRADES]
        field = Field("grade", translate("Steps", "Grade"), kind="choice", choices=choices, value=case.grade, wide=True)
        sheet = self._sheet(
            case,
            "adopt",
            translate("Steps", "Take from history into hand; clocks start now"),
            [field],
            translate("Steps", "Take"),
        )
        return sheet, lambda v: AdoptCase(case=case.id, grade=v["grade"])

    def _sign(self, case: Case) -> tuple[FormSheet, Make]:
        waiting = [
            (line.unit, self._desk.reference.unit_name(line.unit)) for line in case.assignees if line.signed_at is None
        ]
        fields = [
            Field(
                "unit",
                translate("Steps", "Who signs"),
                kind="choice",
                choices=waiting,
                value=waiting[0][0] if waiting else "",
                wide=True,
            ),
            Field("told_by", translate("Steps", "Said by")),
        ]
        sheet = self._sheet(case, "sign", translate("Steps", "Signed for"), fields, translate("Steps", "Record"))
        return sheet, lambda v: SignCase(case=case.id, unit=v["unit"], words=v["told_by"], channel="phone")

    def _dispute(self, case: Case) -> tuple[FormSheet, Make]:
        receivers = self._receivers(case)
        fields = [
            Field(
                "unit",
                translate("Steps", "Who disputes"),
                kind="choice",
                choices=receivers,
                value=receivers[0][0] if receivers else "",
                wide=True,
            ),
            self._words(translate("Steps", "Reason and basis"), required=True),
        ]
        sheet = self._sheet(case, "dispute", translate("Steps", "Duty disputed"), fields, translate("Steps", "Record"))
        return sheet, lambda v: DisputeCase(case=case.id, unit=v["unit"], words=v["words"])

    def _contact(self, case: Case) -> tuple[FormSheet, Make]:
        choose = ("", translate("Steps", "choose …"))
        yes_no = [
            choose,
            ("yes", translate("Steps", "reached")),
            ("no", translate("Steps", "not reached (three tries count)")),
        ]
        fields = [
            Field(
                "reached",
                translate("Steps", "Citizen"),
                kind="choice",
                choices=yes_no,
                value="",
                required=True,
                wide=True,
            ),
            self._words(translate("Steps", "What was said")),
        ]
        sheet = self._sheet(
            case, "contact", translate("Steps", "Contact with the citizen"), fields, translate("Steps", "Record")
        )
        return sheet, lambda v: ContactCitizen(
            case=case.id, reached=v["reached"] == "yes", words=v["words"], channel="phone"
        )

    def _handle(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "handle",
            translate("Steps", "Work goes on"),
            [self._words(translate("Steps", "What is done"), required=True)],
            translate("Steps", "Record"),
        )
        return sheet, lambda v: HandleCase(case=case.id, words=v["words"])

    def _feed_back(self, case: Case) -> tuple[FormSheet, Make]:
        waiting = [
            (line.unit, self._desk.reference.unit_name(line.unit))
            for line in case.assignees
            if line.fed_back_at is None
        ]
        fields = [
            Field(
                "unit",
                translate("Steps", "Who feeds back"),
                kind="choice",
                choices=waiting,
                value=waiting[0][0] if waiting else "",
                wide=True,
            ),
            self._words(translate("Steps", "The citizen was told"), required=True, name="to_citizen"),
            self._words(translate("Steps", "The hotline was told"), required=True, name="to_hotline"),
        ]
        sheet = self._sheet(
            case, "feed_back", translate("Steps", "Double feedback"), fields, translate("Steps", "Record")
        )
        return sheet, lambda v: FeedBack(
            case=case.id, unit=v["unit"], to_citizen=v["to_citizen"], to_hotline=v["to_hotline"], channel="phone"
        )

    def _verify(self, case: Case) -> tuple[FormSheet, Make]:
        choices = [("yes", translate("Steps", "passed")), ("no", translate("Steps", "not passed, back to work"))]
        fields = [
            Field("passed", translate("Steps", "Result"), kind="choice", choices=choices, value="yes"),
            Field("checker", translate("Steps", "Who checked (not the handler)"), required=True),
            self._words(translate("Steps", "What was seen")),
        ]
        sheet = self._sheet(case, "verify", translate("Steps", "Verification"), fields, translate("Steps", "Record"))
        return sheet, lambda v: VerifyCase(
            case=case.id,
            passed=v["passed"] == "yes",
            words=f"{v['checker']}：{v['words']}".rstrip("："),
            on_behalf_of=v["checker"],
        )

    def _call_back(self, case: Case) -> tuple[FormSheet, Make]:
        answers = [
            ("", translate("Steps", "choose …")),
            ("yes", translate("Steps", "yes")),
            ("no", translate("Steps", "no")),
            ("unreached", translate("Steps", "not reached")),
        ]
        fields = [
            Field("solved", translate("Steps", "Solved?"), kind="choice", choices=answers, value="", required=True),
            Field(
                "satisfied", translate("Steps", "Satisfied?"), kind="choice", choices=answers, value="", required=True
            ),
            self._words(translate("Steps", "In the citizen's words")),
        ]
        sheet = self._sheet(case, "call_back", translate("Steps", "Call back"), fields, translate("Steps", "Record"))
        told = {"yes": True, "no": False, "unreached": None}
        return sheet, lambda v: CallBack(
            case=case.id, solved=told[v["solved"]], satisfied=told[v["satisfied"]], words=v["words"], channel="phone"
        )

    def _close(self, case: Case) -> tuple[FormSheet, Make]:
        results = [("solved", translate("Steps", "solved")), ("explained", translate("Steps", "explained"))]
        fields = [
            Field("result", translate("Steps", "Result"), kind="choice", choices=results, value="solved", wide=True),
            self._words(translate("Steps", "Root cause"), name="cause"),
            self._words(translate("Steps", "What prevents it from coming back"), name="prevention"),
        ]
        sheet = self._sheet(case, "close", translate("Steps", "Close the case"), fields, translate("Steps", "Close"))
        return sheet, lambda v: CloseCase(
            case=case.id, result=v["result"], cause=v["cause"], prevention=v["prevention"]
        )

    def _look_back(self, case: Case) -> tuple[FormSheet, Make]:
        choices = [("no", translate("Steps", "still fine")), ("yes", translate("Steps", "it came back"))]
        fields = [
            Field("recurred", translate("Steps", "Result"), kind="choice", choices=choices, value="no", wide=True),
            self._words(translate("Steps", "What was seen")),
        ]
        sheet = self._sheet(case, "look_back", translate("Steps", "Look back"), fields, translate("Steps", "Record"))
        return sheet, lambda v: LookBack(case=case.id, recurred=v["recurred"] == "yes", words=v["words"])

    def _refuse(self, case: Case) -> tuple[FormSheet, Make]:
        words = {
            "emergency_number": translate("Steps", "110, 119, 120 or 122"),
            "legal_route": translate("Steps", "a legal route exists"),
            "same_matter": translate("Steps", "same matter, nothing new"),
            "secret": translate("Steps", "secrets or privacy"),
            "outside_duty": translate("Steps", "outside our duty"),
            "unlawful": translate("Steps", "unlawful request"),
        }
        fields = [
            Field(
                "reason",
                translate("Steps", "Reason by law"),
                kind="choice",
                choices=[(c, words[c]) for c in REFUSALS],
                value="outside_duty",
                wide=True,
            ),
            self._words(translate("Steps", "What the citizen was told"), required=True),
        ]
        sheet = self._sheet(
            case, "refuse", translate("Steps", "Do not accept"), fields, translate("Steps", "Record"), danger=True
        )
        return sheet, lambda v: RefuseCase(case=case.id, reason=v["reason"], words=v["words"])

    def _suspend(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "suspend",
            translate("Steps", "Suspend"),
            [self._words(translate("Steps", "Obstacle and plan"), required=True)],
            translate("Steps", "Suspend"),
        )
        return sheet, lambda v: AskSuspension(case=case.id, words=v["words"])

    def _extend(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "extend",
            translate("Steps", "Ask for more time"),
            [self._words(translate("Steps", "Reason"), required=True)],
            translate("Steps", "Ask"),
        )
        return sheet, lambda v: AskExtension(case=case.id, words=v["words"])

    def _redo(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "redo",
            translate("Steps", "Do it again"),
            [self._words(translate("Steps", "Why"), required=True)],
            translate("Steps", "Record"),
        )
        return sheet, lambda v: RedoCase(case=case.id, words=v["words"])


def further_steps(case: Case) -> list[tuple[str, str]]:
    """(step, words) of what else can be done with a case, besides the usual next step."""
    steps = {
        "to_judge": [("refuse", translate("Steps", "Do not accept"))],
        "dispatched": [("dispute", translate("Steps", "Duty disputed"))],
        "owned": [("sign", translate("Steps", "The other receiver signs"))],
        "contacted": [("sign", translate("Steps", "The other receiver signs"))],
        "handling": [
            ("contact", translate("Steps", "Contact with the citizen")),
            ("extend", translate("Steps", "Ask for more time")),
            ("suspend", translate("Steps", "Suspend")),
            ("sign", translate("Steps", "The other receiver signs")),
        ],
        "call_back": [("redo", translate("Steps", "Do it again"))],
        "whistled": [("handle", translate("Steps", "Work goes on"))],
    }
    found = list(steps.get(case.stage, []))
    if not any(line.signed_at is None for line in case.assignees):
        found = [step for step in found if step[0] != "sign"]
    if case.open and case.assignees:
        found.append(("press", translate("Steps", "Press for action")))
    return [*found, ("amend", translate("Steps", "Correct what was taken down (E)"))]

"""The forms of the case centre: registering a call in half a minute, and the steps of handling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain import case_acts as acts
from commandcenter.domain.case import CHANNELS, REFUSALS, Case
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES, WORKED_MS
from commandcenter.ui import when
from commandcenter.ui.cases.amend import category_choices
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

REGISTER_DRAFT = "case.register"


class RegisterSheet(FormSheet):
    """F2. While the place is typed, it says who answers for it and what came from there lately."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        fields = [
            Field("title", translate("Register", "Matter, in a few words"), required=True, wide=True),
            Field(
                "place",
                translate("Register", "Place"),
                hint=translate("Register", "street, number, landmark"),
                wide=True,
            ),
            Field("text", translate("Register", "In the caller's words"), kind="lines", wide=True, height=84),
            Field("reporter", translate("Register", "Caller")),
            Field("phone", translate("Register", "Phone")),
            Field(
                "channel",
                translate("Register", "How found"),
                kind="choice",
                choices=[(code, word(CHANNEL_WORDS, code)) for code in CHANNELS],
                value="hotline",
            ),
            Field(
                "grade",
                translate("Register", "Grade"),
                kind="choice",
                choices=[(code, word(GRADE_WORDS, code)) for code in GRADES],
                value="general",
            ),
            Field(
                "category", translate("Register", "Category"), kind="choice", choices=category_choices(desk), value=""
            ),
            Field(
                "anonymous",
                translate("Register", "Caller"),
                kind="check",
                hint=translate("Register", "wants to stay anonymous"),
            ),
        ]
        super().__init__(
            look,
            host,
            translate("Register", "Register a case"),
            fields,
            send=translate("Register", "Register"),
            width=720,
            now=desk.clock.now,
        )
        self._desk = desk
        self.answer = Label(look, "", "caption", "acc")
        self.answer.setWordWrap(True)
        self.answer.setMinimumHeight(look.line("caption") * 2)
        self.body.insertWidget(1, self.answer)
        self.limit = Label(look, "", "caption", "3")
        self.body.insertWidget(2, self.limit)
        self.form.changed.connect(self._look_up)
        self.keep_draft(REGISTER_DRAFT, desk.save_draft, desk.read.status.drafts().get(REGISTER_DRAFT, ""))
        self._look_up()

    def _look_up(self) -> None:
        directory = self._desk.reference.directory
        place = directory.locate(self.form.text("place")) or directory.locate(self.form.text("title"))
        found = self._desk.reference.limit(f"case.grade.{self.form.text('grade')}")
        if found is not None:
            now, calendar = self._desk.clock.now(), self._desk.reference.calendar
            due = found.due(now, calendar)
            words = translate("Register", "Limit of this grade: until {due} ({source})")
            told = words.format(due=when.moment(due, now), source=found.source or when.UNKNOWN)
            if found.unit in WORKED_MS and calendar.provisional_between(now, due):
                told = translate("Register", "{words} · provisional").format(words=told)
            self.limit.setText(told)
        if place is None:
            self.answer.setText(
                translate("Register", "The place is not recognised yet; type a street or building of the roster.")
            )
            return
        who = directory.answers_for(place)
        community = who.community.name if who.community else ""
        parts = [f"{place.name} · {community}".strip(" ·")]
        if who.chief is not None:
            parts.append(f"{word(ROLES, who.chief.role)} {who.chief.person.name} {who.chief.person.phone}")
        near = "、".join(other.name for other in directory.similar(who.street or place))
        if near:
            parts.append(translate("Register", "sounds like: {names}").format(names=near))
        since = self._desk.clock.now() - 30 * DAY
        same = [row for row in self._desk.read.cases.by_place(place.id) if row.received_at >= since]
        if same:
            parts.append(
                translate("Register", "here in 30 days: {n}, the newest: {title}").format(
                    n=len(same), title=same[0].title
                )
            )
        self.answer.setText(" · ".join(parts))

    def command(self, values: dict[str, Any]) -> Command:
        """The command for what was entered."""
        directory = self._desk.reference.directory
        place = directory.locate(values["place"]) or directory.locate(values["title"])
        matter = acts.Matter(
            title=values["title"],
            text=values["text"],
            channel=values["channel"],
            grade=values["grade"],
            category=values["category"],
            place=place.id if place else "",
            place_words=values["place"],
            community=place.community if place else "",
            reporter=values["reporter"],
            phone=values["phone"],
            anonymous=values["anonymous"],
        )
        return acts.RegisterCase(matter=matter, channel="phone")


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
        return sheet, lambda v: acts.NoteCase(case=case.id, words=v["words"])

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
        return sheet, lambda v: acts.AdoptCase(case=case.id, grade=v["grade"])

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
        return sheet, lambda v: acts.SignCase(case=case.id, unit=v["unit"], words=v["told_by"], channel="phone")

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
        return sheet, lambda v: acts.DisputeCase(case=case.id, unit=v["unit"], words=v["words"])

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
        return sheet, lambda v: acts.ContactCitizen(
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
        return sheet, lambda v: acts.HandleCase(case=case.id, words=v["words"])

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
        return sheet, lambda v: acts.FeedBack(
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
        return sheet, lambda v: acts.VerifyCase(
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
        return sheet, lambda v: acts.CallBack(
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
        return sheet, lambda v: acts.CloseCase(
            case=case.id, result=v["result"], cause=v["cause"], prevention=v["prevention"]
        )

    def _look_back(self, case: Case) -> tuple[FormSheet, Make]:
        choices = [("no", translate("Steps", "still fine")), ("yes", translate("Steps", "it came back"))]
        fields = [
            Field("recurred", translate("Steps", "Result"), kind="choice", choices=choices, value="no", wide=True),
            self._words(translate("Steps", "What was seen")),
        ]
        sheet = self._sheet(case, "look_back", translate("Steps", "Look back"), fields, translate("Steps", "Record"))
        return sheet, lambda v: acts.LookBack(case=case.id, recurred=v["recurred"] == "yes", words=v["words"])

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
        return sheet, lambda v: acts.RefuseCase(case=case.id, reason=v["reason"], words=v["words"])

    def _suspend(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "suspend",
            translate("Steps", "Suspend"),
            [self._words(translate("Steps", "Obstacle and plan"), required=True)],
            translate("Steps", "Suspend"),
        )
        return sheet, lambda v: acts.SuspendCase(case=case.id, words=v["words"])

    def _extend(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "extend",
            translate("Steps", "Ask for more time"),
            [self._words(translate("Steps", "Reason"), required=True)],
            translate("Steps", "Ask"),
        )
        return sheet, lambda v: acts.AskExtension(case=case.id, words=v["words"])

    def _redo(self, case: Case) -> tuple[FormSheet, Make]:
        sheet = self._sheet(
            case,
            "redo",
            translate("Steps", "Do it again"),
            [self._words(translate("Steps", "Why"), required=True)],
            translate("Steps", "Record"),
        )
        return sheet, lambda v: acts.RedoCase(case=case.id, words=v["words"])


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

"""The forms of the joint screen. Each key opens one; what it makes is a command about the matter that is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.domain import joint_acts as acts
from commandcenter.domain import joint_table as table
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.gate import LACKS
from commandcenter.domain.joint import (
    REFUSAL_REASONS,
    RESULTS,
    RULINGS,
    SIDES,
    UPPER_ANSWERS,
    VARIANTS,
    Duty,
    Joint,
)
from commandcenter.ui import slow_words
from commandcenter.ui.joint.model import JointFacts
from commandcenter.ui.joint.present import UnknownBody, read_present
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.days import day_typed, read_day
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.slow_words import slow_word
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate
Values = Mapping[str, Any]
Choices = Sequence[tuple[str, str]]

MOMENT_MS = MINUTE
"""A time that was not changed from now is told as now."""


def _words(codes: Sequence[str], table_of: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(code, slow_word(table_of, code)) for code in codes]


class JointSheets:
    """Opens the forms of one matter at a time."""

    def __init__(self, context: Context, host: QWidget, acting: Acting) -> None:
        self._context = context
        self._desk = context.desk
        self._host = host
        self._acting = acting
        self.facts: JointFacts | None = None

    # -- helpers ---------------------------------------------------------------------------------------------------

    @property
    def _state(self) -> Joint:
        return self.facts.state if self.facts is not None else Joint()

    def _open(self, key: str, title: str, fields: Sequence[Field], send: str, make: Any, said: str = "") -> None:
        caption = f"{self._state.number} {self._state.title}".strip()
        self._acting.open(f"joint.{self._state.id}.{key}", title, caption, fields, send, make, said=said)

    def _at(self, value: int | None) -> int | None:
        now = self._desk.clock.now()
        return value if value is not None and abs(value - now) > MOMENT_MS else None

    def _when(self, label: str) -> Field:
        return Field("at", label, kind="clock", value=self._desk.clock.now())

    def _day(self, text: str, name: str = "due") -> int:
        return read_day(text, self._desk.clock.now(), self._desk.reference.calendar, name)

    def _bodies(self) -> Choices:
        """Units in use and partners of the matter."""
        units = [unit for unit in self._desk.reference.units.values() if unit.active]
        mark = translate("Joint", "partner")
        found = [(one.id, f"{one.body} · {mark}") for one in self._state.partners]
        return found + [(unit.id, unit.name) for unit in units]

    def _leaders(self) -> Choices:
        """Leaders of the roster, behind one for somebody else."""
        directory = self._desk.reference.directory
        posts = {post.person for post in directory.appointments if post.role in ("leader", "head")}
        people = [person for person in directory.people.values() if person.id in posts and person.active]
        told = [(person.id, f"{person.name} {person.post}".strip()) for person in people]
        return [("", translate("Joint", "somebody else (write below)")), *told]

    def _present(self, text: str) -> tuple[acts.Attendance, ...]:
        reference = self._desk.reference
        try:
            return tuple(read_present(text, reference.units, self._state, reference.unit_initials))
        except UnknownBody as unknown:
            if unknown.near:
                words = translate("Joint", "“{name}” could be {names}. Write more of it.")
                raise ValueError(words.format(name=unknown.name, names="、".join(unknown.near))) from unknown
            words = translate("Joint", "“{name}” is no unit of ours and no partner yet. O enters a partner.")
            raise ValueError(words.format(name=unknown.name)) from unknown

    def _usual(self) -> str:
        """Whom a matter of this kind usually calls, as a list to start from."""
        kinds = {kind.code: kind for kind in self._desk.reference.matter_kinds}
        kind = kinds.get(self._state.grounds.category)
        names = [self._desk.reference.unit_name(unit) for unit in kind.units] if kind is not None else []
        return "\n".join([*names, *(one.body for one in self._state.partners)])

    def _row(self, duty: Duty) -> str:
        who = self.facts.who(duty.unit) if self.facts is not None else duty.unit
        return f"{who} · {duty.task}"

    # -- the matter ------------------------------------------------------------------------------------------------

    def new(self, cases: Sequence[str] = (), title: str = "", place: str = "") -> None:
        """U0: found or reported."""
        source = [(code, word(CHANNEL_WORDS, code)) for code in CHANNELS]
        rows = self._desk.read.cases.by_id(cases) if cases else []
        came = next((row.channel for row in rows), "chief")
        fields = [
            Field("title", translate("Joint", "What it is about"), required=True, wide=True, value=title),
            Field("source", translate("Joint", "Found by"), kind="choice", choices=source, value=came),
            self._when(translate("Joint", "When")),
            Field("place", translate("Joint", "Spot"), value=place, hint=translate("Joint", "street, alley, building")),
            Field("case", translate("Joint", "Case number"), value=" ".join(row.number for row in rows)),
            Field("words", translate("Joint", "What is there"), kind="lines", wide=True),
        ]

        def make(v: Values) -> Command:
            found = self._desk.reference.locate(v["place"])
            return acts.OpenJoint(
                title=v["title"],
                source=v["source"],
                cases=self._cases(v["case"]),
                place=found.id if found is not None else "",
                place_words=v["place"] if found is None or found.name != v["place"] else "",
                words=v["words"],
                happened_at=self._at(v["at"]),
            )

        self._acting.open(
            "joint.new",
            translate("Joint", "New joint whistle"),
            translate("Joint", "What one sees and another may change"),
            fields,
            translate("Joint", "Enter"),
            make,
        )

    def _cases(self, text: str) -> tuple[str, ...]:
        found = []
        for number in text.replace("，", " ").replace("、", " ").replace(",", " ").split():
            case = self._desk.read.cases.by_number(number)
            if not case:
                raise ValueError(translate("Joint", "There is no case {number}.").format(number=number))
            found.append(case)
        return tuple(found)

    def analyse(self) -> None:
        """U1: is it a matter for a whistle, and of which kind."""
        kinds = [(kind.code, kind.name) for kind in self._desk.reference.matter_kinds]
        missing = translate("Joint", "What is missing to solve it here")
        yes = [("1", translate("Joint", "Yes: a joint whistle")), ("", translate("Joint", "No: back to the case"))]
        fields = [
            Field("whistle", translate("Joint", "A matter for a whistle"), kind="choice", choices=yes, value="1"),
            Field(
                "variant", translate("Joint", "Whom it concerns"), kind="choice",
                choices=_words(VARIANTS, slow_words.VARIANTS), value="own",
            ),
            Field("category", translate("Joint", "Kind of matter"), kind="choice", choices=kinds),
            *(
                Field(
                    f"lack_{lack}", missing if place == 0 else "", kind="check", value=lack == "departments",
                    hint=slow_word(slow_words.LACKS, lack),
                )
                for place, lack in enumerate(LACKS)
            ),
            Field("tried", translate("Joint", "What was tried, and what came of it"), kind="lines", wide=True),
            Field("words", translate("Joint", "Opinion of the special team"), kind="lines", wide=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.AnalyseJoint(
                joint=self._state.id,
                whistle=v["whistle"] == "1",
                variant=v["variant"],
                category=v["category"],
                lacks=tuple(lack for lack in LACKS if v[f"lack_{lack}"]),
                tried=v["tried"],
                words=v["words"],
            )

        self._open("analyse", translate("Joint", "Analyse"), fields, translate("Joint", "Enter"), make)

    def send_back(self) -> None:
        """Back to the case."""
        fields = [Field("words", translate("Joint", "Why"), kind="lines", wide=True, required=True)]
        self._open(
            "return", translate("Joint", "Back to the case"), fields, translate("Joint", "Send back"),
            lambda v: acts.ReturnJoint(joint=self._state.id, words=v["words"]),
        )  # fmt: skip

    def ask_upward(self) -> None:
        """The request to the level above."""
        fields = [
            Field("receiver", translate("Joint", "To whom"), required=True),
            Field("words", translate("Joint", "What is asked for, and why"), kind="lines", wide=True, required=True),
        ]
        self._open(
            "upward", translate("Joint", "Ask the level above"), fields, translate("Joint", "Record the request"),
            lambda v: acts.AskUpward(joint=self._state.id, receiver=v["receiver"], words=v["words"]),
            translate("Joint", "Recorded. No clock runs on the level above; we look at it ourselves."),
        )  # fmt: skip

    def review_upward(self) -> None:
        """Our own look while the level above is waited for."""
        fields = [Field("words", translate("Joint", "How it stands"), kind="lines", wide=True, required=True)]
        self._open(
            "look", translate("Joint", "Our own look"), fields, translate("Joint", "Record"),
            lambda v: acts.ReviewUpward(joint=self._state.id, words=v["words"]),
        )  # fmt: skip

    def answer_upward(self) -> None:
        """What the level above answered."""
        answers = _words(UPPER_ANSWERS, slow_words.UPPER_ANSWERS)
        fields = [
            Field("answer", translate("Joint", "The level above"), kind="choice", choices=answers, value="together"),
            Field(
                "words", translate("Joint", "Its words, number of the letter"), kind="lines", wide=True, required=True
            ),
        ]
        self._open(
            "answer", translate("Joint", "Answer from above"), fields, translate("Joint", "Record"),
            lambda v: acts.AnswerUpward(joint=self._state.id, answer=v["answer"], words=v["words"]),
        )  # fmt: skip

    def lead(self) -> None:
        """U2: the named leader; for a matter of two streets also the one next door."""
        state = self._state
        sides = [("own", translate("Joint", "our street")), ("peer", translate("Joint", "the street next door"))]
        peer = state.variant == "peer"
        fields = [
            Field("person", translate("Joint", "Leader"), kind="choice", choices=self._leaders()),
            Field("name", translate("Joint", "Name")),
            Field("phone", translate("Joint", "Phone")),
        ]
        if peer:
            side = "peer" if "own" in state.leads and "peer" not in state.leads else "own"
            fields.insert(0, Field("side", translate("Joint", "For"), kind="choice", choices=sides, value=side))

        def make(v: Values) -> Command:
            return acts.NameJointLead(
                joint=state.id, person=v["person"], name=v["name"], phone=v["phone"], side=v.get("side", "own")
            )

        self._open("lead", translate("Joint", "Name the leader"), fields, translate("Joint", "Name"), make)

    def partner(self) -> None:
        """Somebody at the table who is not in our roster."""
        fields = [
            Field("body", translate("Joint", "Body"), required=True, wide=True),
            Field("name", translate("Joint", "Contact")),
            Field("phone", translate("Joint", "Phone")),
        ]
        self._open(
            "partner", translate("Joint", "Partner outside our roster"), fields, translate("Joint", "Enter"),
            lambda v: acts.ListPartner(joint=self._state.id, body=v["body"], name=v["name"], phone=v["phone"]),
        )  # fmt: skip

    def survey(self) -> None:
        """U3: the survey on the spot."""
        fields = [
            self._when(translate("Joint", "From")),
            Field("until", translate("Joint", "Until"), kind="clock"),
            Field("present", translate("Joint", "Who was there, with how many"), kind="lines", wide=True,
                  required=True, value=self._usual(), height=110),
            Field("photos", translate("Joint", "Photographs"), kind="number"),
            Field("place", translate("Joint", "Meeting point")),
            Field("words", translate("Joint", "What was found"), kind="lines", wide=True, required=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.SurveyJoint(
                joint=self._state.id,
                present=self._present(v["present"]),
                photos=v["photos"],
                place=v["place"],
                words=v["words"],
                until=v["until"],
                happened_at=self._at(v["at"]),
            )

        self._open("survey", translate("Joint", "Site survey"), fields, translate("Joint", "Record"), make)

    def meeting(self) -> None:
        """U4: the coordination meeting."""
        state = self._state
        lead = state.leads.get("own")
        names = [self.facts.who(unit) for unit in state.survey.heads] if state.survey and self.facts else []
        fields = [
            self._when(translate("Joint", "From")),
            Field("until", translate("Joint", "Until"), kind="clock"),
            Field("chair", translate("Joint", "Chair"), required=True, value=lead.name if lead else ""),
            Field("place", translate("Joint", "Where")),
            Field("present", translate("Joint", "Who was there, with how many"), kind="lines", wide=True,
                  required=True, value="\n".join(names), height=110),
            Field("words", translate("Joint", "What was agreed"), kind="lines", wide=True, required=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.MeetJoint(
                joint=state.id,
                present=self._present(v["present"]),
                chair=v["chair"],
                place=v["place"],
                words=v["words"],
                until=v["until"],
                happened_at=self._at(v["at"]),
            )

        self._open("meeting", translate("Joint", "Coordination meeting"), fields, translate("Joint", "Record"), make)

    # -- the table -------------------------------------------------------------------------------------------------

    def add_duty(self) -> None:
        """A line of the table."""
        fields = [
            Field("unit", translate("Joint", "Department"), kind="choice", choices=self._bodies(), wide=True),
            Field("task", translate("Joint", "Task"), kind="lines", wide=True, required=True, height=54),
            Field("due", translate("Joint", "By (the office closes at 17:30)"), kind="date", required=True),
        ]

        def make(v: Values) -> Command:
            return table.AddDuty(joint=self._state.id, unit=v["unit"], task=v["task"], due_at=self._day(v["due"]))

        self._open("duty", translate("Joint", "Add a line"), fields, translate("Joint", "Add"), make)

    def sign(self, duty: Duty) -> None:
        """The department signs its line."""
        fields = [Field("name", translate("Joint", "Who signs for the department"), required=True, wide=True)]
        self._open(
            f"sign.{duty.id}", self._row(duty), fields, translate("Joint", "Sign"),
            lambda v: table.SignDuty(joint=self._state.id, row=duty.id, name=v["name"]),
        )  # fmt: skip

    def sign_side(self, step: str) -> None:
        """A street signs the table or the verification."""
        missing = self._state.unsigned_sides(step) or SIDES
        names = {"own": translate("Joint", "our street"), "peer": translate("Joint", "the street next door")}
        choices = [(side, names[side]) for side in missing]
        lead = self._state.leads.get(missing[0])
        fields = [
            Field("side", translate("Joint", "For"), kind="choice", choices=choices, value=missing[0]),
            Field("name", translate("Joint", "Who signs"), required=True, value=lead.name if lead else ""),
        ]
        title = (
            translate("Joint", "Sign the duty table")
            if step == "table"
            else translate("Joint", "Sign the verification")
        )
        self._open(
            f"side.{step}", title, fields, translate("Joint", "Sign"),
            lambda v: table.SignJoint(joint=self._state.id, step=step, side=v["side"], name=v["name"]),
        )  # fmt: skip

    def refuse(self, duty: Duty) -> None:
        """The department refuses its line."""
        reasons = _words(REFUSAL_REASONS, slow_words.DUTY_REASONS)
        fields = [
            Field("reason", translate("Joint", "Reason"), kind="choice", choices=reasons, value="not_our_duty"),
            Field("name", translate("Joint", "Said by"), required=True),
            Field("words", translate("Joint", "Its words"), kind="lines", wide=True, required=True),
        ]
        self._open(
            f"refuse.{duty.id}", translate("Joint", "Refused: {row}").format(row=self._row(duty)), fields,
            translate("Joint", "Record the refusal"),
            lambda v: table.RefuseDuty(
                joint=self._state.id, row=duty.id, reason=v["reason"], words=v["words"], name=v["name"]
            ),
        )  # fmt: skip

    def rule(self, duty: Duty) -> None:
        """What becomes of a refusal."""
        rulings = _words(RULINGS, slow_words.RULINGS)
        fields = [
            Field("ruling", translate("Joint", "Ruling"), kind="choice", choices=rulings, value="upheld"),
            Field("words", translate("Joint", "On what grounds"), kind="lines", wide=True, required=True),
        ]
        self._open(
            f"rule.{duty.id}", translate("Joint", "Dispute: {row}").format(row=self._row(duty)), fields,
            translate("Joint", "Rule"),
            lambda v: table.RuleRefusal(joint=self._state.id, row=duty.id, ruling=v["ruling"], words=v["words"]),
        )  # fmt: skip

    def move(self, duty: Duty) -> None:
        """Put off a date on the leader's word."""
        lead = self._state.leads.get("own")
        fields = [
            Field("due", translate("Joint", "New date"), kind="date", value=day_typed(duty.due_at), required=True),
            Field("name", translate("Joint", "Leader who agreed"), required=True, value=lead.name if lead else ""),
            Field("words", translate("Joint", "Why"), kind="lines", wide=True, required=True),
        ]

        def make(v: Values) -> Command:
            due_at = self._day(v["due"])
            return table.MoveDuty(joint=self._state.id, row=duty.id, due_at=due_at, words=v["words"], name=v["name"])

        title = translate("Joint", "Other date: {row}").format(row=self._row(duty))
        self._open(f"move.{duty.id}", title, fields, translate("Joint", "Change the date"), make)

    def drop(self, duty: Duty) -> None:
        """Take a line out."""
        fields = [Field("words", translate("Joint", "Why"), kind="lines", wide=True, required=True)]
        self._open(
            f"drop.{duty.id}", translate("Joint", "Take out: {row}").format(row=self._row(duty)), fields,
            translate("Joint", "Take out"),
            lambda v: table.DropDuty(joint=self._state.id, row=duty.id, words=v["words"]),
        )  # fmt: skip

    def note(self, duty: Duty) -> None:
        """A step, or the result that is fed back."""
        sorts = [("", translate("Joint", "Work goes on")), *_words(RESULTS, slow_words.RESULTS)]
        fields = [
            Field("result", translate("Joint", "How it stands"), kind="choice", choices=sorts, value=""),
            self._when(translate("Joint", "When")),
            Field("words", translate("Joint", "What was told"), kind="lines", wide=True, required=True),
        ]

        def make(v: Values) -> Command:
            told: dict[str, Any] = {"joint": self._state.id, "row": duty.id, "words": v["words"]}
            told["happened_at"] = self._at(v["at"])
            if v["result"]:
                return table.FeedBackDuty(result=v["result"], **told)
            return table.RecordDutyStep(**told)

        self._open(f"note.{duty.id}", self._row(duty), fields, translate("Joint", "Record"), make)

    def urge(self, duties: Sequence[Duty]) -> None:
        """Press one department, or all that are late."""
        ways = [
            ("phone", translate("Joint", "by telephone")),
            ("face", translate("Joint", "face to face")),
            ("page", translate("Joint", "by letter")),
            ("radio", translate("Joint", "by radio")),
        ]
        names = "、".join(self.facts.who(duty.unit) for duty in duties) if self.facts is not None else ""
        fields = [
            Field("way", translate("Joint", "How"), kind="choice", choices=ways, value="phone"),
            self._when(translate("Joint", "When")),
            Field("words", translate("Joint", "What was said"), kind="lines", wide=True, required=True, height=54),
            Field("answer", translate("Joint", "What they answered"), kind="lines", wide=True, height=54),
        ]
        rows = tuple(duty.id for duty in duties)

        def make(v: Values) -> Command:
            return table.UrgeDuties(
                joint=self._state.id,
                rows=rows,
                words=v["words"],
                answer=v["answer"],
                channel=v["way"],
                happened_at=self._at(v["at"]),
            )

        title = translate("Joint", "Urge: {names}").format(names=names)
        self._open("urge", title, fields, translate("Joint", "Record"), make)

    # -- the end ---------------------------------------------------------------------------------------------------

    def verify(self) -> None:
        """U7: a look on the spot."""
        yes = [("1", translate("Joint", "Passed")), ("", translate("Joint", "Not passed: back to work"))]
        redo = [("", translate("Joint", "all lines"))]
        redo += [(duty.id, self._row(duty)) for duty in self._state.duties if duty.live]
        due = day_typed(self._desk.clock.now() + 7 * DAY)
        fields = [
            Field("passed", translate("Joint", "Verification"), kind="choice", choices=yes, value="1"),
            Field("name", translate("Joint", "Who looked"), required=True),
            Field("redo", translate("Joint", "If not: which line goes back"), kind="choice", choices=redo),
            Field("due", translate("Joint", "If not: by when"), kind="date", value=due),
            Field("words", translate("Joint", "What was seen"), kind="lines", wide=True, required=True),
        ]

        def make(v: Values) -> Command:
            passed = v["passed"] == "1"
            return table.VerifyJoint(
                joint=self._state.id,
                passed=passed,
                name=v["name"],
                words=v["words"],
                redo=() if passed or not v["redo"] else (v["redo"],),
                due_at=None if passed else self._day(v["due"]),
            )

        self._open("verify", translate("Joint", "Verify"), fields, translate("Joint", "Record"), make)

    def close(self) -> None:
        """U8: close."""
        fields = [Field("words", translate("Joint", "Result"), kind="lines", wide=True, required=True)]
        self._open(
            "close", translate("Joint", "Close"), fields, translate("Joint", "Close"),
            lambda v: table.CloseJoint(joint=self._state.id, words=v["words"]),
            translate("Joint", "Closed. The look-backs come by themselves."),
        )  # fmt: skip

    def look_back(self) -> None:
        """A look afterwards."""
        yes = [("", translate("Joint", "All right")), ("1", translate("Joint", "It came back: open a linked matter"))]
        fields = [
            Field("recurred", translate("Joint", "How it is"), kind="choice", choices=yes, value=""),
            Field("name", translate("Joint", "Who looked"), required=True),
            Field("words", translate("Joint", "What was seen"), kind="lines", wide=True, required=True),
        ]
        title = translate("Joint", "Look-back {n}").format(n=self._state.looking_back)
        self._open(
            "lookback", title, fields, translate("Joint", "Record"),
            lambda v: table.LookBackJoint(
                joint=self._state.id, recurred=v["recurred"] == "1", name=v["name"], words=v["words"]
            ),
        )  # fmt: skip

    def judge(self) -> None:
        """One side's word on the whistle."""
        sides = [("", translate("Joint", "our street"))]
        for unit in dict.fromkeys(duty.unit for duty in self._state.duties):
            sides.append((unit, self.facts.who(unit) if self.facts is not None else unit))
        yes = [("1", translate("Joint", "The whistle was right")), ("", translate("Joint", "It was not needed"))]
        fields = [
            Field("unit", translate("Joint", "Who says so"), kind="choice", choices=sides),
            Field("justified", translate("Joint", "Opinion"), kind="choice", choices=yes, value="1"),
            Field("words", translate("Joint", "Why"), kind="lines", wide=True),
        ]
        self._open(
            "judge", translate("Joint", "Double appraisal"), fields, translate("Joint", "Record"),
            lambda v: table.JudgeJoint(
                joint=self._state.id, unit=v["unit"], justified=v["justified"] == "1", words=v["words"]
            ),
        )  # fmt: skip

"""The forms at the end of a case: double feedback, notice, verification, call-back, redo, closing, looking back, filing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from commandcenter.domain.case import CHECKS, SATISFACTIONS, TRIES, Case, checks_at_close
from commandcenter.domain.case_ending_acts import (
    ArchiveCase,
    CallBack,
    CloseCase,
    LookBack,
    RedoCase,
    VerifyCase,
    next_season,
)
from commandcenter.domain.case_handling_acts import FeedBack, PostNotice
from commandcenter.ui import when
from commandcenter.ui.case_words import CHECKS as CHECK_WORDS
from commandcenter.ui.case_words import RESULTS as RESULT_WORDS
from commandcenter.ui.case_words import SATISFACTIONS as SATISFACTION_WORDS
from commandcenter.ui.case_words import case_word
from commandcenter.ui.cases.step_forms import Built, StepForms
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class EndForms(StepForms):
    """Each method gives the form of one step with the command it leads to."""

    def feed_back(self, case: Case) -> Built:
        """A receiver tells both sides."""
        waiting = [line.unit for line in case.assignees if line.fed_back_at is None and line.signed_at is not None]
        now = translate("Steps", "now")
        fields = [
            self.unit("unit", translate("Steps", "Who feeds back"), waiting),
            self.words(translate("Steps", "The citizen was told"), required=True, name="to_citizen"),
            self.way("citizen_by", translate("Steps", "How"), ("phone", "message", "visit", "face")),
            Field("citizen_at", translate("Steps", "When"), kind="clock", hint=now),
            self.words(translate("Steps", "The hotline was told"), required=True, name="to_hotline"),
            self.way("hotline_by", translate("Steps", "How"), ("system", "phone", "paper")),
            Field("hotline_at", translate("Steps", "When"), kind="clock", hint=now),
        ]
        if case.without_citizen:
            fields[1] = self.words(translate("Steps", "What the public is told"), required=True, name="to_citizen")
        sheet = self.sheet(
            case, "feed_back", translate("Steps", "Double feedback"), fields, translate("Steps", "Record")
        )
        told = ("unit", "to_citizen", "to_hotline", "citizen_by", "hotline_by", "citizen_at", "hotline_at")
        return sheet, lambda v: FeedBack(case=case.id, channel="phone", **{name: v[name] for name in told})

    def notice(self, case: Case) -> Built:
        """A public notice of the result."""
        fields = [
            self.words(translate("Steps", "Text of the notice"), required=True),
            Field("where", translate("Steps", "Where it hangs"), value=case.place_words),
            Field("until", translate("Steps", "Until"), kind="clock", hint=self.day_hint()),
        ]
        sheet = self.sheet(case, "notice", translate("Steps", "Public notice"), fields, translate("Steps", "Put up"))
        return sheet, lambda v: PostNotice(case=case.id, words=v["words"], where=v["where"], until=v["until"])

    def verify(self, case: Case) -> Built:
        """Somebody else checks."""
        results = [("yes", translate("Steps", "passed")), ("no", translate("Steps", "not passed, back to work"))]
        fields = [
            self.pick("passed", translate("Steps", "Result"), results),
            self.way("way", translate("Steps", "How it was checked"), ("visit", "phone", "photo")),
            Field("checker", translate("Steps", "Who checked (not the handler)"), required=True, wide=True),
            self.words(translate("Steps", "What was seen")),
        ]
        sheet = self.sheet(case, "verify", translate("Steps", "Verification"), fields, translate("Steps", "Record"))
        return sheet, lambda v: VerifyCase(
            case=case.id, passed=v["passed"] == "yes", way=v["way"], words=v["words"], checker=v["checker"]
        )

    def call_back(self, case: Case) -> Built:
        """The citizen is asked; or, where nobody complained, the place is looked at."""
        solved = [
            ("yes", translate("Steps", "solved")),
            ("no", translate("Steps", "not solved")),
            ("unreached", translate("Steps", "not reached")),
        ]
        satisfied = [*self.coded(SATISFACTION_WORDS, SATISFACTIONS), ("unreached", translate("Steps", "no answer"))]
        ways = ("visit", "phone", "notice") if case.proactive else ("phone", "message", "visit")
        fields = [
            self.pick("solved", translate("Steps", "Solved?"), solved),
            self.pick("satisfaction", translate("Steps", "Satisfied?"), satisfied),
            self.way("way", translate("Steps", "How"), ways),
            Field("at", translate("Steps", "When"), kind="clock", hint=translate("Steps", "now")),
            self.words(translate("Steps", "In the citizen's words")),
        ]
        title = (
            translate("Steps", "Visit instead of the call-back") if case.proactive else translate("Steps", "Call back")
        )
        sheet = self.sheet(case, "call_back", title, fields, translate("Steps", "Record"))
        if case.calls and not case.answered:
            told = translate("Steps", "called in vain: {n} of {most}").format(n=case.calls, most=TRIES)
            sheet.caption.setText(f"{case.number} · {told}")
        told_solved = {"yes": True, "no": False, "unreached": None}
        return sheet, lambda v: CallBack(
            case=case.id,
            solved=told_solved[v["solved"]],
            satisfaction="" if v["satisfaction"] == "unreached" or v["solved"] == "unreached" else v["satisfaction"],
            way=v["way"],
            words=v["words"],
            happened_at=v["at"],
        )

    def redo(self, case: Case) -> Built:
        """It is done again."""
        fields = [
            self.leader(translate("Steps", "Leader who approves")),
            self.words(translate("Steps", "Why the wish is reasonable"), required=True),
        ]
        title = (
            translate("Steps", "Do it again (time {n}): it goes before a leader").format(n=case.redone + 1)
            if case.redone
            else translate("Steps", "Do it again")
        )
        sheet = self.sheet(case, "redo", title, fields, translate("Steps", "Record"), danger=bool(case.redone))
        return sheet, lambda v: RedoCase(case=case.id, by=self.signed(v)[0], name=self.signed(v)[1], words=v["words"])

    def close(self, case: Case) -> Built:
        """The end, with the four checks."""
        results = ["solved", "explained"]
        if case.handed:
            results.append("transferred")
        if case.suspensions:
            results.append("suspended")
        proposed = "explained" if case.solved is False else "solved"
        fields = [
            self.pick("result", translate("Steps", "Result"), self.coded(RESULT_WORDS, results), proposed),
            self.leader(translate("Steps", "Closing leader signs"), wide=False),
            self.words(translate("Steps", "Root cause"), name="cause"),
            self.words(translate("Steps", "What prevents it from coming back"), name="prevention"),
        ]
        sheet = self.sheet(case, "close", translate("Steps", "Close the case"), fields, translate("Steps", "Close"))
        _Checks(self._look, sheet, case)
        return sheet, lambda v: CloseCase(
            case=case.id,
            result=v["result"],
            cause=v["cause"],
            prevention=v["prevention"],
            leader=self.signed(v)[0],
            name=self.signed(v)[1],
        )

    def look_back(self, case: Case) -> Built:
        """Looked at again; what came back becomes a new case."""
        now = self._desk.clock.now()
        fine = [
            ("no", translate("Steps", "still fine")),
            ("yes", translate("Steps", "it came back: a new case begins")),
        ]
        season = next_season(now)
        again = [
            ("no", translate("Steps", "no further look")),
            ("season", translate("Steps", "before the next season, {day}").format(day=when.day(season))),
        ]
        fields = [
            self.pick("recurred", translate("Steps", "Result"), fine),
            self.pick("again", translate("Steps", "Look again"), again, "no"),
            self.words(translate("Steps", "What was seen")),
        ]
        sheet = self.sheet(case, "look_back", translate("Steps", "Look back"), fields, translate("Steps", "Record"))
        return sheet, lambda v: LookBack(
            case=case.id,
            recurred=v["recurred"] == "yes",
            next_at=season if v["again"] == "season" else None,
            words=v["words"],
        )

    def archive(self, case: Case) -> Built:
        """Filed away."""
        fields = [self.words(translate("Steps", "Remark"))]
        title = translate("Steps", "File it away")
        sheet = self.sheet(case, "archive", title, fields, translate("Steps", "File"))
        return sheet, lambda v: ArchiveCase(case=case.id, words=v["words"])


class _Checks(QObject):
    """The four checks above the form of closing, told anew while the root cause is typed."""

    def __init__(self, look: Look, sheet: FormSheet, case: Case) -> None:
        super().__init__(sheet)
        self._sheet, self._case = sheet, case
        self.told = Label(look, "", "strong", "2")
        sheet.body.insertWidget(1, self.told)
        sheet.form.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        found = checks_at_close(self._case, self._sheet.form.text("cause"))
        told = "    ".join(f"{'✓' if found[code] else '—'} {case_word(CHECK_WORDS, code)}" for code in CHECKS)
        self.told.setText(told)
        self.told.set_tone("ok" if all(found.values()) else "amb")

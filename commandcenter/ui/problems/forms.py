"""The forms of the problem bank. Each is data: title, fields, and the command that what is entered makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain import problem_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.problem import CONSEQUENCES, LIKELIHOODS, PERIODS, Problem
from commandcenter.journal.reading.problems import Repeated
from commandcenter.ui.bank_words import DEGREES, bank_word
from commandcenter.ui.bank_words import PERIODS as PERIOD_WORDS
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.usual import closing

translate = QCoreApplication.translate
Values = Mapping[str, Any]


def places(reference: Reference) -> list[tuple[str, str]]:
    """The places a problem may lie at, by name."""
    found = [one for one in reference.directory.places.values() if one.active]
    return [
        ("", translate("Problems", "not in the roster")),
        *sorted(((one.id, one.name) for one in found), key=_second),
    ]


def units(reference: Reference) -> list[tuple[str, str]]:
    """Units by their ids."""
    return [(one.id, one.name) for one in sorted(reference.units.values(), key=lambda one: one.id) if one.active]


def kinds(reference: Reference) -> list[tuple[str, str]]:
    """Categories by name."""
    return [
        ("", translate("Problems", "not told")),
        *((key, "/".join(path)) for key, path in reference.categories.items()),
    ]


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


class ProblemForms:
    """Opens the forms of the bank."""

    def __init__(self, acting: Acting, reference: Reference) -> None:
        self._acting = acting
        self._reference = reference
        self._state = Problem()
        self._cases: tuple[str, ...] = ()

    def _body(self, state: Problem) -> list[Field]:
        reference = self._reference
        return [
            Field("title", translate("Problems", "Problem"), value=state.title, required=True, wide=True),
            Field("place", translate("Problems", "Spot"), "choice", state.place, places(reference)),
            Field("point", translate("Problems", "Point in words"), value=state.point),
            Field("category", translate("Problems", "Kind"), "choice", state.category, kinds(reference)),
            Field(
                "unit",
                translate("Problems", "Whose duty"),
                "choice",
                (*state.units, "")[0],
                [("", "—"), *units(reference)],
            ),
            Field("cause", translate("Problems", "Cause"), "lines", state.cause, wide=True, height=54),
            Field("duty", translate("Problems", "Duty of each side"), "lines", state.duty, wide=True, height=54),
            Field("path", translate("Problems", "Way to solve it"), "lines", state.path, wide=True, height=54),
        ]

    def new(self, one: Repeated | None = None) -> None:
        """Enter a problem, by hand or out of cases that repeat."""
        known = Problem()
        if one is not None:
            known = Problem(place=one.place, community=one.community, category=one.category, title=one.title)
        self._state, self._cases = known, one.cases if one is not None else ()
        caption = translate("Problems", "{n} cases belong to it").format(n=len(self._cases)) if self._cases else ""
        title = translate("Problems", "Enter a problem")
        send = translate("Problems", "Enter")
        said = translate("Problems", "Entered in the bank")
        self._acting.open("problem.new", title, caption, self._body(known), send, self._made, said=said)

    def _made(self, v: Values) -> Command:
        place = self._reference.directory.places.get(str(v["place"]))
        community = (place.id if place.kind == "community" else place.community) if place else self._state.community
        return acts.OpenProblem(
            title=v["title"],
            place=v["place"],
            point=v["point"],
            community=community,
            category=v["category"],
            cause=v["cause"],
            duty=v["duty"],
            path=v["path"],
            units=(v["unit"],) if v["unit"] else (),
            cases=self._cases,
        )

    def amend(self, state: Problem) -> None:
        """Correct the entry."""
        self._state = state
        self._open("amend", translate("Problems", "Correct"), self._body(state), self._amended)

    def _amended(self, v: Values) -> Command:
        told = {name: v[name] for name in ("title", "place", "point", "category", "cause", "duty", "path")}
        rest = tuple(one for one in self._state.units[1:] if one != v["unit"])
        return acts.AmendProblem(problem=self._state.id, units=((v["unit"], *rest) if v["unit"] else rest), **told)

    def _open(self, key: str, title: str, fields: Sequence[Field], make: Any, said: str = "") -> None:
        state = self._state
        caption = " · ".join(part for part in (state.number, state.title) if part)
        send = translate("Problems", "Save")
        self._acting.open(f"problem.{key}.{state.id}", title, caption, fields, send, make, said=said)

    def assess(self, state: Problem) -> None:
        """How likely, when, how bad."""
        self._state = state
        degrees = [(code, bank_word(DEGREES, code)) for code in LIKELIHOODS]
        bad = [(code, bank_word(DEGREES, code)) for code in CONSEQUENCES]
        periods = [(code, bank_word(PERIOD_WORDS, code)) for code in PERIODS]
        fields = [
            Field("likelihood", translate("Problems", "How likely"), "choice", state.likelihood or "middle", degrees),
            Field("period", translate("Problems", "When it presses"), "choice", state.period or "all_year", periods),
            Field("consequence", translate("Problems", "How bad"), "choice", state.consequence or "middle", bad),
            Field("words", translate("Problems", "On what grounds"), "lines", wide=True),
        ]
        self._open("assess", translate("Problems", "Assess"), fields, self._assessed)

    def _assessed(self, v: Values) -> Command:
        told = {name: v[name] for name in ("likelihood", "period", "consequence", "words")}
        return acts.AssessProblem(problem=self._state.id, **told)

    def measure(self, state: Problem, now: int) -> None:
        """What is to be done."""
        self._state = state
        fields = [
            Field("words", translate("Problems", "What is done"), "lines", required=True, wide=True),
            Field("unit", translate("Problems", "By whom"), "choice", (*state.units, "")[0], units(self._reference)),
            Field("due_at", translate("Problems", "Until"), "clock", closing(self._reference, now, 7), required=True),
        ]
        self._open("measure", translate("Problems", "Measure"), fields, self._measured)

    def _measured(self, v: Values) -> Command:
        return acts.TakeMeasure(problem=self._state.id, unit=v["unit"], words=v["words"], due_at=v["due_at"])

    def measure_done(self, state: Problem, measure: str, words: str) -> None:
        """What came of a measure."""
        self._state, self._measure = state, measure
        fields = [
            Field("words", translate("Problems", "What came of it"), "lines", required=True, wide=True, hint=words)
        ]
        self._open(f"done.{measure}", translate("Problems", "Measure is done"), fields, self._done)

    def _done(self, v: Values) -> Command:
        return acts.EndMeasure(problem=self._state.id, measure=self._measure, words=v["words"])

    def recheck(self, state: Problem) -> None:
        """Looked at on the spot."""
        self._state = state
        results = [("yes", translate("Problems", "put right")), ("no", translate("Problems", "not put right"))]
        fields = [
            Field("passed", translate("Problems", "Result"), "choice", "yes", results),
            Field("words", translate("Problems", "What was seen"), "lines", required=True, wide=True),
        ]
        self._open("recheck", translate("Problems", "Recheck"), fields, self._rechecked)

    def _rechecked(self, v: Values) -> Command:
        return acts.RecheckProblem(problem=self._state.id, passed=v["passed"] == "yes", words=v["words"])

    def leave(self, state: Problem, cases: Sequence[tuple[str, str]]) -> None:
        """A case is none of this problem after all."""
        self._state = state
        fields = [
            Field("case", translate("Problems", "Which case"), "choice", choices=cases, wide=True),
            Field("words", translate("Problems", "Why"), wide=True),
        ]
        self._open("leave", translate("Problems", "Take a case out"), fields, self._left)

    def _left(self, v: Values) -> Command:
        return acts.LeaveProblem(problem=self._state.id, case=v["case"], words=v["words"])

    def worded(self, state: Problem, kind: type[acts.ProblemCommand], title: str, label: str) -> None:
        """An act that needs words alone: keep, close, note."""
        self._state, self._kind = state, kind
        fields = [Field("words", label, "lines", required=True, wide=True)]
        self._open(kind.__name__, title, fields, self._worded)

    def _worded(self, v: Values) -> Command:
        return self._kind(problem=self._state.id, words=v["words"])

"""The acts on a problem of the bank: found, assessed, measures taken, put right, rechecked, closed or kept, come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, required, unique
from commandcenter.domain.event import REAL
from commandcenter.domain.matter_acts import MatterCommand
from commandcenter.domain.problem import CONSEQUENCES, LIKELIHOODS, PERIODS, Problem, may_move
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import agreed, as_told, laid_down

RECHECK, REVIEW = "problem.recheck", "problem.review"
"""The keys of the limits: how long after the last measure it is looked at again, how often one that is kept is reviewed."""

MOST_CASES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProblem(Command):
    """Enter a problem, by hand or out of cases that repeat. The report carries ``problem`` and ``number``.

    Refuses ``title_missing``, ``place_missing``, ``unit_unknown``, ``case_unknown``, ``problem_full``.
    """

    title: str
    place: str = ""
    point: str = ""
    community: str = ""
    category: str = ""
    cause: str = ""
    duty: str = ""
    path: str = ""
    units: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    problem: str = ""

    def decide(self, world: World) -> Decision:
        title = required(self.title, "title_missing")
        if not self.place and not self.point.strip():
            raise Refused("place_missing")
        key = self.problem or world.new_id()
        if world.state(f"problem/{key}").known:
            raise Refused("already_there", subject=f"problem/{key}")
        at = self.when(world)
        day = local_date(at)
        count = world.take_number(numbering.series("problem", REAL), day)
        number = numbering.whistle_number("problem", REAL, day, world.letter, count)
        body: dict[str, Any] = {"number": number, "units": _units(world, self.units)}
        body |= {name: getattr(self, name) for name in ("place", "community", "category") if getattr(self, name)}
        if self.cases:
            body["cases"] = _cases(world, self.cases)
        private = {"title": title}
        private |= {name: text for name in ("point", "cause", "duty", "path") if (text := getattr(self, name).strip())}
        draft = Draft(subject=f"problem/{key}", kind="problem.opened", body=body, private=private, happened_at=at)
        return Decision([draft], {"problem": key, "number": number})


def _units(world: World, units: Sequence[str]) -> list[str]:
    for unit in units:
        if not world.state(f"unit/{unit}").known:
            raise Refused("unit_unknown", unit=unit)
    return list(unique(units))


def _cases(world: World, cases: Sequence[str]) -> list[str]:
    if len(cases) > MOST_CASES:
        raise Refused("problem_full", most=MOST_CASES)
    for case in cases:
        if not world.state(f"case/{case}").known:
            raise Refused("case_unknown")
    return list(unique(cases))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCommand(MatterCommand):
    """An act on a problem. All refuse ``problem_unknown`` and ``before_opening``. ``words`` is free text."""

    problem: str

    def state(self, world: World) -> Problem:
        """The problem. Refuses ``problem_unknown``."""
        state = world.state(f"problem/{self.problem}")
        if not isinstance(state, Problem) or not state.known:
            raise Refused("problem_unknown")
        return state

    def go(self, state: Problem, stage: str) -> None:
        """Refuse ``problem_stage`` unless it may go to ``stage``."""
        if not may_move(state, stage):
            raise Refused("problem_stage", problem_stage=state.stage, wanted=stage)


AMENDABLE = ("place", "community", "category")
AMENDABLE_WORDS = ("title", "point", "cause", "duty", "path")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendProblem(ProblemCommand):
    """Correct the entry; what is None stays. Refuses ``nothing_changed``, ``title_missing``, ``unit_unknown``."""

    title: str | None = None
    point: str | None = None
    cause: str | None = None
    duty: str | None = None
    path: str | None = None
    place: str | None = None
    community: str | None = None
    category: str | None = None
    units: tuple[str, ...] | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.title is not None:
            required(self.title, "title_missing")
        body: dict[str, Any] = {
            name: value
            for name in AMENDABLE
            if (value := getattr(self, name)) is not None and value != getattr(state, name)
        }
        if self.units is not None and self.units != state.units:
            body["units"] = _units(world, self.units)
        words = {
            name: value.strip()
            for name in AMENDABLE_WORDS
            if (value := getattr(self, name)) is not None and value.strip() != getattr(state, name)
        }
        if not body and not words:
            raise Refused("nothing_changed")
        draft = self.draft(world, state, "amended", body)
        return [
            Draft(
                subject=draft.subject,
                kind=draft.kind,
                body=draft.body,
                private={**(draft.private or {}), **words} or None,
                happened_at=draft.happened_at,
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinCases(ProblemCommand):
    """Further cases of the same problem. Refuses ``nothing_changed``, ``case_unknown``, ``problem_full``."""

    cases: tuple[str, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        fresh = [case for case in _cases(world, self.cases) if case not in state.cases]
        if not fresh:
            raise Refused("nothing_changed")
        if len(state.cases) + len(fresh) > MOST_CASES:
            raise Refused("problem_full", most=MOST_CASES)
        return [self.draft(world, state, "cases_joined", {"cases": fresh})]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveProblem(ProblemCommand):
    """A case is none of this problem after all. Refuses ``nothing_changed``."""

    case: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.case not in state.cases:
            raise Refused("nothing_changed")
        return [self.draft(world, state, "case_left", {"case": self.case})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessProblem(ProblemCommand):
    """How likely, when, and how bad (2-05). Refuses ``problem_stage``, ``assessment_incomplete``."""

    likelihood: str
    period: str
    consequence: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "assessed")
        told = (self.likelihood in LIKELIHOODS, self.period in PERIODS, self.consequence in CONSEQUENCES)
        if not all(told):
            raise Refused("assessment_incomplete")
        body = {"likelihood": self.likelihood, "period": self.period, "consequence": self.consequence}
        return [self.draft(world, state, "assessed", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMeasure(ProblemCommand):
    """What is to be done, by whom, until when. Refuses ``problem_stage``, ``words_needed``, ``unit_unknown``, ``due_in_past``."""

    unit: str
    due_at: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "measured")
        required(self.words, "words_needed")
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        term = agreed(world, self.when(world), self.due_at)
        body = {"id": f"{world.letter}{len(state.measures) + 1}", "unit": self.unit} | as_told("term", term)
        return [self.draft(world, state, "measured", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMeasure(ProblemCommand):
    """A measure is done, with what came of it. Refuses ``measure_unknown``, ``words_needed``."""

    measure: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        required(self.words, "words_needed")
        if not any(one.id == self.measure for one in state.open_measures):
            raise Refused("measure_unknown")
        body = {"id": self.measure} | as_told("term", laid_down(world, RECHECK, self.when(world)))
        return [self.draft(world, state, "measure_done", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckProblem(ProblemCommand):
    """Looked at on the spot: put right, or not. Refuses ``problem_stage``, ``words_needed``."""

    passed: bool

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "rechecked")
        required(self.words, "words_needed")
        return [self.draft(world, state, "rechecked", {"passed": self.passed})]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepProblem(ProblemCommand):
    """Kept for the long term, with the obstacle and the next review. Refuses ``problem_stage``, ``reason_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "long_term")
        required(self.words, "reason_needed")
        return [self.draft(world, state, "kept", as_told("term", laid_down(world, REVIEW, self.when(world))))]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseProblem(ProblemCommand):
    """Struck off (销号): rechecked, or found to be none, with the reason. Refuses ``problem_stage``, ``reason_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "closed")
        required(self.words, "reason_needed")
        return [self.draft(world, state, "closed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRecurred(ProblemCommand):
    """It is back: found again under its own number, with the case that told. Refuses ``problem_stage``, ``case_unknown``."""

    case: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "found")
        return [self.draft(world, state, "recurred", {"cases": _cases(world, (self.case,))} if self.case else {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteProblem(ProblemCommand):
    """A line in its history. Refuses ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        required(self.words, "words_needed")
        return [self.draft(world, state, "noted")]

"""The acts of a supervision whistle: list, remind, report, collect, brief, evaluate, write, put right, begin anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.appraisal import GRADES
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, required, unique
from commandcenter.domain.event import REAL
from commandcenter.domain.evidence import CaseFigures, founded
from commandcenter.domain.limit import limit_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.supervision import FULL_MARKS, MOST_REMINDERS, SORTS, Supervision
from commandcenter.domain.term import agreed, as_told, laid_down

REMINDER, LETTER, RECTIFY = (f"whistle.supervision.{name}" for name in ("reminder", "letter", "rectify"))
WEIGHT = "whistle.supervision.weight."
"""The keys of the limits; behind the last one comes the sort it weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionCommand(Command):
    """An act in a cycle. ``supervision`` is its id. All refuse ``supervision_unknown`` and ``before_opening``."""

    supervision: str

    def cycle(self, world: World, *stages: str) -> Supervision:
        """The cycle; refuses ``supervision_stage`` when it stands at none of ``stages``."""
        state = world.state(f"supervision/{self.supervision}")
        if not isinstance(state, Supervision) or not state.known:
            raise Refused("supervision_unknown")
        if state.stage not in stages:
            raise Refused("supervision_stage", supervision_stage=state.stage)
        return state

    def at(self, world: World, state: Supervision) -> int:
        """When it happened; refuses what lies before the cycle began."""
        at = self.when(world)
        if at < state.opened_at:
            raise Refused("before_opening", at=state.opened_at)
        return at

    def told(
        self,
        world: World,
        state: Supervision,
        verb: str,
        body: Mapping[str, Any] | None = None,
        private: Mapping[str, Any] | None = None,
        **words: str,
    ) -> Draft:
        """The draft of an entry. Words that are empty are left out."""
        told = {**(private or {}), **{name: value.strip() for name, value in words.items() if value.strip()}}
        return Draft(
            subject=state.subject,
            kind=f"supervision.{verb}",
            body=dict(body or {}),
            private=told or None,
            mode=REAL,
            happened_at=self.at(world, state),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisedMatter:
    """A matter to be put on the list."""

    sort: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSupervision(Command):
    """Put a department on the list with what is supervised (S0). The report carries the ``subject``.

    Refuses ``unit_unknown``, ``matters_missing``, ``matter_sort_unknown``, ``words_needed``, ``cycle_running``.
    """

    unit: str
    matters: tuple[SupervisedMatter, ...]

    def decide(self, world: World) -> Decision:
        record = world.state(f"unit/{self.unit}")
        if not record.active:
            raise Refused("unit_unknown", unit=self.unit)
        if not self.matters:
            raise Refused("matters_missing")
        for subject in world.subjects("supervision/"):
            other = world.state(subject)
            if other.unit == self.unit and other.known and other.closed_at is None:
                raise Refused("cycle_running", number=other.number)
        told = [(checked(one.sort), required(one.words, "words_needed")) for one in self.matters]
        draft = _opening(world, self.unit, told, self.when(world))
        return Decision([draft], {"subject": draft.subject})


def checked(sort: str) -> str:
    """A sort of matter. Refuses ``matter_sort_unknown``."""
    if sort not in SORTS:
        raise Refused("matter_sort_unknown")
    return sort


def _opening(world: World, unit: str, matters: Sequence[tuple[str, str]], at: int, previous: str = "") -> Draft:
    day = local_date(at)
    count = world.take_number(numbering.series("supervision", REAL), day)
    keyed = {f"{world.letter}{place}": told for place, told in enumerate(matters, start=1)}
    body: dict[str, Any] = {
        "number": numbering.whistle_number("supervision", REAL, day, world.letter, count),
        "unit": unit,
        "relation": str(world.state(f"unit/{unit}").get("relation", "request")),
        "matters": {key: sort for key, (sort, _) in keyed.items()},
    }
    if previous:
        body["previous"] = previous
    return Draft(
        subject=f"supervision/{world.new_id()}",
        kind="supervision.opened",
        body=body,
        private={"matters": {key: words for key, (_, words) in keyed.items()}},
        happened_at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSupervisionMatter(SupervisionCommand):
    """One more matter on the list. Refuses ``matter_sort_unknown``, ``words_needed``."""

    sort: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "listed", "reminded")
        taken = {matter.id for matter in state.matters}
        key = next(f"{world.letter}{n}" for n in range(1, len(taken) + 2) if f"{world.letter}{n}" not in taken)
        body = {"id": key, "sort": checked(self.sort)}
        return [self.told(world, state, "matter_added", body, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindUnit(SupervisionCommand):
    """Blow: remind the department what it owes and until when; without ``due_at`` the office's limit holds.

    Refuses ``reminders_used_up`` after the third, ``words_needed``, ``due_in_past``, ``no_working_time``.
    """

    words: str
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "listed", "reminded")
        if len(state.nudges) >= MOST_REMINDERS:
            raise Refused("reminders_used_up", most=MOST_REMINDERS)
        at = self.at(world, state)
        term = laid_down(world, REMINDER, at) if self.due_at is None else agreed(world, at, dated(self.due_at))
        body = as_told("term", term)
        return [self.told(world, state, "reminded", body, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSupervision(SupervisionCommand):
    """The head of the department reports what was done. Refuses ``words_needed``, ``name_needed``."""

    words: str
    name: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "reminded")
        words, name = required(self.words, "words_needed"), required(self.name, "name_needed")
        return [self.told(world, state, "reported", words=words, name=name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSilence(SupervisionCommand):
    """The department reported nothing after the third reminder: a fact, so that the cycle can go on.

    Refuses ``still_time`` before the third reminder ran out.
    """

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "reminded")
        last = state.nudges[-1]
        over = last.term is None or self.at(world, state) > last.term.due_at
        if len(state.nudges) < MOST_REMINDERS or not over:
            raise Refused("still_time")
        return [self.told(world, state, "reported", {"silent": True}, words=self.words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectEvidence(SupervisionCommand):
    """Collect what the journal holds of the department in a period: ``sources`` name entries, nothing is typed.

    Every line is looked up again where it stands; what is not there is refused. Collected anew it replaces the former one.
    Refuses ``period_wrong``, ``evidence_unfounded``, ``too_much_evidence``, ``count_negative``.
    """

    start: int | None = None
    until: int | None = None
    sources: tuple[str, ...] = ()
    cases: CaseFigures = field(default_factory=CaseFigures)

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "reported", "collected")
        if self.start is None or self.until is None or not dated(self.start) < dated(self.until):
            raise Refused("period_wrong")
        lines = founded(world, state.unit, self.start, self.until, self.sources)
        figures = {name: counted(getattr(self.cases, name)) or 0 for name in CaseFigures.__slots__}
        body: dict[str, Any] = {"start": self.start, "until": self.until, "lines": [line.body for line in lines]}
        return [self.told(world, state, "collected", body | {"cases": figures})]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLeader(SupervisionCommand):
    """The leader in charge was told, for the agenda of a meeting. Refuses ``told_leader_needed``, ``meeting_needed``."""

    leader: str
    meeting: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "collected")
        leader = required(self.leader, "told_leader_needed")
        meeting = required(self.meeting, "meeting_needed")
        return [self.told(world, state, "briefed", leader=leader, meeting=meeting, words=self.words)]


def weights_of(world: World) -> dict[str, float]:
    """The weights in force by sort; a sort without one weighs nothing."""
    found = {sort: limit_of(world.state(f"limit/{WEIGHT}{sort}")) for sort in SORTS}
    return {sort: limit.value for sort, limit in found.items() if limit is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateSupervision(SupervisionCommand):
    """The committee's evaluation: a collective opinion in words, marks of 0 to 100 by sort, a grade.

    ``members`` are ids of people. Whoever blew cannot grade alone; a body that is asked (请) gets words and no grade.
    Refuses ``collective_needed``, ``grade_alone``, ``person_unknown``, ``not_ranked``, ``weights_missing``,
    ``marks_wrong``, ``nothing_graded``, ``appraisal_grade_unknown``, ``words_needed``.
    """

    members: tuple[str, ...]
    words: str
    grade: str = ""
    landed: int | None = None
    statutory: int | None = None
    effect: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "briefed")
        members = unique(self.members)
        for person in members:
            if not world.state(f"person/{person}").known:
                raise Refused("person_unknown", person=person)
        if not set(members) - state.blowers and members:
            raise Refused("grade_alone")
        if len(members) < 2:
            raise Refused("collective_needed")
        marks = {sort: mark for sort in SORTS if (mark := getattr(self, sort)) is not None}
        body: dict[str, Any] = {"members": list(members)}
        if state.ranked:
            body |= self._grading(world, marks)
        elif marks or self.grade:
            raise Refused("not_ranked", unit=state.unit)
        body |= as_told("term", laid_down(world, LETTER, self.at(world, state)))
        return [self.told(world, state, "evaluated", body, words=required(self.words, "words_needed"))]

    def _grading(self, world: World, marks: Mapping[str, int]) -> dict[str, Any]:
        weights = weights_of(world)
        if len(weights) < len(SORTS):
            raise Refused("weights_missing")
        if not marks:
            raise Refused("nothing_graded")
        if not all(0 <= mark <= FULL_MARKS for mark in marks.values()):
            raise Refused("marks_wrong", most=FULL_MARKS)
        if self.grade not in GRADES:
            raise Refused("appraisal_grade_unknown", grade=self.grade)
        return {"marks": dict(marks), "weights": weights, "grade": self.grade}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLetter(SupervisionCommand):
    """The letter to the district went out under its number. Refuses ``letter_number_needed``, ``receiver_needed``."""

    letter: str
    receiver: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "evaluated")
        letter = required(self.letter, "letter_number_needed")
        receiver = required(self.receiver, "receiver_needed")
        return [self.told(world, state, "lettered", {"letter": letter}, receiver=receiver)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRectification(SupervisionCommand):
    """What the department has to put right, each item in the office's limit or until ``due_at``; none is possible too.

    Refuses ``words_needed``, ``due_in_past``, ``no_working_time``.
    """

    items: tuple[str, ...] = ()
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "lettered")
        at = self.at(world, state)
        term = laid_down(world, RECTIFY, at) if self.due_at is None else agreed(world, at, dated(self.due_at))
        told = [required(words, "words_needed") for words in self.items]
        keys = [f"{world.letter}{place}" for place in range(1, len(told) + 1)]
        body = {"items": {key: term.body if term is not None else {} for key in keys}}
        private = {"items": dict(zip(keys, told, strict=True))} if told else None
        return [self.told(world, state, "rectification_opened", body, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRectified(SupervisionCommand):
    """An item was put right, with what was seen. Refuses ``item_unknown``, ``already_done``, ``words_needed``."""

    item: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.cycle(world, "rectifying")
        found = next((item for item in state.items if item.id == self.item), None)
        if found is None:
            raise Refused("item_unknown")
        if found.done_at is not None:
            raise Refused("already_done")
        return [self.told(world, state, "rectified", {"id": self.item}, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCycle(SupervisionCommand):
    """End the cycle; with ``again`` the next one begins with the same matters (S7 → S0).

    The report carries the ``subject`` of the next cycle. Refuses ``items_open`` while something is not put right.
    """

    again: bool = True
    words: str = ""

    def decide(self, world: World) -> Decision:
        state = self.cycle(world, "rectifying")
        if state.open_items:
            raise Refused("items_open", count=len(state.open_items))
        if not self.again:
            return Decision([self.told(world, state, "closed", words=self.words)])
        matters = [(matter.sort, matter.words) for matter in state.matters]
        following = _opening(world, state.unit, matters, self.at(world, state), previous=state.id)
        body = {"following": following.subject.partition("/")[2]}
        drafts = [self.told(world, state, "closed", body, words=self.words), following]
        return Decision(drafts, {"subject": following.subject})

"""The acts on the duty table and after it: lines, signatures, refusals, steps, feedback, verification, look-backs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Decision, Draft, World, dated, required, unique
from commandcenter.domain.joint import (
    REFUSAL_REASONS,
    RESULTS,
    RULINGS,
    SIDES,
    SIGNED_STEPS,
    Duty,
    Joint,
)
from commandcenter.domain.joint_acts import (
    FIRST_LOOK,
    SECOND_LOOK,
    VERIFY,
    JointCommand,
    next_key,
    opening,
    participant,
    terms,
)
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import agreed, laid_down

_TABLE = ("agreed", "working", "fed_back")


def due(at: int | None) -> int:
    """A due date that was told. Refuses ``due_needed`` and what ``dated`` refuses."""
    if at is None:
        raise Refused("due_needed")
    return dated(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCommand(JointCommand):
    """An act on one line of the duty table. ``row`` is its id. All refuse ``duty_unknown`` and ``duty_over``."""

    row: str

    def line(self, state: Joint) -> Duty:
        """The line, which must still be a duty without a result."""
        found = state.duty(self.row)
        if found is None:
            raise Refused("duty_unknown")
        if found.settled:
            raise Refused("duty_over")
        return found

    def about(self, world: World, state: Joint, verb: str, body: dict[str, Any] | None = None, **words: str) -> Draft:
        """The draft of an entry about the line."""
        return self.told(world, state, verb, {"id": self.row, **(body or {})}, **words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDuty(JointCommand):
    """A line of the duty table: who does what by when. The clock runs once the table is issued.

    Refuses ``participant_unknown``, ``words_needed``, ``due_needed``, ``due_in_past``, ``no_working_time``.
    """

    unit: str
    task: str
    due_at: int | None = None

    def decide(self, world: World) -> Decision:
        state = self.matter(world, *_TABLE)
        relation = participant(world, state, self.unit)
        due_at = due(self.due_at)
        term = agreed(world, self.at(world, state), due_at)
        key = next_key(world, "", {duty.id for duty in state.duties})
        body: dict[str, Any] = {"id": key, "unit": self.unit, "relation": relation, "due_at": due_at}
        if state.started_at is not None:
            body["term"] = term.body
        draft = self.told(world, state, "duty_added", body, task=required(self.task, "words_needed"))
        return Decision([draft], {"duty": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignDuty(DutyCommand):
    """The department signs its line; also after a refusal that was settled. Refuses ``already_signed``, ``signer_needed``."""

    name: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, *_TABLE)
        line = self.line(state)
        if line.signed is not None and not line.refusal:
            raise Refused("already_signed")
        return [self.about(world, state, "duty_signed", name=required(self.name, "signer_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseDuty(DutyCommand):
    """The department refuses its line, with a reason and a name: evidence that stays.

    Refuses ``refusal_reason_unknown``, ``words_needed``, ``name_needed``, ``already_refused``.
    """

    reason: str
    words: str
    name: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, *_TABLE)
        line = self.line(state)
        if line.disputed:
            raise Refused("already_refused")
        if self.reason not in REFUSAL_REASONS:
            raise Refused("refusal_reason_unknown")
        words, name = required(self.words, "words_needed"), required(self.name, "name_needed")
        return [self.about(world, state, "duty_refused", {"reason": self.reason}, words=words, name=name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRefusal(DutyCommand):
    """What becomes of a refused line: upheld, relieved, or put before the district (Street Office Regulation art. 44).

    Refuses ``not_refused``, ``ruling_unknown``, ``words_needed``.
    """

    ruling: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, *_TABLE)
        if not self.line(state).disputed:
            raise Refused("not_refused")
        if self.ruling not in RULINGS:
            raise Refused("ruling_unknown")
        words = required(self.words, "words_needed")
        body = {"ruling": self.ruling, **_verify_term(self, world, state)}
        return [self.about(world, state, "refusal_ruled", body, words=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDuty(DutyCommand):
    """Put off, or bring forward, the due date of a line: the named leader signs, the old date stays in the table.

    Refuses ``due_needed``, ``due_in_past``, ``no_working_time``, ``nothing_changed``, ``reason_needed``, ``name_needed``.
    """

    words: str
    name: str
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "agreed", "working")
        line = self.line(state)
        due_at = due(self.due_at)
        if due_at <= self.at(world, state):
            raise Refused("due_in_past")
        if due_at == line.due_at:
            raise Refused("nothing_changed")
        start = line.term.started_at if line.term is not None else line.given_at
        term = agreed(world, start, due_at)
        body: dict[str, Any] = {"due_at": due_at}
        if state.started_at is not None:
            body["term"] = term.body
        words, name = required(self.words, "reason_needed"), required(self.name, "name_needed")
        return [self.about(world, state, "duty_moved", body, words=words, name=name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDuty(DutyCommand):
    """Take a line out of the table; it stays in the record. Refuses ``reason_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, *_TABLE)
        self.line(state)
        words = required(self.words, "reason_needed")
        return [self.about(world, state, "duty_dropped", _verify_term(self, world, state), words=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignJoint(JointCommand):
    """A lead signs the table (U4) or the verification (U7) of a matter of two streets.

    Refuses ``not_peer``, ``side_unknown``, ``signed_step_unknown``, ``already_signed``, ``signer_needed``.
    """

    step: str
    side: str
    name: str

    def decide(self, world: World) -> Sequence[Draft]:
        if self.step not in SIGNED_STEPS:
            raise Refused("signed_step_unknown")
        state = self.matter(world, *(_TABLE if self.step == "table" else ("verified",)))
        if state.variant != "peer":
            raise Refused("not_peer")
        if self.side not in SIDES:
            raise Refused("side_unknown")
        if state.signed(self.step, self.side) is not None:
            raise Refused("already_signed")
        body = {"step": self.step, "side": self.side}
        return [self.told(world, state, "signed", body, name=required(self.name, "signer_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTable(JointCommand):
    """Issue the duty table: work begins, every clock runs from now.

    Refuses ``duties_missing``, ``peer_signature_missing``, ``due_in_past``, ``no_working_time``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "agreed")
        live = [duty for duty in state.duties if duty.live]
        if not live:
            raise Refused("duties_missing")
        if state.unsigned_sides("table"):
            raise Refused("peer_signature_missing")
        at = self.at(world, state)
        body = {"duties": {duty.id: agreed(world, at, duty.due_at).body for duty in live}}
        return [self.told(world, state, "table_issued", body)]


# --- at work ------------------------------------------------------------------------------------------------------


def _verify_term(command: JointCommand, world: World, state: Joint) -> dict[str, Any]:
    """The clock of the verification; it runs from the entry that leaves nothing to wait for."""
    return terms(("verify", laid_down(world, VERIFY, command.at(world, state))))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDutyStep(DutyCommand):
    """What the department has done so far. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "working")
        self.line(state)
        return [self.about(world, state, "step_recorded", words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBackDuty(DutyCommand):
    """The department feeds its result back to the special team: done, in part, or it cannot be done.

    Refuses ``result_unknown``, ``words_needed``, ``refusal_open``.
    """

    result: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "working")
        if self.line(state).disputed:
            raise Refused("refusal_open")
        if self.result not in RESULTS:
            raise Refused("result_unknown")
        words = required(self.words, "words_needed")
        body = {"result": self.result, **_verify_term(self, world, state)}
        return [self.about(world, state, "fed_back", body, words=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgeDuties(JointCommand):
    """Press the departments of some lines: what was said, what they answered, by which channel.

    Refuses ``no_unit``, ``duty_unknown``, ``duty_over``, ``words_needed``.
    """

    rows: tuple[str, ...]
    words: str
    answer: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "working")
        if not self.rows:
            raise Refused("no_unit")
        words = required(self.words, "words_needed")
        drafts = []
        for row in unique(self.rows):
            duty = state.duty(row)
            if duty is None or duty.settled:
                raise Refused("duty_unknown" if duty is None else "duty_over")
            drafts.append(self.told(world, state, "urged", {"id": row}, words=words, answer=self.answer))
        return drafts


# --- verification, end, afterwards --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyJoint(JointCommand):
    """The special team or the chief looks on the spot. Not passed sends lines back (all of them when none is named).

    Refuses ``name_needed``, ``words_needed``, ``duty_unknown``, ``due_needed`` (what goes back gets a new date),
    ``due_in_past``, ``no_working_time``.
    """

    passed: bool
    name: str
    words: str
    redo: tuple[str, ...] = ()
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "fed_back")
        name, words = required(self.name, "name_needed"), required(self.words, "words_needed")
        body: dict[str, Any] = {"passed": self.passed}
        if not self.passed:
            known = {duty.id for duty in state.duties if duty.live}
            rows = unique(self.redo) or tuple(duty.id for duty in state.duties if duty.live)
            if not rows or not known.issuperset(rows):
                raise Refused("duty_unknown")
            term = agreed(world, self.at(world, state), due(self.due_at)).body
            body |= {"redo": list(rows), "duties": dict.fromkeys(rows, term)}
        return [self.told(world, state, "verified", body, name=name, words=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseJoint(JointCommand):
    """Close; the look-backs come due. Refuses ``peer_signature_missing``, ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "verified")
        if state.unsigned_sides("verification"):
            raise Refused("peer_signature_missing")
        at = self.at(world, state)
        looks = terms(
            ("lookback:1", laid_down(world, FIRST_LOOK, at)), ("lookback:2", laid_down(world, SECOND_LOOK, at))
        )
        return [self.told(world, state, "closed", looks, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackJoint(JointCommand):
    """Look again after 30 and 90 days. What came back opens a new matter that is linked to this one.

    The report carries the ``subject`` of the new matter. Refuses ``nothing_to_look_back``, ``name_needed``,
    ``words_needed``.
    """

    recurred: bool
    name: str
    words: str

    def decide(self, world: World) -> Decision:
        state = self.matter(world, "closed")
        if not state.looking_back:
            raise Refused("nothing_to_look_back")
        name, words = required(self.name, "name_needed"), required(self.words, "words_needed")
        body: dict[str, Any] = {"ordinal": state.looking_back, "recurred": self.recurred}
        if not self.recurred:
            return Decision([self.told(world, state, "looked_back", body, name=name, words=words)])
        about = {
            "source": state.source,
            "cases": list(state.cases),
            "place": state.place,
            "drill": state.drill,
            "linked": state.id,
        }
        told = {"title": state.title, "place_words": state.place_words, "words": words}
        again = opening(world, about, told, state.mode, self.at(world, state))
        body["next"] = again.subject.partition("/")[2]
        draft = self.told(world, state, "looked_back", body, name=name, words=words)
        return Decision([draft, again], {"subject": again.subject})


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeJoint(JointCommand):
    """One side's word on whether the whistle was right (双考核). ``unit`` empty is the street itself.

    Refuses ``not_at_the_table``, ``words_needed`` when somebody calls it wrong without a reason.
    """

    justified: bool
    unit: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "working", "fed_back", "verified", "closed")
        if self.unit and self.unit not in {duty.unit for duty in state.duties}:
            raise Refused("not_at_the_table")
        if not self.justified:
            required(self.words, "words_needed")
        body: dict[str, Any] = {"justified": self.justified, "unit": self.unit}
        return [self.told(world, state, "judged", body, words=self.words)]

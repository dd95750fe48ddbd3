"""The acts on a report-in: what a person may enter of a department, and what is refused outright (domain.md 2.11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command, Draft, World, counted, dated
from commandcenter.domain.event import EventId, Mode
from commandcenter.domain.limit import HEAD_COUNT as HEAD_COUNT_KEY
from commandcenter.domain.limit import limit_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import CYCLE, HEAD_COUNT, OUTCOMES, RANK, REASONS, RELEASES, ReportIn, ending


def subject_of(whistle: str, unit: str) -> str:
    """The subject of a report-in."""
    return f"report_in/{whistle}/{unit}"


def listing(
    whistle: str,
    unit: str,
    *,
    ordinal: int,
    relation: str,
    duty: str,
    limits: Mapping[str, float | None],
    ask: int | None,
    mode: Mode,
    at: int,
    unasked: bool = False,
) -> Draft:
    """The draft that puts a unit on the board. Who is only informed (报) is asked to answer, never to leave or arrive."""
    kept = {"answer": limits.get("answer")} if relation == "report" else dict(limits)
    body: dict[str, Any] = {"ordinal": ordinal, "relation": relation, "duty": duty, "limits": kept}
    if ask is not None:
        body["ask"] = ask
    if unasked:
        body["unasked"] = True
    return Draft(subject=subject_of(whistle, unit), kind="report_in.listed", body=body, mode=mode, happened_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInCommand(Command):
    """What every command on a report-in shares: which whistle, which unit, who said it and in which words."""

    whistle: str
    unit: str
    told_by: str = ""
    words: str = ""

    def state(self, world: World) -> ReportIn:
        """The listed report-in. Refuses ``not_listed``, ``whistle_undone``, and ``whistle_closed`` but for late entries."""
        state: ReportIn = world.state(subject_of(self.whistle, self.unit))
        if not state.listed:
            raise Refused("not_listed", unit=self.unit)
        if state.undone:
            raise Refused("whistle_undone")
        closed_at = world.state(f"whistle/{self.whistle}").closed_at
        if closed_at is not None and self.when(world) >= closed_at:
            raise Refused("whistle_closed")
        return state

    def draft(
        self,
        state: ReportIn,
        verb: str,
        at: int,
        body: Mapping[str, Any] | None = None,
        corrects: EventId | None = None,
    ) -> Draft:
        """An event on this report-in, in its mode, with the words said."""
        private = {name: text for name, text in (("told_by", self.told_by), ("words", self.words)) if text}
        return Draft(
            subject=subject_of(self.whistle, self.unit),
            kind=f"report_in.{verb}",
            body=body or {},
            private=private or None,
            mode=state.mode,
            happened_at=at,
            corrects=corrects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMilestone(ReportInCommand):
    """Enter one milestone, also late or with earlier ones skipped.

    Refuses: ``not_listed``; ``already_closed`` when it lies after the outcome; ``already_recorded``; ``before_listing``;
    ``future_time``; ``out_of_order`` when the times would contradict the natural order; ``not_arrived`` for a release of
    somebody who never came; ``count_needed`` for a release without a head count, ``count_differs`` for one that does not
    agree with the heads on scene and gives no words why, ``release_reason_needed`` for one without a reason
    (``RELEASES``) and without words.
    """

    milestone: str
    people: int | None = None
    vehicles: int | None = None
    read_back: bool = False
    place: str = ""
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if self.milestone not in RANK:
            raise Refused("milestone_unknown", milestone=self.milestone)
        state = self.state(world)
        at = self.when(world)
        _check_open(state, self.milestone, at)
        _check_repeat(state, self.milestone)
        _check_order(state, self.milestone, at)
        counted(self.people)
        counted(self.vehicles)
        self._check_count(state)
        body: dict[str, Any] = {}
        for name in ("people", "vehicles"):
            if getattr(self, name) is not None:
                body[name] = getattr(self, name)
        for name in ("read_back", "place", "reason"):
            if getattr(self, name):
                body[name] = getattr(self, name)
        return [self.draft(state, self.milestone, at, body)]

    def _check_count(self, state: ReportIn) -> None:
        if self.milestone in ("release_approved", "back") and state.milestone("arrived") is None:
            raise Refused("not_arrived")
        if self.milestone != "release_approved":
            return
        if self.people is None:
            raise Refused("count_needed", arrived=state.people)
        if state.people is not None and self.people != state.people and not self.words.strip():
            raise Refused("count_differs", arrived=state.people, out=self.people)
        if self.reason not in RELEASES and not self.words.strip():
            raise Refused("release_reason_needed")


def _check_open(state: ReportIn, name: str, at: int) -> None:
    outcome = state.outcome
    if at < state.listed_at:
        raise Refused("before_listing", listed_at=state.listed_at)
    recalled = state.may_be_called_again and name == "called"
    if outcome is not None and not recalled and at >= outcome.at:
        raise Refused("already_closed", outcome=outcome.name, at=outcome.at)


def _check_repeat(state: ReportIn, name: str) -> None:
    refused = any(outcome.name == "refused" for outcome in state.outcomes)
    if name in CYCLE or (name == "called" and refused):
        return
    standing = state.milestone(name)
    if standing is not None:
        raise Refused("already_recorded", milestone=name, at=standing.at)


def _check_order(state: ReportIn, name: str, at: int) -> None:
    first_call = state.milestone("called")
    if name == "called" and first_call is not None:
        return
    for entry in state.entries:
        if (entry.name in CYCLE and name in CYCLE) or (entry.name == "called" and entry is not first_call):
            continue
        lower = RANK[entry.name] < RANK[name]
        if entry.at > at if lower else entry.at < at:
            raise Refused("out_of_order", milestone=name, other=entry.name, at=entry.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance(ReportInCommand):
    """One step forward, as a digit key does.

    Refuses ``already_closed``, ``no_next_step`` and, before a release, ``count_needed`` and ``release_reason_needed``.
    """

    people: int | None = None
    read_back: bool = False
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.outcome is not None:
            raise Refused("already_closed", outcome=ending(state), at=state.outcome.at)
        if not state.next_step:
            raise Refused("no_next_step")
        return RecordMilestone(
            whistle=self.whistle,
            unit=self.unit,
            milestone=state.next_step,
            people=self.people,
            read_back=self.read_back,
            reason=self.reason,
            told_by=self.told_by,
            words=self.words,
            happened_at=self.happened_at,
            channel=self.channel,
            on_behalf_of=self.on_behalf_of,
        ).decide(world)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawLast(ReportInCommand):
    """Undo: an entry that withdraws the newest milestone or outcome. Refuses ``nothing_to_undo``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing = [(entry.recorded_at, entry.id) for entry in state.entries]
        standing += [(outcome.recorded_at, outcome.id) for outcome in state.outcomes]
        if not standing:
            raise Refused("nothing_to_undo")
        return [self.draft(state, "withdrawn", world.now, corrects=max(standing)[1])]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawEntry(ReportInCommand):
    """Withdraw one given entry. Refuses ``nothing_to_undo`` when it does not stand."""

    entry: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        wanted = EventId.parse(self.entry)
        standing = {entry.id for entry in state.entries} | {outcome.id for outcome in state.outcomes}
        if wanted is None or wanted not in standing:
            raise Refused("nothing_to_undo")
        return [self.draft(state, "withdrawn", world.now, corrects=wanted)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCall(ReportInCommand):
    """One try to call a number of the contact order: ``no_answer``, ``busy`` or ``reached``.

    The first try that is ``reached`` also sets the milestone *called*: a call nobody answers has told nobody. So does any
    try after a refusal, which opens it again (Rx1 → R1). ``reached`` does not invent an answer.
    """

    contact: int = 0
    result: str = "no_answer"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        outcome = state.outcome
        if outcome is not None and not state.may_be_called_again:
            raise Refused("already_closed", outcome=ending(state), at=outcome.at)
        if self.result not in ("no_answer", "busy", "reached"):
            raise Refused("call_result_unknown", result=self.result)
        at = max(self.when(world), state.listed_at)
        drafts = [self.draft(state, "call_tried", at, {"contact": self.contact, "result": self.result})]
        first = self.result == "reached" and state.milestone("called") is None
        if first or state.may_be_called_again:
            drafts.insert(0, self.draft(state, "called", at))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack(ReportInCommand):
    """The order was read back to us. Refuses ``not_answered``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.milestone("answered") is None:
            raise Refused("not_answered")
        return [] if state.read_back_at is not None else [self.draft(state, "read_back", self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(ReportInCommand):
    """A promised time of arrival and number of people. Refuses ``promise_in_past``."""

    at: int | None = None
    people: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.at is None and self.people is None:
            raise Refused("nothing_promised")
        counted(self.people)
        if self.at is not None and dated(self.at) <= world.now:
            raise Refused("promise_in_past")
        if state.milestone("arrived") is not None:
            raise Refused("already_recorded", milestone="arrived", at=0)
        body = {name: value for name, value in (("at", self.at), ("people", self.people)) if value is not None}
        return [self.draft(state, "promised", self.when(world), body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountHeads(ReportInCommand):
    """A head count on scene. Refuses ``not_arrived`` and a negative count."""

    people: int

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.milestone("arrived") is None:
            raise Refused("not_arrived")
        counted(self.people)
        return [self.draft(state, "head_counted", self.when(world), {"people": self.people})]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseContact(ReportInCommand):
    """Nobody of the unit answers on scene. Refuses ``not_arrived``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.on_scene:
            raise Refused("not_arrived")
        return [self.draft(state, "lost", self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAgain(ReportInCommand):
    """Contact is back. Refuses ``not_lost``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.lost_at is None:
            raise Refused("not_lost")
        return [self.draft(state, "found", self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWrongPlace(ReportInCommand):
    """The unit is somewhere else than where it is needed (Rx6); ``words`` tell where. It is on the way again by that.

    Refuses ``already_on_scene`` and ``already_closed``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.outcome is not None:
            raise Refused("already_closed", outcome=ending(state), at=state.outcome.at)
        if state.milestone("arrived") is not None:
            raise Refused("already_on_scene")
        return [self.draft(state, "wrong_place", self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(ReportInCommand):
    """Close a report-in with an outcome other than *back*.

    ``refused`` and ``cancelled``, ``never_came`` only before arrival; ``left_early`` only from the scene; ``cleared`` only
    for a lost contact; ``replaced`` names the unit that comes instead, also after a refusal (Rx1 → Rx2). ``refused`` needs a reason code; the three that a
    person settles need words and a name. Refuses ``already_closed``, ``reason_needed``, ``name_needed``,
    ``already_on_scene``, ``not_arrived``, ``not_lost``, ``substitute_needed``, ``unit_unknown``.
    """

    outcome: str
    reason: str = ""
    substitute: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if self.outcome not in OUTCOMES or self.outcome == "back":
            raise Refused("outcome_unknown", outcome=self.outcome)
        state = self.state(world)
        at = self.when(world)
        instead = self.outcome == "replaced" and state.may_be_called_again
        if state.outcome is not None and not instead:
            raise Refused("already_closed", outcome=ending(state), at=state.outcome.at)
        if at < state.listed_at:
            raise Refused("before_listing", listed_at=state.listed_at)
        arrived = state.milestone("arrived") is not None
        if self.outcome in ("refused", "cancelled", "never_came", "replaced") and arrived:
            raise Refused("already_on_scene")
        if self.outcome == "left_early" and not arrived:
            raise Refused("not_arrived")
        if self.outcome == "left_early" and state.milestone("release_approved") is not None:
            raise Refused("already_recorded", milestone="release_approved", at=at)
        if self.outcome == "cleared" and state.lost_at is None:
            raise Refused("not_lost")
        if self.outcome == "refused" and self.reason not in REASONS:
            raise Refused("reason_needed")
        if self.outcome in ("never_came", "left_early", "cleared"):
            if not self.words.strip():
                raise Refused("reason_needed")
            if not (self.told_by.strip() or world.who.actor):
                raise Refused("name_needed")
        body: dict[str, Any] = {"reason": self.reason} if self.reason else {}
        drafts = []
        if self.outcome == "replaced":
            body["unit"] = self.substitute
            drafts = self._list_substitute(world, state, at)
        return [*drafts, self.draft(state, self.outcome, at, body)]

    def _list_substitute(self, world: World, state: ReportIn, at: int) -> list[Draft]:
        if not self.substitute or self.substitute == self.unit:
            raise Refused("substitute_needed")
        unit = world.state(f"unit/{self.substitute}")
        if not unit.known:
            raise Refused("unit_unknown", unit=self.substitute)
        other: ReportIn = world.state(subject_of(self.whistle, self.substitute))
        if other.listed:
            return []
        return [
            listing(
                self.whistle,
                self.substitute,
                ordinal=next_ordinal(world, self.whistle),
                relation=str(
                    unit.get("relation") or state.relation
                ),  # its own: it is asked, not ordered, or the reverse
                duty=state.duty,
                limits=state.limits,
                ask=state.asked_people,
                mode=state.mode,
                at=at,
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameUnasked(Command):
    """A unit that nobody listed is here (先到): it goes on the board with its arrival.

    Refuses ``already_listed``, ``whistle_closed``, ``unit_unknown``, ``before_listing`` for a moment before the whistle.
    """

    whistle: str
    unit: str
    relation: str = "request"
    people: int | None = None
    told_by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        subject = subject_of(self.whistle, self.unit)
        if world.state(subject).listed:
            raise Refused("already_listed", subject=subject)
        if not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        at = self.when(world)
        if at < whistle.blown_at:
            raise Refused("before_listing", listed_at=whistle.blown_at)
        counted(self.people)
        limit = limit_of(world.state(f"limit/{HEAD_COUNT_KEY}"))
        body = {"people": self.people} if self.people is not None else {}
        listed = listing(
            self.whistle,
            self.unit,
            ordinal=next_ordinal(world, self.whistle),
            relation=self.relation,
            duty="assist",
            limits={HEAD_COUNT: limit.milliseconds / MINUTE} if limit is not None else {},
            ask=None,
            mode=whistle.mode,
            at=at,
            unasked=True,
        )
        private = {"told_by": self.told_by} if self.told_by else None
        arrived = Draft(
            subject=subject, kind="report_in.arrived", body=body, private=private, mode=whistle.mode, happened_at=at
        )
        return [listed, arrived]


def next_ordinal(world: World, whistle: str) -> int:
    """The next fixed ordinal on the board of a whistle; ordinals are never given twice."""
    taken = [world.state(subject).ordinal for subject in world.subjects(f"report_in/{whistle}/")]
    return max(taken, default=0) + 1

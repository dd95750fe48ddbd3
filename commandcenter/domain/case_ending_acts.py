"""The acts at the end of a case: verifying, calling back, doing it again, closing, looking back, filing away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain.case import RESULTS, SATISFACTIONS, VISITS, Case, checks_at_close, lacks_to_close
from commandcenter.domain.case_acts import CaseCommand, Matter, RegisterCase, limit_body
from commandcenter.domain.case_clock_names import DECIDE
from commandcenter.domain.case_ends import Ends
from commandcenter.domain.case_handling_acts import DecisionCommand, tries_apart
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.command import Decision, Draft, World, dated, decided, required
from commandcenter.domain.refusal import Refused

SEASONS = (3, 6, 9, 12)
"""The months in which a season begins."""


def next_season(at: int) -> int:
    """The first midnight of the season that follows ``at`` (epoch milliseconds, office time)."""
    day = local_date(at)
    month = next((month for month in SEASONS if month > day.month), SEASONS[0])
    return at_local(date(day.year + (month <= day.month), month, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyCase(CaseCommand):
    """Somebody else checks the result, on the spot, by phone or by photo; not passed, it goes back to handling.

    ``checker`` is the name of who checked; empty is who is signed in. Refuses ``stage``, and ``own_work`` for whoever fed
    it back.
    """

    passed: bool = True
    way: str = "visit"
    checker: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "verified")
        checker = self.checker.strip()
        if checker:
            names = {str(world.state(f"person/{person}").words.get("name", "")) for person in state.handlers}
            names |= {line.signed_by for line in state.assignees}
            own = _plain(checker) in {_plain(name) for name in names}
        else:
            own = world.who.actor in state.handlers and world.who.assurance != "second" and not self.on_behalf_of
        if own:
            raise Refused("own_work")
        body: dict[str, Any] = {"passed": self.passed, "way": self.way}
        if self.passed:
            body |= limit_body(world, limits.CASE_CALLBACK, self.when(world), "callback_due_at")
        return [self.draft(world, "verified", body, checker=checker)]


def _plain(name: str) -> str:
    """A name as it is compared: without blanks."""
    return "".join(name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack(CaseCommand):
    """The citizen is asked: solved? satisfied? in their words. None means not reached; three times counts.

    ``satisfaction`` is one of ``SATISFACTIONS`` and decides ``satisfied``. ``way`` is how they were asked; a case handled
    before anybody complained is looked at on a visit. Refuses ``stage``, ``anonymous``, ``answer_unknown``, ``tries_too_close``.
    """

    solved: bool | None = None
    satisfied: bool | None = None
    satisfaction: str = ""
    way: str = "phone"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "call_back":
            self.go(state, "call_back")
        if state.anonymous:
            raise Refused("anonymous")
        if self.satisfaction and self.satisfaction not in SATISFACTIONS:
            raise Refused("answer_unknown", answer=self.satisfaction)
        if self.way not in VISITS:
            raise Refused("answer_unknown", answer=self.way)
        if self.solved is None and self.satisfied is None and not self.satisfaction:
            tries_apart(world, state, self.when(world))
        satisfied = self.satisfaction != "not" if self.satisfaction else self.satisfied
        told = {"solved": self.solved, "satisfied": satisfied, "satisfaction": self.satisfaction or None}
        body = {name: value for name, value in told.items() if value is not None}
        if self.solved is False:  # somebody decides by then whether it is done again
            ends = Ends(world)
            body |= ends.clocks(ends.traits(state), {DECIDE: limits.CASE_DECIDE}, self.when(world))
        return [self.draft(world, "called_back", body | {"way": self.way})]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedoCase(DecisionCommand):
    """Not solved or not satisfied, and reasonable: do it again, with a limit of its own and somebody who approves.

    The second time it goes before a leader, who is named. Refuses ``stage``, ``reason_needed``, ``leader_unnamed`` and what
    ``decided_by`` refuses.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "redo")
        required(self.words, "reason_needed")
        if state.redone and not (self.by or self.name.strip()):
            raise Refused("leader_unnamed")
        body, private = self.decided_by(world)
        drafts = [self.draft(world, "redone", body | Ends(world).redone(state, self.when(world)), **private)]
        if state.redone:
            leader = {"leader": body["approver"]} if body else {}
            drafts.append(self.draft(world, "submitted", leader, **({"leader": self.name} if private else {})))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(CaseCommand):
    """Close: result, root cause, prevention, and the leader who signs. The four checks are entered as they stand.

    ``leader`` is a person id, ``name`` where the roster has none; empty takes who is signed in. Refuses ``stage`` before
    feedback, verification and call-back, ``not_fed_back``, ``not_called_back``, ``notice_needed``, ``result_unknown``,
    ``citizen_says_unsolved``, ``not_handed``, ``not_suspended``, ``signer_needed``.
    """

    result: str = "solved"
    cause: str = ""
    prevention: str = ""
    leader: str = ""
    name: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "closed")
        for code in lacks_to_close(state):
            raise Refused(code)
        self._check_result(state)
        leader = self.leader or ("" if self.name.strip() else world.who.actor)
        private = {} if leader else {"leader": required(self.name, "signer_needed")}
        body: dict[str, Any] = {"result": self.result, "checks": checks_at_close(state, self.cause)}
        if leader:
            body["leader"] = leader
        body |= limit_body(world, limits.CASE_LOOKBACK, self.when(world), "lookback_due_at")
        return [self.draft(world, "closed", body, cause=self.cause, prevention=self.prevention, **private)]

    def _check_result(self, state: Case) -> None:
        if self.result not in RESULTS:
            raise Refused("result_unknown", result=self.result)
        if self.result == "solved" and state.solved is False:
            raise Refused("citizen_says_unsolved")
        if self.result == "transferred" and not state.handed:
            raise Refused("not_handed")
        if self.result == "suspended" and not state.suspensions:
            raise Refused("not_suspended")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack(CaseCommand):
    """Look again a month or a season later: still fine, or it came back; then a new linked case is registered with it.

    ``next_at`` plans one more look, for example before the next season. Refuses ``stage``, ``date_in_past``.
    """

    recurred: bool = False
    next_at: int | None = None

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        self.go(state, "looked_back")
        at = self.when(world)
        body: dict[str, Any] = {"recurred": self.recurred}
        if self.next_at is not None:
            if dated(self.next_at) <= at:
                raise Refused("date_in_past", at=self.next_at)
            body["next_at"] = self.next_at
        if not self.recurred:
            return Decision([self.draft(world, "looked_back", body)])
        fresh = world.new_id()
        again = decided(RegisterCase(matter=_again(state, self.words), case=fresh, happened_at=self.happened_at), world)
        link = {"reason": "recurred"}
        drafts = [
            self.draft(world, "looked_back", body | {"case": fresh}),
            *again.drafts,
            Draft(subject=f"case/{self.case}", kind="case.linked", body=link | {"case": fresh}, happened_at=at),
            Draft(subject=f"case/{fresh}", kind="case.linked", body=link | {"case": self.case}, happened_at=at),
        ]
        return Decision(drafts, again.report)


def _again(state: Case, words: str) -> Matter:
    """The matter of a case that came back: the same place and people, what was seen now."""
    kept = {
        name: getattr(state, name)
        for name in (
            *("channel", "grade", "category", "place", "place_words", "community", "reporter", "phone", "anonymous"),
            *("nature", "grid", "collective", "proactive"),
        )
    }
    return Matter(title=state.title or state.number, text=words.strip() or state.text, **kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCase(CaseCommand):
    """File the case away. Refuses ``stage``, and ``look_back_due`` while another look is planned."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.go(state, "archived")
        if state.lookback_due_at is not None:
            raise Refused("look_back_due", day=state.lookback_due_at)
        return [self.draft(world, "archived")]

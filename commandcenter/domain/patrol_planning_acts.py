"""The acts of planning patrols: the turns that follow from plans, a walk of its own, another walker, a turn taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.calendar import office_calendar
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, dated, required
from commandcenter.domain.limit import limit_of
from commandcenter.domain.patrol import REASONS
from commandcenter.domain.patrol_acts import PatrolCommand, draft_of, filled, go, made_up_drafts, making_up
from commandcenter.domain.patrol_plan import Turn, day_number, day_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import ROLES

TO_COMMUNITY = "patrol.community"
"""The key of the limit how long after the window a missed turn goes to the community."""


def _community_at(world: World, window_end: int) -> dict[str, int]:
    limit = limit_of(world.state(f"limit/{TO_COMMUNITY}"))
    return {"community_at": limit.due(window_end, office_calendar(world, window_end))} if limit is not None else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTurns(Command):
    """Bring the turns of some days to what the plans want; repeated on any desk it changes nothing.

    New ones are planned, those a plan had taken off come back, a new holder of the post walks instead of the old one, and
    ``dropped`` (ids) that no plan wants any more are taken off. What a person decided by hand stays. The report counts
    ``planned`` and ``changed``. Refuses ``patrol_turn_wrong``, ``patrol_window_wrong``, ``patrol_place_missing``,
    ``role_unknown``.
    """

    turns: tuple[Turn, ...]
    dropped: tuple[str, ...] = ()

    def decide(self, world: World) -> Decision:
        at = self.when(world)
        drafts: dict[str, Draft] = {}
        planned = 0
        for turn in self.turns:
            if turn.id in drafts:
                continue
            state = world.state(f"patrol/{turn.id}")
            if not state.known:
                drafts[turn.id] = draft_of(turn.id, "planned", at, turn_body(world, turn))
                planned += 1
            elif state.stage == "cancelled" and not state.by_hand:
                drafts[turn.id] = draft_of(turn.id, "restored", at, {})
            elif state.stage == "planned" and not state.by_hand and turn.person and turn.person != state.person:
                body = {"person": turn.person, "role": state.role, "by_plan": True}
                drafts[turn.id] = draft_of(turn.id, "reassigned", at, body)
        for key in self.dropped:
            state = world.state(f"patrol/{key}")
            if key not in drafts and state.stage == "planned" and state.plan and not state.by_hand:
                drafts[key] = draft_of(key, "cancelled", at, {"by_plan": True})
        return Decision(list(drafts.values()), {"planned": planned, "changed": len(drafts) - planned})


def turn_body(world: World, turn: Turn) -> dict[str, Any]:
    """What a turn tells of itself. Refuses as ``PlanTurns``."""
    if not turn.id or "/" in turn.id or day_of(turn.day) is None:
        raise Refused("patrol_turn_wrong")
    if not turn.place:
        raise Refused("patrol_place_missing")
    if turn.role not in ROLES:
        raise Refused("role_unknown", role=turn.role)
    if dated(turn.window_end) <= dated(turn.window_start):
        raise Refused("patrol_window_wrong")
    body = {
        "place": turn.place,
        "role": turn.role,
        "day": turn.day,
        "window_start": turn.window_start,
        "window_end": turn.window_end,
        **_community_at(world, turn.window_end),
    }
    told = filled(
        plan=turn.plan,
        community=turn.community,
        person=turn.person,
        checklist=turn.checklist,
        route=list(turn.route),
        reason=turn.reason if turn.reason != "routine" else "",
    )
    return body | told


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignPatrol(Command):
    """Send somebody on a walk of its own: after a warning, in a campaign, to look again. The report carries ``patrol``.

    ``makes_up`` is the missed turn (id) that the walk is to make up for. Refuses what ``PlanTurns`` refuses,
    ``patrol_person_missing``, ``patrol_reason_unknown``, ``due_in_past``, ``patrol_not_missed``.
    """

    place: str
    role: str
    person: str
    window_start: int
    window_end: int
    community: str = ""
    checklist: str = ""
    reason: str = "routine"
    makes_up: str = ""
    patrol: str = ""

    def decide(self, world: World) -> Decision:
        required(self.person, "patrol_person_missing")
        if self.reason not in REASONS:
            raise Refused("patrol_reason_unknown")
        if self.window_end <= self.when(world):
            raise Refused("due_in_past")
        key = self.patrol or world.new_id()
        if world.state(f"patrol/{key}").known:
            raise Refused("already_there", subject=f"patrol/{key}")
        turn = Turn(
            *(key, "", self.place, self.community, self.role, self.person),
            day_number(local_date(dated(self.window_start))),
            self.window_start,
            self.window_end,
            checklist=self.checklist,
            reason=self.reason,
        )
        at = self.when(world)
        body = turn_body(world, turn) | filled(makes_up=self.makes_up)
        made_up = making_up(world, self.makes_up, key, at, "sent")
        return Decision([draft_of(key, "planned", at, body), *made_up], {"patrol": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReassignPatrol(PatrolCommand):
    """Somebody else walks. Refuses ``patrol_stage``, ``patrol_person_missing``, ``role_unknown``, ``nothing_changed``."""

    person: str
    role: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "planned":
            raise Refused("patrol_stage", patrol_stage=state.stage, wanted="planned")
        required(self.person, "patrol_person_missing")
        role = self.role or state.role
        if role not in ROLES:
            raise Refused("role_unknown", role=role)
        if (self.person, role) == (state.person, state.role):
            raise Refused("nothing_changed")
        return [draft_of(self.patrol, "reassigned", self.when(world), {"person": self.person, "role": role})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPatrol(PatrolCommand):
    """Take a turn off, with a reason. Refuses ``patrol_stage``, ``reason_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.state(world), self.when(world)
        go(state, "cancelled")
        cancelled = draft_of(self.patrol, "cancelled", at, {}, words=required(self.words, "reason_needed"))
        return [cancelled, *made_up_drafts(world, state, "", at)]

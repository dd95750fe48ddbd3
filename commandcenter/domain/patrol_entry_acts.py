"""Whole walks told afterwards: by phone, from a sheet, by a phone app. Times that were not told are not made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, required
from commandcenter.domain.patrol import CHECKS, HOWS, WEATHERS, Patrol
from commandcenter.domain.patrol_acts import draft_of, filled, look_drafts, made_up_drafts, making_up, metres_of
from commandcenter.domain.patrol_plan import Turn, day_number
from commandcenter.domain.patrol_planning_acts import turn_body
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import ROLES


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding on a sheet. ``at`` None: no time was told. ``outcome`` is ``handled`` or empty; ``how`` and ``solved`` as T4."""

    words: str
    kind: str = ""
    where: str = ""
    place: str = ""
    danger: bool = False
    outcome: str = ""
    how: str = ""
    solved: bool = False
    result: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ToldLook:
    """An open spot that was looked at on the way."""

    spot: str
    result: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ToldPatrol:
    """A walk as a sheet or a caller tells it. ``turn`` is the planned turn it was, empty when it was none of them.

    ``planned`` tells the plan's turn where it may not have been planned here yet. ``source`` names the sheet's own number; ``key`` is the id a walk that was no turn gets, the same whenever the same sheet is
    brought again. Empty takes a new one.
    """

    place: str
    role: str
    person: str
    begun_at: int
    ended_at: int
    community: str = ""
    turn: str = ""
    checklist: str = ""
    where: str = ""
    weather: str = ""
    length_m: int | None = None
    words: str = ""
    stops: tuple[str, ...] = ()
    findings: tuple[ToldFinding, ...] = ()
    looks: tuple[ToldLook, ...] = ()
    checks: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    makes_up: str = ""
    key: str = ""
    planned: Turn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPatrol(Command):
    """A whole walk entered afterwards, with the times that were told and no others. The report carries ``patrol``.

    Refuses ``patrol_stage`` for a turn that was walked already, ``patrol_times``, ``future_time``, ``patrol_person_missing``,
    ``patrol_place_missing``, ``role_unknown``, ``words_needed``, ``patrol_not_missed``, and as ``LookAgain``.
    """

    told: ToldPatrol

    def decide(self, world: World) -> Decision:
        told = self.told
        key = told.turn or told.key or world.new_id()
        at = replace(self, happened_at=told.ended_at).when(world)
        return Decision(_entry(world, key, told, at), {"patrol": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPatrols(Command):
    """Walks out of a sheet, each under its own ``key``; what is there already is left alone.

    The report counts ``created`` and tells ``refused`` as (place in the rows, code): a walk that cannot be taken stops no other.
    """

    rows: tuple[ToldPatrol, ...]

    def decide(self, world: World) -> Decision:
        drafts: list[Draft] = []
        refused: list[tuple[int, str]] = []
        created = there = 0
        for place, told in enumerate(self.rows):
            key = told.turn or told.key or world.new_id()
            state = world.state(f"patrol/{key}")
            if isinstance(state, Patrol) and state.entered:
                there += 1
                continue
            try:
                made = _entry(world, key, told, replace(self, happened_at=told.ended_at).when(world))
            except Refused as error:
                refused.append((place, error.code))
                continue
            world.preview(made)
            drafts += made
            created += 1
        return Decision(drafts, {"created": created, "already_there": there, "refused": refused})


def _entry(world: World, key: str, told: ToldPatrol, at: int) -> list[Draft]:
    state = world.state(f"patrol/{key}")
    if state.known and state.stage != "planned":
        raise Refused("patrol_stage", patrol_stage=state.stage, wanted="planned")
    required(told.person, "patrol_person_missing")
    required(told.place, "patrol_place_missing")
    if told.role not in ROLES:
        raise Refused("role_unknown", role=told.role)
    if not 0 <= told.begun_at <= told.ended_at:
        raise Refused("patrol_times")
    if told.weather and told.weather not in WEATHERS:
        raise Refused("weather_unknown")
    if any(not one.words.strip() for one in told.findings):
        raise Refused("words_needed")
    body: dict[str, Any] = {
        "place": told.place,
        "role": told.role,
        "person": told.person,
        "begun_at": told.begun_at,
        "ended_at": told.ended_at,
    }
    if not state.known and told.planned is not None and told.planned.id == key:
        body = turn_body(world, told.planned) | body
    elif not state.known:
        reason = "make_up" if told.makes_up else "own"
        body |= {"day": day_number(local_date(told.begun_at)), "reason": reason}
    body |= filled(
        community=told.community,
        checklist=told.checklist,
        weather=told.weather,
        length_m=metres_of(counted(told.length_m)),
        source=told.source,
        makes_up=told.makes_up,
        spots=[look.spot for look in told.looks],
        stops=[{} for _ in told.stops],
        findings=[_finding_body(f"{place}", one) for place, one in enumerate(told.findings, start=1)],
        checks={code: value for code, value in told.checks.items() if value in CHECKS},
    )
    words = {
        "where": told.where.strip(),
        "words": told.words.strip(),
        "stops": [{"words": words} for words in told.stops],
        "findings": [filled(words=one.words.strip(), where=one.where, result=one.result) for one in told.findings],
    }
    made_up = made_up_drafts(world, state, "walked", at) if isinstance(state, Patrol) else []
    made_up += making_up(world, told.makes_up, key, at, "walked")
    drafts = [draft_of(key, "entered", at, body, **words), *made_up]
    for look in told.looks:
        drafts += look_drafts(world, key, look.spot, look.result, look.words, at)
    return drafts


def _finding_body(key: str, one: ToldFinding) -> dict[str, Any]:
    if one.outcome == "handled" and one.how not in HOWS:
        raise Refused("how_unknown")
    handled = one.outcome == "handled"
    return {"id": key} | filled(
        at=dated(one.at) if one.at is not None else None,
        kind=one.kind,
        place=one.place,
        danger=one.danger,
        outcome="handled" if handled else "",
        how=one.how if handled else "",
        solved=one.solved and handled,
    )

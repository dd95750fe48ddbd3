"""The acts on patrols: plan turns, set out, stop, find, handle on the spot or report upward, look again, end.

A finding becomes a case through ``RegisterCase``, as every other matter does; its channel is the one of who walked
(domain.md 1-24f, 1-24g).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.calendar import office_calendar
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_file_acts import AttachFile
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, decided, required
from commandcenter.domain.limit import limit_of
from commandcenter.domain.patrol import (
    CHECKS,
    DUTIES,
    HOWS,
    LOOKS,
    REASONS,
    UNDER_WAY,
    WEATHERS,
    Finding,
    Patrol,
    may_move,
)
from commandcenter.domain.patrol_plan import Turn, day_number, day_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import ROLES

TO_COMMUNITY, AHEAD = "patrol.community", "patrol.ahead"
"""The keys of the limits: how long after the window a missed turn goes to the community; how far ahead turns are planned."""

LONGEST_METRES = 100_000
MOST_SPOTS = 60
"""So many open spots one walk starts with at the most; more are a matter for the problem bank."""
MOST_PHOTOS = 12
_HASH = re.compile(r"[0-9a-f]{64}")
_CHANNELS = {"grid_worker": "grid"}


def channel_of(role: str) -> str:
    """The way a finding of somebody in that post came in: grid workers are one of their own among the nine."""
    return _CHANNELS.get(role, "chief")


def patrol_of(world: World, key: str) -> Patrol:
    """The patrol. Refuses ``patrol_unknown``."""
    state = world.state(f"patrol/{key}")
    if not isinstance(state, Patrol) or not state.known:
        raise Refused("patrol_unknown")
    return state


def _draft(key: str, verb: str, at: int, body: Mapping[str, Any], **words: Any) -> Draft:
    told = {name: text for name, text in words.items() if text}
    return Draft(subject=f"patrol/{key}", kind=f"patrol.{verb}", body=dict(body), private=told or None, happened_at=at)


def _filled(**told: Any) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in ("", None, (), [], {}, False)}


def _community_at(world: World, window_end: int) -> dict[str, int]:
    limit = limit_of(world.state(f"limit/{TO_COMMUNITY}"))
    return {"community_at": limit.due(window_end, office_calendar(world, window_end))} if limit is not None else {}


# --- planning ---------------------------------------------------------------------------------------------------------


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
                drafts[turn.id] = _draft(turn.id, "planned", at, _turn_body(world, turn))
                planned += 1
            elif state.stage == "cancelled" and not state.by_hand:
                drafts[turn.id] = _draft(turn.id, "restored", at, {})
            elif state.stage == "planned" and not state.by_hand and turn.person and turn.person != state.person:
                body = {"person": turn.person, "role": state.role, "by_plan": True}
                drafts[turn.id] = _draft(turn.id, "reassigned", at, body)
        for key in self.dropped:
            state = world.state(f"patrol/{key}")
            if key not in drafts and state.stage == "planned" and state.plan and not state.by_hand:
                drafts[key] = _draft(key, "cancelled", at, {"by_plan": True})
        return Decision(list(drafts.values()), {"planned": planned, "changed": len(drafts) - planned})


def _turn_body(world: World, turn: Turn) -> dict[str, Any]:
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
    told = _filled(
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

    Refuses what ``PlanTurns`` refuses, ``patrol_person_missing``, ``patrol_reason_unknown``, ``due_in_past``.
    """

    place: str
    role: str
    person: str
    window_start: int
    window_end: int
    community: str = ""
    checklist: str = ""
    reason: str = "routine"
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
        return Decision([_draft(key, "planned", self.when(world), _turn_body(world, turn))], {"patrol": key})


# --- one patrol -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PatrolCommand(Command):
    """An act on a patrol. All refuse ``patrol_unknown``, and ``before_opening`` for a moment before it was begun."""

    patrol: str

    def state(self, world: World) -> Patrol:
        """The patrol. Refuses ``patrol_unknown``."""
        return patrol_of(world, self.patrol)

    def walked(self, world: World) -> tuple[Patrol, int]:
        """The patrol under way and the moment of the act. Refuses ``patrol_stage`` and ``before_opening``."""
        state, at = self.state(world), self.when(world)
        if state.stage not in UNDER_WAY:
            raise Refused("patrol_stage", patrol_stage=state.stage, wanted="walking")
        if state.begun_at is not None and at < state.begun_at:
            raise Refused("before_opening", at=state.begun_at)
        return state, at


def _go(state: Patrol, stage: str) -> None:
    if not may_move(state, stage):
        raise Refused("patrol_stage", patrol_stage=state.stage, wanted=stage)


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
        return [_draft(self.patrol, "reassigned", self.when(world), {"person": self.person, "role": role})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPatrol(PatrolCommand):
    """Take a turn off, with a reason. Refuses ``patrol_stage``, ``reason_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        _go(self.state(world), "cancelled")
        return [_draft(self.patrol, "cancelled", self.when(world), {}, words=required(self.words, "reason_needed"))]


def _spots(world: World, spots: Sequence[str]) -> list[str]:
    """Open spots that exist. Refuses ``spot_unknown`` and ``spots_too_many``."""
    if len(spots) > MOST_SPOTS:
        raise Refused("spots_too_many", most=MOST_SPOTS)
    for spot in spots:
        _spot(world, spot)
    return list(dict.fromkeys(spots))


def _spot(world: World, spot: str) -> Finding:
    key, _, finding = spot.rpartition("/")
    state = world.state(f"patrol/{key}") if key else None
    found = state.finding(finding) if isinstance(state, Patrol) else None
    if found is None:
        raise Refused("spot_unknown")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPatrol(PatrolCommand):
    """T1: who walks is there. ``spots`` are the open spots of the place, which are looked at first (T8).

    A turn whose window has passed is missed (T7): it is not walked any more, a walk that makes up for it is one of its own.
    Refuses ``patrol_stage``, ``patrol_missed``, ``patrol_not_yet``, ``patrol_person_missing``, ``weather_unknown``.
    """

    where: str = ""
    weather: str = ""
    person: str = ""
    spots: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.state(world), self.when(world)
        _go(state, "signed_in")
        if state.missed(at):
            raise Refused("patrol_missed", at=state.window_end)
        if state.window_start is not None and local_date(at) < local_date(state.window_start):
            raise Refused("patrol_not_yet", day=state.window_start)
        required(self.person or state.person, "patrol_person_missing")
        if self.weather and self.weather not in WEATHERS:
            raise Refused("weather_unknown")
        person = self.person if self.person != state.person else ""
        body = _filled(person=person, weather=self.weather, spots=_spots(world, self.spots))
        return [_draft(self.patrol, "signed_in", at, body, where=self.where.strip())]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPatrol(Command):
    """Set out without a turn, or to make up for a missed one (``makes_up``). The report carries ``patrol``.

    Refuses ``patrol_person_missing``, ``patrol_place_missing``, ``role_unknown``, ``patrol_not_missed`` and as ``SignInPatrol``.
    """

    place: str
    role: str
    person: str
    community: str = ""
    checklist: str = ""
    where: str = ""
    weather: str = ""
    spots: tuple[str, ...] = ()
    makes_up: str = ""
    patrol: str = ""

    def decide(self, world: World) -> Decision:
        at = self.when(world)
        required(self.person, "patrol_person_missing")
        required(self.place, "patrol_place_missing")
        if self.role not in ROLES:
            raise Refused("role_unknown", role=self.role)
        key = self.patrol or world.new_id()
        if world.state(f"patrol/{key}").known:
            raise Refused("already_there", subject=f"patrol/{key}")
        body: dict[str, Any] = {"place": self.place, "role": self.role, "person": self.person, "reason": "own"}
        body |= {"day": day_number(local_date(at))}
        body |= _filled(community=self.community, checklist=self.checklist, makes_up=self.makes_up)
        planned = _draft(key, "planned", at, body)
        world.preview([planned])
        sign = SignInPatrol(
            patrol=key, where=self.where, weather=self.weather, spots=self.spots, happened_at=self.happened_at
        )
        return Decision(
            [planned, *decided(sign, world).drafts, *_making_up(world, self.makes_up, key, at)], {"patrol": key}
        )


def _making_up(world: World, missed: str, by: str, at: int) -> list[Draft]:
    """The entry on a missed turn that another walk makes up for it. Refuses ``patrol_not_missed``."""
    if not missed:
        return []
    state = patrol_of(world, missed)
    if not state.missed(at) or state.made_up_by:
        raise Refused("patrol_not_missed")
    return [_draft(missed, "made_up", at, {"by": by})]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStop(PatrolCommand):
    """T2: a stop, and under which of the six duties. Refuses ``patrol_stage``, ``patrol_duty_unknown``, ``words_needed``."""

    words: str
    duty: str = "patrol"

    def decide(self, world: World) -> Sequence[Draft]:
        _, at = self.walked(world)
        if self.duty not in DUTIES:
            raise Refused("patrol_duty_unknown")
        body = {"duty": self.duty} if self.duty != "patrol" else {}
        return [_draft(self.patrol, "stopped", at, body, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItems(PatrolCommand):
    """Items of the checklist that were looked at: code → ``fine`` or ``bad``. Refuses ``patrol_stage``, ``check_unknown``."""

    items: dict[str, str]

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.walked(world)
        if any(value not in CHECKS for value in self.items.values()):
            raise Refused("check_unknown")
        changed = {code: value for code, value in self.items.items() if state.checks.get(code) != value}
        return [_draft(self.patrol, "checked", at, {"items": changed})] if changed else []


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFinding(PatrolCommand):
    """T3: something was found: where, of which kind, is there danger now? The report carries ``finding``.

    Refuses ``patrol_stage``, ``words_needed``, and ``finding_undecided`` while nobody has decided on the one before.
    """

    words: str
    kind: str = ""
    where: str = ""
    place: str = ""
    danger: bool = False
    finding: str = ""

    def decide(self, world: World) -> Decision:
        state, at = self.walked(world)
        if state.undecided:
            raise Refused("finding_undecided")
        key = self.finding or world.new_id()
        if state.finding(key) is not None:
            raise Refused("already_there", subject=f"patrol/{self.patrol}")
        body = {"finding": key} | _filled(kind=self.kind, place=self.place, danger=self.danger)
        words = required(self.words, "words_needed")
        draft = _draft(self.patrol, "found", at, body, words=words, where=self.where.strip())
        return Decision([draft], {"finding": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCommand(PatrolCommand):
    """An act on a finding, also after the walk has ended. All refuse ``finding_unknown``."""

    finding: str

    def found(self, world: World) -> tuple[Patrol, Finding]:
        """The patrol and the finding. Refuses ``patrol_unknown`` and ``finding_unknown``."""
        state = self.state(world)
        one = state.finding(self.finding)
        if one is None:
            raise Refused("finding_unknown")
        return state, one


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleFinding(FindingCommand):
    """T4: handled on the spot: talked, cleaned, moved; is it solved? Refuses ``finding_settled``, ``how_unknown``."""

    how: str
    solved: bool
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if one.outcome:
            raise Refused("finding_settled")
        if self.how not in HOWS:
            raise Refused("how_unknown")
        body = {"finding": self.finding, "how": self.how, "solved": self.solved}
        return [_draft(self.patrol, "handled", self.when(world), body, words=self.words.strip())]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFinding(FindingCommand):
    """T5: reported upward: a case of its own, with the photos of the finding. The report carries ``case`` and ``number``.

    One that was handled and not solved may still be reported. Refuses ``finding_settled``, and what ``RegisterCase`` refuses.
    """

    grade: str = "general"
    category: str = ""
    title: str = ""
    case: str = ""

    def decide(self, world: World) -> Decision:
        state, one = self.found(world)
        if one.outcome == "reported" or not one.open:
            raise Refused("finding_settled")
        text = one.words or self.title
        matter = Matter(
            title=self.title.strip() or _title(text),
            text=text,
            channel=channel_of(state.role),
            grade="urgent" if one.danger and self.grade == "general" else self.grade,
            category=self.category,
            place=one.place or state.place,
            place_words=one.where,
            community=state.community,
            proactive=True,
        )
        case = self.case or world.new_id()
        registered = decided(RegisterCase(matter=matter, case=case, happened_at=self.happened_at), world)
        drafts = list(registered.drafts)
        world.preview(drafts)
        for photo in one.photos:
            if not photo.gone:
                told: dict[str, Any] = {name: getattr(photo, name) for name in ("sha256", "size", "media", "name")}
                attached = decided(AttachFile(case=case, happened_at=self.happened_at, **told), world).drafts
                world.preview(attached)
                drafts += attached
        body = {"finding": self.finding, "case": case}
        return Decision([*drafts, _draft(self.patrol, "reported", self.when(world), body)], registered.report)


def _title(text: str, most: int = 40) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= most else line[: most - 1] + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFinding(FindingCommand):
    """There is a case of it already: the finding belongs to that one. Refuses ``finding_settled``, ``case_unknown``."""

    case: str

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if one.outcome == "reported" or not one.open:
            raise Refused("finding_settled")
        if not self.case or not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")
        return [_draft(self.patrol, "reported", self.when(world), {"finding": self.finding, "case": self.case})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForWhistle(FindingCommand):
    """T5: an emergency whistle is asked for (F9); nothing waits for this entry. Written once."""

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if one.asked_at is not None:
            return []
        return [_draft(self.patrol, "whistle_asked", self.when(world), {"finding": self.finding})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachPhoto(FindingCommand):
    """A stored photo belongs to a finding. ``size`` counts bytes. Refuses ``attachment_unreadable``, ``attached_already``,
    ``too_many_files``.
    """

    sha256: str
    size: int
    media: str
    name: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if not _HASH.fullmatch(self.sha256) or self.size <= 0 or not self.media:
            raise Refused("attachment_unreadable")
        if any(photo.sha256 == self.sha256 for photo in one.photos):
            raise Refused("attached_already")
        if len(one.photos) >= MOST_PHOTOS:
            raise Refused("too_many_files", most=MOST_PHOTOS)
        body = {"finding": self.finding, "sha256": self.sha256, "size": self.size, "media": self.media}
        # the name is never empty: an erased private part is how the fold knows that the file is gone
        return [_draft(self.patrol, "photographed", self.when(world), body, name=self.name.strip() or self.sha256[:8])]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAgain(PatrolCommand):
    """T8: an open spot of an earlier patrol was looked at: done with, or still open. ``spot`` is ``<patrol>/<finding>``.

    Refuses ``patrol_stage``, ``spot_unknown``, ``spot_closed``, ``patrol_look_unknown``, ``spot_own`` for a finding of this walk.
    """

    spot: str
    result: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        _, at = self.walked(world)
        return _look(world, self.patrol, self.spot, self.result, self.words, at)


def _look(world: World, patrol: str, spot: str, result: str, words: str, at: int) -> list[Draft]:
    if result not in LOOKS:
        raise Refused("patrol_look_unknown")
    key, _, finding = spot.rpartition("/")
    if key == patrol:
        raise Refused("spot_own")
    if not _spot(world, spot).open:
        raise Refused("spot_closed")
    words = words.strip()
    return [
        _draft(patrol, "looked", at, {"spot": spot, "result": result}, words=words),
        _draft(key, "rechecked", at, {"finding": finding, "by": patrol, "result": result}, words=words),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPatrol(PatrolCommand):
    """T6: the walk is over: its length in metres, and why open spots were not looked at, where that is so.

    Refuses ``patrol_stage`` (a walk without a stop is none), ``finding_undecided``, ``spots_unseen``, ``limit_out_of_range``,
    ``before_opening`` for an end before its last entry.
    """

    length_m: int | None = None
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.walked(world)
        if state.undecided:
            raise Refused("finding_undecided")
        _go(state, "ended")
        if state.unseen and not self.words.strip():
            raise Refused("spots_unseen", count=len(state.unseen))
        moments = [*(stop.at for stop in state.stops), *(one.at for one in state.findings)]
        last = max((moment for moment in moments if moment is not None), default=0)
        if at < last:
            raise Refused("before_opening", at=last)
        return [_draft(self.patrol, "ended", at, _filled(length_m=_metres(self.length_m)), words=self.words.strip())]


def _metres(length: int | None) -> int | None:
    if length is not None and not 0 <= length <= LONGEST_METRES:
        raise Refused("limit_out_of_range", least=0, most=LONGEST_METRES)
    return length


# --- a whole walk told afterwards -------------------------------------------------------------------------------------


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
        body = _turn_body(world, told.planned) | body
    elif not state.known:
        body |= {"day": day_number(local_date(told.begun_at)), "reason": "own"}
    body |= _filled(
        community=told.community,
        checklist=told.checklist,
        weather=told.weather,
        length_m=_metres(counted(told.length_m)),
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
        "findings": [_filled(words=one.words.strip(), where=one.where, result=one.result) for one in told.findings],
    }
    drafts = [_draft(key, "entered", at, body, **words), *_making_up(world, told.makes_up, key, at)]
    for look in told.looks:
        drafts += _look(world, key, look.spot, look.result, look.words, at)
    return drafts


def _finding_body(key: str, one: ToldFinding) -> dict[str, Any]:
    if one.outcome == "handled" and one.how not in HOWS:
        raise Refused("how_unknown")
    handled = one.outcome == "handled"
    return {"id": key} | _filled(
        at=dated(one.at) if one.at is not None else None,
        kind=one.kind,
        place=one.place,
        danger=one.danger,
        outcome="handled" if handled else "",
        how=one.how if handled else "",
        solved=one.solved and handled,
    )

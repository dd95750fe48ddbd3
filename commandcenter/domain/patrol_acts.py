"""The acts of a walk: set out, stop, find, handle on the spot or report upward, look again, end.

A finding becomes a case through ``RegisterCase``, as every other matter does; its channel is the one of who walked
(domain.md 1-24f, 1-24g).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_file_acts import AttachFile
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, decided, required
from commandcenter.domain.patrol import (
    CALLS,
    CHECKS,
    DUTIES,
    HOWS,
    LOOKS,
    TOLD,
    UNDER_WAY,
    WEATHERS,
    Finding,
    Patrol,
    may_move,
)
from commandcenter.domain.patrol_plan import day_number
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import ROLES

LONGEST_METRES = 100_000
MOST_SPOTS = 60
"""So many open spots one walk starts with at the most; more are a matter for the problem bank."""
MOST_PHOTOS = 12
DANGER_GRADE = "prompt"
"""紧急件 (24 h, domain.md 2.12 ``case.grade.prompt``) for a finding with danger now (2.8 T3). No source ties danger to a grade:
it is the office's own choice, and a person may choose another. What cannot wait goes by an emergency whistle (T5)."""
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


def draft_of(key: str, verb: str, at: int, body: Mapping[str, Any], **words: Any) -> Draft:
    """An entry on a patrol; ``words`` are its private part, empty ones are left out."""
    told = {name: text for name, text in words.items() if text}
    return Draft(subject=f"patrol/{key}", kind=f"patrol.{verb}", body=dict(body), private=told or None, happened_at=at)


def filled(**told: Any) -> dict[str, Any]:
    """What is told: no empty texts and lists, nothing unknown, no marks that are not set. A nought is told."""
    return {name: value for name, value in told.items() if value or (value == 0 and type(value) is int)}


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


def go(state: Patrol, stage: str) -> None:
    """Refuse ``patrol_stage`` unless the patrol may go to ``stage`` now."""
    if not may_move(state, stage):
        raise Refused("patrol_stage", patrol_stage=state.stage, wanted=stage)


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
        go(state, "signed_in")
        if state.missed(at):
            raise Refused("patrol_missed", at=state.window_end)
        if state.window_start is not None and local_date(at) < local_date(state.window_start):
            raise Refused("patrol_not_yet", day=state.window_start)
        required(self.person or state.person, "patrol_person_missing")
        if self.weather and self.weather not in WEATHERS:
            raise Refused("weather_unknown")
        person = self.person if self.person != state.person else ""
        body = filled(person=person, weather=self.weather, spots=_spots(world, self.spots))
        signed = draft_of(self.patrol, "signed_in", at, body, where=self.where.strip())
        return [signed, *made_up_drafts(world, state, "begun", at)]


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
        reason = "make_up" if self.makes_up else "own"
        body: dict[str, Any] = {"place": self.place, "role": self.role, "person": self.person, "reason": reason}
        body |= {"day": day_number(local_date(at))}
        body |= filled(community=self.community, checklist=self.checklist, makes_up=self.makes_up)
        planned = [draft_of(key, "planned", at, body), *making_up(world, self.makes_up, key, at, "begun")]
        world.preview(planned)
        sign = SignInPatrol(
            patrol=key, where=self.where, weather=self.weather, spots=self.spots, happened_at=self.happened_at
        )
        return Decision([*planned, *decided(sign, world).drafts], {"patrol": key})


def making_up(world: World, missed: str, by: str, at: int, stage: str) -> list[Draft]:
    """The entry on a missed turn that another walk makes up for it, and how far that is: one of ``MAKE_UPS``.

    Refuses ``patrol_not_missed``: also where somebody was sent to make up for it already and still may.
    """
    if not missed:
        return []
    state = patrol_of(world, missed)
    if not may_be_made_up(state, world.state(f"patrol/{state.made_up_by}") if state.made_up_by else None, at):
        raise Refused("patrol_not_missed")
    return [draft_of(missed, "made_up", at, {"by": by, "stage": stage})]


def may_be_made_up(missed: Patrol, standing: object, at: int) -> bool:
    """Whether a walk may make up for a missed turn: nobody was sent to, or whoever was sent (``standing``) did not go."""
    if not missed.missed(at) or missed.make_up == "walked":
        return False
    return not (isinstance(standing, Patrol) and standing.known) or not standing.open or standing.missed(at)


def made_up_drafts(world: World, walk: Patrol, stage: str, at: int) -> list[Draft]:
    """What a walk that makes up for a missed turn tells that turn of how far it is; none where nothing changes."""
    missed = world.state(f"patrol/{walk.makes_up}") if walk.makes_up else None
    if not isinstance(missed, Patrol) or missed.made_up_by != walk.id or stage == missed.make_up:
        return []
    by = walk.id if stage else ""
    return [draft_of(walk.makes_up, "made_up", at, filled(by=by, stage=stage))]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOfMissed(PatrolCommand):
    """T7: somebody told the deputy or the community of a missed turn, or tried to. Nobody counts as told without this entry.

    ``whom`` is one of ``TOLD``, ``result`` one of ``CALLS``, ``person`` who was called. Refuses ``patrol_not_missed`` for a turn
    that is not missed or was made up for, ``patrol_telling_wrong``, ``person_unknown``.
    """

    whom: str
    result: str = "reached"
    person: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.state(world), self.when(world)
        if not state.missed(at) or state.make_up == "walked":
            raise Refused("patrol_not_missed")
        if self.whom not in TOLD or self.result not in CALLS:
            raise Refused("patrol_telling_wrong")
        if self.person and not world.state(f"person/{self.person}").known:
            raise Refused("person_unknown", person=self.person)
        body = filled(whom=self.whom, result=self.result, person=self.person)
        return [draft_of(self.patrol, "told_on", at, body, words=self.words.strip())]


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
        return [draft_of(self.patrol, "stopped", at, body, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItems(PatrolCommand):
    """Items of the checklist that were looked at: code → ``fine`` or ``bad``. Refuses ``patrol_stage``, ``check_unknown``."""

    items: dict[str, str]

    def decide(self, world: World) -> Sequence[Draft]:
        state, at = self.walked(world)
        if any(value not in CHECKS for value in self.items.values()):
            raise Refused("check_unknown")
        changed = {code: value for code, value in self.items.items() if state.checks.get(code) != value}
        return [draft_of(self.patrol, "checked", at, {"items": changed})] if changed else []


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
        body = {"finding": key} | filled(kind=self.kind, place=self.place, danger=self.danger)
        words = required(self.words, "words_needed")
        draft = draft_of(self.patrol, "found", at, body, words=words, where=self.where.strip())
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
    """T4: handled on the spot: talked, cleaned, moved; is it solved?

    Refuses ``finding_settled``, ``how_unknown``, and ``words_needed`` where there was danger: what was done about it is told.
    """

    how: str
    solved: bool
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if one.outcome:
            raise Refused("finding_settled")
        if self.how not in HOWS:
            raise Refused("how_unknown")
        if one.danger:
            required(self.words, "words_needed")
        body = {"finding": self.finding, "how": self.how, "solved": self.solved}
        return [draft_of(self.patrol, "handled", self.when(world), body, words=self.words.strip())]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFinding(FindingCommand):
    """T5: reported upward: a case of its own, with the photos of the finding. The report carries ``case`` and ``number``.

    One that was handled and not solved may still be reported. ``place_words`` empty: the street of the walk and the spot.
    An empty ``grade`` follows from the finding: ``DANGER_GRADE`` where there is danger, else general.
    Refuses ``finding_settled``, and what ``RegisterCase`` refuses.
    """

    grade: str = ""
    category: str = ""
    title: str = ""
    place_words: str = ""
    grid: str = ""
    case: str = ""

    def decide(self, world: World) -> Decision:
        state, one = self.found(world)
        if one.outcome == "reported" or not one.open:
            raise Refused("finding_settled")
        text = one.words or self.title
        grade = self.grade or grade_of(one)
        place = one.place or state.place
        record = world.state(f"place/{place}")
        street = str(record.get("name") or "") if record.known else ""
        matter = Matter(
            title=self.title.strip() or title_of(text),
            text=text,
            channel=channel_of(state.role),
            grade=grade,
            category=self.category,
            place=place,
            place_words=self.place_words.strip() or spot_words(street, one.where),
            community=state.community,
            grid=self.grid,
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
        body = {"finding": self.finding, "case": case, "grade": grade}
        return Decision([*drafts, draft_of(self.patrol, "reported", self.when(world), body)], registered.report)


def grade_of(one: Finding) -> str:
    """The grade a case out of a finding gets where nobody says another."""
    return DANGER_GRADE if one.danger else "general"


def spot_words(street: str, where: str) -> str:
    """The place of a finding in words: the street, and behind it the spot that was typed; a street named there stands once."""
    where = where.strip()
    return where if where.startswith(street) else f"{street}{where}"


def title_of(text: str, most: int = 40) -> str:
    """The first line of what was found, at most ``most`` characters: the matter of a case in a few words."""
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
        return [draft_of(self.patrol, "reported", self.when(world), {"finding": self.finding, "case": self.case})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForWhistle(FindingCommand):
    """T5: an emergency whistle is asked for (F9); nothing waits for this entry. Written once."""

    def decide(self, world: World) -> Sequence[Draft]:
        _, one = self.found(world)
        if one.asked_at is not None:
            return []
        return [draft_of(self.patrol, "whistle_asked", self.when(world), {"finding": self.finding})]


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
        return [
            draft_of(self.patrol, "photographed", self.when(world), body, name=self.name.strip() or self.sha256[:8])
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAgain(PatrolCommand):
    """T8: an open spot of an earlier patrol was looked at: done with, or still open. ``spot`` is ``<patrol>/<finding>``.

    Refuses ``patrol_stage``, ``spot_unknown``, ``spot_closed``, ``patrol_look_unknown``, ``spot_own`` for a finding of this walk,
    ``words_needed`` where danger is said to be gone: what was seen is told.
    """

    spot: str
    result: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        _, at = self.walked(world)
        drafts = look_drafts(world, self.patrol, self.spot, self.result, self.words, at)
        if self.result == "closed" and _spot(world, self.spot).danger:
            required(self.words, "words_needed")
        return drafts


def look_drafts(world: World, patrol: str, spot: str, result: str, words: str, at: int) -> list[Draft]:
    """The two entries of a look: on the patrol that looks and on the one the spot was found on. Refuses as ``LookAgain``."""
    if result not in LOOKS:
        raise Refused("patrol_look_unknown")
    key, _, finding = spot.rpartition("/")
    if key == patrol:
        raise Refused("spot_own")
    if not _spot(world, spot).open:
        raise Refused("spot_closed")
    words = words.strip()
    return [
        draft_of(patrol, "looked", at, {"spot": spot, "result": result}, words=words),
        draft_of(key, "rechecked", at, {"finding": finding, "by": patrol, "result": result}, words=words),
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
        go(state, "ended")
        if state.unseen and not self.words.strip():
            raise Refused("spots_unseen", count=len(state.unseen))
        moments = [*(stop.at for stop in state.stops), *(one.at for one in state.findings)]
        last = max((moment for moment in moments if moment is not None), default=0)
        if at < last:
            raise Refused("before_opening", at=last)
        body = filled(length_m=metres_of(self.length_m))
        ended = draft_of(self.patrol, "ended", at, body, words=self.words.strip())
        return [ended, *made_up_drafts(world, state, "walked", at)]


def metres_of(length: int | None) -> int | None:
    """A length in metres as it was told; None is unknown. Refuses ``limit_out_of_range``."""
    if length is not None and not 0 <= length <= LONGEST_METRES:
        raise Refused("limit_out_of_range", least=0, most=LONGEST_METRES)
    return length

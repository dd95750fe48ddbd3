"""The acts on a muster whistle, from the draft to the end (domain.md 2.2.1, 2.11)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import appraisal as appraisals
from commandcenter.domain import gate, numbering
from commandcenter.domain import report_in_acts as presence
from commandcenter.domain.case_acts import due_after
from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.domain.command import Command, Draft, World, counted, dated, required, unique
from commandcenter.domain.event import REAL
from commandcenter.domain.gate import Grounds
from commandcenter.domain.limit import limit_of
from commandcenter.domain.muster import LEVELS, RESULTS, Agreed, Muster, may
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import LAST_ORDINAL, ReportIn
from commandcenter.domain.unit import Unit, unit_of
from commandcenter.domain.value import minutes
from commandcenter.domain.whistle import Whistle

MEETING = {"L1": "whistle.muster.meeting_L1", "L2": "whistle.muster.meeting_L2"}
ANSWER = "whistle.muster.answer"
APPRAISAL = "whistle.muster.appraisal"
CALLED = {"L1": ("department",), "L2": ("section", "force")}
"""Which kinds of units a level calls; level 2 also any other force of the street's own (relation 直)."""

_PERSONAL = re.compile(r"\d{7,}|\d{3,4}[- ]\d{4}[- ]?\d{4}|\d{17}[\dXx]")


def report_in_key(level: str) -> str:
    """The limit within which those called report in."""
    return f"whistle.muster.{level}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting(Command):
    """What is written of a matter: what it is, why it cannot be solved here, what is wanted, whom it would call."""

    title: str
    matter: str = ""
    wanted: str = ""
    category: str = ""
    lacks: tuple[str, ...] = ()
    tried: str = ""
    community: str = ""
    branch: str = ""
    place: str = ""
    place_words: str = ""
    units: tuple[str, ...] = ()

    def grounds(self) -> Grounds:
        """The grounds as written."""
        return Grounds(self.category, unique(self.lacks), self.tried)

    def told(self, world: World) -> tuple[dict[str, Any], dict[str, str]]:
        """The codes and the words. Refuses ``title_missing``, ``gate_lack_unknown``, ``unit_unknown``."""
        grounds = self.grounds()
        strange = [lack for lack in grounds.lacks if lack not in gate.LACKS]
        if strange:
            raise Refused("gate_lack_unknown", lack=strange[0])
        for unit in self.units:
            if not world.state(f"unit/{unit}").known:
                raise Refused("unit_unknown", unit=unit)
        body: dict[str, Any] = {**grounds.body, "units": list(unique(self.units))}
        body |= {name: getattr(self, name) for name in ("community", "branch", "place") if getattr(self, name)}
        private = {"title": required(self.title, "title_missing"), **grounds.private}
        for name in ("matter", "wanted", "place_words"):
            if getattr(self, name).strip():
                private[name] = getattr(self, name).strip()
        return body, private


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMuster(Drafting):
    """Begin a muster (M0). It may be incomplete: the gate asks before it goes on. Refuses ``muster_level``, ``case_unknown``.

    ``case`` is the case it comes from; it learns of the whistle when that sounds.
    """

    level: str
    case: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if self.level not in LEVELS:
            raise Refused("muster_level")
        if self.case and not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")
        at = self.when(world)
        body, private = self.told(world)
        body["level"] = self.level
        if self.case:
            body["case"] = self.case
        due = due_after(world, MEETING[self.level], at) if self.level in MEETING else None
        if due is not None:
            body["meeting_due"] = due
        subject = f"muster/{world.new_id()}"
        return [Draft(subject=subject, kind="muster.drafted", body=body, private=private, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MusterCommand(Command):
    """What every later act on a muster shares."""

    muster: str

    def state(self, world: World, verb: str = "") -> Muster:
        """The open muster, when the machine allows ``verb`` now. Refuses ``muster_unknown``, ``muster_over``, ``muster_stage``."""
        state: Muster = world.state(f"muster/{self.muster}")
        if not state.known:
            raise Refused("muster_unknown")
        if not state.open:
            raise Refused("muster_over")
        if verb and not may(state, verb):
            raise Refused("muster_stage", muster_stage=state.stage)
        return state

    def draft(
        self, verb: str, at: int, body: Mapping[str, Any] | None = None, private: Mapping[str, Any] | None = None
    ) -> Draft:
        """An event on this muster; words without text are left out."""
        said = {name: text.strip() if isinstance(text, str) else text for name, text in (private or {}).items()}
        said = {name: text for name, text in said.items() if text}
        return Draft(
            subject=f"muster/{self.muster}",
            kind=f"muster.{verb}",
            body=body or {},
            private=said or None,
            happened_at=at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendMuster(Drafting):
    """Write the draft anew. Refuses ``muster_sounded`` once the whistle has sounded."""

    muster: str

    def decide(self, world: World) -> Sequence[Draft]:
        act = MusterCommand(muster=self.muster, happened_at=self.happened_at)
        state = act.state(world)
        if state.sounded_at is not None:
            raise Refused("muster_sounded")
        body, private = self.told(world)
        return [act.draft("amended", self.when(world), body, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMeeting(MusterCommand):
    """The meeting judged the matter (M1): level 1 the work committee, level 2 the community's party committee.

    ``happened_at`` is when it met. Refuses what the gate refuses, ``present_needed``, ``decision_needed``,
    ``meeting_early`` for a moment before the draft.
    """

    present: str
    decision: str
    chair: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "met")
        gate.check(world, "muster", state.grounds)
        at = self.when(world)
        if at < state.opened_at:
            raise Refused("meeting_early", at=state.opened_at)
        private = {
            "present": required(self.present, "present_needed"),
            "decision": required(self.decision, "decision_needed"),
            "chair": self.chair,
        }
        return [self.draft("met", at, private=private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMuster(MusterCommand):
    """The request went to the special team (M2) under a number, by a way (paper, fax, system, in person).

    The team has a limit to answer. Refuses ``document_needed``, ``way_needed``, ``before_meeting``.
    """

    document: str
    way: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "sent")
        at = self.when(world)
        if state.meeting is not None and at < state.meeting.at:
            raise Refused("before_meeting", at=state.meeting.at)
        body: dict[str, Any] = {
            "document": required(self.document, "document_needed"),
            "way": required(self.way, "way_needed"),
        }
        due = due_after(world, ANSWER, at)
        if due is not None:
            body["answer_due"] = due
        return [self.draft("sent", at, body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMuster(MusterCommand):
    """The special team accepted the request or returned it with a reason (M3). Refuses ``reason_needed``, ``before_sending``."""

    accepted: bool
    told_by: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        verb = "accepted" if self.accepted else "returned"
        state = self.state(world, verb)
        at = self.when(world)
        if state.sent_at is not None and at < state.sent_at:
            raise Refused("before_sending", at=state.sent_at)
        words = self.words if self.accepted else required(self.words, "reason_needed")
        return [self.draft(verb, at, private={"told_by": self.told_by, "words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member called by the branch: the id of a person of the roster, or a name beside it."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundMuster(MusterCommand):
    """The whistle sounds (M4): the targets are told, and the time within which each reports in begins.

    It becomes ``whistle/<same id>`` of kind muster with its number (JJ) and one report-in a unit; the agreed minutes are the
    arrival limit of each, and no clock of an emergency runs. ``targets`` are the units of levels 1 and 2 (``minutes`` None
    takes the limit of the level), ``members`` the people of level 3. Refuses what the gate refuses, ``no_unit``,
    ``no_member``, ``too_many_units``, ``unit_twice``, ``unit_unknown``, ``muster_target``, ``limit_not_positive``,
    ``meet_place_needed``, ``people_not_units``, ``units_not_people``.
    """

    targets: tuple[Agreed, ...] = ()
    members: tuple[Member, ...] = ()
    meet_at: int | None = None
    meet_words: str = ""
    text: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "sounded")
        gate.check(world, "muster", state.grounds)
        at = self.when(world)
        self._check(state)
        limit = limit_of(world.state(f"limit/{report_in_key(state.level)}"))
        usual = limit.milliseconds / MINUTE if limit else None
        agreed = [self._agreed(world, state, line, usual) for line in self.targets]
        day = local_date(at)
        count = world.take_number(numbering.series("muster", REAL), day)
        number = numbering.whistle_number("muster", REAL, day, world.letter, count)
        body: dict[str, Any] = {"number": number}
        private: dict[str, Any] = {"text": self.text, "meet_words": required(self.meet_words, "meet_place_needed")}
        if self.meet_at is not None:
            body["meet_at"] = dated(self.meet_at)
        if agreed:
            body["targets"] = [{"unit": unit.id, "minutes": line.minutes, "ask": line.ask} for unit, line, _ in agreed]
        if self.members:
            body["members"] = [one.key for one in self.members]
            private["names"] = {one.key: one.name for one in self.members if one.name}
            due = self.meet_at if self.meet_at is not None and self.meet_at > at else None
            if due is None and usual is not None:
                due = at + round(usual * MINUTE)
            if due is not None:
                body["members_due"] = due
        drafts = [self.draft("sounded", at, body, private), self._blown(state, number, at)]
        drafts += [
            presence.listing(
                self.muster,
                unit.id,
                ordinal=ordinal,
                relation=relation,
                duty="assist",
                limits={"arrive": line.minutes},
                ask=line.ask,
                mode=REAL,
                at=at,
            )
            for ordinal, (unit, line, relation) in enumerate(agreed, start=1)
        ]
        if state.case:
            case = {"whistle": self.muster}
            drafts.append(Draft(subject=f"case/{state.case}", kind="case.whistled", body=case, happened_at=at))
        return drafts

    def _check(self, state: Muster) -> None:
        if state.level == "L3":
            if self.targets:
                raise Refused("people_not_units")
            if not self.members:
                raise Refused("no_member")
        elif self.members:
            raise Refused("units_not_people")
        elif not self.targets:
            raise Refused("no_unit")
        if len(self.targets) > LAST_ORDINAL:
            raise Refused("too_many_units", most=LAST_ORDINAL)
        if len({line.unit for line in self.targets}) != len(self.targets):
            raise Refused("unit_twice")
        if len({one.key for one in self.members}) != len(self.members):
            raise Refused("member_twice")

    def _agreed(self, world: World, state: Muster, line: Agreed, usual: float | None) -> tuple[Unit, Agreed, str]:
        record: Record = world.state(f"unit/{line.unit}")
        if not record.known:
            raise Refused("unit_unknown", unit=line.unit)
        unit = unit_of(record)
        own = state.level == "L2" and unit.relation == "direct" and unit.kind != "community"
        if unit.kind not in CALLED[state.level] and not own:
            raise Refused("muster_target", unit=line.unit)
        if line.minutes is not None and minutes(line.minutes) is None:
            raise Refused("limit_not_positive", clock="arrive")
        within = line.minutes if line.minutes is not None else usual
        return unit, Agreed(unit.id, within, counted(line.ask)), unit.relation

    def _blown(self, state: Muster, number: str, at: int) -> Draft:
        body: dict[str, Any] = {"number": number, "whistle": "muster", "limits": {}}
        for name in ("case", "place"):
            if getattr(state, name):
                body[name] = getattr(state, name)
        private: dict[str, Any] = {"title": state.title}
        if state.place_words or self.meet_words.strip():
            private["place_words"] = state.place_words or self.meet_words.strip()
        if self.text.strip():
            private["texts"] = dict.fromkeys(("direct", "dispatch", "request", "report"), self.text.strip())
        return Draft(subject=f"whistle/{self.muster}", kind="whistle.blown", body=body, private=private, happened_at=at)


# --- level 3: the sign-in sheet -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMember(MusterCommand):
    """A line of the sign-in sheet: a member came, left after so many hours, or was excused.

    ``name`` is for somebody who was not called. Refuses ``members_only`` beside level 3, ``muster_stage`` before the whistle
    sounded, ``member_needed``, ``already_recorded``, ``not_arrived``, ``hours_wrong``.
    """

    member: str
    verb: str
    name: str = ""
    hours: float | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.level != "L3":
            raise Refused("members_only")
        if state.sounded_at is None:
            raise Refused("muster_stage", muster_stage=state.stage)
        line = next((one for one in state.members if one.key == self.member), None)
        if line is None and not self.name.strip():
            raise Refused("member_needed")
        at = self.when(world)
        body: dict[str, Any] = {"member": self.member or world.new_id()}
        if self.verb == "came":
            if line is not None and line.came_at is not None:
                raise Refused("already_recorded", milestone="signed_in", at=line.came_at)
        elif self.verb == "left":
            if line is None or line.came_at is None:
                raise Refused("not_arrived")
            hours = self.hours if self.hours is not None else round(max(0, at - line.came_at) / 3_600_000, 1)
            if not 0 <= hours <= 1000:
                raise Refused("hours_wrong")
            body["hours"] = hours
        elif self.verb == "excused":
            if line is not None and line.came_at is not None:
                raise Refused("already_recorded", milestone="signed_in", at=line.came_at)
        else:
            raise Refused("item_unknown")
        private = {"name": self.name} if line is None else None
        return [self.draft(f"member_{self.verb}", at, body, private)]


# --- the work on site ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class StartWork(MusterCommand):
    """Work on site begins (M6) under somebody. Refuses ``nobody_there`` while nobody has reported in, ``leader_needed``."""

    leader: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "work_started")
        there = [one for one in _presences(world, self.muster) if one.milestone("arrived") is not None]
        if not there and not state.present:
            raise Refused("nobody_there")
        return [
            self.draft("work_started", self.when(world), private={"leader": required(self.leader, "leader_needed")})
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideOnSite(MusterCommand):
    """Something decided on site: what, who does it, by when. Refuses ``words_needed``, ``owner_needed``, ``due_in_past``."""

    words: str
    unit: str = ""
    person: str = ""
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage not in ("working", "done", "reporting"):
            raise Refused("muster_stage", muster_stage=state.stage)
        if not self.unit and not self.person.strip():
            raise Refused("owner_needed")
        if self.unit and not world.state(f"unit/{self.unit}").known:
            raise Refused("unit_unknown", unit=self.unit)
        at = self.when(world)
        if self.due_at is not None and dated(self.due_at) <= at:
            raise Refused("due_in_past")
        body: dict[str, Any] = {"task": world.new_id()}
        if self.unit:
            body["unit"] = self.unit
        if self.due_at is not None:
            body["due_at"] = self.due_at
        return [self.draft("tasked", at, body, {"words": required(self.words, "words_needed"), "person": self.person})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleTask(MusterCommand):
    """Something decided on site is done, or was not after all. Refuses ``item_unknown``, ``nothing_changed``."""

    task: str
    done: bool = True
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        task = next((one for one in state.tasks if one.key == self.task), None)
        if task is None:
            raise Refused("item_unknown")
        if (task.done_at is not None) == self.done:
            raise Refused("nothing_changed")
        verb = "task_done" if self.done else "task_reopened"
        return [self.draft(verb, self.when(world), {"task": self.task}, {"words": self.words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishWork(MusterCommand):
    """The work is done and waits to be checked (M7). Refuses ``tasks_open`` with how many, ``evidence_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "finished")
        still = sum(1 for one in state.tasks if one.done_at is None)
        if still:
            raise Refused("tasks_open", count=still)
        return [self.draft("finished", self.when(world), private={"words": required(self.words, "evidence_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWork(MusterCommand):
    """The work was checked (M7): it holds and both sides appraise (M8), or it goes back to work with a reason.

    Refuses ``reason_needed``.
    """

    holds: bool
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world, "passed" if self.holds else "sent_back")
        at = self.when(world)
        if not self.holds:
            return [self.draft("sent_back", at, private={"words": required(self.words, "reason_needed")})]
        due = due_after(world, APPRAISAL, at)
        body = {"appraisal_due": due} if due is not None else {}
        return [self.draft("passed", at, body, {"words": self.words})]


# --- both sides appraise ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeMuster(MusterCommand):
    """One side says whether the whistle was justified (M8). ``unit`` empty is the side that blew.

    Refuses ``reason_needed`` when it is called unjustified without a word, ``not_listed`` for a unit that was not called.
    """

    justified: bool
    unit: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = _appraising(self, world)
        if self.unit and self.unit not in {line.unit for line in state.agreed}:
            raise Refused("not_listed", unit=self.unit)
        words = self.words if self.justified else required(self.words, "reason_needed")
        body = {"unit": self.unit, "justified": self.justified}
        return [self.draft("judged", self.when(world), body, {"words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeTarget(MusterCommand):
    """The side that blew grades one it called: arrival, attitude, effect (M8).

    Refuses ``people_not_rated`` at level 3, ``not_listed``, and what ``check_grades`` refuses.
    """

    unit: str
    grades: dict[str, str] = field(default_factory=dict)
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = _appraising(self, world)
        if state.level == "L3":
            raise Refused("people_not_rated")
        if self.unit not in {line.unit for line in state.agreed}:
            raise Refused("not_listed", unit=self.unit)
        appraisals.check_grades(self.grades)
        body = {"unit": self.unit, "grades": dict(self.grades)}
        return [self.draft("graded", self.when(world), body, {"words": self.words})]


def _appraising(command: MusterCommand, world: World) -> Muster:
    state = command.state(world)
    if state.stage != "appraising":
        raise Refused("muster_stage", muster_stage=state.stage)
    return state


# --- the end ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishNotice(MusterCommand):
    """The public notice of a community whistle (F19; domain.md 3-24). It names nobody and holds no number of a person.

    Refuses ``words_needed``, ``where_needed``, ``notice_level`` beside level 2, ``notice_confidential`` for a kind of
    matter that is kept off notices, ``notice_personal`` when a phone or identity number, or the name or number of who
    reported the case, stands in it, ``muster_stage`` before the work is done.
    """

    words: str
    where: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.level != "L2":
            raise Refused("notice_level")
        if state.stage not in ("done", "appraising"):
            raise Refused("muster_stage", muster_stage=state.stage)
        if _confidential(world, state):
            raise Refused("notice_confidential")
        words = required(self.words, "words_needed")
        if _PERSONAL.search(words) or any(secret in words for secret in _secrets(world, state)):
            raise Refused("notice_personal")
        body = {"where": required(self.where, "where_needed")}
        return [self.draft("noticed", self.when(world), body, {"words": words})]


def _confidential(world: World, state: Muster) -> bool:
    return world.state(f"matter_kind/{state.grounds.category}").get("confidential") is True


def _secrets(world: World, state: Muster) -> list[str]:
    if not state.case:
        return []
    case = world.state(f"case/{state.case}")
    return [text for text in (case.reporter.strip(), case.phone.strip()) if len(text) > 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMuster(MusterCommand):
    """Close it, or turn it long-term (M9): both sides appraised or words say why not, everybody's presence is settled.

    ``releases`` gives the heads with which each unit on site left, ``absent`` what became of each that never came. A
    community whistle closes only with its public notice. Refuses ``muster_result``, ``appraisal_missing`` with the units,
    ``notice_missing``, ``proof_missing`` with the units, ``cause_needed``, ``reason_needed`` for long-term without words,
    ``tasks_open``, ``count_differs`` when other heads leave than came and ``words`` do not say why.
    """

    result: str = "closed"
    words: str = ""
    cause: str = ""
    why_not_appraised: str = ""
    review_at: int | None = None
    releases: dict[str, int] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "closed")
        if self.result not in RESULTS:
            raise Refused("muster_result")
        words = required(self.words, "reason_needed") if self.result == "long_term" else self.words
        cause = required(self.cause, "cause_needed")
        self._check_appraisal(state)
        if state.level == "L2" and state.notice_at is None and not _confidential(world, state):
            raise Refused("notice_missing")
        at = self.when(world)
        states = [one for one in _presences(world, self.muster) if not one.closed]
        missing = [one.unit for one in states if not self._settled(one)]
        if missing:
            raise Refused("proof_missing", units=missing)
        body: dict[str, Any] = {"result": self.result}
        if self.review_at is not None:
            body["review_at"] = dated(self.review_at)
        private = {"words": words, "cause": cause, "not_appraised": self.why_not_appraised}
        drafts = [draft for one in states for draft in self._settle(world, one, at)]
        drafts.append(self.draft("closed", at, body, private))
        return [*drafts, *_end_whistle(world.state(f"whistle/{self.muster}"), at, words)]

    def _check_appraisal(self, state: Muster) -> None:
        units = [] if state.level == "L3" else [line.unit for line in state.agreed]
        waiting = state.appraisal.waiting(units)
        if waiting and not self.why_not_appraised.strip():
            raise Refused("appraisal_missing", units=[unit for unit in waiting if unit], count=len(waiting))

    def _settled(self, one: ReportIn) -> bool:
        if one.milestone("release_approved") is not None:
            return True
        return one.unit in (self.releases if one.on_scene else self.absent)

    def _settle(self, world: World, one: ReportIn, at: int) -> list[Draft]:
        if one.on_scene or one.milestone("release_approved") is not None:
            release = presence.RecordMilestone(
                whistle=self.muster,
                unit=one.unit,
                milestone="release_approved",
                people=self.releases.get(one.unit),
                reason="task_done",
                words=self.words,
                happened_at=at,
            )
            drafts = release.decide(world) if one.on_scene else []
            return [*drafts, _presence(one, "back", at)]
        words = required(self.absent[one.unit], "reason_needed")
        return [_presence(one, "never_came", at, private={"words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropMuster(MusterCommand):
    """Give it up before anybody came: the meeting said no, or it solved itself. The reason stays.

    After the whistle sounded everybody who was called is told, ``told`` says whom (unit → who was reached). Refuses
    ``reason_needed``, ``already_on_scene`` when somebody is there, ``proof_missing`` with the units not told.
    """

    words: str
    told: dict[str, str] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world, "dropped")
        words = required(self.words, "reason_needed")
        at = self.when(world)
        states = [one for one in _presences(world, self.muster) if not one.closed]
        if any(one.milestone("arrived") is not None for one in states) or state.present:
            raise Refused("already_on_scene")
        missing = [one.unit for one in states if one.entries and not self.told.get(one.unit, "").strip()]
        if missing:
            raise Refused("proof_missing", units=missing)
        drafts = [
            _presence(one, "cancelled", at, {"reason": "false_alarm"}, {"told_by": self.told.get(one.unit, "")})
            for one in states
        ]
        drafts.append(self.draft("dropped", at, private={"words": words}))
        whistle: Whistle = world.state(f"whistle/{self.muster}")
        if whistle.known and whistle.running:
            drafts.append(_whistle(whistle, "false_alarm", at, words))
            drafts.append(_whistle(whistle, "closed", at))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMuster(MusterCommand):
    """A line of its log. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        return [self.draft("noted", self.when(world), private={"words": required(self.words, "words_needed")})]


def _presences(world: World, muster: str) -> list[ReportIn]:
    found = [world.state(subject) for subject in world.subjects(f"report_in/{muster}/")]
    return sorted((one for one in found if one.listed), key=lambda one: one.ordinal)


def _presence(
    one: ReportIn, verb: str, at: int, body: Mapping[str, Any] | None = None, private: Mapping[str, str] | None = None
) -> Draft:
    said = {name: text.strip() for name, text in (private or {}).items() if text.strip()}
    return Draft(subject=one.subject, kind=f"report_in.{verb}", body=body or {}, private=said or None, happened_at=at)


def _whistle(whistle: Whistle, verb: str, at: int, words: str = "") -> Draft:
    private = {"words": words.strip()} if words.strip() else None
    return Draft(subject=whistle.subject, kind=f"whistle.{verb}", private=private, happened_at=at)


def _end_whistle(whistle: Whistle, at: int, words: str) -> list[Draft]:
    """The whistle ends with the muster, unless the board ended it before."""
    if not whistle.known or not whistle.running:
        return []
    over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
    ended = [] if over else [_whistle(whistle, "stood_down", at, words)]
    return [*ended, _whistle(whistle, "closed", at)]

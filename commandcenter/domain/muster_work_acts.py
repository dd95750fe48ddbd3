"""The acts on a muster whistle after its sounding: sign-in, work on site, check, both sides' word, the end (2.2.1 M5 to M9)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import appraisal as appraisals
from commandcenter.domain import report_in_acts as presence
from commandcenter.domain.case_acts import due_after
from commandcenter.domain.command import Draft, World, dated, required
from commandcenter.domain.muster import RESULTS, Muster
from commandcenter.domain.muster_acts import MusterCommand
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle

APPRAISAL = "whistle.muster.appraisal"

_PERSONAL = re.compile(r"\d{7,}|\d{3,4}[- ]\d{4}[- ]?\d{4}|\d{17}[\dXx]")


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

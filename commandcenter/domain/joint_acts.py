"""The acts on a joint whistle up to its duty table: found, analysed, led, surveyed, met, asked upward (domain.md 2.2.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import gate, numbering
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, required, unique
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.joint import OUTSIDE, SIDES, UPPER_ANSWERS, VARIANTS, Joint
from commandcenter.domain.refusal import Refused
from commandcenter.domain.term import as_told, laid_down

ANALYSE, LEAD, SURVEY, MEETING, VERIFY, UPPER, FIRST_LOOK, SECOND_LOOK = (
    f"whistle.joint.{name}"
    for name in ("analyse", "lead", "survey", "meeting", "verify", "upper_review", "lookback1", "lookback2")
)
"""The keys of the limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointCommand(Command):
    """An act on a joint whistle. ``joint`` is its id. All refuse ``joint_unknown`` and ``before_opening``."""

    joint: str

    def matter(self, world: World, *stages: str) -> Joint:
        """The matter; refuses ``joint_stage`` when it stands at none of ``stages`` (none: anywhere)."""
        state = world.state(f"joint/{self.joint}")
        if not isinstance(state, Joint) or not state.known:
            raise Refused("joint_unknown")
        if stages and state.stage not in stages:
            raise Refused("joint_stage", joint_stage=state.stage)
        return state

    def at(self, world: World, state: Joint) -> int:
        """When it happened; refuses what lies before the matter was opened."""
        at = self.when(world)
        if at < state.opened_at:
            raise Refused("before_opening", at=state.opened_at)
        return at

    def told(self, world: World, state: Joint, verb: str, body: Mapping[str, Any] | None = None, **words: str) -> Draft:
        """The draft of an entry. Words that are empty are left out."""
        private = {name: value.strip() for name, value in words.items() if value.strip()}
        return Draft(
            subject=state.subject,
            kind=f"joint.{verb}",
            body=dict(body or {}),
            private=private or None,
            mode=state.mode,
            happened_at=self.at(world, state),
        )


def terms(*named: tuple[str, Any]) -> dict[str, Any]:
    """The clocks an entry starts, for its body; those the office has no limit for are left out."""
    found: dict[str, Any] = {}
    for name, term in named:
        found |= as_told(name, term)
    return {"terms": found} if found else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenJoint(Command):
    """Enter a matter for a joint whistle. ``source`` is one of the nine channels, ``cases`` where it comes from.

    Refuses ``title_missing``, ``channel_unknown``, ``case_unknown``, ``modes_mixed``, ``drill_without_plan``.
    """

    title: str
    source: str = "centre"
    cases: tuple[str, ...] = ()
    place: str = ""
    place_words: str = ""
    words: str = ""
    mode: Mode = REAL
    drill: str = ""

    def decide(self, world: World) -> Decision:
        if self.source not in CHANNELS:
            raise Refused("channel_unknown")
        if self.mode == DRILL:
            if not self.drill or not world.state(f"drill/{self.drill}").active:
                raise Refused("drill_without_plan")
            if self.cases:
                raise Refused("modes_mixed")
        elif self.drill:
            raise Refused("modes_mixed")
        for case in self.cases:
            if not world.state(f"case/{case}").known:
                raise Refused("case_unknown")
        about: dict[str, Any] = {"source": self.source, "cases": list(unique(self.cases))}
        for name in ("place", "drill"):
            if getattr(self, name):
                about[name] = getattr(self, name)
        words = {"title": required(self.title, "title_missing"), "place_words": self.place_words, "words": self.words}
        draft = opening(world, about, words, self.mode, self.when(world))
        return Decision([draft], {"subject": draft.subject})


def opening(world: World, about: Mapping[str, Any], words: Mapping[str, str], mode: Mode, at: int) -> Draft:
    """The draft that opens a matter under a fresh number, with the clock of its analysis."""
    day = local_date(at)
    count = world.take_number(numbering.series("joint", mode), day)
    number = numbering.whistle_number("joint", mode, day, world.letter, count)
    body = {"number": number, **about, **terms(("analyse", laid_down(world, ANALYSE, at)))}
    return Draft(
        subject=f"joint/{world.new_id()}",
        kind="joint.opened",
        body={name: value for name, value in body.items() if value or name == "number"},
        private={name: value.strip() for name, value in words.items() if value.strip()},
        mode=mode,
        happened_at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyseJoint(JointCommand):
    """The special team says whether it is a matter for a whistle, of which kind, and what is missing to solve it here.

    Refuses ``variant_unknown``, what the gate refuses, and ``words_needed`` when it is none and nothing says why.
    """

    whistle: bool = True
    variant: str = "own"
    category: str = ""
    lacks: tuple[str, ...] = ()
    tried: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "found")
        grounds = gate.Grounds(self.category, unique(self.lacks), self.tried)
        if self.variant not in VARIANTS:
            raise Refused("variant_unknown")
        if self.whistle:
            gate.check(world, "joint", grounds)
        else:
            required(self.words, "words_needed")
        at = self.at(world, state)
        body = {"whistle": self.whistle, "variant": self.variant, **grounds.body}
        if self.whistle:
            body |= terms(("lead", laid_down(world, LEAD, at)))
        drafts = [self.told(world, state, "analysed", body, words=self.words, **grounds.private)]
        if self.whistle:
            drafts += [
                Draft(subject=f"case/{case}", kind="case.whistled", body={"whistle": state.id}, happened_at=at)
                for case in state.cases
            ]
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnJoint(JointCommand):
    """Back to the case: no matter for a joint whistle. Refuses ``reason_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "analysed")
        return [self.told(world, state, "returned", words=required(self.words, "reason_needed"))]


def _for_a_whistle(state: Joint) -> Joint:
    if not state.whistle:
        raise Refused("not_for_a_whistle")
    return state


# --- the level above ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AskUpward(JointCommand):
    """Ask the level above to blow (跨级): no clock runs on it, only our own look at the matter comes due.

    Refuses ``receiver_needed``, ``words_needed``, ``not_for_a_whistle``, ``already_asked_upward``.
    """

    receiver: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = _for_a_whistle(self.matter(world, "analysed"))
        if state.upward is not None:
            raise Refused("already_asked_upward")
        body = terms(("upper:1", laid_down(world, UPPER, self.at(world, state))))
        receiver = required(self.receiver, "receiver_needed")
        words = required(self.words, "words_needed")
        return [self.told(world, state, "asked_upward", body, receiver=receiver, words=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewUpward(JointCommand):
    """Our own look at a matter that waits for the level above; the next look is due anew. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "upward")
        looks = len(state.upward.looks) if state.upward is not None else 0
        body = terms((f"upper:{looks + 2}", laid_down(world, UPPER, self.at(world, state))))
        return [self.told(world, state, "upward_reviewed", body, words=required(self.words, "words_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerUpward(JointCommand):
    """What the level above answered: it takes the matter, coordinates it while we go on, or declines.

    Refuses ``upper_answer_unknown``, ``words_needed``.
    """

    answer: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "upward")
        if self.answer not in UPPER_ANSWERS:
            raise Refused("upper_answer_unknown")
        body: dict[str, Any] = {"answer": self.answer}
        if self.answer != "taken":
            body |= terms(("lead", laid_down(world, LEAD, self.at(world, state))))
        return [self.told(world, state, "upward_answered", body, words=required(self.words, "words_needed"))]


# --- people, survey, meeting --------------------------------------------------------------------------------------

_AFTER_ANALYSIS = ("analysed", "led", "surveyed", "agreed", "working", "fed_back")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameJointLead(JointCommand):
    """Name the leader for a side, ``own`` or ``peer``; a later one takes over. ``person`` is an id of the roster.

    Refuses ``not_for_a_whistle``, ``side_unknown``, ``not_peer``, ``lead_name_needed``, ``phone_needed``.
    """

    name: str = ""
    phone: str = ""
    person: str = ""
    side: str = "own"

    def decide(self, world: World) -> Sequence[Draft]:
        state = _for_a_whistle(self.matter(world, *_AFTER_ANALYSIS))
        if self.side not in SIDES:
            raise Refused("side_unknown")
        if self.side == "peer" and state.variant != "peer":
            raise Refused("not_peer")
        known = world.state(f"person/{self.person}") if self.person else None
        words = known.words if known is not None and known.active else {}
        name = required(self.name or str(words.get("name", "")), "lead_name_needed")
        phone = required(self.phone or str(words.get("phone", "")), "phone_needed")
        body: dict[str, Any] = {"side": self.side}
        if words:
            body["person"] = self.person
        if self.side == "own" and "own" not in state.leads:
            at = self.at(world, state)
            body |= terms(("survey", laid_down(world, SURVEY, at)), ("meeting", laid_down(world, MEETING, at)))
        return [self.told(world, state, "lead_named", body, name=name, phone=phone)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPartner(JointCommand):
    """Enter somebody who works along and is not in our roster: the body, the contact, the phone.

    The report carries the ``partner`` id: ``outside/<desk letter><count>``, so two desks never give the same. Refuses
    ``body_needed``.
    """

    body: str
    name: str = ""
    phone: str = ""

    def decide(self, world: World) -> Decision:
        state = self.matter(world, "found", *_AFTER_ANALYSIS)
        taken = {one.id for one in state.partners}
        key = next_key(world, OUTSIDE, taken)
        words = {"organisation": required(self.body, "body_needed"), "name": self.name, "phone": self.phone}
        draft = self.told(world, state, "partner_listed", {"id": key, "relation": "request"}, **words)
        return Decision([draft], {"partner": key})


def next_key(world: World, prefix: str, taken: set[str]) -> str:
    """The next free key of this desk: its letter and a count. Another desk has another letter."""
    count = 1
    while f"{prefix}{world.letter}{count}" in taken:
        count += 1
    return f"{prefix}{world.letter}{count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there: a unit or a partner, and how many; None is not counted."""

    unit: str
    people: int | None = None


def heads_of(world: World, state: Joint, attendance: Sequence[Attendance]) -> dict[str, int | None]:
    """Heads by participant. Refuses ``participant_unknown``, ``nobody_there`` and what ``counted`` refuses."""
    if not attendance:
        raise Refused("nobody_there")
    for one in attendance:
        participant(world, state, one.unit)
    return {one.unit: counted(one.people) for one in attendance}


def participant(world: World, state: Joint, unit: str) -> str:
    """The relation of a unit of ours or a partner of the matter. Refuses ``participant_unknown``."""
    partner = state.partner(unit)
    if partner is not None:
        return partner.relation
    record = world.state(f"unit/{unit}") if unit and not unit.startswith(OUTSIDE) else None
    if record is None or not record.known:
        raise Refused("participant_unknown", unit=unit)
    return str(record.get("relation", "request"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyJoint(JointCommand):
    """The survey on the spot: who came with how many, photographs counted, what was found.

    Refuses ``nobody_there``, ``participant_unknown``, ``words_needed``.
    """

    words: str
    present: tuple[Attendance, ...] = field(default=())
    place: str = ""
    photos: int | None = None
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "led")
        body: dict[str, Any] = {"heads": heads_of(world, state, self.present)}
        return [_gathered(self, world, state, "surveyed", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetJoint(JointCommand):
    """The coordination meeting: chair, who was there, what was agreed; the duty table follows line by line.

    Refuses ``peer_lead_missing`` (a matter of two streets has two leads), ``chair_needed``, ``nobody_there``,
    ``participant_unknown``, ``words_needed``.
    """

    words: str
    chair: str
    present: tuple[Attendance, ...] = field(default=())
    place: str = ""
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.matter(world, "surveyed")
        if state.variant == "peer" and "peer" not in state.leads:
            raise Refused("peer_lead_missing")
        required(self.chair, "chair_needed")
        body: dict[str, Any] = {"heads": heads_of(world, state, self.present)}
        return [_gathered(self, world, state, "met", body)]


def _gathered(command: SurveyJoint | MeetJoint, world: World, state: Joint, verb: str, body: dict[str, Any]) -> Draft:
    photos = counted(getattr(command, "photos", None))
    if photos is not None:
        body["photos"] = photos
    if command.until is not None:
        if not command.at(world, state) <= command.until <= world.now:
            raise Refused("end_before_beginning")
        body["until"] = command.until
    words = required(command.words, "words_needed")
    chair = getattr(command, "chair", "")
    return command.told(world, state, verb, body, words=words, place=command.place, chair=chair)

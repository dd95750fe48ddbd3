"""The acts on a muster whistle up to its sounding: draft, meeting, special team, call (domain.md 2.2.1 M0 to M4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import gate, numbering
from commandcenter.domain import report_in_acts as presence
from commandcenter.domain.case_acts import due_after
from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.domain.command import Command, Draft, World, counted, dated, required, unique
from commandcenter.domain.event import REAL
from commandcenter.domain.gate import Grounds
from commandcenter.domain.muster import LEVELS, Agreed, Muster, may
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import LAST_ORDINAL
from commandcenter.domain.unit import Unit, unit_of
from commandcenter.domain.value import minutes

MEETING = {"L1": "whistle.muster.meeting_L1", "L2": "whistle.muster.meeting_L2"}
ANSWER = "whistle.muster.answer"
CALLED = {"L1": ("department",), "L2": ("section", "force")}
"""Which kinds of units a level calls; level 2 also any other force of the street's own (relation 直)."""


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
class MeetOnMuster(MusterCommand):
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
        until = due_after(world, report_in_key(state.level), at)
        usual = (until - at) / MINUTE if until is not None else None
        agreed = [self._agreed(world, state, line, usual, at) for line in self.targets]
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

    def _agreed(
        self, world: World, state: Muster, line: Agreed, usual: float | None, at: int
    ) -> tuple[Unit, Agreed, str]:
        record: Record = world.state(f"unit/{line.unit}")
        if not record.known:
            raise Refused("unit_unknown", unit=line.unit)
        unit = unit_of(record)
        own = state.level == "L2" and unit.relation == "direct" and unit.kind != "community"
        if unit.kind not in CALLED[state.level] and not own:
            raise Refused("muster_target", unit=line.unit)
        given = (dated(line.until) - at) / MINUTE if line.until is not None else line.minutes
        if given is not None and minutes(given) is None:
            raise Refused("limit_not_positive", clock="arrive")
        within = given if given is not None else usual
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

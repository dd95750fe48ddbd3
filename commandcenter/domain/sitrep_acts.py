"""The acts on information reports: tell by phone, draft, sign or take consent by word of mouth, deliver (domain.md 2.12).

One report of an incident is under way at a time; the next begins when it was delivered. In a drill everything is written
for exercise and told to nobody (docs/decisions/0018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import limit as limits_
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.limit import Limit, limit_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.sitrep import ITEMS, SituationReport, in_order
from commandcenter.domain.whistle import EXERCISED, STAGES, Whistle

FAST_KINDS = ("fire", "traffic")
"""Kinds of events whose casualties are only followed for the shorter time."""


def may_follow(stage: str, before: Sequence[str], *, over: bool) -> bool:
    """Whether a report of ``stage`` follows those delivered ``before``: initial, updates, the final one after the end, and
    then only supplements.
    """
    return {
        "initial": not before,
        "update": bool(before) and "final" not in before,
        "final": bool(before) and "final" not in before and over,
        "supplement": "final" in before,
    }.get(stage, False)


def next_stage(whistle: Whistle) -> str:
    """The stage of the report that is due now."""
    before = [stage for stage, _ in whistle.reports]
    over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
    return next(stage for stage in reversed(STAGES) if may_follow(stage, before, over=over))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCommand(Command):
    """What every act on a report shares. ``stage`` empty is the one that is due."""

    whistle: str
    stage: str = ""

    def incident(self, world: World) -> Whistle:
        """The whistle. Refuses ``whistle_unknown``."""
        state: Whistle = world.state(f"whistle/{self.whistle}")
        if not state.known or state.undone_at is not None:
            raise Refused("whistle_unknown")
        return state

    def reports(self, world: World) -> list[SituationReport]:
        """The reports of the incident from the first on."""
        return in_order([world.state(subject) for subject in world.subjects(f"sitrep/{self.whistle}/")])

    def under_way(self, world: World) -> SituationReport:
        """The report that was begun and not delivered; an empty one when the next has not begun."""
        return next((one for one in reversed(self.reports(world)) if one.open), SituationReport())

    def running(self, world: World) -> tuple[Whistle, SituationReport, dict[str, Any]]:
        """The incident, the report under way, and what every entry on it tells. Refuses ``report_order``."""
        whistle, state = self.incident(world), self.under_way(world)
        before = [stage for stage, _ in whistle.reports]
        over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
        stage = self.stage or (state.stage if state.known else next_stage(whistle))
        if state.signed is not None:
            stage = state.stage
        elif not may_follow(stage, before, over=over):
            raise Refused("report_order", stage=stage)
        ordinal = state.ordinal if state.known else len(self.reports(world)) + 1
        return whistle, state, {"stage": stage, "ordinal": ordinal}

    def entry(
        self,
        world: World,
        whistle: Whistle,
        state: SituationReport,
        verb: str,
        body: Mapping[str, Any],
        private: Mapping[str, Any],
    ) -> Draft:
        """An entry on the report, in the mode of its incident."""
        told = {name: value for name, value in private.items() if value}
        return Draft(
            subject=state.subject if state.known else f"sitrep/{self.whistle}/{world.new_id()}",
            kind=f"sitrep.{verb}",
            body=body,
            private=told or None,
            mode=whistle.mode,
            happened_at=self.when(world),
        )

    def told(self, world: World, whistle: Whistle, to: str, receiver: str, stage: str = "") -> Draft:
        """The entry on the whistle that stops the district's clocks."""
        to = EXERCISED if whistle.mode == DRILL else to
        return Draft(
            subject=whistle.subject,
            kind="whistle.told",
            body={"to": to} | ({"stage": stage} if stage else {}),
            private={"told_by": receiver} if receiver else None,
            mode=whistle.mode,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneReport(ReportCommand):
    """The report that is due was told by phone: to whom, in which words, and whether they read it back.

    Refuses ``reached_needed``, ``report_order``.
    """

    receiver: str
    words: str = ""
    read_back: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        whistle, state, body = self.running(world)
        receiver = required(self.receiver, "reached_needed")
        private = {"receiver": receiver, "words": self.words.strip()}
        drafts = [self.entry(world, whistle, state, "phoned", body | {"read_back": self.read_back}, private)]
        first = body["stage"] == "initial" and "district_phone" not in whistle.told
        if first and whistle.mode == REAL:
            drafts.append(self.told(world, whistle, "district_phone", receiver))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport(ReportCommand):
    """Lay a version of the text before whoever signs. ``by_hand`` names the items a person wrote, ``auto`` is what the
    record said of each item when it was written.

    Writes nothing when the text is that of the version before. Refuses ``report_order``, ``words_needed``,
    ``report_signed``.
    """

    items: dict[str, str]
    by_hand: tuple[str, ...] = ()
    auto: dict[str, str] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        whistle, state, body = self.running(world)
        if state.signed is not None:
            raise Refused("report_signed")
        items = _items(self.items)
        required("".join(items.values()), "words_needed")
        hand = sorted(name for name in self.by_hand if name in ITEMS)
        last = state.version
        if state.versions and (dict(last.items), body["stage"]) == (items, state.stage):
            return []
        private = {"items": items, "auto": _items(self.auto)}
        return [self.entry(world, whistle, state, "drafted", body | {"by_hand": hand}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignReport(ReportCommand):
    """Sign the newest version. ``oral``: the leader agreed by word of mouth and signs later (待补签).

    Refuses ``nothing_to_sign``, ``report_signed``, ``signer_needed``.
    """

    signer: str
    oral: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        whistle, state, body = self.running(world)
        if state.signed is not None:
            raise Refused("report_signed")
        if not state.versions:
            raise Refused("nothing_to_sign")
        signer = required(self.signer, "signer_needed")
        body |= {"version": state.versions[-1].number} | ({"oral": True} if self.oral else {})
        return [self.entry(world, whistle, state, "signed", body, {"signer": signer})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountersignReport(ReportCommand):
    """The leader signs what was agreed to by word of mouth: the oldest report that still owes it.

    Refuses ``nothing_to_sign``, ``signer_needed``.
    """

    signer: str

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = self.incident(world)
        state = next((one for one in self.reports(world) if one.unsigned), None)
        if state is None or state.signed is None:
            raise Refused("nothing_to_sign")
        signer = required(self.signer, "signer_needed")
        body = {"version": state.signed.version}
        return [self.entry(world, whistle, state, "countersigned", body, {"signer": signer})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverReport(ReportCommand):
    """The signed report reached the district: whom, with which receipt. Its clock stops, the next one starts.

    A final report says until when changed casualties have to be reported again. Refuses ``not_signed``,
    ``reached_needed``.
    """

    receiver: str
    receipt: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        whistle, state, body = self.running(world)
        if state.signed is None:
            raise Refused("not_signed")
        receiver = required(self.receiver, "reached_needed")
        if body["stage"] == "final" and whistle.mode == REAL:
            body |= _watch(world, whistle)
        private = {"receiver": receiver, "receipt": self.receipt.strip()}
        return [
            self.entry(world, whistle, state, "delivered", body, private),
            self.told(world, whistle, "district_written", receiver, body["stage"]),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueReport(ReportCommand):
    """The whole way at once: a text that was written, signed and delivered elsewhere is entered.

    Refuses ``report_order``, ``report_signed`` while another one is under way and signed, ``words_needed``.
    """

    items: dict[str, str]
    receiver: str = ""
    signer: str = ""
    written: bool = True

    def decide(self, world: World) -> Sequence[Draft]:
        whistle, state, body = self.running(world)
        if state.signed is not None:
            raise Refused("report_signed")
        items = _items(self.items)
        required("".join(items.values()), "words_needed")
        if body["stage"] == "final" and whistle.mode == REAL:
            body |= _watch(world, whistle)
        receiver = self.receiver.strip()
        private = {"items": items, "receiver": receiver, "signer": self.signer.strip()}
        to = "district_written" if self.written else "district_phone"
        return [
            self.entry(world, whistle, state, "issued", body, private),
            self.told(world, whistle, to, receiver, body["stage"]),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInstruction(ReportCommand):
    """What those above said: who, in which words, and whether we read it back. Refuses ``words_needed``, ``name_needed``."""

    words: str
    told_by: str
    read_back: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = self.incident(world)
        private = {
            "words": required(self.words, "words_needed"),
            "told_by": required(self.told_by, "name_needed"),
        }
        body = {"sort": "instruction", "read_back": self.read_back}
        at = self.when(world)
        return [
            Draft(
                subject=whistle.subject,
                kind="whistle.noted",
                body=body,
                private=private,
                mode=whistle.mode,
                happened_at=at,
            )
        ]


def _items(told: Mapping[str, str]) -> dict[str, str]:
    return {name: told[name].strip() for name in ITEMS if told.get(name, "").strip()}


def _watch(world: World, whistle: Whistle) -> dict[str, int]:
    """Until when casualties are followed, from the start of the event, and when somebody is reminded of it."""
    plan = world.state(f"plan/{whistle.plan}") if whistle.plan else None
    fast = plan is not None and plan.get("casualties") in FAST_KINDS
    days = _limit(world, limits_.CASUALTIES_FAST if fast else limits_.CASUALTIES)
    if days is None:
        return {}
    until = whistle.blown_at + days.milliseconds
    before = _limit(world, limits_.CASUALTIES_REMIND)
    return {"watch_until": until, "remind_at": until - (before.milliseconds if before else 0)}


def _limit(world: World, key: str) -> Limit | None:
    return limit_of(world.state(f"limit/{key}"))

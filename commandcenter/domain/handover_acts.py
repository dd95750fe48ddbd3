"""The acts of a hand-over: begin it (or take that back), an item was read, a remark, equipment counted, a signature.

Two signatures close it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.command import Command, Decision, Draft, World, counted, required
from commandcenter.domain.duty import SITTING, Shift
from commandcenter.domain.duty_acts import signed_by_self
from commandcenter.domain.handover import SIDES, SORTS, HandOver, Item, handover_subject
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.seat import at_post, early_in, following_shift, may_come, rounds_in, seated, taken, timely
from commandcenter.domain.whistle_acts import Note

_ENOUGH = 500
"""No hand-over reads more items than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCommand(Command):
    """An act on the hand-over of a shift that runs. All refuse ``shift_unknown``, ``handover_not_begun``, ``handover_done``."""

    shift: str

    def goes(self, world: World) -> Shift:
        """The shift that goes."""
        found = world.state(f"shift/{self.shift}")
        if not isinstance(found, Shift) or not found.plan.active:
            raise Refused("shift_unknown")
        return found

    def state(self, world: World) -> HandOver:
        """The hand-over that has begun and is not over."""
        self.goes(world)
        rounds = rounds_in(world, self.shift)
        if not rounds:
            raise Refused("handover_not_begun")
        if rounds[-1].closed_at is not None:
            raise Refused("handover_done", at=rounds[-1].closed_at)
        return rounds[-1]

    def told(self, world: World, verb: str, body: Mapping[str, Any] | None = None, words: str = "") -> list[Draft]:
        """The draft of an entry on the hand-over that runs."""
        subject, kind = self.state(world).subject, f"handover.{verb}"
        private = {"words": words.strip()} if words.strip() else None
        return [Draft(subject=subject, kind=kind, body=dict(body or {}), private=private, happened_at=self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginHandOver(HandOverCommand):
    """The two sit down together; what is read from here on is read in this hand-over. Nothing is written when they do already.

    Long before the end of the shift (limit ``duty.early``) it needs a ``reason``; while the shift runs the desk may change hands
    more than once. Refuses ``no_shift_follows``, ``nobody_came`` (whoever takes over has signed in), ``handover_early`` with how
    long is left, ``handover_done``.
    """

    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.goes(world)
        rounds = rounds_in(world, self.shift)
        if rounds and rounds[-1].closed_at is None:
            return []
        found = following_shift(world, self.shift, shift)
        if found is None:
            raise Refused("no_shift_follows")
        following, early = found[1], early_in(world)
        if rounds and taken(rounds, following) and (shift.ends_at <= world.now or timely(rounds[-1], shift, early)):
            raise Refused("handover_done", at=rounds[-1].closed_at)
        sitting = seated(shift, following, rounds, early)
        coming = may_come(shift, following, sitting)
        if not any(at_post(following, line.person) or at_post(shift, line.person) for line in coming):
            raise Refused("nobody_came")
        body, private, left = {}, None, shift.ends_at - world.now
        if left > early:
            body["early_by"] = left
            if not self.reason.strip():
                raise Refused("handover_early", at=shift.ends_at)
            private = {"reason": self.reason.strip()}
        subject = handover_subject(self.shift, len(rounds) + 1)
        return [
            Draft(subject=subject, kind="handover.opened", body=body, private=private, happened_at=self.when(world))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropHandOver(HandOverCommand):
    """It was begun by mistake: what was read in it does not count. Refuses ``signed_already`` once somebody has signed."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.signatures:
            raise Refused("signed_already", person=state.signatures[0].person)
        return self.told(world, "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem(HandOverCommand):
    """An item was read aloud and the other has nodded. Refuses ``handover_item_unknown``."""

    item: Item

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        if self.item.sort not in SORTS or not self.item.key:
            raise Refused("handover_item_unknown")
        return self.told(world, "read", self.item.body, self.item.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkItem(HandOverCommand):
    """Words on an item that is red, or on anything else the next shift has to know. Refuses ``words_needed``."""

    key: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        return self.told(world, "remarked", {"key": self.key}, required(self.words, "words_needed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountEquipment(HandOverCommand):
    """Both have counted: ``found`` of what ought to be there. Where some is missing, ``words`` say what is known of it.

    Refuses ``equipment_unknown``, ``count_missing`` and what ``counted`` refuses.
    """

    equipment: str
    found: int
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        record = world.state(f"equipment/{self.equipment}")
        if not record.active:
            raise Refused("equipment_unknown")
        found = counted(self.found)
        if found is None:
            raise Refused("count_missing")
        body = {
            "key": self.equipment,
            "name": str(record.get("name", "")),
            "found": found,
            "wanted": record.get("count"),
            "measure": str(record.get("measure", "")),
        }
        return self.told(world, "counted", body, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignHandOver(HandOverCommand):
    """Somebody of one side signs; the second side's signature closes it and relieves the shift that goes.

    ``items`` is what is open now: all of it has been read as it stands, what is red has a remark, the equipment was
    counted. Who goes sits there now (``seat.seated``), who comes has signed in for their shift. Where an incident runs (``whistles``) its own log shows who
    took over. ``side`` is one of ``SIDES``. Each signs by an act of their own: the PIN where they have one (``assurance``),
    else their name as they wrote it (``typed``). Refuses ``handover_side``, ``person_unknown``, ``pin_needed``,
    ``name_not_signed``, ``signed_already``, ``not_on_shift``, ``not_signed_in``, ``no_shift_follows``,
    ``items_unread``, ``handover_red``, ``equipment_uncounted``.
    """

    person: str
    side: str
    assurance: str = "none"
    typed: str = ""
    items: tuple[Item, ...] = ()
    whistles: tuple[str, ...] = ()

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        if self.side not in SIDES:
            raise Refused("handover_side")
        person = world.state(f"person/{self.person}")
        if not person.active:
            raise Refused("person_unknown", person=self.person)
        if any(one.person == self.person for one in state.signatures):
            raise Refused("signed_already", person=self.person)
        following = self._stands(world)
        equipment = [subject.partition("/")[2] for subject in world.subjects("equipment/")]
        wanted = [key for key in equipment if world.state(f"equipment/{key}").active]
        missing = state.missing(self.items[:_ENOUGH], wanted)
        if missing.unread:
            raise Refused("items_unread", count=len(missing.unread))
        if missing.unsaid:
            raise Refused("handover_red", count=len(missing.unsaid))
        if missing.uncounted:
            raise Refused("equipment_uncounted", count=len(missing.uncounted))
        assurance = signed_by_self(world, self.person, self.assurance, self.typed)
        body = {"side": self.side, "person": self.person, "assurance": assurance, "taken_by": following}
        drafts = self.told(world, "signed", body)
        if state.signed(SIDES[1 - SIDES.index(self.side)]):
            drafts += self._in_incidents(world, state)
        return Decision(drafts, {"closed": bool(state.signed(SIDES[1 - SIDES.index(self.side)]))})

    def _stands(self, world: World) -> str:
        """The id of the shift that comes; who signs stands on their side."""
        shift = self.goes(world)
        found = following_shift(world, self.shift, shift)
        if found is None:
            raise Refused("no_shift_follows")
        key, following = found
        sitting = seated(shift, following, rounds_in(world, self.shift), early_in(world))
        side = sitting.of(*SITTING) if self.side == "out" else may_come(shift, following, sitting)
        if all(line.person != self.person for line in side):
            raise Refused("not_on_shift", person=self.person)
        if self.side == "into" and self.person not in following.signed_in and not at_post(shift, self.person):
            raise Refused("not_signed_in", person=self.person)
        return key

    def _in_incidents(self, world: World, state: HandOver) -> list[Draft]:
        """What the log of every incident that runs shows of it."""
        out, into = self._names(world, state, "out"), self._names(world, state, "into")
        drafts: list[Draft] = []
        words = f"值班交接：{out} 交，{into} 接，未结事项已宣读"
        for whistle in self.whistles:
            if not world.state(f"whistle/{whistle}").known:
                continue
            act = Note(whistle=whistle, words=words, sort="hand_over", happened_at=self.happened_at)
            decided = act.decide(world)
            drafts += decided.drafts if isinstance(decided, Decision) else decided
        return drafts

    def _names(self, world: World, state: HandOver, side: str) -> str:
        people = [one.person for one in state.signed(side)]
        people += [self.person] if side == self.side else []
        return "、".join(str(world.state(f"person/{one}").words.get("name", one)) for one in people)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEquipment(Command):
    """Something that is counted at every hand-over: entered, changed, or (with empty ``fields``) not counted any more.

    Nothing is written when nothing differs. Refuses what the record refuses.
    """

    id: str
    fields: dict[str, Any] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        subject = f"equipment/{self.id}"
        record = world.state(subject)
        if not self.fields:
            return RetireRecord(subject=subject).decide(world) if record.active else []
        if not record.known:
            return ListRecord(subject=subject, fields=self.fields).decide(world)
        drafts = [] if record.active else list(RestoreRecord(subject=subject).decide(world))
        if any(record.get(name) != value for name, value in self.fields.items()):
            drafts += AmendRecord(subject=subject, fields=self.fields).decide(world)
        return drafts

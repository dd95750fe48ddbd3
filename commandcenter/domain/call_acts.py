"""The acts on telephone calls: write down, read back, call back, make a case of it, correct, strike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.call import DIRECTIONS, FIELDS, RESULTS, WORDS, Call
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, dated, decided, past, required
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.refusal import Refused

SERIES = "call"


def _filled(**told: Any) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCall(Command):
    """Write a call down. ``happened_at`` is when it was; the report carries ``call`` and ``number``.

    ``call`` is the id it gets; it has to be fresh, empty takes a new one. ``taker`` is who spoke (person id); empty means who
    acts. Refuses ``direction_unknown``, ``call_result_unknown``, ``words_needed`` for a call that was answered and of which
    nothing is told, ``person_unknown``, ``unit_unknown``, ``call_unknown`` (``answers``), ``due_in_past``, ``already_there``.
    """

    direction: str = "in"
    unit: str = ""
    person: str = ""
    who: str = ""
    phone: str = ""
    said: str = ""
    answer: str = ""
    taker: str = ""
    result: str = "reached"
    read_back: bool = False
    call_back: bool = False
    back_by: int | None = None
    answers: str = ""
    call: str = ""

    def decide(self, world: World) -> Decision:
        self._check(world)
        at = self.when(world)
        key = self.call or world.new_id()
        day = local_date(at)
        count = world.take_number(numbering.series(SERIES, REAL), day)
        number = numbering.whistle_number(SERIES, REAL, day, world.letter, count)
        body: dict[str, Any] = {"number": number, "direction": self.direction}
        body |= _filled(unit=self.unit, person=self.person, taker=self.taker, answers=self.answers)
        body |= _filled(read_back=self.read_back and self.result == "reached", call_back=self.call_back)
        if self.result != "reached":
            body["result"] = self.result
        if self.call_back and self.back_by is not None:
            body["back_by"] = self.back_by
        private = _filled(**{name: getattr(self, name).strip() for name in WORDS})
        draft = Draft(subject=f"call/{key}", kind="call.logged", body=body, private=private or None, happened_at=at)
        return Decision([draft], {"call": key, "number": number})

    def _check(self, world: World) -> None:
        _codes(self.direction, self.result)
        if self.result == "reached":
            required(self.said, "words_needed")
        _other_side(world, self.unit, self.person)
        if self.taker:
            _other_side(world, "", self.taker)
        if self.answers:
            _call(world, self.answers)
        if self.call_back and self.back_by is not None and dated(self.back_by) <= self.when(world):
            raise Refused("due_in_past")
        if self.call and world.state(f"call/{self.call}").known:
            raise Refused("already_there", subject=f"call/{self.call}")


def _codes(direction: str, result: str) -> None:
    if direction not in DIRECTIONS:
        raise Refused("direction_unknown")
    if result not in RESULTS or (direction == "in" and result != "reached"):
        raise Refused("call_result_unknown")


def _other_side(world: World, unit: str, person: str) -> None:
    if unit and not world.state(f"unit/{unit}").known:
        raise Refused("unit_unknown", unit=unit)
    if person and not world.state(f"person/{person}").known:
        raise Refused("person_unknown", person=person)


def _call(world: World, key: str) -> Call:
    state: Call = world.state(f"call/{key}")
    if not state.known:
        raise Refused("call_unknown")
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCommand(Command):
    """An act on a call. All refuse ``call_unknown``, and ``call_struck`` for one that was crossed out."""

    call: str

    def state(self, world: World) -> Call:
        """The call. Refuses ``call_unknown`` and ``call_struck``."""
        state = _call(world, self.call)
        if state.struck_at is not None:
            raise Refused("call_struck")
        return state

    def draft(self, world: World, verb: str, body: Mapping[str, Any] | None = None, **private: str) -> Draft:
        """An event on the call."""
        words = {name: text.strip() for name, text in private.items() if text.strip()}
        return Draft(
            subject=f"call/{self.call}",
            kind=f"call.{verb}",
            body=body or {},
            private=words or None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackCall(CallCommand):
    """What was said was read back and agreed to (复述). Refuses ``call_not_reached``, ``already_read_back``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.result != "reached":
            raise Refused("call_not_reached")
        if state.read_back_at is not None:
            raise Refused("already_read_back")
        return [self.draft(world, "read_back")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveUnread(CallCommand):
    """It was not read back and will not be: why. Refuses ``reason_needed``, ``already_read_back``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        if self.state(world).read_back_at is not None:
            raise Refused("already_read_back")
        return [self.draft(world, "left_unread", words=required(self.words, "reason_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCallBack(CallCommand):
    """Somebody is to be called back, by a time when one was promised. Refuses ``due_in_past``, ``nothing_changed``."""

    back_by: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.back_by is not None and dated(self.back_by) <= self.when(world):
            raise Refused("due_in_past")
        if state.wants_back and state.back_at is None and state.back_by == self.back_by:
            raise Refused("nothing_changed")
        body = {} if self.back_by is None else {"back_by": self.back_by}
        return [self.draft(world, "back_asked", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledBack(CallCommand):
    """The other side was called back: an outgoing call of its own that answers this one.

    In vain (``result`` no_answer or busy) this one goes on waiting. The report carries the new ``call`` and its ``number``.
    Refuses as ``RecordCall`` does.
    """

    said: str = ""
    result: str = "reached"
    read_back: bool = False
    phone: str = ""
    back_call: str = ""

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        made = decided(
            RecordCall(
                direction="out",
                unit=state.unit,
                person=state.person,
                who=state.who,
                phone=self.phone.strip() or state.phone,
                said=self.said,
                result=self.result,
                read_back=self.read_back,
                answers=self.call,
                call=self.back_call,
                happened_at=self.happened_at,
            ),
            world,
        )
        drafts = list(made.drafts)
        if self.result == "reached":
            drafts.append(self.draft(world, "called_back", {"call": made.report["call"]}))
        return Decision(drafts, made.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendCall(CallCommand):
    """Correct what was written down; what stood there before stays in the record. Only what differs is entered.

    ``fields`` are of ``FIELDS``, ``private`` of ``WORDS``, ``at`` is when it really was. Refuses ``nothing_changed``,
    ``field_unknown``, ``direction_unknown``, ``call_result_unknown``, ``unit_unknown``, ``person_unknown``, ``words_needed``,
    ``future_time``.
    """

    fields: dict[str, str] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    at: int | None = None
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        unknown = {*self.fields} - {*FIELDS} | {*self.private} - {*WORDS}
        if unknown:
            raise Refused("field_unknown", fields=sorted(unknown))
        body: dict[str, Any] = {name: value for name, value in self.fields.items() if value != getattr(state, name)}
        words = {name: value.strip() for name, value in self.private.items() if value.strip() != getattr(state, name)}
        if self.at is not None and past(world, self.at) != state.at:
            body["at"] = self.at
        if not body and not words:
            raise Refused("nothing_changed")
        result = body.get("result", state.result)
        _codes(body.get("direction", state.direction), result)
        _other_side(world, body.get("unit", ""), body.get("person", ""))
        if result == "reached":
            required(words.get("said", state.said), "words_needed")
        private = {**words, **({"reason": self.reason.strip()} if self.reason.strip() else {})}
        subject, at = f"call/{self.call}", self.when(world)
        return [Draft(subject=subject, kind="call.amended", body=body, private=private or None, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCall(CallCommand):
    """Name, number and words were shown unmasked: who looked, when and why is on record. Refuses ``reason_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        _call(world, self.call)
        return [self.draft(world, "revealed", words=required(self.words, "reason_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeCall(CallCommand):
    """Cross the call out: it was entered by mistake. It stays to be seen. Refuses ``reason_needed``, ``call_linked``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.case or state.whistle:
            raise Refused("call_linked")
        return [self.draft(world, "struck", words=required(self.words, "reason_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCall(Command):
    """Take a crossed out call back. Refuses ``call_unknown``, ``nothing_changed``."""

    call: str

    def decide(self, world: World) -> Sequence[Draft]:
        if _call(world, self.call).struck_at is None:
            raise Refused("nothing_changed")
        return [Draft(subject=f"call/{self.call}", kind="call.restored", happened_at=self.when(world))]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnIntoCase(CallCommand):
    """Make a case of the call (转案). What the matter does not tell is taken from the call.

    The report carries ``case`` and ``number``. Refuses ``call_has_case`` and what ``RegisterCase`` refuses.
    """

    matter: Matter
    case: str = ""

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        if state.case:
            raise Refused("call_has_case")
        matter = Matter(
            **{name: getattr(self.matter, name) for name in Matter.__dataclass_fields__}
            | {
                "text": self.matter.text or state.said,
                "reporter": self.matter.reporter or state.who,
                "phone": self.matter.phone or state.phone,
                "received_at": state.at if self.matter.received_at is None else self.matter.received_at,
            }
        )
        made = decided(RegisterCase(matter=matter, case=self.case, happened_at=self.happened_at), world)
        link = self.draft(world, "linked", {"case": made.report["case"], "made": True})
        return Decision([*made.drafts, link], made.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCall(CallCommand):
    """The call is about a case or a whistle that stands. Refuses ``case_unknown``, ``whistle_unknown``, ``modes_mixed``,
    ``link_missing``, ``nothing_changed``.
    """

    case: str = ""
    whistle: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not self.case and not self.whistle:
            raise Refused("link_missing")
        if self.case and not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")
        if self.whistle:
            whistle = world.state(f"whistle/{self.whistle}")
            if not whistle.known:
                raise Refused("whistle_unknown")
            if whistle.mode == DRILL:
                raise Refused("modes_mixed")
        told = {name: value for name in ("case", "whistle") if (value := getattr(self, name)) != getattr(state, name)}
        told = {name: value for name, value in told.items() if value}
        if not told:
            raise Refused("nothing_changed")
        linked = self.draft(world, "linked", told)
        return [linked, _noted(state, self.whistle, linked.happened_at)] if "whistle" in told else [linked]


def telephoned(world: World, whistle: str, key: str, at: int) -> list[Draft]:
    """A call (id) that led to a whistle (id) or told more of it learns of it, and what was said stands in the log there.

    Nothing where the call is not known.
    """
    state: Call = world.state(f"call/{key}")
    if not state.known:
        return []
    linked = Draft(subject=state.subject, kind="call.linked", body={"whistle": whistle}, happened_at=at)
    return [linked, _noted(state, whistle, at)]


def _noted(call: Call, whistle: str, at: int | None) -> Draft:
    """What a caller said, in the log of a whistle, with the number of the call."""
    told = {"words": f"来电 {call.number}：{call.said}", "told_by": call.who}
    return Draft(
        subject=f"whistle/{whistle}",
        kind="whistle.noted",
        body={"sort": "situation", "call": call.id},
        private=_filled(**told),
        happened_at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkCall(CallCommand):
    """It was about another matter after all. Refuses ``link_missing`` when it is not linked to that."""

    case: str = ""
    whistle: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        told = {name: value for name in ("case", "whistle") if (value := getattr(self, name))}
        if not told or any(getattr(state, name) != value for name, value in told.items()):
            raise Refused("link_missing")
        return [self.draft(world, "unlinked", told)]


# --- the log of the watch -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyNote(Command):
    """A line somebody writes into the duty log; all else the log writes itself. Refuses ``words_needed``, ``already_there``."""

    words: str
    note: str = ""

    def decide(self, world: World) -> Decision:
        key = self.note or world.new_id()
        if world.state(f"duty_note/{key}").known:
            raise Refused("already_there", subject=f"duty_note/{key}")
        private = {"words": required(self.words, "words_needed")}
        at = self.when(world)
        draft = Draft(subject=f"duty_note/{key}", kind="duty_note.written", private=private, happened_at=at)
        return Decision([draft], {"note": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeDutyNote(Command):
    """Cross a line of the log out, with words instead when they are told. Refuses ``note_unknown``, ``nothing_changed``."""

    note: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = world.state(f"duty_note/{self.note}")
        if not state.known:
            raise Refused("note_unknown")
        if state.struck_at is not None:
            raise Refused("nothing_changed")
        words = self.words.strip()
        private = {"words": words} if words else None
        at = self.when(world)
        return [Draft(subject=f"duty_note/{self.note}", kind="duty_note.struck", private=private, happened_at=at)]

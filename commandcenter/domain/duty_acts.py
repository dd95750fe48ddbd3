"""The acts of the duty watch: planning ahead, one shift by hand, substitution and swap, sign-in, leaving, the zero report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.absence import Absence, absence_of
from commandcenter.domain.calendar import office_calendar
from commandcenter.domain.clock import HOUR, at_local
from commandcenter.domain.command import Command, Decision, Draft, World, required
from commandcenter.domain.duty import WEARING, Shift, Watcher, planned
from commandcenter.domain.fatigue import Strain, strains_of
from commandcenter.domain.limit import limit_of
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import ROTA, AmendRecord, ListRecord, check, listed
from commandcenter.domain.refusal import Refused
from commandcenter.domain.rota import MAIN, MOST_DAYS, gone_by, hours_of, rota_of, shift_id, turns, without_absent
from commandcenter.domain.seat import relieved

ZERO = "duty.zero"
"""How long before the end of a shift its zero report is nothing out of the ordinary."""
_JOINS = 12 * HOUR
"""A shift joins those beside it, when they end or begin no further from the hand-over hour than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCommand(Command):
    """An act on a shift. All refuse ``shift_unknown``."""

    shift: str

    def state(self, world: World) -> Shift:
        """The shift."""
        found = world.state(f"shift/{self.shift}")
        if not isinstance(found, Shift) or not found.plan.active:
            raise Refused("shift_unknown")
        return found

    def draft(self, world: World, verb: str, body: Mapping[str, Any], **words: str) -> Draft:
        """An entry on the shift; words that are empty are left out."""
        told = {name: text.strip() for name, text in words.items() if text.strip()}
        return Draft(
            subject=f"shift/{self.shift}",
            kind=f"shift.{verb}",
            body=dict(body),
            private=told or None,
            happened_at=self.when(world),
        )


# --- planning -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShifts(Command):
    """Plan the shifts from ``first`` to ``last`` (ISO dates, both included) by the rotation.

    A shift that is known stays as it is; two desks that plan the same days make the same shifts. With ``again`` those that
    the rotation planned and nobody touched follow a changed rotation, where they lie ahead. Who is on leave is passed over,
    and somebody stands in. The report tells how many were ``planned``, ``changed`` and ``kept``, how many of the lines
    written are ``stood_in`` for, and how many are ``uncovered``: on leave, and nobody was left. Refuses ``rota_unknown``, ``not_a_date`` and ``plan_too_long``.
    """

    first: str
    last: str
    again: bool = False

    def decide(self, world: World) -> Decision:
        first, last = _day(self.first), _day(self.last)
        rota = rota_of(world.state(f"rota/{MAIN}"))
        if not rota.known:
            raise Refused("rota_unknown")
        if not 0 <= (last - first).days < MOST_DAYS:
            raise Refused("plan_too_long", most=MOST_DAYS)
        began = at_local(min(rota.since, first))
        calendar = office_calendar(world, began, at_local(last + timedelta(days=31)))
        drafts: list[Draft] = []
        counts = {"planned": 0, "changed": 0, "kept": 0, "stood_in": 0, "uncovered": 0}
        before = world.state(f"shift/{shift_id(first - timedelta(days=1))}")
        ended = before.ends_at if before.plan.active else None
        gone = gone_by(rota, absences_in(world))
        sat = [line.person for line in before.of(*WEARING)] if before.plan.active else []
        for day, people in without_absent(rota, turns(rota, calendar, first, last), gone, sat).items():
            starts_at, ends_at = hours_of(rota, day)
            if ended is not None and abs(ended - starts_at) < _JOINS and ended < ends_at:
                starts_at = ended
            after: Shift = world.state(f"shift/{shift_id(day + timedelta(days=1))}")
            if after.plan.active and after.life.by_hand and abs(after.starts_at - ends_at) < _JOINS:
                ends_at = max(after.starts_at, starts_at + 1)
            shift: Shift = world.state(f"shift/{shift_id(day)}")
            fields = {"starts_at": starts_at, "ends_at": ends_at, "people": people}
            draft = self._draft(world, day, shift, fields)
            if draft is None:
                counts["kept"] += 1
                ended = shift.ends_at if shift.plan.active else None
                continue
            counts["changed" if shift.known else "planned"] += 1
            counts["stood_in"] += sum("instead_of" in line for line in people)
            counts["uncovered"] += sum(gone(line["person"], day) is not None for line in people)
            ended = ends_at
            drafts.append(draft)
        return Decision(drafts, counts)

    def _draft(self, world: World, day: date, shift: Shift, fields: dict[str, Any]) -> Draft | None:
        subject = f"shift/{shift_id(day)}"
        if not shift.known:
            check(subject, fields)
            draft = listed(subject, fields, at=self.when(world))
            return Draft(
                subject=subject,
                kind=draft.kind,
                body={**draft.body, "origin": ROTA},
                happened_at=draft.happened_at,
            )
        touched = shift.life.by_hand or shift.life.signed_in or shift.life.substituted or not shift.plan.active
        if not self.again or touched or shift.starts_at <= world.now:
            return None
        changed = {name: value for name, value in fields.items() if shift.plan.get(name) != value}
        if not changed:
            return None
        return Draft(subject=subject, kind="shift.replanned", body={"fields": changed}, happened_at=self.when(world))


def absences_in(world: World) -> list[Absence]:
    """The absences on record; nobody who left the roster is named to stand in."""
    found = [absence_of(world.state(subject)) for subject in world.subjects("absence/")]
    return [
        one if world.state(f"person/{one.substitute}").active else replace(one, substitute="")
        for one in found
        if one.person
    ]


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused("not_a_date", text=text) from None
    if not 1970 < day.year < 2199:
        raise Refused("not_a_date", text=text)
    return day


@dataclass(frozen=True, slots=True, kw_only=True)
class SetShift(Command):
    """Plan one shift by hand, or change one. It stays as it is when the rotation plans the month.

    ``fields`` are those of the record. Who would pass a limit of fatigue needs a ``reason``; with ``urgent`` (an incident
    is running) none. Refuses what the record refuses, ``fatigue_reason`` with the first limit passed, and
    ``nothing_changed``.
    """

    shift: str
    fields: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    urgent: bool = False

    def decide(self, world: World) -> Decision:
        subject = f"shift/{self.shift}"
        state: Shift = world.state(subject)
        fields = {**state.plan.fields, **self.fields}
        check(subject, fields)
        if state.known:
            told = AmendRecord(
                subject=subject, fields=self.fields, reason=self.reason.strip(), happened_at=self.happened_at
            ).decide(world)
        else:
            told = ListRecord(subject=subject, fields=self.fields, happened_at=self.happened_at).decide(world)
        standing = {line.person for line in state.people}
        found: list[tuple[str, Strain]] = []
        for line in planned(fields):
            new = line.person not in standing or (fields["starts_at"], fields["ends_at"]) != (
                state.starts_at,
                state.ends_at,
            )
            if new and line.role in WEARING:
                worn = strains_of(world, line.person, fields["starts_at"], fields["ends_at"], without=self.shift)
                found += [(line.person, strain) for strain in worn]
        _bear(found, self.reason, self.urgent)
        return Decision(told, {"strains": [(person, strain.key) for person, strain in found]})


def _bear(found: Sequence[tuple[str, Strain]], reason: str, urgent: bool) -> None:
    """Refuse what passes a limit of fatigue without a reason, unless it is urgent."""
    if found and not urgent and not reason.strip():
        person, strain = found[0]
        raise Refused("fatigue_reason", limit=strain.key, person=person, value=strain.value, most=strain.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute(ShiftCommand):
    """Somebody stands in for somebody (替班); both names stay on record.

    ``role`` and ``unit`` tell which line is meant where a person stands on several. Refuses ``not_on_shift``,
    ``person_unknown``, ``on_shift_already``, ``shift_over``, ``reason_needed`` (never when ``urgent``).
    """

    person: str
    by: str
    words: str = ""
    role: str = ""
    unit: str = ""
    urgent: bool = False

    def decide(self, world: World) -> Decision:
        shift = self.state(world)
        line = _line(shift, self.person, self.role, self.unit)
        _may_stand(world, shift, self.by)
        if shift.ends_at <= world.now and self.person in shift.life.left:
            raise Refused("shift_over")
        if not self.urgent:
            required(self.words, "reason_needed")
        worn = _worn(world, self.by, line, shift, self.shift)
        body = _swap_body(line, self.by, worn, urgent=self.urgent)
        told = [strain.key for strain in worn]
        return Decision([self.draft(world, "substituted", body, words=self.words)], {"strains": told})


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapShifts(ShiftCommand):
    """Two people change shifts (换班): each stands for the other, both names stay on record.

    ``person`` of ``shift`` changes with ``other`` of ``other_shift``. Refuses as ``Substitute`` does, and ``swap_same``.
    """

    person: str
    other_shift: str
    other: str
    words: str = ""

    def decide(self, world: World) -> Decision:
        shift = self.state(world)
        there: Shift = world.state(f"shift/{self.other_shift}")
        if not there.plan.active:
            raise Refused("shift_unknown")
        if self.other_shift == self.shift or self.person == self.other:
            raise Refused("swap_same")
        mine, theirs = _line(shift, self.person), _line(there, self.other)
        _may_stand(world, shift, self.other)
        _may_stand(world, there, self.person)
        required(self.words, "reason_needed")
        both = f"{self.shift} {self.other_shift}"
        found = []
        drafts = []
        ways = ((mine, self.other, shift, self.shift), (theirs, self.person, there, self.other_shift))
        for line, by, state, key in ways:
            worn = _worn(world, by, line, state, both)
            found += [strain.key for strain in worn]
            swapped = self.other_shift if key == self.shift else self.shift
            body = _swap_body(line, by, worn, swapped=swapped)
            drafts.append(
                Draft(
                    subject=f"shift/{key}",
                    kind="shift.substituted",
                    body=body,
                    private={"words": self.words.strip()},
                    happened_at=self.when(world),
                )
            )
        return Decision(drafts, {"strains": list(dict.fromkeys(found))})


def _line(shift: Shift, person: str, role: str = "", unit: str = "") -> Watcher:
    for line in shift.people:
        if line.person == person and role in ("", line.role) and unit in ("", line.unit):
            return line
    raise Refused("not_on_shift", person=person)


def _may_stand(world: World, shift: Shift, person: str) -> None:
    if not world.state(f"person/{person}").active:
        raise Refused("person_unknown", person=person)
    if shift.line_of(person) is not None:
        raise Refused("on_shift_already", person=person)


def _worn(world: World, person: str, line: Watcher, shift: Shift, without: str) -> tuple[Strain, ...]:
    if line.role not in WEARING:
        return ()
    return strains_of(world, person, shift.starts_at, shift.ends_at, without=without)


def _swap_body(
    line: Watcher, by: str, worn: Sequence[Strain], *, swapped: str = "", urgent: bool = False
) -> dict[str, Any]:
    body: dict[str, Any] = {"person": line.person, "by": by, "role": line.role, "unit": line.unit}
    if swapped:
        body["swapped"] = swapped
    if worn:
        body["strains"] = [strain.key for strain in worn]
    if urgent:
        body["urgent"] = True
    return body


def signed_by_self(world: World, person: str, assurance: str, typed: str) -> str:
    """By what somebody signs: ``pin`` where they have one and it was checked, else ``name``: they wrote their own.

    Nobody's name is signed by a choice from a list alone. Refuses ``pin_needed`` and ``name_not_signed``.
    """
    record = world.state(f"person/{person}")
    if record.get("pin"):
        if assurance != "pin":
            raise Refused("pin_needed")
        return "pin"
    if "".join(typed.split()) != "".join(str(record.words.get("name", "")).split()):
        raise Refused("name_not_signed", person=person)
    return "name"


# --- at the post --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInForShift(ShiftCommand):
    """Somebody of the shift is at their post. Refuses ``not_on_shift``."""

    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.state(world)
        if shift.line_of(self.person) is None:
            raise Refused("not_on_shift", person=self.person)
        if self.person in shift.signed_in and self.person not in shift.life.left:
            return []
        return [self.draft(world, "signed_in", {"person": self.person})]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawShiftSignIn(ShiftCommand):
    """It was a slip: the person is not at their post. Refuses ``nothing_to_undo``."""

    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.state(world)
        if self.person not in shift.signed_in:
            raise Refused("nothing_to_undo")
        return [self.draft(world, "sign_in_withdrawn", {"person": self.person})]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveShift(ShiftCommand):
    """Somebody goes home. Nobody goes before they are relieved (domain.md 3.2).

    Who sits (leader, clerk) is relieved by the hand-over that both sides signed (``seat.relieved``); squad and communities when
    who follows them has signed in. With ``forced`` they go all the same: ``signed_by``, a leader other than themselves, signs for it
    by PIN (``assurance``) or name (``typed``) with ``words``, and it is marked. Refuses ``not_on_shift``,
    ``not_signed_in``, ``left_already``, ``not_relieved``; forced: ``leader_needed``, ``reason_needed``, ``pin_needed``,
    ``name_not_signed``.
    """

    person: str
    forced: bool = False
    signed_by: str = ""
    assurance: str = "none"
    words: str = ""
    typed: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.state(world)
        line = _line(shift, self.person)
        if self.person in shift.life.left:
            raise Refused("left_already", at=shift.life.left[self.person].at)
        if self.person not in shift.signed_in:
            raise Refused("not_signed_in", person=self.person)
        if relieved(world, self.shift, shift, line):
            return [self.draft(world, "left", {"person": self.person}, words=self.words)]
        if not self.forced:
            raise Refused("not_relieved", person=self.person)
        if self.signed_by == self.person or not _leads(world, shift, self.signed_by):
            raise Refused("leader_needed")
        required(self.words, "reason_needed")
        assurance = signed_by_self(world, self.signed_by, self.assurance, self.typed)
        body = {"person": self.person, "forced": True, "signed_by": self.signed_by, "assurance": assurance}
        return [self.draft(world, "left", body, words=self.words)]


def _leads(world: World, shift: Shift, person: str) -> bool:
    """Whether somebody leads the shift, or is a leader of the office."""
    if any(line.person == person for line in shift.of("leader")):
        return True
    posts = (world.state(subject) for subject in world.subjects("appointment/"))
    return any(
        post.active and post.get("person") == person and post.get("role") == "leader" and post.get("target") == OFFICE
        for post in posts
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportZero(ShiftCommand):
    """A quiet shift is told to the district (零报告): who took it there.

    ``incidents`` is how many there were on the shift. Long before the shift ends (limit ``duty.zero``) it needs a ``reason``.
    Refuses ``sign_in_first``, ``receiver_needed``, ``not_quiet`` with how many, ``zero_early``, ``reported_already``.
    """

    receiver: str
    incidents: int = 0
    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.state(world)
        if shift.life.zero is not None:
            raise Refused("reported_already", at=shift.life.zero.at)
        if self.incidents > 0:
            raise Refused("not_quiet", count=self.incidents)
        if not world.who.actor:
            raise Refused("sign_in_first")
        receiver = required(self.receiver, "receiver_needed")
        limit = limit_of(world.state(f"limit/{ZERO}"))
        if limit is not None and shift.ends_at - world.now > limit.milliseconds and not self.reason.strip():
            raise Refused("zero_early", at=shift.ends_at)
        return [self.draft(world, "zero_reported", {}, receiver=receiver, reason=self.reason)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawZeroReport(ShiftCommand):
    """The zero report was a slip, or something happened after all. Refuses ``sign_in_first``, ``nothing_to_undo``."""

    def decide(self, world: World) -> Sequence[Draft]:
        shift = self.state(world)
        if not world.who.actor:
            raise Refused("sign_in_first")
        if shift.life.zero is None:
            raise Refused("nothing_to_undo")
        return [self.draft(world, "zero_withdrawn", {})]

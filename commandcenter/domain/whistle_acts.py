"""The acts on a whistle: blow, undo, note, tell, stand down, close (domain.md 2.2.4; DESIGN 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import limit as limits_
from commandcenter.domain import numbering, order
from commandcenter.domain import report_in_acts as acts
from commandcenter.domain.call_acts import telephoned
from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.domain.command import Command, Draft, World, counted, past, required, unique
from commandcenter.domain.command_post_acts import ending_with, not_accounted
from commandcenter.domain.cue import told
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.key_facts import CASUALTIES, fact_kinds, plan_facts
from commandcenter.domain.limit import Limit, limit_of
from commandcenter.domain.plan import Plan, plan_of
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import LAST_ORDINAL, ReportIn, lacking_proof
from commandcenter.domain.unit import unit_of
from commandcenter.domain.whistle import TOLD, UNDO_WINDOW_MS, Whistle
from commandcenter.domain.whistle_scales import check_guess


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCall:
    """A unit to be called. Empty fields fall back to the plan, then to the unit itself, then to the office's limits."""

    unit: str
    duty: str = ""
    relation: str = ""
    ask: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlowWhistle(Command):
    """Blow a whistle. Refused only when no unit is chosen - and when real and drill would mix.

    A missing place is *to be confirmed*. The limits and the plan's version of this moment go into the event, with the first
    guesses (scale → code), the place of assembly, the running whistle it is blown beside knowingly, the warning (预警) it
    answers to and the telephone call that told of it, which learn of it. Refuses ``no_unit``,
    ``too_many_units``, ``unit_unknown``, ``drill_without_plan``, ``modes_mixed``, ``case_unknown``, ``scale_unknown``,
    ``grade_unknown``, ``security_not_graded``.
    """

    units: tuple[UnitCall, ...]
    mode: Mode = REAL
    kind: str = "emergency"
    plan: str = ""
    drill: str = ""
    case: str = ""
    title: str = ""
    place: str = ""
    place_words: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    run: int = 0
    received_at: int | None = None
    assembly: str = ""
    assembly_words: str = ""
    guesses: dict[str, str] = field(default_factory=dict)
    beside: str = ""
    warning: str = ""
    call: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.units:
            raise Refused("no_unit")
        if len(self.units) > LAST_ORDINAL:
            raise Refused("too_many_units", most=LAST_ORDINAL)
        self._check_mode(world)
        for scale, value in self.guesses.items():
            check_guess(scale, value, self.guesses.get("kind", ""))
        at = self.when(world)
        plan = plan_of(world.state(f"plan/{self.plan}")) if self.plan else None
        whistle = world.new_id()
        day = local_date(at)
        count = world.take_number(numbering.series(self.kind, self.mode), day)
        number = numbering.whistle_number(self.kind, self.mode, day, world.letter, count)
        drafts = [self._blown(world, whistle, number, plan, at)]
        drafts += self._listings(world, whistle, plan, at)
        drafts += self._first_five(world, whistle, plan, at)
        if self.case:
            drafts.append(
                Draft(subject=f"case/{self.case}", kind="case.whistled", body={"whistle": whistle}, happened_at=at)
            )
        linked = {"whistle": whistle}
        drafts += telephoned(world, whistle, self.call, at) if self.call else []
        if self.warning and world.state(f"warning/{self.warning}").open:
            drafts.append(
                Draft(subject=f"warning/{self.warning}", kind="warning.whistled", body=linked, happened_at=at)
            )
        return drafts

    def _check_mode(self, world: World) -> None:
        if self.mode == DRILL:
            if not self.drill or not world.state(f"drill/{self.drill}").active:
                raise Refused("drill_without_plan")
            if self.case or self.warning or self.call:
                raise Refused("modes_mixed")
        elif self.drill:
            raise Refused("modes_mixed")
        if self.case and not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")

    def _blown(self, world: World, whistle: str, number: str, plan: Plan | None, at: int) -> Draft:
        upward = _duty_limits(world) if self.mode == REAL else {}
        body: dict[str, Any] = {"number": number, "whistle": self.kind, "limits": upward}
        if plan is not None:
            body |= {"plan": self.plan, "plan_version": plan.version}
            if plan.cues:
                body["cues"] = [told(cue) for cue in plan.cues]
        for name in ("drill", "case", "place", "run", "assembly", "beside", "warning"):
            if getattr(self, name):
                body[name] = getattr(self, name)
        guesses = {scale: value for scale, value in self.guesses.items() if value}
        if guesses:
            body["guesses"] = guesses
        if self.received_at is not None:
            body["received_at"] = min(past(world, self.received_at), at)
        private: dict[str, Any] = {"title": self.title.strip() or (plan.name if plan else "")}
        if self.place_words.strip():
            private["place_words"] = self.place_words.strip()
        if self.assembly_words.strip():
            private["assembly_words"] = self.assembly_words.strip()
        if self.texts:
            private["texts"] = self.texts
        return Draft(
            subject=f"whistle/{whistle}",
            kind="whistle.blown",
            body=body,
            private=private,
            mode=self.mode,
            happened_at=at,
        )

    def _listings(self, world: World, whistle: str, plan: Plan | None, at: int) -> list[Draft]:
        by_plan = {line.unit: line for line in plan.units} if plan else {}
        default = _unit_limits(world)
        drafts = []
        if len(unique(call.unit for call in self.units)) != len(self.units):
            raise Refused("unit_twice")
        for ordinal, call in enumerate(self.units, start=1):
            record: Record = world.state(f"unit/{call.unit}")
            if not record.known:
                raise Refused("unit_unknown", unit=call.unit)
            unit, line = unit_of(record), by_plan.get(call.unit)
            limits = {**default, **unit.limits} if record.get("limits") is not None else dict(default)
            if line is not None and line.limits is not None:
                limits |= line.limits
            drafts.append(
                acts.listing(
                    whistle,
                    call.unit,
                    ordinal=ordinal,
                    relation=call.relation or (line.relation if line else "") or unit.relation,
                    duty=call.duty or (line.duty if line else "assist"),
                    limits=limits,
                    ask=counted(call.ask) if call.ask is not None else (line.ask if line else None),
                    mode=self.mode,
                    at=at,
                )
            )
        return drafts

    def _first_five(self, world: World, whistle: str, plan: Plan | None, at: int) -> list[Draft]:
        called = {call.unit for call in self.units}
        return [
            order.given(
                world, whistle, text=text, unit=unit if unit in called else "", mode=self.mode, at=at, origin="plan"
            )
            for text, unit in (plan.first_five if plan else ())
        ]


def _duty_limits(world: World) -> dict[str, float]:
    keys = {
        "leader": limits_.TELL_LEADER,
        "confirm": limits_.CONFIRM,
        "leader_leave": limits_.LEADER_LEAVE,
        "leader_arrive": limits_.LEADER_ARRIVE,
        "district_phone": limits_.TELL_DISTRICT,
        "district_written": limits_.WRITE_DISTRICT,
        "update": limits_.SITREP_LATER,
        "final": limits_.SITREP_FINAL,
    }
    return {name: found.milliseconds / MINUTE for name, key in keys.items() if (found := _limit(world, key))}


def _unit_limits(world: World) -> dict[str, float | None]:
    """The office's limits for units without their own, with that of the head counts, where there is one."""
    keys = {"answer": limits_.ANSWER, "leave": limits_.LEAVE, "arrive": limits_.ARRIVE, "par": limits_.HEAD_COUNT}
    found = {name: _limit(world, key) for name, key in keys.items()}
    return {
        name: limit.milliseconds / MINUTE if limit is not None else None
        for name, limit in found.items()
        if limit is not None or name != "par"
    }


def _limit(world: World, key: str) -> Limit | None:
    return limit_of(world.state(f"limit/{key}"))


# --- after the call -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleCommand(Command):
    """What every later act on a whistle shares."""

    whistle: str

    def state(self, world: World) -> Whistle:
        """The running whistle. Refuses ``whistle_unknown``, ``whistle_undone``, ``whistle_closed``."""
        state: Whistle = world.state(f"whistle/{self.whistle}")
        if not state.known:
            raise Refused("whistle_unknown")
        if state.undone_at is not None:
            raise Refused("whistle_undone")
        if state.closed_at is not None:
            raise Refused("whistle_closed")
        return state

    def draft(
        self, state: Whistle, verb: str, at: int, body: Any = None, private: Any = None, corrects: Any = None
    ) -> Draft:
        """An event on this whistle, in its mode."""
        return Draft(
            subject=state.subject,
            kind=f"whistle.{verb}",
            body=body or {},
            private=private or None,
            mode=state.mode,
            happened_at=at,
            corrects=corrects,
        )

    def report_ins(self, world: World) -> list[ReportIn]:
        """The report-ins of this whistle in their fixed order."""
        found = [world.state(subject) for subject in world.subjects(f"report_in/{self.whistle}/")]
        return sorted((state for state in found if state.listed), key=lambda state: state.ordinal)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoWhistle(WhistleCommand):
    """Take the whistle back: within ten seconds and only until the first call is logged.

    Refuses ``undo_too_late`` and ``already_called``: then it is a false alarm.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if world.now - state.recorded_at > UNDO_WINDOW_MS:
            raise Refused("undo_too_late")
        listed = self.report_ins(world)
        if any(entry.entries or entry.tries for entry in listed):
            raise Refused("already_called")
        drafts = [self.draft(state, "undone", world.now)]
        drafts += [
            Draft(subject=entry.subject, kind="report_in.undone", mode=state.mode, happened_at=world.now)
            for entry in listed
        ]
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareFalseAlarm(WhistleCommand):
    """It was nothing. Units never called are struck off at once; everybody already called has to be told, one by one.

    Refuses ``reason_needed``, and ``post_stands`` once a command post was set up: E2…E4 lead here, later there is the
    stand-down (domain.md 2.11).
    """

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.false_alarm_at is not None or state.stood_down_at is not None:
            raise Refused("already_over")
        reason = required(self.words, "reason_needed")
        if world.state(f"post/{self.whistle}").stage in ("running", "supporting"):
            raise Refused("post_stands")
        at = self.when(world)
        drafts = [self.draft(state, "false_alarm", at, private={"words": reason})]
        drafts += [
            Draft(
                subject=entry.subject,
                kind="report_in.cancelled",
                body={"reason": "false_alarm"},
                mode=state.mode,
                happened_at=at,
            )
            for entry in self.report_ins(world)
            if not entry.closed and not entry.entries
        ]
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUnits(WhistleCommand):
    """Call further units; their clocks start now.

    Refuses ``no_unit``, ``too_many_units``, ``unit_twice``, ``unit_unknown``, ``already_listed``.
    """

    units: tuple[UnitCall, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not self.units:
            raise Refused("no_unit")
        at = self.when(world)
        first = acts.next_ordinal(world, self.whistle)
        if first + len(self.units) - 1 > LAST_ORDINAL:
            raise Refused("too_many_units", most=LAST_ORDINAL)
        if len(unique(call.unit for call in self.units)) != len(self.units):
            raise Refused("unit_twice")
        default = _unit_limits(world)
        drafts = []
        for place, call in enumerate(self.units):
            record: Record = world.state(f"unit/{call.unit}")
            if not record.known:
                raise Refused("unit_unknown", unit=call.unit)
            subject = acts.subject_of(self.whistle, call.unit)
            if world.state(subject).listed:
                raise Refused("already_listed", subject=subject)
            unit = unit_of(record)
            drafts.append(
                acts.listing(
                    self.whistle,
                    call.unit,
                    ordinal=first + place,
                    relation=call.relation or unit.relation,
                    duty=call.duty or "assist",
                    limits={**default, **unit.limits} if record.get("limits") is not None else default,
                    ask=counted(call.ask),
                    mode=state.mode,
                    at=at,
                )
            )
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(WhistleCommand):
    """A line of the situation log. ``sort``: situation, verbal_order, meeting, media … Refuses ``words_needed``."""

    words: str
    sort: str = "situation"
    told_by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state: Whistle = world.state(f"whistle/{self.whistle}")
        if not state.known:
            raise Refused("whistle_unknown")
        private = {"words": required(self.words, "words_needed")}
        if self.told_by.strip():
            private["told_by"] = self.told_by.strip()
        return [self.draft(state, "noted", self.when(world), {"sort": self.sort}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFact(WhistleCommand):
    """Set a key fact: a count or words, None means unknown. The list is everybody's and what the plan adds.

    After the end only casualties may still change (domain.md 3.2). Refuses ``fact_unknown``, ``whistle_closed``.
    """

    fact: str
    value: int | None = None
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        known: Whistle = world.state(f"whistle/{self.whistle}")
        state = known if known.closed_at is not None and self.fact in CASUALTIES else self.state(world)
        own = plan_facts(world.state(f"plan/{state.plan}").get("facts")) if state.plan else ()
        if self.fact not in {kind.code for kind in fact_kinds(own)}:
            raise Refused("fact_unknown", fact=self.fact)
        counted(self.value)
        body = {"fact": self.fact} | ({"value": self.value} if self.value is not None else {})
        private = {"words": self.words.strip()} if self.words.strip() else None
        return [self.draft(state, "fact_set", self.when(world), body, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlace(WhistleCommand):
    """Confirm or correct the place."""

    place: str = ""
    place_words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not self.place and not self.place_words.strip():
            raise Refused("place_needed")
        return [
            self.draft(
                state, "place_set", self.when(world), {"place": self.place}, {"place_words": self.place_words.strip()}
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell(WhistleCommand):
    """The leader or the district was told: to whom (``told_by`` is the person reached), by which channel, what they said.

    Refuses ``drill_stays_inside``: nothing of a drill is told upward (DESIGN rule 8).
    """

    to: str
    told_by: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.to not in TOLD:
            raise Refused("receiver_unknown", to=self.to)
        if state.mode == DRILL:
            raise Refused("drill_stays_inside")
        if self.to in state.told:
            raise Refused("already_told", to=self.to, at=state.told[self.to][0])
        private = {name: text for name, text in (("told_by", self.told_by), ("words", self.words)) if text}
        return [self.draft(state, "told", self.when(world), {"to": self.to}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderOnTheWay(WhistleCommand):
    """The named leader left for the scene, or arrived there (E3): who, with which car.

    ``person`` is an id of the roster, ``name`` the words for somebody else. Refuses ``name_needed``, ``already_told``,
    ``out_of_order`` for an arrival before the leaving.
    """

    person: str = ""
    name: str = ""
    vehicle: str = ""
    arrived: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        before = state.leader_arrived_at if self.arrived else state.leader_left_at
        verb = "leader_arrived" if self.arrived else "leader_left"
        if before is not None:
            raise Refused("already_told", to=verb, at=before)
        if not self.person and not self.name.strip() and not (self.arrived and (state.leader or state.leader_words)):
            raise Refused("name_needed")
        at = self.when(world)
        left, here = state.leader_left_at, state.leader_arrived_at
        if (self.arrived and left is not None and at < left) or (not self.arrived and here is not None and at > here):
            raise Refused("out_of_order", milestone="arrived" if self.arrived else "left", other="left", at=at)
        private = {"name": self.name.strip(), "vehicle": self.vehicle.strip()}
        body = {"person": self.person} if self.person else {}
        return [self.draft(state, verb, at, body, {key: words for key, words in private.items() if words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(WhistleCommand):
    """A leader signs a whistle that was blown without one; until then it is marked 待领导补签.

    ``person`` is an id of the roster, ``name`` the words for somebody else, ``words`` what was said. Nothing is written when
    it was signed already.
    """

    person: str = ""
    name: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.confirmed_at is not None:
            return []
        private = {"person": self.name.strip(), "words": self.words.strip()}
        body = {"person": self.person} if self.person else {}
        kept = {key: words for key, words in private.items() if words}
        return [self.draft(state, "confirmed", self.when(world), body, kept)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The honest end of a unit for which there is no count and nobody to turn back: ``never_came``, ``left_early``,
    ``cleared``, with a reason and the name of who says so.
    """

    unit: str
    outcome: str
    words: str = ""
    told_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandDown(WhistleCommand):
    """The danger is over. Needs positive proof per department (DESIGN rule 7).

    ``releases`` gives the head count with which each unit on scene leaves, ``told_by`` who reported the counts, ``cancels`` who of each unit not yet there was
    told to turn back, ``settled`` the honest outcome of the rest, so that no unit makes an incident unclosable. Whoever is
    on record as trapped has to be accounted for, or ``despite`` says why it is over all the same. Refuses ``contact_lost``
    and ``proof_missing`` with the units concerned and what each lacks, ``people_trapped``, ``words_needed``.
    """

    words: str
    residual_risk: str = ""
    releases: dict[str, int] = field(default_factory=dict)
    told_by: str = ""
    cancels: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    settled: tuple[Settlement, ...] = ()
    despite: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stood_down_at is not None or state.false_alarm_at is not None:
            raise Refused("already_over")
        words = required(self.words, "words_needed")
        at = self.when(world)
        states = self.report_ins(world)
        honest = {one.unit: one for one in self.settled}
        lacking = {entry.unit: lack for entry in states if entry.unit not in honest and (lack := self._lacks(entry))}
        lost = [unit for unit, lack in lacking.items() if lack == "contact"]
        if lost:
            raise Refused("contact_lost", units=lost)
        if lacking:
            raise Refused("proof_missing", units=list(lacking), lacks=lacking)
        trapped = state.facts.get("trapped")
        if trapped is not None and trapped.value and not self.despite.strip():
            raise Refused("people_trapped", count=trapped.value)
        told = {"words": words, "residual_risk": self.residual_risk.strip(), "despite": self.despite.strip()}
        drafts = [draft for entry in states for draft in self._settle(world, entry, honest.get(entry.unit), at)]
        over = self.draft(state, "stood_down", at, private={k: v for k, v in told.items() if v})
        return [*drafts, over, *ending_with(world, self.whistle, at, "stand_down")]

    def _lacks(self, entry: ReportIn) -> str:
        """What is missing of a unit: ``contact``, ``count`` of those on scene, the name of who was ``told``; else empty."""
        lack = lacking_proof(entry)
        if lack == "count" and entry.unit in self.releases:
            return ""
        return "" if lack == "told" and entry.unit in self.cancels else lack

    def _settle(self, world: World, entry: ReportIn, honest: Settlement | None, at: int) -> Sequence[Draft]:
        if entry.closed or entry.milestone("release_approved") is not None:
            return []
        common: dict[str, Any] = {
            "whistle": self.whistle,
            "unit": entry.unit,
            "happened_at": at,
            "channel": self.channel,
        }
        if honest is not None:
            end = acts.Conclude(outcome=honest.outcome, words=honest.words, told_by=honest.told_by, **common)
            return end.decide(world)
        if entry.on_scene:
            release = acts.RecordMilestone(
                milestone="release_approved",
                people=self.releases[entry.unit],
                told_by=self.told_by.strip(),
                words=self.remarks.get(entry.unit, ""),
                reason="stand_down",
                **common,
            )
            return release.decide(world)
        told = acts.Conclude(outcome="cancelled", reason="stand_down", told_by=self.cancels[entry.unit], **common)
        return told.decide(world)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseWhistle(WhistleCommand):
    """Close the incident: over, every report-in closed, the last report sent, what was borrowed accounted for, the numbers of
    those who moved in agreement - or a reason why not, one for each.

    Refuses ``not_over``, ``still_open`` with the units; ``final_report_missing`` unless ``no_report_words`` say why,
    ``supplies_out`` unless ``supplies_words`` do, ``transfers_open`` unless ``transfers_words`` do. ``words`` are a remark;
    they count as the reason only where one thing alone is asked for, so that a reason never excuses something else.
    """

    words: str = ""
    no_report_words: str = ""
    supplies_words: str = ""
    transfers_words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stood_down_at is None and state.false_alarm_at is None:
            raise Refused("not_over")
        still = [entry.unit for entry in self.report_ins(world) if not entry.closed]
        if still:
            raise Refused("still_open", units=still)
        self._check_reasons(world, state)
        at = self.when(world)
        closed = self.draft(state, "closed", at, private=self._told() or None)
        lapsed = order.lapsing_with(world, self.whistle, at)
        return [*lapsed, closed, *ending_with(world, self.whistle, at, "closed")]

    def _check_reasons(self, world: World, state: Whistle) -> None:
        asked = not_accounted(world, self.whistle)
        if state.mode == REAL and not any(stage == "final" for stage, _ in state.reports):
            asked.insert(0, Refused("final_report_missing"))
        given = {
            "final_report_missing": self.no_report_words,
            "supplies_out": self.supplies_words,
            "transfers_open": self.transfers_words,
        }
        silent = [one for one in asked if not given[one.code].strip()]
        if silent and not (len(asked) == 1 and self.words.strip()):
            raise silent[0]

    def _told(self) -> dict[str, str]:
        """Each reason by its own name; ``words`` is all of them in one line, as the log and the paper tell it."""
        reasons = {
            "no_report_words": ("未送终报", self.no_report_words.strip()),
            "supplies_words": ("物资未清", self.supplies_words.strip()),
            "transfers_words": ("转移未清", self.transfers_words.strip()),
        }
        told = {name: words for name, (_, words) in reasons.items() if words}
        line = [self.words.strip(), *(f"{head}：{words}" for head, words in reasons.values() if words)]
        whole = "；".join(part for part in line if part)
        return {"words": whole, **told} if whole else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDrill(WhistleCommand):
    """End a drill at once, because something real happened (Ctrl+F9) or by its director. Refuses ``not_a_drill``."""

    reason: str = "real_event"
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.mode != DRILL:
            raise Refused("not_a_drill")
        at = self.when(world)
        private = {"words": self.words.strip()} if self.words.strip() else None
        drafts = [
            Draft(
                subject=entry.subject,
                kind="report_in.cancelled",
                body={"reason": "drill_ended"},
                mode=DRILL,
                happened_at=at,
            )
            for entry in self.report_ins(world)
            if not entry.closed
        ]
        over = self.draft(state, "drill_ended", at, {"reason": self.reason}, private)
        lapsed = order.lapsing_with(world, self.whistle, at)
        return [*drafts, *lapsed, over, *ending_with(world, self.whistle, at, "drill_ended")]

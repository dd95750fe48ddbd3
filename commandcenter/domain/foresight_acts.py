"""The acts on an alert of foresight: raise, judge, dispatch before anybody complains, watch, come back, close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.case_join_acts import LinkCases
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, decided, required, unique
from commandcenter.domain.foresight import MOST_EVIDENCE, VERDICTS, Episode, Foresight
from commandcenter.domain.foresight_rule import MOST_DAYS, WEEK_BANDS, rule_of
from commandcenter.domain.refusal import Refused

MOST_LINKED = 5
"""So many cases of the evidence are linked to the case itself; the alert keeps all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseForesight(Command):
    """A rule fired at a spot. Nothing is written while the spot's last alert runs, or when its period was raised already.

    ``key`` is that of ``foresight_rule.hit_key``, ``expected`` what former years let expect, per thousand.
    Refuses ``rule_unknown``, ``period_wrong``, ``not_a_date``, ``count_negative``, ``limit_out_of_range``.
    """

    key: str
    rule: str
    spot: str
    category: str
    period: int
    start: int
    until: int
    count: int
    expected: int | None = None
    hour: int | None = None
    evidence: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        record = world.state(f"foresight_rule/{self.rule}")
        if not record.known:
            raise Refused("rule_unknown")
        counted(self.count)
        counted(self.expected)
        if self.start > self.until or not 0 <= self.period <= dated(self.until):
            raise Refused("period_wrong")
        if self.hour is not None and not 0 <= self.hour < WEEK_BANDS:
            raise Refused("limit_out_of_range", least=0, most=WEEK_BANDS - 1)
        dated(self.start)
        state: Foresight = world.state(f"foresight/{self.key}")
        if state.running or any(one.period >= self.period for one in state.episodes):
            return []
        body: dict[str, Any] = {
            "rule": self.rule,
            "scope": rule_of(record).scope,
            "spot": self.spot,
            "category": self.category,
            "period": self.period,
            "start": self.start,
            "until": self.until,
            "count": self.count,
            "evidence": list(self.evidence[:MOST_EVIDENCE]),
        }
        body |= {name: value for name in ("expected", "hour") if (value := getattr(self, name)) is not None}
        return [
            Draft(subject=f"foresight/{self.key}", kind="foresight.raised", body=body, happened_at=self.when(world))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightCommand(Command):
    """What every later act on an alert shares."""

    alert: str
    words: str = ""

    def state(self, world: World) -> tuple[Foresight, Episode]:
        """The alert and its last episode. Refuses ``alert_unknown``."""
        state = world.state(f"foresight/{self.alert}")
        if not isinstance(state, Foresight) or state.now is None:
            raise Refused("alert_unknown")
        return state, state.now

    def draft(self, world: World, episode: Episode, verb: str, body: Mapping[str, Any], **private: str) -> Draft:
        """An event on the episode."""
        words = {name: text.strip() for name, text in ({"words": self.words} | private).items() if text.strip()}
        return Draft(
            subject=f"foresight/{self.alert}",
            kind=f"foresight.{verb}",
            body={"period": episode.period, **body},
            private=words or None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeForesight(ForesightCommand):
    """Somebody judged the alert: useful, or false with a reason, which closes it.

    Refuses ``verdict_unknown``, ``reason_needed``, ``alert_dispatched``.
    """

    verdict: str

    def decide(self, world: World) -> Sequence[Draft]:
        _, episode = self.state(world)
        if self.verdict not in VERDICTS:
            raise Refused("verdict_unknown")
        if self.verdict == "false":
            if episode.case:
                raise Refused("alert_dispatched")
            required(self.words, "reason_needed")
        return [self.draft(world, episode, "judged", {"verdict": self.verdict})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchForesight(ForesightCommand):
    """Register a case that is handled before anybody complains, linked to the evidence, and dispatch it to ``unit``.

    Refuses ``alert_closed``, ``alert_dispatched`` and what ``RegisterCase`` and ``DispatchCase`` refuse. The report tells
    ``case`` and ``number``.
    """

    unit: str
    title: str
    text: str = ""
    others: tuple[str, ...] = ()
    place_words: str = ""
    community: str = ""
    place: str = ""

    def decide(self, world: World) -> Decision:
        state, episode = self.state(world)
        if not state.running:
            raise Refused("alert_closed")
        if episode.case and episode.stage != "reopened":
            raise Refused("alert_dispatched")
        matter = Matter(
            title=self.title,
            text=self.text,
            channel="centre",
            category=state.category,
            place=self.place,
            place_words=self.place_words,
            community=self.community,
        )
        made = proactive_case(world, matter, self.unit, self.others, (*episode.recurred, *episode.evidence), self)
        body = {"case": made.report["case"], "unit": self.unit}
        return Decision((*made.drafts, self.draft(world, episode, "dispatched", body)), made.report)


def proactive_case(
    world: World, matter: Matter, unit: str, others: Sequence[str], evidence: Sequence[str], told: Command
) -> Decision:
    """A case that nobody complained of yet (未诉先办): registered, dispatched, linked to the newest of what it was foreseen from."""
    case = world.new_id()
    at, channel = told.happened_at, told.channel
    matter = replace(matter, proactive=True)
    registered = decided(RegisterCase(matter=matter, case=case, happened_at=at, channel=channel), world)
    world.preview(registered.drafts)
    drafts = list(registered.drafts)
    steps: list[Command] = [DispatchCase(case=case, lead=unit, others=tuple(others), happened_at=at, channel=channel)]
    known = [one for one in unique(evidence) if world.state(f"case/{one}").known][:MOST_LINKED]
    steps += [LinkCases(case=case, other=one, reason="related", happened_at=at, channel=channel) for one in known]
    for step in steps:
        made = decided(step, world)
        world.preview(made.drafts)
        drafts += made.drafts
    return Decision(drafts, registered.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchForesight(ForesightCommand):
    """Something was done; the spot is watched for ``days``. Refuses ``alert_closed``, ``measure_needed``, ``limit_out_of_range``."""

    measure: str
    cause: str = ""
    days: int = 30

    def decide(self, world: World) -> Sequence[Draft]:
        state, episode = self.state(world)
        if not state.running:
            raise Refused("alert_closed")
        required(self.measure, "measure_needed")
        if not 1 <= self.days <= MOST_DAYS:
            raise Refused("limit_out_of_range", least=1, most=MOST_DAYS)
        until = self.when(world) + self.days * DAY
        return [self.draft(world, episode, "watched", {"until": until}, cause=self.cause, measure=self.measure)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightRecurred(ForesightCommand):
    """A case came in at a watched spot: the alert is open again. Nothing is written when it is not watched, or told already."""

    case: str

    def decide(self, world: World) -> Sequence[Draft]:
        _, episode = self.state(world)
        found = world.state(f"case/{self.case}")
        if not found.known or episode.stage not in ("watching", "reopened") or self.case in episode.recurred:
            return []
        watched = episode.watched_at if episode.watched_at is not None else 0
        if self.case == episode.case or found.received_at < watched or found.received_at > (episode.watch_until or 0):
            return []
        return [self.draft(world, episode, "recurred", {"case": self.case})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseForesight(ForesightCommand):
    """Nobody has to watch any more. Refuses ``alert_closed``, and ``reason_needed`` before anything was done."""

    def decide(self, world: World) -> Sequence[Draft]:
        state, episode = self.state(world)
        if not state.running:
            raise Refused("alert_closed")
        if episode.stage != "watching":
            required(self.words, "reason_needed")
        return [self.draft(world, episode, "closed", {})]

"""Alerts and topics: whatever is asked in whatever order, it is decided or refused, and no state is left that folds crooked."""

from __future__ import annotations

from random import Random

import pytest
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.deadline import THRESHOLDS
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.foresight import Foresight, deadlines, tally
from commandcenter.domain.foresight_acts import (
    CloseForesight,
    DispatchForesight,
    ForesightRecurred,
    JudgeForesight,
    RaiseForesight,
    WatchForesight,
)
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.domain.topic import Season, Topic, season_in
from commandcenter.domain.topic import deadlines as topic_deadlines
from commandcenter.domain.topic_acts import (
    AmendTopic,
    AssessHazard,
    CloseTopic,
    DispatchHazards,
    DropHazard,
    FoundPoint,
    IssueTopicReport,
    ListHazards,
    LookBackHazard,
    MeasureTopic,
    OpenTopic,
    PointTask,
    ProgressHazard,
    SetLookBack,
)
from paper_world import PaperWorld
from small_office import records

STAGES_SEEN = {"raised", "reopened", "useful", "dispatched", "watching", "closed"}
TOPIC_SEEN = {"opened", "listed", "reported", "dispatched", "looked_back", "measured", "closed"}


def alert_act(chance: Random, world: PaperWorld) -> Command:
    cases = [subject.partition("/")[2] for subject in world.subjects("case/")]
    count = chance.randrange(1, 5)
    acts: list[Command] = [
        RaiseForesight(
            key="k", rule="R1", spot="J07", category="", period=chance.randrange(4), start=0, until=world.now, count=count,
            evidence=tuple(chance.sample(cases, min(len(cases), 2))),
        ),
        JudgeForesight(alert="k", verdict=chance.choice(("useful", "false", "maybe")), words=chance.choice(("", "误报"))),
        DispatchForesight(alert="k", unit=chance.choice(("S03", "A3", "none")), title=chance.choice(("", "普查"))),
        WatchForesight(alert="k", measure=chance.choice(("", "已清")), days=chance.choice((0, 3, 30))),
        CloseForesight(alert="k", words=chance.choice(("", "结束"))),
        RegisterCase(matter=Matter(title="又来", place="J07")),
    ]  # fmt: skip
    if cases:
        acts.append(ForesightRecurred(alert="k", case=chance.choice(cases)))
    return chance.choice(acts)


def topic_act(chance: Random, world: PaperWorld) -> Command:
    state: Topic = world.state("topic/t")
    hazard = chance.choice([one.id for one in state.hazards] or ["none"])
    words = chance.choice(("", "说明"))
    year = chance.choice((1, 2026, 2027, 2028))
    points = tuple(
        FoundPoint(place=chance.choice(("J07", "J08", "")), point="某处", times=2, years=(2024, 2025)) for _ in range(2)
    )
    acts: list[Command] = [
        OpenTopic(topic="t", name="漏雨", include=("漏雨",), first=chance.choice((6, 11, 13)), last=9),
        AmendTopic(topic="t", name=chance.choice(("", "渗漏")), exclude=chance.choice((None, (), ("水管",)))),
        ListHazards(topic="t", points=points, cases=chance.choice((0, 9, -1)), by_month={"2025-07": 4}),
        AssessHazard(topic="t", hazard=hazard, likelihood=chance.choice(("high", "x")), repairer=chance.choice(("S03", "Q"))),
        DropHazard(topic="t", hazard=hazard, words=words),
        ProgressHazard(topic="t", hazard=hazard, progress=chance.choice(("repairing", "repaired", "long_term", "x")), words=words),
        DispatchHazards(topic="t", tasks=(PointTask(hazard=hazard, title="修"),)),
        IssueTopicReport(topic="t"),
        SetLookBack(topic="t", year=year, due_at=chance.choice((None, world.now + DAY))),
        LookBackHazard(topic="t", hazard=hazard, year=year, found=chance.choice(("fine", "recurred", "x")), words=words),
        MeasureTopic(topic="t", year=year, until=world.now, before=3, after=chance.choice((1, -1))),
    ]  # fmt: skip
    return chance.choice((*acts, CloseTopic(topic="t", words=words))) if chance.random() < 0.15 else chance.choice(acts)


def ruled() -> PaperWorld:
    world = PaperWorld().found(records())
    world.do(ListRecord(subject="foresight_rule/R1", fields={"name": "三件", "sort": "repeat", "scope": "place"}))
    return world


def test_every_stage_is_reached_and_nothing_folds_crooked() -> None:
    seen: set[str] = set()
    for seed in range(60):
        chance, world = Random(seed), ruled()
        for _ in range(40):
            world.now += chance.randrange(DAY)
            try:
                world.do(alert_act(chance, world))
            except Refused:
                continue
            state: Foresight = world.state("foresight/k")
            assert not state.irregular
            assert not state.known or state.stage in STAGES_SEEN
            assert len({one.period for one in state.episodes}) == len(state.episodes)
            assert all(one.closed_at is not None for one in state.episodes[:-1]), (
                "a new one only after the last was closed"
            )
            for line in deadlines(state):
                world.do(RaiseDeadline(subject="foresight/k", clock=line.name, threshold=THRESHOLDS[1]))
            seen.add(state.stage)
            counts = tally([state])
            assert counts["R1"].raised == len(state.episodes) if state.known else not counts
    assert seen >= STAGES_SEEN


def test_every_stage_of_a_topic_is_reached_and_nothing_folds_crooked() -> None:
    seen: set[str] = set()
    for seed in range(80):
        chance, world = Random(seed), ruled()
        for _ in range(60):
            world.now += chance.randrange(DAY)
            try:
                world.do(topic_act(chance, world))
            except Refused:
                continue
            state: Topic = world.state("topic/t")
            assert not state.irregular
            seen.add(state.stage)
            for one in state.points:
                assert (one.case == "") == (not world.state(f"case/{one.case}").known)
            for line in topic_deadlines(state):
                assert line.started_at <= line.due_at
    assert seen >= TOPIC_SEEN


@pytest.mark.parametrize(("first", "last", "months"), [(6, 9, 4), (11, 3, 5), (12, 12, 1), (1, 12, 12)])
def test_a_season_ends_after_it_begins_also_over_the_turn_of_the_year(first: int, last: int, months: int) -> None:
    season = Season(first, last)
    assert len(season.months) == months
    days = (season.ends(2026) - season.starts(2026)) / DAY
    assert 28 * months <= days <= 31 * months


def test_two_desks_that_dispatch_one_alert_at_once_lose_neither_case() -> None:
    world = ruled()
    world.do(RaiseForesight(key="k", rule="R1", spot="J07", category="", period=1, start=0, until=world.now, count=3))
    other = world.fork("n2")
    shared = len(world.facts["foresight/k"])
    world.do(DispatchForesight(alert="k", unit="S03", title="普查"))
    other._count += 100
    other.do(DispatchForesight(alert="k", unit="S03", title="普查"))
    late = other.facts["foresight/k"][shared:]
    facts = [*world.facts["foresight/k"], *late]
    state = folded("foresight/k", facts)
    assert state == folded("foresight/k", [*late, *world.facts["foresight/k"]])
    assert not state.irregular
    assert len({state.now.case, *state.now.other_cases}) == 2


@pytest.mark.parametrize(
    ("counts", "season"),
    [
        ({"2025-07": 8, "2026-07": 9, "2026-01": 2}, (7, 7)),
        ({"2025-12": 10, "2026-01": 9, "2025-06": 4}, (12, 1)),
        ({f"2025-{month:02d}": 2 for month in range(1, 13)}, None),
        ({"2026-07": 3}, None),
    ],
)
def test_the_season_proposed_is_when_the_words_come_most(
    counts: dict[str, int], season: tuple[int, int] | None
) -> None:
    found = season_in(counts)
    assert (found and (found.first, found.last)) == season

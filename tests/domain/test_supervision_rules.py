"""The supervision whistle: the cycle of domain.md 2.11, evidence only out of the journal, a grade that nobody gives alone."""

from __future__ import annotations

import random
from typing import Any

import pytest
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.evidence import CaseFigures, line_of
from commandcenter.domain.joint_table import FeedBackDuty, RefuseDuty
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.subjects import folded
from commandcenter.domain.supervision import SORTS, STAGES, Supervision, deadlines, weighted
from commandcenter.domain.supervision_acts import (
    AddSupervisionMatter,
    BriefLeader,
    CollectEvidence,
    EndCycle,
    EvaluateSupervision,
    ListSupervision,
    OpenRectification,
    RecordRectified,
    RecordSilence,
    RemindUnit,
    ReportSupervision,
    SendLetter,
    SupervisedMatter,
)
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.ui import wording
from hypothesis import given
from hypothesis import strategies as st
from slow_whistles import DeskWorld, JointPlay, SupervisionPlay, office, supervision_at
from small_office import records

WAYS = {one: {other} for one, other in zip(STAGES, (*STAGES[1:], "closed"), strict=True)} | {"closed": set()}


def about(play: SupervisionPlay, chance: random.Random) -> list[tuple[type[Command], dict[str, Any]]]:
    """Every act with words that could be right at some stage."""
    now = play.world.now
    graded = {"grade": "good", "landed": chance.choice((80, 101)), "effect": 70}
    members = chance.choice((("P2", "P3"), ("P1",), ("P1", "P2"), ()))
    item = chance.choice([item.id for item in play.state.items] or ["A1"])
    return [
        (AddSupervisionMatter, {"sort": chance.choice((*SORTS, "x")), "words": "补一条"}),
        (RemindUnit, {"words": "请报告", "due_at": chance.choice((None, now + 3 * DAY, now - DAY))}),
        (ReportSupervision, {"words": "完成", "name": "所长"}),
        (RecordSilence, {}),
        (CollectEvidence, {"start": now - 90 * DAY, "until": now}),
        (BriefLeader, {"leader": "常", "meeting": "工委会"}),
        (EvaluateSupervision, {"members": members, "words": "较好", **graded}),
        (SendLetter, {"letter": "青街函〔2026〕12号", "receiver": "区委办"}),
        (OpenRectification, {"items": chance.choice((("补齐",), ()))}),
        (RecordRectified, {"item": item, "words": "补了"}),
        (EndCycle, {"again": chance.random() < 0.5}),
    ]


@given(st.sampled_from([*STAGES]), st.randoms(use_true_random=False))
def test_no_act_leaves_the_ways_and_every_refusal_has_a_sentence(stage: str, chance: random.Random) -> None:
    play = supervision_at(stage)
    for _ in range(25):
        kind, told = chance.choice(about(play, chance))
        before, refusal = play.state, ""
        try:
            play.do(kind, **told)
        except Refused as refused:
            refusal = refused.code
        if refusal:
            assert wording.known(refusal), refusal
            assert play.state == before
        else:
            after = play.state.stage
            assert after == before.stage or after in WAYS[before.stage], (before.stage, kind.__name__, after)
            assert play.state.irregular == ()


def test_random_acts_walk_every_way_of_the_machine() -> None:
    walked: set[tuple[str, str]] = set()
    for stage in STAGES:
        for seed in range(25):
            chance = random.Random(seed)
            play = supervision_at(stage)
            for _ in range(20):
                kind, told = chance.choice(about(play, chance))
                before = play.state.stage
                try:
                    play.do(kind, **told)
                except Refused:
                    continue
                if play.state.stage != before:
                    walked.add((before, play.state.stage))
    assert walked == {(one, other) for one, others in WAYS.items() for other in others}


def test_the_next_cycle_begins_with_the_same_matters_under_a_new_number() -> None:
    play = supervision_at("rectifying")
    assert play.code(EndCycle) == "items_open"
    play.do(RecordRectified, item="A1", words="补齐了")
    subject = play.do(EndCycle)["subject"]
    again = play.world.state(subject)
    assert isinstance(again, Supervision)
    assert (again.stage, again.previous, again.unit) == ("listed", play.id, "D03")
    assert [(m.sort, m.words) for m in again.matters] == [(m.sort, m.words) for m in play.state.matters]
    assert (play.state.number, again.number) == ("JD-2026-0706-A01", "JD-2026-0706-A02")


def test_a_department_has_one_running_cycle() -> None:
    play = supervision_at("reminded")
    matters = (SupervisedMatter(sort="landed", words="x"),)
    assert play.world.code(ListSupervision(unit="D03", matters=matters)) == "cycle_running"
    assert play.world.code(ListSupervision(unit="D07", matters=matters)) == ""
    assert play.world.code(ListSupervision(unit="D99", matters=matters)) == "unit_unknown"
    assert play.world.code(ListSupervision(unit="D07", matters=())) == "matters_missing"


# --- reminders --------------------------------------------------------------------------------------------------------


def test_three_reminders_then_silence_is_a_fact() -> None:
    play = supervision_at("listed")
    for ordinal in (1, 2, 3):
        assert play.code(RecordSilence) in ("supervision_stage", "still_time")
        play.do(RemindUnit, words=f"第{ordinal}次", due_at=play.world.now + 2 * DAY)
        running = [line.name for line in deadlines(play.state) if not line.stopped]
        assert running == [f"reminder:{ordinal}"]
        if ordinal < 3:
            play.world.pass_time(2 * DAY)
    assert play.code(RemindUnit, words="第4次") == "reminders_used_up"
    assert play.code(RecordSilence) == "still_time"
    play.world.pass_time(3 * DAY)
    play.do(RecordSilence)
    assert play.state.stage == "reported"
    assert play.state.report is not None
    assert play.state.report.silent


def test_a_body_that_is_asked_is_reminded_without_an_alarm() -> None:
    play = SupervisionPlay(unit="D10").to("reminded")
    line = deadlines(play.state)[0]
    assert line.reminder
    play.world.now = line.due_at + MINUTE
    play.world.do(RaiseDeadline(subject=play.subject, clock=line.name, threshold="due", happened_at=line.due_at))
    assert "due" in deadlines(play.state)[0].raised.at


# --- evidence ---------------------------------------------------------------------------------------------------------


def busy_office() -> tuple[DeskWorld, str, JointPlay]:
    """An emergency with a late police station and an order, a drill with the same, and a joint duty that was refused."""
    world = office()
    play = JointPlay(world)
    play.to("working")
    called = (UnitCall(unit="D03"), UnitCall(unit="D07"))
    drafts = world.do(BlowWhistle(units=called, plan="RQ")).drafts
    whistle = drafts[0].subject.partition("/")[2]
    world.do(BlowWhistle(units=called, plan="RQ", mode="drill", drill="SC01"))
    world.do(GiveOrder(whistle=whistle, words="封路", unit="D03", due_at=world.now + HOUR))
    world.pass_time(40 * MINUTE).do(RecordMilestone(whistle=whistle, unit="D03", milestone="arrived", people=4))
    world.do(Conclude(whistle=whistle, unit="D07", outcome="refused", reason="short_of_forces", told_by="侯"))
    return world, whistle, play


def sources(world: DeskWorld, unit: str) -> list[str]:
    """Everything in the world that could be a source, right or wrong."""
    told = [subject for family in ("report_in", "order") for subject in world.subjects(f"{family}/")]
    return told + [f"{one}#{duty.id}" for one in world.subjects("joint/") for duty in world.state(one).duties]


def test_evidence_is_what_the_journal_holds_of_the_department_and_nothing_else() -> None:
    world, whistle, play = busy_office()
    now = world.pass_time(2 * HOUR).now
    number = world.state(f"whistle/{whistle}").number
    lines = {source: line_of(world.state, source, "D03", now) for source in sources(world, "D03")}
    found = {source: line for source, line in lines.items() if line is not None}
    verdicts = {(line.sort, line.verdict, line.number) for line in found.values()}
    assert verdicts == {
        ("report_in", "late", number),
        ("order", "overdue", number),
        ("duty", "waiting", play.state.number),
    }
    cycle = SupervisionPlay(world).to("reported")
    start, until = now - 90 * DAY, world.now + DAY
    for source, line in lines.items():
        told = {"start": start, "until": until, "sources": (source,)}
        assert cycle.code(CollectEvidence, **told) == ("" if line is not None else "evidence_unfounded")
    assert cycle.code(CollectEvidence, start=until, until=until + DAY, sources=tuple(found)) == "evidence_unfounded"
    assert cycle.code(CollectEvidence, start=until, until=start) == "period_wrong"
    cycle.do(CollectEvidence, start=start, until=until, sources=tuple(found), cases=CaseFigures(received=4, closed=3))
    assert {line.source for line in cycle.state.lines} == set(found)
    assert len(cycle.state.against) == 2
    body = world.facts[cycle.subject][-1].body
    assert "words" not in body
    assert world.facts[cycle.subject][-1].private is None


def test_a_refusal_and_a_missed_duty_count_and_a_drill_never_does() -> None:
    world, whistle, play = busy_office()
    line = line_of(world.state, f"report_in/{whistle}/D07", "D07", world.now)
    assert line is not None
    assert (line.verdict, line.reason, line.against) == ("refused", "short_of_forces", True)
    drill = next(one for one in world.subjects("whistle/") if world.state(one).mode == "drill").partition("/")[2]
    assert line_of(world.state, f"report_in/{drill}/D07", "D07", world.now) is None
    first = play.state.duties[0]
    play.do(RefuseDuty, row=first.id, reason="not_our_duty", words="不归我", name="侯")
    source = f"{play.subject}#{first.id}"
    refused = line_of(world.state, source, "D07", world.now)
    assert refused is not None
    assert refused.verdict == "refused"
    asked = play.state.duties[2]
    world.now = asked.due_at + DAY
    told = line_of(world.state, f"{play.subject}#{asked.id}", "D10", world.now)
    assert told is not None
    assert (told.verdict, told.against) == ("unjudged", False)
    play.do(FeedBackDuty, row=play.rows[1], result="done", words="好")
    late = line_of(world.state, f"{play.subject}#{play.rows[1]}", "D03", world.now)
    assert late is not None
    assert late.verdict == "late"


# --- the grade --------------------------------------------------------------------------------------------------------

GRADING = {"words": "较好", "grade": "good", "landed": 90, "effect": 70}


def test_whoever_blew_cannot_grade_alone() -> None:
    play = supervision_at("briefed")
    assert play.state.blowers == {"P1"}
    assert play.code(EvaluateSupervision, members=("P1",), **GRADING) == "grade_alone"
    assert play.code(EvaluateSupervision, members=(), **GRADING) == "collective_needed"
    assert play.code(EvaluateSupervision, members=("P2",), **GRADING) == "collective_needed"
    assert play.code(EvaluateSupervision, members=("P2", "P9"), **GRADING) == "person_unknown"
    assert play.code(EvaluateSupervision, members=("P1", "P2"), **GRADING) == ""


def test_two_who_both_blew_are_still_those_who_blew() -> None:
    play = supervision_at("reminded")
    play.world.who = Who("P2", "clerk", "n1", "none")
    play.do(RemindUnit, words="再催")
    play.world.who = Who("P1", "clerk", "n1", "none")
    play.to("briefed")
    assert play.code(EvaluateSupervision, members=("P1", "P2"), **GRADING) == "grade_alone"


def test_the_grade_rests_on_weights_that_are_data() -> None:
    play = supervision_at("evaluated")
    evaluation = play.state.evaluation
    assert evaluation is not None
    assert evaluation.weights == {"landed": 40, "statutory": 30, "effect": 30}
    assert evaluation.total == pytest.approx((40 * 90 + 30 * 70) / 70)
    other = SupervisionPlay(office(effect=60)).to("evaluated").state.evaluation
    assert other is not None
    assert other.total == pytest.approx((40 * 90 + 60 * 70) / 100)
    bare = SupervisionPlay(DeskWorld().found(records()))
    bare.to("briefed")
    assert bare.code(EvaluateSupervision, members=("P2", "P3"), **GRADING) == "weights_missing"


def test_a_body_that_is_asked_gets_words_and_no_grade() -> None:
    play = SupervisionPlay(unit="D10").to("briefed")
    assert play.code(EvaluateSupervision, members=("P2", "P3"), **GRADING) == "not_ranked"
    play.do(EvaluateSupervision, members=("P2", "P3"), words="配合及时")
    evaluation = play.state.evaluation
    assert evaluation is not None
    assert (evaluation.grade, evaluation.total) == ("", None)


@given(
    st.dictionaries(st.sampled_from(SORTS), st.integers(0, 100)),
    st.dictionaries(st.sampled_from(SORTS), st.floats(1, 100)),
)
def test_a_weighted_mark_lies_between_the_marks(marks: dict[str, int], weights: dict[str, float]) -> None:
    total = weighted(marks, weights)
    both = [marks[sort] for sort in marks if sort in weights]
    if not both:
        assert total is None
    else:
        assert total is not None
        assert min(both) - 1e-9 <= total <= max(both) + 1e-9


# --- two desks --------------------------------------------------------------------------------------------------------


@given(st.sampled_from(STAGES), st.randoms(use_true_random=False))
def test_two_desks_that_work_apart_agree_when_they_meet(stage: str, chance: random.Random) -> None:
    play = supervision_at(stage)
    first = play.world
    assert isinstance(first, DeskWorld)
    second = first.beside("n2", "B")
    for world in (first, second):
        play.world = world
        for _ in range(10):
            kind, told = chance.choice(about(play, chance))
            try:
                play.do(kind, **told)
            except Refused:
                continue
    facts = {fact.id: fact for world in (first, second) for fact in world.facts[play.subject]}
    together = list(facts.values())
    expected = folded(play.subject, together)
    for _ in range(4):
        chance.shuffle(together)
        assert folded(play.subject, together) == expected
    names = [line.name for line in deadlines(expected)]
    assert len(names) == len(set(names))

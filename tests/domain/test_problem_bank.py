"""Problem bank, consultations and residents' proposals: legal ways, refusals with a reason, desks that agree."""

from __future__ import annotations

import random
from typing import Any

import pytest
from commandcenter.domain import consultation, problem, proposal
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.command import Command
from commandcenter.domain.consultation import Consultation
from commandcenter.domain.consultation_acts import (
    AttendConsultation,
    CallOffConsultation,
    CloseConsultation,
    DecideOnAgenda,
    DiscussOnAgenda,
    EndConsulted,
    HoldConsultation,
    PlanConsultation,
    PutOnAgenda,
    TakeOffAgenda,
    WriteMinutes,
)
from commandcenter.domain.problem import CONSEQUENCES, LIKELIHOODS, Problem
from commandcenter.domain.problem_acts import (
    AssessProblem,
    CloseProblem,
    EndMeasure,
    JoinCases,
    KeepProblem,
    OpenProblem,
    ProblemRecurred,
    RecheckProblem,
    TakeMeasure,
)
from commandcenter.domain.proposal import Proposal, Vote
from commandcenter.domain.proposal_acts import (
    AdoptProposal,
    CarryOutProposal,
    CloseProposal,
    DiscussProposal,
    RaiseProposal,
    RejectProposal,
    SurveyProposal,
    VoteProposal,
    WithdrawProposal,
)
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from slow_whistles import DeskWorld, office

LIMITS = (
    ("problem.recheck", 7, "day"),
    ("problem.review", 90, "day"),
    ("consultation.remind", 24, "hour"),
    ("proposal.share", 66.66, "percent"),
    ("proposal.turnout", 50, "percent"),
)


@pytest.fixture
def world() -> DeskWorld:
    return opened()


def opened() -> DeskWorld:
    world = office()
    for key, value, unit in LIMITS:
        fields = {"value": value, "unit": unit, "basis": "office", "source": "定"}
        world.do(ListRecord(subject=f"limit/{key}", fields=fields))
    return world


def case_in(world: DeskWorld, title: str = "楼道堆物") -> str:
    return str(world.do(RegisterCase(matter=Matter(title=title, place="A3-B1"))).report["case"])


def refused(world: DeskWorld, command: Command) -> str:
    with pytest.raises(Refused) as caught:
        world.do(command)
    return caught.value.code


# --- problems ---------------------------------------------------------------------------------------------------------


def problem_in(world: DeskWorld, *cases: str) -> str:
    return str(world.do(OpenProblem(title="望潮公寓楼道堆物", place="A3-B1", cases=cases)).report["problem"])


def bank(world: DeskWorld, key: str) -> Problem:
    found = world.state(f"problem/{key}")
    assert isinstance(found, Problem)
    return found


def test_a_problem_goes_from_the_find_to_being_struck_off_and_comes_back(world: DeskWorld) -> None:
    first, second = case_in(world), case_in(world)
    key = problem_in(world, first)
    assert bank(world, key).parent == "A3-B1", "a new case at the same spot finds it by that"
    world.do(JoinCases(problem=key, cases=(first, second)))
    world.do(AssessProblem(problem=key, likelihood="high", period="all_year", consequence="middle"))
    assert bank(world, key).risk == "high"
    world.do(TakeMeasure(problem=key, unit="D07", words="清理并设公告", due_at=world.now + 5 * DAY))
    world.do(TakeMeasure(problem=key, unit="A3", words="每周巡查", due_at=world.now + 9 * DAY))
    one, two = (measure.id for measure in bank(world, key).measures)
    world.do(EndMeasure(problem=key, measure=one, words="清完"))
    assert bank(world, key).stage == "measured", "the other measure is still open"
    world.do(EndMeasure(problem=key, measure=two, words="已巡"))
    assert bank(world, key).stage == "corrected"
    recheck = next(line for line in problem.deadlines(bank(world, key)) if line.name == "recheck")
    assert recheck.due_at == world.now + 7 * DAY
    world.do(RecheckProblem(problem=key, passed=False, words="又堆了"))
    assert bank(world, key).stage == "measured"
    world.do(TakeMeasure(problem=key, unit="A3", words="装监控", due_at=world.now + 5 * DAY))
    world.do(EndMeasure(problem=key, measure=bank(world, key).open_measures[0].id, words="装好"))
    world.do(RecheckProblem(problem=key, passed=True, words="现场干净"))
    world.do(CloseProblem(problem=key, words="连续两周无堆物"))
    assert not bank(world, key).open
    assert all(line.met_at is not None or line.stopped for line in problem.deadlines(bank(world, key)))
    world.do(ProblemRecurred(problem=key, case=case_in(world)))
    state = bank(world, key)
    assert (state.stage, state.recurred, len(state.cases), state.closed_at) == ("found", 1, 3, None)


def test_a_problem_kept_for_the_long_term_is_reviewed_and_its_clocks_stand(world: DeskWorld) -> None:
    key = problem_in(world)
    world.do(AssessProblem(problem=key, likelihood="low", period="flood", consequence="low"))
    assert bank(world, key).risk == "low"
    world.do(TakeMeasure(problem=key, unit="D07", words="改管线", due_at=world.now + 5 * DAY))
    world.do(KeepProblem(problem=key, words="产权不清"))
    rows = {line.name: line for line in problem.deadlines(bank(world, key))}
    assert rows[f"measure:{bank(world, key).measures[0].id}"].stopped
    assert rows["remind:problem_review"].due_at == world.now + 90 * DAY
    assert rows["remind:problem_review"].reminder


@pytest.mark.parametrize("likelihood", LIKELIHOODS)
@pytest.mark.parametrize("consequence", CONSEQUENCES)
def test_risk_grows_with_both(likelihood: str, consequence: str) -> None:
    rank = {"high": 0, "middle": 1, "low": 2}
    risk = Problem(likelihood=likelihood, consequence=consequence).risk
    worse = Problem(likelihood="high", consequence=consequence).risk
    assert rank[worse] <= rank[risk]
    assert risk == Problem(likelihood=consequence, consequence=likelihood).risk


def test_what_a_problem_refuses(world: DeskWorld) -> None:
    assert refused(world, OpenProblem(title=" ", place="A3")) == "title_missing"
    assert refused(world, OpenProblem(title="堆物")) == "place_missing"
    assert refused(world, OpenProblem(title="堆物", place="A3", cases=("nothing",))) == "case_unknown"
    key = problem_in(world)
    measure = TakeMeasure(problem=key, unit="D07", words="清理", due_at=world.now + DAY)
    assert refused(world, measure) == "problem_stage", "assessed first"
    assert refused(world, AssessProblem(problem=key, likelihood="", period="flood", consequence="low")) == (
        "assessment_incomplete"
    )
    assert refused(world, RecheckProblem(problem=key, passed=True, words="好")) == "problem_stage"
    assert refused(world, CloseProblem(problem=key)) == "reason_needed"
    assert refused(world, CloseProblem(problem="none", words="无")) == "problem_unknown"


# --- consultations ----------------------------------------------------------------------------------------------------


def meeting(world: DeskWorld) -> str:
    plan = PlanConsultation(title="七月会商", planned_at=world.now + 3 * DAY, monthly=True)
    return str(world.do(plan).report["consultation"])


def talk(world: DeskWorld, key: str) -> Consultation:
    found = world.state(f"consultation/{key}")
    assert isinstance(found, Consultation)
    return found


def handled(world: DeskWorld) -> str:
    """A case in handling."""
    from commandcenter.domain.case_dispatch_acts import DispatchCase, SignCase
    from commandcenter.domain.case_handling_acts import ContactCitizen, HandleCase

    case = case_in(world)
    world.do(DispatchCase(case=case, lead="S03"))
    world.do(SignCase(case=case, unit="S03"))
    world.do(ContactCitizen(case=case, reached=True, words="已联系"))
    world.do(HandleCase(case=case))
    return case


def stage_of(world: DeskWorld, case: str) -> str:
    found = world.state(f"case/{case}")
    assert isinstance(found, Case)
    return found.stage


def test_a_hard_case_goes_to_the_meeting_and_comes_back_with_a_decision(world: DeskWorld) -> None:
    case, key = handled(world), meeting(world)
    world.do(PutOnAgenda(consultation=key, about="case", key=case, reason="overdue"))
    assert stage_of(world, case) == "consulting"
    world.do(PutOnAgenda(consultation=key, words="雨季备勤"))
    world.do(AttendConsultation(consultation=key, unit="S03", presence="came", name="龚静怡"))
    world.do(HoldConsultation(consultation=key))
    first, second = talk(world, key).agenda
    write = WriteMinutes(consultation=key, words="议定两项", signed_by="沈建勋")
    assert refused(world, write) == "items_undecided"
    world.do(
        DecideOnAgenda(consultation=key, item=first.id, unit="D07", words="三日内清完", due_at=world.now + 3 * DAY)
    )
    world.do(DiscussOnAgenda(consultation=key, item=second.id, words="照计划"))
    world.do(write)
    assert stage_of(world, case) == "handling"
    assert refused(world, CloseConsultation(consultation=key)) == "decisions_open"
    decision = talk(world, key).decisions[0]
    assert consultation.deadlines(talk(world, key))[-1].name == f"consulted:{decision.id}"
    world.do(EndConsulted(consultation=key, decision=decision.id, words="清完"))
    world.do(CloseConsultation(consultation=key))
    assert talk(world, key).stage == "closed"


def test_no_case_is_left_waiting_for_a_meeting_that_is_not_held(world: DeskWorld) -> None:
    one, two, key = handled(world), handled(world), meeting(world)
    for case in (one, two):
        world.do(PutOnAgenda(consultation=key, about="case", key=case))
    world.do(TakeOffAgenda(consultation=key, item=talk(world, key).agenda[0].id, words="已办好"))
    assert (stage_of(world, one), stage_of(world, two)) == ("handling", "consulting")
    world.do(CallOffConsultation(consultation=key, words="防汛"))
    assert stage_of(world, two) == "handling"


def test_the_meeting_is_reminded_of_a_day_before(world: DeskWorld) -> None:
    key = meeting(world)
    line = consultation.deadlines(talk(world, key))[0]
    assert line.reminder
    assert line.due_at == (talk(world, key).planned_at or 0) - DAY


def test_what_a_consultation_refuses(world: DeskWorld) -> None:
    assert refused(world, PlanConsultation(title="会", planned_at=world.now - HOUR)) == "due_in_past"
    key = meeting(world)
    assert refused(world, HoldConsultation(consultation=key)) == "agenda_empty"
    case = case_in(world)
    world.do(PutOnAgenda(consultation=key, about="case", key=case))
    assert stage_of(world, case) == "to_judge", "what nobody handles yet is talked about, not taken away"
    assert refused(world, PutOnAgenda(consultation=key, about="case", key=case)) == "item_twice"
    assert refused(world, PutOnAgenda(consultation=key, about="problem", key="none")) == "item_unknown"
    assert refused(world, PutOnAgenda(consultation=key)) == "words_needed"


# --- proposals --------------------------------------------------------------------------------------------------------


def hall(world: DeskWorld, key: str) -> Proposal:
    found = world.state(f"proposal/{key}")
    assert isinstance(found, Proposal)
    return found


def raised(world: DeskWorld) -> str:
    told = RaiseProposal(title="增设充电桩", platform="courtyard_hall", community="A3", supporters=12)
    return str(world.do(told).report["proposal"])


def test_a_proposal_is_voted_on_adopted_carried_out_and_rated(world: DeskWorld) -> None:
    key = raised(world)
    world.do(DiscussProposal(proposal=key, words="选址在北门", people=31))
    world.do(VoteProposal(proposal=key, eligible=90, cast=60, in_favour=40, against=10))
    vote = hall(world, key).vote
    assert vote is not None
    assert (vote.abstained, vote.passed) == (10, True), "exactly two thirds passes"
    adopt = AdoptProposal(proposal=key, unit="S03", due_at=world.now + 60 * DAY, trial_until=world.now + 30 * DAY)
    world.do(adopt)
    assert [line.name for line in proposal.deadlines(hall(world, key))] == ["carry_out", "remind:survey"]
    world.do(CarryOutProposal(proposal=key, words="装好十二个"))
    assert refused(world, CloseProposal(proposal=key)) == "survey_missing"
    world.do(SurveyProposal(proposal=key, asked=50, satisfied=44))
    world.do(CloseProposal(proposal=key))
    assert not hall(world, key).open


def test_a_vote_below_the_limits_is_not_adopted_and_may_be_held_again(world: DeskWorld) -> None:
    key = raised(world)
    world.do(DiscussProposal(proposal=key, words="议了"))
    world.do(VoteProposal(proposal=key, eligible=100, cast=49, in_favour=49, against=0))
    adopt = AdoptProposal(proposal=key, unit="S03", due_at=world.now + DAY)
    assert refused(world, adopt) == "vote_not_passed", "too few came"
    world.do(VoteProposal(proposal=key, eligible=100, cast=90, in_favour=59, against=31))
    assert refused(world, adopt) == "vote_not_passed", "too few were in favour"
    world.do(RejectProposal(proposal=key, words="已公示结果"))
    world.do(DiscussProposal(proposal=key, words="改方案再议"))
    assert refused(world, VoteProposal(proposal=key, eligible=3, cast=4, in_favour=1, against=1)) == "vote_sums"
    assert refused(world, VoteProposal(proposal=key, eligible=3, cast=0, in_favour=0, against=0)) == "vote_incomplete"
    world.do(WithdrawProposal(proposal=key, words="不再提"))


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.floats(50, 100), st.floats(1, 100))
def test_a_vote_passes_exactly_when_both_shares_are_reached(
    cast: int, more: int, in_favour: int, share: float, turnout: float
) -> None:
    in_favour = min(in_favour, cast)
    vote = Vote(0, cast + more, cast, in_favour, 0, share, turnout)
    eligible = cast + more
    expected = cast > 0 and 100 * cast / eligible >= turnout and 100 * in_favour / cast >= share
    assert vote.passed == expected
    assert 0 <= vote.share <= 100
    assert 0 <= vote.turnout <= 100


# --- two desks --------------------------------------------------------------------------------------------------------


def acts(world: DeskWorld, keys: dict[str, str], chance: random.Random) -> list[tuple[type[Command], dict[str, Any]]]:
    """Acts on all three with words that could be right at some stage."""
    later = world.now + chance.choice((DAY, 9 * DAY))
    bank_, talk_, hall_ = bank(world, keys["problem"]), talk(world, keys["consultation"]), hall(world, keys["proposal"])
    at, item = {"problem": bank_.id}, chance.choice([one.id for one in talk_.agenda] or ["A1"])
    on, of = {"consultation": talk_.id}, {"proposal": hall_.id}
    measure = chance.choice([one.id for one in bank_.measures] or ["A1"])
    decision = chance.choice([one.id for one in talk_.decisions] or ["A1"])
    return [
        (AssessProblem, {**at, "likelihood": chance.choice(LIKELIHOODS), "period": "flood", "consequence": "low"}),
        (TakeMeasure, {**at, "unit": "D07", "words": "做", "due_at": later}),
        (EndMeasure, {**at, "measure": measure, "words": "好"}),
        (RecheckProblem, {**at, "passed": chance.random() < 0.5, "words": "看过"}),
        (KeepProblem, {**at, "words": "难"}),
        (CloseProblem, {**at, "words": "了"}),
        (ProblemRecurred, at),
        (PutOnAgenda, {**on, "words": f"议题{chance.random()}"}),
        (TakeOffAgenda, {**on, "item": item, "words": "撤"}),
        (HoldConsultation, on),
        (DiscussOnAgenda, {**on, "item": item, "words": "说"}),
        (DecideOnAgenda, {**on, "item": item, "unit": "S03", "words": "办", "due_at": later}),
        (EndConsulted, {**on, "decision": decision, "done": chance.random() < 0.7, "words": "完"}),
        (WriteMinutes, {**on, "words": "纪要", "signed_by": "沈建勋"}),
        (CloseConsultation, on),
        (DiscussProposal, {**of, "words": "议"}),
        (VoteProposal, {**of, "eligible": 9, "cast": 9, "in_favour": chance.choice((5, 6, 9)), "against": 0}),
        (AdoptProposal, {**of, "unit": "S03", "due_at": later}),
        (RejectProposal, {**of, "words": "未过"}),
        (CarryOutProposal, {**of, "words": "做了"}),
        (SurveyProposal, {**of, "asked": 9, "satisfied": 7}),
        (CloseProposal, of),
    ]


MACHINES = {
    "problem": problem.MOVES,
    "proposal": proposal.MOVES,
    "consultation": {"planned": ("held", "called_off"), "held": ("minuted",), "minuted": ("closed",)},
}


@given(st.integers(0, 2**32))
def test_acts_go_only_the_legal_ways_and_two_desks_agree(seed: int) -> None:
    chance = random.Random(seed)
    left = opened()
    keys = {"problem": problem_in(left), "consultation": meeting(left), "proposal": raised(left)}
    right = left.beside("n2", "B")
    for _ in range(chance.randrange(30)):
        world = chance.choice((left, right))
        world.now += HOUR
        kind, told = chance.choice(acts(world, keys, chance))
        before = {name: world.state(f"{name}/{key}").stage for name, key in keys.items()}
        try:
            world.do(kind(**told))
        except Refused:
            continue
        for name, key in keys.items():
            after = world.state(f"{name}/{key}").stage
            assert after == before[name] or after in MACHINES[name].get(before[name], ()), (kind, before[name], after)
    for name, key in keys.items():
        subject = f"{name}/{key}"
        facts = {fact.id: fact for world in (left, right) for fact in world.facts[subject]}
        mixed = list(facts.values())
        chance.shuffle(mixed)
        assert folded(subject, mixed) == folded(subject, mixed[::-1])

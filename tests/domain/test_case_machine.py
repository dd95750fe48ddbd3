"""The whole machine of a case: every legal move is gone, every other act refused with a reason, two desks fold alike.

Stages and moves: domain.md 2.1 and 2.11.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from commandcenter.domain.case import (
    ANSWERS,
    ENDED,
    MOST_DISPUTES,
    MOVES,
    OPEN,
    REFUSALS,
    RESULTS,
    SATISFACTIONS,
    SERVICES,
    TRIES,
    Case,
    may_move,
)
from commandcenter.domain.case_acts import MarkCase, Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_dispatch_acts import (
    DispatchCase,
    DisputeCase,
    HandOverCase,
    InstructCase,
    RefuseCase,
    RuleDispute,
    SignCase,
    SubmitCase,
)
from commandcenter.domain.case_ending_acts import (
    ArchiveCase,
    CallBack,
    CloseCase,
    LookBack,
    RedoCase,
    VerifyCase,
    next_season,
)
from commandcenter.domain.case_handling_acts import (
    AskExtension,
    AskSuspension,
    ConsultCase,
    ContactCitizen,
    DenyExtension,
    DenySuspension,
    FeedBack,
    GrantExtension,
    HandleCase,
    PostNotice,
    ReviewSuspension,
    SuspendCase,
)
from commandcenter.domain.clock import DAY, HOUR, MINUTE, local
from commandcenter.domain.command import Command, Who
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from paper_world import PaperWorld
from small_office import records

CASE = "c1"
ONE = {"case": CASE}
PEOPLE = ("", "P1", "P2", "P3")
UNITS = ("S03", "D07", "A3")


def office(**matter: Any) -> PaperWorld:
    world = PaperWorld().found(records())
    world.do(RegisterCase(matter=Matter(title="路灯不亮", **matter), case=CASE))
    return world


def state_of(world: PaperWorld) -> Case:
    found: Case = world.state(f"case/{CASE}")
    return found


def code_of(world: PaperWorld, command: Command) -> str:
    """Do a command; the code with which it is refused, else empty."""
    try:
        world.do(command)
    except Refused as refused:
        return refused.code
    return ""


Pick = Callable[[Any], Any]


def acts(pick: Pick, now: int) -> list[Command]:
    """Every act on a case, each filled as somebody may fill it; ``pick`` takes one of several values."""
    unit, leader = pick(UNITS), pick(("P3", "P2", ""))
    words = pick(("说清楚了", "说清楚了", ""))
    return [
        RefuseCase(reason=pick(REFUSALS), words=words, **ONE),
        DispatchCase(lead=pick(("S03", "D07", "A3")), others=pick(((), ("A3",), ("D07",))), **ONE),
        SignCase(unit=unit, **ONE),
        DisputeCase(unit=unit, words=words, proposed=pick(("", "D07")), basis="清单", **ONE),
        RuleDispute(unit=unit, words=words, **ONE),
        ContactCitizen(reached=pick((True, False)), words=words, **ONE),
        HandleCase(words=words, **ONE),
        AskExtension(wanted=now + pick((1, 5, 30)) * DAY, told=pick((*ANSWERS, "")), words=words, **ONE),
        GrantExtension(by=leader, **ONE),
        DenyExtension(by=leader, words=words, **ONE),
        ConsultCase(words=words, **ONE),
        AskSuspension(words=words, plan=pick(("查档", "")), told="已说明", **ONE),
        SuspendCase(by=leader, **ONE),
        DenySuspension(by=leader, words=words, **ONE),
        ReviewSuspension(words=words, **ONE),
        BlowWhistle(units=(UnitCall(unit="D03"),), **ONE),
        FeedBack(unit=unit, to_citizen=pick(("已修好", "")), to_hotline="已办结", **ONE),
        PostNotice(words=words, **ONE),
        VerifyCase(passed=pick((True, True, False)), **ONE),
        CallBack(solved=pick((True, False, None)), satisfaction=pick((*SATISFACTIONS, "")), **ONE),
        RedoCase(words=words, by=leader, **ONE),
        CloseCase(result=pick(RESULTS), cause=pick(("老化", "")), leader=leader, **ONE),
        LookBack(recurred=pick((False, False, True)), next_at=pick((None, now + 90 * DAY)), **ONE),
        ArchiveCase(**ONE),
        HandOverCase(service=pick(SERVICES), **ONE),
        SubmitCase(leader=leader, words=words, **ONE),
        InstructCase(leader=leader, words=words, **ONE),
        MarkCase(anonymous=pick((None, True, False)), collective=pick((None, 0, 12)), **ONE),
    ]


KINDS = len(acts(lambda values: values[0], 0))


TO_HANDLING: list[Command] = [
    DispatchCase(lead="S03", others=("A3",), **ONE),
    SignCase(unit="S03", **ONE),
    SignCase(unit="A3", **ONE),
    ContactCitizen(reached=True, **ONE),
    HandleCase(**ONE),
]
_TOLD: list[Command] = [
    *(FeedBack(unit=unit, to_citizen="已修好", to_hotline="已办结", **ONE) for unit in ("S03", "A3")),
    VerifyCase(checker="葛大为", **ONE),
]
BEYOND: dict[str, list[Command]] = {
    "handling": [],
    "suspended": [AskSuspension(words="产权不清", plan="查档", told="已说明", **ONE), SuspendCase(by="P3", **ONE)],
    "verified": _TOLD,
    "closed": [
        *_TOLD,
        PostNotice(words="已处理", **ONE),
        CallBack(solved=True, satisfaction="satisfied", **ONE),
        CloseCase(leader="P3", **ONE),
    ],
}
"""How a case comes that far, so that the machine is tried from everywhere."""


class Machine(RuleBasedStateMachine):
    """Anybody does anything at any time. What is done keeps the rules; what is refused changes nothing and says why."""

    @initialize(
        anonymous=st.booleans(),
        grade=st.sampled_from(("urgent", "general")),
        begun=st.sampled_from(("to_judge", "handling", "suspended", "verified", "closed")),
    )
    def register(self, anonymous: bool, grade: str, begun: str) -> None:
        self.world = office(anonymous=anonymous, grade=grade)
        way = [] if begun == "to_judge" else [*TO_HANDLING, *BEYOND[begun]]
        for command in way:
            if not (anonymous and isinstance(command, ContactCitizen | CallBack)):
                self.world.do(command)
        assert state_of(self.world).stage == begun

    @rule(
        which=st.integers(0, KINDS - 1),
        seed=st.integers(0, 2**16),
        who=st.sampled_from(PEOPLE),
        later=st.sampled_from((0, MINUTE, HOUR, 3 * DAY)),
    )
    def act(self, which: int, seed: int, who: str, later: int) -> None:
        world = self.world
        world.pass_time(later)
        world.who = Who(who, "clerk" if who else "", "n1", "none")
        before = state_of(world)
        command = acts(random.Random(seed).choice, world.now)[which]
        code = code_of(world, command)
        if code:
            assert state_of(world) == before
            return
        after = state_of(world)
        moved = (before.stage, after.stage)
        assert moved[0] == moved[1] or may_move(before, after.stage) or moved == ("fed_back", "handling")
        if after.stage == "closed" and before.stage != "closed":
            assert after.fed_back_at is not None, "never from the dispatch to the end without feedback"
            assert all(line.fed_back_at is not None for line in after.assignees)
            assert after.answered or after.calls >= TRIES or (after.without_citizen and after.noticed_at is not None)

    @invariant()
    def keeps_the_rules(self) -> None:
        state = state_of(self.world)
        assert state.irregular == ()
        assert state.extended <= 1
        assert state.disputes <= MOST_DISPUTES
        for line in deadlines(state):
            if line.name in ("resolve", "redo") and line.met_at is None:
                assert line.stopped == (state.stage == "suspended" or state.stage in ENDED)
        if state.stage == "suspended":
            assert state.suspensions > 0
            assert any(line.name == "suspend_review" and not line.stopped for line in deadlines(state))
        assert folded(f"case/{CASE}", self.world.facts[f"case/{CASE}"]) == state


TestMachine = Machine.TestCase
TestMachine.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)


def walk(seed: int, steps: int, world: PaperWorld) -> set[tuple[str, str]]:
    """The moves of a walk in which somebody tries acts until one goes."""
    chance, gone = random.Random(seed), set()
    for _ in range(steps):
        world.pass_time(chance.choice((MINUTE, MINUTE, HOUR)))
        world.who = Who(chance.choice(PEOPLE), "clerk", "n1", "none")
        before = state_of(world).stage
        try:
            world.do(chance.choice(acts(chance.choice, world.now)))
        except Refused:
            continue
        gone.add((before, state_of(world).stage))
    return gone


GO_FAR = (82, 142, 13, 50, 1, 496)
"""Walks that come far; when the rules change others may, so the rest is searched after them."""


def test_every_legal_move_can_be_gone() -> None:
    open_moves = {(stage, after) for stage, moves in MOVES.items() for after in moves}
    open_moves -= {("history", "to_judge")}  # an import comes before it
    for seed in (*GO_FAR, *range(700)):
        if not open_moves:
            break
        world = office(anonymous=seed % 5 == 4, grade="complex")
        open_moves -= walk(seed, 260, world)
    assert not open_moves


@given(st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 2**16)), max_size=40), st.randoms())
@settings(max_examples=40, deadline=None)
def test_two_desks_that_worked_apart_fold_alike(turns: list[tuple[str, int]], shuffle: random.Random) -> None:
    base = office()
    for command in (
        DispatchCase(lead="S03", others=("A3",), **ONE),
        SignCase(unit="S03", **ONE),
        ContactCitizen(reached=True, **ONE),
    ):
        base.pass_time(MINUTE).do(command)
    desks = {"A": base.fork("nA"), "B": base.fork("nB")}
    for name, seed in turns:
        world, chance = desks[name], random.Random(seed)
        world.pass_time(chance.choice((MINUTE, HOUR)))
        for command in chance.sample(acts(chance.choice, world.now), KINDS):
            if not world.code(command):
                world.do(command)
                break
    subject = f"case/{CASE}"
    facts = list({fact.id: fact for world in desks.values() for fact in world.facts[subject]}.values())
    union = folded(subject, facts)
    for _ in range(3):
        shuffle.shuffle(facts)
        assert folded(subject, facts) == union
    assert union.stage in (*OPEN, *ENDED)
    assert deadlines(union) == deadlines(folded(subject, facts))


# --- rules one by one ------------------------------------------------------------------------------------------------


def handled(*, lead: str = "S03", others: tuple[str, ...] = (), **matter: Any) -> PaperWorld:
    """A case in the hands of its receivers."""
    world = office(**matter)
    world.do(DispatchCase(lead=lead, others=others, **ONE))
    for unit in (lead, *others):
        world.pass_time(MINUTE).do(SignCase(unit=unit, **ONE))
    if not state_of(world).without_citizen:
        world.do(ContactCitizen(reached=True, words="已约上门", **ONE))
    world.do(HandleCase(words="已派维修", **ONE))
    return world


def fed_back(**matter: Any) -> PaperWorld:
    world = handled(**matter)
    world.do(FeedBack(unit="S03", to_citizen="已修好", to_hotline="已办结", **ONE))
    return world


def verified(**matter: Any) -> PaperWorld:
    world = fed_back(**matter)
    world.do(VerifyCase(checker="葛大为", **ONE))
    return world


def test_the_first_who_signs_is_responsible_first_and_the_section_leads() -> None:
    world = office()
    world.do(DispatchCase(lead="S03", others=("A3",), **ONE))
    world.pass_time(MINUTE).do(SignCase(unit="A3", **ONE))
    world.pass_time(MINUTE).do(SignCase(unit="S03", **ONE))
    state = state_of(world)
    assert state.first is not None
    assert state.lead is not None
    assert (state.first.unit, state.lead.unit) == ("A3", "S03")


def test_a_co_handler_with_a_day_of_its_own_has_a_clock_of_its_own() -> None:
    world = office()
    soon = world.now + 2 * DAY
    world.do(DispatchCase(lead="S03", others=("A3",), assist_due_at=soon, **ONE))
    assert {line.name: line.due_at for line in deadlines(state_of(world))}["feed_back:A3"] == soon


def test_a_co_handler_disputes_while_the_other_works_and_the_ruling_leaves_it_out() -> None:
    world = office()
    world.do(DispatchCase(lead="S03", others=("A3",), **ONE))
    world.do(SignCase(unit="S03", **ONE))
    world.do(DisputeCase(unit="A3", words="不在清单内", basis="清单第2项", **ONE))
    assert state_of(world).stage == "owned"
    assert world.code(DisputeCase(unit="A3", words="再次", **ONE)) == "already_disputed"
    assert world.code(RuleDispute(unit="A3", words="", **ONE)) == "reason_needed"
    world.do(RuleDispute(unit="S03", words="由科室一家办", **ONE))
    state = state_of(world)
    assert [line.unit for line in state.assignees] == ["S03"]
    assert (state.stage, state.irregular) == ("owned", ())


def test_the_duty_is_disputed_within_its_limit_and_decided_within_the_same() -> None:
    world = office()
    four = {"value": 4, "unit": "hour", "basis": "office", "source": "街道办公会议定"}
    world.do(ListRecord(subject="limit/case.dispute", fields=four))
    world.do(DispatchCase(lead="S03", **ONE))
    later = world.fork("n2").pass_time(4 * HOUR + 1)
    assert later.code(DisputeCase(unit="S03", words="不属本科室", **ONE)) == "dispute_too_late"
    world.pass_time(HOUR).do(DisputeCase(unit="S03", words="不属本科室", **ONE))
    line = next(line for line in deadlines(state_of(world)) if line.name == "dispute")
    assert (line.started_at, line.due_at) == (world.now, world.now + 4 * HOUR)


def test_who_fed_back_does_not_verify_whatever_name_is_written() -> None:
    world = fed_back()
    assert world.code(VerifyCase(**ONE)) == "own_work"
    assert world.code(VerifyCase(checker="唐以宁", **ONE)) == "own_work"
    assert world.code(VerifyCase(checker="葛大为", **ONE)) == ""


def test_who_said_by_phone_that_the_section_signs_does_not_verify_its_work() -> None:
    world = office()
    world.do(DispatchCase(lead="S03", **ONE))
    world.do(SignCase(unit="S03", words="郭师傅", **ONE))
    world.do(ContactCitizen(reached=True, **ONE))
    world.do(HandleCase(words="已到场", **ONE))
    world.do(FeedBack(unit="S03", to_citizen="已修好", to_hotline="已修好", **ONE))
    assert world.code(VerifyCase(checker="郭 师傅", **ONE)) == "own_work"
    assert world.code(VerifyCase(checker="葛大为", **ONE)) == ""


@pytest.mark.parametrize(("level", "content"), [("satisfied", True), ("basically", True), ("not", False)])
def test_basically_satisfied_counts_as_satisfied(level: str, content: bool) -> None:
    world = verified()
    world.do(CallBack(solved=True, satisfaction=level, **ONE))
    assert (state_of(world).satisfaction, state_of(world).satisfied) == (level, content)


def test_three_calls_in_vain_close_a_case_and_leave_it_out_of_the_rates() -> None:
    world = verified()
    for call in range(TRIES):
        assert world.code(CloseCase(**ONE)) == ("stage" if call == 0 else "not_called_back")
        world.pass_time(HOUR).do(CallBack(**ONE))
    world.do(CloseCase(result="explained", **ONE))
    assert (state_of(world).stage, state_of(world).ground) == ("closed", "unreachable")


def test_an_answer_stands_when_a_later_call_is_in_vain() -> None:
    world = verified()
    world.do(CallBack(solved=False, satisfaction="not", **ONE))
    world.do(CallBack(**ONE))
    assert (state_of(world).solved, state_of(world).ground) == (False, "")


def test_a_second_redo_names_a_leader_and_goes_before_that_leader() -> None:
    world = verified()
    for _ in range(2):
        world.do(CallBack(solved=False, satisfaction="not", **ONE))
        redo = RedoCase(words="当晚又不亮", **ONE)
        if state_of(world).redone:
            assert world.code(redo) == "leader_unnamed"
            redo = RedoCase(words="当晚又不亮", by="P3", **ONE)
        world.do(redo)
        world.do(HandleCase(words="再修", **ONE))
        world.pass_time(HOUR).do(FeedBack(unit="S03", to_citizen="换了灯头", to_hotline="已重办", **ONE))
        world.do(VerifyCase(checker="葛大为", **ONE))
    state = state_of(world)
    assert (state.redone, state.submitted is not None) == (2, True)
    clocks = {line.name: line for line in deadlines(state)}
    assert clocks["resolve"].met_at == state.first_fed_back_at
    assert clocks["redo"].met_at == state.fed_back_at
    assert world.code(CloseCase(**ONE)) == "stage", "each round has a call-back of its own"


def test_the_four_checks_stand_as_they_are_at_the_closing() -> None:
    world = verified()
    world.do(CallBack(solved=True, satisfaction="basically", **ONE))
    world.do(CloseCase(cause="灯头老化", prevention="本月普查", leader="P3", **ONE))
    assert state_of(world).checks == {"time": True, "contact": True, "calm": True, "root_cause": True}
    assert state_of(world).leader == "P3"


def test_somebody_signs_the_closing() -> None:
    world = verified()
    world.do(CallBack(solved=True, satisfaction="satisfied", **ONE))
    world.who = Who()
    assert world.code(CloseCase(**ONE)) == "signer_needed"
    assert world.code(CloseCase(name="沈建勋", **ONE)) == ""


def closed() -> PaperWorld:
    world = verified()
    world.do(CallBack(solved=True, satisfaction="satisfied", **ONE))
    world.do(CloseCase(leader="P3", **ONE))
    return world


def test_what_comes_back_begins_again_as_a_linked_case() -> None:
    world = closed()
    report = world.pass_time(30 * DAY).do(LookBack(recurred=True, words="灯又不亮", **ONE)).report
    old, new = state_of(world), world.state(f"case/{report['case']}")
    assert (old.stage, old.recurred, old.links) == ("looked_back", True, {new.id: "recurred"})
    assert (new.stage, new.title, new.text, new.links) == ("to_judge", old.title, "灯又不亮", {CASE: "recurred"})
    assert new.number == report["number"] != old.number


def test_a_case_is_looked_at_before_the_season_too_and_filed_after_the_last_look() -> None:
    world = closed()
    assert world.code(ArchiveCase(**ONE)) == "stage"
    season = next_season(world.now)
    assert world.code(LookBack(next_at=world.now, **ONE)) == "date_in_past"
    world.do(LookBack(next_at=season, **ONE))
    assert [line.due_at for line in deadlines(state_of(world)) if line.name == "look_back"] == [season]
    assert world.code(ArchiveCase(**ONE)) == "look_back_due"
    world.pass_time(season - world.now).do(LookBack(**ONE))
    world.do(ArchiveCase(**ONE))
    assert (state_of(world).stage, state_of(world).lookbacks) == ("archived", 2)


@given(st.integers(0, 4_000_000_000_000))
def test_a_season_begins_with_the_first_of_its_month_and_lies_ahead(at: int) -> None:
    day = local(next_season(at))
    assert at < next_season(at) <= at + 93 * DAY
    assert (day.month in (3, 6, 9, 12), day.day, day.hour, day.minute) == (True, 1, 0, 0)


def test_before_anybody_complained_a_visit_or_a_notice_stands_for_the_call() -> None:
    world = verified(proactive=True)
    assert world.code(CloseCase(leader="P3", **ONE)) == "notice_needed"
    visited = world.fork("n2")
    visited.do(CallBack(solved=True, satisfaction="satisfied", way="visit", **ONE))
    visited.do(CloseCase(leader="P3", **ONE))
    world.do(PostNotice(words="已处理", **ONE))
    world.do(CloseCase(leader="P3", **ONE))
    for one in (visited, world):
        assert (state_of(one).stage, state_of(one).irregular) == ("closed", ())


def test_a_caller_who_gives_a_name_after_all_is_called() -> None:
    world = handled(anonymous=True)
    assert world.code(ContactCitizen(reached=True, **ONE)) == "anonymous"
    assert world.code(MarkCase(anonymous=True, **ONE)) == "nothing_changed"
    world.do(MarkCase(anonymous=False, collective=12, **ONE))
    assert (state_of(world).anonymous, state_of(world).collective) == (False, 12)
    assert world.code(ContactCitizen(reached=True, **ONE)) == ""


@pytest.mark.parametrize("service", SERVICES)
def test_an_emergency_is_handed_over_and_the_case_stays(service: str) -> None:
    world = office()
    world.do(HandOverCase(service=service, **ONE))
    state = state_of(world)
    assert (state.stage, state.open, [one.service for one in state.handed]) == ("to_judge", True, [service])
    assert world.code(HandOverCase(service=service, **ONE)) == "already_handed"
    assert fed_back().code(HandOverCase(service=service, **ONE)) == "stage"


def test_a_leaders_instruction_answers_what_was_put_before_them() -> None:
    world = handled()
    assert world.code(SubmitCase(words="请示", **ONE)) == "leader_unnamed"
    world.do(SubmitCase(leader="P3", words="请示协调经费", **ONE))
    assert state_of(world).submitted is not None
    world.do(InstructCase(leader="P3", words="由城管办列入计划", **ONE))
    assert (state_of(world).submitted, state_of(world).instructions) == (None, 1)


def test_half_of_the_time_reminds_once_and_is_no_alarm() -> None:
    world = handled()
    state = state_of(world)
    line = next(line for line in deadlines(state) if line.name == "remind:resolve")
    assert state.due_at is not None
    assert line.reminder
    assert line.due_at == (state.received_at + state.due_at) // 2


def test_not_solved_waits_to_be_done_again_with_a_clock_until_somebody_decides() -> None:
    world = verified()
    world.do(CallBack(solved=False, satisfaction="not", **ONE))
    state = state_of(world)
    clocks = {line.name: line for line in deadlines(state)}
    assert state.to_redo
    assert state.called_back_at is not None
    assert clocks["decide"].due_at > state.called_back_at
    assert clocks["decide"].met_at is None
    world.do(RedoCase(words="当晚又不亮", **ONE))
    assert "decide" not in {line.name for line in deadlines(state_of(world))}
    assert not state_of(world).to_redo


def test_a_solved_case_waits_for_no_decision() -> None:
    world = verified()
    world.do(CallBack(solved=True, satisfaction="satisfied", **ONE))
    assert "decide" not in {line.name for line in deadlines(state_of(world))}

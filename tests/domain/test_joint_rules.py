"""The joint whistle: the ways of domain.md 2.11, what is refused and why, two desks, and reminders in working time."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import DAY, HOUR, MINUTE, WORKING_HOURS, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.joint import STAGES, Joint, deadlines, reminded, reminders
from commandcenter.domain.joint_acts import (
    AnalyseJoint,
    AnswerUpward,
    AskUpward,
    Attendance,
    ListPartner,
    MeetJoint,
    NameJointLead,
    OpenJoint,
    ReturnJoint,
    ReviewUpward,
    SurveyJoint,
)
from commandcenter.domain.joint_table import (
    AddDuty,
    CloseJoint,
    DropDuty,
    FeedBackDuty,
    IssueTable,
    JudgeJoint,
    LookBackJoint,
    MoveDuty,
    RecordDutyStep,
    RefuseDuty,
    RuleRefusal,
    SignDuty,
    SignJoint,
    UrgeDuties,
    VerifyJoint,
)
from commandcenter.domain.limit import WARN_AT
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.domain.term import HALF, agreed
from commandcenter.ui import wording
from hypothesis import given
from hypothesis import strategies as st
from slow_whistles import MORNING, DeskWorld, JointPlay, joint_at, office

# --- the ways of the machine ----------------------------------------------------------------------------------------

WAYS = {
    "found": {"analysed"},
    "analysed": {"returned", "led", "upward"},
    "led": {"surveyed"},
    "surveyed": {"agreed"},
    "agreed": {"working"},
    "working": {"fed_back"},
    "fed_back": {"working", "verified"},
    "verified": {"closed"},
    "closed": set(),
    "returned": set(),
    "upward": {"analysed", "closed"},
}
"""Which stage may follow which (2.11; 待上级 after 2.2.2)."""


@pytest.mark.parametrize("variant", ["own", "peer"])
def test_the_straight_way_leads_through_every_stage(variant: str) -> None:
    play = JointPlay(variant=variant)
    seen = ["found"]
    while play.state.stage != "closed":
        play.step()
        seen.append(play.state.stage)
    assert tuple(seen) == STAGES
    assert play.state.irregular == ()


def about(play: JointPlay, chance: random.Random) -> list[tuple[type[Command], dict[str, Any]]]:
    """Every act with words that could be right at some stage."""
    now = play.world.now
    row = chance.choice([duty.id for duty in play.state.duties] or ["A1"])
    there = (Attendance(unit="D07", people=chance.choice((2, None))),)
    grounds = {"category": "safety", "lacks": ("authority",), "tried": "谈过"}
    return [
        (AnalyseJoint, {"variant": chance.choice(("own", "peer", "upward")), **grounds}),
        (AnalyseJoint, {"whistle": False, "words": "物业能办"}),
        (ReturnJoint, {"words": "退回案件"}),
        (AskUpward, {"receiver": "区政府办", "words": "请协调"}),
        (ReviewUpward, {"words": "仍在等"}),
        (AnswerUpward, {"answer": chance.choice(("taken", "together", "declined")), "words": "回函"}),
        (NameJointLead, {"name": "莫", "phone": "1", "side": chance.choice(("own", "peer"))}),
        (ListPartner, {"body": "邻街道"}),
        (SurveyJoint, {"words": "看过", "present": there}),
        (MeetJoint, {"words": "议定", "chair": "莫", "present": there}),
        (AddDuty, {"unit": chance.choice(("D07", "D03", "D10")), "task": "清理", "due_at": now + 6 * DAY}),
        (SignDuty, {"row": row, "name": "侯"}),
        (RefuseDuty, {"row": row, "reason": "not_our_duty", "words": "不归我", "name": "侯"}),
        (RuleRefusal, {"row": row, "ruling": chance.choice(("upheld", "relieved", "district")), "words": "裁"}),
        (MoveDuty, {"row": row, "due_at": now + 9 * DAY, "words": "等料", "name": "莫"}),
        (DropDuty, {"row": row, "words": "重了"}),
        (SignJoint, {"step": chance.choice(("table", "verification")), "side": "own", "name": "莫"}),
        (SignJoint, {"step": chance.choice(("table", "verification")), "side": "peer", "name": "汪"}),
        (IssueTable, {}),
        (RecordDutyStep, {"row": row, "words": "拆了一半"}),
        (FeedBackDuty, {"row": row, "result": chance.choice(("done", "partly", "impossible")), "words": "好"}),
        (UrgeDuties, {"rows": (row,), "words": "请抓紧"}),
        (VerifyJoint, {"passed": chance.random() < 0.6, "name": "齐", "words": "看过", "due_at": now + 5 * DAY}),
        (CloseJoint, {"words": "完"}),
        (LookBackJoint, {"recurred": chance.random() < 0.3, "name": "齐", "words": "看过"}),
        (JudgeJoint, {"justified": chance.random() < 0.7, "unit": chance.choice(("", "D07")), "words": "意见"}),
    ]


@given(st.randoms(use_true_random=False))
def test_no_act_leaves_the_ways_and_every_refusal_has_a_sentence(chance: random.Random) -> None:
    play = JointPlay()
    for _ in range(60):
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
    """From each stage, with words that could be right: the ways that are walked are exactly those of the machine."""
    walked: set[tuple[str, str]] = set()
    for stage in WAYS:
        for seed in range(25):
            chance = random.Random(seed)
            play = joint_at(stage, "upward" if stage == "upward" else "own") if stage != "returned" else JointPlay()
            for _ in range(25):
                kind, told = chance.choice(about(play, chance))
                before = play.state.stage
                try:
                    play.do(kind, **told)
                except Refused:
                    continue
                if play.state.stage != before:
                    walked.add((before, play.state.stage))
    assert walked == {(one, other) for one, others in WAYS.items() for other in others}


OUT_OF_TURN: list[tuple[str, type[Command], dict[str, Any]]] = [
    ("found", NameJointLead, {"name": "莫", "phone": "1"}),
    ("found", ReturnJoint, {"words": "x"}),
    ("analysed", SurveyJoint, {"words": "x", "present": (Attendance(unit="D07"),)}),
    ("led", MeetJoint, {"words": "x", "chair": "莫", "present": (Attendance(unit="D07"),)}),
    ("surveyed", AddDuty, {"unit": "D07", "task": "x", "due_at": MORNING + 20 * DAY}),
    ("agreed", FeedBackDuty, {"row": "A1", "result": "done", "words": "x"}),
    ("working", VerifyJoint, {"passed": True, "name": "x", "words": "x"}),
    ("fed_back", CloseJoint, {"words": "x"}),
    ("verified", AddDuty, {"unit": "D07", "task": "x", "due_at": MORNING + 20 * DAY}),
    ("closed", UrgeDuties, {"rows": ("A1",), "words": "x"}),
]


@pytest.mark.parametrize(("stage", "kind", "told"), OUT_OF_TURN)
def test_a_step_out_of_turn_is_refused_and_says_where_the_matter_stands(
    stage: str, kind: type[Command], told: dict[str, Any]
) -> None:
    assert joint_at(stage).code(kind, **told) == "joint_stage"


# --- what each step asks for ----------------------------------------------------------------------------------------

ASKED: list[tuple[str, str, type[Command], dict[str, Any]]] = [
    ("gate_solvable", "found", AnalyseJoint, {"category": "safety", "tried": "x"}),
    ("gate_category", "found", AnalyseJoint, {"lacks": ("authority",), "tried": "x"}),
    ("words_needed", "found", AnalyseJoint, {"whistle": False}),
    ("variant_unknown", "found", AnalyseJoint, {"variant": "sideways"}),
    ("phone_needed", "analysed", NameJointLead, {"name": "莫"}),
    ("lead_name_needed", "analysed", NameJointLead, {"phone": "1"}),
    ("not_peer", "analysed", NameJointLead, {"name": "汪", "phone": "1", "side": "peer"}),
    ("nobody_there", "led", SurveyJoint, {"words": "x"}),
    ("participant_unknown", "led", SurveyJoint, {"words": "x", "present": (Attendance(unit="outside/B7"),)}),
    ("chair_needed", "surveyed", MeetJoint, {"words": "x", "chair": "", "present": (Attendance(unit="D07"),)}),
    ("duties_missing", "agreed", IssueTable, {}),
    ("due_in_past", "agreed", AddDuty, {"unit": "D07", "task": "x", "due_at": MORNING}),
    ("due_needed", "agreed", AddDuty, {"unit": "D07", "task": "x"}),
    ("already_signed", "working", SignDuty, {"row": "A1", "name": "侯"}),
    ("not_refused", "working", RuleRefusal, {"row": "A1", "ruling": "upheld", "words": "x"}),
    ("duty_unknown", "working", RecordDutyStep, {"row": "Z9", "words": "x"}),
    ("name_needed", "working", MoveDuty, {"row": "A1", "due_at": MORNING + 40 * DAY, "words": "x", "name": ""}),
    ("not_peer", "working", SignJoint, {"step": "table", "side": "own", "name": "莫"}),
    ("due_needed", "fed_back", VerifyJoint, {"passed": False, "name": "齐", "words": "还有两处"}),
    ("not_at_the_table", "working", JudgeJoint, {"justified": True, "unit": "D05"}),
    ("words_needed", "working", JudgeJoint, {"justified": False, "unit": "D07"}),
]


@pytest.mark.parametrize(("code", "stage", "kind", "told"), ASKED)
def test_what_a_step_asks_for(code: str, stage: str, kind: type[Command], told: dict[str, Any]) -> None:
    assert joint_at(stage).code(kind, **told) == code
    assert wording.known(code)


def test_a_matter_of_two_streets_has_two_leads_who_both_sign_table_and_verification() -> None:
    play = joint_at("led", "peer")
    play.do(SurveyJoint, words="看过", present=(Attendance(unit="D07"),))
    there = (Attendance(unit="D07"),)
    assert play.code(MeetJoint, words="x", chair="莫", present=there) == "peer_lead_missing"
    play.do(NameJointLead, side="peer", name="汪", phone="1")
    play.do(MeetJoint, words="x", chair="莫", present=there)
    play.do(AddDuty, unit="D07", task="清", due_at=play.world.now + 5 * DAY)
    assert play.code(IssueTable) == "peer_signature_missing"
    play.do(SignJoint, step="table", side="own", name="莫")
    assert play.code(IssueTable) == "peer_signature_missing"
    play.do(SignJoint, step="table", side="peer", name="汪")
    play.do(IssueTable)
    play.to("verified")
    assert play.code(CloseJoint, words="x") == "peer_signature_missing"
    for side in ("own", "peer"):
        play.do(SignJoint, step="verification", side=side, name="莫")
    play.do(CloseJoint, words="完")
    assert play.state.stage == "closed"


def test_a_request_upward_runs_no_clock_on_the_level_above_only_our_own_look_each_thirty_days() -> None:
    play = joint_at("upward", "upward")
    running = [line for line in deadlines(play.state) if line.met_at is None and not line.stopped]
    assert [(line.name, (line.due_at - line.started_at) // DAY) for line in running] == [("upper:1", 30)]
    play.world.pass_time(31 * DAY)
    play.do(ReviewUpward, words="仍在等")
    running = [line for line in deadlines(play.state) if line.met_at is None and not line.stopped]
    assert [line.name for line in running] == ["upper:2"]
    play.do(AnswerUpward, answer="together", words="区里牵头")
    assert play.state.stage == "analysed"
    play.do(NameJointLead, name="莫", phone="1")
    assert play.state.stage == "led"


def test_partners_outside_the_roster_have_ids_of_the_desk_and_are_asked_never_overdue() -> None:
    play = joint_at("working", "peer")
    assert play.partner == "outside/A1"
    duty = next(line for line in play.state.duties if line.unit == play.partner)
    assert (duty.relation, duty.judged) == ("request", False)
    names = [line.name for line in deadlines(play.state) if line.name.endswith(duty.clock)]
    assert names == [f"remind:{share}:{duty.clock}" for share in ("half", "most", "full")]
    event = play.world.facts[play.subject]
    listed = next(fact for fact in event if fact.verb == "partner_listed")
    assert listed.body == {"id": "outside/A1", "relation": "request"}
    assert listed.private == {"organisation": "丰安街道执法队", "name": "汪队", "phone": "1"}


def test_a_refused_duty_waits_for_a_ruling_and_no_matter_becomes_unclosable() -> None:
    play = joint_at("working")
    first, second, third = play.rows
    refused = {"reason": "not_our_duty", "words": "属市政", "name": "侯"}
    for row in play.rows:
        play.do(RefuseDuty, row=row, **refused)
    assert play.code(FeedBackDuty, row=first, result="done", words="x") == "refusal_open"
    assert play.code(RefuseDuty, row=first, **refused) == "already_refused"
    play.do(RuleRefusal, row=first, ruling="upheld", words="清单在此")
    play.do(FeedBackDuty, row=first, result="done", words="办了")
    play.do(RuleRefusal, row=second, ruling="relieved", words="改由市政")
    assert play.state.stage == "working"
    play.do(RuleRefusal, row=third, ruling="district", words="报区裁定")
    assert play.state.stage == "fed_back"
    assert [duty.ruling for duty in play.state.duties] == ["upheld", "relieved", "district"]
    play.to("closed")


def test_what_the_verification_sends_back_has_a_new_date_and_is_reminded_anew() -> None:
    play = joint_at("fed_back")
    due_at = play.world.now + 7 * DAY
    play.do(VerifyJoint, passed=False, name="齐", words="还有两处", redo=(play.rows[0],), due_at=due_at)
    first, second = play.state.duties[:2]
    assert play.state.stage == "working"
    assert (first.result, first.due_at, first.clock) == ("", due_at, f"duty:{first.id}.1")
    assert second.result == "done"


def test_what_comes_back_opens_a_linked_matter_under_a_number_of_its_own() -> None:
    play = joint_at("closed")
    assert play.state.looking_back == 1
    play.world.pass_time(30 * DAY)
    play.do(LookBackJoint, recurred=False, name="齐", words="没有")
    play.world.pass_time(60 * DAY)
    subject = play.do(LookBackJoint, recurred=True, name="齐", words="又拉了五处")["subject"]
    again = play.world.state(subject)
    assert isinstance(again, Joint)
    assert (again.linked, again.title, again.stage) == (play.id, play.state.title, "found")
    assert again.number != play.state.number
    assert play.state.recurrence == again.id
    assert play.code(LookBackJoint, recurred=False, name="x", words="x") == "nothing_to_look_back"


def test_a_drill_is_numbered_apart_and_never_linked_to_a_case() -> None:
    world = office()
    number = lambda **told: world.state(str(world.do(OpenJoint(title="x", **told)).report["subject"])).number  # noqa: E731
    assert number() == "LD-2026-0706-A01"
    assert number(mode="drill", drill="SC01") == "演-LD-2026-0706-A01"
    assert world.code(OpenJoint(title="x", mode="drill")) == "drill_without_plan"
    assert world.code(OpenJoint(title="x", drill="SC01")) == "modes_mixed"
    assert world.code(OpenJoint(title="x", mode="drill", drill="SC01", cases=("c",))) == "modes_mixed"


# --- the clocks: working time ---------------------------------------------------------------------------------------


def working_minutes(calendar: Calendar, start: int, end: int) -> list[int]:
    """Each minute of working time between two instants, by looking at every minute."""
    found = []
    at = start
    while at < end:
        day = local_date(at)
        minute = (at - at_local(day)) // MINUTE
        if calendar.works(day) and any(opens <= minute < closes for opens, closes in WORKING_HOURS):
            found.append(at)
        at += MINUTE
    return found


@given(st.integers(0, 14 * 24 * 60), st.integers(1, 21 * 24 * 60))
def test_reminders_lie_at_half_and_most_of_the_working_time(offset: int, length: int) -> None:
    world = office()
    start = MORNING + offset * MINUTE
    due_at = start + length * MINUTE
    calendar = Calendar({date(2026, 7, 15): False, date(2026, 7, 18): True}, frozenset({2026}))
    minutes = working_minutes(calendar, start, due_at)
    if not minutes:
        with pytest.raises(Refused, match="no_working_time"):
            agreed(world, start, due_at)
        return
    term = agreed(world, start, due_at)
    for at, share in ((term.half_at, HALF), (term.warn_at, WARN_AT)):
        gone = sum(1 for minute in minutes if minute < at)
        assert abs(gone - share * len(minutes)) <= 1
    assert term.share(calendar, start) == 0
    assert term.share(calendar, due_at) == pytest.approx(1.0)


def test_the_clock_stands_over_night_over_a_weekend_and_on_a_holiday() -> None:
    calendar = Calendar({date(2026, 7, 15): False}, frozenset({2026}))
    world = office()
    term = agreed(world, at_local(date(2026, 7, 9), 9), at_local(date(2026, 7, 13), 17, 30))
    friday, monday = at_local(date(2026, 7, 10), 17, 30), at_local(date(2026, 7, 13), 9)
    assert term.share(calendar, friday) == term.share(calendar, monday) == pytest.approx(2 / 3)
    assert term.half_at == at_local(date(2026, 7, 10), 14)


def raise_all(play: JointPlay, until: int) -> None:
    """The tick: raise every threshold that passed."""
    for line in deadlines(play.state):
        for threshold, at in (("warn", line.warn_at), ("due", line.due_at)):
            if at <= until and line.met_at is None and not line.stopped:
                command = RaiseDeadline(subject=play.subject, clock=line.name, threshold=threshold, happened_at=at)
                play.world.do(command)


def test_each_duty_is_reminded_at_50_80_and_100_per_cent_once() -> None:
    play = joint_at("working")
    direct, called, asked = play.state.duties
    assert (direct.judged, called.judged, asked.judged) == (True, True, False)
    play.world.now = max(duty.due_at for duty in play.state.duties) + HOUR
    raise_all(play, play.world.now)
    raise_all(play, play.world.now)
    told = [(line.duty, line.share) for line in reminders(play.state)]
    assert sorted(told) == sorted((duty.id, share) for duty in play.state.duties for share in (50, 80, 100))
    assert [duty.overdue(play.world.now) for duty in play.state.duties] == [True, True, True]
    assert {line.at for line in reminders(play.state)} == {
        at for duty in play.state.duties if duty.term for at in (duty.term.half_at, duty.term.warn_at, duty.term.due_at)
    }


def test_a_date_that_is_put_off_keeps_the_old_one_and_reminds_anew() -> None:
    play = joint_at("working")
    row = play.rows[0]
    before = play.state.duty(row)
    assert before is not None
    assert before.term is not None
    play.world.now = before.term.half_at + MINUTE
    raise_all(play, play.world.now)
    assert reminded(play.state, before) == {50}
    play.do(MoveDuty, row=row, due_at=before.due_at + 7 * DAY, words="户主不在", name="莫少华")
    after = play.state.duty(row)
    assert after is not None
    assert after.moves[0].before == before.due_at
    assert after.term is not None
    assert after.term.started_at == before.term.started_at
    assert reminded(play.state, after) == frozenset()


# --- two desks --------------------------------------------------------------------------------------------------------


@given(st.sampled_from([*STAGES[:-1], "upward"]), st.randoms(use_true_random=False))
def test_two_desks_that_work_apart_agree_when_they_meet(stage: str, chance: random.Random) -> None:
    play = joint_at(stage, "upward" if stage == "upward" else "own")
    first = play.world
    assert isinstance(first, DeskWorld)
    second = first.beside("n2", "B")
    for world in (first, second):
        play.world = world
        for _ in range(12):
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
    keys = [duty.id for duty in expected.duties]
    assert len(keys) == len(set(keys))
    assert [line.name for line in deadlines(expected)] == list(dict.fromkeys(line.name for line in deadlines(expected)))


def test_two_desks_give_partners_and_duties_ids_of_their_own() -> None:
    play = joint_at("agreed")
    first = play.world
    assert isinstance(first, DeskWorld)
    second = first.beside("n2", "B")
    made: list[Callable[[], Any]] = []
    for world in (first, second):
        play.world = world
        made.append(play.do(ListPartner, body="邻街道")["partner"])
        made.append(play.do(AddDuty, unit="D07", task="清", due_at=world.now + 5 * DAY)["duty"])
    assert made == ["outside/A1", "A1", "outside/B1", "B1"]

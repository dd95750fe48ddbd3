"""The machine of a case: at each stage every act is either done or refused, as domain.md 2.1 and 2.11 say."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.case import BEFORE_FEEDBACK, CHANNELS, IN_HANDS, MOVES, REFUSALS, Case
from commandcenter.domain.case_acts import (
    AdoptCase,
    AmendCase,
    CaseCommand,
    ImportCases,
    Matter,
    NoteCase,
    RegisterCase,
    RevealCase,
)
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_dispatch_acts import (
    DispatchCase,
    DisputeCase,
    HandOverCase,
    PressCase,
    RefuseCase,
    RuleDispute,
    SignCase,
)
from commandcenter.domain.case_ending_acts import ArchiveCase, CallBack, CloseCase, LookBack, RedoCase, VerifyCase
from commandcenter.domain.case_file_acts import AttachFile, DetachFile
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
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.limit import GRADES
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from paper_world import PaperWorld
from small_office import records

CASE = "c1"
ONE = {"case": CASE}
OTHER = Who("P2", "clerk", "n1", "none")

ACTS: dict[str, Command] = {
    "refuse": RefuseCase(reason="legal_route", words="请走诉讼途径", **ONE),
    "dispatch": DispatchCase(lead="S03", **ONE),
    "sign": SignCase(unit="S03", **ONE),
    "dispute": DisputeCase(unit="S03", words="不属本科室职责", **ONE),
    "contact": ContactCitizen(reached=True, **ONE),
    "handle": HandleCase(**ONE),
    "extend": AskExtension(words="等配件", wanted=4_000_000_000_000, told="agreed", **ONE),
    "grant": GrantExtension(by="P9", **ONE),
    "deny": DenyExtension(by="P9", words="配件有现货", **ONE),
    "consult": ConsultCase(**ONE),
    "ask_suspend": AskSuspension(words="产权不清", plan="每季度查一次", told="已当面说明", **ONE),
    "suspend": SuspendCase(by="P9", **ONE),
    "review": ReviewSuspension(words="仍在等区里", **ONE),
    "rule": RuleDispute(unit="S03", words="清单第3项", **ONE),
    "hand_over": HandOverCase(service="119", **ONE),
    "notice": PostNotice(words="已处理并公示", **ONE),
    "whistle": BlowWhistle(units=(UnitCall(unit="D07"),), case=CASE),
    "feed_back": FeedBack(unit="S03", to_citizen="已修好", to_hotline="已办结", **ONE),
    "verify": VerifyCase(**ONE),
    "fail": VerifyCase(passed=False, **ONE),
    "call_back": CallBack(solved=True, satisfied=True, **ONE),
    "complain": CallBack(solved=False, satisfied=False, **ONE),
    "redo": RedoCase(words="当晚又不亮", by="P9", **ONE),
    "close": CloseCase(result="explained", leader="P9", **ONE),
    "look_back": LookBack(**ONE),
    "archive": ArchiveCase(**ONE),
    "adopt": AdoptCase(**ONE),
}

WAY: dict[str, tuple[str, ...]] = {
    "to_judge": (),
    "refused": ("refuse",),
    "dispatched": ("dispatch",),
    "disputed": ("dispatch", "dispute"),
    "owned": ("dispatch", "sign"),
    "contacted": ("dispatch", "sign", "contact"),
    "handling": ("dispatch", "sign", "contact", "handle"),
    "extending": ("dispatch", "sign", "contact", "handle", "extend"),
    "whistled": ("dispatch", "sign", "contact", "handle", "whistle"),
    "consulting": ("dispatch", "sign", "contact", "handle", "consult"),
    "suspended": ("dispatch", "sign", "contact", "handle", "ask_suspend", "suspend"),
    "fed_back": ("dispatch", "sign", "contact", "handle", "feed_back"),
    "verified": ("dispatch", "sign", "contact", "handle", "feed_back", "verify"),
    "call_back": ("dispatch", "sign", "contact", "handle", "feed_back", "verify", "complain"),
    "redo": ("dispatch", "sign", "contact", "handle", "feed_back", "verify", "complain", "redo"),
    "closed": ("dispatch", "sign", "contact", "handle", "feed_back", "verify", "call_back", "close"),
    "looked_back": ("dispatch", "sign", "contact", "handle", "feed_back", "verify", "call_back", "close", "look_back"),
    "archived": (
        *("dispatch", "sign", "contact", "handle", "feed_back", "verify", "call_back", "close", "look_back"),
        "archive",
    ),
}
"""How a case comes to each stage."""

WAITS = ("decision_awaited", "suspension_not_asked", "nothing_disputed")
"""Refused for what has to happen first within a stage."""

OPEN_TO: dict[str, dict[str, str]] = {
    "to_judge": {"refuse": "refused", "dispatch": "dispatched", "whistle": "to_judge"},
    "refused": {"whistle": "refused"},
    "dispatched": {"dispatch": "dispatched", "sign": "owned", "dispute": "disputed", "whistle": "dispatched"},
    "disputed": {"dispatch": "dispatched", "sign": "owned", "rule": "owned", "whistle": "disputed"},
    "owned": {"contact": "contacted", "whistle": "owned"},
    "contacted": {"contact": "contacted", "handle": "handling", "whistle": "contacted"},
    "handling": {
        "ask_suspend": "handling",
        "contact": "handling",
        "extend": "extending",
        "consult": "consulting",
        "whistle": "whistled",
        "feed_back": "fed_back",
    },
    "extending": {"contact": "extending", "grant": "handling", "deny": "handling", "whistle": "extending"},
    "whistled": {"contact": "whistled", "handle": "handling", "feed_back": "fed_back", "whistle": "whistled"},
    "consulting": {"contact": "consulting", "handle": "handling", "ask_suspend": "consulting", "whistle": "whistled"},
    "suspended": {
        "review": "suspended",
        "contact": "suspended",
        "handle": "handling",
        "call_back": "call_back",
        "complain": "call_back",
        "whistle": "suspended",
    },
    "fed_back": {"contact": "fed_back", "verify": "verified", "fail": "handling", "whistle": "fed_back"},
    "verified": {
        "contact": "verified",
        "handle": "handling",
        "call_back": "call_back",
        "complain": "call_back",
        "whistle": "verified",
    },
    "call_back": {
        "contact": "call_back",
        "call_back": "call_back",
        "complain": "call_back",
        "redo": "redo",
        "close": "closed",
        "whistle": "call_back",
    },
    "redo": {"contact": "redo", "handle": "handling", "whistle": "redo"},
    "closed": {"look_back": "looked_back", "whistle": "closed"},
    "looked_back": {"archive": "archived", "whistle": "looked_back"},
    "archived": {"whistle": "archived"},
}
"""Stage → the acts that are done there, and the stage after. Everything else is refused. An emergency is never refused
for the stage its case is at: the case stays, linked."""


for _stage, _open in OPEN_TO.items():  # what does not move a case
    if _stage in BEFORE_FEEDBACK:
        _open["hand_over"] = _stage
    if _stage in (*IN_HANDS, "fed_back", "verified", "call_back"):
        _open["notice"] = _stage


def office() -> PaperWorld:
    return PaperWorld().found(records())


def at_stage(stage: str, **matter: Any) -> PaperWorld:
    world = office()
    world.do(RegisterCase(matter=Matter(title="路灯不亮", **matter), case=CASE))
    for name in WAY[stage]:
        world.pass_time(MINUTE)
        if name == "verify":
            world.who = OTHER
        world.do(ACTS[name])
    return world


def case(world: PaperWorld) -> Case:
    found: Case = world.state(f"case/{CASE}")
    return found


def clock(world: PaperWorld, name: str) -> Deadline:
    """A clock of the case."""
    return next(line for line in deadlines(case(world)) if line.name == name)


def code_of(world: PaperWorld, command: Command) -> str:
    try:
        world.do(command)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("stage", WAY)
def test_each_act_at_each_stage(stage: str, act: str) -> None:
    world = at_stage(stage)
    assert case(world).stage == stage
    before = case(world)
    world.who = OTHER
    code = code_of(world, ACTS[act])
    if act in OPEN_TO[stage]:
        assert (code, case(world).stage) == ("", OPEN_TO[stage][act])
        assert case(world).irregular == ()
    else:
        assert code in ("stage", "not_dispatched_to", "already_signed", *WAITS)
        assert case(world) == before


def test_the_table_of_moves_is_the_one_of_the_domain_study() -> None:
    for stage, acts in OPEN_TO.items():
        reached = {after for after in acts.values() if after not in (stage, "handling", "verified")}
        assert reached <= {*MOVES[stage], *(MOVES["verified"] if stage == "fed_back" else ())}, stage


# --- taking in -------------------------------------------------------------------------------------------------------

TAKEN_IN: dict[str, tuple[dict[str, Any], str]] = {
    "a title is enough": ({"title": "路灯不亮"}, ""),
    "no title": ({"title": "  "}, "title_missing"),
    "a channel nobody knows": ({"title": "路灯", "channel": "pigeon"}, "channel_unknown"),
    "a grade nobody knows": ({"title": "路灯", "grade": "later"}, "grade_unknown"),
    "received tomorrow": ({"title": "路灯", "received_at": 2**42}, "future_time"),
    "received before there was time": ({"title": "路灯", "received_at": -1}, "not_a_date"),
    "a number known from this source": ({"title": "路灯", "source": "12345", "source_number": "7"}, "already_there"),
    "the same number from another source": ({"title": "路灯", "source": "区", "source_number": "7"}, ""),
    **{f"channel {name}": ({"title": "路灯", "channel": name}, "") for name in CHANNELS},
    **{f"grade {name}": ({"title": "路灯", "grade": name}, "") for name in GRADES},
}


@pytest.mark.parametrize("name", TAKEN_IN)
def test_what_a_new_case_needs(name: str) -> None:
    matter, code = TAKEN_IN[name]
    world = office()
    world.do(RegisterCase(matter=Matter(title="井盖", source="12345", source_number="7")))
    assert world.code(RegisterCase(matter=Matter(**matter))) == code


def test_the_clocks_of_a_new_case_come_from_the_limits_of_the_office() -> None:
    world = office()
    received = world.now - 2 * HOUR
    world.do(RegisterCase(matter=Matter(title="积水", grade="urgent", received_at=received), case=CASE))
    state = case(world)
    assert state.due_at == received + 2 * HOUR  # the order's own limit runs from when it was received
    assert state.judge_due_at == world.now + 30 * MINUTE
    assert state.contact_due_at == world.now + 24 * HOUR


def test_history_has_no_clocks_until_it_is_adopted() -> None:
    world = office()
    old = world.now - 900 * DAY
    rows = tuple(Matter(title=f"旧事{n}", source="网", source_number=str(n), received_at=old) for n in range(3))
    report = world.do(ImportCases(rows=rows)).report
    assert report == {"created": 3, "already_there": [], "cases": report["cases"]}
    assert [world.state(f"case/{case}").stage for case in report["cases"]] == 3 * ["history"]
    assert world.do(ImportCases(rows=rows)).report["already_there"] == ["0", "1", "2"]
    subject = world.subjects("case/")[0]
    state: Case = world.state(subject)
    assert (state.stage, state.open, state.due_at) == ("history", False, None)
    assert code_of(world, DispatchCase(case=state.id, lead="S03")) == "stage"
    assert code_of(world, AdoptCase(case=state.id, grade="soon")) == "grade_unknown"
    world.do(AdoptCase(case=state.id, grade="prompt"))
    adopted: Case = world.state(subject)
    assert (adopted.stage, adopted.grade, adopted.due_at) == ("to_judge", "prompt", world.now + 24 * HOUR)
    assert adopted.received_at == old
    assert code_of(world, AdoptCase(case=state.id)) == "stage"


# --- dispatching -----------------------------------------------------------------------------------------------------

DISPATCHED: dict[str, tuple[dict[str, Any], str]] = {
    "a section": ({"lead": "S03"}, ""),
    "a section and a community at once": ({"lead": "S03", "others": ("A3",)}, ""),
    "nobody": ({"lead": ""}, "no_lead"),
    "a stranger": ({"lead": "X9"}, "unit_unknown"),
    "a stranger beside": ({"lead": "S03", "others": ("X9",)}, "unit_unknown"),
    "a community leading": ({"lead": "A3", "others": ("S03",)}, "lead_is_community"),
    "another grade": ({"lead": "S03", "grade": "urgent"}, ""),
    "a grade nobody knows": ({"lead": "S03", "grade": "later"}, "grade_unknown"),
}


@pytest.mark.parametrize("name", DISPATCHED)
def test_who_can_be_given_a_case(name: str) -> None:
    told, code = DISPATCHED[name]
    assert at_stage("to_judge").code(DispatchCase(case=CASE, **told)) == code


def test_a_double_dispatch_waits_for_both_and_each_has_its_own_clock() -> None:
    world = at_stage("to_judge")
    world.do(DispatchCase(case=CASE, lead="S03", others=("A3", "S03")))
    state = case(world)
    assert [(line.unit, line.role, line.sign_due_at) for line in state.assignees] == [
        ("S03", "lead", world.now + 30 * MINUTE),
        ("A3", "assist", world.now + 30 * MINUTE),
    ]
    assert state.lead is not None
    assert state.lead.unit == "S03"
    world.do(SignCase(unit="A3", **ONE))  # the first to sign is responsible first
    assert case(world).stage == "owned"
    assert code_of(world, SignCase(unit="A3", **ONE)) == "already_signed"
    assert code_of(world, SignCase(unit="D07", **ONE)) == "not_dispatched_to"
    for name in ("sign", "contact", "handle", "feed_back"):
        world.do(ACTS[name])
    assert case(world).stage == "handling"
    world.do(FeedBack(unit="A3", to_citizen="已到户", to_hotline="已到户", **ONE))
    assert (case(world).stage, case(world).fed_back_at) == ("fed_back", world.now)


def test_a_new_grade_counts_from_when_the_matter_was_received_unless_the_order_says_its_own() -> None:
    world = at_stage("to_judge")
    received = case(world).received_at
    assert case(world).due_at == received + 7 * DAY
    world.pass_time(HOUR).do(DispatchCase(case=CASE, lead="S03", grade="prompt"))
    assert case(world).due_at == received + 24 * HOUR
    world.do(DispatchCase(case=CASE, lead="S03", due_at=world.now + DAY))
    assert case(world).due_at == world.now + DAY


def test_twice_disputed_then_the_special_team_decides() -> None:
    world = at_stage("disputed")
    assert world.code(RuleDispute(unit="S03", words=" ", **ONE)) == "reason_needed"
    world.do(ACTS["dispatch"])
    assert code_of(world, DisputeCase(unit="S03", words=" ", **ONE)) == "reason_needed"
    world.do(ACTS["dispute"])
    assert code_of(world, ACTS["dispatch"]) == "ruling_needed"
    assert code_of(world, RuleDispute(unit="A3", words="清单", **ONE)) == "lead_is_community"
    world.do(RuleDispute(unit="D07", words="清单第3项", **ONE))
    state = case(world)
    assert (state.stage, state.disputes, state.rulings) == ("owned", 2, 1)
    assert [(line.unit, line.role, line.signed_at, line.ruled) for line in state.assignees] == [
        ("D07", "lead", world.now, True)
    ]
    assert (state.first, state.irregular) == (state.lead, ())


# --- handling --------------------------------------------------------------------------------------------------------


def test_three_tries_count_as_unreachable() -> None:
    world = at_stage("owned")
    for _ in range(2):
        world.do(ContactCitizen(reached=False, **ONE))
        assert case(world).stage == "owned"
    world.do(ContactCitizen(reached=False, **ONE))
    assert (case(world).stage, case(world).contacted_at, case(world).tries) == ("contacted", None, 3)


def test_calls_in_vain_lie_as_far_apart_as_the_office_says() -> None:
    world = at_stage("owned")
    half = {"value": 30, "unit": "minute", "basis": "office", "source": "街道自定"}
    world.do(ListRecord(subject="limit/case.tries_apart", fields=half))
    world.do(ContactCitizen(reached=False, **ONE))
    assert world.code(ContactCitizen(reached=False, **ONE)) == "tries_too_close"
    assert world.code(ContactCitizen(reached=True, **ONE)) == ""
    world.pass_time(30 * MINUTE - 1)
    assert world.code(ContactCitizen(reached=False, **ONE)) == "tries_too_close"
    world.pass_time(1).do(ContactCitizen(reached=False, **ONE))
    assert case(world).tries == 2


def test_an_anonymous_case_skips_contact_and_call_back() -> None:
    world = at_stage("owned", anonymous=True)
    assert code_of(world, ACTS["contact"]) == "anonymous"
    for name in ("handle", "feed_back"):
        world.do(ACTS[name])
    world.who = OTHER
    world.do(ACTS["verify"])
    assert code_of(world, ACTS["call_back"]) == "anonymous"
    assert code_of(world, ACTS["close"]) == "notice_needed"
    world.do(ACTS["notice"])
    world.do(ACTS["close"])
    assert (case(world).stage, case(world).irregular) == ("closed", ())


def test_more_time_is_asked_for_before_the_limit_runs_out_and_a_leader_grants_it() -> None:
    world = at_stage("handling")
    due = case(world).due_at
    assert due is not None
    more = due + 3 * DAY

    def asked(**told: Any) -> AskExtension:
        return AskExtension(**{"words": "等配件", "wanted": more, "told": "agreed", **ONE, **told})

    assert code_of(world, asked(words=" ")) == "reason_needed"
    assert code_of(world, asked(wanted=None)) == "date_needed"
    assert code_of(world, asked(wanted=due)) == "not_later"
    assert code_of(world, asked(told="")) == "citizen_not_told"
    world.now = due
    assert code_of(world, asked()) == "limit_is_over"
    world.now = due - 1
    world.do(asked())
    assert code_of(world, ACTS["handle"]) == "decision_awaited"
    assert code_of(world, GrantExtension(**ONE)) == "own_request"
    assert code_of(world, GrantExtension(by="P1", **ONE)) == "own_request"
    world.pass_time(HOUR).do(GrantExtension(by="P9", **ONE))  # asked in time, decided late
    assert (case(world).stage, case(world).due_at, case(world).extended) == ("handling", more, 1)
    assert code_of(world, asked(wanted=more + DAY)) == "extended_already"


def test_a_denied_extension_leaves_the_limit_as_it_is() -> None:
    world = at_stage("extending")
    due = case(world).due_at
    assert code_of(world, DenyExtension(by="P9", **ONE)) == "reason_needed"
    world.do(ACTS["deny"])
    assert (case(world).stage, case(world).due_at, case(world).extended) == ("handling", due, 0)


def test_nobody_signed_in_names_the_leader_who_grants() -> None:
    world = at_stage("handling")
    world.who = Who()
    world.do(ACTS["extend"])
    assert code_of(world, GrantExtension(**ONE)) == "approver_needed"
    assert code_of(world, GrantExtension(name="沈建勋", **ONE)) == ""


def test_only_an_approved_suspension_stops_the_limit() -> None:
    world = at_stage("handling")
    due = case(world).due_at
    assert due is not None
    assert code_of(world, ACTS["suspend"]) == "suspension_not_asked"
    assert code_of(world, AskSuspension(words="产权不清", told="已说明", **ONE)) == "plan_needed"
    assert code_of(world, AskSuspension(words="产权不清", plan="查档", **ONE)) == "citizen_not_told"
    world.do(ACTS["ask_suspend"])
    assert code_of(world, ACTS["ask_suspend"]) == "suspension_asked_already"
    assert not clock(world, "resolve").stopped
    assert code_of(world, SuspendCase(**ONE)) == "own_request"
    world.do(ACTS["suspend"])
    assert clock(world, "resolve").stopped
    assert case(world).review_at == world.now + 90 * DAY
    assert clock(world, "suspend_review").due_at == world.now + 90 * DAY
    world.pass_time(40 * DAY)
    assert code_of(world, ReviewSuspension(words="仍未批", review_at=world.now, **ONE)) == "date_in_past"
    world.do(ACTS["review"])
    assert clock(world, "suspend_review").due_at == world.now + 90 * DAY
    world.do(ACTS["handle"])
    assert (case(world).due_at, case(world).review_at) == (due + 40 * DAY, None)


def test_a_suspension_that_is_not_approved_changes_nothing() -> None:
    world = at_stage("handling")
    due = case(world).due_at
    world.do(ACTS["ask_suspend"])
    world.do(DenySuspension(by="P9", words="可以先修", **ONE))
    assert (case(world).stage, case(world).suspension, case(world).due_at) == ("handling", None, due)
    assert code_of(world, ACTS["suspend"]) == "suspension_not_asked"


def test_a_suspended_case_is_called_back_but_not_closed_without_feedback_to_both_sides() -> None:
    world = at_stage("suspended")
    world.do(ACTS["complain"])
    assert code_of(world, CloseCase(result="suspended", **ONE)) == "not_fed_back"
    world.do(ACTS["feed_back"])
    assert case(world).stage == "call_back"
    world.do(CloseCase(result="suspended", leader="P9", **ONE))
    assert (case(world).stage, case(world).ground, case(world).irregular) == ("closed", "suspended", ())


@pytest.mark.parametrize(("citizen", "hotline"), [("已修好", " "), ("", "已办结"), ("", "")])
def test_feedback_goes_to_both_sides_or_to_none(citizen: str, hotline: str) -> None:
    told = FeedBack(unit="S03", to_citizen=citizen, to_hotline=hotline, **ONE)
    assert at_stage("handling").code(told) == "feedback_incomplete"


def test_nobody_verifies_their_own_work_alone() -> None:
    world = at_stage("fed_back")
    assert world.code(ACTS["verify"]) == "own_work"
    assert world.code(VerifyCase(on_behalf_of="P3", **ONE)) == ""
    world.who = Who("P1", "clerk", "n1", "second")
    assert world.code(ACTS["verify"]) == ""
    world.who = OTHER
    world.do(ACTS["fail"])
    assert (case(world).stage, case(world).fed_back_at) == ("handling", None)
    assert all(line.fed_back_at is None for line in case(world).assignees)


def test_a_redo_has_a_limit_of_its_own_and_is_counted() -> None:
    world = at_stage("redo")
    assert (case(world).redone, case(world).due_at) == (1, world.now + 72 * HOUR)
    for name in ("handle", "feed_back", "verify", "call_back", "close"):
        world.pass_time(MINUTE)
        world.who = OTHER if name == "verify" else Who("P1", "clerk", "n1", "none")
        world.do(ACTS[name])
    assert (case(world).stage, case(world).solved, case(world).result) == ("closed", True, "explained")


@pytest.mark.parametrize("reason", REFUSALS)
def test_the_six_statutory_routes_and_what_the_citizen_was_told(reason: str) -> None:
    world = at_stage("to_judge")
    assert code_of(world, RefuseCase(reason=reason, words=" ", **ONE)) == "words_needed"
    assert code_of(world, RefuseCase(reason="mood", words="不办", **ONE)) == "reason_needed"
    world.do(RefuseCase(reason=reason, words="请拨打119", **ONE))
    assert (case(world).result, case(world).open) == (reason, False)


def test_an_archived_case_is_seen_with_a_reason_and_no_longer_edited() -> None:
    world = at_stage("archived")
    assert code_of(world, AmendCase(private={"title": "别的"}, **ONE)) == "case_archived"
    assert code_of(world, AttachFile(sha256="a" * 64, size=3, media="image/png", **ONE)) == "case_archived"
    assert code_of(world, DetachFile(sha256="a" * 64, words="错了", **ONE)) == "case_archived"
    assert code_of(world, RevealCase(**ONE)) == "reason_needed"
    world.do(RevealCase(words="复查复核调阅", **ONE))


SMALL: dict[str, tuple[CaseCommand, str]] = {
    "a note": (NoteCase(words="已到现场", **ONE), ""),
    "an empty note": (NoteCase(**ONE), "words_needed"),
    "looked at a phone number": (RevealCase(words="联系来电人", **ONE), ""),
    "looked without a reason": (RevealCase(**ONE), "reason_needed"),
    "another community": (AmendCase(fields={"community": "A3"}, **ONE), ""),
    "another phone": (AmendCase(private={"phone": "100-0000-0009"}, **ONE), ""),
    "another limit": (AmendCase(due_at=10**12, **ONE), ""),
    "nothing": (AmendCase(**ONE), "nothing_changed"),
    "what stands already": (AmendCase(fields={"grade": "general"}, **ONE), "nothing_changed"),
    "a grade nobody knows": (AmendCase(fields={"grade": "huge"}, **ONE), "grade_unknown"),
    "a channel nobody knows": (AmendCase(fields={"channel": "dream"}, **ONE), "channel_unknown"),
    "a field nobody knows": (AmendCase(fields={"stage": "closed"}, **ONE), "field_unknown"),
    "a private field nobody knows": (AmendCase(private={"pin": "1"}, **ONE), "field_unknown"),
    "no title any more": (AmendCase(private={"title": " "}, **ONE), "title_missing"),
    "a case nobody knows": (NoteCase(case="nothing", words="在吗"), "case_unknown"),
    "closed as a wonder": (CloseCase(result="wonder", **ONE), "stage"),
}


@pytest.mark.parametrize("name", SMALL)
def test_small_entries(name: str) -> None:
    command, code = SMALL[name]
    assert at_stage("handling").code(command) == code


def test_pressing_needs_somebody_who_owes_something() -> None:
    press = PressCase(**ONE)
    assert at_stage("to_judge").code(press) == "stage"
    assert at_stage("closed").code(press) == "stage"
    world = at_stage("dispatched")
    world.do(press)
    world.pass_time(HOUR).do(press)
    assert (case(world).pressed, case(world).pressed_at) == (2, world.now)


def test_a_case_is_closed_as_solved_or_explained_only() -> None:
    world = at_stage("call_back")
    assert world.code(CloseCase(result="wonder", **ONE)) == "result_unknown"
    assert world.code(CloseCase(result="transferred", **ONE)) == "not_handed"
    assert world.code(CloseCase(result="suspended", **ONE)) == "not_suspended"
    assert world.code(CloseCase(result="explained", **ONE)) == ""
    assert world.code(CloseCase(result="solved", **ONE)) == "citizen_says_unsolved"


def test_the_limit_follows_a_corrected_grade_only_where_it_came_from_it() -> None:
    world = at_stage("to_judge")
    before = world.state(f"case/{CASE}")
    world.do(AmendCase(fields={"grade": "urgent"}, **ONE))
    after = world.state(f"case/{CASE}")
    assert after.due_at is not None
    assert before.due_at is not None
    assert after.due_at < before.due_at
    own = before.due_at + DAY
    world.do(AmendCase(due_at=own, **ONE))
    world.do(AmendCase(fields={"grade": "complex"}, **ONE))
    assert world.state(f"case/{CASE}").due_at == own

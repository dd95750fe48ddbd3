"""The emergency whistle from the press of the key to the last report: E0-E12 as far as one desk plays them (2.2.4, 2.11)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import Post
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.indicators import Ratio, answers, indicators
from commandcenter.domain.next_step import next_steps
from commandcenter.domain.record import AmendRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import overlay
from commandcenter.domain.report_in_acts import LogCall
from commandcenter.domain.sitrep_acts import IssueReport
from commandcenter.domain.whistle import TOLD, Whistle, apply, deadlines
from commandcenter.domain.whistle_acts import (
    AddUnits,
    BlowWhistle,
    CloseWhistle,
    Confirm,
    DeclareFalseAlarm,
    EndDrill,
    LeaderOnTheWay,
    Note,
    SetFact,
    SetPlace,
    StandDown,
    Tell,
    UndoWhistle,
    UnitCall,
)
from commandcenter.domain.whistle_more_acts import StrikeNote
from paper_world import PaperWorld
from presence import UNIT, W, blown, play, presence, refused, whistle
from small_office import records

DRILL: dict[str, Any] = {"mode": "drill", "drill": "SC01", "plan": "RQ"}


def calls(*units: str) -> tuple[UnitCall, ...]:
    return tuple(UnitCall(unit=unit) for unit in units)


def office() -> PaperWorld:
    return PaperWorld().found(records())


# --- blowing ---------------------------------------------------------------------------------------------------------

BLOWING: dict[str, tuple[BlowWhistle, str]] = {
    "one unit and nothing else": (BlowWhistle(units=calls("D07")), ""),
    "without a place": (BlowWhistle(units=calls("D07"), plan="RQ"), ""),
    "a plan nobody has": (BlowWhistle(units=calls("D07"), plan="ZZ"), ""),
    "a drill from its plan": (BlowWhistle(units=calls("D07"), **DRILL), ""),
    "nobody": (BlowWhistle(units=()), "no_unit"),
    "a stranger": (BlowWhistle(units=calls("X9")), "unit_unknown"),
    "a unit twice": (BlowWhistle(units=calls("D07", "D07")), "unit_twice"),
    "more than the board holds": (BlowWhistle(units=calls(*(f"U{n}" for n in range(61)))), "too_many_units"),
    "a drill without a plan": (BlowWhistle(units=calls("D07"), mode="drill"), "drill_without_plan"),
    "a drill by a plan nobody has": (BlowWhistle(units=calls("D07"), mode="drill", drill="X"), "drill_without_plan"),
    "real, but with a drill plan": (BlowWhistle(units=calls("D07"), drill="SC01"), "modes_mixed"),
    "a drill for a real case": (BlowWhistle(units=calls("D07"), case="c", **DRILL), "modes_mixed"),
    "for a case nobody knows": (BlowWhistle(units=calls("D07"), case="c"), "case_unknown"),
    "fewer than none asked for": (BlowWhistle(units=(UnitCall(unit="D07", ask=-1),)), "count_negative"),
    "tomorrow": (BlowWhistle(units=calls("D07"), happened_at=2**42), "future_time"),
}


@pytest.mark.parametrize("name", BLOWING)
def test_what_a_whistle_needs(name: str) -> None:
    command, code = BLOWING[name]
    assert office().code(command) == code


def test_a_retired_drill_plan_starts_nothing() -> None:
    world = office()
    world.do(RetireRecord(subject="drill/SC01"))
    assert world.code(BlowWhistle(units=calls("D07"), **DRILL)) == "drill_without_plan"


def test_the_limits_of_the_moment_go_into_the_event_plan_before_unit_before_office() -> None:
    world = blown("D01", "D07", "S03", "D05", plan="RQ")
    assert presence(world, "D01").limits == {"answer": None, "leave": None, "arrive": None}  # its own rule: not judged
    assert presence(world, "D07").limits == {"answer": 3, "leave": 5, "arrive": 10}  # arrive by the plan
    assert presence(world, "S03").limits == {"answer": 5, "leave": 10, "arrive": 30}  # by the office
    assert presence(world, "D05").limits == {"answer": 5}  # who is only informed is never late to come
    world.do(AmendRecord(subject="limit/whistle.emergency.arrive", fields={"value": 1}))
    world.do(AmendRecord(subject="unit/D07", fields={"limits": {"answer": 1, "leave": 1, "arrive": 1}}))
    assert presence(world, "S03").limits["arrive"] == 30
    assert presence(world, "D07").limits["answer"] == 3
    assert whistle(world).limits == {
        "leader": 5,
        "district_phone": 15,
        "district_written": 40,
        "update": 60,
        "final": 1440,
    }


def test_without_a_limit_nothing_is_judged() -> None:
    world = office()
    world.do(RetireRecord(subject="limit/whistle.emergency.arrive"))
    world.do(RetireRecord(subject="limit/report.leader"))
    world.do(BlowWhistle(units=calls("S03")))
    assert presence(world, "S03").limits["arrive"] is None
    assert "leader" not in whistle(world).limits


def test_the_plan_gives_version_title_and_the_first_orders() -> None:
    world = office()
    world.do(AmendRecord(subject="plan/RQ", fields={"icon": "gas"}))
    world.do(BlowWhistle(units=calls("D01"), plan="RQ"))
    state = whistle(world)
    assert (state.plan, state.plan_version, state.title, state.place_known) == ("RQ", 2, "燃气泄漏", False)
    orders = [world.state(subject) for subject in world.subjects(f"order/{W}/")]
    assert [(order.words, order.unit, order.origin) for order in orders] == [
        ("先拨119", "D01", "plan"),
        ("远离现场开灯", "", "plan"),
    ]


def test_everything_under_a_drill_is_drill() -> None:
    world = blown("D07", **DRILL)
    play(world, [("called", 0, {}), ("arrived", 5, {"people": 3})])
    world.do(Note(whistle=W, words="冒烟"))
    modes = {fact.mode for subject, facts in world.facts.items() for fact in facts if f"/{W}" in subject}
    assert modes == {"drill"}


# --- taking it back --------------------------------------------------------------------------------------------------


def test_undo_within_ten_seconds_and_only_until_the_first_call() -> None:
    world = blown()
    world.pass_time(10 * SECOND)
    assert world.code(UndoWhistle(whistle=W)) == ""
    assert world.pass_time(1).code(UndoWhistle(whistle=W)) == "undo_too_late"
    world = blown()
    world.do(LogCall(whistle=W, unit=UNIT))
    assert world.code(UndoWhistle(whistle=W)) == "already_called"


def test_an_undone_whistle_is_over_for_everybody_and_its_number_is_not_given_again() -> None:
    world = blown()
    number = whistle(world).number
    world.do(UndoWhistle(whistle=W))
    assert (whistle(world).stage, whistle(world).running, presence(world).closed) == ("undone", False, True)
    for command in (
        UndoWhistle(whistle=W),
        SetPlace(whistle=W, place="J07"),
        AddUnits(whistle=W, units=calls("D03")),
    ):
        assert world.code(command) == "whistle_undone"
    assert refused(world, ("called", 1, {}))[0] == "whistle_undone"
    world.do(BlowWhistle(units=calls("D07")))
    assert world.state("whistle/id2").number != number


def test_a_false_alarm_strikes_off_who_was_never_called_and_leaves_the_others_to_be_told() -> None:
    world = blown("D07", "D03")
    play(world, [("called", 0, {})])
    assert world.code(DeclareFalseAlarm(whistle=W, words=" ")) == "reason_needed"
    world.do(DeclareFalseAlarm(whistle=W, words="误触"))
    assert not presence(world).closed
    outcome = presence(world, "D03").outcome
    assert outcome is not None
    assert (outcome.name, outcome.reason) == ("cancelled", "false_alarm")
    assert whistle(world).stage == "false_alarm"
    assert world.code(DeclareFalseAlarm(whistle=W, words="再一次")) == "already_over"
    assert world.code(CloseWhistle(whistle=W, words="误报，无终报")) == "still_open"
    play(world, [("cancelled", 3, {"told_by": "贺值班"})])
    assert world.code(CloseWhistle(whistle=W, words="误报，无终报")) == ""


# --- while it runs ---------------------------------------------------------------------------------------------------

RUNNING: dict[str, tuple[Command, str]] = {
    "more units": (AddUnits(whistle=W, units=calls("D03")), ""),
    "more units: none": (AddUnits(whistle=W, units=()), "no_unit"),
    "more units: one is here": (AddUnits(whistle=W, units=calls("D07")), "already_listed"),
    "more units: a stranger": (AddUnits(whistle=W, units=calls("X9")), "unit_unknown"),
    "more units: one twice": (AddUnits(whistle=W, units=calls("D03", "D03")), "unit_twice"),
    "more units: past the sixtieth": (
        AddUnits(whistle=W, units=calls(*(f"U{n}" for n in range(60)))),
        "too_many_units",
    ),
    "a note": (Note(whistle=W, words="有烟"), ""),
    "an empty note": (Note(whistle=W, words="  "), "words_needed"),
    "striking what is no entry": (StrikeNote(whistle=W, entry="first"), "nothing_to_undo"),
    "nobody trapped": (SetFact(whistle=W, fact="trapped", value=0), ""),
    "unknown how many": (SetFact(whistle=W, fact="trapped"), ""),
    "fewer than none": (SetFact(whistle=W, fact="trapped", value=-1), "count_negative"),
    "a fact nobody asks for": (SetFact(whistle=W, fact="weather", value=1), "fact_unknown"),
    "no place at all": (SetPlace(whistle=W), "place_needed"),
    "the leader told": (Tell(whistle=W, to="leader"), ""),
    "the neighbour told": (Tell(whistle=W, to="neighbour"), "receiver_unknown"),
    "signed": (Confirm(whistle=W, person="P2"), ""),
    "closed while it burns": (CloseWhistle(whistle=W, words="完"), "not_over"),
    "ended as a drill": (EndDrill(whistle=W), "not_a_drill"),
    "another whistle": (Note(whistle="nothing", words="有烟"), "whistle_unknown"),
    "a report before the first": (IssueReport(whistle=W, stage="update", items={"loss": "无"}), "report_order"),
    "the last report before the end": (IssueReport(whistle=W, stage="final", items={"loss": "无"}), "report_order"),
    "an empty report": (IssueReport(whistle=W, stage="initial", items={"loss": " "}), "words_needed"),
}


@pytest.mark.parametrize("name", RUNNING)
def test_while_it_runs(name: str) -> None:
    command, code = RUNNING[name]
    world = blown()
    world.pass_time(MINUTE)
    assert world.code(command) == code


def test_added_units_have_clocks_of_their_own_and_ordinals_never_given_twice() -> None:
    world = blown("D07", "D01")
    world.pass_time(20 * MINUTE)
    world.do(AddUnits(whistle=W, units=calls("D03", "S03")))
    added = presence(world, "D03")
    assert (added.ordinal, added.listed_at) == (3, world.now)
    assert presence(world, "S03").ordinal == 4


def test_what_was_told_and_done_once_is_refused_the_second_time() -> None:
    world = blown()
    once: list[Command] = [
        Tell(whistle=W, to="leader", told_by="马书记"),
        LeaderOnTheWay(whistle=W, person="P2"),
        LeaderOnTheWay(whistle=W, person="P2", arrived=True),
    ]
    for command in once:
        world.pass_time(MINUTE).do(command)
    assert [world.code(command) for command in once] == ["already_told"] * 3
    assert whistle(world).told["leader"][1] == "马书记"
    world.do(Confirm(whistle=W, person="P2"))
    signed = whistle(world).confirmed_at
    assert world.pass_time(MINUTE).do(Confirm(whistle=W, person="P3")).drafts == ()
    assert whistle(world).confirmed_at == signed


def test_unknown_is_not_zero() -> None:
    world = blown()
    assert "trapped" not in whistle(world).facts
    world.do(SetFact(whistle=W, fact="trapped", value=2))
    world.do(SetFact(whistle=W, fact="trapped"))
    assert whistle(world).facts["trapped"].value is None


# --- the end ---------------------------------------------------------------------------------------------------------


def ended(*units: str, **told: Any) -> PaperWorld:
    world = blown(*units, **told)
    for unit in units or (UNIT,):
        play(world, [("called", 0, {}), ("arrived", 9, {"people": 6})], unit)
    return world


def test_stand_down_needs_proof_for_each_department() -> None:
    world = blown("D07", "D03", "D01", "S03")
    play(world, [("arrived", 9, {"people": 6})])
    play(world, [("refused", 4, {"reason": "other"})], "D03")
    play(world, [("arrived", 9, {}), ("lose", 40, {})], "D01")
    world.pass_time(MINUTE)
    down = StandDown(whistle=W, words="险情排除")

    def why(**told: Any) -> tuple[str, Any]:
        return refused_by(world, StandDown(whistle=W, words="险情排除", **told))

    assert refused_by(world, StandDown(whistle=W, words=" "))[0] == "words_needed"
    assert refused_by(world, down) == ("contact_lost", ["D01"])
    play(world, [("find", 41, {})], "D01")
    assert why() == ("proof_missing", ["D07", "D01", "S03"])
    assert why(releases={"D07": 6, "D01": 2}) == ("proof_missing", ["S03"])
    assert why(cancels={"D07": "某", "D01": "某", "S03": "某"}) == ("proof_missing", ["D07", "D01"])
    assert why(releases={"D07": 5, "D01": 2}, cancels={"S03": "某"})[0] == "count_differs"
    proof: dict[str, Any] = {"releases": {"D07": 5, "D01": 2}, "cancels": {"S03": "孙主任"}}
    world.do(StandDown(whistle=W, words="险情排除", residual_risk="留人值守", remarks={"D07": "一人送医"}, **proof))
    assert whistle(world).stage == "stood_down"
    assert [presence(world, unit).furthest for unit in ("D07", "D01")] == ["release_approved"] * 2
    cancelled = presence(world, "S03").outcome
    assert cancelled is not None
    assert (cancelled.name, cancelled.told_by) == ("cancelled", "孙主任")
    assert refused_by(world, down)[0] == "already_over"


def refused_by(world: PaperWorld, command: Command) -> tuple[str, Any]:
    try:
        world.do(command)
    except Refused as error:
        return error.code, error.facts.get("units")
    return "", None


def test_closed_only_when_everybody_is_home_and_the_last_report_is_out() -> None:
    world = ended()
    world.do(StandDown(whistle=W, words="险情排除", releases={UNIT: 6}))
    assert refused_by(world, CloseWhistle(whistle=W)) == ("still_open", [UNIT])
    play(world, [("back", 80, {})])
    assert world.code(CloseWhistle(whistle=W)) == "final_report_missing"
    world.pass_time(MINUTE)
    for stage in ("initial", "update", "final", "supplement"):
        world.do(IssueReport(whistle=W, stage=stage, items={"loss": "无伤亡"}, receiver="区值班室"))
        world.pass_time(MINUTE)
    assert [stage for stage, _ in whistle(world).reports] == ["initial", "update", "final", "supplement"]
    assert world.code(IssueReport(whistle=W, stage="update", items={"loss": "无"})) == "report_order"
    world.do(CloseWhistle(whistle=W))
    assert (whistle(world).stage, whistle(world).running) == ("closed", False)
    assert world.code(Note(whistle=W, words="补记一句")) == ""  # the log may always be completed
    assert world.code(SetPlace(whistle=W, place="J07")) == "whistle_closed"
    assert world.code(StandDown(whistle=W, words="再解除")) == "whistle_closed"


def test_after_the_closing_only_what_happened_before_it_may_be_entered() -> None:
    world = ended()
    world.do(StandDown(whistle=W, words="险情排除", releases={UNIT: 6}))
    play(world, [("back", 60, {})])
    world.pass_time(MINUTE).do(CloseWhistle(whistle=W, words="未出终报"))
    assert refused(world, ("answered", 70, {}))[0] == "whistle_closed"
    assert refused(world, ("answered", 2, {})) == ("", {})


def test_a_drill_ends_at_once_for_a_real_event_and_needs_no_final_report() -> None:
    world = blown("D07", "D03", **DRILL)
    play(world, [("arrived", 9, {"people": 6})])
    world.pass_time(MINUTE).do(EndDrill(whistle=W))
    assert whistle(world).stage == "closed"
    for unit in ("D07", "D03"):
        outcome = presence(world, unit).outcome
        assert outcome is not None
        assert (outcome.name, outcome.reason) == ("cancelled", "drill_ended")
    assert world.code(EndDrill(whistle=W)) == "whistle_closed"
    assert world.code(BlowWhistle(units=calls("D07"))) == ""


def test_a_whistle_for_a_case_stands_in_the_case() -> None:
    world = office()
    case = world.do(RegisterCase(matter=Matter(title="燃气味"))).report["case"]
    world.do(BlowWhistle(units=calls("D07"), case=case))
    state = world.state(f"case/{case}")
    assert len(state.whistles) == 1
    assert state.stage == "to_judge"  # an emergency does not move the case: it stays, linked
    assert state.irregular == ()


def test_leader_district_and_next_report_have_clocks_that_a_telling_stops() -> None:
    world = ended()
    rows = {row.name: row for row in deadlines(whistle(world))}
    at = whistle(world).blown_at
    assert {name: row.due_at - at for name, row in rows.items()} == {
        "leader": 5 * MINUTE,
        "district_phone": 15 * MINUTE,
        "district_written": 40 * MINUTE,
    }
    world.do(Tell(whistle=W, to="leader"))
    world.do(IssueReport(whistle=W, stage="initial", items={"loss": "无"}))
    rows = {row.name: row for row in deadlines(whistle(world))}
    assert rows["leader"].met_at == rows["district_written"].met_at == world.now
    assert rows["district_phone"].met_at is None
    assert rows["update_1"].due_at == world.now + 60 * MINUTE
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="险情排除", releases={UNIT: 6}))
    rows = {row.name: row for row in deadlines(whistle(world))}
    assert rows["final_1"].due_at == world.now + 24 * 60 * MINUTE
    world.pass_time(MINUTE).do(IssueReport(whistle=W, stage="final", items={"loss": "无"}))
    assert not [row for row in deadlines(whistle(world)) if row.name.startswith(("update", "final"))]


def test_nothing_of_a_drill_runs_or_is_told_upward() -> None:
    world = blown("D07", **DRILL)
    world.pass_time(2 * 60 * MINUTE)
    assert deadlines(whistle(world)) == []
    for to in TOLD:
        assert world.code(Tell(whistle=W, to=to)) == "drill_stays_inside"
    issued = world.do(IssueReport(whistle=W, stage="initial", items={"loss": "无"}, receiver="导演组")).drafts
    assert [draft.body.get("to") for draft in issued if draft.kind == "whistle.told"] == ["exercise"]
    assert whistle(world).told == {}
    assert [stage for stage, _ in whistle(world).reports] == ["initial"]
    assert deadlines(whistle(world)) == [], "no next report is owed either"
    codes = {step.code for step in next_steps(whistle(world), [presence(world)], Post(), world.now)}
    assert not codes & {"tell_leader", "phone_district", "report"}


def test_a_drill_that_was_blown_with_limits_upward_runs_without_them_too() -> None:
    """Journals from before this rule carry them."""
    body = {"number": "演-YJ-2026-0716-A01", "whistle": "emergency", "limits": {"leader": 5, "district_phone": 15}}
    fact = Fact(EventId("a", 1), 1, 0, 0, "whistle/w", "whistle.blown", "drill", *[""] * 6, body)
    assert deadlines(apply(Whistle(), fact)) == []
    assert deadlines(apply(Whistle(), replace(fact, mode="real")))


def test_who_was_only_informed_is_told_that_it_is_over() -> None:
    world = PaperWorld().found(records())
    world.do(BlowWhistle(units=(UnitCall(unit="D07"), UnitCall(unit="D03", relation="report"))))
    play(world, [("answered", 2, {})], "D03")
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="险情排除", cancels={"D07": "班长", "D03": "值班员"}))
    assert overlay(presence(world, "D07"), world.now) == "cancelled"
    assert overlay(presence(world, "D03"), world.now) == "informed"
    told = [presence(world, unit) for unit in ("D07", "D03")]
    assert answers(told) == Ratio(1, 1), "it was called and answered; only the other one was called off"
    assert indicators(whistle(world), told, world.now).cancelled == 1

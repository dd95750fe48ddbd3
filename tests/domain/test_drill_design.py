"""Designing a drill: its data, its approval, what it lacks, and when the law wants the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from commandcenter.domain.clock import DAY, at_local
from commandcenter.domain.command import Command
from commandcenter.domain.drill import DrillPlan, drill_plan_of, may_start, seal, sheet_of
from commandcenter.domain.drill_acts import ApproveDrill, FoundDrill, ReturnDrill, SubmitDrill
from commandcenter.domain.drill_check import checks
from commandcenter.domain.drill_law import (
    SPECIAL,
    STREET,
    VENUE,
    Held,
    Target,
    drill_duties,
    due_after,
    laws_of_plan,
)
from commandcenter.domain.event import EventId
from commandcenter.domain.limit import WARN_AT, Limit
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from tests.conftest import NOW

SCENARIO: dict[str, Any] = {
    "name": "餐饮底商燃气泄漏",
    "plan": "RQ-01",
    "place_words": "望潮公寓A座底商",
    "goals": ["60秒内吹哨", "清点差额查清"],
    "injects": [
        {"t_min": 0, "inject": "住户来电", "expected": "吹哨", "units": "S08 D01"},
        {"t_min": 60, "inject": "已点名94人", "expected": "查明2人", "units": "F02 D02"},
    ],
}
WHOLE = SCENARIO | {"stop_word": "演练停止"}


def library() -> PaperWorld:
    """A world with one scenario, as an office founded long ago has it."""
    world = PaperWorld()
    world.do(ListRecord(subject="drill/SC01", fields=SCENARIO))
    return world


def plan_in(world: PaperWorld, key: str) -> DrillPlan:
    return drill_plan_of(world.state(f"drill/{key}"))


def designed(world: PaperWorld, **fields: Any) -> str:
    """A drill made from the scenario, whole enough to be submitted."""
    world.do(FoundDrill(scenario="SC01", fields={"stop_word": "演练停止"} | fields))
    (key,) = (name.partition("/")[2] for name in world.facts if name.startswith("drill/") and name != "drill/SC01")
    return key


# --- the data ---------------------------------------------------------------------------------------------------------


def test_a_scenario_of_an_older_office_reads_whole_and_may_run_at_once() -> None:
    plan = plan_in(library(), "SC01")
    assert plan.status() == "scenario"
    assert plan.goals == ("60秒内吹哨", "清点差额查清")
    assert [line.id for line in plan.injects] == ["i01", "i02"]
    assert plan.injects[1].who == ("F02", "D02")
    assert (plan.injects[0].late_at, plan.injects[0].points, plan.injects[0].trigger) == (None, None, "clock")
    assert plan.length == 60
    may_start(plan, solo=True)
    may_start(plan, solo=False)


def test_a_drill_made_from_a_scenario_leaves_it_as_it_is() -> None:
    world = library()
    key = designed(world, name="下半年实战演练")
    made, scenario = plan_in(world, key), plan_in(world, "SC01")
    assert made.injects == scenario.injects
    assert (made.name, made.scenario, made.designed) == ("下半年实战演练", "SC01", True)
    assert made.number.startswith("演-FA-")
    assert scenario.name == "餐饮底商燃气泄漏"
    assert not scenario.designed


@given(
    st.dictionaries(
        st.sampled_from(
            ["goals", "injects", "sheet", "announcement", "scheduled_at", "roles", "approval", "laws", "form"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=4),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            max_leaves=8,
        ),
    )
)
def test_what_anybody_wrote_is_read_without_an_error(fields: dict[str, Any]) -> None:
    plan = drill_plan_of(Record(subject="drill/x", known=True, fields=fields, words={"role.director": fields}))
    assert plan.status() in ("scenario", "draft", "submitted", "returned", "approved")
    checks(plan, date(2026, 7, 20), lambda word: True)


def test_names_of_people_are_in_the_private_part() -> None:
    world = library()
    world.do(FoundDrill(scenario="SC01", roles={"director": {"people": "沈建勋", "note": "现场"}}))
    (fact,) = (facts[0] for name, facts in world.facts.items() if name != "drill/SC01")
    assert "沈建勋" not in str(fact.body)
    assert plan_in(world, fact.subject.partition("/")[2]).roles["director"].people == "沈建勋"


def test_a_wrong_contingency_or_kind_is_refused() -> None:
    world = library()
    line = SCENARIO["injects"][0]
    for fields, code in (
        ({"injects": [line | {"late_min": 0}]}, "inject_minute_wrong"),
        ({"injects": [line | {"points": -1}]}, "count_negative"),
        ({"form": "parade"}, "field_unknown"),
    ):
        assert world.code(AmendRecord(subject="drill/SC01", fields=fields)) == code


# --- the approval -----------------------------------------------------------------------------------------------------


def test_submitted_approved_and_changed_again_is_a_draft() -> None:
    world = library()
    key = designed(world)
    assert plan_in(world, key).status() == "draft"
    world.do(SubmitDrill(drill=key))
    assert plan_in(world, key).status() == "submitted"
    world.do(ApproveDrill(drill=key, by="P0001"))
    plan = plan_in(world, key)
    assert (plan.status(), plan.approval.by, plan.fell_back) == ("approved", "P0001", False)
    may_start(plan, solo=False)
    world.do(AmendRecord(subject=f"drill/{key}", fields={"setting": "改到夜间"}))
    plan = plan_in(world, key)
    assert (plan.status(), plan.fell_back) == ("draft", True)
    with pytest.raises(Refused, match="drill_not_approved"):
        may_start(plan, solo=False)
    may_start(plan, solo=True)


def test_people_may_be_replaced_without_a_new_signature() -> None:
    world = library()
    key = designed(world)
    world.do(SubmitDrill(drill=key))
    world.do(ApproveDrill(drill=key, by="P0001"))
    world.do(AmendRecord(subject=f"drill/{key}", words={"role.director": {"people": "莫少华"}}))
    assert plan_in(world, key).status() == "approved"


def test_a_returned_plan_tells_why_and_can_be_submitted_again() -> None:
    world = library()
    key = designed(world)
    world.do(SubmitDrill(drill=key))
    assert world.code(ReturnDrill(drill=key, reason=" ")) == "reason_needed"
    world.do(ReturnDrill(drill=key, reason="公告没写"))
    plan = plan_in(world, key)
    assert (plan.status(), plan.returned.reason) == ("returned", "公告没写")
    assert world.code(ApproveDrill(drill=key, by="P0001")) == "drill_not_submitted"
    world.pass_time(1000)
    world.do(SubmitDrill(drill=key))
    assert plan_in(world, key).status() == "submitted"


def test_refusals_of_the_approval() -> None:
    world = library()
    assert world.code(SubmitDrill(drill="none")) == "not_listed"
    assert world.code(SubmitDrill(drill="SC01")) == "drill_is_scenario"
    assert world.code(FoundDrill(scenario="SC99")) == "scenario_unknown"
    key = designed(world, injects=[])
    assert world.code(SubmitDrill(drill=key)) == "drill_incomplete"
    assert world.code(ApproveDrill(drill=key, by="P0001")) == "drill_not_submitted"
    world.do(AmendRecord(subject=f"drill/{key}", fields={"injects": SCENARIO["injects"]}))
    world.do(SubmitDrill(drill=key))
    world.do(ApproveDrill(drill=key, name="沈建勋"))
    assert plan_in(world, key).approval.name == "沈建勋"
    assert world.code(SubmitDrill(drill=key)) == "already_approved"
    world.do(RetireRecord(subject=f"drill/{key}", reason="不办了"))
    with pytest.raises(Refused, match="drill_retired"):
        may_start(plan_in(world, key), solo=True)


ACTS = st.sampled_from(["submit", "approve", "return", "change", "change_back", "people"])


def tried(world: PaperWorld, command: Command) -> str:
    """Do it; the code when it is refused."""
    try:
        world.do(command)
    except Refused as refused:
        return refused.code
    return ""


@given(st.lists(ACTS, max_size=14))
def test_an_approval_holds_for_exactly_what_was_approved(acts: list[str]) -> None:
    """Against a model that remembers which text a leader has signed, by any way through submitting, returning and changing."""
    world = library()
    key = designed(world, setting="夜间")
    subject = f"drill/{key}"
    text, waiting, refused, signed = "夜间", None, None, None
    for act in acts:
        world.pass_time(1000)
        before = plan_in(world, key).status()
        if act == "submit":
            code = tried(world, SubmitDrill(drill=key))
            assert (code == "already_approved") == (signed == text)
            if not code:
                waiting, refused = text, None
        elif act == "approve":
            code = tried(world, ApproveDrill(drill=key, by="P0001"))
            assert (code == "") == (before == "submitted")
            signed = signed if code else text
        elif act == "return":
            code = tried(world, ReturnDrill(drill=key, reason="再想想"))
            assert (code == "") == (before == "submitted")
            refused = refused if code else text
        elif act == "people":
            tried(world, AmendRecord(subject=subject, words={"role.director": {"people": str(world.now)}}))
        else:
            text = "夜间" if act == "change_back" else f"{world.now}"
            tried(world, AmendRecord(subject=subject, fields={"setting": text}))
        expected = (
            "approved"
            if signed == text
            else "returned"
            if refused == text
            else "submitted"
            if waiting == text
            else "draft"
        )
        assert plan_in(world, key).status() == expected


def test_the_seal_does_not_hang_on_the_order_of_fields() -> None:
    assert seal({"a": 1, "b": [1, {"c": 2, "d": 3}]}) == seal({"b": [1, {"d": 3, "c": 2}], "a": 1})
    assert seal(WHOLE) != seal(WHOLE | {"setting": "夜间"})
    assert seal(WHOLE) == seal(WHOLE | {"approval": {"seal": "x"}})


# --- what is missing --------------------------------------------------------------------------------------------------


def missing(**fields: Any) -> dict[str, tuple[str, ...]]:
    record = Record(subject="drill/x", known=True, fields=WHOLE | {"designed": True} | fields)
    plan = drill_plan_of(record)
    return {
        line.code: line.about
        for line in checks(plan, date(2026, 7, 20), ["S08", "D01", "F02", "D02"].__contains__)
        if not line.good
    }


def test_the_checker_names_the_injects_and_aims() -> None:
    found = missing()
    assert found["contingency"] == ("1", "2")
    assert found["aims_tested"] == ("1", "2")
    assert found["roles"] == ("director", "controller", "evaluator")
    assert "stop_word" not in found
    lines = [
        SCENARIO["injects"][0] | {"aims": ["g1"], "late_min": 3, "late": "再打一次电话", "points": 60},
        SCENARIO["injects"][1] | {"aims": ["g2"], "units": "谁", "points": 40},
    ]
    sheet = {"criteria": [{"id": "first", "name": "先期处置", "weight": 100}]}
    found = missing(injects=lines, sheet=sheet, form="live", content="single", purpose="test", safety=["不动真阀门"])
    assert found["contingency"] == ("2",)
    assert found["units"] == ("2",)
    assert not {"aims_tested", "sheet", "points", "kind", "safety"} & set(found)


def test_a_notice_must_come_out_before_the_drill() -> None:
    scheduled = at_local(date(2026, 7, 28), 14)
    told = {"needed": True, "text": "演练公告", "area": "望潮街", "publish_on": "2026-07-25"}
    assert "announcement" in missing()
    assert "announcement" not in missing(announcement={"needed": False})
    assert "announcement" not in missing(announcement=told, scheduled_at=scheduled)
    assert "announcement" in missing(announcement=told | {"publish_on": "2026-07-29"}, scheduled_at=scheduled)
    assert "announcement" in missing(announcement=told | {"publish_on": "即日"}, scheduled_at=scheduled)
    assert "announcement" in missing(announcement=told | {"text": " "}, scheduled_at=scheduled)
    assert "scheduled" in missing(scheduled_at=at_local(date(2026, 7, 19), 14))


def test_a_score_sheet_takes_only_shares_between_nothing_and_all() -> None:
    sheet = sheet_of(
        {"criteria": [{"id": "a", "name": "甲", "weight": 60}, 3], "shares": {"good": 0.8, "poor": 7, "x": 1}}
    )
    assert (sheet.total, dict(sheet.shares)) == (60, {"good": 0.8})


# --- the calendar of the law ------------------------------------------------------------------------------------------

LIMITS = {
    STREET: Limit(STREET, 24, "month"),
    VENUE: Limit(VENUE, 6, "month"),
    SPECIAL: Limit(SPECIAL, 36, "month"),
}
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_two_years_after_a_day_is_that_day() -> None:
    assert due_after(LIMITS[STREET], date(2024, 9, 14)) == date(2026, 9, 14)
    assert due_after(LIMITS[STREET], date(2024, 2, 29)) == date(2026, 2, 28)
    assert due_after(LIMITS[VENUE], date(2026, 8, 31)) == date(2027, 2, 28)
    assert due_after(Limit(VENUE, 90, "day"), date(2026, 1, 1)) == date(2026, 4, 1)


@given(DAYS, st.integers(1, 60))
def test_months_are_counted_one_by_one(last: date, count: int) -> None:
    """Brute force: the due day is the latest whose month is so many months on and whose day is not behind the first."""
    due = due_after(Limit(SPECIAL, count, "month"), last)
    assert (due.year - last.year) * 12 + due.month - last.month == count
    assert due.day == last.day or (due.day < last.day and (due + timedelta(days=1)).day == 1)


RULES_OF = st.lists(st.sampled_from([STREET, SPECIAL]), unique=True).map(tuple)
PLANS = st.lists(st.builds(Target, st.sampled_from("ABCD"), RULES_OF, st.none() | DAYS), unique_by=lambda one: one.id)
VENUES = st.lists(
    st.builds(Target, st.sampled_from("UVW"), st.just((VENUE,)), st.none() | DAYS), unique_by=lambda one: one.id
)
HELD = st.lists(
    st.builds(
        Held,
        st.just("SC"),
        st.sampled_from("ABCDE"),
        st.sampled_from(["U", "V", "X"]),
        DAYS.map(lambda day: at_local(day, 9)),
    ),
    max_size=8,
)


@given(PLANS, VENUES, HELD, st.sets(st.sampled_from([STREET, VENUE, SPECIAL])), DAYS)
def test_the_calendar_is_what_walking_through_the_days_finds(
    plans: list[Target], venues: list[Target], held: list[Held], rules: set[str], today: date
) -> None:
    limits = {rule: LIMITS[rule] for rule in rules}
    duties = {(duty.rule, duty.target): duty for duty in drill_duties(limits, plans, venues, held)}
    expected = {(SPECIAL, plan.id) for plan in plans if SPECIAL in plan.rules} | {(VENUE, one.id) for one in venues}
    expected |= {(STREET, "")} if any(STREET in plan.rules for plan in plans) else set()
    assert set(duties) == {key for key in expected if key[0] in rules}
    for (rule, target), duty in duties.items():
        days = _walked(rule, target, plans, venues, held)
        if not days:
            assert duty.due is None
            assert duty.state(today) == "unknown"
            continue
        assert duty.last == days[-1]
        months = {STREET: 24, VENUE: 6, SPECIAL: 36}[rule]
        assert duty.due is not None
        assert (duty.due.year - duty.last.year) * 12 + duty.due.month - duty.last.month == months
        over = today > duty.due
        assert (duty.state(today) == "over") == over
        assert duty.days_left(today) == (duty.due - today).days
        assert duty.state(today) in (("over",) if over else ("soon", "ahead"))
        if not over:
            passed = (today - duty.last).days / (duty.due - duty.last).days
            assert (duty.state(today) == "soon") == (passed >= WARN_AT)


def _walked(rule: str, target: str, plans: list[Target], venues: list[Target], held: list[Held]) -> list[date]:
    """Every day from the first to the last on which a drill met the duty."""
    found = []
    safety = {plan.id for plan in plans if STREET in plan.rules}
    day = date(2020, 1, 1)
    on = {}
    for one in held:
        met = one.plan in safety if rule == STREET else one.plan == target if rule == SPECIAL else one.place == target
        if met:
            on[(date(1970, 1, 1) + timedelta(milliseconds=one.at + 8 * 3_600_000))] = True
    before = {plan.before for plan in plans if plan.id in (safety if rule == STREET else {target})}
    before = {one.before for one in venues if one.id == target} if rule == VENUE else before
    while day <= date(2031, 1, 1):
        if day in on or day in before:
            found.append(day)
        day += timedelta(days=1)
    return found


def test_the_unknown_and_the_earliest_stand_first() -> None:
    plans = [
        Target("A", (SPECIAL,), date(2026, 1, 1)),
        Target("B", (SPECIAL,)),
        Target("C", (STREET, SPECIAL), date(2020, 1, 1)),
    ]
    duties = drill_duties(LIMITS, plans, [], [])
    assert [(duty.rule, duty.target) for duty in duties] == [
        (SPECIAL, "B"),
        (STREET, ""),
        (SPECIAL, "C"),
        (SPECIAL, "A"),
    ]


def test_a_drill_of_any_safety_plan_meets_the_duty_of_the_office() -> None:
    plans = [Target("A", (STREET,), date(2020, 1, 1)), Target("B", (STREET, SPECIAL))]
    held = [Held("SC01", "B", "", NOW)]
    street, special = drill_duties(LIMITS, plans, [], held)
    assert street.held == held[0]
    assert (special.held, special.due) == (held[0], date(2029, 7, 16))
    assert street.state(date(2026, 7, 20)) == "ahead"


def test_a_plan_is_under_what_is_written_in_it_else_what_its_kind_says() -> None:
    assert laws_of_plan(None, "事故灾难") == (STREET, SPECIAL)
    assert laws_of_plan(None, "公共卫生") == (SPECIAL,)
    assert laws_of_plan(None, "通用") == ()
    assert laws_of_plan((), "事故灾难") == ()
    assert laws_of_plan((SPECIAL, "whatever"), "通用") == (SPECIAL,)


def test_a_retired_limit_is_owed_by_nobody() -> None:
    assert drill_duties({}, [Target("A", (STREET, SPECIAL))], [Target("U", (VENUE,))], []) == []


def test_a_drill_on_the_day_counts_and_a_day_later_is_late() -> None:
    (duty,) = drill_duties({VENUE: LIMITS[VENUE]}, [], [Target("U", (VENUE,), date(2026, 1, 31))], [])
    assert duty.due == date(2026, 7, 31)
    assert duty.state(date(2026, 7, 31)) == "soon"
    assert duty.state(date(2026, 6, 24)) == "ahead"
    assert duty.state(date(2026, 6, 25)) == "soon"
    assert duty.state(date(2026, 8, 1)) == "over"
    assert duty.days_left(date(2026, 8, 1)) == -1
    assert at_local(date(2026, 7, 31)) - at_local(date(2026, 1, 31)) == 181 * DAY


# --- two desks --------------------------------------------------------------------------------------------------------


@given(st.permutations(range(4)), st.booleans())
def test_an_approval_beside_a_change_on_another_desk_is_none_in_any_order(order: list[int], later: bool) -> None:
    """The leader signs here while somebody writes there: both desks end at the same draft, whatever arrives first."""
    world = library()
    key = designed(world)
    subject = f"drill/{key}"
    world.do(SubmitDrill(drill=key))
    submitted = world.facts[subject][-1]
    world.do(ApproveDrill(drill=key, by="P0001"))
    facts = world.facts[subject]
    approved = facts[-1]
    change = replace(
        approved,
        id=EventId("n2", 1),
        hlc=approved.hlc + (1 if later else -1),
        body={"fields": {"setting": "改到夜间"}},
        private=None,
        seen={submitted.id.node: submitted.id.seq},
    )
    held = [*facts, change]
    arrived = [held[place] for place in order if place < len(held)]
    plan = drill_plan_of(folded(subject, arrived))
    assert len(arrived) == len(held)
    assert (plan.setting, plan.status(), plan.fell_back) == ("改到夜间", "draft", True)

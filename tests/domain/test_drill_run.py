"""A drill as it runs: a scene clock that every desk tells alike, every way from the start to the file, what is refused."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from commandcenter.domain import drill_run_acts as acts
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.command import Command
from commandcenter.domain.drill import GRADES
from commandcenter.domain.drill_run import FASTEST, MOVES, ClockMark, DrillRun, apply
from commandcenter.domain.drill_scene import WINDING, in_scene, limit_of, real_of, scene_at, scene_clock
from commandcenter.domain.drill_score import (
    aim_stands,
    figures,
    grade_of,
    sheet_lines,
    suggested,
    took_ms,
    total,
    unit_grade,
)
from commandcenter.domain.drill_stage import due_now
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn, clocks
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

SHEET: dict[str, Any] = {
    "criteria": [
        {"id": "alert", "name": "预警与报告", "weight": 40},
        {"id": "first", "name": "先期处置", "weight": 40},
        {"id": "presence", "name": "报到纪律", "weight": 20},
    ],
    "shares": {"excellent": 1.0, "good": 0.8, "fair": 0.6, "poor": 0.0},
}
SCRIPT: dict[str, Any] = {
    "name": "燃气泄漏演练",
    "plan": "RQ",
    "setting": "工作日 02:40",
    "place_words": "望潮公寓",
    "goals": [{"id": "g1", "words": "先警戒"}, {"id": "g2", "words": "查清差额"}],
    "injects": [
        {"id": "i1", "t_min": 0, "inject": "闻到气味", "expected": "吹哨，设警戒", "criterion": "alert", "points": 10},
        {
            "id": "i2",
            "t_min": 5,
            "inject": "门锁着",
            "expected": "物业持钥匙候在上风处",
            "units": "D07",
            "criterion": "first",
            "points": 10,
            "aims": ["g1"],
            "late_min": 2,
            "late": "又来电：门还锁着",
        },
        {
            "id": "i3",
            "t_min": 20,
            "inject": "复测合格",
            "expected": "分层返回",
            "criterion": "first",
            "points": 10,
            "aims": ["g2"],
        },
    ],
}


def office(**changes: Any) -> PaperWorld:
    kept = [record for record in records() if record[0] != "drill/SC01"]
    return PaperWorld().found([*kept, ("drill/SC01", SCRIPT | changes, {})])


def started(*, solo: bool = True, **changes: Any) -> tuple[PaperWorld, str]:
    world = office(**changes)
    told = world.do(acts.StartDrill(drill="SC01", solo=solo, sheet=SHEET, level="easy"))
    return world, told.drafts[0].subject.partition("/")[2]


def run_of(world: PaperWorld, run: str) -> DrillRun:
    found: DrillRun = world.state(f"drill_run/{run}")
    return found


def states_of(world: PaperWorld, run: str) -> list[ReportIn]:
    return acts.states_of(world, run_of(world, run))


# --- the scene clock --------------------------------------------------------------------------------------------------


def clock_of(*marks: tuple[int, str, int]) -> DrillRun:
    told = tuple(ClockMark(at, kind, value, EventId("n", place)) for place, (at, kind, value) in enumerate(marks))
    return DrillRun(marks=tuple(sorted(told, key=lambda mark: (mark.at, mark.id))))


MARKS = st.lists(
    st.tuples(
        st.integers(0, 400_000),
        st.sampled_from(("pause", "resume", "speed", "jump")),
        st.integers(1, FASTEST) | st.integers(0, 4_000_000),
    ).map(lambda mark: (mark[0], mark[1], 1 + mark[2] % FASTEST if mark[1] == "speed" else mark[2])),
    max_size=14,
)


@given(MARKS, st.lists(st.integers(0, 500_000), min_size=2, max_size=20))
@settings(max_examples=300, deadline=None)
def test_the_scene_clock_never_goes_back_and_never_faster_than_a_jump(
    marks: list[tuple[int, str, int]], moments: list[int]
) -> None:
    run = clock_of((0, "start", 1), *marks)
    told = [scene_at(run, at) for at in sorted(moments)]
    assert told == sorted(told)
    for (before, first), (after, second) in pairwise(zip(told, sorted(moments), strict=True)):
        assert after - before <= (second - first) * WINDING


@given(MARKS, st.integers(0, 5_000_000))
@settings(max_examples=300, deadline=None)
def test_a_scene_instant_is_found_at_the_first_real_one_that_shows_it(
    marks: list[tuple[int, str, int]], scene: int
) -> None:
    run = clock_of((0, "start", 1), *marks)
    at = real_of(run, scene, 500_000)
    if at is None:
        assert scene_at(run, 500_000) < scene
    else:
        assert scene_at(run, at) >= scene
        assert at == 0 or scene_at(run, at - 1) < scene


def test_speed_pause_and_jump() -> None:
    run = clock_of(
        (0, "start", 1), (10_000, "speed", 4), (20_000, "pause", 0), (30_000, "resume", 0), (40_000, "jump", 900_000)
    )
    assert scene_at(run, 10_000) == 10_000
    assert scene_at(run, 20_000) == 50_000
    assert scene_at(run, 30_000) == 50_000
    assert scene_at(run, 40_000) == 90_000
    assert scene_at(run, 40_000 + 810_000 // WINDING) == 900_000
    assert scene_at(run, 45_000) > 900_000
    assert scene_at(replace(run, marks=()), 45_000) == 0


def test_the_scene_has_a_time_of_day_of_its_own() -> None:
    world, run = started()
    assert scene_clock(run_of(world, run), 20 * MINUTE + 42 * SECOND) == "03:00:42"
    assert scene_clock(DrillRun(setting="某日"), 5) == ""


# --- two desks --------------------------------------------------------------------------------------------------------

_ACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("paused", {}),
    ("resumed", {}),
    ("sped", {"speed": 4}),
    ("jumped", {"to": 5 * MINUTE}),
    ("delivered", {"inject": "i1", "by": "clock"}),
    ("delivered", {"inject": "i1", "by": "hand"}),
    ("called", {"id": "inject:i1", "inject": "i1", "asks": True}),
    ("answered", {"id": "inject:i1", "how": "read_back"}),
    ("seen", {"inject": "i1"}),
    ("late", {"inject": "i2"}),
    ("graded", {"inject": "i1", "grade": "good"}),
    ("unit_graded", {"unit": "D07", "grade": "fair"}),
    ("ended", {}),
    ("terminated", {}),
    ("debriefed", {}),
    ("nonsense", {"inject": 5}),
    ("delivered", {"inject": None}),
)


def two_desks(chance: random.Random) -> list[Fact]:
    """A start both have seen, then what each did without the other."""
    world, run = started()
    first = world.facts[f"drill_run/{run}"][0]
    found = [first]
    for node in ("n1", "n2"):
        seen = {first.id.node: first.id.seq}
        for place in range(chance.randrange(1, 7)):
            verb, body = chance.choice(_ACTS)
            seq = 1000 + place if node == "n1" else 1 + place
            at = first.happened_at + chance.randrange(600_000)
            found.append(
                replace(
                    first,
                    id=EventId(node, seq),
                    hlc=first.hlc + chance.randrange(1 << 30),
                    happened_at=at,
                    kind=f"drill_run.{verb}",
                    body=body,
                    private={"words": f"{node}{place}"},
                    seen=dict(seen),
                    mode=chance.choice(("drill", "drill", "drill", "real")),
                )
            )
            seen[node] = seq
    return found


@given(st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_of_two_desks_folds_to_the_same_run_and_the_same_scene_time(chance: random.Random) -> None:
    facts = two_desks(chance)
    state = folded(facts[0].subject, facts)
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert folded(facts[0].subject, shuffled) == state
    moments = [facts[0].happened_at + step for step in range(0, 700_000, 70_000)]
    told = [scene_at(state, at) for at in moments]
    assert told == sorted(told)


# --- every way of the machine -----------------------------------------------------------------------------------------


def step(world: PaperWorld, run: str, verb: str) -> Command:
    commands: dict[str, Command] = {
        "paused": acts.PauseRun(run=run, reason="等人"),
        "resumed": acts.ResumeRun(run=run),
        "ended": acts.EndRun(run=run),
        "terminated": acts.TerminateDrill(run=run),
        "debriefed": acts.Debrief(run=run, good="好"),
        "evaluated": acts.EvaluateDrill(run=run),
        "summed_up": acts.SumUpDrill(run=run, words="总结"),
        "filed": acts.FileDrill(run=run),
    }
    return commands[verb]


def ways(stage: str, most: int) -> list[list[str]]:
    """Every way of up to ``most`` steps from a stage."""
    found: list[list[str]] = [[]] if most == 0 or not MOVES[stage] else []
    if most:
        for verb, after in MOVES[stage].items():
            found += [[verb, *rest] for rest in ways(after, most - 1)]
    return found


@pytest.mark.parametrize("way", ways("running", 7), ids=" ".join)
def test_every_legal_way_is_reachable(way: Sequence[str]) -> None:
    world, run = started(solo=False)
    stage = "running"
    for verb in way:
        world.pass_time(SECOND)
        world.do(step(world, run, verb))
        stage = MOVES[stage][verb]
        assert run_of(world, run).stage == stage
    assert run_of(world, run).irregular == ()


@pytest.mark.parametrize("stage", [stage for stage in MOVES if stage])
def test_every_other_step_is_refused_with_a_reason(stage: str) -> None:
    world, run = started(solo=False)
    for verb in next(way for way in _to(stage)):
        world.do(step(world, run, verb))
    assert run_of(world, run).stage == stage
    verbs = {verb for moves in MOVES.values() for verb in moves} - {"started"}
    amends = {"debriefed": ("debriefed", "evaluated"), "summed_up": ("summed_up",)}
    for verb in sorted(verbs - set(MOVES[stage])):
        code = world.code(step(world, run, verb))
        assert code == ("" if stage in amends.get(verb, ()) else "drill_stage"), (stage, verb, code)


def _to(stage: str) -> list[list[str]]:
    found: list[list[str]] = []
    for length in range(8):
        for way in ways("running", length):
            at = "running"
            for verb in way:
                at = MOVES[at][verb]
            if at == stage:
                found.append(way)
    return sorted(found, key=len)


def test_an_illegal_step_of_another_desk_is_kept_and_marked() -> None:
    world, run = started()
    start = world.facts[f"drill_run/{run}"][0]
    state = apply(run_of(world, run), replace(start, id=EventId("n2", 1), kind="drill_run.filed"))
    assert state.stage == "running"
    assert [code for _, code in state.irregular] == ["stage"]
    real = apply(state, replace(start, id=EventId("n2", 2), kind="drill_run.paused", mode="real"))
    assert real.stage == "running"
    assert real.irregular[-1][1] == "modes_mixed"


# --- starting ---------------------------------------------------------------------------------------------------------


def test_only_from_a_drill_plan_and_an_unapproved_one_only_with_a_reason() -> None:
    world = office(designed=True)
    assert world.code(acts.StartDrill(drill="none")) == "drill_without_plan"
    assert world.code(acts.StartDrill(drill="SC01")) == "drill_not_approved"
    assert world.code(acts.StartDrill(drill="SC01", reason="领导口头同意")) == ""
    assert world.code(acts.StartDrill(drill="SC01", solo=True)) == ""
    assert world.code(acts.StartDrill(drill="SC01", solo=True, level="cruel")) == "drill_level_unknown"
    assert office(injects=[]).code(acts.StartDrill(drill="SC01", solo=True)) == "drill_without_script"


def test_the_script_is_copied_and_the_mode_is_always_drill() -> None:
    world, run = started()
    state = run_of(world, run)
    assert state.mode == "drill"
    assert state.number.startswith("演-YL-")
    assert [line.id for line in state.injects] == ["i1", "i2", "i3"]
    assert [fact.mode for fact in world.facts[f"drill_run/{run}"]] == ["drill"]
    assert state.sheet.total == 100


def test_a_real_whistle_is_never_linked() -> None:
    world, run = started()
    world.do(BlowWhistle(units=(UnitCall(unit="D07"),)))
    real = next(subject for subject in world.subjects("whistle/")).partition("/")[2]
    assert world.code(acts.LinkWhistle(run=run, whistle=real)) == "modes_mixed"
    assert world.code(acts.LinkWhistle(run=run, whistle="none")) == "whistle_unknown"


# --- injects ----------------------------------------------------------------------------------------------------------


def test_an_inject_by_hand_its_receipt_the_action_and_the_grade() -> None:
    world, run = started(solo=False)
    assert world.code(acts.GradeInject(run=run, inject="i1", grade="good")) == "inject_not_delivered"
    assert world.code(acts.DeliverInject(run=run, inject="none")) == "inject_unknown"
    world.do(acts.DeliverInject(run=run, inject="i1"))
    assert world.code(acts.DeliverInject(run=run, inject="i1")) == "inject_delivered"
    world.pass_time(30 * SECOND).do(acts.ReceiveInject(run=run, inject="i1"))
    before = run_of(world, run).opened_at - 1
    assert world.code(acts.SeeAction(run=run, inject="i1", happened_at=before)) == "before_inject"
    world.pass_time(30 * SECOND).do(acts.SeeAction(run=run, inject="i1", words="吹哨"))
    state = run_of(world, run)
    assert took_ms(state, "i1") == MINUTE
    assert suggested(state, state.injects[0]) == "excellent"
    world.do(acts.MissAction(run=run, inject="i1"))
    assert suggested(run_of(world, run), state.injects[0]) == "poor"
    assert world.code(acts.GradeInject(run=run, inject="i1", grade="A")) == "grade_wrong"
    world.do(acts.GradeInject(run=run, inject="i1", grade="fair", note="慢"))
    state = run_of(world, run)
    assert grade_of(state, state.injects[0]) == "fair"
    assert state.of("i1").note == "慢"


@pytest.mark.parametrize(
    ("seen_after", "contingency", "uncovered", "grade"),
    [(1, False, False, "excellent"), (1, False, True, "good"), (4, True, False, "fair"), (None, True, False, "poor")],
)
def test_the_grade_the_record_suggests(seen_after: int | None, contingency: bool, uncovered: bool, grade: str) -> None:
    world, run = started()
    if uncovered:
        world.do(acts.Uncover(run=run, inject="i2"))
    world.pass_time(5 * MINUTE).do(acts.DeliverInject(run=run, inject="i2", by="clock"))
    if contingency:
        world.pass_time(2 * MINUTE).do(acts.GiveContingency(run=run, inject="i2"))
    if seen_after is not None:
        world.pass_time(seen_after * MINUTE).do(acts.SeeAction(run=run, inject="i2"))
    state = run_of(world, run)
    assert suggested(state, state.injects[1]) == grade


def test_the_contingency_is_given_once_and_never_after_the_action() -> None:
    world, run = started()
    world.do(acts.DeliverInject(run=run, inject="i2"))
    world.do(acts.GiveContingency(run=run, inject="i2"))
    assert world.do(acts.GiveContingency(run=run, inject="i2")).drafts == ()
    calls = [call.words for call in run_of(world, run).calls]
    assert calls == ["门锁着", "又来电：门还锁着"]
    assert limit_of(run_of(world, run), "i2") == 2 * MINUTE
    assert limit_of(run_of(world, run), "i1") == 5 * MINUTE
    assert limit_of(run_of(world, run), "i3") is None


def test_the_clock_brings_injects_and_contingencies_in_order_and_stops_at_the_first_call() -> None:
    world, run = started()
    world.do(acts.SetSpeed(run=run, speed=10))
    world.pass_time(4 * MINUTE)  # forty minutes of the scene
    state = run_of(world, run)
    found = due_now(state, (), (), (), {}, world.now)
    assert [due.key for due in found] == ["inject:i1", "slow:inject:i1"]
    for due in found:
        for command in due.commands:
            world.do(command)
    assert scene_at(run_of(world, run), world.now) == 4 * MINUTE, "time went on at once the call came"
    assert [due.key for due in due_now(run_of(world, run), (), (), (), {}, world.now)] == []


def test_what_was_seen_is_told_from_the_entry_not_from_what_was_expected() -> None:
    from commandcenter.domain.drill_stage import evidence

    world, run = with_whistle()
    world.do(acts.DeliverInject(run=run, inject="i2"))
    world.pass_time(SECOND)
    whistle = run_of(world, run).parent
    world.do(GiveOrder(whistle=whistle, words="钥匙送到上风口", unit="D07"))
    facts = [fact for told in world.facts.values() for fact in told]
    found = due_now(run_of(world, run), states_of(world, run), (), facts, {"D07": "执法队"}, world.now)
    seen = {due.key: due.commands[0] for due in found if due.key.startswith("seen:")}
    told = seen["seen:i2"]
    assert isinstance(told, acts.SeeAction)
    assert told.words == "指令执法队：钥匙送到上风口"
    blown = next(fact for fact in facts if fact.kind == "whistle.blown")
    assert evidence(blown, {}) == "吹哨"


def test_with_others_the_clock_does_not_stop_for_an_inject() -> None:
    world, run = started(solo=False)
    world.pass_time(6 * MINUTE)
    assert [due.key for due in due_now(run_of(world, run), (), (), (), {}, world.now)] == ["inject:i1", "inject:i2"]


def test_an_inject_by_hand_waits_for_the_hand() -> None:
    injects = [SCRIPT["injects"][0] | {"by": "hand"}]
    world, run = started(injects=injects)
    world.pass_time(6 * MINUTE)
    assert due_now(run_of(world, run), (), (), (), {}, world.now) == []


# --- the end ----------------------------------------------------------------------------------------------------------


def with_whistle(*, solo: bool = False) -> tuple[PaperWorld, str]:
    world, run = started(solo=solo)
    world.do(acts.DeliverInject(run=run, inject="i1"))
    world.pass_time(20 * SECOND)
    calls = tuple(UnitCall(unit=unit) for unit in ("D01", "D03", "D07", "D10"))
    world.do(BlowWhistle(units=calls, mode="drill", drill="SC01", plan="RQ"))
    whistle = next(iter(world.subjects("whistle/"))).partition("/")[2]
    world.do(acts.LinkWhistle(run=run, whistle=whistle))
    return world, run


@pytest.mark.parametrize("verb", ["ended", "terminated"])
def test_the_end_ends_the_whistle_too_and_tells_everybody_on_the_board(verb: str) -> None:
    world, run = with_whistle()
    world.do(step(world, run, verb))
    whistle = world.state(f"whistle/{run_of(world, run).parent}")
    assert whistle.ended_at is not None
    assert all(state.closed for state in states_of(world, run))
    assert run_of(world, run).stage == verb
    at = scene_at(run_of(world, run), world.now)
    world.pass_time(MINUTE)
    assert scene_at(run_of(world, run), world.now) == at


def test_evaluation_needs_a_grade_for_every_inject_that_came_and_keeps_the_figures() -> None:
    world, run = with_whistle()
    world.pass_time(6 * MINUTE)  # the time of what came first is up
    world.do(acts.EndRun(run=run))
    world.do(acts.Debrief(run=run, weak="慢"))
    with pytest.raises(Refused) as refused:
        world.do(acts.EvaluateDrill(run=run))
    assert (refused.value.code, refused.value.facts) == ("injects_ungraded", {"n": 1})
    world.do(acts.GradeInject(run=run, inject="i1", grade="good"))
    world.do(acts.EvaluateDrill(run=run))
    told = run_of(world, run).figures
    assert told["whistle_s"] == 20
    assert told["units"] == 4
    assert told["score"] == 80.0
    assert told["c:alert"] == 80.0


def test_nothing_changes_once_it_is_filed() -> None:
    world, run = started(solo=False)
    for verb in ("ended", "debriefed", "evaluated", "summed_up", "filed"):
        world.do(step(world, run, verb))
    assert run_of(world, run).closed_at is not None
    assert world.code(acts.JudgeAim(run=run, aim="g1", met="met")) == "drill_run_filed"
    assert world.code(acts.SetSpeed(run=run, speed=2)) == "drill_run_over"


def test_a_reason_is_asked_for_a_pause_with_others_only() -> None:
    world, run = started(solo=False)
    assert world.code(acts.PauseRun(run=run)) == "reason_needed"
    world, run = started(solo=True)
    assert world.code(acts.PauseRun(run=run)) == ""


# --- judging ----------------------------------------------------------------------------------------------------------


def test_the_sheet_counts_what_was_asked_and_what_was_won() -> None:
    world, run = started(solo=False)
    for key, grade in (("i1", "excellent"), ("i2", "fair")):
        world.do(acts.DeliverInject(run=run, inject=key))
        world.do(acts.GradeInject(run=run, inject=key, grade=grade))
    lines = {line.id: line for line in sheet_lines(run_of(world, run), ())}
    assert (lines["alert"].asked, lines["alert"].won) == (40, 40)
    assert (lines["first"].asked, lines["first"].won) == (20, 12)
    assert lines["presence"].asked == 0
    assert total(run_of(world, run), ()).score == pytest.approx(86.7, abs=0.1)


@given(st.lists(st.sampled_from(GRADES), min_size=3, max_size=3))
@settings(max_examples=64, deadline=None)
def test_no_grades_win_more_than_was_asked_or_less_than_nothing(grades: list[str]) -> None:
    world, run = started(solo=False)
    for key, grade in zip(("i1", "i2", "i3"), grades, strict=True):
        world.do(acts.DeliverInject(run=run, inject=key))
        world.do(acts.GradeInject(run=run, inject=key, grade=grade))
    summed = total(run_of(world, run), ())
    assert 0 <= summed.won <= summed.asked <= summed.full


def test_an_aim_stands_by_its_injects_until_a_person_judges() -> None:
    world, run = started(solo=False)
    assert aim_stands(run_of(world, run), "g1")[0] == "open"
    world.do(acts.DeliverInject(run=run, inject="i2"))
    world.do(acts.GradeInject(run=run, inject="i2", grade="good"))
    assert aim_stands(run_of(world, run), "g1")[0] == "met"
    world.do(acts.JudgeAim(run=run, aim="g1", met="missed", note="先开了门"))
    assert aim_stands(run_of(world, run), "g1") == ("missed", "先开了门")
    world.do(acts.EndRun(run=run))
    assert aim_stands(run_of(world, run), "g2")[0] == "untested"


def test_bodies_that_are_asked_or_told_are_not_ranked() -> None:
    world, run = with_whistle()
    state = run_of(world, run)
    by_unit = {one.unit: unit_grade(state, one) for one in states_of(world, run)}
    assert by_unit["D01"] == by_unit["D10"] == ""
    assert by_unit["D07"] == "poor", "nobody came yet, every clock is out"


def test_departments_are_judged_in_scene_time() -> None:
    from commandcenter.domain.report_in_acts import RecordMilestone

    world, run = with_whistle()
    world.do(acts.SetSpeed(run=run, speed=10))
    whistle = run_of(world, run).parent
    world.pass_time(30 * SECOND).do(RecordMilestone(whistle=whistle, unit="D07", milestone="answered"))
    state = next(one for one in states_of(world, run) if one.unit == "D07")
    assert clocks(state)["answer"].over_by(world.now) == 30 * SECOND - 3 * MINUTE
    assert clocks(in_scene(run_of(world, run), state))["answer"].over_by(0) == 2 * MINUTE
    told = figures(run_of(world, run), world.state(f"whistle/{whistle}"), states_of(world, run))
    assert told["answered"] == 1


@pytest.mark.parametrize("verb", ["ended", "terminated"])
def test_a_drill_that_ended_early_is_judged_by_what_was_due_before_its_end(verb: str) -> None:
    world, run = with_whistle(solo=True)
    world.pass_time(80 * SECOND).do(step(world, run, verb))
    state, whistle = run_of(world, run), world.state(f"whistle/{run_of(world, run).parent}")
    states = states_of(world, run)
    first = state.injects[0]
    assert state.early
    assert suggested(state, first) == "", "four minutes were left for it"
    assert all(unit_grade(state, one) == "" for one in states), "they were called seconds before"
    summed = total(state, states)
    assert (summed.asked, summed.won) == (0, 0)
    told = figures(state, whistle, states)
    assert "score" not in told
    assert "due" not in told


def test_what_had_run_out_before_an_early_end_is_judged() -> None:
    world, run = with_whistle()
    world.pass_time(12 * MINUTE).do(step(world, run, "terminated"))
    state = run_of(world, run)
    assert suggested(state, state.injects[0]) == "poor"
    assert {one.unit: unit_grade(state, one) for one in states_of(world, run)}["D07"] != ""

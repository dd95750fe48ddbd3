"""The steps of a case: what a procedure gives, joins and forks, limits that begin in turn, ticks that hold and ticks taken back."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_step_acts import SetProcedure, TickStep, UntickStep
from commandcenter.domain.checklist import Checklist, Line, passed, spared, ticked, was_set
from commandcenter.domain.clock import HOUR
from commandcenter.domain.procedure import Procedure, Step, fitting, stages, step_in, steps_in
from commandcenter.domain.record import AmendRecord, ListRecord, check
from commandcenter.domain.refusal import Refused
from hypothesis import given
from hypothesis import strategies as st
from slow_whistles import DeskWorld, office

CASE = "c1"
STEPS: list[dict[str, Any]] = [
    {"id": "1", "text": "受理", "role": "指挥中心", "hours": 2},
    {"id": "2", "text": "科室开会", "group": "双派", "hours": 24, "evidence": "会议记录"},
    {"id": "3", "text": "社区先到", "group": "双派", "limit": "case.contact"},
    {"id": "4", "text": "一起办", "hours": 48},
]

step_lists = st.lists(
    st.builds(
        Step,
        id=st.sampled_from("abcdefgh"),
        text=st.just("一步"),
        hours=st.none() | st.integers(1, 100),
        group=st.sampled_from(("", "", "左", "右")),
        fork=st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda step: step.id,
)


@pytest.fixture
def world() -> DeskWorld:
    found = office()
    found.do(ListRecord(subject="procedure/V1", fields={"name": "双派双考", "steps": STEPS, "kinds": ["停车管理"]}))
    found.do(RegisterCase(case=CASE, matter=Matter(title="三个地锁", phone="1", reporter="某")))
    return found


def case(world: DeskWorld) -> Case:
    found = world.state(f"case/{CASE}")
    assert isinstance(found, Case)
    return found


def refused(world: DeskWorld, command: Any) -> str:
    with pytest.raises(Refused) as told:
        world.do(command)
    return told.value.code


def test_a_procedure_gives_its_steps_and_the_first_one_begins(world: DeskWorld) -> None:
    world.do(SetProcedure(case=CASE, procedure="V1"))
    state = case(world).checklist
    assert [line.id for line in state.lines] == ["1", "2", "3", "4"]
    assert [line.started_at is not None for line in state.lines] == [True, False, False, False]
    assert state.lines[0].due_at == world.now + 2 * HOUR
    clock = next(line for line in deadlines(case(world)) if line.name == "step:1")
    assert (clock.due_at, clock.met_at) == (world.now + 2 * HOUR, None)


def test_the_case_keeps_the_version_it_began_with(world: DeskWorld) -> None:
    world.do(SetProcedure(case=CASE, procedure="V1"))
    world.do(AmendRecord(subject="procedure/V1", fields={"steps": STEPS[:1]}, reason="简化"))
    assert len(case(world).checklist.lines) == 4
    assert case(world).checklist.version == 1
    world.do(SetProcedure(case=CASE, procedure="V1"))
    assert (len(case(world).checklist.lines), case(world).checklist.version) == (1, 2)


def test_nothing_behind_the_branches_is_done_before_all_of_them_are(world: DeskWorld) -> None:
    world.do(SetProcedure(case=CASE, procedure="V1"))
    world.do(TickStep(case=CASE, step="1"))
    assert {line.id for line in case(world).checklist.current} == {"2", "3"}
    assert refused(world, TickStep(case=CASE, step="4")) == "steps_join"
    assert refused(world, TickStep(case=CASE, step="2")) == "step_evidence"
    world.do(TickStep(case=CASE, step="2", words="会议记录第3号"))
    assert refused(world, TickStep(case=CASE, step="4")) == "steps_join"
    assert refused(world, TickStep(case=CASE, step="2", words="再来")) == "step_done"
    world.do(TickStep(case=CASE, step="3"))
    line = case(world).checklist.line("4")
    assert line is not None
    assert line.due_at == world.now + 48 * HOUR
    world.do(TickStep(case=CASE, step="4"))
    assert case(world).checklist.current == ()


def test_a_tick_is_taken_back_with_a_reason_and_from_the_end(world: DeskWorld) -> None:
    world.do(SetProcedure(case=CASE, procedure="V1"))
    for step in ("1", "2", "3", "4"):
        world.do(TickStep(case=CASE, step=step, words="有"))
    assert refused(world, UntickStep(case=CASE, step="2", words="看错了")) == "steps_behind"
    assert refused(world, UntickStep(case=CASE, step="4")) == "reason_needed"
    world.do(UntickStep(case=CASE, step="4", words="没办完"))
    world.do(UntickStep(case=CASE, step="2", words="看错了"))
    assert refused(world, UntickStep(case=CASE, step="2", words="又")) == "step_open"
    line = case(world).checklist.line("2")
    assert line is not None
    assert (line.done, line.words, line.due_at is not None) == (False, "", True)


def test_another_procedure_needs_a_reason_once_there_are_ticks(world: DeskWorld) -> None:
    world.do(ListRecord(subject="procedure/V2", fields={"name": "简单", "steps": STEPS[:1]}))
    assert refused(world, SetProcedure(case=CASE, procedure="W9")) == "procedure_unknown"
    world.do(SetProcedure(case=CASE, procedure="V1"))
    assert refused(world, SetProcedure(case=CASE, procedure="V1")) == "procedure_same"
    world.do(TickStep(case=CASE, step="1"))
    assert refused(world, SetProcedure(case=CASE, procedure="V2")) == "reason_needed"
    world.do(SetProcedure(case=CASE, procedure="V2", words="走错流程"))
    assert case(world).procedure == "V2"
    assert refused(world, TickStep(case=CASE, step="4")) == "step_unknown"


def test_one_branch_of_a_fork_is_enough() -> None:
    lines = (*(Line(Step(key, "一步", group="分", fork=True)) for key in "ab"), Line(Step("c", "后")))
    state = Checklist(lines=lines)
    assert {line.id for line in state.waits_for("c")} == {"a", "b"}
    done = Checklist(lines=(Line(lines[0].step, done_at=1), *lines[1:]))
    assert done.waits_for("c") == ()
    assert spared(done.lines) == {"b"}
    assert [line.id for line in done.current] == ["c"]


@given(step_lists, st.data())
def test_whatever_is_ticked_in_whatever_order_every_step_can_be_done(steps: list[Step], data: st.DataObject) -> None:
    state = Checklist(lines=tuple(Line(step) for step in steps))
    for _ in range(len(steps) + 1):
        free = [line.id for line in state.lines if not line.done and not state.waits_for(line.id)]
        if not state.current:
            break
        assert {line.id for line in state.current} <= set(free)
        chosen = data.draw(st.sampled_from(free))
        state = Checklist(lines=tuple(Line(one.step, done_at=1) if one.id == chosen else one for one in state.lines))
    assert all(passed(stage) for stage in stages(state.lines))


@given(step_lists)
def test_stages_keep_every_step_in_its_order(steps: list[Step]) -> None:
    assert [step for stage in stages(steps) for step in stage] == steps
    assert all(len(stage) == 1 or {step.group for step in stage} == {stage[0].group} for stage in stages(steps))
    assert list(steps_in([step.body for step in steps])) == steps


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(("id", "text", "hours", "group", "fork")), inner, max_size=4)
        ),
    )
)
def test_no_step_out_of_an_event_makes_a_fold_raise(told: Any) -> None:
    step_in(told)
    found = steps_in(told)
    assert len({step.id for step in found}) == len(found)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], "procedure_steps_missing"),
        ("步骤", "procedure_steps_missing"),
        ([{"id": "1", "text": " "}], "step_text_missing"),
        ([{"id": "1", "text": "a"}, {"id": "1", "text": "b"}], "step_id_taken"),
        ([{"id": "1", "text": "a", "hours": 0}], "step_hours_wrong"),
        ([{"id": str(n), "text": "a"} for n in range(41)], "procedure_too_long"),
        (
            [{"id": "1", "text": "a", "group": "x"}, {"id": "2", "text": "b"}, {"id": "3", "text": "c", "group": "x"}],
            "step_group_split",
        ),
    ],
)
def test_a_procedure_that_cannot_be_followed_is_not_saved(steps: Any, code: str) -> None:
    with pytest.raises(Refused) as told:
        check("procedure/x", {"name": "流程", "steps": steps})
    assert told.value.code == code


def test_the_procedure_that_names_most_of_the_kind_is_suggested_first() -> None:
    wide = Procedure("a", "宽", kinds=("停车管理",))
    deep = Procedure("b", "深", kinds=("停车管理/私装地锁",))
    channel = Procedure("c", "途径", channels=("hotline",))
    off = Procedure("d", "停用", kinds=("停车管理/私装地锁",), active=False)
    found = fitting([wide, channel, off, deep], ("停车管理", "私装地锁"), "hotline")
    assert [one.id for one in found] == ["b", "a", "c"]
    assert fitting([wide, deep], ("消防",), "grid") == []


def test_words_of_a_step_are_gone_once_they_are_erased(world: DeskWorld) -> None:
    world.do(SetProcedure(case=CASE, procedure="V1"))
    world.do(TickStep(case=CASE, step="1", words="居民王某签字"))
    facts = [fact for fact in world.facts[f"case/{CASE}"] if fact.verb in ("procedure_set", "step_ticked")]
    state = was_set(facts[0])
    bare = facts[1].__class__(
        **{name: getattr(facts[1], name) for name in facts[1].__slots__} | {"private": None, "erased": True}
    )
    line = ticked(state, bare).line("1")
    assert line is not None
    assert (line.done, line.words) == (True, "")

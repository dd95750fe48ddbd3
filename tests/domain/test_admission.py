"""Admission of new tasks: in the list it is registered, an emergency is acted on first, everything else goes back with a reply."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from commandcenter.domain.admission import FINDINGS, NEXT, STAGES, Admission, deadlines, may
from commandcenter.domain.admission_acts import (
    CHECK,
    REPORT,
    ActFirst,
    AdmissionCommand,
    CheckTask,
    ReceiveTask,
    RegisterTask,
    ReturnTask,
)
from commandcenter.domain.clock import HOUR
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from commandcenter.ui import wording
from hypothesis import given
from hypothesis import strategies as st
from slow_whistles import DeskWorld, office

ITEM = {"number": "9", "block": "safety", "part": "hold", "text": "先期处置", "basis_type": "law", "origin": "base"}


def world_with_list() -> DeskWorld:
    world = office()
    world.do(ListRecord(subject="responsibility/9", fields=ITEM))
    for key, value, unit in ((CHECK, 2, "working_day"), (REPORT, 24, "hour")):
        fields = {"name": key, "value": value, "unit": unit, "basis": "office", "source": "办公会"}
        world.do(ListRecord(subject=f"limit/{key}", fields=fields))
    return world


class Task:
    """A task at an office with a list of one item."""

    def __init__(self) -> None:
        self.world = world_with_list()
        found = self.world.do(ReceiveTask(sender="区水务局", title="排查沙袋", document="榆水7号", task="三日内"))
        self.subject = str(found.report["subject"])
        self.id = self.subject.partition("/")[2]

    @property
    def state(self) -> Admission:
        found = self.world.state(self.subject)
        assert isinstance(found, Admission)
        return found

    def code(self, act: type[AdmissionCommand], **told: Any) -> str:
        command = act(admission=self.id, **told)
        code = self.world.code(command)
        assert not code or wording.known(code), code
        if not code:
            self.world.do(command)
        return code


@pytest.fixture
def task() -> Task:
    return Task()


def test_what_stands_in_the_list_is_registered(task: Task) -> None:
    assert task.code(RegisterTask) == "admission_stage"
    assert task.code(CheckTask, finding="in_list") == "admission_item_missing"
    assert task.code(CheckTask, finding="in_list", item="8") == "admission_item_missing"
    assert task.code(CheckTask, finding="in_list", item="9") == ""
    assert task.code(ReturnTask, words="不办") == "admission_stage"
    assert task.code(ActFirst, words="去了") == "admission_stage"
    assert task.code(RegisterTask, unit="S03") == ""
    assert (task.state.stage, task.state.item_number, task.state.unit) == ("registered", "9", "S03")
    assert task.state.closed_at is not None


def test_an_item_that_was_taken_off_is_none_to_register_under(task: Task) -> None:
    off = {"origin": "removed", "reason": "划出", "procedure": "第3号"}
    task.world.do(AmendRecord(subject="responsibility/9", fields=off))
    assert task.code(CheckTask, finding="in_list", item="9") == "admission_item_missing"


def test_an_emergency_is_acted_on_first_and_reported_within_the_limit(task: Task) -> None:
    assert task.code(CheckTask, finding="emergency") == "reason_needed"
    assert task.code(CheckTask, finding="emergency", words="今晚暴雨") == ""
    assert task.code(RegisterTask, approval="1号") == "admission_stage"
    assert task.code(ActFirst) == "words_needed"
    assert task.code(ActFirst, words="已转移", unit="S03") == ""
    line = next(line for line in deadlines(task.state) if line.name == "admission_report")
    assert line.due_at == task.world.now + 24 * HOUR
    assert task.code(RegisterTask) == "admission_approval_missing"
    assert task.code(RegisterTask, approval="榆政〔2026〕9号") == ""
    assert (task.state.approval, task.state.unit) == ("榆政〔2026〕9号", "S03")
    assert all(line.met_at is not None for line in deadlines(task.state))


def test_the_rest_goes_back_with_a_reply_of_its_own_number(task: Task) -> None:
    assert task.code(CheckTask, finding="outside", words="清单未列") == ""
    assert task.code(RegisterTask, approval="1号") == "admission_stage"
    assert task.code(ReturnTask) == "reason_needed"
    assert task.code(ReturnTask, words="请按程序报批") == ""
    assert task.state.reply.startswith("ZF-")
    assert task.state.number.startswith("ZR-")
    assert task.code(CheckTask, finding="outside", words="再看") == "admission_stage"


def test_a_document_needs_who_and_what() -> None:
    world = world_with_list()
    for command, code in (
        (ReceiveTask(sender=" ", title="x"), "admission_sender_missing"),
        (ReceiveTask(sender="x", title=" "), "admission_title_missing"),
        (CheckTask(admission="nobody", finding="outside", words="x"), "admission_unknown"),
    ):
        with pytest.raises(Refused) as refused:
            world.do(command)
        assert refused.value.code == code


@given(st.randoms(use_true_random=False))
def test_any_acts_lead_only_along_the_ways_there_are(chance: random.Random) -> None:
    task = Task()
    seen = [task.state.stage]
    acts: list[tuple[type[AdmissionCommand], dict[str, Any]]] = [
        (
            CheckTask,
            {"finding": chance.choice((*FINDINGS, "perhaps")), "item": chance.choice(("9", "")), "words": "理由"},
        ),
        (ActFirst, {"words": "做了", "unit": chance.choice(("", "S03", "X1"))}),
        (RegisterTask, {"approval": chance.choice(("", "1号"))}),
        (ReturnTask, {"words": "退"}),
    ]
    for _ in range(8):
        act, told = chance.choice(acts)
        before = task.state
        code = task.code(act, **told)
        if code:
            assert task.state == before
        seen.append(task.state.stage)
    for one, other in pairwise(seen):
        assert other == one or any(_stage_after(act) == other for act in NEXT[one])
    assert set(seen) <= set(STAGES)
    assert (task.state.closed_at is not None) == (task.state.stage in ("registered", "returned"))
    assert task.state.irregular == ()


def _stage_after(act: str) -> str:
    return {"acted": "acting"}.get(act, act)


@given(st.lists(st.sampled_from(("received", "checked", "acted", "registered", "returned", "what")), max_size=6))
def test_entries_in_any_order_fold_and_what_does_not_follow_is_marked(verbs: list[str]) -> None:
    task = Task()
    pattern = task.world.facts[task.subject][0]
    facts = [
        pattern.__class__(
            **{name: getattr(pattern, name) for name in pattern.__slots__}
            | {
                "kind": f"admission.{verb}",
                "hlc": place,
                "id": pattern.id.__class__("n9", place + 1),
                "seen": {},
                "body": {"finding": "outside"},
            }
        )
        for place, verb in enumerate(verbs)
    ]
    state = Admission()
    marked = 0
    for place, fact in enumerate(facts):
        marked += not may(state, fact.verb)
        state = folded(task.subject, facts[: place + 1])
    assert len(state.irregular) == marked

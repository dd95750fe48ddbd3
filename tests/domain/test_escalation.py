"""Escalation: at a share of a limit or after too many redos an order is brought before a leader, once, by whichever desk."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.clock import HOUR, MINUTE, stamp
from commandcenter.domain.command import Who
from commandcenter.domain.deadline import STALE_AFTER_MS, Deadline
from commandcenter.domain.escalation_acts import EscalateCase, TakeEscalation
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.subjects import folded
from paper_world import PaperWorld
from small_office import records

CASE = "case/c1"
FULL, HALF_OVER = "escalate:E1:resolve", "escalate:E2:resolve"


def rule(world: PaperWorld, key: str, **told: Any) -> None:
    world.do(
        ListRecord(subject=f"escalation/{key}", fields={"clock": "resolve", "to": "on_duty", "basis": "office"} | told)
    )


@pytest.fixture
def world() -> PaperWorld:
    """An urgent order of two hours, watched by two rules; a third is about other orders."""
    world = PaperWorld().found(records())
    world.do(
        ListRecord(subject="case_limit/L1", fields={"grade": "urgent", "value": 2, "unit": "hour", "basis": "office"})
    )
    rule(world, "E1", share=100, grade="urgent")
    rule(world, "E2", share=150, to="main")
    rule(world, "E3", share=50, grade="prompt")
    rule(world, "E4", clock="redone", times=1, to="named", person="P1")
    world.do(RegisterCase(matter=Matter(title="冒烟", grade="urgent"), case="c1"))
    return world


def state(world: PaperWorld) -> Case:
    return world.state(CASE)  # type: ignore[no-any-return]


def lines(world: PaperWorld) -> dict[str, Deadline]:
    return {line.name: line for line in deadlines(state(world)) if line.name.startswith("escalate:")}


def raise_all(world: PaperWorld) -> int:
    """What the tick does: bring before the leaders whatever has passed. Counts the entries."""
    written = 0
    for name, line in lines(world).items():
        if line.due_at <= world.now and not line.raised.at:
            command = EscalateCase(subject=CASE, clock=name, on_duty="P7", main="P9", happened_at=line.due_at)
            written += len(world.do(command).drafts)
    return written


def test_the_moments_lie_at_their_share_of_the_limit(world: PaperWorld) -> None:
    start = state(world).received_at
    assert {name: line.due_at - start for name, line in lines(world).items()} == {FULL: 2 * HOUR, HALF_OVER: 3 * HOUR}


def test_an_order_is_brought_before_each_leader_once(world: PaperWorld) -> None:
    assert raise_all(world) == 0
    world.pass_time(2 * HOUR)
    assert raise_all(world) == 1
    told = state(world).escalated[FULL]
    assert (told.to, told.person, told.share, told.rule, told.taken_at) == ("on_duty", "P7", 100, "E1", None)
    again = EscalateCase(subject=CASE, clock=FULL, on_duty="P8")
    assert not world.do(again).drafts
    world.pass_time(HOUR)
    assert raise_all(world) == 1
    assert state(world).escalated[HALF_OVER].person == "P9"


def test_it_is_not_brought_too_early_nor_when_the_clock_was_met_or_stands(world: PaperWorld) -> None:
    assert not world.do(EscalateCase(subject=CASE, clock=FULL)).drafts
    assert world.code(EscalateCase(subject=CASE, clock="resolve")) == "escalation_clock_unknown"
    world.pass_time(3 * HOUR)
    met = fact(world, "case.refused", {"reason": "secret"})
    world.take_in(met)
    assert raise_all(world) == 0


def test_found_long_after_it_stands_in_the_list_and_is_no_alarm(world: PaperWorld) -> None:
    world.pass_time(2 * HOUR + STALE_AFTER_MS + MINUTE)
    raise_all(world)
    line = lines(world)[FULL]
    assert "due" in line.raised.expired
    assert state(world).escalated[FULL].taken_at is None


def test_a_leader_takes_note_of_all_that_waits(world: PaperWorld) -> None:
    assert world.code(TakeEscalation(case="c1")) == "nothing_raised"
    world.pass_time(3 * HOUR)
    raise_all(world)
    world.who = Who(actor="", seat="A")
    assert world.code(TakeEscalation(case="c1")) == "person_missing"
    world.who = Who(actor="P9", seat="A")
    world.do(TakeEscalation(case="c1", words="马上去"))
    assert {one.taken_by for one in state(world).escalated.values()} == {"P9"}
    assert all(line.raised.acknowledged_at == world.now for line in lines(world).values()), "the alarm is gone with it"
    assert not world.do(TakeEscalation(case="c1", clock=FULL, person="P7")).drafts, "the first time stands"
    assert all("马上去" not in str(fact.body) for fact in world.facts[CASE]), "words are private"


def test_a_changed_rule_moves_no_order_that_is_under_way(world: PaperWorld) -> None:
    before = lines(world)
    world.do(AmendRecord(subject="escalation/E1", fields={"share": 300, "to": "main"}))
    rule(world, "E9", share=60)
    assert lines(world) == before
    world.do(RegisterCase(matter=Matter(title="冒烟", grade="urgent"), case="c2"))
    names = {line.name for line in deadlines(world.state("case/c2")) if line.name.startswith("escalate:")}
    assert names == {FULL, HALF_OVER, "escalate:E9:resolve"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"clock": "lunch"}, "escalation_clock_unknown"),
        ({"to": "mayor"}, "escalation_role_unknown"),
        ({"to": "named"}, "escalation_person_missing"),
        ({"share": 49}, "limit_out_of_range"),
        ({"share": 1.5}, "limit_out_of_range"),
        ({"clock": "redone", "times": 0}, "limit_out_of_range"),
        ({"grade": "calm"}, "grade_unknown"),
        ({"basis": "hearsay"}, "limit_basis_unknown"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(world: PaperWorld, fields: dict[str, Any], code: str) -> None:
    told = {"clock": "resolve", "to": "on_duty", "share": 100, "basis": "office"} | fields
    assert world.code(ListRecord(subject="escalation/E8", fields=told)) == code


# --- two desks --------------------------------------------------------------------------------------------------------


def fact(world: PaperWorld, kind: str, body: dict[str, Any], *, node: str = "B", seq: int = 1, ahead: int = 0) -> Fact:
    """An entry of another desk that had seen what this one has."""
    return Fact(
        id=EventId(node, seq),
        hlc=stamp(world.now + ahead, 1),
        happened_at=world.now + ahead,
        recorded_at=world.now + ahead,
        subject=CASE,
        kind=kind,
        mode="real",
        actor="P2",
        role="system",
        seat=node,
        assurance="none",
        on_behalf_of="",
        channel="system",
        body=body,
        private=None,
        seen=dict(world.heads(CASE)),
    )


def test_two_desks_that_bring_the_same_order_make_one_whatever_comes_first(world: PaperWorld) -> None:
    body = {"clock": FULL, "threshold": "due", "rule": "E1", "watched": "resolve", "share": 100, "to": "on_duty"}
    world.pass_time(2 * HOUR)
    ours = fact(world, "case.escalated", body | {"person": "P7"}, node="A1", seq=900)
    theirs = fact(world, "case.escalated", body | {"person": "P8"}, node="B", ahead=-200)
    taken = fact(world, "case.escalation_taken", {"clock": FULL, "person": "P7"}, node="C", ahead=5)
    before = world.facts[CASE]
    ways = [folded(CASE, [*before, *order]) for order in permutations((ours, theirs, taken))]
    assert all(way == ways[0] for way in ways)
    told = ways[0].escalated[FULL]
    assert len(ways[0].escalated) == 1
    assert told.at == theirs.happened_at
    assert ways[0].raised[FULL].at == {"due": theirs.happened_at}

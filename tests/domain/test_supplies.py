"""Supplies: whatever is entered, on one desk or two, what was taken is what came back, was used, is broken or is still out."""

from __future__ import annotations

import random
from typing import Any

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.sitrep_acts import IssueReport
from commandcenter.domain.subjects import folded
from commandcenter.domain.supply import WAYS, Supply, still_out
from commandcenter.domain.supply_acts import SettleSupply, StrikeSupply, TakeSupply
from commandcenter.domain.whistle_acts import CloseWhistle, EndDrill, StandDown
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown
from two_desks import apart, tried


def taken(quantity: int = 30) -> tuple[PaperWorld, str]:
    world = blown()
    take = TakeSupply(whistle=W, item="对讲机", quantity=quantity, measure="部", unit=UNIT)
    return world, world.do(take).drafts[0].subject


def supply(world: PaperWorld, subject: str) -> Supply:
    found: Supply = world.state(subject)
    return found


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing named": ({"item": " ", "quantity": 1, "taken_by": "沈建勋"}, "item_needed"),
    "none of it": ({"item": "沙袋", "quantity": 0, "taken_by": "沈建勋"}, "quantity_needed"),
    "less than none": ({"item": "沙袋", "quantity": -5, "taken_by": "沈建勋"}, "count_negative"),
    "by nobody": ({"item": "沙袋", "quantity": 5}, "taker_needed"),
    "by a person": ({"item": "沙袋", "quantity": 5, "taken_by": "沈建勋"}, ""),
    "by a unit": ({"item": "沙袋", "quantity": 5, "unit": UNIT}, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_taking_needs(name: str) -> None:
    told, code = REFUSED[name]
    assert blown().code(TakeSupply(whistle=W, **told)) == code


def test_what_is_out_comes_back_in_parts_and_the_rest_is_told() -> None:
    world, subject = taken()
    world.do(SettleSupply(supply=subject, way="returned", quantity=20))
    assert (supply(world, subject).rest, supply(world, subject).stage) == (10, "out")
    assert world.code(SettleSupply(supply=subject, way="returned", quantity=11)) == "more_than_open"
    assert world.code(SettleSupply(supply=subject, way="written_off", quantity=1)) == "reason_needed"
    assert world.code(SettleSupply(supply=subject, way="lent", quantity=1)) == "supply_way_unknown"
    world.do(SettleSupply(supply=subject, way="consumed", quantity=9))
    world.pass_time(MINUTE).do(SettleSupply(supply=subject, way="damaged", quantity=1, words="进水"))
    found = supply(world, subject)
    assert (found.stage, found.closed_at, found.sum("returned")) == ("settled", world.now, 20)


def test_a_slip_is_struck_and_stays_on_record() -> None:
    world, subject = taken()
    world.do(SettleSupply(supply=subject, way="returned", quantity=30))
    world.do(StrikeSupply(supply=subject))
    assert (supply(world, subject).rest, len(supply(world, subject).entries)) == (30, 1)
    world.do(StrikeSupply(supply=subject))
    assert supply(world, subject).stage == "struck"
    assert not still_out([supply(world, subject)])
    assert world.code(SettleSupply(supply=subject, way="returned", quantity=1)) == "supply_unknown"


def test_an_incident_is_not_closed_over_borrowed_things_without_a_word() -> None:
    world, subject = taken()
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"}))
    left = CloseWhistle(whistle=W, supplies_words="对讲机留给物业巡查，明日收回")
    assert world.code(left) == "final_report_missing", "a reason about supplies is none for the report"
    assert world.code(CloseWhistle(whistle=W, words="明日收回")) == "final_report_missing"
    assert world.code(CloseWhistle(whistle=W, no_report_words="区里同意不报")) == "supplies_out"
    both = CloseWhistle(whistle=W, no_report_words="区里同意不报", supplies_words="明日收回")
    assert world.code(both) == ""
    for stage in ("initial", "final"):
        world.pass_time(MINUTE).do(IssueReport(whistle=W, stage=stage, items={"loss": "无"}))
    assert world.code(CloseWhistle(whistle=W)) == "supplies_out"
    world.do(SettleSupply(supply=subject, way="returned", quantity=30))
    assert world.code(CloseWhistle(whistle=W)) == ""


def test_what_comes_back_after_the_end_is_entered_then() -> None:
    world, subject = taken()
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"}))
    reasons = {"no_report_words": "区里同意不报", "supplies_words": "明日收回"}
    world.pass_time(MINUTE).do(CloseWhistle(whistle=W, **reasons))
    assert world.code(TakeSupply(whistle=W, item="沙袋", quantity=1, unit=UNIT)) == "whistle_closed"
    world.do(SettleSupply(supply=subject, way="returned", quantity=30))
    assert supply(world, subject).stage == "settled"


def test_what_a_drill_takes_is_of_the_drill() -> None:
    world = blown(mode="drill", drill="SC01")
    subject = world.do(TakeSupply(whistle=W, item="沙袋", quantity=5, unit=UNIT)).drafts[0].subject
    assert supply(world, subject).mode == "drill"
    world.do(EndDrill(whistle=W))
    assert supply(world, subject).mode == "drill"


def acts(subject: str) -> st.SearchStrategy[list[Command]]:
    settled = st.builds(
        SettleSupply,
        supply=st.just(subject),
        way=st.sampled_from(WAYS),
        quantity=st.integers(0, 20),
        words=st.sampled_from(("", "进水")),
    )
    return st.lists(st.one_of(settled, settled, st.builds(StrikeSupply, supply=st.just(subject))), max_size=8)


def adds_up(found: Supply) -> bool:
    told = sum(found.sum(way) for way in WAYS)
    return found.struck_at is not None or found.quantity == told + found.rest


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_the_sums_agree_and_two_desks_come_to_the_same(data: st.DataObject) -> None:
    world, subject = taken()
    here, there = data.draw(acts(subject)), data.draw(acts(subject))
    tried(world, here[:2])
    assert adds_up(supply(world, subject))
    assert supply(world, subject).rest >= 0
    facts = apart(world, here[2:], there, subject)
    found = folded(subject, facts)
    shuffled = list(facts)
    random.Random(len(facts)).shuffle(shuffled)
    assert folded(subject, shuffled) == found
    assert adds_up(found)
    assert not found.irregular

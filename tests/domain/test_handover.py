"""The hand-over: everything open is read as it stands, red needs a remark, both sign, and nobody leaves before."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from commandcenter.domain.clock import HOUR, MINUTE, at_local
from commandcenter.domain.command import Command, Who
from commandcenter.domain.duty_acts import (
    LeaveShift,
    PlanShifts,
    ReportZero,
    SetShift,
    SignInForShift,
    Substitute,
    SwapShifts,
    WithdrawZeroReport,
)
from commandcenter.domain.handover import HandOver, Item, Missing, in_order
from commandcenter.domain.handover_acts import (
    BeginHandOver,
    CountEquipment,
    DropHandOver,
    ReadItem,
    RemarkItem,
    SignHandOver,
)
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.seat import seated_in
from commandcenter.domain.subjects import folded
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from two_desks import apart

DAY_ONE, DAY_TWO = "20260716", "20260717"
NOW = at_local(date(2026, 7, 17), 8, 10)
ITEMS = (
    Item("whistle:w1", "incident", words="院内进水", number="YJ-2026-0717-A01"),
    Item("clock:whistle/w1:final", "report", code="final", due_at=NOW - HOUR, red=True),
    Item("cases:unsigned", "case", code="unsigned", number="A0011、A0014", count=2),
)


def office() -> PaperWorld:
    world = PaperWorld(at_local(date(2026, 7, 15), 12))
    for person in ("L1", "L2", "C1", "D1", "C2", "D2", "S1", "K1", "K2", "X1"):
        world.do(ListRecord(subject=f"person/{person}", fields={"post": "值班员"}, words={"name": f"人{person}"}))
    for key, name, count in (("radio", "对讲机", 30), ("keys", "车钥匙", 3)):
        world.do(ListRecord(subject=f"equipment/{key}", fields={"name": name, "count": count}))
    leaders = [{"people": ["L1"]}, {"people": ["L2"]}]
    clerks = [{"people": ["C1", "D1"]}, {"people": ["C2", "D2"]}]
    calls = [{"people": ["K1"]}, {"people": ["K2"]}]
    posts = [
        {"role": "leader", "cycle": leaders},
        {"role": "clerk", "cycle": clerks},
        {"role": "community", "unit": "A1", "cycle": calls},
    ]
    world.do(ListRecord(subject="rota/main", fields={"since": "2026-07-16", "hour": 510, "posts": posts}))
    world.do(PlanShifts(first="2026-07-16", last="2026-07-18"))
    world.now = at_local(date(2026, 7, 16), 8, 20)
    for person in ("L1", "C1", "D1", "K1"):
        world.do(SignInForShift(shift=DAY_ONE, person=person))
    world.now = NOW
    return world


def state(world: PaperWorld) -> HandOver:
    found: HandOver = world.state(f"handover/{DAY_ONE}")
    return found


def sign(person: str, side: str, **more: Any) -> SignHandOver:
    return SignHandOver(shift=DAY_ONE, person=person, side=side, **({"items": ITEMS, "typed": f"人{person}"} | more))


def begin(world: PaperWorld, person: str = "C2") -> None:
    """Who comes signs in, and they sit down together."""
    world.do(SignInForShift(shift=DAY_TWO, person=person))
    world.do(BeginHandOver(shift=DAY_ONE))


def read_all(world: PaperWorld, *, come: str = "C2") -> None:
    if not state(world).known:
        begin(world, come)
    for item in ITEMS:
        world.do(ReadItem(shift=DAY_ONE, item=item))
    world.do(RemarkItem(shift=DAY_ONE, key=ITEMS[1].key, words="区里已电话催过，九点前报"))
    for key, found in (("radio", 30), ("keys", 3)):
        world.do(CountEquipment(shift=DAY_ONE, equipment=key, found=found))


def test_nobody_signs_before_all_was_read_counted_and_said() -> None:
    world = office()
    assert world.code(ReadItem(shift=DAY_ONE, item=ITEMS[0])) == "handover_not_begun"
    assert world.code(BeginHandOver(shift=DAY_ONE)) == "nobody_came"
    world.do(SignInForShift(shift=DAY_TWO, person="D2"))
    world.do(BeginHandOver(shift=DAY_ONE))
    assert not world.do(BeginHandOver(shift=DAY_ONE)).drafts, "they sit together already"
    assert world.code(sign("C1", "out")) == "items_unread"
    for item in ITEMS:
        world.do(ReadItem(shift=DAY_ONE, item=item))
    assert world.code(sign("C1", "out")) == "handover_red", "a report timer is red and nothing is said of it"
    world.do(RemarkItem(shift=DAY_ONE, key=ITEMS[1].key, words="九点前报"))
    assert world.code(sign("C1", "out")) == "equipment_uncounted"
    world.do(CountEquipment(shift=DAY_ONE, equipment="radio", found=29, words="一部送修"))
    world.do(CountEquipment(shift=DAY_ONE, equipment="keys", found=3))
    assert state(world).counted["radio"].short
    world.do(sign("C1", "out"))
    assert state(world).stage == "signing"
    assert world.code(sign("C2", "into")) == "not_signed_in"
    world.do(SignInForShift(shift=DAY_TWO, person="C2"))
    assert world.do(sign("C2", "into")).report == {"closed": True}
    assert (state(world).stage, state(world).taken_by) == ("done", DAY_TWO)
    assert world.code(sign("D2", "into")) == "handover_done"
    assert world.code(RemarkItem(shift=DAY_ONE, key="x", words="y")) == "handover_done"


def test_an_item_that_changed_is_read_again() -> None:
    world = office()
    read_all(world)
    more = Item("cases:unsigned", "case", code="unsigned", number="A0011、A0014、B0009", count=3)
    items = (*ITEMS[:2], more)
    assert world.code(sign("C1", "out", items=items)) == "items_unread"
    world.do(ReadItem(shift=DAY_ONE, item=more))
    assert world.code(sign("C1", "out", items=items)) == ""
    assert state(world).read["cases:unsigned"].times == 2


@pytest.mark.parametrize(
    ("person", "side", "code"),
    [
        ("C2", "out", "not_on_shift"),
        ("C1", "into", "not_on_shift"),
        ("K1", "out", "not_on_shift"),  # a community on call hands nothing over
        ("nobody", "out", "person_unknown"),
        ("C1", "middle", "handover_side"),
    ],
)
def test_only_who_stands_on_a_side_signs_for_it(person: str, side: str, code: str) -> None:
    world = office()
    read_all(world)
    assert world.code(sign(person, side)) == code


def test_a_signature_asks_for_the_pin_where_there_is_one_and_for_two_people() -> None:
    world = office()
    read_all(world)
    for typed in ("", "人D1", "人"):
        assert world.code(sign("C1", "out", typed=typed)) == "name_not_signed", "nobody signs for another"
    world.do(AmendRecord(subject="person/C1", fields={"pin": "00:00"}))
    assert world.code(sign("C1", "out")) == "pin_needed"
    world.do(sign("C1", "out", assurance="pin"))
    assert world.code(sign("C1", "out", assurance="pin")) == "signed_already"
    assert world.code(sign("D1", "out")) == "", "the second clerk may sign beside the first"
    world.do(sign("D1", "out", typed="人 D1"))
    assert [one.assurance for one in state(world).signatures] == ["pin", "name"]


def test_nobody_leaves_before_they_are_relieved_and_forced_leaving_is_marked() -> None:
    world = office()
    assert world.code(LeaveShift(shift=DAY_ONE, person="C1")) == "not_relieved"
    assert world.code(LeaveShift(shift=DAY_ONE, person="C2")) == "not_on_shift"
    forced = {"shift": DAY_ONE, "person": "D1", "forced": True, "words": "急病送医"}
    assert world.code(LeaveShift(**forced)) == "leader_needed"
    assert world.code(LeaveShift(**forced, signed_by="D1")) == "leader_needed"
    assert world.code(LeaveShift(**forced | {"words": " "}, signed_by="L1")) == "reason_needed"
    assert world.code(LeaveShift(**forced | {"person": "L1"}, signed_by="L1")) == "leader_needed", "not for themselves"
    assert world.code(LeaveShift(**forced, signed_by="L1", typed="人D1")) == "name_not_signed"
    assert world.code(LeaveShift(**forced, signed_by="L1", typed="人L1")) == ""
    world.do(AmendRecord(subject="person/L1", fields={"pin": "00:00"}))
    assert world.code(LeaveShift(**forced, signed_by="L1", typed="人L1")) == "pin_needed"
    world.do(LeaveShift(**forced, signed_by="L1", assurance="pin"))
    gone = world.state(f"shift/{DAY_ONE}").life.left["D1"]
    assert (gone.forced, gone.signed_by, gone.words) == (True, "L1", "急病送医")
    assert world.code(LeaveShift(shift=DAY_ONE, person="D1")) == "left_already"
    world.do(SignInForShift(shift=DAY_ONE, person="D1"))
    assert world.state(f"shift/{DAY_ONE}").life.left == {}, "back at the post"
    read_all(world)
    world.do(SignInForShift(shift=DAY_TWO, person="C2"))
    world.do(sign("C1", "out"))
    assert world.code(LeaveShift(shift=DAY_ONE, person="C1")) == "not_relieved", "one signature is none"
    world.do(sign("C2", "into"))
    world.do(LeaveShift(shift=DAY_ONE, person="C1"))
    assert not world.state(f"shift/{DAY_ONE}").life.left["C1"].forced


def test_who_is_on_call_goes_when_the_next_has_come() -> None:
    world = office()
    assert world.code(LeaveShift(shift=DAY_ONE, person="K1")) == "not_relieved"
    world.do(SignInForShift(shift=DAY_TWO, person="K2"))
    assert world.code(LeaveShift(shift=DAY_ONE, person="K1")) == ""


def test_a_substitute_stands_for_both_names_and_may_sign() -> None:
    world = office()
    assert world.code(Substitute(shift=DAY_TWO, person="C2", by="X1")) == "reason_needed"
    assert world.code(Substitute(shift=DAY_TWO, person="C2", by="D2", words="病")) == "on_shift_already"
    assert world.code(Substitute(shift=DAY_TWO, person="C1", by="X1", words="病")) == "not_on_shift"
    assert world.code(Substitute(shift=DAY_TWO, person="C2", by="nobody", words="病")) == "person_unknown"
    world.do(Substitute(shift=DAY_TWO, person="C2", by="X1", words="病"))
    line = world.state(f"shift/{DAY_TWO}").line_of("X1")
    assert (line.instead_of, line.role) == ("C2", "clerk")
    read_all(world, come="X1")
    assert world.code(sign("C2", "into")) == "not_on_shift"
    assert world.code(sign("X1", "into")) == ""
    world.do(Substitute(shift=DAY_TWO, person="X1", by="C2", words="好了"))
    assert world.state(f"shift/{DAY_TWO}").line_of("C2").instead_of == ""


def test_two_people_swap_and_each_stands_for_the_other() -> None:
    world = office()
    swap = SwapShifts(shift=DAY_ONE, person="C1", other_shift=DAY_TWO, other="C2", words="家里有事")
    assert world.code(SwapShifts(shift=DAY_ONE, person="C1", other_shift=DAY_ONE, other="D1", words="x")) == "swap_same"
    assert world.code(SwapShifts(shift=DAY_ONE, person="C1", other_shift=DAY_TWO, other="C2")) == "reason_needed"
    world.do(swap)
    here, there = (world.state(f"shift/{key}") for key in (DAY_ONE, DAY_TWO))
    assert (here.line_of("C2").instead_of, there.line_of("C1").instead_of) == ("C1", "C2")
    assert here.life.substituted[0].swapped == DAY_TWO


def test_a_quiet_shift_is_told_once_and_a_loud_one_never_as_zero() -> None:
    world = office()
    world.do(ListRecord(subject="limit/duty.zero", fields={"value": 2, "unit": "hour", "basis": "office"}))
    world.now -= 6 * HOUR
    assert world.code(ReportZero(shift=DAY_ONE, receiver="孔文")) == "zero_early"
    assert world.code(ReportZero(shift=DAY_ONE, receiver="孔文", reason="区里要求")) == ""
    world.now = NOW
    assert world.code(ReportZero(shift=DAY_ONE, receiver="孔文", incidents=1)) == "not_quiet"
    assert world.code(ReportZero(shift=DAY_ONE, receiver=" ")) == "receiver_needed"
    world.do(ReportZero(shift=DAY_ONE, receiver="孔文"))
    assert world.state(f"shift/{DAY_ONE}").life.zero.receiver == "孔文"
    assert world.code(ReportZero(shift=DAY_ONE, receiver="孔文")) == "reported_already"
    world.do(WithdrawZeroReport(shift=DAY_ONE))
    assert world.state(f"shift/{DAY_ONE}").life.zero is None
    assert world.code(WithdrawZeroReport(shift=DAY_ONE)) == "nothing_to_undo"
    world.who = Who()
    assert world.code(ReportZero(shift=DAY_ONE, receiver="孔文")) == "sign_in_first"


def clerks(world: PaperWorld) -> list[str]:
    return [line.person for line in seated_in(world, DAY_ONE, world.state(f"shift/{DAY_ONE}")).of("clerk")]


def hand(world: PaperWorld, out: str, into: str, turn: int) -> None:
    """A whole hand-over out of the hour."""
    assert world.code(BeginHandOver(shift=DAY_ONE)) == "handover_early"
    world.do(BeginHandOver(shift=DAY_ONE, reason="发烧就医"))
    for key in ("radio", "keys"):
        world.do(CountEquipment(shift=DAY_ONE, equipment=key, found=3))
    world.do(sign(out, "out", items=()))
    world.do(sign(into, "into", items=()))
    told = world.state(f"handover/{DAY_ONE}" + (f".{turn}" if turn > 1 else ""))
    assert (told.stage, told.reason, told.shift, told.round) == ("done", "发烧就医", DAY_ONE, turn)


def test_long_before_the_hour_only_the_two_who_sign_change_place_and_they_may_again() -> None:
    world = office()
    world.now = at_local(date(2026, 7, 16), 21, 54)
    world.do(SignInForShift(shift=DAY_TWO, person="C2"))
    hand(world, "C1", "C2", 1)
    shift = seated_in(world, DAY_ONE, world.state(f"shift/{DAY_ONE}"))
    assert [(line.person, line.role) for line in shift.people] == [
        ("L1", "leader"),
        ("D1", "clerk"),
        ("C2", "clerk"),
        ("K1", "community"),
    ]
    assert {"L1", "D1", "C2", "K1"} <= set(shift.signed_in)
    assert world.code(LeaveShift(shift=DAY_ONE, person="C1")) == ""
    for person in ("D1", "L1", "K1"):
        assert world.code(LeaveShift(shift=DAY_ONE, person=person)) == "not_relieved"
    assert world.code(LeaveShift(shift=DAY_TWO, person="C2")) == "not_relieved", "sits there for the shift before"
    world.do(LeaveShift(shift=DAY_ONE, person="C1"))
    world.now = at_local(date(2026, 7, 17), 3, 22)
    assert world.code(BeginHandOver(shift=DAY_ONE, reason="回来了")) == "nobody_came"
    world.do(SignInForShift(shift=DAY_ONE, person="C1"))
    hand(world, "C2", "C1", 2)
    assert clerks(world) == ["D1", "C1"]
    assert world.code(LeaveShift(shift=DAY_TWO, person="C2")) == "", "until their own shift begins"
    world.now = at_local(date(2026, 7, 17), 8, 10)
    world.do(BeginHandOver(shift=DAY_ONE))
    third = world.state(f"handover/{DAY_ONE}.3")
    assert (third.stage, third.early_by) == ("reading", 0), "near its end it needs no reason"
    for key in ("radio", "keys"):
        world.do(CountEquipment(shift=DAY_ONE, equipment=key, found=3))
    world.do(sign("C1", "out", items=()))
    world.do(sign("C2", "into", items=()))
    assert clerks(world) == ["C2"]
    assert world.code(LeaveShift(shift=DAY_ONE, person="D1")) == "", "the whole shift was handed over"
    assert world.code(BeginHandOver(shift=DAY_ONE)) == "handover_done"


def test_what_was_begun_by_mistake_counts_for_nothing() -> None:
    world = office()
    read_all(world)
    world.do(DropHandOver(shift=DAY_ONE))
    assert world.code(sign("C1", "out")) == "handover_not_begun"
    world.do(BeginHandOver(shift=DAY_ONE))
    assert world.code(sign("C1", "out")) == "items_unread", "what was read belongs to the hand-over that was dropped"
    read_all(world)
    world.do(sign("C1", "out"))
    assert world.code(DropHandOver(shift=DAY_ONE)) == "signed_already"


def test_without_a_following_shift_nobody_can_hand_over() -> None:
    world = office()
    world.do(SetShift(shift="20260901", fields=dict(world.state(f"shift/{DAY_ONE}").plan.fields), urgent=True))
    assert world.code(BeginHandOver(shift="20260718")) == "no_shift_follows"
    assert world.code(BeginHandOver(shift="none")) == "shift_unknown"


def test_items_are_read_in_the_order_of_what_presses() -> None:
    shuffled = list(ITEMS)
    Random(5).shuffle(shuffled)
    assert in_order(shuffled) == list(ITEMS)


# --- two desks ----------------------------------------------------------------------------------------------------

ACTS: tuple[Command, ...] = (
    SignInForShift(shift=DAY_TWO, person="C2"),
    BeginHandOver(shift=DAY_ONE),
    DropHandOver(shift=DAY_ONE),
    BeginHandOver(shift=DAY_ONE),
    *(ReadItem(shift=DAY_ONE, item=item) for item in ITEMS),
    RemarkItem(shift=DAY_ONE, key=ITEMS[1].key, words="九点前报"),
    CountEquipment(shift=DAY_ONE, equipment="radio", found=30),
    CountEquipment(shift=DAY_ONE, equipment="keys", found=2),
    sign("C1", "out"),
    sign("D1", "out"),
    sign("C2", "into"),
    LeaveShift(shift=DAY_ONE, person="C1"),
)


@settings(max_examples=80, deadline=None)
@given(
    before=st.lists(st.sampled_from(ACTS), max_size=8),
    here=st.lists(st.sampled_from(ACTS), max_size=12),
    there=st.lists(st.sampled_from(ACTS), max_size=12),
    order=st.randoms(use_true_random=False),
)
def test_two_desks_that_hand_over_agree_and_a_signed_one_had_two_sides(
    before: list[Command], here: list[Command], there: list[Command], order: Random
) -> None:
    from two_desks import tried

    world = office()
    tried(world, before)
    subject = f"handover/{DAY_ONE}"
    facts = apart(world, here, there, subject)
    told: HandOver = folded(subject, facts)
    order.shuffle(facts)
    assert folded(subject, facts) == told
    if told.closed_at is not None:
        assert told.signed("out")
        assert told.signed("into")
        assert len({one.person for one in told.signatures}) == len(told.signatures)
    everything = told.missing(ITEMS, ("radio", "keys"))
    if told.signatures and not there:
        assert everything == Missing()


def test_one_signature_on_two_desks_is_one() -> None:
    world = office()
    read_all(world)
    world.do(SignInForShift(shift=DAY_TWO, person="C2"))
    subject = f"handover/{DAY_ONE}"
    told: HandOver = folded(
        subject, apart(world, [sign("C1", "out")], [sign("C1", "out"), sign("C2", "into")], subject)
    )
    assert [one.person for one in told.signatures] == ["C1", "C2"]
    assert told.irregular
    assert told.stage == "done"


def test_every_way_through_is_reachable_and_takes_minutes() -> None:
    world = office()
    for act in ACTS:
        world.pass_time(MINUTE).do(act) if world.code(act) == "" else world.pass_time(MINUTE)
    assert state(world).stage == "done"
    assert world.state(f"shift/{DAY_ONE}").life.left.keys() == {"C1"}

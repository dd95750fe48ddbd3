"""Orders: one task, one receiver, read back, done with something to show for it - or dropped with a reason."""

from __future__ import annotations

import random

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import PostGroup
from commandcenter.domain.command_post_acts import SetUpPost
from commandcenter.domain.order import VERBS, GiveOrder, Order, SettleOrder, deadlines
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle_acts import CloseWhistle, DeclareFalseAlarm
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import W, blown
from two_desks import apart, tried


def ordered(**told: object) -> tuple[PaperWorld, list[str]]:
    world = blown("D07", "D03")
    command = GiveOrder(whistle=W, words="封闭路口", **told)  # type: ignore[arg-type]
    return world, [draft.subject for draft in world.do(command).drafts]


def order(world: PaperWorld, subject: str) -> Order:
    found: Order = world.state(subject)
    return found


def test_an_order_to_several_is_one_each() -> None:
    world, subjects = ordered(units=("D07", "D03"), danger="勿开灯", gear="绝缘靴", bounds="北口至桥头")
    found = [order(world, subject) for subject in subjects]
    assert [one.unit for one in found] == ["D07", "D03"]
    assert {(one.danger, one.gear, one.bounds) for one in found} == {("勿开灯", "绝缘靴", "北口至桥头")}
    world.do(SettleOrder(order=subjects[0], verb="done", words="已封", evidence="照片2张"))
    assert [order(world, subject).open for subject in subjects] == [False, True]


REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "to the same twice": ({"unit": "D07", "units": ("D07",)}, "unit_twice"),
    "to several of whom one is not here": ({"units": ("D07", "D01")}, "not_listed"),
    "to a group there is not": ({"group": "警戒交通"}, "group_unknown"),
    "spoken by nobody": ({"verbal": True}, "name_needed"),
    "spoken by a leader": ({"verbal": True, "orderer": "沈建勋", "read_back": True}, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_an_order_needs(name: str) -> None:
    told, code = REFUSED[name]
    assert blown("D07", "D03").code(GiveOrder(whistle=W, words="封闭路口", **told)) == code  # type: ignore[arg-type]


def test_an_order_goes_to_a_group_of_the_post() -> None:
    world = blown("D07")
    world.do(SetUpPost(whistle=W, commander_name="沈建勋", place_words="街口", groups=(PostGroup("警戒交通"),)))
    subject = world.do(GiveOrder(whistle=W, words="封路", group="警戒交通")).drafts[0].subject
    assert (order(world, subject).group, order(world, subject).unit) == ("警戒交通", "")


def test_a_spoken_order_keeps_who_spoke_and_that_it_was_repeated() -> None:
    world, subjects = ordered(verbal=True, orderer="沈建勋", read_back=True)
    found = order(world, subjects[0])
    assert (found.origin, found.orderer, found.read_back) == ("verbal", "沈建勋", True)


def test_an_order_taken_without_being_read_back_can_be_read_back_later_once() -> None:
    world, (subject,) = ordered(unit="D03")
    world.do(SettleOrder(order=subject, verb="acknowledged", told_by="邓少杰"))
    assert not order(world, subject).read_back
    taken = order(world, subject).acknowledged_at
    world.pass_time(MINUTE).do(SettleOrder(order=subject, verb="acknowledged", read_back=True))
    found = order(world, subject)
    assert (found.read_back, found.taken_by, found.acknowledged_at) == (True, "邓少杰", taken)
    assert world.code(SettleOrder(order=subject, verb="acknowledged", read_back=True)) == "already_recorded"


def test_progress_needs_words_and_dropping_a_reason() -> None:
    world, (subject,) = ordered(unit="D03")
    assert world.code(SettleOrder(order=subject, verb="progressed")) == "words_needed"
    assert world.code(SettleOrder(order=subject, verb="dropped")) == "reason_needed"
    world.do(SettleOrder(order=subject, verb="progressed", words="南口已封", told_by="邓少杰"))
    world.do(SettleOrder(order=subject, verb="dropped", words="交警已接手"))
    found = order(world, subject)
    assert ([step.words for step in found.progress], found.drop_reason, found.open) == (
        ["南口已封"],
        "交警已接手",
        False,
    )
    world.do(SettleOrder(order=subject, verb="reopened"))
    assert (order(world, subject).open, order(world, subject).drop_reason) == (True, "")


def test_what_is_overdue_is_computed() -> None:
    world = blown("D07")
    due = world.now + 10 * MINUTE
    subject = world.do(GiveOrder(whistle=W, words="封路", due_at=due)).drafts[0].subject
    assert [order(world, subject).overdue(at) for at in (due, due + 1)] == [False, True]
    assert deadlines(order(world, subject))[0].due_at == due
    world.do(SettleOrder(order=subject, verb="done"))
    assert not order(world, subject).overdue(due + 1)


def acts(subject: str) -> st.SearchStrategy[list[Command]]:
    settled = st.builds(
        SettleOrder,
        order=st.just(subject),
        verb=st.sampled_from(VERBS),
        words=st.sampled_from(("", "已封")),
        told_by=st.sampled_from(("", "邓少杰")),
        read_back=st.booleans(),
    )
    return st.lists(settled, max_size=8)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_two_desks_come_to_the_same(data: st.DataObject) -> None:
    world, (subject,) = ordered(unit="D03")
    here, there = data.draw(acts(subject)), data.draw(acts(subject))
    tried(world, here[:3])
    facts = apart(world, here[3:], there, subject)
    found = folded(subject, facts)
    shuffled = list(facts)
    random.Random(len(facts)).shuffle(shuffled)
    assert folded(subject, shuffled) == found
    assert not found.irregular
    assert found.open == (found.done_at is None and found.dropped_at is None)


def test_an_open_order_ends_with_its_incident_and_no_clock_of_its_runs_on() -> None:
    """Timers belong to what they time: a closed incident raises no alarm (anchors pain 11)."""
    world, (first,) = ordered(due_at=blown("D07").now + 10 * MINUTE)
    second = world.do(GiveOrder(whistle=W, words="断电")).drafts[0].subject
    world.do(SettleOrder(order=second, verb="done", words="已断"))
    world.do(DeclareFalseAlarm(whistle=W, words="冒烟是做饭"))
    world.do(CloseWhistle(whistle=W, words="误报，无需终报"))
    ended = order(world, first)
    assert (ended.open, ended.lapsed_at, order(world, second).lapsed_at) == (False, world.now, None)
    assert all(line.stopped for line in deadlines(ended))
    world.do(SettleOrder(order=first, verb="done", words="清点完，没有人滞留"))
    assert order(world, first).done_at == world.now

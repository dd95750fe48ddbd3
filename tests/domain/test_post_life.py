"""The life of a command post, P0 to P9: every legal way is open, no other; decisions keep what was known; nothing is lost."""

from __future__ import annotations

import random
from typing import Any

import pytest
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import HINTS, STEPS, Post, PostGroup, deadlines
from commandcenter.domain.command_post_acts import (
    ArchivePost,
    ChangeShift,
    ChooseSite,
    CloseGroup,
    Decide,
    EndPost,
    HandOverPost,
    HoldMeeting,
    OpenGroup,
    OrderDecision,
    ProposePost,
    SettleDecision,
    SetUpPost,
    TakeBackPost,
    WithdrawPost,
)
from commandcenter.domain.open_items import open_items
from commandcenter.domain.order import GiveOrder, SettleOrder
from commandcenter.domain.record import ListRecord
from commandcenter.domain.subjects import folded
from commandcenter.domain.supply_acts import SettleSupply, TakeSupply
from commandcenter.domain.transfer_acts import ListHousehold
from commandcenter.domain.whistle_acts import EndDrill, SetFact, StandDown
from commandcenter.domain.whistle_more_acts import ResumeDrill
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown, play
from two_desks import apart, tried

OVER = StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"})
ACTS: dict[str, Command] = {
    "propose": ProposePost(whistle=W, words="两户被困，多部门到场"),
    "site": ChooseSite(whistle=W, place_words="居委会二层", backup="小广场", hints=("upwind", "upslope")),
    "set up": SetUpPost(whistle=W, commander_name="沈建勋", place_words="居委会二层"),
    "group": OpenGroup(whistle=W, group="警戒交通", lead="邓少杰"),
    "meet": HoldMeeting(whistle=W, words="先救人，后排水"),
    "decide": Decide(whistle=W, words="转移低洼院"),
    "relieve": ChangeShift(whistle=W, out="沈建勋", into="马书记", words="事项另行交代"),
    "hand over": HandOverPost(whistle=W, to="区指挥部", words="现场两组"),
    "fire": HandOverPost(whistle=W, to="消防指挥员", words="明火未灭", scope="fire"),
    "take back": TakeBackPost(whistle=W),
    "downgrade": EndPost(whistle=W, by="downgraded", orderer="沈建勋"),
    "dissolve": EndPost(whistle=W, orderer="沈建勋"),
    "over": OVER,
    "withdraw": WithdrawPost(whistle=W, people=0, words="未到场"),
    "archive": ArchivePost(whistle=W, kept=("log",)),
}


def post(world: PaperWorld) -> Post:
    found: Post = world.state(f"post/{W}")
    return found


def after(*names: str) -> PaperWorld:
    """A post after some acts."""
    world = blown()
    for name in names:
        world.pass_time(MINUTE).do(ACTS[name])
    return world.pass_time(MINUTE)


WAYS: dict[tuple[str, ...], str] = {
    ("propose",): "proposed",
    ("propose", "site"): "sited",
    ("propose", "site", "set up"): "set_up",
    ("set up",): "set_up",
    ("set up", "group"): "grouped",
    ("set up", "group", "meet"): "running",
    ("set up", "meet", "relieve"): "running",
    ("set up", "group", "hand over"): "handed_over",
    ("set up", "fire", "meet"): "handed_over",
    ("set up", "fire", "hand over"): "handed_over",
    ("set up", "meet", "hand over", "take back"): "running",
    ("set up", "downgrade"): "ended",
    ("set up", "over"): "ended",
    ("set up", "hand over", "withdraw"): "counted",
    ("set up", "downgrade", "withdraw"): "counted",
    ("set up", "over", "withdraw"): "counted",
    ("set up", "over", "withdraw", "archive"): "archived",
    ("set up", "over", "withdraw", "archive", "set up"): "set_up",
}
"""Legal ways through the life of a post and where each leads (domain.md 2.11)."""


@pytest.mark.parametrize("way", WAYS)
def test_every_legal_way_is_open(way: tuple[str, ...]) -> None:
    assert post(after(*way)).step == WAYS[way]


def test_the_ways_reach_every_state_but_the_one_nobody_stays_in() -> None:
    assert set(WAYS.values()) == set(STEPS) - {"relieved"}


ILLEGAL: dict[tuple[str, ...], str] = {
    ("set up", "propose"): "post_set_up",
    ("group",): "post_missing",
    ("site", "meet"): "post_missing",
    ("propose", "decide"): "post_missing",
    ("relieve",): "post_missing",
    ("hand over",): "post_missing",
    ("set up", "take back"): "not_handed_over",
    ("set up", "hand over", "hand over"): "handed_over_already",
    ("set up", "hand over", "fire"): "handed_over_already",
    ("set up", "dissolve"): "not_over",
    ("set up", "downgrade", "downgrade"): "already_over",
    ("set up", "withdraw"): "not_over",
    ("set up", "fire", "withdraw"): "not_over",
    ("set up", "archive"): "not_withdrawn",
    ("archive",): "post_missing",
    ("set up", "over", "withdraw", "withdraw"): "post_missing",
    ("set up", "over", "withdraw", "archive", "archive"): "already_over",
    ("set up", "over", "dissolve"): "already_over",
}


@pytest.mark.parametrize("way", ILLEGAL)
def test_no_other_way_is(way: tuple[str, ...]) -> None:
    assert after(*way[:-1]).code(ACTS[way[-1]]) == ILLEGAL[way]


MORE: dict[str, tuple[Command, str]] = {
    "a site nowhere": (ChooseSite(whistle=W), "place_needed"),
    "a hint there is not": (ChooseSite(whistle=W, place_words="街口", hints=("pretty",)), "hint_unknown"),
    "proposed without a reason": (ProposePost(whistle=W, words=" "), "reason_needed"),
}


@pytest.mark.parametrize("name", MORE)
def test_what_else_is_needed(name: str) -> None:
    command, code = MORE[name]
    assert blown().code(command) == code


def test_the_ticks_of_a_site_stay_on_record() -> None:
    found = post(after("site"))
    assert (found.hints, found.site_words, found.backup_words) == (("upwind", "upslope"), "居委会二层", "小广场")
    assert set(found.hints) < set(HINTS)


# --- clocks ----------------------------------------------------------------------------------------------------------

LIMITS: dict[str, dict[str, Any]] = {
    "limit/post.first_meeting": {"value": 30, "unit": "minute", "basis": "office"},
    "limit/post.sitrep": {"value": 30, "unit": "minute", "basis": "office"},
    "limit/post.sitrep_later": {"value": 60, "unit": "minute", "basis": "office"},
    "limit/post.shift": {"value": 8, "unit": "hour", "basis": "office"},
}


def timed(*names: str) -> PaperWorld:
    """A post in an office that set limits for it, after some acts a minute apart."""
    world = blown()
    for subject, fields in LIMITS.items():
        if not world.state(subject).known:
            world.do(ListRecord(subject=subject, fields=fields))
    for name in names:
        world.pass_time(MINUTE).do(ACTS[name])
    return world


def running(world: PaperWorld) -> dict[str, int]:
    """The clocks that run: name → minutes until they are out."""
    rows = [row for row in deadlines(post(world)) if row.met_at is None and not row.stopped]
    return {row.name: (row.due_at - world.now) // MINUTE for row in rows}


def test_the_rhythm_of_meetings_and_shifts() -> None:
    world = timed("set up")
    assert running(world) == {"first_meeting": 30, "post_shift_1": 480}
    world.do(ACTS["meet"])
    assert running(world) == {"meeting_2": 30, "post_shift_1": 480}
    world.pass_time(20 * MINUTE).do(ACTS["meet"])
    assert running(world) == {"meeting_3": 60, "post_shift_1": 460}
    world.pass_time(7 * HOUR).do(ACTS["relieve"])
    assert running(world)["post_shift_2"] == 480


@pytest.mark.parametrize("name", ["hand over", "downgrade", "over"])
def test_no_clock_runs_once_it_is_not_ours_or_over(name: str) -> None:
    assert not running(timed("set up", "meet", name))


def test_where_the_fire_service_leads_the_fire_our_rhythm_goes_on() -> None:
    assert set(running(timed("set up", "meet", "fire"))) == {"meeting_2", "post_shift_1"}


def test_a_decision_with_a_due_time_runs_until_it_is_done_dropped_or_an_order() -> None:
    world = timed("set up")
    due = world.now + 20 * MINUTE
    for _ in range(3):
        world.do(Decide(whistle=W, words="架泵", due_at=due))
    names = [f"decision:{one.key}" for one in post(world).decisions]
    assert set(names) <= set(running(world))
    first, second, third = (one.key for one in post(world).decisions)
    world.do(SettleDecision(whistle=W, decision=first, verb="done", words="已架"))
    world.do(SettleDecision(whistle=W, decision=second, verb="dropped", words="水已退"))
    world.do(OrderDecision(whistle=W, decision=third))
    assert not set(names) & set(running(world))


def test_the_end_of_a_drill_ends_its_post() -> None:
    world = blown(mode="drill", drill="SC01")
    world.do(ACTS["set up"])
    assert post(world).mode == "drill"
    world.do(EndDrill(whistle=W))
    assert post(world).step == "ended"


def test_a_post_that_stands_again_begins_its_rhythm_anew() -> None:
    world = timed("set up", "meet", "relieve", "downgrade", "withdraw")
    world.pass_time(5 * HOUR).do(ACTS["set up"])
    assert running(world) == {"meeting_2": 30, "post_shift_2": 480}


def test_a_drill_that_goes_on_has_its_post_again() -> None:
    world = blown(mode="drill", drill="SC01")
    world.do(ACTS["set up"])
    world.pass_time(MINUTE).do(EndDrill(whistle=W))
    world.pass_time(MINUTE).do(ResumeDrill(whistle=W))
    assert post(world).step == "set_up"


# --- decisions -------------------------------------------------------------------------------------------------------


def test_a_decision_keeps_what_was_known_when_it_was_taken() -> None:
    world = blown("D07", "D03")
    world.do(ACTS["set up"])
    play(world, [("arrived", 4, {"people": 6})])
    world.do(SetFact(whistle=W, fact="trapped", value=2))
    world.do(SetFact(whistle=W, fact="hazard", words="水深40厘米"))
    world.do(GiveOrder(whistle=W, words="断电"))
    world.do(ListHousehold(whistle=W, address="9号院", people=5, stage="moved"))
    world.pass_time(MINUTE).do(Decide(whistle=W, words="先救人", basis="预案"))
    world.pass_time(MINUTE).do(SetFact(whistle=W, fact="trapped", value=0))
    found = post(world).decisions[0]
    assert dict(found.known) == {
        "trapped": 2,
        "asked": 2,
        "answered": 1,
        "arrived": 1,
        "on_scene": 1,
        "people": 6,
        "orders": 1,
        "moved": 5,
    }
    assert (found.hazard, found.orderer, found.number, found.basis) == ("水深40厘米", "沈建勋", "A1", "预案")
    told = {str(fact.id): fact for facts in world.facts.values() for fact in facts}
    assert told[found.entries["trapped"]].body["value"] == 2


def test_a_decision_entered_late_does_not_know_what_came_later() -> None:
    world = after("set up")
    then = world.now
    world.pass_time(10 * MINUTE).do(SetFact(whistle=W, fact="injured", value=1))
    world.do(GiveOrder(whistle=W, words="断电"))
    world.do(ListHousehold(whistle=W, address="9号院", people=5, stage="moved"))
    world.do(Decide(whistle=W, words="先救人", happened_at=then))
    known = post(world).decisions[0].known
    assert "injured" not in known
    assert (known["orders"], known["moved"]) == (0, 0)


def test_a_decision_becomes_an_order_at_once_or_later() -> None:
    world = after("set up")
    drafts = world.do(Decide(whistle=W, words="架泵", unit=UNIT, as_order=True)).drafts
    first = post(world).decisions[0]
    assert (first.order, first.open) == (drafts[1].subject, False)
    world.do(Decide(whistle=W, words="封路", unit=UNIT))
    second = post(world).decisions[1]
    subject = world.do(OrderDecision(whistle=W, decision=second.key)).drafts[1].subject
    assert world.state(subject).decision == second.key
    assert world.state(subject).words == "封路"
    assert world.code(OrderDecision(whistle=W, decision=second.key)) == "decision_not_open"
    assert world.code(SettleDecision(whistle=W, decision="nothing", verb="done")) == "decision_unknown"
    world.do(Decide(whistle=W, words="再议"))
    third = post(world).decisions[2].key
    assert world.code(SettleDecision(whistle=W, decision=third, verb="dropped")) == "reason_needed"
    assert world.code(Decide(whistle=W, words="给不在场的", unit="D01")) == "not_listed"
    assert world.code(Decide(whistle=W, words="给没有的组", group="无")) == "group_unknown"
    assert world.code(CloseGroup(whistle=W, group="无")) == "group_unknown"


# --- shift, withdrawal -----------------------------------------------------------------------------------------------


def test_a_shift_changes_when_all_open_items_were_read_and_two_have_signed() -> None:
    world = after("set up", "decide")
    subject = world.do(GiveOrder(whistle=W, words="断电")).drafts[0].subject
    world.do(TakeSupply(whistle=W, item="沙袋", quantity=50, unit=UNIT))
    world.do(ListHousehold(whistle=W, address="9号院", people=5))
    world.do(SetFact(whistle=W, fact="trapped", value=1))
    items = open_items(world, W)
    assert [item.code for item in items] == ["trapped", "transfer", "order", "decision", "supply"]
    keys = tuple(item.key for item in items)
    both: dict[str, Any] = {"whistle": W, "out": "沈建勋", "into": "马书记"}
    assert world.code(ChangeShift(**(both | {"into": "沈建勋"}))) == "two_names_needed"
    assert world.code(ChangeShift(**both, read=keys[1:])) == "items_unread"
    world.do(ChangeShift(**both, read=keys))
    assert [(one.out, one.into, one.read) for one in post(world).shifts] == [("沈建勋", "马书记", 5)]
    world.do(SettleOrder(order=subject, verb="done"))
    assert "order" not in [item.code for item in open_items(world, W)]


def test_a_post_leaves_with_a_count_that_agrees() -> None:
    world = after("set up")
    play(world, [("arrived", 4, {"people": 6})])
    taken = world.do(TakeSupply(whistle=W, item="对讲机", quantity=3, unit=UNIT)).drafts[0].subject
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", releases={UNIT: 6}))
    assert world.code(WithdrawPost(whistle=W)) == "count_needed"
    assert world.code(WithdrawPost(whistle=W, people=5)) == "count_differs"
    assert world.code(WithdrawPost(whistle=W, people=6)) == "supplies_out"
    assert world.code(WithdrawPost(whistle=W, people=6, cleared=("swept",))) == "hint_unknown"
    world.do(SettleSupply(supply=taken, way="returned", quantity=3))
    world.do(WithdrawPost(whistle=W, people=6, cleared=("gear", "cleaned"), counted_by="葛大为"))
    left = post(world).withdrawal
    assert left is not None
    assert (left.people, left.cleared, left.counted_by) == (6, ("gear", "cleaned"), "葛大为")
    assert world.code(ArchivePost(whistle=W, kept=("log", "sign_in"))) == ""


# --- any acts, any order, two desks ----------------------------------------------------------------------------------


def acts() -> st.SearchStrategy[list[Command]]:
    return st.lists(st.sampled_from(sorted(ACTS)).map(ACTS.__getitem__), max_size=9)


@settings(deadline=None, max_examples=80)
@given(acts(), acts())
def test_two_desks_come_to_the_same(here: list[Command], there: list[Command]) -> None:
    world = after("set up")
    tried(world, here[:3])
    alone = post(world)
    assert not alone.irregular
    facts = apart(world, here[3:], there, f"post/{W}")
    found = folded(f"post/{W}", facts)
    shuffled = list(facts)
    random.Random(len(facts)).shuffle(shuffled)
    assert folded(f"post/{W}", shuffled) == found
    assert found.step in STEPS
    assert not found.irregular


def test_groups_keep_their_place_and_close() -> None:
    world = blown()
    groups = (PostGroup("综合协调"), PostGroup("警戒交通"))
    world.do(SetUpPost(whistle=W, commander_name="沈建勋", place_words="街口", groups=groups))
    world.do(OpenGroup(whistle=W, group="综合协调", lead="葛大为"))
    assert [(one.name, one.lead) for one in post(world).groups] == [("综合协调", "葛大为"), ("警戒交通", "")]
    world.do(CloseGroup(whistle=W, group="综合协调"))
    assert [one.name for one in post(world).groups] == ["警戒交通"]

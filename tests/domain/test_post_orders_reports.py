"""The command post, orders and situation reports of an incident: what they need, what is refused, what stays on record."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.command_post import Post, PostGroup
from commandcenter.domain.command_post_acts import (
    EndPost,
    HandOverPost,
    OpenGroup,
    SetUpPost,
    TakeBackPost,
    WithdrawPost,
)
from commandcenter.domain.order import GiveOrder, Order, SettleOrder, deadlines
from commandcenter.domain.sitrep_acts import IssueReport
from commandcenter.domain.whistle_acts import StandDown, UndoWhistle
from paper_world import PaperWorld
from presence import UNIT, W, blown, play, whistle

HERE: dict[str, Any] = {"place_words": "望潮街口", "commander_name": "沈建勋"}


def post(world: PaperWorld) -> Post:
    found: Post = world.state(f"post/{W}")
    return found


def with_post(**told: Any) -> PaperWorld:
    world = blown("D07", "D03")
    world.do(SetUpPost(whistle=W, **(HERE | told)))
    return world.pass_time(MINUTE)


# --- the post --------------------------------------------------------------------------------------------------------

POSTS: dict[str, tuple[PaperWorld, Command, str]] = {
    "nobody commands": (blown(), SetUpPost(whistle=W, place="J07"), "commander_needed"),
    "nowhere": (blown(), SetUpPost(whistle=W, commander="P3"), "place_needed"),
    "a place of the roster and a person of it": (blown(), SetUpPost(whistle=W, commander="P3", place="J07"), ""),
    "both in words": (blown(), SetUpPost(whistle=W, **HERE), ""),
    "for a whistle nobody blew": (blown(), SetUpPost(whistle="nothing", **HERE), "whistle_closed"),
    "a group before the post": (blown(), OpenGroup(whistle=W, group="警戒"), "post_missing"),
    "a group without a name": (with_post(), OpenGroup(whistle=W, group=" "), "name_missing"),
    "a group": (with_post(), OpenGroup(whistle=W, group="警戒", members=("D03",)), ""),
    "handed to nobody": (with_post(), HandOverPost(whistle=W, to=" ", words="现场两组"), "receiver_needed"),
    "handed over without a word": (with_post(), HandOverPost(whistle=W, to="区指挥部", words=""), "words_needed"),
    "taken back, never handed over": (with_post(), TakeBackPost(whistle=W), "not_handed_over"),
    "withdrawn while it burns": (with_post(), WithdrawPost(whistle=W), "not_over"),
    "withdrawn before it stood": (blown(), WithdrawPost(whistle=W), "post_missing"),
}


@pytest.mark.parametrize("name", POSTS)
def test_what_a_post_needs(name: str) -> None:
    world, command, code = POSTS[name]
    assert world.code(command) == code


def test_a_post_is_moved_and_changes_hands_and_each_commander_stays_on_record() -> None:
    world = with_post(groups=(PostGroup("警戒", "民警", ("D03",)), PostGroup("疏散")))
    first = post(world)
    assert (first.stage, [group.name for group in first.groups]) == ("running", ["警戒", "疏散"])
    world.do(SetUpPost(whistle=W, place_words="望潮街北口", commander_name="马书记"))
    moved = post(world)
    assert (moved.set_up_at, moved.place_words) == (first.set_up_at, "望潮街北口")
    assert [name for _, name in moved.commanders] == ["沈建勋", "马书记"]
    world.do(OpenGroup(whistle=W, group="警戒", lead="副所长", members=("D03", "D07")))
    assert [(group.name, group.lead) for group in post(world).groups] == [("警戒", "副所长"), ("疏散", "")]


def test_command_goes_up_and_comes_back() -> None:
    world = with_post()
    world.do(HandOverPost(whistle=W, to="区指挥部", words="现场两组，待命一组"))
    assert (post(world).stage, post(world).handed_over_to) == ("supporting", "区指挥部")
    world.pass_time(HOUR).do(TakeBackPost(whistle=W))
    assert post(world).stage == "running"


def test_a_post_is_taken_down_when_it_is_over_and_nobody_is_out_there() -> None:
    world = with_post()
    play(world, [("arrived", 9, {"people": 6})])
    play(world, [("cancelled", 9, {})], "D03")
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", releases={UNIT: 6}))
    world.do(WithdrawPost(whistle=W, people=6))
    assert post(world).stage == "withdrawn"
    assert world.code(OpenGroup(whistle=W, group="警戒")) == "post_missing"
    world.pass_time(MINUTE).do(SetUpPost(whistle=W, **HERE))
    assert post(world).stage == "running"


def test_a_post_stays_while_somebody_is_on_the_scene() -> None:
    world = with_post()
    play(world, [("arrived", 9, {"people": 6})])
    world.do(EndPost(whistle=W, by="downgraded", orderer="沈建勋"))
    assert world.code(WithdrawPost(whistle=W, people=6)) == "people_on_scene"


# --- orders ----------------------------------------------------------------------------------------------------------


def ordered(**told: Any) -> tuple[PaperWorld, str]:
    world = blown("D07", "D03")
    subject = world.do(GiveOrder(whistle=W, words="封闭路口", **told)).drafts[0].subject
    return world, subject


def order(world: PaperWorld, subject: str) -> Order:
    found: Order = world.state(subject)
    return found


ORDERS: dict[str, tuple[dict[str, Any], str]] = {
    "to all": ({"words": "远离现场开灯"}, ""),
    "to a unit of the board": ({"words": "封闭路口", "unit": "D03"}, ""),
    "to a unit that is not called": ({"words": "封闭路口", "unit": "D01"}, "not_listed"),
    "without words": ({"words": " "}, "words_needed"),
    "due already": ({"words": "封闭路口", "due_at": 10**12}, "due_in_past"),
    "due in the next century": ({"words": "封闭路口", "due_at": 10**13}, "not_a_date"),
}


@pytest.mark.parametrize("name", ORDERS)
def test_what_an_order_needs(name: str) -> None:
    told, code = ORDERS[name]
    assert blown("D07", "D03").code(GiveOrder(whistle=W, **told)) == code


def test_no_order_once_the_whistle_is_taken_back() -> None:
    world = blown()
    world.do(UndoWhistle(whistle=W))
    assert world.code(GiveOrder(whistle=W, words="封闭路口")) == "whistle_closed"


def test_an_order_is_acknowledged_once_done_once_and_may_be_opened_again() -> None:
    world, subject = ordered(unit="D03")
    before = order(world, subject)
    acknowledge, done = SettleOrder(order=subject, verb="acknowledged"), SettleOrder(order=subject, verb="done")
    world.pass_time(MINUTE).do(acknowledge)
    assert world.code(acknowledge) == "already_recorded"
    assert world.code(SettleOrder(order=subject, verb="reopened")) == "order_not_open"
    acknowledged = order(world, subject)
    assert acknowledged.acknowledged_at == world.now
    assert before.open
    for verb in ("done", "dropped"):
        world.pass_time(MINUTE).do(SettleOrder(order=subject, verb=verb, words="已封闭"))
        assert not order(world, subject).open
        assert world.code(done) == world.code(acknowledge) == "order_not_open"
        world.pass_time(MINUTE).do(SettleOrder(order=subject, verb="reopened"))
        assert order(world, subject) == acknowledged
    assert world.code(SettleOrder(order=subject, verb="framed")) == "order_verb_unknown"
    assert world.code(SettleOrder(order=f"order/{W}/nothing", verb="done")) == "order_unknown"
    assert world.code(SettleOrder(order=f"whistle/{W}", verb="done")) == "order_unknown"


def test_an_order_with_a_due_time_has_a_clock_until_it_is_done_or_dropped() -> None:
    world, subject = ordered()
    assert deadlines(order(world, subject)) == []
    world = blown("D07")
    due = world.now + 10 * MINUTE
    subject = world.do(GiveOrder(whistle=W, words="转移居民", due_at=due)).drafts[0].subject
    row = deadlines(order(world, subject))[0]
    assert (row.due_at, row.met_at, row.stopped) == (due, None, False)
    world.do(SettleOrder(order=subject, verb="dropped", words="改由派出所做"))
    assert deadlines(order(world, subject))[0].stopped


# --- reports ---------------------------------------------------------------------------------------------------------

STAGES = ("initial", "update", "final", "supplement")
NEXT: dict[tuple[str, ...], set[str]] = {
    (): {"initial"},
    ("initial",): {"update"},
    ("initial", "update"): {"update"},
    ("initial", "update", "over"): {"update", "final"},
    ("initial", "over"): {"update", "final"},
    ("over",): {"initial"},
    ("initial", "over", "final"): {"supplement"},
    ("initial", "over", "final", "supplement"): {"supplement"},
}
"""What was issued before (and whether it is over) → what may follow."""


@pytest.mark.parametrize("before", NEXT)
def test_the_order_of_reports(before: tuple[str, ...]) -> None:
    world = blown()
    for stage in before:
        world.pass_time(MINUTE)
        if stage == "over":
            world.do(StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"}))
        else:
            world.do(IssueReport(whistle=W, stage=stage, items={"loss": "无"}))
    for stage in STAGES:
        code = world.code(IssueReport(whistle=W, stage=stage, items={"loss": "无"}))
        assert code == ("" if stage in NEXT[before] else "report_order"), stage


def test_reports_are_numbered_keep_only_known_items_and_tell_the_district() -> None:
    world = blown()
    world.do(IssueReport(whistle=W, stage="initial", items={"loss": " 无 ", "mood": "好", "needs": " "}, written=False))
    told = whistle(world).told
    assert set(told) == {"district_phone"}
    world.pass_time(MINUTE).do(IssueReport(whistle=W, stage="update", items={"trend": "平稳"}, receiver="区值班室"))
    reports = [world.state(subject) for subject in world.subjects(f"sitrep/{W}/")]
    assert [(report.ordinal, dict(report.items)) for report in reports] == [(1, {"loss": "无"}), (2, {"trend": "平稳"})]
    assert set(whistle(world).told) == {"district_phone", "district_written"}


def test_an_undone_whistle_has_no_reports() -> None:
    world = blown()
    world.do(UndoWhistle(whistle=W))
    assert world.code(IssueReport(whistle=W, stage="initial", items={"loss": "无"})) == "whistle_unknown"
    assert (
        world.pass_time(DAY).code(IssueReport(whistle="x", stage="initial", items={"loss": "无"})) == "whistle_unknown"
    )

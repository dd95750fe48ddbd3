"""The transfer of people: nobody is counted twice or lost, on one desk or two; what does not agree stands out."""

from __future__ import annotations

import random

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.sitrep_acts import IssueReport
from commandcenter.domain.subjects import folded
from commandcenter.domain.transfer import MOVES, STAGES, Household, in_order, out_by, tally
from commandcenter.domain.transfer_acts import (
    AmendHousehold,
    CheckHousehold,
    ListHousehold,
    MoveHousehold,
    StrikeTransfer,
)
from commandcenter.domain.transfer_line import TransferLine, read_transfer_line
from commandcenter.domain.whistle_acts import CloseWhistle, StandDown
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown
from two_desks import apart, tried


def listed(people: int | None = 5, **told: object) -> tuple[PaperWorld, str]:
    world = blown()
    command = ListHousehold(whistle=W, address="9号院3室", people=people, **told)  # type: ignore[arg-type]
    return world, str(world.do(command).report["transfer"])


def household(world: PaperWorld, subject: str) -> Household:
    found: Household = world.state(subject)
    return found


REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "nowhere": ({"address": " "}, "address_needed"),
    "no household": ({"address": "9号院", "households": 0}, "household_needed"),
    "fewer than nobody": ({"address": "9号院", "people": -1}, "count_negative"),
    "a state there is not": ({"address": "9号院", "stage": "flown"}, "stage_unknown"),
    "a group the law does not name": ({"address": "9号院", "priority": ("rich",)}, "priority_unknown"),
    "refused, and nobody knows in which words": (
        {"address": "9号院", "people": 2, "stage": "refused"},
        "reason_needed",
    ),
    "an address alone": ({"address": "9号院"}, ""),
    "moved already": ({"address": "9号院", "people": 2, "stage": "moved", "place": "R04"}, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_household_needs(name: str) -> None:
    told, code = REFUSED[name]
    assert blown().code(ListHousehold(whistle=W, **told)) == code  # type: ignore[arg-type]


def reach(stage: str) -> tuple[PaperWorld, str]:
    """A household of five of whom all are in a state."""
    path = {
        "should": (),
        "contacted": ("contacted",),
        "moved": ("contacted", "moved"),
        "sheltered": ("contacted", "moved", "sheltered"),
        "relatives": ("moved", "relatives"),
        "returned": ("moved", "sheltered", "returned"),
        "refused": ("contacted", "refused"),
    }[stage]
    world, subject = listed()
    for step in path:
        world.pass_time(MINUTE).do(MoveHousehold(transfer=subject, to=step, words="不肯走"))
    return world, subject


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("to", STAGES)
def test_every_legal_move_is_possible_and_no_other(stage: str, to: str) -> None:
    world, subject = reach(stage)
    assert household(world, subject).stage == stage
    expected = "" if to in MOVES[stage] else "move_not_possible"
    assert world.code(MoveHousehold(transfer=subject, to=to, words="不肯走")) == expected


def test_a_household_may_part() -> None:
    world, subject = listed()
    world.do(MoveHousehold(transfer=subject, to="moved", people=4))
    assert (household(world, subject).stage, household(world, subject).waiting) == ("should", 1)
    assert world.code(MoveHousehold(transfer=subject, to="refused", people=2, words="要看家")) == "more_than_there"
    world.do(MoveHousehold(transfer=subject, to="refused", people=1, words="要看家"))
    assert dict(household(world, subject).spread) == {"moved": 4, "refused": 1}
    assert household(world, subject).waiting == 0


def test_how_many_they_are_may_be_unknown_until_they_came_out() -> None:
    world, subject = listed(None)
    numbers = tally([household(world, subject)])
    assert (numbers.households, numbers.people, numbers.unknown, numbers.out) == (1, 0, 1, 0)
    world.do(MoveHousehold(transfer=subject, to="contacted"))
    assert (household(world, subject).stage, household(world, subject).people) == ("contacted", None)
    world.do(MoveHousehold(transfer=subject, to="moved", people=3))
    assert (household(world, subject).people, household(world, subject).out) == (3, 3)


def test_a_head_count_that_differs_stands_out_until_it_agrees() -> None:
    world, subject = reach("sheltered")
    world.do(CheckHousehold(transfer=subject, people=4, helper="康俊峰"))
    assert tally([household(world, subject)]).difference == 1
    world.do(CheckHousehold(transfer=subject, people=5))
    assert tally([household(world, subject)]).difference == 0
    waiting, other = listed()
    assert waiting.code(CheckHousehold(transfer=other, people=5)) == "nobody_moved"


def test_what_was_told_is_amended_and_never_below_what_happened() -> None:
    world, subject = listed()
    world.do(MoveHousehold(transfer=subject, to="moved", people=4))
    assert world.code(AmendHousehold(transfer=subject, people=3)) == "more_moved"
    assert world.code(AmendHousehold(transfer=subject)) == "nothing_changed"
    world.do(AmendHousehold(transfer=subject, people=6, priority=("elderly",), phone="100-0000-0001"))
    found = household(world, subject)
    assert (found.people, found.waiting, found.priority, found.address) == (6, 2, ("elderly",), "9号院3室")


def test_a_slip_is_struck() -> None:
    world, subject = listed()
    world.do(MoveHousehold(transfer=subject, to="moved"))
    world.do(StrikeTransfer(transfer=subject))
    assert (household(world, subject).stage, household(world, subject).out) == ("should", 0)
    world.do(StrikeTransfer(transfer=subject))
    assert tally([household(world, subject)]).households == 0


def test_two_desks_that_tell_the_same_move_are_one_move_and_it_stands_out() -> None:
    world, subject = listed()
    move = [MoveHousehold(transfer=subject, to="moved")]
    found = folded(subject, apart(world, move, move, subject))
    assert (found.out, found.over, found.difference) == (5, 5, 5)


def test_those_to_think_of_first_stand_first_while_they_wait() -> None:
    world = blown()
    for address, priority, stage in (
        ("1号", (), "should"),
        ("2号", ("treatment",), "should"),
        ("3号", ("elderly",), "should"),
        ("4号", ("minor",), "moved"),
    ):
        world.pass_time(1000)
        world.do(ListHousehold(whistle=W, address=address, people=2, priority=priority, stage=stage))
    lines = in_order(world.state(subject) for subject in world.subjects(f"transfer/{W}/"))
    assert [line.address for line in lines] == ["3号", "2号", "1号", "4号"]
    assert tally(lines).first == 4


def test_how_many_were_out_at_a_moment_is_told_from_the_entries() -> None:
    world, subject = listed()
    before = world.now
    world.pass_time(MINUTE).do(MoveHousehold(transfer=subject, to="moved"))
    assert (out_by([household(world, subject)], before), out_by([household(world, subject)], world.now)) == (0, 5)


def test_an_incident_is_not_closed_while_people_wait_without_a_word() -> None:
    world, subject = listed()
    world.pass_time(MINUTE).do(StandDown(whistle=W, words="排除", cancels={UNIT: "贺值班"}))
    for stage in ("initial", "final"):
        world.pass_time(MINUTE).do(IssueReport(whistle=W, stage=stage, items={"loss": "无"}))
    assert world.code(CloseWhistle(whistle=W)) == "transfers_open"
    assert world.code(CloseWhistle(whistle=W, supplies_words="明日收回")) == "transfers_open"
    assert world.code(CloseWhistle(whistle=W, transfers_words="险情解除，不再转移")) == ""
    assert world.code(CloseWhistle(whistle=W, words="险情解除，不再转移")) == "", "one thing alone is asked for"
    world.do(MoveHousehold(transfer=subject, to="relatives"))
    world.do(CloseWhistle(whistle=W))
    assert world.code(ListHousehold(whistle=W, address="10号院")) == "whistle_closed"
    assert world.code(MoveHousehold(transfer=subject, to="returned")) == ""


def acts(subject: str) -> st.SearchStrategy[list[Command]]:
    moves = st.builds(
        MoveHousehold,
        transfer=st.just(subject),
        to=st.sampled_from(STAGES),
        source=st.sampled_from(("", *STAGES)),
        people=st.one_of(st.none(), st.integers(0, 7)),
        words=st.sampled_from(("", "不肯走")),
    )
    others = st.one_of(
        st.builds(StrikeTransfer, transfer=st.just(subject)),
        st.builds(CheckHousehold, transfer=st.just(subject), people=st.integers(0, 6)),
        st.builds(AmendHousehold, transfer=st.just(subject), people=st.integers(0, 9)),
    )
    return st.lists(st.one_of(moves, moves, moves, others), max_size=8)


@settings(deadline=None, max_examples=120)
@given(st.data(), st.sampled_from((None, 0, 5)))
def test_the_numbers_add_up_and_two_desks_come_to_the_same(data: st.DataObject, people: int | None) -> None:
    world, subject = listed(people)
    here, there = data.draw(acts(subject)), data.draw(acts(subject))
    tried(world, here[:3])
    alone = household(world, subject)
    assert alone.over == 0
    facts = apart(world, here[3:], there, subject)
    found = folded(subject, facts)
    shuffled = list(facts)
    random.Random(len(facts)).shuffle(shuffled)
    assert folded(subject, shuffled) == found
    assert not found.irregular
    for state in (alone, found):
        if state.struck_at is None and state.people is not None:
            assert sum(state.spread.values()) == state.people
            assert all(count > 0 for count in state.spread.values())


LINES = {
    "3号院 2户 5人 已转出 社区活动室": TransferLine("3号院", 2, 5, "moved", "社区活动室"),
    "砚池胡同9号院 3室 4口 老人 吸氧": TransferLine("砚池胡同9号院 3室", 1, 4, "should", "", ("elderly", "treatment")),
    "７号院　１户　２人　拒转　要看家": TransferLine("7号院", 1, 2, "refused", "要看家"),
    "5号院 已联系": TransferLine("5号院", 1, None, "contacted"),
    "5号院 王某 100-0000-3333 2人": TransferLine("5号院 王某", 1, 2, phone="100-0000-3333"),
}


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_read(text: str) -> None:
    assert read_transfer_line(text) == LINES[text]


@pytest.mark.parametrize("text", ["", "水退了", "2户 5人", "已转出", "10 到 6"])
def test_what_is_no_such_line_is_none(text: str) -> None:
    assert read_transfer_line(text) is None


@given(st.text(max_size=40))
def test_no_line_breaks_the_reader(text: str) -> None:
    found = read_transfer_line(text)
    assert found is None or found.address

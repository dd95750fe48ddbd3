"""What may be entered of a department and what is refused outright (domain.md 2.4, 2.11; DESIGN 10)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command_post import Post
from commandcenter.domain.next_step import next_steps
from commandcenter.domain.report_in import MILESTONES, OUTCOMES, REASONS, STEPS, overlay
from commandcenter.domain.report_in_acts import Advance, RecordMilestone, WithdrawEntry
from presence import UNIT, Step, W, blown, play, presence, refused, whistle

ALL_THE_WAY: list[Step] = [
    ("called", 0, {}),
    ("answered", 1, {"read_back": True}),
    ("left", 4, {"people": 6, "vehicles": 2}),
    ("arrived", 11, {"people": 6}),
    ("signed_in", 12, {}),
    ("tasked", 14, {}),
    ("working", 15, {}),
    ("done", 40, {}),
    ("standing_by", 41, {}),
    ("tasked", 45, {}),
    ("working", 46, {}),
    ("done", 60, {}),
    ("release_approved", 62, {"people": 6, "reason": "task_done"}),
    ("back", 90, {}),
]
HERE: list[Step] = [("called", 0, {}), ("arrived", 10, {"people": 6})]
LOST: list[Step] = [*HERE, ("lose", 30, {})]
GONE: list[Step] = [*HERE, ("release_approved", 50, {"people": 6, "reason": "task_done"})]
WHY = {"words": "接上级命令"}

REFUSED: dict[str, tuple[list[Step], Step, str]] = {
    # what was never said is not known
    "a milestone nobody knows": ([], ("teleported", 1, {}), "milestone_unknown"),
    "before the whistle": ([], ("called", -1, {}), "before_listing"),
    # nothing twice, nothing backwards
    "answered twice": ([("answered", 1, {})], ("answered", 2, {}), "already_recorded"),
    "called twice": ([("called", 1, {})], ("called", 2, {}), "already_recorded"),
    "arrived twice": (HERE, ("arrived", 11, {}), "already_recorded"),
    "answered after arriving": (HERE, ("answered", 11, {}), "out_of_order"),
    "arrived before leaving": ([("left", 5, {})], ("arrived", 4, {}), "out_of_order"),
    "called after answering": ([("answered", 3, {})], ("called", 4, {}), "out_of_order"),
    "done after the release": (GONE, ("done", 51, {}), "out_of_order"),
    "back before the release": (GONE, ("back", 49, {}), "out_of_order"),
    # heads are counted
    "released without a count": (HERE, ("release_approved", 20, {}), "count_needed"),
    "released with another count": (HERE, ("release_approved", 20, {"people": 5}), "count_differs"),
    "released with fewer than none": (HERE, ("release_approved", 20, {"people": -1}), "count_negative"),
    "arrived with a million and one": ([], ("arrived", 20, {"people": 1_000_001}), "limit_out_of_range"),
    "released though never there": ([("left", 5, {})], ("release_approved", 20, {"people": 0}), "not_arrived"),
    "back though never there": ([("left", 5, {})], ("back", 20, {}), "not_arrived"),
    "counted though never there": ([("left", 5, {})], ("count", 20, {"people": 2}), "not_arrived"),
    "fewer than none counted": (HERE, ("count", 20, {"people": -2}), "count_negative"),
    # outcomes
    "an outcome nobody knows": ([], ("refused", 1, {"reason": "mood"}), "reason_needed"),
    "refused without a reason": ([], ("refused", 1, {}), "reason_needed"),
    "refused on the scene": (HERE, ("refused", 11, {"reason": "other"}), "already_on_scene"),
    "cancelled on the scene": (HERE, ("cancelled", 11, {}), "already_on_scene"),
    "replaced on the scene": (HERE, ("replaced", 11, {"substitute": "D03"}), "already_on_scene"),
    "never came, though here": (HERE, ("never_came", 11, WHY), "already_on_scene"),
    "never came, without words": ([], ("never_came", 60, {}), "reason_needed"),
    "left early, without words": (HERE, ("left_early", 20, {}), "reason_needed"),
    "left early, never there": ([("left", 5, {})], ("left_early", 20, WHY), "not_arrived"),
    "left early after the release": (GONE, ("left_early", 51, WHY), "already_recorded"),
    "cleared without words": (LOST, ("cleared", 40, {}), "reason_needed"),
    "cleared, never lost": (HERE, ("cleared", 20, WHY), "not_lost"),
    "replaced by nobody": ([], ("replaced", 1, {}), "substitute_needed"),
    "replaced by itself": ([], ("replaced", 1, {"substitute": UNIT}), "substitute_needed"),
    "replaced by a stranger": ([], ("replaced", 1, {"substitute": "X9"}), "unit_unknown"),
    "closed twice": ([("cancelled", 1, {})], ("cancelled", 2, {}), "already_closed"),
    "anything after a cancelling": ([("cancelled", 5, {})], ("left", 6, {}), "already_closed"),
    "answered after refusing": ([("refused", 5, {"reason": "other"})], ("answered", 6, {}), "already_closed"),
    # contact
    "lost before arriving": ([("left", 5, {})], ("lose", 20, {}), "not_arrived"),
    "lost after the release": (GONE, ("lose", 55, {}), "not_arrived"),
    "found, never lost": (HERE, ("find", 20, {}), "not_lost"),
    "read back without an answer": ([("called", 0, {})], ("read_back", 1, {}), "not_answered"),
    "a call that came to nothing known": ([], ("call", 1, {"result": "shrug"}), "call_result_unknown"),
    "called once more after a cancelling": ([("cancelled", 1, {})], ("call", 2, {}), "already_closed"),
    # promises
    "a promise of nothing": ([], ("promise", 1, {}), "nothing_promised"),
    "a promise for the past": ([], ("promise", 5, {"at": 1}), "promise_in_past"),
    "a promise of fewer than none": ([], ("promise", 5, {"people": -1}), "count_negative"),
    "a promise of somebody here": (HERE, ("promise", 15, {"people": 3}), "already_recorded"),
    # undo and strangers
    "nothing to undo": ([], ("withdraw", 1, {}), "nothing_to_undo"),
    "came unasked, though listed": ([], ("unasked", 5, {}), "already_listed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_reason_and_nothing_changes(name: str) -> None:
    steps, step, code = REFUSED[name]
    world = play(blown(), steps)
    before = presence(world)
    assert refused(world, step)[0] == code
    assert presence(world) == before


def test_a_minute_ahead_is_a_difference_of_clocks_more_is_the_future() -> None:
    world = blown()
    said = RecordMilestone(whistle=W, unit=UNIT, milestone="called", happened_at=world.now + 60_000)
    assert world.code(said) == ""
    assert world.code(replace(said, happened_at=world.now + 60_001)) == "future_time"


ACCEPTED: dict[str, list[Step]] = {
    "every milestone in its order": ALL_THE_WAY,
    "all of it entered late, in the order of the alphabet": sorted(ALL_THE_WAY[:9], key=lambda step: step[0]),
    "skipped: here without having answered": HERE,
    "skipped: only the end is known": [
        ("arrived", 10, {}),
        ("release_approved", 30, {"people": 4, "reason": "relieved"}),
        ("back", 31, {}),
    ],
    "an answer entered after the arrival, for a moment before it": [*HERE, ("answered", 3, {})],
    "a call entered after the answer, at the same moment": [("answered", 3, {}), ("called", 3, {})],
    "an arrival after a refusal was taken back": [
        ("refused", 5, {"reason": "other"}),
        ("withdraw", 6, {}),
        ("arrived", 9, {}),
    ],
    "an arrival that happened before the cancelling": [("cancelled", 30, {}), ("arrived", 20, {"people": 2})],
    "a call to the superior after a refusal": [
        ("called", 1, {}),
        ("refused", 5, {"reason": "needs_superior"}),
        ("called", 8, {}),
        ("left", 9, {}),
    ],
    "fewer leave than came, with words": [*HERE, ("release_approved", 50, {"people": 5, "words": "一人送医"})],
    "counted anew, then released with that": [
        *HERE,
        ("count", 20, {"people": 4}),
        ("release_approved", 50, {"people": 4, "reason": "not_needed"}),
    ],
    "released when nobody knows how many came": [
        ("arrived", 9, {}),
        ("release_approved", 50, {"people": 4, "reason": "not_needed"}),
    ],
    "a task after standing by": ALL_THE_WAY[:11],
    "lost, found, released": [*LOST, ("find", 40, {}), ("release_approved", 50, {"people": 6, "reason": "unsafe"})],
    "lost and cleared up by a person": [*LOST, ("cleared", 60, WHY)],
    "left early, by a person": [*HERE, ("left_early", 30, WHY)],
    "never came, by a person": [("called", 0, {}), ("never_came", 90, WHY)],
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted_late_skipped_and_corrected(name: str) -> None:
    world = play(blown(), ACCEPTED[name])
    assert presence(world).irregular == ()


def test_the_order_of_typing_changes_nothing_but_the_marks_of_lateness() -> None:
    def told(steps: list[Step]) -> list[tuple[str, int, int | None]]:
        state = presence(play(blown(), steps))
        return [(entry.name, entry.at, entry.people) for entry in state.entries]

    once = [step for step in ALL_THE_WAY[:9] if step[0] != "standing_by"]
    assert told(list(reversed(once))) == told(once)


@pytest.mark.parametrize("skipped", range(1, len(MILESTONES)))
def test_a_skipped_milestone_is_never_invented(skipped: int) -> None:
    name = MILESTONES[skipped]
    more = {"people": 4, "reason": "task_done"} if name == "release_approved" else {}
    before: list[Step] = [("arrived", 1, {})] if name in ("release_approved", "back") else []
    state = presence(play(blown(), [*before, (name, 5, more)]))
    assert [entry.name for entry in state.entries] == [step[0] for step in before] + [name]
    assert state.milestone("called") is None
    assert state.furthest == name


def test_a_digit_takes_the_seven_steps_and_asks_for_the_heads() -> None:
    world = blown()
    taken = []
    while step := presence(world).next_step:
        world.pass_time(60_000)
        if step == "release_approved":
            assert world.code(Advance(whistle=W, unit=UNIT)) == "count_needed"
            assert world.code(Advance(whistle=W, unit=UNIT, people=6)) == "release_reason_needed"
            world.do(Advance(whistle=W, unit=UNIT, people=6, reason="task_done"))
        else:
            world.do(Advance(whistle=W, unit=UNIT, people=6 if step == "arrived" else None))
        taken.append(step)
        assert presence(world).steps_taken == len(taken)
    assert tuple(taken) == STEPS
    assert world.code(Advance(whistle=W, unit=UNIT)) == "no_next_step"


@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_keeps_reason_name_time_and_channel(reason: str) -> None:
    world = play(blown(), [("called", 0, {})])
    step: Step = ("refused", 3, {"reason": reason, "told_by": "贺值班", "words": "车在外区", "channel": "phone"})
    assert refused(world, step) == ("", {})
    outcome = presence(world).outcome
    assert outcome is not None
    assert (outcome.name, outcome.reason, outcome.told_by, outcome.words) == ("refused", reason, "贺值班", "车在外区")
    assert outcome.at == whistle(world).blown_at + 3 * 60_000
    assert overlay(presence(world), world.now) == "refused"


def test_a_release_that_does_not_agree_says_both_counts() -> None:
    world = play(blown(), [*HERE, ("count", 20, {"people": 5})])
    assert refused(world, ("release_approved", 30, {"people": 6})) == ("count_differs", {"arrived": 5, "out": 6})


def test_who_comes_instead_stands_on_the_board_with_the_next_ordinal_and_the_same_limits() -> None:
    world = play(blown("D07", "D01"), [("replaced", 2, {"substitute": "D03"})])
    gone, instead = presence(world), presence(world, "D03")
    assert gone.outcome is not None
    assert (gone.outcome.name, gone.outcome.unit) == ("replaced", "D03")
    assert (instead.listed, instead.ordinal, instead.limits) == (True, 3, gone.limits)
    assert play(world, [("replaced", 4, {"substitute": "D01"})], "D03") is world
    assert presence(world, "D01").ordinal == 2  # listed already: not listed again


def test_a_unit_that_comes_unasked_is_listed_with_its_arrival() -> None:
    world = play(blown("D01"), [("unasked", 7, {"people": 3, "relation": "direct"})])
    state = presence(world)
    assert (state.unasked, state.ordinal, state.people, state.furthest) == (True, 2, 3, "arrived")
    assert state.on_scene
    assert overlay(state, world.now + 10**9) == ""  # nobody set it a limit
    assert refused(world, ("unasked", 8, {}))[0] == "already_listed"
    assert refused(world, ("unasked", -1, {}), "D03")[0] == "before_listing"
    assert refused(world, ("unasked", 9, {}), "X9")[0] == "unit_unknown"


def test_an_entry_can_be_withdrawn_by_its_id_once() -> None:
    world = play(blown(), HERE)
    wrong = str(presence(world).entries[0].id)
    undo = WithdrawEntry(whistle=W, unit=UNIT, entry=wrong)
    world.do(undo)
    assert [entry.name for entry in presence(world).entries] == ["arrived"]
    assert world.code(undo) == "nothing_to_undo"
    assert world.code(WithdrawEntry(whistle=W, unit=UNIT, entry="nonsense")) == "nothing_to_undo"


def test_each_outcome_closes_and_none_can_keep_an_incident_open() -> None:
    ways: dict[str, list[Step]] = {
        "back": [*GONE, ("back", 60, {})],
        "refused": [("refused", 1, {"reason": "other"})],
        "replaced": [("replaced", 1, {"substitute": "D03"})],
        "cancelled": [("cancelled", 1, {})],
        "never_came": [("never_came", 1, WHY)],
        "left_early": [*HERE, ("left_early", 30, WHY)],
        "cleared": [*LOST, ("cleared", 60, WHY)],
    }
    assert set(ways) == set(OUTCOMES)
    for name, steps in ways.items():
        state = presence(play(blown(), steps))
        assert state.closed, name
        assert not state.on_scene, name
        assert state.next_step == "", name


def test_a_further_call_after_a_refusal_opens_it_again_and_a_cancelled_one_has_to_be_undone() -> None:
    world = blown()
    play(world, [("call", 1, {"result": "reached"}), ("refused", 3, {"reason": "needs_superior"})])
    assert presence(world).may_be_called_again
    assert refused(world, ("call", 4, {"result": "no_answer"})) == ("", {})
    state = presence(world)
    assert (state.closed, state.furthest, len(state.tries)) == (False, "called", 2)
    assert state.irregular == ()
    play(world, [("withdraw", 5, {})])
    assert presence(world).may_be_called_again
    other = blown()
    play(other, [("cancelled", 3, {"told_by": "班长"})])
    assert not presence(other).may_be_called_again
    assert refused(other, ("call", 4, {}))[0] == "already_closed"
    assert other.code(Advance(whistle=W, unit=UNIT)) == "already_closed"


@pytest.mark.parametrize("result", ["no_answer", "busy"])
def test_a_call_that_reached_nobody_is_a_try_and_not_a_notice(result: str) -> None:
    world = play(blown(), [("call", 1, {"result": result}), ("call", 2, {"result": result})])
    state = presence(world)
    assert (state.furthest, state.steps_taken, state.next_step, len(state.tries)) == ("", 0, "called", 2)
    assert overlay(state, state.listed_at + MINUTE) == ""
    assert overlay(state, state.listed_at + 6 * MINUTE) == "silent"
    prompts = next_steps(whistle(world), [state], Post(), world.now)
    assert ("call_again", UNIT) in [(step.code, step.unit) for step in prompts]
    assert "call" not in [step.code for step in prompts]
    play(world, [("call", 3, {"result": "reached"})])
    assert (presence(world).furthest, presence(world).steps_taken) == ("called", 1)
    assert presence(world).irregular == ()


def test_another_unit_may_come_instead_of_one_that_refused() -> None:
    world = blown()
    play(world, [("refused", 3, {"reason": "short_of_forces"}), ("replaced", 4, {"substitute": "D03"})])
    assert [outcome.name for outcome in presence(world).outcomes] == ["refused", "replaced"]
    assert presence(world, "D03").listed
    play(world, [("withdraw", 5, {})])
    assert overlay(presence(world), world.now) == "refused"

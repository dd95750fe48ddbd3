"""The replay: at any second the fold of what had happened by then, late entries from their own time, as recorded on request."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order
from commandcenter.domain.refusal import Refused
from commandcenter.domain.replay import Replay, moment_of
from commandcenter.domain.report_in_acts import RecordMilestone, WithdrawLast
from commandcenter.domain.sitrep_acts import DeliverReport, DraftReport, SignReport
from commandcenter.domain.subjects import apply, family_of
from commandcenter.domain.whistle_acts import SetFact
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from presence import UNIT, W, blown, play, whistle

FAMILIES = ("whistle", "report_in", "post", "order", "sitrep")


def facts_of(world: PaperWorld) -> list[Fact]:
    return [fact for subject, found in world.facts.items() for fact in found if subject.split("/")[0] in FAMILIES]


def by_hand(facts: list[Fact], subject: str, moment: int, *, known: bool) -> Any:
    """The state of a subject as the rule says it: the fold of the entries that count by then, in causal order."""
    state = family_of(subject).empty
    for fact in causal_order([one for one in facts if one.subject == subject]):
        if moment_of(fact, known=known) <= moment:
            state = apply(state, fact)
    return state


STEPS = ("called", "answered", "left", "arrived", "working", "done", "withdraw", "fact", "report")


def played(steps: list[tuple[str, int]], seed: int) -> PaperWorld:
    """An incident with late entries: each step happened so many minutes before it is entered."""
    chance, world = Random(seed), blown("D07", "D03")
    for name, late in steps:
        world.pass_time(chance.randrange(1, 3 * MINUTE))
        unit = chance.choice(("D07", "D03"))
        at = max(whistle(world).blown_at, world.now - late * MINUTE)
        try:
            if name == "withdraw":
                world.do(WithdrawLast(whistle=W, unit=unit))
            elif name == "fact":
                world.do(SetFact(whistle=W, fact="injured", value=late, happened_at=at))
            elif name == "report":
                world.do(DraftReport(whistle=W, items={"loss": str(late)}))
                world.do(SignReport(whistle=W, signer="沈建勋"))
                world.do(DeliverReport(whistle=W, receiver="区"))
            else:
                world.do(RecordMilestone(whistle=W, unit=unit, milestone=name, happened_at=at))
        except Refused:
            continue  # what the rules refuse leaves no entry, and there is nothing to replay of it
    return world


@given(
    st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=14),
    st.integers(0, 99),
    st.lists(st.integers(-1, 40 * 60), min_size=1, max_size=12),
    st.booleans(),
)
@settings(deadline=None, max_examples=80)
def test_the_state_at_any_second_is_the_fold_of_what_had_happened_by_then(
    steps: list[tuple[str, int]], seed: int, seconds: list[int], known: bool
) -> None:
    world = played(steps, seed)
    facts, start = facts_of(world), whistle(world).blown_at
    replay = Replay(facts, known=known)
    for second in seconds:  # forwards and backwards: what was asked before must not show
        moment = start + second * 1000
        found = replay.at(moment)
        assert found.whistle == by_hand(facts, f"whistle/{W}", moment, known=known)
        listed = {state.unit: state for state in found.report_ins}
        for unit in ("D07", "D03"):
            state = by_hand(facts, f"report_in/{W}/{unit}", moment, known=known)
            assert listed.get(unit) == (state if state.listed else None)
        for report in found.reports:
            assert report == by_hand(facts, report.subject, moment, known=known)


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=14), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_the_last_second_is_how_it_stands_now(steps: list[tuple[str, int]], seed: int) -> None:
    world = played(steps, seed)
    for known in (False, True):
        found = Replay(facts_of(world), known=known).at(world.now)
        assert found.whistle == whistle(world)
        assert {state.unit: state for state in found.report_ins} == {
            unit: world.state(f"report_in/{W}/{unit}") for unit in ("D07", "D03")
        }


def test_a_late_entry_counts_from_its_own_time_and_as_known_from_when_it_was_recorded() -> None:
    world = blown()
    start = whistle(world).blown_at
    world.pass_time(20 * MINUTE)
    world.do(RecordMilestone(whistle=W, unit=UNIT, milestone="arrived", happened_at=start + 5 * MINUTE, people=6))
    facts = facts_of(world)

    def arrived(minute: int, *, known: bool) -> bool:
        states = Replay(facts, known=known).at(start + minute * MINUTE).report_ins
        return states[0].milestone("arrived") is not None

    assert [arrived(minute, known=False) for minute in (4, 5, 19, 20)] == [False, True, True, True]
    assert [arrived(minute, known=True) for minute in (4, 5, 19, 20)] == [False, False, False, True]


def test_what_was_withdrawn_later_still_stood_before() -> None:
    world = blown()
    start = whistle(world).blown_at
    play(world, [("arrived", 5, {"people": 6})])
    world.pass_time(MINUTE).do(WithdrawLast(whistle=W, unit=UNIT))
    replay = Replay(facts_of(world))
    before, after = replay.at(start + 5 * MINUTE), replay.at(world.now)
    assert before.report_ins[0].milestone("arrived") is not None
    assert after.report_ins[0].milestone("arrived") is None


@pytest.mark.parametrize("known", [False, True])
def test_before_the_whistle_there_is_nothing(known: bool) -> None:
    world = blown()
    found = Replay(facts_of(world), known=known).at(whistle(world).blown_at - 1)
    assert not found.whistle.known
    assert found.report_ins == ()

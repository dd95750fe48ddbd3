"""Undo is an entry, and it brings back exactly what stood before, whatever was done before it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from commandcenter.domain.report_in import MILESTONES, OUTCOMES, ReportIn
from hypothesis import given
from hypothesis import strategies as st
from presence import Step, blown, play, presence, refused

ENTRIES = (*MILESTONES, *(name for name in OUTCOMES if name != "back"))
OTHERS = ("call", "read_back", "promise", "count", "lose", "find")


def _more(verb: str, chance: int) -> dict[str, Any]:
    people = chance % 4 or None
    if verb == "count":
        return {"people": chance % 4}
    if verb == "promise":
        return {"people": 3}
    if verb in MILESTONES:
        return {"people": people, "read_back": chance % 3 == 0, "words": "更正" if chance % 2 else ""}
    if verb in OUTCOMES:
        return {"reason": "other", "words": "说明", "substitute": "D03" if verb == "replaced" else ""}
    return {}


STEPS = st.lists(
    st.tuples(st.sampled_from((*ENTRIES, *OTHERS)), st.integers(0, 12), st.integers(0, 11)).map(
        lambda told: (told[0], told[1], _more(told[0], told[2]))
    ),
    min_size=4,
    max_size=24,
)


def standing(state: ReportIn) -> ReportIn:
    """What stands, without the one thing an undo cannot take back: that other units were listed meanwhile."""
    return replace(state, raised={})


@given(STEPS)
def test_withdrawing_the_newest_entry_restores_the_state_before(steps: list[Step]) -> None:
    world = blown()
    minute = 0
    for verb, passed, more in steps:
        minute = max(minute, passed)
        before = presence(world)
        if refused(world, (verb, passed, more))[0]:
            assert presence(world) == before
            continue
        if verb in ENTRIES:
            done = presence(world)
            play(world, [("withdraw", minute, {})])
            assert standing(presence(world)) == standing(before), verb
            play(world, [(verb, passed, more)])
            assert len(presence(world).entries) == len(done.entries)


@given(STEPS)
def test_undone_to_the_beginning_nothing_stands(steps: list[Step]) -> None:
    world = blown()
    for step in steps:
        refused(world, step)
    while refused(world, ("withdraw", 12, {}))[0] != "nothing_to_undo":
        pass
    state = presence(world)
    assert (state.entries, state.outcomes, state.set_aside, state.read_back_at) == ((), (), (), None)
    assert not state.closed
    assert state.irregular == ()


def test_a_call_after_a_refusal_taken_back_leaves_the_refusal() -> None:
    called: list[Step] = [("called", 1, {}), ("refused", 3, {"reason": "busy_elsewhere"})]
    world = play(blown(), called)
    refusal = presence(world).outcome
    play(world, [("called", 5, {})])
    assert not presence(world).closed
    play(world, [("withdraw", 6, {})])
    assert presence(world).outcome == refusal

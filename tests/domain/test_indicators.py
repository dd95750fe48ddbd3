"""Indicators: who counts where, small numbers, bodies that are not judged, and what nobody knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import EventId
from commandcenter.domain.indicators import (
    Heads,
    Moment,
    Ratio,
    answers,
    arrivals,
    called,
    curve,
    expected,
    in_time,
    indicators,
    judged,
    missed,
    report_times,
    stops_at,
)
from commandcenter.domain.report_in import MILESTONES, Milestone, Outcome, ReportIn
from commandcenter.domain.whistle import Whistle
from hypothesis import given
from hypothesis import strategies as st

LIMITS = {"answer": 5, "leave": 10, "arrive": 30}
LATE = 1000 * MINUTE
"""Long after every limit."""

WHISTLE = Whistle(subject="whistle/w", known=True, blown_at=0)


def unit(
    key: str = "D1",
    relation: str = "dispatch",
    ended: str = "",
    asked: int | None = None,
    people: int | None = None,
    unasked: bool = False,
    ended_at: float = 0,
    limits: dict[str, Any] | None = None,
    **minutes: float,
) -> ReportIn:
    """A report-in with milestones at these minutes."""
    told = [
        Milestone(name, EventId("a", place), round(at * MINUTE), round(at * MINUTE), people=people)
        for place, (name, at) in enumerate(minutes.items(), start=1)
    ]
    outcomes = (Outcome(ended, EventId("a", 99), round(ended_at * MINUTE), 0),) if ended else ()
    return ReportIn(
        subject=f"report_in/w/{key}",
        listed=True,
        relation=relation,
        unasked=unasked,
        limits=LIMITS if limits is None else limits,
        asked_people=asked,
        entries=tuple(sorted(told, key=lambda entry: entry.at)),
        outcomes=outcomes,
    )


def test_answered_is_over_everybody_called_without_the_cancelled() -> None:
    states = [
        unit("D1", answered=1),
        unit("D2"),
        unit("D3", ended="cancelled"),
        unit("D4", ended="refused"),
        unit("D5", arrived=3, unasked=True),
    ]
    found = indicators(WHISTLE, states, LATE)
    assert found.called == 3
    assert found.answered == Ratio(1, 3)
    assert (found.cancelled, found.refused, found.unasked) == (1, 1, 1)


def test_who_arrived_has_answered() -> None:
    assert indicators(WHISTLE, [unit(arrived=4)], LATE).answered == Ratio(1, 1)


def test_arrival_leaves_out_the_replaced_and_those_only_informed() -> None:
    states = [unit("D1", arrived=4), unit("D2", ended="replaced"), unit("D3", relation="report"), unit("D4")]
    assert [state.unit for state in expected(states)] == ["D1", "D4"]
    assert len(called(states)) == 4
    assert indicators(WHISTLE, states, LATE).arrived == Ratio(1, 2)


def test_requested_bodies_are_never_judged() -> None:
    states = [unit("D1", relation="request", answered=9, arrived=90), unit("D2", answered=2, arrived=20)]
    found = indicators(WHISTLE, states, LATE)
    assert not judged(states[0])
    assert found.answered_on_time == Ratio(1, 1)
    assert found.arrived_on_time == Ratio(1, 1)
    assert found.median_arrival == 20 * MINUTE
    assert found.last_arrival == Moment("D1", 90 * MINUTE)


def test_without_a_limit_nothing_is_judged() -> None:
    own_rule = unit(limits={"answer": None, "leave": None, "arrive": None}, answered=80)
    assert in_time(own_rule, "answer", LATE) is None
    assert indicators(WHISTLE, [own_rule], LATE).answered_on_time == Ratio(0, 0)


@pytest.mark.parametrize(
    ("minutes", "verdict"),
    [
        ({"left": 10}, True),
        ({"left": 10.1}, False),
        ({}, False),
        ({"arrived": 9}, True),
        ({"arrived": 20}, None),
    ],
)
def test_a_skipped_time_is_in_time_late_or_unknown_but_never_invented(
    minutes: dict[str, float], verdict: bool | None
) -> None:
    assert in_time(unit(**minutes), "leave", LATE) is verdict


def test_a_skipped_time_is_at_the_latest_that_of_the_next_step_and_never_in_the_median() -> None:
    found = indicators(WHISTLE, [unit("D1", done=50), unit("D2", answered=3)], LATE)
    assert (found.first_answer, found.last_answer) == (Moment("D2", 3 * MINUTE), Moment("D1", 50 * MINUTE))
    assert found.first_arrival == Moment("D1", 50 * MINUTE)
    assert found.median_arrival is None
    assert found.arrived == Ratio(1, 2)


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    states = [unit(f"D{at}", arrived=at) for at in (10, 4, 30, 20)]
    assert indicators(WHISTLE, states, LATE).median_arrival == 15 * MINUTE


def test_heads_are_compared_where_both_numbers_are_known() -> None:
    states = [
        unit("D1", asked=6, people=5, arrived=1),
        unit("D2", asked=4),
        unit("D3", asked=3, arrived=2),
        unit("D4", people=9, arrived=2),
    ]
    assert indicators(WHISTLE, states, LATE).heads == Heads(asked=10, came=5, units=2, not_told=1, counted=1)


def test_small_numbers_have_no_percentage() -> None:
    assert Ratio(9, 9).percent is None
    assert Ratio(9, 10).percent == 90
    assert Ratio(0, 0).percent is None


def test_the_curve_counts_each_unit_at_the_latest_by_its_next_step() -> None:
    states = [unit("D1", answered=2, arrived=8), unit("D2", arrived=5), unit("D3", ended="cancelled", answered=1)]
    assert curve(WHISTLE, states, "answered") == [1 * MINUTE, 2 * MINUTE, 5 * MINUTE]
    assert curve(WHISTLE, states, "arrived") == [5 * MINUTE, 8 * MINUTE]
    assert curve(WHISTLE, states, "done") == []


def test_reports_run_against_their_limits() -> None:
    whistle = Whistle(
        subject="whistle/w",
        known=True,
        blown_at=0,
        limits={"leader": 5, "district_phone": 15, "update": 60, "final": 1440},
        told={"leader": (4 * MINUTE, ""), "district_phone": (16 * MINUTE, "")},
        reports=(("initial", 20 * MINUTE), ("update", 81 * MINUTE), ("update", 90 * MINUTE), ("final", 200 * MINUTE)),
        stood_down_at=100 * MINUTE,
    )
    found = {(line.name, line.ordinal): line.on_time for line in report_times(whistle)}
    assert found == {
        ("leader", 0): True,
        ("district_phone", 0): False,
        ("district_written", 0): None,
        ("update", 2): False,
        ("update", 3): True,
        ("final", 4): True,
    }
    figures = indicators(whistle, [], LATE)
    assert figures.updates_on_time == Ratio(1, 2)
    assert figures.first_report == 16 * MINUTE


def test_an_incident_without_units_has_no_figures_and_no_error() -> None:
    found = indicators(WHISTLE, [], LATE)
    assert found.answered == Ratio(0, 0)
    assert found.first_report is None
    assert found.heads == Heads()


@given(
    st.lists(
        st.builds(
            unit,
            key=st.sampled_from(["D1", "D2", "D3"]),
            relation=st.sampled_from(["direct", "dispatch", "request", "report"]),
            ended=st.sampled_from(["", "", "back", "refused", "replaced", "cancelled", "never_came", "left_early"]),
            asked=st.one_of(st.none(), st.integers(0, 20)),
            people=st.one_of(st.none(), st.integers(0, 20)),
            unasked=st.booleans(),
        ),
        max_size=8,
    ),
    st.dictionaries(st.sampled_from(MILESTONES), st.integers(0, 90), max_size=5),
)
def test_parts_never_exceed_their_whole(states: list[ReportIn], minutes: dict[str, int]) -> None:
    states = [*states, unit("D9", **minutes)]
    found = indicators(WHISTLE, states, LATE)
    for ratio in (found.answered, found.answered_on_time, found.left_on_time, found.arrived, found.arrived_on_time):
        assert 0 <= ratio.part <= ratio.whole <= len(states)
    assert found.heads.units + found.heads.not_told <= len(states)
    for name in ("answered", "arrived", "done"):
        reached = curve(WHISTLE, states, name)
        assert reached == sorted(reached)


def test_one_rule_for_the_figures_of_every_screen() -> None:
    """Refused counts as expected and missing; informed, replaced and unasked ones are not expected."""
    states = [
        unit("A", arrived=5),
        unit("B", ended="refused"),
        unit("C", ended="replaced"),
        unit("D", relation="report", answered=2),
        unit("E", unasked=True, arrived=3),
        unit("F", done=9),
        unit("G", ended="cancelled"),
    ]
    found = indicators(WHISTLE, states, LATE)
    assert arrivals(states) == found.arrived == Ratio(2, 3)
    assert answers(states) == found.answered == Ratio(3, 5)


def test_the_end_of_an_incident_wipes_out_no_failure() -> None:
    """Called off before a limit: not in that figure. Called off after it: neither reached nor in time."""
    running = [
        unit("A", answered=2, left=6, arrived=20),
        unit("B"),
        unit("C", answered=3, left=8),
        unit("D", relation="request", limits={"answer": None, "leave": None, "arrive": None}),
    ]
    before = indicators(WHISTLE, running, 40 * MINUTE)
    over = [
        running[0],
        *(replace(one, outcomes=unit(ended="cancelled", ended_at=40).outcomes) for one in running[1:]),
    ]
    after = indicators(WHISTLE, over, LATE)
    assert (before.answered, before.arrived) == (Ratio(2, 4), Ratio(1, 4))
    assert (after.answered, after.arrived) == (Ratio(2, 3), Ratio(1, 3))  # D was never to come in a time of ours
    for found in (before, after):
        assert found.answered_on_time == found.left_on_time == Ratio(2, 3)
        assert found.arrived_on_time == Ratio(1, 3)
    assert missed(over[1]) == ["answer", "leave", "arrive"]
    assert missed(over[2]) == ["arrive"]
    assert missed(over[3]) == []


@pytest.mark.parametrize(
    ("off", "answer", "leave", "arrive"),
    [
        (4, (0, 0), (0, 0), (0, 0)),
        (5, (0, 0), (0, 0), (0, 0)),
        (7, (0, 1), (0, 0), (0, 0)),
        (31, (0, 1), (0, 1), (0, 1)),
    ],
)
def test_who_is_called_off_leaves_the_clocks_that_were_still_running(
    off: float, answer: tuple[int, int], leave: tuple[int, int], arrive: tuple[int, int]
) -> None:
    found = indicators(WHISTLE, [unit(ended="cancelled", ended_at=off)], LATE)
    assert found.answered == found.answered_on_time == Ratio(*answer)
    assert found.left_on_time == Ratio(*leave)
    assert found.arrived == found.arrived_on_time == Ratio(*arrive)


def test_a_clock_that_still_runs_is_no_failure_and_one_of_a_closed_incident_stands() -> None:
    states = [unit("A", answered=2), unit("B", asked=5)]
    early = indicators(WHISTLE, states, 4 * MINUTE)
    assert early.answered == Ratio(1, 2)
    assert early.answered_on_time == Ratio(1, 1)
    assert early.arrived_on_time == Ratio(0, 0)
    assert early.heads == Heads()
    closed = replace(WHISTLE, closed_at=8 * MINUTE)
    late = indicators(closed, states, LATE)
    assert late.answered_on_time == Ratio(1, 2)
    assert late.left_on_time == late.arrived_on_time == Ratio(0, 0)
    assert stops_at(closed, LATE) == 8 * MINUTE


def test_who_came_with_a_number_only_counted_there_is_counted_and_who_was_not_is_unknown() -> None:
    states = [replace(unit("A", asked=6, arrived=4), counted=((5 * MINUTE, 4),)), unit("B", asked=3, done=9)]
    assert indicators(WHISTLE, states, LATE).heads == Heads(asked=6, came=4, units=1, not_told=1, counted=1)

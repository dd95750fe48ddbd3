"""Indicators: who counts where, small numbers, bodies that are not judged, and what nobody knows."""

from __future__ import annotations

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
    report_times,
)
from commandcenter.domain.report_in import MILESTONES, Milestone, Outcome, ReportIn
from commandcenter.domain.whistle import Whistle
from hypothesis import given
from hypothesis import strategies as st

LIMITS = {"answer": 5, "leave": 10, "arrive": 30}
WHISTLE = Whistle(subject="whistle/w", known=True, blown_at=0)


def unit(
    key: str = "D1",
    relation: str = "dispatch",
    ended: str = "",
    asked: int | None = None,
    people: int | None = None,
    unasked: bool = False,
    limits: dict[str, Any] | None = None,
    **minutes: float,
) -> ReportIn:
    """A report-in with milestones at these minutes."""
    told = [
        Milestone(name, EventId("a", place), round(at * MINUTE), round(at * MINUTE), people=people)
        for place, (name, at) in enumerate(minutes.items(), start=1)
    ]
    outcomes = (Outcome(ended, EventId("a", 99), 0, 0),) if ended else ()
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
    found = indicators(WHISTLE, states)
    assert found.called == 3
    assert found.answered == Ratio(1, 3)
    assert (found.cancelled, found.refused, found.unasked) == (1, 1, 1)


def test_who_arrived_has_answered() -> None:
    assert indicators(WHISTLE, [unit(arrived=4)]).answered == Ratio(1, 1)


def test_arrival_leaves_out_the_replaced_and_those_only_informed() -> None:
    states = [unit("D1", arrived=4), unit("D2", ended="replaced"), unit("D3", relation="report"), unit("D4")]
    assert [state.unit for state in expected(states)] == ["D1", "D4"]
    assert len(called(states)) == 4
    assert indicators(WHISTLE, states).arrived == Ratio(1, 2)


def test_requested_bodies_are_never_judged() -> None:
    states = [unit("D1", relation="request", answered=9, arrived=90), unit("D2", answered=2, arrived=20)]
    found = indicators(WHISTLE, states)
    assert not judged(states[0])
    assert found.answered_on_time == Ratio(1, 1)
    assert found.arrived_on_time == Ratio(1, 1)
    assert found.median_arrival == 20 * MINUTE
    assert found.last_arrival == Moment("D1", 90 * MINUTE)


def test_without_a_limit_nothing_is_judged() -> None:
    own_rule = unit(limits={"answer": None, "leave": None, "arrive": None}, answered=80)
    assert in_time(own_rule, "answer") is None
    assert indicators(WHISTLE, [own_rule]).answered_on_time == Ratio(0, 0)


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
    assert in_time(unit(**minutes), "leave") is verdict


def test_skipped_times_are_no_first_last_or_median() -> None:
    found = indicators(WHISTLE, [unit("D1", done=50), unit("D2", answered=3)])
    assert found.first_answer == found.last_answer == Moment("D2", 3 * MINUTE)
    assert found.first_arrival is None
    assert found.median_arrival is None
    assert found.arrived == Ratio(1, 2)


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    states = [unit(f"D{at}", arrived=at) for at in (10, 4, 30, 20)]
    assert indicators(WHISTLE, states).median_arrival == 15 * MINUTE


def test_heads_are_compared_where_both_numbers_are_known() -> None:
    states = [
        unit("D1", asked=6, people=5, arrived=1),
        unit("D2", asked=4),
        unit("D3", asked=3, arrived=2),
        unit("D4", people=9, arrived=2),
    ]
    assert indicators(WHISTLE, states).heads == Heads(asked=10, came=5, units=2, not_told=1)


def test_small_numbers_have_no_percentage() -> None:
    assert Ratio(9, 9).percent is None
    assert Ratio(9, 10).percent == 90
    assert Ratio(0, 0).percent is None


def test_the_curve_counts_each_unit_at_the_latest_by_its_next_step() -> None:
    states = [unit("D1", answered=2, arrived=8), unit("D2", arrived=5), unit("D3", ended="cancelled", answered=1)]
    assert curve(WHISTLE, states, "answered") == [2 * MINUTE, 5 * MINUTE]
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
    figures = indicators(whistle, [])
    assert figures.updates_on_time == Ratio(1, 2)
    assert figures.first_report == 16 * MINUTE


def test_an_incident_without_units_has_no_figures_and_no_error() -> None:
    found = indicators(WHISTLE, [])
    assert found.answered == Ratio(0, 0)
    assert found.first_report is None
    assert found.heads == Heads(0, 0, 0, 0)


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
    found = indicators(WHISTLE, states)
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
    found = indicators(WHISTLE, states)
    assert arrivals(states) == found.arrived == Ratio(2, 3)
    assert answers(states) == found.answered == Ratio(3, 5)

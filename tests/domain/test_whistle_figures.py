"""Figures over many whistles: the same as counting by hand, whatever happened; months are months of the office."""

from __future__ import annotations

import statistics
from datetime import date

import pytest
from commandcenter.domain.clock import DAY, MINUTE, at_local, local_date
from commandcenter.domain.event import EventId
from commandcenter.domain.indicators import Ratio
from commandcenter.domain.report_in import Milestone, Outcome, ReportIn
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_figures import (
    GROUPS,
    Presence,
    grouped,
    month_of,
    presence_figures,
    ranked,
    span_around,
    whistle_figures,
)
from hypothesis import given
from hypothesis import strategies as st

START = at_local(date(2026, 7, 16))
LATE = START + 200 * DAY
ENDED = ("", "refused", "replaced", "cancelled", "never_came", "back")


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    whistle = Whistle(
        subject=f"whistle/{draw(st.sampled_from('abc'))}", known=True, blown_at=START + draw(st.integers(0, 60)) * DAY
    )
    answered = draw(st.none() | st.integers(0, 12))
    arrived = draw(st.none() | st.integers(answered or 0, 60)) if answered is not None else None
    entries = [("answered", answered), ("arrived", arrived)]
    told = tuple(
        Milestone(
            name,
            EventId("n", place),
            whistle.blown_at + at * MINUTE,
            whistle.blown_at,
            people=draw(st.none() | st.integers(0, 9)),
        )
        for place, (name, at) in enumerate(entries, start=1)
        if at is not None
    )
    ended_at = draw(st.sampled_from((0, 20, 60)))
    ended = draw(st.sampled_from(ENDED)) if arrived is None else draw(st.sampled_from(("", "back")))
    state = ReportIn(
        subject=f"report_in/{whistle.id}/{draw(st.sampled_from(('D01', 'D02', 'D03')))}",
        listed=True,
        unasked=draw(st.booleans()) and arrived is not None,
        relation=draw(st.sampled_from(("direct", "dispatch", "request", "report"))),
        limits=draw(st.sampled_from(({"answer": 5, "arrive": 30}, {"answer": None, "arrive": None}))),
        listed_at=whistle.blown_at,
        asked_people=draw(st.none() | st.integers(1, 9)),
        entries=told,
        outcomes=(Outcome(ended, EventId("n", 9), whistle.blown_at + ended_at * MINUTE, 0),) if ended else (),
    )
    return Presence(whistle, draw(st.sampled_from(("", "自然灾害", "事故灾难"))), state)


def counted_by_hand(some: list[Presence]) -> dict[str, object]:
    """The definitions of domain.md 2.13 in the plainest words, without the code under test."""
    ended = [(one.state, one.state.outcomes[0].name if one.state.outcomes else "") for one in some]

    def stays(state: ReportIn, end: str, name: str) -> bool:
        """Called off counts where it had come as far, or its limit had passed by then."""
        limit = state.limits[name]
        reached = len(state.entries) >= (1 if name == "answer" else 2)
        over = limit is not None and state.outcomes and state.outcomes[0].at > state.listed_at + limit * MINUTE
        return end != "cancelled" or reached or bool(over)

    asked = [(state, end) for state, end in ended if not state.unasked]
    listed = [(state, end) for state, end in asked if stays(state, end, "answer")]
    due = [
        (state, end)
        for state, end in asked
        if state.relation != "report" and end != "replaced" and stays(state, end, "arrive")
    ]
    at = {id(state): {entry.name: entry for entry in state.entries} for state, _ in ended}
    judged = [
        (state, at[id(state)].get("arrived"))
        for state, _ in due
        if state.relation in ("direct", "dispatch") and state.limits["arrive"] is not None
    ]
    took = [
        at[id(state)]["arrived"].at - state.listed_at
        for state, _ in due
        if state.relation in ("direct", "dispatch") and "arrived" in at[id(state)]
    ]
    return {
        "called": len(listed),
        "answered": Ratio(sum(bool(at[id(state)]) for state, _ in listed), len(listed)),
        "arrived": Ratio(sum("arrived" in at[id(state)] for state, _ in due), len(due)),
        "arrived_on_time": Ratio(
            sum(entry is not None and entry.at - state.listed_at <= 30 * MINUTE for state, entry in judged), len(judged)
        ),
        "median_arrival": round(statistics.median(took)) if took else None,
        "refused": sum(end == "refused" for _, end in ended),
    }


@given(st.lists(presences(), max_size=25))
def test_figures_are_what_counting_by_hand_gives(some: list[Presence]) -> None:
    found = presence_figures(some, LATE)
    assert {name: getattr(found, name) for name in counted_by_hand(some)} == counted_by_hand(some)


@given(st.lists(presences(), max_size=25), st.sampled_from(GROUPS))
def test_groups_part_the_whole_and_lose_nobody(some: list[Presence], by: str) -> None:
    parts = grouped(some, by)
    assert sorted(id(one) for part in parts.values() for one in part) == sorted(map(id, some))
    assert sum(presence_figures(part, LATE).called for part in parts.values()) == presence_figures(some, LATE).called
    for name in ("answered", "arrived", "arrived_on_time"):
        whole = getattr(presence_figures(some, LATE), name)
        shares = [getattr(presence_figures(part, LATE), name) for part in parts.values()]
        assert (sum(one.part for one in shares), sum(one.whole for one in shares)) == (whole.part, whole.whole)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(("month", "quarter", "year")))
def test_a_day_lies_in_its_span_and_spans_touch(day: date, kind: str) -> None:
    found = span_around(kind, day)
    assert found is not None
    first, after = found
    assert first <= day < after
    assert first.day == after.day == 1
    assert span_around(kind, after) is not None
    assert span_around(kind, after)[0] == after  # type: ignore[index]
    months = (after.year - first.year) * 12 + after.month - first.month
    assert months == {"month": 1, "quarter": 3, "year": 12}[kind]


def test_a_month_is_one_of_the_office() -> None:
    last_of_july = at_local(date(2026, 8, 1)) - 1
    assert (month_of(last_of_july), month_of(last_of_july + 1)) == ("2026-07", "2026-08")
    assert local_date(last_of_july) == date(2026, 7, 31)


def test_asked_bodies_are_not_ranked() -> None:
    def one(relation: str) -> Presence:
        state = ReportIn(subject="report_in/w/D01", listed=True, relation=relation)
        return Presence(Whistle(subject="whistle/w", known=True), "", state)

    assert not ranked([one("request"), one("report")])
    assert ranked([one("request"), one("dispatch")])


@pytest.mark.parametrize(("cases", "rate"), [(0, None), (200, 1.0)])
def test_the_whistle_rate_needs_cases(cases: int, rate: float | None) -> None:
    blown = [
        Whistle(subject="whistle/1", known=True, blown_at=0),
        Whistle(subject="whistle/2", known=True, kind="muster", blown_at=0),
        Whistle(subject="whistle/3", known=True, blown_at=0, undone_at=1),
        Whistle(subject="whistle/4", known=True, blown_at=0, false_alarm_at=5),
    ]
    found = whistle_figures(blown[:3], cases)
    assert (found.whistles, found.emergency, found.muster, found.rate) == (2, 1, 1, rate)
    assert whistle_figures(blown, cases).false_alarms == 1


def test_the_first_report_is_held_against_its_own_limit() -> None:
    def told(minute: int | None) -> Whistle:
        heard = {} if minute is None else {"district_phone": (minute * MINUTE, "")}
        return Whistle(subject="whistle/w", known=True, limits={"district_phone": 15}, told=heard)

    found = whistle_figures([told(10), told(15), told(16), told(None)], 0)
    assert found.first_reports == Ratio(2, 4)
    assert found.first_report == 15 * MINUTE

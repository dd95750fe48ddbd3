"""Report-ins as evidence: the end of an incident takes no failure off the record, and requested bodies are never judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import EventId
from commandcenter.domain.evidence import Line, of_report_in
from commandcenter.domain.report_in import Milestone, Outcome, ReportIn

LATE = 500 * MINUTE


def unit(relation: str = "dispatch", off: float | None = None, **minutes: float) -> ReportIn:
    """A department called at minute 0 with milestones at these minutes, called off by the stand-down at minute ``off``."""
    entries = tuple(
        Milestone(name, EventId("a", place), round(at * MINUTE), round(at * MINUTE))
        for place, (name, at) in enumerate(minutes.items(), start=1)
    )
    called_off = Outcome("cancelled", EventId("a", 99), round((off or 0) * MINUTE), 0, reason="stand_down")
    return ReportIn(
        subject="report_in/w/D1",
        listed=True,
        relation=relation,
        limits={"answer": 5, "leave": 10, "arrive": 30},
        entries=entries,
        outcomes=(called_off,) if off is not None else (),
    )


def line(state: ReportIn) -> Line:
    found = of_report_in(state, "CS-1", LATE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("state", "due"),
    [(unit(off=7), 5), (unit(off=12), 10), (unit(off=40), 30), (unit(off=40, answered=2, left=6), 30)],
)
def test_who_was_silent_or_late_when_it_was_called_off_never_came(state: ReportIn, due: int) -> None:
    found = line(state)
    assert (found.verdict, found.due_at, found.done_at) == ("never", due * MINUTE, None)
    assert found.against


@pytest.mark.parametrize("state", [unit(off=4), unit(off=20, answered=2, left=6)])
def test_who_was_called_off_in_time_is_no_evidence(state: ReportIn) -> None:
    assert of_report_in(state, "CS-1", LATE) is None


def test_who_left_late_and_came_in_time_is_late_by_its_leaving() -> None:
    found = line(unit(answered=2, left=14, arrived=20))
    assert (found.verdict, found.due_at, found.done_at) == ("late", 10 * MINUTE, 14 * MINUTE)
    assert line(unit(answered=2, left=9, arrived=20)).verdict == "on_time"


def test_who_has_not_left_past_its_limit_is_overdue_while_it_may_still_arrive() -> None:
    found = of_report_in(unit(answered=2), "CS-1", 15 * MINUTE)
    assert found is not None
    assert (found.verdict, found.due_at) == ("overdue", 10 * MINUTE)


def test_a_requested_body_and_one_that_came_unasked_are_not_judged() -> None:
    assert line(unit("request", off=40)).verdict == "unjudged"
    assert not line(unit("request", answered=9, left=50, arrived=90)).against
    assert of_report_in(replace(unit(arrived=90), unasked=True), "CS-1", LATE) is None

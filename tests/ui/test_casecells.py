"""One rule tells how the clock of a case presses, in every list and in the case itself."""

from __future__ import annotations

from commandcenter.domain.case import Assignee, Case, feedback_due
from commandcenter.domain.clock import MINUTE
from commandcenter.ui.parts.casecells import amber_at
from hypothesis import given
from hypothesis import strategies as st


@given(warn=st.integers(0, 10**6), due=st.integers(0, 10**6), soon=st.integers(0, 60))
def test_amber_is_eighty_per_cent_or_little_left_whatever_comes_first(warn: int, due: int, soon: int) -> None:
    found = amber_at(warn, due, soon * MINUTE)
    assert found <= warn
    assert found <= due - soon * MINUTE
    assert found in (warn, due - soon * MINUTE)


@given(own=st.integers(0, 100) | st.none(), due=st.integers(0, 100))
def test_no_receiver_owes_later_than_the_order(own: int | None, due: int) -> None:
    line = Assignee("C01", "assist", 0, due_at=own)
    found = feedback_due(Case(due_at=due), line)
    assert found == (min(own, due) if own is not None else None)
    assert feedback_due(Case(due_at=due), Assignee("S01", "lead", 0)) == due

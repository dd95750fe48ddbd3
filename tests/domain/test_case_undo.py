"""Taking back what was done to a case: the fields stand as before, or the reason why not is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.domain.case import Assignee, Case
from commandcenter.domain.case_acts import AmendCase, NoteCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, PressCase
from commandcenter.domain.case_join_acts import LinkCases, UnlinkCases
from commandcenter.domain.case_undo import undoing
from commandcenter.domain.command import Command
from hypothesis import given
from hypothesis import strategies as st

BEFORE = Case(
    subject="case/a", known=True, grade="general", category="K1", community="A1", place="J1", due_at=1_000, title="灯"
)
SENT = replace(BEFORE, stage="dispatched", assignees=(Assignee("S1", "lead", 5), Assignee("A1", "assist", 5)))
codes = st.sampled_from(("general", "prompt", "K1", "K2", "A1", "J1"))
FIELDS = ("grade", "category", "community", "place")


@given(
    told=st.dictionaries(st.sampled_from(FIELDS), codes, min_size=1),
    since=st.dictionaries(st.sampled_from(FIELDS), codes),
    due=st.integers(0, 5_000),
)
def test_a_correction_is_corrected_back_unless_somebody_changed_it_since(
    told: dict[str, str], since: dict[str, str], due: int
) -> None:
    command = AmendCase(case="a", fields=told)
    now = replace(BEFORE, **{**told, **since, "due_at": due})
    changed = {name for name, value in told.items() if value != getattr(BEFORE, name)}
    back = undoing(command, BEFORE, now)
    if not changed:
        assert back == "nothing"
    elif any(getattr(now, name) != told[name] for name in changed):
        assert back == "changed_since"
    else:
        assert isinstance(back, AmendCase)
        assert back.fields == {name: getattr(BEFORE, name) for name in changed}
        assert back.due_at == (BEFORE.due_at if due != BEFORE.due_at else None)


def test_words_are_put_back_too() -> None:
    command = AmendCase(case="a", private={"title": " 路灯 "})
    back = undoing(command, BEFORE, replace(BEFORE, title="路灯"))
    assert isinstance(back, AmendCase)
    assert back.private == {"title": "灯"}


@pytest.mark.parametrize("command", [PressCase(case="a"), NoteCase(case="a", words="x")])
def test_what_was_said_stays_said(command: Command) -> None:
    assert undoing(command, BEFORE, BEFORE) == "said"


def test_a_dispatch_goes_back_to_the_former_receivers_while_nobody_signed() -> None:
    command = DispatchCase(case="a", lead="S2", others=("A2",))
    now = replace(SENT, assignees=(Assignee("S2", "lead", 9), Assignee("A2", "assist", 9)))
    back = undoing(command, SENT, now)
    assert isinstance(back, DispatchCase)
    assert (back.lead, back.others, back.grade, back.due_at) == ("S1", ("A1",), "general", 1_000)
    assert undoing(command, BEFORE, now) == "first_dispatch"
    signed = replace(now, assignees=(Assignee("S2", "lead", 9, signed_at=10), Assignee("A2", "assist", 9)))
    assert undoing(command, SENT, signed) == "signed"
    assert undoing(command, SENT, replace(now, stage="disputed")) == "changed_since"


def test_a_link_is_taken_back_by_unlinking() -> None:
    command = LinkCases(case="a", other="b")
    assert undoing(command, BEFORE, replace(BEFORE, links={"b": "repeat"})) == UnlinkCases(case="a", other="b")
    assert undoing(command, BEFORE, BEFORE) == "changed_since"

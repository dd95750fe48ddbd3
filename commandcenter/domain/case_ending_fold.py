"""How the end of a case folds: feedback of every receiver, verification, call-back, redo, closing, looking back."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.domain.case import Case
from commandcenter.domain.case_fold_values import answer, including, instant, moved, of_receiver, text
from commandcenter.domain.case_taking_fold import limited
from commandcenter.domain.event import Fact
from commandcenter.domain.value import replace


def fed_back(state: Case, fact: Fact) -> Case:
    """A receiver fed back. With the last one the case waits to be verified; an explained suspension stays at its call."""
    state = of_receiver(state, fact, fed_back_at=fact.happened_at)
    state = replace(state, handler=fact.actor, handlers=including(state.handlers, fact.actor))
    if any(line.fed_back_at is None for line in state.assignees):
        return state
    state = replace(state, fed_back_at=fact.happened_at, verify_due_at=instant(fact.body, "verify_due_at"))
    if state.stage == "call_back":
        return state
    return replace(moved(state, fact, "fed_back"), calls=0, answered=False)


def _open_again(state: Case) -> Case:
    """Every receiver owes the feedback anew."""
    lines = tuple(replace(line, fed_back_at=None) for line in state.assignees)
    return replace(
        state,
        assignees=lines,
        fed_back_at=None,
        handlers=(),
        verified_at=None,
        verify_due_at=None,
        callback_due_at=None,
        decide_due_at=None,
        calls=0,
        answered=False,
    )


def verified(state: Case, fact: Fact) -> Case:
    """Somebody else checked the result; not passed, every receiver owes the feedback anew."""
    state = moved(state, fact, "verified")
    if fact.body.get("passed", True):
        return replace(state, verified_at=fact.happened_at, callback_due_at=instant(fact.body, "callback_due_at"))
    return _open_again(moved(state, fact, "handling"))


def called_back(state: Case, fact: Fact) -> Case:
    """The citizen was asked, or not reached: then the earlier answer stands."""
    if state.stage != "call_back":
        state = moved(state, fact, "call_back")
    solved, satisfied = answer(fact.body, "solved"), answer(fact.body, "satisfied")
    state = replace(state, callbacks=state.callbacks + 1, calls=state.calls + 1, tried_at=fact.happened_at)
    if solved is None and satisfied is None:
        return state
    return replace(
        state,
        solved=solved,
        satisfied=satisfied,
        satisfaction=text(fact.body, "satisfaction", "" if satisfied is None else "satisfied" if satisfied else "not"),
        answered=True,
        called_back_at=fact.happened_at,
        decide_due_at=instant(fact.body, "decide_due_at"),
    )


def redone(state: Case, fact: Fact) -> Case:
    """It is done again; the first end of the order is kept beside the new one."""
    if state.redo_at is None:
        state = replace(state, first_due_at=state.due_at, first_fed_back_at=state.fed_back_at)
    state = _open_again(replace(moved(state, fact, "redo"), redone=state.redone + 1, redo_at=fact.happened_at))
    return limited(state, fact)


def closed(state: Case, fact: Fact) -> Case:
    """The case is closed, with who signed and the four checks as they stood."""
    checks = fact.body.get("checks")
    return replace(
        moved(state, fact, "closed"),
        closed_at=fact.happened_at,
        result=text(fact.body, "result", "solved"),
        leader=text(fact.body, "leader"),
        checks={str(name): value is True for name, value in checks.items()} if isinstance(checks, Mapping) else {},
        lookback_due_at=instant(fact.body, "lookback_due_at"),
    )


def looked_back(state: Case, fact: Fact) -> Case:
    """It was looked at again, and perhaps is once more."""
    return replace(
        moved(state, fact, "looked_back"),
        lookbacks=state.lookbacks + 1,
        recurred=state.recurred or fact.body.get("recurred") is True,
        lookback_due_at=instant(fact.body, "next_at"),
    )

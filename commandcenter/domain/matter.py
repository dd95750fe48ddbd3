"""What the folds of all matters share: opened once, a step for each verb, clocks raised and acknowledged, nothing that raises.

A matter is a folded state with ``subject``, ``known``, ``raised`` (its clocks) and ``irregular`` (what did not follow).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from commandcenter.domain.deadline import acknowledge, raise_threshold
from commandcenter.domain.event import Fact
from commandcenter.domain.value import replace

S = TypeVar("S")
Step = Callable[[S, Fact], S]


def irregular(state: S, fact: Fact, why: str) -> S:
    """The state with an entry kept that did not follow, and why."""
    told: Any = state
    return replace(state, irregular=(*told.irregular, (fact.id, why)))


def may_go(state: Any, stage: str, moves: Mapping[str, Collection[str]]) -> bool:
    """Whether a matter that stands at its ``stage`` may go to another one now; ``moves`` are its legal steps."""
    return state.known and stage in moves.get(state.stage, ())


def gone(state: S, fact: Fact, stage: str, moves: Mapping[str, Collection[str]]) -> S:
    """The matter at another stage. A step that is not legal is done and marked: somebody did it."""
    if not may_go(state, stage, moves):
        state = irregular(state, fact, "illegal_move")
    return replace(state, stage=stage)


def opened_at(state: S, fact: Fact, stage: str, then: Step[S]) -> S:
    """The matter opened at a stage, with its number and what the entry tells of it; a second opening is marked."""
    told: Any = state
    if told.known:
        return irregular(state, fact, "opened_twice")
    number = fact.body.get("number")
    number = number if isinstance(number, str) else ""
    return then(replace(state, known=True, stage=told.stage or stage, number=number, opened_at=fact.happened_at), fact)


def clock_raised(state: S, fact: Fact) -> S:
    """A clock of the matter passed a threshold."""
    told: Any = state
    return replace(state, raised=raise_threshold(told.raised, fact))


def clock_acknowledged(state: S, fact: Fact) -> S:
    """Somebody took note of a clock that was raised."""
    told: Any = state
    return replace(state, raised=acknowledge(told.raised, fact))


def folding(opened: Step[S], steps: Mapping[str, Step[S]]) -> Step[S]:
    """The fold of a matter that is ``opened`` once and goes on by ``steps`` (verb → step).

    It never raises: an unknown verb, and any step before the matter was opened, is kept and marked.
    """
    every: Mapping[str, Step[S]] = {
        "deadline_raised": clock_raised,
        "deadline_acknowledged": clock_acknowledged,
        **steps,
    }

    def apply(state: S, fact: Fact) -> S:
        state = replace(state, subject=fact.subject)
        if fact.verb == "opened":
            return opened(state, fact)
        step = every.get(fact.verb)
        if step is None:
            return irregular(state, fact, "unknown_kind")
        told: Any = state
        return step(state if told.known else irregular(state, fact, "not_opened"), fact)

    return apply

"""What every fold of a case uses: values out of a body that may hold anything, a mark on what is irregular, a move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commandcenter.domain.case import Case, may_move
from commandcenter.domain.command import unique
from commandcenter.domain.event import Fact
from commandcenter.domain.value import replace, whole


def text(body: Mapping[str, Any], name: str, default: str = "") -> str:
    """A text of a body; ``default`` for what is none."""
    value = body.get(name)
    return value if isinstance(value, str) else default


def instant(body: Mapping[str, Any], name: str) -> int | None:
    """A whole number of a body: epoch milliseconds, or a count."""
    return whole(body.get(name))


def answer(body: Mapping[str, Any], name: str) -> bool | None:
    """A yes or no of a body; None for neither."""
    value = body.get(name)
    return value if isinstance(value, bool) else None


def marked(state: Case, fact: Fact, code: str) -> Case:
    """The state with a mark that this fact was irregular, and why."""
    return replace(state, irregular=(*state.irregular, (fact.id, code)))


def moved(state: Case, fact: Fact, stage: str) -> Case:
    """The case in another stage; a move that 2.11 does not know is made all the same, and marked."""
    if not may_move(state, stage):
        state = marked(state, fact, "illegal_move")
    return replace(state, stage=stage)


def including(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The values with one more, each once; an empty one is none."""
    return unique((*values, value)) if value else values


def of_receiver(state: Case, fact: Fact, **changes: Any) -> Case:
    """The case with changes to the receiver an entry is about; the others stay."""
    unit = fact.body.get("unit")
    lines = tuple(replace(line, **changes) if line.unit == unit else line for line in state.assignees)
    return replace(state, assignees=lines)

"""Every family of subjects: its empty state, its fold, its clocks. The one place that knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import (  # noqa: F401  (some are here to register their checks)
    calendar,
    case,
    category,
    command_post,
    drill,
    duty,
    limit,
    office,
    order,
    plan,
    record,
    report_in,
    review,
    roster,
    sitrep,
    unit,
    whistle,
)
from commandcenter.domain.deadline import Deadline, clocks
from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order


def _no_deadlines(state: Any) -> list[Deadline]:
    return []


@dataclass(frozen=True, slots=True)
class Family:
    """How subjects of one family are folded. ``apply`` never raises."""

    name: str
    empty: Any
    apply: Callable[[Any, Fact], Any]
    deadlines: Callable[[Any], list[Deadline]] = _no_deadlines


_RECORDS = (
    "office",
    "node",
    "limit",
    "calendar",
    "category",
    "unit",
    "place",
    "person",
    "appointment",
    "plan",
    "drill",
)

FAMILIES: Mapping[str, Family] = {
    **{name: Family(name, record.Record(), record.apply) for name in _RECORDS},
    "shift": Family("shift", duty.Shift(), duty.apply),
    "seat": Family("seat", office.Seat(), office.apply_seat),
    "case": Family("case", case.Case(), case.apply, case.deadlines),
    "whistle": Family("whistle", whistle.Whistle(), whistle.apply, whistle.deadlines),
    "report_in": Family("report_in", report_in.ReportIn(), report_in.apply, report_in.deadlines),
    "post": Family("post", command_post.Post(), command_post.apply),
    "order": Family("order", order.Order(), order.apply, order.deadlines),
    "sitrep": Family("sitrep", sitrep.SituationReport(), sitrep.apply),
    "review": Family("review", review.Review(), review.apply),
}

clocks.update({name: family.deadlines for name, family in FAMILIES.items()})

UNKNOWN = Family("", None, lambda state, fact: state)
"""Subjects of a newer program: kept, relayed, counted and shown, folded after the upgrade."""


def family_of(subject: str) -> Family:
    """The family of a subject; ``UNKNOWN`` for one this program does not know."""
    return FAMILIES.get(subject.partition("/")[0], UNKNOWN)


def named(subject: str) -> bool:
    """Whether the ids that its family needs stand in a subject; without them nothing is folded."""
    family, _, key = subject.partition("/")
    return bool(key) and (family != "report_in" or "/" in key)


def apply(state: Any, fact: Fact) -> Any:
    """Fold one fact into the state of its subject."""
    family = family_of(fact.subject)
    if fact.verb == ERASED or not named(fact.subject):
        return state
    return family.apply(state, fact)


def folded(subject: str, facts: Iterable[Fact]) -> Any:
    """The state of a subject: the fold of its facts in causal order."""
    family = family_of(subject)
    state = family.empty
    if named(subject):
        for fact in causal_order(facts):
            if fact.verb != ERASED:
                state = family.apply(state, fact)
    return state

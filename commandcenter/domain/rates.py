"""The three rates with honest denominators: what is open and overdue counts as a failure (domain.md 3.1; anchors pain 16).

A case is a vector of named counts, each 0 or 1 (``COUNTS``). A formula is data: the part and the whole are sums of such
counts, and it names the grounds on which a case is left out. So every figure can be told together with its formula, with
what it leaves out by ground, and with what cannot be told yet; and every case stands in exactly one of these
(``standing``), so the sums always come out.

The law is silent on the formulas (Regulation 2021 art. 32), so those an office begins with are working definitions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

from commandcenter.domain.limit import BASES
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

SMALL = 10
"""Below this many cases a rate is shown as counts, never as a percentage, and not ranked (domain.md 2.13)."""

GROUNDS = ("advice", "transferred", "refused", "unreachable", "suspended", "merged")
"""Why a case may be left out of a rate; which of them a formula leaves out is data (domain.md 3.1)."""

COUNTS = (
    "taken",
    "unknown",
    "contact_owed",
    "contacted_in_time",
    "asked_solved",
    "solved",
    "late_unsolved",
    "asked_satisfied",
    "satisfied",
    "late_unsatisfied",
    "closed",
    "closed_limited",
    "closed_in_time",
    "late",
    "redone",
    "extended",
    "whistled",
    "proactive",
)
"""What is counted of a case.

``taken``: live, or brought in with its outcome. ``unknown``: old and without an outcome, in no rate. ``contact_owed``: the
citizen had to be reached by now. ``asked_…``: the call-back brought an answer to that question. ``late_…``: open, past its
limit without feedback, and that question unanswered. ``closed_limited``: closed, and it had a limit.
"""

COUNTABLE = tuple(name for name in COUNTS if name != "unknown")
"""What a formula may count: a case of which nothing is known is in no rate."""

_WITHIN: Mapping[str, str] = {
    "contacted_in_time": "contact_owed",
    "solved": "asked_solved",
    "satisfied": "asked_satisfied",
    "closed_in_time": "closed_limited",
    "closed_limited": "closed",
    "late_unsolved": "late",
    "late_unsatisfied": "late",
    **dict.fromkeys(
        (
            *("contact_owed", "asked_solved", "asked_satisfied", "closed", "late"),
            *("redone", "extended", "whistled", "proactive"),
        ),
        "taken",
    ),
}
"""The smallest count that always comes with one."""

_APART = frozenset(
    {
        frozenset(("taken", "unknown")),
        frozenset(("asked_solved", "late_unsolved")),
        frozenset(("asked_satisfied", "late_unsatisfied")),
        frozenset(("closed", "late")),
    }
)
"""Counts of which a case never has both."""

Vector = tuple[int, ...]


class CaseFacts(NamedTuple):
    """What of a case the rates look at: columns of a list row. Instants are epoch milliseconds; None is unknown."""

    stage: str
    open: int
    anonymous: int
    ground: str
    contact_due_at: int | None
    contacted_at: int | None
    due_at: int | None
    fed_back_at: int | None
    closed_at: int | None
    solved: int | None
    satisfied: int | None
    redone: int
    extended: int
    whistles: str
    proactive: int


_UNKNOWN: Vector = tuple(int(name == "unknown") for name in COUNTS)


def counts_of(case: CaseFacts, now: int) -> Vector:
    """The counts of a case as it stands at ``now`` (epoch milliseconds), in the order of ``COUNTS``.

    Those of a case that has ended do not depend on ``now``. A clock that stands still (suspended) is not late.
    """
    if case.stage == "history":
        return _UNKNOWN
    until: int | None = now
    if case.open:
        ended = False
        due = case.due_at is not None and case.fed_back_at is None and case.stage != "suspended"
        late = due and case.due_at < now  # type: ignore[operator]
    else:
        until, late = case.closed_at, False
        ended = case.stage != "refused"
    contacted, contact_due = case.contacted_at, case.contact_due_at
    owed = (
        not case.anonymous
        and contact_due is not None
        and (contacted is not None or until is None or contact_due < until)
    )
    limited = ended and case.due_at is not None
    met = case.fed_back_at if case.fed_back_at is not None else case.closed_at
    return (
        1,
        0,
        int(owed),
        int(owed and contacted is not None and contacted <= contact_due),  # type: ignore[operator]
        int(case.solved is not None),
        int(bool(case.solved)),
        int(late and case.solved is None),
        int(case.satisfied is not None),
        int(bool(case.satisfied)),
        int(late and case.satisfied is None),
        int(ended),
        int(limited),
        int(limited and met is not None and met <= case.due_at),  # type: ignore[operator]
        int(late),
        int(case.redone > 0),
        int(case.extended > 0),
        int(bool(case.whistles)),
        int(bool(case.proactive)),
    )


# --- sums ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Sums:
    """How many cases have each count, by the ground on which a formula may leave them out (empty: none)."""

    by_ground: dict[str, list[int]] = field(default_factory=dict)

    def add(self, ground: str, counts: Iterable[int], times: int = 1) -> None:
        """Add a vector, ``times`` over."""
        held = self.by_ground.get(ground)
        if held is None:
            self.by_ground[ground] = [count * times for count in counts]
        else:
            for place, count in enumerate(counts):
                held[place] += count * times

    def join(self, other: Sums) -> None:
        """Add all of another sum."""
        for ground, counts in other.by_ground.items():
            self.add(ground, counts)

    def count(self, name: str) -> int:
        """How many cases have a count, whatever their ground."""
        place = COUNTS.index(name)
        return sum(counts[place] for counts in self.by_ground.values())


def joined(parts: Iterable[Sums]) -> Sums:
    """One sum of several."""
    whole = Sums()
    for part in parts:
        whole.join(part)
    return whole


def sums_of(cases: Iterable[CaseFacts], now: int) -> Sums:
    """The sums of some cases, counted one by one."""
    found = Sums()
    for case in cases:
        found.add(case.ground, counts_of(case, now))
    return found


# --- formulas -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Formula:
    """A rate as data. ``part`` and ``whole`` name counts, ``excluded`` grounds.

    ``target`` is the percentage to be reached; ``low`` and ``high`` bound a band in which a rate is good (None: open).
    ``since`` is when the version in force began (epoch milliseconds), ``version`` counts from 1; 0 stands for a draft.
    """

    key: str
    name: str
    part: tuple[str, ...]
    whole: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    target: float | None = None
    low: float | None = None
    high: float | None = None
    basis: str = "unverified"
    source: str = ""
    note: str = ""
    version: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    """Part and whole, always together; what was left out by ground; what cannot be told yet."""

    good: int = 0
    of: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    pending: int = 0

    @property
    def small(self) -> bool:
        """Too few cases for a percentage."""
        return self.of < SMALL

    @property
    def percent(self) -> float | None:
        """The percentage; None without a denominator. Whether it may be shown is ``small``."""
        return 100 * self.good / self.of if self.of else None

    @property
    def failed(self) -> int:
        """How many of the whole are not in the part."""
        return self.of - self.good

    @property
    def left(self) -> int:
        """How many were left out, on whatever ground."""
        return sum(self.left_out.values())


def rate(formula: Formula, sums: Sums) -> Rate:
    """The rate of a formula over some cases. What it counts, leaves out and cannot tell yet are all the cases taken."""
    part, whole = ([COUNTS.index(name) for name in names] for names in (formula.part, formula.whole))
    good = of = pending = 0
    left_out: dict[str, int] = {}
    for ground, counts in sums.by_ground.items():
        if ground and ground in formula.excluded:
            if counts[0]:
                left_out[ground] = counts[0]
            continue
        told = sum(counts[place] for place in whole)
        of += told
        good += sum(counts[place] for place in part)
        pending += counts[0] - told
    return Rate(good, of, {ground: left_out[ground] for ground in GROUNDS if ground in left_out}, pending)


RESPONSE, RESOLUTION, SATISFACTION, WHISTLE = "response", "resolution", "satisfaction", "whistle"
THREE = (RESPONSE, RESOLUTION, SATISFACTION)
"""The keys of the three rates; every office has them."""


@dataclass(frozen=True, slots=True)
class ThreeRates:
    """Response, resolution, satisfaction."""

    response: Rate
    resolution: Rate
    satisfaction: Rate


def three_rates(formulas: Mapping[str, Formula], sums: Sums) -> ThreeRates:
    """The three rates over some cases: the one function behind every screen and paper. An office that has taken a formula out
    of use has no such rate (0 of 0)."""
    return ThreeRates(*(rate(formulas[key], sums) if key in formulas else Rate() for key in THREE))


STANDINGS = ("good", "failed", "left_out", "pending", "unknown")


def standing(formula: Formula, case: CaseFacts, now: int) -> str:
    """Where a case stands in a rate: ``good``, ``failed``, ``left_out``, ``pending`` (not to be told yet), ``unknown``."""
    counts = counts_of(case, now)
    if not counts[0]:
        return "unknown"
    if case.ground and case.ground in formula.excluded:
        return "left_out"
    if not any(counts[COUNTS.index(name)] for name in formula.whole):
        return "pending"
    return "good" if any(counts[COUNTS.index(name)] for name in formula.part) else "failed"


def _line(name: str) -> list[str]:
    """A count with all those that come with it."""
    found = [name]
    while found[-1] in _WITHIN:
        found.append(_WITHIN[found[-1]])
    return found


def apart(one: str, other: str) -> bool:
    """Whether no case has both counts."""
    return any(frozenset((a, b)) in _APART for a in _line(one) for b in _line(other))


def within(part: str, whole: str) -> bool:
    """Whether every case with ``part`` has ``whole``."""
    return whole in _line(part)


def fault_of(fields: Mapping[str, Any]) -> str:
    """What is wrong with a formula's fields, as a code of refusal; empty when it can be counted with."""
    part, whole, excluded = (_names(fields.get(name, ())) for name in ("part", "whole", "excluded"))
    if not part or not whole or not set(part) | set(whole) <= set(COUNTABLE):
        return "formula_empty"
    if not all(apart(*pair) for names in (part, whole) for pair in combinations(names, 2)):
        return "formula_counts_twice"
    if not all(any(within(name, outer) for outer in whole) for name in part):
        return "formula_part_outside"
    if excluded is None or not set(excluded) <= set(GROUNDS):
        return "formula_ground_unknown"
    bounds = [fields.get(name) for name in ("target", "low", "high")]
    if any(isinstance(b, bool) or not isinstance(b, int | float) or not 0 <= b <= 100 for b in bounds if b is not None):
        return "formula_bound"
    low, high = bounds[1:]
    return "formula_bound" if low is not None and high is not None and low > high else ""


def formula_of(record: Record) -> Formula | None:
    """The formula in a record; None when it is retired or cannot be counted with."""
    fields = record.fields
    if not record.active or fault_of(fields):
        return None
    told: dict[str, Any] = {name: fields.get(name) for name in ("target", "low", "high")}
    told |= {name: str(record.get(name, "")) for name in ("basis", "source", "note")}
    return Formula(
        key=record.id,
        name=str(record.get("name", record.id)),
        part=tuple(fields["part"]),
        whole=tuple(fields["whole"]),
        excluded=tuple(fields.get("excluded", ())),
        version=record.version,
        since=record.changed_at,
        **told,
    )


def _names(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
        return None
    return tuple(value) if len(set(value)) == len(value) else None


@demands("formula")
def _check(fields: Mapping[str, Any]) -> None:
    """A formula counts every case at most once, and its part lies within its whole: else it is no rate."""
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    fault = fault_of(fields)
    if fault:
        raise Refused(fault)
    if fields.get("basis") not in BASES:
        raise Refused("limit_basis_unknown")


__all__ = [
    "COUNTABLE",
    "COUNTS",
    "RESOLUTION",
    "RESPONSE",
    "SATISFACTION",
    "SMALL",
    "STANDINGS",
    "THREE",
    "WHISTLE",
    "CaseFacts",
    "Formula",
    "Rate",
    "Sums",
    "ThreeRates",
    "apart",
    "counts_of",
    "fault_of",
    "formula_of",
    "joined",
    "rate",
    "standing",
    "sums_of",
    "three_rates",
    "within",
]

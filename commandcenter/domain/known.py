"""What was known of an incident at a moment: read from the record, so that a decision can be judged by it later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from commandcenter.domain.indicators import answers, arrivals, called
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import RANK, ReportIn
from commandcenter.domain.transfer import Household, out_by
from commandcenter.domain.whistle import Whistle


@dataclass(frozen=True, slots=True)
class Known:
    """``counts`` by name (one that is missing was unknown), ``entries`` the journal entries the key facts came from,
    ``hazard`` the words of the situation.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    hazard: str = ""


def known_of(
    whistle: Whistle,
    report_ins: Iterable[ReportIn],
    orders: Iterable[Order],
    households: Iterable[Household],
    at: int,
) -> Known:
    """What was on record at a moment. Key facts told later than ``at`` are left out: what is missing was not known.

    Counts hold what had happened by then.
    """
    facts = {name: fact for name, fact in whistle.facts.items() if fact.at <= at}
    counts = {name: fact.value for name, fact in facts.items() if fact.value is not None}
    listed = [unit for unit in report_ins if unit.listed and unit.listed_at <= at]
    here = [unit for unit in listed if _there(unit, at)]
    then = [_as_of(unit, at) for unit in listed]
    counts |= {
        "asked": len(called(then)),
        "answered": answers(then).part,
        "arrived": arrivals(then).part,
        "on_scene": len(here),
    }
    people = [count for unit in here if (count := _people(unit, at)) is not None]
    if people:
        counts["people"] = sum(people)
    counts["orders"] = sum(_waits(one, at) for one in orders)
    moved = list(households)
    if moved:
        counts["moved"] = out_by(moved, at)
    hazard = facts.get("hazard")
    entries = {name: str(fact.id) for name, fact in facts.items()}
    return Known(counts, entries, hazard.words if hazard is not None else "")


def _as_of(unit: ReportIn, at: int) -> ReportIn:
    """A report-in with what had happened to it by a moment."""
    entries = tuple(entry for entry in unit.entries if entry.at <= at)
    return replace(unit, entries=entries, outcomes=tuple(one for one in unit.outcomes if one.at <= at))


def _reached(unit: ReportIn, milestone: str, at: int) -> bool:
    return any(RANK[entry.name] >= RANK[milestone] and entry.at <= at for entry in unit.entries)


def _there(unit: ReportIn, at: int) -> bool:
    released = unit.milestone("release_approved")
    gone = (released is not None and released.at <= at) or (unit.outcome is not None and unit.outcome.at <= at)
    return _reached(unit, "arrived", at) and not gone


def _people(unit: ReportIn, at: int) -> int | None:
    told = [people for counted_at, people in unit.counted if counted_at <= at]
    arrived = unit.milestone("arrived")
    return told[-1] if told else arrived.people if arrived is not None else None


def _waits(one: Order, at: int) -> bool:
    ended = one.done_at if one.done_at is not None else one.dropped_at
    return one.known and one.given_at <= at and (ended is None or ended > at)

"""The table of limits of orders: by grade, channel, category and nature; the most specific row wins (domain.md 2.10, 3.3).

An order carries its own limit (Regulation on handling on receipt, art. 13). Where no row fits, the limit of its grade
holds. A row names conditions and leaves the others open; it wins over rows that name fewer. Rows that name as much and
fit the same order are a conflict: the earlier end holds until somebody settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from commandcenter.domain import limit as limits
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.category import levels
from commandcenter.domain.clock import local_date
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.given_limit import GivenLimit
from commandcenter.domain.limit import WARN_AT, Limit
from commandcenter.domain.record import Record, check_of, demands
from commandcenter.domain.refusal import Refused

if TYPE_CHECKING:
    from commandcenter.domain.case import Case

FAMILY = "case_limit"
CONDITIONS = ("grade", "channel", "category", "nature")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Traits:
    """What of an order decides its limit. ``category`` are the levels of its category, the highest first."""

    grade: str = "general"
    channel: str = ""
    category: tuple[str, ...] = ()
    nature: str = "appeal"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. An empty condition fits every order; ``category`` fits everything below it.

    ``since`` is the day from which the row holds for orders that begin then; None = always.
    """

    id: str
    limit: Limit
    grade: str = ""
    channel: str = ""
    category: tuple[str, ...] = ()
    nature: str = ""
    since: date | None = None
    note: str = ""

    def fits(self, traits: Traits) -> bool:
        """Whether the row names nothing that the order is not."""
        return (
            self.grade in ("", traits.grade)
            and self.channel in ("", traits.channel)
            and self.nature in ("", traits.nature)
            and traits.category[: len(self.category)] == self.category
        )

    @property
    def told(self) -> tuple[str, ...]:
        """The conditions it names, in the order of ``CONDITIONS``."""
        return tuple(name for name in CONDITIONS if getattr(self, name))

    @property
    def weight(self) -> int:
        """How much it names: each condition counts one, a category one for each of its levels."""
        return len(self.told) + max(0, len(self.category) - 1)


@dataclass(frozen=True, slots=True)
class End:
    """The limit an order gets. ``by`` is empty where the limit of its grade decided.

    ``rivals`` are the other rows that name as much: a conflict for whoever edits the table.
    """

    given: GivenLimit
    half_at: int
    warn_at: int
    due_at: int
    by: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def body(self) -> dict[str, Any]:
        """As it stands in an event."""
        return {
            "due_at": self.due_at,
            "due_half_at": self.half_at,
            "due_warn_at": self.warn_at,
            "limit": self.given.body,
        }


def rows_of(records: Mapping[str, Record]) -> tuple[Row, ...]:
    """The rows in force, by id; a record that holds no limit is left out."""
    found = (row_of(records[key]) for key in sorted(records))
    return tuple(row for row in found if row is not None)


def row_of(record: Record) -> Row | None:
    """The row in a record; None when it is retired or can run no clock."""
    limit = limits.limit_of(record)
    if limit is None or limit.unit not in (*limits.UNIT_MS, *limits.WORKED_MS):
        return None
    told = {name: value for name in ("grade", "channel", "nature") if isinstance(value := record.get(name), str)}
    try:
        since = date.fromisoformat(str(record.get("since") or ""))
    except ValueError:
        since = None
    note = str(record.get("note", ""))
    return Row(record.id, limit, category=levels(record.get("category")), since=since, note=note, **told)


def best(rows: Iterable[Row], traits: Traits, day: date) -> tuple[Row, ...]:
    """The rows that decide for an order that begins on ``day``: one, or several that name as much, or none."""
    fitting = [row for row in rows if row.fits(traits) and (row.since is None or row.since <= day)]
    most = max((row.weight for row in fitting), default=0)
    return tuple(row for row in fitting if row.weight == most)


def end_of(
    rows: Iterable[Row], traits: Traits, start: int, calendar: Calendar, fallback: Limit | None = None
) -> End | None:
    """Which limit an order gets that runs from ``start``, and why. ``fallback`` is the limit of its grade.

    None when nothing decides: the order is judged by no limit.
    """
    found = best(rows, traits, local_date(start))
    if not found:
        return reckoned(f"limit/{fallback.key}", fallback, start, calendar) if fallback is not None else None
    first = min(found, key=lambda row: (row.limit.due(start, calendar), row.id))
    rivals = tuple(sorted(row.id for row in found if row is not first))
    return reckoned(f"{FAMILY}/{first.id}", first.limit, start, calendar, by=first.told, rivals=rivals)


def reckoned(
    rule: str, limit: Limit, start: int, calendar: Calendar, *, by: tuple[str, ...] = (), rivals: tuple[str, ...] = ()
) -> End:
    """The end of a limit from ``start``, with its half and four fifths: shares of working time where it counts that."""
    half, warn, due = (limit.at(start, calendar, share) for share in (HALF, WARN_AT, 1.0))
    unsure = limit.unit in limits.WORKED_MS and calendar.provisional_between(start, due)
    return End(GivenLimit(rule, limit.value, limit.unit, start, unsure), half, warn, due, by, rivals)


def agreed(start: int, due_at: int) -> End:
    """The end of an order that came with a day of its own, or was given one: nothing but hours lie between."""
    length = due_at - start
    given = GivenLimit(started_at=start)
    return End(given, start + round(length * HALF), start + round(length * WARN_AT), due_at)


def again(given: GivenLimit, calendar: Calendar) -> End | None:
    """The same limit with another calendar: how a provisional end becomes certain. None where a day was told."""
    if not given.unit or given.started_at is None:
        return None
    return reckoned(given.rule, Limit(given.rule, given.value, given.unit), given.started_at, calendar)


def conflicts(rows: Iterable[Row]) -> list[tuple[Row, Row]]:
    """Pairs of rows that name as much and fit one order alike, by id: whoever edits the table should settle them."""
    kept = sorted(rows, key=lambda row: row.id)
    return [
        (one, other)
        for place, one in enumerate(kept)
        for other in kept[place + 1 :]
        if one.weight == other.weight and _meet(one, other)
    ]


def _meet(one: Row, other: Row) -> bool:
    """Whether some order fits both, and none of them is more particular than the other by more categories."""
    for name in ("grade", "channel", "nature"):
        first, second = getattr(one, name), getattr(other, name)
        if first and second and first != second:
            return False
    depth = min(len(one.category), len(other.category))
    return one.category[:depth] == other.category[:depth]


def limit_key(state: Case, clock: str) -> str:
    """The key of the limit a clock of a case comes from where no row of the table gave it."""
    fixed = {
        "judge": limits.CASE_JUDGE,
        "contact": limits.CASE_CONTACT,
        "sign": limits.CASE_SIGN,
        "dispute": limits.CASE_DISPUTE,
        "verify": limits.CASE_VERIFY,
        "call_back": limits.CASE_CALLBACK,
        "decide": limits.CASE_DECIDE,
        "redo": limits.CASE_REDO,
        "suspend_review": limits.CASE_SUSPEND_REVIEW,
        "look_back": limits.CASE_LOOKBACK,
    }
    return fixed.get(clock.partition(":")[0], limits.grade_key(state.grade))


def provisional(state: Case, line: Deadline, limit: Limit | None, calendar: Calendar) -> bool:
    """Whether a clock counts working days of a year without an official table, so that its end may still move.

    ``limit`` is the one of ``limit_key``. A day that an order or an extension set is not counted, so it is certain. An
    end that was given provisionally stays so until it was reckoned anew.
    """
    if line.name == "resolve" and state.given.started_at is not None:
        if state.due_at != line.due_at or state.given.unit not in limits.WORKED_MS:
            return False
        return state.given.provisional or calendar.provisional_between(state.given.started_at, line.due_at)
    if (
        limit is None
        or limit.unit not in limits.WORKED_MS
        or not calendar.provisional_between(line.started_at, line.due_at)
    ):
        return False
    starts = (state.received_at, state.registered_at)
    return line.name != "resolve" or any(limit.due(start, calendar) == line.due_at for start in starts)


@demands("case_limit")
def _check(fields: Mapping[str, Any]) -> None:
    check_of("limit")(fields)
    if fields.get("unit") in (limits.SHARE, limits.TIMES):
        raise Refused("limit_unit_unknown", unit=fields.get("unit"))
    check_conditions(fields)
    if not any(fields.get(name) for name in CONDITIONS):
        raise Refused("condition_missing")
    since = fields.get("since")
    if since:
        try:
            date.fromisoformat(str(since))
        except ValueError:
            raise Refused("not_a_date", text=str(since)) from None


def check_conditions(fields: Mapping[str, Any]) -> None:
    """Refuse conditions no order can meet: ``grade_unknown``, ``channel_unknown``, ``nature_unknown``, ``category_path_wrong``."""
    from commandcenter.domain.case import CHANNELS, NATURES

    for name, known in (("grade", limits.GRADES), ("channel", CHANNELS), ("nature", NATURES)):
        if fields.get(name) and fields[name] not in known:
            raise Refused(f"{name}_unknown", **{name: fields[name]})
    category = fields.get("category") or []
    if not isinstance(category, list | tuple) or len(category) > 3 or not all(str(level).strip() for level in category):
        raise Refused("category_path_wrong")

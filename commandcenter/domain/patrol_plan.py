"""Plans of patrols as data: who walks which street how often in which window, by which checklist; and the turns that follow.

No frequency is laid down anywhere (domain.md 2.8): each office sets its own, a street and a post at a time. The turns of a
day have ids that follow from plan, day, window and place in the row of holders alone, so two desks that plan the same day
make one, and a plan that is changed has other turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import MINUTE, at_local
from commandcenter.domain.limit import BASES
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import ROLES, Directory

WALKERS = ("street_chief", "alley_chief", "deputy", "steward", "grid_worker", "building_keeper", "unit_keeper")
"""Who patrols (domain.md 2.8)."""

HOLIDAYS = ("walk", "skip", "shift")
"""On a day off: walked all the same, left out, or walked on the next day that is worked."""

TURNS = ("each", "in_turn")
"""Every holder of the post has a turn of their own, or they take turns."""

MOST_INTERVAL = 366
MOST_WINDOWS = 6
MOST_STOPS = 40
LONGEST_DAYS_OFF = 31
"""So far back a turn may have been due that a row of days off has put off."""
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class PatrolPlan:
    """A plan. ``interval`` counts days from ``since``; with ``weekdays`` (0 = Monday) it counts weeks of seven.

    ``windows`` are (from, to) in minutes after midnight; one that ends before it begins runs over midnight. ``stops`` are the
    stops of the route in order, ``person`` names one walker where it is not whoever holds the post.
    """

    id: str
    place: str
    role: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    windows: tuple[tuple[int, int], ...] = ((8 * 60, 18 * 60),)
    holidays: str = "walk"
    turns: str = "each"
    person: str = ""
    checklist: str = ""
    stops: tuple[str, ...] = ()
    since: date = date(1970, 1, 1)
    until: date | None = None
    basis: str = "office"
    source: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist: its code and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist of patrols with the source it goes by."""

    id: str
    name: str
    items: tuple[Item, ...]
    basis: str = "unverified"
    source: str = ""
    rank: int = 0
    active: bool = True

    def words_of(self, code: str) -> str:
        """The words of an item; empty when it is none of this list."""
        return next((item.words for item in self.items if item.code == code), "")


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that follows from a plan: its id, its day, its window (epoch milliseconds) and who walks."""

    id: str
    plan: str
    place: str
    community: str
    role: str
    person: str
    day: int
    window_start: int
    window_end: int
    checklist: str = ""
    route: tuple[str, ...] = ()
    reason: str = "routine"


def day_number(day: date) -> int:
    """20260717."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date | None:
    """The day behind 20260717; None for what is none."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        return None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def due_on(plan: PatrolPlan, day: date) -> bool:
    """Whether the plan asks for a walk on ``day``, days off left aside."""
    if day < plan.since or (plan.until is not None and day > plan.until):
        return False
    if plan.weekdays:
        weeks = (_monday(day) - _monday(plan.since)).days // 7
        return day.weekday() in plan.weekdays and weeks % max(1, plan.interval // 7) == 0
    return (day - plan.since).days % plan.interval == 0


def walks_on(plan: PatrolPlan, day: date, calendar: Calendar) -> bool:
    """Whether somebody walks on ``day``: due, and no day off - or put off to it by the days off before."""
    if plan.holidays == "walk":
        return due_on(plan, day)
    if not calendar.works(day):
        return False
    if due_on(plan, day):
        return True
    if plan.holidays == "skip":
        return False
    for back in range(1, LONGEST_DAYS_OFF + 1):
        before = day - timedelta(days=back)
        if calendar.works(before):
            return False
        if due_on(plan, before):
            return True
    return False


def _round(plan: PatrolPlan, day: date) -> int:
    """Which turn in the row of holders it is: rises by one with every day that is due. A walk that was put off keeps the
    place of the last day it was due on, so nobody is passed over and nobody walks for the next one as well.
    """
    day = day if plan.until is None else min(day, plan.until)
    if plan.weekdays:
        rounds, week = divmod((_monday(day) - _monday(plan.since)).days // 7, max(1, plan.interval // 7))
        begun = sum(1 for weekday in plan.weekdays if week or weekday <= day.weekday())
        return rounds * len(plan.weekdays) + begun - 1
    return (day - plan.since).days // plan.interval


def turns_of(
    plan: PatrolPlan, first: date, days: int, calendar: Calendar, holders: Sequence[str], community: str = ""
) -> Iterator[Turn]:
    """The turns of a plan on ``days`` days from ``first`` on. ``holders`` are the people (ids) who hold the post, in order.

    A post that nobody holds still has its turn, without a walker: that nobody looks is to be seen, not to be left out.
    """
    people = (plan.person,) if plan.person else tuple(holders) or ("",)
    for offset in range(days):
        day = first + timedelta(days=offset)
        if not plan.active or not walks_on(plan, day, calendar):
            continue
        for place, (opens, closes) in enumerate(plan.windows):
            start = at_local(day) + opens * MINUTE
            end = at_local(day) + (closes if closes > opens else closes + DAY_MINUTES) * MINUTE
            walkers = people if plan.turns == "each" else (people[(_round(plan, day) + place) % len(people)],)
            for seat, person in enumerate(walkers):
                key = f"{plan.id}.{day_number(day)}.{opens}-{closes}.{seat}"
                yield Turn(
                    *(key, plan.id, plan.place, community, plan.role, person, day_number(day), start, end),
                    checklist=plan.checklist,
                    route=plan.stops,
                )


def holders_of(directory: Directory, plan: PatrolPlan) -> list[str]:
    """Who walks for a plan: the holders of the post at the place in their order; for one who is away, who stands in."""
    found = []
    for holder in directory.holders(f"place/{plan.place}", plan.role):
        standing_in = directory.stands_in(holder)
        found.append(standing_in.id if standing_in is not None else holder.person.id)
    return list(dict.fromkeys(found))


# --- the records ------------------------------------------------------------------------------------------------------


def patrol_plan_of(record: Record) -> PatrolPlan:
    """The plan in a record; what cannot be read falls back to what a plan begins with."""
    fields = record.fields
    told: dict[str, Any] = {}
    words = ("place", "role", "holidays", "turns", "person", "checklist", "basis", "source")
    told |= {name: str(fields[name]) for name in words if isinstance(fields.get(name), str)}
    if told.get("holidays") not in HOLIDAYS:
        told.pop("holidays", None)
    if told.get("turns") not in TURNS:
        told.pop("turns", None)
    interval = fields.get("interval")
    if type(interval) is int and 1 <= interval <= MOST_INTERVAL:
        told["interval"] = interval
    told["weekdays"] = tuple(
        sorted({one for one in _list(fields.get("weekdays")) if type(one) is int and 0 <= one < 7})
    )
    windows = tuple(window for one in _list(fields.get("windows")) if (window := _window(one)) is not None)
    if windows:
        told["windows"] = windows
    told["stops"] = tuple(str(one) for one in _list(fields.get("stops")) if isinstance(one, str))
    since = _date(fields.get("since"))
    if since is not None:
        told["since"] = since
    told["until"] = _date(fields.get("until"))
    told.setdefault("place", "")
    told.setdefault("role", "")
    return PatrolPlan(id=record.id, active=record.active, **told)


def checklist_of(record: Record) -> Checklist:
    """The checklist in a record."""
    items = []
    for line in _list(record.get("items")):
        if isinstance(line, Mapping) and line.get("code") and line.get("words"):
            items.append(Item(str(line["code"]), str(line["words"])))
    rank = record.get("rank", 0)
    told = {name: str(record.get(name, "")) for name in ("name", "basis", "source")}
    return Checklist(record.id, items=tuple(items), rank=rank if type(rank) is int else 0, active=record.active, **told)


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None


def _window(value: object) -> tuple[int, int] | None:
    edges = _list(value)
    if len(edges) != 2 or not all(type(edge) is int and 0 <= edge <= DAY_MINUTES for edge in edges):
        return None
    opens, closes = edges
    return (opens, closes) if opens != closes and opens < DAY_MINUTES else None


@demands("patrol_plan")
def _check_plan(fields: Mapping[str, Any]) -> None:
    if not isinstance(fields.get("place"), str) or not fields["place"]:
        raise Refused("patrol_place_missing")
    if fields.get("role") not in ROLES:
        raise Refused("role_unknown", role=fields.get("role"))
    interval, weekdays = fields.get("interval", 1), _list(fields.get("weekdays"))
    if type(interval) is not int or not 1 <= interval <= MOST_INTERVAL:
        raise Refused("limit_out_of_range", least=1, most=MOST_INTERVAL)
    if any(type(one) is not int or not 0 <= one < 7 for one in weekdays):
        raise Refused("patrol_weekdays_wrong")
    if weekdays and interval != 1 and interval % 7:
        raise Refused("patrol_weeks_wrong")
    windows = _list(fields.get("windows"))
    if not 1 <= len(windows) <= MOST_WINDOWS or any(_window(one) is None for one in windows):
        raise Refused("patrol_window_wrong")
    if fields.get("holidays", "walk") not in HOLIDAYS or fields.get("turns", "each") not in TURNS:
        raise Refused("patrol_plan_wrong")
    if len(_list(fields.get("stops"))) > MOST_STOPS:
        raise Refused("limit_out_of_range", least=0, most=MOST_STOPS)
    since, until = _date(fields.get("since")), _date(fields.get("until"))
    for name, day in (("since", since), ("until", until)):
        if fields.get(name) and day is None:
            raise Refused("not_a_date", text=str(fields.get(name)))
    if since is None:
        raise Refused("not_a_date", text="")
    if until is not None and until < since:
        raise Refused("patrol_until_wrong")
    if fields.get("basis", "office") not in BASES:
        raise Refused("limit_basis_unknown")


@demands("patrol_list")
def _check_list(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    items = _list(fields.get("items"))
    codes = [line.get("code") for line in items if isinstance(line, Mapping) and str(line.get("words", "")).strip()]
    if not items or len(codes) != len(items) or not all(isinstance(code, str) and code for code in codes):
        raise Refused("patrol_items_missing")
    if len(set(codes)) < len(codes):
        raise Refused("patrol_item_twice")
    if fields.get("basis", "unverified") not in BASES:
        raise Refused("limit_basis_unknown")

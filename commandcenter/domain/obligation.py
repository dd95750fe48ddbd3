"""Obligations of the office (应办事项): what has to be done again and again, by when, and how that stands.

An obligation is a record with a rule and a source. Its days follow from the rule by pure arithmetic; whether it was done
follows from what the journal holds (drills, consultations, monthly packs, look-backs, calls that proved a number), and where
no record tells it, from a person who says so with a note. Sources: domain.md 0 no. 9 and 2.10 (drills by law), 3-12 (committee
twice a year), 1-25 (consultations), 2-17 (monthly review), 2-W4 (seasonal look-backs), 2.1 C7b (suspended cases).

A rule makes turns, each with the day it opens, the day it is due and the day the next one opens: what is done late still
meets its own turn until then; after that the turn was missed, which is shown and no longer nags.
"""

from __future__ import annotations

import calendar as months_of_years
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

KINDS = ("interval", "yearly", "monthly", "fixed", "season", "record")
"""Every n days or months since the last time; n times a year; each month by a day; on fixed days; before a season begins;
``record``: the days stand in other records (drills by law, suspended cases, topics, numbers, the duty table, plans).
"""

UNITS = ("day", "month")
TIMES = (1, 2, 3, 4, 6, 12)
"""So often a year can be cut into equal spans of whole months."""

EVIDENCE = ("hand", "drill", "consultation", "monthly", "topic", "suspended", "numbers", "rota", "plan")
"""What tells that it was done: a person, or records of these."""

OWN_DAYS = ("drill", "topic", "suspended", "numbers", "rota", "plan")
"""Evidence that brings days of its own, so the rule is ``record``."""

OWN_CLOCK = ("topic", "suspended")
"""Of these the matter itself has a clock that reminds; nothing is raised a second time."""

STATES = ("over", "unknown", "soon", "ahead", "done", "missed")
"""Past its day; nobody knows when it was last done; near; ahead; done; its turn is over and it was not done."""

OPEN = ("over", "unknown", "soon")
LONGEST_LEAD = 180
MOST_FIXED = 12
_FOREVER = date.max


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``every`` and ``unit`` are for ``interval``, ``times`` for ``yearly``, ``day`` for ``monthly``, ``days`` (month,
    day) for ``fixed`` and ``season``.
    """

    kind: str = "record"
    every: int = 0
    unit: str = "month"
    times: int = 1
    day: int = 1
    days: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """An obligation. ``lead`` is how many days before its day it is reminded of, ``since`` the first day it counts from.

    ``by`` is one of ``EVIDENCE``; ``last`` the day it was last done before this program (None: nobody told).
    """

    id: str
    name: str
    rule: Rule
    by: str = "hand"
    lead: int = 7
    since: date = date.min
    last: date | None = None
    source: str = ""
    basis: str = "unverified"
    note: str = ""
    rank: int = 99
    active: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """One time it is due: done from ``opens`` until before ``closes`` it meets this turn. ``key`` names it for good."""

    key: str
    opens: date
    due: date
    closes: date


@dataclass(frozen=True, slots=True)
class Done:
    """It was done on a day. ``turn`` names the turn it is meant for, where that is not the one the day lies in."""

    on: date
    turn: str = ""
    by_hand: bool = False
    words: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An obligation at one of its turns, or one of its targets (a plan, a venue, a case), as it stands today.

    ``key`` names it within the obligation, ``title`` what it is for beyond the obligation's name, ``due`` None: unknown.
    ``about`` is the subject it leads to, ``count`` how many it sums up.
    """

    obligation: str
    key: str
    due: date | None
    state: str
    opens: date | None = None
    last: date | None = None
    title: str = ""
    about: str = ""
    count: int = 0
    done: Done | None = None

    @property
    def subject(self) -> str:
        """The matter its reminders and what a person says of it stand under."""
        return f"occasion/{self.obligation}.{self.key}"

    def days_left(self, today: date) -> int | None:
        """Days to its day; negative when it is over, None when nobody knows it."""
        return None if self.due is None else (self.due - today).days


def obligation_of(record: Record) -> Obligation:
    """The obligation in a record, with gaps where fields are missing."""
    told = record.get("rule")
    told = told if isinstance(told, Mapping) else {}
    by = str(record.get("by", "hand"))
    lead = whole(record.get("lead"))
    rank = whole(record.get("rank"))
    return Obligation(
        id=record.id,
        name=str(record.get("name", record.id)),
        rule=rule_in(told),
        by=by if by in EVIDENCE else "hand",
        lead=min(LONGEST_LEAD, max(0, lead)) if lead is not None else 7,
        since=day_in(record.get("since")) or date.min,
        last=day_in(record.get("last_on")),
        source=str(record.get("source", "")),
        basis=str(record.get("basis", "unverified")),
        note=str(record.get("note", "")),
        rank=rank if rank is not None else 99,
        active=record.active,
    )


def rule_in(told: Mapping[str, Any]) -> Rule:
    """The rule in a record; what makes no sense leaves the rule without days of its own."""
    kind = str(told.get("kind", "record"))
    every, times, day = (whole(told.get(name)) for name in ("every", "times", "day"))
    unit = str(told.get("unit", "month"))
    days = tuple(found for one in _listed(told.get("days")) if (found := _month_day(one)) is not None)
    fits = {
        "interval": every is not None and every > 0 and unit in UNITS,
        "yearly": times in TIMES,
        "monthly": day is not None and 1 <= day <= 31,
        "fixed": bool(days),
        "season": len(days) == 1,
    }
    if not fits.get(kind, False):
        return Rule()
    return Rule(kind, every or 0, unit, times or 1, day or 1, tuple(sorted(set(days))))


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _month_day(value: object) -> tuple[int, int] | None:
    """A day of the year written ``06-01``; 29 February is the last day of February in other years."""
    month, dash, day = str(value).partition("-")
    if not (dash and month.isascii() and day.isascii() and month.isdigit() and day.isdigit()):
        return None
    found = int(month), int(day)
    return found if 1 <= found[0] <= 12 and 1 <= found[1] <= months_of_years.monthrange(2024, found[0])[1] else None


def day_in(value: object) -> date | None:
    """A day written ``2026-07-16``; None when it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


# --- days -------------------------------------------------------------------------------------------------------------


def later(day: date, every: int, unit: str) -> date:
    """So many days or months of the calendar later; the 31st becomes the last day of a shorter month."""
    if unit == "day":
        return min(_FOREVER, day + timedelta(days=every)) if every < (_FOREVER - day).days else _FOREVER
    years, month = divmod(day.month - 1 + every, 12)
    year, month = day.year + years, month + 1
    if year > _FOREVER.year:
        return _FOREVER
    return date(year, month, min(day.day, months_of_years.monthrange(year, month)[1]))


def turns(rule: Rule, lead: int, first: date, last: date) -> list[Turn]:
    """The turns of a rule whose day lies from ``first`` to ``last``, in order. An ``interval`` has none before it was done."""
    if rule.kind == "yearly":
        found = _spans(rule.times, first, last)
    elif rule.kind == "monthly":
        found = _months(rule.day, first, last)
    elif rule.kind in ("fixed", "season"):
        found = _fixed(rule.days, lead, first, last)
    else:
        found = []
    return [turn for turn in found if first <= turn.due <= last]


def _years(first: date, last: date) -> range:
    return range(max(date.min.year, first.year), min(_FOREVER.year - 1, last.year) + 1)


def _spans(times: int, first: date, last: date) -> list[Turn]:
    """A year cut into ``times`` spans, each due on its last day."""
    months = 12 // times
    found = []
    for year in _years(first, last):
        for place in range(times):
            opens = date(year, place * months + 1, 1)
            closes = later(opens, months, "month")
            found.append(Turn(f"{year}-{place + 1}", opens, closes - timedelta(days=1), closes))
    return found


def _months(day: int, first: date, last: date) -> list[Turn]:
    found = []
    for year in _years(first, last):
        for month in range(1, 13):
            opens = date(year, month, 1)
            length = months_of_years.monthrange(year, month)[1]
            found.append(Turn(f"{opens:%Y-%m}", opens, opens.replace(day=min(day, length)), later(opens, 1, "month")))
    return found


def _fixed(days: Sequence[tuple[int, int]], lead: int, first: date, last: date) -> list[Turn]:
    """Each fixed day; it opens ``lead`` days before, but not before the last one was due."""
    dues = []
    for year in range(max(date.min.year, first.year - 1), min(_FOREVER.year - 1, last.year + 1) + 1):
        for month, day in days:
            dues.append(date(year, month, min(day, months_of_years.monthrange(year, month)[1])))
    dues = sorted(set(dues))
    opens = [
        max(due - timedelta(days=min(lead, (due - date.min).days)), before + timedelta(days=1))
        for before, due in zip([date.min, *dues], dues, strict=False)
    ]
    closes = [*opens[1:], _FOREVER]
    return [Turn(due.isoformat(), *told) for due, *told in zip(dues, opens, dues, closes, strict=True)]


# --- how it stands ----------------------------------------------------------------------------------------------------


def met(turn: Turn, done: Iterable[Done]) -> Done | None:
    """The first time a turn was done: on one of its days, or meant for it by name; None when it was not."""
    found = [one for one in done if (one.turn == turn.key if one.turn else turn.opens <= one.on < turn.closes)]
    return min(found, key=lambda one: (one.on, one.by_hand)) if found else None


def state_of(due: date | None, lead: int, today: date, closes: date = _FOREVER) -> str:
    """How something stands that was not done: one of ``STATES`` but ``done``."""
    if due is None:
        return "unknown"
    if today >= closes:
        return "missed"
    if today > due:
        return "over"
    return "soon" if (due - today).days <= lead else "ahead"


def standing(one: Obligation, done: Sequence[Done], today: date, first: date, last: date) -> list[Item]:
    """The turns of an obligation whose day lies from ``first`` to ``last``, as they stand today, in the order of their days.

    A turn that closed before the obligation counted, or before it was first listed, is none of ours. An interval has one
    turn: the next; without any last time its day is unknown and it is always told.
    """
    if one.rule.kind == "interval":
        return _interval(one, done, today, first, last)
    found = []
    for turn in turns(one.rule, one.lead, max(first, one.since), last):
        hit = met(turn, done)
        state = "done" if hit is not None else state_of(turn.due, one.lead, today, turn.closes)
        found.append(Item(one.id, turn.key, turn.due, state, turn.opens, hit.on if hit else None, done=hit))
    return found


def _interval(one: Obligation, done: Sequence[Done], today: date, first: date, last: date) -> list[Item]:
    times = sorted(done, key=lambda told: told.on)
    days = [told.on for told in times] + ([one.last] if one.last is not None else [])
    found = [
        Item(one.id, told.on.isoformat(), told.on, "done", last=told.on, done=told)
        for told in times
        if first <= told.on <= last
    ]
    newest = max(days, default=None)
    if newest is None:
        return [Item(one.id, "first", None, "unknown")]
    due = later(newest, one.rule.every, one.rule.unit)
    state = state_of(due, one.lead, today)
    if first <= due <= last or state in OPEN:
        found.append(Item(one.id, due.isoformat(), due, state, opens=newest, last=newest))
    return found


def pressing(item: Item) -> tuple[int, date, str, str]:
    """The order of a list: what is over first, then by its day."""
    rank = {"over": 0, "unknown": 1, "soon": 2, "ahead": 3, "missed": 4, "done": 5}[item.state]
    return rank, item.due or date.min, item.obligation, item.key


@demands("obligation")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    if fields.get("by", "hand") not in EVIDENCE:
        raise Refused("obligation_evidence_unknown")
    told = fields.get("rule")
    kind = told.get("kind") if isinstance(told, Mapping) else None
    if kind not in KINDS or (kind != "record" and rule_in(told).kind != kind):  # type: ignore[arg-type]
        raise Refused("obligation_rule_wrong")
    if (kind == "record") != (fields.get("by", "hand") in OWN_DAYS):
        raise Refused("obligation_rule_wrong")
    if len(_listed(told.get("days") if isinstance(told, Mapping) else ())) > MOST_FIXED:
        raise Refused("obligation_rule_wrong")
    lead = fields.get("lead", 7)
    if type(lead) is not int or not 0 <= lead <= LONGEST_LEAD:
        raise Refused("limit_out_of_range", least=0, most=LONGEST_LEAD)
    for name in ("since", "last_on"):
        if fields.get(name) and day_in(fields[name]) is None:
            raise Refused("not_a_date", text=str(fields[name]))

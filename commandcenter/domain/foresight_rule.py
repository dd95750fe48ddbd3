"""Rules of foresight (矛盾预见): which pile of cases raises an alert before the matter becomes a complaint.

Five sorts: n cases of a kind at a place in d days; a rise against the season (the same days of former years); words; a peak
at one hour of the week; a suspended case that is about to be reviewed. Rules are records of the office, so each can be
changed, switched off and counted. A rule is evaluated over *briefs* - what a rule may look at of a case - and gives hits.
Sources: domain.md 2-05, 2-11 (thresholds on counts raise a card), 2-W1 (hot spot by hour and weekday), 2-W4 (words).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from commandcenter.domain.clock import DAY, local
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

SORTS = ("repeat", "rise", "keyword", "hour_peak", "review_due")
SCOPES = ("place", "grid", "community", "office")
"""Where cases are counted together."""

YEARS_BACK = 5
"""So many former years a season is compared with, where the office has cases of them."""
MOST_EVIDENCE = 30
MOST_DAYS = 366
BAND_HOURS = 2
"""An hour of the week is a band of two hours on one weekday."""

WEEK_BANDS = 7 * 24 // BAND_HOURS


class Brief(NamedTuple):
    """What a rule may look at of a case. ``received_at`` and ``review_at`` are epoch milliseconds."""

    id: str
    received_at: int
    category: str
    place: str
    grid: str
    community: str
    review_at: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``count`` cases in ``days``; ``percent`` more than the former years, or of a spot in one hour; at least ``floor``.

    ``categories`` empty takes every kind; ``by_kind`` counts each kind for itself. ``include`` are words one of which must be
    there, ``exclude`` words none of which may. ``unit`` is whom it suggests, ``advice`` what, ``watch_days`` how long a spot is
    watched after something was done.
    """

    id: str
    name: str
    sort: str
    scope: str = "place"
    days: int = 30
    count: int = 3
    percent: int = 0
    categories: tuple[str, ...] = ()
    by_kind: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    unit: str = ""
    advice: str = ""
    watch_days: int = 30
    active: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired at a spot. ``key`` names the spot on every desk alike, ``period`` the stretch of days it fired in.

    ``expected`` is what the former years let expect (None: no comparison), ``evidence`` are ids of cases, the newest first.
    """

    rule: str
    spot: str
    kind: str
    key: str
    period: int
    start: int
    until: int
    count: int
    expected: float | None
    evidence: tuple[str, ...]
    hour: int | None = None


def rule_of(record: Record) -> Rule:
    """The rule in a record; what is missing has the default of ``Rule``."""
    told = record.fields
    return Rule(
        id=record.id,
        name=str(told.get("name", "")),
        sort=str(told.get("sort", "")),
        scope=str(told.get("scope", "place")),
        days=whole(told.get("days")) or 30,
        count=whole(told.get("count")) or 1,
        percent=whole(told.get("percent")) or 0,
        categories=_texts(told.get("categories")),
        by_kind=told.get("by_kind") is not False,
        include=_texts(told.get("include")),
        exclude=_texts(told.get("exclude")),
        unit=str(told.get("unit", "")),
        advice=str(told.get("advice", "")),
        watch_days=whole(told.get("watch_days")) or 30,
        active=record.active and told.get("on") is not False,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value if str(one).strip()) if isinstance(value, list | tuple) else ()


@demands("foresight_rule")
def check(fields: Mapping[str, Any]) -> None:
    """Refuse what is no rule: ``name_missing``, ``rule_sort_unknown``, ``rule_scope_unknown``, ``limit_out_of_range``, ``rule_words_missing``."""
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    if fields.get("sort") not in SORTS:
        raise Refused("rule_sort_unknown")
    if fields.get("scope", "place") not in SCOPES:
        raise Refused("rule_scope_unknown")
    for name, least, most in (
        ("days", 1, MOST_DAYS),
        ("count", 1, 10_000),
        ("watch_days", 1, MOST_DAYS),
        ("percent", 0, 1000),
    ):
        value = fields.get(name)
        number = whole(value)
        if value is not None and (number is None or not least <= number <= most):
            raise Refused("limit_out_of_range", least=least, most=most)
    if fields.get("sort") == "keyword" and not _texts(fields.get("include")):
        raise Refused("rule_words_missing")


# --- evaluation ---------------------------------------------------------------------------------------------------


def window(rule: Rule, now: int) -> tuple[int, int]:
    """The stretch a rule looks at: from (included) and until (not included), epoch milliseconds."""
    if rule.sort == "review_due":
        return now, now + rule.days * DAY
    return now - rule.days * DAY, now


def former_windows(rule: Rule, now: int) -> list[tuple[int, int]]:
    """The same stretch of the former years, the latest first."""
    start, until = window(rule, now)
    return [(same_day(start, back), same_day(until, back)) for back in range(1, YEARS_BACK + 1)]


def same_day(at: int, years_back: int) -> int:
    """The same day and hour some years before; the 29th of February becomes the 28th. Never before 1970."""
    day = local(at)
    year = day.year - years_back
    if year < 1970:
        return 0
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return max(0, round(day.replace(year=year).timestamp() * 1000))


def spot_of(rule: Rule, brief: Brief) -> str | None:
    """Where a case counts for a rule; None when it counts nowhere, because its place is not known."""
    if rule.scope == "office":
        return ""
    return str(getattr(brief, rule.scope)) or None


def hit_key(rule: str, spot: str, kind: str) -> str:
    """The name of a rule at a spot, the same on every desk."""
    return hashlib.sha256("\n".join((rule, spot, kind)).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def period_of(rule: Rule, at: int) -> int:
    """The stretch of ``days`` an instant lies in: a spot is raised once in it at the most."""
    return local(at).toordinal() // max(1, rule.days)


def hits(rule: Rule, briefs: Iterable[Brief], now: int, former: Sequence[Sequence[Brief]] | None = None) -> list[Hit]:
    """Where a rule fires now, the largest pile first.

    ``briefs`` are cases that may lie outside the window; for a keyword rule those whose words match. ``former`` are the cases
    of the former windows, only of years in which the office had any (a rise is never told without a year to compare with).
    """
    start, until = window(rule, now)
    if rule.sort == "review_due":
        return _reviews(rule, briefs, start, until)
    piles = _piles(rule, (brief for brief in briefs if start <= brief.received_at < until))
    told = []
    before = [_piles(rule, year) for year in former or ()]
    for (spot, kind), pile in piles.items():
        expected, hour = None, None
        if rule.sort == "rise":
            if not before:
                continue
            expected = sum(len(year.get((spot, kind), ())) for year in before) / len(before)
            fires = len(pile) >= rule.count and len(pile) * 100 >= expected * (100 + rule.percent)
        elif rule.sort == "hour_peak":
            hour, inside = _peak(pile)
            fires = len(inside) >= rule.count and len(inside) * 100 >= len(pile) * rule.percent
            pile = inside
        else:
            fires = len(pile) >= rule.count
        if fires:
            told.append(_hit(rule, spot, kind, pile, start, until, expected, hour))
    return sorted(told, key=lambda hit: (-hit.count, hit.spot, hit.kind))


def _piles(rule: Rule, briefs: Iterable[Brief]) -> dict[tuple[str, str], list[Brief]]:
    found: dict[tuple[str, str], list[Brief]] = {}
    for brief in briefs:
        if rule.categories and brief.category not in rule.categories:
            continue
        spot = spot_of(rule, brief)
        if spot is not None:
            found.setdefault((spot, brief.category if rule.by_kind else ""), []).append(brief)
    return found


def hour_of_week(at: int) -> int:
    """The band of the week an instant lies in: 12 a day, Monday first, 84 in all."""
    moment = local(at)
    return moment.weekday() * (24 // BAND_HOURS) + moment.hour // BAND_HOURS


def _peak(pile: Sequence[Brief]) -> tuple[int, list[Brief]]:
    bands: dict[int, list[Brief]] = {}
    for brief in pile:
        bands.setdefault(hour_of_week(brief.received_at), []).append(brief)
    band = min(bands, key=lambda one: (-len(bands[one]), one))
    return band, bands[band]


def _hit(
    rule: Rule,
    spot: str,
    kind: str,
    pile: Sequence[Brief],
    start: int,
    until: int,
    expected: float | None,
    hour: int | None,
) -> Hit:
    newest = sorted(pile, key=lambda brief: (-brief.received_at, brief.id))
    evidence = tuple(brief.id for brief in newest[:MOST_EVIDENCE])
    period = period_of(rule, until - 1)
    return Hit(
        rule.id, spot, kind, hit_key(rule.id, spot, kind), period, start, until, len(pile), expected, evidence, hour
    )


def _reviews(rule: Rule, briefs: Iterable[Brief], start: int, until: int) -> list[Hit]:
    found = []
    for brief in briefs:
        spot = spot_of(rule, brief)
        if brief.review_at is None or not start <= brief.review_at < until:
            continue
        if rule.categories and brief.category not in rule.categories:
            continue
        key = hit_key(rule.id, brief.id, brief.category)
        period = local(brief.review_at).toordinal()
        at = brief.review_at
        found.append(Hit(rule.id, spot or "", brief.category, key, period, start, at, 1, None, (brief.id,)))
    return sorted(found, key=lambda hit: (hit.until, hit.evidence))


def rehearsed(rule: Rule, briefs: Sequence[Brief], now: int, days: int = 365) -> int:
    """How often a rule would have fired in the last ``days``: looked at once a day, each spot once a period at the most.

    ``briefs`` must reach back over all windows; a rise takes its former years from them too. Reviews are counted by the day
    their date stands at. No figure is scaled or guessed.
    """
    if rule.sort == "review_due":
        return len(hits(rule, briefs, now - days * DAY))
    times = sorted(brief.received_at for brief in briefs)
    piles = {
        key: sorted(pile, key=lambda brief: brief.received_at)
        for key, pile in _piles(rule, briefs).items()
        if len(pile) >= rule.count
    }
    former = _former_days(rule, times, now, days) if rule.sort == "rise" else {}
    fired: set[tuple[str, str, int]] = set()
    for (spot, kind), pile in piles.items():
        own = [brief.received_at for brief in pile]
        for back in _days_with(own, now, days, rule):
            at = now - back * DAY
            if _fires_at(rule, pile, own, at, former.get(back, [])):
                fired.add((spot, kind, period_of(rule, at - 1)))
    return len(fired)


def _former_days(rule: Rule, times: Sequence[int], now: int, days: int) -> dict[int, list[tuple[int, int]]]:
    """For each day back the former windows in which the office had any case at all."""
    return {
        back: [pair for pair in former_windows(rule, now - back * DAY) if _between(times, *pair)]
        for back in range(days)
    }


def _days_with(own: Sequence[int], now: int, days: int, rule: Rule) -> list[int]:
    """The days back on which the window of a pile holds enough cases: sums over days, so the length of the pile counts once."""
    span = days + rule.days
    counts = [0] * (span + 1)
    for at in own:
        bucket = (now - at - 1) // DAY
        if 0 <= bucket < span:
            counts[bucket + 1] += 1
    for place in range(span):
        counts[place + 1] += counts[place]
    return [back for back in range(days) if counts[back + rule.days] - counts[back] >= rule.count]


def _fires_at(
    rule: Rule, pile: Sequence[Brief], own: Sequence[int], at: int, former: Sequence[tuple[int, int]]
) -> bool:
    """Whether a rule fires for a pile whose window up to ``at`` holds enough cases."""
    first, last = bisect_left(own, at - rule.days * DAY), bisect_left(own, at)
    if rule.sort == "rise":
        if not former:
            return False
        expected = sum(_between(own, *pair) for pair in former) / len(former)
        return (last - first) * 100 >= expected * (100 + rule.percent)
    if rule.sort == "hour_peak":
        _, inside = _peak(pile[first:last])
        return len(inside) >= rule.count and len(inside) * 100 >= (last - first) * rule.percent
    return True


def _between(times: Sequence[int], start: int, until: int) -> int:
    return bisect_left(times, until) - bisect_left(times, start)

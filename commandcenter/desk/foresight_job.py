"""The long questions of foresight, as jobs in a child process: rules over the newest cases, hot spots, words over all years.

Each answer says when it was counted. Nothing is written here; what a rule found is raised by the desk that asked, under a
key that is the same on every desk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.foresight import Foresight
from commandcenter.domain.foresight_acts import ForesightRecurred, RaiseForesight
from commandcenter.domain.foresight_rule import Hit, Rule, rule_of, same_day
from commandcenter.domain.record import Record
from commandcenter.domain.topic import Effect, Topic
from commandcenter.journal.database import FILE_NAME, Connection, connect, key_from
from commandcenter.journal.reading.foresight import ForesightReader, HotSpots, WordStudy
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.reference import ReferenceReader

Progress = Callable[[int, int], None]

MOST_RAISED = 40
"""So many alerts are raised at once at the most, the largest first; a rule that fires everywhere says nothing."""


@contextmanager
def _reading(folder: str, key: str) -> Iterator[Connection]:
    connection = connect(Path(folder) / FILE_NAME, key=key_from(key))
    try:
        yield connection
    finally:
        connection.close()


def evaluate(progress: Progress, folder: str, key: str, now: int) -> dict[str, Any]:
    """Run every rule. Returns ``hits`` (``foresight_rule.Hit``), ``recurred`` ((alert id, case id)) and ``at``."""
    with _reading(folder, key) as connection:
        rules = [rule_of(record) for record in ReferenceReader(connection).records("foresight_rule").values()]
        known = {rule.id: rule for rule in rules}
        rules = [rule for rule in rules if rule.active]
        reader = ForesightReader(connection)
        found: list[Hit] = []
        for place, rule in enumerate(rules):
            progress(place, len(rules) + 1)
            found += reader.hits(rule, now)[:MOST_RAISED]
        alerts = MatterReader(connection).running(Foresight, "foresight")
        recurred = came_back(alerts, known, reader, now)
        progress(len(rules) + 1, len(rules) + 1)
    return {"hits": found, "recurred": recurred, "at": now}


def came_back(
    alerts: Sequence[Foresight], rules: Mapping[str, Rule], reader: ForesightReader, now: int
) -> list[tuple[str, str]]:
    """Cases that came in at watched spots: (alert id, case id)."""
    told = []
    for alert in alerts:
        last, rule = alert.now, rules.get(alert.rule)
        if last is None or rule is None or last.stage not in ("watching", "reopened") or last.watched_at is None:
            continue
        if rule.sort == "review_due":
            continue
        until = min(now, last.watch_until or now)
        for brief in reader.briefs(last.watched_at, until, rule) if until > last.watched_at else ():
            here = "" if rule.scope == "office" else getattr(brief, rule.scope)
            same_kind = not alert.category or brief.category == alert.category
            if here == alert.spot and same_kind and brief.id not in last.recurred:
                told.append((alert.id, brief.id))
    return told


def raising(told: Mapping[str, Any]) -> list[tuple[str, Command]]:
    """The commands of an evaluation with deterministic ids: many desks that raise the same thing make one."""
    commands: list[tuple[str, Command]] = []
    for hit in told["hits"]:
        expected = round(hit.expected * 1000) if hit.expected is not None else None
        command = RaiseForesight(
            key=hit.key,
            rule=hit.rule,
            spot=hit.spot,
            category=hit.kind,
            period=hit.period,
            start=hit.start,
            until=hit.until,
            count=hit.count,
            expected=expected,
            hour=hit.hour,
            evidence=hit.evidence,
            channel="system",
        )
        commands.append((f"foresight:{hit.key}:{hit.period}", command))
    for alert, case in told["recurred"]:
        commands.append((f"foresight:{alert}:{case}", ForesightRecurred(alert=alert, case=case, channel="system")))
    return commands


def hot_spots(progress: Progress, folder: str, key: str, now: int, days: int, category: str, night: bool) -> HotSpots:
    """Hot spots of the last ``days`` (``ForesightReader.hot_spots``)."""
    progress(0, 1)
    with _reading(folder, key) as connection:
        return ForesightReader(connection).hot_spots(now, days, category, night=night)


def study_words(
    progress: Progress,
    folder: str,
    key: str,
    now: int,
    include: Sequence[str],
    exclude: Sequence[str],
    categories: Sequence[str] = (),
) -> WordStudy:
    """Words over all years (``ForesightReader.study``)."""
    progress(0, 1)
    with _reading(folder, key) as connection:
        return ForesightReader(connection).study(include, exclude, categories, now)


def rehearse_rule(progress: Progress, folder: str, key: str, now: int, fields: Mapping[str, Any]) -> dict[str, int]:
    """What a rule with these fields would do: ``now`` it fires at so many spots, in the last year it would have ``fired``."""
    rule = rule_of(Record("foresight_rule/preview", known=True, fields=dict(fields)))
    with _reading(folder, key) as connection:
        progress(0, 2)
        reader = ForesightReader(connection)
        at_once = len(reader.hits(rule, now))
        progress(1, 2)
        return {"now": at_once, "fired": reader.rehearsed(rule, now)}


def measure_effect(progress: Progress, folder: str, key: str, now: int, topic: str) -> Effect:
    """A topic's season beside the former one, up to the same day; the points repaired before it began apart from the others."""
    progress(0, 1)
    with _reading(folder, key) as connection:
        state = MatterReader(connection).one(Topic, f"topic/{topic}")
        return effect_of(state, ForesightReader(connection), now)


def effect_of(state: Topic, reader: ForesightReader, now: int) -> Effect:
    """The comparison of the newest season that has begun with the one a year before."""
    year = local_date(now).year
    if state.season.starts(year) >= now:
        year -= 1
    start, until = state.season.starts(year), min(now, state.season.ends(year))
    words = state.words
    after = reader.between(words.include, words.exclude, words.categories, start, until)
    former = (state.season.starts(year - 1), same_day(until, 1))
    before = reader.between(words.include, words.exclude, words.categories, *former)
    keys = {one.id: one.place or f"#{one.point}" for one in state.points}
    mended = {
        key
        for one in state.points
        if one.repaired_at is not None and one.repaired_at < start
        for key in (keys[one.id],)
    }
    listed = set(keys.values())

    def sums(points: set[str]) -> tuple[int, int, int]:
        return len(points), _sum(before, points), _sum(after, points)

    elsewhere = (sum(before.values()) - _sum(before, listed), sum(after.values()) - _sum(after, listed))
    return Effect(
        now, year, until, sum(before.values()), sum(after.values()), sums(mended), sums(listed - mended), elsewhere
    )


def _sum(counts: Counter[str], keys: set[str]) -> int:
    return sum(counts[key] for key in keys)

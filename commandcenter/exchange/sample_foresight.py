"""Foresight as an office begins with it: the rules of every office; in the sample office a watched spot, a topic, what fires."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from commandcenter.domain.case_acts import RegisterCase
from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.foresight_acts import JudgeForesight, RaiseForesight, WatchForesight
from commandcenter.domain.foresight_rule import Brief, hit_key, hits, period_of, rule_of, window
from commandcenter.domain.record import Record
from commandcenter.domain.topic import Season
from commandcenter.domain.topic_acts import (
    AssessHazard,
    FoundPoint,
    ListHazards,
    LookBackHazard,
    MeasureTopic,
    OpenTopic,
    ProgressHazard,
    SetLookBack,
)

Entry = tuple[str, dict[str, Any], dict[str, Any]]
Told = Mapping[str, Any]


def sample_commands(
    told: Told,
    rules: Sequence[Entry],
    cases: Sequence[Command],
    now: int,
    new_id: Callable[[], str],
    communities: Mapping[str, str],
) -> list[Command]:
    """The commands that bring foresight of the sample office to where it stands at ``now`` (epoch milliseconds)."""
    commands: list[Command] = [act for spot in told["watched"] for act in _watched(spot, rules, now)]
    commands += _topic(told, now, new_id, communities)
    return commands + _fired(rules, cases, now)


def _fired(rules: Sequence[Entry], cases: Sequence[Command], now: int) -> list[Command]:
    """What the rules find in the cases of the sample, raised as the office itself would."""
    briefs = [
        Brief(one.case, at, one.matter.category, one.matter.place, "", one.matter.community)
        for one in cases
        if isinstance(one, RegisterCase) and (at := one.matter.received_at) is not None
    ]
    found: list[Command] = []
    for subject, fields, _ in rules:
        rule = rule_of(Record(subject, known=True, fields=fields))
        if rule.sort != "repeat":
            continue
        for hit in hits(rule, briefs, now):
            found.append(
                RaiseForesight(
                    key=hit.key,
                    rule=hit.rule,
                    spot=hit.spot,
                    category=hit.kind,
                    period=hit.period,
                    start=hit.start,
                    until=hit.until,
                    count=hit.count,
                    evidence=hit.evidence,
                )
            )
    return found


def _watched(spot: Told, rules: Sequence[Entry], now: int) -> list[Command]:
    fields = next(fields for subject, fields, _ in rules if subject.endswith(f"/{spot['rule']}"))
    rule = rule_of(Record(f"foresight_rule/{spot['rule']}", known=True, fields=fields))
    kind = category_id(category_path(spot["category"]))
    key, at = hit_key(rule.id, spot["spot"], kind), now - spot["raised_days_ago"] * DAY
    start, until = window(rule, at)
    done = now - spot["watched_days_ago"] * DAY
    return [
        RaiseForesight(
            key=key,
            rule=rule.id,
            spot=spot["spot"],
            category=kind,
            period=period_of(rule, at),
            start=start,
            until=until,
            count=spot["count"],
            happened_at=at,
        ),
        JudgeForesight(alert=key, verdict="useful", happened_at=at + DAY),
        WatchForesight(
            alert=key, cause=spot["cause"], measure=spot["measure"], days=spot["watch_days"], happened_at=done
        ),
    ]


def _topic(told: Told, now: int, new_id: Callable[[], str], communities: Mapping[str, str]) -> list[Command]:
    """The topic over its last finished season: studied in May, repaired before the rain, measured after it."""
    topic, key = told["topic"], new_id()
    season = Season(topic["first"], topic["last"])
    year = local_date(now).year
    if season.ends(year) + 8 * DAY >= now:
        year -= 1
    studied, looked = at_local(date(year, 5, 8)), at_local(date(year, 5, 30))
    by_month = {
        f"{year - 4 + place:04d}-{month:02d}": count
        for place, months in enumerate(topic["months"])
        for month, count in enumerate(months, start=1)
        if count and (place < 4 or month <= 5)
    }
    ids = [new_id() for _ in told["hazard"]]
    points = tuple(
        FoundPoint(
            id=name,
            place=one["place"],
            community=communities[one["place"]],
            times=one["times"],
            years=tuple(year - back for back in one["years"]),
        )
        for name, one in zip(ids, told["hazard"], strict=True)
    )
    listed = ListHazards(
        topic=key,
        points=points,
        cases=sum(by_month.values()),
        all_points=topic["points"],
        repeated=topic["repeated"],
        repeated_cases=topic["repeated_cases"],
        excluded=topic["excluded"],
        by_month=by_month,
        happened_at=studied,
    )
    names = ("name", "first", "last")
    opened = OpenTopic(
        topic=key,
        include=tuple(topic["include"]),
        exclude=tuple(topic["exclude"]),
        happened_at=studied,
        **{name: topic[name] for name in names},
    )
    commands: list[Command] = [opened, listed]
    for name, one in zip(ids, told["hazard"], strict=True):
        told_words = {
            word: one[word] for word in ("cause", "likelihood", "expected", "consequence", "repairer", "measure")
        }
        commands.append(AssessHazard(topic=key, hazard=name, happened_at=studied + DAY, **told_words))
        reason = "等专项资金" if one["progress"] == "long_term" else ""
        commands.append(
            ProgressHazard(topic=key, hazard=name, progress=one["progress"], words=reason, happened_at=looked - 5 * DAY)
        )
    commands.append(SetLookBack(topic=key, year=year, due_at=season.starts(year) - 60_000, happened_at=studied + DAY))
    for name, one in zip(ids, told["hazard"], strict=True):
        words = one.get("words", "")
        look = LookBackHazard(topic=key, hazard=name, year=year, found=one["look"], words=words, happened_at=looked)
        commands.append(look)
    again = next(name for name, one in zip(ids, told["hazard"], strict=True) if one["look"] == "recurred")
    commands.append(ProgressHazard(topic=key, hazard=again, progress="repaired", happened_at=looked + 10 * DAY))
    commands.append(
        MeasureTopic(
            topic=key,
            year=year,
            until=season.ends(year),
            before=topic["before"],
            after=topic["after"],
            repaired=tuple(topic["repaired"]),
            unrepaired=tuple(topic["unrepaired"]),
            elsewhere=tuple(topic["elsewhere"]),
            happened_at=season.ends(year) + 7 * DAY,
        )
    )
    following = year + 1
    while season.starts(following) - 45 * DAY < now:
        following += 1
    commands.append(SetLookBack(topic=key, year=following, happened_at=now - DAY))
    return commands

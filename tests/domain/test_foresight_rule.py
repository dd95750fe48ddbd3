"""Rules of foresight against a count by brute force: every spot, every kind, every case looked at one by one."""

from __future__ import annotations

from datetime import datetime

import pytest
from commandcenter.domain.clock import CHINA, DAY, HOUR, local
from commandcenter.domain.foresight_rule import (
    SCOPES,
    SORTS,
    Brief,
    Rule,
    check,
    former_windows,
    hit_key,
    hits,
    rehearsed,
    same_day,
    window,
)
from commandcenter.domain.refusal import Refused
from hypothesis import given, settings
from hypothesis import strategies as st

NOW = round(datetime(2026, 7, 20, 10, tzinfo=CHINA).timestamp() * 1000)
PLACES, KINDS = ("", "P1", "P2"), ("", "K1", "K2")

briefs = st.lists(
    st.builds(
        Brief,
        id=st.integers(0, 10_000).map(str),
        received_at=st.integers(0, 80 * 24).map(lambda hours: NOW + 2 * DAY - hours * HOUR),
        category=st.sampled_from(KINDS),
        place=st.sampled_from(PLACES),
        grid=st.sampled_from(("", "G1")),
        community=st.sampled_from(("", "A1", "A2")),
        review_at=st.one_of(st.none(), st.integers(-5, 20).map(lambda days: NOW + days * DAY)),
    ),
    max_size=40,
    unique_by=lambda brief: brief.id,
)
rules = st.builds(
    Rule,
    id=st.just("R"),
    name=st.just("某"),
    sort=st.sampled_from(SORTS),
    scope=st.sampled_from(SCOPES),
    days=st.integers(1, 60),
    count=st.integers(1, 6),
    percent=st.sampled_from((0, 30, 50, 100)),
    categories=st.sampled_from(((), ("K1",), ("K1", "K2"))),
    by_kind=st.booleans(),
)


def slow(rule: Rule, cases: list[Brief], now: int, former: list[list[Brief]]) -> set[tuple[str, str, int]]:
    """(spot, kind, count) by looking at every case for every spot and every kind."""

    def inside(case: Brief, spot: str, kind: str) -> bool:
        if rule.categories and case.category not in rule.categories:
            return False
        if rule.by_kind and case.category != kind:
            return False
        return rule.scope == "office" or (getattr(case, rule.scope) == spot and spot != "")

    found = set()
    start, until = window(rule, now)
    everywhere = {""} | {getattr(case, rule.scope) for case in cases if rule.scope != "office"}
    for spot in everywhere:
        for kind in {case.category for case in cases} if rule.by_kind else {""}:
            pile = [case for case in cases if inside(case, spot, kind) and start <= case.received_at < until]
            if not pile:
                continue
            count = len(pile)
            if rule.sort == "rise":
                if not former:
                    continue
                mean = sum(sum(inside(case, spot, kind) for case in year) for year in former) / len(former)
                if count < rule.count or count < mean * (1 + rule.percent / 100) - 1e-9:
                    continue
            elif rule.sort == "hour_peak":
                best = max(
                    sum(
                        (local(one.received_at).weekday(), local(one.received_at).hour // 2)
                        == (local(case.received_at).weekday(), local(case.received_at).hour // 2)
                        for one in pile
                    )
                    for case in pile
                )
                if best < rule.count or best < count * rule.percent / 100 - 1e-9:
                    continue
                count = best
            elif count < rule.count:
                continue
            found.add((spot, kind, count))
    return found


@settings(max_examples=300, deadline=None)
@given(rules, briefs, st.lists(briefs, max_size=3))
def test_a_rule_fires_where_a_slow_count_says_so(rule: Rule, cases: list[Brief], years: list[list[Brief]]) -> None:
    former = [year for year in years if year]
    told = hits(rule, cases, NOW, former)
    if rule.sort == "review_due":
        due = {
            case.id for case in cases if case.review_at is not None and NOW <= case.review_at < NOW + rule.days * DAY
        }
        wanted = {case.id for case in cases if not rule.categories or case.category in rule.categories}
        assert {hit.evidence[0] for hit in told} == due & wanted
        return
    assert {(hit.spot, hit.kind, hit.count) for hit in told} == slow(rule, cases, NOW, former)
    for hit in told:
        assert len(set(hit.evidence)) == min(hit.count, 30)
        assert hit.key == hit_key(rule.id, hit.spot, hit.kind)


@settings(max_examples=100, deadline=None)
@given(rules, briefs, st.randoms())
def test_two_desks_that_hold_the_same_cases_in_another_order_find_the_same(
    rule: Rule, cases: list[Brief], chance
) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(cases)
    chance.shuffle(shuffled)
    assert hits(rule, cases, NOW, [cases]) == hits(rule, shuffled, NOW, [shuffled])


@settings(max_examples=60, deadline=None)
@given(rules.filter(lambda rule: rule.sort != "review_due"), briefs)
def test_the_rehearsal_is_the_rule_looked_at_once_a_day(rule: Rule, cases: list[Brief]) -> None:
    fired = set()
    for back in range(89, -1, -1):
        at = NOW - back * DAY
        former = [
            year
            for pair in former_windows(rule, at)
            if (year := [c for c in cases if pair[0] <= c.received_at < pair[1]])
        ]
        fired |= {(hit.key, hit.period) for hit in hits(rule, cases, at, former)}
    assert rehearsed(rule, cases, NOW, 90) == len(fired)


def test_a_rise_is_never_told_without_a_year_to_compare_with() -> None:
    rule = Rule("R", "某", "rise", days=7, count=2, percent=100)
    cases = [Brief(str(n), NOW - n * HOUR, "K1", "P1", "", "") for n in range(1, 6)]
    assert hits(rule, cases, NOW) == []
    former = [[Brief("f", 1, "K1", "P1", "", ""), Brief("g", 2, "K1", "P1", "", "")]]
    assert [hit.expected for hit in hits(rule, cases, NOW, former)] == [2.0]
    assert hits(rule, cases, NOW, [former[0] * 2]) == []


def test_leap_day_and_the_beginning_of_time() -> None:
    leap = round(datetime(2028, 2, 29, 8, tzinfo=CHINA).timestamp() * 1000)
    assert local(same_day(leap, 1)).strftime("%Y-%m-%d %H") == "2027-02-28 08"
    assert same_day(0, 5) == 0


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "name_missing"),
        ({"name": "某", "sort": "moon"}, "rule_sort_unknown"),
        ({"name": "某", "sort": "repeat", "scope": "moon"}, "rule_scope_unknown"),
        ({"name": "某", "sort": "repeat", "days": 0}, "limit_out_of_range"),
        ({"name": "某", "sort": "repeat", "count": "3"}, "limit_out_of_range"),
        ({"name": "某", "sort": "keyword"}, "rule_words_missing"),
    ],
)
def test_what_is_no_rule_is_refused(fields: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check(fields)
    assert refused.value.code == code

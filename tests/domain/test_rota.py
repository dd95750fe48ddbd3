"""Rotation over years: no gap, nobody twice, everybody's share within one in each sort of days, the same on every desk."""

from __future__ import annotations

import copy
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from commandcenter.domain.absence import Absence
from commandcenter.domain.calendar import DAY_KINDS, Calendar
from commandcenter.domain.clock import DAY, at_local
from commandcenter.domain.duty import Shift
from commandcenter.domain.duty_acts import PlanShifts, SetShift, SignInForShift, Substitute
from commandcenter.domain.event import Fact
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RetireRecord
from commandcenter.domain.rota import APART, Post, Rota, Team, gone_by, order_of, rota_of, turns, without_absent
from commandcenter.domain.subjects import folded
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_world import PaperWorld
from two_desks import apart

SINCE = date(2026, 1, 1)
YEARS = 365 * 3


def holidays(years: range) -> Calendar:
    """A calendar with the long holidays of China, the working weekends before them, and their names."""
    days: dict[date, bool] = {}
    names: dict[date, str] = {}
    for year in years:
        for month, first, length, name in (
            (1, 1, 3, "元旦"),
            (2, 16, 8, "春节"),
            (5, 1, 5, "劳动节"),
            (10, 1, 7, "国庆节"),
        ):
            for over in range(length):
                day = date(year, month, first) + timedelta(days=over)
                names[day] = name
                if day.weekday() < 5:
                    days[day] = False
        days[date(year, 9, 27)] = True
    return Calendar(days, frozenset(years), (), names)


def cycle(size: int, team: int = 1, tag: str = "P") -> tuple[Team, ...]:
    return tuple(Team(tuple(f"{tag}{place}-{seat}" for seat in range(team))) for place in range(size))


CALENDAR = holidays(range(2025, 2032))


@settings(max_examples=60, deadline=None)
@given(
    size=st.integers(2, 9),
    team=st.integers(1, 3),
    apart=st.sets(st.sampled_from(APART)),
    own=st.sets(st.sampled_from(APART), max_size=1),
    length=st.integers(1, YEARS),
    start=st.dates(date(2025, 2, 1), date(2027, 2, 1)),
)
def test_everybodys_share_is_within_one_in_each_sort_of_days(
    size: int, team: int, apart: set[str], own: set[str], length: int, start: date
) -> None:
    post = Post("clerk", cycle(size, team), own={kind: cycle(max(2, size - 1), team, "Q") for kind in own})
    rota = Rota(start, 510, (post,), tuple(sorted(apart)), True)
    last = start + timedelta(days=length - 1)
    plan = turns(rota, CALENDAR, start, last)
    assert list(plan) == [start + timedelta(days=place) for place in range(length)], "no gap"
    counts: dict[str, Counter[str]] = {}
    for day, lines in plan.items():
        people = [line["person"] for line in lines]
        assert len(people) == len(set(people)) == team
        kind = CALENDAR.kind(day)
        track = kind if kind in apart or kind in own else ""
        counts.setdefault(track, Counter()).update(people)
    for track, counted in counts.items():
        everybody = {person for one in post.own.get(track, post.cycle) for person in one.people}
        shares = [counted[person] for person in everybody]
        assert set(counted) <= everybody
        assert max(shares) - min(shares) <= 1, track


@settings(max_examples=40, deadline=None)
@given(
    size=st.integers(4, 9), apart=st.sets(st.sampled_from(APART)), start=st.dates(date(2025, 2, 1), date(2028, 2, 1))
)
def test_nobody_stands_two_days_running(size: int, apart: set[str], start: date) -> None:
    post = Post("leader", cycle(size))
    kinds = [CALENDAR.kind(start + timedelta(days=place)) for place in range(YEARS)]
    teams = order_of(post, kinds, sorted(apart))
    assert all(before != after for before, after in pairwise(teams))


@settings(max_examples=40, deadline=None)
@given(
    size=st.integers(2, 7),
    apart=st.sets(st.sampled_from(APART)),
    first=st.integers(0, 700),
    length=st.integers(0, 90),
    more=st.integers(0, 200),
)
def test_a_day_has_the_same_people_whatever_span_is_planned(
    size: int, apart: set[str], first: int, length: int, more: int
) -> None:
    rota = Rota(SINCE, 510, (Post("leader", cycle(size)), Post("clerk", cycle(size + 1, 2, "C"))), tuple(apart), True)
    start = SINCE + timedelta(days=first)
    short = turns(rota, CALENDAR, start, start + timedelta(days=length))
    long = turns(rota, CALENDAR, SINCE, start + timedelta(days=length + more))
    assert short == {day: long[day] for day in short}


@pytest.mark.parametrize("size", [3, 4, 5, 7])
def test_a_day_planned_alone_is_the_day_of_the_year(size: int) -> None:
    """Turns that change places later never reach behind what was planned."""
    rota = Rota(SINCE, 510, (Post("leader", cycle(size)),), APART, True)
    long = turns(rota, CALENDAR, SINCE, SINCE + timedelta(days=YEARS))
    for place in range(0, 500, 2):
        day = SINCE + timedelta(days=place)
        assert turns(rota, CALENDAR, day, day)[day] == long[day], day


def test_without_a_count_apart_the_cycle_goes_straight_on() -> None:
    teams = order_of(Post("leader", cycle(5)), ["work", "holiday", "weekend"] * 20, ())
    assert [team.people[0] for team in teams] == [f"P{place % 5}-0" for place in range(60)]


def test_the_sorts_of_days_come_from_the_official_table() -> None:
    told = [CALENDAR.kind(date(2026, 10, day)) for day in range(1, 11)]
    assert told == ["holiday"] * 7 + ["work", "work", "weekend"]  # 3 and 4 October are a weekend inside the holiday
    assert CALENDAR.kind(date(2026, 9, 27)) == "work", "a Sunday worked for the holiday"
    assert set(told) == set(DAY_KINDS)


# --- planning in the world ----------------------------------------------------------------------------------------

NOW = at_local(date(2026, 6, 20), 12)


def fields(**more: Any) -> dict[str, Any]:
    teams = [{"people": [f"L{place}"]} for place in range(5)]
    pairs = [{"people": [f"C{place}", f"D{place}"]} for place in range(6)]
    posts = [{"role": "leader", "cycle": teams}, {"role": "clerk", "cycle": pairs}]
    return {"since": "2026-06-01", "hour": 510, "posts": posts, "apart": ["holiday"]} | more


def office() -> PaperWorld:
    people = {f"person/{letter}{place}": {"post": "值班员"} for letter in "LCDX" for place in range(6)}
    limits = {
        "limit/duty.consecutive": {"value": 24, "unit": "hour", "basis": "office"},
        "limit/duty.rest": {"value": 24, "unit": "hour", "basis": "office"},
        "limit/duty.week": {"value": 2, "unit": "times", "basis": "office"},
        "limit/duty.month": {"value": 8, "unit": "times", "basis": "office"},
    }
    world = PaperWorld(NOW)
    for subject, told in (people | limits).items():
        world.do(ListRecord(subject=subject, fields=told))
    world.do(ListRecord(subject="rota/main", fields=fields()))
    return world


@settings(max_examples=60, deadline=None)
@given(
    size=st.integers(2, 6),
    away=st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 1), st.integers(0, 40), st.integers(1, 20), st.integers(-1, 5)),
        max_size=12,
    ),
    weekends=st.booleans(),
)
def test_who_is_on_leave_is_passed_over_and_everybody_else_stands_as_before(
    size: int, away: list[tuple[int, int, int, int, int]], weekends: bool
) -> None:
    """``away``: place and seat, from which day of the rotation, how many days, the place of the substitute (-1: none)."""
    posts = (Post("leader", cycle(size, 1, "L")), Post("clerk", cycle(size, 2)))
    rota = Rota(SINCE, 510, posts, ("weekend",) if weekends else (), True)
    absences = [
        Absence("a", f"P{place}-{seat}", at_local(first := SINCE + timedelta(days=day)),
                at_local(first + timedelta(days=days)), f"P{by}-{seat}" if by >= 0 else "")
        for place, seat, day, days, by in away
    ]  # fmt: skip
    gone = gone_by(rota, absences)
    plain = turns(rota, CALENDAR, SINCE, SINCE + timedelta(days=50))
    stands = without_absent(rota, plain, gone)
    assert list(stands) == list(plain)
    for day, lines in stands.items():
        people = [line["person"] for line in lines]
        assert len(set(people)) == len(people), "nobody stands there twice"
        for before, line in zip(plain[day], lines, strict=True):
            missing = gone(before["person"], day) is not None
            assert missing or line == before
            if missing and "instead_of" in line:
                assert line["instead_of"] == before["person"]
                assert gone(line["person"], day) is None
            elif missing:
                everybody = {person for team in posts[1].cycle for person in team.people}
                assert all(one in people or gone(one, day) is not None for one in everybody), "nobody was left"


def test_who_is_named_stands_in_and_comes_back_with_the_rotation() -> None:
    world = office()
    before = world.do(PlanShifts(first="2026-07-01", last="2026-07-12")).report
    assert before["stood_in"] == 0
    clerk = world.state("shift/20260705").of("clerk")[0].person
    told = {"person": clerk, "since": at_local(date(2026, 7, 5), 14), "until": at_local(date(2026, 7, 9))}
    world.do(ListRecord(subject="absence/a", fields=told | {"substitute": "X3"}))
    assert world.do(PlanShifts(first="2026-07-01", last="2026-07-12")).drafts == [], "what is planned stays by itself"
    assert world.do(PlanShifts(first="2026-07-01", last="2026-07-12", again=True)).report["stood_in"] == 1
    line = world.state("shift/20260705").line_of("X3")
    assert (line.instead_of, line.role) == (clerk, "clerk"), "away for more than half of it"
    world.do(Substitute(shift="20260705", person="X3", by="X4", words="病"))
    assert world.state("shift/20260705").line_of("X4").instead_of == clerk, "the one of the plan is still named"
    world.do(Substitute(shift="20260705", person="X4", by=clerk, words="回来了"))
    assert world.state("shift/20260705").line_of(clerk).instead_of == ""
    world.do(RetireRecord(subject="person/X3"))
    world.do(PlanShifts(first="2026-07-13", last="2026-07-31"))
    world.do(AmendRecord(subject="absence/a", fields={"until": at_local(date(2026, 7, 31))}))
    again = world.do(PlanShifts(first="2026-07-13", last="2026-07-31", again=True)).report
    assert (again["stood_in"], again["uncovered"]) == (3, 0)
    assert all(shift.line_of("X3") is None for shift in list(month(world).values())[13:]), "X3 left the office"
    world.do(RetireRecord(subject="absence/a"))
    world.do(PlanShifts(first="2026-07-13", last="2026-07-31", again=True))
    assert not any(line.instead_of for shift in list(month(world).values())[13:] for line in shift.people)


def month(world: PaperWorld) -> dict[str, Shift]:
    return {subject: world.state(subject) for subject in world.subjects("shift/")}


def test_planning_twice_changes_nothing_and_what_was_set_by_hand_stays() -> None:
    world = office()
    by_hand = {"starts_at": at_local(date(2026, 7, 3), 9), "ends_at": at_local(date(2026, 7, 4), 9)}
    world.do(SetShift(shift="20260703", fields=by_hand | {"people": [{"person": "X1", "role": "leader"}]}))
    told = world.do(PlanShifts(first="2026-07-01", last="2026-07-31"))
    assert told.report == {"planned": 30, "changed": 0, "kept": 1, "stood_in": 0, "uncovered": 0}
    assert [line.person for line in world.state("shift/20260703").people] == ["X1"]
    again = world.do(PlanShifts(first="2026-07-01", last="2026-07-31"))
    assert again.drafts == []
    assert again.report["kept"] == 31
    shifts = sorted(month(world).values(), key=lambda one: one.starts_at)
    assert all(before.ends_at == after.starts_at for before, after in pairwise(shifts)), "no gap, also around 9 o'clock"


def test_a_changed_rotation_moves_what_it_planned_and_nothing_else() -> None:
    world = office()
    world.do(PlanShifts(first="2026-06-18", last="2026-06-30"))
    for day in (20, 24):
        world.do(SignInForShift(shift=f"202606{day}", person=world.state(f"shift/202606{day}").people[0].person))
    taken = world.state("shift/20260625").people[0].person
    world.do(Substitute(shift="20260625", person=taken, by="X1", words="开会"))
    edited = {"people": [{"person": "X2", "role": "leader"}]}
    world.do(SetShift(shift="20260626", fields=edited))
    before = {key: shift.people for key, shift in month(world).items()}
    posts = [{"role": "leader", "cycle": [{"people": ["X5"]}, {"people": ["X4"]}]}]
    world.do(AmendRecord(subject="rota/main", fields={"posts": posts, "since": "2026-06-21"}))
    assert world.do(PlanShifts(first="2026-06-18", last="2026-06-30")).drafts == []
    told = world.do(PlanShifts(first="2026-06-18", last="2026-06-30", again=True))
    assert told.report["changed"] == 7
    after = {key: shift.people for key, shift in month(world).items()}
    same = {key for key in before if before[key] == after[key]}
    assert {key.removeprefix("shift/202606") for key in same} == {"18", "19", "20", "24", "25", "26"}
    assert after["shift/20260621"][0].person == "X5"


def test_a_day_set_by_hand_on_one_desk_outlives_the_new_plan_of_another() -> None:
    world = office()
    world.do(PlanShifts(first="2026-06-21", last="2026-06-30"))
    hand = SetShift(
        shift="20260625", fields={"people": [{"person": "X2", "role": "leader"}]}, reason="开会", urgent=True
    )
    posts = [{"role": "leader", "cycle": [{"people": ["X5"]}, {"people": ["X4"]}]}]
    turned = AmendRecord(subject="rota/main", fields={"posts": posts, "since": "2026-06-21"})
    again = PlanShifts(first="2026-06-21", last="2026-06-30", again=True)
    for here, there in (([hand], [turned, again]), ([turned, again], [hand])):
        facts = apart(copy.deepcopy(world), here, there, "shift/20260625")
        assert {fact.verb for fact in facts} == {"listed", "amended", "replanned"}
        assert [line.person for line in folded("shift/20260625", facts).people] == ["X2"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"since": "soon"}, "not_a_date"),
        ({"hour": 1440}, "rota_hour_wrong"),
        ({"posts": []}, "rota_empty"),
        ({"posts": [{"role": "king", "cycle": [{"people": ["A"]}]}]}, "rota_role_unknown"),
        ({"posts": [{"role": "leader", "cycle": []}]}, "rota_cycle_empty"),
        ({"posts": [{"role": "leader", "cycle": [{"people": []}]}]}, "rota_team_empty"),
        ({"posts": [{"role": "leader", "cycle": [{"people": ["A", "A"]}]}]}, "shift_person_twice"),
        ({"apart": ["monday"]}, "rota_days_unknown"),
        ({"posts": [{"role": "clerk", "cycle": [{"people": ["A"]}]}] * 2}, "rota_person_in_two_cycles"),
    ],
)
def test_a_rotation_that_makes_no_sense_is_refused(change: dict[str, Any], code: str) -> None:
    world = office()
    assert world.code(AmendRecord(subject="rota/main", fields=change)) == code
    record = world.state("rota/main")
    assert rota_of(record).known
    assert not rota_of(type(record)(subject="rota/main", known=True, fields=fields(**change))).known


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.sampled_from(["leader", "2026-06-01"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["role", "cycle", "people", "own", "unit", "weekend"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    told=st.fixed_dictionaries(dict.fromkeys(("since", "hour", "posts", "apart"), JUNK)),
    kept=st.sets(st.sampled_from(["since", "hour", "posts", "apart"])),
)
def test_whatever_a_record_holds_is_a_rotation_or_none(told: dict[str, Any], kept: set[str]) -> None:
    record = Record(subject="rota/main", known=True, fields=told | {name: fields()[name] for name in kept})
    rota = rota_of(record)
    plan = turns(rota, CALENDAR, SINCE, SINCE + timedelta(days=40))
    assert bool(plan) <= rota.known


def test_planning_needs_a_rotation_and_a_span() -> None:
    assert PaperWorld(NOW).code(PlanShifts(first="2026-07-01", last="2026-07-02")) == "rota_unknown"
    world = office()
    assert world.code(PlanShifts(first="2026-07-02", last="2026-07-01")) == "plan_too_long"
    assert world.code(PlanShifts(first="2026-07-01", last="2027-12-31")) == "plan_too_long"
    assert world.code(PlanShifts(first="x", last="2026-07-01")) == "not_a_date"


@settings(max_examples=60, deadline=None)
@given(
    ours=st.tuples(st.integers(0, 8), st.integers(0, 8)),
    theirs=st.tuples(st.integers(0, 8), st.integers(0, 8)),
    edited=st.booleans(),
    day=st.integers(0, 8),
    order=st.randoms(use_true_random=False),
)
def test_two_desks_that_plan_the_same_days_agree(
    ours: tuple[int, int], theirs: tuple[int, int], edited: bool, day: int, order: Random
) -> None:
    """Neither hears of the other; one edits a day by hand. Every order of arrival gives the same shift, and it is theirs."""

    def plan(span: tuple[int, int]) -> PlanShifts:
        first, last = (f"2026-07-{1 + place:02}" for place in sorted(span))
        return PlanShifts(first=first, last=last)

    key = f"202607{1 + day:02}"
    times = {"starts_at": at_local(date(2026, 7, 1 + day), 8, 30), "ends_at": at_local(date(2026, 7, 2 + day), 8, 30)}
    hand = SetShift(
        shift=key, fields=times | {"people": [{"person": "X1", "role": "leader"}]}, reason="开会", urgent=True
    )
    here = [hand, plan(ours)] if edited else [plan(ours)]
    facts = apart(office(), here, [plan(theirs)], f"shift/{key}")
    told = folded(f"shift/{key}", facts)
    order.shuffle(facts)
    assert folded(f"shift/{key}", facts) == told
    spans = [range(min(span), max(span) + 1) for span in (ours, theirs)]
    if edited:
        assert [line.person for line in told.people] == ["X1"]
    elif any(day in span for span in spans):
        alone = office()
        alone.do(PlanShifts(first="2026-07-01", last="2026-07-31"))
        assert told.people == alone.state(f"shift/{key}").people
    else:
        assert not told.known


def test_fatigue_warns_asks_for_a_reason_and_never_blocks_an_emergency() -> None:
    world = office()
    world.do(PlanShifts(first="2026-07-01", last="2026-07-31"))
    first, second = (world.state(f"shift/2026070{day}").people[1] for day in (6, 7))
    body = {"starts_at": at_local(date(2026, 7, 7), 8, 30), "ends_at": at_local(date(2026, 7, 8), 8, 30)}
    people = [
        {"person": first.person if line == second else line.person, "role": line.role}
        for line in world.state("shift/20260707").people
    ]
    assert world.code(SetShift(shift="20260707", fields=body | {"people": people})) == "fatigue_reason"
    assert world.code(SetShift(shift="20260707", fields=body | {"people": people}, urgent=True)) == ""
    told = world.do(Substitute(shift="20260707", person=second.person, by=first.person, urgent=True))
    assert told.report["strains"] == ["duty.consecutive", "duty.week"]
    made = world.state("shift/20260707")
    assert (made.people[1].person, made.people[1].instead_of) == (first.person, second.person)
    assert made.life.substituted[0].strains == ("duty.consecutive", "duty.week")
    assert made.life.substituted[0].urgent
    assert made.ends_at - made.starts_at == DAY


def test_facts_are_kept() -> None:
    world = office()
    world.do(PlanShifts(first="2026-07-01", last="2026-07-01"))
    facts: list[Fact] = world.facts["shift/20260701"]
    assert folded("shift/20260701", facts) == world.state("shift/20260701")

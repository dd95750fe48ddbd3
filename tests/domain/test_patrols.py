"""Patrols: only the legal ways of 2.8, plans over years, two desks that plan and walk apart and agree."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case import Case
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.deadline_acts import RaiseDeadline
from commandcenter.domain.patrol import COMMUNITY, DEPUTY, MOVES, Patrol, deadlines
from commandcenter.domain.patrol_acts import (
    AskForWhistle,
    AttachPhoto,
    CheckItems,
    EndPatrol,
    HandleFinding,
    LookAgain,
    PatrolCommand,
    RecordFinding,
    RecordStop,
    ReportFinding,
    SignInPatrol,
    StartPatrol,
    TellOfMissed,
)
from commandcenter.domain.patrol_entry_acts import EnterPatrol, ImportPatrols, ToldFinding, ToldLook, ToldPatrol
from commandcenter.domain.patrol_plan import PatrolPlan, Turn, day_number, due_on, patrol_plan_of, turns_of, walks_on
from commandcenter.domain.patrol_planning_acts import AssignPatrol, CancelPatrol, PlanTurns, ReassignPatrol
from commandcenter.domain.record import Record, check
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import folded
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records
from two_desks import apart, tried

from conftest import NOW

TODAY = local_date(NOW)
OPENS, CLOSES = NOW - HOUR, NOW + HOUR


def office() -> PaperWorld:
    limit = {"value": 4, "unit": "hour", "basis": "office"}
    return PaperWorld().found((*records(), ("limit/patrol.community", limit, {})))


def turn(key: str = "t1", **changed: Any) -> Turn:
    told: dict[str, Any] = {
        "plan": "J07-steward", "place": "J07", "community": "A3", "role": "steward", "person": "P1",
        "day": day_number(TODAY), "window_start": OPENS, "window_end": CLOSES,
    }  # fmt: skip
    return Turn(id=key, **(told | changed))


@pytest.fixture
def world() -> PaperWorld:
    made = office()
    made.do(PlanTurns(turns=(turn(),)))
    return made


def patrol(world: PaperWorld, key: str = "t1") -> Patrol:
    state = world.state(f"patrol/{key}")
    assert isinstance(state, Patrol)
    return state


def code(world: PaperWorld, command: Command) -> str:
    with pytest.raises(Refused) as told:
        world.do(command)
    return told.value.code


def walked(world: PaperWorld, key: str = "t1") -> None:
    world.do(SignInPatrol(patrol=key, where="巷口", weather="clear"))
    world.do(RecordStop(patrol=key, words="6号院"))


def found(world: PaperWorld, key: str = "t1", **told: Any) -> str:
    return str(world.do(RecordFinding(patrol=key, words="楼道堆物", kind="piling", **told)).report["finding"])


def test_a_walk_from_plan_to_end(world: PaperWorld) -> None:
    assert patrol(world).stage == "planned"
    walked(world)
    assert patrol(world).stage == "walking"
    one = found(world, where="6号院二门", danger=True)
    assert patrol(world).stage == "finding"
    world.do(HandleFinding(patrol="t1", finding=one, how="clean", solved=True, words="已清走"))
    world.do(CheckItems(patrol="t1", items={"piling": "bad", "parking": "fine"}))
    world.pass_time(20 * MINUTE)
    world.do(EndPatrol(patrol="t1", length_m=900))
    state = patrol(world)
    assert (state.stage, state.length_m, state.on_time) == ("ended", 900, True)
    assert not state.open_spots
    assert state.checks == {"piling": "bad", "parking": "fine"}
    assert not state.irregular


def test_nothing_leads_elsewhere_than_the_moves_say(world: PaperWorld) -> None:
    acts: dict[str, Any] = {
        "signed_in": SignInPatrol(patrol="t1"),
        "walking": RecordStop(patrol="t1", words="6号院"),
        "finding": RecordFinding(patrol="t1", words="堆物", finding="f"),
        "ended": EndPatrol(patrol="t1"),
        "cancelled": CancelPatrol(patrol="t1", words="路面施工"),
    }
    for stage in ("planned", "signed_in", "walking", "finding", "ended"):
        assert patrol(world).stage == stage
        for wanted, act in acts.items():
            # a finding on the first steps is made at a place: the stop it implies is T2
            if wanted in MOVES[stage] or (stage, wanted) in (("signed_in", "finding"), ("finding", "walking")):
                continue
            expected = "finding_undecided" if stage == "finding" and wanted in ("finding", "ended") else "patrol_stage"
            assert code(world, act) == expected, (stage, wanted)
        if stage == "finding":
            world.do(HandleFinding(patrol="t1", finding="f", how="talk", solved=False))
        step = {"planned": "signed_in", "signed_in": "walking", "walking": "finding", "finding": "ended"}.get(stage)
        if step:
            world.do(acts[step])
    assert not patrol(world).irregular


def test_a_finding_becomes_a_case_with_its_photos(world: PaperWorld) -> None:
    walked(world)
    one = found(world, where="6号院", danger=True)
    world.do(AttachPhoto(patrol="t1", finding=one, sha256="ab" * 32, size=9, media="image/jpeg"))
    assert code(world, AttachPhoto(patrol="t1", finding=one, sha256="ab" * 32, size=9, media="image/jpeg")) == (
        "attached_already"
    )
    told = world.do(ReportFinding(patrol="t1", finding=one))
    case = world.state(f"case/{told.report['case']}")
    assert isinstance(case, Case)
    assert (case.channel, case.grade, case.place, case.community, case.proactive) == (
        "chief",
        "prompt",
        "J07",
        "A3",
        True,
    )
    assert case.place_words == f"{world.state('place/J07').get('name')}6号院", "the street, and the spot that was typed"
    assert [photo.sha256 for photo in case.files] == ["ab" * 32]
    state = patrol(world)
    assert (state.stage, state.findings[0].case) == ("walking", case.id)
    assert state.findings[0].open, "a case does not clear a spot: the next walk looks at it"
    assert code(world, ReportFinding(patrol="t1", finding=one)) == "finding_settled"
    world.do(AskForWhistle(patrol="t1", finding=one))
    assert not world.do(AskForWhistle(patrol="t1", finding=one)).drafts


def test_a_grid_worker_finds_by_the_grid(world: PaperWorld) -> None:
    world.do(PlanTurns(turns=(turn("g", role="grid_worker"),)))
    walked(world, "g")
    case = world.do(ReportFinding(patrol="g", finding=found(world, "g"))).report["case"]
    assert world.state(f"case/{case}").channel == "grid"


def test_the_next_walk_starts_with_the_open_spots(world: PaperWorld) -> None:
    walked(world)
    one = found(world)
    world.do(HandleFinding(patrol="t1", finding=one, how="talk", solved=False))
    world.do(EndPatrol(patrol="t1"))
    spot = f"t1/{one}"
    world.do(PlanTurns(turns=(turn("t2"), turn("t3"))))
    world.do(SignInPatrol(patrol="t2", spots=(spot,)))
    world.do(RecordStop(patrol="t2", words="6号院"))
    assert code(world, EndPatrol(patrol="t2")) == "spots_unseen"
    world.do(LookAgain(patrol="t2", spot=spot, result="kept", words="又堆上了"))
    world.do(EndPatrol(patrol="t2"))
    assert patrol(world).open_spots
    world.do(SignInPatrol(patrol="t3", spots=(spot,)))
    world.do(RecordStop(patrol="t3", words="6号院"))
    world.do(LookAgain(patrol="t3", spot=spot, result="closed"))
    assert not patrol(world).open_spots
    assert [look.result for look in patrol(world).findings[0].seen] == ["kept", "closed"]
    assert code(world, LookAgain(patrol="t3", spot=spot, result="closed")) == "spot_closed"
    assert code(world, SignInPatrol(patrol="t1")) == "patrol_stage"


def test_a_missed_turn_is_told_to_the_deputy_then_to_the_community(world: PaperWorld) -> None:
    rows = {row.name: row for row in deadlines(patrol(world))}
    assert rows[DEPUTY].due_at == CLOSES
    assert rows[COMMUNITY].due_at == CLOSES + 4 * HOUR
    world.pass_time(HOUR + MINUTE)
    assert patrol(world).missed(world.now)
    assert code(world, SignInPatrol(patrol="t1")) == "patrol_missed"
    for clock in (DEPUTY, COMMUNITY):
        assert len(world.do(RaiseDeadline(subject="patrol/t1", clock=clock, threshold="due")).drafts) == 1
        assert not world.do(RaiseDeadline(subject="patrol/t1", clock=clock, threshold="due")).drafts
    assert not deadlines(patrol(world))
    assert not patrol(world).tellings, "what is due to be told is not told"
    world.do(TellOfMissed(patrol="t1", whom="deputy", result="no_answer", person="P2"))
    assert patrol(world).told("deputy") is None
    world.do(TellOfMissed(patrol="t1", whom="deputy", person="P2"))
    told = patrol(world).told("deputy")
    assert told is not None
    assert (told.at, told.person) == (world.now, "P2")
    assert code(world, TellOfMissed(patrol="t1", whom="mayor")) == "patrol_telling_wrong"


def test_a_make_up_is_sent_then_walked_and_the_turn_stays_missed(world: PaperWorld) -> None:
    world.pass_time(HOUR + MINUTE)
    start = StartPatrol(place="J07", role="deputy", person="P2", makes_up="t1")

    def send() -> str:
        span = {"window_start": world.now, "window_end": world.now + HOUR}
        act = AssignPatrol(place="J07", role="deputy", person="P2", reason="make_up", makes_up="t1", **span)
        return str(world.do(act).report["patrol"])

    made = send()
    assert (patrol(world).make_up, patrol(world).made_up_by) == ("sent", made)
    assert code(world, start) == "patrol_not_missed"
    world.do(CancelPatrol(patrol=made, words="病了"))
    assert patrol(world).make_up == ""
    send()
    world.pass_time(2 * HOUR)
    made = send()
    assert patrol(world).made_up_by == made, "who was sent and did not go leaves room for another"
    world.do(SignInPatrol(patrol=made))
    assert patrol(world).make_up == "begun"
    world.do(RecordStop(patrol=made, words="6号院"))
    world.do(EndPatrol(patrol=made))
    state = patrol(world)
    assert state.make_up == "walked"
    assert state.missed(world.now), "it stays missed, whoever makes up for it"
    assert code(world, start) == "patrol_not_missed"
    assert code(world, TellOfMissed(patrol="t1", whom="deputy")) == "patrol_not_missed"
    assert patrol(world, made).reason == "make_up"


def test_danger_is_never_done_with_without_words(world: PaperWorld) -> None:
    walked(world)
    one = found(world, danger=True)
    assert code(world, HandleFinding(patrol="t1", finding=one, how="talk", solved=True)) == "words_needed"
    world.do(HandleFinding(patrol="t1", finding=one, how="talk", solved=False, words="等抢修"))
    world.do(EndPatrol(patrol="t1"))
    world.do(PlanTurns(turns=(turn("t2"),)))
    world.do(SignInPatrol(patrol="t2", spots=(f"t1/{one}",)))
    world.do(RecordStop(patrol="t2", words="6号院"))
    look = LookAgain(patrol="t2", spot=f"t1/{one}", result="closed")
    assert code(world, look) == "words_needed"
    world.do(replace(look, words="线已架好"))
    assert not patrol(world).open_spots


def test_a_walk_that_was_begun_in_time_is_never_told_on(world: PaperWorld) -> None:
    world.do(SignInPatrol(patrol="t1"))
    assert not deadlines(patrol(world))
    world.pass_time(3 * HOUR)
    assert not world.do(RaiseDeadline(subject="patrol/t1", clock=DEPUTY, threshold="due")).drafts
    world.do(RecordStop(patrol="t1", words="6号院"))
    world.do(EndPatrol(patrol="t1"))
    assert not patrol(world).on_time


def test_a_whole_walk_is_entered_afterwards_with_the_times_that_were_told(world: PaperWorld) -> None:
    told = ToldPatrol(
        place="J07", role="steward", person="P2", begun_at=OPENS, ended_at=OPENS + 40 * MINUTE, turn="t1", length_m=800,
        stops=("巷口", "6号院"), weather="rain",
        findings=(
            ToldFinding("井盖破损", kind="road", danger=True),
            ToldFinding("堆物", outcome="handled", how="clean", solved=True, at=OPENS + 9 * MINUTE),
        ),
    )  # fmt: skip
    world.do(EnterPatrol(told=told))
    state = patrol(world)
    assert (state.stage, state.person, state.begun_at, state.entered) == ("ended", "P2", OPENS, True)
    assert [stop.at for stop in state.stops] == [None, None], "a time that was not told is not made up"
    assert [one.at for one in state.findings] == [None, OPENS + 9 * MINUTE]
    assert [one.words for one in state.open_spots] == ["井盖破损"]
    case = world.do(ReportFinding(patrol="t1", finding="1")).report["case"]
    assert patrol(world).findings[0].case == case
    assert code(world, EnterPatrol(told=told)) == "patrol_stage"
    other = ToldPatrol(
        place="J07", role="steward", person="P1", begun_at=NOW - 50 * MINUTE, ended_at=NOW - 30 * MINUTE,
        looks=(ToldLook("t1/1", "closed", "已换"),), key="own",
    )  # fmt: skip
    world.do(EnterPatrol(told=other))
    assert not patrol(world).open_spots
    assert (patrol(world, "own").window_end, patrol(world, "own").reason) == (None, "own")


def test_a_sheet_brought_twice_changes_nothing_and_one_bad_row_stops_no_other(world: PaperWorld) -> None:
    good = ToldPatrol(place="J07", role="steward", person="P1", begun_at=OPENS, ended_at=OPENS + HOUR // 2, key="s1")
    bad = ToldPatrol(place="", role="steward", person="P1", begun_at=OPENS, ended_at=OPENS)
    sheet = ImportPatrols(rows=(good, bad))
    assert world.do(sheet).report == {"created": 1, "already_there": 0, "refused": [(1, "patrol_place_missing")]}
    before = patrol(world, "s1")
    assert world.do(sheet).report["already_there"] == 1
    assert patrol(world, "s1") == before


def test_someone_else_walks_and_somebody_is_sent(world: PaperWorld) -> None:
    world.do(ReassignPatrol(patrol="t1", person="P2", role="deputy"))
    assert (patrol(world).person, patrol(world).role) == ("P2", "deputy")
    assert code(world, ReassignPatrol(patrol="t1", person="P2")) == "nothing_changed"
    sent = world.do(
        AssignPatrol(
            place="J07", role="alley_chief", person="P3", window_start=NOW, window_end=NOW + HOUR, reason="warning"
        )
    )
    assert patrol(world, sent.report["patrol"]).reason == "warning"
    past = AssignPatrol(place="J07", role="deputy", person="P3", window_start=NOW - DAY, window_end=NOW - HOUR)
    assert code(world, past) == "due_in_past"


# --- two desks --------------------------------------------------------------------------------------------------------


def test_two_desks_plan_the_same_day_and_it_is_planned_once(world: PaperWorld) -> None:
    here = [PlanTurns(turns=(turn("day"),))]
    there = [PlanTurns(turns=(turn("day", person="P2"),))]
    facts = apart(world, here, there, "patrol/day")
    assert len(facts) == 2
    states = {folded("patrol/day", random.Random(seed).sample(facts, len(facts))).person for seed in range(8)}
    assert len(states) == 1
    assert not folded("patrol/day", facts).irregular


ACTS = (
    SignInPatrol(patrol="t1"),
    RecordStop(patrol="t1", words="6号院"),
    RecordFinding(patrol="t1", words="堆物", finding="a"),
    RecordFinding(patrol="t1", words="井盖", finding="b"),
    HandleFinding(patrol="t1", finding="a", how="move", solved=True),
    HandleFinding(patrol="t1", finding="b", how="talk", solved=False),
    ReportFinding(patrol="t1", finding="a", case="c1"),
    CheckItems(patrol="t1", items={"piling": "fine"}),
    ReassignPatrol(patrol="t1", person="P3"),
    CancelPatrol(patrol="t1", words="停"),
    EndPatrol(patrol="t1", words="赶时间"),
)


@given(
    here=st.lists(st.sampled_from(ACTS), max_size=9),
    there=st.lists(st.sampled_from(ACTS), max_size=9),
    seed=st.integers(0, 99),
)
def test_any_interleaving_of_two_desks_folds_alike(
    here: list[PatrolCommand], there: list[PatrolCommand], seed: int
) -> None:
    world = office()
    world.do(PlanTurns(turns=(turn(),)))
    facts = apart(world, here, there, "patrol/t1")
    state = folded("patrol/t1", facts)
    assert folded("patrol/t1", random.Random(seed).sample(facts, len(facts))) == state
    assert state.stage in MOVES
    assert (state.ended_at is None) or state.stage in ("ended", "cancelled")


@given(acts=st.lists(st.sampled_from(ACTS), max_size=14))
def test_one_desk_only_ever_takes_legal_steps(acts: list[PatrolCommand]) -> None:
    world = office()
    world.do(PlanTurns(turns=(turn(),)))
    before = patrol(world)
    for act in acts:
        tried(world, [act])
        after = patrol(world)
        assert not after.irregular
        legal = {before.stage, *MOVES[before.stage]}
        if before.stage == "signed_in":
            legal.add("finding")
        assert after.stage in legal
        before = after


def test_every_stage_is_reached(world: PaperWorld) -> None:
    seen: set[str] = set()
    for seed in range(200):
        chance, made = random.Random(seed), office()
        made.do(PlanTurns(turns=(turn(),)))
        for act in chance.choices(ACTS, k=14):
            tried(made, [act])
            seen.add(patrol(made).stage)
    assert seen == set(MOVES)


# --- plans ------------------------------------------------------------------------------------------------------------

CALENDARS = st.builds(
    Calendar,
    st.dictionaries(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.booleans(), max_size=60),
    st.just(frozenset({2026, 2027, 2028})),
)


@st.composite
def plans(draw: st.DrawFn) -> PatrolPlan:
    weekdays = draw(st.sets(st.integers(0, 6), max_size=4))
    interval = draw(st.sampled_from([1, 7, 14, 28]) if weekdays else st.integers(1, 60))
    return PatrolPlan(
        id="p", place="J07", role="steward", interval=interval, weekdays=tuple(sorted(weekdays)),
        holidays=draw(st.sampled_from(["walk", "skip", "shift"])), turns=draw(st.sampled_from(["each", "in_turn"])),
        windows=draw(st.sampled_from([((480, 1080),), ((420, 600), (1080, 1260)), ((1320, 360),)])),
        since=draw(st.dates(date(2026, 1, 1), date(2026, 12, 31))),
        until=draw(st.none() | st.dates(date(2027, 1, 1), date(2028, 6, 1))),
    )  # fmt: skip


@given(plan=plans(), calendar=CALENDARS, first=st.dates(date(2026, 1, 1), date(2028, 1, 1)), holders=st.integers(0, 3))
def test_planning_day_by_day_is_planning_the_years_at_once(
    plan: PatrolPlan, calendar: Calendar, first: date, holders: int
) -> None:
    people = [f"P{place}" for place in range(holders)]
    whole = list(turns_of(plan, first, 400, calendar, people))
    parts = [
        one
        for offset in range(0, 400, 50)
        for one in turns_of(plan, first + timedelta(days=offset), 50, calendar, people)
    ]
    assert whole == parts, "when it is planned changes nothing"
    assert len({one.id for one in whole}) == len(whole)
    for one in whole:
        day = date(one.day // 10_000, one.day // 100 % 100, one.day % 100)
        assert plan.holidays == "walk" or calendar.works(day)
        assert plan.since <= day
        assert one.window_start < one.window_end <= one.window_start + DAY
        assert local_date(one.window_start) == day
    if plan.turns == "in_turn" and people:
        assert {one.person for one in whole} <= set(people)


@given(plan=plans(), calendar=CALENDARS)
def test_a_shifted_walk_is_made_on_the_next_working_day_and_none_is_lost(plan: PatrolPlan, calendar: Calendar) -> None:
    days = [date(2026, 6, 1) + timedelta(days=offset) for offset in range(500)]
    due = [day for day in days if due_on(plan, day)]
    shifted = [day for day in days if walks_on(plan, day, calendar)]
    if plan.holidays == "walk":
        assert shifted == due
    elif plan.holidays == "skip":
        assert shifted == [day for day in due if calendar.works(day)]
    else:
        wanted = set()
        for day in [
            date(2026, 6, 1) - timedelta(days=back)
            for back in range(31, 0, -1)
            if due_on(plan, date(2026, 6, 1) - timedelta(days=back))
        ] + due:
            target = day
            while not calendar.works(target):
                target += timedelta(days=1)
            if (target - day).days <= 31:
                wanted.add(target)
        assert set(shifted) == {day for day in wanted if day in set(days)}


def counted(plan: PatrolPlan, calendar: Calendar, last: date, people: list[str]) -> list[tuple[date, int, str]]:
    """(day, beginning of the window, walker) up to ``last``, counted off from the first day of the plan as on a wall calendar."""
    found = []
    number = sum(weekday < plan.since.weekday() for weekday in plan.weekdays) - 1  # the row begins on the Monday
    every_weeks, week, wait = max(1, plan.interval // 7), 0, 0
    owed: tuple[date, int] | None = None
    day = plan.since
    while day <= last:
        if day.weekday() == 0 and day > plan.since:
            week = (week + 1) % every_weeks
        due = day.weekday() in plan.weekdays and week == 0 if plan.weekdays else wait == 0
        wait = plan.interval - 1 if wait == 0 else wait - 1
        if due and (plan.until is None or day <= plan.until):
            number += 1
            owed = (day, number)
        works = plan.holidays == "walk" or calendar.works(day)
        if works and owed is not None and (owed[0] == day or plan.holidays == "shift") and (day - owed[0]).days <= 31:
            for place, (opens, _) in enumerate(plan.windows):
                turn = people[(owed[1] + place) % len(people)] if people else ""
                walkers = people if plan.turns == "each" and people else [turn]
                found += [(day, at_local(day) + opens * MINUTE, one) for one in walkers]
        owed = None if works else owed
        day += timedelta(days=1)
    return found


@st.composite
def put_off(draw: st.DrawFn) -> tuple[PatrolPlan, Calendar]:
    """A plan in turn whose walks are put off by long holidays, one of them over its last day, with weekends worked for them."""
    weekdays = tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3))))
    interval = draw(st.sampled_from([7, 14, 21] if weekdays else [2, 3, 5, 9]))
    until = draw(st.dates(date(2027, 3, 1), date(2027, 12, 1)))
    since = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    plan = PatrolPlan(
        "p", "J07", "steward", interval, weekdays, holidays="shift", turns="in_turn", since=since, until=until
    )
    days: dict[date, bool] = {}
    begins = draw(st.lists(st.integers(0, 400).map(lambda after: since + timedelta(days=after)), max_size=8))
    for begin in (*begins, until - timedelta(days=draw(st.integers(0, 3)))):
        length = draw(st.integers(1, 9))
        days |= {begin + timedelta(days=over): False for over in range(length)}
        days[begin + timedelta(days=length + (5 - (begin + timedelta(days=length)).weekday()) % 7)] = True
    return plan, Calendar(days, frozenset({2026, 2027, 2028}))


def agree(plan: PatrolPlan, calendar: Calendar, holders: int, start: int) -> None:
    """The turns of two years are what counting them off says."""
    people = [f"P{place}" for place in range(holders)]
    first = plan.since + timedelta(days=start)
    told = [
        (day, one.window_start, one.person)
        for one in turns_of(plan, first, 730, calendar, people)
        if (day := local_date(one.window_start)) and one.day == day_number(day)
    ]
    assert told == [one for one in counted(plan, calendar, first + timedelta(days=729), people) if one[0] >= first]


@given(plan=plans(), calendar=CALENDARS, holders=st.integers(0, 4), start=st.integers(0, 60))
def test_days_and_walkers_of_two_years_are_what_counting_them_off_says(
    plan: PatrolPlan, calendar: Calendar, holders: int, start: int
) -> None:
    agree(plan, calendar, holders, start)


@given(planned=put_off(), holders=st.integers(2, 4))
def test_walkers_in_turn_keep_their_row_over_holidays_and_worked_weekends(
    planned: tuple[PatrolPlan, Calendar], holders: int
) -> None:
    agree(*planned, holders, 0)


def test_a_walk_put_off_keeps_its_walker_and_the_next_one_has_another() -> None:
    days = {date(2026, 10, day): False for day in range(1, 8)} | {date(2026, 10, 10): True}
    plan = PatrolPlan(
        "p", "J07", "steward", weekdays=(3, 5), holidays="shift", turns="in_turn", since=date(2026, 9, 28)
    )
    told = [
        (one.day, one.person)
        for one in turns_of(plan, date(2026, 9, 28), 19, Calendar(days, frozenset({2026})), ["A", "B"])
    ]
    # Thursday the 1st and Saturday the 3rd fall into the holidays; the Saturday of the 10th is worked for them
    assert told == [(20261008, "A"), (20261010, "B"), (20261015, "A")]


def test_the_window_of_a_plan_is_office_time_and_may_run_over_midnight() -> None:
    plan = PatrolPlan("p", "J03", "alley_chief", windows=((22 * 60, 60),), since=TODAY)
    (one,) = turns_of(plan, TODAY, 1, Calendar(), ["P1"])
    assert (one.window_start, one.window_end) == (at_local(TODAY, 22), at_local(TODAY + timedelta(days=1), 1))
    (nobody,) = turns_of(plan, TODAY, 1, Calendar(), [])
    assert nobody.person == "", "a street nobody walks is seen, not left out"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"place": ""}, "patrol_place_missing"), ({"role": "king"}, "role_unknown"),
        ({"interval": 0}, "limit_out_of_range"), ({"weekdays": [7]}, "patrol_weekdays_wrong"),
        ({"weekdays": [1], "interval": 3}, "patrol_weeks_wrong"), ({"windows": []}, "patrol_window_wrong"),
        ({"windows": [[600, 600]]}, "patrol_window_wrong"), ({"holidays": "sleep"}, "patrol_plan_wrong"),
        ({"since": "2026-02-30"}, "not_a_date"), ({"until": "2026-01-01"}, "patrol_until_wrong"),
        ({"basis": "hearsay"}, "limit_basis_unknown"), ({"stops": ["x"] * 41}, "limit_out_of_range"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_walked_is_refused(changed: dict[str, Any], expected: str) -> None:
    good = {
        "place": "J07", "role": "steward", "interval": 1, "windows": [[480, 1080]], "since": "2026-07-01",
        "basis": "office",
    }  # fmt: skip
    check("patrol_plan/x", good)
    assert patrol_plan_of(Record("patrol_plan/x", True, good)).windows == ((480, 1080),)
    with pytest.raises(Refused) as told:
        check("patrol_plan/x", good | changed)
    assert told.value.code == expected

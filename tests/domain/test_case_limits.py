"""The limit of an order: which row decides, what stands in the event, and what moves it afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.case import CHANNELS, NATURES, Case
from commandcenter.domain.case_acts import AdoptCase, AmendCase, ImportCases, Matter, RegisterCase
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.case_limits import Row, Traits, best, conflicts, end_of
from commandcenter.domain.category import category_id
from commandcenter.domain.clock import DAY, HOUR, at_local, local_date
from commandcenter.domain.ends_acts import MOST_AT_ONCE, MakeEndsCertain, blocks
from commandcenter.domain.limit import GRADES, Limit
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from hypothesis import given
from hypothesis import strategies as st
from paper_world import PaperWorld
from small_office import records

REFUSE, ROAD = ("市容环境", "暴露垃圾"), ("市政设施", "路面破损")
PATHS = [(), ("市容环境",), REFUSE, ("市容环境", "暴露垃圾", "桶满"), ROAD]


def limits() -> st.SearchStrategy[Limit]:
    units = st.sampled_from(["hour", "day", "working_hour", "working_day"])
    return st.builds(Limit, st.just("x"), st.integers(1, 40).map(float), units)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    count = draw(st.integers(0, 8))
    return [
        Row(
            f"L{place:02d}",
            draw(limits()),
            draw(st.sampled_from(["", *GRADES])),
            draw(st.sampled_from(["", *CHANNELS])),
            draw(st.sampled_from(PATHS)),
            draw(st.sampled_from(["", *NATURES])),
            draw(st.sampled_from([None, date(2026, 7, 1), date(2026, 8, 1)])),
        )
        for place in range(count)
    ]


TRAITS = st.builds(
    Traits, st.sampled_from(GRADES), st.sampled_from(CHANNELS), st.sampled_from(PATHS), st.sampled_from(NATURES)
)
STARTS = st.integers(at_local(date(2026, 6, 20)), at_local(date(2026, 8, 20)))
CALENDAR = Calendar({date(2026, 7, 4): True, date(2026, 7, 6): False}, frozenset({2026}))


def brute(rows: list[Row], traits: Traits, day: date) -> set[str]:
    """Every row, every condition, by hand: the ids of those that name most among those that fit."""
    named: dict[str, int] = {}
    for row in rows:
        wrong = False
        count = 0
        for wanted, found in ((row.grade, traits.grade), (row.channel, traits.channel), (row.nature, traits.nature)):
            if wanted:
                count += 1
                wrong = wrong or wanted != found
        for place, level in enumerate(row.category):
            count += 1
            wrong = wrong or place >= len(traits.category) or traits.category[place] != level
        if row.since is not None and day < row.since:
            wrong = True
        if not wrong:
            named[row.id] = count
    return {key for key, count in named.items() if count == max(named.values())}


@given(tables(), TRAITS, STARTS, st.none() | limits())
def test_the_row_that_names_most_decides(rows: list[Row], traits: Traits, start: int, fallback: Limit | None) -> None:
    wanted = brute(rows, traits, local_date(start))
    assert {row.id for row in best(rows, traits, local_date(start))} == wanted
    end = end_of(rows, traits, start, CALENDAR, fallback)
    if not wanted:
        assert (end is None) == (fallback is None)
        assert end is None or (end.given.rule == f"limit/{fallback.key}" and not end.by)  # type: ignore[union-attr]
        return
    assert end is not None
    ends = {row.id: row.limit.due(start, CALENDAR) for row in rows if row.id in wanted}
    assert end.due_at == min(ends.values()), "among rows that name as much the earlier end holds"
    assert {end.given.rule.removeprefix("case_limit/"), *end.rivals} == wanted
    assert start <= end.half_at <= end.warn_at <= end.due_at
    assert end_of(list(reversed(rows)), traits, start, CALENDAR, fallback) == end, "their order does not matter"


@given(tables(), TRAITS)
def test_two_rows_that_can_decide_together_are_a_conflict(rows: list[Row], traits: Traits) -> None:
    told = {frozenset((one.id, other.id)) for one, other in conflicts(rows)}
    together = [row.id for row in best(rows, traits, date(2027, 1, 1))]
    for place, one in enumerate(together):
        for other in together[place + 1 :]:
            assert frozenset((one, other)) in told


# --- what stands in the event -----------------------------------------------------------------------------------------


def office() -> PaperWorld:
    """A small office with a category tree and two rows: by the grid alone, and exposed refuse by the grid."""
    world = PaperWorld().found(records())
    for path in (REFUSE, ROAD):
        world.do(ListRecord(subject=f"category/{category_id(path)}", fields={"path": list(path)}))
    row(world, "L01", 2, "day", channel="grid")
    row(world, "L02", 4, "working_hour", channel="grid", category=list(REFUSE))
    return world


def row(world: PaperWorld, key: str, value: float, unit: str, **told: Any) -> None:
    world.do(ListRecord(subject=f"case_limit/{key}", fields={"value": value, "unit": unit, "basis": "office", **told}))


def found(path: tuple[str, ...] = REFUSE, **told: Any) -> Matter:
    return Matter(title="垃圾未清", channel="grid", category=category_id(path), **told)


def case(world: PaperWorld, key: str = "c1") -> Case:
    return world.state(f"case/{key}")  # type: ignore[no-any-return]


def test_an_order_gets_the_limit_of_its_row_and_tells_which() -> None:
    world = office()
    world.do(RegisterCase(matter=found(), case="c1"))
    state = case(world)
    assert (state.given.rule, state.given.value, state.given.unit) == ("case_limit/L02", 4, "working_hour")
    assert state.due_at == Limit("", 4, "working_hour").due(state.received_at, Calendar())
    line = next(line for line in deadlines(state) if line.name == "resolve")
    assert line.warn_at == Limit("", 3.2, "working_hour").due(state.received_at, Calendar())
    half = next(line for line in deadlines(state) if line.name == "remind:resolve")
    assert half.due_at == Limit("", 2, "working_hour").due(state.received_at, Calendar())


def test_without_a_row_the_grade_decides_and_a_day_told_wins_over_all() -> None:
    world = office()
    world.do(RegisterCase(matter=Matter(title="停水", grade="prompt"), case="c1"))
    assert case(world).given.rule == "limit/case.grade.prompt"
    due = world.now + 5 * DAY
    world.do(RegisterCase(matter=found(due_at=due), case="c2"))
    state = case(world, "c2")
    assert (state.due_at, state.given.rule, state.given.unit) == (due, "", "")
    assert state.due_half_at == state.received_at + (due - state.received_at) // 2


@pytest.mark.parametrize("change", ["value", "retired", "another row"])
def test_changing_the_table_moves_no_order_that_is_under_way(change: str) -> None:
    world = office()
    world.do(RegisterCase(matter=found(), case="c1"))
    before = case(world)
    if change == "value":
        world.do(AmendRecord(subject="case_limit/L02", fields={"value": 1}))
    elif change == "retired":
        world.do(RetireRecord(subject="case_limit/L02"))
    else:
        row(world, "L03", 1, "hour", channel="grid", category=list(REFUSE), nature="appeal")
    assert case(world) == before
    if change == "value":
        world.do(AmendCase(case="c1", private={"title": "垃圾堆放"}))
        assert case(world).due_at == before.due_at, "a title is corrected, the limit stays"
    world.do(RegisterCase(matter=found(), case="c2"))
    assert case(world, "c2").due_at != before.due_at


def test_a_corrected_category_or_grade_reckons_anew_from_where_the_order_began() -> None:
    world = office()
    world.do(RegisterCase(matter=found(), case="c1"))
    start = case(world).received_at
    world.pass_time(HOUR)
    world.do(AmendCase(case="c1", fields={"category": category_id(ROAD)}))
    state = case(world)
    assert (state.given.rule, state.due_at) == ("case_limit/L01", start + 2 * DAY)
    row(world, "L09", 3, "hour", grade="urgent", channel="grid")
    world.do(DispatchCase(case="c1", lead="S03", grade="urgent"))
    state = case(world)
    assert (state.given.rule, state.due_at) == ("case_limit/L09", start + 3 * HOUR)


def test_live_import_and_adoption_ask_the_table_too() -> None:
    world = office()
    world.do(ImportCases(rows=(found(source="x", source_number="1"),), live=True))
    live = next(state for subject, state in world._states.items() if subject.startswith("case/"))
    assert live.given.rule == "case_limit/L02"
    world.do(ImportCases(rows=(found(source="x", source_number="2", received_at=world.now - 90 * DAY),)))
    old = next(state for state in world._states.values() if isinstance(state, Case) and state.stage == "history")
    assert old.given.rule == ""
    world.do(AdoptCase(case=old.id, grade="general"))
    assert world.state(old.subject).given.rule == "case_limit/L02"
    assert world.state(old.subject).given.started_at == world.now


# --- provisional ends -------------------------------------------------------------------------------------------------


def test_provisional_ends_become_certain_when_the_calendar_comes() -> None:
    world = PaperWorld(now=at_local(date(2026, 12, 28)) + 9 * HOUR).found(records())
    row(world, "L01", 5, "working_day", channel="grid")
    for key in ("c1", "c2", "c3"):
        world.do(RegisterCase(matter=Matter(title="修路", channel="grid"), case=key))
    before = case(world)
    assert before.given.provisional
    report = world.do(MakeEndsCertain(cases=("c1", "c2"))).report
    assert report == {"moved": 0, "certain": 0}, "no calendar has come: nothing is written"
    for year in (2026, 2027):
        days = {f"{date(2027, 1, 1):%Y-%m-%d}": False} if year == 2027 else {}
        world.do(ListRecord(subject=f"calendar/{year}", fields={"days": days}))
    report = world.do(MakeEndsCertain(cases=("c1", "c2", "none"))).report
    assert report == {"moved": 2, "certain": 2}
    after = case(world)
    assert (after.given.provisional, after.ends_moved) == (False, 1)
    assert local_date(after.due_at or 0) - local_date(before.due_at or 0) == timedelta(days=3)  # Friday off, weekend
    assert case(world, "c3") == replace(before, subject="case/c3", number=case(world, "c3").number)
    assert not world.do(MakeEndsCertain(cases=("c1", "c2"))).drafts, "repeated, it writes nothing"


@given(st.integers(0, 3 * MOST_AT_ONCE))
def test_many_are_done_in_blocks(count: int) -> None:
    cases = [f"c{n}" for n in range(count)]
    made = blocks(cases)
    assert [key for command in made for key in command.cases] == cases
    assert all(0 < len(command.cases) <= MOST_AT_ONCE for command in made)

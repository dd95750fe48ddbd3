"""Filters of the case centre: any combination of them shows exactly the rows a slow look at every row would show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain import case_acts as acts
from commandcenter.domain.case_dispatch_acts import DispatchCase, PressCase, RefuseCase, SignCase
from commandcenter.domain.case_update_acts import UpdateCases
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.journal.reading.case_query import (
    COUNTED,
    GROWING_VIEWS,
    HIT_SQL,
    OPEN_VIEWS,
    ORDERS,
    TIMINGS,
    VIEWS,
    CaseQuery,
    Stretch,
    can_order,
    sort_key,
)
from commandcenter.journal.reading.cases import CaseReader, CaseRow
from commandcenter.journal.reading.foreign import ForeignReader
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import NOW

UNITS = ("S01", "S02", "A1")
ANSWERS = ("anonymous", "collective", "repeated", "proactive", "whistled", "attached", "pressed", "hour")
CHANNELS, GRADES = ("hotline", "grid", "chief"), ("urgent", "prompt", "general")
STAGES = ("to_judge", "dispatched", "owned", "refused", "history", "suspended", "closed", "call_back", "redo")


@pytest.fixture
def reader(engine: Engine) -> CaseReader:
    """Forty cases in every state this takes, some columns set by hand that other acts would fill."""

    def done(command: Any) -> Any:
        outcome = engine.execute(command)
        assert isinstance(outcome, Done), outcome
        return outcome.report

    from commandcenter.domain.record import ListRecord

    for unit, kind in zip(UNITS, ("section", "section", "community"), strict=True):
        done(ListRecord(subject=f"unit/{unit}", fields={"name": unit, "kind": kind, "relation": "direct"}, words={}))
    for n in range(40):
        matter = acts.Matter(
            title=f"路灯不亮{n}",
            channel=CHANNELS[n % 3],
            grade=GRADES[n % 2],
            category=f"K{n % 4}",
            community=("A1", "A2", "")[n % 3],
            received_at=NOW - (n % 7) * 9 * HOUR - n % 3,
            anonymous=n % 5 == 0,
            due_at=NOW + (n - 20) * 5 * HOUR,
        )
        case = done(acts.RegisterCase(matter=matter))["case"]
        if n % 3:
            done(DispatchCase(case=case, lead=UNITS[n % 2], others=("A1",) if n % 4 else ()))
        if n % 6 == 1:
            done(SignCase(case=case, unit=UNITS[n % 2]))
            done(PressCase(case=case))
        if n % 9 == 0:
            done(RefuseCase(case=case, reason="secret", words="已告知"))
    done(acts.ImportCases(rows=tuple(acts.Matter(title=f"旧账{n}", received_at=NOW - 90 * DAY) for n in range(5))))
    connection = engine.journal.connection
    for place, (doc,) in enumerate(connection.execute("SELECT doc FROM case_row ORDER BY id").fetchall()):
        told = {
            "collective": (0, 5)[place % 4 == 1],
            "proactive": place % 3 == 0,
            "repeats": place % 3,
            "attachments": place % 2,
            "whistles": ("", "w1")[place % 8 == 2],
            "nature": ("appeal", "advice")[place % 2],
            "grid": ("", "G1", "G2")[place % 3],
            "limit_unit": ("", "working_day", "hour")[place % 3],
            "due_at": None if place % 7 == 0 and place % 3 == 0 else NOW,
            "stage": ("suspended", "closed", None, None)[place % 4],
        }
        if told["stage"] == "closed":
            told |= {"open": 0, "history": 0, "closed_at": NOW - place * DAY}
        elif told["stage"] == "suspended":
            told |= {"open": 1, "history": 0}
        if told["stage"] is None:
            del told["stage"]
        if place % 8 == 2:
            told |= {"stage": "call_back", "open": 1, "history": 0, "solved": (0, 1, None)[place // 8 % 3]}
        elif place % 16 == 3:
            told |= {"stage": "redo", "open": 1, "history": 0, "solved": None}
        sets = ", ".join(f"{name} = :{name}" for name in told)
        connection.execute(f"UPDATE case_row SET {sets} WHERE doc = :doc", {**told, "doc": doc})
    return CaseReader(connection)


# --- the slow look --------------------------------------------------------------------------------------------------


def has(row: CaseRow, unit: str) -> bool:
    return unit in (row.lead, *row.others.split())


def in_view(row: CaseRow, query: CaseQuery) -> bool:
    live, due = bool(row.open), row.next_due
    if query.view == "mine":
        room = row.stage in ("to_judge", "disputed", "extending", "fed_back", "verified", "call_back")
        brought = query.mine in row.escalated.split()
        return live and row.stage != "suspended" and (has(row, query.mine) or brought if query.mine else room)
    views: Mapping[str, bool] = {
        "open": live,
        "overdue": live and due is not None and due <= NOW,
        "soon": live and due is not None and NOW < due <= NOW + query.soon_ms,
        "to_judge": row.stage == "to_judge",
        "unsigned": row.stage == "dispatched",
        "call_back": row.stage in ("verified", "call_back"),
        "repeated": live and row.repeats > 0,
        "collective": live and row.collective > 0,
        "proactive": live and bool(row.proactive),
        "escalated": live and bool(row.escalated),
        "suspended": row.stage == "suspended",
        "look_back": row.stage == "closed" and (row.closed_at or 0) <= NOW - query.look_ms,
        "closed": row.stage in ("closed", "looked_back", "archived", "refused"),
        "history": bool(row.history),
        "all": True,
    }
    return views[query.view]


def timing(row: CaseRow, query: CaseQuery) -> str:
    if row.stage == "suspended":
        return "paused"
    if not row.open or row.next_due is None:
        return "none"
    if row.next_due <= NOW:
        return "over"
    return "soon" if row.next_due <= NOW + query.soon_ms else "later"


def counted(row: CaseRow) -> str:
    if row.limit_unit in ("working_hour", "working_day"):
        return "working"
    if row.limit_unit:
        return "natural"
    return "none" if row.due_at is None else "told"


def answer(row: CaseRow, name: str) -> str:
    told = {
        "anonymous": row.anonymous,
        "collective": row.collective,
        "repeated": row.repeats,
        "proactive": row.proactive,
        "whistled": row.whistles,
        "attached": row.attachments,
        "pressed": row.pressed,
        "hour": row.open and row.next_due is not None and NOW < row.next_due <= NOW + HOUR,
    }
    return "yes" if told[name] else "no"


def field(row: CaseRow, name: str) -> str:
    """What a row shows: not solved is to be redone, though it is filed under the call back until somebody decides."""
    waits = name == "stage" and row.stage == "call_back" and row.solved == 0
    return "redo" if waits else str(getattr(row, name))


def value(row: CaseRow, query: CaseQuery, name: str) -> str:
    if name == "timing":
        return timing(row, query)
    if name in ANSWERS:
        return answer(row, name)
    if name == "counted":
        return counted(row)
    return row.lead if name == "unit" else field(row, name)


def belongs(row: CaseRow, query: CaseQuery) -> bool:
    if not in_view(row, query):
        return False
    for name in ("channel", "community", "grade", "stage", "category", "nature", "grid", "place"):
        codes = getattr(query, name).split()
        if codes and field(row, name) not in codes:
            return False
    if query.unit and not any(has(row, unit) for unit in query.unit.split()):
        return False
    if query.timing and timing(row, query) not in query.timing.split():
        return False
    if query.counted and counted(row) not in query.counted.split():
        return False
    if any(getattr(query, name) not in ("", answer(row, name)) for name in ANSWERS):
        return False
    for name in ("received", "registered"):
        at, start, end = getattr(row, f"{name}_at"), getattr(query, f"{name}_from"), getattr(query, f"{name}_until")
        if (start is not None and at < start) or (end is not None and at >= end):
            return False
    return (not query.ids or row.id in query.ids) and row.id not in query.but


# --- any combination ------------------------------------------------------------------------------------------------


def some(codes: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(codes), max_size=3, unique=True).map(" ".join)


moments = st.none() | st.integers(-4 * 24, 2).map(lambda hours: NOW + hours * HOUR)
yes_no = st.sampled_from(("", "", "yes", "no"))
queries = st.builds(
    CaseQuery,
    view=st.sampled_from(VIEWS),
    mine=st.sampled_from(("", *UNITS)),
    look_ms=st.sampled_from((0, 20 * DAY)),
    soon_ms=st.sampled_from((HOUR, DAY)),
    channel=some(CHANNELS),
    unit=some(UNITS),
    community=some(("A1", "A2")),
    grade=some(GRADES),
    stage=some(STAGES),
    timing=some(TIMINGS),
    counted=some(COUNTED),
    category=some(("K0", "K1", "K2")),
    nature=some(("appeal", "advice")),
    grid=some(("G1", "G2")),
    order=st.sampled_from(ORDERS).flatmap(lambda order: st.sampled_from((order, f"-{order}"))),
    received_from=moments,
    received_until=moments,
    registered_from=moments,
    registered_until=moments,
    **dict.fromkeys(ANSWERS, yes_no),
)
many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)


def rows_of(reader: CaseReader) -> list[CaseRow]:
    return list(reader.rows(reader.order(CaseQuery(view="all", order="received"), NOW)).values())


@many
@given(query=queries, data=st.data())
def test_any_filters_show_what_a_look_at_every_row_shows(
    reader: CaseReader, query: CaseQuery, data: st.DataObject
) -> None:
    everything = rows_of(reader)
    keys = [row.id for row in everything]
    query = replace(
        query,
        ids=tuple(data.draw(st.lists(st.sampled_from(keys), max_size=12)) if data.draw(st.booleans()) else ()),
        but=tuple(data.draw(st.lists(st.sampled_from(keys), max_size=3))),
    )
    wanted = sorted((row for row in everything if belongs(row, query)), key=lambda row: sort_key(query, row))
    shown = reader.order(query, NOW)
    assert [reader.rows([doc])[doc].id for doc in shown] == [row.id for row in wanted]
    assert reader.count(query, NOW) == len(wanted)
    limit = data.draw(st.integers(1, 50))
    assert [row.id for row in reader.first_page(query, NOW, limit)] == [row.id for row in wanted][:limit]
    assert reader.ids(query, NOW, limit) == [row.id for row in wanted][:limit]
    assert {row.id for row in reader.matching(query, NOW, keys)} == {row.id for row in wanted}


def test_not_solved_is_found_as_to_redo(reader: CaseReader) -> None:
    everything = rows_of(reader)
    for stage in ("redo", "call_back", "redo call_back", "redo owned"):
        query = CaseQuery(stage=stage)
        wanted = {row.id for row in everything if belongs(row, query)}
        assert {row.id for row in reader.first_page(query, NOW, 100)} == wanted != set()
        assert reader.count(query, NOW) == len(wanted)
    assert {row.stage for row in everything if field(row, "stage") == "redo"} == {"redo", "call_back"}
    hits = reader.hits(CaseQuery(), NOW, "stage")
    assert hits["redo"] == sum(field(row, "stage") == "redo" and bool(row.open) for row in everything)


@many
@given(query=queries, name=st.sampled_from(sorted(HIT_SQL)))
def test_the_hits_of_a_filter_are_those_of_the_list_without_it(reader: CaseReader, query: CaseQuery, name: str) -> None:
    free = replace(query, **{name: ""})
    counted: dict[str, int] = {}
    for row in rows_of(reader):
        if belongs(row, free):
            counted[value(row, query, name)] = counted.get(value(row, query, name), 0) + 1
    assert reader.hits(query, NOW, name) == counted


def test_an_import_is_a_list_of_its_own(engine: Engine, reader: CaseReader) -> None:
    """What it brought and what it told anew, by its stretch of the journal, however the question is put."""
    foreign = ForeignReader(engine.journal.connection)
    one = acts.Matter(title="旧账0", source="12345", source_number="1", received_at=NOW - 90 * DAY, told="x")
    stretches, wanted = {}, {}
    for mark, numbers in (("20260716-214700-001", ("1", "2", "3")), ("20260716-214700-002", ("3", "4"))):
        before = foreign.newest()
        rows = tuple(replace(one, source_number=number, told=mark) for number in numbers)
        brought = engine.execute(acts.ImportCases(rows=rows, batch=mark, channel="import"))
        told = engine.execute(UpdateCases(rows=rows, batch=mark, channel="import"))
        engine.execute(acts.ImportCases(rows=(acts.Matter(title="别的", received_at=NOW - DAY),), batch="other"))
        assert isinstance(brought, Done)
        assert isinstance(told, Done)
        stretches[mark] = foreign.stretch(mark, before)
        wanted[mark] = {*brought.report["cases"], *told.report["cases"]}
    assert [len(found) for found in wanted.values()] == [3, 2]
    for mark, text in stretches.items():
        query = CaseQuery(view="all", order="received", batch=text)
        found = [reader.rows([doc])[doc].id for doc in reader.order(query, NOW)]
        assert (set(found), len(found)) == (wanted[mark], len(wanted[mark]))
        assert reader.count(query, NOW) == len(found)
        assert {row.id for row in reader.first_page(query, NOW, 9)} == wanted[mark]
        assert {row.id for row in reader.matching(query, NOW, [row.id for row in rows_of(reader)])} == wanted[mark]
        assert len(reader.search("旧账", 9, query, NOW)) == len(found)
        assert reader.newest(query, NOW) == ([], False)  # the window does not walk past every case for it
    assert foreign.stretch("nothing", {}) == ""
    for text in ("", "x", "a/b/c/d", "a/b/1", "a/b/1/²"):
        assert Stretch.parse(text) is None
        assert reader.count(CaseQuery(view="all", batch=text or "?"), NOW) == 0


@many
@given(query=queries)
def test_the_counts_of_the_views_are_their_lengths(reader: CaseReader, query: CaseQuery) -> None:
    counts = reader.counts(NOW, query.soon_ms, query.mine)
    assert set(counts) == set(OPEN_VIEWS)
    for view, count in counts.items():
        open_only = CaseQuery(view=view, soon_ms=query.soon_ms, mine=query.mine)
        rows = [row for row in rows_of(reader) if belongs(row, open_only) and row.open]
        assert count == len(rows), view


@given(query=queries, order=st.sampled_from(ORDERS))
def test_what_grows_for_ever_is_sorted_by_what_needs_no_sorting(query: CaseQuery, order: str) -> None:
    assume(not query.ids)
    bounded = query.view not in GROWING_VIEWS
    assert query.bounded == bounded
    assert can_order(query, order) == (bounded or order == "received")


def test_hits_of_what_is_no_filter_are_refused(reader: CaseReader) -> None:
    ask: Callable[..., object] = reader.hits
    with pytest.raises(ValueError, match="title"):
        ask(CaseQuery(), NOW, "title")

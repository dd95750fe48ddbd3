"""However many cases are stored: lists, counts and filtered searches are what a look at every row says, and the questions of
the window's thread cost with what they show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from commandcenter.desk.generating_job import generate
from commandcenter.exchange.generator import Wish
from commandcenter.journal import search
from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.reading import case_search, cases
from commandcenter.journal.reading.case_query import CaseQuery, condition
from commandcenter.journal.reading.cases import CaseReader
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from machine_steps import steps

from conftest import NOW

SMALL, LARGE = 800, 8_000
LOOK = 12_000
"""Steps of a look at some hundreds of rows; one at all of them takes three times as many."""
ONCE_MORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Connection]:
    """Two made offices, one ten times the other."""
    found = {}
    for size in (SMALL, LARGE):
        folder: Path = tmp_path_factory.mktemp("scale") / str(size)
        generate(folder, "", Wish(size, 10, 7, NOW), lambda part, done: None, digest=False)
        found[size] = connect(folder / FILE_NAME)
    return found


@pytest.fixture
def small(offices: dict[int, Connection], monkeypatch: pytest.MonkeyPatch) -> Connection:
    """The small office, with every bound so low that each way of asking is taken."""
    for module, name, value in (
        (cases, "LOOKED_AT", 50),
        (cases, "STEP", 64),
        (case_search, "FEW", 5),
    ):
        monkeypatch.setattr(module, name, value)
    return offices[SMALL]


def queries(connection: Connection) -> st.SearchStrategy[CaseQuery]:
    """Lists that grow for ever and those that do not, with any of their filters."""
    sql = "SELECT category, community, lead, place FROM case_row WHERE lead <> '' ORDER BY doc DESC LIMIT 6"
    rows = connection.execute(sql).fetchall()

    def one_of(column: int, *more: str) -> st.SearchStrategy[str]:
        return st.sampled_from(["", "", *sorted({row[column] for row in rows}), *more])

    return st.builds(
        CaseQuery,
        view=st.sampled_from(["all", "closed", "history", "open", "overdue", "suspended"]),
        order=st.sampled_from(["received", "-received"]),
        category=one_of(0),
        community=one_of(1, "A1 A2"),
        unit=one_of(2, "S03 A4"),
        place=one_of(3),
        grade=st.sampled_from(["", "", "urgent", "general complex"]),
        channel=st.sampled_from(["", "", "hotline", "grid petition"]),
        anonymous=st.sampled_from(["", "", "yes"]),
    )


def scanned(connection: Connection, query: CaseQuery, text: str = "") -> list[str]:
    """The ids of a list in its order, by a look at every row."""
    where, values = condition(query.only_filters, NOW)
    sql = (
        "SELECT id, number, source_number, title, place_words, reporter, phone, text FROM case_row NOT INDEXED"
        f" WHERE {where} ORDER BY received_at DESC, id DESC"
    )
    words = [search.normalised(word) for word in text.split()]
    found = []
    for case, *parts in connection.execute(sql, values):
        told = search.normalised("\n".join(filter(None, parts)))
        if all(word in told for word in words):
            found.append(case)
    return found if query.order == "received" or text else found[::-1]


@ONCE_MORE
@given(data=st.data())
def test_order_first_rows_and_counts_are_a_look_at_every_row(small: Connection, data: st.DataObject) -> None:
    query = data.draw(queries(small))
    reader, wanted = CaseReader(small), scanned(small, query)
    order = reader.order(query, NOW)
    rows = reader.rows(order) if order else {}
    assert [rows[doc].id for doc in order] == wanted
    assert reader.count(query, NOW) == len(wanted)
    if not query.bounded:
        first, whole = reader.newest(query, NOW, 7)
        assert [row.id for row in first] == wanted[: len(first)]
        assert not whole or len(first) == len(wanted)
        if not query.narrows:
            assert reader.about(query, NOW) == len(wanted)


@ONCE_MORE
@given(data=st.data(), limit=st.integers(1, 40))
def test_filtered_search_is_a_substring_scan(small: Connection, data: st.DataObject, limit: int) -> None:
    texts = [text for (text,) in small.execute("SELECT text FROM case_row WHERE text <> '' ORDER BY doc LIMIT 40")]
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text) - 2))
    word = text[start : start + data.draw(st.integers(2, 8))]
    if not word.strip() or " " in word:
        return
    query = data.draw(queries(small))
    found = [row.id for row in CaseReader(small).search(word, limit, query, NOW)]
    assert found == scanned(small, query, word)[:limit]


def test_counts_are_a_look_at_every_row(offices: dict[int, Connection]) -> None:
    for connection in offices.values():
        reader = CaseReader(connection)
        stages = Counter(stage for (stage,) in connection.execute("SELECT stage FROM case_row NOT INDEXED"))
        assert reader.stage_counts() == dict(stages)
        for view, count in reader.counts(NOW).items():
            assert count == len(scanned(connection, CaseQuery(view=view)))
        day = 86_400_000
        closed = "SELECT closed_at FROM case_row NOT INDEXED WHERE history = 0 AND closed_at IS NOT NULL"
        moments = [at for (at,) in connection.execute(closed)]
        assert reader.closed_between(NOW - 90 * day, NOW) == sum(NOW - 90 * day <= at < NOW for at in moments)


Ask = Callable[[CaseReader], object]
NEWEST = CaseQuery(view="all", order="received")
RARE = CaseQuery(view="closed", order="received", community="A7", grade="urgent")
ASKED: dict[str, Ask] = {
    "newest": lambda reader: reader.newest(NEWEST, NOW, 64),
    "newest of few": lambda reader: reader.newest(RARE, NOW, 64),
    "about how many": lambda reader: reader.about(RARE, NOW),
    "newest of a place": lambda reader: reader.by_place("J03"),
    "words": lambda reader: reader.search("路灯", 20),
    "closed today": lambda reader: reader.closed_between(NOW - 86_400_000, NOW),
    "taken in today": lambda reader: reader.intake(NOW - 86_400_000, NOW),
    "usual lead": lambda reader: reader.usual_lead("none"),
    "by number": lambda reader: reader.by_number("2026-0101-A0001"),
    "not searchable": lambda reader: reader.index_lag(),
}
IN_HAND: dict[str, Ask] = {
    "views": lambda reader: reader.counts(NOW),
    "open by channel": lambda reader: reader.open_by("channel"),
    "by community": lambda reader: reader.by_community(NOW),
    "first of the open": lambda reader: reader.first_page(CaseQuery(), NOW, 64),
}


def cost(connection: Connection, ask: Ask) -> int:
    return steps(connection, lambda: ask(CaseReader(connection)))


@pytest.mark.parametrize("name", ASKED)
def test_what_the_window_asks_costs_with_what_it_shows(
    offices: dict[int, Connection], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(cases, "LOOKED_AT", 200)
    few, many = (cost(offices[size], ASKED[name]) for size in (SMALL, LARGE))
    assert many <= 2 * few + LOOK, f"{few} steps became {many}"


@pytest.mark.parametrize("name", IN_HAND)
def test_what_is_asked_of_the_work_in_hand_costs_with_it(offices: dict[int, Connection], name: str) -> None:
    connection = offices[LARGE]
    (open_,) = connection.execute("SELECT count(*) FROM case_row WHERE open = 1").fetchone()
    assert cost(connection, IN_HAND[name]) < 6000 + 300 * open_ < LARGE * 100

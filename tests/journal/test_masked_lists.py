"""Lists never tell a citizen's number or name, whichever question brought them: they are masked where they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.desk.read import Read
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.exchange.exporting import Names
from commandcenter.exchange.listing import COLUMNS
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.case_query import CaseQuery, CaseRow
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from played import done, found

from conftest import NOW, Wall

NAME, PHONE = "尉迟龘靐", "13987654321"
TITLE, PLACE = f"{NAME}报路灯，回{PHONE}", f"{NAME}家门口 {PHONE}"


@pytest.fixture
def read(journal: Journal, engine: Engine, wall: Wall) -> Read:
    found(engine)
    matter = Matter(title=TITLE, reporter=NAME, phone=PHONE, place_words=PLACE, text=TITLE, category="C01")
    done(engine, RegisterCase(matter=matter, case="c1"))
    return Read(Path(journal.folder))


def rows_of(read: Read) -> list[CaseRow]:
    """The case as every question brings it."""
    now, every = NOW + DAY, CaseQuery(view="all", order="received")
    docs = read.cases.order(every, now)
    return [
        *read.cases.newest(every, now)[0],
        *read.cases.first_page(every, now),
        *read.cases.first_page(CaseQuery(view="open"), now),
        *read.cases.rows(docs).values(),
        *read.cases.by_id(["c1"]),
        *read.cases.matching(every, now, ["c1"]),
        *read.cases.search("龘靐"),
        *read.cases.search(PHONE),
    ]


def test_every_list_is_masked(read: Read) -> None:
    rows = rows_of(read)
    assert len(rows) == 8
    for row in rows:
        assert (row.title, row.place_words) == ("尉迟**报路灯，回139****4321", "尉迟**家门口 139****4321")
    read.close()


def test_an_exported_list_says_no_more_than_the_screen(read: Read) -> None:
    row = read.cases.by_id(["c1"])[0]
    names = Names({}, {}, {})
    cells = [str(cell(row, names, str, NOW)) for _head, _width, cell in COLUMNS.values()]
    assert not any("龘靐" in cell or PHONE in cell for cell in cells)
    read.close()


def test_what_is_brought_before_leaders_and_meetings_is_masked(journal: Journal, read: Read) -> None:
    journal.connection.execute("UPDATE case_row SET escalated = 'P1', redone = 9, repeats = 9")
    told = [one.title for one in read.orders.escalated()]
    told += [one.title for one in read.agenda.candidates(NOW + DAY)]
    assert len(told) == 2
    assert set(told) == {"尉迟**报路灯，回139****4321"}
    read.close()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(before=st.text(max_size=8), after=st.text(max_size=8))
def test_a_name_is_masked_wherever_it_stands(before: str, after: str) -> None:
    from commandcenter.domain.masking import mask_known

    told = mask_known(f"{before}{NAME}{after}{NAME}", NAME)
    assert NAME not in told
    assert mask_known(told, NAME) == told

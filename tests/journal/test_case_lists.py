"""Lists of cases: one order on every desk, also where many were received in one and the same moment."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.case_acts import ImportCases, Matter
from commandcenter.journal.reading.cases import CaseQuery, CaseReader
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW

MOMENTS = (NOW - 86_400_000, NOW - 86_399_999, NOW - 3_600_000, 0)
NEWEST = CaseQuery(view="all", order="received")


@pytest.fixture
def cases(engine: Engine) -> CaseReader:
    """Two dozen cases in four moments, brought in by two imports."""
    for part in (0, 1):
        rows = tuple(
            Matter(title=f"路灯不亮{part}{place}", text="三单元", received_at=MOMENTS[place * 5 % len(MOMENTS)])
            for place in range(12)
        )
        assert isinstance(engine.execute(ImportCases(rows=rows)), Done)
    return CaseReader(engine.journal.connection)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 30))
def test_every_way_to_the_newest_gives_the_same_order(cases: CaseReader, limit: int) -> None:
    everything = cases.rows(cases.order(NEWEST, NOW)).values()
    wanted = [row.id for row in sorted(everything, key=lambda row: (row.received_at, row.id), reverse=True)]
    assert len(wanted) == 24
    assert [cases.rows([doc])[doc].id for doc in cases.order(NEWEST, NOW)] == wanted
    assert [row.id for row in cases.first_page(NEWEST, NOW, limit)] == wanted[:limit]
    assert [row.id for row in cases.search("路灯", limit)] == wanted[:limit]
    history = CaseQuery(view="history", order="received")
    assert [row.id for row in cases.search("三单元", limit, history, NOW)] == wanted[:limit]


def test_a_list_of_nothing_is_empty(cases: CaseReader) -> None:
    none = CaseQuery(view="suspended", order="received")
    assert list(cases.order(none, NOW)) == []
    assert cases.first_page(none, NOW) == []
    assert cases.search("没有的话") == []

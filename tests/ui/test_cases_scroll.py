"""A list longer than what is read at once: as long as it will be before its order is known, exact afterwards, right everywhere."""

from __future__ import annotations

import pytest
from commandcenter.desk.desk import Desk
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.journal.reading import case_search, cases
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases import model as list_model
from commandcenter.ui.cases.model import CaseListModel
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtTest import QAbstractItemModelTester

ALL = CaseQuery(view="all", order="received")


@pytest.fixture
def desk(window: Window, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk of the sample office, with bounds its few cases exceed."""
    monkeypatch.setattr(cases, "LOOKED_AT", 10)
    monkeypatch.setattr(cases, "STEP", 7)
    monkeypatch.setattr(list_model, "FIRST", 6)
    monkeypatch.setattr(list_model, "PAGE", 4)
    return window.context.desk


def listed(desk: Desk, query: CaseQuery) -> list[str]:
    """The ids of a list, from a look at all of its rows."""
    reader = desk.read.cases
    rows = reader.rows(reader.order(query, desk.clock.now()))
    return [row.id for row in sorted(rows.values(), key=lambda row: (row.received_at, row.id), reverse=True)]


def ids(model: CaseListModel) -> list[str]:
    rows = [model.row(place) for place in range(model.rowCount())]
    return [row.id for row in rows if row is not None]


def test_the_bar_is_true_before_the_order_is_known(desk: Desk, hands: Hands) -> None:
    model = CaseListModel(desk, lambda row: row.title)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wanted = listed(desk, ALL)
    model.show(ALL, desk.clock.now())
    assert ids(model) == wanted[:6]
    assert not model.whole
    hands.until(lambda: model.rowCount() > 6)
    assert model.rowCount() == len(wanted)
    hands.until(lambda: model.whole)
    assert ids(model) == wanted
    for place in (0, len(wanted) // 2, len(wanted) - 1):
        assert model.place_of(wanted[place]) == place
    assert model.place_of("nobody") == -1
    tester.deleteLater()
    model.deleteLater()


def test_a_filtered_list_ends_up_exact_whatever_was_reckoned(desk: Desk, hands: Hands) -> None:
    model = CaseListModel(desk, lambda row: row.title)
    for query in (
        CaseQuery(view="all", order="received", community="A1"),
        CaseQuery(view="closed", order="received", grade="general"),
        CaseQuery(view="all", order="received", channel="hotline", anonymous="no"),
        CaseQuery(view="history", order="received"),
    ):
        model.show(query, desk.clock.now())
        hands.until(lambda: model.whole)
        assert ids(model) == listed(desk, query)
        assert model.rowCount() == len(listed(desk, query))
    model.deleteLater()


def test_a_new_case_takes_its_place_in_a_long_list(desk: Desk, hands: Hands) -> None:
    model = CaseListModel(desk, lambda row: row.title)
    model.show(ALL, desk.clock.now())
    hands.until(lambda: model.whole)
    before = model.rowCount()
    ticket = desk.submit(RegisterCase(matter=Matter(title="新登记的一件"), case="new-case"))
    hands.until(lambda: ticket.outcome is not None)
    model.apply(["new-case"], desk.clock.now())
    assert model.rowCount() == before + 1
    assert ids(model) == listed(desk, ALL)
    model.deleteLater()


def test_a_search_shows_the_newest_hits_at_once_and_the_rest_from_beside_the_window(
    desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_search, "AT_ONCE", 3)
    reader, now = desk.read.cases, desk.clock.now()
    model = CaseListModel(desk, lambda row: row.title)
    word = next(row.title[:2] for row in reader.first_page(ALL, now) if reader.search_count(row.title[:2]) > 4)
    oldest = reader.search(word, 500)[-1]
    for query in (
        CaseQuery(view="all", order="received", text=word, community=oldest.community),
        CaseQuery(view="open" if oldest.open else "all", order="received", text=word, grade=oldest.grade),
    ):
        wanted = [row.id for row in reader.search(word, 500, query.only_filters, now)]
        model.show(query, now)
        assert ids(model) == wanted[: model.rowCount()]
        assert not model.whole
        hands.until(lambda: model.whole)
        assert ids(model) == wanted
        assert oldest.id in wanted
        model.apply([oldest.id], now)
        assert ids(model) == wanted
    model.deleteLater()

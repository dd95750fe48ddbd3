"""The duty on the overview: who is at their post is marked there, with S or with a click on the state, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import HOUR, local_date
from commandcenter.domain.duty_acts import Substitute
from commandcenter.ui.calls.screen import CallsScreen
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.obligations.rows import ItemRow
from commandcenter.ui.obligations.screen import ObligationsScreen
from commandcenter.ui.overview.panels import DutyFace, DutyView
from commandcenter.ui.overview.screen import OverviewScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.patrols.screen import PatrolsScreen
from commandcenter.ui.patrols.today import TurnsPage
from commandcenter.ui.shell.window import Window
from main_screens import OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton


@pytest.fixture
def overview(window: Window, desk: Desk) -> OverviewScreen:
    screen = window.current
    assert isinstance(screen, OverviewScreen)
    desk.story.begin()
    return screen


def faces(view: DutyView) -> list[DutyFace]:
    return list(view.model().rows)  # type: ignore[attr-defined]


def place_of(view: DutyView, state: str) -> int:
    return next(place for place, face in enumerate(faces(view)) if face.state == state)


def state_of(view: DutyView, place: int) -> QPoint:
    """The middle of the cell that tells whether somebody is at their post."""
    cells = view._cells.cells(view.viewport().width())
    x = next(at + width // 2 for column, at, width in cells if column.name == "state")
    return QPoint(x, view.visualRect(view.model().index(place, 0)).center().y())


def test_a_click_on_the_state_marks_and_another_takes_it_back(
    overview: OverviewScreen, desk: Desk, hands: Hands
) -> None:
    view = overview.community_view
    place = place_of(view, "missing")
    person = faces(view)[place].person
    before = overview._community_panel.caption.text()
    hands.click(view.viewport(), state_of(view, place))
    hands.settled()
    assert desk.story.one("shift.signed_in").body == {"person": person}
    assert faces(view)[place].state == "here"
    assert overview._community_panel.caption.text() != before
    assert any("Shift+S takes it back" in words for words in desk.toasts)
    hands.click(view.viewport(), state_of(view, place))
    hands.settled()
    assert desk.story.kinds == ["shift.signed_in", "shift.sign_in_withdrawn"]
    assert faces(view)[place].state == "missing"
    assert overview._community_panel.caption.text() == before


def test_a_click_on_the_name_marks_nobody(overview: OverviewScreen, desk: Desk, hands: Hands) -> None:
    view = overview.community_view
    place = place_of(view, "missing")
    hands.click(view.viewport(), QPoint(30, state_of(view, place).y()))
    hands.settled()
    assert desk.story.kinds == []


def test_s_marks_who_is_chosen_in_the_list(overview: OverviewScreen, desk: Desk, hands: Hands) -> None:
    view = overview.community_view
    place = place_of(view, "missing")
    view.setFocus()
    view.go(place)
    hands.key(Qt.Key.Key_S)
    hands.settled()
    assert desk.story.one("shift.signed_in").body["person"] == faces(view)[place].person
    assert view.place == place
    hands.key(Qt.Key.Key_S)
    hands.settled()
    assert faces(view)[place].state == "here", "a second press takes nothing back"
    came = desk.story.one("shift.signed_in").happened_at
    hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    hands.settled()
    assert faces(view)[place].state == "missing"
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.settled()
    assert faces(view)[place].state == "here"
    assert desk.story.facts[-1].happened_at == came, "undone as it was"


def test_s_from_the_board_is_for_who_sits_here(overview: OverviewScreen, desk: Desk, hands: Hands) -> None:
    overview.board.view.setFocus()
    mine = next(face for face in faces(overview.duty_view) if face.person == OFFICER)
    if mine.state == "here":
        overview._mark(mine)
        hands.settled()
        desk.story.begin()
    hands.key(Qt.Key.Key_S)
    hands.settled()
    assert desk.story.one("shift.signed_in").body["person"] == OFFICER
    hands.key(Qt.Key.Key_S)
    hands.settled()
    assert desk.story.kinds == ["shift.signed_in"], "a second press chooses, it takes nothing back"
    assert overview.duty_view.hasFocus()


def test_what_the_watch_owes_leads_to_its_list(
    overview: OverviewScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    overview.owed.load()
    before = overview.owed.tiles[0].count
    hands.key(Qt.Key.Key_F3)
    desk.fill(said="井盖松动")
    desk.send()
    hands.until(lambda: overview.owed.tiles[0].count == (before or 0) + 1)
    hands.click(overview.owed.tiles[0])
    shown = window.current
    assert isinstance(shown, CallsScreen)
    assert [row.line.waits for row in shown.model.rows] == [("read_back",)]
    window.go(Go("overview"))
    hands.click(overview.owed.tiles[3])
    assert window.current is window.screens["obligations"]


def test_each_figure_is_as_many_as_the_rows_of_the_list_it_opens(
    overview: OverviewScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    """Wherever one looked before: at another shift, another day, another month, for other words."""
    for _ in range(2):
        hands.key(Qt.Key.Key_F3)
        desk.fill(said="井盖松动")
        desk.send()
    if window.desk.obligations is None:
        window.desk.begin()
    desk.pass_time(26 * HOUR)  # the calls are those of a shift before, patrols were missed
    names = ("calls", "patrols", "obligations")
    for name in names:
        window.go(Go(name))
    calls, patrols, calendar = (window.screens[name] for name in names)
    assert isinstance(calls, CallsScreen)
    assert isinstance(patrols, PatrolsScreen)
    assert isinstance(calendar, ObligationsScreen)
    calls.field.setText("路灯")
    calls.bar.before()
    patrols.open_page(0)
    turns = patrols.page
    assert isinstance(turns, TurnsPage)
    turns.go_day(local_date(desk.clock.now()) - timedelta(days=4))
    calendar._turn(-3)
    window.go(Go("overview"))
    hands.until(lambda: all(tile.count is not None for tile in overview.owed.tiles))
    read_back, call_back, missed, over = overview.owed.tiles
    assert read_back.count == 2
    assert missed.count
    assert over.count
    for tile in (read_back, call_back):
        _open(overview, tile, hands)
        assert len(calls.model.rows) == tile.count
        assert str(tile.count) in calls.filter._words[calls.filter.current]
    _open(overview, missed, hands)
    assert [row.stage for row in turns.model.rows] == ["planned"] * missed.count
    _open(overview, over, hands)
    hands.until(lambda: sum(isinstance(row, ItemRow) for row in calendar.model.rows) == over.count)
    for figure in (overview.over, overview.soon, overview.judge, overview.open):
        _open(overview, figure, hands)
        cases = window.screens["cases"]
        assert isinstance(cases, CasesScreen)
        assert cases.model.rowCount() == int(figure._figure), figure.accessibleName()


def _open(overview: OverviewScreen, tile: QAbstractButton, hands: Hands) -> None:
    overview.services.go.emit(Go("overview"))
    hands.settled()
    hands.click(tile)
    hands.settled()


def test_who_stands_in_is_on_the_overview(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    watch = on_duty(window.desk.read, window.desk.clock.now())
    clerk = watch.shift.of("clerk")[0].person
    away = {line.person for line in watch.people}
    other = next(
        one
        for one in window.desk.reference.directory.people.values()
        if one.post == "指挥中心值班员" and one.id not in away
    )
    window.desk.submit(Substitute(shift=watch.id, person=clerk, by=other.id, role="clerk", words="发烧", urgent=True))
    hands.settled()
    face = next(face for face in overview.duty.rows if face.person == other.id)
    assert (face.name, face.state) == (other.name, "missing")
    assert window.desk.reference.directory.people[clerk].name in face.post

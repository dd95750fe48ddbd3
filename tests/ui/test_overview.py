"""The overview as a duty officer meets it: what is late stands first, clocks run, a running incident cannot be overlooked."""

from __future__ import annotations

import pytest
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.clock import HOUR, MINUTE, SECOND
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.joint_acts import OpenJoint
from commandcenter.domain.map_acts import RetireLayer, RetireShape
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.joint.screen import JointScreen
from commandcenter.ui.overview.board import Group
from commandcenter.ui.overview.screen import OverviewScreen
from commandcenter.ui.parts.casecells import left_words
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from pixels import near
from PySide6.QtCore import QPoint, Qt

JUDGED_BY_9_TO_22 = "2026-0716-A0022"


@pytest.fixture
def overview(window: Window) -> OverviewScreen:
    screen = window.current
    assert isinstance(screen, OverviewScreen)
    return screen


def test_at_a_start_the_rows_stand_first_and_what_lies_around_them_follows(
    overview: OverviewScreen, window: Window
) -> None:
    screen = OverviewScreen(window.context)
    screen.setParent(window)
    screen.show_what({"rows_first": True})
    screen.refresh_if_stale()
    assert screen.model.rows == overview.model.rows
    assert screen.foot.text() == overview.foot.text()
    assert not screen.duty.rows
    assert not screen.response.accessibleName()  # nothing is said of a rate that was not read
    screen.tick(screen.now())
    assert not screen.handover.text()
    screen.complete()
    for part in ("duty", "community_duty"):
        assert getattr(screen, part).rows == getattr(overview, part).rows
    for rate in ("response", "resolution", "satisfaction"):
        assert getattr(screen, rate).accessibleName() == getattr(overview, rate).accessibleName() != ""
    assert screen.handover.text() == overview.handover.text() != ""
    assert screen._communities_panel.caption.text() == overview._communities_panel.caption.text() != ""


def groups(screen: OverviewScreen) -> list[tuple[str, int]]:
    return [(row.name, row.count) for row in screen.model.rows if isinstance(row, Group)]


def group_of(screen: OverviewScreen, number: str) -> str:
    name = ""
    for row in screen.model.rows:
        if isinstance(row, Group):
            name = row.name
        elif row.number == number:
            return name
    raise AssertionError(number)


def cases(screen: OverviewScreen) -> list[CaseRow]:
    return [row for row in screen.model.rows if isinstance(row, CaseRow)]


def go_to(screen: OverviewScreen, hands: Hands, number: str) -> None:
    """Walk down the board to a case."""
    screen.board.view.setFocus()
    hands.key(Qt.Key.Key_Home)
    row = screen.model.row(screen.board.view.place)
    while not isinstance(row, CaseRow) or row.number != number:
        before = screen.board.view.place
        hands.key(Qt.Key.Key_J)
        assert screen.board.view.place != before, number
        row = screen.model.row(screen.board.view.place)


def test_the_first_screen_groups_the_cases_by_what_presses(overview: OverviewScreen) -> None:
    assert groups(overview) == [("over", 6), ("hour", 6), ("shift", 13), ("later", 32)]
    due = [row.next_due for row in cases(overview) if row.next_due is not None]
    assert due == sorted(due)
    assert overview.over.accessibleName().startswith("Overdue 6.")
    assert overview.soon.accessibleName().startswith("Due within the hour 6.")
    assert overview.judge.accessibleName().startswith("To dispatch 2.")
    assert overview.open.accessibleName().startswith("In hand 57.")


def test_clocks_count_down_with_the_time(overview: OverviewScreen, desk: Desk) -> None:
    row = next(row for row in cases(overview) if row.number == JUDGED_BY_9_TO_22)
    assert left_words(row, overview.painter.now) == "00:04:00"
    assert overview.soon.accessibleName().endswith("next in 04:00")
    desk.pass_time(48 * SECOND)
    assert overview.soon.accessibleName().endswith("next in 03:12")
    spoken = str(overview.model.index(overview.model.place_of(row.id), 0).data())
    assert spoken.startswith("00:03:12")


def test_a_case_whose_clock_runs_out_goes_up_to_the_overdue_ones_and_is_on_record(
    overview: OverviewScreen, desk: Desk
) -> None:
    assert group_of(overview, JUDGED_BY_9_TO_22) == "hour"
    desk.pass_time(4 * MINUTE)
    assert group_of(overview, JUDGED_BY_9_TO_22) == "over"
    assert groups(overview)[0] == ("over", 7)
    assert overview.over.accessibleName().startswith("Overdue 7.")
    raised = [
        fact for fact in desk.story.facts if fact.kind == "case.deadline_raised" and fact.body["clock"] == "judge"
    ]
    assert [fact.body["threshold"] for fact in raised].count("due") == 1
    assert desk.window.rail.items["cases"].accessibleName()


def test_a_case_comes_into_the_last_hour_while_nobody_touches_anything(overview: OverviewScreen, desk: Desk) -> None:
    number = "2026-0716-A0017"
    assert group_of(overview, number) == "shift"
    desk.clock.jump(10 * MINUTE)
    desk.pass_time(0)
    assert desk.story.kinds == [], "after a jump of the clock nothing is raised that would bring the board up to date"
    assert group_of(overview, number) == "hour"
    assert f" {dict(groups(overview))['hour']}." in overview.soon.accessibleName()


def test_the_selection_stays_on_its_case_when_the_groups_change(
    overview: OverviewScreen, desk: Desk, hands: Hands
) -> None:
    go_to(overview, hands, "2026-0716-A0017")
    desk.pass_time(2 * HOUR)
    chosen = overview.model.row(overview.board.view.place)
    assert isinstance(chosen, CaseRow)
    assert chosen.number == "2026-0716-A0017"
    assert group_of(overview, chosen.number) == "over"


def test_the_tabs_show_what_is_to_dispatch_and_what_was_pressed(overview: OverviewScreen, hands: Hands) -> None:
    tabs = overview.filter
    hands.click(tabs, QPoint(tabs._widths()[0] + 5, tabs.height() // 2))
    assert {row.stage for row in cases(overview)} == {"to_judge"}
    assert len(cases(overview)) == 2
    tabs.setFocus()
    hands.key(Qt.Key.Key_Right)
    assert {row.number for row in cases(overview)} == {"2026-0708-A0001", "2026-0715-A0002", "2026-0716-A0012"}
    hands.key(Qt.Key.Key_Left)
    hands.key(Qt.Key.Key_Left)
    assert len(cases(overview)) == 57


def test_an_empty_list_says_what_is_empty_and_does_not_read_like_all_clear(
    overview: OverviewScreen, desk: Desk, hands: Hands
) -> None:
    for row in [row for row in cases(overview) if row.stage == "to_judge"]:
        overview.desk.submit(DispatchCase(case=row.id, lead="S03", others=("A3",)))
    hands.settled()
    overview.filter.setFocus()
    hands.key(Qt.Key.Key_Right)
    assert overview.pages.currentWidget() is overview.empty
    assert overview.empty.fact.text() == "Nothing waits to be dispatched"
    assert overview.foot.text() == "Open cases: 57"


def test_u_presses_for_action_and_the_row_says_so(overview: OverviewScreen, desk: Desk, hands: Hands) -> None:
    go_to(overview, hands, "2026-0716-A0018")
    hands.key(Qt.Key.Key_U)
    hands.settled()
    assert desk.story.one("case.pressed").actor == "P4103"
    assert next(row for row in cases(overview) if row.number == "2026-0716-A0018").pressed
    assert "Pressed for action; it is on record" in desk.toasts


def test_enter_opens_the_case_and_d_its_dispatch(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    go_to(overview, hands, JUDGED_BY_9_TO_22)
    hands.enter()
    centre = window.current
    assert isinstance(centre, CasesScreen)
    assert centre.detail.case is not None
    assert centre.detail.case.number == JUDGED_BY_9_TO_22
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.current is overview
    hands.key(Qt.Key.Key_D)
    assert window.current is centre
    assert centre.detail.sections.view.hasFocus()


def test_slash_goes_to_the_search_of_the_case_centre(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    centre = window.current
    assert isinstance(centre, CasesScreen)
    assert centre.field.hasFocus()


def test_a_figure_leads_to_its_list(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    hands.click(overview.over)
    centre = window.current
    assert isinstance(centre, CasesScreen)
    assert centre.query.view == "overdue"
    assert centre.model.rowCount() == 6


def test_the_map_shows_what_presses_and_leads_there(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    hands.until(lambda: overview.places.map is not None and bool(overview.places.map.map.markers))
    panel = overview.places.map
    assert panel is not None
    panel.map.settle()
    counts = dict.fromkeys(("over", "soon", "open"), 0)
    for sign, words in panel.legend.entries:
        counts[sign] = int(words.split()[-1])
    rows = window.desk.read.cases.first_page(CaseQuery(view="open"), overview.now(), 200)
    assert sum(counts.values()) == len(rows)
    assert counts["over"] == sum(row.next_due is not None and row.next_due <= overview.now() for row in rows)
    late = next(marker for marker in panel.map.markers if marker.sort == "over" and marker.key.startswith("case/"))
    at = panel.map.eye.to_screen(panel.map.plane.metres(late.point)).toPoint()
    hands.click(panel.map, at)
    assert panel.map.chosen == late.key
    hands.enter()
    assert window.current is window.screens["cases"]
    assert window.screens["cases"].where()["case"] == late.key.partition("/")[2]


def test_m_goes_to_the_whole_map(overview: OverviewScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_M)
    assert window.current is window.screens["map"]


def test_without_a_map_a_community_leads_to_its_open_cases(
    overview: OverviewScreen, window: Window, hands: Hands
) -> None:
    office = window.desk.reference.map
    gone: list[Command] = [RetireShape(shape=shape) for shape in office.shapes]
    gone += [RetireLayer(layer=layer.id) for layer in office.layers]
    window.desk.submit(Batch(commands=tuple(gone)))
    hands.until(overview.communities.isVisible)
    overview.grab()
    rect, community = overview.communities._places[2]
    hands.click(overview.communities, rect.center().toPoint())
    centre = window.current
    assert isinstance(centre, CasesScreen)
    assert (centre.query.view, centre.query.community) == ("open", community)
    assert centre.model.rowCount() == sum(row.community == community for row in cases(overview))


def test_a_phone_call_is_registered_with_f2_and_stands_on_the_board_at_once(
    overview: OverviewScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F2)
    hands.type("砚池胡同9号院积水进屋")
    hands.key(Qt.Key.Key_Tab)
    hands.type("砚池胡同9号院")
    desk.send()
    registered = desk.story.one("case.registered")
    assert (registered.actor, registered.channel) == ("P4103", "phone")
    assert registered.body["place"] == "B02"
    centre = window.current
    assert isinstance(centre, CasesScreen)
    assert centre.detail.case is not None
    assert centre.detail.case.title == "砚池胡同9号院积水进屋"
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    row = next(row for row in cases(overview) if row.title == "砚池胡同9号院积水进屋")
    assert group_of(overview, row.number) == "hour"
    assert overview.judge.accessibleName().startswith("To dispatch 3.")


def test_a_running_incident_is_shown_above_everything_and_leads_to_its_post(
    overview: OverviewScreen, window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    assert not overview.strips.incidents
    desk.blow(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    strip = overview.strips.incidents[0]
    assert strip.isVisible()
    assert strip.mapTo(overview, QPoint(0, 0)).y() < overview.over.mapTo(overview, QPoint(0, 0)).y()
    assert not window.incidents.isVisible(), "one strip is enough where the incident has its own"
    assert "老旧居民楼火灾" in strip.accessibleName()
    assert strip.accessibleName().endswith("0 / 11")
    desk.pass_time(6 * MINUTE)
    assert strip._face is not None
    assert strip._face.elapsed.endswith("06:00")
    assert strip._face.late > 0
    hands.click(strip)
    assert isinstance(window.current, PostScreen)
    assert window.rail.items["post"].accessibleName()


def test_a_joint_whistle_runs_in_a_calm_strip_and_a_click_leads_to_it(
    overview: OverviewScreen, window: Window, hands: Hands
) -> None:
    assert not overview.strips.isVisible()
    window.desk.submit(OpenJoint(title="砚池胡同飞线充电整治"))
    hands.settled()
    strip = overview.strips.joint
    assert strip.isVisible()
    assert strip.face is not None
    assert (strip.face.title, strip.face.duties, strip.face.level) == ("砚池胡同飞线充电整治", 0, "plain")
    assert near(strip.grab().toImage(), [overview.look.color(name) for name in ("red", "redF")], 0) == 0
    hands.click(strip)
    joint = window.current
    assert isinstance(joint, JointScreen)
    assert joint.facts is not None
    assert joint.facts.state.title == strip.face.title


def test_a_drill_on_the_strip_says_drill_and_carries_no_red(
    overview: OverviewScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.pass_time(20 * MINUTE)
    image = overview.strips.incidents[0].grab().toImage()
    assert near(image, [overview.look.color(name) for name in ("red", "redF")], 0) == 0

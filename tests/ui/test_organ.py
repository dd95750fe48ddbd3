"""The command post by keys: from the site to the archive, decisions with what was known, shifts read aloud, no red in a drill."""

from __future__ import annotations

from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command_post import HINTS
from commandcenter.domain.known import known_of
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.whistle_acts import SetFact
from commandcenter.ui.organ.readout import DecisionRow, GroupRow
from commandcenter.ui.organ.screen import OrganScreen
from commandcenter.ui.parts.readaloud import ReadAloudSheet
from commandcenter.ui.shell.window import Window
from commandcenter.ui.tasks.screen import TasksScreen
from main_screens import CONTROL, Desk
from office_window import Hands
from pixels import near
from post_tabs import blow, tab
from PySide6.QtCore import Qt


def stages(screen: OrganScreen) -> dict[str, str]:
    return {cell.code: cell.state for cell in screen.cells.cells}


def set_up(desk: Desk, hands: Hands) -> None:
    """Set up the post by its key."""
    hands.key(Qt.Key.Key_C)
    desk.fill(place_words="东门保安室")
    desk.send()


def test_the_life_of_a_post_by_the_full_stop(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Period)
    assert desk.form.title.text() == "Site of the post"
    desk.fill(words="东门保安室", backup="操场")
    for name in ("upwind", "power_road"):
        desk.form.form.widgets[name].setFocus()
        hands.key(Qt.Key.Key_Space)
    desk.send()
    fact = desk.story.one("post.sited")
    assert fact.body["hints"] == ["upwind", "power_road"]
    assert stages(organ)["sited"] == "now"
    assert [ticked for _, ticked in organ._readout.hints(desk.incident.post)] == [
        name in ("upwind", "power_road") for name in HINTS
    ]
    hands.key(Qt.Key.Key_Period)
    assert desk.form.form.text("place_words") == "东门保安室"
    desk.fill(radio="应急3频道")
    desk.send()
    assert desk.incident.post.radio == "应急3频道"
    assert stages(organ)["proposed"] == "passed"
    assert len(desk.incident.post.groups) == 8
    hands.key(Qt.Key.Key_Period)
    desk.fill(words="先救人", people="7")
    desk.send()
    assert (stages(organ)["running"], desk.incident.post.meetings[0].people) == ("now", 7)
    assert [row.words for row in organ.meetings.model.rows] == ["先救人"]


def test_the_clocks_of_the_post_are_told(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    set_up(desk, hands)
    assert "first meeting" in organ.life.caption.text()
    assert organ.meetings.caption.text() == "next in 30:00"
    desk.pass_time(31 * MINUTE)
    assert "late" in organ.meetings.caption.text()
    assert stages(organ)["grouped"] == "over"
    hands.key(Qt.Key.Key_B)
    desk.fill(words="现场首会")
    desk.send()
    assert organ.meetings.caption.text() == "next in 30:00"


def test_a_group_takes_members_by_their_numbers(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    set_up(desk, hands)
    hands.key(Qt.Key.Key_1)
    organ.groups.view.go(3)
    hands.enter()
    assert desk.form.form.text("group") == "警戒交通"
    desk.fill(lead="邓少杰", members="3，5")
    desk.send()
    group = next(one for one in desk.incident.post.groups if one.name == "警戒交通")
    assert [state.unit for state in desk.incident.report_ins if state.ordinal in (3, 5)] == list(group.members)
    row = next(row for row in organ.groups.model.rows if isinstance(row, GroupRow) and row.name == "警戒交通")
    assert (row.lead, row.count, row.missing) == ("邓少杰", 2, 2)
    hands.enter()
    desk.fill(members="3 77")
    desk.send()
    assert desk.form.note.text()


def test_a_decision_keeps_what_was_known_and_becomes_an_order_by_one_key(
    organ: OrganScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    set_up(desk, hands)
    whistle = desk.incident.whistle.id
    window.desk.submit(SetFact(whistle=whistle, fact="trapped", value=2))
    hands.settled()
    hands.key(Qt.Key.Key_D)
    desk.fill(words="先救三单元", basis="居民指认", minutes="20", whom="D01")
    desk.send()
    window.desk.submit(SetFact(whistle=whistle, fact="trapped", value=0))
    hands.settled()
    row = organ.decisions.model.rows[0]
    assert isinstance(row, DecisionRow)
    assert (row.number[1:], row.basis, row.level) == ("1", "居民指认", "open")
    assert "trapped 2" in row.known[0]
    assert "injured unknown" in row.known[0]
    before = len(desk.incident.orders)
    organ.decisions.view.setFocus()
    hands.key(Qt.Key.Key_O)
    hands.settled()
    given = desk.incident.orders[before:]
    assert [(one.words, one.unit, one.origin) for one in given] == [("先救三单元", "D01", "decision")]
    assert organ.decisions.model.rows[0].level == "order"
    hands.enter()
    desk.choose("go")
    current = window.current
    assert isinstance(current, TasksScreen)
    assert current.orders.row.key == given[0].subject


def test_what_the_form_says_is_known_is_what_is_kept(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    set_up(desk, hands)
    incident = desk.incident
    shown = known_of(incident.whistle, incident.report_ins, incident.orders, [], desk.clock.now())
    hands.key(Qt.Key.Key_D)
    desk.fill(words="断气")
    desk.send()
    assert dict(desk.incident.post.decisions[0].known) == dict(shown.counts)


def test_a_shift_changes_by_reading_aloud(organ: OrganScreen, desk: Desk, hands: Hands, window: Window) -> None:
    set_up(desk, hands)
    desk.pass_time(8 * HOUR + MINUTE)
    assert "post_shift_1" in [row.name for row in organ._readout.clocks(desk.incident.post)]
    window.desk.submit(GiveOrder(whistle=desk.incident.whistle.id, words="断电"))
    hands.settled()
    hands.key(Qt.Key.Key_N)
    sheet = next(one for one in desk.sheets if isinstance(one, ReadAloudSheet))
    count = sheet.unread
    assert count >= 1
    assert not sheet.button.isEnabled()
    for _ in range(count):
        hands.enter()
    assert sheet.unread == 0
    assert sheet.into.hasFocus()
    hands.type("葛大为")
    hands.send()
    hands.settled()
    shift = desk.incident.post.shifts[0]
    assert (shift.into, shift.read) == ("葛大为", count)
    assert stages(organ)["relieved"] == "done"


def test_fire_goes_to_the_fire_service_by_law_and_comes_back(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    set_up(desk, hands)
    assert organ.limits.limits._now == "fire"
    hands.key(Qt.Key.Key_H)
    assert desk.form.form.text("scope") == "fire"
    desk.fill(to="消防救援站 梁长青", giver="沈建勋", receiver="梁长青", risks="复燃")
    desk.send()
    assert (desk.incident.post.scope, stages(organ)["handed_over"]) == ("fire", "now")
    assert "leads the fire-fighting" in organ.people.facts.facts[0].words
    hands.key(Qt.Key.Key_M)
    desk.choose("take_back")
    desk.send()
    assert desk.incident.post.stage == "running"
    assert len(organ.hands.model.rows) == 2


def test_a_post_leaves_with_a_count_and_is_archived(organ: OrganScreen, desk: Desk, hands: Hands) -> None:
    set_up(desk, hands)
    hands.key(Qt.Key.Key_W)
    desk.fill(people="0")
    desk.send()
    assert desk.form.note.text() == "Stand down first."
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_M)
    desk.choose("end")
    assert desk.form.form.text("by") == "downgraded"
    desk.send()
    assert stages(organ)["ended"] == "now"
    hands.key(Qt.Key.Key_Period)
    desk.fill(people="0", words="无人到场")
    desk.send()
    assert stages(organ)["counted"] == "now"
    hands.key(Qt.Key.Key_Period)
    desk.form.form.widgets["log"].setFocus()
    hands.key(Qt.Key.Key_Space)
    desk.send()
    assert desk.incident.post.kept == ("log",)
    assert stages(organ)["archived"] == "done"


def test_low_windows_show_one_part_at_a_time_and_cut_nothing(
    organ: OrganScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    set_up(desk, hands)
    window.resize(1366, 768)
    hands.settled()
    for key, shown in ((Qt.Key.Key_2, organ.people), (Qt.Key.Key_3, organ.limits), (Qt.Key.Key_1, organ.groups)):
        hands.key(key)
        assert shown.isVisible()
        for panel in (
            organ.site,
            organ.people,
            organ.limits,
            organ.groups,
            organ.meetings,
            organ.hands,
            organ.decisions,
        ):
            if panel.isVisible():
                corner = panel.mapTo(organ, panel.rect().bottomRight())
                assert organ.rect().contains(corner), panel
                assert panel.height() >= panel.minimumSizeHint().height()
    assert organ.decisions.isVisible()


def test_a_drill_has_no_red(desk: Desk, window: Window, hands: Hands) -> None:
    organ = tab(window, "organ", blow(desk, window, mode="drill", drill="SC03"))
    assert isinstance(organ, OrganScreen)
    set_up(desk, hands)
    hands.key(Qt.Key.Key_D)
    desk.fill(words="断气", minutes="1")
    desk.send()
    desk.pass_time(2 * HOUR)
    assert organ.decisions.model.rows[0].level == "over"
    image = organ.grab().toImage()
    assert near(image, [organ.look.color("redF"), organ.look.color("red")]) == 0


def test_ctrl_p_shows_the_papers(organ: OrganScreen, desk: Desk, hands: Hands, window: Window) -> None:
    set_up(desk, hands)
    hands.key(Qt.Key.Key_P, CONTROL)
    assert desk.sheets

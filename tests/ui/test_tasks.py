"""Orders, supplies and people who move by keys: read back, done with evidence, nothing out unnoticed, numbers that add up."""

from __future__ import annotations

from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.order import Order
from commandcenter.domain.supply import Supply
from commandcenter.domain.transfer import tally
from commandcenter.ui.organ.screen import OrganScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.tasks.readout import HouseholdRow, OrderRow, SupplyRow
from commandcenter.ui.tasks.screen import TasksScreen
from main_screens import CONTROL, Desk
from office_window import Hands
from pixels import near
from post_tabs import blow, households, tab
from PySide6.QtCore import Qt


def newest(desk: Desk) -> Order:
    return desk.incident.orders[-1]


def go_to(screen: TasksScreen, order: Order) -> OrderRow:
    screen.orders.view.go(screen.orders.model.place_of(order.subject))
    screen.orders.view.setFocus()
    row = screen.orders.row
    assert isinstance(row, OrderRow)
    return row


# -- orders --------------------------------------------------------------------------------------------------------


def test_an_order_to_several_by_their_numbers_is_one_each(tasks: TasksScreen, desk: Desk, hands: Hands) -> None:
    before = len(desk.incident.orders)
    hands.key(Qt.Key.Key_T)
    desk.fill(words="封闭路口", several="3 5", minutes="10", danger="车流", gear="反光衣", bounds="北口至桥头")
    desk.send()
    given = desk.incident.orders[before:]
    by_unit = {state.ordinal: state.unit for state in desk.incident.report_ins}
    assert [one.unit for one in given] == [by_unit[3], by_unit[5]]
    assert {(one.danger, one.gear, one.bounds) for one in given} == {("车流", "反光衣", "北口至桥头")}
    row = go_to(tasks, given[0])
    assert (row.below, row.taken, row.state) == ("车流, 反光衣, 北口至桥头", "not taken yet", "10:00")


def test_an_order_is_taken_read_back_told_of_and_done(tasks: TasksScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_T)
    desk.fill(words="断气", unit="D01")
    desk.send()
    go_to(tasks, newest(desk))
    hands.enter()
    desk.choose("acknowledged")
    assert go_to(tasks, newest(desk)).unread
    hands.key(Qt.Key.Key_R)
    hands.settled()
    assert newest(desk).read_back
    hands.enter()
    desk.choose("progressed")
    desk.fill(words="阀门已找到", told_by="梁长青")
    desk.send()
    assert go_to(tasks, newest(desk)).below == "阀门已找到"
    hands.key(Qt.Key.Key_X)
    desk.fill(words="已关阀", evidence="浓度读数0")
    desk.send()
    done = newest(desk)
    assert (done.result, done.evidence, go_to(tasks, done).level) == ("已关阀", "浓度读数0", "done")


def test_an_order_is_dropped_with_a_reason_only(tasks: TasksScreen, desk: Desk, hands: Hands) -> None:
    go_to(tasks, desk.incident.orders[0])
    hands.enter()
    desk.choose("dropped")
    desk.send()
    assert "missing" in desk.form.note.text()
    desk.fill(words="消防已做")
    desk.send()
    assert desk.incident.orders[0].drop_reason == "消防已做"


def test_the_spoken_order_of_a_leader(tasks: TasksScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_V)
    desk.fill(words="先保人")
    desk.send()
    assert "missing" in desk.form.note.text()
    desk.fill(orderer="区应急局 孔文")
    desk.form.form.widgets["read_back"].setFocus()
    hands.key(Qt.Key.Key_Space)
    desk.send()
    one = newest(desk)
    assert (one.origin, one.orderer, one.read_back) == ("verbal", "区应急局 孔文", True)
    assert go_to(tasks, one).spoken


def test_what_is_overdue_stands_first_and_is_counted(tasks: TasksScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_T)
    desk.fill(words="断气", minutes="5")
    desk.send()
    desk.pass_time(6 * MINUTE)
    row = tasks.orders.model.rows[0]
    assert (row.words, row.level, row.state) == ("断气", "over", "+01:00")
    assert "overdue 1" in tasks.orders.caption.text()


# -- supplies ------------------------------------------------------------------------------------------------------


def supplies(window: Window, desk: Desk) -> list[Supply]:
    return window.desk.read.matters.of(Supply, "supply", parent=desk.incident.whistle.id)


def test_supplies_are_taken_from_the_store_and_come_back(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    hands.key(Qt.Key.Key_S)
    desk.fill(goods="W01/对讲机", quantity="12", unit="D07", taken_by="钟一鸣")
    desk.send()
    taken = supplies(window, desk)[0]
    assert (taken.item, taken.quantity, taken.measure, taken.store, taken.unit) == ("对讲机", 12, "部", "W01", "D07")
    hands.key(Qt.Key.Key_3)
    hands.enter()
    desk.choose("returned")
    desk.fill(quantity="13")
    desk.send()
    assert desk.form.note.text() == "Only 12 are still out."
    desk.fill(quantity="11")
    desk.send()
    hands.key(Qt.Key.Key_3)
    hands.enter()
    desk.choose("damaged")
    desk.fill(words="进水")
    desk.send()
    row = tasks.goods.model.rows[0]
    assert isinstance(row, SupplyRow)
    assert (row.counts, row.rest, row.level) == ((11, 0, 1, 0), 0, "settled")
    hands.key(Qt.Key.Key_3)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    assert supplies(window, desk)[0].rest == 1


# -- people who move -----------------------------------------------------------------------------------------------


def typed(hands: Hands, text: str) -> None:
    """Write a line into the list of people and send it."""
    hands.key(Qt.Key.Key_Slash)
    hands.type(text)
    hands.enter()
    hands.settled()
    hands.key(Qt.Key.Key_Escape)


def test_a_line_enters_a_household_and_the_next_one_moves_it(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    whistle = desk.incident.whistle.id
    typed(hands, "3号院 2户 5人 老人")
    assert [(row.name, row.marks) for row in tasks.moving.model.rows] == [("3号院", ("E",))]
    hands.key(Qt.Key.Key_Slash)
    hands.type("3号院 4人 已转出 回迁楼")
    assert tasks.moving.reading.text().startswith("On the list already")
    hands.enter()
    hands.settled()
    line = households(window, whistle)[0]
    assert (dict(line.spread), line.place) == ({"should": 1, "moved": 4}, "R04")
    row = tasks.moving.model.rows[0]
    assert isinstance(row, HouseholdRow)
    assert row.split == "Should move 1 · Moved out 4"
    hands.key(Qt.Key.Key_Escape)
    typed(hands, "7号院 2人 拒转 要看家")
    refused = next(one for one in households(window, whistle) if one.address == "7号院")
    assert refused.steps[0].words == "要看家"
    hands.key(Qt.Key.Key_Slash)
    hands.type("水退了")
    hands.enter()
    assert "Not understood" in tasks.moving.reading.text()
    numbers = tally(households(window, whistle))
    assert numbers.people == sum(numbers.stages.values()) == 7


def test_a_line_brings_everybody_home_and_what_is_refused_stays_written(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    whistle = desk.incident.whistle.id
    typed(hands, "3号院 2户 5人")
    typed(hands, "3号院 5人 已转出 回迁楼")
    typed(hands, "3号院 5人 已返回")
    assert [dict(one.spread) for one in households(window, whistle)] == [{"returned": 5}]
    hands.key(Qt.Key.Key_Slash)
    hands.type("3号院 9人 已转出")
    hands.enter()
    hands.enter()
    hands.settled()
    assert tasks.moving.line.text() == "3号院 9人 已转出"
    assert "5" in tasks.moving.reading.text(), "why it was refused: so many are there"
    assert len(households(window, whistle)) == 1


def test_the_number_is_proposed_for_the_key_fact_and_never_set_by_itself(
    tasks: TasksScreen, desk: Desk, hands: Hands
) -> None:
    typed(hands, "3号院 5人 已转出 回迁楼")
    assert "evacuated" not in desk.incident.whistle.facts
    assert tasks.moving.proposal.isVisible()
    tasks.moving.view.setFocus()
    hands.key(Qt.Key.Key_U)
    hands.settled()
    assert desk.incident.whistle.facts["evacuated"].value == 5
    assert not tasks.moving.proposal.isVisible()


def test_a_head_count_that_differs_is_red_until_it_agrees(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    typed(hands, "3号院 5人 已安置 回迁楼")
    hands.key(Qt.Key.Key_2)
    hands.enter()
    desk.choose("check")
    desk.fill(people="4")
    desk.send()
    assert tasks.moving.strip.numbers[-1][1:] == ("1", "over")
    assert tasks.moving.model.rows[0].level == "differs"
    hands.key(Qt.Key.Key_2)
    hands.enter()
    desk.choose("check")
    desk.fill(people="5")
    desk.send()
    assert tasks.moving.strip.numbers[-1][1:] == ("0", "plain")


def test_names_and_numbers_are_masked_and_the_number_can_be_called(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    called: list[str] = []
    window.services.phone.connect(lambda phone: called.append(phone.number))
    hands.key(Qt.Key.Key_N)
    desk.fill(address="9号院3室", people="3", name="王某某", phone="100-0000-9000")
    desk.send()
    assert tasks.moving.model.rows[0].who == "王** 100-****-9000"
    assert "9000" not in str(households(window, desk.incident.whistle.id)[0].spread)
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_P)
    assert called == ["100-0000-9000"]


def test_a_slip_is_struck(tasks: TasksScreen, desk: Desk, hands: Hands, window: Window) -> None:
    typed(hands, "3号院 5人 已转出 回迁楼")
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    assert households(window, desk.incident.whistle.id)[0].stage == "should"


# -- room and colour -----------------------------------------------------------------------------------------------


def test_low_windows_show_one_list_at_a_time_and_cut_nothing(
    tasks: TasksScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    typed(hands, "3号院 5人 已转出 回迁楼")
    window.resize(1366, 768)
    hands.settled()
    panels = (tasks.orders, tasks.moving, tasks.goods)
    for place, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)):
        hands.key(key)
        assert [panel.isVisible() for panel in panels] == [place == at for at in range(3)]
        panel = panels[place]
        assert tasks.rect().contains(panel.mapTo(tasks, panel.rect().bottomRight()))
        assert panel.height() >= panel.minimumSizeHint().height()


def test_a_drill_has_no_red_and_what_it_moves_is_its_own(desk: Desk, hands: Hands, window: Window) -> None:
    whistle = blow(desk, window, mode="drill", drill="SC03")
    tasks = tab(window, "tasks", whistle)
    assert isinstance(tasks, TasksScreen)
    hands.key(Qt.Key.Key_T)
    desk.fill(words="断气", minutes="1")
    desk.send()
    typed(hands, "3号院 5人 已安置 回迁楼")
    hands.key(Qt.Key.Key_2)
    hands.enter()
    desk.choose("check")
    desk.fill(people="4")
    desk.send()
    desk.pass_time(HOUR)
    image = tasks.grab().toImage()
    assert near(image, [tasks.look.color("redF"), tasks.look.color("red")]) == 0
    assert {line.mode for line in households(window, whistle)} == {"drill"}


def test_the_tabs_carry_the_incident_along(tasks: TasksScreen, desk: Desk, hands: Hands, window: Window) -> None:
    hands.key(Qt.Key.Key_Tab, CONTROL)
    hands.key(Qt.Key.Key_Tab, CONTROL)
    current = window.current
    assert isinstance(current, OrganScreen)
    assert current.where() == {"whistle": desk.incident.whistle.id}


def test_the_banner_says_which_incident_it_is(tasks: TasksScreen, desk: Desk) -> None:
    whistle = desk.incident.whistle
    assert tasks.banner.isVisible()
    assert whistle.number in tasks.banner.accessibleName()
    assert whistle.title in tasks.banner.accessibleName()

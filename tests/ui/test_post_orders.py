"""What is ordered, told and found out on the board: orders, facts, places, units that come later, a second incident."""

from __future__ import annotations

from commandcenter.domain.clock import MINUTE
from commandcenter.ui.post.screen import PostScreen
from main_screens import Desk
from office_window import Hands
from post_board import log
from PySide6.QtCore import Qt


def test_orders_are_given_by_line_by_sheet_and_to_one_department(post: PostScreen, desk: Desk, hands: Hands) -> None:
    before = len(desk.incident.orders)
    desk.line("!封锁东门，只出不进")
    hands.key(Qt.Key.Key_Slash)
    hands.type("@3 ")
    hands.type("疏散二单元")
    hands.enter()
    assert (desk.form.form.text("unit"), desk.form.form.text("words")) == ("D03", "疏散二单元")
    desk.fill(minutes="15", orderer="乔振宇")
    desk.send()
    orders = desk.incident.orders[before:]
    assert [(one.words, one.unit) for one in orders] == [("封锁东门，只出不进", ""), ("疏散二单元", "D03")]
    assert orders[1].due_at == desk.clock.now() + 15 * MINUTE
    row = next(row for row in post.tasks.model.rows if row.words == "疏散二单元")
    assert row.unit == "青榆派出所"
    desk.pass_time(16 * MINUTE)
    row = next(row for row in post.tasks.model.rows if row.words == "疏散二单元")
    assert (row.level, row.state) == ("over", "+01:00")


def test_a_task_is_taken_and_done(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_T)
    sheet = desk.form
    desk.send()
    assert sheet.note.text() == "“What is to be done” is missing."
    desk.fill(words="核对住户名单")
    desk.send()
    place = next(at for at, row in enumerate(post.tasks.model.rows) if row.words == "核对住户名单")
    view = post.tasks.view
    subject = post.tasks.model.row(place).subject
    for verb in ("acknowledged", "done"):
        view.scrollTo(view.model().index(place, 0))
        hands.click(view.viewport(), view.visualRect(view.model().index(place, 0)).center())
        desk.choose((subject, verb))
    assert post.tasks.model.row(place).level == "done"
    assert desk.story.kinds[-2:] == ["order.acknowledged", "order.done"]


def test_a_line_of_the_log_is_a_note_and_a_key_fact_stands_at_the_top(post: PostScreen, desk: Desk) -> None:
    desk.line("三楼窗口有人挥手")
    assert desk.story.one("whistle.noted").words("words") == "三楼窗口有人挥手"
    assert "三楼窗口有人挥手" in log(post)
    assert "unknown" in post.log.facts.accessibleName()
    desk.line("#Injured 1 轻伤")
    fact = desk.incident.whistle.facts["injured"]
    assert (fact.value, fact.words) == (1, "轻伤")
    assert "Injured 1" in post.log.facts.accessibleName()


def test_the_leader_and_the_district_are_told_with_a_name_and_the_clock_stops(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    rows = {row.name: row for row in post.duties.model.rows}
    assert rows["leader"].state == "left 05:00"
    hands.key(Qt.Key.Key_M)
    desk.choose("leader")
    desk.send()
    told = desk.story.one("whistle.told")
    assert told.body["to"] == "leader"
    assert told.words("told_by")
    assert {row.name: row.level for row in post.duties.model.rows}["leader"] == "done"


def test_the_place_is_confirmed_later(post: PostScreen, desk: Desk, hands: Hands) -> None:
    assert "place to be confirmed" in post.banner.accessibleName()
    hands.key(Qt.Key.Key_G)
    desk.fill(place_words="锦机里8号楼")
    desk.send()
    assert desk.incident.whistle.place == "B24"
    assert "锦机里8号楼" in post.banner.accessibleName()


def test_a_unit_that_came_unasked_and_one_called_later_are_on_the_board(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_M)
    desk.choose("unasked")
    desk.fill(unit="F03", people="7")
    desk.send()
    assert (desk.state(13).unit, desk.state(13).people) == ("F03", 7)
    hands.key(Qt.Key.Key_M)
    desk.choose("add")
    desk.fill(unit="D14")
    desk.send()
    assert desk.state(14).unit == "D14"
    assert desk.state(14).listed_at == desk.clock.now()


def test_a_second_incident_stands_beside_the_first_and_f6_goes_between(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    """Each with its worst state; what is typed stays with the incident it was typed for."""
    first = desk.incident.whistle.number
    desk.pass_time(6 * MINUTE)
    hands.key(Qt.Key.Key_Slash)
    hands.type("三楼")
    desk.blow(Qt.Key.Key_3)
    second = desk.incident.whistle.number
    assert post.choice.isVisible()
    assert post.incident is not None
    assert post.incident.whistle.number == second
    assert post.log.line.text() == ""
    faces = {one.number: one.worst for one in post.choice.faces}
    assert faces[first].startswith("No answer"), "the worst of each is seen from the other"
    assert faces[second].startswith("here 0")
    hands.key(Qt.Key.Key_Slash)
    hands.type("阀门")
    hands.key(Qt.Key.Key_F6)
    assert post.incident.whistle.number == first
    assert post.log.line.text() == "三楼"
    hands.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert post.incident.whistle.number == second
    assert post.log.line.text() == "阀门"

"""What the board answers where a hand would otherwise meet a wall: refusals, other orders, false alarms, drills, figures."""

from __future__ import annotations

import pytest
from commandcenter.app import Application
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.false_alarm import FalseAlarmSheet
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.wallboard.departments import department_faces
from commandcenter.ui.wallboard.window import Wallboard
from main_screens import Desk
from office_window import Hands
from post_board import log, tile
from PySide6.QtCore import Qt

POLICE = 3


def ending(desk: Desk) -> StandDownSheet | CloseSheet:
    found = [sheet for sheet in desk.sheets if isinstance(sheet, StandDownSheet | CloseSheet)]
    assert len(found) == 1
    return found[0]


def refuse(post: PostScreen, desk: Desk, hands: Hands, ordinal: int) -> None:
    """The department refuses on the phone."""
    post.board.select_ordinal(ordinal)
    hands.enter()
    desk.choose("refused")
    desk.fill(told_by="许学军")
    desk.send()
    assert tile(post, ordinal).chip.text == "Refused"


# -- a refusal -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["menu", "digit"])
def test_a_department_that_refused_is_called_again(post: PostScreen, desk: Desk, hands: Hands, way: str) -> None:
    desk.digit(POLICE)
    refuse(post, desk, hands, POLICE)
    desk.story.begin()
    if way == "menu":
        hands.enter()
    else:
        hands.key(Qt.Key.Key_3)
    desk.choose("call_again")
    assert desk.story.kinds == ["report_in.called"]
    assert tile(post, POLICE).chip.text == "Called"
    assert desk.window.phone_sheet.isVisible()
    assert "3 青榆派出所: called again" in desk.toasts


def test_a_logged_call_to_one_that_refused_opens_it_again(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.digit(POLICE)
    refuse(post, desk, hands, POLICE)
    desk.story.begin()
    hands.key(Qt.Key.Key_P)
    hands.key(Qt.Key.Key_N)
    hands.settled()
    assert desk.story.kinds == ["report_in.called", "report_in.call_tried"]
    assert tile(post, POLICE).chip.text == "Called"


def test_a_digit_on_a_cancelled_department_says_what_to_undo(post: PostScreen, desk: Desk, hands: Hands) -> None:
    post.board.select_ordinal(POLICE)
    hands.enter()
    desk.choose("cancelled")
    desk.fill(told_by="邓少杰")
    desk.send()
    desk.story.begin()
    desk.digit(POLICE)
    assert desk.story.kinds == []
    assert any("Cancelled" in words and "Undo that first" in words for words in desk.toasts)


# -- the line ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("@3 封路", "an order to 3 青榆派出所 · Enter"),
        ("@12", "an order to 12"),
        ("@50 封路", "50 no such unit"),
        ("@", "@6 text: an order to unit 6"),
    ],
)
def test_the_reading_of_an_order_names_its_department(post: PostScreen, hands: Hands, typed: str, said: str) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type(typed)
    assert post.log.reading.text().startswith(said)


def test_an_order_to_one_that_ended_is_not_given_to_everybody(post: PostScreen, desk: Desk, hands: Hands) -> None:
    refuse(post, desk, hands, POLICE)
    desk.story.begin()
    hands.key(Qt.Key.Key_Slash)
    hands.type("@3 封路")
    hands.enter()
    hands.settled()
    assert post.log.reading.text() == "3 青榆派出所 takes no order: Refused"
    assert post.log.line.text() == "@3 封路"
    assert not desk.sheets
    assert desk.story.kinds == []


# -- a false alarm -------------------------------------------------------------------------------------------------


def told_list(desk: Desk) -> FalseAlarmSheet:
    found = [sheet for sheet in desk.sheets if isinstance(sheet, FalseAlarmSheet)]
    assert len(found) == 1
    return found[0]


def test_everybody_called_is_told_of_the_false_alarm_one_by_one_before_it_can_be_closed(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    desk.pass_time(11_000)
    desk.digit(1)
    desk.digit(POLICE)
    desk.line("5 到 4")
    hands.key(Qt.Key.Key_M)
    desk.choose("false")
    desk.fill(words="烧饭冒烟，已现场核实")
    desk.story.begin()
    desk.send()
    assert desk.story.kinds.count("report_in.cancelled") == 9, "who was never called is struck off at once"
    sheet = told_list(desk)
    here, called, police = (desk.state(number).unit for number in (5, 1, POLICE))
    assert set(sheet.fields) == {here, called, police}
    assert "误报" in sheet.text.text()
    assert sheet.caption.text() == "told 0 of 3"
    assert hands.focus() is sheet.fields[called], "the keyboard is at the first who is not told"
    desk.story.begin()
    hands.enter()
    assert sheet.note.text() == "Write who was told; the line is an entry of its own."
    hands.type("liang")
    hands.enter()
    hands.settled()
    assert desk.story.kinds == ["report_in.cancelled"], "one by one: nobody is ticked in a heap"
    assert desk.story.facts[0].words("told_by") == "liang"
    assert sheet.caption.text() == "told 1 of 3"
    assert hands.focus() is sheet.fields[police]
    hands.type("who was it")
    hands.key(Qt.Key.Key_Escape)
    desk.end()
    sheet = told_list(desk)  # it cannot be closed before: the list comes instead
    assert set(sheet.fields) == {here, police}
    assert sheet.fields[police].text() == "who was it", "what was typed and not recorded is there again"
    hands.send()
    assert sheet.isVisible(), "not before everybody was told"
    desk.put(sheet.fields[police], "deng")
    hands.enter()
    hands.settled()
    desk.put(sheet.fields[here], "3 one went home")
    hands.enter()
    hands.settled()
    assert desk.state(5).out_people == 3
    hands.enter()
    hands.settled()
    assert sheet.caption.text() == "told 3 of 3"
    assert hands.focus() is sheet.end_button, "everybody was told: what follows is the end"
    assert (sheet.end_button.text(), sheet.later_button.text()) == ("Close the incident", "Close")
    hands.send()
    close = ending(desk)
    assert isinstance(close, CloseSheet)
    assert hands.focus() is close.reasons["final_report_missing"]
    hands.type("wu bao")
    desk.send()
    assert isinstance(window.current, ReviewScreen)


# -- who is only informed ------------------------------------------------------------------------------------------


def test_who_is_only_informed_is_told_that_it_is_over(post: PostScreen, desk: Desk, hands: Hands) -> None:
    only = [state for state in desk.incident.report_ins if state.relation == "report"]
    assert only, "the plan informs somebody"
    desk.pass_time(11_000)
    desk.digit(1)
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    assert sheet.ends[only[0].unit].currentText() == "Told that it is over", "who was never to come is not cancelled"
    for field in sheet.told.values():
        desk.put(field, "值班员")
    desk.put(sheet.words, "明火已灭")
    desk.send()
    name = desk.window.desk.reference.unit_name(only[0].unit)
    post.board.select_ordinal(only[0].ordinal)
    assert tile(post, only[0].ordinal).chip.text == "Told that it is over"
    assert any(line.startswith(f"{name} Told that it is over") for line in log(post))
    assert not any(line.startswith(f"{name} Cancelled") for line in log(post))


# -- figures -------------------------------------------------------------------------------------------------------


def test_post_wall_and_overview_count_arrivals_alike(
    post: PostScreen, application: Application, desk: Desk, hands: Hands
) -> None:
    desk.line("3 到 4")
    refuse(post, desk, hands, 4)
    due = sum(state.relation != "report" for state in desk.incident.report_ins)
    said = f"arrived 1 / {due}"
    assert said in post.banner.accessibleName()
    hands.key(Qt.Key.Key_F12)
    wall = application._wallboard
    assert isinstance(wall, Wallboard)
    hands.until(lambda: wall._calm is not None and not wall._asked)
    application.window.activateWindow()
    assert said in wall.burning.banner.accessibleName()
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    strip = desk.window.screens["overview"].strips.incidents[0]  # type: ignore[attr-defined]
    assert strip.accessibleName().endswith(f"1 / {due}")
    faces = department_faces(desk.incident.report_ins, {}, desk.clock.now())
    refused = next(face for face in faces if face.ordinal == 4)
    assert refused.level == "ended"
    colors = wall.burning.departments._colors(refused)
    assert colors[2] != wall.ink.color("ok")


# -- drills --------------------------------------------------------------------------------------------------------


def test_a_drill_runs_no_clock_upward(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    post = desk.blow(Qt.Key.Key_1, drill=True)
    rows = [row.words for row in post.duties.model.rows]
    assert rows == ["drill: nothing is reported outside"]
    desk.pass_time(2 * HOUR)
    raised = [fact for fact in desk.story.facts if fact.kind == "whistle.deadline_raised"]
    assert raised == []
    assert not {step.code for step in post._steps} & {"tell_leader", "phone_district", "report"}
    desk.pass_time(2 * HOUR + MINUTE)
    assert not [fact for fact in desk.story.facts if fact.kind == "whistle.deadline_raised"]

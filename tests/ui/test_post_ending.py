"""The end of an incident on the screen: proofs, closing, false alarms, drills, restarts, the small window."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.app import Application
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.roster_acts import Office, appoint
from commandcenter.domain.supply_acts import TakeSupply
from commandcenter.domain.transfer_acts import ListHousehold
from commandcenter.domain.whistle_acts import SetPlace
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.shell.toasts import ToastView
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from post_board import log
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

ALT = Qt.KeyboardModifier.AltModifier


# -- the end -------------------------------------------------------------------------------------------------------


def ending(desk: Desk) -> StandDownSheet | CloseSheet:
    found = [sheet for sheet in desk.sheets if isinstance(sheet, StandDownSheet | CloseSheet)]
    assert len(found) == 1
    return found[0]


def test_a_short_press_of_ctrl_e_ends_nothing(small: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_E, CONTROL)
    assert not small.banner._holding
    assert not desk.sheets


def stand_down(desk: Desk, hands: Hands) -> None:
    """The fire service is on the scene with six, the police not there: both are accounted for."""
    desk.line("1 到 6")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    desk.put(sheet.told["D03"], "邓少杰")
    desk.put(sheet.reporter, "梁长青")
    desk.put(sheet.words, "明火已灭，无人员伤亡")
    desk.send()


def test_the_stand_down_asks_for_a_proof_of_every_department(small: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("1 到 6")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    assert "the district was not told" in sheet.open_points.text()
    assert sheet.told["D03"].hasFocus(), "the keyboard is where something is missing"
    desk.put(sheet.words, "明火已灭")
    desk.story.begin()
    desk.send()
    assert "青榆派出所" in sheet.note.text()
    assert "榆和消防救援站" not in sheet.note.text()
    assert desk.story.kinds == []
    desk.put(sheet.told["D03"], "邓少杰")
    desk.put(sheet.counts["D01"], "5")
    desk.send()
    assert sheet.note.text() == "6 arrived, 5 leave. Check the count, or write why it differs."
    desk.put(sheet._remarks["D01"], "一人留守看护火场")
    desk.put(sheet.risk, "余火复燃，消防留守一车")
    desk.send()
    assert not desk.sheets
    stood = desk.story.one("whistle.stood_down")
    assert (stood.words("words"), stood.words("residual_risk")) == ("明火已灭", "余火复燃，消防留守一车")
    assert desk.story.one("report_in.release_approved").body["people"] == 5
    assert desk.story.one("report_in.cancelled").words("told_by") == "邓少杰"
    assert small.banner._act == "Close the incident"


def test_a_lost_contact_forbids_the_stand_down(small: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("1 到 6")
    small.board.select_ordinal(1)
    hands.enter()
    desk.choose("lost")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    desk.put(sheet.told["D03"], "邓少杰")
    desk.put(sheet.words, "火灭了")
    desk.story.begin()
    desk.send()
    assert sheet.note.text() == "Contact is lost with: 榆和消防救援站. Clear that up before the stand-down."
    assert desk.story.kinds == []


def test_nothing_closes_while_one_department_is_not_back_and_then_the_review_opens(
    small: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    office = window.desk
    office.submit(SetPlace(whistle=desk.incident.whistle.id, place="J07"))
    stand_down(desk, hands)
    desk.pass_time(30 * MINUTE)
    chief = office.reference.directory.answers_for(office.reference.directory.places["J07"]).chief
    assert chief is not None
    successor = Office(chief.role, chief.target, office.clock.now())
    office.submit(appoint("new", successor, "P0005", replaced=chief.appointment, now=office.clock.now()))
    hands.settled()
    shown = small.log.there.acting
    assert shown is not None
    assert shown.person.id == chief.person.id, "what is over shows who answered then"
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, CloseSheet)
    for toast in desk.window.findChildren(ToastView):
        edge = toast.mapTo(desk.window, toast.rect().topLeft()).y()
        foot = sheet.mapTo(desk.window, sheet.rect().bottomLeft()).y()
        assert not toast.isVisible() or edge > foot, "a toast lies over no field of a sheet"
    desk.put(sheet.reasons["final_report_missing"], "区里同意不报终报")
    desk.story.begin()
    desk.send()
    assert sheet.note.text() == "Not yet back or ended: 榆和消防救援站."
    assert desk.story.kinds == []
    hands.click(sheet._ticks["D01"], QPoint(8, sheet._ticks["D01"].height() // 2))
    desk.send()
    lapsed = 5 * ["order.lapsed"]  # nobody settled the first five minutes of the plan: they end with their incident
    assert desk.story.kinds == ["report_in.back", *lapsed, "whistle.closed"]
    review = window.current
    assert isinstance(review, ReviewScreen)
    assert review.incident is not None
    assert review.incident.whistle.id == desk.incident.whistle.id
    assert window.frame.mode == ""
    hands.key(Qt.Key.Key_4, ALT)
    assert small.pages.currentWidget() is small.empty


def test_an_incident_without_a_final_report_closes_only_with_a_reason(
    small: PostScreen, desk: Desk, hands: Hands
) -> None:
    stand_down(desk, hands)
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, CloseSheet)
    hands.key(Qt.Key.Key_B, CONTROL)
    assert hands.focus() is sheet.reporter, "one key for all of them asks once who reported it"
    desk.story.begin()
    desk.send()
    assert sheet.note.text().startswith("Nobody reported these figures yet")
    hands.type("liang")
    desk.send()
    assert sheet.note.text() == "The final report is missing. Send it, or write why there is none."
    assert hands.focus() is sheet.reasons["final_report_missing"]
    assert desk.story.kinds == [], "what was ticked is not half written"


def test_each_reason_has_its_own_field_and_none_stands_for_another(small: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("#trapped 1")
    whistle = desk.incident.whistle.id
    desk.window.desk.submit(TakeSupply(whistle=whistle, item="对讲机", quantity=2, measure="部", taken_by="欧阳"))
    desk.window.desk.submit(ListHousehold(whistle=whistle, address="9号院3室", people=5))
    hands.settled()
    desk.line("1 到 6")
    desk.end()
    down = ending(desk)
    assert isinstance(down, StandDownSheet)
    desk.put(down.told["D03"], "邓少杰")
    desk.put(down.words, "明火已灭")
    desk.put(down.despite, "已由120送医")
    desk.put(down.reporter, "梁长青")
    desk.send()
    assert not desk.sheets
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, CloseSheet)
    assert list(sheet.reasons) == ["final_report_missing", "supplies_out", "transfers_open"]
    assert "trapped: 1" in sheet.open_points.text()
    hands.click(sheet.all_button)
    hands.type("liang")
    desk.put(sheet.reasons["transfers_open"], "险情解除，不再转移")
    desk.story.begin()
    desk.send()
    assert desk.story.kinds == []
    assert "final report is missing" in sheet.note.text()
    assert "supplies are not accounted" in sheet.note.text()
    assert "people to move" not in sheet.note.text()
    assert hands.focus() is sheet.reasons["final_report_missing"]
    hands.type("zbs")
    assert sheet.reasons["final_report_missing"].property("wrong") == "false"
    desk.send()
    assert hands.focus() is sheet.reasons["supplies_out"]
    hands.type("mingri")
    desk.send()
    closed = desk.story.one("whistle.closed")
    assert (closed.words("no_report_words"), closed.words("supplies_words")) == ("zbs", "mingri")
    assert closed.words("transfers_words") == "险情解除，不再转移"
    assert closed.words("words") == "未送终报：zbs；物资未清：mingri；转移未清：险情解除，不再转移"
    assert desk.story.one("report_in.back").words("told_by") == "liang"


def test_what_was_typed_at_the_end_is_there_again(
    small: PostScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    desk.line("1 到 6")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    desk.put(sheet.counts["D01"], "5")
    desk.put(sheet._remarks["D01"], "一人留守")
    desk.put(sheet.words, "明火已灭")
    desk.put(sheet.risk, "余火")
    desk.put(sheet.ends["D03"], "never_came")
    hands.key(Qt.Key.Key_4, ALT)
    assert not desk.sheets
    desk.end()
    again = ending(desk)
    assert isinstance(again, StandDownSheet)
    assert (again.counts["D01"].text(), again._remarks["D01"].text()) == ("5", "一人留守")
    assert (again.words.toPlainText(), again.risk.text()) == ("明火已灭", "余火")
    assert again.ends["D03"].currentData() == "never_came"
    assert hands.focus() is again._remarks["D03"], "the keyboard is at what is missing still"
    hands.type("lai bu liao")
    hands.until(lambda: any("lai bu liao" in text for text in desk.window.desk.read.status.drafts().values()))
    started, other = restart()
    window = started.window
    found = window.current
    assert isinstance(found, PostScreen)
    found.leading.end()
    third = next(one for one in window.findChildren(StandDownSheet) if one.isVisible())
    assert third._remarks["D03"].text() == "lai bu liao"
    told = started.desk.read.incidents
    other.send()
    other.settled()
    assert told.incident(told.all(1)[0].state.id).whistle.stood_down_at is not None
    assert not [key for key in started.desk.read.status.drafts() if key.endswith("stand_down")]


def test_the_stand_down_says_what_is_not_written(small: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("1 到 6")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    assert sheet.told["D03"].property("wrong") == "true", "what is missing is framed before anything is sent"
    hands.enter()
    assert hands.focus() is sheet.told["D03"], "Enter goes to what is missing"
    hands.key(Qt.Key.Key_B, CONTROL)
    desk.story.begin()
    desk.send()
    assert sheet.note.text().startswith("There is no proof yet for: 青榆派出所")
    assert "Nobody reported these figures yet" in sheet.note.text(), "how many leave is not taken from the arrival"
    assert desk.story.kinds == []
    hands.key(Qt.Key.Key_B, CONTROL)
    hands.type("deng")
    hands.enter()
    assert hands.focus() is sheet.words, "one name stands for the rows without one"
    desk.send()
    assert sheet.note.text() == "The order is not written yet: why the danger is over."
    desk.put(sheet.words, "明火已灭")
    desk.send()
    assert not desk.sheets
    assert desk.story.one("report_in.release_approved").words("told_by") == "deng"
    assert desk.story.one("report_in.cancelled").words("told_by") == "deng"


def test_a_false_alarm_needs_a_reason_and_strikes_off_who_was_never_called(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    desk.pass_time(11_000)
    hands.key(Qt.Key.Key_M)
    desk.choose("false")
    sheet = desk.form
    desk.send()
    assert sheet.note.text() == "“Why it is a false alarm” is missing."
    desk.fill(words="烧饭冒烟，已现场核实")
    desk.send()
    assert desk.story.one("whistle.false_alarm").words("words") == "烧饭冒烟，已现场核实"
    assert desk.story.kinds.count("report_in.cancelled") == 12
    assert not desk.sheets, "nobody was called, so nobody has to be told"
    desk.end()
    close = ending(desk)
    assert isinstance(close, CloseSheet)
    assert hands.focus() is close.reasons["final_report_missing"], "it opens where something is missing"
    assert close.reasons["final_report_missing"].property("wrong") == "true"
    hands.type("wu bao")
    desk.send()
    assert desk.incident.whistle.stage == "closed"
    assert isinstance(window.current, ReviewScreen)


def test_the_honest_outcome_ends_a_department_that_never_came(small: PostScreen, desk: Desk, hands: Hands) -> None:
    """No department makes an incident unclosable: what is missing is said for each, and how it really ended is offered."""
    desk.line("1 到 6")
    desk.line("#trapped 1")
    desk.end()
    sheet = ending(desk)
    assert isinstance(sheet, StandDownSheet)
    desk.put(sheet.words, "火灭了")
    desk.send()
    assert sheet.told["D03"].property("wrong") == "true"
    assert hands.focus() is sheet.told["D03"]
    desk.put(sheet.ends["D03"], "never_came")
    desk.put(sheet.told["D03"], "值班员")
    desk.put(sheet._remarks["D03"], "两次催促都没来")
    desk.put(sheet.ends["D01"], "left_early")
    assert not sheet.counts["D01"].isVisible()
    desk.put(sheet._remarks["D01"], "接别的警情，没打招呼")
    desk.send()
    assert sheet.note.text().startswith("On record as trapped: 1.")
    assert hands.focus() is sheet.despite
    desk.put(sheet.despite, "已由120送医")
    desk.send()
    assert not desk.sheets
    never, early = desk.story.one("report_in.never_came"), desk.story.one("report_in.left_early")
    assert (never.words("words"), never.words("told_by")) == ("两次催促都没来", "值班员")
    assert early.words("words") == "接别的警情，没打招呼"
    assert desk.story.one("whistle.stood_down").words("despite") == "已由120送医"


def test_the_director_ends_a_drill_and_its_review_opens(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_M)
    desk.choose("end_drill")
    assert desk.story.one("whistle.drill_ended").body["reason"] == "director"
    review = window.current
    assert isinstance(review, ReviewScreen)
    assert review.mode() == "drill"
    assert window.frame.mode == "drill"
    assert review.incident is not None
    assert review.incident.whistle.number.startswith("演-")


# -- nothing is lost -----------------------------------------------------------------------------------------------


def test_a_restart_lands_in_the_same_incident_with_the_same_board(
    post: PostScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    desk.pass_time(MINUTE)
    desk.digit(1)
    desk.line("3 到 4")
    desk.pass_time(5 * MINUTE)
    hands.key(Qt.Key.Key_Slash)
    hands.type("二单元还有")
    hands.until(lambda: "二单元还有" in desk.window.desk.read.status.drafts().values())
    faces = [one.face for one in post.board.tiles]
    strip, lines, banner = post.strip.entries, log(post), post.banner.accessibleName()
    application, again = restart()
    window = application.window
    found = window.current
    assert isinstance(found, PostScreen)
    assert [one.face for one in found.board.tiles] == faces
    assert found.strip.entries == strip
    assert log(found) == lines
    assert found.banner.accessibleName() == banner
    assert window.frame.mode == "real"
    assert found.log.line.text() == "二单元还有"
    assert found.board.hasFocus()
    again.key(Qt.Key.Key_2)
    again.settled()
    assert application.desk.read.incidents.report_ins(found._whistle)[1].furthest == "called"


def test_the_small_window_keeps_board_strip_and_line(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    window.resize(1366, 768)
    hands.until(lambda: not post.curve.isVisible())
    desk.pass_time(6 * MINUTE)
    for part in (post.board, post.strip, post.log.line, post.banner):
        assert part.isVisible()
        corner = part.mapTo(post, part.rect().bottomRight())
        assert corner.x() <= post.width()
        assert corner.y() <= post.height()
    assert QApplication.focusWidget() is post.board

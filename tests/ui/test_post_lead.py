"""The lead of an emergency by keys: phases, first guess, the leader's way and late signature, several incidents, the full line."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.drill import MARK
from commandcenter.domain.whistle_acts import AddUnits, UnitCall
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.tile import ReportTile
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from pixels import near
from post_board import log, pinned, tile
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication

POLICE, WARDENS = 3, 5


def phases(post: PostScreen) -> dict[str, str]:
    return {face.code: face.state for face in post.phases.faces}


# -- where it stands -----------------------------------------------------------------------------------------------


def test_the_phases_stand_in_one_row_and_each_is_done_by_its_own_key(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    assert post.phases.isVisible()
    assert phases(post)["blown"] == "done"
    assert phases(post)["leaving"] == "open"
    hands.key(Qt.Key.Key_A)
    desk.fill(action="cordon", people="4", words="封住南口")
    desk.send()
    assert phases(post)["first_response"] == "done"
    acted = desk.story.one("whistle.acted")
    assert (acted.body["action"], acted.body["people"], acted.words("words")) == ("cordon", 4, "封住南口")
    assert any("Cordon" in line and "封住南口" in line for line in log(post))
    hands.key(Qt.Key.Key_L)
    desk.fill(vehicle="应急一号车")
    desk.send()
    left = desk.story.one("whistle.leader_left")
    assert left.body["person"] == "P0015", "the leader on shift is proposed"
    assert left.words("vehicle") == "应急一号车"
    assert phases(post)["leaving"] in ("open", "now")
    hands.key(Qt.Key.Key_L)
    desk.send()
    assert phases(post)["leaving"] == "done"
    hands.key(Qt.Key.Key_L)
    assert "The leader is on the scene already" in desk.toasts


def test_the_three_scales_are_three_and_each_says_which_it_is(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_J)
    desk.fill(event="larger", warning="orange", response="third", words="目测过火二十平方米")
    desk.send()
    assert desk.story.kinds == ["whistle.guessed"] * 3, "only what changed is written"
    said = post.banner.accessibleName()
    for words in ("event, first guess: Larger", "warning: Orange", "response level: Level 3"):
        assert words in said
    hands.key(Qt.Key.Key_J)
    desk.fill(event="")
    desk.send()
    assert "event, first guess" not in post.banner.accessibleName(), "unknown again is a state"


def test_a_leader_at_the_seat_signs_with_one_key_and_others_name_whose_word_it_was(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    assert post.banner._mark == "not yet signed by a leader"
    assert ("V", "a leader signs") in post.hints()
    hands.key(Qt.Key.Key_V)
    desk.fill(words="同意先吹哨")
    desk.send()
    fact = desk.story.one("whistle.confirmed")
    assert (fact.body["person"], fact.words("words")) == ("P0015", "同意先吹哨")
    assert post.banner._mark == ""
    hands.key(Qt.Key.Key_V)
    assert "A leader has signed already" in desk.toasts


def test_a_click_on_a_phase_goes_where_it_is_entered(post: PostScreen, desk: Desk, hands: Hands) -> None:
    place = next(rect for one, rect, _ in post.phases._places() if one.code == "judged")
    hands.click(post.phases, place.center().toPoint())
    assert desk.form.title.text() == "First guess"


def test_the_assembly_point_is_chosen_and_a_wrong_place_is_recorded(post: PostScreen, desk: Desk, hands: Hands) -> None:
    points = [one for one in desk.window.desk.reference.directory.places.values() if one.kind == "assembly"]
    assert not post.log.there.isVisible(), "nobody knows yet where it is"
    hands.key(Qt.Key.Key_G)
    desk.fill(place_words="锦机里8号楼", assembly=points[2].id)
    desk.send()
    assert desk.incident.whistle.assembly == points[2].id
    assert desk.incident.whistle.assembly_words == points[2].name
    directory = desk.window.desk.reference.directory
    acting = directory.acting_for(directory.places[desk.incident.whistle.place])
    assert acting is not None
    there = post.log.there
    assert (there.name.text(), there.phone.text()) == (acting.person.name, acting.person.phone)
    assert there.isVisible()
    hands.key(Qt.Key.Key_K)
    assert desk.window.phone_sheet.number.text() == acting.person.phone
    assert desk.window.phone_sheet.name.text() == acting.person.name
    hands.key(Qt.Key.Key_Escape)
    post.board.setFocus()
    desk.digit(POLICE)
    hands.enter()
    desk.choose("wrong_place")
    assert desk.form.caption.text() == f"everybody gathers at {points[2].name}"
    desk.fill(words="西门")
    desk.send()
    assert tile(post, POLICE).notice == "wrong place: 西门"
    assert pinned(post)[POLICE] == "wrong place: 西门"
    desk.line("3 到 4")
    assert "wrong place" not in tile(post, POLICE).notice


# -- the line ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said", "kind"),
    [
        ("3 应 wang 复", "3 青榆派出所 Answered read back said by wang · Enter", "report_in.answered"),
        ("3 拒 力量不足", "3 青榆派出所 Refused short of forces · Enter", "report_in.refused"),
        ("3 错 南口", "3 青榆派出所 at the wrong place 南口 · Enter", "report_in.wrong_place"),
        ("3 预 22:00 6", "3 青榆派出所 promised count 6 22:00 · Enter", "report_in.promised"),
        ("3 未接", "3 青榆派出所 rung, no answer · Enter", "report_in.call_tried"),
        ("3 替 12", "3 青榆派出所 replaced by ", "report_in.replaced"),
        ("先到 F03 5", "党员志愿者服务队 came unasked count 5 · Enter", "report_in.arrived"),
    ],
)
def test_what_the_line_says_it_does(
    post: PostScreen, desk: Desk, hands: Hands, typed: str, said: str, kind: str
) -> None:
    desk.pass_time(MINUTE)
    hands.key(Qt.Key.Key_Slash)
    hands.type(typed)
    assert said in post.log.reading.text()
    hands.enter()
    hands.settled()
    assert kind in desk.story.kinds
    assert post.log.line.text() == ""


def test_several_departments_in_one_line_are_one_act(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("2,4-6 呼")
    called = [state.ordinal for state in desk.incident.report_ins if state.furthest == "called"]
    assert called == [2, 4, 5, 6]
    desk.line("2,4-6 应")
    desk.story.begin()
    desk.line("2,3,7-8 应 10:00")
    assert desk.story.kinds == [], "one of them is refused, so none is written"
    assert post.log.line.text() == "2,3,7-8 应 10:00"
    assert "only listed at" in post.log.reading.text(), "why stands beside the line, and the words stay"


def test_a_correction_is_an_entry_and_the_old_line_stays_struck(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("3 到 4")
    desk.line("3 改 到 6")
    arrived = desk.state(POLICE).milestone("arrived")
    assert arrived is not None
    assert arrived.people == 6
    rows = post.log.timeline.model().rows  # type: ignore[attr-defined]
    assert any(row.struck and "count 4" in row.words for row in rows)


def test_a_line_that_lacks_something_is_amber_and_a_release_opens_its_form(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    desk.line("3 到 4")
    desk.story.begin()
    hands.key(Qt.Key.Key_Slash)
    hands.type("3 预")
    assert post.log.reading.text() == "promised, write the promised time or the number, such as 14:35 6"
    hands.enter()
    assert desk.story.kinds == []
    assert post.log.line.text() == "3 预"
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("3 撤 4")
    hands.enter()
    assert desk.form.form.text("people") == "4"
    desk.fill(reason="relieved")
    desk.send()
    released = desk.story.one("report_in.release_approved")
    assert (released.body["people"], released.body["reason"]) == (4, "relieved")


# -- heads, promises, contacts -------------------------------------------------------------------------------------


def test_a_head_count_falls_due_and_asks_whether_contact_is_lost(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("3 到 6")
    desk.pass_time(21 * MINUTE)
    assert tile(post, POLICE).notice.startswith("head count due +01:00: lost?")
    assert POLICE in pinned(post)
    assert desk.state(POLICE).lost_at is None, "the clock never concludes that"
    raised = [fact.body["clock"] for fact in desk.story.facts if fact.kind == "report_in.deadline_raised"]
    assert "par_1" in raised
    desk.line("3 清点 6")
    assert "head count" not in tile(post, POLICE).notice


def test_asked_promised_and_really_there_stand_on_the_tile(post: PostScreen, desk: Desk) -> None:
    asked = desk.state(POLICE).asked_people
    assert asked == 6
    desk.line("3 预 22:00 5")
    assert "asked 6 promised 5" in tile(post, POLICE).last
    desk.line("3 到 4")
    assert "asked 6 count 4" in tile(post, POLICE).last
    assert "2 fewer than asked" in tile(post, POLICE).notice


def test_a_promise_counts_down_and_turns_amber_without_an_alarm(post: PostScreen, window: Window, desk: Desk) -> None:
    desk.line("3 应")
    desk.line("3 预 21:50")
    assert "promised 21:50 in " in tile(post, POLICE).last
    before = {(alarm.subject, alarm.clock) for alarm in window.alarms.alarms}
    desk.clock.advance(6 * MINUTE)
    post.tick(desk.clock.now())
    assert "promised 21:50, passed" in tile(post, POLICE).notice
    assert {(alarm.subject, alarm.clock) for alarm in window.alarms.alarms} == before
    assert tile(post, POLICE).level == "plain"


def test_after_the_units_own_numbers_come_our_leader_and_the_district(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    numbers = post.hand.calling.numbers(desk.state(WARDENS).unit)
    assert [number.source for number in numbers][-2:] == ["leader", "district"]
    post.board.select_ordinal(WARDENS)
    seen = []
    for _ in range(2 * len(numbers)):
        hands.key(Qt.Key.Key_P)
        seen.append(window.phone_sheet.number.text())
        hands.key(Qt.Key.Key_N)
        hands.settled()
    assert seen == [number.phone for number in numbers for _ in range(2)]


# -- keys of the board ---------------------------------------------------------------------------------------------


def test_arrows_stay_on_the_page_and_only_page_keys_turn_it(post: PostScreen, desk: Desk, hands: Hands) -> None:
    for _ in range(12):
        hands.key(Qt.Key.Key_Down)
    assert tile(post, 1), "still the first page"
    for _ in range(12):
        hands.key(Qt.Key.Key_Up)
    assert post.board.chosen is not None
    assert post.board.chosen.ordinal == 1
    hands.key(Qt.Key.Key_PageDown)
    assert post.board.tiles[0].face is not None
    assert post.board.tiles[0].face.ordinal == 11


def test_f1_names_every_key_of_the_board(post: PostScreen, window: Window, hands: Hands) -> None:
    caps = {keys for keys, _ in post.hints()}
    assert {"P", "V", "J", "L", "A", "G", "M", ".", "F8", "Ctrl Z", "Ctrl E", "/", "!", "@", "#"} <= caps
    hands.key(Qt.Key.Key_F1)
    assert window.keys_sheet.isVisible()


def test_the_strip_takes_no_line_from_the_tiles_at_1366(
    post: PostScreen, window: Window, desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commandcenter.ui.parts import paint

    window.resize(1366, 768)
    desk.digit(POLICE)
    desk.pass_time(6 * MINUTE)
    hands.until(lambda: post.strip.isVisible() and post.board.tiles[2].height() < 90)
    drawn: list[str] = []

    def note(*told: object, **more: object) -> None:
        drawn.append(str(told[3]))

    monkeypatch.setattr(paint, "text", note)
    monkeypatch.setattr(paint, "elided", note)
    post.board.tiles[2].grab()
    face = tile(post, POLICE)
    assert any(words.startswith(face.last[:6]) for words in drawn), "what was told last"
    assert any(words.startswith(face.contact[:3]) for words in drawn), "and whom to ring"


def test_the_strip_names_every_late_one_before_it_shortens_to_numbers(post: PostScreen, desk: Desk) -> None:
    desk.pass_time(40 * MINUTE)
    late = len(post.strip.entries)
    assert late > 6
    post.strip.grab()
    assert len(post.strip._places) == late, "nobody is left out"


# -- several at once -----------------------------------------------------------------------------------------------


def test_f6_is_hinted_only_while_several_run(post: PostScreen, desk: Desk) -> None:
    assert "F6" not in {keys for keys, _ in post.hints()}
    desk.pass_time(MINUTE)
    desk.blow(Qt.Key.Key_3)
    assert "F6" in {keys for keys, _ in post.hints()}


# -- fewest actions (domain.md 5.3) --------------------------------------------------------------------------------


def test_the_main_tasks_take_no_more_actions_than_they_may(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    count = Counter(hands)
    count.key(Qt.Key.Key_F9)
    count.key(Qt.Key.Key_1)
    count.hold(desk)
    assert count.made == 3, "blow from anywhere"
    post = desk.post
    desk.digit(POLICE), desk.digit(2)
    count.made = 0
    for _ in range(3):
        desk.digit(4)
    count.key(Qt.Key.Key_4)
    hands.settled()
    assert desk.state(4).furthest == "arrived"
    assert count.made == 1, "mark arrived"
    hands.key(Qt.Key.Key_Slash)
    hands.type("三楼有人")
    count.made = 0
    count.key(Qt.Key.Key_Return)
    hands.settled()
    assert "三楼有人" in log(post)
    assert count.made == 1, "a line of the log is typed and sent"
    desk.pass_time(6 * MINUTE)
    waiting = len(window.alarms.alarms)
    count.made = 0
    count.key(Qt.Key.Key_F8)
    hands.settled()
    assert (len(window.alarms.alarms) < waiting, count.made) == (True, 1)


class Counter:
    """Counts what a hand does."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.made = 0

    def key(self, key: Qt.Key) -> None:
        self.made += 1
        self._hands.key(key)

    def hold(self, desk: Desk) -> None:
        self.made += 1
        desk.hold_enter(desk.on_post)


# -- a drill -------------------------------------------------------------------------------------------------------


def test_one_key_ends_the_drill_says_so_and_a_press_on_the_toast_takes_it_back(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    """Wherever its board is: here the overview is seen. Nothing is asked."""
    desk.blow(Qt.Key.Key_1, drill=True)
    desk.digit(1)
    drill = desk.incident.whistle.id
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_F9, CONTROL)
    hands.settled()
    assert window.current is window.screens["whistle"]
    assert window.current.mode() == "real"
    assert not desk.sheets, "nothing is asked"
    ended = window.desk.read.incidents.whistle(drill)
    assert ended.closed_at is not None
    said = [words for words in desk.toasts if ended.number in words]
    assert len(said) == 1
    assert "departments to be told: 13" in said[0]
    assert not window.strip.isHidden()
    assert "演练演练" not in window.strip.accessibleName().removeprefix(MARK)
    hands.key(Qt.Key.Key_Escape)
    assert window.strip.isHidden(), (
        "the text to read out goes when it is closed, and does not stand above the real incident"
    )
    assert window.current is window.screens["whistle"], "the console stays"
    window.toasts.acted.emit("drill.resume")
    hands.settled()
    again = window.desk.read.incidents.whistle(drill)
    assert again.running
    states = window.desk.read.incidents.report_ins(drill)
    assert [state.furthest for state in states][:2] == ["called", ""]
    assert not any(state.closed for state in states)


def test_a_drill_board_has_no_red_pixel(window: Window, desk: Desk, hands: Hands, quick: None) -> None:
    post = desk.blow(Qt.Key.Key_1, drill=True)
    desk.line("3 到 4")
    desk.pass_time(40 * MINUTE)
    for size in ((1920, 1080), (1366, 768)):
        window.resize(*size)
        desk.pass_time(1000)
        image = post.grab().toImage()
        assert near(image, [post.look.color("redF"), post.look.color("red")]) == 0


# -- sixty departments ---------------------------------------------------------------------------------------------


def test_sixty_departments_keep_their_numbers_over_six_pages(post: PostScreen, desk: Desk, hands: Hands) -> None:
    """Ordinals are fixed; a digit acts on the page that is seen, the line on any; the strip knows all pages."""
    listed = {state.unit for state in desk.incident.report_ins}
    others = [unit.id for unit in desk.window.desk.reference.units.values() if unit.active and unit.id not in listed]
    wanted = others[: 60 - len(listed)]
    calls = tuple(UnitCall(unit=unit) for unit in wanted)
    desk.window.desk.submit(AddUnits(whistle=desk.incident.whistle.id, units=calls))
    hands.settled()
    count = len(desk.incident.report_ins)
    assert count > 40
    pages = -(-count // 10)
    for page in range(1, pages):
        hands.key(Qt.Key.Key_PageDown)
        first = post.board.tiles[0].face
        assert first is not None
        assert first.ordinal == page * 10 + 1
    desk.digit(1)
    assert desk.state((pages - 1) * 10 + 1).furthest == "called"
    desk.line("23 应")
    assert desk.state(23).furthest == "answered"
    desk.pass_time(6 * MINUTE)
    assert max(entry.ordinal for entry in post.strip.entries) > 30, "late ones of every page"
    post.strip.grab()
    start, end, ordinal = post.strip._places[-1]
    where = post.strip.rect().center()
    where.setX(round((start + end) / 2))
    hands.click(post.strip, where)
    assert post.board.chosen is not None
    assert post.board.chosen.ordinal == ordinal


def test_the_text_to_read_out_has_keys_and_goes_by_itself(
    window: Window, desk: Desk, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_F9, CONTROL)
    hands.settled()
    said = window.strip.accessibleName()
    hands.key(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == said
    assert window.strip.isHidden()
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_F9, CONTROL)
    hands.settled()
    assert not window.strip.isHidden()
    assert window.drill_end._timer.isActive()
    window.drill_end._timer.timeout.emit()
    assert window.strip.isHidden()


def test_what_has_to_be_told_upward_stays_owed_beside_the_work_and_a_guess_nobody_made_is_not_ticked(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    assert phases(post)["judged"] == "skipped"
    desk.line("1 到 6")
    found = phases(post)
    assert (found["working"], found["leaders_told"], found["district_told"]) == ("now", "owed", "owed")
    assert "still to be told" in post.phases.accessibleName()
    hands.key(Qt.Key.Key_M)
    desk.choose("leader")
    desk.send()
    assert (phases(post)["leaders_told"], phases(post)["district_told"]) == ("done", "owed")
    hands.key(Qt.Key.Key_J)
    desk.fill(event="general")
    desk.send()
    assert phases(post)["judged"] == "done"


@pytest.mark.parametrize(("height", "width"), [(74, 365), (71, 365), (54, 365), (40, 365), (63, 260), (40, 250)])
def test_a_squeezed_tile_keeps_the_name_and_as_long_as_there_are_two_lines_the_number(
    post: PostScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch, height: int, width: int
) -> None:
    """With several incidents and the strip of the late the board is low: pips, foot and chip give way, the name never."""
    desk.line("3 预 22:30 王队")
    desk.pass_time(6 * MINUTE)
    drawn: list[tuple[str, QRectF]] = []
    really = paint.text

    def note(p: object, look: object, rect: object, text: str, *more: object) -> None:
        drawn.append((text, QRectF(rect)))  # type: ignore[call-overload]
        really(p, look, rect, text, *more)  # type: ignore[arg-type]

    lines: list[str] = []
    cut = paint.elided

    def note_line(p: object, look: object, rect: object, words: str, *more: object) -> None:
        lines.append(words)
        cut(p, look, rect, words, *more)  # type: ignore[arg-type]

    one = post.board.tiles[POLICE - 1]
    face = one.face
    assert face is not None
    shown = ReportTile(one._look, POLICE - 1, compact=True)
    shown.show_face(face)
    shown.resize(width, height)
    monkeypatch.setattr(paint, "text", note)
    monkeypatch.setattr(paint, "elided", note_line)
    shown.grab()
    names = [rect for text, rect in drawn if text and face.name.startswith(text.rstrip("…")) and len(text) > 1]
    assert names, drawn
    assert names[0].top() >= 0
    assert names[0].bottom() <= height
    if height > 48 and width > 300:
        assert any(face.name == text for text, _ in drawn)
        assert face.contact in lines
    shown.deleteLater()

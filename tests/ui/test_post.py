"""The command post by keys: one key a step, clocks against limits, nobody overlooked, nobody left behind, nothing lost."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.post import board
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from post_board import flashes, log, pinned, tile
from PySide6.QtCore import QElapsedTimer, Qt

STEPS = ["called", "answered", "left", "arrived", "working", "done"]
POLICE, WARDENS, GRID = 3, 5, 10


# -- one key a step ------------------------------------------------------------------------------------------------


def test_a_digit_is_one_step_and_the_seventh_asks_how_many_leave(post: PostScreen, desk: Desk) -> None:
    for step in STEPS:
        desk.pass_time(30_000)
        desk.digit(POLICE)
        assert desk.story.kinds[-1] == f"report_in.{step}"
        assert desk.state(POLICE).furthest == step
        assert tile(post, POLICE).filled == STEPS.index(step) + 1
    assert tile(post, POLICE).chip.text == "Done"
    fact = desk.story.facts[-1]
    assert (fact.actor, fact.channel) == ("P4103", "phone")
    desk.digit(POLICE)
    assert "release" in desk.form.title.text()
    assert desk.form.caption.text() == "asked for: 6 · how many are here is not known"
    desk.fill(people="4", reason="task_done", told_by="邓少杰")
    desk.send()
    released = desk.story.one("report_in.release_approved")
    told = (released.body["people"], released.body["reason"], released.words("told_by"))
    assert told == (4, "task_done", "邓少杰")
    assert tile(post, POLICE).filled == 7
    assert not desk.state(POLICE).on_scene


def test_every_digit_is_its_own_department_also_on_the_number_pad(post: PostScreen, desk: Desk, hands: Hands) -> None:
    for digit in (1, 2, 0):
        desk.digit(digit)
    hands.key(Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    hands.settled()
    called = [state.ordinal for state in desk.incident.report_ins if state.furthest == "called"]
    assert called == [1, 2, 4, 10]


def test_page_down_shows_the_next_ten_and_the_numbers_stay(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_PageDown)
    shown = [one.face.ordinal for one in post.board.tiles if one.face is not None]
    assert shown == [11, 12]
    desk.digit(2)
    assert desk.state(12).furthest == "called"
    assert desk.state(2).furthest == ""
    hands.key(Qt.Key.Key_PageUp)
    assert tile(post, 1)


def test_a_tile_shows_the_number_that_the_line_takes_and_under_it_the_digit_to_press(
    post: PostScreen, desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    really = paint.text

    def note(*told: object, **more: object) -> None:
        drawn.append(str(told[3]))
        really(*told, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(paint, "text", note)
    post.board.tiles[9].grab()
    assert "10" in drawn
    assert "0" not in drawn
    hands.key(Qt.Key.Key_PageDown)
    drawn.clear()
    post.board.tiles[1].grab()
    assert "12" in drawn
    face = post.board.tiles[1].face
    assert face is not None
    assert (face.key, face.spoken.split(",")[0]) == ("2", "12")


def test_the_same_digit_twice_within_a_moment_is_one_step(
    post: PostScreen, desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "DOUBLE_PRESS_MS", 600)
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_1)
    hands.settled()
    assert desk.state(1).furthest == "called"
    waited = QElapsedTimer()
    waited.start()
    hands.until(lambda: waited.elapsed() > 620)
    desk.digit(1)
    assert desk.state(1).furthest == "answered"


def test_the_words_of_a_step_are_those_of_its_department(post: PostScreen, desk: Desk, hands: Hands) -> None:
    """Two digits in one breath: each answer names its own department."""
    said: list[str] = []
    post.services.toast.connect(lambda toast: said.append(toast.text))
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_3)
    hands.settled()
    assert said == ["1 榆和消防救援站: Called", "3 青榆派出所: Called"]


def test_the_line_enters_what_was_heard_with_its_count(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.pass_time(MINUTE)
    hands.key(Qt.Key.Key_Slash)
    hands.type("10 到 6")
    assert post.log.reading.text().startswith("10 供电公司青榆抢修班 Arrived")
    hands.enter()
    hands.settled()
    arrived = desk.story.one("report_in.arrived")
    assert (arrived.body["people"], arrived.channel) == (6, "phone")
    assert desk.state(GRID).people == 6
    assert post.log.line.text() == ""
    assert post.log.line.hasFocus()
    assert tile(post, GRID).chip.text == "Arrived"
    assert "count 6" in tile(post, GRID).last
    assert any("供电公司青榆抢修班" in line for line in log(post))


def test_how_many_came_can_follow_the_arrival(post: PostScreen, desk: Desk) -> None:
    desk.line("10 到")
    desk.line("10 到 12")
    assert desk.story.one("report_in.arrived").body.get("people") is None
    assert desk.state(GRID).people == 12


@pytest.mark.parametrize(("typed", "milestone"), [("3 应", "answered"), ("3c", "left"), ("３ 到场", "arrived")])
def test_the_line_takes_words_letters_and_full_width(post: PostScreen, desk: Desk, typed: str, milestone: str) -> None:
    desk.line(typed)
    assert desk.state(POLICE).furthest == milestone


def test_a_line_for_nobody_says_so_and_keeps_the_words(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("50 到 6")
    hands.enter()
    hands.settled()
    assert post.log.reading.text() == "“50”: the board has only 1–12; 先到 puts another on it"
    assert post.log.line.text() == "50 到 6"
    assert desk.story.kinds == []
    hands.type("1,3-6 到 6#被困0")
    assert post.log.line.text() == "1,3-6 到 6#被困0", "what is typed takes the place of what was refused"
    assert post.log.reading.wordWrap(), "what will happen is never cut"
    hands.enter()
    hands.settled()
    assert "“6#被困0” is a line of its own" in post.log.reading.text()
    assert desk.story.kinds == []
    hands.key(Qt.Key.Key_Escape)
    desk.line("#Trapped0")
    assert desk.incident.whistle.facts["trapped"].value == 0
    assert desk.story.kinds == ["whistle.fact_set"]


@pytest.mark.parametrize(
    ("typed", "ordinal", "people"),
    [("10号到6人", 10, 6), ("10号 到 6 人", 10, 6), ("派出所 到 3", POLICE, 3), ("2 到 4 人", 2, 4)],
)
def test_an_arrival_said_over_the_telephone_is_no_note(
    post: PostScreen, desk: Desk, typed: str, ordinal: int, people: int
) -> None:
    desk.line(typed)
    assert desk.story.kinds == ["report_in.arrived"]
    fact = desk.story.facts[0]
    assert (desk.state(ordinal).people, fact.words("told_by")) == (people, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10 飞 6", "“飞 6” is no act"),
        ("6 到 -3", "cannot be negative"),
        ("99 到 6", "the board has only 1–12"),
        ("11 到 4 23:59", "23:59 has not come yet"),
        ("#飞机 1", "which key fact?"),
        ("3 替", "Replaced, write which unit"),
    ],
)
def test_what_looks_like_a_line_and_cannot_be_read_stays_and_is_asked_about(
    post: PostScreen, desk: Desk, hands: Hands, typed: str, said: str
) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type(typed)
    hands.enter()
    hands.settled()
    assert desk.story.kinds == []
    assert post.log.line.text() == typed
    assert said in post.log.reading.text()


def test_a_slash_before_it_makes_a_note_of_anything(post: PostScreen, desk: Desk) -> None:
    desk.line("/10 飞 6")
    assert desk.story.one("whistle.noted").words("words") == "10 飞 6"


def test_a_line_for_several_says_who_is_in_the_way(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("3 应")
    hands.key(Qt.Key.Key_Slash)
    hands.type("3,5-8 应")
    hands.enter()
    hands.settled()
    assert post.log.reading.text().startswith("3 青榆派出所：")


def test_whoever_comes_unasked_is_named_by_telephone_or_part_of_the_name(post: PostScreen, desk: Desk) -> None:
    unit = next(one for one in desk.window.desk.reference.units.values() if one.id == "D25")
    desk.line(f"先到 {unit.duty_phone} 4")
    assert (desk.state(13).unit, desk.state(13).people) == ("D25", 4)


def test_every_key_fact_can_be_told_by_line(post: PostScreen, desk: Desk) -> None:
    desk.line("#Dead1")
    assert desk.incident.whistle.facts["dead"].value == 1


def test_what_is_typed_next_is_not_swallowed_by_the_answer_to_the_line_before(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("3 到 4")
    hands.enter()
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("二楼有人")
    hands.settled()
    assert post.log.line.text() == "二楼有人"


def test_ctrl_digit_advances_while_a_line_is_typed(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("三单元")
    hands.key(Qt.Key.Key_2, CONTROL)
    hands.settled()
    assert desk.state(2).furthest == "called"
    assert post.log.line.text() == "三单元"
    assert post.log.line.hasFocus()


def test_late_word_is_entered_with_its_own_time_and_who_said_it(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.pass_time(12 * MINUTE)
    hands.enter()
    desk.choose("step:arrived")
    desk.fill(at="21:52", people="5", told_by="梁长青", words="从东门进的")
    desk.send()
    fact = desk.story.one("report_in.arrived")
    assert fact.recorded_at - fact.happened_at == 7 * MINUTE + 12_000
    assert (fact.words("told_by"), fact.words("words"), fact.channel) == ("梁长青", "从东门进的", "phone")
    entry = desk.state(1).milestone("arrived")
    assert entry is not None
    assert entry.late
    assert desk.state(1).milestone("answered") is None, "the skipped times stay empty"
    assert "entered late" in tile(post, 1).last
    row = next(row for row in post.log.timeline.model().rows if "从东门进的" in row.words)  # type: ignore[attr-defined]
    assert "梁长青" in row.author


def test_a_time_that_cannot_be_read_is_named_and_nothing_is_written(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.enter()
    desk.choose("step:arrived")
    sheet = desk.fill(at="quarter to ten")
    desk.send()
    assert sheet.note.text() == "“When it happened” cannot be read as it is written."
    assert sheet.form.widgets["at"].property("wrong") == "true"
    desk.fill(at="", people="minus one")
    desk.send()
    assert sheet.note.text() == "“How many people” cannot be read as it is written."
    assert desk.story.kinds == []
    desk.fill(people="", at="20:00")
    desk.send()
    assert "only listed at" in sheet.note.text()
    assert desk.story.kinds == []


# -- clocks --------------------------------------------------------------------------------------------------------


def test_each_clock_runs_against_its_limit_and_a_step_stops_it(post: PostScreen, desk: Desk) -> None:
    assert (tile(post, WARDENS).timer, tile(post, WARDENS).caption) == ("03:00", "to answer · limit 3")
    desk.pass_time(2 * MINUTE)
    assert tile(post, WARDENS).timer == "01:00"
    desk.digit(WARDENS)
    desk.digit(WARDENS)
    assert tile(post, WARDENS).caption == "to leave · limit 5"
    desk.digit(WARDENS)
    assert (tile(post, WARDENS).timer, tile(post, WARDENS).caption) == ("08:00", "to arrive · limit 10")
    desk.digit(WARDENS)
    assert tile(post, WARDENS).caption == "since arrival"
    desk.pass_time(20 * MINUTE)
    assert tile(post, WARDENS).level == "plain"
    assert WARDENS not in pinned(post)


def test_fire_and_ambulance_keep_their_own_rule_and_are_never_judged(post: PostScreen, desk: Desk) -> None:
    desk.pass_time(90 * MINUTE)
    assert tile(post, 1).caption == "since the whistle · own rule"
    assert tile(post, 1).level == "plain"
    assert 1 not in pinned(post)


def test_whoever_is_silent_or_late_stands_on_the_strip_of_all_pages_and_flashes(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    desk.digit(POLICE)
    desk.pass_time(4 * MINUTE + 10_000)
    assert pinned(post)[POLICE] == "left 00:50", "close to a limit is said before it is over"
    desk.pass_time(2 * MINUTE)
    assert pinned(post)[POLICE] == "no answer +01:10"
    assert pinned(post)[12] == "no answer +01:10"
    assert post.strip.isVisible()
    face = tile(post, POLICE)
    assert (face.level, face.blocked, face.timer) == ("over", True, "+01:10")
    assert face.chip.text == "No answer · Called"
    raised = {(f.subject, f.body["clock"]) for f in desk.story.facts if f.kind == "report_in.deadline_raised"}
    assert (f"report_in/{desk.incident.whistle.id}/D03", "answer") in raised
    dark = flashes(window)
    hands.until(lambda: bool(dark) and dark[-1])
    bright = post.board.tiles[2].grab().toImage()
    hands.until(lambda: not dark[-1])
    assert post.board.tiles[2].grab().toImage() != bright, "the key block of a late department flashes"


def test_answered_but_not_there_is_late_and_says_where_it_is(post: PostScreen, desk: Desk) -> None:
    for _ in range(3):
        desk.digit(POLICE)
    desk.pass_time(16 * MINUTE)
    assert tile(post, POLICE).chip.text == "Overdue · On the way"
    assert pinned(post)[POLICE] == "+01:00"


def test_f8_takes_note_one_after_the_other_and_the_flash_ends_with_the_last(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    desk.pass_time(6 * MINUTE)
    count = len(window.alarms.alarms)
    assert count > 2
    hands.key(Qt.Key.Key_F8)
    hands.settled()
    assert len(window.alarms.alarms) == count - 1
    acknowledged = [fact for fact in desk.story.facts if fact.kind.endswith("deadline_acknowledged")]
    assert [fact.actor for fact in acknowledged] == ["P4103"]
    dark = flashes(window)
    hands.until(lambda: bool(dark) and not dark[-1])
    for _ in range(count - 1):
        hands.key(Qt.Key.Key_F8)
        hands.settled()
    assert not window.alarms.alarms
    assert dark[-1], "the flash ends bright"
    assert tile(post, POLICE).level == "over", "noted is not solved"
    assert post.board.hasFocus(), "an alarm never takes the keyboard"


def test_a_click_on_the_strip_goes_to_the_department_on_its_page(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.pass_time(6 * MINUTE)
    post.strip.grab()
    start, end, ordinal = post.strip._places[-1]
    where = post.strip.rect().center()
    where.setX(round((start + end) / 2))
    hands.click(post.strip, where)
    assert post.board.chosen is not None
    assert post.board.chosen.ordinal == ordinal


# -- what else a department does -----------------------------------------------------------------------------------


def test_a_refusal_needs_a_reason_and_a_name_and_stays_on_the_tile(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.digit(POLICE)
    hands.enter()
    desk.choose("refused")
    sheet = desk.fill(reason="short_of_forces")
    desk.send()
    assert sheet.note.text() == "“Said by” is missing."
    desk.fill(told_by="许学军", words="全部在处理另一起警情")
    desk.send()
    fact = desk.story.one("report_in.refused")
    assert fact.body["reason"] == "short_of_forces"
    assert (fact.words("told_by"), fact.words("words")) == ("许学军", "全部在处理另一起警情")
    assert tile(post, POLICE).chip.text == "Refused"
    assert tile(post, POLICE).caption == "short of forces"
    assert any("Refused" in line and "short of forces" in line for line in log(post))
    desk.pass_time(20 * MINUTE)
    assert POLICE not in pinned(post)


def test_a_replacement_comes_onto_the_board_with_the_clocks_of_the_first(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    desk.digit(9)
    hands.enter()
    desk.choose("replaced")
    desk.fill(substitute="D25", told_by="曾佳宁")
    desk.send()
    assert tile(post, 9).chip.text == "Replaced"
    assert desk.state(13).unit == "D25"
    assert desk.state(13).limits == desk.state(9).limits


def test_a_promise_is_shown_until_the_department_is_there(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.digit(1)
    hands.enter()
    desk.choose("promise")
    desk.fill(at="22:00", people="8")
    desk.send()
    assert "promised 22:00" in tile(post, 1).last
    hands.enter()
    desk.choose("promise")
    sheet = desk.fill(at="20:00")
    desk.send()
    assert sheet.note.text() == "The promised time has passed already."


def test_a_lost_contact_stands_above_all_until_it_is_found(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("3 到 4")
    post.board.select_ordinal(POLICE)
    hands.enter()
    desk.choose("lost")
    desk.pass_time(6 * MINUTE)
    assert post.strip.entries[0].ordinal == POLICE
    assert tile(post, POLICE).chip.text == "Contact lost · Arrived"
    hands.enter()
    desk.choose("found")
    assert POLICE not in pinned(post)


def test_a_release_with_another_count_needs_words(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.line("3 到 4")
    post.board.select_ordinal(POLICE)
    hands.enter()
    desk.choose("release")
    assert desk.form.caption.text() == "asked for: 6 · on the scene: 4 · 2 fewer came"
    sheet = desk.fill(people="3")
    desk.story.begin()
    desk.send()
    assert sheet.note.text() == "4 arrived, 3 leave. Check the count, or write why it differs."
    assert desk.story.kinds == []
    desk.fill(words="一人随救护车去医院")
    desk.send()
    fact = desk.story.one("report_in.release_approved")
    assert (fact.body["people"], fact.words("words")) == (3, "一人随救护车去医院")
    desk.line("5 到")
    desk.line("5 撤 6 完成")
    assert "left 6" in tile(post, 5).last, "how many left is not how many came"
    assert "count" not in tile(post, 5).last


def test_p_shows_the_number_and_a_miss_leads_to_the_next_one(
    post: PostScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    post.board.select_ordinal(WARDENS)
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.number.text() == "100-0000-2007"
    unit = window.desk.reference.units[desk.state(WARDENS).unit]
    told = window.phone_sheet.name.text()
    assert told == f"5 {unit.name}\nduty phone · contact {unit.contacts[0].name} {unit.contacts[0].post}"
    assert window.phone_sheet.what.text()
    for _ in range(2):
        hands.key(Qt.Key.Key_N)
        hands.settled()
        hands.key(Qt.Key.Key_P)
    assert desk.story.kinds == ["report_in.call_tried"] * 2
    assert "潘永年 副班" in window.phone_sheet.name.text(), "two misses at one number, then the next by itself"
    assert "contact 2" in tile(post, WARDENS).contact
    hands.enter()
    hands.settled()
    assert desk.story.facts[-1].body["result"] == "reached"
    assert desk.state(WARDENS).furthest == "called", "reached is no answer yet"


def test_a_call_nobody_answered_told_nobody(post: PostScreen, desk: Desk, hands: Hands) -> None:
    waiting = tile(post, WARDENS).chip
    post.board.select_ordinal(WARDENS)
    hands.key(Qt.Key.Key_P)
    hands.key(Qt.Key.Key_N)
    hands.settled()
    face = tile(post, WARDENS)
    assert (face.chip, face.filled) == (waiting, 0)
    assert "calls without answer: 1" in face.last
    assert desk.state(WARDENS).next_step == "called"
    desk.digit(WARDENS)
    assert (tile(post, WARDENS).chip.text, tile(post, WARDENS).filled) == ("Called", 1)


def test_undo_is_an_entry_and_the_line_stays_struck(post: PostScreen, desk: Desk, hands: Hands) -> None:
    desk.digit(1)
    desk.digit(1)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    withdrawn = desk.story.one("report_in.withdrawn")
    assert str(withdrawn.corrects) == str(desk.story.one("report_in.answered").id)
    assert desk.state(1).furthest == "called"
    assert tile(post, 1).filled == 1
    assert "Taken back: 1 榆和消防救援站, Answered" in desk.toasts
    rows = post.log.timeline.model().rows  # type: ignore[attr-defined]
    assert next(row for row in rows if "Answered" in row.words and "withdrawn" not in row.words).struck


def test_undo_takes_back_what_is_fresh_and_sends_the_older_to_the_menu(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    desk.digit(1)
    desk.pass_time(2 * MINUTE + 1000)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.settled()
    assert desk.state(1).furthest == "called"
    assert "report_in.withdrawn" not in desk.story.kinds
    assert any(one.startswith("Not taken back: 1 榆和消防救援站, Called") for one in desk.toasts)
    hands.enter()
    desk.choose("undo")
    assert desk.state(1).furthest == "", "through its menu it goes at any age"


# -- leading -------------------------------------------------------------------------------------------------------


def test_the_post_is_set_up_with_place_commander_and_the_groups_of_the_plan(
    post: PostScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_C)
    assert desk.form.caption.text() == "Groups of the plan that open with it: 8"
    assert desk.form.form.text("place_words") == "小区大门外、警戒线外", "where the plan gathers"
    sheet = desk.fill(place_words="")
    desk.send()
    assert sheet.note.text() == "“Where (upwind, outside the cordon)” is missing."
    desk.fill(place_words="小区东门保安室", deputy_name="葛大为")
    desk.send()
    fact = desk.story.one("post.set_up")
    assert fact.words("place_words") == "小区东门保安室"
    assert desk.story.kinds.count("post.group_opened") == 8
    state = desk.incident.post
    assert (state.stage, len(state.groups)) == ("running", 8)
    assert state.commander == "P0015", "the leader of the running shift"
    spoken = post.structure.structure.accessibleName()
    assert state.commander_words in spoken
    assert "疏散安置" in spoken
    assert post.structure.caption.text() == "小区东门保安室"
    hands.key(Qt.Key.Key_C)
    desk.fill(place_words="东侧小学操场")
    desk.send()
    assert "post.amended" in desk.story.kinds
    assert len(desk.incident.post.groups) == 8


def test_command_is_handed_over_and_ours_supports(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_C)
    desk.fill(place_words="东门")
    desk.send()
    desk.line("1 到 6")
    hands.key(Qt.Key.Key_M)
    desk.choose("hand_over")
    assert desk.form.form.text("words") == "现场1个单位，未完成指令7条"
    desk.fill(to="榆和区消防救援支队")
    desk.send()
    fact = desk.story.one("post.handed_over")
    assert fact.words("to") == "榆和区消防救援支队"
    assert desk.incident.post.stage == "supporting"
    desk.window.go(Go("post", {"whistle": desk.incident.whistle.id}))
    assert post.structure.caption.text() == "led by 榆和区消防救援支队; ours supports"
    desk.window.go(Go("organ", {"whistle": desk.incident.whistle.id, "act": "take_back"}))
    desk.send()
    assert desk.incident.post.stage == "running"


def test_s_leads_to_the_reports_of_this_incident(post: PostScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_S)
    current = desk.window.current
    assert current is not None
    assert current.name == "reports"
    assert current.where() == {"whistle": desk.incident.whistle.id}

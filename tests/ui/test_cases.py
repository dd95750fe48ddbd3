"""The case centre as a person uses it: found, taken in, dispatched, noted, returned, closed - and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commandcenter.app import Application
from commandcenter.domain.case import Case
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.ui.cases.register import RegisterSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

GAS, LIFT, DRAIN = "2026-0716-A0022", "2026-0716-A0018", "2026-0716-A0016"


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def titles(screen: CasesScreen) -> list[str]:
    rows = [screen.model.row(place) for place in range(screen.model.rowCount())]
    return [row.title for row in rows if row is not None]


def search(screen: CasesScreen, hands: Hands, text: str) -> None:
    """Type into the search field and wait for the list."""
    hands.key(Qt.Key.Key_Slash)
    assert screen.field.hasFocus()
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.key(Qt.Key.Key_Delete)
    hands.type(text)
    hands.until(lambda: screen.query.text == text)


def open_case(screen: CasesScreen, hands: Hands, number: str) -> None:
    """Find a case by its number and choose it."""
    search(screen, hands, number)
    hands.key(Qt.Key.Key_Down)
    assert shown(screen).number == number


def shown(screen: CasesScreen) -> Case:
    assert screen.detail.case is not None
    return screen.detail.case


def stored(screen: CasesScreen, number: str) -> Case:
    """The case as the journal tells it."""
    row = screen.desk.read.cases.search(number, 1)[0]
    return screen.desk.read.cases.case(row.id)[0]


# -- lists ---------------------------------------------------------------------------------------------------------


def test_overdue_cases_stand_first(centre: CasesScreen) -> None:
    assert centre.model.rowCount() == 57
    assert centre.foot.text() == "Cases: 57"
    rows = [centre.model.row(place) for place in range(12)]
    due = [row.next_due for row in rows if row is not None]
    assert due == sorted(due)  # type: ignore[type-var]
    assert sum(at is not None and at <= centre.now() for at in due) == centre._counts["overdue"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("煤气", "望潮公寓A座底商有煤气味，店门锁着"),
        ("渡口", "渡口巷中段污水井盖破损10厘米"),
        ("A0018", "云廊公寓1号楼电梯困人，物业电话没人接"),
        ("井盖 破损", "渡口巷中段污水井盖破损10厘米"),
    ],
)
def test_two_characters_find_a_case(centre: CasesScreen, hands: Hands, typed: str, found: str) -> None:
    search(centre, hands, typed)
    assert found in titles(centre)
    assert centre.foot.text() == f"Hits: {centre.model.rowCount()}, the newest first"
    hands.key(Qt.Key.Key_Down)
    assert centre.list.view.hasFocus()


def test_a_search_that_finds_nothing_says_so_and_esc_brings_the_list_back(centre: CasesScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_End)
    search(centre, hands, "天外飞仙")
    assert centre.pages.currentWidget() is centre.empty
    assert not centre.detail.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert centre.field.text() == ""
    assert centre.query.view == "open"
    assert centre.model.rowCount() == 57
    assert centre.list.view.hasFocus()


def test_a_search_in_another_view_goes_back_to_that_view(centre: CasesScreen, hands: Hands) -> None:
    pick_view(centre, hands, "closed")
    assert centre.model.rowCount() == 10
    search(centre, hands, "望潮")
    hands.key(Qt.Key.Key_Escape)
    assert centre.query.view == "closed"
    assert centre.model.rowCount() == 10


def pick_view(screen: CasesScreen, hands: Hands, view: str) -> None:
    """Click an entry of the side bar."""
    model = screen.bar.view.model()
    place = next(at for at in range(model.rowCount()) if model.row(at).view == view)  # type: ignore[attr-defined]
    hands.click(screen.bar.view.viewport(), screen.bar.view.visualRect(model.index(place, 0)).center())


def test_the_side_bar_narrows_to_a_view_and_to_a_channel(centre: CasesScreen, hands: Hands) -> None:
    pick_view(centre, hands, "to_judge")
    assert sorted(titles(centre)) == ["望潮公寓A座底商有煤气味，店门锁着", "锦机里8号楼消防通道停满私家车"]
    hands.click(centre.bar.view.viewport(), centre.bar.view.visualRect(centre.bar.view.currentIndex()).center())
    for _ in range(20):
        if centre.query.channel == "chief":
            break
        hands.key(Qt.Key.Key_Down)
    assert centre.query.channel == "chief"
    assert {centre.model.row(place).channel for place in range(centre.model.rowCount())} == {"chief"}  # type: ignore[union-attr]


def test_a_chip_narrows_and_its_cross_takes_it_back(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.click(centre.chips["grade"])
    desk.choose(("grade", "urgent"))
    assert {centre.model.row(place).grade for place in range(centre.model.rowCount())} == {"urgent"}  # type: ignore[union-attr]
    assert centre.chips["grade"].active
    hands.click(centre.chips["community"])
    desk.choose(("community", "A8"))
    assert set(titles(centre)) == {
        "渡口巷中段污水井盖破损10厘米",
        "河沿路57号楼前树枝断折悬在步道上方",
        "河沿路33号楼地下室进水，配电间就在旁边",
    }
    for name in ("grade", "community"):
        chip = centre.chips[name]
        hands.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
    assert centre.model.rowCount() == 57


def test_the_count_of_a_narrowed_search_is_that_of_the_rows(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.click(centre.chips["grade"])
    desk.choose(("grade", "urgent"))
    search(centre, hands, "河沿")
    assert centre.foot.text() == f"Hits: {centre.model.rowCount()}, the newest first"
    assert {centre.model.row(place).grade for place in range(centre.model.rowCount())} == {"urgent"}  # type: ignore[union-attr]


def test_the_order_stays_under_the_hand_until_r(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, LIFT)
    hands.key(Qt.Key.Key_Escape)
    search(centre, hands, "公寓")
    hands.key(Qt.Key.Key_Slash)
    hands.key(Qt.Key.Key_Escape)
    before = titles(centre)
    desk.pass_time(3 * HOUR)
    assert titles(centre) == before


# -- one case ------------------------------------------------------------------------------------------------------


def test_a_case_shows_its_clocks_its_story_and_who_answers_for_the_place(centre: CasesScreen, hands: Hands) -> None:
    open_case(centre, hands, LIFT)
    detail = centre.detail
    assert "云廊社区" in detail.place.text()
    assert "grid" in detail.place.text()
    answering = detail.answering
    assert answering is not None
    assert answering.chief is not None
    assert answering.chief.person.name in detail.people.text()
    assert answering.chief.person.phone in detail.people.text()
    words = [row.words for row in detail.timeline.model().rows]  # type: ignore[attr-defined]
    assert any("社区建设办公室" in line for line in words)
    assert any("Limit over: sign" in line for line in words) or detail.clocks._lines


def test_p_calls_who_answers_for_the_place(centre: CasesScreen, window: Window, hands: Hands) -> None:
    open_case(centre, hands, LIFT)
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    assert centre.detail.answering is not None
    assert centre.detail.answering.chief is not None
    assert window.phone_sheet.number.text() == centre.detail.answering.chief.person.phone


def test_name_and_phone_are_masked_until_somebody_looks_and_that_is_on_record(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    open_case(centre, hands, GAS)
    case = shown(centre)
    assert case.phone
    assert case.phone not in centre.detail.reporter.text()
    desk.story.begin()
    hands.click(centre.detail.unmask)
    assert case.phone not in centre.detail.reporter.text()
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.settled()
    assert case.phone in centre.detail.reporter.text()
    opened = desk.story.one("case.revealed")
    assert (opened.actor, opened.words("words")) == ("P4103", "to contact the citizen")
    desk.pass_time(14 * MINUTE)
    assert case.phone in centre.detail.reporter.text()
    desk.pass_time(2 * MINUTE)
    assert case.phone not in centre.detail.reporter.text()
    open_case(centre, hands, LIFT)
    open_case(centre, hands, GAS)
    assert case.phone not in centre.detail.reporter.text()


def test_the_clocks_of_a_case_move_with_the_time(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, GAS)
    line = centre.detail.clocks._lines[0]
    assert centre.detail.clocks._words(line, centre.detail.clocks._now, False, False).startswith("left 4 min")
    desk.pass_time(10 * MINUTE)
    over = centre.detail.clocks._now > line.due_at
    assert centre.detail.clocks._words(line, centre.detail.clocks._now, over, False).startswith("over by 6 min")


# -- taking in -----------------------------------------------------------------------------------------------------


def test_while_the_place_is_typed_it_is_said_who_answers_there_and_what_came_before(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F2)
    sheet = desk.fill(title="路灯又灭了", place="砚池胡同")
    assert isinstance(sheet, RegisterSheet)
    told = sheet.answer.where.text() + sheet.answer.chief.text()
    assert "槐序社区" in told
    assert "陶天佑" in told
    assert "100-0000-0026" in told
    hands.until(lambda: "砚池胡同中段两盏路灯不亮" in [row.alike.case.title for row in sheet.alike.rows])
    assert sheet.answer.lately.text() == "at this place in 30 days: 1"
    desk.fill(place="月球背面")
    assert sheet.answer.place.text() == "Not in the roster: kept in words"


def test_a_call_is_registered_with_everything_that_was_said(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(
        title="楼道有煤气味",
        place="望潮公寓A座",
        text="来电人说三楼很呛，老人头晕",
        reporter="周女士",
        phone="100-0000-7777",
        grade="urgent",
        channel="centre",
    )
    desk.story.begin()
    desk.send()
    assert not desk.sheets
    fact = desk.story.one("case.registered")
    assert (fact.body["grade"], fact.body["channel"]) == ("urgent", "centre")
    assert "周女士" not in str(fact.body)
    assert "望潮公寓" not in str(fact.body)
    assert fact.words("reporter") == "周女士"
    case = stored(centre, fact.body["number"])
    assert (case.title, case.text, case.phone) == ("楼道有煤气味", "来电人说三楼很呛，老人头晕", "100-0000-7777")
    assert shown(centre).number == case.number
    assert any(case.number in words for words in desk.toasts)
    assert centre.desk.read.status.drafts() == {}


def test_a_case_without_a_title_is_not_written_and_the_field_is_named(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F2)
    sheet = desk.fill(place="砚池胡同")
    desk.story.begin()
    desk.send()
    assert sheet.isVisible()
    assert sheet.note.isVisible()
    assert sheet.note.text() == "“Matter, in a few words” is missing."
    assert sheet.form.widgets["title"].hasFocus()
    assert sheet.form.widgets["title"].property("wrong") == "true"
    assert desk.story.kinds == []


def test_letters_typed_on_a_check_box_of_a_sheet_do_not_reach_the_screen_behind(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.form.form.widgets["anonymous"].setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_D, Qt.Key.Key_Period):
        hands.key(key)
    assert len(desk.sheets) == 1
    assert desk.story.kinds == []


def test_f2_twice_has_one_form_with_what_was_typed(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="半句话")
    hands.key(Qt.Key.Key_F2)
    hands.settled()
    assert desk.form.form.text("title") == "半句话"


def test_a_half_typed_form_is_there_again_after_leaving(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="电话断了", reporter="王", grade="prompt")
    hands.key(Qt.Key.Key_Escape)
    assert not desk.sheets
    hands.until(lambda: bool(centre.desk.read.status.drafts()))
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_F2)
    form = desk.form.form
    assert (form.text("title"), form.text("reporter"), form.text("grade")) == ("电话断了", "王", "prompt")


def test_a_half_typed_form_is_there_again_after_a_restart(
    centre: CasesScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    hands.key(Qt.Key.Key_F2)
    desk.fill(title="电话断了", text="水已经进屋")
    hands.until(lambda: "水已经进屋" in str(centre.desk.read.status.drafts()))
    application, again = restart()
    again.key(Qt.Key.Key_F2)
    form = application.window.screens["cases"].findChildren(RegisterSheet)[0].form
    assert (form.text("title"), form.text("text")) == ("电话断了", "水已经进屋")
    again.send()
    again.settled()
    assert application.desk.read.cases.search("水已经", 5)[0].title == "电话断了"
    assert application.desk.read.status.drafts() == {}


def test_a_form_that_was_opened_and_left_untouched_leaves_no_draft(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_N)
    desk.fill(words="x")
    desk.send()
    assert desk.story.kinds == ["case.noted"]
    assert centre.desk.read.status.drafts() == {}


# -- handling ------------------------------------------------------------------------------------------------------


def test_a_case_goes_to_section_and_community_at_once(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, GAS)
    assert centre.detail.communities.ticked == ["A3"]
    hands.key(Qt.Key.Key_D)
    sections = centre.detail.sections
    assert sections.view.hasFocus()
    for _ in range(30):
        row = sections.view.model().row(sections.view.place)  # type: ignore[attr-defined]
        if row.unit == "S04":
            break
        hands.key(Qt.Key.Key_J)
    if "S04" not in sections.ticked:
        hands.key(Qt.Key.Key_Space)
    assert "S04" in sections.ticked
    desk.story.begin()
    desk.send()
    fact = desk.story.one("case.dispatched")
    units = {line["unit"]: line["role"] for line in fact.body["assignees"]}
    assert units["A3"] == "assist"
    assert "S04" in units
    assert list(units.values()).count("lead") == 1
    case = stored(centre, GAS)
    assert case.stage == "dispatched"
    assert all(line.sign_due_at == centre.now() + 5 * MINUTE for line in case.assignees)
    assert shown(centre).stage == "dispatched"
    assert centre.list.view.hasFocus()


def test_a_dispatch_to_nobody_is_refused_in_words(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, GAS)
    hands.key(Qt.Key.Key_D)
    for unit in list(centre.detail.sections.ticked):
        untick(centre, hands, unit)
    desk.story.begin()
    desk.send()
    assert desk.story.kinds == []
    assert desk.toasts[-1] == "No section is ticked. Tick the one that leads, then dispatch."


def untick(screen: CasesScreen, hands: Hands, unit: str) -> None:
    view = screen.detail.sections.view
    model = view.model()
    place = next(at for at in range(model.rowCount()) if model.row(at).unit == unit)  # type: ignore[attr-defined]
    view.scrollTo(model.index(place, 0))
    hands.click(view.viewport(), view.visualRect(model.index(place, 0)).center())


def test_a_note_needs_words_and_stands_in_the_story(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, LIFT)
    hands.key(Qt.Key.Key_N)
    sheet = desk.form
    desk.story.begin()
    desk.send()
    assert sheet.note.text() == "“Note” is missing."
    assert desk.story.kinds == []
    desk.fill(words="物业已接电话，维保半小时到")
    desk.send()
    assert desk.story.one("case.noted").words("words") == "物业已接电话，维保半小时到"
    lines = centre.detail.timeline.model().rows  # type: ignore[attr-defined]
    assert lines[-1].words == "物业已接电话，维保半小时到"
    assert lines[-1].author


def test_a_receiver_signs_and_another_sends_it_back(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, LIFT)
    hands.key(Qt.Key.Key_M)
    desk.choose("dispute")
    desk.fill(words="电梯归特种设备监管")
    desk.story.begin()
    desk.send()
    fact = desk.story.one("case.disputed")
    assert (fact.body["unit"], fact.words("words")) == ("S05", "电梯归特种设备监管")
    assert stored(centre, LIFT).stage == "disputed"
    assert shown(centre).stage == "disputed"
    assert centre.detail.sections.isVisible()


def test_a_matter_that_is_not_ours_is_refused_with_the_words_told_to_the_citizen(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    open_case(centre, hands, GAS)
    hands.key(Qt.Key.Key_M)
    desk.choose("refuse")
    sheet = desk.form
    desk.story.begin()
    desk.send()
    assert sheet.isVisible()
    desk.fill(reason="emergency_number", words="请拨打119，燃气抢修电话已告知")
    desk.send()
    fact = desk.story.one("case.refused")
    assert (fact.body["reason"], fact.words("words")) == ("emergency_number", "请拨打119，燃气抢修电话已告知")
    assert stored(centre, GAS).stage == "refused"


def test_the_next_step_leads_a_case_from_the_call_to_its_end(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    """The key of the next step and nothing else, as somebody works who does not know the stages by heart."""
    open_case(centre, hands, DRAIN)
    assert shown(centre).stage == "handling"
    for unit in ("S03", "A8"):
        hands.key(Qt.Key.Key_Period)
        desk.fill(unit=unit, to_citizen="井盖已换，请您看看", to_hotline="已更换井盖并复核周边")
        desk.send()
    assert shown(centre).stage == "fed_back"
    hands.key(Qt.Key.Key_Period)
    desk.fill(passed="yes", checker="赵敏", words="现场看过，踩踏无异响")
    desk.send()
    assert shown(centre).stage == "verified"
    hands.key(Qt.Key.Key_Period)
    desk.send()
    assert desk.form.note.text(), "whether it is solved has to be chosen, not passed over"
    desk.fill(solved="yes", satisfaction="not", words="太慢了")
    desk.send()
    assert shown(centre).stage == "call_back"
    hands.key(Qt.Key.Key_Period)
    desk.fill(result="solved", cause="井盖老化", prevention="本月普查同批井盖")
    desk.story.begin()
    desk.send()
    closed = desk.story.one("case.closed")
    assert (closed.body["result"], closed.words("cause")) == ("solved", "井盖老化")
    case = stored(centre, DRAIN)
    assert (case.stage, case.open) == ("closed", False)
    assert centre._counts["open"] == 56


def test_who_checks_must_be_named(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    open_case(centre, hands, DRAIN)
    for _ in range(2):
        hands.key(Qt.Key.Key_Period)
        desk.fill(to_citizen="已换", to_hotline="已换")
        desk.send()
    hands.key(Qt.Key.Key_Period)
    sheet = desk.form
    desk.fill(passed="yes")
    desk.story.begin()
    desk.send()
    assert sheet.note.text() == "“Who checked (not the handler)” is missing."
    assert desk.story.kinds == []


def test_f9_takes_the_open_case_along(centre: CasesScreen, window: Window, hands: Hands) -> None:
    open_case(centre, hands, GAS)
    hands.key(Qt.Key.Key_F9)
    console = window.screens["whistle"]
    assert window.current is console
    assert GAS in console.briefing.origin.text()  # type: ignore[attr-defined]
    assert console.draft.place_words.startswith("望潮公寓A座")  # type: ignore[attr-defined]


def test_the_narrow_window_folds_the_case_into_a_drawer(centre: CasesScreen, window: Window, hands: Hands) -> None:
    window.resize(1100, 768)
    hands.until(lambda: not centre.detail.isVisible())
    hands.enter()
    assert centre.detail.isVisible()
    right = centre.detail.mapTo(centre, QPoint(centre.detail.width(), 0)).x()
    assert right <= centre.width()
    hands.key(Qt.Key.Key_Escape)
    assert not centre.detail.isVisible()


def test_a_case_that_another_screen_asks_for_is_shown_wherever_it_is(
    centre: CasesScreen, window: Window, hands: Hands
) -> None:
    case = next(row for row in closed_rows(centre))
    window.services.go.emit(Go("cases", {"case": case}))
    hands.settled()
    assert shown(centre).id == case
    assert QApplication.focusWidget() is centre.list.view


def closed_rows(screen: CasesScreen) -> list[str]:
    from commandcenter.journal.reading.cases import CaseQuery

    query = CaseQuery(view="closed", order="received")
    return [row.id for row in screen.desk.read.cases.first_page(query, screen.now())]

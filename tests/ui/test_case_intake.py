"""Registering by keys alone: found while typing, what may be the same, merged, linked, dispatched, handed over, whistled."""

from __future__ import annotations

import pytest
from commandcenter.domain.case import Case
from commandcenter.ui.cases.register import RegisterSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.finder import Finder
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL
from office_window import Hands
from PySide6.QtCore import Qt

SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_KEYS = 26
"""Keys and typed words for a case with matter, place, kind, caller and phone, from F2 to the number."""


class Counted(Hands):
    """Hands that count what they press; a committed word of the input method is one."""

    pressed = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += 1
        super().key(key, modifier)

    def type(self, text: str) -> None:
        self.pressed += len(text) if text.isascii() else 1
        super().type(text)


@pytest.fixture
def counted(qtbot: object, hands: Hands, window: Window) -> Counted:
    return Counted(hands._qtbot, hands._application)


@pytest.fixture
def sheet(window: Window, counted: Counted) -> RegisterSheet:
    counted.key(Qt.Key.Key_F2)
    counted.settled()
    return sheet_of(window)


def sheet_of(window: Window) -> RegisterSheet:
    screen = window.current
    assert isinstance(screen, CasesScreen)
    found = screen.findChildren(RegisterSheet)
    return next(one for one in found if one.isVisible())


def newest(window: Window) -> Case:
    """The case that was registered last: somebody fell."""
    read = window.desk.read.cases
    return read.case(read.search("摔倒", 1)[0].id)[0]


def fill(counted: Counted, sheet: RegisterSheet) -> None:
    counted.type("污水井盖破损，有人摔倒")
    counted.enter()
    counted.type("dkx")
    counted.enter()
    counted.type("yjg")
    counted.enter()
    assert sheet.form.widgets["text"].hasFocus()
    counted.key(Qt.Key.Key_Tab)
    counted.type("王女士")
    counted.enter()
    counted.type("10000009999")


def test_a_case_with_place_kind_and_phone_takes_few_keys(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    fill(counted, sheet)
    assert sheet.located is not None
    assert sheet.located.name == "渡口巷"
    counted.send()
    counted.settled()
    assert counted.pressed == MOST_KEYS
    case = newest(window)
    assert (case.place, case.community, case.grid, case.reporter, case.phone) == (
        "J20",
        "A8",
        "A8-06",
        "王女士",
        "10000009999",
    )
    assert "/".join(window.desk.reference.categories[case.category]) == "市政设施/窨井盖"
    assert not [one for one in window.findChildren(RegisterSheet) if one.isVisible()], "closed, perhaps already gone"


def test_while_the_place_is_typed_grid_chief_duty_unit_and_limit_stand_there(
    counted: Counted, sheet: RegisterSheet
) -> None:
    counted.type("井盖破损")
    counted.enter()
    counted.type("dkx")
    assert sheet.answer.place.text() == "渡口巷 · Enter takes it"
    assert "姚云帆" in sheet.answer.chief.text()
    assert "贺天佑 100-0000-4320" in sheet.answer.chief.text(), "the chief is on leave: who stands in is called"
    assert "A8-06" in sheet.answer.where.text()
    assert "175 m" in sheet.answer.where.text()
    counted.enter()
    counted.type("yjg")
    counted.enter()
    assert sheet.answer.lead.text().startswith("leads: 市政道路养护所")
    assert "窨井盖" in sheet.answer.why.text()
    assert sheet.answer.limit.text().startswith("Limit: until 7-23 21:47")
    sheet.form.widgets["grade"].setFocus()
    counted.type("u")
    assert sheet.form.text("grade") == "urgent"
    assert sheet.answer.limit.text().startswith("Limit: until 23:47")


def test_a_place_may_stay_words_and_its_number_is_enough(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    counted.type("有人在桥洞下摔倒")
    counted.enter()
    counted.type("j20")
    assert sheet.located is not None
    assert sheet.located.id == "J20"
    counted.key(Qt.Key.Key_A, CONTROL)
    counted.type("铁路桥下的桥洞")
    assert sheet.located is None
    counted.key(Qt.Key.Key_A, CONTROL)
    counted.type("青榆路6号")
    counted.until(lambda: sheet.there.exact)
    assert sheet.answer.place.text() == "青榆路6号"
    assert "A4-01" in sheet.answer.where.text(), "the grid of the house; the street lies in two"
    assert "nearest assembly point 青榆广场北侧, 433 m" in sheet.answer.where.text()
    counted.key(Qt.Key.Key_A, CONTROL)
    counted.type("铁路桥下的桥洞")
    counted.send()
    counted.settled()
    case = newest(window)
    assert (case.place, case.place_words) == ("", "铁路桥下的桥洞")


def test_what_stands_below_is_walked_with_the_arrows_and_escape_closes_it_before_the_sheet(
    counted: Counted, sheet: RegisterSheet
) -> None:
    place = sheet.form.widgets["place"]
    assert isinstance(place, Finder)
    place.setFocus()
    counted.type("dkx")
    counted.key(Qt.Key.Key_Down)
    assert sheet.answer.place.text() == "渡口巷平房院 · Enter takes it"
    counted.key(Qt.Key.Key_Escape)
    assert not place.showing()
    assert sheet.isVisible()
    assert place.key == ""
    counted.type("p")
    counted.enter()
    assert (place.text(), place.key) == ("渡口巷平房院", sheet.located.id if sheet.located else "")
    assert sheet.form.widgets["category"].hasFocus()


def alike(sheet: RegisterSheet, counted: Counted) -> list[tuple[str, tuple[str, ...]]]:
    counted.until(lambda: not sheet._pause.isActive())
    return [(row.alike.case.title, row.alike.reasons) for row in sheet.alike.rows]


def test_what_may_be_the_same_is_shown_with_reasons_and_nothing_is_done_by_itself(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    fill(counted, sheet)
    assert alike(sheet, counted)[0] == ("渡口巷中段污水井盖破损10厘米", ("place", "category", "words"))
    counted.send()
    counted.settled()
    case = newest(window)
    assert (case.merged_into, case.linked, case.stage) == ("", (), "to_judge")


def test_the_same_phone_however_written_is_found(window: Window, counted: Counted, sheet: RegisterSheet) -> None:
    known = next(row for row in window.desk.read.cases.by_place("J20"))
    phone = window.desk.read.cases.case(known.id)[0].phone
    assert phone
    sheet.form.widgets["phone"].setFocus()
    counted.type(phone.replace("-", ""))
    found = alike(sheet, counted)
    assert any("phone" in reasons for _, reasons in found)


def test_words_alone_find_it_by_a_worker(counted: Counted, sheet: RegisterSheet) -> None:
    counted.type("污水井盖破损10厘米")
    counted.until(lambda: bool(sheet.alike.rows))
    assert sheet.alike.rows[0].alike.reasons == ("words",)


def test_merged_with_the_same_press_and_split_again(window: Window, counted: Counted, sheet: RegisterSheet) -> None:
    fill(counted, sheet)
    alike(sheet, counted)
    standing = sheet.alike.rows[0].alike.case.id
    counted.key(Qt.Key.Key_F4)
    counted.key(Qt.Key.Key_M)
    assert sheet.send_button.text() == "Register and merge"
    assert not sheet.dispatch_button.isEnabled()
    counted.send()
    counted.settled()
    case = newest(window)
    assert (case.stage, case.merged_into) == ("merged", standing)
    assert window.desk.read.cases.case(standing)[0].absorbed == (case.id,)


def test_linked_as_a_repeat_call_and_taken_back_by_a_second_press(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    fill(counted, sheet)
    alike(sheet, counted)
    standing = sheet.alike.rows[0].alike.case.id
    counted.key(Qt.Key.Key_F4)
    for _ in range(3):
        counted.key(Qt.Key.Key_L)
    assert sheet.alike.decided == {standing: "link"}
    counted.send()
    counted.settled()
    assert newest(window).links == {standing: "repeat"}


def test_registered_and_dispatched_in_one_press(window: Window, counted: Counted, sheet: RegisterSheet) -> None:
    fill(counted, sheet)
    counted.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    counted.settled()
    case = newest(window)
    assert case.stage == "dispatched"
    assert [(line.unit, line.role) for line in case.assignees] == [("D17", "lead"), ("A8", "assist")]


def test_one_key_hands_it_to_the_fire_service_and_keeps_it(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    counted.type("楼道冒烟有人摔倒")
    counted.key(Qt.Key.Key_2, CONTROL)
    counted.settled()
    case = newest(window)
    assert [one.service for one in case.handed] == ["119"]
    assert case.open


def test_f9_opens_the_console_with_the_case_that_was_being_typed(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    counted.type("煤气泄漏有人摔倒")
    counted.enter()
    counted.type("dkx")
    counted.enter()
    counted.key(Qt.Key.Key_F9)
    assert window.current is not None
    assert window.current.name == "whistle"
    counted.settled()
    case = newest(window)
    assert window.current.draft.case.id == case.id  # type: ignore[attr-defined]


def test_a_draft_outlives_the_window(window: Window, counted: Counted, sheet: RegisterSheet) -> None:
    fill(counted, sheet)
    counted.key(Qt.Key.Key_Escape)
    counted.settled()
    counted.key(Qt.Key.Key_F2)
    again = sheet_of(window)
    assert again is not sheet
    assert again.form.text("title") == "污水井盖破损，有人摔倒"
    assert again.located is not None
    assert again.category


def test_opening_what_may_be_the_same_keeps_what_was_typed(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    fill(counted, sheet)
    alike(sheet, counted)
    standing = sheet.alike.rows[0].alike.case.id
    counted.key(Qt.Key.Key_F4)
    counted.enter()
    counted.settled()
    screen = window.current
    assert isinstance(screen, CasesScreen)
    assert screen.detail.case is not None
    assert screen.detail.case.id == standing
    counted.key(Qt.Key.Key_F2)
    assert sheet_of(window).form.text("phone") == "10000009999"


# -- kinds and places that are none, and who leads -----------------------------------------------------------------


def test_a_loose_guess_is_not_taken_by_enter_and_words_that_are_no_kind_are_refused(
    window: Window, counted: Counted, sheet: RegisterSheet
) -> None:
    counted.type("烟囱下摔倒")
    kind = sheet.form.widgets["category"]
    assert isinstance(kind, Finder)
    kind.setFocus()
    counted.type("jg")
    assert kind.showing()
    assert kind.first == ""
    counted.enter()
    assert (kind.text(), kind.key) == ("jg", "")
    assert "There is no kind “jg”" in sheet.note.text()
    counted.send()
    counted.settled()
    assert sheet.isVisible()
    assert kind.hasFocus()
    counted.key(Qt.Key.Key_A, CONTROL)
    counted.key(Qt.Key.Key_Delete)
    counted.send()
    counted.settled()
    assert newest(window).category == ""


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("yjg", "市政设施/窨井盖"), ("lajg", ""), ("zs", "噪声/夜间施工"), ("垃圾桶", "市容环境/垃圾桶")],
)
def test_initials_begin_with_what_is_typed(counted: Counted, sheet: RegisterSheet, typed: str, taken: str) -> None:
    kind = sheet.form.widgets["category"]
    assert isinstance(kind, Finder)
    kind.setFocus()
    counted.type(typed)
    marked = next((match.words for match in kind._matches if match.key == kind.first), "")
    counted.enter()
    assert kind.text() == (marked or typed)
    if taken:
        assert taken in [match.words for match in kind._matches]
        assert kind.key


def test_down_in_an_empty_line_opens_the_whole_list(window: Window, counted: Counted, sheet: RegisterSheet) -> None:
    for name, count in (
        ("category", len(window.desk.reference.categories)),
        ("place", sum(place.active for place in window.desk.reference.directory.places.values())),
    ):
        line = sheet.form.widgets[name]
        assert isinstance(line, Finder)
        line.setFocus()
        counted.key(Qt.Key.Key_Down)
        assert len(line._matches) == count
        assert line.first == ""
        counted.key(Qt.Key.Key_Down)
        counted.key(Qt.Key.Key_Down)
        wanted = line._matches[1]
        counted.enter()
        assert (line.text(), line.key) == (wanted.words, wanted.key)


@pytest.mark.parametrize("at_once", [False, True])
def test_who_was_said_to_lead_is_ticked_in_the_dispatch_and_gets_it(
    window: Window, counted: Counted, sheet: RegisterSheet, at_once: bool
) -> None:
    fill(counted, sheet)
    promised = sheet.lead.unit
    assert promised
    if at_once:
        counted.key(Qt.Key.Key_Return, CONTROL | SHIFT)
        counted.settled()
        lead = newest(window).lead
        assert lead is not None
        assert lead.unit == promised
        return
    counted.send()
    counted.settled()
    screen = window.current
    assert isinstance(screen, CasesScreen)
    assert screen.detail.case is not None
    assert screen.detail.case.id == newest(window).id
    sections = screen.detail.sections
    assert sections.ticked == [promised]
    assert 0 in sections.view.visible_places()
    counted.send()
    counted.settled()
    lead = newest(window).lead
    assert lead is not None
    assert lead.unit == promised

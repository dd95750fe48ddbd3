"""The settings as a person changes them: by keys and clicks, with what comes of it read from journal, files and screen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import commandcenter
import PySide6
import pytest
from commandcenter.app import Application
from commandcenter.desk.settings import LocalSettings, load_settings
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import MINUTE
from commandcenter.resource import resource
from commandcenter.ui import language
from commandcenter.ui.settings.alarms import AlarmSection
from commandcenter.ui.settings.appearance import LookSection
from commandcenter.ui.settings.calendar import CalendarSection
from commandcenter.ui.settings.categories import CategorySection
from commandcenter.ui.settings.limits import LimitSection
from commandcenter.ui.settings.office import OfficeSection
from commandcenter.ui.settings.pin_sheet import PinSheet
from commandcenter.ui.settings.screen import SECTIONS, SettingsScreen
from commandcenter.ui.settings.section import Section
from commandcenter.ui.settings.units import UnitSection
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from settings_hands import Come, record, told

JUDGE = "case.judge"


# -- moving about ------------------------------------------------------------------------------------------------------


def test_every_section_opens_and_ctrl_tab_goes_through_them(window: Window, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Comma, CONTROL)
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    seen = []
    for _ in SECTIONS:
        seen.append(screen.section.name)
        assert window.top.title.text() == screen.section.words()
        assert screen.section.isAncestorOf(hands.focus())
        hands.key(Qt.Key.Key_Tab, CONTROL)
    assert seen == [kind.name for kind in SECTIONS]
    assert screen.section.name == seen[0]


def test_esc_goes_to_the_list_of_sections_and_its_arrows_choose(window: Window, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Comma, CONTROL)
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    hands.key(Qt.Key.Key_Escape)
    assert screen.list.hasFocus()
    hands.key(Qt.Key.Key_Down)
    assert screen.section.name == "case_limits"
    for _ in range(3):
        hands.key(Qt.Key.Key_Down)
    assert screen.section.name == "units"
    hands.enter()
    assert isinstance(screen.section, UnitSection)
    assert screen.section.view.hasFocus()


def test_no_local_setting_is_without_effect() -> None:
    home = Path(commandcenter.__file__).parent
    sources = [
        path.read_text("utf-8")
        for path in home.rglob("*.py")
        if "ui/settings" not in path.as_posix() and path.as_posix() != (home / "desk/settings.py").as_posix()
    ]
    unread = [one.name for one in fields(LocalSettings) if not any(f"settings.{one.name}" in text for text in sources)]
    assert not unread


# -- limits ------------------------------------------------------------------------------------------------------------


def go_to_limit(section: LimitSection, key: str) -> None:
    section.show_what({"limit": key})
    chosen = section.chosen()
    assert chosen is not None
    assert chosen.key == key


def judge_span(section: Section, desk: Desk, title: str) -> int:
    """Registers a case and tells how many minutes it has until it has to be judged."""
    section.desk.submit(RegisterCase(matter=Matter(title=title)))
    desk.hands.settled()
    row = next(one for one in section.desk.read.cases.search(title, 5) if one.title == title)
    assert row.next_clock == "judge"
    assert row.next_due is not None
    return (row.next_due - desk.clock.now()) // MINUTE


def test_a_limit_is_changed_in_place_with_a_reason_and_the_next_case_goes_by_it(
    come: Come, desk: Desk, hands: Hands, officer: str
) -> None:
    section = come(LimitSection)
    assert judge_span(section, desk, "北口井盖松动") == 30
    go_to_limit(section, JUDGE)
    hands.key(Qt.Key.Key_F2)
    assert section.editor.value.hasFocus()
    hands.type("45")
    hands.enter()
    assert section.side.form.widgets["reason"].hasFocus()
    assert record(section, f"limit/{JUDGE}").get("value") == 30
    hands.type("夜间人少")
    desk.send()
    assert record(section, f"limit/{JUDGE}").get("value") == 45
    assert section.desk.reference.limit(JUDGE).value == 45  # type: ignore[union-attr]
    newest = told(section.side.history)[0]
    assert "45" in newest
    assert officer in newest
    assert "夜间人少" in newest
    assert "came with the founding" in told(section.side.history)[-1]
    assert judge_span(section, desk, "南口路灯不亮") == 45


@pytest.mark.parametrize("typed", ["0", "-5", "abc", "", "99999999999"])
def test_a_value_that_cannot_stand_says_so_and_changes_nothing(
    come: Come, desk: Desk, hands: Hands, typed: str
) -> None:
    section = come(LimitSection)
    go_to_limit(section, JUDGE)
    desk.story.begin()
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Delete)
    hands.type(typed)
    hands.enter()
    assert section.side.problem.isVisible()
    assert section.side.problem.text()
    assert section.editor.value.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    hands.settled()
    assert not section.editor.isVisible()
    assert not desk.story.kinds
    assert record(section, f"limit/{JUDGE}").get("value") == 30


def test_a_limit_without_a_reason_is_not_saved_and_esc_forgets_the_draft(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(LimitSection)
    go_to_limit(section, JUDGE)
    desk.story.begin()
    hands.key(Qt.Key.Key_F2)
    hands.type("45")
    hands.enter()
    desk.send()
    assert "reason" in section.side.problem.text()
    assert "not saved yet" in told(section.side.history)[0]
    hands.key(Qt.Key.Key_Escape)
    assert section.view.hasFocus()
    assert not desk.story.kinds
    assert "not saved yet" not in told(section.side.history)[0]


# -- units -------------------------------------------------------------------------------------------------------------


def test_the_duty_phone_of_a_unit_is_edited_and_its_next_call_uses_it(
    come: Come, window: Window, desk: Desk, hands: Hands, officer: str
) -> None:
    section = come(UnitSection)
    hands.key(Qt.Key.Key_Slash)
    hands.type("D09")
    hands.key(Qt.Key.Key_Down)
    chosen = section.chosen()
    assert chosen is not None
    assert chosen.id == "D09"
    hands.key(Qt.Key.Key_F2)
    desk.fill(duty_phone="100-0000-7777", reason="换了值班室")
    desk.send()
    assert not desk.sheets
    assert section.desk.reference.units["D09"].duty_phone == "100-0000-7777"
    newest = told(section.history)[0]
    assert "Duty phone" in newest
    assert officer in newest
    assert "换了值班室" in newest
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.number.text() == "100-0000-7777"


def test_a_unit_is_entered_retired_and_brought_back(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(UnitSection)
    before = len(section.desk.reference.units)
    hands.key(Qt.Key.Key_A)
    desk.fill(name="青榆河道巡护队", kind="department", relation="dispatch", duty_phone="100-0000-8888")
    desk.send()
    new = next(unit for unit in section.desk.reference.units.values() if unit.name == "青榆河道巡护队")
    assert len(section.desk.reference.units) == before + 1
    section.show_what({"unit": new.id})
    section.come()
    hands.key(Qt.Key.Key_Delete)
    desk.fill(reason="并入排水所")
    desk.send()
    assert not section.desk.reference.units[new.id].active
    section.show_what({"unit": new.id})
    section.come()
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert section.desk.reference.units[new.id].active


def test_minutes_of_its_own_without_a_number_are_a_sentence(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(UnitSection)
    section.show_what({"unit": "D09"})
    hands.key(Qt.Key.Key_F2)
    form = desk.fill(limits="minutes", answer="", leave="", arrive="", reason="试")
    desk.story.begin()
    desk.send()
    assert form.note.text() == "Write at least one limit in minutes."
    assert not desk.story.kinds


# -- the office --------------------------------------------------------------------------------------------------------


def test_the_phone_of_the_office_is_changed(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(OfficeSection)
    hands.click(section.office_button)
    desk.fill(phone="100-0000-9999", reason="新总机")
    desk.send()
    assert section.desk.reference.office.get("phone") == "100-0000-9999"
    assert section._office_values["phone"].text() == "100-0000-9999"
    assert record(section, "office/main").history[-1].reason == "新总机"


def test_an_office_without_a_name_is_refused_with_a_sentence(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(OfficeSection)
    hands.click(section.office_button)
    form = desk.fill(name="")
    desk.story.begin()
    desk.send()
    assert "Short name" in form.note.text()
    assert not desk.story.kinds


def test_a_pin_is_set_and_two_different_ones_are_not(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(OfficeSection)
    chosen = section.chosen_person()
    assert chosen is not None
    hands.key(Qt.Key.Key_F2)
    sheet = next(one for one in desk.sheets if isinstance(one, PinSheet))
    assert sheet.first is not None
    assert sheet.second is not None
    desk.put(sheet.first, "2468")
    desk.put(sheet.second, "2469")
    hands.send()
    assert sheet.note.text() == "The two are not the same."
    desk.put(sheet.second, "2468")
    desk.send()
    assert section.desk.reference.directory.people[chosen.person].has_pin


# -- categories --------------------------------------------------------------------------------------------------------


def test_a_category_is_added_below_the_chosen_one_and_renamed(
    come: Come, desk: Desk, hands: Hands, officer: str
) -> None:
    section = come(CategorySection)
    above = section.chosen()
    assert above is not None
    hands.key(Qt.Key.Key_A)
    desk.fill(name="共享单车堆放")
    desk.send()
    path = (*above.path, "共享单车堆放")
    assert path in section.desk.reference.categories.values()
    chosen = section.chosen()
    assert chosen is not None
    assert chosen.path == path
    assert officer in told(section.history)[0]
    hands.key(Qt.Key.Key_F2)
    desk.fill(name="单车乱停", reason="照市里的叫法")
    desk.send()
    assert (*above.path, "单车乱停") in section.desk.reference.categories.values()
    assert path not in section.desk.reference.categories.values()
    assert "照市里的叫法" in told(section.history)[0]


def test_a_category_that_is_there_already_is_a_sentence(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CategorySection)
    row = next(one for one in section.model.rows if len(one.path) == 2)
    section.view.go(section.model.place_of(row.path[0]))
    hands.key(Qt.Key.Key_A)
    form = desk.fill(name=row.path[1])
    desk.story.begin()
    desk.send()
    assert form.note.text() == "It is in the tree already."
    assert not desk.story.kinds


# -- the calendar ------------------------------------------------------------------------------------------------------


def test_a_day_is_marked_as_rest_by_keys_and_due_dates_go_by_it(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CalendarSection)
    day = date(2026, 7, 17)
    assert section.desk.reference.calendar.works(day)
    hands.key(Qt.Key.Key_Right)
    assert section.grid.day == day
    hands.key(Qt.Key.Key_Space)
    desk.fill(name="防汛轮休", reason="区办〔2026〕12 号")
    desk.send()
    assert not section.desk.reference.calendar.works(day)
    assert [(row.works, row.name) for row in section.model.rows if row.day == day] == [(False, "防汛轮休")]
    assert record(section, "calendar/2026").history[-1].reason == "区办〔2026〕12 号"


def test_a_day_is_found_under_the_mouse(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CalendarSection)
    cell = section.grid.cell(date(2026, 10, 8))
    hands.click(section.grid, QPoint(round(cell.center().x()), round(cell.center().y())))
    assert section.grid.day == date(2026, 10, 8)
    assert "2026-10-08" in section.told.text()


def test_a_year_without_a_table_says_so_until_one_is_begun(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CalendarSection)
    hands.key(Qt.Key.Key_PageDown)
    assert section.year == 2027
    assert "No table covers this year yet" in section.source.text()
    hands.click(section.start_button)
    desk.fill(source="国办通知")
    desk.send()
    assert 2027 in section.desk.reference.calendar.years
    assert section.source.text() == "Source: 国办通知"


# -- tones -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def audible(application: Application, desk: Desk) -> Application:
    """The tones are on, which the hands at the window have switched off."""
    application.window.services.settings_wanted.emit({"sound": True})
    application.window.sound._broken = True  # no sound device is touched; the computer beeps instead
    return application


def test_tones_are_tried_made_quieter_and_switched_off(audible: Application, come: Come, hands: Hands) -> None:
    section = come(AlarmSection)
    sound = audible.window.sound
    hands.key(Qt.Key.Key_T)
    hands.click(section.drill_button)
    assert sound.played == ["alarm.wav", "drill.wav"]
    hands.key(Qt.Key.Key_Minus)
    assert sound.volume == 75
    assert section.percent.text() == "75 %"
    hands.key(Qt.Key.Key_S)
    assert not sound.on
    hands.key(Qt.Key.Key_T)
    sound.play("alarm.wav")
    assert len(sound.played) == 2
    assert not section.real_button.isEnabled()
    kept = load_settings(audible.folder)
    assert (kept.sound, kept.volume) == (False, 75)
    hands.click(section.sound, QPoint(8, section.sound.height() // 2))
    assert sound.on


def test_the_tone_is_muted_for_ten_minutes_and_sounds_again(
    audible: Application, come: Come, desk: Desk, hands: Hands
) -> None:
    section = come(AlarmSection)
    hands.key(Qt.Key.Key_M)
    assert audible.window.alarms.muted_until == desk.clock.now() + 10 * MINUTE
    desk.pass_time(4 * MINUTE)
    assert "06:00" in section.mute_line.note.text()
    hands.click(section.mute_button)
    assert audible.window.alarms.muted_until == 0
    hands.key(Qt.Key.Key_M)
    desk.pass_time(11 * MINUTE)
    assert "sound again by themselves" in section.mute_line.note.text()


def test_standing_still_is_kept_and_the_measured_rate_is_that_of_the_journal(
    audible: Application, come: Come, desk: Desk, hands: Hands
) -> None:
    section = come(AlarmSection)
    hands.key(Qt.Key.Key_N)
    assert not audible.settings.flash
    assert load_settings(audible.folder).flash is False
    desk.pass_time(2 * MINUTE)
    hands.until(lambda: bool(section.figures.figures))
    rate = section.desk.read.incidents.alarm_rate(desk.clock.now() - 60 * MINUTE)
    hands.until(lambda: section.figures.figures[0].value == str(rate))


# -- the look ----------------------------------------------------------------------------------------------------------


def test_theme_and_text_size_change_at_once_and_are_kept(
    application: Application, come: Come, desk: Desk, hands: Hands
) -> None:
    section = come(LookSection)
    before = section.theme_line.height()
    hands.key(Qt.Key.Key_T)
    assert application.look.theme == "light"
    assert QApplication.palette().window().color() == application.look.color("bg0")
    hands.click(section.scale, QPoint(section.scale.width() - 12, section.scale.height() // 2))
    assert application.look.scale == 130
    assert section.scale.current == 2
    hands.until(lambda: section.theme_line.height() > before)
    kept = load_settings(application.folder)
    assert (kept.theme, kept.scale) == ("light", 130)
    hands.key(Qt.Key.Key_Minus)
    hands.key(Qt.Key.Key_Minus)
    hands.key(Qt.Key.Key_T)
    assert (application.look.theme, application.look.scale) == ("dark", 100)


@pytest.fixture
def both_languages(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The Chinese as it is written now, compiled; afterwards no translation is left behind."""
    tool = shutil.which("lrelease", path=str(Path(PySide6.__file__).parent))
    assert tool is not None
    folder = tmp_path / "i18n"
    folder.mkdir()
    compiled = folder / "zh_CN.qm"
    subprocess.run([tool, "-silent", str(resource("i18n/zh_CN.ts")), "-qm", str(compiled)], check=True, timeout=60)
    monkeypatch.setattr(language, "resource", lambda name: tmp_path / name)
    before = QLocale()
    yield
    for one in qapp.findChildren(QTranslator):
        qapp.removeTranslator(one)
        one.deleteLater()
    QLocale.setDefault(before)


def test_the_language_builds_the_window_anew_in_the_same_place(
    application: Application, both_languages: None, come: Come, desk: Desk, hands: Hands
) -> None:
    come(LookSection)
    first = application.window
    hands.key(Qt.Key.Key_L)
    hands.until(lambda: application.window is not first)
    english = application.window
    assert english.top.title.text() == "Look and language"
    hands.until(english.isActiveWindow)
    hands.key(Qt.Key.Key_L)
    hands.until(lambda: application.window is not english)
    screen = application.window.current
    assert isinstance(screen, SettingsScreen)
    assert isinstance(screen.section, LookSection)
    assert application.window.top.title.text() == "外观与语言"
    assert load_settings(application.folder).language == "zh_CN"


def test_the_seat_is_named_from_the_office_and_the_top_bar_says_so(
    application: Application, window: Window, come: Come, desk: Desk, hands: Hands
) -> None:
    office = come(OfficeSection)
    hands.click(office.seat_button)
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    section = screen.section
    assert isinstance(section, LookSection)
    assert section.seat.hasFocus()
    hands.type("甲台")
    hands.enter()
    assert application.settings.seat == "甲台"
    assert window.top.seat.accessibleName().startswith("甲台")
    hands.key(Qt.Key.Key_N)
    hands.type("乙台")
    hands.key(Qt.Key.Key_Escape)
    assert section.seat.text() == "甲台"
    assert application.settings.seat == "甲台"


def test_a_setting_that_cannot_be_kept_is_in_force_and_says_so(
    application: Application, come: Come, desk: Desk, hands: Hands
) -> None:
    come(LookSection)
    (application.folder / "settings.new").mkdir()
    hands.key(Qt.Key.Key_T)
    assert application.look.theme == "light"
    assert any("not kept on the disk" in words for words in desk.toasts)

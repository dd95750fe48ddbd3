"""The reports tab by keys: the chain, the ten items with where each came from, consent by word of mouth, drafts that survive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import MINUTE
from commandcenter.ui.parts.onduty import leader_on_duty
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.reports.items import ItemRow
from commandcenter.ui.reports.reading import draft_key
from commandcenter.ui.reports.screen import ReportsScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from pixels import near
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

EXTENT, LOSS, MEASURES, NEEDS = 5, 6, 8, 9


def screen_of(window: Window) -> ReportsScreen:
    screen = window.current
    assert isinstance(screen, ReportsScreen)
    return screen


@pytest.fixture
def reports(post: PostScreen, desk: Desk, window: Window, hands: Hands) -> ReportsScreen:
    """The tab of a fire that was blown a minute ago; six of the fire service are here, two people are trapped."""
    desk.line("1 到 6")
    desk.line("#trapped 2")
    desk.pass_time(MINUTE)
    hands.key(Qt.Key.Key_S)
    screen = screen_of(window)
    desk.story.begin()
    return screen


def row(screen: ReportsScreen, place: int) -> ItemRow:
    return screen.items.items.rows[place]


def texts(screen: ReportsScreen) -> list[str]:
    return [one.item.text for one in screen.items.items.rows]


def write(hands: Hands, screen: ReportsScreen, place: int, text: str) -> None:
    screen.items.go(place)
    hands.enter()
    screen.items.editor.selectAll()
    hands.type(text)
    hands.enter()


def check(sheet: object, name: str) -> None:
    box = sheet.form.widgets[name]  # type: ignore[attr-defined]
    assert isinstance(box, QCheckBox)
    box.setChecked(True)


def report_initial(desk: Desk, hands: Hands) -> None:
    hands.send()
    desk.fill(signer="沈建勋")
    desk.send()
    hands.send()
    desk.fill(receiver="区应急值班室 蒋春燕", receipt="0412")
    desk.send()


def test_s_on_the_board_leads_here_with_the_ten_items_filled(reports: ReportsScreen) -> None:
    assert reports.where()["whistle"]
    assert row(reports, LOSS).item.text == "死亡待核，失踪待核，受伤待核，被困2人，财产损失不明"
    assert row(reports, MEASURES).item.text.startswith("召集12个单位，已通知1个，到场1个")
    assert row(reports, EXTENT).item.text == "不明"
    assert all(one.item.unknown for one in (row(reports, LOSS), row(reports, EXTENT)))
    assert reports.heading.text() == "Initial report, ten items"


def test_every_prefilled_item_names_its_source(reports: ReportsScreen) -> None:
    for one in reports.items.items.rows:
        if one.item.text and not one.item.text.startswith(("不明", "待核")):
            assert one.item.sources, one.item.name
        assert one.source
    assert row(reports, MEASURES).source.startswith("report-in board")


def test_f4_tells_by_phone_and_stops_the_clock(reports: ReportsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F4)
    sheet = desk.fill(receiver="区应急值班室 蒋春燕", words="一小时内再报")
    check(sheet, "read_back")
    desk.send()
    fact = desk.story.one("sitrep.phoned")
    assert (fact.body["stage"], fact.body["read_back"]) == ("initial", True)
    assert desk.incident.whistle.told["district_phone"][1] == "区应急值班室 蒋春燕"
    assert reports.shown is not None
    assert [link.state for link in reports.shown.links[:2]] == ["done", "running"]
    assert "一小时内再报" in reports.said.spoken
    assert "蒋春燕" in reports.told.spoken


def test_ctrl_enter_signs_and_then_delivers_and_the_next_one_begins(
    reports: ReportsScreen, desk: Desk, hands: Hands
) -> None:
    report_initial(desk, hands)
    assert desk.story.kinds == ["sitrep.drafted", "sitrep.signed", "sitrep.delivered", "whistle.told"]
    assert desk.incident.sitreps[0].receipt == "0412"
    assert "district_written" in desk.incident.whistle.told
    assert reports.heading.text() == "Update 1, ten items"
    assert texts(reports)[:5] == [""] * 5, "an update does not repeat the start"
    assert row(reports, 0).source == "not repeated"


def test_a_signed_text_stands_and_is_not_written_in(reports: ReportsScreen, desk: Desk, hands: Hands) -> None:
    hands.send()
    on_duty = leader_on_duty(desk.window.desk)
    assert desk.form.form.text("signer") == desk.window.desk.reference.directory.people[on_duty].name
    desk.fill(signer="沈建勋")
    desk.send()
    before = texts(reports)
    reports.items.go(EXTENT)
    hands.enter()
    assert not reports.items.writing
    assert texts(reports) == before
    assert reports.next_button.text() == "Delivered"


def test_v_records_consent_by_word_of_mouth_and_later_the_signature(
    reports: ReportsScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_V)
    desk.fill(signer="沈建勋")
    desk.send()
    assert desk.story.one("sitrep.signed").body["oral"] is True
    assert "signature owed" in reports.course.text()
    hands.key(Qt.Key.Key_V)
    desk.send()
    assert desk.incident.sitreps[0].countersigned is not None
    assert "signature owed" not in reports.course.text()


def test_what_a_person_wrote_stands_and_later_facts_are_hints(
    reports: ReportsScreen, desk: Desk, hands: Hands, window: Window
) -> None:
    write(hands, reports, EXTENT, "约3层住户")
    assert row(reports, EXTENT).item.by_hand
    hands.key(Qt.Key.Key_F)
    desk.fill(affected="涉2个单元")
    desk.send()
    item = row(reports, EXTENT).item
    assert (item.text, item.hint) == ("约3层住户", "涉2个单元")
    reports.items.go(EXTENT)
    hands.key(Qt.Key.Key_A)
    assert row(reports, EXTENT).item.text == "涉2个单元"


def test_esc_takes_back_what_was_typed(reports: ReportsScreen, hands: Hands) -> None:
    reports.items.go(NEEDS)
    hands.enter()
    hands.type("请派水泵")
    hands.key(Qt.Key.Key_Escape)
    assert not reports.items.writing
    assert row(reports, NEEDS).item.text == ""
    assert not row(reports, NEEDS).item.by_hand


def test_what_is_typed_survives_a_kill(
    reports: ReportsScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    assert reports.shown is not None
    key = draft_key(desk.incident.whistle.id, reports.shown.ordinal)
    reports.items.go(NEEDS)
    hands.enter()
    hands.type("请派水泵")
    hands.until(lambda: "请派水泵" in desk.window.desk.read.status.drafts().get(key, ""))
    application, hands = restart()
    hands.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_S)
    again = screen_of(application.window)
    assert row(again, NEEDS).item.text == "请派水泵"
    assert row(again, NEEDS).item.by_hand


def test_f7_puts_the_text_into_the_clipboard(reports: ReportsScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_F7)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0].endswith("突发事件信息报告（初报）")
    assert "人员伤亡和损失：死亡待核，失踪待核，受伤待核，被困2人，财产损失不明" in text


def test_ctrl_d_compares_with_what_was_reported(reports: ReportsScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_D, CONTROL)
    assert any("nothing to compare" in words for words in desk.toasts)
    report_initial(desk, hands)
    hands.key(Qt.Key.Key_F)
    desk.fill(injured="1")
    desk.send()
    assert "Loss" in reports.difference.text()
    hands.key(Qt.Key.Key_D, CONTROL)
    spoken = reports._compared.table.accessibleName()
    assert "受伤待核" in spoken
    assert "受伤1人" in spoken
    hands.key(Qt.Key.Key_Escape)
    assert not reports._compared.isVisible()


def test_n_records_an_instruction_and_i_writes_it_into_item_10(
    reports: ReportsScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(told_by="区应急局 副局长", words="是否需要水泵")
    desk.send()
    assert "not read back" in reports.said.spoken
    reports.items.setFocus()
    hands.key(Qt.Key.Key_I)
    assert row(reports, NEEDS).item.text == "是否需要水泵"
    assert "in item 10" in reports.said.spoken


def test_the_page_shows_what_stands_in_the_items(reports: ReportsScreen, hands: Hands) -> None:
    write(hands, reports, NEEDS, "请派水泵")
    hands.until(lambda: reports.page.settled and reports.page.view.document.pageCount() > 0, 30_000)
    text = reports.page.view.document.getAllText(0).text().replace("\n", "").replace(" ", "")
    assert "请派水泵" in text
    assert "待签" in text


def test_a_clock_runs_in_the_chain_and_turns_red_when_it_is_over(
    reports: ReportsScreen, clock: SetClock, hands: Hands
) -> None:
    assert reports.shown is not None
    first = reports.shown.links[0]
    assert first.limit == 15
    left = first.left(clock.now())
    assert left is not None
    assert 13 * MINUTE < left < 14 * MINUTE + 1


def test_of_a_drill_nothing_is_told_outside(desk: Desk, window: Window, hands: Hands, quick: None) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    hands.key(Qt.Key.Key_S)
    screen = screen_of(window)
    desk.story.begin()
    hands.key(Qt.Key.Key_F7)
    assert QGuiApplication.clipboard().text().startswith("【演练】")
    report_initial(desk, hands)
    assert dict(desk.incident.whistle.told) == {}
    assert desk.incident.whistle.limits == {}
    assert all(link.due_at is None for link in screen.shown.links) if screen.shown else False
    hands.until(lambda: screen.page.settled and screen.page.view.document.pageCount() > 0, 30_000)
    reds = [window.look.color(name) for name in ("red", "redF")]
    assert near(screen.grab().toImage(), reds) == 0


def test_o_goes_to_the_other_incident(reports: ReportsScreen, desk: Desk, window: Window, hands: Hands) -> None:
    first = reports.where()["whistle"]
    desk.blow(Qt.Key.Key_3)
    hands.key(Qt.Key.Key_S)
    assert screen_of(window).where()["whistle"] != first
    hands.key(Qt.Key.Key_O)
    assert screen_of(window).where()["whistle"] == first


def test_everything_fits_at_1366(reports: ReportsScreen, window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    hands.until(lambda: reports.width() < 1366)
    assert not reports.page.isVisible()
    assert reports.next_button.isVisible()
    assert reports.next_button.geometry().right() <= reports.width()
    assert reports.items.visualRect(reports.items.items.index(0)).width() <= reports.items.viewport().width()


def test_without_an_incident_it_says_how_one_begins(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_Tab, CONTROL)
    hands.key(Qt.Key.Key_Tab, CONTROL)
    screen = screen_of(window)
    assert screen.pages.currentIndex() == 1
    hands.key(Qt.Key.Key_F4)
    hands.key(Qt.Key.Key_F7)
    hands.key(Qt.Key.Key_V)

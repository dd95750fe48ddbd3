"""The table of limits, the rules of escalation and the office hours, changed by keys; what comes of it read from the journal."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.category import category_id
from commandcenter.domain.clock import CHINA, DAY, HOUR, epoch_ms
from commandcenter.domain.record import ListRecord
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.settings.case_limits import CaseLimitSection
from commandcenter.ui.settings.escalations import EscalationSection
from commandcenter.ui.settings.hours import HoursSection, read_periods
from commandcenter.ui.settings.rule_table import TableSection
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from settings_hands import Come, record, told

REFUSE = ("市容环境", "暴露垃圾")


def sheet_of(section: TableSection | HoursSection) -> FormSheet:
    found = section.sheet if isinstance(section, TableSection) else section._sheet
    assert found is not None
    return found


def fill(hands: Hands, sheet: FormSheet, **values: str) -> None:
    """Type into fields, choose in the others by their words."""
    for name, text in values.items():
        widget = sheet.form.widgets[name]
        widget.setFocus()
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(text))
        elif isinstance(widget, QLineEdit):
            hands.key(Qt.Key.Key_A, CONTROL)
            hands.type(text)


def wait_saved(hands: Hands, section: TableSection, key: str) -> None:
    hands.settled()
    hands.until(lambda: key in section.records)


# --- the table --------------------------------------------------------------------------------------------------------


def test_a_row_is_added_changed_and_retired_by_keys(come: Come, desk: Desk, hands: Hands, officer: str) -> None:
    section = come(CaseLimitSection)
    hands.until(section.view.hasFocus)
    before = len(section.records)
    hands.key(Qt.Key.Key_A)
    sheet = sheet_of(section)
    fill(hands, sheet, grade="general", channel="hotline", value="5", unit="working_day", source="街道办公会")
    hands.send()
    wait_saved(hands, section, "L06")
    assert len(section.records) == before + 1
    made = record(section, "case_limit/L06")
    assert (made.get("value"), made.get("unit"), made.get("channel"), made.get("category")) == (
        5,
        "working_day",
        "hotline",
        [],
    )
    assert section.chosen().key == "L06"

    hands.key(Qt.Key.Key_F2)
    sheet = sheet_of(section)
    assert hands.focus() is sheet.form.widgets["value"]
    hands.type("6")
    hands.send()
    assert sheet.isVisible(), "a change without a reason is not sent"
    fill(hands, sheet, reason="会议定")
    hands.send()
    hands.settled()
    hands.until(lambda: record(section, "case_limit/L06").get("value") == 6)
    assert record(section, "case_limit/L06").history[-1].reason == "会议定"
    hands.until(lambda: len(told(section.history)) == 2)
    assert officer in told(section.history)[0]

    hands.key(Qt.Key.Key_Delete)
    fill(hands, sheet_of(section), reason="不用了")
    hands.send()
    hands.settled()
    hands.until(lambda: not record(section, "case_limit/L06").active)
    assert "L06" not in [row.key for row in section.model.rows]


def test_rows_that_contradict_each_other_are_told(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CaseLimitSection)
    section.send(_row("L91", channel="grid", grade="urgent"), "")
    section.send(_row("L92", channel="grid", nature="report"), "")
    hands.settled()
    hands.until(lambda: section.model.place_of("L92") >= 0)
    section.view.go(section.model.place_of("L92"))
    assert section.conflict.isVisible()
    assert "L91" in section.conflict.text()


def _row(key: str, **told: object) -> ListRecord:
    fields = {"value": 3, "unit": "day", "basis": "office", **told}
    return ListRecord(subject=f"case_limit/{key}", fields=fields)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"value": "zwei", "channel": "grid"}, "value"),
        ({"value": "3"}, ""),
        ({"value": "nan", "channel": "grid"}, "value"),
    ],
)
def test_what_makes_no_sense_is_said_in_the_sheet_and_kept(
    come: Come, desk: Desk, hands: Hands, values: dict[str, str], missing: str
) -> None:
    section = come(CaseLimitSection)
    before = len(section.records)
    hands.key(Qt.Key.Key_A)
    sheet = sheet_of(section)
    fill(hands, sheet, **values)
    hands.send()
    hands.settled()
    hands.until(lambda: bool(sheet.note.text()))
    assert sheet.isVisible()
    assert sheet.form.text("value") == values["value"]
    if missing:
        assert sheet.form.widgets[missing].property("wrong") == "true"
    assert len(section.records) == before


def test_a_draft_is_tried_on_the_orders_closed_last_month(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(CaseLimitSection)
    hands.until(lambda: section._trial is not None)
    hands.key(Qt.Key.Key_A)
    fill(hands, sheet_of(section), channel="hotline", value="1", unit="hour")
    hands.until(lambda: section._draft_note is not None and bool(section._draft_note.text()))
    assert section._draft_note is not None
    assert "2026-06" in section._draft_note.text()


def test_an_order_registered_afterwards_goes_by_the_row_and_those_under_way_do_not(
    come: Come, desk: Desk, hands: Hands
) -> None:
    section = come(CaseLimitSection)
    window = desk.window
    matter = Matter(title="垃圾未清", channel="grid", category=category_id(REFUSE))

    def registered(key: str) -> Case:
        window.desk.submit(RegisterCase(matter=matter, case=key))
        hands.settled()
        return window.desk.read.cases.case(key)[0]

    first = registered("c-first")
    assert first.given.rule == "case_limit/L01"
    section.view.go(section.model.place_of("L01"))
    hands.key(Qt.Key.Key_F2)
    hands.type("9")
    fill(hands, sheet_of(section), reason="区里改了")
    hands.send()
    hands.settled()
    hands.until(lambda: record(section, "case_limit/L01").get("value") == 9)
    second = registered("c-second")
    assert second.given.value == 9
    assert window.desk.read.cases.case("c-first")[0].due_at == first.due_at
    assert (second.due_at or 0) > (first.due_at or 0)


# --- escalation -------------------------------------------------------------------------------------------------------


def test_a_rule_is_added_and_names_a_leader(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(EscalationSection)
    hands.key(Qt.Key.Key_A)
    sheet = sheet_of(section)
    fill(hands, sheet, name="签收过半", clock="sign", share="49", to="named", person="")
    hands.send()
    hands.settled()
    hands.until(lambda: bool(sheet.note.text()))
    box = sheet.form.widgets["person"]
    assert isinstance(box, QComboBox)
    leader = box.itemData(1)
    fill(hands, sheet, person=leader)
    hands.send()
    hands.settled()
    assert sheet.isVisible(), "49 per cent is too early"
    fill(hands, sheet, share="50")
    hands.send()
    wait_saved(hands, section, "E05")
    made = record(section, "escalation/E05")
    assert (made.get("clock"), made.get("share"), made.get("to"), made.get("person")) == ("sign", 50, "named", leader)
    chosen = section.chosen()
    assert chosen.to == desk.window.desk.reference.directory.people[leader].name


# --- hours ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("9:00-12:00 13:30-17:30", [[540, 720], [810, 1050]]),
        ("9-12，14：00-18：00", [[540, 720], [840, 1080]]),
        ("00:00-24:00", [[0, 1440]]),
        (" 8:30 - 12 、13至17", [[510, 720], [780, 1020]]),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, periods: list[list[int]]) -> None:
    assert read_periods(text) == periods


@pytest.mark.parametrize("text", ["", "nine to five", "9:00", "9:60-12:00", "25-26", "9-12-14", "-9-12"])
def test_what_is_no_period_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="periods"):
        read_periods(text)


def test_hours_change_from_a_day_on(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(HoursSection)
    hands.until(section.view.hasFocus)
    hands.key(Qt.Key.Key_A)
    sheet = sheet_of(section)
    fill(hands, sheet, since="2026-08-01", periods="9:00-12:00 14:00-18:00")
    hands.send()
    assert sheet.isVisible(), "without a reason nothing is sent"
    fill(hands, sheet, reason="夏季作息")
    hands.send()
    hands.settled()
    hands.until(lambda: section.model.rowCount() == 2)
    calendar = desk.window.desk.reference.calendar
    assert calendar.hours_on(date(2026, 7, 31)).periods == ((540, 720), (810, 1050))
    assert calendar.hours_on(date(2026, 8, 1)).periods == ((540, 720), (840, 1080))
    assert "夏季作息" in told(section.history)[0]

    section.view.go(section.model.place_of("2026-08-01"))
    hands.key(Qt.Key.Key_F2)
    sheet = sheet_of(section)
    fill(hands, sheet, periods="9:00-12:00 11:00-18:00", reason="错")
    hands.send()
    hands.until(lambda: bool(sheet.note.text()))
    assert sheet.isVisible()
    assert sheet.form.text("periods") == "9:00-12:00 11:00-18:00"
    hands.key(Qt.Key.Key_Escape)
    hands.until(lambda: not sheet.isVisible())
    hands.key(Qt.Key.Key_Delete)
    fill(hands, sheet_of(section), reason="不改了")
    hands.send()
    hands.settled()
    hands.until(lambda: section.model.rowCount() == 1)


def test_provisional_ends_are_counted_and_made_certain_with_one_key(
    come: Come, desk: Desk, hands: Hands, clock: SetClock
) -> None:
    window = desk.window
    at = epoch_ms(datetime(2026, 12, 28, 9, 0, tzinfo=CHINA))
    clock.advance(at - clock.now())
    section = come(HoursSection)
    window.desk.submit(_row("L93", channel="chief", unit="working_day", value=5))
    for n in range(3):
        window.desk.submit(RegisterCase(matter=Matter(title="路灯不亮", channel="chief"), case=f"c{n}"))
    hands.settled()
    hands.until(lambda: window.desk.read.orders.provisional_count() == 3)
    before = window.desk.read.cases.case("c0")[0]
    assert section._waiting == ()
    window.desk.submit(ListRecord(subject="calendar/2027", fields={"days": {"2027-01-01": False}}))
    hands.settled()
    hands.until(lambda: len(section._waiting) == 3)
    assert section.ends_button.isEnabled()
    section.view.setFocus()
    hands.key(Qt.Key.Key_R)
    hands.until(lambda: window.desk.read.orders.provisional_count() == 0)
    after = window.desk.read.cases.case("c0")[0]
    assert (after.due_at or 0) - (before.due_at or 0) == 3 * DAY, "new year's day is off, then a weekend"
    assert after.due_warn_at is not None
    assert after.due_warn_at < (after.due_at or 0) - HOUR
    hands.until(lambda: not section._left and section._waiting == ())

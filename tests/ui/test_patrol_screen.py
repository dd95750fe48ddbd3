"""The tab 巡查 as a person works it: by keys, from the first turn to a case, missed ones, sheets, calendar, plans, paper."""

from __future__ import annotations

import csv
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.intake import kind_said
from commandcenter.domain.clock import HOUR, MINUTE, local_date
from commandcenter.domain.patrol import Patrol
from commandcenter.ui.parts.heatcalendar import DAYS, HeatCalendar
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.patrols.attendance import AttendancePage
from commandcenter.ui.patrols.bring import BringSheet
from commandcenter.ui.patrols.figures import FiguresPage
from commandcenter.ui.patrols.plans import PlansPage
from commandcenter.ui.patrols.rows import stage_words
from commandcenter.ui.patrols.screen import PatrolsScreen
from commandcenter.ui.patrols.today import TurnsPage
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from conftest import NOW

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = local_date(NOW)
MORNING = NOW + 10 * HOUR
"""07:47 of the next day: the first turns of the stewards are open."""


@pytest.fixture
def screen(window: Window, hands: Hands, clock: SetClock) -> PatrolsScreen:
    """The tab, on the morning after."""
    clock.advance(10 * HOUR)
    window.go(Go("patrols"))
    found = window.current
    assert isinstance(found, PatrolsScreen)
    hands.until(found.page.isVisible)
    found.page.load()  # type: ignore[attr-defined]
    found.page.setFocus()
    return found


def page(screen: PatrolsScreen) -> TurnsPage:
    assert isinstance(screen.page, TurnsPage)
    return screen.page


def state(screen: PatrolsScreen) -> Patrol:
    found = page(screen).state
    assert isinstance(found, Patrol)
    return found


def heads(turns: TurnsPage) -> list[QWidget]:
    """The buttons beside the steps of the chosen turn."""
    items = (turns._more.itemAt(place) for place in range(turns._more.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) and widget.isVisible()]


def gaps(turns: TurnsPage) -> set[int]:
    """How far these buttons stand from each other."""
    boxes = sorted((one.geometry() for one in heads(turns)), key=lambda box: (box.top(), box.left()))
    return {second.left() - first.right() for first, second in pairwise(boxes)}


def form_open(window: Window) -> bool:
    return any(sheet.isVisible() for sheet in window.findChildren(Sheet))


def sent(window: Window, hands: Hands) -> None:
    """Ctrl+Enter, and the sheet is gone."""
    hands.send()
    hands.settled()
    hands.until(lambda: not form_open(window))


def test_a_turn_is_walked_by_keys_and_its_finding_becomes_a_case_with_one(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, clock: SetClock
) -> None:
    turns = page(screen)
    first = turns.model.row(0)
    assert first.stage == "planned"
    hands.key(Key.Key_Period)
    sent(window, hands)
    assert state(screen).stage == "signed_in"
    clock.advance(5 * MINUTE)
    hands.key(Key.Key_T)
    hands.type("6号院")
    sent(window, hands)
    assert state(screen).stage == "walking"
    hands.key(Key.Key_F)
    hands.type("路灯不亮，线头垂下来")
    find = turns.acting.sheet
    assert find is not None
    find.form.set_text("where", "12号门口")
    find.form.set_text("danger", "1")
    sent(window, hands)
    assert state(screen).stage == "finding"
    hands.key(Key.Key_Period)
    hands.send()
    assert form_open(window), "danger is not done with by one key"
    assert state(screen).findings[0].outcome == ""
    hands.key(Key.Key_Escape)
    hands.until(lambda: not form_open(window))
    turns.setFocus()
    before = application.desk.read.cases.stage_counts()
    hands.key(Key.Key_G)
    report = turns.acting.sheet
    assert report is not None
    street = application.desk.reference.directory.places[first.place].name
    assert [report.form.text(name) for name in ("place", "grade")] == [f"{street}12号门口", "prompt"]
    kind = report.form.text("category")
    assert kind.endswith("路灯"), "the kind follows from the words"
    told = [kind_said(application.desk.reference, words) for words in ("井盖破损", "单车倒地")]
    assert [application.desk.reference.categories.get(one, ("",))[-1] for one in told] == ["窨井盖", ""]
    sent(window, hands)
    assert state(screen).stage == "walking"
    case = state(screen).findings[0].case
    row = application.desk.read.cases.by_id([case])[0]
    assert (row.title, row.channel, row.place) == ("路灯不亮，线头垂下来", "chief", first.place)
    full, _ = application.desk.read.cases.case(case)
    assert (full.place_words, full.grade) == (f"{street}12号门口", "prompt")
    assert "/".join(application.desk.reference.categories[full.category]) == kind
    assert sum(application.desk.read.cases.stage_counts().values()) == sum(before.values()) + 1
    assert first.window_end is not None
    row = turns.model.row(turns.model.place_of(first.id))
    words = [stage_words(row, at) for at in (first.window_end, first.window_end + 1)]
    assert words == ["Walking", "out over time"], "who does not come back is seen"
    assert len(heads(turns)) > 2
    hands.until(lambda: gaps(turns) == {7})  # no hole where a button was, as soon as they are laid out anew
    assert not turns._buttons["look_line"].isVisible(), "there is nothing to look at again"
    clock.advance(20 * MINUTE)
    hands.key(Key.Key_Period)
    sent(window, hands)
    assert state(screen).stage == "ended"
    assert state(screen).length_m, "the length of the street stands there"
    assert turns.model.row(turns.model.place_of(first.id)).findings == 1


def test_the_next_walk_shows_the_open_spots_first_and_closes_them(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, clock: SetClock
) -> None:
    reader = application.desk.read.patrols
    spot = next(iter(reader.spots()))
    tomorrow = TODAY + timedelta(days=1)
    row = next((one for one in reader.between(tomorrow, tomorrow + timedelta(days=5)) if one.place == spot.place), None)
    assert row is not None
    assert row.window_start is not None
    clock.advance(max(0, row.window_start - clock.now()) + MINUTE)
    window.go(Go("patrols", {"patrol": row.id}))
    assert state(screen).id == row.id
    lines = page(screen).lines(state(screen))
    assert [line.finding.words for line in lines if not line.own][:1] == [spot.finding.words]
    page(screen).setFocus()
    hands.key(Key.Key_S)
    sent(window, hands)
    hands.key(Key.Key_T)
    hands.type("巷口")
    sent(window, hands)
    for _ in [line for line in page(screen).lines(state(screen)) if not line.own]:
        hands.key(Key.Key_R)
        sent(window, hands)
    assert all(look.result == "closed" for look in state(screen).looks)
    assert not reader.spots(spot.place)


def test_a_missed_turn_says_so_and_is_made_up_for(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application
) -> None:
    turns = page(screen)
    turns.filter.pick(2)
    assert turns.model.rowCount()
    missed = state(screen)
    assert missed.missed(application.desk.clock.now())
    facts = {fact.name: fact.words for fact in turns.fact_list.facts}
    assert "the deputy (since " in facts["To be told"]
    assert not facts.get("Told"), "nobody has told anybody"
    turns.setFocus()
    hands.key(Key.Key_P)
    hands.until(window.phone_sheet.isVisible)
    hands.enter()
    hands.settled()
    hands.until(lambda: not form_open(window))
    deputy = next(iter(application.desk.reference.directory.holders(f"place/{missed.place}", "deputy"))).person
    told = application.desk.read.patrols.one(missed.id).told("deputy")
    assert told is not None
    assert told.person == deputy.id
    assert application.desk.reference.directory.people[deputy.id].verified_at == told.at, "the number is proved, too"
    turns.load()
    facts = {fact.name: fact.words for fact in turns.fact_list.facts}
    assert "the deputy" in facts["Told"]
    assert "the deputy" not in facts["To be told"]
    turns.setFocus()
    hands.key(Key.Key_D)
    sheet = turns.acting.sheet
    assert sheet is not None
    assert sheet.form.text("whom") == "community"
    sent(window, hands)
    assert application.desk.read.patrols.one(missed.id).told("community") is not None
    turns.setFocus()
    hands.key(Key.Key_A)
    sheet = turns.acting.sheet
    assert sheet is not None
    assert sheet.form.text("reason") == "make_up"
    hands.key(Key.Key_Escape)
    hands.until(lambda: not form_open(window))
    turns.setFocus()
    hands.key(Key.Key_Period)
    sheet = turns.acting.sheet
    assert sheet is not None
    sheet.form.set_text("person", deputy.name)
    before = turns.panel.caption.text()
    sent(window, hands)
    assert application.desk.read.patrols.one(missed.id).make_up == "begun"
    turns.load()
    row = turns.model.row(turns.model.place_of(missed.id))
    assert stage_words(row, application.desk.clock.now()) == "Making up"
    assert turns.panel.caption.text() == before, "nothing is made up for before it was walked"


def test_a_whole_walk_is_entered_afterwards(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, clock: SetClock
) -> None:
    turns = page(screen)
    planned = state(screen)
    assert planned.window_start is not None
    hands.key(Key.Key_L)
    sheet = turns.acting.sheet
    assert sheet is not None
    sheet.form.set_text("begun", "07:05")
    sheet.form.set_text("ended", "07:40")
    sheet.form.set_text("findings", "+ 单车倒地\n井盖破损")
    sent(window, hands)
    told = application.desk.read.patrols.one(planned.id)
    assert [(one.words, one.solved) for one in told.findings] == [("单车倒地", True), ("井盖破损", False)]
    assert (told.stage, told.entered) == ("ended", True)


def test_f9_takes_the_street_along_and_marks_the_finding(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, clock: SetClock
) -> None:
    hands.key(Key.Key_Period)
    sent(window, hands)
    hands.key(Key.Key_F)
    hands.type("闻到燃气味")
    sent(window, hands)
    walked = state(screen)
    hands.key(Key.Key_F9)
    hands.settled()
    assert window.current is not None
    assert window.current.name == "whistle"
    place = application.desk.reference.directory.places[walked.place].name
    assert window.current.draft.place_words == place  # type: ignore[attr-defined]
    assert application.desk.read.patrols.one(walked.id).findings[0].asked_at is not None


def test_a_sheet_is_looked_at_before_it_is_entered(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, tmp_path: Path, clock: SetClock
) -> None:
    row = next(one for one in page(screen).model.rows if one.stage == "planned")
    directory = application.desk.reference.directory
    path = tmp_path / "巡查.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(
            [
                ["哪儿", "巡查人", "开始时间", "结束时间", "发现问题"],
                [directory.places[row.place].name, directory.people[row.person].name, "2026-07-17 07:10", "2026-07-17 07:30",
                 "路灯不亮"],
                ["没有这条巷", directory.people[row.person].name, "2026-07-17 07:10", "", ""],
            ]
        )  # fmt: skip
    hands.key(Key.Key_I)
    sheet = next(one for one in window.findChildren(BringSheet) if one.isVisible())
    sheet.path.setText(str(path))
    hands.enter()
    street = sheet.columns["place"]
    hands.until(street.isVisible, timeout=20_000)
    assert not sheet.write_button.isEnabled(), "nobody said which column is the street"
    street.setCurrentIndex(street.findData(0))
    street.activated.emit(street.currentIndex())
    hands.until(sheet.write_button.isEnabled, timeout=20_000)
    assert [one.sort for one in sheet.list.model.rows] == ["wrong", "turn"]
    assert application.desk.read.patrols.one(row.id).stage == "planned", "nothing is entered by looking"
    sent(window, hands)
    assert application.desk.read.patrols.one(row.id).stage == "ended"
    page(screen).setFocus()
    hands.key(Key.Key_I)
    sheet = next(one for one in window.findChildren(BringSheet) if one.isVisible())
    sheet.path.setText(str(path))
    hands.enter()
    hands.until(sheet.write_button.isEnabled, timeout=20_000)
    assert sheet.columns["place"].currentData() == 0, "the next sheet with these headings is read as this one was"


def test_calendar_and_figures_lead_to_the_day(screen: PatrolsScreen, window: Window, hands: Hands) -> None:
    hands.key(Key.Key_2)
    figures = screen.page
    assert isinstance(figures, FiguresPage)
    hands.until(lambda: len(figures.heat.rows) == 30)
    assert len(figures.strip.figures) == 7
    assert figures.table.model.rowCount() == 30
    figures.by.pick(2)
    assert figures.table.model.rowCount() > 30
    heat = figures.heat
    at = heat._cell(0, DAYS - 2).center()
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    turns = page(screen)
    assert turns.day == local_date(MORNING) - timedelta(days=1)


def test_the_calendar_goes_by_keys(window: Window) -> None:
    heat = window.findChild(HeatCalendar) or HeatCalendar(window.look)
    assert heat.tone_of(0) != heat.tone_of(1) != heat.tone_of(2)
    assert heat.tone_of(2) == heat.tone_of(9)


def test_plans_and_checklists_are_changed_by_keys(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application
) -> None:
    hands.key(Key.Key_3)
    plans = screen.page
    assert isinstance(plans, PlansPage)
    assert plans.plans.model.rowCount() == 60
    plans.plans.view.setFocus()
    plans.plans.view.go(0)
    key = plans.plans.row.key
    hands.enter()
    sheet = plans.acting.sheet
    assert sheet is not None
    sheet.form.set_text("windows", "06:30-08:00; 22:00-01:00")
    sheet.form.set_text("weekdays", "135")
    sent(window, hands)
    plan = application.desk.reference.patrol_plans[key]
    assert (plan.windows, plan.weekdays) == (((390, 480), (1320, 60)), (0, 2, 4))
    plans.plans.view.setFocus()
    hands.key(Key.Key_X)
    hands.settled()
    assert not application.desk.reference.patrol_plans[key].active
    hands.key(Key.Key_D)
    hands.settled()
    assert sum(one.active for one in application.desk.reference.patrol_plans.values()) == 60, "the street has one again"
    hands.key(Key.Key_C)
    sheet = plans.acting.sheet
    assert sheet is not None
    sheet.form.set_text("name", "汛期")
    sheet.form.set_text("items", "雨箅畅通\n低洼院落无积水")
    sent(window, hands)
    assert [item.words for one in application.desk.reference.patrol_lists.values() if one.name == "汛期"
            for item in one.items] == ["雨箅畅通", "低洼院落无积水"]  # fmt: skip


def test_attendance_is_opened_filled_and_closed(screen: PatrolsScreen, window: Window, hands: Hands) -> None:
    hands.key(Key.Key_4)
    tab = screen.page
    assert isinstance(tab, AttendancePage)
    assert tab.model.rowCount() == 2
    hands.key(Key.Key_N)
    assert tab.acting.sheet is not None
    tab.acting.sheet.form.set_text("title", "周末卫生日：灯笼巷")
    sent(window, hands)
    hands.key(Key.Key_A)
    assert tab.acting.sheet is not None
    tab.acting.sheet.form.set_text("name", "林可欣")
    tab.acting.sheet.form.set_text("hours", "1.5")
    sent(window, hands)
    assert (len(tab.state.lines), tab.state.minutes) == (1, 90)
    hands.key(Key.Key_C)
    hands.settled()
    assert tab.state.stage == "closed"


def test_the_week_is_printed(screen: PatrolsScreen, window: Window, hands: Hands) -> None:
    hands.key(Key.Key_P, CONTROL)
    hands.until(lambda: form_open(window))
    sheet = next(one for one in window.findChildren(Sheet) if one.isVisible())
    hands.until(lambda: bool(sheet.work.result), timeout=60_000)
    assert sheet.work.result["form"] == "patrol_week"  # type: ignore[attr-defined]


def test_a_photo_is_kept_with_its_finding_and_opened_from_a_copy(
    screen: PatrolsScreen, window: Window, hands: Hands, application: Application, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    hands.key(Key.Key_Period)
    sent(window, hands)
    hands.key(Key.Key_F)
    hands.type("井盖破损")
    sent(window, hands)
    walked = state(screen)
    picture = tmp_path / "井盖.png"
    picture.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"\0" * 40)
    turns = page(screen)
    turns.photos.add(walked.id, walked.findings[0].id, [picture])
    hands.until(lambda: bool(application.desk.read.patrols.one(walked.id).findings[0].photos))
    hands.settled()
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr("commandcenter.ui.patrols.photos.QDesktopServices.openUrl", open_url)
    turns.line_view.setFocus()
    turns.line_view.go(0)
    hands.key(Key.Key_U)
    hands.until(lambda: bool(opened))
    assert Path(opened[0]).read_bytes() == picture.read_bytes()

"""An office of one's own, from nothing: on screen and by keys alone it gets people, places, plans and drill plans, and works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.office import SignIn
from commandcenter.domain.roster_acts import Newcomer, Office, appoint
from commandcenter.exchange.founding import empty_office
from commandcenter.journal.ids import uuid7
from commandcenter.ui.drills.screen import DrillsScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.plans.screen import PlansScreen
from commandcenter.ui.roster.screen import RosterScreen
from commandcenter.ui.rota.screen import RotaScreen
from commandcenter.ui.settings.office import OfficeSection
from commandcenter.ui.settings.screen import SettingsScreen
from commandcenter.ui.settings.units import UnitSection
from commandcenter.ui.shell.window import Window
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from settings_hands import Come
from tests.conftest import NOW

SITTER = "seated"


@pytest.fixture
def office_folder(folder: Path) -> Path:
    """A folder with an office of which only the name is known, and the clerk who wrote it."""
    folder.mkdir(exist_ok=True)
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    try:
        assert isinstance(door.submit(empty_office("柳荫街道", NOW, lambda: uuid7(NOW))), Done)
        first = appoint(
            "first",
            Office("clerk", "office/main", NOW, 1),
            SITTER,
            newcomer=Newcomer("方俊峰", "100-0000-0001", "指挥中心值班员"),
        )
        assert isinstance(door.submit(first), Done)
    finally:
        door.close()
    return folder


@pytest.fixture
def own(hands: Hands, window: Window, clock: SetClock) -> Desk:
    """Hands at the empty office, the tones off, its first clerk at the seat."""
    window.services.settings_wanted.emit({"sound": False})
    window.desk.submit(SignIn(person=SITTER, role="clerk"))
    hands.settled()
    return Desk(hands, window, clock)


@pytest.fixture
def arrive(window: Window, own: Desk) -> Come:
    """Goes to a section of the settings."""

    def go(kind):  # type: ignore[no-untyped-def]
        window.go(Go("settings", {"section": kind.name}))
        screen = window.current
        assert isinstance(screen, SettingsScreen)
        section = screen.section
        assert isinstance(section, kind)
        return section

    return go


@pytest.fixture
def roster(window: Window, own: Desk) -> RosterScreen:
    window.go(Go("roster"))
    screen = window.current
    assert isinstance(screen, RosterScreen)
    return screen


def add(own: Desk, roster: RosterScreen, kind: str, **words: str) -> str:
    """A on the roster, an entry of the menu, the form filled and sent: the id of the place that is shown then."""
    roster.finder.view.setFocus()
    own.hands.key(Qt.Key.Key_A)
    own.choose(f"place:{kind}")
    own.fill(**words)
    own.send()
    assert not own.sheets, own.sheets[0].note.text()
    assert roster.pane.place is not None
    return roster.pane.place.id


def enter_duty(own: Desk, section: OfficeSection, role: str, name: str, phone: str) -> None:
    section.people.view.setFocus()
    own.hands.key(Qt.Key.Key_A)
    own.fill(role=role, name=name, phone=phone)
    own.send()


# -- the whole way -----------------------------------------------------------------------------------------------------


def test_an_empty_office_comes_to_clerk_shift_community_plan_whistle_and_drill(
    own: Desk, arrive: Come, window: Window, hands: Hands, quick: None
) -> None:
    desk = window.desk

    # people: a leader and a second clerk, who signs in
    section = arrive(OfficeSection)
    enter_duty(own, section, "leader", "严立新", "100-0000-0010")
    enter_duty(own, section, "clerk", "邵小雨", "100-0000-0011")
    people = {person.name: person.id for person in desk.reference.directory.people.values()}
    hands.key(Qt.Key.Key_F10)
    hands.type("邵小雨")
    hands.enter()
    hands.settled()
    assert desk.who().actor == people["邵小雨"]
    assert desk.who().role == "clerk"

    # a shift with both
    window.go(Go("rota"))
    plan = window.current
    assert isinstance(plan, RotaScreen)
    hands.key(Qt.Key.Key_Return)
    own.fill(leader=people["严立新"], clerk0=people["邵小雨"])
    own.send()
    row = plan.days.row
    assert (row.leader, row.clerks, row.now) == ("严立新", "邵小雨", True)

    # a community with grids, a street in it
    window.go(Go("roster"))
    roster = window.current
    assert isinstance(roster, RosterScreen)
    assert roster.empty.isVisible()
    notes = [figure.note for figure in roster.figures.figures]
    assert notes == ["none entered yet"] * 7 + ["to prove 3"], "only the people of the duty room are there"
    assert roster.side.nothing.isVisible()
    community = add(own, roster, "community", name="柳影社区", phone="100-0000-0100", grids="A1-01 A1-02")
    assert community == "A1"
    street = add(own, roster, "street", name="柳影东街")
    assert desk.reference.directory.places[street].community == "A1"

    # a plan of its own, published
    window.go(Go("plans"))
    plans = window.current
    assert isinstance(plans, PlansScreen)
    hands.key(Qt.Key.Key_A)
    own.fill(code="hz-01", name="居民楼火灾", category="事故灾难", assembly="上风处路口")
    hands.send()
    assert not own.sheets
    assert plans.where()["plan"] == "HZ-01"
    hands.key(Qt.Key.Key_A)
    own.fill(unit="119", duty="lead", why="灭火")
    hands.send()
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_A)
    own.fill(text="楼道有浓烟，不要进")
    hands.send()
    assert desk.reference.plan("HZ-01") is None
    own.send()
    plan = desk.reference.plan("HZ-01")
    assert plan is not None
    assert (plan.name, plan.rank, plan.hazards) == ("居民楼火灾", 1, ("楼道有浓烟，不要进",))

    # the whistle: the digit of the new plan, the street; the community is called
    hands.key(Qt.Key.Key_F9)
    hands.key(Qt.Key.Key_1)
    console = window.current
    assert isinstance(console, WhistleScreen)
    hands.key(Qt.Key.Key_G)
    hands.type("柳影东街3号")
    hands.enter()
    hands.enter()
    assert "上风处路口" in console.text.toPlainText()
    own.hold_enter(own.on_post)
    hands.settled()
    blown = own.incident
    assert (blown.whistle.mode, blown.whistle.place) == (REAL, street)
    assert [report.unit for report in blown.report_ins] == ["119", "A1"]

    # a drill with a script, submitted, approved, and held
    window.go(Go("drills"))
    drills = window.current
    assert isinstance(drills, DrillsScreen)
    assert drills.overview.empty.isVisible()
    hands.key(Qt.Key.Key_A)
    own.fill(name="夜间楼道火灾", plan="HZ-01")
    own.send()
    hands.key(Qt.Key.Key_E)
    own.fill(place_words="柳影东街", form="live")
    hands.send()
    for text in ("三楼冒烟", "有人从楼里打来电话"):
        hands.key(Qt.Key.Key_Insert)
        hands.type(text)
        hands.enter()
    for goal in ("60秒内吹哨", "账实相符"):
        drills.page.aims.setFocus()
        hands.key(Qt.Key.Key_A)
        own.fill(text=goal)
        hands.send()
    hands.key(Qt.Key.Key_S)
    own.fill(stop_word="演练停止")
    hands.send()
    own.send()
    assert drills.plan().status() == "submitted"
    hands.send()
    own.send()
    drill = desk.reference.drills[0]
    assert drill.approval.by == people["严立新"]
    assert [(one.minute, one.text) for one in drill.injects] == [(0, "三楼冒烟"), (5, "有人从楼里打来电话")]
    assert (drill.plan, drill.place, drill.goals) == ("HZ-01", street, ("60秒内吹哨", "账实相符"))
    own.pass_time(MINUTE)
    own.blow(Qt.Key.Key_1, drill=True)
    exercise = own.incident
    assert exercise.whistle.mode == DRILL
    assert exercise.whistle.drill == drill.id
    assert [report.unit for report in exercise.report_ins] == ["119", "A1"]


# -- people ------------------------------------------------------------------------------------------------------------


def test_a_number_is_one_person_and_a_wrong_one_is_a_sentence(own: Desk, arrive: Come, hands: Hands) -> None:
    section = arrive(OfficeSection)
    before = section.people_model.rowCount()
    for name, phone in (("", "100-0000-0010"), ("严立新", "无"), ("严立新", "100-0000-0001")):
        enter_duty(own, section, "leader", name, phone)
        assert own.form.note.text()
        assert section.people_model.rowCount() == before
        hands.key(Qt.Key.Key_Escape)
    assert "方俊峰" not in [row.name for row in section.people_model.rows if row.role == "leader"]
    enter_duty(own, section, "leader", "方俊峰", "100 0000 0001")
    directory = section.desk.reference.directory
    assert {post.role for post in directory.posts_of(SITTER)} == {"clerk", "leader"}
    assert len(directory.people) == 1
    enter_duty(own, section, "leader", "方俊峰", "100-0000-0001")
    assert "方俊峰" in own.form.note.text()


def test_what_was_typed_about_a_newcomer_survives(
    own: Desk, arrive: Come, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    section = arrive(OfficeSection)
    hands.key(Qt.Key.Key_A)
    own.fill(role="leader", name="严立新")
    hands.until(lambda: "严立新" in section.desk.read.status.drafts().get("settings.duty", ""))
    application, again = restart()
    application.window.go(Go("settings", {"section": "office"}))
    again.key(Qt.Key.Key_A)
    forms = [sheet for sheet in application.window.findChildren(FormSheet) if sheet.isVisible()]
    assert [(form.form.text("role"), form.form.text("name")) for form in forms] == [("leader", "严立新")]


# -- places ------------------------------------------------------------------------------------------------------------


def test_a_community_is_place_unit_and_grids_in_one_act(own: Desk, roster: RosterScreen, hands: Hands) -> None:
    add(own, roster, "community", name="柳影社区", phone="100-0000-0100", grids="A1-01、A1-02")
    directory, units = roster.desk.reference.directory, roster.desk.reference.units
    assert [place.id for place in directory.places.values() if place.kind == "grid"] == ["A1-01", "A1-02"]
    assert (units["A1"].name, units["A1"].kind, units["A1"].duty_phone) == ("柳影社区", "community", "100-0000-0100")
    assert [row.name for row in roster.finder.model.rows] == ["柳影社区"], "without streets the communities are listed"
    assert add(own, roster, "community", name="荷塘社区") == "A2"
    assert add(own, roster, "grid", name="A2-01", community="A2") == "A2"
    assert roster.desk.reference.directory.places["A2"].grids == ("A2-01",)
    assert roster.desk.reference.directory.places["A2-01"].community == "A2"


def test_name_number_and_grids_of_a_community_change_together(own: Desk, roster: RosterScreen, hands: Hands) -> None:
    add(own, roster, "community", name="柳影社区", grids="A1-01 A1-02")
    hands.key(Qt.Key.Key_E)
    own.fill(name="柳影里社区", phone="100-0000-0200", grids="A1-02 A1-03")
    own.send()
    directory = roster.desk.reference.directory
    grids = {place.id: place.active for place in directory.places.values() if place.kind == "grid"}
    assert grids == {"A1-01": False, "A1-02": True, "A1-03": True}
    assert roster.desk.reference.units["A1"].name == directory.places["A1"].name == "柳影里社区"
    assert roster.desk.reference.units["A1"].duty_phone == "100-0000-0200"
    hands.key(Qt.Key.Key_E)
    own.fill(grids="A1-02 A1-02")
    own.send()
    assert "A1-02" in own.form.note.text()


def test_a_community_with_streets_stays_until_they_are_moved(own: Desk, roster: RosterScreen, hands: Hands) -> None:
    add(own, roster, "community", name="柳影社区", grids="A1-01")
    street = add(own, roster, "street", name="柳影东街")
    roster.show_what({"place": "A1"})
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert not own.sheets
    assert own.toasts
    for place, reason in ((street, "拆除"), ("A1", "合并")):
        roster.show_what({"place": place})
        roster.finder.view.setFocus()
        hands.key(Qt.Key.Key_Delete)
        own.fill(reason=reason)
        own.send()
    assert not any(place.active for place in roster.desk.reference.directory.places.values())
    assert not roster.desk.reference.units["A1"].active


def test_a_community_entered_among_the_units_is_a_place_too(own: Desk, arrive: Come, hands: Hands) -> None:
    section = arrive(UnitSection)
    hands.key(Qt.Key.Key_A)
    own.fill(name="荷塘社区", kind="community", relation="direct")
    own.send()
    assert section.desk.reference.directory.places["A1"].kind == "community"
    assert section.desk.reference.units["A1"].name == "荷塘社区"

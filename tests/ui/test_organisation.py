"""The organisation as a person uses it: the tree by keys, other days, posts, absences, numbers, call lists that desks share."""

from __future__ import annotations

import pytest
from commandcenter.domain.call_list import CallList
from commandcenter.domain.call_list_acts import TickCall
from commandcenter.domain.clock import DAY
from commandcenter.domain.number_check import number_age
from commandcenter.domain.roster import Directory
from commandcenter.domain.roster_acts import Office, appoint
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.organisation.screen import OrganisationScreen
from commandcenter.ui.parts.finder import Finder
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

KEY = Qt.Key


@pytest.fixture
def screen(window: Window, hands: Hands) -> OrganisationScreen:
    window.go(Go("organisation"))
    found = window.screens["organisation"]
    assert isinstance(found, OrganisationScreen)
    found.view.setFocus()
    return found


def directory(screen: OrganisationScreen) -> Directory:
    return screen.desk.reference.directory


def shown(screen: OrganisationScreen) -> list[str]:
    return [node.name for node in screen.model.rows]


def go_to(screen: OrganisationScreen, node: str) -> None:
    screen.show_what({"node": node})
    screen.view.setFocus()


def names(screen: OrganisationScreen) -> list[str]:
    return [line.name for line in screen.lines.model.rows]


def fill(screen: OrganisationScreen, **told: str) -> None:
    """Put words into the open form; a person is found by name."""
    sheet = screen.acting.sheet
    assert sheet is not None
    for name, text in told.items():
        widget = sheet.form.widgets[name]
        if isinstance(widget, Finder):
            widget.setFocus()
            widget.setText("")
            match = next(iter(widget._find(text)), None)
            if match is not None:
                widget.choose(match)
            else:
                widget.setText(text)
        else:
            sheet.form.set_text(name, text)


def running(screen: OrganisationScreen) -> list[CallList]:
    return screen.desk.read.matters.running(CallList, "call_list")


# --- the tree --------------------------------------------------------------------------------------------------------


def test_the_tree_goes_from_the_city_down_to_the_building_by_keys(screen: OrganisationScreen, hands: Hands) -> None:
    assert shown(screen)[:4] == ["澜川市", "榆和区", "青榆街道", "槐序社区"]
    screen.view.go(3)
    for name in ("A1-01", "槐序大街", "槐序大街41号院"):
        hands.key(KEY.Key_Right)
        place = shown(screen).index(name)
        while screen.view.place < place:
            hands.key(KEY.Key_Down)
        assert screen.detail.title == name
    hands.key(KEY.Key_Left)
    assert screen.detail.title == "槐序大街"
    hands.key(KEY.Key_Left)
    assert "槐序大街41号院" not in shown(screen)


def test_every_heading_opens_what_the_office_has(screen: OrganisationScreen, hands: Hands) -> None:
    counts = {node.key: node.more for node in screen.model.rows if node.key.startswith("~")}
    told = (
        "~sections",
        "~departments",
        "~forces",
        "~sites",
        "~branches",
        "~groups",
        "~staff",
        "~calls",
        "~vacant",
        "~away",
    )
    assert [counts[key] for key in told] == ["9", "28", "6", "18", "12", "4", "3", "0", "2", "2"]
    for key, name in (("~groups", "综合执法平台"), ("~branches", "青榆街道工委"), ("~staff", "温晓蕾")):
        screen.view.go(screen.model.place_of(key))
        hands.key(KEY.Key_Right)
        assert name in shown(screen)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ych", "砚池胡同"),
        ("陶天佑", "陶天佑"),
        ("0000-0026", "陶天佑"),
        ("综合执法平台", "综合执法平台"),
        ("wcsq", "望潮商圈联合党支部"),
        ("D03", "青榆派出所"),
    ],
)
def test_places_people_units_groups_are_found(screen: OrganisationScreen, hands: Hands, typed: str, found: str) -> None:
    hands.key(KEY.Key_Slash)
    assert screen.field.hasFocus()
    hands.type(typed)
    assert found in shown(screen)
    hands.key(KEY.Key_Escape)
    assert shown(screen)[0] == "澜川市"


def test_a_line_leads_to_the_person_and_the_person_to_every_post(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "place/J07")
    hands.key(KEY.Key_Return)
    assert screen.lines.view.hasFocus()
    hands.key(KEY.Key_Return)
    assert screen.detail.title == "陶天佑"
    assert {line.lead for line in screen.detail.lines} == {"Alley chief", "Member"}
    hands.key(KEY.Key_2)
    assert screen.tabs.current == 1
    assert "砚池胡同" in names(screen)


# --- another day -----------------------------------------------------------------------------------------------------


def test_another_day_shows_the_people_of_that_day_and_nothing_can_be_changed(
    screen: OrganisationScreen, window: Window, hands: Hands
) -> None:
    go_to(screen, "place/J07")
    assert names(screen)[0] == "陶天佑"
    hands.key(KEY.Key_D)
    hands.type("2024-06-01")
    hands.enter()
    assert names(screen) == ["龚静怡"]
    assert "2024-06-01" in screen.caption()
    hands.key(KEY.Key_L)
    hands.key(KEY.Key_E)
    assert screen.acting.sheet is None
    hands.key(KEY.Key_Escape)
    assert names(screen)[0] == "陶天佑"


def test_who_is_back_is_shown_as_back_without_a_change_in_the_roster(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "place/J20")
    assert screen.lines.model.rows[0].chip[2] == "warn"
    assert next(fact.words for fact in screen.detail.facts).startswith("贺天佑")
    now = screen.desk.clock.now()
    assert directory(screen).at(now + 6 * DAY).answers_for(directory(screen).places["J20"]).chief.away is None  # type: ignore[union-attr]


# --- acts ------------------------------------------------------------------------------------------------------------


def test_a_post_in_a_group_is_given_and_ended(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "group/G01")
    hands.key(KEY.Key_A)
    fill(screen, role="member", person="陶天佑")
    hands.send()
    hands.settled()
    assert "陶天佑" in names(screen)
    screen.lines.view.setFocus()
    screen.lines.view.go(names(screen).index("陶天佑"))
    hands.key(KEY.Key_Delete)
    fill(screen, at="2020-01-01", reason="任务结束")
    hands.send()
    assert screen.acting.sheet is not None, "nobody leaves before they came"
    fill(screen, at="2099-01-01")
    hands.send()
    hands.settled()
    (post,) = [one for one in directory(screen).appointments if one.target == "group/G01" and one.person == "P0026"]
    assert post.until is not None


def test_a_new_group_branch_and_helper_are_entered_corrected_and_ended(
    screen: OrganisationScreen, hands: Hands
) -> None:
    go_to(screen, "~groups")
    hands.key(KEY.Key_N)
    fill(screen, name="汛期联合巡河组", form="enforcement", units="D09、青榆派出所", meets="每日 18:00，渡口巷口")
    hands.send()
    hands.settled()
    assert screen.detail.title == "汛期联合巡河组"
    (made,) = [one for one in screen.desk.reference.groups.values() if one.name == "汛期联合巡河组"]
    assert made.units == ("D09", "D03")
    hands.key(KEY.Key_E)
    fill(screen, units="D09、不存在的单位")
    hands.send()
    assert screen.acting.sheet is not None
    fill(screen, units="D09")
    hands.send()
    hands.settled()
    assert screen.desk.reference.groups[made.id].units == ("D09",)
    hands.key(KEY.Key_Delete)
    fill(screen, reason="汛期结束")
    hands.send()
    hands.settled()
    assert not screen.desk.reference.groups[made.id].active

    before = screen.desk.read.status.position()
    go_to(screen, "~staff")
    hands.key(KEY.Key_N)
    fill(screen, person="欧阳明月", home="区园林绿化所", unit="S03")
    hands.send()
    assert screen.acting.sheet is not None, "a new name needs a number"
    fill(screen, phone="100-0000-7788", post="借调干部")
    hands.send()
    hands.settled()
    assert screen.detail.title == "欧阳明月"
    facts = screen.desk.read.status.facts_after(before)
    assert "欧阳明月" not in str([fact.body for fact in facts])


def test_somebody_goes_on_leave_and_comes_back(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "person/P0026")
    hands.key(KEY.Key_B)
    fill(screen, substitute="雷志远")
    hands.send()
    hands.settled()
    acting = directory(screen).acting_for(directory(screen).places["J07"])
    assert acting is not None
    assert (acting.person.name, acting.because) == ("雷志远", "stand_in")
    hands.key(KEY.Key_B)
    hands.settled()
    assert directory(screen).away("P0026") is None


def test_a_call_proves_a_number_of_a_person_and_of_a_department(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "person/P0014")
    assert number_age(directory(screen).people["P0014"], screen.now(), 180) == "never"
    hands.key(KEY.Key_V)
    hands.send()
    hands.settled()
    assert number_age(directory(screen).people["P0014"], screen.now(), 180) == "fresh"
    go_to(screen, "unit/D03")
    hands.key(KEY.Key_V)
    hands.send()
    hands.settled()
    assert screen.desk.reference.units["D03"].verified_at is not None


def test_a_call_list_is_drawn_up_and_ticked_by_keys_while_another_desk_ticks_too(
    screen: OrganisationScreen, window: Window, hands: Hands
) -> None:
    go_to(screen, "place/J20")
    hands.key(KEY.Key_L)
    fill(screen, title="渡口巷汛情叫应")
    hands.send()
    hands.settled()
    (made,) = running(screen)
    assert screen.detail.title == "渡口巷汛情叫应"
    sheet = screen.list_sheet
    assert sheet is not None
    assert sheet.lines.view.hasFocus()
    assert sheet.model.rows[0].name == "贺天佑", "the deputy is called instead of the chief on leave"
    hands.key(KEY.Key_Space)
    hands.settled()
    hands.key(KEY.Key_X)
    hands.settled()
    (made,) = running(screen)
    assert [made.tick(line.person).result for line in made.lines[:2]] == ["reached", "no_answer"]  # type: ignore[union-attr]
    assert sheet.lines.view.place == 2
    screen.desk.submit(TickCall(call_list=made.id, person=made.lines[2].person, result="wrong"))  # the neighbour's seat
    hands.settled()
    assert sheet.model.rows[2].tick.result == "wrong"
    assert sheet.lines.view.place == 2
    hands.key(KEY.Key_Backspace)
    hands.settled()
    assert sheet.model.rows[2].tick is None
    hands.key(KEY.Key_D)
    hands.settled()
    assert not running(screen)
    hands.key(KEY.Key_Escape)
    assert [line.chip[0] for line in screen.lines.model.rows[:3]] == ["reached", "no answer", ""]
    hands.key(KEY.Key_L)
    assert screen.list_sheet.isVisible(), "from the tree it is opened again"


def test_stale_numbers_become_a_call_list_whose_calls_prove_them(screen: OrganisationScreen, hands: Hands) -> None:
    go_to(screen, "~stale")
    waiting = screen.told.stale
    hands.key(KEY.Key_L)
    hands.settled()
    (made,) = running(screen)
    assert len(made.lines) == waiting
    for _ in range(3):
        hands.key(KEY.Key_Space)
        hands.settled()
    assert screen.told.stale == waiting - 3


def test_keys_and_plans_of_a_resident_unit_and_the_note_of_a_department_are_corrected(
    screen: OrganisationScreen, hands: Hands
) -> None:
    go_to(screen, "place/U02")
    hands.key(KEY.Key_E)
    fill(screen, keys="门卫室", papers="资料柜二层")
    hands.send()
    hands.settled()
    place = directory(screen).places["U02"]
    assert (place.keys, place.papers, place.phone) == ("门卫室", "资料柜二层", "100-0000-0146")
    go_to(screen, "unit/D12")
    hands.key(KEY.Key_E)
    fill(screen, handover="主管阀门钥匙在路口井旁值守亭")
    hands.send()
    hands.settled()
    assert screen.desk.reference.units["D12"].handover.startswith("主管阀门")


def test_the_chiefs_and_the_contacts_are_changed_where_they_are_kept(
    screen: OrganisationScreen, window: Window, hands: Hands
) -> None:
    go_to(screen, "unit/D03")
    hands.key(KEY.Key_O)
    assert window.screens["settings"].isVisible()
    window.go(Go("organisation", {"node": "place/J07"}))
    screen.view.setFocus()
    hands.key(KEY.Key_O)
    assert window.screens["roster"].isVisible()


def test_every_act_that_is_offered_has_its_key_in_the_bar(screen: OrganisationScreen) -> None:
    for node in (
        "office/main",
        "place/J07",
        "unit/D03",
        "group/G01",
        "branch/A3",
        "staff/T01",
        "person/P0026",
        "~stale",
    ):
        go_to(screen, node)
        told = {words for _, words in screen.hints()}
        assert {act.words for act in screen._acts if act.fits()} <= told
        assert isinstance(screen.field, QLineEdit)


def test_an_ended_case_and_an_old_incident_keep_the_people_of_their_day(
    screen: OrganisationScreen, window: Window, hands: Hands
) -> None:
    """The chief of a street changes hands today; what ended before still names who answered then."""
    read = screen.desk.read
    ids = read.cases.ids(CaseQuery(view="closed"), screen.now(), 40)
    ended = [case for key in ids if (case := read.cases.case(key)[0]).place and case.closed_at is not None]
    places = directory(screen).places
    case = next(one for one in ended if directory(screen).answers_for(places[one.place]).chief is not None)
    chief = directory(screen).answers_for(places[case.place]).chief
    assert chief is not None
    successor = Office(chief.role, chief.target, screen.now())
    screen.desk.submit(appoint("new", successor, "P0005", replaced=chief.appointment, now=screen.now()))
    hands.settled()
    assert directory(screen).answers_for(places[case.place]).chief.person.id == "P0005"  # type: ignore[union-attr]
    window.go(Go("cases", {"case": case.id}))
    hands.settled()
    cases = window.screens["cases"]
    assert isinstance(cases, CasesScreen)
    assert chief.person.name in cases.detail.people.text()

"""The roster as a person uses it: who answers here, holes filled, posts that change hands and stay in the history."""

from __future__ import annotations

from itertools import pairwise

import pytest
from commandcenter.domain.record import AmendRecord, Record, RetireRecord
from commandcenter.domain.roster import CHIEFS, Directory
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.roster.assign import AssignSheet
from commandcenter.ui.roster.screen import RosterScreen
from commandcenter.ui.roster.sheets import PersonSheet
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

VACATED, CHIEF = "J11", "appointment/J11-alley_chief"


@pytest.fixture
def roster(window: Window, hands: Hands) -> RosterScreen:
    window.go(Go("roster"))
    screen = window.screens["roster"]
    assert isinstance(screen, RosterScreen)
    return screen


@pytest.fixture
def vacated(roster: RosterScreen, hands: Hands) -> RosterScreen:
    """The roster after the chief of 槐序一巷 has gone."""
    roster.desk.submit(RetireRecord(subject=CHIEF, reason="调离"))
    hands.settled()
    return roster


def directory(screen: RosterScreen) -> Directory:
    return screen.desk.reference.directory


def record(screen: RosterScreen, subject: str) -> Record:
    return screen.desk.read.reference.record(subject)


def chief_gaps(screen: RosterScreen) -> list[str]:
    """The streets and alleys without a chief among the gaps."""
    return [row.name for row in screen.side.hole_model.rows if row.sort == "vacant" and row.role in CHIEFS]


def chief_title(screen: RosterScreen) -> str:
    """What the chief of the place shown is called."""
    chief = directory(screen).answers_for(directory(screen).places["J07"]).chief
    return chief.person.post if chief is not None else ""


def sheet(screen: RosterScreen) -> AssignSheet | PersonSheet:
    found = screen.acts.sheet
    assert found is not None
    return found  # type: ignore[return-value]


def test_two_letters_find_the_alley_and_p_calls_its_chief(roster: RosterScreen, window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    assert roster.finder.field.hasFocus()
    hands.type("yc")
    names = [row.name for row in roster.finder.hits.rows]
    assert names[0] == "砚池胡同"
    assert "砚池西巷" in names
    assert roster.finder.hits.row(0).marks == ((0, 2),)
    assert roster.pane.place is not None
    assert roster.pane.place.name == "砚池胡同"
    hands.enter()
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    assert window.phone_sheet.name.text() == "陶天佑"
    assert window.phone_sheet.number.text() == "100-0000-0026"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("砚池", "砚池胡同"),
        ("0000-0026", "陶天佑"),
        ("tty", "陶天佑"),
        ("陶天", "陶天佑"),
        ("北苇小区3号楼", "北苇小区3号楼"),
        ("砚池胡同27号", "砚池胡同27号"),
        ("砚池胡同27号对面的超市", "砚池胡同27号对面的超市"),
    ],
)
def test_names_phones_and_initials_are_found(roster: RosterScreen, hands: Hands, typed: str, found: str) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type(typed)
    assert found in [row.name for row in roster.finder.hits.rows]


def test_a_name_that_nobody_has_says_so_and_esc_forgets_it(roster: RosterScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash)
    hands.type("zzzz")
    assert roster.finder.nothing.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert roster.finder.field.text() == ""
    assert roster.finder.view.hasFocus()


def test_left_folds_a_street_and_right_unfolds_it(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J07"})
    roster.finder.view.setFocus()
    before = roster.finder.model.rowCount()
    hands.key(Qt.Key.Key_Left)
    assert roster.finder.model.rowCount() == before - 9
    assert roster.pane.place is not None
    assert roster.pane.place.id == "J02"
    hands.key(Qt.Key.Key_Right)
    assert roster.finder.model.rowCount() == before


def test_the_figures_are_those_of_the_roster(roster: RosterScreen) -> None:
    told = {figure.label: (figure.value, figure.behind) for figure in roster.figures.figures}
    assert told["Street chiefs"] == ("11", "/ 11")
    assert told["Alley chiefs"] == ("19", "/ 19")
    assert told["Alley stewards"] == ("60", "")
    assert told["Building keepers"] == ("43", "/ 43")
    assert told["Unit keepers"] == ("18", "/ 18")
    assert told["Streets covered"] == ("100.0", "%")


def test_a_vacancy_is_a_hole_in_figures_tree_and_list(vacated: RosterScreen) -> None:
    told = {figure.label: figure for figure in vacated.figures.figures}
    assert told["Alley chiefs"].value == "18"
    assert told["Alley chiefs"].warn
    assert told["Alley chiefs"].note == "vacant 1, away 2"
    assert chief_gaps(vacated) == ["槐序一巷"]
    first = vacated.side.hole_model.row(0)
    assert (first.name, first.advice) == ("槐序一巷", "陶青禾")
    row = vacated.finder.model.row(vacated.finder.model.place_of(VACATED))
    assert row.vacant


def test_a_vacancy_is_assigned_to_somebody_who_holds_a_post_already(vacated: RosterScreen, hands: Hands) -> None:
    vacated.show_what({"place": VACATED})
    vacated.finder.view.setFocus()
    hands.key(Qt.Key.Key_R)
    assert isinstance(sheet(vacated), AssignSheet)
    hands.type("陶天佑")
    hands.send()
    hands.settled()
    chief = directory(vacated).answers_for(directory(vacated).places[VACATED]).chief
    assert chief is not None
    assert chief.person.name == "陶天佑"
    assert {post.target for post in directory(vacated).posts_of(chief.person.id)} >= {"place/J07", "place/J11"}
    assert chief_gaps(vacated) == []


def test_a_click_on_the_button_of_a_hole_opens_the_assignment(vacated: RosterScreen, hands: Hands) -> None:
    view = vacated.side.holes
    rect = view.visualRect(view.model().index(0, 0))
    painter = vacated.side.hole_painter
    hands.click(view.viewport(), painter.button(rect, vacated.side.hole_model.row(0)).center())
    assert sheet(vacated).isVisible()
    assert vacated.pane.place is not None
    assert vacated.pane.place.id == VACATED


def test_a_click_on_the_button_in_the_tree_opens_the_assignment(vacated: RosterScreen, hands: Hands) -> None:
    view = vacated.finder.view
    index = view.model().index(vacated.finder.model.place_of(VACATED), 0)
    view.scrollTo(index)
    hands.click(view.viewport(), vacated.finder.painter.assign_rect(view.visualRect(index)).center())
    assert sheet(vacated).isVisible()


def test_a_newcomer_is_entered_with_the_post_as_one_act(vacated: RosterScreen, hands: Hands) -> None:
    vacated.show_what({"place": VACATED})
    hands.key(Qt.Key.Key_R)
    hands.type("欧阳明月")
    assert sheet(vacated).newcomer.isVisible()  # type: ignore[union-attr]
    hands.enter()
    hands.type("100-0000-9001")
    before = vacated.desk.read.status.position()
    hands.send()
    hands.settled()
    chief = directory(vacated).answers_for(directory(vacated).places[VACATED]).chief
    assert chief is not None
    assert (chief.person.name, chief.person.phone) == ("欧阳明月", "100-0000-9001")
    facts = vacated.desk.read.status.facts_after(before)
    assert [fact.kind for fact in facts] == ["person.listed", "appointment.listed"]
    assert "欧阳明月" not in str([fact.body for fact in facts])


def test_a_chief_is_replaced_and_the_old_one_stays_in_the_history(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J07"})
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_R)
    hands.type("程亚男")
    note = sheet(roster).left_note
    assert "程亚男 was deputy here" in note.text()
    assert "陶天佑 also: Member" in note.text()
    hands.send()
    assert sheet(roster).isVisible(), "a replacement without a reason is not sent"
    hands.type("轮岗")
    hands.send()
    hands.settled()
    assert roster.acts.rest is not None
    assert roster.acts.rest.posts.text().startswith("Member "), "who has left is named with what they still do"
    hands.key(Qt.Key.Key_Escape)
    assert directory(roster).posts_of("P0026"), "left as it is"
    answering = directory(roster).answers_for(directory(roster).places["J07"])
    assert not answering.deputies, "nobody is their own deputy"
    assert chief_title(roster) == "街巷长", "nor called one"
    assert not record(roster, "appointment/J07-deputy").active
    assert [row.vacant for row in roster.pane.team_model.rows if row.role == "deputy"] == [True]
    chief = directory(roster).answers_for(directory(roster).places["J07"]).chief
    assert chief is not None
    assert chief.person.name == "程亚男"
    past = [row for row in roster.pane.below.past_model.rows if row.role == "alley_chief"]
    assert [(row.name, row.until is None, row.reason) for row in past] == [
        ("程亚男", True, ""),
        ("陶天佑", False, "轮岗"),
        ("龚静怡", False, ""),
    ]
    assert record(roster, "appointment/J07-alley_chief").retired_at is not None


def test_a_phone_is_edited_for_every_post_of_the_person(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J08"})
    roster.pane.team.view.setFocus()
    hands.key(Qt.Key.Key_E)
    opened = sheet(roster)
    assert isinstance(opened, PersonSheet)
    phone = opened.form.widgets["phone"]
    assert isinstance(phone, QLineEdit)
    phone.setFocus()
    phone.selectAll()
    hands.type("100-0000-9002")
    hands.send()
    hands.settled()
    assert roster.pane.card.number.text() == "100-0000-9002"
    assert directory(roster).people["P0018"].phone == "100-0000-9002"
    secretary = directory(roster).holders("unit/A1", "secretary")[0]
    assert secretary.person.phone == "100-0000-9002"
    assert record(roster, "person/P0018").history[-1].verb == "amended"


def test_an_edit_that_changes_nothing_says_so_and_writes_nothing(roster: RosterScreen, hands: Hands) -> None:
    before = roster.desk.read.status.position()
    roster.show_what({"place": "J07"})
    roster.pane.team.view.setFocus()
    hands.key(Qt.Key.Key_E)
    hands.send()
    assert sheet(roster).note.isVisible()
    assert roster.desk.read.status.position() == before


def test_a_post_ends_only_with_a_reason(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J07"})
    roster.pane.team.view.setFocus()
    steward = next(at for at, row in enumerate(roster.pane.team_model.rows) if row.role == "steward")
    roster.pane.team.view.go(steward)
    name = roster.pane.team_model.row(steward).name
    hands.key(Qt.Key.Key_Delete)
    hands.send()
    assert sheet(roster).isVisible()
    hands.type("搬离")
    hands.send()
    hands.settled()
    assert name not in [row.name for row in roster.pane.team_model.rows]
    assert (name, "搬离") in [(row.name, row.reason) for row in roster.pane.below.past_model.rows]
    assert any(person.name == name for person in directory(roster).people.values()), "the person stays in the roster"


def test_who_leaves_for_good_leaves_every_post_on_that_day_with_one_key(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J25"})
    roster.pane.team.view.setFocus()
    assert roster.pane.team_model.row(0).name == "秦春晓"
    hands.key(Qt.Key.Key_Delete)
    told = sheet(roster).left_note.text()
    assert told.startswith("秦春晓 also: ")
    assert "stands in for 姚佳音" in told
    hands.type("退休")
    hands.send()
    hands.settled()
    assert roster.acts.rest is not None
    named = roster.acts.rest.posts.text().splitlines()
    assert named[-1] == "stands in for 姚佳音"
    assert len(named) == 4
    hands.send()
    hands.settled()
    person = next(key for key, one in directory(roster).people.items() if one.name == "秦春晓")
    assert directory(roster).posts_of(person) == ()
    chief = directory(roster).answers_for(directory(roster).places["J24"]).chief
    assert chief is not None
    assert chief.stand_in is None or chief.stand_in.name != "秦春晓"
    assert record(roster, "appointment/J25-alley_chief").retired_at is not None


def test_a_new_alley_appears_below_its_street(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J02"})
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_A)
    entry = next(action for action in roster.acts.menu.actions() if action.data() == "place:alley")
    entry.trigger()
    roster.acts.menu.close()
    hands.type("月牙巷")
    hands.send()
    hands.settled()
    place = next(found for found in directory(roster).places.values() if found.name == "月牙巷")
    assert (place.kind, place.street, place.community) == ("alley", "J02", "A1")
    assert roster.pane.place is not None
    assert roster.pane.place.id == place.id
    assert place.id in [row.place for row in roster.finder.model.rows]
    assert chief_gaps(roster) == ["月牙巷"]


def test_note_and_length_of_a_place_are_edited_with_a_history(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J07"})
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_E)
    form = roster.acts.sheet.form  # type: ignore[union-attr]
    form.widgets["length_m"].setFocus()
    form.widgets["length_m"].selectAll()  # type: ignore[attr-defined]
    hands.type("352")
    form.widgets["note"].setFocus()
    hands.type("井盖松动")
    hands.send()
    hands.settled()
    assert directory(roster).places["J07"].length_m == 352
    assert roster.pane.card.note.text() == "井盖松动"
    assert record(roster, "place/J07").history[-1].fields == {"length_m": 352, "note": "井盖松动"}


def test_a_place_goes_out_of_use_with_its_posts(roster: RosterScreen, hands: Hands) -> None:
    roster.show_what({"place": "J12"})
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_Delete)
    hands.type("拆除")
    hands.send()
    hands.settled()
    assert "J12" not in [place.id for place in directory(roster).streets()]
    assert not directory(roster).holders("place/J12")
    assert record(roster, "place/J12").known


def test_somebody_without_a_number_is_a_hole_until_it_is_filled(roster: RosterScreen, hands: Hands) -> None:
    roster.desk.submit(AmendRecord(subject="person/P4303", words={"phone": ""}))
    hands.settled()
    rows = roster.side.hole_model.rows
    assert [row.name for row in rows if row.sort == "silent"] == ["邹书涵"]
    roster.side.holes.setFocus()
    roster.side.holes.go(next(at for at, row in enumerate(rows) if row.sort == "silent"))
    hands.enter()
    sheet(roster).form.widgets["phone"].setFocus()
    hands.type("100-0000-4303")
    hands.send()
    hands.settled()
    assert not [row for row in roster.side.hole_model.rows if row.sort == "silent"]


def test_f9_takes_the_place_along(roster: RosterScreen, window: Window, hands: Hands) -> None:
    roster.show_what({"place": "J09"})
    assert roster.whistle_context() == {"place": "J09"}
    hands.key(Qt.Key.Key_F9)
    console = window.current
    assert console is window.screens["whistle"]
    assert "石榴院胡同" in [field.text() for field in console.findChildren(QLineEdit)]


def test_a_person_of_the_palette_is_shown_at_the_post_they_hold(roster: RosterScreen) -> None:
    roster.show_what({"person": "P0103"})
    assert roster.pane.place is not None
    assert roster.pane.place.name == "砚池胡同9号院"
    post = roster.pane.chosen_post()
    assert post is not None
    assert post.name == "卞世杰"


def test_a_person_with_no_post_at_a_place_has_a_card_too(roster: RosterScreen) -> None:
    clerk = next(post.person for post in directory(roster).appointments if post.role == "clerk")
    roster.show_what({"person": clerk})
    assert roster.pane.place is None
    assert roster.pane.where.text() == directory(roster).people[clerk].name
    assert [row.role for row in roster.pane.team_model.rows] == ["clerk"]


def test_a_case_here_opens_in_the_case_centre(roster: RosterScreen, window: Window, hands: Hands) -> None:
    roster.show_what({"place": "J07"})
    hands.key(Qt.Key.Key_T)
    roster.pane.below.cases.view.setFocus()
    case = roster.pane.below.case_model.row(0)
    assert case is not None
    hands.enter()
    assert window.current is window.screens["cases"]
    assert window.screens["cases"].whistle_context() == {"case": case.id}


def test_open_cases_stand_before_closed_ones_and_newest_first(roster: RosterScreen) -> None:
    for place in ("J02", "J03", "A4"):
        roster.show_what({"place": place})
        rows = roster.pane.below.case_model.rows
        if place != "A4":
            keys = [(not row.open, -row.received_at) for row in rows]
            assert all(before <= after for before, after in pairwise(keys))


def test_the_narrow_window_drops_the_right_column_and_keeps_everything_usable(
    roster: RosterScreen, window: Window, hands: Hands
) -> None:
    assert roster.side.isVisible()
    window.resize(1366, 768)
    hands.until(lambda: not roster.side.isVisible())
    roster.show_what({"place": "J07"})
    assert roster.pane.below.tabs.isVisible()
    assert roster.pane.below.walks.isVisible()
    roster.pane.below.tabs.pick(1)
    assert roster.pane.below.cases.isVisible()
    assert not roster.pane.below.past.isVisible()
    roster.pane.below.tabs.pick(2)
    assert roster.pane.below.past.isVisible()
    right = roster.pane.mapTo(roster, roster.pane.rect().bottomRight())
    assert right.x() <= roster.width()
    assert right.y() <= roster.height()

"""The roster at depth, as a person uses it: away and who stands in, numbers proved by a call, call lists, another day, walks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.call_list import CallList
from commandcenter.domain.clock import DAY, HOUR, at_local, local_date
from commandcenter.domain.coverage import vacancies
from commandcenter.domain.number_check import number_age
from commandcenter.domain.record import RetireRecord
from commandcenter.domain.roster import CHIEFS, Directory
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.roster.screen import RosterScreen
from commandcenter.ui.roster.service import ServiceSheet
from commandcenter.ui.roster.tree import FILTERS, wanted
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
CHIEF = "P0026"


@pytest.fixture
def roster(window: Window, hands: Hands) -> RosterScreen:
    window.go(Go("roster", {"place": "J07"}))
    screen = window.screens["roster"]
    assert isinstance(screen, RosterScreen)
    screen.finder.view.setFocus()
    return screen


def directory(screen: RosterScreen) -> Directory:
    return screen.desk.reference.directory


def form(screen: RosterScreen) -> FormSheet:
    found = screen.acts.acting.sheet
    assert found is not None
    return found


def fill(hands: Hands, sheet: FormSheet, name: str, text: str) -> None:
    widget = sheet.form.widgets[name]
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    hands.type(text)


# --- filters ---------------------------------------------------------------------------------------------------------


def test_each_filter_keeps_what_it_says_and_a_digit_picks_it(roster: RosterScreen, hands: Hands) -> None:
    streets = directory(roster).streets()
    for place, only in enumerate(FILTERS[:-1]):
        hands.key(Qt.Key(Qt.Key.Key_1 + place))
        kept = {street.id for street in streets if wanted(roster.standing, street, only)}
        shown = {row.place for row in roster.finder.model.rows}
        heads = {street.street for street in streets if street.id in kept}
        assert kept <= shown <= kept | heads
        assert roster.finder._counts[place] == len(kept)
    hands.key(Qt.Key.Key_6)
    assert [row.place for row in roster.finder.model.rows] == [f"A{n}" for n in range(1, 9)]


def test_what_a_filter_keeps_is_counted_by_hand(roster: RosterScreen) -> None:
    found = directory(roster)
    standing = roster.standing
    days = standing.stale_days
    for street in found.streets():
        holders = found.holders(f"place/{street.id}")
        assert wanted(standing, street, "vacant") == (not [one for one in holders if one.role in CHIEFS])
        assert wanted(standing, street, "away") == any(
            one.person.id in {a.person for a in found.absences} for one in holders
        )
        old = [one for one in holders if number_age(one.person, standing.now, days) != "fresh" or not one.person.phone]
        assert wanted(standing, street, "stale") == bool(old)


def test_a_street_is_overdue_when_nobody_walked_it_since_a_turn_was_missed(roster: RosterScreen) -> None:
    read, now = roster.desk.read.patrols, roster.now()
    today = local_date(now)
    missed = read.missed(today - timedelta(days=28), today, now, limit=2000)
    walked = read.last_walked(street.id for street in directory(roster).streets())
    expected = {row.place for row in missed if row.window_end is not None and row.window_end > walked.get(row.place, 0)}
    assert set(roster.standing.late) == expected
    holes = {row.place for row in roster.side.hole_model.rows if row.sort == "overdue"}
    assert holes == expected
    zones = {zone.shape: zone.tone for zone in roster.side.map.zones}
    assert {place for place, tone in zones.items() if tone == "late"} == expected - {"J07"}
    assert zones["J07"] == "here"


# --- away ------------------------------------------------------------------------------------------------------------


def test_who_is_away_is_shown_with_who_stands_in_and_p_calls_that_person(
    roster: RosterScreen, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_B)
    sheet = form(roster)
    fill(hands, sheet, "until", (local_date(roster.now()) + timedelta(days=5)).isoformat())
    sheet.form.widgets["substitute"].setFocus()
    hands.type("cyn")
    hands.enter()
    hands.send()
    hands.settled()
    holder = directory(roster).holders("place/J07", "alley_chief")[0]
    assert holder.away is not None
    assert holder.stand_in is not None
    assert holder.stand_in.name == "程亚男"
    card = roster.pane.card
    assert card.name.text() == "程亚男", "who is there stands large"
    assert card.number.text() == holder.stand_in.phone
    assert (local_date(roster.now()) + timedelta(days=5)).isoformat() in card.away.text()
    assert f"{holder.person.name} {holder.person.phone}" in card.instead.text()
    assert card.instead.isVisible()
    row = roster.pane.team_model.row(0)
    assert (row.stand_in, row.away) == ("程亚男", "leave")
    tree_row = roster.finder.model.row(roster.finder.model.place_of("J07"))
    assert (tree_row.away, tree_row.stand_in) == ("leave", "程亚男")
    hands.key(Qt.Key.Key_P)
    sheet_words = window.phone_sheet.what.text()
    assert window.phone_sheet.name.text() == "程亚男"
    assert holder.person.name in sheet_words, "that somebody stands in is said, for whom and until when"
    assert f"{local_date(roster.now()) + timedelta(days=5):%m-%d}" in sheet_words


def test_who_is_back_before_the_day_is_back_by_one_key(roster: RosterScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_B)
    hands.send()
    hands.settled()
    assert directory(roster).away(CHIEF) is not None
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_B)
    menu = roster.acts.menu
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    hands.settled()
    assert directory(roster).away(CHIEF) is None


def test_a_post_nobody_stands_in_for_is_a_gap_whose_button_asks_who_does(roster: RosterScreen, hands: Hands) -> None:
    rows = roster.side.hole_model.rows
    at = next(at for at, row in enumerate(rows) if row.sort == "uncovered")
    roster.side.holes.setFocus()
    roster.side.holes.go(at)
    hands.enter()
    assert rows[at].who in form(roster).caption.text()


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "result"), [(Qt.Key.Key_Return, "reached"), (Qt.Key.Key_N, "no_answer"), (Qt.Key.Key_W, "wrong")]
)
def test_a_call_proves_a_number_by_the_key_pressed_after_it(
    roster: RosterScreen, window: Window, hands: Hands, clock: SetClock, key: Qt.Key, result: str
) -> None:
    hands.key(Qt.Key.Key_P)
    assert window.phone_sheet.isVisible()
    hands.key(key)
    assert not window.phone_sheet.isVisible()
    hands.settled()
    person = directory(roster).people[CHIEF]
    assert any(person.name in view.toast.text for view in window.toasts._shown), "that it stands is said"
    (made,) = window.desk.read.calls.of_span(roster.now(), roster.now() + 1).lines
    assert (made.person, made.direction) == (CHIEF, "out"), "it stands among the calls of the shift"
    assert (person.checked_at, person.check) == (roster.now(), result)
    assert (person.verified_at == roster.now()) == (result == "reached")
    age = {"reached": "fresh", "no_answer": "unanswered", "wrong": "wrong"}[result]
    assert roster.pane.team_model.row(0).age == age


def test_esc_after_a_call_says_nothing_of_the_number(roster: RosterScreen, window: Window, hands: Hands) -> None:
    before = roster.desk.read.status.position()
    hands.key(Qt.Key.Key_P)
    hands.key(Qt.Key.Key_Escape)
    hands.settled()
    assert roster.desk.read.status.position() == before


def test_the_numbers_to_prove_make_a_call_list(roster: RosterScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_L)
    menu = roster.outward.menu
    assert menu is not None
    line = next(action for action in menu.actions() if action.data() == "stale|")
    line.trigger()
    menu.close()
    hands.settled()
    sheet = roster.outward.list_sheet
    assert sheet is not None
    assert sheet.isVisible()
    told, standing = roster.standing.directory, roster.standing
    wanted_people = {
        post.person
        for post in told.appointments
        if (person := told.people.get(post.person)) and person.phone and not standing.proved(person)
    }
    assert {line.person for line in sheet.state.lines} == wanted_people


# --- call lists ------------------------------------------------------------------------------------------------------


def test_a_call_list_is_ticked_by_keys_and_goes_on_by_itself(
    roster: RosterScreen, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_L)
    menu = roster.outward.menu
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "about|place/J07").trigger()
    menu.close()
    hands.send()
    hands.settled()
    sheet = roster.outward.list_sheet
    assert sheet is not None
    assert sheet.isVisible()
    first = sheet.model.row(0)
    assert first.name == "陶天佑"
    assert sheet.number.text() == first.phone
    hands.key(Qt.Key.Key_Space)
    hands.settled()
    assert sheet.state.tick(first.person).result == "reached"  # type: ignore[union-attr]
    assert directory(roster).people[first.person].verified_at == roster.now(), "the same call proves the number"
    second = sheet.row
    assert second is not None
    assert second.person != first.person
    hands.key(Qt.Key.Key_X)
    hands.settled()
    hands.key(Qt.Key.Key_W)
    hands.settled()
    results = [tick.result for tick in sheet.state.ticks]
    assert results == ["reached", "no_answer", "wrong"]
    sheet.lines.view.go(0)
    hands.key(Qt.Key.Key_Backspace)
    hands.settled()
    assert sheet.state.tick(first.person) is None
    hands.key(Qt.Key.Key_D)
    hands.settled()
    assert sheet.state.closed_at is not None
    hands.key(Qt.Key.Key_Space)
    hands.settled()
    assert sheet.note.isVisible()
    assert len(sheet.state.ticks) == 3
    hands.key(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_streets_not_walked_are_reminded_with_one_key(roster: RosterScreen, hands: Hands, clock: SetClock) -> None:
    late = [row for row in roster.side.hole_model.rows if row.sort == "overdue" and row.person]
    assert late, "the sample office has a street nobody walked"
    hands.key(Qt.Key.Key_U, SHIFT)
    hands.settled()
    sheet = roster.outward.list_sheet
    assert sheet is not None
    assert [line.person for line in sheet.state.lines] == list(dict.fromkeys(row.person for row in late))
    hands.key(Qt.Key.Key_Escape)
    assert roster.desk.read.matters.running(CallList, "call_list")


# --- another day -----------------------------------------------------------------------------------------------------


def test_the_roster_of_another_day_shows_who_held_which_post_then_and_changes_nothing(
    roster: RosterScreen, hands: Hands
) -> None:
    day = local_date(roster.now()) - timedelta(days=600)
    before = roster.desk.read.status.position()
    hands.key(Qt.Key.Key_D)
    hands.type(day.isoformat())
    hands.send()
    assert roster.day_bar.isVisible()
    then = directory(roster).at(at_local(day + timedelta(days=1)) - 1)
    chief = then.answers_for(then.places["J07"]).chief
    told = roster.pane.team_model.row(0)
    assert told.name == (chief.person.name if chief is not None else "")
    for street in then.streets():
        row = roster.finder.model.row(roster.finder.model.place_of(street.id))
        expected = then.holders(f"place/{street.id}", *CHIEFS)
        assert row.chief == (expected[0].person.name if expected else "")
    assert len([row for row in roster.side.hole_model.rows if row.sort == "vacant"]) == len(
        vacancies(then, roster._at or 0)
    )
    for key in (Qt.Key.Key_R, Qt.Key.Key_B, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_P):
        hands.key(key)
    assert roster.acts.acting.sheet is None
    assert roster.acts.sheet is None
    assert roster.desk.read.status.position() == before
    hands.key(Qt.Key.Key_Escape)
    assert not roster.day_bar.isVisible()
    assert roster.pane.team_model.row(0).name == "陶天佑"


# --- people and walks ------------------------------------------------------------------------------------------------


def test_the_service_record_tells_every_post_ever_held(roster: RosterScreen, hands: Hands) -> None:
    roster.desk.submit(RetireRecord(subject="appointment/J07-alley_chief", reason="轮岗"))
    hands.settled()
    roster.show_what({"person": CHIEF})
    hands.key(Qt.Key.Key_I)
    sheet = roster.acts.sheet
    assert isinstance(sheet, ServiceSheet)
    rows = sheet.model.rows
    assert len(rows) == len(roster.desk.reference.roster.service_of(CHIEF))
    gone = [row for row in rows if row.appointment == "J07-alley_chief"]
    assert gone[0].until == roster.now()
    assert "100-0000-0026" in sheet.facts.facts[0].words


def test_somebody_is_sent_to_walk_and_the_turn_stands_there(
    roster: RosterScreen, window: Window, hands: Hands, clock: SetClock
) -> None:
    read, today = roster.desk.read.patrols, local_date(roster.now())
    late = [row for row in roster.side.hole_model.rows if row.sort == "overdue"]
    missed = read.missed(today - timedelta(days=28), today, roster.now())
    assert late, "the sample office has a street nobody walked"
    street = next(row.place for row in late if any(one.place == row.place for one in missed))
    window.go(Go("roster", {"place": street}))
    hands.key(Qt.Key.Key_X)
    hands.send()
    hands.settled()
    rows = {row.place: row for row in roster.side.hole_model.rows if row.sort in ("overdue", "sent")}
    assert rows[street].sort == "sent", "nobody is to be reminded: somebody is on the way"
    assert set(rows) == {row.place for row in late}
    assert street not in roster.standing.late
    assert roster.pane.turn.isVisible()
    assert not roster.pane.patrol.isVisible()
    hands.key(Qt.Key.Key_O)
    assert window.current is not None
    assert window.current.where()["patrol"] == rows[street].turn
    clock.advance(4 * HOUR)
    window.go(Go("roster", {"place": street}))
    roster.show_what({"place": street})
    assert street in roster.standing.late, "nobody came: it is late again"
    roster.show_what({"place": "J07"})
    before = {row.id for row in roster.desk.read.patrols.of_day(local_date(roster.now()), place="J07")}
    hands.key(Qt.Key.Key_X)
    assert form(roster).caption.text() == "砚池胡同"
    hands.send()
    hands.settled()
    rows = roster.desk.read.patrols.between(local_date(roster.now()), local_date(roster.now() + 3 * HOUR), place="J07")
    new = [row for row in rows if row.id not in before and not row.plan]
    assert [(row.person, row.role) for row in new] == [(CHIEF, "alley_chief")]


def test_the_walks_of_a_street_stand_with_what_was_found_and_the_heat_counts_them(roster: RosterScreen) -> None:
    read, today = roster.desk.read.patrols, local_date(roster.now())
    walks = read.of_place("J07", 12)
    rows = roster.pane.below.walk_model.rows
    assert len(rows) == sum(max(1, walk.findings) for walk in walks)
    assert [row.at for row in rows if not row.findings] == [walk.begun_at for walk in walks if not walk.findings]
    heat = {row.key: dict(row.counts) for row in roster.pane.below.heat.rows}
    counted = read.heat(today - timedelta(days=27), today, place="J07")
    assert {key: counts for key, counts in heat.items() if counts} == counted
    assert CHIEF in heat


def test_t_goes_from_tab_to_tab_with_the_keyboard(roster: RosterScreen, hands: Hands) -> None:
    roster.pane.below.walks.setFocus()
    hands.key(Qt.Key.Key_T)
    assert roster.pane.below.tabs.current == 1
    assert roster.pane.below.cases.view.hasFocus() or not roster.pane.below.case_model.rowCount()
    roster.finder.view.setFocus()
    hands.key(Qt.Key.Key_T)
    assert roster.pane.below.tabs.current == 2
    assert roster.finder.view.hasFocus()


def test_the_age_of_a_vacancy_is_told(roster: RosterScreen, hands: Hands, clock: SetClock) -> None:
    roster.desk.submit(
        RetireRecord(subject="appointment/J07-alley_chief", reason="调离", happened_at=roster.now() - 12 * DAY)
    )
    hands.settled()
    row = roster.finder.model.row(roster.finder.model.place_of("J07"))
    assert row.vacant
    assert row.ended_at == roster.now() - 12 * DAY
    hole = roster.side.hole_model.row(0)
    assert (hole.place, hole.ended_at) == ("J07", roster.now() - 12 * DAY)


# --- paper and contacts ----------------------------------------------------------------------------------------------


def test_contacts_are_written_to_a_file(roster: RosterScreen, hands: Hands, tmp_path: Path) -> None:
    hands.key(Qt.Key.Key_C)
    sheet = roster.outward.export_sheet
    assert sheet is not None
    sheet.form.set_text("about", "place/J07")
    fill(hands, sheet, "path", str(tmp_path / "roster.vcf"))
    hands.send()
    hands.until((tmp_path / "roster.vcf").exists, 60_000)
    hands.until(lambda: roster.outward.export_sheet is None, 10_000)
    assert "FN:陶天佑" in (tmp_path / "roster.vcf").read_text("utf-8")


def test_ctrl_p_offers_the_papers_of_the_place(roster: RosterScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_P, CONTROL)
    menu = roster.outward.menu
    assert menu is not None
    assert [action.data() for action in menu.actions()] == [
        "print|wall_list office/main",
        "print|signboard place/J07",
        "print|pocket_cards place/J07",
        "print|pocket_cards office/main",
    ]
    menu.close()

"""E in the case centre: a wrong word is corrected by adding; who changed what stands in the story, who answers follows."""

from __future__ import annotations

import pytest
from commandcenter.domain.clock import HOUR
from commandcenter.domain.event import Fact
from commandcenter.ui.cases.amend import AmendSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt

DRAIN = "2026-0716-A0016"


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    """The case centre with the broken manhole cover chosen."""
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    hands.key(Qt.Key.Key_Slash)
    hands.type(DRAIN)
    hands.until(lambda: screen.query.text == DRAIN)
    hands.key(Qt.Key.Key_Down)
    assert screen.detail.case is not None
    assert screen.detail.case.number == DRAIN
    return screen


def amended(desk: Desk) -> Fact:
    return desk.story.one("case.amended")


def last_line(screen: CasesScreen) -> tuple[str, str]:
    row = screen.detail.timeline.model().rows[-1]  # type: ignore[attr-defined]
    return row.words, row.author


def test_only_what_was_changed_is_entered_and_the_story_says_what(
    centre: CasesScreen, desk: Desk, hands: Hands
) -> None:
    before = centre.detail.case
    assert before is not None
    hands.key(Qt.Key.Key_E)
    form = desk.form.form
    assert (form.text("title"), form.text("grade")) == (before.title, before.grade)
    assert (form.text("phone"), form.text("reporter")) == (before.phone, before.reporter)
    desk.fill(title="渡口巷中段污水井盖破损20厘米", phone="13900000002")
    desk.send()
    fact = amended(desk)
    assert dict(fact.body) == {}
    assert fact.private == {"title": "渡口巷中段污水井盖破损20厘米", "phone": "13900000002"}
    assert fact.actor == "P4103"
    assert centre.detail.title.text() == "渡口巷中段污水井盖破损20厘米"
    words, author = last_line(centre)
    assert f"matter: {before.title} → 渡口巷中段污水井盖破损20厘米" in words
    assert "→ 139****0002" in words
    assert "13900000002" not in words
    assert author


def test_another_place_is_answered_for_by_others(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    people = centre.detail.people.text()
    hands.key(Qt.Key.Key_E)
    desk.fill(place="青榆路12号门前")
    sheet = desk.form
    assert isinstance(sheet, AmendSheet)
    assert "青榆路" in sheet.answer.text()
    desk.send()
    fact = amended(desk)
    directory = centre.desk.reference.directory
    place = directory.places[str(fact.body["place"])]
    assert place.name == "青榆路"
    assert fact.body["community"] == place.community
    assert centre.detail.people.text() != people
    chief = directory.answers_for(place).chief
    assert chief is not None
    assert chief.person.name in centre.detail.people.text()


def test_the_limit_of_a_grade_follows_the_grade(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    before = centre.detail.case
    assert before is not None
    hands.key(Qt.Key.Key_E)
    assert (before.grade, before.due_at) == ("urgent", before.received_at + 2 * HOUR)
    desk.fill(grade="prompt")
    desk.send()
    body = amended(desk).body
    assert (body["grade"], body["due_at"]) == ("prompt", before.received_at + 24 * HOUR)
    assert body["limit"]["rule"] == "limit/case.grade.prompt"
    assert set(body) <= {"grade", "due_at", "due_half_at", "due_warn_at", "limit", "to_escalate"}
    assert "grade: Urgent → Prompt" in last_line(centre)[0]


def test_without_a_change_nothing_is_entered(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_E)
    hands.settled()
    desk.story.begin()
    desk.send()
    assert desk.form.note.text() == "Nothing was changed."
    assert desk.story.kinds == []
    desk.fill(title="")
    desk.send()
    assert "is missing" in desk.form.note.text()
    assert desk.story.kinds == []


def test_who_sees_the_callers_number_in_the_form_is_on_record(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    case = centre.detail.case
    assert case is not None
    assert case.phone
    hands.key(Qt.Key.Key_E)
    hands.settled()
    assert desk.story.kinds == ["case.revealed"]


def test_the_menu_offers_it_too(centre: CasesScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_M)
    desk.choose("amend")
    assert isinstance(desk.form, AmendSheet)

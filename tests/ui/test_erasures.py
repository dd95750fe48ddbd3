"""Erasing personal data as two people do it: found by a number, listed masked, signed twice, carried out, on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.desk.engine import Done
from commandcenter.desk.printing_job import document_data
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import RefuseCase
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.domain.erasure_request_acts import OpenErasure, SignErasure
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.settings.erasures import ErasureBoard, ErasureSection
from commandcenter.ui.settings.screen import SettingsScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt

NAME, PHONE = "尉迟龘靐", "13987654321"
WORDS = f"{NAME}反映彧窸巷口路灯，电话{PHONE}"


def do(window: Window, hands: Hands, command: Command, person: str = "") -> Done:
    """Send a command, as somebody else where a person is told."""
    who = replace(window.desk.who(), actor=person) if person else None
    ticket = window.desk.submit(command, who=who)
    hands.settled()
    assert isinstance(ticket.outcome, Done), ticket.outcome
    return ticket.outcome


def citizen(window: Window, hands: Hands) -> str:
    """A case of the person that has ended."""
    matter = Matter(title=WORDS, reporter=NAME, phone=PHONE)
    case = str(do(window, hands, RegisterCase(matter=matter)).report["case"])
    do(window, hands, RefuseCase(case=case, reason="legal_route", words="已告知"))
    return case


@pytest.fixture
def board(window: Window, hands: Hands) -> ErasureBoard:
    window.services.go.emit(Go("settings", {"section": "erasures"}))
    hands.settled()
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    section = screen.section
    assert isinstance(section, ErasureSection)
    return section.board


def shown(board: ErasureBoard) -> ErasureRequest:
    assert isinstance(board.state, ErasureRequest)
    return board.state


def test_a_person_is_found_by_number_listed_masked_and_erased_after_two_signatures(
    desk: Desk, board: ErasureBoard, window: Window, hands: Hands
) -> None:
    one, two = citizen(window, hands), citizen(window, hands)
    hands.key(Qt.Key.Key_N)
    sheet = board.sheet
    assert sheet is not None
    hands.type("139-8765-4321")
    hands.until(lambda: sheet.rows.rowCount() == 2)
    titles = [row.title for row in sheet.rows.rows]
    assert not any(NAME in title or PHONE in title for title in titles)
    sheet.list.view.setFocus()
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: board.state is not None)
    assert set(shown(board).cases) == {one, two}
    actor = window.desk.who()
    hands.key(Qt.Key.Key_S)
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: shown(board).stage == "first")
    other = next(key for key in window.desk.reference.directory.people if key != actor.actor)
    do(window, hands, SignErasure(request=shown(board).id, person=other), other)
    hands.until(lambda: shown(board).stage == "signed")
    hands.key(Qt.Key.Key_Period)
    hands.type(shown(board).number)
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: shown(board).stage == "done")
    read = window.desk.read
    assert read.cases.search("龘靐") == []
    assert read.cases.case(one)[0].erased
    hands.until(lambda: shown(board).cleared_at is not None, 60_000)
    assert shown(board).backup in [path.path.name for path in window.desk.backups()]


def test_the_list_on_paper_names_cases_by_number_only(board: ErasureBoard, window: Window, hands: Hands) -> None:
    case = citizen(window, hands)
    made = do(window, hands, OpenErasure(cases=(case,), asker=NAME, words="要求删除"))
    subject = f"erasure_request/{made.report['request']}"
    data, _mode = document_data(str(window.desk.folder), "", "erasure_list", subject, now=window.desk.clock.now())
    told = str(data)
    assert window.desk.read.cases.case(case)[0].number in told
    assert not any(secret in told for secret in (NAME, PHONE, "龘靐", "彧窸"))


def test_a_case_offers_the_request_and_it_comes_with_the_case_ticked(
    board: ErasureBoard, window: Window, hands: Hands
) -> None:
    case = citizen(window, hands)
    window.services.go.emit(Go("settings", {"section": "erasures", "erase_case": case}))
    hands.settled()
    assert board.sheet is not None
    assert board.sheet.ticked == {case}
    assert [row.id for row in board.sheet.rows.rows] == [case]


def test_the_answer_has_a_limit_that_is_raised(board: ErasureBoard, window: Window, desk: Desk, hands: Hands) -> None:
    do(window, hands, OpenErasure(cases=(citizen(window, hands),), asker=NAME))
    desk.pass_time(15 * DAY - MINUTE)
    for _ in range(5):  # so many limits run out at once that one tick does not raise them all
        desk.pass_time(2 * MINUTE)
    hands.until(lambda: any(one.subject.startswith("erasure_request/") for one in window.alarms.alarms))

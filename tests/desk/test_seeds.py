"""What a newer program brings to an office founded by an older one: what it never knew, once, and nothing it changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.seeds import lacking
from commandcenter.domain.office import OFFICE, FoundOffice
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.exchange.founding import empty_office, sample_office
from commandcenter.exchange.reference import reference_records
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.ids import uuid7
from commandcenter.journal.verify import verify
from pytestqt.qtbot import QtBot
from small_desk import Hand

from conftest import NOW

WATCH = frozenset(
    f"limit/{key}"
    for key in (
        *("duty.consecutive", "duty.rest", "duty.week", "duty.month", "duty.read_ahead", "duty.suspended_ahead"),
        *("plan.revise", "roster.number_stale"),
        *("patrol.ahead", "patrol.community", "patrol.interval.chief", "patrol.interval.steward"),
    )
)
"""The limits that came with the roster, the patrols and the duty watch."""
NEW = WATCH | {"limit/case.soon", "limit/case.redo_decide", "limit/case.tries_apart", "calendar/2026"}
TABLES = frozenset({"case_limit", "escalation", "procedure", "foresight_rule", "patrol_list", "obligation"})
OWN = frozenset({"office", "unit", "plan"})
"""What an office that founds itself lists once and keeps for itself: no newer program brings more of it."""


def older(command: FoundOffice) -> FoundOffice:
    """The founding as a program wrote it that knew neither the new records nor the tables."""
    kept = [one for one in command.records if one[0] not in NEW and one[0].partition("/")[0] not in TABLES]
    return FoundOffice(records=tuple(kept), channel="founding")


def founded(kind: str) -> FoundOffice:
    made = (
        sample_office(NOW, lambda: uuid7(NOW)) if kind == "sample" else empty_office("某街道", NOW, lambda: uuid7(NOW))
    )
    return FoundOffice(records=made.records, channel="founding")


@pytest.fixture(params=["sample", "own"])
def whole(request: pytest.FixtureRequest) -> FoundOffice:
    """What this program founds."""
    return founded(request.param)


@pytest.fixture
def old_folder(tmp_path: Path, migrated: Path, whole: FoundOffice) -> Path:
    """An office founded by an older program, which then changed one limit and retired another."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    door = open_door(folder, SetClock(NOW).now)
    try:
        for command in (
            older(whole),
            AmendRecord(subject="limit/case.judge", fields={"value": 7}),
            RetireRecord(subject="limit/report.leader"),
        ):
            assert isinstance(door.submit(command), Done)
    finally:
        door.close()
    return folder


@pytest.fixture
def desk(qtbot: QtBot, old_folder: Path) -> Iterator[Desk]:
    opened = Desk(old_folder, SetClock(NOW))
    opened.open()
    yield opened
    opened.close()


def records(desk: Desk) -> dict[str, dict[str, Any]]:
    """Subject → fields of all reference records, as the reader finds them."""
    families = {subject.partition("/")[0] for subject, *_ in founded("sample").records}
    return {
        f"{family}/{key}": dict(record.fields)
        for family in families
        for key, record in desk.read.reference.records(family).items()
    }


def test_what_the_office_never_knew_is_listed_as_founding_would_have(
    hand: Hand, desk: Desk, whole: FoundOffice
) -> None:
    desk.begin()  # nobody asks for it: the desk looks by itself, after the first paint
    hand.until(lambda: desk.reference.limit("case.soon") is not None)
    found = records(desk)
    expected = {subject: fields for subject, fields, _ in whole.records}
    expected["limit/case.judge"] = expected["limit/case.judge"] | {"value": 7}
    assert found == expected
    assert not desk.reference.limits["report.leader"].active


def test_it_is_listed_once_and_says_where_it_comes_from(hand: Hand, desk: Desk) -> None:
    before = desk.read.status.position()
    desk.bring_seeds()
    hand.until(lambda: desk.read.status.position() != before)
    [change] = desk.read.reference.record("limit/case.soon").history
    assert (change.verb, change.actor, change.origin) == ("listed", "", "program")
    [fact] = desk.read.reference.facts("limit/case.soon")
    assert (fact.channel, fact.role) == ("program", "system")
    assert lacking(NOW)(desk.read) is None
    assert verify(desk._engine.journal.connection).whole


def test_a_table_the_office_made_its_own_gets_no_line_more(hand: Hand, desk: Desk) -> None:
    row = {"name": "自定", "value": 3, "unit": "day", "basis": "office"}
    own = next(one for one in founded("own").records if one[0].startswith("case_limit/"))
    hand.do(ListRecord(subject="case_limit/own", fields=own[1] | row))
    command = lacking(NOW)(desk.read)
    assert command is not None
    families = {subject.partition("/")[0] for subject, *_ in command.records}
    assert "case_limit" not in families
    assert {"escalation", "limit"} <= families


def test_what_founding_lists_for_every_office_a_newer_program_would_bring() -> None:
    brought = {subject for subject, *_ in reference_records(NOW, sample=False)}
    founds = {subject for subject, *_ in founded("own").records}
    assert {subject.partition("/")[0] for subject in founds - brought} == OWN
    assert brought <= founds
    assert brought >= WATCH
    assert {subject.partition("/")[0] for subject in brought} >= TABLES


def test_before_there_is_an_office_nothing_is_brought(qtbot: QtBot, tmp_path: Path, migrated: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    desk = Desk(folder, SetClock(NOW))
    desk.open()
    try:
        assert desk.read.reference.records(OFFICE.partition("/")[0]) == {}
        assert lacking(NOW)(desk.read) is None
    finally:
        desk.close()


@pytest.mark.parametrize("kind", ["sample", "own"])
def test_an_office_founded_by_this_program_lacks_nothing(
    qtbot: QtBot, tmp_path: Path, migrated: Path, kind: str
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    desk = Desk(folder, SetClock(NOW))
    desk.open()
    try:
        ticket = desk.submit(founded(kind))
        qtbot.waitUntil(lambda: ticket.outcome is not None)
        assert isinstance(ticket.outcome, Done)
        assert lacking(NOW)(desk.read) is None
    finally:
        desk.close()

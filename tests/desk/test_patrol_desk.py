"""Patrols at the desk: turns planned by themselves on every desk alike, findings into cases with photos, sheets through the job."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done
from commandcenter.desk.patrol_sheet_job import look_into, save_rejected
from commandcenter.desk.patrols import planning
from commandcenter.desk.read import Read
from commandcenter.domain.clock import DAY, HOUR, MINUTE, local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.patrol import COMMUNITY, DEPUTY
from commandcenter.domain.patrol_acts import (
    AttachPhoto,
    EndPatrol,
    RecordFinding,
    RecordStop,
    ReportFinding,
    SignInPatrol,
    StartPatrol,
)
from commandcenter.domain.patrol_entry_acts import ImportPatrols
from commandcenter.domain.patrol_planning_acts import CancelPatrol, PlanTurns, ReassignPatrol
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.exchange.rejects import FROM, WHY
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.rebuild import rebuild
from small_desk import Hand, clock, desk, hand, office_of_its_own, small_folder

from conftest import NOW

__all__ = ["clock", "desk", "hand", "office_of_its_own", "small_folder"]

TODAY = local_date(NOW)
DAY_AFTER = timedelta(days=1)
"""Whoever held the post at noon walks that day."""
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"\0" * 64
PLAN = {
    "place": "J99", "role": "steward", "interval": 1, "weekdays": [], "windows": [[8 * 60, 23 * 60]], "since": "2026-07-01",
    "holidays": "walk", "turns": "in_turn", "basis": "office", "stops": ["巷口"],
}  # fmt: skip


@pytest.fixture
def do(hand: Hand) -> Callable[[Command], Done]:
    def send(command: Command) -> Done:
        outcome = hand.answered(hand.desk.submit(command))
        assert isinstance(outcome, Done), outcome
        return outcome

    return send


@pytest.fixture
def street(do: Callable[[Command], Done]) -> None:
    """An alley with two stewards and a plan, and how far ahead turns are planned."""
    place = {"name": "棉花胡同", "kind": "alley", "community": "A3", "length_m": 340}
    records: list[Command] = [ListRecord(subject="place/J99", fields=place)]
    for rank, person in enumerate(("P1", "P2"), start=1):
        post = {"person": person, "role": "steward", "target": "place/J99", "rank": rank, "since": NOW - 90 * DAY}
        records.append(ListRecord(subject=f"appointment/J99-{rank}", fields=post))
    for key, value, unit in (("patrol.ahead", 7, "day"), ("patrol.community", 4, "hour")):
        records.append(ListRecord(subject=f"limit/{key}", fields={"value": value, "unit": unit, "basis": "office"}))
    records.append(ListRecord(subject="patrol_plan/p", fields=PLAN))
    do(Batch(commands=tuple(records)))


def wanted(desk: Desk, now: int) -> PlanTurns | None:
    read = Read(desk.folder)
    try:
        return planning(now)(read)
    finally:
        read.close()


@pytest.mark.usefixtures("street")
def test_turns_are_planned_once_and_follow_plan_and_roster(
    hand: Hand, do: Callable[[Command], Done], clock: SetClock
) -> None:
    desk = hand.desk
    first = wanted(desk, NOW)
    assert first is not None
    assert len(first.turns) == 7
    assert wanted(desk, NOW) == first, "two desks plan the same"
    do(first)
    assert wanted(desk, NOW) is None, "nothing to do twice"
    rows = desk.read.patrols.between(TODAY, TODAY + timedelta(days=6))
    assert [row.person for row in rows[:4]] in (["P1", "P2", "P1", "P2"], ["P2", "P1", "P2", "P1"])
    by_hand = rows[3].id
    do(ReassignPatrol(patrol=by_hand, person="P3"))
    do(RetireRecord(subject="appointment/J99-2"))
    again = wanted(desk, NOW)
    assert again is not None
    assert {turn.person for turn in again.turns} == {"P1"}
    do(again)
    people = {row.id: row.person for row in desk.read.patrols.between(TODAY + DAY_AFTER, TODAY + timedelta(days=6))}
    assert people.pop(by_hand) == "P3", "what a person decided stays"
    assert set(people.values()) == {"P1"}
    assert wanted(desk, NOW) is None, "nor is it asked for again and again"
    do(AmendRecord(subject="patrol_plan/p", fields={"interval": 2}))
    fewer = wanted(desk, NOW)
    assert fewer is not None
    assert fewer.dropped
    do(fewer)
    left = [row for row in desk.read.patrols.between(TODAY, TODAY + timedelta(days=6)) if row.stage == "planned"]
    assert [row.day for row in left] == [20260717, 20260719, 20260721]
    do(AmendRecord(subject="patrol_plan/p", fields={"interval": 1}))
    back = wanted(desk, NOW)
    assert back is not None
    do(back)
    left = [row for row in desk.read.patrols.between(TODAY, TODAY + timedelta(days=6)) if row.stage == "planned"]
    assert len(left) == 7, "the plan wants them again"
    do(CancelPatrol(patrol=left[1].id, words="路面施工"))
    assert wanted(desk, NOW) is None, "what a person took off stays off, and is not asked for again"


@pytest.mark.usefixtures("street")
def test_the_desk_plans_by_itself_with_its_first_tick(hand: Hand) -> None:
    hand.desk.begin()
    hand.until(lambda: hand.desk.read.patrols.between(TODAY, TODAY + timedelta(days=6)))
    assert len(hand.desk.read.patrols.between(TODAY, TODAY + timedelta(days=6))) == 7


@pytest.mark.usefixtures("street")
def test_a_missed_turn_is_raised_by_the_tick_once_for_each(
    hand: Hand, do: Callable[[Command], Done], clock: SetClock
) -> None:
    desk = hand.desk
    turns = wanted(desk, NOW)
    assert turns is not None
    do(turns)
    today = desk.read.patrols.of_day(TODAY)[0]
    for passed, clocks in ((2 * HOUR, {DEPUTY}), (4 * HOUR, {DEPUTY, COMMUNITY})):
        clock.advance(passed)
        desk._next_due = 0
        desk._on_tick(clock.now())
        hand.until(lambda clocks=clocks: set(desk.read.patrols.one(today.id).raised) == clocks)
    assert [row.id for row in desk.read.patrols.missed(TODAY, TODAY, clock.now())] == [today.id]
    assert not desk.read.incidents.due(clock.now())
    made = do(StartPatrol(place="J99", role="steward", person="P2", makes_up=today.id)).report["patrol"]
    row = desk.read.patrols.missed(TODAY, TODAY, clock.now())[0]
    assert (row.id, row.make_up) == (today.id, "begun"), "nothing is made up for before it was walked"
    assert desk.read.patrols.figures(TODAY, TODAY, clock.now()).made_up == 0
    do(RecordStop(patrol=made, words="巷口"))
    do(EndPatrol(patrol=made))
    assert not desk.read.patrols.missed(TODAY, TODAY, clock.now())
    figures = desk.read.patrols.figures(TODAY, TODAY, clock.now())
    assert (figures.missed, figures.made_up) == (1, 1), "it stays in the count of the missed"


@pytest.mark.usefixtures("street")
def test_a_photo_goes_with_its_finding_into_the_case_and_a_rebuild_changes_nothing(
    hand: Hand, do: Callable[[Command], Done], clock: SetClock
) -> None:
    desk = hand.desk
    patrol = do(StartPatrol(place="J99", community="A3", role="steward", person="P1")).report["patrol"]
    clock.advance(5 * MINUTE)
    do(RecordStop(patrol=patrol, words="6号院"))
    finding = do(RecordFinding(patrol=patrol, words="架空线垂落", danger=True)).report["finding"]
    stored: list[Any] = []
    desk.filing.take_in("", PNG, "线.png").done.connect(stored.append)
    hand.until(lambda: stored)
    one = stored[0]
    do(AttachPhoto(patrol=patrol, finding=finding, sha256=one.sha256, size=one.size, media=one.media, name=one.name))
    case = do(ReportFinding(patrol=patrol, finding=finding)).report["case"]
    row = desk.read.cases.by_id([case])[0]
    assert (row.channel, row.attachments, row.place) == ("chief", 1, "J99")
    checked = desk.read.attached_files()
    assert (checked.files, checked.bad, checked.unused) == (1, (), 0)
    assert [(spot.place, spot.finding.words) for spot in desk.read.patrols.spots("J99")] == [("J99", "架空线垂落")]
    connection = connect(desk.folder / FILE_NAME, write=True)
    try:
        before = canonical_digest(connection)
        assert rebuild(connection).changed == 0
        assert canonical_digest(connection) == before
        connection.execute("DELETE FROM patrol_row")
        connection.execute("DELETE FROM attachment WHERE subject GLOB 'patrol/*'")
        assert rebuild(connection).digest == before
    finally:
        connection.close()


@pytest.mark.usefixtures("street")
def test_a_sheet_comes_in_through_the_job_and_its_rejected_rows_go_out(
    hand: Hand, do: Callable[[Command], Done], tmp_path: Path
) -> None:
    desk = hand.desk
    turns = wanted(desk, NOW)
    assert turns is not None
    do(turns)
    walker = desk.read.reference.directory().people[desk.read.patrols.of_day(TODAY)[0].person].name
    path = tmp_path / "巡查.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(
            [
                ["街巷", "巡查人", "开始时间", "结束时间", "发现问题"],
                ["棉花胡同", walker, "2026-07-16 09:00", "2026-07-16 09:40", "楼道堆物"],
                ["没有这条巷", walker, "2026-07-16 09:00", "2026-07-16 09:40", ""],
            ]
        )

    def silent(_done: int, _of: int) -> None:
        """Nobody looks."""

    told = look_into(silent, str(desk.folder), "", str(path), NOW)
    assert (told["turns"], told["findings"], told["rejected"]) == (1, 1, [(3, "patrol_place_unknown")])
    report = do(ImportPatrols(rows=tuple(told["walks"]), channel="import")).report
    assert (report["created"], report["refused"]) == (1, [])
    row = desk.read.patrols.of_day(TODAY)[0]
    assert (row.stage, row.findings, row.on_time) == ("ended", 1, True)
    assert do(ImportPatrols(rows=tuple(told["walks"]), channel="import")).report["created"] == 0
    why = {"patrol_place_unknown": "没有这条街巷"}
    target = Path(
        save_rejected(silent, str(desk.folder), "", str(path), "patrol", told["sheet"], told["rejected"], why)
    )
    again = look_into(silent, str(desk.folder), "", str(target), NOW)
    assert (again["walks"], again["rejected"]) == ([], [(2, "patrol_place_unknown")]), "as it stood, to be mended"
    assert again["headings"][-2:] == [WHY, FROM]
    assert again["signature"] == told["signature"], "it is the same sort of sheet"
    refused = hand.answered(desk.submit(SignInPatrol(patrol=row.id)))
    assert not isinstance(refused, Done)

"""The desk as a screen sees it: tickets, changes, drafts, alarms, backups, a restore - with its real threads and children."""

from __future__ import annotations

import os
from concurrent.futures import Future
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.chores import CHORES, QtScheduler
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import ASK_AGAIN_MS, Desk
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done, NotSaved, Outcome, RefusedBy, Request
from commandcenter.desk.ticker import CALM_MS
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.clock import CHINA, DAY, HOUR, MINUTE, SECOND
from commandcenter.domain.deadline_acts import AcknowledgeDeadline
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.backup import rehearse
from commandcenter.journal.database import BACKUP_SUFFIX, FILE_NAME, connect
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from pytestqt.qtbot import QtBot
from small_desk import Hand

from conftest import NOW

CASE = RegisterCase(matter=Matter(title="积水", grade="urgent"), case="c1")


# --- commands --------------------------------------------------------------------------------------------------------


def test_a_ticket_is_answered_once_after_the_screens_could_be_told(hand: Hand, desk: Desk) -> None:
    told: list[str] = []
    desk.changed.connect(lambda changes: told.append("changed"))
    ticket = desk.submit(CASE)
    for name in ("done", "refused", "failed"):
        getattr(ticket, name).connect(lambda outcome, name=name: told.append(name))
    assert isinstance(hand.answered(ticket), Done)
    assert told == ["changed", "done"]  # whoever reads on "done" sees the new rows everywhere
    assert desk.read.cases.case("c1")[0].title == "积水"


def test_an_answer_that_is_there_at_once_still_waits_for_whoever_asks(
    hand: Hand, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine the writer is done before ``submit`` returns; nobody has connected to the ticket by then."""
    submit = desk._writer.submit

    def at_once(request: Request) -> Future[Outcome]:
        future = submit(request)
        future.exception()
        return future

    monkeypatch.setattr(desk._writer, "submit", at_once)
    told: list[str] = []
    for command in (CASE, NoteCase(case="nothing", words="在吗")):
        ticket = desk.submit(command)
        for name in ("done", "refused"):
            getattr(ticket, name).connect(lambda outcome, name=name: told.append(name))
        hand.answered(ticket)
    assert told == ["done", "refused"]


def test_a_refusal_changes_nothing_and_tells_nobody(hand: Hand, desk: Desk) -> None:
    before = desk.read.status.position()
    outcome = hand.send(NoteCase(case="nothing", words="在吗"))
    assert isinstance(outcome, RefusedBy)
    assert (desk.read.status.position(), hand.changes) == (before, [])


def test_a_burst_is_answered_in_order_and_nothing_is_lost(hand: Hand, desk: Desk) -> None:
    hand.do(CASE)
    tickets = [desk.submit(NoteCase(case="c1", words=f"第{n}句")) for n in range(100)]
    for ticket in tickets:
        assert isinstance(hand.answered(ticket), Done)
    _, facts = desk.read.cases.case("c1")
    assert [fact.words("words") for fact in facts if fact.verb == "noted"] == [f"第{n}句" for n in range(100)]


def test_snapshots_are_fresh_when_the_screens_are_told(hand: Hand, desk: Desk) -> None:
    assert desk.reference.unit_name("D03") == "派出所"
    hand.do(AmendRecord(subject="unit/D03", fields={"name": "望潮派出所"}))
    assert desk.reference.unit_name("D03") == "望潮派出所"


def test_what_is_written_by_another_process_is_heard_through_the_desk(
    hand: Hand, desk: Desk, office_of_its_own: Path, qtbot: QtBot
) -> None:
    import threading

    outcomes: list[Any] = []

    def elsewhere() -> None:
        door = open_door(office_of_its_own, desk.clock.now)
        outcomes.append((door.remote, door.submit(CASE)))
        door.tell("raise")
        door.close()

    raised: list[bool] = []
    desk.raise_wanted.connect(lambda: raised.append(True))
    other = threading.Thread(target=elsewhere)
    other.start()
    hand.until(lambda: outcomes and raised)
    other.join()
    assert outcomes[0][0] is True
    assert isinstance(outcomes[0][1], Done)
    hand.until(lambda: any(changes.below("case/") for changes in hand.changes))


def test_a_folder_is_opened_by_one_desk(desk: Desk, office_of_its_own: Path) -> None:
    second = Desk(office_of_its_own, SetClock(NOW))
    with pytest.raises(Trouble, match="in_use"):
        second.open()


def test_a_typed_text_is_kept_and_forgotten(hand: Hand, desk: Desk, office_of_its_own: Path) -> None:
    desk.save_draft("F2", "望潮街路灯")
    hand.until(lambda: desk.read.status.drafts() == {"F2": "望潮街路灯"})
    desk.save_draft("F2", "望潮街路灯不亮")
    desk.save_draft("note", "另一句")
    desk.save_draft("note", "")
    hand.until(lambda: desk.read.status.drafts() == {"F2": "望潮街路灯不亮"})


def test_a_form_opened_again_has_what_is_still_on_its_way_to_the_disk(
    hand: Hand, desk: Desk, office_of_its_own: Path
) -> None:
    desk.save_draft("note", "先前的")
    hand.until(lambda: desk.read.status.drafts() == {"note": "先前的"})
    with closing(connect(office_of_its_own / FILE_NAME, write=True)) as other:
        other.execute("BEGIN IMMEDIATE")  # the disk is busy with somebody else
        desk.save_draft("F2", "望潮街路灯")
        desk.save_draft("note", "")
        assert desk.read.status.drafts() == {"note": "先前的"}
        assert desk.drafts() == {"F2": "望潮街路灯"}
        other.execute("ROLLBACK")
    hand.until(lambda: desk.read.status.drafts() == {"F2": "望潮街路灯"})
    assert desk.drafts() == {"F2": "望潮街路灯"}


# --- alarms ----------------------------------------------------------------------------------------------------------


def blown(hand: Hand) -> str:
    return hand.do(BlowWhistle(units=(UnitCall(unit="D07"),))).subjects[0].partition("/")[2]


def tick(hand: Hand, clock: SetClock, milliseconds: int) -> None:
    """Let time pass, tick once, and wait until what was raised is on the disk and told."""
    hand.until(lambda: hand.desk.quiet)
    clock.advance(milliseconds)
    hand.desk.ticker.tick()
    hand.until(lambda: hand.desk.quiet)


def raised(desk: Desk, whistle: str) -> list[tuple[str, str, bool]]:
    facts = [fact for fact in desk.read.incidents.facts(whistle) if fact.verb == "deadline_raised"]
    return [(fact.body["clock"], fact.body["threshold"], "expired" in fact.body) for fact in facts]


def test_a_limit_turns_amber_then_red_once_each_and_the_alarm_stands_until_somebody_takes_note(
    hand: Hand, desk: Desk, clock: SetClock
) -> None:
    whistle = blown(hand)  # the squad answers within 3 minutes
    tick(hand, clock, 143 * SECOND)
    assert raised(desk, whistle) == []
    tick(hand, clock, SECOND)
    assert raised(desk, whistle) == [("answer", "warn", False)]
    assert desk.read.incidents.alarms() == []  # amber is no alarm
    tick(hand, clock, 36 * SECOND)
    for _ in range(5):
        tick(hand, clock, SECOND)
    assert raised(desk, whistle) == [("answer", "warn", False), ("answer", "due", False)]
    alarms = desk.read.incidents.alarms()
    assert [(alarm.clock, alarm.threshold) for alarm in alarms] == [("answer", "due")]
    hand.do(AcknowledgeDeadline(subject=alarms[0].subject, clock="answer"))
    assert desk.read.incidents.alarms() == []


def test_what_was_met_in_time_raises_nothing(hand: Hand, desk: Desk, clock: SetClock) -> None:
    whistle = blown(hand)
    clock.advance(MINUTE)
    hand.do(RecordMilestone(whistle=whistle, unit="D07", milestone="arrived"))
    tick(hand, clock, 40 * MINUTE)
    assert {name for name, _, _ in raised(desk, whistle)}.isdisjoint({"answer", "leave", "arrive"})


def test_a_laptop_that_slept_marks_what_it_slept_through_as_expired(hand: Hand, desk: Desk, clock: SetClock) -> None:
    whistle = blown(hand)
    jumps: list[int] = []
    desk.clock_jumped.connect(jumps.append)
    clock.jump(9 * HOUR)  # the steady clock stood still
    tick(hand, clock, 0)
    assert jumps == [9 * HOUR]
    assert raised(desk, whistle) == []  # raising waits after a jump
    tick(hand, clock, CALM_MS - 1)
    assert raised(desk, whistle) == []
    tick(hand, clock, 1)
    told = raised(desk, whistle)
    assert {name for name, _, _ in told} == {
        "answer",
        "leave",
        "arrive",
        "leader",
        "district_phone",
        "district_written",
    }
    assert all(expired for _, _, expired in told)
    assert desk.read.incidents.alarms() == []


def test_an_alarm_that_could_not_be_saved_is_raised_later(hand: Hand, desk: Desk, clock: SetClock) -> None:
    whistle = blown(hand)
    connection = connect(desk.folder / FILE_NAME, write=True)
    full = "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    connection.execute(full)
    tick(hand, clock, 3 * MINUTE)
    assert [ticket.outcome.code for ticket in hand.unsaved if isinstance(ticket.outcome, NotSaved)] == ["disk_full"]
    assert raised(desk, whistle) == []
    connection.execute("DROP TRIGGER full")
    connection.close()
    tick(hand, clock, ASK_AGAIN_MS)
    assert ("answer", "due", False) in raised(desk, whistle)


def test_a_clock_set_back_and_forth_raises_nothing_twice(hand: Hand, desk: Desk, clock: SetClock) -> None:
    whistle = blown(hand)
    tick(hand, clock, 4 * MINUTE)
    before = raised(desk, whistle)
    for jump in (-2 * HOUR, 2 * HOUR):
        clock.jump(jump)
        tick(hand, clock, 0)
        tick(hand, clock, CALM_MS)
    told = raised(desk, whistle)
    assert told[: len(before)] == before
    assert len({(name, threshold) for name, threshold, _ in told}) == len(told)


# --- housekeeping ----------------------------------------------------------------------------------------------------


def test_backups_are_due_four_times_a_day_office_time_and_checks_once_a_week() -> None:
    def times(name: str, count: int) -> list[datetime]:
        found, moment = [], datetime(2026, 7, 16, 21, 47, tzinfo=CHINA)
        for _ in range(count):
            moment = CHORES[name].get_next_fire_time(None, moment + timedelta(seconds=1)).astimezone(CHINA)
            found.append(moment)
        return found

    assert [moment.strftime("%d %H:%M") for moment in times("backup", 4)] == [
        "17 02:05",
        "17 08:05",
        "17 14:05",
        "17 20:05",
    ]
    assert [moment.strftime("%a %H:%M") for moment in times("integrity", 2)] == ["Sun 03:30"] * 2


def test_a_chore_added_from_a_thread_runs_and_the_scheduler_stays_one_timer(qtbot: QtBot) -> None:
    import threading

    from apscheduler.triggers.interval import IntervalTrigger

    scheduler = QtScheduler()
    runs: list[str] = []
    scheduler.start()
    add = threading.Thread(
        target=scheduler.add_job, args=(runs.append, IntervalTrigger(seconds=0.05)), kwargs={"args": ["due"]}
    )
    add.start()
    add.join()
    qtbot.waitUntil(lambda: len(runs) >= 3, timeout=5000)
    scheduler.shutdown(wait=False)


def test_the_automatic_backup_is_good_told_and_rotated(hand: Hand, desk: Desk) -> None:
    hand.do(CASE)
    desk.backup_folder.mkdir()
    for day in range(1, 32):
        old = desk.backup_folder / f"auto-202601{day:02d}-020500{BACKUP_SUFFIX}"
        old.touch()
        os.utime(old, (day, day))
    told: list[Any] = []
    desk.told.connect(told.append)
    desk.chore("backup")
    hand.until(lambda: "backed_up" in told, timeout=30_000)
    files = sorted(path.name for path in desk.backup_folder.iterdir())
    assert len(files) == 30
    assert files[0] == f"auto-20260103-020500{BACKUP_SUFFIX}"
    made = rehearse(desk.backup_folder / files[-1])
    assert (made.cases, made.events) == (1, desk.read.status.position())
    assert desk.backups()[0].path.name == files[-1]
    assert desk.last_backup() == made.manifest.made_at == desk.clock.now()


def test_a_backup_that_fails_is_told(hand: Hand, desk: Desk) -> None:
    desk.backup_folder.write_text("a file stands where the folder should be", "utf-8")
    told: list[Any] = []
    desk.told.connect(told.append)
    desk.chore("backup")
    hand.until(lambda: told, timeout=30_000)
    assert isinstance(told[0], Trouble)


def test_verify_rebuild_and_check_run_in_a_child(hand: Hand, desk: Desk) -> None:
    hand.do(CASE)
    assert hand.job(desk.verify())["events"] == desk.read.status.position()
    assert hand.job(desk.rebuild())["changed"] == 0
    told: list[Any] = []
    desk.told.connect(told.append)
    for name in ("integrity", "high_water", "checkpoint"):
        desk.chore(name)
    hand.do(NoteCase(case="c1", words="还在写"))
    hand.until(lambda: desk.bulk.current is None)
    assert told == []


def test_a_weekly_check_names_the_first_bad_event(hand: Hand, desk: Desk) -> None:
    hand.do(CASE)
    connection = connect(desk.folder / FILE_NAME, write=True)
    connection.execute("DROP TRIGGER event_no_UPDATE")
    connection.execute("UPDATE event SET actor = 'somebody' WHERE seq = 5")
    node = connection.execute("SELECT node FROM event WHERE seq = 5 ORDER BY node").fetchone()[0]
    connection.close()
    told: list[Any] = []
    desk.told.connect(told.append)
    desk.chore("integrity")
    hand.until(lambda: told, timeout=30_000)
    assert (told[0].code, told[0].facts["detail"]) == ("torn", f"digest {node}:5")


# --- restore ---------------------------------------------------------------------------------------------------------


def test_a_restore_goes_on_in_the_open_desk_with_what_was_then(hand: Hand, desk: Desk, tmp_path: Path) -> None:
    hand.do(CASE)
    archive = tmp_path / "b.ccb"
    hand.job(desk.back_up(archive))
    hand.do(NoteCase(case="c1", words="之后的一句"))
    assert hand.job(desk.rehearse(archive))["cases"] == 1
    node = desk.node
    desk.restore(archive)
    assert desk.node != node
    assert [fact.verb for fact in desk.read.cases.case("c1")[1]] == ["registered"]
    hand.do(NoteCase(case="c1", words="恢复后的一句"))
    connection = connect(desk.folder / FILE_NAME)
    assert verify(connection).whole
    connection.close()


def test_a_restore_that_is_refused_leaves_the_desk_at_work(hand: Hand, desk: Desk, tmp_path: Path) -> None:
    hand.do(CASE)
    (tmp_path / "b.ccb").write_bytes(b"%PDF-1.7")
    before, node = desk.read.status.position(), desk.node
    with pytest.raises(Trouble, match="bad_backup"):
        desk.restore(tmp_path / "b.ccb")
    assert (desk.read.status.position(), desk.node) == (before, node)
    hand.do(NoteCase(case="c1", words="照常"))


def test_a_desk_closed_in_order_is_not_said_to_have_crashed(desk: Desk, qtbot: QtBot) -> None:
    desk.close()
    again = Desk(desk.folder, SetClock(NOW + DAY))
    again.open()
    assert not again.left_open
    assert again.node == desk.node
    again.close()
    desk.open()  # for the fixture to close

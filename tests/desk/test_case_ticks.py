"""The tick over orders: 50, 80 and 100 %, then the leader; killed at any moment, on two desks, and over very many clocks."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import ticking
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.case_acts import ImportCases, Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, SignCase
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.escalation_acts import TakeEscalation
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.record import ListRecord
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, transaction
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.reading.incidents import IncidentReader
from commandcenter.journal.verify import verify
from other_desks import exchange
from small_desk import Hand
from small_office import records
from tests.conftest import NOW, Wall

URGENT = {"grade": "urgent", "value": 2, "unit": "hour", "basis": "office"}
RULE = {"clock": "resolve", "to": "on_duty", "basis": "office"}


def laid_down(do: Callable[..., object]) -> None:
    """Urgent orders have two hours; a leader hears of them at the end, another one at half as long again."""
    do(ListRecord(subject="case_limit/L1", fields=URGENT))
    do(ListRecord(subject="escalation/E1", fields=RULE | {"share": 100}))
    do(ListRecord(subject="escalation/E2", fields=RULE | {"share": 150, "to": "main"}))


# --- one desk ---------------------------------------------------------------------------------------------------------


def test_half_four_fifths_the_end_and_the_leaders(hand: Hand, desk: Desk, clock: SetClock) -> None:
    laid_down(hand.do)
    hand.do(RegisterCase(matter=Matter(title="冒烟", grade="urgent"), case="c1"))
    hand.do(DispatchCase(case="c1", lead="S03"))
    hand.do(SignCase(case="c1", unit="S03"))
    start = clock.now()

    def told() -> list[tuple[str, str]]:
        facts = desk.read.incidents.facts_of("case/c1")
        raised = [fact for fact in facts if fact.verb in ("deadline_raised", "escalated")]
        return [
            (str(fact.body["clock"]), str(fact.body["threshold"]))
            for fact in raised
            if "resolve" in str(fact.body["clock"])
        ]

    def tick_at(milliseconds: int) -> None:
        hand.until(lambda: desk.quiet)
        clock.advance(start + milliseconds - clock.now())
        desk.ticker.tick()
        hand.until(lambda: desk.quiet)

    half, amber, over = ("remind:resolve", "due"), ("resolve", "warn"), ("resolve", "due")
    expected: list[tuple[str, str]] = []
    for moment, new in (
        (60 * MINUTE - 1, None),
        (60 * MINUTE, half),
        (96 * MINUTE - 1, None),
        (96 * MINUTE, amber),
        (120 * MINUTE - 1, None),
    ):
        tick_at(moment)
        expected += [new] if new else []
        assert told() == expected
        assert all("resolve" not in alarm.clock for alarm in desk.read.incidents.alarms()), "on the way is no alarm"
    tick_at(120 * MINUTE)
    assert set(told()[2:]) == {over, ("escalate:E1:resolve", "due")}
    tick_at(180 * MINUTE)
    assert len(told()) == 5
    assert told()[4] == ("escalate:E2:resolve", "due")
    alarms = {alarm.clock for alarm in desk.read.incidents.alarms()}
    assert {"resolve", "escalate:E1:resolve", "escalate:E2:resolve"} <= alarms
    (waiting,) = desk.read.orders.escalated()
    assert waiting.id == "c1"
    row = desk.read.cases.by_id(["c1"])[0]
    assert row.escalated
    assert row.next_warn is not None
    hand.do(TakeEscalation(case="c1", person="P1"))
    assert desk.read.orders.escalated() == []
    assert not any(alarm.clock.startswith("escalate") for alarm in desk.read.incidents.alarms())


# --- killed -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, migrated: Path) -> Path:
    """A journal with forty urgent orders of a day ago, each with its clocks and its leaders."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    wall = Wall()
    journal = open_journal(folder, wall)
    fill(journal, wall, 40)
    journal.close()
    return folder


def fill(journal: Journal, wall: Wall, count: int) -> None:
    engine = Engine(journal, wall)

    def do(command: object) -> None:
        outcome = engine.execute(command)  # type: ignore[arg-type]
        assert isinstance(outcome, Done), outcome

    do(FoundOffice(records=tuple(records())))
    laid_down(do)
    rows = tuple(Matter(title="冒烟", grade="urgent", source="x", source_number=str(n)) for n in range(count))
    do(ImportCases(rows=rows, live=True))


def raised(journal: Journal) -> Counter[tuple[str, str, str]]:
    sql = (
        "SELECT subject, json_extract(body, '$.clock'), json_extract(body, '$.threshold') FROM event"
        " WHERE kind IN ('case.deadline_raised', 'case.escalated')"
    )
    return Counter((str(a), str(b), str(c)) for a, b, c in journal.connection.execute(sql))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows cannot kill so")
@pytest.mark.parametrize("lines", [1, 3, 6])
def test_killed_while_it_ticks_everything_is_raised_once(folder: Path, lines: int) -> None:
    later = NOW + DAY
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    script = str(Path(ticking.__file__))
    with subprocess.Popen(
        [sys.executable, script, str(folder), str(later)], stdout=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        for _ in range(lines):
            assert child.stdout.readline().strip() in ("open", "ticked")
        child.kill()
    journal = open_journal(folder, lambda: later)
    try:
        before = sum(raised(journal).values())
        assert before >= 7 * (lines - 1), "what it told is on the disk"
        while ticking.tick(journal, later):
            pass
        found = raised(journal)
        assert set(found.values()) == {1}
        # judging, contact (amber and over), the order's half, amber and over, two leaders
        per_case = Counter(subject for subject, _, _ in found)
        assert len(per_case) == 40
        assert len(set(per_case.values())) == 1
        assert {clock for _, clock, _ in found} >= {"remind:resolve", "resolve", "escalate:E1:resolve"}
        assert verify(journal.connection).whole
    finally:
        journal.close()


# --- two desks --------------------------------------------------------------------------------------------------------


def test_two_desks_that_tick_alone_and_meet_agree_and_raise_nothing_twice(tmp_path: Path, migrated: Path) -> None:
    wall = Wall()
    journals = []
    for name in ("one", "two"):
        place = tmp_path / name
        place.mkdir()
        shutil.copy(migrated, place / FILE_NAME)
        journals.append(open_journal(place, wall))
    first, second = journals
    try:
        fill(first, wall, 12)
        exchange(first, second)
        wall.advance(2 * HOUR)
        for journal in journals:
            while ticking.tick(journal, wall.now):
                pass
        exchange(first, second)
        exchange(first, second)
        assert canonical_digest(first.connection) == canonical_digest(second.connection)
        for journal in journals:
            assert set(raised(journal).values()) == {2}, "both wrote it down"
            alarms = IncidentReader(journal.connection).alarms()
            assert len(alarms) == len({(alarm.subject, alarm.clock) for alarm in alarms}), "and it is one alarm"
            assert ticking.tick(journal, wall.now) == 0
    finally:
        for journal in journals:
            journal.close()


# --- very many --------------------------------------------------------------------------------------------------------


def test_a_tick_asks_only_what_is_due_however_many_clocks_are_stored(tmp_path: Path, migrated: Path) -> None:
    shutil.copy(migrated, tmp_path / FILE_NAME)
    wall = Wall()
    journal = open_journal(tmp_path, wall)
    try:
        connection = journal.connection
        marks = ", ".join("?" for _ in range(12))
        sql = f"INSERT INTO deadline VALUES ({marks})"

        def add(count: int, kind: str, met: int | None, raised_at: int | None) -> None:
            lines = (
                (f"case/{kind}{n}", "resolve", "real", 0, NOW - n, NOW - n, met, 0, raised_at, raised_at, 0, raised_at)
                for n in range(1, count + 1)
            )
            with transaction(connection):
                connection.executemany(sql, lines)

        add(50_000, "met", NOW, None)
        add(20_000, "raised", None, NOW)
        add(3, "due", None, None)
        reader = IncidentReader(connection)
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        connection.set_progress_handler(count, 100)
        assert {subject for subject, _, _, _ in reader.due(NOW)} == {"case/due1", "case/due2", "case/due3"}
        assert reader.next_due() == NOW - 3
        assert reader.alarms() == []
        connection.set_progress_handler(None, 0)
        assert steps < 40, "four thousand steps of the machine, not seventy thousand rows"
    finally:
        journal.close()

"""What is due follows from what was really done: a consultation held, a pack checked, a drill, a plan revised, a shift planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.desk.obligations import reckoned
from commandcenter.desk.read import Read
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.consultation_acts import HoldConsultation, PlanConsultation, PutOnAgenda
from commandcenter.domain.monthly import CheckMonthly, WriteMonthly
from commandcenter.domain.number_check import VerifyNumber
from commandcenter.domain.obligation import Item
from commandcenter.domain.occasion import DoneObligation, RemindObligation
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import Journal
from played import done

from conftest import NOW, Wall

TODAY = local_date(NOW)


@pytest.fixture
def engine(journal: Journal, wall: Wall) -> Engine:
    made = Engine(journal, wall)
    done(made, sample_office(NOW, lambda: uuid7(NOW)))
    return made


@pytest.fixture
def read(engine: Engine, journal: Journal) -> Iterator[Read]:
    found = Read(Path(journal.folder))
    yield found
    found.close()


def items(read: Read, obligation: str, now: int = NOW) -> list[Item]:
    day = local_date(now)
    found = reckoned(read, now, day - timedelta(days=92), day + timedelta(days=366))
    return [item for item in found if item.obligation == obligation]


def state(read: Read, obligation: str, key: str, now: int = NOW) -> str:
    return next(item.state for item in items(read, obligation, now) if item.key == key)


def test_a_consultation_that_was_held_meets_its_month(read: Read, engine: Engine) -> None:
    assert state(read, "consultation", "2026-07") in ("ahead", "soon")
    done(engine, PlanConsultation(title="七月会商", planned_at=NOW + DAY, consultation="c1"))
    done(engine, PutOnAgenda(consultation="c1", words="飞线整治"))
    assert state(read, "consultation", "2026-07") != "done"
    done(engine, HoldConsultation(consultation="c1"))
    assert state(read, "consultation", "2026-07") == "done"
    assert state(read, "consultation", "2026-08") == "ahead"


def test_the_pack_of_a_month_is_due_in_the_next(read: Read, engine: Engine, wall: Wall) -> None:
    later = at_local(date(2026, 8, 4))
    assert state(read, "monthly", "2026-08", later) == "soon"
    wall.set(2026, 8, 4, 9)
    done(engine, WriteMonthly(month=202607, measures="加派夜间巡查"))
    assert state(read, "monthly", "2026-08", later) == "soon"
    done(engine, CheckMonthly(month=202607, digest="ab"))
    assert state(read, "monthly", "2026-08", later) == "done"


def test_drills_by_law_stand_by_plan_and_venue(read: Read) -> None:
    found = items(read, "drill")
    assert any(item.due is None and item.state == "unknown" for item in found)
    over = [item for item in found if item.state == "over"]
    assert over
    assert all(item.due is not None and item.due < TODAY and item.title for item in over)


def test_a_plan_is_due_three_years_after_it_was_last_revised(read: Read, engine: Engine, wall: Wall) -> None:
    def due_of(plan: str) -> date | None:
        found = reckoned(read, wall.now, TODAY, date(2040, 1, 1))
        return next(item.due for item in found if item.obligation == "plan" and item.about == f"plan/{plan}")

    plan = next(iter(read.reference.records("plan")))
    assert due_of(plan) == date(TODAY.year + 3, TODAY.month, TODAY.day)
    wall.advance(40 * DAY)
    done(engine, AmendRecord(subject=f"plan/{plan}", fields={"note": "修订"}))
    changed = local_date(wall.now)
    assert due_of(plan) == date(changed.year + 3, changed.month, changed.day)


def test_numbers_that_were_never_proved_are_over_until_they_are(read: Read, engine: Engine, wall: Wall) -> None:
    (item,) = items(read, "numbers")
    assert (item.state, item.count > 0) == ("over", True)
    assert item.due is None or item.due < TODAY, "what is due today is not over yet"
    before = item.count
    from commandcenter.desk.reference import Reference
    from commandcenter.domain.number_check import stale

    old = stale(Reference(read.reference, lambda: NOW).directory, NOW, 180)
    done(engine, VerifyNumber(person=old[0].id, result="reached"))
    (item,) = items(read, "numbers")
    assert item.count == before - 1


def test_the_duty_table_has_to_go_on(read: Read) -> None:
    (item,) = items(read, "rota")
    assert item.due is not None
    ends = at_local(item.due)
    assert [items(read, "rota", ends + offset * DAY)[0].state for offset in (-9, -3, 2)] == ["ahead", "soon", "unknown"]


def test_what_a_person_says_was_done_counts_once_each_desk_hears_it(read: Read, engine: Engine) -> None:
    key = "2026-2"
    assert state(read, "committee", key) != "done"
    done(engine, DoneObligation(obligation="committee", key=key, words="到会31人"))
    (item,) = [one for one in items(read, "committee") if one.key == key]
    assert item.done is not None
    assert (item.state, item.last, item.done.by_hand) == ("done", TODAY, True)


def test_reminders_of_two_desks_make_one(engine: Engine, read: Read, journal: Journal) -> None:
    command = RemindObligation(obligation="committee", key="2026-2", threshold="soon", due="2026-12-31", title="会")
    first = done(engine, command)
    again = done(engine, replace(command))
    assert first.subjects
    assert not again.changes.subjects
    lines = [line for line in read.duty_log.of_span(NOW, NOW + DAY, "all").lines if line.kind == "occasion.reminded"]
    assert [line.title for line in lines] == ["会"]


def test_an_obligation_that_is_out_of_use_is_not_owed(read: Read, engine: Engine) -> None:
    fields = {
        "name": "消防日",
        "by": "hand",
        "rule": {"kind": "fixed", "days": ["07-20"]},
        "lead": 10,
        "since": "2026-01-01",
    }
    commands: list[Command] = [ListRecord(subject="obligation/fire", fields=fields)]
    for command in commands:
        done(engine, command)
    assert state(read, "fire", "2026-07-20") == "soon"
    from commandcenter.domain.record import RetireRecord

    done(engine, RetireRecord(subject="obligation/fire"))
    assert items(read, "fire") == []

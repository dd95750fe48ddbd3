"""The engine: a command is on the disk or it is not, once however often it is sent, and a refusal leaves nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine, NotSaved, RefusedBy, Request
from commandcenter.desk.wire import (
    command_from_wire,
    command_to_wire,
    outcome_from_wire,
    outcome_to_wire,
    who_from_wire,
    who_to_wire,
)
from commandcenter.desk.writer import Writer
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.command import Batch, Command, Draft, Who, World
from commandcenter.domain.office import FoundOffice, SignIn
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal import log
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.journal import Changes, Journal
from commandcenter.journal.verify import verify
from paper_world import PaperWorld
from played import Held, done, found, play
from random_commands import RandomCommands
from small_office import records

from conftest import Wall

FULL = "CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"


def events(journal: Journal) -> int:
    return log.position(journal.connection)


def note(words: str = "已到现场") -> Command:
    return NoteCase(case="c1", words=words)


@pytest.fixture
def office(engine: Engine, wall: Wall) -> Engine:
    play(engine, wall)
    return engine


# --- once ------------------------------------------------------------------------------------------------------------


def test_a_command_sent_again_under_its_id_is_answered_and_not_written_again(office: Engine) -> None:
    request = office.request(note())
    first = office.execute_all([request])[0]
    before = events(office.journal)
    for _ in range(3):
        again = office.execute_all([request])[0]
        assert isinstance(again, Done)
        assert isinstance(first, Done)
        assert (again.subjects, again.report) == (first.subjects, {"repeated": True})
    assert events(office.journal) == before


def test_twice_in_one_group_is_once(office: Engine) -> None:
    request = office.request(note())
    before = events(office.journal)
    outcomes = office.execute_all([request, office.request(note("另一句")), request])
    assert [isinstance(outcome, Done) for outcome in outcomes] == [True] * 3
    assert events(office.journal) == before + 2
    assert verify(office.journal.connection).whole


def test_sent_again_after_a_restart_too(office: Engine, wall: Wall) -> None:
    request = office.request(note())
    office.execute_all([request])
    office.journal.discard()  # forgets everything but the disk
    before = events(office.journal)
    assert isinstance(Engine(office.journal, wall).execute_all([request])[0], Done)
    assert events(office.journal) == before


# --- nothing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        NoteCase(case="nothing", words="在吗"),
        BlowWhistle(units=()),
        BlowWhistle(units=(UnitCall(unit="D01"), UnitCall(unit="X9"))),
        Batch(commands=(NoteCase(case="c1", words="一"), RegisterCase(matter=Matter(title="二")), note(" "))),
    ],
)
def test_a_refusal_leaves_nothing_not_even_a_number(office: Engine, command: Command) -> None:
    before = canonical_digest(office.journal.connection), events(office.journal)
    outcome = office.execute(command)
    assert isinstance(outcome, RefusedBy)
    assert (canonical_digest(office.journal.connection), events(office.journal)) == before
    told = done(office, RegisterCase(matter=Matter(title="井盖"))).report["number"]
    assert told == "2026-0716-A0002"


def test_in_a_group_the_refused_do_not_hold_up_the_others(office: Engine) -> None:
    before = events(office.journal)
    outcomes = office.execute_all([office.request(command) for command in (note(), note(" "), note("又一句"))])
    assert [type(outcome) for outcome in outcomes] == [Done, RefusedBy, Done]
    assert events(office.journal) == before + 2
    assert {outcome.changes for outcome in outcomes if isinstance(outcome, Done)} == {
        Changes(frozenset({"case/c1"}), before + 2)
    }


def test_later_commands_of_a_group_see_the_earlier_ones(office: Engine) -> None:
    register = RegisterCase(matter=Matter(title="井盖", source="12345", source_number="9"))
    outcomes = office.execute_all([office.request(register), office.request(register)])
    assert [type(outcome) for outcome in outcomes] == [Done, RefusedBy]


def test_when_the_commit_fails_everything_is_as_before_and_can_be_sent_again(office: Engine) -> None:
    connection = office.journal.connection
    before = canonical_digest(connection)
    requests = [office.request(command) for command in (note(), RegisterCase(matter=Matter(title="井盖")))]
    connection.execute(FULL.format(table="case_row"))
    outcomes = office.execute_all(requests)
    assert [(type(outcome), outcome.code) for outcome in outcomes] == [(NotSaved, "disk_full")] * 2  # type: ignore[union-attr]
    assert canonical_digest(connection) == before
    assert not connection.in_transaction
    connection.execute("DROP TRIGGER full")
    again = office.execute_all(requests)
    assert [type(outcome) for outcome in again] == [Done, Done]
    assert [outcome.report.get("number") for outcome in again if isinstance(outcome, Done)] == [None, "2026-0716-A0002"]
    assert verify(connection).whole


def test_an_office_that_could_not_be_founded_is_not_remembered(journal: Journal, engine: Engine) -> None:
    journal.connection.execute(FULL.format(table="record"))
    assert isinstance(engine.execute(FoundOffice(records=records())), NotSaved)
    journal.connection.execute("DROP TRIGGER full")
    found(engine)
    assert journal.office == "qingyu"
    offices = journal.connection.execute("SELECT DISTINCT office FROM event ORDER BY office").fetchall()
    assert offices == [("",), ("qingyu",)]  # the introduction came before there was an office


# --- who -------------------------------------------------------------------------------------------------------------


def test_who_sits_here_signs_what_is_entered_unless_somebody_else_is_named(office: Engine) -> None:
    done(office, SignIn(person="P2", role="leader"))
    assert office.who() == Who("P2", "leader", office.journal.node, "none")
    done(office, note())
    system = Who(role="system", seat=office.journal.node)
    assert isinstance(office.execute(note("到时提醒"), system), Done)
    sql = "SELECT actor, role FROM event ORDER BY rowid DESC LIMIT 2"
    assert office.journal.connection.execute(sql).fetchall() == [("", "system"), ("P2", "leader")]


# --- the writer thread ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Command):
    """A command with a fault of ours in it."""

    def decide(self, world: World) -> list[Draft]:
        raise ZeroDivisionError


Command.registry.pop("Broken", None)  # only this test knows it


def test_a_fault_in_one_command_is_told_and_the_others_of_its_group_are_done(office: Engine) -> None:
    crashes: list[BaseException] = []
    told: list[Changes] = []
    writer = Writer(office, told.append, crashes.append)
    gate = writer.run(lambda engine: None)
    futures = [writer.submit(Request(command, f"r{n}")) for n, command in enumerate((note(), Broken(), note("又一句")))]
    gate.result()
    writer.stop()
    assert isinstance(futures[0].result(), Done)
    assert isinstance(futures[2].result(), Done)
    assert isinstance(futures[1].exception(), ZeroDivisionError)
    assert [type(error) for error in crashes] == [ZeroDivisionError]
    assert frozenset({"case/c1"}) in {changes.subjects for changes in told}
    assert verify(office.journal.connection).whole


def test_the_writer_finishes_what_waits_before_it_ends(office: Engine) -> None:
    before = events(office.journal)
    writer = Writer(office, lambda changes: None, lambda error: None)
    futures = [writer.submit(office.request(note(f"第{n}句"))) for n in range(200)]
    writer.stop()
    assert all(isinstance(future.result(), Done) for future in futures)
    assert events(office.journal) == before + 200


# --- over the wire ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_a_command_decides_the_same_after_it_went_over_the_wire(office: Engine, wall: Wall, seed: int) -> None:
    sender = RandomCommands(Random(seed), Held(office.journal, wall))
    here, there = (PaperWorld().found(records()) for _ in range(2))
    for command in (sender.next() for _ in range(300)):
        carried = command_from_wire(json.loads(json.dumps(command_to_wire(command))))
        assert type(carried) is type(command)
        assert decision(carried, there) == decision(command, here)


def decision(command: Command, world: PaperWorld) -> Any:
    try:
        return json.dumps(
            [[draft.subject, draft.kind, draft.body, draft.private] for draft in world.do(command).drafts]
        )
    except Refused as refused:
        return refused.code


def test_founding_goes_over_the_wire_with_everything_in_it() -> None:
    command = FoundOffice(records=records(), matters=(RegisterCase(matter=Matter(title="积水")),))
    assert command_from_wire(json.loads(json.dumps(command_to_wire(command)))) == command


@pytest.mark.parametrize(
    "outcome",
    [
        Done(("case/c1",), {"number": "2026-0716-A0001"}, Changes(frozenset({"case/c1"}), 7)),
        RefusedBy("future_time", {"at": 5}),
        NotSaved("disk_full", {"path": "somewhere"}),
    ],
)
def test_outcomes_and_people_go_over_the_wire(outcome: Any) -> None:
    assert outcome_from_wire(json.loads(json.dumps(outcome_to_wire(outcome)))) == outcome
    who = Who("P1", "clerk", "n1", "pin")
    assert who_from_wire(json.loads(json.dumps(who_to_wire(who)))) == who
    assert who_from_wire(None) is None


@pytest.mark.parametrize(
    "told", [{}, {"do": "Rm"}, {"do": "NoteCase"}, {"do": "NoteCase", "case": 7}, {"do": "Batch", "commands": [{}]}]
)
def test_what_is_no_command_is_refused_as_such(told: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        command_from_wire(told)

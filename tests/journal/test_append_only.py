"""What was recorded stays: no statement changes or removes it, and what belongs together is written together or not."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.case_acts import AmendCase
from commandcenter.domain.command import Draft, Who
from commandcenter.journal.journal import Journal
from commandcenter.journal.verify import verify
from played import TITLE, done, erase, play
from sqlcipher3 import dbapi2 as sqlite

from conftest import Wall

FORBIDDEN = (
    "UPDATE event SET body = '{}' WHERE seq = 3",
    "UPDATE event SET seq = seq + 1000",
    "UPDATE OR IGNORE event SET actor = 'somebody'",
    "DELETE FROM event WHERE seq = 3",
    "DELETE FROM event",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 3",
    "REPLACE INTO event SELECT * FROM event WHERE seq = 3",
    "UPDATE private SET content = '{}'",
    "INSERT OR REPLACE INTO private SELECT * FROM private LIMIT 1",
    "DELETE FROM fork",
    "UPDATE fork SET event = '{}'",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_no_statement_changes_what_was_recorded(journal: Journal, engine: Engine, wall: Wall, statement: str) -> None:
    play(engine, wall)
    journal.connection.execute("INSERT INTO fork (node, seq, digest, event, received_at) VALUES ('x', 1, x'00', '', 0)")
    before = journal.connection.execute("SELECT * FROM event ORDER BY rowid").fetchall()
    if "private" in statement and "REPLACE" in statement:  # a deletion by replacement is no erasure
        journal.connection.execute(statement)
        assert verify(journal.connection).whole
        return
    with pytest.raises(sqlite.DatabaseError, match="append-only"):
        journal.connection.execute(statement)
    assert journal.connection.execute("SELECT * FROM event ORDER BY rowid").fetchall() == before


def test_only_an_erasure_removes_a_private_part_and_verify_stays_whole(
    journal: Journal, engine: Engine, wall: Wall
) -> None:
    play(engine, wall)
    before = journal.connection.execute("SELECT count(*) FROM private").fetchone()[0]
    erase(engine)
    verdict = verify(journal.connection)
    assert (verdict.whole, verdict.erased) == (True, 2)  # the registration and the note
    assert journal.connection.execute("SELECT count(*) FROM private").fetchone()[0] == before - 2
    assert journal.folded("case/c1").state.title == ""
    assert journal.folded("case/c1").state.erased
    assert journal.connection.execute("SELECT title, phone FROM case_row").fetchone() == ("", "")


def test_what_was_erased_is_nowhere_in_the_files(journal: Journal, engine: Engine, wall: Wall) -> None:
    play(engine, wall)
    long = TITLE * 3000  # more than one page of the file
    done(engine, AmendCase(case="c1", private={"text": long}))
    journal.checkpoint(truncate=True)
    files = [path for path in journal.folder.iterdir() if path.is_file()]
    assert any(TITLE.encode() in path.read_bytes() for path in files)
    erase(engine)
    for path in journal.folder.iterdir():
        if path.is_file():
            assert TITLE.encode() not in path.read_bytes(), path.name


def test_each_event_has_its_own_number_and_each_command_its_own_place(
    journal: Journal, engine: Engine, wall: Wall
) -> None:
    play(engine, wall)
    seqs = [seq for (seq,) in journal.connection.execute("SELECT seq FROM event ORDER BY rowid")]
    assert seqs == list(range(1, len(seqs) + 1))
    columns = "command, count(*), min(command_index), max(command_index)"
    for _, count, first, last in journal.connection.execute(f"SELECT {columns} FROM event GROUP BY command"):
        assert (first, last) == (0, count - 1)


def test_a_command_taken_up_twice_leaves_one(journal: Journal) -> None:
    who = Who(seat=journal.node)
    for _ in range(2):
        journal.stage("once", who, [Draft(subject="case/c", kind="case.noted")])
    with pytest.raises(sqlite.IntegrityError):
        journal.commit()
    journal.stage("once", who, [Draft(subject="case/c", kind="case.noted")])
    journal.commit()
    assert len(journal.recorded("once")) == 1
    assert verify(journal.connection).whole

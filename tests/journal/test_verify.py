"""Verify names the first bad event, whatever was done to the file behind the program's back."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.event import Event, EventId, digest_of
from commandcenter.domain.record import AmendRecord
from commandcenter.journal import log
from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.verify import Verdict, verify
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from other_desks import OtherDesk
from played import done, play

from conftest import Wall

COLUMNS = ", ".join(Event._fields)


class Forger:
    """Somebody with the file, a tool for SQL and the source of this program - but not the workstation's key."""

    def __init__(self, connection: Connection, node: str) -> None:
        self.connection = connection
        self.node = node
        connection.execute("PRAGMA foreign_keys=OFF")
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")

    @property
    def last(self) -> int:
        return int(self.connection.execute("SELECT max(seq) FROM event WHERE node = ?", (self.node,)).fetchone()[0])

    def event(self, seq: int) -> Event:
        sql = f"SELECT {COLUMNS} FROM event WHERE node = ? AND seq = ?"
        return Event._make(self.connection.execute(sql, (self.node, seq)).fetchone())

    def set(self, seq: int, **columns: object) -> None:
        told = ", ".join(f"{name} = ?" for name in columns)
        self.connection.execute(
            f"UPDATE event SET {told} WHERE node = ? AND seq = ?", (*columns.values(), self.node, seq)
        )

    def seal(self, seq: int, **columns: object) -> None:
        """Change an event and calculate its digest anew."""
        self.set(seq, **columns)
        self.set(seq, digest=digest_of(self.event(seq)))

    def seal_all(self, first: int) -> None:
        """Calculate the whole chain anew from an event on."""
        for seq in range(first, self.last + 1):
            self.seal(seq, prev=self.event(seq - 1).digest)

    def signed_from(self, seq: int) -> int:
        """The first event with a signature, from an event on."""
        return next(number for number in range(seq, self.last + 1) if self.event(number).sig is not None)

    def found(self) -> tuple[str, int]:
        """What verify says, and at which number."""
        fault = verify(self.connection).fault
        if fault is None:
            return "", 0
        assert fault.event is None or fault.event.node == self.node
        return fault.what, fault.event.seq if fault.event else 0


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """A folder with a played incident, closed."""
    folder = tmp_path_factory.mktemp("played")
    shutil.copy(migrated, folder / FILE_NAME)
    wall = Wall()
    opened = open_journal(folder, wall)
    play(Engine(opened, wall), wall)
    opened.close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, played: Path) -> Path:
    """A copy of it of this test alone."""
    place = tmp_path / "data"
    place.mkdir()
    shutil.copy(played / FILE_NAME, place)
    return place


@pytest.fixture
def forger(folder: Path) -> Iterator[Forger]:
    connection = connect(folder / FILE_NAME, write=True)
    forger = Forger(connection, log.nodes(connection)[0])
    assert forger.found() == ("", 0)
    yield forger
    connection.close()


def test_a_whole_journal_is_counted(forger: Forger) -> None:
    seen: list[tuple[int, int]] = []
    verdict = verify(forger.connection, lambda done, total: seen.append((done, total)))
    assert verdict == Verdict(forger.last, 1)
    assert seen[-1] == (forger.last, forger.last)


CHANGED = [name for name in Event._fields if name not in ("node", "seq", "private_digest", "sig")]


@pytest.mark.parametrize("column", CHANGED)
@pytest.mark.parametrize("seed", range(3))
def test_one_changed_field_is_found_and_named(forger: Forger, column: str, seed: int) -> None:
    seq = random.Random(f"{column} {seed}").randint(1, forger.last)
    before = getattr(forger.event(seq), column)
    other: object = before + 10**6 if isinstance(before, int) else before + (b"x" if isinstance(before, bytes) else "x")
    forger.set(seq, **{column: other})
    assert forger.found() == ("digest", seq)


@pytest.mark.parametrize("seed", range(12))
def test_one_flipped_bit_of_a_body_is_found_and_named(forger: Forger, seed: int) -> None:
    chance = random.Random(seed)
    seq = chance.randint(1, forger.last)
    body = bytearray(forger.event(seq).body.encode())
    place = chance.randrange(len(body))
    body[place] ^= 1 << chance.randrange(7)
    forger.set(seq, body=body.decode("utf-8", "replace"))
    assert forger.found() == ("digest", seq)


def test_a_changed_event_with_a_new_digest_breaks_the_chain_or_its_signature(forger: Forger) -> None:
    unsigned = next(seq for seq in range(2, forger.last) if forger.event(seq).sig is None)
    forger.seal(unsigned, actor="somebody")
    assert forger.found() == ("chain", unsigned + 1)


def test_a_signed_event_with_a_new_digest_has_a_wrong_signature(forger: Forger) -> None:
    seq = forger.signed_from(5)
    forger.seal(seq, actor="somebody")
    assert forger.found() == ("signature", seq)


@pytest.mark.parametrize("seq", [2, 5, 11])
def test_a_chain_calculated_anew_has_wrong_signatures(forger: Forger, seq: int) -> None:
    forger.seal(seq, actor="somebody")
    forger.seal_all(seq + 1)
    assert forger.found() == ("signature", forger.signed_from(seq))


def test_a_chain_calculated_and_signed_anew_with_another_key_is_not_this_node(forger: Forger) -> None:
    key = Ed25519PrivateKey.generate()
    forger.seal(4, actor="somebody")
    forger.seal_all(5)
    for seq in range(4, forger.last + 1):
        if forger.event(seq).sig is not None:
            forger.set(seq, sig=key.sign(forger.event(seq).digest))
    assert forger.found() == ("signature", forger.signed_from(4))


def test_a_forged_signature_and_a_removed_one(forger: Forger) -> None:
    seq = forger.signed_from(7)
    signature = forger.event(seq).sig
    forger.set(seq, sig=bytes(64))
    assert forger.found() == ("signature", seq)
    forger.set(seq, sig=None)
    assert forger.found() == ("unsigned_end", seq)
    forger.set(seq, sig=signature)
    assert forger.found() == ("", 0)
    forger.set(forger.last, sig=None)
    assert forger.found() == ("unsigned_end", forger.last)


@pytest.mark.parametrize("seq", [1, 2, 9])
def test_a_missing_event_is_named(forger: Forger, seq: int) -> None:
    forger.connection.execute("DELETE FROM private WHERE node = ? AND seq = ?", (forger.node, seq))
    forger.connection.execute("DELETE FROM event WHERE node = ? AND seq = ?", (forger.node, seq))
    assert forger.found() == ("gap", seq)


def test_two_events_that_changed_places_are_found(forger: Forger) -> None:
    for seq, new in ((8, -1), (9, 8), (-1, 9)):
        forger.connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, seq))
    assert forger.found() == ("digest", 8)


def test_an_inserted_event_is_found(forger: Forger) -> None:
    event = forger.event(forger.last)._replace(
        seq=forger.last + 1, command="more", prev=forger.event(forger.last).digest
    )
    event = event._replace(digest=digest_of(event), private_digest=None)
    forger.connection.execute(f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join('?' * len(event))})", event)
    assert forger.found()[1] == event.seq


def test_of_several_faults_the_first_is_named(forger: Forger) -> None:
    for seq in (20, 6, 13):
        forger.set(seq, body="{}x")
    assert forger.found() == ("digest", 6)


def test_events_moved_to_another_node_are_no_chain_of_that_node(forger: Forger) -> None:
    forger.connection.execute("UPDATE event SET node = '0stranger', seq = 1 WHERE seq = ?", (forger.last,))
    fault = verify(forger.connection).fault
    assert fault is not None
    assert (fault.what, fault.event) == ("digest", EventId("0stranger", 1))


def test_what_no_program_wrote_as_an_object_is_named(journal: Journal) -> None:
    desk = OtherDesk("zz")
    desk.write("case/c9", "case.noted", "[1, 2]")
    journal.absorb(desk.events)
    fault = verify(journal.connection).fault
    assert fault is not None
    assert (fault.what, fault.event) == ("body", EventId("zz", 2))


def test_a_chain_from_elsewhere_signed_with_another_key_is_named(journal: Journal) -> None:
    desk, thief = OtherDesk("zz"), OtherDesk("zz")
    thief.events = list(desk.events)
    thief.write("case/c9", "case.noted", {})
    journal.absorb(thief.events)
    fault = verify(journal.connection).fault
    assert fault is not None
    assert (fault.what, fault.event) == ("signature", EventId("zz", 2))


# --- private parts and references -------------------------------------------------------------------------------------


def private(forger: Forger) -> int:
    sql = "SELECT seq FROM private WHERE node = ? ORDER BY seq LIMIT 1 OFFSET 3"
    return int(forger.connection.execute(sql, (forger.node,)).fetchone()[0])


def test_a_changed_private_part_is_named(forger: Forger) -> None:
    seq = private(forger)
    forger.connection.execute('UPDATE private SET content = \'{"name":"某"}\' WHERE seq = ?', (seq,))
    assert forger.found() == ("private", seq)


def test_changed_salt_is_named(forger: Forger) -> None:
    seq = private(forger)
    forger.connection.execute("UPDATE private SET salt = x'00' WHERE seq = ?", (seq,))
    assert forger.found() == ("private", seq)


def test_a_private_part_removed_without_an_erasure_is_named(forger: Forger) -> None:
    seq = private(forger)
    forger.connection.execute("DELETE FROM private WHERE seq = ?", (seq,))
    assert forger.found() == ("private_missing", seq)


def test_a_private_part_for_an_event_without_one_is_named(forger: Forger) -> None:
    sql = "SELECT seq FROM event WHERE node = ? AND private_digest IS NULL AND seq > 4"
    seq = int(forger.connection.execute(sql, (forger.node,)).fetchone()[0])
    forger.connection.execute("INSERT INTO private VALUES (?, ?, x'00', '{}')", (forger.node, seq))
    assert forger.found() == ("private", seq)


def test_a_private_part_of_no_event_is_a_broken_reference(forger: Forger) -> None:
    forger.connection.execute("INSERT INTO private VALUES ('nobody', 1, x'00', '{}')")
    assert forger.found() == ("foreign_key", 0)


# --- the file ---------------------------------------------------------------------------------------------------------


def test_torn_pages_are_a_fault_and_no_crash(folder: Path) -> None:
    torn = bytearray((folder / FILE_NAME).read_bytes())
    page = torn.index(b"case.noted") // 4096 * 4096
    torn[page : page + 64] = bytes(64)
    copy = folder / "torn.db"
    copy.write_bytes(bytes(torn))
    connection = connect(copy)
    fault = verify(connection).fault
    connection.close()
    assert fault is not None
    assert fault.what == "file"


def test_a_cut_off_end_is_no_fault_of_the_chain_but_the_workstation_notices(journal: Journal, wall: Wall) -> None:
    for text in ("一", "二"):
        done(Engine(journal, wall), AmendRecord(subject="person/P1", words={"name": text}))
    node = journal.node
    journal.save_high_water()
    forger = Forger(journal.connection, node)
    command = forger.event(forger.last).command
    forger.connection.execute("DELETE FROM private WHERE seq IN (SELECT seq FROM event WHERE command = ?)", (command,))
    forger.connection.execute("DELETE FROM event WHERE command = ?", (command,))
    assert forger.found() == ("", 0)
    again = open_journal(journal.folder, wall)
    assert again.node != node  # rolled back: it goes on under a new name and never writes a number twice
    again.connection.close()
    journal.identity = again.identity

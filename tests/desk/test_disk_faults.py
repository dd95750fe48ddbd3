"""A full disk, a read-only one, torn files: said in a clear word, nothing half written, and afterwards all goes on."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import Done, Engine, NotSaved, RefusedBy
from commandcenter.desk.folder import FolderLock
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.command import Command
from commandcenter.journal import log
from commandcenter.journal.backup import make_backup, restore
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.journal import open_journal
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from played import found, play
from small_desk import Hand
from small_disk import SmallDisk, small_disk

from conftest import NOW, Wall

__all__ = ["small_disk"]

LONG = RegisterCase(matter=Matter(title="积水", text="长" * 9000))


def whole(folder: Path) -> int:
    """Whether everything in a folder holds; how many events there are."""
    connection = connect(folder / FILE_NAME, write=True)
    try:
        verdict = verify(connection)
        assert verdict.whole, verdict
        before = canonical_digest(connection)
        rebuilt = rebuild(connection, index=False)
        assert (rebuilt.changed, rebuilt.digest) == (0, before)
        return verdict.events
    finally:
        connection.close()


def on(disk: SmallDisk, migrated: Path) -> Path:
    folder = disk.place / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    return folder


# --- full ------------------------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_the_same_command_goes_through_when_there_is_room(
    small_disk: SmallDisk, migrated: Path, wall: Wall
) -> None:
    journal = open_journal(on(small_disk, migrated), wall)
    engine = Engine(journal, wall)
    play(engine, wall)
    before = log.position(journal.connection)
    small_disk.fill()
    requests = [engine.request(LONG) for _ in range(40)]
    outcomes = [engine.execute_all([request])[0] for request in requests]
    saved = sum(isinstance(outcome, Done) for outcome in outcomes)
    codes = {outcome.code for outcome in outcomes if isinstance(outcome, NotSaved)}
    assert saved < len(requests)
    assert codes == {"disk_full"}
    assert log.position(journal.connection) == before + saved
    small_disk.make_room()
    again = [engine.execute_all([request])[0] for request in requests]
    assert all(isinstance(outcome, Done) for outcome in again)
    assert log.position(journal.connection) == before + len(requests)
    numbers = {row[0] for row in journal.connection.execute("SELECT number FROM case_row")}
    assert len(numbers) == len(requests) + 1
    journal.close()
    assert whole(journal.folder) == before + len(requests)


@pytest.mark.parametrize("leave", [0, 4096, 40_000, 200_000])
def test_a_desk_is_opened_worked_with_and_closed_on_a_nearly_full_disk_without_losing_anything(
    small_disk: SmallDisk, migrated: Path, wall: Wall, leave: int
) -> None:
    folder = on(small_disk, migrated)
    journal = open_journal(folder, wall)
    found(Engine(journal, wall))
    before = log.position(journal.connection)
    journal.close()
    small_disk.fill(leave)
    acknowledged = 0
    try:
        journal = open_journal(folder, wall)
        engine = Engine(journal, wall)
        acknowledged = sum(isinstance(engine.execute(LONG), Done) for _ in range(20))
        journal.close()
    except Trouble as trouble:
        assert trouble.code in ("disk_full", "io"), trouble  # noqa: PT017  (it may also go well)
    small_disk.make_room()
    assert whole(folder) >= before + acknowledged
    again = open_journal(folder, wall)
    assert isinstance(Engine(again, wall).execute(LONG), Done)
    again.close()


def test_the_window_hears_of_a_full_disk_and_sends_again(
    small_disk: SmallDisk, small_folder: Path, qtbot: object
) -> None:
    folder = small_disk.place / "data"
    folder.mkdir()
    shutil.copy(small_folder / FILE_NAME, folder)
    desk = Desk(folder, SetClock(NOW))
    desk.open()
    hand = Hand(qtbot, desk)  # type: ignore[arg-type]
    small_disk.fill()
    while isinstance(hand.send(LONG), Done):
        pass
    ticket = hand.unsaved[-1]
    assert isinstance(ticket.outcome, NotSaved)
    assert ticket.outcome.code == "disk_full"
    small_disk.make_room()
    assert isinstance(hand.answered(desk.again(ticket.request)), Done)
    small_disk.fill()
    desk.close()  # also with no room for its last words
    small_disk.make_room()
    FolderLock.take(folder).release()
    whole(folder)


def test_a_backup_on_a_full_disk_leaves_no_half_archive(small_disk: SmallDisk, folder: Path, wall: Wall) -> None:
    journal = open_journal(folder, wall)
    play(Engine(journal, wall), wall)
    small_disk.fill(100_000)
    with pytest.raises(Trouble, match="disk_full"):
        make_backup(folder, small_disk.place / "b.ccb", wall)
    assert [path.name for path in small_disk.place.iterdir()] == ["filler"]
    journal.close()


_LIMITED = """
import resource, sys
from pathlib import Path
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import open_door
from commandcenter.domain.case_acts import Matter, RegisterCase
door = open_door(Path(sys.argv[1]), SystemClock().now)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
for _ in range(60):
    outcome = door.submit(RegisterCase(matter=Matter(title="积水", text="长" * 9000)))
    print(type(outcome).__name__, getattr(outcome, "code", ""), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_file_that_may_not_grow_is_a_trouble_not_a_crash(office_of_its_own: Path) -> None:
    limit = (office_of_its_own / FILE_NAME).stat().st_size + 200_000
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(office_of_its_own), str(limit)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    told = done.stdout.split("\n")
    assert "Done " in told
    assert {line for line in told if line and line != "Done "} <= {"NotSaved io", "NotSaved disk_full"}
    assert sum(line.startswith("NotSaved") for line in told) > 5
    connection = connect(office_of_its_own / FILE_NAME)
    cases = connection.execute("SELECT count(*) FROM event WHERE kind = 'case.registered'").fetchone()[0]
    connection.close()
    assert cases == told.count("Done ")
    whole(office_of_its_own)


# --- read-only --------------------------------------------------------------------------------------------------------


def test_a_read_only_disk_is_said_and_touches_nothing(small_disk: SmallDisk, migrated: Path, wall: Wall) -> None:
    folder = on(small_disk, migrated)
    journal = open_journal(folder, wall)
    found(Engine(journal, wall))
    journal.close()
    small_disk.read_only(True)
    for act in (lambda: FolderLock.take(folder), lambda: open_journal(folder, wall)):
        with pytest.raises(Trouble) as told:
            act()
        assert told.value.code == "read_only"
    small_disk.read_only(False)
    again = open_journal(folder, wall)
    assert again.node == journal.node
    again.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_without_the_right_to_write_is_said(office_of_its_own: Path, wall: Wall) -> None:
    (office_of_its_own / FILE_NAME).chmod(0o444)
    office_of_its_own.chmod(0o555)
    try:
        with pytest.raises(Trouble, match="read_only"):
            open_journal(office_of_its_own, wall)
    finally:
        office_of_its_own.chmod(0o755)


# --- torn ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def cut(folder: Path, wall: Wall) -> tuple[Path, int]:
    """A folder whose write-ahead log holds a played incident; and how many events there are."""
    journal = open_journal(folder, wall)
    engine = Engine(journal, wall)
    play(engine, wall)
    events = log.position(journal.connection)
    copy = folder.parent / "cut"
    shutil.copytree(folder, copy)
    journal.close()
    assert (copy / f"{FILE_NAME}-wal").stat().st_size > 100_000
    return copy, events


@pytest.mark.parametrize("seed", range(8))
def test_a_write_ahead_log_torn_anywhere_loses_only_its_end_and_nothing_is_half(
    cut: tuple[Path, int], wall: Wall, seed: int
) -> None:
    folder, events = cut
    chance = random.Random(seed)
    wal = folder / f"{FILE_NAME}-wal"
    torn = bytearray(wal.read_bytes())
    place = chance.randrange(len(torn))
    if seed % 2:
        del torn[place:]
    else:  # the disk wrote something else there
        torn[place : place + 512] = chance.randbytes(512)
    wal.write_bytes(bytes(torn))
    left = whole(folder)
    assert left <= events
    opened = open_journal(folder, wall)
    outcome = Engine(opened, wall).execute(NoteCase(case="c1", words="接着写"))
    assert isinstance(outcome, Done if opened.folded("case/c1").state.known else RefusedBy)
    opened.close()
    whole(folder)


def test_a_database_torn_while_it_is_open_is_said_and_the_desk_goes_on_with_what_it_can_read(
    folder: Path, wall: Wall
) -> None:
    opened = open_journal(folder, wall)
    play(Engine(opened, wall), wall)
    opened.close()
    path = folder / FILE_NAME
    torn = bytearray(path.read_bytes())
    page = torn.index(b"case.registered") // 4096 * 4096
    opened = open_journal(folder, wall)
    engine = Engine(opened, wall)
    path.write_bytes(bytes(torn[:page]) + bytes(4096) + bytes(torn[page + 4096 :]))
    opened.connection.execute("PRAGMA shrink_memory")
    command: Command = NoteCase(case="c1", words="在吗")
    outcome = engine.execute(command)
    assert isinstance(outcome, NotSaved)
    assert outcome.code == "torn"
    path.write_bytes(bytes(torn))
    opened.connection.execute("PRAGMA shrink_memory")
    assert isinstance(engine.execute(command), Done)
    opened.close()
    whole(folder)


@pytest.mark.parametrize("size", [-1, 0, 1, 100, 4095, 5000])
def test_a_database_cut_short_or_gone_is_a_loss_that_is_said_never_a_first_start(
    folder: Path, wall: Wall, size: int
) -> None:
    opened = open_journal(folder, wall)
    found(Engine(opened, wall))
    opened.close()
    backup = folder.parent / "b.ccb"
    make_backup(folder, backup, wall)
    if size < 0:
        (folder / FILE_NAME).unlink()
    else:
        os.truncate(folder / FILE_NAME, size)
    with pytest.raises(Trouble) as told:
        open_journal(folder, wall)
    assert told.value.code in ("torn", "wrong_key")
    restore(backup, folder, wall)
    again = open_journal(folder, wall)
    assert again.folded("person/P1").state.known
    again.close()

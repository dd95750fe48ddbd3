"""One door to a folder: one process writes, the others go through it; a dead holder's lock is free at once."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk import door as doors
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import DeskDoor, OwnDoor, open_door
from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.desk.folder import LOCK_FILE, FolderLock, Holder, check_place, holder_of, network_reason
from commandcenter.desk.link import LinkClient
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.office import FoundOffice
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from small_office import records

WALL = SystemClock().now
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}

_HOLDER = """
import sys
from pathlib import Path
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.engine import Engine
from commandcenter.desk.folder import FolderLock
from commandcenter.desk.link import LinkServer, answer_submit
from commandcenter.desk.writer import Writer
from commandcenter.journal.journal import open_journal
folder, wall = Path(sys.argv[1]), SystemClock().now
lock = FolderLock.take(folder)
writer = Writer(Engine(open_journal(folder, wall), wall), lambda changes: None, lambda error: None)
def answer(told):
    if told["ask"] == "submit":
        return answer_submit(told, lambda request: writer.submit(request).result())
    return {"is": "done"}
server = LinkServer(lock.token, answer)
lock.publish(server.address)
print(lock.left_open, flush=True)
sys.stdin.read()
"""


class Held:
    """A desk in another process, without a window."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _HOLDER, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=ENVIRONMENT,
            text=True,
        )
        assert self.process.stdout is not None
        self.left_open = self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def office(folder: Path) -> Path:
    found_in(folder)
    return folder


def found_in(folder: Path) -> None:
    """An office with one case."""
    door = open_door(folder, WALL)
    assert isinstance(door, OwnDoor)
    assert not door.remote
    with door:
        assert isinstance(door.submit(FoundOffice(records=records())), Done)
        assert isinstance(door.submit(RegisterCase(matter=Matter(title="积水"), case="c1")), Done)


@pytest.fixture
def held(office: Path) -> Iterator[Held]:
    desk = Held(office)
    yield desk
    desk.kill()


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Path]:
    """An office whose desk bears with one bad message after the other."""
    folder = tmp_path_factory.mktemp("patient")
    shutil.copy(migrated, folder / FILE_NAME)
    found_in(folder)
    desk = Held(folder)
    yield folder
    assert desk.process.poll() is None
    desk.kill()


def count(folder: Path, kind: str) -> int:
    connection = connect(folder / FILE_NAME)
    try:
        return int(connection.execute("SELECT count(*) FROM event WHERE kind = ?", (kind,)).fetchone()[0])
    finally:
        connection.close()


def test_commands_go_through_the_desk_that_holds_the_folder(office: Path, held: Held) -> None:
    door = open_door(office, WALL)
    assert isinstance(door, DeskDoor)
    assert isinstance(door.submit(NoteCase(case="c1", words="来电催问")), Done)
    refused = door.submit(NoteCase(case="nothing", words="在吗"))
    assert isinstance(refused, RefusedBy)
    assert refused.code == "case_unknown"
    door.tell("reread")
    door.close()
    assert count(office, "case.noted") == 1


def test_several_processes_write_at_once_through_one_desk(office: Path, held: Held) -> None:
    script = (
        "import sys; from pathlib import Path; from commandcenter.desk.door import open_door;"
        "from commandcenter.desk.clock import SystemClock; from commandcenter.domain.case_acts import NoteCase;"
        "door = open_door(Path(sys.argv[1]), SystemClock().now);"
        "print(sum(type(door.submit(NoteCase(case='c1', words=f'{sys.argv[2]} {n}'))).__name__ == 'Done' for n in range(40)))"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(office), name], stdout=subprocess.PIPE, env=ENVIRONMENT)
        for name in "甲乙"
    ]
    assert [int(writer.communicate()[0]) for writer in writers] == [40, 40]
    assert count(office, "case.noted") == 80
    held.kill()
    connection = connect(office / FILE_NAME, write=True)
    assert verify(connection).whole
    connection.close()


def test_a_killed_holder_leaves_the_folder_free_and_it_is_said(office: Path, held: Held) -> None:
    assert held.left_open == "False"
    found = holder_of(office)
    assert found is not None
    assert found.pid == held.process.pid
    held.kill()
    assert holder_of(office) is None
    again = Held(office)
    assert again.left_open == "True"
    again.kill()
    door = open_door(office, WALL)
    assert not door.remote
    assert isinstance(door.submit(NoteCase(case="c1", words="接着写")), Done)
    door.close()
    lock = FolderLock.take(office)
    assert not lock.left_open
    lock.release()


def test_a_desk_that_dies_in_the_middle_of_a_conversation_is_said_to_be_gone(office: Path, held: Held) -> None:
    door = open_door(office, WALL)
    held.kill()
    with pytest.raises(Trouble, match="desk_gone"):
        door.submit(NoteCase(case="c1", words="喂"))
    door.close()


def test_two_never_hold_one_folder(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "LOOKS", 2)
    lock = FolderLock.take(office)  # held, but not answering: a command line at work
    with pytest.raises(Trouble) as told:
        FolderLock.take(office)
    assert (told.value.code, told.value.facts["pid"]) == ("in_use", os.getpid())
    with pytest.raises(Trouble, match="in_use"):
        open_door(office, WALL)
    lock.release()


def test_asking_who_holds_a_folder_never_keeps_anybody_out(office: Path) -> None:
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            holder_of(office)

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    try:
        for _ in range(150):
            FolderLock.take(office).release()
    finally:
        stop.set()
        for asker in askers:
            asker.join()


def test_a_desk_that_is_just_opening_is_waited_for(office: Path) -> None:
    desk = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(office)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT
    )
    while holder_of(office) is None:
        assert desk.poll() is None
    door = open_door(office, WALL)  # at this moment it holds the lock and has no address yet
    assert door.remote
    door.close()
    desk.kill()
    desk.communicate()


# --- who may ---------------------------------------------------------------------------------------------------------


def test_only_who_can_read_the_lock_file_may_send_commands(office: Path, held: Held) -> None:
    holder = holder_of(office)
    assert holder is not None
    client = LinkClient(Holder(holder.pid, holder.address, "another token"), office)
    reply = client.ask("submit", id="x", command={"do": "NoteCase", "case": "c1", "words": "冒充"}, who=None)
    assert (reply["is"], reply["code"]) == ("not_saved", "not_allowed")
    client.close()
    assert count(office, "case.noted") == 0
    if sys.platform != "win32":
        assert (office / LOCK_FILE).stat().st_mode & 0o077 == 0
        assert Path(holder.address).stat().st_mode & 0o077 == 0


BAD: list[Any] = [
    b"",
    b"not json",
    b"[]",
    b"null",
    b'{"token": 7}',
    {"ask": "submit"},
    {"ask": "submit", "id": "x", "command": {"do": "Rm"}},
    {"ask": "submit", "id": "x", "command": {"do": "NoteCase", "case": []}},
    {"ask": "submit", "id": "x", "command": None},
    {"ask": "submit", "id": "x", "command": "NoteCase", "who": 3},
]


@pytest.mark.parametrize("message", BAD)
def test_a_bad_message_is_answered_and_the_desk_goes_on(patient: Path, message: Any) -> None:
    holder = holder_of(patient)
    assert holder is not None
    raw = message if isinstance(message, bytes) else json.dumps({"token": holder.token} | message).encode()
    with Client(holder.address) as connection:
        connection.send_bytes(raw)
        reply = json.loads(connection.recv_bytes())
    assert reply["code"] in ("bad_message", "not_allowed")
    door = open_door(patient, WALL)
    assert isinstance(door.submit(NoteCase(case="c1", words="还在")), Done)
    door.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a Unix socket")
def test_somebody_who_connects_and_says_nothing_or_nonsense_disturbs_nobody(office: Path, held: Held) -> None:
    holder = holder_of(office)
    assert holder is not None
    silent = socket.socket(socket.AF_UNIX)
    silent.connect(holder.address)
    rude = socket.socket(socket.AF_UNIX)
    rude.connect(holder.address)
    rude.sendall(b"\xff" * 64)
    rude.close()
    door = open_door(office, WALL)
    assert isinstance(door.submit(NoteCase(case="c1", words="还在")), Done)
    door.close()
    silent.close()


# --- places ----------------------------------------------------------------------------------------------------------

MOUNTS = """
/dev/vda1 / ext4 rw 0 0
server:/export {here}/share nfs4 rw 0 0
//nas/street {here}/nas\\040drive cifs rw 0 0
user@host: {here}/ssh fuse.sshfs rw 0 0
/dev/sdb1 {here}/share/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("elsewhere/street", ""),
        ("share/street", "nfs4"),
        ("nas drive/street", "cifs"),
        ("ssh", "fuse.sshfs"),
        ("share/local/street", ""),
        ("shared", ""),
    ],
)
def test_a_network_drive_is_known_by_its_mount(tmp_path: Path, place: str, kind: str) -> None:
    for name in ("share/local", "nas drive", "ssh", "shared", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    assert network_reason(tmp_path / place, MOUNTS.format(here=tmp_path)) == kind
    assert network_reason(Path("//server/share/street"), "") == "UNC"


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", "OneDrive - 街道", "坚果云"])
def test_a_synchronised_folder_is_refused_with_its_reason(tmp_path: Path, mark: str) -> None:
    place = tmp_path / mark if not mark.startswith(".") else tmp_path
    (place / "data").mkdir(parents=True)
    if mark.startswith("."):
        (place / mark).touch()
    with pytest.raises(Trouble) as told:
        FolderLock.take(place / "data")
    assert (told.value.code, told.value.facts["reason"], told.value.facts["detail"]) == ("bad_place", "synced", mark)
    assert not (place / "data" / LOCK_FILE).exists()


def test_an_ordinary_folder_is_taken_also_when_it_is_not_there_yet(tmp_path: Path) -> None:
    check_place(tmp_path / "not" / "yet")
    FolderLock.take(tmp_path / "not" / "yet").release()


def test_an_answer_is_a_mapping(office: Path, held: Held) -> None:
    holder = holder_of(office)
    assert holder is not None
    client = LinkClient(holder, office)
    reply: Mapping[str, Any] = client.ask("raise")
    assert reply["is"] == "done"
    client.close()

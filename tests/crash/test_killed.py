"""Killed at any moment, nothing acknowledged is lost and nothing is half there."""

from __future__ import annotations

import json
import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from commandcenter.desk.folder import FolderLock, holder_of
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.identity import load_identity
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.verify import verify

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the player is forked; Windows has no fork")

KILLS = 8
"""How often one folder is played on and killed."""
LONGEST_S = 0.45
ENOUGH = 10
"""So many commands are acknowledged on a folder at least; on a busy machine it takes more kills until they are."""


@dataclass
class Told:
    """What a player said before it died."""

    node: str = ""
    acknowledged: dict[str, int] = field(default_factory=dict)
    draft: str = ""
    fault: str = ""


class Nest:
    """The process that forks players."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("nest.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self.process.stdout, selectors.EVENT_READ)
        self._rest = b""
        assert self.line(60) == ["nest"]

    def line(self, seconds: float) -> list[str]:
        """The next line; empty when none came in time."""
        assert self.process.stdout is not None
        end = time.monotonic() + seconds
        while b"\n" not in self._rest:
            left = end - time.monotonic()
            if left <= 0 or not self._selector.select(left):
                return []
            part = os.read(self.process.stdout.fileno(), 65536)
            assert part, "the nest is gone"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode().split(" ")

    def play(self, folder: Path, seed: int, seconds: float) -> Told:
        """Let a player play on a folder, kill it ``seconds`` after it is ready, and tell what it said until then."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"folder": str(folder), "seed": seed}).encode() + b"\n")
        self.process.stdin.flush()
        told, player, end = Told(), 0, time.monotonic() + 60
        while True:
            words = self.line(max(0.0, end - time.monotonic()))
            if not words:
                os.kill(player, signal.SIGKILL)
                end = time.monotonic() + 60
            elif words[0] == "player":
                player = int(words[1])
            elif words[0] == "ready":
                told.node, end = words[1], time.monotonic() + seconds
            elif words[0] == "ack":
                told.acknowledged[words[1]] = int(words[2])
            elif words[0] == "draft":
                told.draft = words[1]
            elif words[0] == "fault":
                told.fault = " ".join(words)
            elif words[0] == "gone":
                assert (int(words[1]), told.fault) == (-signal.SIGKILL, "")
                return told

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._selector.close()
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def nest() -> Iterator[Nest]:
    opened = Nest()
    yield opened
    opened.close()


@pytest.fixture
def data(tmp_path: Path, migrated: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    return folder


def everything_holds(folder: Path, told: Told, acknowledged: dict[str, int]) -> None:
    """What must be true of a folder whose desk was killed."""
    assert holder_of(folder) is None
    connection = connect(folder / FILE_NAME, write=True)
    try:
        all_there(connection, acknowledged)
        nothing_half(connection)
        verdict = verify(connection)
        assert verdict.whole, verdict
        before = canonical_digest(connection)
        rebuilt = rebuild(connection, index=False)
        assert (rebuilt.changed, rebuilt.digest) == (0, before)
        if told.draft:
            kept = connection.execute("SELECT text FROM draft WHERE key = 'phone note'").fetchone()[0]
            assert int(kept) >= int(told.draft)
    finally:
        connection.close()
    identity = load_identity(folder)
    assert identity is not None
    assert identity.node == told.node


def all_there(connection: Connection, acknowledged: dict[str, int]) -> None:
    found = dict(connection.execute("SELECT command, count(*) FROM event GROUP BY command").fetchall())
    lost = {command: events for command, events in acknowledged.items() if found.get(command, 0) != events}
    assert lost == {}


def nothing_half(connection: Connection) -> None:
    """Each command's events are all there, the last one signed, and each private part lies beside its event."""
    sql = (
        "SELECT command FROM event GROUP BY node, command HAVING count(*) <> max(command_index) + 1"
        " OR max(CASE WHEN sig IS NULL THEN -1 ELSE command_index END) <> max(command_index)"
    )
    assert connection.execute(sql).fetchall() == []
    sql = (
        "SELECT count(*) FROM event e LEFT JOIN private p ON p.node = e.node AND p.seq = e.seq"
        " WHERE (e.private_digest IS NULL) <> (p.seq IS NULL) AND e.subject NOT IN"
        " (SELECT subject FROM event WHERE kind LIKE '%.private_erased')"
    )
    assert connection.execute(sql).fetchone() == (0,)


def killed_again_and_again(nest: Nest, folder: Path, seed: int, kills: int) -> int:
    chance = random.Random(seed)
    acknowledged: dict[str, int] = {}
    nodes = set()
    for turn in range(10 * kills):
        if turn >= kills and len(acknowledged) > ENOUGH:
            break
        told = nest.play(folder, seed * 1000 + turn, chance.choice((0.0, chance.random() * LONGEST_S)))
        acknowledged |= {command: events for command, events in told.acknowledged.items() if events}
        everything_holds(folder, told, acknowledged)
        nodes.add(told.node)
    lock = FolderLock.take(folder)  # freed with the process, and it says how the folder was left
    assert lock.left_open
    lock.release()
    assert len(nodes) == 1
    return len(acknowledged)


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_random_moments(nest: Nest, data: Path, seed: int) -> None:
    assert killed_again_and_again(nest, data, seed, KILLS) > ENOUGH


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1040))
def test_killed_hundreds_of_times(nest: Nest, data: Path, seed: int) -> None:
    assert killed_again_and_again(nest, data, seed, 10) > ENOUGH


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_killed_while_the_folder_is_made(nest: Nest, tmp_path: Path, seed: int) -> None:
    """From nothing: the schema, the identity, the introduction, the founding."""
    folder = tmp_path / "data"
    chance = random.Random(seed)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    code = (
        "import sys; from pathlib import Path; from commandcenter.desk.door import open_door;"
        "from commandcenter.desk.clock import SystemClock; import commandcenter.journal.tables, alembic.command;"
        "print('begin', flush=True); open_door(Path(sys.argv[1]), SystemClock().now)"
    )
    for _ in range(4):
        child = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, env=environment)
        assert child.stdout is not None
        assert child.stdout.readline() == b"begin\n"
        try:
            child.wait(chance.random() * 0.6)
        except subprocess.TimeoutExpired:
            child.kill()
        child.wait()
        child.stdout.close()
    told = nest.play(folder, seed, 0.3)
    everything_holds(folder, told, told.acknowledged)

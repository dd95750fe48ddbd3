"""The process that is killed: plays an incident on a data folder and says what was acknowledged, after it was.

Started once, it forks a player for each order on its standard input, because loading the program takes longer than playing.
A player writes lines to standard output, each in one piece: ``ready NODE``, ``ack COMMAND EVENTS``, ``draft TEXT``. It never
ends by itself.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import Future
from pathlib import Path
from random import Random

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done, Engine, Outcome, Request
from commandcenter.desk.writer import Writer
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE, FoundOffice
from commandcenter.journal import indexing, log
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.ids import uuid7
from commandcenter.journal.initials import initials
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.status import StatusReader
from random_commands import RandomCommands
from small_office import records

WALL = SystemClock().now
GROUP = 6


def say(*words: object) -> None:
    """One line, written at once: a kill leaves a whole line or none."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Seen:
    """What the sender of random commands sees, through a reader of its own."""

    def __init__(self, folder: Path) -> None:
        self.connection = connect(folder / FILE_NAME)
        self.status = StatusReader(self.connection)

    @property
    def now(self) -> int:
        return WALL()

    def subjects(self, prefix: str) -> list[str]:
        if prefix:
            return log.subjects_below(self.connection, prefix)
        return [subject for (subject,) in self.connection.execute("SELECT DISTINCT subject FROM event")]

    def entries(self) -> list[str]:
        sql = "SELECT node || ':' || seq FROM event ORDER BY rowid DESC LIMIT 20"
        return [text for (text,) in self.connection.execute(sql)]


def no_changes(changes: Changes) -> None:
    """Nobody watches here."""


def fault(error: BaseException) -> None:
    """A fault of ours ends the player with a trace, and the test with it."""
    say("fault", repr(error).replace("\n", " "))
    os._exit(3)


def play(folder: Path, seed: int) -> None:
    """Play until killed."""
    chance = Random(seed)
    door = open_door(folder, WALL)
    assert isinstance(door, OwnDoor)
    writer = Writer(door.engine, no_changes, fault)
    say("ready", door.engine.journal.node)
    if not door.engine.journal.folded(OFFICE).state.known:
        acknowledged(writer, [FoundOffice(records=records())])
    seen = Seen(folder)
    sender = RandomCommands(chance, seen)
    waiting: list[Command] = sender.opening()
    while True:
        group = [waiting.pop(0) if waiting else sender.next() for _ in range(chance.randint(1, GROUP))]
        acknowledged(writer, group)
        housekeep(writer, chance)


def acknowledged(writer: Writer, commands: list[Command]) -> None:
    """Send commands together and say of each what the desk says: that it is on the disk."""
    sent: list[tuple[Request, Future[Outcome]]] = []
    for command in commands:
        request = Request(command, uuid7(WALL()))
        sent.append((request, writer.submit(request)))
    for request, future in sent:
        outcome = future.result()
        if isinstance(outcome, Done):
            say("ack", request.id, len(outcome.subjects))


def housekeep(writer: Writer, chance: Random) -> None:
    """What a desk does beside its commands."""
    pick = chance.random()
    if pick < 0.2:
        text = f"{WALL()}"

        def keep(engine: Engine) -> None:
            engine.save_draft("phone note", text)

        writer.run(keep).result()
        say("draft", text)
    elif pick < 0.3:
        writer.run(lambda engine: indexing.index_batch(engine.journal.connection, 5)).result()
    elif pick < 0.35:
        writer.run(lambda engine: engine.journal.checkpoint()).result()
    elif pick < 0.4:
        writer.run(lambda engine: engine.journal.save_high_water()).result()


def main() -> None:
    """Fork a player for each order; wait until it is gone."""
    initials("某")  # loads its dictionary, which takes a second
    say("nest")
    for line in sys.stdin:
        order = json.loads(line)
        player = os.fork()
        if player == 0:
            try:
                play(Path(order["folder"]), int(order["seed"]))
            finally:
                os._exit(4)
        say("player", player)
        _, status = os.waitpid(player, 0)
        say("gone", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()

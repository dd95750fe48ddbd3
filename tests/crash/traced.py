"""A player for the system call tracer: writes some commands one after another and says each acknowledgement.

The second argument may be ``careless``: then the journal is told not to wait for the disk, so that the test can see that
its looking finds it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done, Request
from commandcenter.desk.writer import Writer
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.record import AmendRecord
from commandcenter.journal.ids import uuid7
from small_office import records

COMMANDS = 25


def main() -> None:
    """Play and end."""
    wall = SystemClock().now
    door = open_door(Path(sys.argv[1]), wall)
    assert isinstance(door, OwnDoor)
    if sys.argv[2] == "careless":
        door.engine.journal.connection.execute("PRAGMA synchronous=OFF")
    assert isinstance(door.submit(FoundOffice(records=records())), Done)
    writer = Writer(door.engine, lambda changes: None, lambda error: os._exit(3))
    os.write(1, b"ready\n")
    for count in range(COMMANDS):
        command = AmendRecord(subject="person/P1", words={"name": f"甲{count}"})
        outcome = writer.submit(Request(command, uuid7(wall()))).result()
        assert isinstance(outcome, Done)
        os.write(1, f"ack {outcome.changes.position}\n".encode())
    writer.stop()
    door.close()


if __name__ == "__main__":
    main()

"""A workstation that does nothing but tick, in a process of its own: it tells each tick that is on the disk, until it is killed.

Run as a script: ``python ticking.py FOLDER NOW``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from commandcenter.desk.engine import Done, Engine, Request
from commandcenter.desk.ticker import raising
from commandcenter.domain.command import Batch, Who
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.reading.incidents import IncidentReader


def tick(journal: Journal, now: int, most: int = 100) -> int:
    """One tick as the desk does it; how many thresholds it found."""
    due = IncidentReader(journal.connection).due(now)[:most]
    commands = raising(due, "P7", "P9")
    if commands:
        batch = Batch(commands=tuple(command for _, command in commands), channel="system")
        key = f"tick:{commands[0][0]}:{len(commands)}:{now}"
        outcome = Engine(journal, lambda: now).execute_all([Request(batch, key, Who(role="system", seat=journal.node))])
        assert isinstance(outcome[0], Done), outcome
    return len(commands)


def main() -> None:
    """Tick until nothing is left to raise."""
    folder, now = Path(sys.argv[1]), int(sys.argv[2])
    journal = open_journal(folder, lambda: now)
    print("open", flush=True)
    while tick(journal, now, 7):
        print("ticked", flush=True)
    print("idle", flush=True)


if __name__ == "__main__":
    main()

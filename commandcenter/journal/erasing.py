"""Erasing personal data for good: its rows now, and once more when older data was restored.

Each erasure is also remembered in a file beside the database, without personal data, because a restored copy may be older.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from commandcenter.domain.command import Draft, Who
from commandcenter.domain.event import Event
from commandcenter.journal import log
from commandcenter.journal.database import Connection

FILE_NAME = "erasures.jsonl"
ID_LENGTH = 32
"""Random ids are at least so long; a shorter key could stand in the name of a draft by chance."""


class Writer(Protocol):
    """What erasing once more needs of the journal, which itself erases through here."""

    folder: Path
    connection: Connection

    @property
    def node(self) -> str: ...
    def folded(self, subject: str) -> Any: ...
    def stage(self, command: str, who: Who, drafts: Sequence[Draft], *, channel: str = "") -> object: ...
    def commit(self) -> object: ...


def erase_private(connection: Connection, subject: str, up_to: Mapping[str, int]) -> None:
    """Delete the private rows of a subject's events up to the given heads, and what was typed about it and never sent."""
    key = subject.partition("/")[2].partition("/")[0]
    if len(key) >= ID_LENGTH:
        connection.execute("DELETE FROM draft WHERE instr(key, ?)", (key,))
    for node, seq in up_to.items():
        connection.execute(
            "DELETE FROM private WHERE node = ? AND seq <= ? AND seq IN"
            " (SELECT seq FROM event WHERE subject = ? AND node = ?)",
            (node, seq, subject, node),
        )


def remember(folder: Path, event: Event) -> None:
    """Keep an erasure outside the database too. Raises ``OSError``.

    Written before the commit; ``node`` tells an erasure that was never committed from one that a restore took back.
    """
    told = {name: getattr(event, name) for name in ("node", "subject", "kind", "mode")}
    line = json.dumps(told | {"body": json.loads(event.body)})
    with (folder / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")  # on a line of its own, also after half a line
        file.flush()
        os.fsync(file.fileno())


def _remembered(folder: Path) -> Iterator[Mapping[str, Any]]:
    try:
        lines = (folder / FILE_NAME).read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return
    for line in dict.fromkeys(lines):
        try:
            yield json.loads(line)
        except ValueError:
            continue  # half a line: the process died while writing it, and so before the commit


def erase_again(journal: Writer) -> bool:
    """Erase once more what had been erased by law, when the data was restored from before that; whether there was anything.

    Raises ``Trouble``.
    """
    erased = False
    for told in _remembered(journal.folder):
        if told.get("node") == journal.node:
            continue  # restored data goes on under a new node, so ours either stands or was never committed
        subject, body = told["subject"], told["body"]
        facts = log.facts_of(journal.connection, subject)
        done = [fact.body.get("up_to") for fact in facts if fact.kind == told["kind"]]
        if body["up_to"] not in done and journal.folded(subject).heads:
            draft = Draft(subject=subject, kind=told["kind"], body=body, mode=told["mode"])
            journal.stage(f"erase-again-{subject}-{body['up_to']}", Who(seat=journal.node), [draft], channel="system")
            journal.commit()
            erased = True
    return erased

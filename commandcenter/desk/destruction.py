"""The dates of personal data: which incidents hold some, until when, and what is destroyed today (domain.md 3.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain import privacy
from commandcenter.domain.privacy import Privacy
from commandcenter.domain.privacy_acts import DestroyPersonalData
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.trouble import telling

COPIES = (".pdf", ".docx")
"""What printed files end with."""
NOT_OURS = ("backups", "before-restore")
"""Folders that are not walked: a backup that is restored is erased again when it is opened."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """An ended incident in the list: until when its personal data may be kept (epoch milliseconds; None without a limit)."""

    whistle: Whistle
    privacy: Privacy
    ended_at: int
    due_at: int | None


def lines(read: Read, reference: Reference) -> list[DueLine]:
    """Every ended incident, those whose personal data are still there first, by the date they have to be destroyed."""
    limit = reference.limit(privacy.DESTROY)
    found = []
    for whistle, state in read.privacy.ended():
        end = privacy.ended_at(whistle)
        if end is not None:
            due = privacy.due_at(whistle, state, limit.milliseconds) if limit is not None else None
            found.append(DueLine(whistle, state, end, due))
    return sorted(found, key=lambda line: (line.privacy.destroyed_at is not None, line.due_at or 0, line.whistle.id))


def destruction_of(read: Read, whistle: str) -> DestroyPersonalData:
    """The command that destroys the personal data of an incident, with what belongs to it."""
    return DestroyPersonalData(whistle=whistle, matters=tuple(read.privacy.matters(whistle)))


def due_now(read: Read, reference: Reference, now: int) -> list[DestroyPersonalData]:
    """What two people have signed and whose date has come."""
    return [
        destruction_of(read, line.whistle.id)
        for line in lines(read, reference)
        if line.privacy.stage == "signed" and line.due_at is not None and line.due_at <= now
    ]


def remove_copies(progress: Callable[[int, int], None], folder: str, key: str, number: str) -> int:
    """Delete the printed files of an incident that lie in the data folder, known by its number in their names.

    Answers how many went. Raises ``Trouble``.
    """
    own = re.compile(rf"(?<![演\-\w]){re.escape(number)}(?!\d)")
    gone = 0
    for path in sorted(Path(folder).rglob("*")):
        inside = path.relative_to(folder).parts
        if inside[0] in NOT_OURS or path.suffix.lower() not in COPIES or not own.search(path.name):
            continue
        with telling(path):
            path.unlink()
        gone += 1
        progress(gone, gone)
    return gone

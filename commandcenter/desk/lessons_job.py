"""Learning from closed cases, in a child process: counts, and the file they are kept in beside the data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commandcenter.desk.read import Read
from commandcenter.domain import who_learned
from commandcenter.domain.office import OFFICE
from commandcenter.exchange.tables import appearing_whole
from commandcenter.journal.database import key_from
from commandcenter.journal.trouble import telling

Progress = Callable[[int, int], None]

FILE = "lessons.json"
"""The file beside the data. It is written only where the data lie in plain: an office that encrypts them learns anew in each session."""


def learn(progress: Progress, folder: str, key: str, now: int) -> dict[str, Any]:
    """Count the newest closed cases and keep what was learned. The result is the model as plain values, with ``split``,
    how many cases there are of each category, and ``office``, the id of the office they are of. Raises ``Trouble`` as files do.
    """
    progress(0, 1)
    read = Read(Path(folder), key_from(key))
    try:
        model = who_learned.learn(read.lessons.closed(), now)
        split = read.lessons.by_category()
        office = read.reference.records("office").get(OFFICE.partition("/")[2])
    finally:
        read.close()
    told = who_learned.to_plain(model) | {
        "split": split,
        "office": str(office.get("id", "")) if office is not None else "",
    }
    target = Path(folder) / FILE
    if not key:
        with telling(target), appearing_whole(target) as file:
            file.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())
    progress(1, 1)
    return told

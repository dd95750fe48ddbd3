"""The review as it would be signed now, made in the child process that presses documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from commandcenter.desk.printing_job import Progress, document_data
from commandcenter.desk.read import Read
from commandcenter.journal.codec import to_json
from commandcenter.journal.database import key_from
from commandcenter.reporting.review import content_digest


def version_to_sign(
    progress: Progress, folder: str, key: str, whistle: str, *, printed_by: str = "", now: int | None = None
) -> dict[str, Any]:
    """What the review of a whistle (its id) says now: ``content`` (JSON), ``digest`` of it, ``vector`` of the journal.

    Raises as ``print_document`` does.
    """

    progress(0, 1)
    read = Read(Path(folder), key_from(key))
    try:
        vector = ",".join(f"{node}:{seq}" for node, seq in sorted(read.status.vector().items()))
    finally:
        read.close()
    data, _ = document_data(folder, key, "review", f"whistle/{whistle}", printed_by=printed_by, now=now)
    progress(1, 1)
    return {"content": to_json(data), "digest": content_digest(data), "vector": vector}

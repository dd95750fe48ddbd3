"""Where backups may lie: can it be written to, is it another disk than the data, how much room is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from commandcenter.desk.folder import free_bytes, network_reason
from commandcenter.desk.read import Read
from commandcenter.journal.trouble import Trouble, telling


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of a place for backups.

    ``network`` names the network file system it lies on, empty for a disk; ``free`` is in bytes; ``trouble`` says why
    nothing can be written there.
    """

    place: str
    whole_path: bool = True
    same_disk: bool = False
    network: str = ""
    free: int = 0
    trouble: Trouble | None = None

    @property
    def usable(self) -> bool:
        """Whether backups can be written there."""
        return self.whole_path and self.trouble is None


def look_at_place(data: Path, place: str) -> Callable[[Read], PlaceFacts]:
    """The question what a place is worth for the backups of ``data``; its folder is made when it is not there yet.

    It is for a background read: a place on the network may take its time.
    """

    def look(_read: Read) -> PlaceFacts:
        target = Path(place).expanduser()
        if not target.is_absolute():
            return PlaceFacts(place, whole_path=False)
        try:
            with telling(target):
                target.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=target) as trial:
                    trial.write(b"trial")
                same = os.stat(target).st_dev == os.stat(data).st_dev
        except Trouble as trouble:
            return PlaceFacts(str(target), trouble=trouble)
        return PlaceFacts(str(target), same_disk=same, network=network_reason(target), free=free_bytes(target))

    return look

"""The one door to write through, for processes without a window: the running desk's socket, or the folder's own lock."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from commandcenter.desk.engine import Done, Engine, NotSaved, Outcome, RefusedBy, Request
from commandcenter.desk.folder import FolderLock, holder_of
from commandcenter.desk.link import LinkClient
from commandcenter.desk.settings import load_settings
from commandcenter.domain.command import Command, Who
from commandcenter.domain.refusal import Refused
from commandcenter.journal.backup import before_migration
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import open_journal
from commandcenter.journal.trouble import Trouble

LOOKS = 40
LOOK_AGAIN_S = 0.05


class Door(Protocol):
    """Where commands go. ``remote`` tells that a window is open on the folder."""

    remote: bool

    def submit(self, command: Command, who: Who | None = None) -> Outcome: ...

    def tell(self, what: str) -> None:
        """Tell the running desk something (``reread``, ``raise``); nothing happens when there is none."""

    def close(self) -> None: ...


def submit_through(
    folder: Path, wall: Callable[[], int], command: Command, who: Who | None = None, *, key: bytes | None = None
) -> Done:
    """Send one command through the door of a folder. Raises ``Refused`` and ``Trouble``, as the one or the other is at fault."""
    door = open_door(folder, wall, key=key)
    try:
        outcome = door.submit(command, who)
    finally:
        door.close()
    if isinstance(outcome, RefusedBy):
        raise Refused(outcome.code, **outcome.facts)
    if isinstance(outcome, NotSaved):
        raise Trouble(outcome.code, **outcome.facts)
    return outcome


class OwnDoor:
    """This process holds the lock and writes itself."""

    remote = False

    def __init__(self, lock: FolderLock, engine: Engine) -> None:
        self._lock = lock
        self.engine = engine

    def submit(self, command: Command, who: Who | None = None) -> Outcome:
        return self.engine.execute(command, who)

    def tell(self, what: str) -> None:
        return None

    def close(self) -> None:
        self.engine.journal.close()
        self._lock.release()

    def __enter__(self) -> OwnDoor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class DeskDoor:
    """A window is open on the folder: commands go to it."""

    remote = True

    def __init__(self, client: LinkClient, wall: Callable[[], int]) -> None:
        self._client = client
        self._wall = wall

    def submit(self, command: Command, who: Who | None = None) -> Outcome:
        return self._client.submit(Request(command, uuid7(self._wall()), who))

    def tell(self, what: str) -> None:
        self._client.ask(what)

    def close(self) -> None:
        self._client.close()


def open_door(folder: Path, wall: Callable[[], int], *, key: bytes | None = None) -> Door:
    """The door of a folder: through the desk that holds it, else by its lock. Raises ``Trouble``.

    A desk that is just opening or closing is waited for.
    """
    for _ in range(LOOKS):
        holder = holder_of(folder)
        if holder is not None and holder.address:
            return DeskDoor(LinkClient(holder, folder), wall)
        if holder is None:
            break
        time.sleep(LOOK_AGAIN_S)
    lock = FolderLock.take(folder)
    try:
        backups = Path(load_settings(folder).backup_folder or folder / "backups")
        saved = before_migration(folder, backups, wall, key=key)
        return OwnDoor(lock, Engine(open_journal(folder, wall, key=key, before_migration=saved), wall))
    except BaseException:
        lock.release()
        raise

"""A desk on a small founded office, with a clock set by hand. Fixtures for tests of the desk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk, Ticket
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done, Outcome
from commandcenter.domain.command import Command
from commandcenter.domain.office import FoundOffice
from commandcenter.journal.database import FILE_NAME
from pytestqt.qtbot import QtBot
from small_office import records
from tests.conftest import NOW


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """A folder with the small office, founded once."""
    folder = tmp_path_factory.mktemp("small") / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    door = open_door(folder, SetClock(NOW).now)
    try:
        assert isinstance(door.submit(FoundOffice(records=records())), Done)
    finally:
        door.close()
    return folder


@pytest.fixture
def clock() -> SetClock:
    """It stands in a July night until a test moves it."""
    return SetClock(NOW)


@pytest.fixture
def office_of_its_own(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the office of this test alone."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(small_folder / FILE_NAME, folder)
    return folder


@pytest.fixture
def desk(qtbot: QtBot, office_of_its_own: Path, clock: SetClock) -> Iterator[Desk]:
    """A desk at work."""
    opened = Desk(office_of_its_own, clock)
    opened.open()
    yield opened
    opened.close()


class Hand:
    """Sends commands and waits for the answer; keeps what the desk told."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.desk = desk
        self.changes: list[Any] = []
        self.unsaved: list[Ticket] = []
        self._qtbot = qtbot
        desk.changed.connect(self.changes.append)
        desk.not_saved.connect(self.unsaved.append)

    def until(self, holds: Callable[[], object], timeout: int = 10_000) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=timeout)

    def answered(self, ticket: Ticket) -> Outcome:
        """The answer to a ticket."""
        self.until(lambda: ticket.outcome is not None)
        assert ticket.outcome is not None
        return ticket.outcome

    def send(self, command: Command) -> Outcome:
        """Send a command; its answer."""
        return self.answered(self.desk.submit(command))

    def do(self, command: Command) -> Done:
        """Send a command that must succeed."""
        outcome = self.send(command)
        assert isinstance(outcome, Done), outcome
        return outcome

    def job(self, job: Any) -> Any:
        """Wait for a job that must succeed; its result."""
        ends: list[tuple[str, Any]] = []
        job.done.connect(lambda value: ends.append(("done", value)))
        job.failed.connect(lambda value: ends.append(("failed", value)))
        self.until(lambda: ends, timeout=30_000)
        assert ends[0][0] == "done", ends
        return ends[0][1]


@pytest.fixture
def hand(qtbot: QtBot, desk: Desk) -> Hand:
    """A hand at the desk."""
    return Hand(qtbot, desk)

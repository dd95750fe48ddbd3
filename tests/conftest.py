"""Fixtures for everybody: a clock that is set by hand, and a journal in a folder of its own that was migrated once."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.clock import CHINA, epoch_ms
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.migrate import migrate
from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("search", parent=settings.get_profile("suite"), derandomize=False, max_examples=2000)
settings.load_profile("suite")
"""The suite tries the same examples each time; ``--hypothesis-profile=search`` looks for new ones."""


def pytest_collection_finish() -> None:
    """What was loaded with the tests stays to the end: it is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()


NOW = epoch_ms(datetime(2026, 7, 16, 21, 47, 12, tzinfo=CHINA))
"""A night shift in July, a Thursday."""


class Wall:
    """A wall clock that stands where it was set. Calling it tells epoch milliseconds."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def set(self, year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
        """Put it to an office time; returns that instant."""
        self.now = epoch_ms(datetime(year, month, day, hour, minute, tzinfo=CHINA))
        return self.now

    def advance(self, milliseconds: int) -> int:
        """Let time pass; returns the new instant."""
        self.now += milliseconds
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database at the current schema, with nobody introduced in it yet."""
    path = tmp_path_factory.mktemp("migrated") / FILE_NAME
    migrate(path)
    return path


@pytest.fixture
def folder(tmp_path: Path, migrated: Path) -> Path:
    """A data folder that is ready to be opened without migrating."""
    place = tmp_path / "data"
    place.mkdir()
    shutil.copy(migrated, place / FILE_NAME)
    return place


@pytest.fixture
def journal(folder: Path, wall: Wall) -> Iterator[Journal]:
    opened = open_journal(folder, wall)
    yield opened
    opened.close()


@pytest.fixture
def engine(journal: Journal, wall: Wall) -> Engine:
    return Engine(journal, wall)

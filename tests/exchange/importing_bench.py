"""Fixtures of import and export, to be imported by name: a founded office in a folder, and a workbook to bring in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.command import Command
from commandcenter.domain.office import FoundOffice
from commandcenter.exchange.importing import Choice, Prepared, Progress, Report, prepare, rehearse, run
from commandcenter.exchange.rows import Reference
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.foreign import ForeignReader
from dirty_workbook import REAL, Expected, dirty_workbook, real_workbook

from conftest import Wall

OFFICE = FoundOffice(records=(("office/main", {"name": "青榆街道", "id": "test"}, {}),))


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


class Bench:
    """A folder with an office in it, and imports into it."""

    def __init__(self, folder: Path, engine: Engine, wall: Wall) -> None:
        self.folder = folder
        self.engine = engine
        self.wall = wall
        self.sent: list[Command] = []

    def submit(self, command: Command) -> Any:
        """Execute a command, which must go through, and remember it."""
        self.sent.append(command)
        outcome = self.engine.execute(command)
        assert isinstance(outcome, Done), outcome
        return outcome.report

    def bring_in(
        self,
        path: Path,
        choice: Choice | None = None,
        *,
        reference: Reference | None = None,
        progress: Progress = silent,
        submit: Callable[[Command], Any] | None = None,
        alone: bool = True,
        dry_run: bool = False,
    ) -> Report:
        """Import, or rehearse it."""
        prepared: Prepared = prepare(path, choice or Choice())
        connection = connect(self.folder / FILE_NAME)
        try:
            standing = ForeignReader(connection)
            if dry_run:
                return rehearse(prepared, reference or Reference(), standing, now=self.wall(), progress=progress)
            return run(
                prepared,
                reference or Reference(),
                standing,
                submit or self.submit,
                now=self.wall(),
                steady=self.wall,
                alone=alone,
                progress=progress,
                batch="test",
            )
        finally:
            connection.close()

    def rows(self, columns: str = "source_number, title") -> list[tuple[Any, ...]]:
        """Columns of all cases, in the order of their source numbers."""
        sql = f"SELECT {columns} FROM case_row ORDER BY source_number, received_at, title"
        return [tuple(row) for row in self.engine.journal.connection.execute(sql)]


@pytest.fixture
def bench(folder: Path, wall: Wall) -> Iterator[Bench]:
    door = open_door(folder, wall)
    assert isinstance(door, OwnDoor)
    assert isinstance(door.submit(OFFICE), Done)
    yield Bench(folder, door.engine, wall)
    door.close()


@pytest.fixture(scope="session")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    """The small workbook of the same dirt."""
    return dirty_workbook(tmp_path_factory.mktemp("workbook") / "留言.xlsx")


@pytest.fixture(params=["small", "real"])
def workbook(request: pytest.FixtureRequest, dirty: Expected) -> Expected:
    """The small workbook, and the real one where it lies beside the checkout."""
    if request.param == "small":
        return dirty
    if not REAL.exists():
        pytest.skip("the real workbook is not here")
    return real_workbook()

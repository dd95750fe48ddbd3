"""Import and export as the window's child process and the command line run them: beside an open desk, killed, repeated."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.folder import FolderLock
from commandcenter.desk.importing_job import export_cases, import_categories, import_workbook, preview_workbook
from commandcenter.desk.link import LinkServer, answer_submit
from commandcenter.desk.writer import Writer
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.journal import indexing, verify
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.journal import open_journal
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.rebuild import rebuild
from openpyxl import load_workbook

WALL = SystemClock().now
OFFICE = FoundOffice(records=(("office/main", {"name": "青榆街道", "id": "test"}, {}),))
FILE = "留言.csv"


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def founded(folder: Path) -> str:
    door = open_door(folder, WALL)
    assert isinstance(door.submit(OFFICE), Done)
    door.close()
    return str(folder)


def many(path: Path, count: int) -> str:
    lines = ["留言编号,留言主题,留言时间,留言详情"]
    lines += [f"{2000 + place},题目{place},2019/2/28 11:25:05,槐序一巷第{place}件。" for place in range(count)]
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def count(folder: str) -> int:
    connection = connect(Path(folder) / FILE_NAME)
    try:
        return int(connection.execute("SELECT count(*) FROM case_row").fetchone()[0])
    finally:
        connection.close()


def test_the_report_is_kept_beside_the_data_under_a_name_of_ours(founded: str, tmp_path: Path) -> None:
    path = many(tmp_path / "..名字?.csv", 30)
    told = import_workbook(silent, founded, "", path, {})
    assert (told["created"], told["already_there"], told["rejected"]) == (30, 0, [])
    kept = Path(founded) / told["report"]
    assert kept.parent == Path(founded) / "imports"
    assert kept.name.removesuffix(".json").replace("-", "").isdigit()
    assert json.loads(kept.read_text("utf-8")) == told
    assert [place.name for place in kept.parent.iterdir()] == [kept.name]


def test_what_was_imported_can_be_searched_at_once(founded: str, tmp_path: Path) -> None:
    import_workbook(silent, founded, "", many(tmp_path / FILE, 30), {})
    connection = connect(Path(founded) / FILE_NAME)
    assert indexing.lag(connection) == 0
    assert CaseReader(connection).search_count("槐序") == 30
    connection.close()


def test_a_dry_run_and_a_preview_leave_the_folder_as_it_was(founded: str, tmp_path: Path) -> None:
    path = many(tmp_path / FILE, 30)
    told = import_workbook(silent, founded, "", path, {"dry_run": True})
    assert (told["created"], told["dry_run"]) == (30, True)
    assert preview_workbook(silent, founded, "", path, {"most": 5})["sheets"][0]["good"] == 30
    assert count(founded) == 0
    assert not (Path(founded) / "imports").exists()


def test_a_wrong_file_does_not_even_make_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    for job in (import_workbook, import_categories):
        with pytest.raises(Refused, match="not_a_workbook"):
            job(silent, str(tmp_path / "fresh"), "", str(tmp_path / "a.xlsx"), {})
    assert not (tmp_path / "fresh").exists()


def test_categories_and_who_brought_them(founded: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("一级分类,二级分类\n城乡建设,路灯\n城乡建设,井盖\n", "utf-8")
    assert import_categories(silent, founded, "", str(path), {"dry_run": True})["created"] == 2
    told = import_categories(silent, founded, "", str(path), {"who": {"actor": "P1", "role": "admin"}})
    assert (told["created"], import_categories(silent, founded, "", str(path), {})["already_there"]) == (2, 2)
    connection = connect(Path(founded) / FILE_NAME)
    found = connection.execute("SELECT DISTINCT actor, role FROM event WHERE kind = 'category.listed'").fetchall()
    connection.close()
    assert found == [("P1", "admin")]


def test_an_export_holds_what_the_list_shows(founded: str, tmp_path: Path) -> None:
    import_workbook(silent, founded, "", many(tmp_path / FILE, 30), {})
    target = tmp_path / "out.xlsx"
    told = export_cases(silent, founded, "", str(target), {"view": "history"})
    assert told == {"cases": 30, "path": str(target), "masked": True}
    sheet = load_workbook(target).active
    assert sheet is not None
    assert sheet.max_row == 31
    assert export_cases(silent, founded, "", str(tmp_path / "open.csv"), {"view": "open"})["cases"] == 0


# --- beside an open desk ---------------------------------------------------------------------------------------------


class OpenDesk:
    """A desk without its window: lock, writer thread, local socket."""

    def __init__(self, folder: str) -> None:
        self.told: list[str] = []
        self._lock = FolderLock.take(Path(folder))
        self._journal = open_journal(Path(folder), WALL)
        self._writer = Writer(Engine(self._journal, WALL), lambda changes: None, lambda error: None)
        self._server = LinkServer(self._lock.token, self._answer)
        self._lock.publish(self._server.address)

    def _answer(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        self.told.append(str(told["ask"]))
        if told["ask"] == "submit":
            return answer_submit(told, lambda request: self._writer.submit(request).result())
        return {"is": "done"}

    def close(self) -> None:
        self._server.close()
        self._writer.stop()
        self._journal.close()
        self._lock.release()


@pytest.fixture
def desk(founded: str) -> Iterator[OpenDesk]:
    opened = OpenDesk(founded)
    yield opened
    opened.close()


def test_an_import_beside_an_open_desk_goes_through_it(desk: OpenDesk, founded: str, tmp_path: Path) -> None:
    path = many(tmp_path / FILE, 120)
    told = import_workbook(silent, founded, "", path, {})
    assert (told["created"], count(founded)) == (120, 120)
    assert desk.told.count("submit") >= 2
    assert desk.told[-1] == "reread"  # the desk shows the cases and indexes them behind
    assert import_workbook(silent, founded, "", path, {})["already_there"] == 120


# --- killed ----------------------------------------------------------------------------------------------------------

_CHILD = """
import sys
from commandcenter.desk.importing_job import import_workbook
from commandcenter.exchange import importing
importing.ALONE = importing.ASKED_AT_ONCE = 100
def progress(done, total):
    print(done, flush=True)
import_workbook(progress, sys.argv[1], "", sys.argv[2], {})
"""


def _killed_after(folder: str, path: str, steps: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, folder, path], stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert child.stdout is not None
    for _ in range(steps):
        child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()


@pytest.mark.slow
@pytest.mark.parametrize("round_", range(4))
def test_a_killed_import_goes_on_where_it_ended(round_: int, founded: str, tmp_path: Path) -> None:
    path = many(tmp_path / FILE, 2000)
    chance = random.Random(round_)
    for _ in range(2):
        before = count(founded)
        _killed_after(founded, path, chance.randint(1, 9))
        assert before <= count(founded) < 2000
    standing = count(founded)
    assert standing % 100 == 0  # whole commands, never half of one
    told = import_workbook(silent, founded, "", path, {})
    assert (told["created"], told["already_there"]) == (2000 - standing, standing)
    connection = connect(Path(founded) / FILE_NAME, write=True)
    assert indexing.lag(connection) == 0
    assert verify.verify(connection).whole
    assert rebuild(connection).changed == 0
    connection.close()

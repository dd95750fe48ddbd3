"""The folder of exports: what is new and whole comes in once, what needs a person is told, nothing there is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.watch_job import MOST_A_LOOK, look_into
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.journal.database import FILE_NAME, connect

HEAD = "工单编号,工单标题,工单内容,受理时间\n"
OFFICE = FoundOffice(records=(("office/main", {"name": "青榆街道", "id": "test"}, {}),))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    door = open_door(folder, lambda: 1_784_000_000_000)
    assert isinstance(door, OwnDoor)
    assert isinstance(door.submit(OFFICE), Done)
    door.close()
    return folder


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    place = tmp_path / "导出"
    place.mkdir()
    return place


class Watcher:
    """Looks again and again, each time with what the last look told."""

    def __init__(self, office: Path, exports: Path) -> None:
        self.office, self.exports = office, exports
        self.before: dict[str, object] = {}

    def look(self) -> dict[str, object]:
        options = {"before": self.before, "now": 1_784_000_000_000}
        told = look_into(lambda done, total: None, str(self.office), "", str(self.exports), options)
        self.before = told["before"]
        return told

    def cases(self) -> int:
        connection = connect(self.office / FILE_NAME)
        try:
            return int(connection.execute("SELECT count(*) FROM case_row").fetchone()[0])
        finally:
            connection.close()


@pytest.fixture
def watcher(office: Path, exports: Path) -> Watcher:
    return Watcher(office, exports)


def put(exports: Path, name: str, *numbers: int) -> Path:
    path = exports / name
    lines = "".join(f"GD-{n},路灯不亮{n},路灯坏了。,2026-06-01 09:00\n" for n in numbers)
    path.write_text(HEAD + lines, "utf-8")
    return path


def test_a_new_file_comes_in_when_it_has_stood_still_for_one_look(watcher: Watcher, exports: Path) -> None:
    put(exports, "a.csv", 1, 2)
    first = watcher.look()
    assert (first["brought"], first["waiting"], watcher.cases()) == ([], 1, 0)
    second = watcher.look()
    assert [one["created"] for one in second["brought"]] == [2]  # type: ignore[attr-defined]
    assert watcher.cases() == 2
    third = watcher.look()
    assert (third["brought"], third["waiting"], watcher.cases()) == ([], 0, 2)


def test_a_file_that_still_grows_waits(watcher: Watcher, exports: Path) -> None:
    path = put(exports, "a.csv", 1)
    watcher.look()
    with path.open("a", encoding="utf-8") as file:
        file.write("GD-2,井盖松动,井盖响。,2026-06-01 10:00\n")
    assert watcher.look()["waiting"] == 1
    assert watcher.cases() == 0
    watcher.look()
    assert watcher.cases() == 2


def test_a_copy_under_another_name_brings_nothing_and_a_newer_export_the_rest(watcher: Watcher, exports: Path) -> None:
    path = put(exports, "a.csv", 1, 2)
    watcher.look()
    watcher.look()
    (exports / "a (1).csv").write_bytes(path.read_bytes())
    put(exports, "b.csv", 2, 3)
    watcher.look()
    told = watcher.look()
    assert [(one["created"], one["already_there"]) for one in told["brought"]] == [(1, 1)]  # type: ignore[attr-defined]
    assert watcher.cases() == 3


def test_what_no_program_can_read_is_told_once_and_left_where_it_is(watcher: Watcher, exports: Path) -> None:
    strange = exports / "说明.csv"
    strange.write_text("本周值班安排\n张三\n", "utf-8")
    watcher.look()
    told = watcher.look()
    assert [(Path(one["file"]).name, one["code"]) for one in told["asking"]] == [  # type: ignore[attr-defined]
        ("说明.csv", "no_usable_columns")
    ]
    assert watcher.look()["asking"] == []
    assert strange.read_text("utf-8").startswith("本周值班安排")


def test_half_written_and_hidden_files_are_none(watcher: Watcher, exports: Path) -> None:
    for name in ("~$a.xlsx", ".a.csv.swp", "a.csv.part", "b.pdf"):
        (exports / name).write_bytes(b"x")
    (exports / "c.csv").mkdir()
    assert watcher.look()["before"] == {}


def test_many_files_come_in_a_few_a_look_the_oldest_first(watcher: Watcher, exports: Path) -> None:
    for number in range(MOST_A_LOOK + 2):
        os.utime(put(exports, f"{9 - number}.csv", number + 1), (1000 + number, 1000 + number))
    watcher.look()
    told = watcher.look()
    names = [Path(one["file"]).name for one in told["brought"]]  # type: ignore[attr-defined]
    assert names == [f"{9 - number}.csv" for number in range(MOST_A_LOOK)]
    assert told["waiting"] == 2
    watcher.look()
    assert watcher.cases() == MOST_A_LOOK + 2


def test_a_folder_that_is_gone_is_a_clear_refusal(watcher: Watcher, exports: Path) -> None:
    exports.rmdir()
    with pytest.raises(Refused) as refused:
        watcher.look()
    assert refused.value.code == "watch_folder_missing"


def test_a_killed_look_loses_and_doubles_nothing(office: Path, exports: Path, watcher: Watcher) -> None:
    put(exports, "a.csv", *range(1, 4001))
    watcher.look()
    code = (
        "import sys, json; from commandcenter.desk.watch_job import look_into;"
        "look_into(lambda d, t: print(d, flush=True), sys.argv[1], '', sys.argv[2], json.loads(sys.argv[3]))"
    )
    options = json.dumps({"before": watcher.before, "now": 1_784_000_000_000})
    call = [sys.executable, "-c", code, str(office), str(exports), options]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        next(line for line in child.stdout if int(line) >= 1000)
        child.kill()
    deadline = time.monotonic() + 60
    while watcher.cases() < 4000 and time.monotonic() < deadline:
        watcher.look()
    assert watcher.cases() == 4000
    watcher.look()
    assert watcher.cases() == 4000

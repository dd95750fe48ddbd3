"""The first look into a file, the rehearsal's choices, and rows as they stand: what a person sees before an import."""

from __future__ import annotations

from pathlib import Path

import pytest
from bad_files import BAD_FILES
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import open_door
from commandcenter.desk.importing_job import export_cases, import_workbook, rehearse_workbook, survey_workbook
from commandcenter.domain.clock import DAY, local
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.survey import rows_of, survey
from commandcenter.journal.trouble import Trouble
from dirty_workbook import Expected, dirty_workbook
from openpyxl import Workbook

NOW = SystemClock().now()


def silent(done: int, total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def dirty(tmp_path: Path) -> Expected:
    return dirty_workbook(tmp_path / "留言.xlsx")


@pytest.fixture
def founded(folder: Path) -> str:
    door = open_door(folder, SystemClock().now)
    door.submit(FoundOffice(records=(("office/main", {"name": "青榆街道", "id": "test"}, {}),)))
    door.close()
    return str(folder)


def recent(path: Path, *days_ago: int) -> Path:
    lines = ["编号,标题,时间"]
    lines += [f"N{days},第{days}天前,{local(NOW - days * DAY):%Y-%m-%d %H:%M:%S}" for days in days_ago]
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_a_survey_tells_sheets_columns_and_cells_as_they_stand(dirty: Expected) -> None:
    told = survey(dirty.path, {})
    first = told["sheets"][0]
    assert [sheet["name"] for sheet in told["sheets"]] == ["Sheet1", "剔除后"]
    assert (first["heading_row"], first["hidden"], first["height"]) == (1, False, 17)
    assert [(c["letter"], c["field"], c["by"]) for c in first["columns"]][:4] == [
        ("A", "number", "heading"),
        ("B", "reporter", "heading"),
        ("C", "title", "heading"),
        ("D", "time", "heading"),
    ]
    assert first["rows"][0] == [
        2,
        [
            "188006",
            "A00010",
            "反映路灯不亮",
            "2019/2/28 11:25:05",
            "院内路灯坏了三天，老人夜里看不清。",
            "0",
            "1",
            "13",
        ],
    ]
    assert 5 not in [number for number, _ in first["rows"]], "an empty row says nothing"


def test_a_survey_refuses_no_sheet_for_its_columns(tmp_path: Path) -> None:
    BAD_FILES["no usable columns"][1](tmp_path / "a.xlsx")
    columns = survey(tmp_path / "a.xlsx", {})["sheets"][0]["columns"]
    assert [(column["heading"], column["field"]) for column in columns] == [("甲", ""), ("乙", "")]


@pytest.mark.parametrize("what", [name for name in BAD_FILES if name not in ("no usable columns", "no time")])
def test_a_bad_file_is_refused_at_the_first_look(what: str, tmp_path: Path) -> None:
    name, make, code = BAD_FILES[what]
    make(tmp_path / name)
    with pytest.raises((Refused, Trouble)) as raised:
        survey(tmp_path / name, {})
    assert raised.value.code == code  # type: ignore[union-attr]


def test_what_was_chosen_before_is_remembered_and_says_so(dirty: Expected) -> None:
    signature = survey(dirty.path, {})["sheets"][0]["signature"]
    told = survey(dirty.path, {signature: {"title": "C", "place": "H", "reporter": ""}})["sheets"][0]["columns"]
    assert [(c["field"], c["by"]) for c in told if c["letter"] in "BCH"] == [
        ("", ""),
        ("title", "heading"),
        ("place", "remembered"),
    ]


def test_long_cells_are_cut(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("标题", "时间"), ("长" * 5000, "2019/1/1")):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    assert len(survey(tmp_path / "a.xlsx", {})["sheets"][0]["rows"][0][1][0]) == 240


def test_whole_rows_are_found_by_their_number(dirty: Expected) -> None:
    told = rows_of(dirty.path, [("Sheet1", 10), ("Sheet1", 9), ("剔除后", 5), ("Sheet1", 999)])
    assert told["Sheet1"][10][3] == "改天再说"
    assert sorted(told["Sheet1"]) == [9, 10]
    assert told["剔除后"][5][0] == "188099"
    assert rows_of(dirty.path, []) == {}


def test_a_rehearsal_tells_ages_and_the_newest_rows_first(founded: str, tmp_path: Path) -> None:
    path = recent(tmp_path / "a.csv", 200, 3, 400, 1)
    told = rehearse_workbook(silent, founded, "", str(path), {"most": 3})
    assert [row["number"] for row in told["offered"]] == ["N1", "N3", "N200"]
    assert [row["recent"] for row in told["offered"]] == [True, True, False]
    assert (told["created"], told["recent"], told["suggests"]) == (4, 2, "history")
    ages = told["ages"]["a"]
    assert (ages["newest"] - ages["oldest"], ages["recent"]) == (399 * DAY, 2)


def test_rows_that_stand_here_are_not_offered_again(founded: str, tmp_path: Path) -> None:
    path = recent(tmp_path / "a.csv", 1, 2)
    assert rehearse_workbook(silent, founded, "", str(path), {})["suggests"] == "live"
    import_workbook(silent, founded, "", str(path), {})
    told = rehearse_workbook(silent, founded, "", str(path), {})
    assert (told["created"], told["already_there"], told["offered"]) == (0, 2, [])
    assert told["ages"]["a"]["recent"] == 2


def test_an_export_can_be_limited_to_days(founded: str, tmp_path: Path) -> None:
    import_workbook(silent, founded, "", str(recent(tmp_path / "a.csv", 1, 10, 20)), {})
    span = {"received_from": NOW - 15 * DAY, "received_until": NOW - 5 * DAY}
    assert export_cases(silent, founded, "", str(tmp_path / "out.csv"), span)["cases"] == 1


def test_a_survey_is_stopped_before_it_begins(dirty: Expected) -> None:
    class Stop(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        survey_workbook(stop, "", "", str(dirty.path), {})

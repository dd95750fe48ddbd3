"""The list as it was shown, in a file: exactly its cases, order and columns; masked; no formula; whole or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.exporting import Names
from commandcenter.exchange.listing import COLUMNS, write_list
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui.cases.columns import COLUMNS as SHOWN
from hypothesis import given, settings
from hypothesis import strategies as st

NOW = 1_784_209_632_000
ROW = CaseRow(
    *(1, "c1", "2026-0716-A0001", "12-3", "hotline", "handling", 1, 0, "urgent", "K1", "J1", "A1", "S1", "A1"),
    *(NOW - 3_600_000, NOW + 7_200_000, "resolve", NOW, NOW + 7_200_000, None, 2, 0, "", "路灯不亮", "砚池胡同"),
)
NAMES = Names({"J1": "砚池胡同", "A1": "槐序社区"}, {"S1": "城管办", "A1": "槐序社区"}, {"K1": "市政/路灯"})


def quiet(_done: int, _total: int) -> None:
    """Nobody looks."""


def written(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_every_column_of_the_screen_can_be_written() -> None:
    assert set(COLUMNS) == set(SHOWN)


@settings(max_examples=40)
@given(
    columns=st.lists(st.sampled_from(sorted(COLUMNS)), min_size=1, unique=True),
    suffix=st.sampled_from((".csv", ".xlsx")),
)
def test_the_columns_stand_in_the_order_of_the_screen(
    tmp_path_factory: pytest.TempPathFactory, columns: list[str], suffix: str
) -> None:
    path = tmp_path_factory.mktemp("out") / f"list{suffix}"
    rows = [replace_row(number=f"N{place}") for place in range(3)]
    assert write_list(path, rows, 3, columns, NAMES, NOW, progress=quiet) == 3
    table = written(path)
    assert table[0] == [COLUMNS[name][0] for name in columns]
    if "number" in columns:
        at = columns.index("number")
        assert [line[at] for line in table[1:]] == ["N0", "N1", "N2"]


def replace_row(**told: object) -> CaseRow:
    return ROW._replace(**told)  # type: ignore[arg-type]


def test_words_of_citizens_are_masked_and_never_a_formula(tmp_path: Path) -> None:
    row = replace_row(title="=1+1 请回电13800138000", place="", place_words="+找 13800138000")
    for masked in (True, False):
        path = tmp_path / "list.csv"
        write_list(path, [row], 1, ["title", "place"], NAMES, NOW, masked=masked, progress=quiet)
        title, place = written(path)[1]
        assert title.startswith("'=")
        assert place.startswith("'+")
        assert ("13800138000" in title) is not masked
        assert ("13800138000" in place) is not masked


def test_what_is_left_is_told_as_at_the_moment_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [ROW, replace_row(next_due=NOW - 26 * 3_600_000), replace_row(stage="suspended"), replace_row(next_due=None)]
    rows.append(replace_row(next_due=NOW + 59_000 * 5))
    write_list(path, rows, 5, ["left"], NAMES, NOW, progress=quiet)
    assert [line[0] if line else "" for line in written(path)[1:]] == [
        "剩2小时",
        "超时1天2小时",
        "计时暂停",
        "",
        "剩4分",
    ]


def test_a_kind_of_file_nobody_reads_and_a_column_nobody_knows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="export_kind_unknown"):
        write_list(tmp_path / "list.pdf", [ROW], 1, ["title"], NAMES, NOW, progress=quiet)
    for columns in (["reporter"], []):
        with pytest.raises(Refused, match="list_column_unknown"):
            write_list(tmp_path / "list.csv", [ROW], 1, columns, NAMES, NOW, progress=quiet)
    assert list(tmp_path.iterdir()) == []


def test_who_stops_it_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_list(tmp_path / "list.xlsx", [ROW] * 600, 600, ["title"], NAMES, NOW, progress=stop)
    assert list(tmp_path.iterdir()) == []

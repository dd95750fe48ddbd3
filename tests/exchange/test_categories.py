"""The category workbook becomes the category tree, and can be read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.domain.category import category_id
from commandcenter.domain.record import ListRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.categories import import_categories, read_categories
from commandcenter.exchange.importing import Report
from commandcenter.journal.reading.reference import ReferenceReader
from dirty_workbook import REAL
from importing_bench import Bench, bench, silent  # noqa: F401
from openpyxl import Workbook

# ruff: noqa: F811  fixtures are imported by name


def table(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def listed(bench: Bench) -> dict[str, tuple[str, ...]]:
    records = ReferenceReader(bench.engine.journal.connection).records("category")
    return {key: tuple(record.get("path")) for key, record in records.items()}


def bring_in(bench: Bench, path: Path) -> Report:
    return import_categories(read_categories(path), set(listed(bench)), bench.submit, silent)


LEVELS = ("一级分类", "二级分类", "三级分类")


def test_three_levels_and_what_merged_cells_leave_out(bench: Bench, tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.xlsx",
        ("分类表",),
        LEVELS,
        ("城乡建设", " 市政 ", "路灯"),
        (None, None, "井盖"),
        (None, "供水", None),
        ("交通", None, None),
        (None, None, "没有上级"),
        ("交通", None, "没有中间"),
        ("城乡建设", "市政", "路灯"),
        ("噪声/社会生活", "酒吧", None),
    )
    report = bring_in(bench, path)
    assert (report.created, report.already_there) == (4, 1)
    assert [tuple(line) for line in report.rejected] == [
        ("Sheet", 7, "level_missing"),
        ("Sheet", 8, "level_missing"),
        ("Sheet", 10, "slash_in_level"),
    ]
    assert set(listed(bench).values()) == {
        ("城乡建设", "市政", "路灯"),
        ("城乡建设", "市政", "井盖"),
        ("城乡建设", "供水"),
        ("交通",),
    }


def test_reading_it_again_lists_nothing_also_when_one_was_retired(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", LEVELS, ("甲", "乙", "丙"), ("甲", "乙", "丁"))
    bring_in(bench, path)
    bench.submit(RetireRecord(subject=f"category/{category_id(('甲', '乙', '丙'))}"))
    report = bring_in(bench, path)
    assert (report.created, report.already_there) == (0, 2)


def test_one_column_of_paths(bench: Bench, tmp_path: Path) -> None:
    bring_in(bench, table(tmp_path / "a.xlsx", ("供排水/道路积水",), ("供排水／管道",)))
    assert set(listed(bench).values()) == {("供排水", "道路积水"), ("供排水", "管道")}


def test_another_desk_may_list_some_meanwhile(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", LEVELS, ("甲", "乙", "丙"), ("甲", "乙", "丁"))
    bench.submit(ListRecord(subject=f"category/{category_id(('甲', '乙', '丙'))}", fields={"path": ["甲", "乙", "丙"]}))

    def submit(command: object) -> object:
        outcome = bench.engine.execute(command)  # type: ignore[arg-type]
        if hasattr(outcome, "code"):
            raise Refused(outcome.code)
        return {}

    report = import_categories(read_categories(path), set(), submit, silent)  # type: ignore[arg-type]
    assert (report.created, report.already_there) == (1, 1)


def test_a_rehearsal_lists_nothing_and_cancel_says_so(bench: Bench, tmp_path: Path) -> None:
    file = read_categories(table(tmp_path / "a.xlsx", LEVELS, ("甲", "乙", "丙")))
    assert import_categories(file, set(), None, silent).to_plain()["created"] == 1
    assert listed(bench) == {}

    def progress(done: int, total: int) -> None:
        raise RuntimeError("stop")

    report = import_categories(file, set(), bench.submit, progress)
    assert (report.cancelled, report.created, listed(bench)) == (True, 0, {})


def test_a_sheet_of_cases_is_no_category_tree(tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", ("编号", "标题", "时间", "内容"), (1, "路灯", "2019/2/28", "坏了"))
    with pytest.raises(Refused, match="no_usable_columns"):
        read_categories(path)
    with pytest.raises(Refused, match="workbook_empty"):
        read_categories(table(tmp_path / "b.xlsx"))


@pytest.mark.skipif(not REAL.exists(), reason="the real workbook is not here")
def test_the_real_tree(bench: Bench) -> None:
    report = bring_in(bench, REAL / "complaint-categories.xlsx")
    assert (report.created, report.already_there, report.rejected) == (517, 0, [])
    assert len(listed(bench)) == 517
    assert bring_in(bench, REAL / "complaint-categories.xlsx").created == 0

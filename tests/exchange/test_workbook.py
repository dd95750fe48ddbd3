"""Opening files: what is no workbook is refused by what it is, and every row keeps the number a spreadsheet shows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from bad_files import BAD_FILES, FILES, cell, open_document, sheet_archive
from commandcenter.domain.refusal import Refused
from commandcenter.exchange import workbook
from commandcenter.exchange.importing import Choice, prepare
from commandcenter.exchange.workbook import open_workbook
from commandcenter.journal.trouble import Trouble
from openpyxl import Workbook as Written


def rows(path: Path, sheet: str = "") -> list[tuple[int, list[object]]]:
    book = open_workbook(path)
    return [(number, list(cells)) for number, cells in book.table(sheet or book.sheets[0].name)]


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_is_refused_with_its_reason(what: str, tmp_path: Path) -> None:
    name, make, code = BAD_FILES[what]
    path = tmp_path / name
    make(path)
    with pytest.raises((Refused, Trouble)) as refused:
        prepare(path, Choice())
    assert refused.value.code == code  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("pdf named xlsx", "pdf"),
        ("picture named xls", "image"),
        ("web page named xls", "page"),
        ("text document", "document"),
        ("other archive", "archive"),
        ("folder", "folder"),
        ("200 MB of zeros", "binary"),
        ("cut off", "damaged"),
    ],
)
def test_the_refusal_says_what_the_file_is(what: str, found: str, tmp_path: Path) -> None:
    name, make, _ = BAD_FILES[what]
    make(tmp_path / name)
    with pytest.raises(Refused) as refused:
        open_workbook(tmp_path / name)
    assert refused.value.facts["found"] == found
    assert refused.value.facts["file"] == name


def test_a_device_is_no_workbook() -> None:
    with pytest.raises(Refused) as refused:
        open_workbook(Path("/dev/zero"))
    assert refused.value.facts["found"] == "device"


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(workbook.MOST_BYTES + 1)
    with pytest.raises(Refused) as refused:
        open_workbook(path)
    assert refused.value.code == "workbook_too_large"


def test_rows_before_the_first_filled_one_count(tmp_path: Path) -> None:
    path = sheet_archive(
        tmp_path / "a.xlsx", '<row r="3"><c r="B3"><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c></row>'
    )
    assert rows(path) == [
        (1, ["", "", ""]),
        (2, ["", "", ""]),
        (3, ["", 1.0, ""]),
        (4, ["", "", ""]),
        (5, ["", "", 2.0]),
    ]


def test_styled_emptiness_far_away_is_no_content(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path = sheet_archive(tmp_path / "a.xlsx", f'<row r="1"><c r="A1"><v>1</v></c></row>{far}')
    assert rows(path) == [(1, [1.0])]


def test_a_formula_gives_its_last_result_and_nothing_is_computed(tmp_path: Path) -> None:
    path = sheet_archive(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><f>1+1</f><v>5</v></c><c r="B1" t="str"><f>HYPERLINK("x")</f></c></row>',
    )
    assert rows(path)[0][1][0] == 5.0


def test_an_old_xls_is_read(tmp_path: Path) -> None:
    found = rows(FILES / "plain.xls")
    assert found[1][1][1:] == ["路灯不亮", "内容甲", datetime(2019, 2, 28, 11, 25)]  # noqa: DTZ001
    assert [number for number, _ in found] == [1, 2, 3]


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    book = Written()
    book.active.append(["标题"])  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    renamed = (tmp_path / "a.xlsx").rename(tmp_path / "b.xls")
    assert rows(renamed) == [(1, ["标题"])]


def test_an_open_document_with_repeated_rows_is_read(tmp_path: Path) -> None:
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rest = blank.replace('"2"', '"1048570"')
    path = open_document(
        tmp_path / "a.ods",
        f"<table:table-row>{cell('标题')}</table:table-row>{blank}<table:table-row>{cell('甲')}</table:table-row>{rest}",
    )
    assert rows(path) == [(1, ["标题"]), (2, [""]), (3, [""]), (4, ["甲"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_text_tables_of_any_make(encoding: str, delimiter: str, tmp_path: Path) -> None:
    lines = [["编号", "标题", "时间"], ["1", "路灯，不亮", "2019/2/28"], [], ["2", "井盖\n缺失", "2019/3/1"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' if "\n" in cell else cell for cell in line) for line in lines)
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert rows(path) == list(enumerate(lines, start=1))


def test_an_unknown_sheet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(Refused, match="sheet_unknown"):
        rows(tmp_path / "a.csv", "别的")

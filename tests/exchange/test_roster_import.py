"""Foreign rosters: what is recognised, what would change, what is doubtful, what cannot be read - and nothing half."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Appointment, Directory, Person, Place
from commandcenter.exchange import roster_file
from commandcenter.exchange.roster_cells import NEW, SKIP, TEXT, Mend, Numbers, people_in, phone_in
from commandcenter.exchange.roster_columns import BY_PERSON, BY_STREET, NOTHING, UNITS
from commandcenter.exchange.roster_export import write_roster, write_units
from commandcenter.exchange.roster_file import Looked, day_in
from commandcenter.exchange.roster_words import nearest, steps_between
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.conftest import NOW
from tests.exchange.bad_files import BAD_FILES
from tests.exchange.dirty_roster import dirty_roster
from tests.exchange.roster_bench import BEGAN, looked, small_directory, told

HEADINGS = ("街巷名称", "社区", "巷长", "电话", "副巷长", "小巷管家", "小巷管家2")


def table(path: Path, *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    for row in (headings, *rows):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def short(found: Looked) -> list[tuple[str, str, str, str, str, str]]:
    """Sort, item, place, before, after and doubt of the differences."""
    return [
        (sort, item, where, before, after, doubt) for _, _, sort, item, where, before, after, _, doubt in told(found)
    ]


def faults(found: Looked) -> list[tuple[int, int, str, str]]:
    """Row, column, code and the mending of what could not be read."""
    return [(one.spot.row, one.spot.column, one.code, one.mend.text if one.mend else "") for one in found.seen.faults]


# --- a workbook with dirt in it ---------------------------------------------------------------------------------------


def test_a_dirty_workbook_gives_its_columns_differences_doubts_and_mendings(tmp_path: Path) -> None:
    found = looked(dirty_roster(tmp_path / "街巷长台账0714.xlsx"))
    sheets = {sheet.name: sheet for sheet in found.seen.sheets}
    assert {name: sheet.layout for name, sheet in sheets.items()} == {
        "Sheet1": BY_STREET,
        "人员": BY_PERSON,
        "旧表": BY_PERSON,
        "空表": NOTHING,
    }
    assert [column.field for column in sheets["Sheet1"].columns] == [
        *("", "place", "community", "chief", "chief_post", "chief_phone", "deputy", "deputy_phone"),
        *("steward", "steward", "length", ""),
    ]
    assert sheets["Sheet1"].heading_row == 3
    assert told(found) == [
        ("Sheet1", 6, "changed", "chief_phone", "桥头里", "100-0000-0066", "100-0000-0077", True, ""),
        ("Sheet1", 9, "changed", "chief", "石榴院胡同", "雷志远", "雷云帆 平安办科员 100-0000-0038", True, ""),
        ("Sheet1", 9, "changed", "deputy", "石榴院胡同", "陶青禾", "", False, "empty_cell"),
        ("Sheet1", 9, "new", "steward", "石榴院胡同", "", "白露 100-0000-0208", True, ""),
        (
            "Sheet1",
            10,
            "changed",
            "chief",
            "水井胡同",
            "范亚男",
            "汪俊峰 城管办科员 100-0000-0033",
            False,
            "also_holds",
        ),
        ("Sheet1", 15, "new", "place", "新开里", "", "新开里（巷）", True, ""),
        ("Sheet1", 15, "new", "chief", "新开里", "", "钱多多 100-0000-0301", True, ""),
        ("Sheet1", 15, "new", "steward", "新开里", "", "孟晓棠", True, ""),
        ("Sheet1", 15, "new", "steward", "新开里", "", "孟晓燕", True, ""),
        ("人员", 3, "new", "steward", "苇塘巷", "", "康若彤 100-0000-0219", True, ""),
        ("人员", 3, "new", "steward", "织云巷", "", "康若彤 100-0000-0219", True, ""),
        ("", 0, "gone", "steward", "桥头里", "石永强", "", False, "not_in_table"),
        ("", 0, "gone", "steward", "水井胡同", "方亚男", "", False, "not_in_table"),
    ]
    assert [(one.spot.sheet, *line) for one, line in zip(found.seen.faults, faults(found), strict=True)] == [
        ("Sheet1", 10, 5, "phone_short", "100-0000-0033"),
        ("Sheet1", 13, 2, "community_unknown", "锦机里社区"),
        ("Sheet1", 14, 1, "place_like", "苇塘巷"),
        ("人员", 2, 3, "formula", "100-0000-0044"),
        ("人员", 6, 1, "role_unknown", ""),
    ]
    seen = found.seen
    assert (seen.rows, seen.empty, seen.same, seen.unreadable) == (11, 2, 2, 5)
    assert seen.day == at_local(local_date(NOW).replace(day=14))


def test_every_mending_that_suggests_itself_is_understood_when_it_is_taken(tmp_path: Path) -> None:
    path = dirty_roster(tmp_path / "r.xlsx")
    edits: dict[tuple[str, int, int], Mend] = {}
    for _ in range(6):
        found = looked(path, edits=edits)
        taken = {
            (one.spot.sheet, one.spot.row, one.spot.column): one.mend
            for one in found.seen.faults
            if one.mend is not None
        }
        if not taken:
            break
        edits |= taken
    assert faults(found) == [(6, 1, "role_unknown", "")]
    lines = short(found)
    assert ("changed", "chief", "织云巷", "汪俊峰", "牛佳音", "") not in lines
    assert ("new", "deputy", "织云巷", "", "牛佳音", "") in lines, (
        "two in one cell: the first leads, the other is his deputy"
    )
    assert not any(item == "chief_phone" and where == "水井胡同" for _, item, where, *_ in lines)


def test_dirt_beside_names_numbers_and_below_the_table_changes_nothing(tmp_path: Path) -> None:
    """Floats in words, wide digits, asterisks, notes behind a name, numbers parted by a blank, footnotes."""
    rows: tuple[tuple[object, ...], ...] = (
        ("石榴院胡同", "石榴社区", "雷志远 兼", 10000000027.0, "陶青禾*", "", ""),
        ("织云巷", "锦机里社区", "※汪俊峰", "１００００００００３３", "", "", ""),
        ("水井胡同", "石榴社区", "范亚男（代）", "'100 0000 0055", "", "方亚男 10000000124.0", ""),
        ("桥头里", "槐序社区", "邵建勋", "1.0000000066E+10", "", "石永强等1人", ""),
        ("说明", "电话均为工作手机，24小时开机", "", "", "", "", ""),
        ("1、巷长由科级干部担任", "", "", "", "", "", ""),
        ("2、变动及时上报", "", "", "", "", "", ""),
        ("填报：综合办", "", "", "100-0000-0008", "", "", ""),
    )
    found = looked(table(tmp_path / "r.xlsx", *rows))
    assert [line for line in short(found) if line[0] != "gone"] == []
    assert faults(found) == []
    assert (found.seen.rows, found.seen.remarks) == (4, 4)


def test_who_is_told_to_have_left_is_asked_about_and_not_taken_out(tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("水井胡同", "石榴社区", "范亚男", "", "", "方亚男（已退休）", ""))
    found = looked(path)
    assert faults(found) == [(2, 5, "has_left", "")]
    assert not any(item == "steward" for _, item, *_ in short(found))
    kept = looked(path, edits={("Sheet", 2, 5): Mend(TEXT, "方亚男（已退休）")})
    assert faults(kept) == []


def test_merged_cells_tell_for_every_row_they_cover_and_a_length_only_for_the_first(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("社区", "街巷名称", "巷长", "电话", "长度"),
        ("石榴社区", "石榴院胡同", "雷志远", "100-0000-0027", 340),
        (None, "水井胡同", None, None, None),
    ):
        sheet.append(row)
    for span in ("A2:A3", "C2:C3", "D2:D3", "E2:E3"):
        sheet.merge_cells(span)
    book.save(tmp_path / "r.xlsx")
    assert short(looked(tmp_path / "r.xlsx")) == [
        ("changed", "chief", "水井胡同", "范亚男", "雷志远 平安办主任 100-0000-0027", "also_holds")
    ]


def test_a_column_of_roles_headed_as_titles_gives_the_role(tmp_path: Path) -> None:
    rows = (("青榆路", "街长", "苏亚男"), ("青榆路", "副巷长", "方俊峰"), ("桥头里", "管家", "石永强 方亚男"))
    path = table(tmp_path / "r.xlsx", *rows, headings=("街巷", "职务", "姓名"))
    found = looked(path)
    assert [column.field for column in found.seen.sheets[0].columns] == ["place", "role", "name"]
    assert [line for line in short(found) if line[0] != "gone"] == [
        ("new", "steward", "桥头里", "", "方亚男 100-0000-0124", "")
    ]


def test_a_list_of_houses_is_new_though_every_name_holds_that_of_its_street(tmp_path: Path) -> None:
    rows = [
        (f"青榆路{number}号", "槐序社区", f"张{name}", f"138{number:08}") for number, name in enumerate("甲乙丙", 1)
    ]
    path = table(tmp_path / "r.xlsx", *rows, headings=("楼院名称", "社区", "楼院管理员", "电话"))
    found = looked(path)
    assert faults(found) == []
    assert [line[4] for line in short(found) if line[1] == "place"] == [f"青榆路{n}号（楼院）" for n in (1, 2, 3)]
    directory = small_directory()
    houses = {f"B{n}": Place(f"B{n}", f"青榆路{n}号", "building", community="A1") for n in (1, 2, 3)}
    known = looked(path, replace(directory, places={**directory.places, **houses}))
    assert [line[0] for line in short(known)] == ["new"] * 3, "no street is missing because a list of houses names none"


def test_what_lies_behind_the_last_row_that_is_read_is_told_and_nobody_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (
        ("石榴院胡同", "石榴社区", "雷志远", "", "陶青禾", "", ""),
        ("水井胡同", "石榴社区", "范亚男", "", "", "", ""),
    )
    path = table(tmp_path / "r.xlsx", *rows)
    assert any(line[0] == "gone" for line in short(looked(path)))
    monkeypatch.setattr(roster_file, "MOST_ROWS", 2)
    found = looked(path)
    assert faults(found) == [(3, -1, "not_read", "")]
    assert not any(line[0] == "gone" for line in short(found))


def test_a_mending_typed_by_hand_counts_and_a_row_can_be_left_out(tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("北苇塘巷", "锦机里社区", "贺正平", "100-0000-0044", "", "", ""))
    assert faults(looked(path)) == [(2, 0, "place_like", "苇塘巷")]
    as_new = looked(path, edits={("Sheet", 2, 0): Mend(NEW)})
    assert ("new", "place", "北苇塘巷", "", "北苇塘巷（巷）", "") in short(as_new)
    typed = looked(path, edits={("Sheet", 2, 0): Mend(TEXT, "织云巷")})
    assert next(line[:3] for line in short(typed)) == ("changed", "chief", "织云巷")
    assert short(looked(path, edits={("Sheet", 2, -1): Mend(SKIP)})) == []


# --- layouts ----------------------------------------------------------------------------------------------------------


def test_columns_without_headings_are_known_by_what_stands_in_them(tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("雷志远", "石榴院胡同", "巷长", 10000000027),
        ("贺正平", "苇塘巷", "巷长", 10000000044),
        headings=("苏亚男", "青榆路", "街长", "100-0000-0011"),
    )
    found = looked(path)
    assert [column.field for column in found.seen.sheets[0].columns] == ["name", "place", "role", "phone"]
    assert found.seen.sheets[0].heading_row == 0
    assert [line for line in short(found) if line[0] != "gone"] == []


def test_a_column_nobody_understands_can_be_chosen_and_one_understood_can_be_left(tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("石榴院胡同", "雷志远", "低洼院落，最窄2.1米"),
        headings=("街巷名称", "巷长", "备注"),
    )
    first = looked(path)
    assert [column.field for column in first.seen.sheets[0].columns] == ["place", "chief", ""]
    signature = first.seen.sheets[0].signature
    found = looked(path, columns={signature: {"C": "note", "B": ""}})
    assert [line[:5] for line in short(found) if line[0] == "changed"] == [
        ("changed", "note", "石榴院胡同", "", "低洼院落，最窄2.1米")
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_tables_of_every_sort_say_the_same(tmp_path: Path, encoding: str, mark: str) -> None:
    lines = [mark.join(HEADINGS), mark.join(("石榴院胡同", "石榴社区", "雷云帆", "10000000038", "陶青禾", "", ""))]
    path = tmp_path / "名录.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert short(looked(path))[0] == (
        "changed",
        "chief",
        "石榴院胡同",
        "雷志远",
        "雷云帆 平安办主任"[:3] + " 100-0000-0038",
        "",
    )


def test_a_place_stands_once_for_the_rows_of_its_people(tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("青榆路", "街长", "苏亚男", "100-0000-0011"),
        ("", "替补", "方俊峰", "100-0000-0111"),
        (None, "管家", "段桂兰", "100-0000-0121"),
        (None, "管家", "侯振海", "100-0000-0122"),
        ("桥头里", "巷长", "邵建勋", "100-0000-0066"),
        headings=("街巷", "岗位", "姓名", "电话"),
    )
    assert short(looked(path)) == [], "what is no role of this table is not missing from it"


@pytest.mark.parametrize(
    "what", [what for what, (_, _, code) in BAD_FILES.items() if code.startswith(("not_a", "workbook"))]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, what: str) -> None:
    name, make, code = BAD_FILES[what]
    make(tmp_path / name)
    with pytest.raises(Refused) as refused:
        looked(tmp_path / name)
    assert refused.value.code == code


def test_a_workbook_without_a_roster_is_refused_in_words(tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("苹果", 3, 5), headings=("品名", "数量", "单价"))
    with pytest.raises(Refused) as refused:
        looked(path)
    assert refused.value.code == "roster_file_unknown"


# --- what is doubtful -------------------------------------------------------------------------------------------------


def one_row(tmp_path: Path, *cells: object, directory: Directory | None = None) -> Looked:
    """A table with one row under ``HEADINGS``."""
    return looked(table(tmp_path / "r.xlsx", cells), directory)


def test_two_people_with_one_number_are_not_ticked(tmp_path: Path) -> None:
    found = one_row(tmp_path, "苇塘巷", "锦机里社区", "贺正平", "100-0000-0055", "", "", "")
    assert short(found)[0] == ("changed", "chief_phone", "苇塘巷", "100-0000-0044", "100-0000-0055", "two_with_number")
    assert found.seen.differences[0].facts == {"name": "范亚男"}
    assert not found.seen.differences[0].ticked


def test_a_number_that_its_holder_gives_up_in_the_same_file_is_free(tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("苇塘巷", "", "贺正平", "100-0000-0055", "", "", ""),
        ("水井胡同", "", "范亚男", "100-0000-0044", "", "", ""),
    )
    changed = [(line[1], line[4], line[5]) for line in short(looked(path)) if line[0] == "changed"]
    assert changed == [("chief_phone", "100-0000-0055", ""), ("chief_phone", "100-0000-0044", "")]


def test_a_name_like_the_one_under_the_same_number_is_a_slip_perhaps(tmp_path: Path) -> None:
    found = one_row(tmp_path, "苇塘巷", "", "贺政平", "100-0000-0044", "", "", "")
    assert short(found)[0] == ("changed", "chief_name", "苇塘巷", "贺正平", "贺政平", "like_name")


def test_somebody_of_a_known_name_with_another_number_is_doubtful(tmp_path: Path) -> None:
    found = one_row(tmp_path, "苇塘巷", "", "", "", "", "段桂兰 100-0000-0999", "")
    lines = {line[1]: line for line in short(found) if line[4]}
    assert lines["steward"][5] == "same_name"


def test_two_told_for_a_post_of_one_are_both_doubtful(tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("苇塘巷", "", "钱一一", "100-0000-0901", "", "", ""),
        ("苇塘巷", "", "钱二二", "100-0000-0902", "", "", ""),
    )
    doubts = [line[5] for line in short(looked(path)) if line[1] == "chief" and line[0] == "new"]
    assert doubts == ["several_told", "several_told"]


def test_who_began_later_than_the_file_holds_is_doubtful(tmp_path: Path) -> None:
    directory = small_directory()
    late = tuple(replace(post, since=NOW) if post.target == "place/J04" else post for post in directory.appointments)
    found = one_row(
        tmp_path, "苇塘巷", "", "钱一一", "100-0000-0901", "", "", "", directory=replace(directory, appointments=late)
    )
    assert short(found)[0][5] == "begun_later"


def test_the_streets_of_a_told_community_that_are_not_named_are_only_offered(tmp_path: Path) -> None:
    found = one_row(tmp_path, "苇塘巷", "锦机里社区", "贺正平", "100-0000-0044", "", "", "")
    assert short(found) == [("gone", "place", "织云巷", "织云巷", "", "not_in_table")]


# --- cells ------------------------------------------------------------------------------------------------------------

NUMBERS = Numbers.of(["100-0000-0216", "100-0000-0217", "100-0000-0026"])


@pytest.mark.parametrize(
    ("cell", "number", "wrong", "mend"),
    [
        (10000000216.0, "100-0000-0216", "", ""),
        (10000000216, "100-0000-0216", "", ""),
        ("1.0000000216E+10", "100-0000-0216", "", ""),
        ("100 0000 0300", "100-0000-0300", "", ""),
        ("１００００００００３０", "100-0000-0030", "", ""),
        ("+86 100-0000-0300", "100-0000-0300", "", ""),
        ("1000000216", "", "phone_short", "100-0000-0216"),
        ("100000030000", "", "phone_long", ""),
        ("010-8888 1234", "010-88881234", "", ""),
        ("110", "110", "", ""),
        ("无", "", "", ""),
        ("", "", "", ""),
        ("问社区", "", "phone_unreadable", ""),
        ("100-0000-0300/100-0000-0301", "", "two_numbers", "100-0000-0300"),
        ("123456789", "", "phone_unreadable", ""),
    ],
)
def test_numbers(cell: str | float, number: str, wrong: str, mend: str) -> None:
    found, code, mending = phone_in(cell, NUMBERS)
    assert (found, code, mending.text if mending else "") == (number, wrong, mend)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("白露 100-0000-0208", [("白露", "100-0000-0208")]),
        ("白露（党员）", [("白露", "")]),
        ("王 强", [("王强", "")]),
        ("汪俊峰/牛佳音", [("汪俊峰", ""), ("牛佳音", "")]),
        ("汪俊峰 牛佳音", [("汪俊峰", ""), ("牛佳音", "")]),
        ("汪俊峰100-0000-0001、牛佳音 100-0000-0002", [("汪俊峰", "100-0000-0001"), ("牛佳音", "100-0000-0002")]),
        ("李和平", [("李和平", "")]),
        ("李和平、李和平", [("李和平", "")]),
        ("古丽·买买提", [("古丽·买买提", "")]),
        ("无", []),
        ("甲/乙组", [("甲/乙组", "")]),
    ],
)
def test_people_in_a_cell(cell: str, people: list[tuple[str, str]]) -> None:
    assert people_in(cell, frozenset({"甲/乙组"})) == people


def brute_steps(one: str, other: str) -> int:
    """The distance by its definition."""
    if not one or not other:
        return len(one) + len(other)
    return min(
        brute_steps(one[1:], other) + 1,
        brute_steps(one, other[1:]) + 1,
        brute_steps(one[1:], other[1:]) + (one[0] != other[0]),
    )


@given(st.text("街巷里", max_size=5), st.text("街巷里", max_size=5))
def test_steps_between_names(one: str, other: str) -> None:
    assert steps_between(one, other) == min(brute_steps(one, other), 4)


def test_only_a_name_that_is_like_alone_suggests_itself() -> None:
    assert nearest("北苇塘巷", ["苇塘巷", "织云巷"]) == "苇塘巷"
    assert nearest("槐序四巷", ["槐序一巷", "槐序二巷"]) == ""
    assert nearest("织云巷", ["织云巷"]) == ""


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("街巷长台账0714", 14),
        ("名录20260701", 1),
        ("名录2026年7月3日", 3),
        ("名录7.5", 5),
        ("名录v12", 0),
        ("名录99", 0),
    ],
)
def test_the_day_in_the_name_of_a_file(name: str, day: int) -> None:
    today = local_date(NOW)
    assert day_in(name, today) == (at_local(today.replace(day=day)) if day else None)


# --- anything at all --------------------------------------------------------------------------------------------------

_cells = st.one_of(
    st.none(),
    st.integers(-5, 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(
        ["巷长", "街巷名称", "姓名", "电话", "苇塘巷", "槐序社区", "贺正平", "=1+1", "贺正平/范亚男", "1000000044"]
    ),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
)


@given(st.lists(st.lists(_cells, min_size=1, max_size=6), max_size=8))
def test_any_table_is_read_or_refused_and_every_difference_names_its_row(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    lines = [[("" if cell is None else str(cell)).replace("\n", " ") for cell in row] for row in rows]
    path.write_text("\n".join(",".join(f'"{cell}"'.replace('""', '"') for cell in row) for row in lines), "utf-8")
    try:
        found = looked(path)
    except Refused:
        return
    rows_there = {number for sheet in found.seen.sheets for number, _ in sheet.rows}
    assert all(one.spot.row in rows_there or (not one.spot.row and not one.ticked) for one in found.seen.differences)
    assert all(one.spot.row in rows_there for one in found.seen.faults)
    assert len({one.key for one in found.seen.differences}) == len(found.seen.differences)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(content)
    code = ""
    try:
        looked(path)
    except Refused as refused:
        code = refused.code
    assert code in {"", "not_a_workbook", "workbook_empty", "roster_file_unknown", "workbook_protected"}


# --- out and in again -------------------------------------------------------------------------------------------------

_names = st.text("甲乙丙丁王李赵钱强伟芳", min_size=2, max_size=4)
_phones = st.sampled_from(["", "110", "010-88880001"]) | st.integers(0, 40).map(lambda n: f"100-0000-{n:04d}")
_words = st.text("东西南北楼办主任科员 （）,=-", max_size=8)


@st.composite
def rosters(draw: st.DrawFn) -> Directory:
    """Any roster: places of one name, people of one name or number, several posts, empty ones, words that look like sums."""
    communities = {f"A{n}": Place(f"A{n}", f"{name}社区", "community") for n, name in enumerate(("东", "西"))}
    places = dict(communities)
    for place in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(("street", "alley", "building", "site", "shelter")))
        key = f"{'J' if kind in ('street', 'alley') else 'B'}{place:02d}"
        name = draw(st.sampled_from(("东里", "东一里", "西街", "3号院", "甲路")))
        places[key] = Place(
            *(key, name, kind, draw(st.sampled_from(("", "A0", "A1")))),
            length_m=draw(st.none() | st.floats(0, 9000, width=32)),
            note=draw(_words),
        )
    people = {
        f"P{n}": Person(
            f"P{n}", draw(_names), draw(_phones), draw(_words), active=draw(st.sampled_from((True, True, False)))
        )
        for n in range(draw(st.integers(0, 7)))
    }
    posts = []
    for n in range(draw(st.integers(0, 9)) if people else 0):
        role = draw(
            st.sampled_from(("alley_chief", "street_chief", "deputy", "steward", "building_keeper", "secretary"))
        )
        target = draw(st.sampled_from([f"unit/{key}" for key in communities]))
        if role != "secretary":
            target = draw(st.sampled_from([f"place/{key}" for key in places if key not in communities]))
        posts.append(Appointment(f"a{n}", draw(st.sampled_from(sorted(people))), role, target, n, BEGAN))
    return Directory(places, people, tuple(posts))


@given(rosters(), st.sampled_from([".xlsx", ".csv"]))
def test_what_went_out_comes_in_again_without_a_difference(
    tmp_path_factory: pytest.TempPathFactory, directory: Directory, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"out{suffix}"
    write_roster(path, directory)
    found = looked(path, directory)
    assert short(found) == []
    assert faults(found) == []


_contacts = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(("值班室", "24小时值班", "张三", "李四")), "post": _words, "phone": _phones}
    ),
    max_size=3,
)


@given(
    st.lists(st.tuples(st.sampled_from(("消防站", "水务（所）", "供电")), _contacts, _phones), min_size=1, max_size=4)
)
def test_units_that_went_out_come_in_again_without_a_difference(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, list[dict[str, str]], str]]
) -> None:
    units = {
        f"D{n}": Record(
            subject=f"unit/D{n}",
            known=True,
            fields={"name": name, "kind": "department", "relation": "request", "duty_phone": phone},
            words={"contacts": contacts},
        )
        for n, (name, contacts, phone) in enumerate(lines)
    }
    path = tmp_path_factory.getbasetemp() / "units.xlsx"
    write_units(path, units)
    found = looked(path, small_directory(), units)
    assert found.seen.sheets[0].layout == UNITS
    assert short(found) == []
    assert faults(found) == []


# --- against a comparison by counting ---------------------------------------------------------------------------------


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, tuple[str, str, frozenset[str]]]:
    """What a table says of some streets: chief, his number, stewards; taken from the people there are and some new ones."""
    known = ("苏亚男", "雷志远", "贺正平", "范亚男", "邵建勋", "方俊峰", "段桂兰", "侯振海", "钱一一", "钱二二")
    wanted = {}
    for street in draw(st.lists(st.sampled_from(("青榆路", "石榴院胡同", "苇塘巷", "桥头里")), unique=True)):
        stewards = draw(st.frozensets(st.sampled_from(known), max_size=2))
        wanted[street] = (draw(st.sampled_from(("", *known))), draw(st.sampled_from(("", "100-0000-0777"))), stewards)
    return wanted


@given(wishes())
def test_differences_of_posts_are_those_of_counting(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, tuple[str, str, frozenset[str]]]
) -> None:
    directory = small_directory()
    path = tmp_path_factory.getbasetemp() / "wish.xlsx"
    rows = []
    for street, (chief, phone, stewards) in wanted.items():
        first, second, *_ = (*sorted(stewards), "", "")
        rows.append((street, "", chief, phone if chief else "", "", first, second))
    table(path, *rows, ("织云巷", "", "汪俊峰", "", "", "", ""))
    expected = set()
    for street, (chief, _, stewards) in wanted.items():
        place = next(one for one in directory.places.values() if one.name == street)
        (holder,) = directory.holders(f"place/{place.id}", "street_chief", "alley_chief")
        if chief != holder.person.name:
            expected.add(("changed", "chief", street, holder.person.name, chief))
        standing = {one.person.name for one in directory.holders(f"place/{place.id}", "steward")}
        expected |= {("new", "steward", street, "", name) for name in stewards - standing}
        expected |= {("gone", "steward", street, name, "") for name in standing - stewards}
    lines = short(looked(path))
    assert {
        (sort, item, where, before, after.partition(" ")[0])
        for sort, item, where, before, after, _ in lines
        if item in ("chief", "steward")
    } == expected


def test_a_post_dated_into_the_future_is_not_new_twice(tmp_path: Path) -> None:
    from commandcenter.domain.roster_history import RosterHistory

    base = small_directory()
    since = at_local(local_date(NOW + 30 * DAY))
    tenures = (
        *(replace(post, until=since) if post.id == "a03" else post for post in base.appointments),
        Appointment("later", "P21", "alley_chief", "place/J04", since=since),
    )
    directory = RosterHistory(base.places, base.people, tenures).at(NOW)
    day = f"{local_date(since):%Y-%m-%d}"
    path = table(
        tmp_path / "r.xlsx",
        ("苇塘巷", "段桂兰", "100-0000-0121", day),
        headings=("街巷", "巷长", "电话", "任职日期"),
    )
    assert [line for line in short(looked(path, directory)) if line[1] == "chief" and line[4]] == []

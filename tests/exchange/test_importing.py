"""Importing: every row comes in once, or is told with its reason; stopping anywhere loses and doubles nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bad_files import BAD_FILES
from commandcenter.domain.case import HISTORY_AFTER_MS
from commandcenter.domain.case_acts import ImportCases, Matter, RegisterCase
from commandcenter.domain.category import category_id
from commandcenter.domain.clock import DAY, local
from commandcenter.domain.erasure import ErasePrivate
from commandcenter.domain.limit import grade_key
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory, Place
from commandcenter.exchange import importing
from commandcenter.exchange.importing import Choice, prepare, preview
from commandcenter.exchange.rows import Reference
from commandcenter.journal import verify
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.trouble import Trouble
from dirty_workbook import HEADINGS, Expected
from importing_bench import Bench, bench, dirty, workbook  # noqa: F401
from openpyxl import Workbook, load_workbook

# ruff: noqa: F811  fixtures are imported by name


class Stop(Exception):
    """Somebody pressed cancel."""


def table(path: Path, *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS[:5]) -> Path:
    """A workbook with one sheet."""
    book = Workbook()
    for row in (headings, *rows):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def line(
    number: object, title: str = "路灯不亮", when: object = "2019/2/28 11:25", text: str = "路灯坏了。"
) -> tuple[object, ...]:
    return (number, "某某", title, when, text)


# --- what comes of a workbook ----------------------------------------------------------------------------------------


def test_every_row_is_created_already_there_or_rejected_with_its_place(bench: Bench, workbook: Expected) -> None:
    report = bench.bring_in(workbook.path)
    told = report.to_plain()
    assert told["created"] == workbook.created
    assert told["already_there"] == workbook.already_there
    assert told["rejected"] == [{"sheet": s, "row": r, "reason": why} for s, r, why in workbook.rejected]
    assert len(bench.rows()) == workbook.created
    assert json.loads(json.dumps(told)) == told
    _assert_clean(bench, workbook)


def _assert_clean(bench: Bench, workbook: Expected) -> None:
    found = {
        number: (title, text, at) for number, title, text, at in bench.rows("source_number, title, text, received_at")
    }
    for number, when in workbook.received.items():
        assert local(found[number][2]).strftime("%Y-%m-%d %H:%M:%S") == when
    for number, title in workbook.titles.items():
        assert found[number][0] == title
    for number, text in workbook.texts.items():
        assert found[number][1] == text
    for title, text, _ in found.values():
        assert title == title.strip() != ""
        assert text == text.strip()


def test_importing_again_creates_nothing(bench: Bench, workbook: Expected, tmp_path: Path) -> None:
    bench.bring_in(workbook.path)
    position, sent = bench.engine.journal.connection.total_changes, len(bench.sent)
    renamed = tmp_path / "另一个名字.xlsx"
    renamed.write_bytes(workbook.path.read_bytes())
    report = bench.bring_in(renamed)
    assert (report.created, report.already_there) == (0, workbook.created + workbook.already_there)
    assert [tuple(line) for line in report.rejected] == workbook.rejected
    assert bench.engine.journal.connection.total_changes == position
    assert len(bench.sent) == sent


def test_a_rehearsal_tells_the_same_and_writes_nothing(bench: Bench, dirty: Expected) -> None:
    told = bench.bring_in(dirty.path, dry_run=True).to_plain()
    assert bench.rows() == []
    assert told.pop("dry_run") is True
    real = bench.bring_in(dirty.path).to_plain()
    assert real.pop("dry_run") is False
    assert (told.pop("cases"), len(real.pop("cases"))) == ([], real["created"])
    assert told == real


def test_a_widened_copy_is_the_same_source(bench: Bench, dirty: Expected, tmp_path: Path) -> None:
    bench.bring_in(dirty.path)
    book = load_workbook(dirty.path)
    for sheet in book:
        sheet.insert_cols(1)
        sheet.cell(1, 1, "批次")
    book.save(tmp_path / "加了一列.xlsx")
    assert bench.bring_in(tmp_path / "加了一列.xlsx").created == 0


def test_what_was_imported_is_whole_and_folds_the_same(bench: Bench, dirty: Expected) -> None:
    bench.bring_in(dirty.path, Choice(live=frozenset({("Sheet1", 3)})))
    connection = bench.engine.journal.connection
    assert verify.verify(connection).whole
    assert rebuild(connection).changed == 0


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_changes_nothing(what: str, bench: Bench, tmp_path: Path) -> None:
    name, make, code = BAD_FILES[what]
    path = tmp_path / name
    make(path)
    before = bench.engine.journal.connection.total_changes
    with pytest.raises((Refused, Trouble), match=code):
        bench.bring_in(path)
    assert bench.engine.journal.connection.total_changes == before
    assert bench.sent == []


# --- sheets and columns ----------------------------------------------------------------------------------------------


def test_sheets_can_be_chosen(bench: Bench, dirty: Expected) -> None:
    report = bench.bring_in(dirty.path, Choice(sheets=("剔除后",)))
    assert [(sheet.name, sheet.rows, sheet.created) for sheet in report.sheets] == [("剔除后", 4, 4)]


def test_a_sheet_that_was_asked_for_must_be_usable(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", line(1001))
    book = load_workbook(path)
    book.create_sheet("说明").append(["本表", "仅供参考"])
    book.create_sheet("空")
    book.create_sheet("藏").append(HEADINGS)
    book["藏"].sheet_state = "hidden"
    book.save(path)
    assert bench.bring_in(path).created == 1
    with pytest.raises(Refused, match="no_usable_columns"):
        prepare(path, Choice(sheets=("Sheet", "说明")))
    with pytest.raises(Refused, match="sheet_unknown"):
        prepare(path, Choice(sheets=("别的",)))
    told = preview(prepare(path, Choice()), Reference(), now=bench.wall())
    assert [(sheet["name"], sheet["usable"]) for sheet in told["sheets"]] == [
        ("Sheet", True),
        ("说明", False),
        ("空", False),
    ]
    assert told["other_sheets"] == ["藏"]


def test_columns_chosen_by_hand_win_over_remembered_ones(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", line(1001, "甲", text="乙"))
    signature = prepare(path, Choice()).sheets[0].signature
    remembered = Choice(remembered={signature: {"title": "E", "text": ""}})
    bench.bring_in(path, remembered, dry_run=True)
    told = preview(prepare(path, remembered), Reference(), now=bench.wall())
    assert told["sheets"][0]["first"][0]["title"] == "乙"
    by_hand = Choice(remembered=remembered.remembered, columns={"": {"title": "留言主题"}})
    assert preview(prepare(path, by_hand), Reference(), now=bench.wall())["sheets"][0]["first"][0]["title"] == "甲"


def test_a_choice_crosses_processes_as_plain_values() -> None:
    plain = {
        "sheets": ["甲"],
        "columns": {"": {"title": "C"}},
        "live": [["甲", 3]],
        "source": "12345",
        "channel": "hotline",
    }
    choice = Choice.from_plain(json.loads(json.dumps(plain)))
    assert choice.live == frozenset({("甲", 3)})
    assert choice.columns == {"": {"title": "C"}}
    for wrong in ({"live": "some"}, {"source": "a b/c"}, {"channel": "x"}):
        with pytest.raises(Refused):
            Choice.from_plain(wrong)


def test_a_preview_tells_columns_counts_age_and_first_rows(bench: Bench, dirty: Expected) -> None:
    told = preview(prepare(dirty.path, Choice()), Reference(), now=bench.wall(), most=3)
    first = told["sheets"][0]
    assert [(column["letter"], column["field"]) for column in first["columns"]][:5] == [
        ("A", "number"),
        ("B", "reporter"),
        ("C", "title"),
        ("D", "time"),
        ("E", "text"),
    ]
    assert [column["heading"] for column in first["columns"] if not column["field"]] == ["反对数", "点赞数", "五"]
    assert (first["rows"], first["good"], first["recent"]) == (14, 9, 0)
    assert first["rejected"] == {
        "time_missing": 1,
        "time_unreadable": 1,
        "title_missing": 1,
        "time_in_future": 1,
        "number_rounded": 1,
    }
    assert [row["row"] for row in first["first"]] == [2, 3, 4]
    assert told["suggests"] == "history"
    assert json.loads(json.dumps(told)) == told


# --- history and live ------------------------------------------------------------------------------------------------


def test_history_has_no_clocks_and_chosen_rows_come_in_live(bench: Bench, dirty: Expected) -> None:
    bench.submit(
        ListRecord(subject=f"limit/{grade_key('general')}", fields={"value": 7, "unit": "day", "basis": "office"})
    )
    report = bench.bring_in(dirty.path, Choice(live=frozenset({("Sheet1", 3), ("剔除后", 5)})))
    assert (report.created, report.live) == (9, 2)
    found = {number: (stage, due) for number, stage, due in bench.rows("source_number, stage, due_at")}
    assert found["188007"] == ("to_judge", bench.wall() + 7 * DAY)
    assert found["188099"][0] == "to_judge"
    assert {stage for number, (stage, _) in found.items() if number not in ("188007", "188099")} == {"history"}
    clocks = bench.engine.journal.connection.execute("SELECT count(DISTINCT subject) FROM deadline").fetchone()[0]
    assert clocks == 2


def test_recent_rows_are_offered_live(bench: Bench, tmp_path: Path) -> None:
    young, old = (local(bench.wall() - age).strftime("%Y/%m/%d %H:%M") for age in (DAY, HISTORY_AFTER_MS + DAY))
    path = table(tmp_path / "a.xlsx", line(1001, when=young), line(1002, when=young), line(1003, when=old))
    told = preview(prepare(path, Choice()), Reference(), now=bench.wall())
    assert (told["suggests"], told["sheets"][0]["recent"]) == ("live", 2)
    assert [row["recent"] for row in told["sheets"][0]["first"]] == [True, True, False]
    assert bench.bring_in(path, Choice(live="recent")).live == 2
    assert [stage for (stage,) in bench.rows("stage")] == ["to_judge", "to_judge", "history"]


def test_a_limit_that_ran_out_elsewhere_is_none_here(bench: Bench, tmp_path: Path) -> None:
    headings = (*HEADINGS[:5], "办理时限")
    later = local(bench.wall() + DAY)
    path = table(
        tmp_path / "a.xlsx",
        (*line(1001), "2019/3/7"),
        (*line(1002), later.strftime("%Y/%m/%d %H:%M:%S")),
        (*line(1003), "尽快"),
        headings=headings,
    )
    report = bench.bring_in(path, Choice(live="all"))
    assert [due for (due,) in bench.rows("due_at")] == [None, bench.wall() + DAY, None]
    assert report.noted == {"due_unreadable": 1}


# --- what stands here already ----------------------------------------------------------------------------------------


def test_a_number_of_another_matter_is_rejected_and_not_dropped(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(table(tmp_path / "a.xlsx", line(1001), line(1002)))
    other = table(
        tmp_path / "b.xlsx", line(1001, "井盖缺失", "2021/5/6"), line(1002, "路灯不亮", "2021/5/6"), line(1003)
    )
    report = bench.bring_in(other)
    assert (report.created, report.already_there) == (1, 1)
    assert [tuple(row) for row in report.rejected] == [("Sheet", 2, "number_taken")]
    assert bench.bring_in(other, Choice(source="信箱")).created == 3


def test_rows_without_a_number_are_known_by_moment_and_words(bench: Bench, tmp_path: Path) -> None:
    rows = [line(None)[2:], line(None, when="2019/2/28 11:26")[2:], line(None, text="别的话。")[2:], line(None)[2:]]
    path = table(tmp_path / "a.xlsx", *rows, headings=HEADINGS[2:5])
    first = bench.bring_in(path)
    assert (first.created, first.already_there) == (3, 1)
    again = bench.bring_in(path)
    assert (again.created, again.already_there) == (0, 4)


def test_erased_words_do_not_make_a_known_number_new(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", line(1001))
    bench.bring_in(path)
    case = bench.rows("id")[0][0]
    for person in ("P1", "P2"):
        bench.submit(ListRecord(subject=f"person/{person}", fields={}, words={"name": person}))
    bench.submit(ErasePrivate(subject=f"case/{case}", first="P1", second="P2", reason="依申请"))
    assert bench.rows("title") == [("",)]
    report = bench.bring_in(path)
    assert (report.created, report.already_there, report.rejected) == (0, 1, [])
    assert bench.rows("title") == [("",)]


def test_somebody_else_may_bring_the_same_rows_in_meanwhile(bench: Bench, tmp_path: Path) -> None:
    path = table(tmp_path / "a.xlsx", line(1001), line(1002))

    def late(command: object) -> object:
        assert isinstance(command, ImportCases)
        row = command.rows[0]
        bench.submit(RegisterCase(matter=Matter(title="别处先到", source=row.source, source_number=row.source_number)))
        return bench.submit(command)

    report = bench.bring_in(path, submit=late)  # type: ignore[arg-type]
    assert (report.created, report.already_there) == (1, 1)


# --- places, categories, people --------------------------------------------------------------------------------------

ROSTER = Reference(
    Directory(
        {
            "A3": Place("A3", "槐序社区", "community"),
            "J07": Place("J07", "槐序一巷", "alley", community="A3", street="J07"),
            "B1": Place("B1", "A3", "building", community="A3"),
        }
    ),
    {
        category_id(path): path
        for path in (("城乡建设", "市政", "路灯"), ("城乡建设", "市政", "其他"), ("交通", "公交", "其他"))
    },
)


def test_places_are_known_by_their_names_and_never_by_bare_codes(bench: Bench, tmp_path: Path) -> None:
    headings = (*HEADINGS[:5], "地址", "所属社区")
    path = table(
        tmp_path / "a.xlsx",
        (*line(1001, text="槐序 一巷\n积水。"), "", ""),
        (*line(1002, text="A3区A3小区积水，A市A3。"), "", ""),
        (*line(1003, text="积水。"), "槐序一巷5号", ""),
        (*line(1004, text="积水。"), "某处", "槐序"),
        (*line(1005, title="槐序", text="一巷积水"), "", "不认识的社区"),
        headings=headings,
    )
    bench.bring_in(path, reference=ROSTER)
    assert bench.rows("place, community, place_words") == [
        ("J07", "A3", ""),
        ("", "", ""),
        ("J07", "A3", "槐序一巷5号"),
        ("", "A3", "某处"),
        ("", "", ""),
    ]


def test_categories_channels_grades_and_people(bench: Bench, tmp_path: Path) -> None:
    headings = ("工单编号", "标题", "受理时间", "诉求分类", "诉求来源", "紧急程度", "来电人", "联系电话")
    when = "2019/2/28"
    path = table(
        tmp_path / "a.xlsx",
        ("G1", "甲", when, "城乡建设/市政/路灯", "12345热线", "特急", "王某某", 13800000001.0),
        ("G2", "乙", when, "路灯", "网格员上报", "紧急", "匿名", "无"),
        ("G3", "丙", when, "其他", "说不清", "非紧急", "", ""),
        ("G4", "丁", when, "城乡建设-市政-其他", "", "", "-", None),
        headings=headings,
    )
    report = bench.bring_in(path, reference=ROSTER)
    light, other = category_id(("城乡建设", "市政", "路灯")), category_id(("城乡建设", "市政", "其他"))
    assert bench.rows("category, channel, grade, reporter, phone, anonymous") == [
        (light, "hotline", "urgent", "王某某", "13800000001", 0),
        (light, "grid", "prompt", "", "", 1),
        ("", "hotline", "general", "", "", 0),
        (other, "hotline", "general", "", "", 0),
    ]
    assert report.noted == {"category_unknown": 1}


# --- pace, cancel, troubles ------------------------------------------------------------------------------------------


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps a tenth as large, for files a tenth as long."""
    monkeypatch.setattr(importing, "ASKED_AT_ONCE", 100)
    monkeypatch.setattr(importing, "ALONE", 250)


def many(path: Path, count: int) -> Path:
    lines = ["留言编号,留言主题,留言时间,留言详情"]
    lines += [f"{2000 + place},题{place},2019/2/28 11:25:05,第{place}件。" for place in range(count)]
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.usefixtures("small_steps")
def test_progress_is_told_and_cancelling_keeps_what_was_sent(bench: Bench, tmp_path: Path) -> None:
    path = many(tmp_path / "a.csv", 350)
    calls: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        calls.append((done, total))
        if len(bench.sent) >= 3:
            raise Stop

    report = bench.bring_in(path, progress=progress, alone=False)
    assert report.cancelled
    assert calls[0] == (0, 351)
    assert 0 < report.created < 350
    assert len(bench.rows()) == report.created
    rest = bench.bring_in(path)
    assert (rest.cancelled, rest.created, rest.already_there) == (False, 350 - report.created, report.created)
    assert len(bench.rows()) == 350


def test_cancelled_before_it_began_nothing_is_sent(bench: Bench, dirty: Expected) -> None:
    def progress(done: int, total: int) -> None:
        raise Stop

    report = bench.bring_in(dirty.path, progress=progress)
    assert (report.cancelled, report.created, bench.sent) == (True, 0, [])


@pytest.mark.usefixtures("small_steps")
def test_with_a_window_open_commands_stay_as_short_as_the_writer_needs(bench: Bench, tmp_path: Path) -> None:
    def slow(command: object) -> object:
        assert isinstance(command, ImportCases)
        bench.wall.advance(len(command.rows))  # a millisecond a row
        return bench.submit(command)

    bench.bring_in(many(tmp_path / "a.csv", 300), submit=slow, alone=False)  # type: ignore[arg-type]
    sizes = [len(command.rows) for command in bench.sent if isinstance(command, ImportCases)]
    assert sum(sizes) == 300
    assert sizes[0] == importing.FIRST
    assert max(sizes[1:]) <= importing.SHARE_MS


@pytest.mark.usefixtures("small_steps")
def test_alone_commands_are_large(bench: Bench, tmp_path: Path) -> None:
    bench.bring_in(many(tmp_path / "a.csv", 600))
    assert [len(command.rows) for command in bench.sent if isinstance(command, ImportCases)] == [250, 250, 100]


@pytest.mark.usefixtures("small_steps")
def test_a_full_disk_stops_the_import_and_what_was_sent_stays(bench: Bench, tmp_path: Path) -> None:
    path = many(tmp_path / "a.csv", 300)

    def full(command: object) -> object:
        if bench.sent:
            raise Trouble("disk_full")
        return bench.submit(command)  # type: ignore[arg-type]

    with pytest.raises(Trouble, match="disk_full"):
        bench.bring_in(path, submit=full)  # type: ignore[arg-type]
    assert len(bench.rows()) == importing.ALONE
    assert bench.bring_in(path).created == 300 - importing.ALONE


def test_imported_cases_carry_their_batch_and_how_they_came(bench: Bench, dirty: Expected) -> None:
    bench.bring_in(dirty.path)
    sql = "SELECT DISTINCT channel, json_extract(body, '$.batch'), kind FROM event WHERE kind = 'case.imported'"
    assert bench.engine.journal.connection.execute(sql).fetchall() == [("import", "test", "case.imported")]

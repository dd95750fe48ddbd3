"""F18: every figure on the paper is the one somebody finds who counts the cases one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document, word_copy
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.month import months, start_of
from commandcenter.domain.monthly import CheckMonthly, Monthly, WriteMonthly, monthly_subject
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.matters import MatterReader
from paper_text import squeezed
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from rate_facts import play_facts
from rates_by_sql import rates_by_sql
from small_office import records

from conftest import NOW, Wall

FORM = "monthly_review"


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


@pytest.fixture
def busy(journal: Journal, engine: Engine) -> Journal:
    """An office with a year of cases in every state."""
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    play_facts(journal, 11, 500, cases=500, days=25)
    play_facts(journal, 12, 150, cases=400)
    return journal


def text_of(pdf: bytes) -> str:
    """All words of a PDF."""
    document, buffer = QPdfDocument(None), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def fullest(journal: Journal) -> int:
    """The month with the most cases."""
    counts = {
        month: journal.connection.execute(
            "SELECT count(*) FROM case_row WHERE history = 0 AND received_at >= ? AND received_at < ?",
            (start_of(month), start_of(month) + 28 * DAY),
        ).fetchone()[0]
        for month in months(202506, 202607)
    }
    return max(counts, key=counts.__getitem__)


def told(good: int, of: int) -> str:
    """A rate as it has to stand on paper."""
    return "—" if not of else f"{good}／{of}件" if of < 10 else f"{100 * good / of:.1f}%"


def table(data: dict[str, Any], caption: str) -> list[list[str]]:
    return next(block["rows"] for block in data["blocks"] if block["is"] == "table" and block["caption"] == caption)


def test_every_figure_equals_a_count_of_the_cases_one_by_one(busy: Journal, folder: Path) -> None:
    month = fullest(busy)
    pdf = print_document(unwatched, str(folder), "", FORM, monthly_subject(month), now=NOW)["pdf"]
    said = squeezed(text_of(pdf))
    data, _ = document_data(str(folder), "", FORM, monthly_subject(month), now=NOW)
    for by, caption in (("lead", "牵头单位"), ("channel", "按发现途径")):
        counted = rates_by_sql(busy.connection, month, month, by, NOW)
        rows = table(data, caption)
        assert len(rows) == len(counted)
        wanted = sorted([told(*v[0:2]), told(*v[2:4]), told(*v[4:6])] for v in counted.values())
        assert sorted(row[-3:] for row in rows) == wanted
        for row in rows:
            assert squeezed("".join(row[-3:])) in said, row
    whole = [
        sum(column)
        for column in zip(*rates_by_sql(busy.connection, month, month, "channel", NOW).values(), strict=True)
    ]
    for name, good, of in zip(("响应率", "解决率", "满意率"), whole[::2], whole[1::2], strict=True):
        assert of >= 10, "the month is too small to prove anything"
        assert f"{name}{100 * good / of:.1f}%（{good}／{of}）" in said
        assert squeezed("".join(next(row for row in table(data, "各项指标") if row[0] == name)[:3])) in said


def test_what_is_not_counted_adds_up(busy: Journal, folder: Path) -> None:
    data, _ = document_data(str(folder), "", FORM, monthly_subject(fullest(busy)), now=NOW)
    for name, taken, whole, *left, pending in table(data, "二、没有计入的件数"):
        out = sum(int(count) for count in left if count != "—")
        assert int(taken) == int(whole) + out + int(pending), name


def test_the_month_before_and_the_year_are_counted_too(busy: Journal, folder: Path) -> None:
    month = fullest(busy)
    data, _ = document_data(str(folder), "", FORM, monthly_subject(month), now=NOW)
    chart = next(block for block in data["blocks"] if block["is"] == "chart")
    assert len(chart["labels"]) == 12
    for number, one in enumerate(chart["series"]):
        for label, value in zip(chart["labels"], one["values"], strict=True):
            wanted = int(label.removesuffix("月"))
            at = next(m for m in months(202408, month)[::-1] if m % 100 == wanted)
            found = rates_by_sql(busy.connection, at, at, "channel", NOW).values()
            good, of = (sum(row[2 * number + part] for row in found) for part in (0, 1))
            assert value == (round(100 * good / of, 1) if of >= 10 else None), (label, one["name"])


def test_names_and_numbers_are_masked_unless_asked_for(engine: Engine, folder: Path) -> None:
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    title = "王秀英家漏水，回电13800001234"
    matter = Matter(
        title=title, reporter="王秀英", phone="13800001234", due_at=NOW - 2 * DAY, received_at=NOW - 3 * DAY
    )
    done = engine.execute(RegisterCase(matter=matter))
    assert isinstance(done, Done)
    case = done.subjects[0].partition("/")[2]
    assert isinstance(engine.execute(WriteMonthly(month=202607, examples=(case,))), Done)
    masked = text_of(print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW)["pdf"])
    assert "王秀英" not in masked
    assert "13800001234" not in masked
    assert "王**" in squeezed(masked)
    whole = print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW, options={"masked": False})[
        "pdf"
    ]
    assert squeezed(title) in squeezed(text_of(whole))
    assert "内部" in text_of(whole)


def test_a_check_holds_for_what_was_checked(engine: Engine, folder: Path, wall: Wall) -> None:
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    first = print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW)["digest"]
    assert isinstance(engine.execute(CheckMonthly(month=202607, digest=first)), Done)
    assert print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW)["digest"] == first
    assert isinstance(engine.execute(WriteMonthly(month=202607, measures="疏通排水口\n七月底前查一遍")), Done)
    again = print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW)
    assert again["digest"] != first
    assert "七月底前查一遍" in squeezed(text_of(again["pdf"]))
    state = MatterReader(engine.journal.connection).one(Monthly, "monthly/202607")
    assert (state.checks[-1].digest, state.measures.splitlines()[0]) == (first, "疏通排水口")


def test_measures_of_the_last_month_come_again(engine: Engine, folder: Path) -> None:
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    assert isinstance(engine.execute(WriteMonthly(month=202606, measures="漏雨房屋逐户回看")), Done)
    said = squeezed(text_of(print_document(unwatched, str(folder), "", FORM, "monthly/202607", now=NOW)["pdf"]))
    assert "上月提出的措施：1.漏雨房屋逐户回看" in said


def test_a_word_copy_holds_the_same_figures(busy: Journal, folder: Path, tmp_path: Path) -> None:
    from docx import Document

    month, target = fullest(busy), tmp_path / "点评.docx"
    word_copy(unwatched, str(folder), "", FORM, monthly_subject(month), str(target), now=NOW)
    data, _ = document_data(str(folder), "", FORM, monthly_subject(month), now=NOW)
    copied = Document(str(target))
    cells = {tuple(cell.text for cell in row.cells) for grid in copied.tables for row in grid.rows}
    for row in (*table(data, "各项指标"), *table(data, "牵头单位")):
        assert tuple(row) in cells


@pytest.mark.parametrize("month", [0, 13, 202600, 202613, 99999, 1999912])
def test_what_is_no_month_is_refused(engine: Engine, month: int) -> None:
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    outcome = engine.execute(WriteMonthly(month=month, measures="x"))
    assert getattr(outcome, "code", "") == "month_wrong"


def test_an_unknown_subject_is_refused(engine: Engine, folder: Path) -> None:
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    with pytest.raises(Refused, match="month_wrong"):
        print_document(unwatched, str(folder), "", FORM, "monthly/soon")

"""Every form of an incident under the worst that can come: 60 departments with long names, words without a blank, 200 entries.

Nothing may be lost, and nothing may lie outside the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import print_document
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, DeclareFalseAlarm, Note, UnitCall
from commandcenter.journal.journal import open_journal
from commandcenter.reporting.registry import FORMS
from paper_text import squeezed
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from conftest import NOW

LONG_NAME = "榆和区城市管理综合行政执法局青榆街道综合行政执法队第{n}中队（含直属机动分队）"
LONG_WORDS = "险情" * 150
LONG_LATIN = "http://example.invalid/" + "A" * 200
EDGE_MM = 8
OF_WHISTLE = tuple(
    key
    for key, form in FORMS.items()
    if "whistle" in form.families and key not in ("situation_report", "false_alarm")  # there is none to print
)


class Crowd:
    """An incident with 60 departments on a real folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock(NOW)
        self.engine = Engine(open_journal(folder, self.clock.now), self.clock.now)
        units = [
            (
                f"unit/D{n:02d}",
                {"name": LONG_NAME.format(n=n), "kind": "department", "relation": "dispatch", "duty_phone": "110"},
                {"contacts": [{"name": "值班员" * 4, "post": "带班领导" * 4, "phone": "100-0000-2000"}]},
            )
            for n in range(1, 61)
        ]
        records: Any = (
            ("office/main", {"name": "青榆街道办事处" * 2}, {}),
            *units,
            ("person/P1", {}, {"name": "甲" * 12}),
        )
        self.do(FoundOffice(records=records))
        calls = tuple(UnitCall(unit=f"D{n:02d}", ask=12) for n in range(1, 61))
        done = self.do(BlowWhistle(units=calls, title=LONG_WORDS, place_words=LONG_LATIN))
        self.whistle = next(one for one in done.subjects if one.startswith("whistle/")).partition("/")[2]
        for n in range(1, 61):
            self.clock.advance(MINUTE // 4)
            self.do(
                RecordMilestone(
                    whistle=self.whistle, unit=f"D{n:02d}", milestone="arrived", people=n, told_by="联络员" * 6
                )
            )
            self.do(Note(whistle=self.whistle, words=f"第{n}条：{LONG_WORDS[:60]}{LONG_LATIN}"))

    def do(self, command: Command) -> Done:
        outcome = self.engine.execute(command, Who("P1", "clerk", self.engine.journal.node))
        assert isinstance(outcome, Done), outcome
        return outcome


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    found = Crowd(tmp_path_factory.mktemp("crowd"))
    yield found
    found.engine.journal.close()


def opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


@pytest.mark.parametrize("key", OF_WHISTLE)
def test_the_worst_incident_is_printed_whole_and_on_the_paper(key: str, crowd: Crowd, qapp: Any) -> None:
    subject = f"whistle/{crowd.whistle}"
    printed = print_document(lambda a, b: None, str(crowd.folder), "", key, subject, printed_by="P1")
    document = opened(printed["pdf"])
    assert document.pageCount() == printed["pages"]
    edge = EDGE_MM / 25.4 * 72
    for page in range(document.pageCount()):
        size, selection = document.pagePointSize(page), document.getAllText(page)
        box = selection.boundingRectangle()
        assert box.left() >= edge, (key, page, box)
        assert box.right() <= size.width() - edge, (key, page, box)
        assert box.top() >= edge, (key, page, box)
        assert box.bottom() <= size.height() - edge, (key, page, box)
        text = squeezed(selection.text())
        assert f"第{page + 1}页/共{printed['pages']}页" in text, (key, page)
        assert printed["number"] in text, (key, page)
        assert "打印" in text, (key, page)
        if FORMS[key].private:
            assert "内部用后销毁" in text, (key, page)


def test_the_units_of_the_board_stand_on_the_progress_sheet(crowd: Crowd, qapp: Any) -> None:
    printed = print_document(lambda a, b: None, str(crowd.folder), "", "progress", f"whistle/{crowd.whistle}")
    document = opened(printed["pdf"])
    text = "".join(squeezed(document.getAllText(page).text()) for page in range(document.pageCount()))
    for n in range(1, 61):
        assert squeezed(LONG_NAME.format(n=n)) in text, n


def test_a_false_alarm_tells_whom_it_was_told(crowd: Crowd, tmp_path: Path, qapp: Any) -> None:
    folder = tmp_path / "alarm"
    folder.mkdir()
    small = Crowd(folder)
    try:
        small.do(DeclareFalseAlarm(whistle=small.whistle, words="报警器误动作，现场核实无烟无火"))
        printed = print_document(lambda a, b: None, str(folder), "", "false_alarm", f"whistle/{small.whistle}")
    finally:
        small.engine.journal.close()
    text = squeezed("".join(opened(printed["pdf"]).getAllText(page).text() for page in range(printed["pages"])))
    assert "报警器误动作，现场核实无烟无火" in text
    assert "尚未告知60个" in text
    assert squeezed(LONG_NAME.format(n=60)) in text

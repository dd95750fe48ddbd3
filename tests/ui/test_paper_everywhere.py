"""Paper from any screen by keys, over the real print library of this computer to a printer that exists only here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.reporting.registry import FORMS, forms_of
from commandcenter.ui.parts.printing import PaperSheet, print_at_once, print_form
from commandcenter.ui.shell.window import Window
from docx import Document
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from virtual_printer import VirtualPrinter, virtual_printer

from reporting.paper_text import squeezed

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = 30_000


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[VirtualPrinter]:
    """The only printer of this computer."""
    with virtual_printer() as found:
        monkeypatch.setenv("CUPS_SERVER", found.address)
        yield found


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")


@pytest.fixture
def incident(desk: Desk, window: Window, quick: None) -> str:
    """A running whistle, its board seen; the subject."""
    desk.blow(Qt.Key.Key_1)
    desk.line("1 到 6")
    return f"whistle/{desk.incident.whistle.id}"


def shown(window: Window, hands: Hands, *wanted: tuple[str, str]) -> PaperSheet:
    sheet = print_form(window.context, window, *wanted)
    hands.until(lambda: sheet.work.shown, LONG)
    return sheet


def prints(window: Window, form: str, subject: str) -> list[SimpleNamespace]:
    found = window.desk.read.matters.one(Prints, prints_subject(form, subject))
    return [SimpleNamespace(way=one.way, by=one.by, digest=one.digest, vector=one.vector) for one in found.prints]


def text_of(pdf: bytes, tmp_path: Path) -> str:
    file = tmp_path / "read.pdf"
    file.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(file))
    return squeezed("".join(document.getAllText(page).text() for page in range(document.pageCount())))


def test_one_key_prints_and_the_second_copy_says_so(
    printer: VirtualPrinter, incident: str, desk: Desk, window: Window, hands: Hands, tmp_path: Path
) -> None:
    sheet = shown(window, hands, ("sign_in_sheet", incident))
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: len(prints(window, "sign_in_sheet", incident)) == 1, LONG)
    hands.settled()
    assert any("Duty-Room" in words for words in desk.toasts)
    hands.until(lambda: len(sheet.work.result.get("earlier", ())) == 1, LONG)
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: len(prints(window, "sign_in_sheet", incident)) == 2, LONG)
    first, second = (text_of(document, tmp_path) for document in printer.documents)
    assert "F05第1次打印" in first
    assert "补打" not in first
    assert "F05补打第2次打印" in second
    told = prints(window, "sign_in_sheet", incident)
    assert [one.way for one in told] == ["printer", "printer"]
    assert told[0].digest == told[1].digest
    assert f"{window.desk.node}:" in told[0].vector


def test_a_change_after_the_print_shows(
    printer: VirtualPrinter, incident: str, desk: Desk, window: Window, hands: Hands
) -> None:
    sheet = shown(window, hands, ("command_log", incident))
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: bool(sheet.work.result.get("earlier")), LONG)
    assert sheet.note.text() == ""
    hands.key(Qt.Key.Key_Escape)
    desk.line("!封锁东门")
    again = shown(window, hands, ("command_log", incident))
    assert "changed since the print of" in again.note.text()


def test_a_printer_that_is_jammed_holds_up_no_key(
    printer: VirtualPrinter, incident: str, desk: Desk, window: Window, hands: Hands
) -> None:
    """The printer has taken the call and says nothing: departments arrive meanwhile, other papers are set, and it is given up."""
    printer.hold.set()
    shown(window, hands, ("sign_in_sheet", incident))
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: 0x0005 in printer.asked, LONG)
    hands.key(Qt.Key.Key_Escape)
    before = desk.state(2).furthest
    desk.digit(2)
    assert desk.state(2).furthest != before, "a digit steps a department while the printer is silent"
    desk.line("3 到 4")
    assert desk.state(3).furthest == "arrived"
    sheet = shown(window, hands, ("call_sheet", incident))
    assert sheet.view.document.pageCount() > 0, "another paper is set meanwhile"
    assert window.desk.printer.current is not None, "and all that time the printer said nothing"
    assert prints(window, "sign_in_sheet", incident) == [], "what no printer took is not on record"
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: bool(desk.form.isVisible()), LONG)
    assert "gives it up" in desk.form.note.text()
    printer.hold.clear()
    hands.send()
    hands.until(lambda: len(prints(window, "call_sheet", incident)) == 1, LONG)
    assert prints(window, "sign_in_sheet", incident) == []
    assert any("given up" in words for words in desk.toasts)


def test_a_printer_that_refuses_is_told_and_nothing_is_on_record(
    printer: VirtualPrinter, incident: str, desk: Desk, window: Window, hands: Hands
) -> None:
    printer.refuse = True
    print_at_once(window.context, window, "sign_in_sheet", incident)
    hands.until(lambda: any("did not take the pages" in words for words in desk.toasts), LONG)
    assert prints(window, "sign_in_sheet", incident) == []


def test_without_a_printer_the_way_out_is_told(
    no_printer: None, incident: str, desk: Desk, window: Window, hands: Hands
) -> None:
    shown(window, hands, ("sign_in_sheet", incident))
    hands.key(Qt.Key.Key_P, CONTROL)
    hands.until(lambda: any("knows no printer" in words for words in desk.toasts), LONG)


def test_copies_and_printer_are_asked_for_by_shift(
    printer: VirtualPrinter, incident: str, desk: Desk, window: Window, hands: Hands
) -> None:
    shown(window, hands, ("sign_in_sheet", incident))
    hands.key(Qt.Key.Key_P, CONTROL | SHIFT)
    hands.until(lambda: len(desk.sheets) == 2, LONG)
    desk.fill(printer="Duty-Room", copies="3")
    hands.send()
    hands.until(lambda: len(prints(window, "sign_in_sheet", incident)) == 1, LONG)
    found = window.desk.read.matters.one(Prints, prints_subject("sign_in_sheet", incident))
    assert found.prints[0].copies == 3
    assert window.context.services.settings.printer == "Duty-Room"


def test_the_forms_stand_as_tabs_and_a_word_copy_is_no_print(
    incident: str, desk: Desk, window: Window, hands: Hands, tmp_path: Path
) -> None:
    sheet = shown(window, hands, ("sign_in_sheet", incident), ("review", incident))
    assert not sheet.word_button.isVisible(), "nobody edits a sign-in sheet"
    hands.key(Qt.Key.Key_Right)
    hands.until(lambda: sheet.work.shown, LONG)
    assert sheet.title.text() == "应急响应评估报告"
    hands.key(Qt.Key.Key_E, CONTROL)
    target = tmp_path / "复盘"
    desk.fill(path=str(target))
    hands.send()
    hands.until(lambda: len(prints(window, "review", incident)) == 1, LONG)
    document = Document(str(tmp_path / "复盘.docx"))
    assert any("一、基本情况" in line.text for line in document.paragraphs)
    hands.until(lambda: sheet.work.shown, LONG)
    assert sheet.work.result["earlier"] == [], "a copy to be edited is no print"


def test_what_cannot_be_printed_says_why(incident: str, window: Window, hands: Hands) -> None:
    sheet = print_form(window.context, window, ("situation_report", incident))
    hands.until(lambda: bool(sheet.view._note), LONG)
    assert "No situation report" in sheet.view._note


def test_every_form_has_its_number_and_its_subject() -> None:
    without = {"函", "专报", "附"}  # letters, reports and what is laid beside another paper have no number in the list
    codes = {form.code for form in FORMS.values()} - without
    assert all(code.startswith("F") and 1 <= int(code[1:]) <= 24 for code in codes)
    assert all(form.families for form in FORMS.values())
    assert [form.code for form in forms_of("whistle")] == sorted(form.code for form in forms_of("whistle"))

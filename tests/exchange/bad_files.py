"""Files that are no workbook, or none to be opened, as they really turn up in an office."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

FILES = Path(__file__).parent / "files"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def sheet_archive(path: Path, rows: str | Callable[[io.IOBase], None]) -> Path:
    """A workbook whose one sheet has this XML between ``sheetData``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
            '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        )
        target = f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"'
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" {target}/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        target = f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"'
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" {target}/></Relationships>',
        )
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            if isinstance(rows, str):
                sheet.write(rows.encode())
            else:
                rows(sheet)  # type: ignore[arg-type]
            sheet.write(b"</sheetData></worksheet>")
    return path


def open_document(path: Path, rows: str, *, manifest: str = "") -> Path:
    """An OpenDocument spreadsheet whose one table has these rows."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type='
            f'"application/vnd.oasis.opendocument.spreadsheet"/>{manifest}</manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            f' xmlns:table="{TABLE}" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
            f'<office:body><office:spreadsheet><table:table table:name="表">{rows}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>",
        )
    return path


def cell(text: str, more: str = "") -> str:
    """A text cell of an OpenDocument table."""
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def _bytes(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def _archive(name: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "<x/>")

    return make


def _truncated(path: Path) -> None:
    full = io.BytesIO()
    Workbook().save(full)
    path.write_bytes(full.getvalue()[:-400])


def _zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 << 20)


def _zipped_zeros(path: Path) -> None:
    def rows(sheet: io.IOBase) -> None:
        sheet.write(b"<row><c><v>")
        for _ in range(200):
            sheet.write(b"0" * (1 << 20))
        sheet.write(b"</v></c></row>")

    sheet_archive(path, rows)


def _far_cells(path: Path) -> None:
    sheet_archive(
        path,
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    )


def _locked_xls(path: Path) -> None:
    """The old format with the record FILEPASS behind the beginning of its stream, in the place of INTERFACEHDR."""
    content = (FILES / "plain.xls").read_bytes()
    assert content.count(b"\xe1\x00\x02\x00") == 1
    path.write_bytes(content.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00"))


def _only_numbers(path: Path) -> None:
    book = Workbook()
    for row in (("甲", "乙"), (1, 2), (3, 4)):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)


def _no_time(path: Path) -> None:
    book = Workbook()
    for row in (("工单编号", "标题"), (1001, "路灯不亮")):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)


_HUGE_ROWS = f'<table:table-row table:number-rows-repeated="1048576">{cell("x", " table:number-columns-repeated=" + chr(34) + "16384" + chr(34))}</table:table-row>'

BAD_FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "pdf named xlsx": ("a.xlsx", _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), "not_a_workbook"),
    "picture named xls": ("a.xls", _bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64), "not_a_workbook"),
    "web page named xls": ("a.xls", _bytes(b"<html><table><tr><td>1</td></tr></table></html>"), "not_a_workbook"),
    "text document": ("a.xlsx", _archive("word/document.xml"), "not_a_workbook"),
    "other archive": ("a.xlsx", _archive("readme.txt"), "not_a_workbook"),
    "cut off": ("a.xlsx", _truncated, "not_a_workbook"),
    "broken inside": ("a.xlsx", lambda path: sheet_archive(path, '<row r="1"><c r="A1"><v>1</row>'), "not_a_workbook"),
    "noise named csv": ("a.csv", _bytes(b"\x01\xff\xfe\x00\x00\x80" * 50), "not_a_workbook"),
    "folder": ("a.xlsx", lambda path: path.mkdir(), "not_a_workbook"),
    "200 MB of zeros": ("a.xlsx", _zeros, "not_a_workbook"),
    "200 MB of zeros named csv": ("a.csv", _zeros, "not_a_workbook"),
    "200 MB of zeros zipped": ("a.xlsx", _zipped_zeros, "workbook_too_large"),
    "two cells far apart": ("a.xlsx", _far_cells, "workbook_too_large"),
    "one cell repeated": ("a.ods", lambda path: open_document(path, _HUGE_ROWS), "workbook_too_large"),
    "nothing at all": ("a.xlsx", _bytes(b""), "workbook_empty"),
    "empty workbook": ("a.xlsx", lambda path: Workbook().save(path), "workbook_empty"),
    "blank csv": ("a.csv", _bytes(b" , ,\r\n\r\n"), "workbook_empty"),
    "protected": (
        "a.xlsx",
        lambda path: path.write_bytes((FILES / "protected.xlsx").read_bytes()),
        "workbook_protected",
    ),
    "protected xls": ("a.xls", _locked_xls, "workbook_protected"),
    "protected ods": (
        "a.ods",
        lambda path: open_document(path, "", manifest="<manifest:encryption-data/>"),
        "workbook_protected",
    ),
    "no usable columns": ("a.xlsx", _only_numbers, "no_usable_columns"),
    "no time": ("a.xlsx", _no_time, "no_usable_columns"),
    "missing": ("a.xlsx", lambda path: None, "not_found"),
}
"""What it is → (name, how it is made, the code it is refused with)."""

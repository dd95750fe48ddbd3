"""Writing a spreadsheet row by row, straight into the file that was asked for.

Written here and not with openpyxl because that keeps each sheet in a second, unprotected file in the system's temporary
folder - citizens' names and phones - and takes ten times as long. Only what an export needs: one heading row that stays
in view, texts, dates and numbers. Texts are inline strings, so a formula can never come of them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from commandcenter.domain.clock import DAY, HOUR

MOST_ROWS = 1_000_000
"""After so many rows the table goes on in another sheet; the format ends at 1,048,576."""
LONGEST_CELL = 32_767
"""The most characters a cell may hold."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ZONE, _SERIAL_OF_EPOCH = 8 * HOUR, 25569

Value = str | int | float | None
"""A text, a number, or nothing."""


class Moment(int):
    """Epoch milliseconds to be written as a date cell in office time."""


def plain_text(text: str) -> str:
    """The text without characters a file of this kind cannot hold, cut where a cell ends."""
    text = _ILLEGAL.sub("", text)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


class SheetWriter:
    """Writes one table into an ``.xlsx`` file. Use it as a context manager; rows go out as they come in."""

    def __init__(self, file: IO[bytes], title: str, headings: Sequence[str], widths: Sequence[int]) -> None:
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._title, self._headings, self._widths = title, headings, widths
        self._sheets = 0
        self._row = 0
        self._stream: IO[bytes] | None = None

    def __enter__(self) -> SheetWriter:
        self._open_sheet()
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._close_sheet()
        if kind is None:
            self._write_frame()
        self._archive.close()

    def write(self, values: Sequence[Value]) -> None:
        """Add a row."""
        if self._row > MOST_ROWS:
            self._close_sheet()
            self._open_sheet()
        self._row += 1
        cells = "".join([self._cell(index, value) for index, value in enumerate(values) if value not in (None, "")])
        self._put(f'<row r="{self._row}">{cells}</row>')

    def _cell(self, index: int, value: Value) -> str:
        where = f'r="{_letters(index)}{self._row}"'
        if isinstance(value, Moment):
            return f'<c {where} s="2"><v>{(value + _ZONE) / DAY + _SERIAL_OF_EPOCH:.9f}</v></c>'
        if isinstance(value, int | float):
            return f"<c {where}><v>{value}</v></c>"
        text = escape(_LOOKS_ESCAPED.sub("_x005F_", plain_text(str(value))))
        return (
            f'<c {where} t="inlineStr" s="{1 if self._row == 1 else 3}"><is><t xml:space="preserve">{text}</t></is></c>'
        )

    def _put(self, text: str) -> None:
        assert self._stream is not None
        self._stream.write(text.encode("utf-8"))

    def _open_sheet(self) -> None:
        self._sheets += 1
        self._stream = self._archive.open(f"xl/worksheets/sheet{self._sheets}.xml", "w", force_zip64=True)
        columns = "".join(
            f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
            for place, width in enumerate(self._widths, start=1)
        )
        self._put(
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
            f' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>'
        )
        self._row = 0
        self.write(self._headings)

    def _close_sheet(self) -> None:
        if self._stream is not None:
            self._put(f'</sheetData><autoFilter ref="A1:{_letters(len(self._headings) - 1)}{self._row}"/></worksheet>')
            self._stream.close()
            self._stream = None

    def _write_frame(self) -> None:
        numbers = range(1, self._sheets + 1)
        names = [self._title if number == 1 else f"{self._title} {number}" for number in numbers]
        sheets = "".join(
            f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
            for number, name in zip(numbers, names, strict=True)
        )
        related = "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
            for number in numbers
        )
        styles = f'<Relationship Id="rId{self._sheets + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
            for number in numbers
        )
        self._archive.writestr(
            "[Content_Types].xml",
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>{parts}</Types>',
        )
        self._archive.writestr(
            "_rels/.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        self._archive.writestr(
            "xl/workbook.xml",
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
            f"<sheets>{sheets}</sheets></workbook>",
        )
        self._archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}{styles}</Relationships>',
        )
        self._archive.writestr("xl/styles.xml", _STYLES)


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else _letters(index // 26 - 1) + chr(65 + index % 26)


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""

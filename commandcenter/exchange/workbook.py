"""Opening somebody else's file: what it really is, whether it is safe to read, and its rows with their true numbers.

A file is judged by its first bytes, never by its name. Everything that can be wrong with it is refused before the first
row is read: ``not_a_workbook`` (``found`` says what it is), ``workbook_protected``, ``workbook_too_large``. The sizes are
asked of the archive's directory and the used area of each sheet is looked up before the reader, which keeps the whole
rectangle in memory, is let near it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.parsers import expat

from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import telling

Cell = str | float | int | bool | datetime | date | time | timedelta
"""What stands in a cell; an empty one is the empty string."""

MOST_BYTES = 256 << 20
"""The largest file that is opened."""
MOST_UNZIPPED = 1 << 30
"""The most that the parts of a workbook may unpack to, together."""
MOST_RATIO, RATIO_FROM = 200, 16 << 20
"""A part larger than ``RATIO_FROM`` that shrank by more than this is no table but a bomb."""
MOST_CELLS = 32_000_000
"""The largest used area of one sheet, rows times columns."""
LONGEST_FIELD = 10 << 20
"""The longest field of a text file."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"{\\rtf", "document"),
)
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|table|meta|\?xml)", re.IGNORECASE)
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00[\x05\x06]\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""The beginning of the old format's stream with FILEPASS behind it, WRITEPROTECT perhaps between them."""
_FAR_CELL = re.compile(rb"""\sr=["'](?:([A-Z]{2,3})(\d{1,7})|([A-Z])(\d{6,7}))["'][^<>]*?(/?)>""")
_NEAR_COLUMNS, _NEAR_ROWS = 26, 99_999
_CHUNK = 1 << 20
_LONGEST_TAG = 512


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook. ``hidden`` as its author set it; a text file has one sheet with the name of the file."""

    name: str
    hidden: bool = False


class Workbook:
    """An open workbook or text table. Build it with ``open_workbook``; it holds no file open."""

    def __init__(self, name: str, kind: str, sheets: Sequence[Sheet], source: Any) -> None:
        self.name = name
        self.kind = kind
        self.sheets = tuple(sheets)
        self._source = source
        self._loaded: dict[str, Any] = {}

    def table(self, sheet: str) -> Table:
        """The rows of a sheet. Refuses ``sheet_unknown`` and ``not_a_workbook`` when the sheet cannot be read."""
        if all(known.name != sheet for known in self.sheets):
            raise Refused("sheet_unknown", sheet=sheet, file=self.name)
        if isinstance(self._source, list):
            return Table(self.name, self._source, len(self._source), 0)
        if sheet not in self._loaded:
            with _reading(self.name):
                self._loaded[sheet] = self._source.get_sheet_by_name(sheet)
        found = self._loaded[sheet]
        if found.end is None:
            return Table(self.name, [], 0, 0)
        return Table(self.name, found.iter_rows(), found.end[0] + 1, found.start[1])

    def merged(self, sheet: str) -> Sequence[tuple[int, int, int, int]]:
        """The merged cells of a sheet that was opened with ``table``: first and last row from 1, first and last column from 0."""
        found = getattr(self._loaded.get(sheet), "merged_cell_ranges", None) or ()
        return [(top + 1, bottom + 1, left, right) for (top, left), (bottom, right) in found]


class Table:
    """The rows of one sheet, to be read once."""

    def __init__(self, file: str, rows: Any, height: int, left: int) -> None:
        self.height = height
        self._file = file
        self._rows = rows
        self._left = left

    def __iter__(self) -> Iterator[tuple[int, list[Cell]]]:
        """Row by row: its number as a spreadsheet shows it, and its cells from column A on."""
        before: list[Cell] = [""] * self._left
        with _reading(self._file):
            for number, cells in enumerate(self._rows, start=1):
                yield number, (before + cells if before else cells)


def open_workbook(path: Path) -> Workbook:
    """Open a workbook (xlsx, xlsm, xls, ods) or a text table (csv, tsv) after having looked at what it is.

    Refuses ``not_a_workbook`` with ``found``: folder, device, pdf, image, archive, document, page, text, binary, damaged;
    ``workbook_empty``, ``workbook_protected``, ``workbook_too_large`` with ``limit``. Raises ``Trouble`` not_found,
    read_only, io.
    """
    with telling(path):
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _no_workbook(path.name, "folder" if stat.S_ISDIR(status.st_mode) else "device")
        if status.st_size == 0:
            raise Refused("workbook_empty", file=path.name)
        if status.st_size > MOST_BYTES:
            raise Refused("workbook_too_large", file=path.name, size=status.st_size, limit=MOST_BYTES)
        with path.open("rb") as file:
            start = file.read(_CHUNK)
            kind = _kind_of(path.name, start)
            content = start + file.read()
    if kind == "text":
        return _open_text(path.name, content)
    if kind == "zip":
        kind = _check_archive(path.name, content)
    elif _ENCRYPTED_PACKAGE in content or _LOCKED_XLS.search(content):
        raise Refused("workbook_protected", file=path.name)
    return _open_sheets(path.name, kind, content)


def _no_workbook(name: str, found: str, **facts: object) -> Refused:
    return Refused("not_a_workbook", file=name, found=found, **facts)


def _kind_of(name: str, start: bytes) -> str:
    if start.startswith(_ZIP):
        return "zip"
    if start.startswith(_OLE):
        return "xls"
    for magic, found in _OTHERS:
        if start.startswith(magic):
            raise _no_workbook(name, found)
    if _PAGE.match(start):
        raise _no_workbook(name, "page")
    if b"\0" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _no_workbook(name, "binary")
    return "text"


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn what the reader says about a damaged or locked file into a refusal."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError:
        raise Refused("workbook_protected", file=name) from None
    except (CalamineError, UnicodeError) as error:
        raise _no_workbook(name, "damaged", detail=str(error)) from error


def _open_sheets(name: str, kind: str, content: bytes) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with _reading(name):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [
        Sheet(told.name, told.visible != SheetVisibleEnum.Visible)
        for told in book.sheets_metadata
        if told.typ == SheetTypeEnum.WorkSheet
    ]
    return Workbook(name, kind, sheets, book)


# --- archives: sizes first -------------------------------------------------------------------------------------------


def _check_archive(name: str, content: bytes) -> str:
    """The kind of workbook in a zip archive, once its sizes are known to be bearable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_sizes(name, parts)
            names = {part.filename for part in parts}
            if "xl/workbook.xml" in names:
                for part in parts:
                    if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                        _check_area(name, archive, part)
                return "xlsx"
            if "content.xml" in names and "mimetype" in names and b"spreadsheet" in archive.read("mimetype"):
                _check_open_document(name, archive)
                return "ods"
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, OSError) as error:
        raise _no_workbook(name, "damaged", detail=str(error)) from error
    document = any(part.startswith(("word/", "ppt/")) for part in names)
    raise _no_workbook(name, "document" if document else "binary" if "xl/workbook.bin" in names else "archive")


def _check_sizes(name: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("workbook_protected", file=name)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNZIPPED:
        raise Refused("workbook_too_large", file=name, size=unpacked, limit=MOST_UNZIPPED)
    for part in parts:
        if part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise Refused("workbook_too_large", file=name, size=part.file_size, limit=RATIO_FROM)


def _check_area(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a sheet whose filled cells span more than ``MOST_CELLS``: two cells far apart would fill the memory."""
    rows, columns = _NEAR_ROWS, _NEAR_COLUMNS
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = rest + chunk
            for letters, number, letter, far, empty in _FAR_CELL.findall(text):
                if not empty:
                    rows = max(rows, int(number or far))
                    columns = max(columns, _column(letters or letter))
            rest = text[-_LONGEST_TAG:]
    if rows * columns > MOST_CELLS:
        raise Refused("workbook_too_large", file=name, size=rows * columns, limit=MOST_CELLS)


def _column(letters: bytes) -> int:
    count = 0
    for letter in letters:
        count = count * 26 + letter - 64
    return count


def _check_open_document(name: str, archive: zipfile.ZipFile) -> None:
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refused("workbook_protected", file=name)
    measure = _OpenDocumentArea(name)
    try:
        with archive.open("content.xml") as stream:
            measure.parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise _no_workbook(name, "damaged", detail=str(error)) from error


class _OpenDocumentArea:
    """Adds up the repeated rows and cells of an OpenDocument table; they are how a small file describes a huge one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows = self._columns = self._at = self._filled = self._repeated = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        tag = element.rpartition(" ")[2]
        if tag == "table":
            self._rows = self._columns = 0
        elif tag == "table-row":
            self._at = self._filled = 0
            self._repeated = _repeats(attributes, "number-rows-repeated")
        elif tag in ("table-cell", "covered-table-cell"):
            self._at += _repeats(attributes, "number-columns-repeated")
            if any(key.endswith(" value-type") for key in attributes):
                self._filled = self._at

    def _end(self, element: str) -> None:
        if element.rpartition(" ")[2] != "table-row":
            return
        self._rows += self._repeated
        if self._filled:
            self._columns = max(self._columns, self._filled)
            if self._rows * self._columns > MOST_CELLS:
                area = self._rows * self._columns
                raise Refused("workbook_too_large", file=self._name, size=area, limit=MOST_CELLS)


def _repeats(attributes: dict[str, str], name: str) -> int:
    told = next((value for key, value in attributes.items() if key.endswith(f" {name}")), "1")
    return int(told) if told.isascii() and told.isdigit() else 1


# --- text tables ------------------------------------------------------------------------------------------------------

_DELIMITERS = ",\t;|，"


def _open_text(name: str, content: bytes) -> Workbook:
    text = _decoded(content)
    if text is None or "\0" in text:
        raise _no_workbook(name, "binary")
    csv.field_size_limit(LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise _no_workbook(name, "damaged", detail=str(error)) from error
    if sum(map(len, rows)) > MOST_CELLS:
        raise Refused("workbook_too_large", file=name, size=sum(map(len, rows)), limit=MOST_CELLS)
    if not any(any(map(str.strip, row)) for row in rows):
        raise Refused("workbook_empty", file=name)
    return Workbook(name, "csv", [Sheet(Path(name).stem)], rows)


def _decoded(content: bytes) -> str | None:
    """The text in UTF-8 or UTF-16 with its mark, else UTF-8, else GB 18030; None when it is none of them."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """The separator that cuts the first lines into the most even rows."""
    start = text[: 1 << 16]

    def evenness(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if row)
        width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
        return (count / widths.total() if width > 1 else 0.0, width)

    return max(_DELIMITERS, key=evenness)

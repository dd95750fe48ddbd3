"""The words for files: what one turned out to be, what is wrong with it, which column it lacks, why a row of it was not taken."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

FILES: Mapping[str, str] = {
    "folder": QT_TRANSLATE_NOOP("File", "a folder"),
    "device": QT_TRANSLATE_NOOP("File", "a device"),
    "pdf": QT_TRANSLATE_NOOP("File", "a PDF"),
    "image": QT_TRANSLATE_NOOP("File", "a picture"),
    "archive": QT_TRANSLATE_NOOP("File", "a packed archive"),
    "document": QT_TRANSLATE_NOOP("File", "a text document"),
    "page": QT_TRANSLATE_NOOP("File", "a web page"),
    "binary": QT_TRANSLATE_NOOP("File", "a file of another program"),
    "damaged": QT_TRANSLATE_NOOP("File", "a damaged file"),
}
"""What a file turned out to be."""

FAULTS: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("Fault", "it is empty or gone"),
    "file": QT_TRANSLATE_NOOP("Fault", "the file itself"),
    "gap": QT_TRANSLATE_NOOP("Fault", "an entry is missing before"),
    "chain": QT_TRANSLATE_NOOP("Fault", "the chain breaks at"),
    "digest": QT_TRANSLATE_NOOP("Fault", "changed afterwards:"),
    "signature": QT_TRANSLATE_NOOP("Fault", "not signed by its computer:"),
    "unsigned_end": QT_TRANSLATE_NOOP("Fault", "the end is not signed:"),
    "body": QT_TRANSLATE_NOOP("Fault", "unreadable:"),
    "private": QT_TRANSLATE_NOOP("Fault", "private words changed afterwards:"),
    "private_missing": QT_TRANSLATE_NOOP("Fault", "private words are missing:"),
    "foreign_key": QT_TRANSLATE_NOOP("Fault", "a reference leads nowhere:"),
}
"""What is wrong with a data file; the entry it is about follows."""

COLUMNS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("Column", "title or text"),
    "time": QT_TRANSLATE_NOOP("Column", "time"),
    "category": QT_TRANSLATE_NOOP("Column", "category"),
}
"""The columns without which a sheet is of no use."""

ROWS: Mapping[str, str] = {
    "title_missing": QT_TRANSLATE_NOOP("Row", "neither a title nor a text"),
    "time_missing": QT_TRANSLATE_NOOP("Row", "no time"),
    "time_unreadable": QT_TRANSLATE_NOOP("Row", "the time cannot be read"),
    "time_in_future": QT_TRANSLATE_NOOP("Row", "the time lies in the future"),
    "text_too_long": QT_TRANSLATE_NOOP("Row", "the text is too long"),
    "number_rounded": QT_TRANSLATE_NOOP("Row", "the spreadsheet rounded the number; save that column as text"),
    "number_taken": QT_TRANSLATE_NOOP("Row", "another matter has this number already"),
    "number_twice_differs": QT_TRANSLATE_NOOP("Row", "the number stands twice in the file, with different words"),
    "level_missing": QT_TRANSLATE_NOOP("Row", "the upper level is missing"),
    "level_too_long": QT_TRANSLATE_NOOP("Row", "the name of a level is too long"),
    "slash_in_level": QT_TRANSLATE_NOOP("Row", "the name of a level holds a slash"),
}
"""Why a row of a workbook was not taken."""

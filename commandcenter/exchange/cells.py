"""From a cell to a value: texts without padding, ids without ``.0``, times of every kind. Nothing here ever raises.

Words of citizens are kept as they were written; only blanks, empty lines and characters that cannot be seen go.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from unicodedata import normalize

from commandcenter.domain.clock import CHINA, DAY, HOUR, MINUTE, SECOND
from commandcenter.exchange.words import words
from commandcenter.exchange.workbook import Cell

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, marks of zero width, marks that turn the direction of writing, broken halves of characters."""

_BREAK_IN_XML = "_x000D_"

EARLIEST_YEAR, LATEST_YEAR = 1980, 2199
_OFFICE_ZONE = 8 * HOUR
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_FIRST_SERIAL, _LAST_SERIAL, _EPOCH_SERIAL = 29221, 109575, 25569
"""Spreadsheet day numbers of 1980-01-01, 2200-01-01 and 1970-01-01."""

_MOMENT = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:号)?"
    r"(?:[T\s,，]*(?:(?:星期|周)[一二三四五六日天])?\s*(凌晨|早上|上午|中午|下午|傍晚|晚上|夜间|晚|[AaPp][Mm])?\s*"
    r"(\d{1,2})\s*[:：时点]\s*(?:(\d{1,2})\s*分?(?:\s*[:：]?\s*(\d{1,2})(?:[.,]\d{1,9})?\s*秒?)?)?\s*([AaPp][Mm])?"
    r"\s*(Z|z|[+-]\d{2}:?\d{2})?)?"
)
_AFTERNOON = frozenset(("下午", "傍晚", "晚上", "晚", "夜间", "pm"))
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_ONE_POINT_NOUGHT = re.compile(r"([0-9]+)\.0+")


def text_of(cell: Cell) -> str:
    """The text in a cell: paragraphs on lines of their own, single blanks, nothing at the ends. Numbers without ``.0``."""
    if type(cell) is not str:
        return _written(cell)
    if _UNSEEN.search(cell):
        cell = _UNSEEN.sub("", cell)
    if _BREAK_IN_XML in cell:
        cell = cell.replace(_BREAK_IN_XML, "\n")
    lines = cell.splitlines()
    if len(lines) == 1:
        return " ".join(cell.split())
    return "\n".join([line for line in (" ".join(line.split()) for line in lines) if line])


def line_of(cell: Cell) -> str:
    """The text in a cell on one line."""
    return text_of(cell).replace("\n", " ")


def said_of(cell: Cell) -> str:
    """The text in a cell on one line; nothing where it only says that nothing is known (``无``, ``-``, ``null``)."""
    text = line_of(cell)
    return text if says_something(text) else ""


def says_something(text: str) -> bool:
    """Whether a cleaned text tells anything: not empty, and none of the ways to say that nothing is known."""
    return len(text) > _LONGEST_NOTHING or (bool(text) and text.lower() not in _nothing())


def number_of(cell: Cell) -> str:
    """A foreign number as people read it: ``188006.0`` → ``188006``, without blanks, in narrow characters."""
    if type(cell) is float and cell.is_integer():
        return str(int(cell))
    text = normalize("NFC", "".join(normalize("NFKC", text_of(cell)).split())).lstrip("'")
    match = _ONE_POINT_NOUGHT.fullmatch(text)
    if match is not None:
        return match[1]
    return text if says_something(text) else ""


def rounded(cell: Cell) -> bool:
    """Whether a number is too long for a number cell: spreadsheets keep fifteen digits and make the rest noughts."""
    return isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= 1e15


def time_of(cell: Cell) -> int | None:
    """The moment in a cell in epoch milliseconds; without a zone it is office time, without an hour it is midnight.

    Understands date cells, spreadsheet day numbers, ``2019/2/28 11:25:05``, ``2019-02-28T11:25``, ``2019年2月28日 下午3时``,
    ``20190228112505`` and Unix times. None for anything else, and for years outside 1980 to 2199.
    """
    if isinstance(cell, datetime):
        return _from_datetime(cell)
    if isinstance(cell, date):
        return _moment(cell.year, cell.month, cell.day, 0, 0, 0)
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _from_number(cell)
    return _from_text(cell) if isinstance(cell, str) else None


def looks_like_time(cell: Cell) -> bool:
    """Whether a cell is a date, or a text that can only be meant as one."""
    return isinstance(cell, date) or (isinstance(cell, str) and _MOMENT.fullmatch(cell.strip()) is not None)


def first_sentence(text: str, most: int = 40) -> str:
    """The first sentence of a text, for a title; cut with ``…`` when it is longer than ``most`` characters."""
    line = text.split("\n", 1)[0]
    sentence = re.split(r"(?<=[。！？!?；;])", line, maxsplit=1)[0].rstrip("。；; ")
    return sentence if len(sentence) <= most else sentence[: most - 1].rstrip() + "…"


_LONGEST_NOTHING = 8


@lru_cache(maxsize=1)
def _nothing() -> frozenset[str]:
    return frozenset(words()["said"]["nothing"])


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S").removesuffix(" 00:00:00")
    return str(cell)


# --- times ------------------------------------------------------------------------------------------------------------


def _moment(
    year: int, month: int, day: int, hour: int, minute: int, second: int, zone: int = _OFFICE_ZONE
) -> int | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or hour > 24 or minute > 59 or second > 59:
        return None
    try:
        days = date(year, month, day).toordinal() - _EPOCH_DAY
    except ValueError:
        return None
    return days * DAY + hour * HOUR + minute * MINUTE + second * SECOND - zone


def _from_datetime(cell: datetime) -> int | None:
    if not EARLIEST_YEAR <= cell.year <= LATEST_YEAR:
        return None
    aware = cell if cell.tzinfo is not None else cell.replace(tzinfo=CHINA)
    return round(aware.timestamp()) * SECOND


def _from_number(number: float) -> int | None:
    if _FIRST_SERIAL <= number < _LAST_SERIAL:
        return round((number - _EPOCH_SERIAL) * 86_400) * SECOND - _OFFICE_ZONE
    if number != number or abs(number) > 1e17 or number != int(number):
        return None
    return _from_digits(str(int(number)))


def _from_text(text: str) -> int | None:
    text = text.strip()
    match = _MOMENT.fullmatch(text)
    if match is None:
        text = normalize("NFKC", _UNSEEN.sub("", text)).strip().lstrip("'")
        match = _MOMENT.fullmatch(text)
    if match is None:
        return _from_plain_number(text)
    year, month, day, half, hour, minute, second, latin_half, zone = match.groups()
    half = (half or latin_half or "").lower()
    clock = int(hour or 0)
    if half and not (1 <= clock <= 12 or half not in ("am", "pm")):
        return None
    if clock < (12 if half in _AFTERNOON else 3 if half == "中午" else 0):
        clock += 12
    elif half in ("am", "凌晨") and clock == 12:
        clock = 0
    return _moment(int(year), int(month), int(day), clock, int(minute or 0), int(second or 0), _zone(zone))


def _zone(text: str | None) -> int:
    if not text:
        return _OFFICE_ZONE
    if text in ("Z", "z"):
        return 0
    away = int(text[1:3]) * HOUR + int(text[-2:]) * MINUTE
    return -away if text[0] == "-" else away


def _from_plain_number(text: str) -> int | None:
    if len(text) > 20 or not re.fullmatch(r"\d+(?:\.\d*)?", text, re.ASCII):
        return None
    whole, _, rest = text.partition(".")
    return _from_number(float(text)) if rest.strip("0") or len(whole) == 5 else _from_digits(whole)


def _from_digits(digits: str) -> int | None:
    if digits.startswith("1") and len(digits) in (10, 13):
        seconds = int(digits) if len(digits) == 10 else int(digits) // 1000
        return seconds * SECOND
    match = _DIGITS.fullmatch(digits)
    return _moment(*(int(part or 0) for part in match.groups())) if match else None

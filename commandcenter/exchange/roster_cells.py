"""The cells of a foreign roster: names of people, several in one cell, numbers short by a digit or read as a sum.

What cannot be understood is a ``Fault`` with the mending that suggests itself. Nothing here raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.number import digits
from commandcenter.exchange.cells import line_of, number_of, text_of
from commandcenter.exchange.roster_words import nothing, parting
from commandcenter.exchange.workbook import Cell

TEXT, SPLIT, NEW, SKIP = "text", "split", "new", "skip"
"""How a cell is mended: read another text, several people of it, a place not known yet; or leave the cell out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: sheet, row as a spreadsheet shows it, column from 0 (-1: the row as a whole)."""

    sheet: str
    row: int
    column: int = -1


@dataclass(frozen=True, slots=True)
class Mend:
    """A mending: the way (``TEXT``, ``SPLIT``, ``NEW``, ``SKIP``) and the text that is read instead."""

    act: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a row could not be understood: a code with its facts, the text, and a mending that suggests itself."""

    spot: Spot
    code: str
    text: str
    mend: Mend | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


_GUARDS = frozenset("=+-@＝＋－＠")
_SUM = re.compile(r"[=＝]\s*\"?'?(.*?)'?\"?\s*")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?(\d{1,2})")
_NUMBER = re.compile(
    r"(?<!\d)(?:\+?86[-\s]?)?(?:1\d{2}[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}|\d{3,4}-\d{4}|\d{7,11})(?:\.0+)?(?!\d)"
)
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_TRAILING = re.compile(
    r"^[*＊※★●◆#\s]+|(?:等[\d一二三四五六七八九十]*人|\s+(?:兼任?|代理?|代管|主持|牵头))$|[*＊※★●◆#\s]+$"
)
"""Marks and notes beside a name that say nothing of who it is."""
_BETWEEN = re.compile(r"[、/／\\,，;；|&\n]+")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff·•]{2,8}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z .'·-]{1,39}")
_MOBILE = 11
_SHORTEST = 7
_PROSE = re.compile(r"[，。；：！？,;:!?]|^[\d一二三四五六七八九十]+[、.．)）](?!\d)")
_LONGEST_NAME = 24


def plain(cell: Cell) -> str:
    """The text in a cell on one line, without the guard an export put before it; empty where it says nothing."""
    text = unguarded(line_of(cell))
    return "" if text.lower() in nothing() else text


def unguarded(text: str) -> str:
    """A text without the apostrophe that keeps it from being a formula."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in _GUARDS else text


def sum_in(cell: Cell) -> str | None:
    """What a text that looks like a formula would be as a text; None when it looks like none."""
    text = line_of(cell)
    match = _SUM.fullmatch(text) if text[:1] in ("=", "＝") else None
    return match[1].strip() if match is not None else None


# --- numbers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the office: how they are written there, and how those of this length begin."""

    known: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    parted: bool = False

    @classmethod
    def of(cls, phones: Iterable[str]) -> Numbers:
        """From the numbers of the roster: digits → as written."""
        known = {digits(phone): phone for phone in phones if digits(phone)}
        mobile = [told for told in known if len(told) == _MOBILE]
        starts = Counter(told[:7] for told in mobile).most_common(1)
        prefix = starts[0][0] if starts and starts[0][1] * 2 > len(mobile) and len(mobile) > 2 else ""
        parted = sum("-" in known[told] for told in mobile) * 2 > len(mobile)
        return cls(known, prefix, parted)

    def written(self, phone: str) -> str:
        """A number as the office writes its own; one it knows as it stands there."""
        told = digits(phone)
        if told in self.known:
            return self.known[told]
        if self.parted and told == phone and len(told) == _MOBILE:
            return f"{told[:3]}-{told[3:7]}-{told[7:]}"
        return phone

    def completed(self, told: str) -> str:
        """The one known number, or the one beginning like the others, that lost a digit; empty when it is not clear."""
        one_more = {told[:at] + digit + told[at:] for at in range(len(told) + 1) for digit in "0123456789"}
        found = one_more & set(self.known)
        if not found and self.prefix:
            found = {number for number in one_more if number.startswith(self.prefix)}
        return next(iter(found)) if len(found) == 1 else ""


def phone_in(cell: Cell, numbers: Numbers, own: Sequence[str] = ()) -> tuple[str, str, Mend | None]:
    """The number in a cell, the code of what is wrong with it (then there is no number) and how it could be mended.

    ``own`` are numbers this person is known by: what stands there already is never wrong, and a lost digit is theirs first.
    """
    text = plain(number_of(cell)) if not isinstance(cell, str) else unguarded(number_of(cell))
    if not text or text.lower() in nothing():
        return "", "", None
    match = _SCIENTIFIC.fullmatch(text)
    if match is not None and int(match[1]) < 15:
        text = str(round(float(text)))
    told = digits(text)
    if text in own or (told and told in numbers.known) or any(told and told == digits(one) for one in own):
        return numbers.written(text), "", None
    if len(told) == 13 and told.startswith("86"):
        told = text = told[2:]
    several = [digits(part) for part in re.split(r"[/／、,，;；|\s]+", line_of(cell)) if len(digits(part)) >= 7]
    if len(several) > 1:
        return "", "two_numbers", Mend(TEXT, numbers.written(several[0]))
    if re.search(r"[^\d\-+()（）转#*.\s]", text):
        return "", "phone_unreadable", _known_mend(own)
    if told.startswith("1") and len(told) in (_MOBILE - 1, _MOBILE + 1):
        short = len(told) < _MOBILE
        lost = Numbers.of(own).completed(told) if short and own else ""
        lost = lost or (numbers.completed(told) if short else "")
        mend = Mend(TEXT, numbers.written(lost)) if lost else _known_mend(own)
        return "", "phone_short" if short else "phone_long", mend
    if (
        not 3 <= len(told) <= 12
        or len(told) == 9
        or (len(told) > _MOBILE and not told.startswith("0") and "转" not in text)
    ):
        return "", "phone_unreadable", _known_mend(own)
    return numbers.written(text), "", None


def _known_mend(own: Sequence[str]) -> Mend | None:
    return Mend(TEXT, own[0]) if len(own) == 1 else None


# --- people -----------------------------------------------------------------------------------------------------------


def people_in(cell: Cell, known: frozenset[str]) -> list[tuple[str, str]]:
    """The people in a cell, each a name and the number that stands beside it (or empty). ``known`` names are never cut."""
    whole = plain(cell)
    if not whole:
        return []
    if whole in known:
        return [(whole, "")]
    text = unguarded(text_of(cell))
    found: list[tuple[str, str]] = []
    for part in _BETWEEN.split(text):
        found += _in_part(part.strip(), known)
    return list(dict.fromkeys(found))


def _in_part(part: str, known: frozenset[str]) -> list[tuple[str, str]]:
    if part in known:
        return [(part, "")]
    numbers = _NUMBER.findall(part)
    rest = _TRAILING.sub("", _BRACKETS.sub(" ", _NUMBER.sub(" ", part)).strip(" :：-—()（）"))
    if not rest:
        return [("", numbers[0])] if numbers else []
    words = rest.split()
    if len(words) > 1 and all(_HAN.fullmatch(word) for word in words):
        paired = [*numbers, *[""] * len(words)]
        return [(word, paired[at]) for at, word in enumerate(words)]
    name = rest if _LATIN.fullmatch(rest) else "".join(words)
    return [(name, numbers[0].strip() if numbers else "")]


def has_left(cell: Cell) -> bool:
    """Whether a remark in brackets says that somebody in the cell is no longer there (``（退休）``, ``(已调离)``)."""
    return any(word in remark for remark in _BRACKETS.findall(line_of(cell)) for word in parting())


def is_prose(text: str) -> bool:
    """Whether a text is a sentence or an item of a footnote, and so no name of a place."""
    return len(text) > _LONGEST_NAME or bool(_PROSE.search(text))


def parts_of(cell: Cell, count: int) -> list[Cell]:
    """A cell cut into as many parts as there are people; whole for the first when the counts differ."""
    if count > 1 and isinstance(cell, str):
        parts = [part for part in cut(text_of(cell)) if part]
        apart = text_of(cell).split()
        if len(parts) != count and all(len(digits(part)) >= _SHORTEST for part in apart):
            parts = apart  # numbers with nothing but a blank between them
        if len(parts) == count:
            return list(parts)
    return [cell, *[""] * max(0, count - 1)]


def cut(text: str) -> list[str]:
    """A text cut where several things in one cell are parted."""
    for mark in "、/／,，;；|\n":
        text = text.replace(mark, "\n")
    return [part.strip() for part in text.split("\n")]


def is_name(text: str) -> bool:
    """Whether a text can be the name of a person."""
    return bool(_HAN.fullmatch(text) or _LATIN.fullmatch(text))

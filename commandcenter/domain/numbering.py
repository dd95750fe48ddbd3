"""The numbers people see: ``YJ-2026-0716-A01`` for a whistle, ``2026-0716-A0130`` for a case, ``演-`` before a drill.

A number is kind, date, desk letter and count. The letter is given when a desk joins, so two desks never collide.
"""

from __future__ import annotations

import re
from datetime import date

from commandcenter.domain.event import DRILL, Mode

DRILL_MARK = "演-"
CASE = "case"
PREFIXES = {
    "emergency": "YJ",
    "muster": "JJ",
    "joint": "LD",
    "supervision": "JD",
    "drill_run": "YL",
    "warning": "YB",
    "erasure_request": "GX",
    "problem": "WT",
    "consultation": "HS",
    "proposal": "TA",
    "admission": "ZR",
    "admission_reply": "ZF",
    "topic": "ZT",
    "call": "DH",
}

_NUMBER = re.compile(r"(?:演-)?(?:[A-Z]{2}-)?\d{4}-\d{4}-[A-Z]+\d{2,}")


def series(kind: str, mode: Mode) -> str:
    """The series a count belongs to. Drills count apart from real whistles."""
    prefix = PREFIXES.get(kind, kind)
    return f"{DRILL_MARK}{prefix}" if mode == DRILL else prefix


def whistle_number(kind: str, mode: Mode, day: date, letter: str, count: int) -> str:
    """The number of a whistle."""
    return f"{series(kind, mode)}-{day:%Y-%m%d}-{letter}{count:02d}"


def case_number(day: date, letter: str, count: int) -> str:
    """The number of a case, on the day it was received."""
    return f"{day.year:04d}-{day.month:02d}{day.day:02d}-{letter}{count:04d}"


def looks_like_number(text: str) -> bool:
    """Whether ``text`` has the shape of a number of ours."""
    return _NUMBER.fullmatch(text.strip()) is not None


def next_letter(taken: set[str]) -> str:
    """The first free desk letter: A, B … Z, AA, AB …; a letter once given is never given again."""
    count = 0
    while True:
        letter = _letters(count)
        if letter not in taken:
            return letter
        count += 1


def _letters(count: int) -> str:
    text = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("A") + rest) + text
    return text

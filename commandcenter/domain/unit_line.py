"""One line for telephone work: ``10 到 6`` = unit 10 arrived with 6. Fast, and usable with one hand (domain.md 5.3)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

WORDS = {
    "called": ("通知", "已通知", "呼", "叫", "h"),
    "answered": ("应答", "响应", "已响应", "应", "y"),
    "left": ("出发", "途中", "途", "出", "c"),
    "arrived": ("到场", "到", "d"),
    "signed_in": ("签到", "签", "q"),
    "tasked": ("领任务", "领", "l"),
    "working": ("处置中", "处置", "处", "干", "z"),
    "done": ("完成", "完", "w"),
    "standing_by": ("待命", "待", "b"),
    "release_approved": ("撤离", "撤", "x"),
    "back": ("归建", "归", "g"),
    "count": ("点名", "点", "n"),
}
"""What can follow the number, in Chinese or as one letter for a keyboard without input method."""

_VERB = {word: verb for verb, words in WORDS.items() for word in words}
_LINE = re.compile(r"(\d{1,2})\s*([^\d\s]+)\s*(\d{1,4})?\s*(?:人)?")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A read line: the unit's ordinal on the board, the milestone (or ``count``), and how many people if said."""

    ordinal: int
    verb: str
    people: int | None = None


def read_unit_line(text: str) -> UnitLine | None:
    """What a line means; None when it is no such line (then it is a situation report)."""
    match = _LINE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    verb = _VERB.get(match[2].lower())
    if verb is None or not 1 <= int(match[1]) <= 60:
        return None
    people = int(match[3]) if match[3] else None
    return None if verb == "count" and people is None else UnitLine(int(match[1]), verb, people)

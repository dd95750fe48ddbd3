"""Pinyin initials of names and places: every reading, surnames right, so that ``yc`` finds 砚池."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

MOST_VARIANTS = 8

_SURNAMES = {
    "单": "s",
    "仇": "q",
    "区": "o",
    "解": "x",
    "曾": "z",
    "查": "z",
    "盖": "g",
    "缪": "m",
    "乐": "y",
    "朴": "p",
    "翟": "z",
    "覃": "q",
    "员": "y",
    "冼": "x",
    "宓": "m",
    "洗": "x",
    "长孙": "zs",
    "尉迟": "yc",
    "万俟": "mq",
    "澹台": "tt",
    "重": "c",
}


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """The initials of a name in all their readings, separated by blanks; at most eight. Latin letters and digits stay."""
    if not name:
        return ""
    from pypinyin import Style, pinyin

    readings = pinyin(name, style=Style.FIRST_LETTER, heteronym=True, errors=list)  # type: ignore[arg-type]
    choices = [tuple(dict.fromkeys(letter.lower() for letter in letters if letter.strip())) for letters in readings]
    choices = [letters for letters in choices if letters]
    variants = ["".join(letters) for letters in _some(choices)]
    for surname, spelt in _SURNAMES.items():
        if name.startswith(surname) and variants:
            variants.insert(0, spelt + variants[0][len(spelt) :])
            break
    return " ".join(list(dict.fromkeys(variants))[:MOST_VARIANTS])


def _some(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Up to eight combinations; the first readings of all characters come first."""
    result = []
    for combination in product(*choices):
        result.append(combination)
        if len(result) == MOST_VARIANTS:
            break
    return result

"""Pinyin of names and places: every reading findable, surnames and place names right, so that ``yc`` finds 砚池.

The variants of the initials stand first, the likeliest before the others: a surname as a surname is read, words of several
characters as the dictionary reads them, then every other reading of each character. See ``domain.spelling`` for the form.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Any

from commandcenter.domain.spelling import FULL

MOST_VARIANTS = 8

_SURNAMES = {
    "单": "shan",
    "仇": "qiu",
    "区": "ou",
    "解": "xie",
    "曾": "zeng",
    "查": "zha",
    "盖": "ge",
    "缪": "miao",
    "乐": "yue",
    "朴": "piao",
    "翟": "zhai",
    "覃": "qin",
    "员": "yun",
    "冼": "xian",
    "宓": "mi",
    "洗": "xian",
    "重": "chong",
    "任": "ren",
    "华": "hua",
    "纪": "ji",
    "黑": "he",
    "折": "she",
    "秘": "bi",
    "种": "chong",
    "适": "kuo",
    "召": "shao",
    "葛": "ge",
    "哈": "ha",
    "祭": "zhai",
    "郗": "xi",
    "车": "che",
    "隗": "wei",
    "都": "du",
    "过": "guo",
    "那": "na",
    "能": "nai",
    "牟": "mu",
    "曲": "qu",
    "燕": "yan",
    "应": "ying",
    "於": "yu",
    "石": "shi",
    "沈": "shen",
    "薄": "bo",
    "柏": "bai",
    "谌": "chen",
    "褚": "chu",
    "贲": "ben",
    "费": "fei",
    "句": "gou",
    "阚": "kan",
    "亓": "qi",
    "相": "xiang",
    "臧": "zang",
    "藏": "zang",
    "盛": "sheng",
    "卜": "bu",
    "贾": "jia",
    "晁": "chao",
    "幺": "yao",
    "尹": "yin",
    "令狐": "ling hu",
    "长孙": "zhang sun",
    "尉迟": "yu chi",
    "万俟": "mo qi",
    "澹台": "tan tai",
    "宰父": "zai fu",
    "鲜于": "xian yu",
    "单于": "chan yu",
    "夏侯": "xia hou",
    "皇甫": "huang fu",
    "呼延": "hu yan",
}
"""Surnames that are read otherwise than the character elsewhere; syllables parted by blanks."""

_MORE = {"洗": ("xian",), "黑": ("he",), "适": ("kuo",), "隗": ("kui",), "柏": ("bo",), "栅": ("shi",), "堡": ("pu",)}
"""Readings in names of people and places that the dictionary may leave out."""


@lru_cache(maxsize=8192)
def initials(name: str, *, full: bool = False) -> str:
    """The initials of a name in its readings, separated by blanks; at most eight, every reading of every character in one.

    Latin letters and digits stay. With ``full`` the last word holds the syllables of all readings.
    """
    readings = [choices for choices in _readings(name) if choices]
    if not readings:
        return ""
    letters = [tuple(dict.fromkeys(reading[0] for reading in choices)) for choices in readings]
    words = _variants(letters)
    if full:
        words.append(FULL + "'".join("/".join(choices) for choices in readings))
    return " ".join(words)


def _readings(name: str) -> list[tuple[str, ...]]:
    """The readings of each character, the likeliest first."""
    from pypinyin import Style, pinyin

    likeliest = pinyin(name, style=Style.NORMAL, errors=_as_they_are)
    surname = next((one for one in (name[:2], name[:1]) if one in _SURNAMES), "")
    for place, syllable in enumerate(_SURNAMES.get(surname, "").split()):
        likeliest[place] = [syllable, *likeliest[place]]
    found = []
    for character, first in zip(name, likeliest, strict=True):
        others = pinyin(character, style=Style.NORMAL, heteronym=True, errors=_as_they_are)
        told = (*first, *_MORE.get(character, ()), *(others[0] if others else ()))
        found.append(tuple(dict.fromkeys(_plain(one) for one in told if _plain(one))))
    return found


def _as_they_are(letters: str) -> Any:  # the library is typed for texts, and takes lists too
    return [[letter] for letter in letters]


def _plain(reading: str) -> str:
    """Letters and digits of a reading; signs and blanks are not spelt."""
    return "".join(letter for letter in reading.lower() if letter.isalnum())


def _variants(letters: list[tuple[str, ...]]) -> list[str]:
    """Up to eight words: the likeliest, then each other reading once, then whatever combination has room left."""
    likeliest = tuple(one[0] for one in letters)
    words = ["".join(likeliest)]
    for place, choices in enumerate(letters):
        words += ["".join((*likeliest[:place], other, *likeliest[place + 1 :])) for other in choices[1:]]
    for combination in product(*letters):
        if len(dict.fromkeys(words)) >= MOST_VARIANTS:
            break
        words.append("".join(combination))
    return list(dict.fromkeys(words))[:MOST_VARIANTS]

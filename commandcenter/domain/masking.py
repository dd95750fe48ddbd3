"""Masking of personal data (DESIGN rule 13): enough is left to recognise a person one knows, too little to find one.

De-identification as the Personal Information Protection Law art. 73 means it. Masking twice changes nothing more.
"""

from __future__ import annotations

import re

_COMPOUND_SURNAMES = frozenset(
    ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "长孙", "夏侯", "端木")
)
_MOST_STARS = 2
_PARTED = re.compile(r"([\s、,，;；/]+)")
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z*])\+?(?:[0-9*][ -]?){6,}[0-9Xx*](?![0-9A-Za-z*])")

_DATE = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_PREFIX = re.compile(r"[A-Z]{2}-$")
"""What stands before the date in the number of a matter: YJ-2026-0716-A01."""
_CASE_DATE, _CASE_REST = re.compile(r"(?:19|20)\d\d-[01]\d[0-3]\d"), re.compile(r"-[A-Z]\d")
"""The two halves of a case's number: 2026-0717-B0001."""


def mask_name(name: str) -> str:
    """``王某某`` → ``王**``, ``欧阳某`` → ``欧阳*``: the surname stays. Several names are masked one by one."""
    return "".join(part if _PARTED.fullmatch(part) else _one_name(part) for part in _PARTED.split(name))


def _one_name(name: str) -> str:
    kept = 2 if name[:2] in _COMPOUND_SURNAMES else 1
    return name[:kept] + "*" * min(len(name) - kept, _MOST_STARS)


_BODY = re.compile(
    r"(?:局|办|队|所|站|中心|室|公司|社区|街道|科|组|部|委|院|厂|台|热线|学校|物业|办公室|值班|机关|政府"
    r"|住户|居民|市民|群众|商户|业主|租户|家属|路人)$"
)
"""How the name of a body ends, or of somebody nameless (桥头里住户). Who reads the record has to know which it was."""
_POST = re.compile(
    r"(?:主任|书记|队长|站长|所长|局长|科长|组长|经理|主席|领导|班长|院长|老师|医生|警官|值班员|联络员|指挥员|接线员|负责人"
    r"|先生|女士|大爷|大妈|阿姨)$"
)


def mask_who(text: str) -> str:
    """Who told or received something: ``区指挥中心 林晓峰主任`` → ``区指挥中心 林**主任``. Bodies and posts stay, names go."""
    return "".join(part if _PARTED.fullmatch(part) else _one_teller(part) for part in _PARTED.split(text))


def _one_teller(part: str) -> str:
    if _BODY.search(part):
        return part
    post = _POST.search(part)
    if post is None:
        return _one_name(part)
    return _one_name(part[: post.start()]) + post[0]


def mask_phone(phone: str) -> str:
    """``13800000001`` → ``138****0001``: of a mobile number three and four digits stay, of a shorter one the last four.

    Separators stay where they are. A number of less than seven digits is hidden whole.
    """
    places = [place for place, char in enumerate(phone) if char.isdigit() or char == "*"]
    count = len(places)
    first, last = (3, 4) if count >= 11 else (0, 4) if count >= 7 else (0, 0)
    hidden = set(places[first : count - last])
    return "".join("*" if place in hidden else char for place, char in enumerate(phone))


_ANYBODY = (
    "居民",
    "住户",
    "市民",
    "群众",
    "业主",
    "商户",
    "租户",
    "村民",
    "匿名",
    "邻居",
    "路人",
    "家属",
    "学生",
    "家长",
    "网友",
)
"""How somebody is called whose name was not told; in a text these are words like others."""


def mask_known(text: str, *names: str) -> str:
    """The text masked, with the names that are known to stand in it masked as well.

    A name of one character is none, nor is a word for anybody (居民).
    """
    for name in names:
        if len(name.strip()) > 1 and not name.strip().startswith(_ANYBODY):
            text = text.replace(name.strip(), mask_name(name.strip()))
    return mask_text(text)


def mask_text(text: str) -> str:
    """The text with phone and identity numbers in it masked: every run of seven digits and more, blanks and dashes aside."""
    return _LONG_NUMBER.sub(_masked_number, text)


def _masked_number(match: re.Match[str]) -> str:
    number = match[0]
    if _DATE.fullmatch(number) or _PREFIX.search(match.string[: match.start()]):
        return number
    if _CASE_DATE.fullmatch(number) and _CASE_REST.match(match.string, match.end()):
        return number
    digits = sum(char.isdigit() or char in "*Xx" for char in number)
    return mask_phone(number) if digits < 15 else number[:3] + "*" * (len(number) - 7) + number[-4:]

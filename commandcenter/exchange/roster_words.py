"""The words of foreign rosters for what ours know (``resources/exchange/roster.toml``), and how like two words are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from commandcenter.resource import resource

ROLES = ("chief", "deputy", "steward", "building_keeper", "unit_keeper", "grid_worker", "secretary")
"""The roles a roster tells. ``chief`` is the chief of a street or of an alley, whichever the place is."""

_COUNTED = re.compile(r"[0-9一二三四五六七八九十①②③④⑤⑥⑦⑧⑨]+$")


@lru_cache(maxsize=1)
def _told() -> Mapping[str, Any]:
    return tomllib.loads(resource("exchange/roster.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def heading_fields() -> Mapping[str, str]:
    """Plain heading → the field it gives."""
    told = _told()
    found: dict[str, str] = {}
    for role in told["role"]:
        for said in role["said"]:
            for part, behind in told["parts"].items():
                field = f"{role['code']}_{part}" if part else role["code"]
                for word in (*behind, *(() if part else ("",))):
                    found.setdefault(said + word, field)
    for field, names in told["headings"].items():
        for name in names:
            found[name] = field
    return found


def field_of_heading(plain: str) -> str:
    """The field a plain heading gives; empty when nobody knows it. A number at its end is one of several."""
    fields = heading_fields()
    found = fields.get(plain) or fields.get(_COUNTED.sub("", plain))
    if found is None:
        counted = re.sub(r"[0-9①②③④⑤⑥⑦⑧⑨]+", "", plain)
        found = fields.get(counted, "")
    return found


@lru_cache(maxsize=1)
def never() -> Sequence[str]:
    """Parts of headings that tell nothing of ours."""
    return tuple(_told()["never"]["words"])


@lru_cache(maxsize=1)
def parting() -> Sequence[str]:
    """Words of a remark that says that somebody is no longer there."""
    return tuple(_told()["parting"]["words"])


@lru_cache(maxsize=1)
def nothing() -> frozenset[str]:
    """The ways to write that there is nothing."""
    return frozenset(_told()["nothing"]["words"])


def word(family: str, code: str) -> str:
    """The Chinese word of a code (``role``, ``kind``, ``relation``, ``unit_kind``); the code itself when there is none."""
    return next((str(one["word"]) for one in _told()[family] if one["code"] == code), code)


def said(family: str, text: str, *, wholly: bool = False) -> str:
    """The code a foreign word means: a word of its own first, else (not ``wholly``) the first that is held; empty for none."""
    text = re.sub(r"\s+", "", normalize("NFKC", text)).lower()
    if not text:
        return ""
    known = _told()[family]
    if whole := next((one["code"] for one in known if text in one["said"] or text == one["word"]), ""):
        return str(whole)
    part = (one["code"] for one in known if any(len(word) > 1 and word in text for word in one["said"]))
    return "" if wholly else str(next(part, ""))


# --- likeness ---------------------------------------------------------------------------------------------------------


def steps_between(one: str, other: str, most: int = 3) -> int:
    """How many characters must be put in, taken out or changed to make one text of the other; ``most`` + 1 for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, left in enumerate(one, start=1):
        above, row[0] = row[0], at
        for place, right in enumerate(other, start=1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (left != right))
    return min(row[-1], most + 1)


def alike(one: str, other: str) -> bool:
    """Whether a tired hand could have written one name for the other: a character apart, or one within the other."""
    if one == other or min(len(one), len(other)) < 2:
        return False
    return steps_between(one, other, 1) == 1 or (min(len(one), len(other)) > 2 and (one in other or other in one))


def nearest(text: str, names: Iterable[str]) -> str:
    """The one name that is like a text; empty when none is, or several are equally."""
    near = [name for name in dict.fromkeys(names) if alike(text, name)]
    best = min((steps_between(text, name) for name in near), default=0)
    found = [name for name in near if steps_between(text, name) == best]
    return found[0] if len(found) == 1 else ""

"""Chinese words for codes, as they stand on paper (``resources/reports/words.toml``), and sentences with gaps."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from commandcenter.resource import resource

UNKNOWN = "不明"
ERASED = "（已依法销毁）"
NONE = "—"

_PART = re.compile(r"\[([^\[\]]*)\]")
_GAP = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, str]]:
    """Every table of words: family → code → word."""
    return tomllib.loads(resource("reports/words.toml").read_text("utf-8"))


def word(family: str, code: str) -> str:
    """The word for a code; nothing for an empty code, and the code itself in brackets when a newer program wrote it."""
    if not code:
        return ""
    return tables()[family].get(code, f"〔{code}〕")


def sentence(pattern: str, values: Mapping[str, str]) -> str:
    """``pattern`` with its ``{gaps}`` filled; a ``[part]`` is left out when one of its gaps is empty.

    Values are put in as they are: a brace or bracket in a person's words is only a character.
    """
    pieces = []
    for place, piece in enumerate(_PART.split(pattern)):
        optional = place % 2 == 1
        if optional and not all(values.get(name) for name in _GAP.findall(piece)):
            continue
        pieces.append(_GAP.sub(lambda gap: values.get(gap[1], ""), piece))
    return "".join(pieces)

"""The words of files: how foreign headings are called, and the Chinese words for our codes (``resources/exchange``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from commandcenter.resource import resource


@dataclass(frozen=True, slots=True)
class Headings:
    """How one field is called: whole headings in order of preference, and parts that give it away."""

    exact: Sequence[str]
    part: Sequence[str]


@lru_cache(maxsize=1)
def headings() -> tuple[Mapping[str, Headings], Sequence[str]]:
    """The headings of every field, and the words that tell that a heading means something else."""
    told = _read("exchange/headings.toml")
    never = told.pop("never")
    return {field: Headings(said["exact"], said["part"]) for field, said in told.items()}, never


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Our words for codes, and the words of others for the same things."""
    return _read("exchange/words.toml")


def word(family: str, code: str) -> str:
    """The Chinese word for a code; the code itself in brackets when a newer program wrote it."""
    if not code:
        return ""
    return str(words()[family].get(code, f"〔{code}〕"))


def said(family: str, text: str) -> str:
    """The code that a foreign word means (``said_channel``, ``said_grade``); empty when it means none we know."""
    text = text.lower()
    return next((line["code"] for line in words()[family] if any(part in text for part in line["words"])), "")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name).read_text("utf-8"))

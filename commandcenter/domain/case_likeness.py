"""How much a matter that comes in is like a case that stands: scored, and each point with its reason. A person decides.

Same number of the same source is the same order. Same phone, same place, same kind and like words each add to the score;
what is too little is not shown. The weights are data (``resources/reference/intake.toml``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.clock import DAY

REASONS = ("source", "phone", "place", "community", "category", "words")
"""Why a case is like another, the most telling first."""

_NOISE = re.compile(r"[\W_]+")
_PHONE = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each reason adds to the score (0-100), the least score that is shown, and how far back one looks, in days.

    ``words`` counts in full for equal titles and in part for like ones, from ``words_least`` (0-1) on.
    """

    source: int
    phone: int
    place: int
    community: int
    category: int
    words: int
    words_least: float
    least: int
    days: int
    shown: int


def weights_of(told: Mapping[str, Any]) -> Weights:
    """The weights in ``intake.toml``. Raises ``KeyError`` for one that is missing."""
    return Weights(**{name: told[name] for name in Weights.__slots__})


@dataclass(frozen=True, slots=True)
class Coming:
    """The matter that is being typed. ``received_at`` is epoch milliseconds; what is not known yet is empty."""

    title: str = ""
    text: str = ""
    place: str = ""
    community: str = ""
    category: str = ""
    phone: str = ""
    source_number: str = ""
    received_at: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A case as this comparison looks at it. ``same_phone`` was asked where the numbers lie."""

    id: str
    number: str
    title: str
    place: str
    community: str
    category: str
    source_number: str
    stage: str
    open: bool
    merged_into: str
    received_at: int
    same_phone: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """A case that is like the matter: its score (0-100) and the reasons, the most telling first."""

    case: Standing
    score: int
    reasons: tuple[str, ...]


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, without punctuation and case."""
    run = _NOISE.sub("", unicodedata.normalize("NFKC", text).lower())
    return frozenset(run[place : place + 2] for place in range(len(run) - 1))


def likeness(one: str, other: str) -> float:
    """How much two titles share, from 0 to 1: twice the common pairs over all pairs (Dice)."""
    first, second = bigrams(one), bigrams(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def spellings(phone: str) -> tuple[str, ...]:
    """How a phone number may be written down: as it was typed, in digits alone, in groups. Empty for what is too short."""
    digits = _PHONE.sub("", phone)
    if len(digits) < 5:
        return ()
    groups = (digits[:3], digits[3:7], digits[7:]) if len(digits) == 11 else (digits,)
    return tuple(dict.fromkeys((phone.strip(), digits, "-".join(groups), " ".join(groups))))


def alike(coming: Coming, standing: Iterable[Standing], weights: Weights) -> list[Alike]:
    """The standing cases that are like enough, the likest first; each once, merged ones and those too old left out."""
    earliest = coming.received_at - weights.days * DAY
    found: dict[str, Alike] = {}
    for case in standing:
        if case.id in found or case.merged_into:
            continue
        reasons = _reasons(coming, case, weights)
        old = case.received_at < earliest and not reasons.keys() & {"source", "phone"}
        score = min(100, sum(reasons.values()))
        if not old and score >= weights.least:
            found[case.id] = Alike(case, score, tuple(reason for reason in REASONS if reason in reasons))
    ordered = sorted(
        found.values(), key=lambda one: (-one.score, not one.case.open, -one.case.received_at, one.case.id)
    )
    return ordered[: weights.shown]


def _reasons(coming: Coming, case: Standing, weights: Weights) -> dict[str, int]:
    told: dict[str, int] = {}
    if coming.source_number and coming.source_number == case.source_number:
        told["source"] = weights.source
    if case.same_phone:
        told["phone"] = weights.phone
    if coming.place and coming.place == case.place:
        told["place"] = weights.place
    elif coming.community and coming.community == case.community:
        told["community"] = weights.community
    if coming.category and coming.category == case.category:
        told["category"] = weights.category
    share = likeness(coming.title, case.title)
    if share >= weights.words_least:
        told["words"] = round(weights.words * share)
    return told

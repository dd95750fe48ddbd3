"""Telephone numbers and when they were last proved by a call."""

from __future__ import annotations

import re

from commandcenter.domain.record import Record

RESULTS = ("reached", "wrong", "no_answer")
"""What a call that was to prove a number came to: the right one answered, somebody else did, nobody did."""


def digits(phone: str) -> str:
    """The digits of a number: how it is written does not make it another."""
    return re.sub(r"\D", "", phone)


def proved(record: Record, phone: str, word: str = "verified_phone") -> bool:
    """Whether the number that a call proved is the one that stands there now; ``checked_phone``: that was called at all."""
    told = record.words.get(word)
    return isinstance(told, str) and bool(told) and digits(told) == digits(phone)

"""Waiting for another process: look, breathe, look again, and say what did not come."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

BREATH_S = 0.05


def until(holds: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Return as soon as it holds; fail with ``what`` when it does not within ``seconds``."""
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, f"{what} did not come within {seconds} s"
        Event().wait(BREATH_S)

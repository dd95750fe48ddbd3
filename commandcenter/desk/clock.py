"""The one place that reads a clock; everything else is handed one."""

from __future__ import annotations

import time
from typing import Protocol

JUMP_MS = 5_000
"""Wall time running away from the steady clock by more than this is a sleep or a changed clock."""


class Clock(Protocol):
    """Wall time for records, steady time for durations."""

    def now(self) -> int:
        """Epoch milliseconds."""

    def steady(self) -> int:
        """Milliseconds that never jump."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def steady(self) -> int:
        return time.monotonic_ns() // 1_000_000


class SetClock:
    """A clock that stands where it was put, for tests and for playing a story at its own times."""

    def __init__(self, now: int) -> None:
        self._now = now
        self._steady = 0

    def now(self) -> int:
        return self._now

    def steady(self) -> int:
        return self._steady

    def advance(self, milliseconds: int) -> None:
        """Let time pass."""
        self._now += milliseconds
        self._steady += milliseconds

    def jump(self, milliseconds: int) -> None:
        """Move the wall clock alone, as somebody changing it does."""
        self._now += milliseconds

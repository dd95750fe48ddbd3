"""The three rates with honest denominators: what is open and overdue counts as a failure (domain.md 3.1; anchors pain 16).

Response: reached the citizen inside the contact limit ÷ contacts due or made. Resolution: the citizen calls it solved ÷
called back, plus open and overdue. Satisfaction: satisfied ÷ called back, plus open and overdue. The law is silent on the
formulas (Regulation 2021 art. 32), so they are working definitions and printed beside the figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

SMALL = 10
"""Below this many cases a rate is shown as counts, never as a percentage (domain.md 2.13)."""


class CaseFacts(NamedTuple):
    """What of a case the rates look at. Times are epoch milliseconds; None is unknown."""

    registered_at: int
    open: bool
    anonymous: bool
    contact_due_at: int | None
    contacted_at: int | None
    due_at: int | None
    solved: bool | None
    satisfied: bool | None


@dataclass(frozen=True, slots=True)
class Rate:
    """Numerator and denominator, always together."""

    good: int = 0
    of: int = 0

    @property
    def small(self) -> bool:
        """Too few cases for a percentage."""
        return self.of < SMALL

    @property
    def percent(self) -> float | None:
        """The percentage; None without a denominator."""
        return 100 * self.good / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class ThreeRates:
    """Response, resolution, satisfaction."""

    response: Rate
    resolution: Rate
    satisfaction: Rate


def three_rates(cases: Iterable[CaseFacts], now: int) -> ThreeRates:
    """The three rates of some cases as they stand at ``now``."""
    counts = [[0, 0], [0, 0], [0, 0]]
    for case in cases:
        overdue = case.open and case.due_at is not None and case.due_at < now
        if (
            not case.anonymous
            and case.contact_due_at is not None
            and (case.contacted_at is not None or case.contact_due_at < now)
        ):
            counts[0][1] += 1
            counts[0][0] += case.contacted_at is not None and case.contacted_at <= case.contact_due_at
        for place, answer in ((1, case.solved), (2, case.satisfied)):
            if answer is not None or overdue:
                counts[place][1] += 1
                counts[place][0] += bool(answer)
    return ThreeRates(*(Rate(good, of) for good, of in counts))

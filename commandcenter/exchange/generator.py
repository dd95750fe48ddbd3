"""A trial office of any size: orders of many years with believable shares, the same for the same seed.

The distributions stand in ``resources/sample_office/ten_years.toml``. All years but the last arrive as the hotline's monthly
exports, one event an order, and bring their outcome; the oldest of ten comes as bare history. The last year is lived in the
office: every step of every order is an event of its own, at its own time, and what was not finished by ``until`` stands open.

Nothing here reads a clock, a disk beyond the program's own data, or chance of its own: the same ``Wish`` gives the same acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Any, NamedTuple

from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.command import Draft
from commandcenter.domain.numbering import case_number
from commandcenter.exchange.generator_facts import Facts, Order
from commandcenter.exchange.generator_ground import Entry, Ground
from commandcenter.exchange.generator_lives import Limits, imported, lived
from commandcenter.journal.ids import uuid7

SOURCE = "12345"
BLOCK = 2000
"""Orders of one monthly export that arrive in one command."""
LIVED_DAYS = 365
HISTORY_YEARS = 9
"""What is older than this came without an outcome."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: how many cases over how many years, the seed, the moment the office has reached (epoch ms)."""

    cases: int
    years: int
    seed: int
    until: int

    def __post_init__(self) -> None:
        if self.cases < 1 or not 1 <= self.years <= 30 or not self.until >= 0:
            raise ValueError(f"{self.cases} cases in {self.years} years")

    @property
    def expected_events(self) -> int:
        """About how many events that makes: an order of the last year has a dozen."""
        share = min(1.0, LIVED_DAYS / (self.years * 365.25))
        return round(self.cases * (1 + share * 9))

    @property
    def first_day(self) -> date:
        """The day on which the first order can come in."""
        return local_date(self.until) - timedelta(days=round(self.years * 365.25))


class Act(NamedTuple):
    """One command's worth of events: when it is recorded, its drafts, and who did it (0: the import, else a clerk)."""

    at: int
    drafts: list[Draft]
    clerk: int


def founded_at(wish: Wish) -> int:
    """When the office took the program into use: on the morning of its first day."""
    return at_local(wish.first_day, 0) - 12 * HOUR


def acts(wish: Wish, records: Sequence[Entry], letter: str = "A") -> Iterator[Act]:
    """Everything that happens in the office until ``wish.until``, in the order in which it is recorded.

    ``records`` are those the office was founded with, ``letter`` is its desk's. Case numbers count from 1 on each day.
    """
    maker = _Maker(wish, Ground(records), Limits(records), letter)
    yield from maker.run()


class _Maker:
    """Walks through the days."""

    def __init__(self, wish: Wish, ground: Ground, limits: Limits, letter: str) -> None:
        self._wish = wish
        self._limits = limits
        self._letter = letter
        self._chance = Random(f"{wish.seed}/{wish.cases}/{wish.years}")
        self._facts = Facts(wish.years, wish.first_day, ground, self._chance)
        self._count = 0
        self._waiting: list[tuple[int, int, Act]] = []

    def run(self) -> Iterator[Act]:
        """The acts in order."""
        wish = self._wish
        last = local_date(wish.until)
        days = [wish.first_day + timedelta(days=number) for number in range((last - wish.first_day).days + 1)]
        lived_from = last - timedelta(days=min(LIVED_DAYS, len(days)))
        numbers = self._numbers(days)
        month: list[Draft] = []
        for day, number in zip(days, numbers, strict=True):
            if day.day == 1 or day == lived_from + timedelta(days=1):
                yield from self._arrival(day, month)
                month = []
            orders = self._orders(day, number)
            if day <= lived_from:
                plain = (last - day).days > HISTORY_YEARS * 365.25
                month += [self._imported(order, plain) for order in orders]
            else:
                for order in orders:
                    self._live(order)
                yield from self._done_by(min(at_local(day + timedelta(days=1)), wish.until))
        yield from self._arrival(last, month)
        yield from self._done_by(wish.until)

    def _numbers(self, days: Sequence[date]) -> list[int]:
        """How many orders come in on each day; together exactly as many as are wanted."""
        weights = [self._facts.weight(day) for day in days]
        midnight = at_local(days[-1])
        weights[-1] *= self._facts.share_of_day(self._wish.until - midnight)
        total = sum(weights)
        found, before, reached = [], 0, 0.0
        for weight in weights:
            reached += weight
            upto = round(self._wish.cases * reached / total)
            found.append(upto - before)
            before = upto
        return found

    def _orders(self, day: date, number: int) -> list[Order]:
        midnight = at_local(day)
        end = min(midnight + DAY, self._wish.until)
        found = []
        for place, at in enumerate(self._facts.instants(day, midnight, end, number), start=1):
            self._count += 1
            order = self._facts.order(day, at)
            order.id = uuid7(at, self._chance.getrandbits)
            order.number = case_number(day, self._letter, place)
            order.source = SOURCE if order.channel == "hotline" else ""
            order.source_number = f"{day:%y%m%d}{self._count:08d}" if order.source else ""
            found.append(order)
        return found

    def _imported(self, order: Order, plain: bool) -> Draft:
        return imported(order, self._limits, self._chance, plain)

    def _arrival(self, day: date, month: Sequence[Draft]) -> Iterator[Act]:
        """The orders of a month arrive on the morning of the day after it, in blocks."""
        at = min(at_local(day, 9, 30), self._wish.until)
        for place, start in enumerate(range(0, len(month), BLOCK)):
            yield Act(at + place * MINUTE, list(month[start : start + BLOCK]), 0)

    def _live(self, order: Order) -> None:
        clerk = 1 + self._chance.randrange(4)
        for at, draft in lived(order, self._limits, self._chance, self._wish.until):
            self._count += 1
            heappush(self._waiting, (at, self._count, Act(at, [draft], clerk)))

    def _done_by(self, moment: int) -> Iterator[Act]:
        waiting = self._waiting
        while waiting and waiting[0][0] <= moment:
            yield heappop(waiting)[2]


def told(wish: Wish) -> Mapping[str, Any]:
    """The wish in plain values, as it is remembered with the office and printed."""
    return {"cases": wish.cases, "years": wish.years, "seed": wish.seed, "until": wish.until}

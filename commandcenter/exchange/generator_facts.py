"""What comes in: when, of which kind, where, from whom and in which words - drawn from the shares in ``ten_years.toml``."""

from __future__ import annotations

import tomllib
from bisect import bisect
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Any

from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.limit import GRADES
from commandcenter.exchange.generator_ground import Ground, Spot
from commandcenter.resource import resource

REMEMBERED = 400
"""So many earlier orders of a kind may come back as repeats."""
REPEATED_WITHIN = 60 * DAY
HOT = 0.3
"""The share of a kind in a community that comes from its one hot spot."""
HOUSES = 60


@dataclass(slots=True)
class Order:
    """An order as it comes in. ``hard`` is the chance that it will not be solved."""

    received_at: int
    kind: Mapping[str, Any]
    category: str
    spot: Spot
    grid: str
    channel: str
    grade: str
    nature: str
    title: str
    text: str
    place_words: str
    reporter: str
    phone: str
    anonymous: bool
    collective: int
    proactive: bool
    hard: float
    id: str = ""
    number: str = ""
    source: str = ""
    source_number: str = ""


class Lot:
    """Draws one of several things by their shares."""

    def __init__(self, things: Sequence[Any], shares: Iterable[float]) -> None:
        self._things = things
        self._sums = list(accumulate(shares))

    def drawn(self, chance: Random) -> Any:
        """One of them."""
        return self._things[bisect(self._sums, chance.random() * self._sums[-1])]


@lru_cache(maxsize=1)
def shares() -> dict[str, Any]:
    """The shares and words."""
    return tomllib.loads(resource("sample_office/ten_years.toml").read_text("utf-8"))


class Facts:
    """Draws orders. Days must be asked for in order, for repeats remember what came before."""

    def __init__(self, years: int, first: date, ground: Ground, chance: Random) -> None:
        self._told = shares()
        self._words = self._told["words"]
        self._years = years
        self._first = first
        self._ground = ground
        self._chance = chance
        self._kinds = self._told["kind"]
        self._categories = [category_id(category_path(kind["path"])) for kind in self._kinds]
        self._grades = [Lot(GRADES, kind["grades"]) for kind in self._kinds]
        self._hours = Lot(range(24), self._told["hours"])
        self._before: list[deque[Order]] = [deque(maxlen=REMEMBERED) for _ in self._kinds]
        self._hot = {
            (number, community): chance.choice(ground.at(community, kind["where"]))
            for number, kind in enumerate(self._kinds)
            for community in ground.communities
        }
        self._spots = {key: Lot(spots, _falling(len(spots))) for key, spots in sorted(ground.spots.items())}
        known = [name for name in ground.communities if name in self._told["communities"]] or list(ground.communities)
        self._known = known
        self._wet = self._bursts("storms", (5, 6, 7, 8, 9))
        self._cold = self._bursts("frosts", (12, 1, 2))
        self._kind_lots: dict[tuple[int, int, str], Lot] = {}
        self._channel_lots: dict[int, Lot] = {}
        self._community_lots: dict[tuple[int, int, bool], Lot] = {}

    # -- when ------------------------------------------------------------------------------------------------------

    def year(self, day: date) -> int:
        """Which year of the office a day lies in, from 0."""
        return min(self._years - 1, max(0, int((day - self._first).days / 365.25)))

    def weight(self, day: date) -> float:
        """How much comes in on a day, against others."""
        years = self._told["years"]
        place = self.year(day) if self._years <= len(years) else self.year(day) * len(years) // self._years
        base = float(years[len(years) - self._years + place if self._years <= len(years) else place])
        seasonal = sum(kind["share"] * self._told["seasons"][kind["season"]][day.month - 1] for kind in self._kinds)
        burst = self._told["burst"] if self._weather(day) else 1.0
        return float(base * seasonal * self._told["weekdays"][day.weekday()] * burst)

    def share_of_day(self, elapsed: int) -> float:
        """How much of a day's orders has come in ``elapsed`` milliseconds after midnight."""
        hours = self._told["hours"]
        whole, part = divmod(max(0, min(DAY, elapsed)), HOUR)
        reached: float = sum(hours[:whole]) + (hours[whole] * part / HOUR if whole < len(hours) else 0)
        return max(reached / float(sum(hours)), 1e-6)

    def instants(self, day: date, midnight: int, end: int, number: int) -> list[int]:
        """The moments at which ``number`` orders come in on a day, in order; none at or after ``end``."""
        chance, found = self._chance, []
        for _ in range(number):
            at = midnight + int(self._hours.drawn(chance) * HOUR + chance.random() * HOUR)
            found.append(at if at < end else midnight + int(chance.random() * (end - midnight)))
        return sorted(found)

    def _bursts(self, name: str, months: Sequence[int]) -> frozenset[date]:
        """The days of a year's bad weather."""
        found = set()
        for year in range(self._first.year, self._first.year + self._years + 2):
            for _ in range(self._told[name]):
                found.add(date(year, self._chance.choice(months), 1 + self._chance.randrange(28)))
        return frozenset(found)

    def _weather(self, day: date) -> str:
        return "rain" if day in self._wet else "frost" if day in self._cold else ""

    # -- what ------------------------------------------------------------------------------------------------------

    def order(self, day: date, at: int) -> Order:
        """An order that comes in at an instant of a day."""
        chance, told = self._chance, self._told
        number = int(self._kind_lot(day).drawn(chance))
        earlier = self._before[number]
        if earlier and chance.random() < told["repeats"]:
            before = earlier[chance.randrange(len(earlier))]
            if at - before.received_at < REPEATED_WITHIN and before.received_at < at:
                return self._again(before, number, at)
        kind = self._kinds[number]
        spot = self._spot(number, kind, day)
        channel = str(self._channel_lot(day).drawn(chance))
        year = self.year(day)
        found = Order(
            received_at=at,
            kind=kind,
            category=self._categories[number],
            spot=spot,
            grid=spot.grids[chance.randrange(len(spot.grids))],
            channel=channel,
            grade=str(self._grades[number].drawn(chance)),
            nature=self._nature(kind),
            title="",
            text="",
            place_words="",
            reporter="",
            phone="",
            anonymous=channel in ("hotline", "petition") and chance.random() < told["anonymous"],
            collective=chance.randrange(5, 60) if chance.random() < told["collective"] else 0,
            proactive=channel in ("grid", "chief", "centre") and chance.random() < told["proactive"] * 10,
            hard=max(0.01, kind["hard"] - told["solved_better"] * year + 0.06),
        )
        self._spoken(found)
        earlier.append(found)
        return found

    def _again(self, before: Order, number: int, at: int) -> Order:
        text = f"{self._word('again')}。{before.text.rpartition('已')[0] or before.text}"
        found = replace(before, received_at=at, text=text, channel="hotline", proactive=False, hard=before.hard * 1.3)
        self._before[number].append(found)
        return found

    def _nature(self, kind: Mapping[str, Any]) -> str:
        drawn = self._chance.random()
        if drawn < kind.get("advice", 0.02):
            return "advice"
        return "suggestion" if drawn > 0.97 else "praise" if drawn > 0.962 else "report" if drawn > 0.92 else "appeal"

    def _spot(self, number: int, kind: Mapping[str, Any], day: date) -> Spot:
        chance = self._chance
        repaired = self._repaired(kind, day)
        community = str(self._community_lot(number, repaired).drawn(chance))
        if chance.random() < HOT:
            return self._hot[number, community]
        key = (community, kind["where"])
        lot = self._spots.get(key) or self._spots[community, "community"]
        found: Spot = lot.drawn(chance)
        return found

    def _repaired(self, kind: Mapping[str, Any], day: date) -> bool:
        told = self._told["repaired"]
        return kind["path"] == told["kind"] and (self.year(day) + 1, day.month) >= (told["year"], 5)

    def _kind_lot(self, day: date) -> Lot:
        year, weather = self.year(day), self._weather(day)
        key = (year, day.month, weather)
        lot = self._kind_lots.get(key)
        if lot is None:
            weights = [self._kind_weight(kind, day, year, weather) for kind in self._kinds]
            lot = self._kind_lots[key] = Lot(range(len(self._kinds)), weights)
        return lot

    def _kind_weight(self, kind: Mapping[str, Any], day: date, year: int, weather: str) -> float:
        seasonal = self._told["seasons"][kind["season"]][day.month - 1]
        grown = kind.get("trend", 1.0) ** (year - self._years / 2)
        told = self._told["repaired"]
        left = 1.0
        if self._repaired(kind, day):
            weights = self._told["communities"]
            fixed = sum(weights[name] for name in told["communities"]) / sum(weights.values())
            left = 1 - fixed * (1 - told["left"])
        return float(kind["share"] * seasonal * grown * left * (kind.get(weather, 1.0) if weather else 1.0))

    def _community_lot(self, number: int, repaired: bool) -> Lot:
        key = (number, 0, repaired)
        lot = self._community_lots.get(key)
        if lot is None:
            told = self._told["repaired"]
            weights = [
                self._told["communities"].get(name, 1.0)
                * (0.5 + Random(f"{number}/{name}").random())
                * (told["left"] if repaired and name in told["communities"] else 1.0)
                for name in self._known
            ]
            lot = self._community_lots[key] = Lot(self._known, weights)
        return lot

    def _channel_lot(self, day: date) -> Lot:
        year = self.year(day)
        lot = self._channel_lots.get(year)
        if lot is None:
            part = year / max(1, self._years - 1)
            told = self._told["channels"]
            lot = Lot(list(told), [first + (last - first) * part for first, last in told.values()])
            self._channel_lots[year] = lot
        return lot

    # -- in which words --------------------------------------------------------------------------------------------

    def _spoken(self, order: Order) -> None:
        chance, word = self._chance, self._word
        fault = order.kind["words"][chance.randrange(len(order.kind["words"]))]
        number = chance.randrange(HOUSES * 6)
        street = order.spot.kind in ("street", "alley")
        order.place_words = f"{order.spot.name}{1 + number % HOUSES}号" if street else order.spot.name
        order.title = f"{order.place_words}{fault}"
        flat = order.spot.kind == "building" and "院" not in order.spot.name
        room = f"{1 + number % 6}单元{100 * (1 + number // 20) + 1 + number % 4}" if flat else ""
        crowd = f"，同楼{order.collective}户联名" if order.collective else ""
        order.text = (
            f"{word('who')}，{order.place_words}{room}附近{fault}，{word('since')}，{word('effect')}{crowd}。"
            f"{word('asked')}。"
        )
        if not order.anonymous:
            surnames = self._words["surnames"]
            order.reporter = surnames[chance.randrange(len(surnames))] + word("titles")
            order.phone = f"100-{chance.randrange(10_000):04d}-{chance.randrange(10_000):04d}"

    def _word(self, name: str) -> str:
        words = self._words[name]
        return str(words[self._chance.randrange(len(words))])


def _falling(number: int) -> list[float]:
    """A few places bring most: the n-th brings as much as one n-th of the first."""
    return [1 / (place + 1.5) for place in range(number)]

"""What a rehearsal tells a person who has to choose: how old the rows of each sheet are, and the newest that would come in."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.case_acts import Matter
from commandcenter.exchange.importing import is_recent


@dataclass(slots=True)
class Ages:
    """The oldest and the newest moment of the readable rows of a sheet (epoch milliseconds), and how many are recent."""

    oldest: int | None = None
    newest: int | None = None
    recent: int = 0

    def take(self, at: int, *, recent: bool) -> None:
        """Count a row."""
        self.oldest = at if self.oldest is None else min(self.oldest, at)
        self.newest = at if self.newest is None else max(self.newest, at)
        self.recent += recent


@dataclass(slots=True)
class Rehearsal:
    """Watches ``importing.rehearse``. ``now`` is epoch milliseconds; ``most`` rows that would come in are kept, the newest."""

    now: int
    most: int
    sheets: dict[str, Ages] = field(default_factory=dict)
    created: int = 0
    ended: int = 0
    recent: int = 0
    _newest: list[tuple[int, int, dict[str, Any]]] = field(default_factory=list)

    def looked(self, sheet: str, matter: Matter) -> None:
        """A row could be read."""
        at = matter.received_at or 0
        self.sheets.setdefault(sheet, Ages()).take(at, recent=is_recent(matter, self.now))

    def would_create(self, sheet: str, row: int, matter: Matter) -> None:
        """A row would become a case."""
        self.created += 1
        recent = is_recent(matter, self.now)
        self.recent += recent
        self.ended += matter.outcome is not None
        at = matter.received_at or 0
        told: dict[str, Any] = {
            "sheet": sheet,
            "row": row,
            "at": at,
            "number": matter.source_number,
            "title": matter.title,
            "place": matter.place,
            "place_words": matter.place_words,
            "community": matter.community,
            "recent": recent,
            "ended": matter.outcome is not None,
        }
        entry = (at, -self.created, told)
        if len(self._newest) < self.most:
            heapq.heappush(self._newest, entry)
        else:
            heapq.heappushpop(self._newest, entry)

    def to_plain(self) -> dict[str, Any]:
        """``ages`` (sheet → oldest, newest, recent), ``offered`` (the newest first), ``recent`` of the would-be cases,
        ``ended`` how many of those ended elsewhere and have no choice to make, and ``suggests`` for the rest: live when most of
        them are recent, else history.
        """
        return {
            "ages": {
                name: {"oldest": ages.oldest, "newest": ages.newest, "recent": ages.recent}
                for name, ages in self.sheets.items()
            },
            "offered": [told for _, _, told in sorted(self._newest, key=lambda entry: entry[:2], reverse=True)],
            "recent": self.recent,
            "ended": self.ended,
            "suggests": "live" if self.recent * 2 > self.created - self.ended else "history",
        }

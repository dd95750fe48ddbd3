"""How many cases came in by each of the nine channels: today, this week, this month, this year, and in the span before.

Months are told by the tally with the cases in hand beside it, days by the order of the table itself; so a question costs with
the week and the work in hand, not with what is stored. For a worker.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from commandcenter.domain import month as months
from commandcenter.domain.clock import DAY, at_local, local, local_date
from commandcenter.journal.database import Connection
from commandcenter.journal.search import first_doc

SPANS = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Counted:
    """Cases received in a span, by channel: all of them, those still open, and all of the span before."""

    received: Counter[str]
    open: Counter[str]
    before: Counter[str]


class ChannelReader:
    """Reads the counts through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, now: int) -> dict[str, Counted]:
        """The counts of every span at an instant (epoch milliseconds)."""
        in_hand = self._in_hand()
        today = at_local(local_date(now))
        monday = today - local(now).weekday() * DAY
        month = months.month_of(now)
        year = month // 100 * 100 + 1
        return {
            "day": Counted(self._between(today, now + 1), _since(in_hand, today), self._between(today - DAY, today)),
            "week": Counted(
                self._between(monday, now + 1), _since(in_hand, monday), self._between(monday - 7 * DAY, monday)
            ),
            "month": self._months(in_hand, month, month, months.later(month, -1), months.later(month, -1)),
            "year": self._months(in_hand, year, month, year - 100, months.later(year, -1)),
        }

    def _between(self, start: int, end: int) -> Counter[str]:
        sql = "SELECT channel, count(*) FROM case_row WHERE doc >= ? AND doc < ? GROUP BY channel"
        return Counter(dict(self._connection.execute(sql, (first_doc(start), first_doc(end))).fetchall()))

    def _in_hand(self) -> list[tuple[str, int]]:
        return list(self._connection.execute("SELECT channel, received_at FROM case_row WHERE open = 1"))

    def _months(
        self, in_hand: list[tuple[str, int]], first: int, last: int, before_first: int, before_last: int
    ) -> Counted:
        now_open, before_open = _within(in_hand, first, last), _within(in_hand, before_first, before_last)
        return Counted(
            self._ended(first, last) + now_open, now_open, self._ended(before_first, before_last) + before_open
        )

    def _ended(self, first: int, last: int) -> Counter[str]:
        sql = (
            "SELECT key, sum(taken + unknown) FROM tally WHERE dim = 'channel' AND month BETWEEN ? AND ?"
            " GROUP BY key HAVING sum(taken + unknown) > 0"
        )
        return Counter(dict(self._connection.execute(sql, (first, last)).fetchall()))


def _since(in_hand: list[tuple[str, int]], start: int) -> Counter[str]:
    return Counter(channel for channel, at in in_hand if at >= start)


def _within(in_hand: list[tuple[str, int]], first: int, last: int) -> Counter[str]:
    start, end = months.start_of(first), months.end_of(last)
    return Counter(channel for channel, at in in_hand if start <= at < end)

"""``rates_1m``: the three rates of a year for every unit, out of the tally and the work in hand.

Baseline: the same rates by one SQL statement over the cases of that year, written from the words of the formulas. Every
numerator and denominator must be the same.
"""

from __future__ import annotations

from pathlib import Path

from commandcenter.desk.clock import SystemClock
from commandcenter.domain import month as months
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.rates import RateReader
from tests.bench.frame import Figure, collector_at_rest, held, median, timed
from tests.bench.stage import Stage
from tests.support.rates_by_sql import rates_by_sql, rates_by_tally

ROUNDS = 5
MOST = 0.2
BY = "lead"


def rates_1m(stage: Stage) -> Figure:
    """Measure it."""
    ours, brute, same = rates(stage.million())
    more = f"rates {'=' if same else '!='} brute force"
    return held("rates_1m", median(ours), median(brute), MOST, also=same, more=more)


def rates(folder: Path, rounds: int = ROUNDS) -> tuple[list[float], list[float], bool]:
    """The times of both ways, and whether they count the same."""
    now = SystemClock().now()
    last = months.month_of(now)
    first = last - 99 if last % 100 < 12 else last - 11
    connection = connect(folder / FILE_NAME)
    reader = RateReader(connection)
    ours: list[float] = []
    brute: list[float] = []
    told: dict[str, tuple[int, ...]] = {}
    wanted: dict[str, tuple[int, ...]] = {}
    with collector_at_rest():
        for _ in range(rounds):
            ours.append(timed(lambda: told.update(rates_by_tally(reader, first, last, BY, now))))
            brute.append(timed(lambda: wanted.update(rates_by_sql(connection, first, last, BY, now))))
    connection.close()
    return ours, brute, told == wanted and len(told) > 1

"""The three rates counted the slow and obvious way: one look at every case of the span, by unit in the lead.

Written from the words of the formulas alone, so that it does not share a mistake with the tally. Also the baseline of the
figure ``rates_1m``.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.month import end_of, start_of
from commandcenter.domain.rates import three_rates

BRUTE_SQL = """
SELECT {by},
 sum(reachable AND contacted_at <= contact_due_at),
 sum(reachable AND (contacted_at IS NOT NULL OR ends IS NULL OR contact_due_at < ends)),
 sum(judged AND solved IS 1),
 sum(judged AND (solved IS NOT NULL OR late)),
 sum(judged AND satisfied IS 1),
 sum(judged AND (satisfied IS NOT NULL OR late))
FROM (
 SELECT *,
  anonymous = 0 AND contact_due_at IS NOT NULL AND ground NOT IN ('transferred', 'refused', 'merged') AS reachable,
  ground = '' AS judged,
  CASE WHEN open = 1 THEN :now ELSE closed_at END AS ends,
  open = 1 AND stage <> 'suspended' AND fed_back_at IS NULL AND due_at IS NOT NULL AND due_at < :now AS late
 FROM case_row WHERE history = 0 AND received_at >= :start AND received_at < :end
)
GROUP BY 1
"""
"""By ``lead``, ``community``, ``category``, ``channel`` or ``grid``; the formulas are those an office begins with."""


def rates_by_sql(connection: Any, first: int, last: int, by: str, now: int) -> dict[str, tuple[int, ...]]:
    """Key → (good, of) of response, resolution and satisfaction, of cases received in the months ``first`` to ``last``."""
    values = {"now": now, "start": start_of(first), "end": end_of(last)}
    rows = connection.execute(BRUTE_SQL.format(by=by), values)
    return {key: tuple(int(count or 0) for count in counts) for key, *counts in rows}


def rates_by_tally(reader: Any, first: int, last: int, by: str, now: int) -> dict[str, tuple[int, ...]]:
    """The same from a ``RateReader``; who has only unknown history is left out."""
    formulas = reader.formulas()
    found = {}
    for key, sums in reader.sums(first, last, by, now).items():
        if sums.count("taken"):
            three = three_rates(formulas, sums)
            told = (three.response, three.resolution, three.satisfaction)
            found[key] = tuple(number for rate in told for number in (rate.good, rate.of))
    return found

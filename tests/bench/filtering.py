"""``search_filtered_1m``: words with selective filters, the newest 50 of 1,000,000 cases.

Baseline: the better of the two plain ways for each question - every hit of the index looked up and filtered, or every row
the filters leave searched by LIKE - on the same file. The rows must be those of the plain ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from commandcenter.desk.clock import SystemClock
from commandcenter.journal import search
from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.reading.case_query import CaseQuery, condition
from commandcenter.journal.reading.cases import CaseReader
from tests.bench.frame import Figure, collector_at_rest, median, percentile, timed
from tests.bench.searching import words_in
from tests.bench.stage import Stage

LIMIT = 50
P95_MS = 150
EACH = 1
"""Words of each length for each sort of filter."""
LENGTHS = (2, 4, 8)
COMMON = ("居民", "号院", "反映", "尽快", "处理")
"""Words that stand in every fourth case."""
PLAIN_EVERY = 48
"""One question in so many is also put the plain ways: they take seconds."""

_COLUMNS = ("number", "source_number", "title", "place_words", "reporter", "phone", "text")
_LOOKED_UP = (
    "SELECT id FROM search_index s JOIN case_row ON doc = s.rowid WHERE search_index MATCH :words AND {}"
    " ORDER BY s.rowid DESC LIMIT :limit"
)
_SCANNED = (
    f"SELECT id FROM case_row WHERE {{}} AND ({' OR '.join(f'{name} LIKE :text' for name in _COLUMNS)})"
    " ORDER BY received_at DESC, id DESC LIMIT :limit"
)


def search_filtered_1m(stage: Stage) -> Figure:
    """Measure it."""
    ours, plain, same = questions(stage.million())
    value, base = percentile(ours, 95), percentile(plain, 95)
    target = f"p95 <= {P95_MS} ms; p50 {median(ours):.3g}; rows {'=' if same else '!='} plain"
    return Figure("search_filtered_1m", value, "ms", base, value / base, target, value <= P95_MS and same)


def questions(folder: Path, *, plainly: bool = True) -> tuple[list[float], list[float], bool]:
    """The times of every question, those of the better plain way of some, and whether their rows were the same.

    Without ``plainly`` nothing is put the plain ways.
    """
    now = SystemClock().now()
    connection = connect(folder / FILE_NAME)
    cases = CaseReader(connection)
    words = words_in(connection)
    asked = [(word, query) for query in filters(connection) for word in _some(words, query)]
    Random(5).shuffle(asked)
    ours: list[float] = []
    plain: list[float] = []
    same = True
    with collector_at_rest():
        for place, (word, query) in enumerate(asked):
            found: list[str] = []
            ours.append(timed(lambda: found.extend(row.id for row in cases.search(word, LIMIT, query, now))))  # noqa: B023
            if plainly and place % PLAIN_EVERY == 0:
                took, wanted = _plainly(connection, word, query, now)
                plain.append(took)
                same = same and found == wanted
    connection.close()
    return ours, plain, same


def filters(connection: Connection) -> list[CaseQuery]:
    """Filters of the case centre, from those that leave a third of the cases to those that leave a handful."""
    sql = "SELECT category, community, lead, channel, place FROM case_row WHERE lead <> '' AND doc % 1009 = 7 LIMIT 6"
    found: list[CaseQuery] = []
    for category, community, lead, channel, place in connection.execute(sql).fetchall():
        found += [
            CaseQuery(view="all", order="received", category=category),
            CaseQuery(view="all", order="received", community=community, grade="urgent"),
            CaseQuery(view="closed", order="received", unit=lead, channel=channel),
            CaseQuery(view="all", order="received", category=category, community=community, channel=channel),
            CaseQuery(view="all", order="received", place=place),
            CaseQuery(view="open", unit=lead),
            CaseQuery(view="overdue", community=community),
            CaseQuery(view="suspended", unit=lead, community=community),
        ]
    return found


def _some(words: dict[int, list[str]], query: CaseQuery) -> Sequence[str]:
    chance = Random(repr(query))
    rare = [chance.choice(words[length]) for length in LENGTHS for _ in range(EACH)]
    return [*rare, *COMMON]


def _plainly(connection: Connection, word: str, query: CaseQuery, now: int) -> tuple[float, list[str]]:
    where, values = condition(query, now)
    values |= {"words": search.query(word), "text": f"%{word}%", "limit": LIMIT}
    times, answers = [], []
    for sql in (_LOOKED_UP, _SCANNED):
        rows: list[str] = []
        times.append(timed(lambda: rows.extend(case for (case,) in connection.execute(sql.format(where), values))))  # noqa: B023
        answers.append(rows)
    if sorted(answers[0]) != sorted(answers[1]):
        raise RuntimeError(f"{word}: the plain ways disagree")
    return min(times), answers[1]

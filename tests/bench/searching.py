"""``search_100k`` and ``search_1m``: two to eight characters typed, the newest 50 cases on the hand.

Baseline: the same seven columns searched by LIKE for a text that stands nowhere, newest first, on the same file. Every
answer must be the rows LIKE finds, in the same order.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.reading.cases import CaseReader
from tests.bench.frame import Figure, collector_at_rest, held, median, percentile, timed
from tests.bench.stage import Stage

LIMIT = 50
LENGTHS = range(2, 9)
EACH = 30
"""Texts of each length."""
CHECKED = 8
"""Texts of each length whose rows are held against LIKE's."""
NOWHERE = "鸾鳳麒麟"
P95_MS = 50

_COLUMNS = ("number", "source_number", "title", "place_words", "reporter", "phone", "text")
_LIKE = (
    f"SELECT id FROM case_row WHERE {' OR '.join(f'{name} LIKE :text' for name in _COLUMNS)}"
    " ORDER BY received_at DESC, id DESC LIMIT :limit"
)
_HAN = re.compile("[一-鿿]+")


def search(stage: Stage) -> Figure:
    """Measure it on 100,000 cases."""
    return measured("search_100k", stage.hundred_thousand(), checked=CHECKED, every=15)


def search_1m(stage: Stage) -> Figure:
    """Measure it on 1,000,000, where a scan takes seconds: fewer of them."""
    return measured("search_1m", stage.million(), checked=2, every=60)


def measured(name: str, folder: Path, *, checked: int, every: int) -> Figure:
    """The figure on a folder: ``checked`` texts of each length are held against LIKE, one scan ``every`` so many searches."""
    connection = connect(folder / FILE_NAME)
    cases = CaseReader(connection)
    words = words_in(connection)
    all_words = [word for told in words.values() for word in told]
    same = all(_same(connection, cases, word) for told in words.values() for word in told[:checked])
    ours: list[float] = []
    scans: list[float] = []
    with collector_at_rest():
        for place, word in enumerate(all_words):
            ours.append(timed(lambda: cases.search(word, LIMIT)))  # noqa: B023  called at once
            if place % every == 0:
                scans.append(timed(lambda: _like(connection, NOWHERE)))
    connection.close()
    quick = percentile(ours, 95) <= P95_MS
    more = f"p95 {percentile(ours, 95):.3g} <= {P95_MS} ms; rows {'=' if same else '!='} LIKE"
    return held(name, median(ours), median(scans), 0.01, also=quick and same, more=more)


def words_in(connection: Connection) -> dict[int, list[str]]:
    """Texts that stand in cases, by their length: common ones and rare ones as they come."""
    chance = Random(11)
    sql = "SELECT text FROM case_row WHERE text <> '' ORDER BY substr(id, -6) LIMIT 4000"
    runs = [run for (text,) in connection.execute(sql) for run in _HAN.findall(text) if len(run) >= max(LENGTHS)]
    found: dict[int, list[str]] = {}
    for length in LENGTHS:
        chosen = [chance.choice(runs) for _ in range(EACH)]
        starts = [chance.randrange(len(run) - length + 1) for run in chosen]
        found[length] = [run[start : start + length] for run, start in zip(chosen, starts, strict=True)]
    return found


def _like(connection: Connection, word: str) -> list[str]:
    values = {"text": f"%{word}%", "limit": LIMIT}
    return [case for (case,) in connection.execute(_LIKE, values)]


def _same(connection: Connection, cases: CaseReader, word: str) -> bool:
    return [row.id for row in cases.search(word, LIMIT)] == _like(connection, word)

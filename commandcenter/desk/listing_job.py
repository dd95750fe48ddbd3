"""Writing the list a screen shows to a file, in a child process: plain values in, a plain report out."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local
from commandcenter.domain.masking import mask_text
from commandcenter.exchange.exporting import Names
from commandcenter.exchange.listing import COLUMNS, write_list
from commandcenter.exchange.spreadsheet import Moment, Value
from commandcenter.journal.database import key_from
from commandcenter.journal.reading.case_query import CaseQuery, CaseRow
from commandcenter.journal.reading.cases import CaseReader

AT_ONCE = 500
Progress = Callable[[int, int], None]


def query_from(told: Mapping[str, Any]) -> CaseQuery:
    """A query from its fields as plain values."""
    fields = {name: told[name] for name in CaseQuery.__dataclass_fields__ if name in told}
    return CaseQuery(**{**fields, **{name: tuple(fields.get(name, ())) for name in ("ids", "but")}})


def export_list(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write a list to ``path`` (.xlsx or .csv). ``options``: ``query`` (fields of ``CaseQuery``), ``columns`` by name in their
    order, ``now`` (epoch milliseconds), ``masked`` (default true). Returns ``cases``, ``path`` and ``masked``. Raises what
    ``write_list`` raises."""
    masked, now = bool(options.get("masked", True)), int(options["now"])
    read = Read(Path(folder), key_from(key))
    try:
        docs = read.cases.order(query_from(options["query"]), now)
        rows, names = _rows(read.cases, docs), names_of(Reference(read.reference))
        count = write_list(
            Path(path), rows, len(docs), list(options["columns"]), names, now, masked=masked, progress=progress
        )
    finally:
        read.close()
    return {"cases": count, "path": path, "masked": masked}


def names_of(reference: Reference) -> Names:
    """The names behind ids, as the office has them now."""
    return Names(
        places={key: place.name for key, place in reference.directory.places.items()},
        units={key: unit.name for key, unit in reference.units.items()},
        categories={key: "/".join(path) for key, path in reference.categories.items()},
    )


def _rows(cases: CaseReader, docs: array[int]) -> Iterator[CaseRow]:
    """The rows in their order, a few hundred in memory at a time."""
    for start in range(0, len(docs), AT_ONCE):
        some = docs[start : start + AT_ONCE]
        found = cases.rows(some)
        yield from (found[doc] for doc in some if doc in found)


def list_table(read: Read, query: CaseQuery, columns: Sequence[str], now: int, most: int) -> dict[str, Any]:
    """The first rows of a list as texts for paper: heads, widths in characters, rows, and how many there are in all."""
    docs = read.cases.order(query, now)
    names = names_of(Reference(read.reference))
    rows = [
        [_text(COLUMNS[name][2](row, names, mask_text, now)) for name in columns]
        for row in _rows(read.cases, docs[:most])
    ]
    heads, widths = [COLUMNS[name][0] for name in columns], [COLUMNS[name][1] for name in columns]
    return {"heads": heads, "widths": widths, "rows": rows, "total": len(docs)}


def _text(value: Value) -> str:
    if isinstance(value, Moment):
        return f"{local(value):%m-%d %H:%M}"
    return "" if value is None else str(value)

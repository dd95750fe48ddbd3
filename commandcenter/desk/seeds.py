"""What a newer program brings to an office that an older one founded: the reference records it has never known.

Founding lists everything the program knew on that day. When the program knows more - a limit of a new rule, the calendar
of another year - the difference is listed once, under the ids founding would have given, and marked as the program's own.
It is looked for in the reader's thread some moments after the first paint: a window never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from commandcenter.domain.office import OFFICE

if TYPE_CHECKING:
    from commandcenter.desk.read import Read
    from commandcenter.domain.record import ListFromProgram
    from commandcenter.exchange.reference import Entry
    from commandcenter.journal.reading.reference import ReferenceReader

WAIT_MS = 2000
"""So long after the first paint the office is compared with the program; screens are being filled until then."""


def lacking(now: int) -> Callable[[Read], ListFromProgram | None]:
    """The question what the office lacks at ``now`` (epoch milliseconds), for the reader's thread.

    The answer is the command that lists it; None when nothing is lacking, or when there is no office yet.
    """

    def work(read: Read) -> ListFromProgram | None:
        from commandcenter.domain.record import ListFromProgram
        from commandcenter.exchange.reference import reference_records

        office = read.reference.records("office").get(OFFICE.partition("/")[2])
        if office is None:
            return None
        found = unknown(read.reference, reference_records(now, sample=office.get("sample") is True))
        return ListFromProgram(records=tuple(found), channel="program") if found else None

    return work


def unknown(reader: ReferenceReader, entries: Iterable[Entry]) -> list[Entry]:
    """Those of ``entries`` that were never listed here, nor retired. Of a table that is read as one: all lines or none."""
    from commandcenter.exchange.reference import WHOLE

    known: dict[str, frozenset[str]] = {}
    found = []
    for entry in entries:
        family, _, key = entry[0].partition("/")
        if family not in known:
            known[family] = frozenset(reader.records(family))
        if key not in known[family] and not (family in WHOLE and known[family]):
            found.append(entry)
    return found

"""The event table: append, read back, positions. Everything here is one SQL statement and a sentence about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.erasure import erased_up_to
from commandcenter.domain.event import Event, EventId, Fact
from commandcenter.journal.codec import fact_of
from commandcenter.journal.database import Connection

_COLUMNS = ", ".join(Event._fields)
_PLACES = ", ".join("?" for _ in Event._fields)
_QUALIFIED = ", ".join(f"e.{name}" for name in Event._fields)

Private = tuple[str, int, bytes, str]
"""node, seq, salt, JSON content"""


def append(connection: Connection, events: Sequence[Event], privates: Sequence[Private]) -> None:
    """Insert events and their private parts."""
    connection.executemany(f"INSERT INTO event ({_COLUMNS}) VALUES ({_PLACES})", events)
    if privates:
        connection.executemany("INSERT INTO private (node, seq, salt, content) VALUES (?, ?, ?, ?)", privates)


def head(connection: Connection, node: str) -> tuple[int, bytes]:
    """The newest number of a node and the digest there; (0, empty) before its first event."""
    row = connection.execute(
        "SELECT seq, digest FROM event WHERE node = ? ORDER BY seq DESC LIMIT 1", (node,)
    ).fetchone()
    return (row[0], row[1]) if row else (0, b"")


def newest_stamp(connection: Connection, node: str, most: int) -> int:
    """The highest clock stamp held: of ``node`` any, of the others none above ``most``, so that a wrong clock elsewhere
    never drags the local one. The stamps of a node grow with its numbers, so each node costs one step.
    """
    stamps = [0]
    for one in nodes(connection):
        sql = "SELECT hlc FROM event WHERE node = ? AND (hlc <= ? OR node = ?) ORDER BY seq DESC LIMIT 1"
        row = connection.execute(sql, (one, most, node)).fetchone()
        stamps.append(int(row[0]) if row else 0)
    return max(stamps)


def vector(connection: Connection) -> dict[str, int]:
    """The version vector: for each node the highest number up to which nothing is missing."""
    held = {
        node: (count, highest)
        for node, count, highest in connection.execute("SELECT node, count(*), max(seq) FROM event GROUP BY node")
    }
    return {
        node: highest if count == highest else _contiguous(connection, node) for node, (count, highest) in held.items()
    }


def _contiguous(connection: Connection, node: str) -> int:
    expected = 0
    for (seq,) in connection.execute("SELECT seq FROM event WHERE node = ? ORDER BY seq", (node,)):
        if seq != expected + 1:
            break
        expected = seq
    return expected


def position(connection: Connection) -> int:
    """How many rows this file has taken in: grows with every event, local or remote."""
    return int(connection.execute("SELECT ifnull(max(rowid), 0) FROM event").fetchone()[0])


def facts_of(connection: Connection, subject: str) -> list[Fact]:
    """The facts of one subject, unordered."""
    return list(_facts(connection, "e.subject = ?", (subject,)))


def facts_below(connection: Connection, prefix: str) -> list[Fact]:
    """The facts of every subject that begins with ``prefix`` (``report_in/<whistle>/``)."""
    return list(
        _facts(connection, "e.subject >= ? AND e.subject < ?", (prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)))
    )


def facts_in_range(connection: Connection, first: str, last: str) -> Iterator[Fact]:
    """The facts of every subject from ``first`` to ``last``, subject by subject."""
    return _facts(connection, "e.subject >= ? AND e.subject <= ? ORDER BY e.subject", (first, last))


def facts_of_span(
    connection: Connection, start: int, end: int, kinds: Sequence[str], limit: int, *, newest: bool = False
) -> list[Fact]:
    """What happened from ``start`` until before ``end`` (epoch milliseconds) and is about no case, at most ``limit`` facts.

    Only the kinds that are named, read along the index of the duty log; oldest first, or with ``newest`` the newest first.
    """
    marks = ", ".join("?" * len(kinds))
    order = "DESC" if newest else "ASC"
    sql = (
        f"SELECT {_QUALIFIED}, p.content FROM event e INDEXED BY ix_event_duty"
        " LEFT JOIN private p ON p.node = e.node AND p.seq = e.seq"
        f" WHERE substr(e.subject, 1, 5) <> 'case/' AND e.happened_at >= ? AND e.happened_at < ? AND e.kind IN ({marks})"
        f" ORDER BY e.happened_at {order} LIMIT ?"
    )
    found = connection.execute(sql, (start, end, *kinds, limit))
    return [fact_of(Event._make(row[:-1]), row[-1]) for row in found]


def facts_between(connection: Connection, after: int, up_to: int, *, naming: str = "") -> Iterator[Fact]:
    """The facts taken in between two positions of this file; only those whose subject names ``naming``, when it is given."""
    return _facts(connection, "e.rowid > ? AND e.rowid <= ? AND instr(e.subject, ?) > 0", (after, up_to, naming))


def fact(connection: Connection, key: EventId) -> Fact | None:
    """One fact by its id."""
    return next(_facts(connection, "e.node = ? AND e.seq = ?", tuple(key)), None)


def _facts(connection: Connection, where: str, parameters: tuple[object, ...]) -> Iterator[Fact]:
    sql = (
        f"SELECT {_QUALIFIED}, p.content FROM event e"
        f" LEFT JOIN private p ON p.node = e.node AND p.seq = e.seq WHERE {where}"
    )
    make = Event._make
    for row in connection.execute(sql, parameters):
        yield fact_of(make(row[:-1]), row[-1])


def subjects_below(connection: Connection, prefix: str) -> list[str]:
    """Every subject that begins with ``prefix``, sorted."""
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    sql = "SELECT DISTINCT subject FROM event WHERE subject >= ? AND subject < ? ORDER BY subject"
    return [subject for (subject,) in connection.execute(sql, (prefix, after))]


def events_of_node(connection: Connection, node: str, after: int = 0) -> Iterator[Event]:
    """A node's events in order, from the one after ``after``."""
    sql = f"SELECT {_COLUMNS} FROM event WHERE node = ? AND seq > ? ORDER BY seq"
    for row in connection.execute(sql, (node, after)):
        yield Event._make(row)


def nodes(connection: Connection) -> list[str]:
    """Every node that wrote here, each found by one step in the index."""
    sql = (
        "WITH RECURSIVE told(node) AS (SELECT min(node) FROM event UNION ALL"
        " SELECT (SELECT min(node) FROM event WHERE node > told.node) FROM told WHERE told.node IS NOT NULL)"
        " SELECT node FROM told WHERE node IS NOT NULL ORDER BY node"
    )
    return [node for (node,) in connection.execute(sql)]


def recorded(connection: Connection, node: str, command: str) -> list[str]:
    """The subjects a command of this node has already written to; empty when it never ran."""
    sql = "SELECT subject FROM event WHERE node = ? AND command = ? ORDER BY command_index"
    return [subject for (subject,) in connection.execute(sql, (node, command))]


def held(connection: Connection, keys: Iterable[EventId]) -> dict[EventId, bytes]:
    """Which of these events are here, with their digests."""
    found = {}
    for key in keys:
        row = connection.execute("SELECT digest FROM event WHERE node = ? AND seq = ?", tuple(key)).fetchone()
        if row:
            found[key] = row[0]
    return found


def waiting(connection: Connection, key: EventId) -> tuple[str, bytes] | None:
    """Subject and private digest of a held event whose private part is not here; None for any other event."""
    sql = (
        "SELECT e.subject, e.private_digest FROM event e LEFT JOIN private p ON p.node = e.node AND p.seq = e.seq"
        " WHERE e.node = ? AND e.seq = ? AND e.private_digest IS NOT NULL AND p.seq IS NULL"
    )
    row = connection.execute(sql, tuple(key)).fetchone()
    return (row[0], row[1]) if row else None


def erased(connection: Connection, subject: str) -> dict[str, int]:
    """Up to which number of each node the private parts of a subject were erased."""
    reached: dict[str, int] = {}
    for fact in _facts(connection, "e.subject = ? AND e.kind LIKE ?", (subject, f"%.{ERASED}")):
        for node, seq in erased_up_to(fact.body).items():
            reached[node] = max(seq, reached.get(node, seq))
    return reached

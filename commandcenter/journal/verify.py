"""Verify: walk every chain, every signature, every private part and foreign key, and name the first bad event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.erasure import erased_up_to
from commandcenter.domain.event import Event, EventId, digest_of, private_digest_of
from commandcenter.domain.kinds import understood
from commandcenter.journal import log
from commandcenter.journal.codec import from_json
from commandcenter.journal.database import Connection
from commandcenter.journal.identity import signed_by
from commandcenter.journal.trouble import trouble_in

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where. ``event`` is None when it is not about one event.

    ``what``: file, gap, chain, digest, signature, unsigned_end, body, private, private_missing, foreign_key.
    """

    what: str
    event: EventId | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome: events looked at, the first fault if any, and what is no fault but should be known."""

    events: int
    nodes: int
    fault: Fault | None = None
    forks: int = 0
    erased: int = 0
    not_understood: int = 0

    @property
    def whole(self) -> bool:
        """Nothing is wrong."""
        return self.fault is None


def verify(connection: Connection, progress: Progress | None = None) -> Verdict:
    """Check the whole journal. Never raises for what it finds; a torn file is a fault too."""
    try:
        return _verify(connection, progress)
    except Exception as error:
        trouble = trouble_in(error)
        if trouble is None:
            raise
        return Verdict(0, 0, Fault("file", detail=trouble.code))


def _verify(connection: Connection, progress: Progress | None) -> Verdict:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        return Verdict(0, 0, Fault("file", detail=said))
    total = log.position(connection)
    done = 0
    unknown = 0
    nodes = log.nodes(connection)
    for node in nodes:
        walk = _Chain(node)
        for event in log.events_of_node(connection, node):
            fault = walk.step(event)
            if fault is not None:
                return Verdict(done, len(nodes), fault)
            unknown += not understood(event.kind, event.version)
            done += 1
            if progress is not None and done % 2000 == 0:
                progress(done, total)
        fault = walk.end()
        if fault is not None:
            return Verdict(done, len(nodes), fault)
    fault, erased = _privates(connection)
    if fault is None:
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            fault = Fault("foreign_key", detail=f"{broken[0]} row {broken[1]}")
    forks = int(connection.execute("SELECT count(*) FROM fork").fetchone()[0])
    if progress is not None:
        progress(total, total)
    return Verdict(done, len(nodes), fault, forks, erased, unknown)


class _Chain:
    """One node's events in order."""

    def __init__(self, node: str) -> None:
        self._node = node
        self._seq = 0
        self._prev = b""
        self._key = ""
        self._last: Event | None = None

    def step(self, event: Event) -> Fault | None:
        if event.seq != self._seq + 1:
            return Fault("gap", EventId(self._node, self._seq + 1), f"next is {event.seq}")
        if digest_of(event) != event.digest:
            return Fault("digest", event.id)
        if event.prev != self._prev:
            return Fault("chain", event.id)
        if not _is_json(event.body) or not _is_json(event.seen):
            return Fault("body", event.id)
        if event.seq == 1:
            self._key = _public_key(event)
        if self._last is not None and self._last.sig is None and event.command != self._last.command:
            return Fault("unsigned_end", self._last.id)
        if event.sig is not None and not signed_by(self._key, event.digest, event.sig):
            return Fault("signature", event.id)
        self._seq, self._prev, self._last = event.seq, event.digest, event
        return None

    def end(self) -> Fault | None:
        """The chain must end with a signature: each command is signed as a whole."""
        if self._last is not None and self._last.sig is None:
            return Fault("unsigned_end", self._last.id)
        return None


def _is_json(text: object) -> bool:
    try:
        return isinstance(text, str) and isinstance(from_json(text), dict)
    except (ValueError, UnicodeError):
        return False


def _public_key(event: Event) -> str:
    """A node's first event introduces its key."""
    body = from_json(event.body)
    fields = body.get("fields", {}) if isinstance(body, dict) else {}
    return str(fields.get("public_key", "")) if isinstance(fields, dict) else ""


def _privates(connection: Connection) -> tuple[Fault | None, int]:
    """Every private part must match its digest; a missing one must have been erased by an event."""
    sql = (
        "SELECT e.node, e.seq, e.private_digest, p.salt, p.content FROM private p"
        " JOIN event e ON e.node = p.node AND e.seq = p.seq"
    )
    for node, seq, digest, salt, content in connection.execute(sql):
        if digest is None or private_digest_of(salt, content) != digest:
            return Fault("private", EventId(node, seq)), 0
    covered = _erasures(connection)
    erased = 0
    sql = (
        "SELECT e.node, e.seq, e.subject FROM event e LEFT JOIN private p ON p.node = e.node AND p.seq = e.seq"
        " WHERE e.private_digest IS NOT NULL AND p.seq IS NULL ORDER BY e.node, e.seq"
    )
    for node, seq, subject in connection.execute(sql):
        if seq > covered.get((subject, node), 0):
            return Fault("private_missing", EventId(node, seq)), erased
        erased += 1
    return None, erased


def _erasures(connection: Connection) -> dict[tuple[str, str], int]:
    covered: dict[tuple[str, str], int] = {}
    sql = "SELECT subject, body FROM event WHERE kind LIKE ?"
    for subject, body in connection.execute(sql, (f"%.{ERASED}",)):
        for node, seq in erased_up_to(from_json(body)).items():
            covered[subject, node] = max(seq, covered.get((subject, node), 0))
    return covered

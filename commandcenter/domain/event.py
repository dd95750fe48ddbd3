"""The event: one fact of the journal, and the fact as a fold sees it (DESIGN 4)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, Literal, NamedTuple

Mode = Literal["real", "drill"]
REAL: Mode = "real"
DRILL: Mode = "drill"
PLAYED = "played"
"""Actor and role of everything a simulated department does in a drill: nobody was there."""


class EventId(NamedTuple):
    """Which event: the workstation that wrote it and its gapless number there."""

    node: str
    seq: int

    def __str__(self) -> str:
        return f"{self.node}:{self.seq}"

    @classmethod
    def parse(cls, text: str) -> EventId | None:
        """The id written in ``text`` as ``node:seq``; None when it is not one."""
        node, colon, seq = text.rpartition(":")
        return cls(node, int(seq)) if colon and node and seq.isascii() and seq.isdigit() and len(seq) < 20 else None


class Event(NamedTuple):
    """One stored event; the fields are the columns of the event table, in order.

    Times are epoch milliseconds in UTC. ``seen`` and ``body`` are JSON texts, ``corrects`` and ``cause`` event ids as
    ``node:seq`` or empty. ``sig`` stands on the last event of a command and covers the command's earlier events
    through the chain (docs/decisions/0002).
    """

    node: str
    seq: int
    office: str
    command: str
    command_index: int
    hlc: int
    happened_at: int
    recorded_at: int
    subject: str
    kind: str
    version: int
    mode: str
    actor: str
    role: str
    seat: str
    assurance: str
    on_behalf_of: str
    channel: str
    seen: str
    corrects: str
    cause: str
    body: str
    private_digest: bytes | None
    prev: bytes
    digest: bytes
    sig: bytes | None

    @property
    def id(self) -> EventId:
        """Node and sequence number."""
        return EventId(self.node, self.seq)


_SEALED = len(Event._fields) - 2
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AS_JSON: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    bytes: lambda value: f'"{value.hex()}"',
    NoneType: lambda value: "null",
}


def digest_of(event: Event) -> bytes:
    """SHA-256 over every field but ``digest`` and ``sig``, written as one JSON list; ``prev`` makes the chain."""
    told = ",".join([_AS_JSON.get(type(value), _encode)(value) for value in event[:_SEALED]])
    return hashlib.sha256(f"[{told}]".encode("utf-8", "surrogatepass")).digest()


def sealed(event: Event) -> Event:
    """The event with its digest."""
    return Event._make((*event[:_SEALED], digest_of(event), event.sig))


def private_digest_of(salt: bytes, content: str) -> bytes:
    """Salted SHA-256 of a private part, so that an erased text cannot be guessed from the journal."""
    return hashlib.sha256(salt + content.encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as folds and screens see it: JSON opened, private part merged in, old versions lifted.

    ``private`` is None when the event has none or it was erased; ``erased`` tells the two apart.
    """

    id: EventId
    hlc: int
    happened_at: int
    recorded_at: int
    subject: str
    kind: str
    mode: str
    actor: str
    role: str
    seat: str
    assurance: str
    on_behalf_of: str
    channel: str
    body: Mapping[str, Any]
    private: Mapping[str, Any] | None = None
    erased: bool = False
    seen: Mapping[str, int] = field(default_factory=dict)
    corrects: EventId | None = None
    cause: EventId | None = None

    @property
    def verb(self) -> str:
        """The kind without its family: ``arrived`` of ``report_in.arrived``."""
        return self.kind.partition(".")[2]

    @property
    def late(self) -> bool:
        """Entered by a person more than two minutes after it happened. Imported and founding entries are not late."""
        return self.recorded_at - self.happened_at > 120_000 and self.channel not in ("import", "founding")

    def words(self, name: str, default: str = "") -> str:
        """A text of the private part; ``default`` when there is none or it was erased."""
        value = (self.private or {}).get(name)
        return value if isinstance(value, str) else default

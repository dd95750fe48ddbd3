"""Other workstations, as far as a journal sees them: each signs its own chain of events and knows nothing of SQLite."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.domain.clock import stamp
from commandcenter.domain.event import Event, Fact, private_digest_of, sealed
from commandcenter.journal.journal import Journal
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from conftest import NOW

Private = tuple[str, int, bytes, str]


class OtherDesk:
    """A workstation elsewhere. ``write`` makes its next event; ``events`` and ``privates`` are what it would send."""

    def __init__(self, node: str, office: str = "qingyu", now: int = NOW) -> None:
        self.node = node
        self.now = now
        self.events: list[Event] = []
        self.privates: list[Private] = []
        self._office = office
        self._key = Ed25519PrivateKey.generate()
        public = self._key.public_key().public_bytes_raw().hex()
        fields = {"public_key": public, "letter": node.upper()[:1], "program": "0"}
        self.write(f"node/{node}", "node.listed", {"fields": fields})

    def write(
        self,
        subject: str,
        kind: str,
        body: Mapping[str, Any] | str = {},
        private: Mapping[str, Any] | None = None,
        *,
        seen: Mapping[str, Any] | str = {},
        **columns: Any,
    ) -> Event:
        """Chain and sign one event as a command of its own. ``body`` and ``seen`` may be raw JSON text."""
        seq = len(self.events) + 1
        digest = None
        if private is not None:
            salt, content = secrets.token_bytes(16), json.dumps(private, ensure_ascii=False)
            digest = private_digest_of(salt, content)
            self.privates.append((self.node, seq, salt, content))
        told = {
            "node": self.node,
            "seq": seq,
            "office": self._office,
            "command": f"{self.node}-{seq}",
            "command_index": 0,
            "hlc": stamp(self.now, seq),
            "happened_at": self.now,
            "recorded_at": self.now,
            "subject": subject,
            "kind": kind,
            "version": 1,
            "mode": "real",
            **dict.fromkeys(("actor", "role", "on_behalf_of", "channel", "corrects", "cause"), ""),
            "seat": self.node,
            "assurance": "none",
            "seen": seen if isinstance(seen, str) else json.dumps(seen),
            "body": body if isinstance(body, str) else json.dumps(body, ensure_ascii=False),
            "private_digest": digest,
            "prev": self.events[-1].digest if self.events else b"",
            "digest": b"",
            "sig": None,
        }
        event = sealed(Event(**(told | columns)))
        event = event._replace(sig=self._key.sign(event.digest))
        self.events.append(event)
        return event

    def retell(self, fact: Fact) -> Event:
        """Write what ``fact`` says as this desk's next event."""
        return self.write(
            fact.subject,
            fact.kind,
            fact.body,
            fact.private,
            seen=fact.seen,
            hlc=fact.hlc,
            happened_at=fact.happened_at,
            recorded_at=fact.recorded_at,
            mode=fact.mode,
            actor=fact.actor,
            channel=fact.channel,
            corrects=str(fact.corrects) if fact.corrects else "",
        )


def exchange(first: Journal, second: Journal) -> None:
    """Let two journals tell each other everything they hold, with the private parts."""
    for source, target in ((first, second), (second, first)):
        target.absorb(*held(source))


def held(journal: Journal) -> tuple[Sequence[Event], Sequence[Private]]:
    """Every event and every private part in a journal."""
    columns = ", ".join(Event._fields)
    events = [Event._make(row) for row in journal.connection.execute(f"SELECT {columns} FROM event ORDER BY rowid")]
    privates = journal.connection.execute("SELECT node, seq, salt, content FROM private").fetchall()
    return events, privates

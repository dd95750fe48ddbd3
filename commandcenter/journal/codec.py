"""JSON in and out of the journal, and stored events opened into facts."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, TypeVar

import msgspec

from commandcenter.domain.event import Event, EventId, Fact
from commandcenter.domain.kinds import lifted
from commandcenter.domain.value import instant

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder()


def to_json(value: object) -> str:
    """Deterministic JSON: sorted keys, no blanks, real characters."""
    return _encoder.encode(value).decode()


def to_json_bytes(value: object) -> bytes:
    """The same in UTF-8."""
    return _encoder.encode(value)


def from_json(text: str | bytes) -> Any:
    """The value in a JSON text. Raises ``ValueError`` when it is none."""
    return _decoder.decode(text)


def from_json_as(text: str | bytes, kind: type[T]) -> T:
    """The value in a JSON text, as a frozen value of ``kind``."""
    return msgspec.json.decode(text, type=kind)


def _mapping(text: str | None) -> Mapping[str, Any]:
    if not text or text == "{}":
        return {}
    try:
        value = from_json(text)
    except (ValueError, UnicodeDecodeError):
        return {}
    return value if isinstance(value, dict) else {}


def _heads(text: str) -> Mapping[str, int]:
    """The heads an author had seen; what is no number was not seen."""
    return {node: seq for node, seq in _mapping(text).items() if type(seq) is int}


_PLAIN = frozenset((str, bool, NoneType))


def as_stored(value: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """``value`` as it reads back from ``text``, the JSON it became; read only where the two could differ (tuples, states)."""
    return value if _PLAIN.issuperset(map(type, value.values())) else _mapping(text)


def fact_of(event: Event, private: str | None, words: Mapping[str, Any] | None = None) -> Fact:
    """The event as a fold sees it. ``private`` is the JSON of its private part, None when it is gone or never was;
    ``words`` the same opened, where somebody holds it.

    Never raises: a body that is not JSON folds as an empty one; ``verify`` names it.
    """
    body = _mapping(event.body)
    if words is None and private is not None:
        words = _mapping(private)
    return Fact(
        id=EventId(event.node, event.seq),
        hlc=event.hlc,
        happened_at=instant(event.happened_at),
        recorded_at=instant(event.recorded_at),
        subject=event.subject,
        kind=event.kind,
        mode=event.mode,
        actor=event.actor,
        role=event.role,
        seat=event.seat,
        assurance=event.assurance,
        on_behalf_of=event.on_behalf_of,
        channel=event.channel,
        body=lifted(event.kind, event.version, body),
        private=words,
        erased=private is None and event.private_digest is not None,
        seen=_heads(event.seen),
        corrects=EventId.parse(event.corrects) if event.corrects else None,
        cause=EventId.parse(event.cause) if event.cause else None,
    )

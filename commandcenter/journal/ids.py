"""Random ids: UUIDv7, so that ids made later sort later."""

from __future__ import annotations

import secrets
import uuid


def uuid7(milliseconds: int) -> str:
    """A UUIDv7 (RFC 9562) for an instant in epoch milliseconds."""
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))

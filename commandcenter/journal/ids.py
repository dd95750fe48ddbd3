"""Random ids: UUIDv7, so that ids made later sort later."""

from __future__ import annotations

import secrets


def uuid7(milliseconds: int) -> str:
    """A UUIDv7 (RFC 9562) for an instant in epoch milliseconds."""
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | 0b10 << 62
    chance = secrets.randbits(74)
    digits = f"{value | (chance >> 62) << 64 | (chance & ((1 << 62) - 1)):032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

"""Random ids: UUIDv7, so that ids made later sort later."""

from __future__ import annotations

import secrets
from collections.abc import Callable


def uuid7(milliseconds: int, bits: Callable[[int], int] = secrets.randbits) -> str:
    """A UUIDv7 (RFC 9562) for an instant in epoch milliseconds. ``bits`` gives as many random bits as it is asked for."""
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | 0b10 << 62
    chance = bits(74)
    digits = f"{value | (chance >> 62) << 64 | (chance & ((1 << 62) - 1)):032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

"""PINs of people: stored as a salted scrypt digest, checked at the seat."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def pin_digest(pin: str) -> str:
    """What is stored for a PIN: salt and digest in hex, separated by a colon."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_derive(pin, salt).hex()}"


def pin_fits(pin: str, stored: str) -> bool:
    """Whether a PIN belongs to what is stored. Anything malformed does not fit."""
    salt, _, digest = stored.partition(":")
    try:
        return hmac.compare_digest(_derive(pin, bytes.fromhex(salt)), bytes.fromhex(digest))
    except ValueError:
        return False


def _derive(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=2**12, r=8, p=1, dklen=32)

"""Who this workstation is: a node id and a signing key, bound to the machine and the folder.

The identity lies beside the database, not in it, so a backup never carries it. Data that was copied, restored or rolled
back gets a new node id: the same ``(node, seq)`` is never written twice with different content (DESIGN 4).
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import secrets
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE_NAME = "identity.json"


@dataclass(frozen=True, slots=True)
class Identity:
    """A workstation's identity. ``token`` ties it to this machine and folder, ``high_water`` to how far it has written."""

    node: str
    seed: str
    token: str
    high_water: int = 0

    @property
    def signing_key(self) -> Ed25519PrivateKey:
        """The private Ed25519 key."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.seed))

    @property
    def public_key(self) -> str:
        """The public key in hex, as the node introduces itself with."""
        return self.signing_key.public_key().public_bytes_raw().hex()


def machine_token(folder: Path) -> str:
    """What binds an identity: the machine's own id, and the folder's place and inode."""
    found = folder.resolve().stat()
    parts = (_machine_id(), str(folder.resolve()), str(found.st_ino))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _machine_id() -> str:
    for path in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            text = Path(path).read_text().strip()
        except OSError:
            continue
        if text:
            return text
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    if sys.platform == "darwin":
        import subprocess

        told = subprocess.run(["ioreg", "-rd1", "-c", "IOPlatformExpertDevice"], capture_output=True, check=False)
        return hashlib.sha256(told.stdout).hexdigest()
    return platform.node()


def new_identity(folder: Path) -> Identity:
    """A fresh identity for this folder, not yet saved."""
    return Identity(secrets.token_hex(8), secrets.token_bytes(32).hex(), machine_token(folder))


def load_identity(folder: Path) -> Identity | None:
    """The identity saved in ``folder``, if it is readable and belongs to this machine and folder; else None."""
    try:
        data = json.loads((folder / FILE_NAME).read_text("utf-8"))
        found = Identity(str(data["node"]), str(data["seed"]), str(data["token"]), int(data.get("high_water", 0)))
        bytes.fromhex(found.seed)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.token == machine_token(folder) else None


def save_identity(folder: Path, identity: Identity) -> None:
    """Write the identity, readable by its owner alone; an interrupted write leaves the old one."""
    path = folder / FILE_NAME
    temporary = path.with_suffix(".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(identity), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def signed_by(public_key: str, digest: bytes, signature: bytes) -> bool:
    """Whether ``signature`` over ``digest`` was made with the key that belongs to ``public_key`` (hex)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(signature, digest)
    except (InvalidSignature, ValueError):
        return False
    return True

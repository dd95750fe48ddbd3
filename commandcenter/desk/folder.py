"""The data folder: is it a safe place, who holds it, was it left properly. One desk writes; the lock is the system's."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from commandcenter.journal.trouble import Trouble, telling

LOCK_FILE = "desk.lock"
LOOKS = 10
LOOK_AGAIN_S = 0.02

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "davfs", "9p"}
_NETWORK_FUSE = ("sshfs", "rclone", "davfs", "s3fs", "gcsfuse", "gvfsd", "curlftpfs", "google-drive", "onedrive")
_SYNC_MARKS = (".dropbox", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log", ".tmp.driveupload", ".sync")
_SYNC_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "icloud drive",
    "nextcloud",
    "owncloud",
    "nutstore",
    "坚果云",
    "百度网盘同步",
)


def default_folder() -> Path:
    """Where the data lies when nobody says otherwise."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "commandcenter"


def check_place(folder: Path) -> None:
    """Refuse a folder on a network drive or in a synchronised one: SQLite would lose data there.

    Raises ``Trouble`` bad_place with ``reason`` network or synced.
    """
    network = network_reason(folder)
    if network:
        raise Trouble("bad_place", path=str(folder), reason="network", detail=network)
    synced = sync_reason(folder)
    if synced:
        raise Trouble("bad_place", path=str(folder), reason="synced", detail=synced)


def network_reason(folder: Path, mounts: str | None = None) -> str:
    """The network file system a folder lies on; empty for a local disk. ``mounts`` is the text of /proc/mounts."""
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return "UNC"
    if sys.platform == "win32":
        return _windows_network(folder)
    if mounts is None:
        try:
            mounts = Path("/proc/mounts").read_text("utf-8", "replace")
        except OSError:
            return ""
    kind = _mounted_as(folder, mounts)
    if kind in _NETWORK or (kind.startswith("fuse.") and any(name in kind for name in _NETWORK_FUSE)):
        return kind
    return ""


def _windows_network(folder: Path) -> str:
    import ctypes

    remote = 4
    drive = folder.resolve().anchor
    return "drive" if ctypes.windll.kernel32.GetDriveTypeW(drive) == remote else ""  # type: ignore[attr-defined]


def _mounted_as(folder: Path, mounts: str) -> str:
    """The type of the file system with the longest mount point above the folder."""
    place = str(_existing(folder).resolve())
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].encode().decode("unicode_escape")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= best:
            best, kind = len(point), parts[2]
    return kind


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def sync_reason(folder: Path) -> str:
    """The synchronisation service whose folder this lies in; empty when there is none."""
    for place in (folder, *folder.parents):
        if place.name.lower() in _SYNC_NAMES or any(
            place.name.lower().startswith(f"{name} - ") for name in _SYNC_NAMES
        ):
            return place.name
        for mark in _SYNC_MARKS:
            if (place / mark).exists():
                return mark
    return ""


def free_bytes(folder: Path) -> int:
    """Free space on the folder's disk."""
    return shutil.disk_usage(_existing(folder)).free


@dataclass(frozen=True, slots=True)
class Holder:
    """The desk that holds a folder: its process, and the address and token of its local socket."""

    pid: int
    address: str
    token: str


class FolderLock:
    """The right to write to a data folder. Freed by the system when the process dies, however it dies."""

    def __init__(self, file: IO[bytes], path: Path, left_open: bool) -> None:
        self._file = file
        self._path = path
        self.left_open = left_open
        self.token = secrets.token_hex(16)

    @classmethod
    def take(cls, folder: Path) -> FolderLock:
        """Take the lock. Raises ``Trouble`` in_use when another desk has it, bad_place, read_only.

        ``left_open`` of the result tells that the last desk here did not close properly.
        """
        check_place(folder)
        with telling(folder):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / LOCK_FILE
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        file = os.fdopen(handle, "r+b", buffering=0)
        if not _patiently_locked(file):
            file.close()
            holder = holder_of(folder)
            raise Trouble("in_use", path=str(folder), pid=holder.pid if holder else 0)
        lock = cls(file, path, bool(_content(path)))
        try:
            with telling(folder):
                lock.publish("")
        except BaseException:
            file.close()
            raise
        return lock

    def publish(self, address: str) -> None:
        """Write who holds the folder and where it can be reached."""
        text = json.dumps({"pid": os.getpid(), "address": address, "token": self.token}).encode()
        self._file.seek(0)
        self._file.truncate()
        self._file.write(text)
        os.fsync(self._file.fileno())

    def release(self) -> None:
        """Give the folder back; it counts as properly left."""
        self._file.seek(0)
        self._file.truncate()
        _unlock(self._file)
        self._file.close()


def holder_of(folder: Path) -> Holder | None:
    """The desk that holds a folder now; None when nobody does."""
    path = folder / LOCK_FILE
    try:
        file = path.open("r+b", buffering=0)
    except OSError:
        return None
    with file:
        if _lock(file):
            _unlock(file)
            return None
    found = _content(path)
    try:
        return Holder(int(str(found["pid"])), str(found["address"]), str(found["token"]))
    except (KeyError, ValueError, TypeError):
        return Holder(0, "", "")


def _content(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _patiently_locked(file: IO[bytes]) -> bool:
    """Take the lock; who only asked whether it is taken holds it for a moment, and that is waited for."""
    for _ in range(LOOKS):
        if _lock(file):
            return True
        time.sleep(LOOK_AGAIN_S)
    return False


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte behind the content, so that the content can be read while it is locked

    def _lock(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)

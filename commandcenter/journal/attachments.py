"""Attached files, stored by their content: ``<data folder>/attachments/ab/abcdef…``, named by SHA-256 and by nothing else.

A file is first whole on the disk, then told in the journal. A process that is killed leaves a whole file or none; what no
entry came to use is swept a day later. The same picture attached twice lies there once. The content is kept byte for byte,
with whatever a camera wrote into it, the place of a photo included: it is evidence.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from commandcenter.domain.clock import DAY
from commandcenter.journal.database import Connection
from commandcenter.journal.trouble import Trouble, telling

FOLDER = "attachments"
VIEWED = "viewing"
"""Copies that a viewer of the system has open, beside the store; they go with the end of the program."""
NEW = ".new-"
"""How a copy that is not whole yet is called."""
HEAD = 64
"""So many first bytes tell what sort of content it is."""
_BLOCK = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")

Judge = Callable[[bytes, int], str]
"""First bytes and size → media type; raises what its giver raises for content that is not taken."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored content: its hash (hexadecimal), its length in bytes, its media type."""

    sha256: str
    size: int
    media: str


@dataclass(frozen=True, slots=True)
class Bad:
    """An attached file that is not as it should be: ``missing`` or ``altered``, and whose it is."""

    subject: str
    sha256: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the attached files found. ``unused`` are stored but used by nobody, ``size`` counts bytes of all."""

    files: int
    size: int
    bad: tuple[Bad, ...]
    unused: int


def path_of(folder: Path, sha256: str) -> Path:
    """Where a content lies, whether it is there or not. Raises ``ValueError`` for what is no hash."""
    if not _NAME.fullmatch(sha256):
        raise ValueError(sha256)
    return folder / FOLDER / sha256[:2] / sha256


def put(folder: Path, source: Path | bytes, judge: Judge) -> Stored:
    """Copy a file, or bytes, into the store; it is on the disk under its hash when this returns.

    ``judge`` names the media type from the first bytes and the size, before anything is written; what it raises passes.
    Raises ``Trouble``: not_found, read_only, disk_full, io.
    """
    if isinstance(source, bytes):
        media = judge(source[:HEAD], len(source))
        return _keep(folder, iter((source,)), media)
    with telling(source), source.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        media = judge(file.read(HEAD), size)
        file.seek(0)
        return _keep(folder, _blocks(file), media)


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _keep(folder: Path, blocks: Iterable[bytes], media: str) -> Stored:
    place = folder / FOLDER
    with telling(place):
        place.mkdir(parents=True, exist_ok=True)
        scratch = place / f"{NEW}{secrets.token_hex(8)}"
        total, size = hashlib.sha256(), 0
        try:
            with scratch.open("xb") as sink:
                for block in blocks:
                    total.update(block)
                    size += len(block)
                    sink.write(block)
                sink.flush()
                os.fsync(sink.fileno())
            target = path_of(folder, total.hexdigest())
            if _is_whole(target, total.hexdigest()):
                scratch.unlink()
            else:
                target.parent.mkdir(exist_ok=True)
                os.replace(scratch, target)
                _settle(target.parent)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise
    return Stored(total.hexdigest(), size, media)


def _settle(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_whole(path: Path, sha256: str) -> bool:
    return path.is_file() and hash_of(path) == sha256


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal. Raises ``OSError``."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        for block in _blocks(file):
            total.update(block)
    return total.hexdigest()


def get(folder: Path, sha256: str) -> bytes:
    """A stored content. Raises ``Trouble``: not_found, and torn when it is not what was stored."""
    path = path_of(folder, sha256)
    with telling(path):
        content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Trouble("torn", path=str(path), detail="attachment")
    return content


def copy_out(folder: Path, sha256: str, target: Path) -> None:
    """Copy a stored content to ``target``; half a copy never stands there under that name. Raises ``Trouble`` as ``get``."""
    path = path_of(folder, sha256)
    with telling(target):
        scratch = target.with_name(f"{NEW}{secrets.token_hex(8)}")
        total = hashlib.sha256()
        try:
            with path.open("rb") as file, scratch.open("xb") as sink:
                for block in _blocks(file):
                    total.update(block)
                    sink.write(block)
            if total.hexdigest() != sha256:
                raise Trouble("torn", path=str(path), detail="attachment")
            os.replace(scratch, target)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise


def used_by(connection: Connection, sha256: str) -> list[str]:
    """The subjects that use a content: those it is attached to, also where it was taken out again; not where it was erased."""
    sql = "SELECT subject FROM attachment WHERE sha256 = ? AND gone <> 'erased' ORDER BY subject"
    return [subject for (subject,) in connection.execute(sql, (sha256,))]


def of_subject(connection: Connection, subject: str) -> list[str]:
    """The contents a subject was ever given, erased ones included."""
    sql = "SELECT sha256 FROM attachment WHERE subject = ? ORDER BY sha256"
    return [sha256 for (sha256,) in connection.execute(sql, (subject,))]


def forget(connection: Connection, folder: Path, contents: Iterable[str]) -> list[str]:
    """Remove the files of contents that no subject uses any more; returns those that went. Raises ``Trouble``.

    Called after an erasure by law is on the disk, with what the erased subject had; a file that another case uses stays.
    """
    gone = []
    for sha256 in contents:
        path = path_of(folder, sha256)
        if used_by(connection, sha256) or not path.exists():
            continue
        with telling(path):
            for copy in (folder / VIEWED).glob(f"*{sha256[:8]}*"):
                copy.unlink(missing_ok=True)
            path.unlink()
        gone.append(sha256)
    return gone


def stored(folder: Path) -> Iterator[Path]:
    """Every whole content in the store."""
    for path in sorted((folder / FOLDER).glob("??/*")):
        if _NAME.fullmatch(path.name) and path.is_file():
            yield path


def sweep(connection: Connection, folder: Path, now: int, *, older_than: int = DAY) -> int:
    """Remove what a killed process left: halves of copies, and files no entry came to use. Returns how many went.

    Only what is older than ``older_than`` (milliseconds): a file is stored a moment before the entry that tells of it.
    """
    gone = 0
    halves = (folder / FOLDER).glob(f"{NEW}*")
    for path in (*halves, *stored(folder)):
        with telling(path):
            if path.stat().st_mtime_ns // 1_000_000 > now - older_than:
                continue
            if _NAME.fullmatch(path.name) and _told(connection, path.name):
                continue
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _told(connection: Connection, sha256: str) -> bool:
    return bool(used_by(connection, sha256))


def check(
    connection: Connection, folder: Path, progress: Callable[[int, int], None] | None = None, *, deep: bool = True
) -> Checked:
    """Look at every file a subject uses: is it there, of its length, and - ``deep`` - still the same content?

    ``progress`` gets (files done, files in all) and may raise to stop. Raises ``Trouble`` when the disk cannot be read.
    """
    rows = connection.execute(
        "SELECT sha256, size, min(subject) FROM attachment WHERE gone <> 'erased' GROUP BY sha256 ORDER BY sha256"
    ).fetchall()
    bad = []
    for done, (sha256, size, subject) in enumerate(rows, 1):
        path = path_of(folder, sha256)
        with telling(path):
            if not path.is_file():
                bad.append(Bad(subject, sha256, "missing"))
            elif path.stat().st_size != size or (deep and hash_of(path) != sha256):
                bad.append(Bad(subject, sha256, "altered"))
        if progress is not None:
            progress(done, len(rows))
    used = {sha256 for sha256, _, _ in rows}
    unused = sum(path.name not in used for path in stored(folder))
    return Checked(len(rows), sum(size for _, size, _ in rows), tuple(bad), unused)

"""Backups that can be restored: one archive with database, attachments and manifest, reopened and counted before it is
called good; and a restore that rehearses before it touches anything.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from commandcenter import __version__
from commandcenter.domain.clock import CHINA
from commandcenter.journal import attachments, identity, log
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import BACKUP_SUFFIX, FILE_NAME, SCHEMA, connect, schema_of
from commandcenter.journal.trouble import Trouble, telling

Progress = Callable[[int, int], None]

MANIFEST = "manifest.json"
ATTACHMENTS = "attachments"
FORMAT = 1
_LARGEST_MANIFEST = 1 << 20
_COPY = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``files`` maps names in the archive to SHA-256 digests."""

    format: int
    program: str
    schema: int
    made_at: int
    office: str
    events: int
    vector: dict[str, int]
    digest: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal found in a backup: it opens, its journal is whole, its projections fold to the same digest."""

    manifest: Manifest
    events: int
    cases: int
    whistles: int


def make_backup(
    folder: Path,
    target: Path,
    wall: Callable[[], int],
    *,
    key: bytes | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Write a backup of the data folder to ``target`` and prove that it is good.

    The copy is consistent while the desk goes on writing. It is reopened, checked and counted; only then does it take its
    name. ``progress`` gets (pages copied, pages in all) and may raise to stop; nothing is left behind then. Raises
    ``Trouble``: disk_full, read_only, bad_backup.
    """
    target = target.resolve()
    with telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as scratch:
            copy = Path(scratch) / FILE_NAME
            _copy_database(folder / FILE_NAME, copy, key, progress)
            attached = _attached(folder)
            manifest = _describe(copy, folder, attached, wall(), key)
            archive = Path(scratch) / "archive"
            _pack(archive, copy, folder, attached, manifest)
            rehearse(archive, key=key, deep=False)
            os.utime(archive, (manifest.made_at / 1000,) * 2)  # by the clock of the desk that made it
            os.replace(archive, target)
    return manifest


def _attached(folder: Path) -> list[Path]:
    """The files attached by now: at least every one that the copied journal tells of. Halves of copies are left out."""
    found = (folder / ATTACHMENTS).rglob("*")
    return sorted(path for path in found if path.is_file() and not path.name.startswith(attachments.NEW))


def _copy_database(source: Path, target: Path, key: bytes | None, progress: Progress | None) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    reader = connect(source, key=key)
    writer = connect(target, key=key, write=True, create=True)
    try:
        reader.execute("PRAGMA query_only=OFF")
        reader.backup(writer, pages=2048, sleep=0.001, progress=tell)
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writer.execute("PRAGMA journal_mode=DELETE")
    finally:
        reader.close()
        writer.close()


def _describe(copy: Path, folder: Path, attached: list[Path], now: int, key: bytes | None) -> Manifest:
    connection = connect(copy, key=key)
    try:
        row = connection.execute("SELECT json_extract(fields, '$.id') FROM record WHERE family = 'office'").fetchone()
        return Manifest(
            format=FORMAT,
            program=__version__,
            schema=schema_of(connection),
            made_at=now,
            office=str(row[0]) if row else "",
            events=log.position(connection),
            vector=log.vector(connection),
            digest=canonical_digest(connection),
            files={FILE_NAME: _sha256(copy)}
            | {path.relative_to(folder).as_posix(): _sha256(path) for path in attached},
        )
    finally:
        connection.close()


def _pack(archive: Path, copy: Path, folder: Path, attached: list[Path], manifest: Manifest) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1, allowZip64=True) as pack:
        pack.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, sort_keys=True))
        pack.write(copy, FILE_NAME)
        for path in attached:
            # pictures and recordings are packed already
            pack.write(path, path.relative_to(folder).as_posix(), compress_type=zipfile.ZIP_STORED)
    with archive.open("rb") as file:
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_COPY):
            total.update(block)
    return total.hexdigest()


def read_manifest(archive: Path) -> Manifest:
    """The manifest of a backup. Raises ``Trouble`` bad_backup when the file is none, newer when made by a newer program."""
    with telling(archive):
        try:
            with zipfile.ZipFile(archive) as pack:
                if pack.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
                    raise Trouble("bad_backup", path=str(archive), part=MANIFEST)
                manifest = Manifest(**json.loads(pack.read(MANIFEST)))
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
            raise Trouble("bad_backup", path=str(archive), part=MANIFEST, detail=str(error)) from error
    if manifest.format > FORMAT or manifest.schema > SCHEMA:
        raise Trouble("newer", path=str(archive), schema=manifest.schema, known=SCHEMA)
    return manifest


def unpack(archive: Path, folder: Path) -> Manifest:
    """Unpack a backup into an empty ``folder``, checking each part against the manifest.

    Only parts the manifest names are taken, and only below the folder. Raises ``Trouble`` bad_backup with the part.
    """
    manifest = read_manifest(archive)
    with telling(archive):
        try:
            with zipfile.ZipFile(archive) as pack:
                for name, digest in manifest.files.items():
                    if not (name == FILE_NAME or (name.startswith(f"{ATTACHMENTS}/") and ".." not in name.split("/"))):
                        raise Trouble("bad_backup", path=str(archive), part=name)
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with pack.open(name) as source, target.open("wb") as sink:
                        shutil.copyfileobj(source, sink, _COPY)
                    if _sha256(target) != digest:
                        raise Trouble("bad_backup", path=str(archive), part=name)
        except (zipfile.BadZipFile, KeyError, EOFError) as error:
            raise Trouble("bad_backup", path=str(archive), detail=str(error)) from error
        except Exception as error:
            if type(error).__module__ == "zlib":
                raise Trouble("bad_backup", path=str(archive), detail=str(error)) from error
            raise
    return manifest


def rehearse(
    archive: Path, *, key: bytes | None = None, deep: bool = True, progress: Progress | None = None
) -> Rehearsed:
    """Restore into a scratch folder and look: it opens, the counts agree, the chain holds, the digest is the same.

    ``deep`` also folds every projection anew. ``progress`` gets (events done, events in all) and may raise to stop.
    Nothing of the standing data is touched. An archive on a medium that cannot be written to is tried out in the system's
    place for such things. Raises ``Trouble`` bad_backup.
    """
    beside = archive.parent if os.access(archive.parent, os.W_OK) else None
    with telling(archive), tempfile.TemporaryDirectory(prefix=".rehearsal-", dir=beside) as scratch:
        manifest = unpack(archive, Path(scratch))
        return _inspect(archive, Path(scratch), manifest, key, deep, progress)


def _inspect(
    archive: Path, folder: Path, manifest: Manifest, key: bytes | None, deep: bool, progress: Progress | None = None
) -> Rehearsed:
    from commandcenter.journal.rebuild import rebuild
    from commandcenter.journal.verify import verify

    connection = connect(folder / FILE_NAME, key=key, write=True)
    try:
        events = log.position(connection)
        if events != manifest.events or log.vector(connection) != manifest.vector:
            raise Trouble("bad_backup", path=str(archive), part="count", events=events, wanted=manifest.events)
        if manifest.schema == SCHEMA and canonical_digest(connection) != manifest.digest:
            raise Trouble("bad_backup", path=str(archive), part="digest")
        if deep:
            verdict = verify(connection, progress)
            if verdict.fault is not None:
                raise Trouble("bad_backup", path=str(archive), part=str(verdict.fault.event or verdict.fault.what))
            if manifest.schema == SCHEMA:
                rebuild(connection, progress, index=False)
        counts = [
            int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in ("case_row", "whistle")
        ]
    finally:
        connection.close()
    return Rehearsed(manifest, events, counts[0], counts[1])


def restore(
    archive: Path, folder: Path, wall: Callable[[], int], *, key: bytes | None = None, rehearsed: bool = False
) -> Rehearsed:
    """Put a backup in the place of the data folder's database. The desk must have closed it.

    Rehearsed first, unless the caller has just done so; what stood before is moved aside, not deleted, and back again
    when the disk fails in between. The identity is put away last, so the restored data goes on under a new node id; what
    had been erased by law since the backup is erased again when it is opened. Raises ``Trouble``.
    """
    with telling(folder), tempfile.TemporaryDirectory(prefix=".restore-", dir=folder) as scratch:
        new = Path(scratch)
        manifest = unpack(archive, new)
        found = _inspect(archive, new, manifest, key, deep=not rehearsed)
        aside = folder / f"before-restore-{stamp_of(wall())}"
        aside.mkdir()
        old = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", ATTACHMENTS)
        try:
            _move(old, folder, aside)
            _move((ATTACHMENTS, FILE_NAME), new, folder)
        except OSError:
            _move((ATTACHMENTS, FILE_NAME), folder, new)
            _move(old, aside, folder)
            aside.rmdir()
            raise
        _move((identity.FILE_NAME,), folder, aside)
    return found


def _move(names: Iterable[str], source: Path, target: Path) -> None:
    for name in names:
        if (source / name).exists():
            os.replace(source / name, target / name)


def before_migration(
    folder: Path, backups: Path, wall: Callable[[], int], *, key: bytes | None = None
) -> Callable[[int], None]:
    """What makes the verified backup that a migration wants first; it is called with the old schema."""

    def back_up(schema: int) -> None:
        name = f"before-schema-{schema}-{stamp_of(wall())}{BACKUP_SUFFIX}"
        make_backup(folder, backups / name, wall, key=key)

    return back_up


def stamp_of(now: int) -> str:
    """A moment for a file name: ``20260717-015816``, office time."""
    return datetime.fromtimestamp(now / 1000, CHINA).strftime("%Y%m%d-%H%M%S")


def rotate(directory: Path, keep: int) -> list[Path]:
    """Remove the oldest automatic backups beyond ``keep``; returns what was removed. Others' files are left alone."""
    found = sorted(directory.glob(f"auto-*{BACKUP_SUFFIX}"))
    gone = found[: max(0, len(found) - keep)]
    for path in gone:
        path.unlink()
    return gone

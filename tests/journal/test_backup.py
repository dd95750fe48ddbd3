"""Backups are good before they are called so; a restore rehearses, and what is not good changes nothing."""

from __future__ import annotations

import json
import random
import threading
import zipfile
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.event import digest_of
from commandcenter.domain.record import AmendRecord
from commandcenter.journal import backup, log
from commandcenter.journal.backup import MANIFEST, make_backup, read_manifest, rehearse, restore, rotate
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import BACKUP_SUFFIX, FILE_NAME, connect
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from played import TITLE, done, erase, play

from conftest import Wall

KEY = bytes(range(32))


@pytest.fixture
def played(journal: Journal, engine: Engine, wall: Wall) -> Journal:
    play(engine, wall)
    return journal


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, but for backups."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != BACKUP_SUFFIX
    }


def test_a_backup_holds_everything_and_says_so(played: Journal, wall: Wall, tmp_path: Path) -> None:
    (played.folder / "attachments" / "2026").mkdir(parents=True)
    (played.folder / "attachments" / "2026" / "图.jpg").write_bytes(b"jpg")
    target = tmp_path / "a" / "b.ccb"
    manifest = make_backup(played.folder, target, wall)
    assert manifest == read_manifest(target)
    assert (manifest.events, manifest.vector) == (log.position(played.connection), log.vector(played.connection))
    assert (manifest.digest, manifest.office) == (canonical_digest(played.connection), "qingyu")
    assert set(manifest.files) == {FILE_NAME, "attachments/2026/图.jpg"}
    rehearsed = rehearse(target)
    assert (rehearsed.events, rehearsed.cases, rehearsed.whistles) == (manifest.events, 1, 1)
    assert [path.name for path in target.parent.iterdir()] == ["b.ccb"]  # no scratch is left


def test_a_backup_carries_no_identity(played: Journal, wall: Wall, tmp_path: Path) -> None:
    make_backup(played.folder, tmp_path / "b.ccb", wall)
    assert set(zipfile.ZipFile(tmp_path / "b.ccb").namelist()) == {MANIFEST, FILE_NAME}


def test_a_backup_beside_a_writing_desk_is_one_moment(
    journal: Journal, engine: Engine, wall: Wall, tmp_path: Path
) -> None:
    play(engine, wall)
    stop = threading.Event()

    def write() -> None:
        count = 0
        while not stop.is_set():
            count += 1
            done(engine, AmendRecord(subject="person/P1", words={"name": f"甲{count}"}))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [make_backup(journal.folder, tmp_path / f"{place}.ccb", wall) for place in range(2)]
    finally:
        stop.set()
        writer.join()
    assert made[0].events < made[1].events <= log.position(journal.connection)
    for place in range(2):
        assert rehearse(tmp_path / f"{place}.ccb").events == made[place].events


def test_an_encrypted_journal_has_encrypted_backups(tmp_path: Path, wall: Wall) -> None:
    opened = open_journal(tmp_path / "data", wall, key=KEY)
    play(Engine(opened, wall), wall)
    make_backup(opened.folder, tmp_path / "b.ccb", wall, key=KEY)
    opened.close()
    assert TITLE.encode() not in zipfile.ZipFile(tmp_path / "b.ccb").read(FILE_NAME)
    assert rehearse(tmp_path / "b.ccb", key=KEY).cases == 1
    with pytest.raises(Trouble, match="wrong_key"):
        rehearse(tmp_path / "b.ccb")
    with pytest.raises(Trouble, match="wrong_key"):
        rehearse(tmp_path / "b.ccb", key=bytes(32))


def test_the_oldest_automatic_ones_go_and_nobody_elses(tmp_path: Path) -> None:
    for day in range(1, 8):
        (tmp_path / f"auto-2026070{day}-020500{BACKUP_SUFFIX}").touch()
    others = {f"before-schema-1-20260101-000000{BACKUP_SUFFIX}", f"mine{BACKUP_SUFFIX}", "auto-notes.txt"}
    for name in others:
        (tmp_path / name).touch()
    gone = rotate(tmp_path, 3)
    assert [path.name[:13] for path in gone] == [f"auto-2026070{day}" for day in range(1, 5)]
    assert {path.name for path in tmp_path.iterdir()} - others == {
        f"auto-2026070{day}-020500{BACKUP_SUFFIX}" for day in (5, 6, 7)
    }
    assert rotate(tmp_path, 3) == []


# --- restoring --------------------------------------------------------------------------------------------------------


def test_a_restore_puts_back_what_was_and_keeps_what_stood(
    played: Journal, engine: Engine, wall: Wall, tmp_path: Path
) -> None:
    folder, node = played.folder, played.node
    before = canonical_digest(played.connection)
    archive = tmp_path / "b.ccb"
    make_backup(folder, archive, wall)
    done(engine, AmendRecord(subject="person/P1", words={"name": "后来改的"}))
    played.close()
    stood = (folder / FILE_NAME).read_bytes()
    told = restore(archive, folder, wall)
    assert (told.cases, told.whistles) == (1, 1)
    aside = next(folder.glob("before-restore-*"))
    assert (aside / FILE_NAME).read_bytes() == stood
    connection = connect(folder / FILE_NAME)
    assert canonical_digest(connection) == before
    connection.close()
    again = open_journal(folder, wall)
    assert again.node != node  # it goes on under a new name
    assert verify(again.connection).nodes == 2
    done(Engine(again, wall), AmendRecord(subject="person/P1", words={"name": "又改"}))
    assert verify(again.connection).whole
    again.close()
    played.connection = connect(folder / FILE_NAME)


def test_what_was_erased_since_the_backup_is_erased_again(
    played: Journal, engine: Engine, wall: Wall, tmp_path: Path
) -> None:
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    erase(engine)
    played.close()
    restore(archive, played.folder, wall)
    again = open_journal(played.folder, wall)
    assert again.folded("case/c1").state.title == ""
    verdict = verify(again.connection)
    assert (verdict.whole, verdict.erased) == (True, 2)
    again.close()
    twice = open_journal(played.folder, wall)
    assert log.position(twice.connection) == verdict.events  # and not again at every start
    twice.close()
    played.connection = connect(played.folder / FILE_NAME)


def test_an_erasure_that_was_not_saved_is_not_done_at_the_next_start(folder: Path, wall: Wall) -> None:
    opened = open_journal(folder, wall)
    engine = Engine(opened, wall)
    play(engine, wall)
    opened.connection.execute(
        "CREATE TRIGGER full BEFORE UPDATE ON case_row BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    with pytest.raises(AssertionError, match="disk_full"):
        erase(engine)
    opened.connection.execute("DROP TRIGGER full")
    opened.close()
    with (folder / "erasures.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"node": "half a li')
    again = open_journal(folder, wall)
    assert again.folded("case/c1").state.title == TITLE
    archive = folder.parent / "b.ccb"
    make_backup(folder, archive, wall)
    erase(Engine(again, wall), "person/P3")  # remembered behind the half line
    again.close()
    restore(archive, folder, wall)
    restored = open_journal(folder, wall)
    assert restored.folded("person/P3").state.words == {}
    restored.close()


def spoilt_manifest(archive: Path, **changes: object) -> None:
    """Write the archive anew with another manifest."""
    with zipfile.ZipFile(archive) as pack:
        parts = {name: pack.read(name) for name in pack.namelist()}
    told = json.loads(parts[MANIFEST]) | changes
    with zipfile.ZipFile(archive, "w") as pack:
        pack.writestr(MANIFEST, json.dumps(told))
        for name, part in parts.items():
            if name != MANIFEST:
                pack.writestr(name, part)


def rehearsed(archive: Path) -> str:
    """The code with which a backup is refused; empty when it is good."""
    try:
        rehearse(archive)
    except Trouble as trouble:
        return trouble.code
    return ""


def test_an_archive_with_one_byte_changed_is_refused_or_whole(played: Journal, wall: Wall, tmp_path: Path) -> None:
    good = tmp_path / "good.ccb"
    make_backup(played.folder, good, wall)
    played.checkpoint(truncate=True)
    before = content(played.folder)
    chance = random.Random(7)
    refused = 0
    for _ in range(15):
        spoilt = bytearray(good.read_bytes())
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        archive = tmp_path / "spoilt.ccb"
        archive.write_bytes(bytes(spoilt))
        code = rehearsed(archive)
        assert code in ("", "bad_backup", "newer")  # not refused: a date in the archive's list, say
        refused += bool(code)
    assert refused >= 12
    assert content(played.folder) == before


BAD = {
    "an empty file": b"",
    "a PDF": b"%PDF-1.7\n" + b"x" * 5000,
    "a text": "备份在哪里".encode(),
    "zeros": bytes(100_000),
}


@pytest.mark.parametrize("name", [*BAD, "half of one", "another archive", "a newer one", "a newer form"])
def test_what_is_no_good_backup_is_refused_and_changes_nothing(
    played: Journal, wall: Wall, tmp_path: Path, name: str
) -> None:
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    code = "bad_backup"
    if name in BAD:
        archive.write_bytes(BAD[name])
    elif name == "half of one":
        archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    elif name == "another archive":
        with zipfile.ZipFile(archive, "w") as pack:
            pack.writestr("readme.txt", "你好")
    else:
        spoilt_manifest(archive, **({"schema": 99} if name == "a newer one" else {"format": 2}))
        code = "newer"
    played.close()
    before = content(played.folder)
    for act in (lambda: restore(archive, played.folder, wall), lambda: rehearse(archive)):
        with pytest.raises(Trouble) as told:
            act()
        assert told.value.code == code
    assert content(played.folder) == before
    assert open_again(played, wall) == played.node


def open_again(journal: Journal, wall: Wall) -> str:
    opened = open_journal(journal.folder, wall)
    journal.connection = opened.connection
    journal.identity = opened.identity
    return opened.node


def test_a_missing_archive_is_said_to_be_missing(played: Journal, wall: Wall, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="not_found"):
        rehearse(tmp_path / "nothing.ccb")


def test_a_backup_whose_journal_was_tampered_with_is_named_even_under_a_fitting_manifest(
    played: Journal, wall: Wall, tmp_path: Path
) -> None:
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    with zipfile.ZipFile(archive) as pack:
        pack.extract(FILE_NAME, tmp_path)
    connection = connect(tmp_path / FILE_NAME, write=True)
    connection.execute("DROP TRIGGER event_no_UPDATE")
    event = next(log.events_of_node(connection, played.node, after=8))._replace(actor="somebody")
    connection.execute("UPDATE event SET actor = ?, digest = ? WHERE seq = 9", (event.actor, digest_of(event)))
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    with zipfile.ZipFile(archive) as pack:
        told = json.loads(pack.read(MANIFEST))
    told["files"][FILE_NAME] = backup._sha256(tmp_path / FILE_NAME)
    with zipfile.ZipFile(archive, "w") as pack:
        pack.writestr(MANIFEST, json.dumps(told))
        pack.write(tmp_path / FILE_NAME, FILE_NAME)
    with pytest.raises(Trouble) as refused:
        restore(archive, played.folder, wall)
    assert refused.value.code == "bad_backup"
    assert str(refused.value.facts["part"]).startswith(played.node)


def test_an_attachment_changed_in_the_archive_is_named(played: Journal, wall: Wall, tmp_path: Path) -> None:
    (played.folder / "attachments").mkdir()
    (played.folder / "attachments" / "图.jpg").write_bytes(b"jpg")
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    with zipfile.ZipFile(archive) as pack:
        parts = {name: pack.read(name) for name in pack.namelist()}
    with zipfile.ZipFile(archive, "w") as pack:
        for name, part in parts.items():
            pack.writestr(name, b"another picture" if name.endswith(".jpg") else part)
    with pytest.raises(Trouble) as refused:
        restore(archive, played.folder, wall)
    assert (refused.value.code, refused.value.facts["part"]) == ("bad_backup", "attachments/图.jpg")


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "attachments/../../outside", "identity.json"])
def test_an_archive_writes_nothing_but_data_and_nowhere_else(
    played: Journal, wall: Wall, tmp_path: Path, name: str
) -> None:
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    told = read_manifest(archive)
    with zipfile.ZipFile(archive, "a") as pack:
        pack.writestr(name, "x")
    spoilt_manifest(archive, files={name: "00", **told.files})
    with pytest.raises(Trouble, match="bad_backup"):
        rehearse(archive)
    assert not (tmp_path / "outside").exists()
    assert not Path("/etc/outside").exists()


def test_a_disk_that_fails_in_the_middle_of_a_restore_leaves_what_stood(
    played: Journal, wall: Wall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "b.ccb"
    make_backup(played.folder, archive, wall)
    played.close()
    before = content(played.folder)
    moved = backup.os.replace

    def fails(source: Path, target: Path) -> None:
        if ".restore-" in str(source) and Path(source).name == FILE_NAME:
            raise OSError(28, "No space left on device")
        moved(source, target)

    monkeypatch.setattr(backup.os, "replace", fails)
    with pytest.raises(Trouble, match="disk_full"):
        restore(archive, played.folder, wall)
    monkeypatch.undo()
    assert content(played.folder) == before
    assert open_again(played, wall) == played.node

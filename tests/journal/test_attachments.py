"""Attached files: whole or not at all, found by their content, checked, backed up, restored, erased - and shared ones kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from commandcenter.desk import work
from commandcenter.desk.engine import Engine, RefusedBy
from commandcenter.domain.attachment import judged, kinds_of
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_file_acts import AttachFile, DetachFile
from commandcenter.domain.clock import DAY
from commandcenter.domain.refusal import Refused
from commandcenter.journal import attachments, erasing
from commandcenter.journal.backup import make_backup, rehearse, restore
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.trouble import Trouble
from commandcenter.resource import resource
from hypothesis import given
from hypothesis import strategies as st
from played import done, erase, found

from conftest import Wall

PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
OTHER = b"\x89PNG\r\n\x1a\n" + b"other" * 99


def any_kind(_head: bytes, _size: int) -> str:
    return "image/jpeg"


def attach(engine: Engine, journal: Journal, content: bytes, case: str = "c1", name: str = "照片.jpg") -> str:
    """Attach a content as the program does: stored first, then told."""
    stored = attachments.put(journal.folder, content, any_kind)
    command = AttachFile(case=case, sha256=stored.sha256, size=stored.size, media=stored.media, name=name)
    done(engine, command)
    return stored.sha256


@pytest.fixture
def office(journal: Journal, engine: Engine) -> Journal:
    found(engine)
    for case in ("c1", "c2"):
        done(engine, RegisterCase(matter=Matter(title="路灯不亮", phone="100-0000-7777"), case=case))
    return journal


def case_of(journal: Journal, case: str = "c1") -> Case:
    state = journal.folded(f"case/{case}").state
    assert isinstance(state, Case)
    return state


# -- the store ---------------------------------------------------------------------------------------------------------


@given(content=st.binary(min_size=1, max_size=3000))
def test_what_is_put_in_comes_out_and_lies_there_once(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("store")
    first = attachments.put(folder, content, any_kind)
    source = folder / "x.bin"
    source.write_bytes(content)
    assert attachments.put(folder, source, any_kind) == first
    assert first.sha256 == hashlib.sha256(content).hexdigest()
    assert attachments.get(folder, first.sha256) == content
    assert [path.name for path in attachments.stored(folder)] == [first.sha256]
    assert not list((folder / "attachments").glob(".new-*"))


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "/x"])
def test_only_a_hash_names_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError):
        attachments.path_of(tmp_path, name)


def test_an_altered_file_is_never_given_out_and_is_put_right_by_the_next_copy(tmp_path: Path) -> None:
    stored = attachments.put(tmp_path, PICTURE, any_kind)
    attachments.path_of(tmp_path, stored.sha256).write_bytes(b"other")
    with pytest.raises(Trouble):
        attachments.get(tmp_path, stored.sha256)
    with pytest.raises(Trouble):
        attachments.copy_out(tmp_path, stored.sha256, tmp_path / "out.jpg")
    assert not (tmp_path / "out.jpg").exists()
    attachments.put(tmp_path, PICTURE, any_kind)
    assert attachments.get(tmp_path, stored.sha256) == PICTURE


def test_what_is_not_taken_leaves_nothing(tmp_path: Path) -> None:
    def refuse(_head: bytes, _size: int) -> str:
        raise Refused("file_kind_unknown")

    with pytest.raises(Refused):
        attachments.put(tmp_path, b"MZ", refuse)
    with pytest.raises(Trouble):
        attachments.put(tmp_path, tmp_path / "missing.jpg", any_kind)
    assert not list(attachments.stored(tmp_path))


KINDS = kinds_of(tomllib.loads(resource("reference/attachments.toml").read_text("utf-8"))["kind"])


@pytest.mark.parametrize(
    ("head", "name", "media"),
    [
        (b"\xff\xd8\xff\xe1xxxx", "a.exe", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "a", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", "image/webp"),
        (b"#!AMR\n", "a.amr", "audio/amr"),
        (b"\x00\x00\x00\x20ftypM4A ", "a.m4a", "audio/mp4"),
        (b"\x00\x00\x00\x20ftypisom", "a.mp4", "video/mp4"),
        (b"PK\x03\x04....", "表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"PK\x03\x04....", "a", "application/zip"),
        (b"%PDF-1.7", "a.pdf", "application/pdf"),
    ],
)
def test_the_content_tells_its_kind_not_its_name(head: bytes, name: str, media: str) -> None:
    assert judged(KINDS, head, 100, name).media == media


def test_what_is_no_kind_empty_or_too_large_is_refused() -> None:
    for head, size, code in ((b"MZ\x90", 9, "file_kind_unknown"), (b"", 0, "file_empty")):
        with pytest.raises(Refused) as refused:
            judged(KINDS, head, size, "a.jpg")
        assert refused.value.code == code
    largest = judged(KINDS, b"\xff\xd8\xff", 1).largest
    assert judged(KINDS, b"\xff\xd8\xff", largest)
    with pytest.raises(Refused, match="file_too_large"):
        judged(KINDS, b"\xff\xd8\xff", largest + 1)


@given(head=st.binary(max_size=64), size=st.integers(-1, 10**10), name=st.text(max_size=20))
def test_any_bytes_are_a_kind_within_its_size_or_refused(head: bytes, size: int, name: str) -> None:
    codes = {"file_empty", "file_kind_unknown", "file_too_large"}
    try:
        kind = judged(KINDS, head, size, name)
    except Refused as refused:
        codes.remove(refused.code)
    else:
        assert 0 < size <= kind.largest


# -- on a case ---------------------------------------------------------------------------------------------------------


def test_attached_taken_out_and_attached_again(office: Journal, engine: Engine) -> None:
    sha256 = attach(engine, office, PICTURE)
    assert [(one.sha256, one.name, one.gone) for one in case_of(office).files] == [(sha256, "照片.jpg", "")]
    again = engine.execute(AttachFile(case="c1", sha256=sha256, size=1, media="image/jpeg"))
    assert isinstance(again, RefusedBy)
    assert again.code == "attached_already"
    assert isinstance(engine.execute(DetachFile(case="c1", sha256=sha256)), RefusedBy)
    done(engine, DetachFile(case="c1", sha256=sha256, words="贴错了"))
    assert not case_of(office).files
    assert attachments.get(office.folder, sha256) == PICTURE  # the file is kept
    assert attachments.used_by(office.connection, sha256) == ["case/c1"]
    attach(engine, office, PICTURE)
    assert len(case_of(office).files) == 1
    count = office.connection.execute("SELECT attachments FROM case_row WHERE id = 'c1'").fetchone()
    assert count == (1,)
    before = canonical_digest(office.connection)
    assert rebuild(office.connection).changed == 0
    assert canonical_digest(office.connection) == before


@pytest.mark.parametrize("sha256", ["", "x" * 64, "../../x", "A" * 64])
def test_a_hash_that_is_none_is_refused(office: Journal, engine: Engine, sha256: str) -> None:
    outcome = engine.execute(AttachFile(case="c1", sha256=sha256, size=9, media="image/jpeg"))
    assert isinstance(outcome, RefusedBy)
    assert outcome.code == "attachment_unreadable"


def test_missing_and_altered_files_are_named(office: Journal, engine: Engine) -> None:
    first, second = attach(engine, office, PICTURE), attach(engine, office, OTHER)
    assert attachments.check(office.connection, office.folder).bad == ()
    path = attachments.path_of(office.folder, first)
    path.write_bytes(bytes(len(PICTURE)))
    attachments.path_of(office.folder, second).unlink()
    found_bad = {(bad.subject, bad.sha256, bad.what) for bad in attachments.check(office.connection, office.folder).bad}
    assert found_bad == {("case/c1", first, "altered"), ("case/c1", second, "missing")}
    quick = attachments.check(office.connection, office.folder, deep=False)
    assert [bad.what for bad in quick.bad] == ["missing"]  # the length alone is right


def test_the_check_of_the_data_names_how_many_files_are_bad(office: Journal, engine: Engine) -> None:
    attach(engine, office, PICTURE)
    sha256 = attach(engine, office, OTHER)
    told = work.verify_journal(nobody_looks, str(office.folder), "")
    assert (told["attachments"], told["unused"]) == (2, 0)
    assert work.check_integrity(nobody_looks, str(office.folder), "")
    attachments.path_of(office.folder, sha256).unlink()
    for check in (work.verify_journal, work.check_integrity):
        with pytest.raises(Trouble) as trouble:
            check(nobody_looks, str(office.folder), "")
        assert (trouble.value.code, trouble.value.facts["count"]) == ("attachment_bad", 1)


def nobody_looks(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


def test_an_erasure_takes_the_file_along_unless_another_case_uses_it(office: Journal, engine: Engine) -> None:
    alone, shared = attach(engine, office, PICTURE), attach(engine, office, OTHER)
    attach(engine, office, OTHER, case="c2")
    erase(engine, "case/c1")
    assert not attachments.path_of(office.folder, alone).exists()
    assert attachments.get(office.folder, shared) == OTHER
    assert [(one.gone, one.name) for one in case_of(office).attachments] == [("erased", ""), ("erased", "")]
    erase(engine, "case/c2")
    assert not list(attachments.stored(office.folder))
    assert attachments.check(office.connection, office.folder).bad == ()


def test_what_a_killed_process_left_is_swept_a_day_later(office: Journal, engine: Engine, wall: Wall) -> None:
    kept = attach(engine, office, PICTURE)
    orphan = attachments.put(office.folder, OTHER, any_kind).sha256
    half = office.folder / "attachments" / ".new-0123456789abcdef"
    half.write_bytes(b"half")
    written = os.stat(half).st_mtime_ns // 1_000_000
    assert attachments.sweep(office.connection, office.folder, written + 1000) == 0
    assert attachments.sweep(office.connection, office.folder, written + 2 * DAY) == 2
    assert [path.name for path in attachments.stored(office.folder)] == [kept]
    assert orphan != kept


# -- backup ------------------------------------------------------------------------------------------------------------


def test_a_backup_brings_the_files_back(office: Journal, engine: Engine, wall: Wall, tmp_path: Path) -> None:
    sha256 = attach(engine, office, PICTURE)
    half = office.folder / "attachments" / ".new-half"
    half.write_bytes(b"half")
    archive = tmp_path / "b.ccb"
    manifest = make_backup(office.folder, archive, wall)
    assert f"attachments/{sha256[:2]}/{sha256}" in manifest.files
    assert not any(".new-" in name for name in manifest.files)
    rehearse(archive)
    there = tmp_path / "there"
    there.mkdir()
    restore(archive, there, wall)
    opened = open_journal(there, wall)
    try:
        assert attachments.get(there, sha256) == PICTURE
        assert attachments.check(opened.connection, there).bad == ()
    finally:
        opened.close()


def test_a_restored_file_of_an_erased_case_goes_again(
    office: Journal, engine: Engine, wall: Wall, tmp_path: Path
) -> None:
    sha256 = attach(engine, office, PICTURE)
    make_backup(office.folder, tmp_path / "b.ccb", wall)
    erase(engine, "case/c1")
    there = tmp_path / "there"
    there.mkdir()
    shutil.copy(office.folder / erasing.FILE_NAME, there)
    restore(tmp_path / "b.ccb", there, wall)
    assert attachments.path_of(there, sha256).exists()
    open_journal(there, wall).close()
    assert not attachments.path_of(there, sha256).exists()


# -- killed ------------------------------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from commandcenter.journal import attachments
folder, stage = Path(sys.argv[1]), sys.argv[2]
content = b"\\xff\\xd8\\xff" + bytes(range(256)) * 20000
def die(*_args, **_kwargs): os.kill(os.getpid(), signal.SIGKILL)
if stage == "copying":
    real, calls = attachments._blocks, []
    def blocks(file):
        for block in real(file):
            yield block[:1000]
            die()
    attachments._blocks = blocks
elif stage == "before the name": attachments.os.replace = die
source = folder / "source.jpg"
source.write_bytes(content)
stored = attachments.put(folder, source, lambda head, size: "image/jpeg")
if stage == "before the entry": die()
"""


@pytest.mark.parametrize("stage", ["copying", "before the name", "before the entry"])
def test_killed_between_copy_and_entry_a_file_is_whole_or_not_there(office: Journal, wall: Wall, stage: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(office.folder), stage], timeout=60, check=False, env=dict(os.environ)
    )
    assert run.returncode == -signal.SIGKILL
    whole = list(attachments.stored(office.folder))
    for path in whole:
        assert attachments.hash_of(path) == path.name
    assert len(whole) == (1 if stage == "before the entry" else 0)
    checked = attachments.check(office.connection, office.folder)
    assert (checked.files, checked.bad, checked.unused) == (0, (), len(whole))
    far = os.stat(office.folder / "source.jpg").st_mtime_ns // 1_000_000 + 2 * DAY
    attachments.sweep(office.connection, office.folder, far)
    assert [path.name for path in (office.folder / "attachments").rglob("*") if path.is_file()] == []

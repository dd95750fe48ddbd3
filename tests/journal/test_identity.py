"""Who a workstation is: bound to machine and folder, so that no number is ever written twice with different content."""

from __future__ import annotations

import json
import shutil
import stat
import sys
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.journal import identity as identities
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import open_journal
from commandcenter.journal.verify import verify
from other_desks import exchange
from played import done, found, play

from conftest import Wall

IDENTITY = identities.FILE_NAME


def number(engine: Engine) -> str:
    return str(done(engine, RegisterCase(matter=Matter(title="积水"))).report["number"])


def test_the_same_folder_goes_on_under_the_same_name(folder: Path, wall: Wall) -> None:
    first = open_journal(folder, wall)
    node, letter = first.node, first.letter
    first.close()
    again = open_journal(folder, wall)
    assert (again.node, again.letter, letter) == (node, "A", "A")
    again.close()


def test_a_copied_folder_has_a_chain_and_numbers_of_its_own_and_both_can_meet_again(folder: Path, wall: Wall) -> None:
    first = open_journal(folder, wall)
    play(Engine(first, wall), wall)
    first.close()
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)
    first, second = open_journal(folder, wall), open_journal(copy, wall)
    assert first.node != second.node
    assert (first.letter, second.letter) == ("A", "B")
    told = [number(Engine(opened, wall)) for opened in (first, second, first, second)]
    assert told == ["2026-0716-A0002", "2026-0716-B0001", "2026-0716-A0003", "2026-0716-B0002"]
    exchange(first, second)
    assert canonical_digest(first.connection) == canonical_digest(second.connection)
    for opened in (first, second):
        verdict = verify(opened.connection)
        assert (verdict.whole, verdict.nodes, verdict.forks) == (True, 2, 0)
        opened.close()


def test_a_moved_folder_has_a_new_name_too(folder: Path, wall: Wall) -> None:
    first = open_journal(folder, wall)
    node = first.node
    first.close()
    moved = folder.parent / "moved"
    folder.rename(moved)
    again = open_journal(moved, wall)
    assert again.node != node
    again.close()


def test_a_copy_put_in_the_place_of_the_folder_has_a_new_name_too(folder: Path, wall: Wall) -> None:
    first = open_journal(folder, wall)
    node = first.node
    first.close()
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)
    folder.rename(folder.parent / "old")
    copy.rename(folder)
    again = open_journal(folder, wall)
    assert again.node != node
    again.close()


def test_a_database_rolled_back_under_the_same_identity_is_noticed(folder: Path, wall: Wall) -> None:
    first = open_journal(folder, wall)
    found(Engine(first, wall))
    node = first.node
    first.close()
    old = (folder / FILE_NAME).read_bytes()
    later = open_journal(folder, wall)
    number(Engine(later, wall))
    later.close()
    (folder / FILE_NAME).write_bytes(old)
    again = open_journal(folder, wall)
    assert again.node != node
    assert number(Engine(again, wall)) == "2026-0716-B0001"
    assert verify(again.connection).whole
    again.close()


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"node": "x", "seed": "not hex", "token": ""}', "null"])
def test_a_damaged_identity_is_replaced_never_guessed(folder: Path, wall: Wall, content: str) -> None:
    first = open_journal(folder, wall)
    node = first.node
    first.close()
    (folder / IDENTITY).write_text(content, "utf-8")
    again = open_journal(folder, wall)
    assert again.node != node
    again.close()


def test_an_identity_carried_to_another_machine_is_not_taken(
    folder: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_journal(folder, wall)
    node = first.node
    first.close()
    monkeypatch.setattr(identities, "_machine_id", lambda: "another machine")
    again = open_journal(folder, wall)
    assert again.node != node
    again.close()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no mode bits; the folder's own access list holds there"
)
def test_the_key_is_readable_by_its_owner_alone_and_lies_in_no_table(folder: Path, wall: Wall) -> None:
    opened = open_journal(folder, wall)
    opened.close()
    path = folder / IDENTITY
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    seed = json.loads(path.read_text("utf-8"))["seed"]
    assert seed.encode() not in (folder / FILE_NAME).read_bytes()
    assert bytes.fromhex(seed) not in (folder / FILE_NAME).read_bytes()


def test_two_desks_see_each_others_fork_and_keep_both(folder: Path, wall: Wall) -> None:
    """The same numbers written twice can only come from an identity forced onto a copy; it is kept and shown."""
    first = open_journal(folder, wall)
    found(Engine(first, wall))
    first.close()
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)
    told = json.loads((copy / IDENTITY).read_text("utf-8"))
    told["token"] = identities.machine_token(copy)
    (copy / IDENTITY).write_text(json.dumps(told), "utf-8")
    first, second = open_journal(folder, wall), open_journal(copy, wall)
    assert first.node == second.node
    number(Engine(first, wall))
    number(Engine(second, wall))
    exchange(first, second)
    for opened in (first, second):
        assert verify(opened.connection).forks == 1
        opened.close()

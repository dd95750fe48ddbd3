"""Printing as a job: beside the desk that writes, in a child process, to a file that is whole or not there."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_digest, print_document
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle_acts import BlowWhistle, Note, UnitCall
from commandcenter.journal.trouble import Trouble

UNIT = {"name": "消防救援站", "kind": "department", "relation": "request", "duty_phone": "119"}


class Steps:
    """Remembers the progress told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


@pytest.fixture
def whistle(engine: Engine) -> str:
    records: Any = (
        ("office/main", {"name": "某街道"}, {}),
        ("unit/D01", UNIT, {}),
        ("person/P1", {}, {"name": "唐以宁"}),
    )
    assert isinstance(engine.execute(FoundOffice(records=records)), Done)
    outcome = engine.execute(BlowWhistle(units=(UnitCall(unit="D01"),), title="楼道起火"))
    assert isinstance(outcome, Done)
    return str(outcome.subjects[0])


def test_it_prints_beside_the_desk_that_writes(folder: Path, whistle: str, tmp_path: Path) -> None:
    steps, target = Steps(), tmp_path / "复盘.pdf"
    printed = print_document(steps, str(folder), "", "review", whistle, str(target), printed_by="P1")
    assert printed["pdf"].startswith(b"%PDF")
    assert target.read_bytes() == printed["pdf"]
    assert printed["pages"] >= 3
    assert printed["number"] == "YJ-2026-0716-A01"
    assert printed["mode"] == "real"
    assert steps.told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "复盘.pdf"]


def test_the_digest_is_that_of_what_is_said(folder: Path, engine: Engine, whistle: str) -> None:
    now = engine.journal.stamp >> 16
    first = print_document(Steps(), str(folder), "", "command_log", whistle, now=now)["digest"]
    assert document_digest(Steps(), str(folder), "", "command_log", whistle) == first
    assert isinstance(engine.execute(Note(whistle=whistle.partition("/")[2], words="二层有浓烟")), Done)
    assert document_digest(Steps(), str(folder), "", "command_log", whistle) != first


def test_a_print_that_was_cancelled_leaves_nothing(folder: Path, whistle: str, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        print_document(stop, str(folder), "", "whistle_order", whistle, str(tmp_path / "x.pdf"))
    assert not list(tmp_path.glob("*.pdf*"))


def test_a_place_that_is_not_there_is_told_and_nothing_is_left(folder: Path, whistle: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as raised:
        print_document(Steps(), str(folder), "", "whistle_order", whistle, str(tmp_path / "none" / "x.pdf"))
    assert raised.value.code == "not_found"


def test_a_target_that_cannot_be_replaced_keeps_its_place_clean(folder: Path, whistle: str, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.mkdir()
    with pytest.raises(Trouble):
        print_document(Steps(), str(folder), "", "whistle_order", whistle, str(target))
    assert list(tmp_path.glob("*.part")) == []


def test_what_cannot_be_printed_is_refused(folder: Path, whistle: str) -> None:
    for document, key, code in (
        ("review", "whistle/nobody", "whistle_unknown"),
        ("review", "case/nobody", "nothing_to_print"),
        ("poem", whistle, "document_unknown"),
        ("situation_report", whistle, "report_missing"),
    ):
        with pytest.raises(Refused) as raised:
            print_document(Steps(), str(folder), "", document, key)
        assert raised.value.code == code


def _print_in_child(pipe: Any, folder: Path, whistle: str) -> None:
    pipe.send(print_document(Steps(), str(folder), "", "whistle_order", whistle))
    pipe.close()


def test_it_runs_in_a_fresh_process(folder: Path, whistle: str) -> None:
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_print_in_child, args=(theirs, folder, whistle))
    process.start()
    theirs.close()
    printed = mine.recv()
    process.join(30)
    assert process.exitcode == 0
    assert printed["pdf"].startswith(b"%PDF")

"""The command line as an administrator types it: real processes on a real folder, alone and beside an open window."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.folder import holder_of
from commandcenter.desk.read import Read
from commandcenter.domain.printed import Prints, prints_subject
from poll import until

from exchange.dirty_workbook import Expected, dirty_workbook

ENGLISH = '{"language": "en"}'


def typed(folder: Path, *words: object, code: int = 0) -> dict[str, Any]:
    """Type a command; its exit code must be ``code``. The last line of output is the result."""
    command = [sys.executable, "-m", "commandcenter", "--data", str(folder), "--json", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == code, done.stderr
    return {**json.loads(done.stdout.splitlines()[-1]), "said": done.stderr}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder nobody has opened yet, whose terminal speaks English."""
    folder = tmp_path_factory.mktemp("cli") / "data"
    folder.mkdir()
    (folder / "settings.json").write_text(ENGLISH)
    return folder


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    return dirty_workbook(tmp_path_factory.mktemp("book") / "messages.xlsx")


@pytest.fixture(scope="module")
def imported(data: Path, workbook: Expected) -> dict[str, Any]:
    """The first import into the fresh folder founds an office on the way."""
    return typed(data, "import", workbook.path, "--office", "样本街道")


def test_an_import_into_a_fresh_folder_tells_every_row(
    imported: dict[str, Any], data: Path, workbook: Expected
) -> None:
    assert (imported["created"], imported["already_there"]) == (workbook.created, workbook.already_there)
    assert [(one["sheet"], one["row"], one["reason"]) for one in imported["rejected"]] == workbook.rejected
    saved = json.loads((data / imported["report"]).read_text("utf-8"))
    assert saved["created"] == workbook.created
    read = Read(data)
    try:
        assert read.reference.records("office")["main"].get("name") == "样本街道"
        assert read.cases.stage_counts()["history"] == workbook.created
    finally:
        read.close()


def test_the_same_file_again_creates_nothing(imported: dict[str, Any], data: Path, workbook: Expected) -> None:
    again = typed(data, "import", workbook.path)
    assert again["created"] == 0
    assert again["already_there"] == workbook.created + workbook.already_there


def test_a_dry_run_on_a_fresh_folder_leaves_no_trace(workbook: Expected, tmp_path: Path) -> None:
    told = typed(tmp_path / "new", "import", workbook.path, "--dry-run")
    assert told["created"] == workbook.created
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_no_workbook_is_told_and_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"%PDF-1.7\n" + bytes(500))
    told = typed(tmp_path / "new", "import", tmp_path / "x.xlsx", code=1)
    assert told["failed"]
    assert "“x.xlsx”是PDF 文件，不是表格" in told["said"]
    assert not (tmp_path / "new").exists()


def test_an_export_holds_every_case_masked_unless_asked(imported: dict[str, Any], data: Path, tmp_path: Path) -> None:
    told = typed(data, "export", "cases", tmp_path / "out.csv")
    assert told["cases"] == imported["created"]
    assert told["masked"] is True
    assert len((tmp_path / "out.csv").read_text("utf-8-sig").strip().splitlines()) >= imported["created"] + 1


def test_verify_rebuild_backup_restore_agree(imported: dict[str, Any], data: Path, tmp_path: Path) -> None:
    whole = typed(data, "verify")
    rebuilt = typed(data, "rebuild")
    assert rebuilt["changed"] == 0
    assert rebuilt["events"] == whole["events"]
    kept = typed(data, "backup", tmp_path / "b.ccb")
    assert kept["events"] == whole["events"]
    other = tmp_path / "other"
    back = typed(other, "restore", tmp_path / "b.ccb")
    assert back["cases"] == imported["created"]
    assert typed(other, "verify")["events"] == whole["events"] + 1, "the restored folder introduced itself"
    assert typed(other, "rebuild")["changed"] == 0


def test_restore_refuses_a_torn_backup_and_keeps_what_stands(
    imported: dict[str, Any], data: Path, tmp_path: Path
) -> None:
    typed(data, "backup", tmp_path / "b.ccb")
    whole = (tmp_path / "b.ccb").read_bytes()
    (tmp_path / "b.ccb").write_bytes(whole[: len(whole) // 2])
    before = typed(data, "verify")
    assert typed(data, "restore", tmp_path / "b.ccb", code=1)["failed"] == "bad_backup"
    assert typed(data, "verify")["events"] == before["events"]


def test_the_doctor_tells_versions_fonts_and_the_file(imported: dict[str, Any], data: Path) -> None:
    told = typed(data, "doctor")
    assert {"Python", "Qt", "SQLite"} <= set(told["versions"])
    assert told["fonts"]["screen"]
    assert told["database"]["integrity"] == "ok"
    assert told["office"] == "样本街道"


@pytest.mark.parametrize("words", [["frob"], ["import"], ["review", "YJ-1"], ["import", "x", "--map", "title"]])
def test_what_is_not_understood_is_two(words: list[str]) -> None:
    command = [sys.executable, "-m", "commandcenter", *words]
    if words == ["frob"]:
        command.append("--help-me")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.strip()


def test_a_review_of_an_unknown_number_is_told(imported: dict[str, Any], data: Path, tmp_path: Path) -> None:
    told = typed(data, "review", "YJ-2026-0716-A99", "--pdf", tmp_path / "r.pdf", code=1)
    assert told["failed"] == "whistle_unknown"
    assert not (tmp_path / "r.pdf").exists()


def test_the_paper_kit_is_printed_beside_the_office_and_remembered(founded_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kit"
    shutil.copytree(founded_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    (folder / "settings.json").write_text(ENGLISH)
    told = typed(folder, "print", "--form", "kit", "--pdf", tmp_path / "kit.pdf")
    assert told["pages"] >= 8
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    read = Read(folder)
    try:
        (made,) = read.matters.one(Prints, prints_subject("kit", "office/main")).prints
    finally:
        read.close()
    assert (made.way, made.digest, made.pages) == ("pdf", told["digest"], told["pages"])
    told = typed(folder, "print", "YJ-2026-0716-A99", "--form", "progress", "--pdf", tmp_path / "x.pdf", code=1)
    assert told["failed"] == "number_unknown"


@pytest.fixture
def open_window(founded_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with the sample office and a real window open on it, in a process of its own."""
    folder = tmp_path / "open"
    shutil.copytree(founded_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([sys.executable, "-m", "commandcenter", "--data", str(folder)], env=environment)
    try:
        until(lambda: (holder := holder_of(folder)) is not None and bool(holder.address), "the window")
        yield folder
    finally:
        window.send_signal(signal.SIGKILL)
        window.wait(timeout=30)


def test_every_command_works_while_a_window_is_open(open_window: Path, workbook: Expected, tmp_path: Path) -> None:
    imported = typed(open_window, "import", workbook.path)
    assert imported["created"] == workbook.created
    assert typed(open_window, "export", "cases", tmp_path / "out.xlsx")["cases"] > workbook.created
    assert typed(open_window, "verify")["events"] > workbook.created
    assert typed(open_window, "rebuild")["changed"] == 0
    assert typed(open_window, "backup", tmp_path / "b.ccb")["events"] > workbook.created
    assert typed(open_window, "restore", tmp_path / "b.ccb")["cases"] >= workbook.created
    told = typed(open_window, "doctor")
    assert told["window_open"] is True
    assert told["database"]["integrity"] == "ok"


@pytest.mark.parametrize("words", [["verify"], ["doctor"], ["rebuild"], ["export", "cases", "out.csv"]])
def test_a_data_file_that_lost_its_content_is_a_sentence(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "commandcenter.db").touch()
    assert typed(tmp_path, *words, code=1)["failed"] == "torn"
    assert (tmp_path / "commandcenter.db").stat().st_size == 0


def test_what_is_not_understood_is_said_in_chinese() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "commandcenter", "frob"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "没有“frob”" in done.stderr

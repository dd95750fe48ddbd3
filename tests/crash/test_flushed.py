"""Acknowledged means on disk: a trace of the system calls shows each acknowledgement after the flush of its events."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from commandcenter.journal.database import FILE_NAME
from traced import COMMANDS

STRACE = shutil.which("strace")
CALLS = "trace=fdatasync,fsync,write,pwrite64"
_LINE = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)(.*)$")
_RESULT = re.compile(r"\) += (-?\d+)")


@dataclass(frozen=True)
class Call:
    """A system call that has come back: its name, the file it was about, what else it was told."""

    name: str
    path: str
    told: str
    result: int


def calls(trace: str) -> list[Call]:
    """The calls in the order in which they came back; one that another thread interrupted is put together again."""
    found = []
    begun: dict[str, str] = {}
    for line in trace.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        thread, name, rest = match.groups()
        if rest.endswith("<unfinished ...>"):
            begun[thread] = rest
            continue
        if " resumed>" in rest:
            rest = begun.pop(thread).removesuffix("<unfinished ...>") + rest.partition(" resumed>")[2]
        result = _RESULT.search(rest)
        path = re.match(r"\(\d+<([^>]*)>", rest)
        if result is not None and path is not None:
            found.append(Call(name, path[1], rest, int(result[1])))
    return found


def unflushed(found: list[Call]) -> list[str]:
    """The acknowledgements that were said while bytes of the write-ahead log were not yet flushed - or nothing was written
    for them at all.
    """
    wrong = []
    written = flushed = False
    ready = False
    for call in found:
        if call.name == "write" and '"ready' in call.told:
            ready, written, flushed = True, False, False
        elif call.path.endswith("-wal") and call.name == "pwrite64":
            written, flushed = True, False
        elif call.path.endswith("-wal") and call.name in ("fdatasync", "fsync") and call.result == 0:
            flushed = written
        elif ready and call.name == "write" and '"ack ' in call.told:
            if not flushed:
                wrong.append(call.told)
            written = flushed = False
    return wrong


def traced(folder: Path, manner: str, tmp_path: Path) -> list[Call]:
    assert STRACE is not None
    trace = tmp_path / "trace"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [
        STRACE,
        "-f",
        "-y",
        "-e",
        CALLS,
        "-o",
        str(trace),
        sys.executable,
        str(Path(__file__).with_name("traced.py")),
    ]
    done = subprocess.run([*command, str(folder), manner], capture_output=True, env=environment, check=False, text=True)
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("this machine lets nobody trace system calls")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("ack ") == COMMANDS
    return calls(trace.read_text("utf-8", "replace"))


@pytest.mark.skipif(STRACE is None, reason="strace is not installed; dev.py test installs it where it may")
@pytest.mark.parametrize("manner", ["careful", "careless"])
def test_each_acknowledgement_follows_its_flush(folder: Path, tmp_path: Path, manner: str) -> None:
    found = traced(folder, manner, tmp_path)
    assert any(call.path.endswith(f"{FILE_NAME}-wal") for call in found)
    wrong = unflushed(found)
    if manner == "careful":
        assert wrong == []
    else:  # the looking sees what it looks for
        assert len(wrong) == COMMANDS

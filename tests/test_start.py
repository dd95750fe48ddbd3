"""Starts, second starts, refused places and a kill - with real processes on real folders."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.folder import holder_of, network_reason
from commandcenter.desk.settings import LocalSettings, save_settings
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7

WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from commandcenter.app import Application, make_application, run_window
from commandcenter.ui.shell.toasts import ToastView

def tell(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)

app = make_application()
shown = Application.after_first_paint

def after_first_paint(self):
    loaded = sorted(sys.modules)
    shown(self)
    window = self.window
    toasts = [view.toast.text for view in window.findChildren(ToastView)]
    current = window.current
    tell("shown", screen=current.name, where=getattr(current, "_whistle", ""), toasts=toasts,
         duty=len(getattr(getattr(current, "duty", None), "rows", ())),
         loaded=loaded, geometry=window.geometry().getRect(), screens=len(app.screens()))
    if "minimize" in sys.argv:
        window.showMinimized()
        self.desk.raise_wanted.connect(lambda: tell("raised", minimized=window.isMinimized()))
    if "place" in sys.argv:
        window.setGeometry(120, 80, 1440, 810)
    if "wall" in sys.argv:
        self.toggle_wallboard()
        QTimer.singleShot(200, lambda: tell("wall", geometry=self._wallboard.geometry().getRect(),
                                            keyboard=QApplication.activeWindow() is window))
    if "quit" in sys.argv:
        QTimer.singleShot(0, window.close)

Application.after_first_paint = after_first_paint
sys.exit(run_window(Path(sys.argv[1])))
"""
"""A start as the ``commandcenter`` command does it, that tells in lines of JSON what can be seen."""

HEAVY = (
    *("sqlalchemy", "sqlmodel", "alembic", "apscheduler", "numpy", "pyqtgraph"),
    *("openpyxl", "pypinyin", "typst", "cryptography"),
)
LATER = (
    *("domain.acts", "domain.case_acts", "domain.whistle_acts", "domain.report_in_acts", "domain.review"),
    *("domain.order", "domain.sitrep", "domain.command_post", "domain.plan", "domain.indicators"),
    *("domain.case", "domain.deadline", "domain.calendar", "domain.checklist", "domain.procedure"),
    *("journal.tables", "journal.verify", "journal.rebuild", "journal.backup", "journal.attachments"),
    *("ui.shell.palette", "ui.shell.seat", "ui.shell.cards", "ui.wallboard", "ui.cases.screen", "ui.settings.screen"),
)
"""What a start with nothing running needs not before its first paint; each costs the duty desk a moment at every start."""

AFTER_A_KILL = ("numpy", "pyqtgraph", "openpyxl", "typst", "apscheduler")
"""What the way back to an incident needs not before it is seen again. How long it takes is the bench figure ``return_to_incident``."""

DISPLAYS = {
    "screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1920, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
}


class Started:
    """A running process and what it tells."""

    def __init__(self, folder: Path, *words: str, displays: Path | None = None) -> None:
        platform = "offscreen" if displays is None else f"offscreen:configfile={displays}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WINDOW), str(folder), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": platform},
        )
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()

    def told(self, what: str) -> dict[str, Any]:
        """The next line of that kind; fails when none comes within a minute."""
        while True:
            line = self._lines.get(timeout=60)
            if line is None:
                raise AssertionError(f"{what} was never told: {self.ended()[1]}")
            found: dict[str, Any] = json.loads(line)
            if found["what"] == what:
                return found

    def close(self) -> None:
        """Let go of what it could have told."""
        self._ear.join()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def ended(self) -> tuple[int, str]:
        """Wait for the end: the exit code and what was written to the terminal."""
        code = self.process.wait(timeout=60)
        self._ear.join()
        assert self.process.stderr is not None
        return code, self.process.stderr.read()


Start = Callable[..., Started]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts processes; those that still run are killed at the end of the test."""
    running: list[Started] = []

    def one(folder: Path, *words: str, displays: Path | None = None) -> Started:
        running.append(Started(folder, *words, displays=displays))
        return running[-1]

    yield one
    for started in running:
        if started.process.poll() is None:
            started.process.kill()
        started.process.wait()
        started.close()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office of now, founded once."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    folder.mkdir()
    now = SystemClock().now()
    door = open_door(folder, SystemClock().now)
    try:
        assert isinstance(door.submit(sample_office(now, lambda: uuid7(now))), Done)
    finally:
        door.close()
    return folder


@pytest.fixture
def data(sample_folder: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    folder = tmp_path / "data"
    shutil.copytree(sample_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    save_settings(folder, LocalSettings(language="en"))
    return folder


@pytest.fixture
def displays(tmp_path: Path) -> Path:
    """A machine with two displays."""
    path = tmp_path / "displays.json"
    path.write_text(json.dumps(DISPLAYS), "utf-8")
    return path


def test_an_empty_folder_opens_on_the_first_start_and_leaves_it_in_order(tmp_path: Path, start: Start) -> None:
    folder = tmp_path / "new" / "data"
    started = start(folder, "quit")
    assert started.told("shown")["screen"] == "firstrun"
    assert started.ended() == (0, "")
    assert holder_of(folder) is None
    again = start(folder, "quit")
    assert again.told("shown")["toasts"] == []


def test_a_second_start_raises_the_first_window_and_ends(data: Path, start: Start) -> None:
    first = start(data, "minimize")
    first.told("shown")
    code, errors = start(data).ended()
    assert (code, errors) == (0, "")
    assert first.told("raised")["minimized"] is False
    assert first.process.poll() is None


def test_after_a_kill_the_same_incident_is_there_and_it_is_said(data: Path, start: Start) -> None:
    first = start(data)
    assert first.told("shown")["screen"] == "overview"
    clock = SystemClock()
    door = open_door(data, clock.now)
    assert door.remote
    outcome = door.submit(BlowWhistle(units=(UnitCall(unit="D01"), UnitCall(unit="D03")), place_words="渡口巷"))
    door.close()
    assert isinstance(outcome, Done)
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait()
    again = start(data)
    shown = again.told("shown")
    assert shown["screen"] == "post"
    assert f"whistle/{shown['where']}" in outcome.subjects
    assert any("did not end properly" in words for words in shown["toasts"])
    assert not set(shown["loaded"]) & set(AFTER_A_KILL)


def test_the_first_window_loads_only_what_it_shows(data: Path, start: Start) -> None:
    start(data, "quit").ended()  # the first start on a folder makes an identity, with its key
    office = start(data, "quit")
    shown = office.told("shown")
    assert shown["duty"] > 0  # read behind the first paint
    loaded = set(shown["loaded"])
    assert office.ended()[0] == 0
    assert not loaded & set(HEAVY)
    assert not loaded & {f"commandcenter.{name}" for name in LATER}


def test_a_proper_end_is_not_called_a_crash(data: Path, start: Start) -> None:
    assert start(data, "quit").ended() == (0, "")
    shown = start(data, "quit").told("shown")
    assert (shown["screen"], shown["toasts"]) == ("overview", [])


def test_the_window_comes_back_where_it_was(data: Path, start: Start, displays: Path) -> None:
    first = start(data, "place", "quit", displays=displays)
    first.told("shown")
    assert first.ended()[0] == 0
    assert start(data, "quit", displays=displays).told("shown")["geometry"] == [120, 80, 1440, 810]


def test_the_wall_goes_to_the_other_display_and_the_keyboard_stays(data: Path, start: Start, displays: Path) -> None:
    started = start(data, "wall", displays=displays)
    assert started.told("shown")["screens"] == 2
    wall = started.told("wall")
    assert wall["geometry"] == [1920, 0, 1920, 1080]
    assert wall["keyboard"] is True


@pytest.mark.parametrize("place", ["OneDrive", "OneDrive - 青榆街道", "Dropbox", "Nextcloud", "坚果云"])
def test_a_synchronised_folder_is_refused_with_its_name(tmp_path: Path, start: Start, place: str) -> None:
    folder = tmp_path / place / "data"
    code, errors = start(folder).ended()
    assert code == 1
    assert place in errors
    assert str(folder) in errors
    assert not folder.exists()


def test_a_folder_marked_by_a_synchronising_program_is_refused(tmp_path: Path, start: Start) -> None:
    (tmp_path / ".stfolder").mkdir()
    code, errors = start(tmp_path / "data").ended()
    assert code == 1
    assert ".stfolder" in errors


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("server:/share /mnt/share nfs4 rw 0 0", "nfs4"),
        ("//server/share /mnt/share cifs rw 0 0", "cifs"),
        ("user@server: /mnt/share fuse.sshfs rw 0 0", "fuse.sshfs"),
        ("/dev/sda1 /mnt/share ext4 rw 0 0", ""),
        ("server:/share /mnt/sha nfs4 rw 0 0", ""),
    ],
)
def test_a_network_drive_is_known_by_its_mount(line: str, reason: str) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\n{line}\n"
    assert network_reason(Path("/mnt/share/data"), mounts) == ""  # not there: its nearest folder is /
    assert network_reason(Path("/mnt"), mounts.replace("/mnt/share", "/mnt")) == reason


def test_a_share_by_its_name_is_refused() -> None:
    assert network_reason(Path("//server/share/data")) == "UNC"

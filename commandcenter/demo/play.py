"""Plays the story on a folder and leaves pictures of every screen and the printed review behind."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from commandcenter.app import Application
from commandcenter.demo.hands import Hands
from commandcenter.demo.story import Story
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.folder import holder_of
from commandcenter.desk.read import Read
from commandcenter.domain.clock import CHINA, MINUTE, epoch_ms
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.founding import sample_office
from commandcenter.journal import backup
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.ids import uuid7
from commandcenter.journal.trouble import Trouble, telling

Progress = Callable[[int, int], None]

EVENING = epoch_ms(datetime(2026, 7, 16, 21, 30, tzinfo=CHINA))
"""When the story begins on a fresh folder: a Thursday in July."""

SIZE = (1920, 1080)
REVIEW = "复盘"


def play(
    out: Path,
    folder: Path,
    key: bytes | None,
    progress: Progress,
    *,
    size: tuple[int, int] = SIZE,
    theme: str = "dark",
    scale: int = 100,
) -> dict[str, Any]:
    """Play the main job on ``folder`` and write pictures and the review to ``out``.

    A fresh folder gets the sample office; on one that was played before the story goes on with the next run. When a window
    is open on the folder, a copy is played. Refuses ``not_sample`` for an office that is none to play with. Returns
    ``number`` of the whistle, ``run``, ``pictures``, ``review`` and ``out``. Raises ``Trouble``.
    """
    with telling(out):
        out.mkdir(parents=True, exist_ok=True)
    if holder_of(folder) is None:
        return _play(out, folder, key, progress, size, theme, scale)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data"
        copy.mkdir()
        archive = Path(scratch) / "copy.ccb"
        backup.make_backup(folder, archive, lambda: EVENING, key=key)
        backup.unpack(archive, copy)
        return _play(out, copy, key, progress, size, theme, scale)


def _play(
    out: Path, folder: Path, key: bytes | None, progress: Progress, size: tuple[int, int], theme: str, scale: int
) -> dict[str, Any]:
    start, run = _beginning(folder, key)
    clock = SetClock(start)
    application = Application(folder, clock, key=key)
    application.settings = replace(application.settings, theme=theme, scale=scale, sound=False, geometry="")
    application.start()
    application.window.resize(*size)
    application.window.show()
    application.after_first_paint()
    pictures = Pictures(application, out)
    hands = Hands(application, clock)
    try:
        hands.settle()
        story = Story(application, hands, pictures.take, run)
        number = _scenes(story, hands, out, progress)
    finally:
        application.close()
        application.window.deleteLater()
    if application.faults:
        raise application.faults[0]
    return {
        "number": number,
        "run": run,
        "pictures": pictures.taken,
        "n": len(pictures.taken),
        "review": str(out / f"{REVIEW}-{number}.pdf"),
        "path": str(out),
    }


def _scenes(story: Story, hands: Hands, out: Path, progress: Progress) -> str:
    scenes: list[Callable[[], None]] = [
        story.look_around,
        story.take_call,
        story.blow,
        story.call_everybody,
        story.they_come,
        story.report,
        story.stand_down,
    ]
    for done, scene in enumerate(scenes):
        progress(done, len(scenes) + 1)
        scene()
    number = story.incident.whistle.number
    story.review(out / f"{REVIEW}-{number}.pdf")
    progress(len(scenes) + 1, len(scenes) + 1)
    return number


class Pictures:
    """Pictures of the window, each under its name."""

    def __init__(self, application: Application, out: Path) -> None:
        self._application, self._out = application, out
        self.taken: list[str] = []

    def take(self, name: str) -> None:
        """Take one. Raises ``Trouble`` when it cannot be written."""
        self._application.desk.ticker.tick()
        target = self._out / f"{name}.png"
        if not self._application.window.grab().save(str(target)):
            raise Trouble("read_only", path=str(target))
        self.taken.append(target.name)


def _beginning(folder: Path, key: bytes | None) -> tuple[int, int]:
    """When this run begins, and which run it is on the folder; a fresh folder gets the sample office."""
    if not (folder / FILE_NAME).exists():
        _found(folder, key)
        return EVENING + MINUTE, 1
    read = Read(folder, key)
    try:
        if not read.reference.records("office")["main"].get("sample"):
            raise Refused("not_sample", path=str(folder))
        events = read.status.position()
        last = max(fact.recorded_at for fact in read.status.facts_after(events - 1))
        return last + MINUTE, len(read.incidents.numbers("YJ", 100_000)) + 1
    finally:
        read.close()


def _found(folder: Path, key: bytes | None) -> None:
    clock = SetClock(EVENING)
    door = open_door(folder, clock.now, key=key)
    try:
        outcome = door.submit(sample_office(EVENING, lambda: uuid7(EVENING)))
    finally:
        door.close()
    if not isinstance(outcome, Done):
        raise Trouble(outcome.code, **outcome.facts)

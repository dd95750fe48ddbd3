"""Plays the story on a folder and leaves pictures of every screen behind, the printed review, the hand-over and the wall list."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.app import Application
from commandcenter.demo import aftermath, incident, quiet, rosters, slow, watch
from commandcenter.demo.hands import Hands, Stuck
from commandcenter.demo.stage import Stage
from commandcenter.desk.clock import SetClock
from commandcenter.desk.folder import holder_of
from commandcenter.desk.read import Read
from commandcenter.domain.clock import CHINA, MINUTE, epoch_ms
from commandcenter.domain.refusal import Refused
from commandcenter.journal import backup
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.trouble import Trouble, telling
from commandcenter.ui.parts.mapview.source import MapSource
from commandcenter.ui.parts.mapview.view import MapView

Progress = Callable[[int, int], None]

EVENING = epoch_ms(datetime(2026, 7, 16, 21, 30, tzinfo=CHINA))
"""When the story begins on a fresh folder: a Thursday in July."""

SIZE = (1920, 1080)

SCENES: tuple[Callable[[Stage], None], ...] = (
    quiet.sit_down,
    quiet.look_around,
    quiet.bring_in_letters,
    rosters.bring_in_roster,
    watch.house,
    watch.plan,
    slow.matters,
    watch.telephone,
    incident.take_call,
    incident.blow,
    incident.call_everybody,
    incident.they_come,
    incident.report,
    slow.post_tabs,
    incident.stand_down,
    aftermath.review,
    incident.drill,
    aftermath.calm,
    slow.figures,
    quiet.drill_room,
    slow.exercise,
    quiet.settings,
    watch.night,
    watch.morning,
)


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
    """Play the main job on ``folder`` and write pictures and papers to ``out``.

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
    hands = Hands(application, clock)
    pictures = Pictures(application, hands, out, size)
    stage = Stage(application, hands, pictures.take, run, out)
    scenes = (quiet.first_start, *SCENES) if run == 1 else SCENES
    try:
        hands.settle()
        for done, scene in enumerate(scenes):
            progress(done, len(scenes))
            scene(stage)
        number = stage.incident.whistle.number
    except Stuck:
        pictures.take("stuck")
        raise
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
        "review": str(stage.review),
        "path": str(out),
    }


class Pictures:
    """Pictures of the window, each under its name."""

    def __init__(self, application: Application, hands: Hands, out: Path, size: tuple[int, int]) -> None:
        self._application, self._hands, self._out, self._size = application, hands, out, size
        self.taken: list[str] = []

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take one of the window, or of another widget at the same size. Raises ``Trouble`` when it cannot be written."""
        if widget is not None:
            widget.resize(*self._size)
        self._application.desk.ticker.tick()
        self._application.window.toasts.dismiss()  # these hands are faster than the seconds a toast stays
        self._hands.settle()
        shown = widget or self._application.window
        for view in shown.findChildren(MapView):
            if view.isVisible():
                self._hands.until(lambda: MapSource.of(self._application.desk).read, "the map")
                view.settle()
        target = self._out / f"{name}.png"
        if not shown.grab().save(str(target)):
            raise Trouble("read_only", path=str(target))
        self.taken.append(target.name)


def _beginning(folder: Path, key: bytes | None) -> tuple[int, int]:
    """When this run begins, and which run it is on the folder."""
    if not (folder / FILE_NAME).exists():
        return EVENING, 1
    read = Read(folder, key)
    try:
        office = read.reference.records("office").get("main")
        if office is None:
            return EVENING, 1
        if not office.get("sample"):
            raise Refused("not_sample", path=str(folder))
        events = read.status.position()
        last = max(fact.recorded_at for fact in read.status.facts_after(events - 1))
        numbers = read.incidents.numbers("YJ", 100_000)
        return last + MINUTE, sum(number.startswith("YJ") for _, number in numbers) + 1  # drills are numbered 演-YJ
    finally:
        read.close()

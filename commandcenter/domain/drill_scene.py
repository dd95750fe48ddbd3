"""Scene time: how far the story of a drill has come at a real instant, and the other way round. Pure arithmetic.

A jump is a run at a very high speed, not a gap: every scene instant has a real one, so whatever fell into it keeps its
place and its order, and the scene clock never goes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.drill_run import ClockMark, DrillRun
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.value import LARGEST

WINDING = 600
"""How fast a jump runs: ten scene minutes a second."""

_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})")


class _Piece(NamedTuple):
    """A stretch of real time at one rate (0: standing still), from scene ``scene`` on and never beyond ``most``."""

    start: int
    end: int
    scene: int
    rate: int
    most: int

    @property
    def reached(self) -> int:
        """Scene time at its end."""
        return min(self.most, self.scene + (self.end - self.start) * self.rate)


def _pieces(marks: tuple[ClockMark, ...], until: int) -> Iterator[_Piece]:
    """The stretches from the start up to ``until``."""
    at, scene, speed, going = 0, 0, 1, False
    target = 0
    begun = False
    for mark in (*(mark for mark in marks if mark.at <= until), None):
        end = until if mark is None else max(mark.at, at)
        if begun:
            if going and scene < target:
                winding = min(end, at + -(-(target - scene) // WINDING))
                piece = _Piece(at, winding, scene, WINDING, target)
                yield piece
                at, scene = winding, piece.reached
            if not going or scene >= target:
                piece = _Piece(at, end, scene, speed if going else 0, LARGEST)
                yield piece
                scene = piece.reached
        at = end
        if mark is None:
            return
        if mark.kind == "start" and not begun:
            begun, going, speed = True, True, mark.value
        elif mark.kind == "resume":
            going = True
        elif mark.kind in ("pause", "stop"):
            going = False
            target = scene if mark.kind == "stop" else target
        elif mark.kind == "speed":
            speed, target = mark.value, scene
        elif mark.kind == "jump":
            target = max(scene, mark.value)


def scene_at(run: DrillRun, at: int) -> int:
    """Scene milliseconds at a real instant (epoch milliseconds); 0 before the start. Never falls as ``at`` grows."""
    scene = 0
    for piece in _pieces(run.marks, at):
        scene = piece.reached
    return scene


def real_of(run: DrillRun, scene: int, until: int) -> int | None:
    """The first real instant, not after ``until``, at which the scene clock shows at least ``scene``; None: not reached."""
    for piece in _pieces(run.marks, until):
        if piece.scene >= scene:
            return piece.start
        if piece.rate and piece.reached >= scene:
            return piece.start + -(-(scene - piece.scene) // piece.rate)
    return None


def going(run: DrillRun) -> bool:
    """Whether the clock goes."""
    return run.stage == "running"


def speed_of(run: DrillRun) -> int:
    """The speed that is set."""
    speeds = [mark.value for mark in run.marks if mark.kind in ("start", "speed")]
    return speeds[-1] if speeds else 1


def winding(run: DrillRun, at: int) -> bool:
    """Whether it is jumping just now."""
    last = None
    for piece in _pieces(run.marks, at):
        last = piece
    return last is not None and last.rate == WINDING


def clock_minutes(setting: str) -> int | None:
    """The minute of the day at which the scene begins, as its setting tells it (``工作日 02:40``); None when it does not."""
    found = _CLOCK.search(setting)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return int(found[1]) * 60 + int(found[2])


def scene_clock(run: DrillRun, scene: int) -> str:
    """The time of day in the scene, such as ``03:00:42``; empty when the setting has no time."""
    begin = clock_minutes(run.setting)
    if begin is None:
        return ""
    seconds = begin * 60 + scene // 1000
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def limit_of(run: DrillRun, inject: str) -> int | None:
    """Scene milliseconds in which the expected action earns full marks: until the contingency, else until the next inject."""
    line = run.inject(inject)
    if line is None:
        return None
    if line.late_minutes is not None:
        return line.late_minutes * MINUTE
    later = [other.minute for other in run.injects if other.minute > line.minute]
    return (min(later) - line.minute) * MINUTE if later else None


def in_scene(run: DrillRun, state: ReportIn) -> ReportIn:
    """A report-in with every instant told in scene milliseconds, so that its clocks run as the drill runs."""

    def told(at: int | None) -> int | None:
        return None if at is None else scene_at(run, at)

    return replace(
        state,
        listed_at=scene_at(run, state.listed_at),
        entries=tuple(replace(entry, at=scene_at(run, entry.at)) for entry in state.entries),
        outcomes=tuple(replace(outcome, at=scene_at(run, outcome.at)) for outcome in state.outcomes),
        tries=tuple(replace(tried, at=scene_at(run, tried.at)) for tried in state.tries),
        counted=tuple((scene_at(run, at), people) for at, people in state.counted),
        found=tuple(scene_at(run, at) for at in state.found),
        promised_at=told(state.promised_at),
        read_back_at=told(state.read_back_at),
        lost_at=told(state.lost_at),
        wrong_place_at=told(state.wrong_place_at),
    )

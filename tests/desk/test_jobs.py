"""Long work in a child process: progress, cancel, a child that dies, a job of ours that breaks - each ends the job once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from commandcenter.desk.jobs import Job, Lane
from commandcenter.journal.trouble import Trouble
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

HERE = "child_jobs"


class Ends:
    """What a job said: exactly one end is allowed."""

    def __init__(self, job: Job) -> None:
        self.progress: list[tuple[int, int]] = []
        self.ends: list[tuple[str, Any]] = []
        job.progressed.connect(self.progress.append)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)

    def _done(self, value: Any) -> None:
        self.ends.append(("done", value))

    def _failed(self, value: Any) -> None:
        self.ends.append(("failed", value))

    def _cancelled(self) -> None:
        self.ends.append(("cancelled", None))


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    parent = QObject()
    opened = Lane("test", parent)
    yield opened
    opened.close()


def start(lane: Lane, name: str, **arguments: Any) -> tuple[Job, Ends]:
    job = lane.start(name, f"{HERE}:{name}", arguments)
    return job, Ends(job)


def over(qtbot: QtBot, *ends: Ends) -> None:
    qtbot.waitUntil(lambda: all(one.ends for one in ends), timeout=20_000)


def test_a_job_tells_its_progress_and_its_result_and_the_child_stays_warm(qtbot: QtBot, lane: Lane) -> None:
    first, ends = start(lane, "count", to=5)
    over(qtbot, ends)
    assert (ends.ends, ends.progress[-1], first.over) == ([("done", {"counted": 5})], (5, 5), True)
    told = [start(lane, "who")[1] for _ in range(2)]
    over(qtbot, *told)
    assert told[0].ends == told[1].ends  # the same process


def test_a_child_loads_no_qt(qtbot: QtBot, lane: Lane) -> None:
    told = [start(lane, "loaded", package=package)[1] for package in ("PySide6", "commandcenter")]
    over(qtbot, *told)
    assert told[0].ends == [("done", [])]
    assert "commandcenter.desk.job_child" in told[1].ends[0][1]


def test_a_job_that_is_cancelled_stops_at_its_next_step_and_the_next_one_runs(qtbot: QtBot, lane: Lane) -> None:
    job, ends = start(lane, "for_ever")
    following = start(lane, "count", to=2)[1]
    qtbot.waitUntil(lambda: bool(ends.progress), timeout=20_000)
    job.cancel()
    job.cancel()
    over(qtbot, ends, following)
    assert (ends.ends, following.ends) == ([("cancelled", None)], [("done", {"counted": 2})])
    job.cancel()  # it is over: nothing happens


def test_a_waiting_job_that_is_cancelled_is_never_begun_and_the_running_one_goes_on(qtbot: QtBot, lane: Lane) -> None:
    running = start(lane, "count", to=200)[1]
    waiting, ends = start(lane, "die")
    waiting.cancel()
    over(qtbot, running, ends)
    assert (ends.ends, running.ends) == ([("cancelled", None)], [("done", {"counted": 200})])


@pytest.mark.parametrize("way", ["die", "kill"])
def test_a_child_that_dies_is_a_failed_job_and_the_next_job_gets_a_new_child(
    qtbot: QtBot, lane: Lane, way: str
) -> None:
    ends = start(lane, "die" if way == "die" else "for_ever")[1]
    following = start(lane, "count", to=1)[1]
    if way == "kill":
        qtbot.waitUntil(lambda: bool(ends.progress), timeout=20_000)
        os.kill(ends.progress[-1][1], signal.SIGKILL)
    over(qtbot, ends, following)
    assert ends.ends[0][0] == "failed"
    assert ends.ends[0][1].code == "crashed"
    assert following.ends == [("done", {"counted": 1})]


def test_a_child_killed_while_it_waits_is_replaced_when_it_is_wanted(qtbot: QtBot, lane: Lane) -> None:
    told = start(lane, "who")[1]
    over(qtbot, told)
    os.kill(told.ends[0][1], signal.SIGKILL)
    again = start(lane, "who")[1]
    over(qtbot, again)
    kind, value = again.ends[0]
    assert (kind, value) != ("done", told.ends[0][1])
    if kind == "failed":  # the death was noticed while the job was on its way: said, not hung
        assert value.code == "crashed"
        last = start(lane, "who")[1]
        over(qtbot, last)
        assert last.ends[0][0] == "done"


@pytest.mark.parametrize(
    ("name", "code"),
    [("refuses", "limit_not_positive"), ("troubled", "disk_full"), ("full_disk", "disk_full"), ("breaks", "crashed")],
)
def test_what_goes_wrong_in_a_job_has_a_code(qtbot: QtBot, lane: Lane, name: str, code: str) -> None:
    ends = start(lane, name)[1]
    over(qtbot, ends)
    trouble = ends.ends[0][1]
    assert isinstance(trouble, Trouble)
    assert trouble.code == code
    if code == "crashed":
        assert "ZeroDivisionError" in str(trouble.facts["detail"])


def test_closing_ends_the_child_whatever_it_does(qtbot: QtBot) -> None:
    parent = QObject()
    lane = Lane("test", parent)
    ends = start(lane, "for_ever")[1]
    qtbot.waitUntil(lambda: bool(ends.progress), timeout=20_000)
    child = ends.progress[-1][1]
    lane.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)

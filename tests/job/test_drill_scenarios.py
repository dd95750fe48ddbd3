"""The sixteen scenarios are ready to run: each alone, against departments that make trouble, to an honest end, through the door."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import open_door
from commandcenter.desk.read import Read
from commandcenter.domain.drill_run import DrillRun
from drill_player import Player
from tests.conftest import NOW

SCENARIOS = [f"SC{number:02d}" for number in range(1, 17)]


@pytest.fixture
def folder(founded_folder: Path, tmp_path: Path) -> Path:
    """A copy of the office of this test alone."""
    found = tmp_path / "data"
    shutil.copytree(founded_folder, found, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_runs_alone_to_an_honest_end(scenario: str, folder: Path) -> None:
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    try:
        player = Player(door, clock, folder)
        player.play(scenario, seed=len(scenario) + int(scenario[2:]))
        run, incident = player.run(), player.incident()
    finally:
        door.close()
    assert run.stage == "filed"
    assert run.mode == incident.whistle.mode == "drill"
    assert all(run.of(line.id).delivered_at is not None for line in run.injects)
    assert incident.whistle.stage == "closed"
    assert incident.whistle.ended_at is None, "it was stood down and closed, not broken off"
    assert all(state.closed for state in incident.report_ins)
    assert run.irregular == ()
    assert not [state.irregular for state in incident.report_ins if state.irregular]
    assert [refused.code for refused in player.refused] == []
    assert 0 < run.figures["score"] <= 100
    assert run.figures["units"] == len(incident.report_ins)
    assert run.figures["arrived"] > 0


def test_who_answers_nobody_is_given_the_contingencies_and_a_poor_score(folder: Path) -> None:
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    try:
        player = Player(door, clock, folder, answers=False)
        player.start("SC01", level="easy")
        player.tick()
        for _ in range(160):
            player.tick()
            player.clock.advance(30_000)
            if all(player.run().of(line.id).late_at is not None for line in player.run().injects[:-1]):
                break
        run = player.run()
    finally:
        door.close()
    assert run.parent == "", "nobody blew a whistle"
    assert all(run.of(line.id).late_at is not None for line in run.injects[:-1])
    assert len(run.open_calls) > len(run.injects)


def test_all_injects_of_the_sample_office_have_what_a_run_needs(folder: Path) -> None:
    read = Read(folder)
    try:
        records = read.reference.records("drill")
        assert read.matters.of(DrillRun, "drill_run") == []
    finally:
        read.close()
    lines = [line for key in SCENARIOS for line in records[key].get("injects")]
    assert len(lines) == 124
    assert all(line["inject"] and line["expected"] for line in lines)

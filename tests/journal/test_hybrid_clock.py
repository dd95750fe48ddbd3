"""The hybrid clock of a node never goes back, and a wrong clock elsewhere never drags it (DESIGN 4)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.clock import DAY, HOUR, MAX_FUTURE_DRIFT_MS, MINUTE, merge, stamp, stamp_ms, tick
from commandcenter.domain.record import AmendRecord
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import Journal, open_journal
from hypothesis import given
from hypothesis import strategies as st
from other_desks import OtherDesk
from played import done, found
from small_office import PEOPLE

from conftest import NOW, Wall


def stamps(journal: Journal) -> list[int]:
    sql = "SELECT hlc FROM event WHERE node = ? ORDER BY seq"
    return [value for (value,) in journal.connection.execute(sql, (journal.node,))]


def write(engine: Engine, text: str) -> None:
    done(engine, AmendRecord(subject="person/P1", words={"name": text}))


WALLS = st.lists(st.integers(-2 * DAY, 2 * DAY).map(lambda drift: NOW + drift), min_size=2, max_size=30)


@given(WALLS)
def test_each_local_stamp_is_larger_than_the_one_before(walls: list[int]) -> None:
    last = 0
    for wall in walls:
        following = tick(last, wall)
        assert following > last
        assert stamp_ms(following) >= wall
        last = following


@given(WALLS, st.integers(0, 1 << 62))
def test_a_remote_stamp_moves_the_clock_forward_or_not_at_all(walls: list[int], remote: int) -> None:
    last = stamp(NOW)
    for wall in walls:
        after = merge(last, remote, wall)
        assert after in (last, remote)
        assert after >= last
        assert after == last or stamp_ms(remote) <= wall + MAX_FUTURE_DRIFT_MS


def test_the_wall_clock_may_go_back_the_stamps_do_not(journal: Journal, engine: Engine, wall: Wall) -> None:
    found(engine)
    write(engine, "一")
    wall.advance(-3 * HOUR)
    write(engine, "二")
    wall.advance(-2 * DAY)
    write(engine, "三")
    told = stamps(journal)
    assert told == sorted(set(told))
    fact = journal.folded("person/P1").state
    assert fact.words["name"] == "三"  # what was said last stands, whatever the clock says
    assert [change.at for change in fact.history][-1] == wall()


def test_after_a_restart_with_the_clock_set_back_too(folder: Path, wall: Wall) -> None:
    opened = open_journal(folder, wall)
    found(Engine(opened, wall))
    highest = opened.stamp
    opened.close()
    wall.advance(-40 * DAY)
    again = open_journal(folder, wall)
    write(Engine(again, wall), "甲")
    assert stamps(again)[-1] > highest
    again.close()


AHEAD = 400 * DAY


@pytest.mark.parametrize("way", ["at once", "after a restart", "after a refused commit"])
def test_a_desk_a_year_ahead_is_kept_as_evidence_and_drags_nobody(
    tmp_path: Path, migrated: Path, wall: Wall, way: str
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    opened = open_journal(folder, wall)
    found(Engine(opened, wall))
    desk = OtherDesk("zz", now=NOW + AHEAD)
    desk.write("person/P2", "person.amended", {"fields": {}}, {"name": PEOPLE["P2"]})
    assert opened.absorb(desk.events, desk.privates).new == 2
    if way == "after a restart":
        opened.close()
        opened = open_journal(folder, wall)
    elif way == "after a refused commit":
        opened.discard()
    wall.advance(MINUTE)
    write(Engine(opened, wall), "乙")
    assert stamp_ms(stamps(opened)[-1]) == wall()
    opened.close()


def test_a_desk_a_little_ahead_is_followed(journal: Journal, engine: Engine, wall: Wall) -> None:
    found(engine)
    desk = OtherDesk("zz", now=NOW + 2 * MINUTE)
    event = desk.write("person/P2", "person.amended", {"fields": {}})
    journal.absorb(desk.events)
    write(engine, "丙")
    assert stamps(journal)[-1] > event.hlc

"""Projections can be dropped, spoiled and folded anew: the digest is the same, and what was wrong is put right."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.journal.canonical import FOLD_VERSION, canonical_digest, fold_version
from commandcenter.journal.indexing import index_batch, lag
from commandcenter.journal.journal import Journal
from commandcenter.journal.projections import KEYS
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.verify import verify
from other_desks import OtherDesk
from played import TITLE, done, erase, play, play_at_random

from conftest import Wall


@pytest.mark.parametrize("seed", range(8))
def test_after_any_history_the_projections_are_what_the_events_fold_to(
    journal: Journal, engine: Engine, wall: Wall, seed: int
) -> None:
    assert play_at_random(engine, wall, seed, 250) > 20
    before = canonical_digest(journal.connection)
    told = rebuild(journal.connection)
    assert (told.changed, told.digest) == (0, before)
    assert verify(journal.connection).whole


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 160))
def test_after_any_long_history_too(journal: Journal, engine: Engine, wall: Wall, seed: int) -> None:
    play_at_random(engine, wall, seed, 2500)
    before = canonical_digest(journal.connection)
    assert rebuild(journal.connection).digest == before
    assert verify(journal.connection).whole


def test_dropped_tables_come_back(journal: Journal, engine: Engine, wall: Wall) -> None:
    play(engine, wall)
    before = canonical_digest(journal.connection)
    for table in KEYS:
        journal.connection.execute(f"DROP TABLE {table}")
    seen: list[tuple[int, int]] = []
    assert rebuild(journal.connection, lambda done_, total: seen.append((done_, total))).digest == before
    assert seen[-1][0] == seen[-1][1]
    while index_batch(journal.connection):
        pass
    assert [case.title for case in CaseReader(journal.connection).search("路灯")] == [TITLE]


SPOILS = {
    "a changed value": "UPDATE case_row SET title = '改过的', stage = 'closed'",
    "a changed key": "UPDATE report_in SET unit = 'X9' WHERE unit = 'D07'",
    "a missing row": "DELETE FROM report_in",
    "a row of nothing": "INSERT INTO post (whistle, mode, stage, set_up_at, state) VALUES ('x', 'real', 'running', 1, '{}')",
    "a clock too many": "INSERT INTO deadline SELECT subject, 'lunch', mode, started_at, warn_at, due_at, met_at, stopped,"
    " warn_raised_at, due_raised_at, expired, acknowledged_at FROM deadline LIMIT 1",
    "a clock that never ends": "UPDATE deadline SET due_at = 2 << 40",
    "a whistle under another mode": "UPDATE whistle SET mode = 'drill'",
    "all records gone": "DELETE FROM record",
}


@pytest.mark.parametrize("name", SPOILS)
def test_what_was_spoilt_is_put_right_and_counted(journal: Journal, engine: Engine, wall: Wall, name: str) -> None:
    play(engine, wall)
    before = canonical_digest(journal.connection)
    journal.connection.execute(SPOILS[name])
    assert canonical_digest(journal.connection) != before
    told = rebuild(journal.connection)
    assert told.changed > 0
    assert told.digest == before
    assert rebuild(journal.connection).changed == 0


def test_a_row_of_a_subject_that_folds_to_nothing_is_removed(journal: Journal, engine: Engine, wall: Wall) -> None:
    play(engine, wall)
    desk = OtherDesk("zz")
    desk.write("post/w9", "post.withdrawn")  # it was never set up here
    desk.write("seat/zz", "seat.signed_out")
    journal.absorb(desk.events)
    before = canonical_digest(journal.connection)
    journal.connection.execute("INSERT INTO post (whistle, mode, stage, state) VALUES ('w9', 'real', 'running', '{}')")
    assert rebuild(journal.connection).digest == before


def test_numbers_go_on_after_a_rebuild_where_they_were(journal: Journal, engine: Engine, wall: Wall) -> None:
    play(engine, wall)
    journal.connection.execute("DELETE FROM number")
    rebuild(journal.connection)
    again = Engine(journal, wall)
    journal.discard()
    told = done(again, RegisterCase(matter=Matter(title="井盖松动"))).report["number"]
    assert told == "2026-0716-A0002"


def test_a_rebuild_stopped_half_way_is_done_next_time(journal: Journal, engine: Engine, wall: Wall) -> None:
    assert fold_version(journal.connection) == FOLD_VERSION
    play(engine, wall)
    before = canonical_digest(journal.connection)
    journal.connection.execute("DELETE FROM record")

    def stop(done_: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        rebuild(journal.connection, stop)
    assert not journal.connection.in_transaction
    assert fold_version(journal.connection) == 0
    assert rebuild(journal.connection).digest == before
    assert fold_version(journal.connection) == FOLD_VERSION


def test_what_was_erased_stays_away_and_is_found_no_more(journal: Journal, engine: Engine, wall: Wall) -> None:
    play(engine, wall)
    erase(engine)
    rebuild(journal.connection)
    while lag(journal.connection):
        index_batch(journal.connection)
    assert CaseReader(journal.connection).search("路灯") == []
    assert verify(journal.connection).whole

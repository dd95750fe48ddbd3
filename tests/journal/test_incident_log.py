"""The kept entries of incidents are those of the journal at every moment: after an entry, an erasure, another desk's late event."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.report_in_acts import Advance
from commandcenter.domain.whistle_acts import BlowWhistle, Note, UnitCall
from commandcenter.journal import log
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.journal import open_journal
from commandcenter.journal.reading.incident_log import KEPT, IncidentLog
from commandcenter.journal.reading.incidents import IncidentReader
from played import done, erase, found

from conftest import Wall


@pytest.fixture
def engine(folder: Path, wall: Wall) -> Engine:
    made = Engine(open_journal(folder, wall), wall)
    found(made)
    return made


def blow(engine: Engine) -> str:
    return done(engine, BlowWhistle(units=(UnitCall(unit="D07"), UnitCall(unit="D03")))).subjects[0].partition("/")[2]


def test_every_answer_is_what_a_fresh_look_gives(engine: Engine, folder: Path, wall: Wall) -> None:
    connection = connect(folder / FILE_NAME)
    kept = IncidentLog(connection)
    whistles = [blow(engine) for _ in range(KEPT + 2)]

    def same() -> None:
        for whistle in whistles:
            assert kept.facts(whistle) == IncidentReader(connection).facts(whistle)

    same()
    for number, whistle in enumerate(whistles):
        wall.advance(60_000)
        done(engine, Advance(whistle=whistle, unit="D07"))
        done(engine, Note(whistle=whistles[0], words=f"第{number}条"))
        same()
        assert kept.facts(whistle)[-1].subject in (f"report_in/{whistle}/D07", f"whistle/{whistle}")
    connection.close()


def test_a_late_entry_stands_where_it_happened(engine: Engine, folder: Path, wall: Wall) -> None:
    connection = connect(folder / FILE_NAME)
    kept = IncidentLog(connection)
    whistle = blow(engine)
    wall.advance(600_000)
    done(engine, Note(whistle=whistle, words="后说"))
    assert [fact.words("words") for fact in kept.facts(whistle) if fact.verb == "noted"] == ["后说"]
    done(engine, Note(whistle=whistle, words="先到", happened_at=wall() - 300_000))
    assert [fact.words("words") for fact in kept.facts(whistle) if fact.verb == "noted"] == ["先到", "后说"]
    connection.close()


def test_erased_words_are_gone_at_once(engine: Engine, folder: Path) -> None:
    connection = connect(folder / FILE_NAME)
    kept = IncidentLog(connection)
    whistle = blow(engine)
    done(engine, Note(whistle=whistle, words="张某电话100-0000-1234"))
    assert any(fact.private for fact in kept.facts(whistle))
    erase(engine, f"whistle/{whistle}")
    assert not any(fact.words("words") for fact in kept.facts(whistle))
    connection.close()


def test_what_is_given_can_be_changed_without_harm(engine: Engine, folder: Path) -> None:
    connection = connect(folder / FILE_NAME)
    kept = IncidentLog(connection)
    whistle = blow(engine)
    kept.facts(whistle).clear()
    assert len(kept.facts(whistle)) == len(log.facts_of(connection, f"whistle/{whistle}")) + 2
    connection.close()

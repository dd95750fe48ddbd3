"""A trial office: the same for the same seed, whole, believable, and made of steps that the case machine knows."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.generating_job import generate
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY, local
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.generator import Wish
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.journal import open_journal
from commandcenter.journal.reading.cases import CaseQuery, CaseReader
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.tally import recount
from commandcenter.journal.verify import verify

from conftest import NOW

CASES = 1500
WISH = Wish(CASES, 10, 7, NOW)


def made(folder: Path, wish: Wish = WISH) -> dict[str, object]:
    return generate(folder, "", wish, lambda part, done: None)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    told = made(folder)
    assert told["made"] == CASES
    return folder


def test_the_same_wish_makes_the_same_office(office: Path, tmp_path: Path) -> None:
    again = made(tmp_path / "again")
    connection = connect(office / FILE_NAME)
    assert again["digest"] == canonical_digest(connection)
    connection.close()
    other = made(tmp_path / "other", Wish(CASES, 10, 8, NOW))
    assert other["digest"] != again["digest"]


def test_it_is_whole_and_folds_to_what_stands_there(office: Path, tmp_path: Path) -> None:
    connection = connect(office / FILE_NAME, write=True)
    assert verify(connection).whole
    assert recount(connection) == 0
    numbers = connection.execute("SELECT * FROM number ORDER BY 1, 2, 3").fetchall()
    assert rebuild(connection, index=False).changed == 0
    assert connection.execute("SELECT * FROM number ORDER BY 1, 2, 3").fetchall() == numbers
    held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"ix_case_row_board", "ix_case_row_facets", "ix_deadline_due"} <= held
    connection.close()


def test_every_step_of_every_order_is_legal(office: Path) -> None:
    connection = connect(office / FILE_NAME)
    cases = CaseReader(connection)
    stages: Counter[str] = Counter()
    for (key,) in connection.execute("SELECT id FROM case_row").fetchall():
        state, facts = cases.case(key)
        assert not state.irregular, [fact.verb for fact in facts]
        stages[state.stage] += 1
        if state.closed_at is not None:
            assert state.received_at <= state.closed_at <= NOW
    assert {"closed", "history", "looked_back", "refused"} <= set(stages)
    assert stages["closed"] > CASES / 2
    connection.close()


def test_seasons_weekdays_hours_and_the_repair_can_be_seen(office: Path, tmp_path: Path) -> None:
    wish = Wish(12_000, 10, 7, NOW)
    made(tmp_path / "large", wish)
    connection = connect(tmp_path / "large" / FILE_NAME)
    names = dict(connection.execute("SELECT id, name FROM record WHERE family = 'category'").fetchall())
    rows = [
        (local(at), names[category], community)
        for at, category, community in connection.execute("SELECT received_at, category, community FROM case_row")
    ]
    months = Counter((kind, at.month) for at, kind, _ in rows)
    assert sum(months["供热/室温不达标", month] for month in (11, 12, 1)) > 20 * (
        1 + sum(months["供热/室温不达标", month] for month in (6, 7, 8))
    )
    assert sum(months["供排水/道路积水", month] for month in (6, 7, 8)) > 3 * sum(
        months["供排水/道路积水", month] for month in (11, 12, 1)
    )
    days, hours = Counter(at.weekday() for at, _, _ in rows), Counter(at.hour for at, _, _ in rows)
    assert days[0] > 1.3 * days[6]
    assert hours[9] > 5 * hours[3]
    first = wish.first_day
    leaks = Counter(
        (at.date() - first).days // 365 >= 7
        for at, kind, community in rows
        if kind == "住房安全/房屋漏雨" and community in ("A1", "A2", "A6")
    )
    assert leaks[True] / 3 < leaks[False] / 7 * 0.6
    assert all(first.toordinal() <= at.date().toordinal() and at.timestamp() * 1000 < NOW for at, _, _ in rows)
    connection.close()


def test_the_office_goes_on_working(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "goes_on"
    shutil.copytree(office, folder)
    journal = open_journal(folder, lambda: NOW + DAY)
    engine = Engine(journal, lambda: NOW + DAY)
    outcome = engine.execute(RegisterCase(matter=Matter(title="一件新的诉求")))
    assert isinstance(outcome, Done)
    found = CaseReader(journal.connection).search("新的诉求")
    assert [row.number for row in found] == [outcome.report["number"]]
    assert len(CaseReader(journal.connection).order(CaseQuery(view="all", order="received"), NOW)) == CASES + 1
    journal.close()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(Refused) as refused:
        made(tmp_path)
    assert refused.value.code == "folder_not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]

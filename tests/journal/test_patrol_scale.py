"""Ten years of patrols, sixty people a day by now: every question of the screens costs with what it shows, not with what lies behind."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from commandcenter.domain.clock import DAY, HOUR, MINUTE, at_local, local_date
from commandcenter.domain.patrol_plan import day_number, day_of
from commandcenter.journal.database import FILE_NAME, Connection, connect
from commandcenter.journal.reading.patrols import PatrolFigures, PatrolReader, PatrolRow, coverage
from machine_steps import steps

from conftest import NOW

TODAY = local_date(NOW)
PEOPLE = 60
STREETS = 30
FEW, MANY = 40, 3650
"""Days of patrols: a little more than a screen shows, and ten years."""
SOME = 8
"""So many people a day walked in the years behind, others each day, until everybody walked every street of theirs."""
NARROW = ("USING INDEX ix_patrol_row_spots", "USING COVERING INDEX ix_patrol_row_spots")
"""An index that holds a handful of rows, however many years lie behind; only such a one may be walked from end to end."""
MONTH = TODAY - timedelta(days=27)
COLUMNS = (
    *("id", "plan", "place", "community", "role", "person", "day", "window_start", "window_end", "stage", "reason"),
    *(
        "begun_at",
        "ended_at",
        "length_m",
        "findings",
        "handled",
        "cases",
        "open_spots",
        "looked",
        "closed_next",
        "made_up",
    ),
)


def rows(days: int) -> list[dict[str, object]]:
    """The patrols of so many days up to a week ahead, always the same ones for a day."""
    found: list[dict[str, object]] = []
    for back in range(days - 1, -8, -1):
        day = TODAY - timedelta(days=back)
        chance = random.Random(day.toordinal())
        for who in (
            range(PEOPLE) if back < FEW else sorted((day.toordinal() * SOME + one) % PEOPLE for one in range(SOME))
        ):
            start = at_local(day, 7 + 3 * (who % 4))
            end = start + 3 * HOUR
            walked = end < NOW and chance.random() < 0.93
            begun = start + chance.randrange(60) * MINUTE if walked else None
            ended = begun + 40 * MINUTE + (3 * HOUR if chance.random() < 0.05 else 0) if begun is not None else None
            findings = int(walked and chance.random() < 0.1)
            looked = findings if back > 3 else 0
            found.append(
                {
                    "id": f"p{day_number(day)}-{who}", "plan": f"plan{who}", "place": f"J{who % STREETS:02d}",
                    "community": f"A{who % 8}", "role": "steward" if who % 2 else "alley_chief", "person": f"P{who:03d}",
                    "day": day_number(day), "window_start": start, "window_end": end,
                    "stage": "ended" if walked else "planned", "reason": "routine", "begun_at": begun, "ended_at": ended,
                    "length_m": 800 if walked and who % 3 else None, "findings": findings, "handled": 0,
                    "cases": findings, "open_spots": findings if back <= 3 else 0, "looked": looked,
                    "closed_next": looked, "made_up": 0,
                }
            )  # fmt: skip
    return found


Offices = dict[int, tuple[Connection, list[dict[str, object]]]]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Offices:
    """Two offices with patrols of some weeks and of ten years."""
    marks = ", ".join(f":{name}" for name in COLUMNS)
    found = {}
    for days in (FEW, MANY):
        folder = tmp_path_factory.mktemp("patrols")
        shutil.copy(migrated, folder / FILE_NAME)
        connection = connect(folder / FILE_NAME, write=True)
        told = rows(days)
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO patrol_row ({', '.join(COLUMNS)}) VALUES ({marks})", told)
        connection.execute("COMMIT")
        found[days] = (connection, told)
    return found


Ask = Callable[[PatrolReader], object]
PLACES = [f"J{place:02d}" for place in range(STREETS)]
QUESTIONS: dict[str, Ask] = {
    "the turns of today": lambda reader: reader.of_day(TODAY),
    "the turns of a community": lambda reader: reader.of_day(TODAY, community="A3"),
    "a week": lambda reader: reader.between(TODAY - timedelta(days=3), TODAY + timedelta(days=3)),
    "what stands for the planner": lambda reader: reader.standing(TODAY, TODAY + timedelta(days=6)),
    "the walks of a street": lambda reader: reader.of_place("J07"),
    "the turns of a person": lambda reader: reader.of_person("P007", MONTH, TODAY),
    "missed": lambda reader: reader.missed(TODAY - timedelta(days=6), TODAY, NOW),
    "sent by hand": lambda reader: reader.sent(TODAY, TODAY + timedelta(days=1), NOW),
    "under way": lambda reader: reader.under_way(TODAY, TODAY),
    "the open spots of all": lambda reader: reader.open_spots(),
    "the open spots of streets": lambda reader: reader.open_spots(PLACES),
    "the heat of a street": lambda reader: reader.heat(MONTH, TODAY, place="J07"),
    "the heat of a person": lambda reader: reader.heat(MONTH, TODAY, person="P007"),
    "the heat of all streets": lambda reader: reader.heat_of_places(MONTH, TODAY),
    "when streets were last walked": lambda reader: reader.last_walked([*PLACES, "never"]),
    "the figures": lambda reader: reader.figures(MONTH, TODAY, NOW),
    "the figures of a community": lambda reader: reader.figures(MONTH, TODAY, NOW, community="A3"),
    "the figures by street": lambda reader: reader.figures_by("place", MONTH, TODAY, NOW),
    "the figures by person": lambda reader: reader.figures_by("person", MONTH, TODAY, NOW),
}


def cost(connection: Connection, ask: Ask) -> int:
    return steps(connection, lambda: ask(PatrolReader(connection)))


@pytest.mark.parametrize("name", QUESTIONS)
def test_ten_years_cost_no_more_than_some_weeks(offices: Offices, name: str) -> None:
    few, many = (cost(offices[days][0], QUESTIONS[name]) for days in (FEW, MANY))
    assert many <= few * 1.05 + 300, (few, many)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_walks_the_table(offices: Offices, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = offices[FEW][0]
    asked: list[tuple[str, object]] = []

    class Watched:
        def execute(self, sql: str, values: object = ()) -> object:
            asked.append((sql, values))
            return connection.execute(sql, values)

    QUESTIONS[name](PatrolReader(Watched()))  # type: ignore[arg-type]
    for sql, values in asked:
        for *_, told in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values):
            assert "SCAN patrol_row" not in told or told.endswith(NARROW), (sql, told)


# --- the answers, by a look at every row ------------------------------------------------------------------------------


def spanned(told: list[dict[str, object]], first: date, last: date) -> list[dict[str, object]]:
    return [row for row in told if day_number(first) <= int(str(row["day"])) <= day_number(last)]


def test_figures_are_what_counting_by_hand_says(offices: Offices) -> None:
    connection, told = offices[FEW]
    reader = PatrolReader(connection)
    kept = spanned(told, MONTH, TODAY)
    behind = [row for row in kept if int(str(row["window_end"])) < NOW or row["ended_at"] is not None]
    done = [row for row in kept if row["stage"] == "ended"]
    figures = reader.figures(MONTH, TODAY, NOW)
    assert (figures.planned, figures.done) == (len(behind), len(done))
    assert figures.on_time == sum(int(str(row["ended_at"])) <= int(str(row["window_end"])) for row in done)
    assert figures.missed == sum(row["stage"] == "planned" and int(str(row["window_end"])) < NOW for row in kept)
    assert figures.planned == figures.done + figures.missed
    measured = [row for row in done if row["length_m"]]
    assert figures.metres == sum(int(str(row["length_m"])) for row in measured)
    assert figures.per_km == pytest.approx(1000 * sum(int(str(row["findings"])) for row in measured) / figures.metres)
    for column in ("place", "community", "person", "role"):
        parts = reader.figures_by(column, MONTH, TODAY, NOW).values()
        assert sum(one.done for one in parts) == figures.done, column
        assert sum(one.findings for one in parts) == figures.findings, column
    assert PatrolFigures().per_km is None


def test_calendar_and_last_walks_are_what_counting_by_hand_says(offices: Offices) -> None:
    connection, told = offices[FEW]
    reader = PatrolReader(connection)
    walked = [row for row in spanned(told, MONTH, TODAY) if row["begun_at"] is not None]
    counts = Counter((str(row["place"]), int(str(row["day"]))) for row in walked)
    heat = reader.heat_of_places(MONTH, TODAY)
    assert {(place, day_number(day)): n for place, days in heat.items() for day, n in days.items()} == dict(counts)
    one = reader.heat(MONTH, TODAY, place="J07")
    assert sum(n for days in one.values() for n in days.values()) == sum(
        n for (place, _), n in counts.items() if place == "J07"
    )
    last = reader.last_walked(PLACES)
    assert last == {
        place: max(int(str(row["begun_at"])) for row in told if row["place"] == place and row["begun_at"] is not None)
        for place in PLACES
    }
    assert coverage(last, PLACES, NOW - 7 * DAY) == 1.0
    assert coverage({}, PLACES, 0) == 0.0
    assert coverage({}, [], 0) is None


def test_a_question_about_nobody_is_an_error_and_days_are_days(offices: Offices) -> None:
    reader = PatrolReader(offices[FEW][0])
    with pytest.raises(ValueError, match="place or a person"):
        reader.heat(MONTH, TODAY)
    with pytest.raises(ValueError, match="colour"):
        reader.figures_by("colour", MONTH, TODAY, NOW)
    assert day_of(day_number(TODAY)) == TODAY
    assert day_of(20260230) is None
    rows_of_today = reader.of_day(TODAY)
    assert all(isinstance(row, PatrolRow) for row in rows_of_today)
    assert len(rows_of_today) == PEOPLE
    assert reader.between(date(1990, 1, 1), TODAY, limit=5) == reader.between(date(1990, 1, 1), TODAY, limit=5)

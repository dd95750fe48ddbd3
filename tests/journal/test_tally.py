"""The tally is the sum of what stands in the cases, whatever happened and in whichever order, and after a rebuild too."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain import month as months
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.rates import (
    COUNTS,
    GROUNDS,
    CaseFacts,
    Formula,
    apart,
    counts_of,
    fault_of,
    rate,
    standing,
    sums_of,
    three_rates,
    within,
)
from commandcenter.journal import log
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.reading.rates import Behind, RateReader, formulas_in
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.tally import DIMENSIONS, counted
from hypothesis import given, settings
from hypothesis import strategies as st
from played import play_at_random
from rate_facts import play_facts
from rates_by_sql import rates_by_sql, rates_by_tally

from conftest import NOW, Wall

FAR = (0, 999912)
TIMES = st.one_of(st.none(), st.integers(-40, 40).map(lambda hours: NOW + hours * 6 * HOUR))


def told(journal: Journal) -> dict[tuple[Any, ...], tuple[int, ...]]:
    """The tally as it stands in the file."""
    sql = f"SELECT dim, month, key, ground, {', '.join(COUNTS)} FROM tally"
    return {tuple(row[:4]): tuple(row[4:]) for row in journal.connection.execute(sql)}


def look(journal: Journal) -> None:
    """The tally is what the cases say, counted one by one and by SQL."""
    stands = told(journal)
    brute = {}
    for month in {key[1] for key in stands} | {
        months.month_of(at) for (at,) in journal.connection.execute("SELECT received_at FROM case_row")
    }:
        brute |= counted(journal.connection, month)
    assert stands == brute
    reader = RateReader(journal.connection)
    for now in (NOW - 30 * DAY, NOW, NOW + 60 * DAY):
        for by in ("lead", "community", "category", "channel", "grid"):
            assert rates_by_tally(reader, *FAR, by, now) == rates_by_sql(journal.connection, *FAR, by, now)


@pytest.mark.parametrize("seed", range(12))
def test_it_is_the_sum_of_the_cases_after_any_history(journal: Journal, seed: int) -> None:
    for part in range(3):
        play_facts(journal, seed * 10 + part, 15)
        look(journal)
    before = canonical_digest(journal.connection)
    again = rebuild(journal.connection)
    assert (again.changed, again.digest) == (0, before)


def test_it_is_the_sum_of_the_cases_after_commands(journal: Journal, engine: Engine, wall: Wall) -> None:
    play_at_random(engine, wall, 5, 300)
    look(journal)


SPOILS = {
    "a wrong count": "UPDATE tally SET solved = solved + 1",
    "a missing line": "DELETE FROM tally WHERE dim = 'lead'",
    "a line of nothing": "INSERT INTO tally SELECT dim, 190001, key, ground, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0"
    " FROM tally LIMIT 1",
    "a line of an unknown sort": "UPDATE tally SET dim = 'weather' WHERE dim = 'grid'",
    "all gone": "DELETE FROM tally",
}


@pytest.mark.parametrize("name", SPOILS)
def test_a_rebuild_puts_it_right(journal: Journal, name: str) -> None:
    play_facts(journal, 3, 40)
    before = canonical_digest(journal.connection)
    journal.connection.execute(SPOILS[name])
    assert canonical_digest(journal.connection) != before
    again = rebuild(journal.connection)
    assert (again.changed > 0, again.digest) == (True, before)
    look(journal)


def test_two_desks_come_to_the_same_tally(journal: Journal, migrated: Path) -> None:
    play_facts(journal, 8, 30)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copy(migrated, folder / FILE_NAME)
        other = open_journal(folder, Wall())
        try:
            nodes = log.nodes(journal.connection)
            events = [event for node in nodes for event in log.events_of_node(journal.connection, node)]
            chance = Random(1)
            chance.shuffle(events)
            for start in range(0, len(events), 7):
                other.absorb(events[start : start + 7])
            assert told(other) == told(journal)
        finally:
            other.close()


# --- rules --------------------------------------------------------------------------------------------------------

FACTS = st.builds(
    CaseFacts,
    stage=st.sampled_from(
        ("history", "refused", "closed", "archived", "handling", "suspended", "fed_back", "call_back")
    ),
    open=st.just(0),
    anonymous=st.integers(0, 1),
    ground=st.sampled_from(("", "", *GROUNDS)),
    contact_due_at=TIMES,
    contacted_at=TIMES,
    due_at=TIMES,
    fed_back_at=TIMES,
    closed_at=TIMES,
    solved=st.sampled_from((None, 0, 1)),
    satisfied=st.sampled_from((None, 0, 1)),
    redone=st.integers(0, 2),
    extended=st.integers(0, 2),
    whistles=st.sampled_from(("", "w1")),
    proactive=st.integers(0, 1),
).map(lambda facts: facts._replace(open=int(facts.stage in ("handling", "suspended", "fed_back", "call_back"))))

FORMULAS = st.builds(
    lambda part, whole, excluded: Formula("x", "x", part, whole, excluded),
    st.lists(st.sampled_from(COUNTS), min_size=1, max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(COUNTS), min_size=1, max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(GROUNDS), unique=True).map(tuple),
)


@settings(max_examples=300)
@given(FACTS, TIMES.filter(bool))
def test_counts_keep_to_what_the_rules_say_of_them(case: CaseFacts, now: int) -> None:
    counts = dict(zip(COUNTS, counts_of(case, now), strict=True))
    for one in COUNTS:
        for other in COUNTS:
            if within(one, other):
                assert counts[one] <= counts[other], (one, other)
            if apart(one, other):
                assert counts[one] + counts[other] <= 1, (one, other)


@settings(max_examples=300)
@given(st.lists(FACTS, max_size=12), FORMULAS, TIMES.filter(bool))
def test_every_case_stands_in_exactly_one_place(cases: list[CaseFacts], formula: Formula, now: int) -> None:
    fields = {"part": formula.part, "whole": formula.whole, "excluded": formula.excluded}
    if fault_of(fields):
        return
    found = rate(formula, sums_of(cases, now))
    stands = [standing(formula, case, now) for case in cases]
    assert found.good == stands.count("good")
    assert found.failed == stands.count("failed")
    assert found.left == stands.count("left_out")
    assert found.pending == stands.count("pending")
    assert found.good + found.failed + found.left + found.pending + stands.count("unknown") == len(cases)


def test_the_cases_behind_each_figure_are_as_many_as_it_says(journal: Journal) -> None:
    play_facts(journal, 21, 60)
    reader = RateReader(journal.connection)
    formulas = reader.formulas()
    for by in DIMENSIONS[1:]:
        for key, sums in reader.sums(*FAR, by, NOW).items():
            for formula in formulas.values():
                figure = rate(formula, sums)
                behind = reader.behind(Behind(formula, *FAR, by, (key,)), NOW)
                stands = [case.standing for case in behind]
                assert (figure.good, figure.failed, figure.left, figure.pending) == tuple(
                    stands.count(name) for name in ("good", "failed", "left_out", "pending")
                )


@given(st.integers(-(2**53), 2**53))
def test_any_instant_has_a_month(at: int) -> None:
    month = months.month_of(at)
    assert months.start_of(month) <= at < months.end_of(month)
    assert months.later(months.later(month, 7), -7) == month


def plainly(cases: list[CaseFacts], now: int) -> list[tuple[int, int]]:
    """(good, of) of the three rates by the words of their formulas, one case after the other."""
    told = [[0, 0], [0, 0], [0, 0]]
    for case in cases:
        if case.stage == "history":
            continue
        counts = not case.anonymous and case.ground not in ("transferred", "refused", "merged")
        if counts and case.contact_due_at is not None:
            over = now if case.open else case.closed_at
            if case.contacted_at is not None or over is None or over > case.contact_due_at:
                told[0][1] += 1
                told[0][0] += case.contacted_at is not None and case.contacted_at <= case.contact_due_at
        if case.ground:
            continue
        running = case.open and case.stage != "suspended" and case.fed_back_at is None
        late = running and case.due_at is not None and now > case.due_at
        for place, answer in ((1, case.solved), (2, case.satisfied)):
            if answer is not None or late:
                told[place][1] += 1
                told[place][0] += answer == 1
    return [(good, of) for good, of in told]


@settings(max_examples=300)
@given(st.lists(FACTS, max_size=15), TIMES.filter(bool))
def test_the_three_rates_are_what_their_words_say(cases: list[CaseFacts], now: int) -> None:
    three = three_rates(formulas_in({}), sums_of(cases, now))
    plain = [(one.good, one.of) for one in (three.response, three.resolution, three.satisfaction)]
    assert plain == plainly(cases, now)

"""What may be the same matter: scored with reasons, each question bounded by an index whatever is stored."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.desk.intake import weights
from commandcenter.domain.case_acts import ImportCases, Matter, RegisterCase
from commandcenter.domain.case_likeness import Coming, Standing, alike, likeness, spellings
from commandcenter.domain.clock import DAY
from commandcenter.journal import indexing
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.intake import NEWEST, IntakeReader, phrases
from hypothesis import given
from hypothesis import strategies as st
from played import done, found

from conftest import NOW, Wall

WORDS = st.text("井盖破损路灯不亮污水外溢渡口巷，。1 aA", max_size=14)


@pytest.fixture
def reader(journal: Journal) -> IntakeReader:
    return IntakeReader(journal.connection)


# -- scoring -----------------------------------------------------------------------------------------------------------


@given(one=WORDS, other=WORDS)
def test_likeness_is_even_whole_for_itself_and_between_nothing_and_all(one: str, other: str) -> None:
    share = likeness(one, other)
    assert 0 <= share <= 1
    assert share == likeness(other, one)
    assert likeness(one, one) in (0, 1)


STANDING = st.builds(
    Standing,
    id=st.sampled_from("abcdef"),
    number=st.just("2026-0716-A0001"),
    title=WORDS,
    place=st.sampled_from(("", "J20", "J07")),
    community=st.sampled_from(("", "A8")),
    category=st.sampled_from(("", "k")),
    source_number=st.sampled_from(("", "S1")),
    stage=st.just("handling"),
    open=st.booleans(),
    merged_into=st.sampled_from(("", "x")),
    received_at=st.integers(NOW - 90 * DAY, NOW),
    same_phone=st.booleans(),
)


@given(title=WORDS, place=st.sampled_from(("", "J20")), standing=st.lists(STANDING, max_size=12))
def test_each_is_shown_once_with_its_reasons_the_likest_first_and_nothing_old_or_merged(
    title: str, place: str, standing: list[Standing]
) -> None:
    told = weights()
    coming = Coming(title=title, place=place, community="A8", category="k", source_number="S1", received_at=NOW)
    shown = alike(coming, standing, told)
    assert len({one.case.id for one in shown}) == len(shown) <= told.shown
    assert [one.score for one in shown] == sorted((one.score for one in shown), reverse=True)
    for one in shown:
        assert told.least <= one.score <= 100
        assert one.reasons
        assert not one.case.merged_into
        if one.case.received_at < NOW - told.days * DAY:
            assert set(one.reasons) & {"source", "phone"}


@pytest.mark.parametrize("written", ["13800001234", "138-0000-1234", "138 0000 1234", " 13800001234 "])
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert "138-0000-1234" in spellings(written)
    assert "13800001234" in spellings(written)


@pytest.mark.parametrize("written", ["", "110", "12a4", "无"])
def test_what_is_too_short_is_no_number(written: str) -> None:
    assert spellings(written) == ()


# -- finding -----------------------------------------------------------------------------------------------------------


def test_found_by_place_phone_source_number_and_words(
    journal: Journal, engine: Engine, wall: Wall, reader: IntakeReader
) -> None:
    found(engine)
    matter = Matter(title="渡口巷污水井盖破损", place="J20", phone="138-0000-1234", source="12345", source_number="S-1")
    done(engine, RegisterCase(matter=matter, case="c1"))
    done(engine, RegisterCase(matter=Matter(title="路灯不亮", phone="13900009999"), case="c2"))
    while indexing.index_batch(journal.connection, 100):
        pass
    assert [(one.id, one.same_phone) for one in reader.at_place("J20", "13800001234")] == [("c1", True)]
    assert [one.id for one in reader.by_phone("13800001234")] == ["c1"]
    assert [one.id for one in reader.by_source_number("S-1")] == ["c1"]
    assert [one.id for one in reader.by_words("有人踩到井盖破损处", NOW - DAY)] == ["c1"]
    assert reader.by_words("有人踩到井盖破损处", NOW + DAY) == []
    for nothing in (reader.at_place(""), reader.by_phone(""), reader.by_source_number(""), reader.by_words("", 0)):
        assert nothing == []


@given(title=st.text(max_size=40))
def test_any_title_can_be_asked_for(title: str) -> None:
    assert phrases(title).count(" OR ") <= 23


@pytest.mark.parametrize("title", ['"', "a\x00b", "AND OR NOT", "( * ^ :", "井", "𠮷𠮷𠮷𠮷", "NEAR(a b)"])
def test_hostile_titles_are_only_words(journal: Journal, reader: IntakeReader, title: str) -> None:
    assert reader.by_words(title, 0) == []


def test_only_the_newest_are_looked_at_and_every_question_goes_by_its_index(
    journal: Journal, engine: Engine, reader: IntakeReader
) -> None:
    found(engine)
    rows = tuple(
        Matter(
            title=f"井盖破损{n}",
            place="J20",
            phone="13800001234",
            source="s",
            source_number=f"N{n}",
            received_at=NOW - n,
        )
        for n in range(60)
    )
    done(engine, ImportCases(rows=rows))
    for asked in (reader.at_place("J20"), reader.by_phone("13800001234")):
        assert [one.title for one in asked] == [f"井盖破损{n}" for n in range(NEWEST)]
    assert [one.title for one in reader.by_source_number("N59")] == ["井盖破损59"]
    plans: list[str] = []
    connection = journal.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    reader.at_place("J20", "13800001234")
    reader.by_phone("13800001234")
    reader.by_source_number("N3")
    connection.set_trace_callback(None)
    for statement in statements:
        plans += [str(line[3]) for line in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    read = [plan for plan in plans if "case_row" in plan or plan.startswith(("SCAN c", "SEARCH c"))]
    assert read
    assert all("INDEX" in plan for plan in read), read
    assert not any("TEMP B-TREE" in plan for plan in plans), plans

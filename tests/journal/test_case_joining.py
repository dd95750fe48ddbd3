"""One matter, several cases: merged, linked and taken apart in any order, on two desks, nothing is lost and both agree."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandcenter.desk.engine import Done, Engine, RefusedBy
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import RefuseCase
from commandcenter.domain.case_join_acts import LinkCases, MergeCases, SplitCase, TellMerged, UnlinkCases
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.rebuild import rebuild
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from other_desks import exchange
from played import done, found

from conftest import Wall

CASES = ("c1", "c2", "c3", "c4")


def registered(engine: Engine) -> None:
    found(engine)
    for number, case in enumerate(CASES):
        matter = Matter(title=f"路灯不亮{number}", reporter=f"王{number}", phone=f"100-0000-777{number}")
        done(engine, RegisterCase(matter=matter, case=case))


def case_of(journal: Journal, case: str) -> Case:
    state = journal.folded(f"case/{case}").state
    assert isinstance(state, Case)
    return state


def refused(engine: Engine, command: Command) -> str:
    outcome = engine.execute(command)
    assert isinstance(outcome, RefusedBy), outcome
    return outcome.code


@pytest.fixture
def desk(journal: Journal, engine: Engine) -> Engine:
    registered(engine)
    return engine


def test_a_merged_case_keeps_words_number_and_caller_and_stops_its_clocks(desk: Engine, journal: Journal) -> None:
    before = case_of(journal, "c2")
    done(desk, MergeCases(case="c1", duplicates=("c2", "c3"), words="同一盏灯"))
    goes_on, merged = case_of(journal, "c1"), case_of(journal, "c2")
    assert goes_on.absorbed == ("c2", "c3")
    assert (merged.stage, merged.merged_into, merged.open) == ("merged", "c1", False)
    assert (merged.title, merged.number, merged.reporter, merged.phone) == (
        before.title,
        before.number,
        before.reporter,
        before.phone,
    )
    assert merged.ground == "merged"
    sql = "SELECT count(*) FROM deadline WHERE subject = 'case/c2' AND met_at IS NULL AND stopped = 0"
    assert journal.connection.execute(sql).fetchone() == (0,)


def test_a_split_case_goes_on_where_it_stood_and_both_stories_tell_it(desk: Engine, journal: Journal) -> None:
    done(desk, MergeCases(case="c1", duplicates=("c2",)))
    assert refused(desk, SplitCase(case="c2")) == "reason_needed"
    done(desk, SplitCase(case="c2", words="不是同一处"))
    assert (case_of(journal, "c2").stage, case_of(journal, "c2").merged_into) == ("to_judge", "")
    assert case_of(journal, "c1").absorbed == ()
    sql = "SELECT subject, kind FROM event WHERE kind IN ('case.merged', 'case.absorbed', 'case.split') ORDER BY rowid"
    assert journal.connection.execute(sql).fetchall() == [
        ("case/c2", "case.merged"),
        ("case/c1", "case.absorbed"),
        ("case/c2", "case.split"),
        ("case/c1", "case.split"),
    ]


def test_what_cannot_be_merged_is_refused_with_its_reason(desk: Engine) -> None:
    done(desk, MergeCases(case="c1", duplicates=("c2",)))
    assert refused(desk, MergeCases(case="c1", duplicates=("c1",))) == "merge_with_itself"
    assert refused(desk, MergeCases(case="c3", duplicates=())) == "merge_with_itself"
    assert refused(desk, MergeCases(case="c3", duplicates=("c2",))) == "merged_already"
    assert refused(desk, MergeCases(case="c2", duplicates=("c3",))) == "merged_already"
    assert refused(desk, MergeCases(case="c9", duplicates=("c3",))) == "case_unknown"
    assert refused(desk, MergeCases(case="c3", duplicates=("c9",))) == "case_unknown"
    done(desk, RefuseCase(case="c4", reason="outside_duty", words="已告知"))
    assert refused(desk, MergeCases(case="c3", duplicates=("c4",))) == "merge_ended"
    assert refused(desk, MergeCases(case="c4", duplicates=("c3",))) == "merge_into_ended"
    assert refused(desk, SplitCase(case="c1", words="x")) == "not_merged"


def test_the_caller_of_a_merged_case_is_told_and_asked_too(desk: Engine, journal: Journal) -> None:
    assert refused(desk, TellMerged(case="c2", reached=True)) == "not_merged"
    done(desk, MergeCases(case="c1", duplicates=("c2",)))
    done(desk, TellMerged(case="c2", reached=False))
    assert case_of(journal, "c2").also_told_at is None
    done(desk, TellMerged(case="c2", reached=True, solved=True, satisfied=False, words="还行"))
    told = case_of(journal, "c2")
    assert told.also_told_at is not None
    assert (told.solved, told.satisfied, told.callbacks, told.stage) == (True, False, 2, "merged")


def test_links_stand_on_both_sides_with_their_reason_and_are_taken_back(desk: Engine, journal: Journal) -> None:
    done(desk, LinkCases(case="c1", other="c2", reason="repeat"))
    assert case_of(journal, "c1").links == {"c2": "repeat"}
    assert case_of(journal, "c2").links == {"c1": "repeat"}
    assert refused(desk, LinkCases(case="c2", other="c1", reason="repeat")) == "already_linked"
    assert refused(desk, LinkCases(case="c2", other="c1", reason="so")) == "link_unknown"
    done(desk, UnlinkCases(case="c2", other="c1"))
    assert not case_of(journal, "c1").links
    assert refused(desk, UnlinkCases(case="c2", other="c1")) == "not_linked"


# -- two desks ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """A folder in which the four cases stand."""
    folder = tmp_path_factory.mktemp("joining") / "data"
    folder.mkdir()
    shutil.copy(migrated, folder / FILE_NAME)
    wall = Wall()
    journal = open_journal(folder, wall)
    registered(Engine(journal, wall))
    journal.close()
    return folder


class Opened:
    """Two desks that begin with the same journal, each with a clock of its own."""

    def __init__(self, founded: Path, place: Path) -> None:
        self.walls = (Wall(), Wall())
        self.journals = []
        for name, wall in zip("ab", self.walls, strict=True):
            shutil.copytree(founded, place / name, ignore=shutil.ignore_patterns("identity.json"))
            self.journals.append(open_journal(place / name, wall))
        self.engines = [Engine(journal, wall) for journal, wall in zip(self.journals, self.walls, strict=True)]

    def close(self) -> None:
        for journal in self.journals:
            journal.close()


@pytest.fixture
def desks(founded: Path, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(founded, tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("first", [0, 1])
def test_two_desks_that_merged_crosswise_agree_on_one_that_goes_on(desks: Opened, first: int) -> None:
    acts = [MergeCases(case="c1", duplicates=("c2",)), MergeCases(case="c2", duplicates=("c1",))]
    for wait, which in enumerate((first, 1 - first)):
        desks.walls[which].advance((wait + 1) * MINUTE)
        done(desks.engines[which], acts[which])
    exchange(*desks.journals)
    exchange(*desks.journals)
    for journal in desks.journals:
        goes_on, merged = case_of(journal, "c1"), case_of(journal, "c2")
        assert (goes_on.stage, goes_on.merged_into, goes_on.absorbed) == ("to_judge", "", ("c2",))
        assert (merged.stage, merged.merged_into, merged.absorbed) == ("merged", "c1", ())
        assert "merged_crosswise" in [code for _, code in (*goes_on.irregular, *merged.irregular)]
    done(desks.engines[0], SplitCase(case="c2", words="两处"))
    assert case_of(desks.journals[0], "c2").open


ACTS = st.one_of(
    st.builds(
        lambda into, dup: MergeCases(case=into, duplicates=(dup,)), st.sampled_from(CASES), st.sampled_from(CASES)
    ),
    st.builds(lambda case: SplitCase(case=case, words="分开"), st.sampled_from(CASES)),
    st.builds(lambda one, two: LinkCases(case=one, other=two), st.sampled_from(CASES), st.sampled_from(CASES)),
    st.builds(lambda case: TellMerged(case=case, reached=True, solved=True), st.sampled_from(CASES)),
)
STEPS = st.lists(st.one_of(st.tuples(st.sampled_from((0, 1)), ACTS), st.just("meet")), max_size=14)


@given(steps=STEPS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_merged_and_split_in_any_order_on_two_desks_every_story_stays_and_both_agree(
    founded: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, Command] | str]
) -> None:
    desks = Opened(founded, tmp_path_factory.mktemp("two"))
    try:
        before = {case: case_of(desks.journals[0], case) for case in CASES}
        for step in steps:
            if isinstance(step, str):
                exchange(*desks.journals)
                continue
            which, command = step
            desks.walls[which].advance(MINUTE)
            assert isinstance(desks.engines[which].execute(command), Done | RefusedBy)
        exchange(*desks.journals)
        exchange(*desks.journals)
        assert canonical_digest(desks.journals[0].connection) == canonical_digest(desks.journals[1].connection)
        states = {case: case_of(desks.journals[0], case) for case in CASES}
        for case, state in states.items():
            told = (state.number, state.title, state.reporter, state.phone)
            assert told == (before[case].number, before[case].title, before[case].reporter, before[case].phone)
            assert (state.stage == "merged") == bool(state.merged_into)
            assert case not in (state.merged_into, *state.absorbed)
            if state.merged_into:  # never two that went into each other
                assert states[state.merged_into].merged_into != case
        assert rebuild(desks.journals[0].connection).changed == 0
    finally:
        desks.close()

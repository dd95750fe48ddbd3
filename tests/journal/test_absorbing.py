"""What comes from elsewhere: nothing of it makes the journal fail, and the order of arrival changes nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.verify import verify
from everything_shown import ask_everything
from hostile import history
from other_desks import OtherDesk, exchange

from conftest import NOW, Wall

Opener = Callable[[str], Journal]


@pytest.fixture
def opened(tmp_path: Path, migrated: Path, wall: Wall) -> Iterator[Opener]:
    """Opens journals in folders of their own."""
    journals = []

    def make(name: str) -> Journal:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(migrated, folder / FILE_NAME)
        journals.append(open_journal(folder, wall))
        return journals[-1]

    yield make
    for journal in journals:
        journal.close()


SUBJECTS = (
    *("office/main", "node/n9", "limit/l", "calendar/2026", "category/c", "unit/D01", "place/p", "person/P1"),
    *("appointment/a", "plan/p", "drill/d", "shift/s", "seat/n1", "case/c1", "whistle/w", "report_in/w/D01"),
    *("report_in/w/D0/1", "report_in/w/D0", "report_in/w", "report_in", "post/w", "order/w/o", "order", "sitrep/w/s"),
    *("sitrep", "review/w", "case", "tomorrow/x", "", "/"),
)


@pytest.mark.parametrize("seed", range(60))
def test_garbage_from_elsewhere_is_kept_folded_and_shown(opened: Opener, seed: int) -> None:
    garbage_is_kept_folded_and_shown(opened, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60, 300))
def test_much_garbage_from_elsewhere_is_kept_folded_and_shown(opened: Opener, seed: int) -> None:
    garbage_is_kept_folded_and_shown(opened, seed)


def garbage_is_kept_folded_and_shown(opened: Opener, seed: int) -> None:
    """Three desks tell lies about everything; two journals hear them in different order and come to the same."""
    chance = random.Random(seed)
    desks = [OtherDesk(node) for node in ("n1", "n2", "n3")]
    for subject in SUBJECTS:
        for fact in history(chance, subject):
            chance.choice(desks).retell(fact)
    events = [event for desk in desks for event in desk.events]
    privates = [private for desk in desks for private in desk.privates]
    first, second = opened("first"), opened("second")
    took = first.absorb(events, privates)
    assert (took.new, took.rejected) == (len(events), ())
    chance.shuffle(events)
    for start in range(0, len(events), 7):
        second.absorb(events[start : start + 7], privates)
    exchange(first, second)
    assert canonical_digest(first.connection) == canonical_digest(second.connection)
    assert rebuild(second.connection).changed == 0
    assert verify(second.connection).whole
    assert ask_everything(second.folder, NOW)


SECRET = "王某某住在三单元"


def seven() -> tuple[OtherDesk, OtherDesk]:
    """A desk that registers a case, and another that erases its words."""
    desk, eraser = OtherDesk("n1"), OtherDesk("n2")
    desk.write("case/c1", "case.registered", {"number": "1"}, {"title": SECRET})
    eraser.write("case/c1", "case.private_erased", {"up_to": {"n1": 2}}, seen={"n1": 2})
    return desk, eraser


def test_a_private_part_may_come_after_its_event(opened: Opener) -> None:
    desk, _ = seven()
    journal = opened("late")
    journal.absorb(desk.events)
    assert journal.folded("case/c1").state.erased
    assert journal.absorb([], desk.privates).changes.subjects == {"case/c1"}
    assert journal.folded("case/c1").state.title == SECRET
    assert rebuild(journal.connection).changed == 0
    assert journal.connection.execute("SELECT title FROM case_row").fetchone() == (SECRET,)


def test_what_was_erased_is_not_taken_in_again_whichever_came_first(opened: Opener) -> None:
    desk, eraser = seven()
    for name, parts in (
        ("erasure last", [(desk.events, desk.privates), (eraser.events, [])]),
        ("erasure first", [(eraser.events, []), (desk.events, desk.privates)]),
        ("private part last", [(eraser.events, []), (desk.events, []), ([], desk.privates)]),
        ("all at once", [(eraser.events + desk.events, desk.privates)]),
    ):
        journal = opened(name)
        for events, privates in parts:
            journal.absorb(events, privates)
        assert journal.connection.execute("SELECT count(*) FROM private").fetchone() == (0,), name
        assert journal.folded("case/c1").state.title == "", name
        assert verify(journal.connection).erased == 1, name


def test_a_private_part_that_does_not_fit_its_digest_is_left_out(opened: Opener) -> None:
    desk, _ = seven()
    journal = opened("forged")
    node, seq, salt, _content = desk.privates[0]
    journal.absorb(desk.events, [(node, seq, salt, '{"title":"another"}')])
    assert journal.folded("case/c1").state.title == ""

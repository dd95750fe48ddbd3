"""What the desk learns of closed cases: counted by a worker, kept beside the data, told with its age, never of another office."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.lessons import STALE_MS, suggest
from commandcenter.desk.lessons_job import FILE, learn
from commandcenter.domain.case_acts import ImportCases, Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.record import ListRecord
from commandcenter.domain.who_learned import VERSION
from pytestqt.qtbot import QtBot
from small_desk import Hand
from tests.conftest import NOW


def watched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


@pytest.fixture
def closed(hand: Hand) -> Desk:
    """A desk on which twelve cases of a kind were led by one section and three by another."""
    hand.do(
        ListRecord(subject="unit/S07", fields={"name": "综合执法队", "kind": "section", "relation": "direct"}),
    )
    rows = tuple(
        Matter(
            title="路边树枝断折压住电线",
            category="trees",
            community="A3",
            received_at=NOW - 40 * DAY - place,
            outcome={"stage": "closed", "lead": "S03" if place < 12 else "S07", "closed_at": NOW - 39 * DAY},
        )
        for place in range(15)
    )
    hand.do(ImportCases(rows=rows))
    return hand.desk


def test_a_worker_counts_what_was_closed_and_the_answer_tells_from_how_many(closed: Desk, qtbot: QtBot) -> None:
    asked = {"category": "trees", "title": "树枝断折", "community": "A3"}
    before = suggest(closed, **asked)
    assert (before.learned, before.learned_at) == ((), None)
    with qtbot.waitSignal(closed.lessons.learned, timeout=20_000):
        closed.lessons.learn()
    after = suggest(closed, **asked)
    assert [one.unit for one in after.learned] == ["S03", "S07"]
    assert (after.cases, after.learned_at) == (15, NOW)
    why = after.learned[0].evidence[0]
    assert (why.rule, why.led, why.of, len(why.cases)) == ("kind_here", 12, 15, 12)
    assert closed.lessons.split == {"trees": 15}


def test_the_split_counts_open_and_ended_cases_alike(closed: Desk, hand: Hand) -> None:
    for category in ("trees", "noise", ""):
        hand.do(RegisterCase(matter=Matter(title="新的一件", category=category)))
    assert closed.read.lessons.by_category() == {"trees": 16, "noise": 1, "": 1}


def test_what_was_learned_is_there_again_after_a_start_and_grows_old(
    closed: Desk, qtbot: QtBot, clock: SetClock
) -> None:
    learn(watched, str(closed.folder), "", NOW)
    model = closed.lessons.model
    assert model is not None
    assert model.cases == 15
    closed.lessons.freshen()
    assert not closed.lessons.learning
    clock.advance(STALE_MS + 1)
    with qtbot.waitSignal(closed.lessons.learned, timeout=20_000):
        closed.lessons.freshen()
    assert closed.lessons.model is not None
    assert closed.lessons.model.learned_at == clock.now()


@pytest.mark.parametrize(
    "kept",
    ["", "{", "[]", '{"version": 0}', json.dumps({"version": VERSION, "cases": "many"}), '{"version": 1, "cases": 3}'],
)
def test_a_damaged_file_is_as_if_there_were_none(desk: Desk, kept: str) -> None:
    (desk.folder / FILE).write_text(kept, "utf-8")
    assert desk.lessons.model is None
    assert suggest(desk, title="树枝").learned == ()


def test_what_another_office_learned_teaches_nothing_here(closed: Desk) -> None:
    learn(watched, str(closed.folder), "", NOW)
    path: Path = closed.folder / FILE
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"office": "another"}), "utf-8")
    assert closed.lessons.model is None


def test_no_rare_word_of_a_citizen_is_in_the_file(closed: Desk, hand: Hand) -> None:
    rare = Matter(
        title="王某某手机号丢失",
        category="lost",
        received_at=NOW - 30 * DAY,
        outcome={"stage": "closed", "lead": "S03", "closed_at": NOW - 29 * DAY},
    )
    hand.do(ImportCases(rows=(rare,)))
    learn(watched, str(closed.folder), "", NOW)
    kept = (closed.folder / FILE).read_text("utf-8")
    assert "树枝" in kept
    assert "王某" not in kept
    assert "手机" not in kept

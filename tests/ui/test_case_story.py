"""The story of a case: every entry in words, by the time it happened, and nothing told that nobody told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.kinds import KINDS
from commandcenter.domain.privacy import masked_fact
from commandcenter.ui.cases.story import case_story
from commandcenter.ui.cases.story_told import answer_in

pytestmark = pytest.mark.usefixtures("qapp")

NOW = 1_780_000_000_000
SILENT = {"case.deadline_acknowledged"}


def fact(verb: str, at: int, body: Mapping[str, Any] | None = None, private: Mapping[str, Any] | None = None) -> Fact:
    fact.count += 1  # type: ignore[attr-defined]
    number = fact.count  # type: ignore[attr-defined]
    return Fact(
        id=EventId("n", number),
        hlc=number,
        happened_at=at,
        recorded_at=NOW,
        subject="case/c",
        kind=f"case.{verb}",
        mode="live",
        actor="",
        role="",
        seat="",
        assurance="",
        on_behalf_of="",
        channel="",
        body=body or {},
        private=private,
    )


fact.count = 0  # type: ignore[attr-defined]


def story(*facts: Fact) -> list[str]:
    return [row.words for row in case_story(facts, NOW, str, str, str)]


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if kind.startswith("case.")))
def test_every_entry_of_a_case_has_its_words(kind: str) -> None:
    body = {"threshold": "due", "clock": "resolve", "due_at": NOW, "before": NOW}
    lines = story(fact(kind.partition(".")[2], NOW, body))
    assert len(lines) == (kind not in SILENT)
    assert not any(kind in line for line in lines)


def test_a_newer_export_tells_what_it_brought() -> None:
    outcome = {"closed_at": NOW - HOUR, "result": "solved", "solved": True, "satisfied": False}
    (line,) = story(fact("updated", NOW, {"outcome": outcome, "due_at": NOW - DAY}, {"answer": "已更换灯泡"}))
    for part in ("ended elsewhere", "solved? yes", "satisfied? no", "limit", "已更换灯泡"):
        assert part in line


def test_the_story_goes_by_the_time_things_happened() -> None:
    told = story(
        fact("noted", NOW - HOUR, private={"words": "second"}),
        fact("noted", NOW - DAY, private={"words": "first"}),
        fact("noted", NOW, private={"words": "third"}),
    )
    assert told == ["first", "second", "third"]


def test_the_first_handling_begins_and_the_next_goes_on() -> None:
    first, second = story(fact("handled", NOW - DAY), fact("handled", NOW))
    assert (first, second) == ("Work begins.", "Work goes on.")


def test_the_last_answer_is_the_one_that_stands() -> None:
    facts = [
        fact("imported", NOW - DAY, private={"answer": "已转办"}),
        fact("fed_back", NOW, private={"to_citizen": "已修好"}),
        fact("noted", NOW, private={"words": "x"}),
    ]
    assert answer_in(facts) == "已修好"
    assert answer_in(facts[:1]) == "已转办"


def test_the_name_of_a_file_is_no_name_of_a_person() -> None:
    shown = masked_fact(fact("attached", NOW, private={"name": "粘贴 0716.png"}))
    assert shown.words("name") == "粘贴 0716.png"
    assert masked_fact(fact("attached", NOW, private={"name": "13800001111.jpg"})).words("name") != "13800001111.jpg"

"""Every code of the domain has a Chinese word on paper, and sentences with gaps treat people's words as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commandcenter.domain import (
    drill,
    duty,
    handover,
    kinds,
    limit,
    numbering,
    open_items,
    rates,
    report_in,
    review,
    sitrep,
    unit,
    whistle,
)
from commandcenter.domain.deadline import THRESHOLDS
from commandcenter.reporting import words
from hypothesis import given
from hypothesis import strategies as st

INCIDENT = ("whistle", "report_in", "post", "order", "sitrep")

OPEN_CODES = ("LOST", "TRAPPED", "ORDER", "DECISION", "SUPPLY", "TRANSFER")
CODES = {
    "mode": ("real", "drill"),
    "whistle": tuple(numbering.PREFIXES),
    "whistle_stage": ("running", "stood_down", "false_alarm", "undone", "closed"),
    "relation": unit.RELATIONS,
    "relation_mark": unit.RELATIONS,
    "milestone": report_in.MILESTONES,
    "outcome": report_in.OUTCOMES,
    "overlay": report_in.ALARM_ORDER,
    "reason": (*report_in.REASONS, "stand_down", "false_alarm", "drill_ended", "real_event"),
    "clock": (*report_in.CLOCKS, *whistle.TOLD, "update", "final", "order"),
    "threshold": THRESHOLDS,
    "stage": whistle.STAGES,
    "told": whistle.TOLD,
    "fact": whistle.FACTS,
    "item": sitrep.ITEMS,
    "level": review.LEVELS,
    "sort": review.SORTS,
    "post_stage": ("none", "running", "supporting", "withdrawn"),
    "basis": limit.BASES,
    "channel": ("phone", "radio", "face", "page", "import", "system"),
    "call_result": ("no_answer", "busy", "reached"),
    "duty": ("lead", "assist"),
    "family": INCIDENT,
    "line": tuple(kind for kind in kinds.KINDS if kind.partition(".")[0] in INCIDENT),
    "default_text": unit.RELATIONS,
    "rate_count": rates.COUNTABLE,
    "watch_role": duty.ROLES,
    "watch_item": handover.SORTS,
    "watch_code": (
        "unsigned",
        "to_judge",
        "overdue",
        "read_back",
        "call_back",
        *(getattr(open_items, name) for name in OPEN_CODES),
    ),
    "rate_ground": rates.GROUNDS,
}


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in CODES.items() for code in codes])
def test_every_code_has_a_chinese_word(family: str, code: str) -> None:
    found = words.tables()[family][code]
    assert re.search(r"[\u4e00-\u9fff]", found) or found.startswith("{")


def test_the_ten_items_stand_in_the_order_of_the_rule() -> None:
    assert tuple(words.tables()["item"]) == sitrep.ITEMS


def test_every_mark_of_an_irregular_step_has_a_word() -> None:
    folder = Path(report_in.__file__).parent
    codes = set()
    for name in ("whistle", "report_in", "command_post", "order", "sitrep"):
        source = (folder / f"{name}.py").read_text("utf-8")
        codes.update(re.findall(r'irregular, \(fact\.id, "(\w+)"\)', source))
    assert codes
    assert codes <= set(words.tables()["irregular"])


def test_a_code_of_a_newer_program_is_shown_and_not_swallowed() -> None:
    assert words.word("milestone", "teleported") == "〔teleported〕"
    assert words.word("milestone", "") == ""


def test_a_part_without_its_value_is_left_out() -> None:
    pattern = "{unit}到场[，实到{people}人][，车辆{vehicles}台]"
    assert words.sentence(pattern, {"unit": "消防站", "people": "12"}) == "消防站到场，实到12人"
    assert words.sentence(pattern, {"unit": "消防站"}) == "消防站到场"


@given(st.text(max_size=60))
def test_what_people_say_is_never_read_as_a_pattern(said: str) -> None:
    assert words.sentence("{unit}报：{words}", {"unit": "[{words}]", "words": said}) == "[{words}]报：" + said


def test_default_texts_ask_and_never_order_those_who_are_requested() -> None:
    text = words.tables()["default_text"]["request"]
    assert "支援" in text
    assert drill.marked(text).startswith("【演练】")

"""Folds: they never raise whatever stands in a journal, and the order in which events arrive changes nothing."""

from __future__ import annotations

import random

import pytest
from commandcenter.domain.report_in import ReportIn, board_rank, overlay, running_clock
from commandcenter.domain.subjects import FAMILIES, family_of, folded
from hostile import history

SUBJECTS = (
    *(f"{family}/x" for family in FAMILIES),
    *(
        "report_in/w/D01",
        "report_in/w/D0/1",
        "report_in/w",
        "report_in",
        "order/w/o1",
        "order",
        "sitrep/w/s1",
        "sitrep",
    ),
    *("tomorrow/x", "", "/"),
)
SEEDS = range(150)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_history_makes_a_fold_raise(subject: str) -> None:
    for seed in SEEDS:
        state = folded(subject, history(random.Random(seed), subject))
        for line in family_of(subject).deadlines(state):
            assert isinstance(line.warn_at, int)
        if isinstance(state, ReportIn):
            assert overlay(state, 10**12) is not None
            assert board_rank(state, 10**12)
            assert running_clock(state) is None or running_clock(state).due_at


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_order_of_arrival_changes_no_state(subject: str) -> None:
    for seed in SEEDS:
        chance = random.Random(seed)
        facts = history(chance, subject)
        shuffled = list(facts)
        chance.shuffle(shuffled)
        assert folded(subject, shuffled) == folded(subject, facts), seed

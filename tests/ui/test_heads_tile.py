"""The tile of people who came: a count while few were asked for, a share from ten on."""

from __future__ import annotations

from commandcenter.domain.indicators import Heads
from commandcenter.ui.study.model import _heads_tile


def test_few_people_are_a_count_and_never_a_percentage() -> None:
    few = _heads_tile(Heads(asked=6, came=5, units=1, not_told=2, counted=1))
    assert (few.value, few.unit, few.parts) == ("5 / 6", "", "")
    many = _heads_tile(Heads(asked=10, came=5, units=2, not_told=0, counted=2))
    assert (many.value, many.unit, many.parts) == ("50.0", "%", "5 / 10")
    assert _heads_tile(Heads()).value == "—"

"""Lessons of closed cases: counted right, explained by counts, kept and read back, and never made of what was not seen."""

from __future__ import annotations

import json

from commandcenter.domain.who_learned import (
    EXAMPLES,
    LEAST,
    Lesson,
    Model,
    from_plain,
    hit_rate,
    learn,
    pairs_of,
    suggest,
    to_plain,
)
from hypothesis import given
from hypothesis import strategies as st

UNITS = ("S03", "S04", "D15")
lessons = st.lists(
    st.builds(
        Lesson,
        case=st.uuids().map(str),
        unit=st.sampled_from((*UNITS, "")),
        category=st.sampled_from(("树", "水", "")),
        community=st.sampled_from(("A1", "A2", "")),
        place=st.sampled_from(("J01", "J02", "")),
        title=st.sampled_from(("路边树枝断折", "院里积水没过门槛", "夜间施工噪声", "", "的的的")),
    ),
    max_size=60,
)


@given(lessons)
def test_counts_are_those_of_a_slow_look(found: list[Lesson]) -> None:
    model = learn(found, 7)
    led = [one for one in found if one.unit]
    assert model.cases == len(led) == sum(model.units.values())
    for category in ("树", "水"):
        for unit in UNITS:
            slow = [one.case for one in led if one.category == category and one.unit == unit]
            assert model.kinds.get(category, {}).get(unit, 0) == len(slow)
            assert list(model.examples.get(f"kinds\n{category}\n{unit}", ())) == slow[:EXAMPLES]
    for pair, counts in model.pairs.items():
        assert sum(counts.values()) == sum(pair in pairs_of(one.title) for one in led) >= LEAST


@given(lessons, st.sampled_from(("树", "水", "没见过")), st.sampled_from(("路边树枝断折", "从未见过的事")))
def test_suggestions_are_explained_by_counts_that_hold(found: list[Lesson], category: str, title: str) -> None:
    model = learn(found, 7)
    told = suggest(model, Lesson("", "", category, "A1", "J01", title))
    assert len(told) <= 3
    assert [one.score for one in told] == sorted((one.score for one in told), reverse=True)
    for one in told:
        assert 0 <= one.share <= 1
        assert one.unit in model.units
        for why in one.evidence:
            assert 0 < why.led <= why.of <= model.cases
            assert all(any(lesson.case == case and lesson.unit == one.unit for lesson in found) for case in why.cases)


def test_what_usually_happened_comes_first_and_says_how_often() -> None:
    told = [Lesson(f"c{n}", "D15", "树", "A1", "", "树枝断了") for n in range(36)]
    told += [Lesson(f"d{n}", "S03", "树", "A1", "", "树枝断了") for n in range(5)]
    told += [Lesson(f"e{n}", "S04", "水", "A1", "", "院里积水") for n in range(40)]
    best = suggest(learn(told, 0), Lesson("", "", "树", "A1", "", "大树枝断了"))[0]
    assert best.unit == "D15"
    why = best.evidence[0]
    assert (why.rule, why.of, why.led) == ("kind_here", 41, 36)
    assert hit_rate(learn(told, 0), told[:36]) == (36, 36, 36)


def test_nothing_learned_suggests_nothing() -> None:
    assert suggest(Model(), Lesson("", "", "树", "A1", "", "树枝")) == []
    assert suggest(learn([Lesson("c", "S03", "树")], 0), Lesson("", "", "水", "", "", "")) == []


def test_a_rare_word_of_a_citizen_is_not_kept() -> None:
    told = [Lesson(f"c{n}", "S03", "树", "", "", "普通标题") for n in range(9)] + [
        Lesson("x", "S03", "树", "", "", "王某某电话")
    ]
    model = learn(told, 0)
    assert "普通" in model.pairs
    assert "某电" not in model.pairs


@given(lessons)
def test_what_was_learned_is_read_back_as_it_was(found: list[Lesson]) -> None:
    model = learn(found, 7)
    kept = from_plain(json.loads(json.dumps(to_plain(model))))
    assert kept is not None
    assert to_plain(kept) == to_plain(model)
    lesson = Lesson("", "", "树", "A1", "J01", "路边树枝断折")
    assert suggest(kept, lesson) == suggest(model, lesson)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_a_damaged_file_is_learned_anew(told: object) -> None:
    assert from_plain(told) is None
    assert from_plain({"version": 1, "cases": told}) is None

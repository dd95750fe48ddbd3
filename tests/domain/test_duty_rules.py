"""The responsibility list: what an item must tell, how the list splits, and who is proposed with which reasons."""

from __future__ import annotations

from typing import Any

import pytest
from commandcenter.domain.gate import MatterKind
from commandcenter.domain.record import check
from commandcenter.domain.refusal import Refused
from commandcenter.domain.responsibility import BASES, BLOCKS, PARTS, Item, case_split, covers, depth, in_order, shares
from commandcenter.domain.unit import Unit
from commandcenter.domain.who_acts import Asked, Proposal, matches, propose
from hypothesis import given
from hypothesis import strategies as st

TOPS, LEAVES = ("供排水", "园林绿化", "消防"), ("道路积水", "树木修剪", "楼道堆物")


def unit(key: str, kind: str = "section", *, active: bool = True, tasks: str = "") -> Unit:
    return Unit(key, f"{key}名", kind, "direct", "", {}, (), "", active, tasks=tasks)


UNITS = {
    "S03": unit("S03"),
    "S04": unit("S04", tasks="消防检查、值守"),
    "S09": unit("S09", active=False),
    "D09": unit("D09", "department"),
    "D15": unit("D15", "department"),
    "A1": unit("A1", "community"),
}

DRAINS = Item(
    "1", "1", "city", "协调排水", "organise", "排水所", "D09", "S03", "条例", "regulation", ("供排水",), ("积水",)
)
TREES = Item(
    "2", "2", "city", "配合园林", "assist", "园林所", "D15", "S03", "条例", "regulation", ("园林绿化",), ("树",)
)
WARD = Item("3", "10", "safety", "负责值守", "hold", "", "", "S04", "法", "law", ("供排水/道路积水",), ())

kinds = st.lists(
    st.one_of(st.sampled_from(TOPS), st.builds("/".join, st.tuples(st.sampled_from(TOPS), st.sampled_from(LEAVES)))),
    max_size=3,
)
items = st.builds(
    Item,
    id=st.text("abcdef", min_size=1, max_size=3),
    number=st.integers(1, 120).map(str),
    block=st.sampled_from(BLOCKS),
    text=st.just("事项"),
    part=st.sampled_from(PARTS),
    lead=st.sampled_from(("", "某部门")),
    lead_unit=st.sampled_from(("", "D09", "D15", "X9")),
    unit=st.sampled_from(("", "S03", "S04", "S09", "A1")),
    basis_type=st.sampled_from(BASES),
    kinds=kinds.map(tuple),
    words=st.lists(st.sampled_from(("积水", "树", "噪声")), max_size=2).map(tuple),
    origin=st.sampled_from(("base", "added", "removed")),
)
asked = st.builds(
    Asked,
    path=st.tuples(st.sampled_from(TOPS), st.sampled_from(LEAVES)) | st.just(()),
    words=st.sampled_from(("院里积水", "树枝断了", "")),
    community=st.sampled_from(("", "A1", "A9")),
    grid=st.sampled_from(("", "A1-01")),
    chief=st.sampled_from(("", "陶天佑")),
)


def told(**changes: Any) -> dict[str, Any]:
    fields = {"number": "1", "block": "city", "text": "办事", "part": "hold", "basis_type": "law", "origin": "base"}
    return fields | changes


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": " "}, "duty_text_missing"),
        ({"number": ""}, "duty_text_missing"),
        ({"block": "城市"}, "duty_block_unknown"),
        ({"part": "do"}, "duty_part_unknown"),
        ({"part": "assist"}, "duty_lead_missing"),
        ({"basis_type": "hearsay"}, "duty_basis_unknown"),
        ({"origin": "lost"}, "duty_origin_unknown"),
        ({"origin": "added", "reason": "因为"}, "duty_reason_missing"),
        ({"origin": "removed", "procedure": "第3号"}, "duty_reason_missing"),
        ({"since": "2026-13-01"}, "not_a_date"),
    ],
)
def test_an_item_tells_what_it_must(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        check("responsibility/1", told(**changes))
    assert refused.value.code == code


def test_an_item_in_which_the_street_only_takes_part_names_who_leads() -> None:
    check("responsibility/1", told(part="assist", lead="园林所"))
    check("responsibility/1", told(part="assist", lead_unit="D15"))


def test_numbers_stand_in_the_order_of_counting_inside_their_block() -> None:
    assert [item.number for item in in_order([WARD, TREES, DRAINS])] == ["10", "1", "2"]


@given(st.lists(items, max_size=12))
def test_shares_count_what_is_in_force_and_nothing_else(found: list[Item]) -> None:
    told = shares(found)
    standing = [item for item in found if item.origin != "removed"]
    assert told.whole == len(standing) == sum(told.sources.values())
    for part in PARTS:
        share = told.of(part)
        assert share is None if not standing else share == sum(item.part == part for item in standing) / len(standing)
    if told.departmental is not None:
        named = [item for item in standing if item.basis_type != "untold"]
        assert told.departmental == sum(item.basis_type == "department" for item in named) / len(named)


@given(
    st.lists(items, max_size=8),
    st.dictionaries(st.tuples(st.sampled_from(TOPS), st.sampled_from(LEAVES)), st.integers(0, 99)),
)
def test_every_case_counts_once_in_the_split(found: list[Item], cases: dict[tuple[str, str], int]) -> None:
    split = case_split(found, cases)
    assert sum(split.values()) == sum(cases.values())
    outside = sum(n for path, n in cases.items() if not any(item.in_force and depth(item, path) for item in found))
    assert split["none"] == outside


def test_the_deeper_kind_wins_over_the_wider_one() -> None:
    asked = Asked(("供排水", "道路积水"), "积水")
    assert [item.id for _, item, _ in matches([DRAINS, WARD], asked)] == ["3", "1"]
    assert covers("供排水", ("供排水", "道路积水")) == 1
    assert covers("供排水/院落倒灌", ("供排水", "道路积水")) == 0


def test_a_part_taken_goes_to_who_leads_and_the_reasons_name_item_and_basis() -> None:
    found = propose(Asked(("园林绿化", "树木修剪"), "树枝", "A1", "A1-01", "陶天佑"), [TREES, DRAINS], (), UNITS)
    assert found.route == "transfer"
    assert [one.unit for one in found.leads] == ["D15", "S03"]
    reason = found.leads[0].reasons[0]
    assert (reason.rule, reason.words, reason.number, reason.basis) == ("item_kind", "园林绿化", "2", "条例")
    community = next(one for one in found.helpers if one.unit == "A1")
    assert [reason.rule for reason in community.reasons] == ["community", "grid", "chief"]


def test_what_has_no_category_is_known_by_its_words_and_a_unit_by_its_tasks() -> None:
    assert propose(Asked((), "门口积水了"), [DRAINS], (), UNITS).leads[0].unit == "S03"
    assert propose(Asked(("消防", "楼道堆物"), ""), [], (), UNITS).leads[0].unit == "S04"


def test_kinds_of_matters_add_who_usually_comes() -> None:
    kind = MatterKind("safety", "消防和安全隐患整治", ("S04", "D09"))
    found = propose(Asked(("消防", "楼道堆物"), ""), [], (kind,), UNITS)
    assert "D09" in [one.unit for one in found.helpers]


@given(asked, st.lists(items, max_size=8))
def test_nobody_is_proposed_without_reason_and_no_community_leads(asked: Asked, found: list[Item]) -> None:
    proposal: Proposal = propose(asked, found, (), UNITS)
    for one in (*proposal.leads, *proposal.helpers):
        assert one.reasons
        assert one.unit or one.name
        assert not one.unit or UNITS[one.unit].active
    assert all(UNITS[one.unit].kind != "community" for one in proposal.leads if one.unit)
    scores = [one.score for one in proposal.leads]
    assert scores == sorted(scores, reverse=True)
    assert proposal == propose(asked, list(reversed(found)), (), UNITS) or len({item.id for item in found}) < len(found)
    assert all(item.origin != "removed" for _, item, _ in matches(found, asked))

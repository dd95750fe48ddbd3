"""F08 to F12: what the papers of the post say - and that names of people who move stand on the transfer list alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from commandcenter.desk.printing_job import print_document
from commandcenter.domain.command_post import PostGroup
from commandcenter.domain.command_post_acts import ChangeShift, ChooseSite, Decide, HandOverPost, HoldMeeting, SetUpPost
from commandcenter.domain.event import DRILL, REAL
from commandcenter.domain.order import GiveOrder, SettleOrder
from commandcenter.domain.refusal import Refused
from commandcenter.domain.supply_acts import SettleSupply, TakeSupply
from commandcenter.domain.transfer_acts import CheckHousehold, ListHousehold, MoveHousehold
from commandcenter.domain.whistle_acts import BlowWhistle, SetFact, UnitCall
from played_incident import Desk

NAME, PHONE, ADDRESS, SAID = "王某某", "100-0000-9000", "砚池胡同9号院3室", "要看家不肯走"
APART = ("hand_over", "decision_log", "supply_sheet", "command_log", "review")


def played(folder: Any, mode: Any) -> Desk:
    desk = Desk.open(folder)
    told = {"mode": DRILL, "drill": "SC01"} if mode == DRILL else {}
    done = desk.do(BlowWhistle(units=(UnitCall(unit="D01"), UnitCall(unit="D03")), title="雨水倒灌", **told))
    desk.whistle = w = next(one for one in done.subjects if one.startswith("whistle/")).partition("/")[2]
    desk.at(4)
    desk.mark("D01", "arrived", people=6)
    desk.do(SetFact(whistle=w, fact="trapped", value=2))
    desk.do(ChooseSite(whistle=w, place_words="居委会二层", backup="小广场", grid="A1-03", hints=("upwind",)))
    groups = (PostGroup("警戒交通", "邓少杰", ("D03",)),)
    desk.do(SetUpPost(whistle=w, commander_name="沈建勋", place_words="居委会二层", radio="应急3频道", groups=groups))
    desk.at(10)
    desk.do(HoldMeeting(whistle=w, words="先救人，后排水", people=9))
    desk.do(Decide(whistle=w, words="转移低洼院", basis="预案第3条", unit="D03", as_order=True))
    desk.do(SetFact(whistle=w, fact="trapped", value=0))
    given = desk.do(
        GiveOrder(
            whistle=w,
            words="断电挂牌",
            unit="D01",
            danger="带电",
            gear="绝缘靴",
            bounds="9号院",
            orderer="孔文",
            verbal=True,
            read_back=True,
        )
    )
    desk.order = next(one for one in given.subjects if one.startswith("order/"))  # type: ignore[attr-defined]
    desk.do(SettleOrder(order=desk.order, verb="acknowledged", told_by="常峻", read_back=True))  # type: ignore[attr-defined]
    desk.do(SettleOrder(order=desk.order, verb="done", words="已断电", evidence="照片2张"))  # type: ignore[attr-defined]
    desk.at(20)
    for people, stage, address in ((5, "should", ADDRESS), (3, "sheltered", "11号院"), (2, "refused", "7号院")):
        desk.do(
            ListHousehold(
                whistle=w,
                address=address,
                people=people,
                stage=stage,
                name=NAME,
                phone=PHONE,
                words=SAID,
                priority=("elderly",),
                helper="贺雅宁",
            )
        )
    first = list(desk.engine.journal.subjects_below(f"transfer/{w}/"))
    states = {one: desk.engine.journal.folded(one).state for one in first}
    waiting = next(one for one, state in states.items() if state.stage == "should")
    there = next(one for one, state in states.items() if state.stage == "sheltered")
    desk.do(MoveHousehold(transfer=waiting, to="moved", people=4, words=SAID))
    desk.do(CheckHousehold(transfer=there, people=2))
    taken = desk.do(TakeSupply(whistle=w, item="对讲机", quantity=12, measure="部", unit="D03", taken_by="钟一鸣"))
    supply = next(one for one in taken.subjects if one.startswith("supply/"))
    desk.do(SettleSupply(supply=supply, way="returned", quantity=9))
    desk.do(SettleSupply(supply=supply, way="damaged", quantity=1, words="进水"))
    desk.at(30)
    desk.do(ChangeShift(whistle=w, out="沈建勋", into="葛大为", words="逐条另读"))
    desk.do(
        HandOverPost(whistle=w, to="区指挥部", words="现场两组", risks="二次倒灌", resources="水泵2台", giver="葛大为")
    )
    return desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    found = played(tmp_path_factory.mktemp("tasks"), REAL)
    yield found
    found.close()


def said(desk: Desk, form: str, subject: str = "") -> str:
    """Everything a form says, in one piece."""
    return json.dumps(desk.document(form, now=40, subject=subject), ensure_ascii=False)


def test_a_task_order_tells_bounds_danger_gear_who_took_it_and_what_shows_the_result(desk: Desk) -> None:
    text = said(desk, "order_sheet", desk.order)  # type: ignore[attr-defined]
    for part in (
        "断电挂牌",
        "9号院",
        "带电",
        "绝缘靴",
        "孔文（口头指示，已复述）",
        "常峻，复述无误",
        "已断电",
        "照片2张",
    ):
        assert part in text
    with pytest.raises(Refused):
        desk.document("order_sheet", subject=f"order/{desk.whistle}/nothing")


def test_a_decision_is_printed_with_what_was_known_then(desk: Desk) -> None:
    text = said(desk, "decision_log")
    assert "被困2人，受伤不明，疏散不明" in text
    assert "召集2个单位，响应1个，到场1个，在场6人" in text
    assert "险情：不明" in text
    assert "预案第3条" in text
    assert "已下指令，未报结果" in text
    assert "先救人，后排水" in text


def test_the_transfer_list_adds_up_and_says_what_does_not(desk: Desk) -> None:
    text = said(desk, "transfer_list")
    sums = "登记10人＝应转1人＋已联系0人＋已转出4人＋已安置3人＋投亲靠友0人＋已返回0人＋拒绝转移2人；差数1人，待核"
    assert sums in text
    for part in (NAME, PHONE, ADDRESS, "老年", "点名2人（差1人）"):
        assert part in text


@pytest.mark.parametrize("form", APART)
def test_no_other_paper_names_who_moves(desk: Desk, form: str) -> None:
    text = said(desk, form)
    assert not [part for part in (NAME, PHONE, ADDRESS, SAID) if part in text]


def test_supplies_tell_what_is_out_and_why_something_is_gone(desk: Desk) -> None:
    text = said(desk, "supply_sheet")
    assert "共领用1笔，未了结1笔：对讲机2部" in text
    assert "对讲机损坏1部：进水" in text


def test_the_hand_over_tells_the_site_the_shift_the_risks_and_the_names(desk: Desk) -> None:
    text = said(desk, "hand_over")
    for part in ("已核对：上风", "未核对：高处", "小广场", "应急3频道", "换班：沈建勋交葛大为", "二次倒灌", "水泵2台"):
        assert part in text
    assert "指挥权移交区指挥部，街道转为配合" in text


def test_every_paper_of_a_drill_bears_its_mark(tmp_path: Any, pages: Callable[[bytes], list[str]]) -> None:
    desk = played(tmp_path, DRILL)
    try:
        papers = {"order_sheet": desk.order}  # type: ignore[attr-defined]
        papers |= dict.fromkeys(("decision_log", "transfer_list", "supply_sheet"), f"whistle/{desk.whistle}")
        for form, subject in papers.items():
            told = print_document(lambda _done, _of: None, str(tmp_path), "", form, subject)
            assert told["mode"] == DRILL
            for page in pages(told["pdf"]):
                assert "演练" in page.replace(" ", "")
                assert "内部" in page.replace(" ", "")
    finally:
        desk.close()

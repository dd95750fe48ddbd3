"""The working papers: what is read out, ticked and signed; and the mark of a drill on every page of everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from commandcenter.reporting.press import compile_pdf, readable
from paper_text import squeezed
from played_incident import Desk, play

ALL = (
    *("review", "whistle_order", "call_sheet", "sign_in_sheet", "hand_over", "command_log"),
    "situation_report",
)


@pytest.mark.parametrize("name", ALL)
def test_every_page_of_a_drill_says_so(name: str, drill: Desk, pages: Callable[[bytes], list[str]]) -> None:
    found = pages(compile_pdf(name, drill.document(name)))
    assert found
    for text in found:
        assert squeezed(text).count("演练") >= 2
        assert "演-YJ-2026-0716-A01" in squeezed(text)
        assert "样例" in squeezed(text)


@pytest.mark.parametrize("name", ALL)
def test_no_page_of_a_real_incident_bears_a_drill_mark(
    name: str, real: Desk, pages: Callable[[bytes], list[str]]
) -> None:
    for text in pages(compile_pdf(name, real.document(name))):
        assert "演练" not in squeezed(text).replace("培训演练", "")
        assert "样例" not in text


def test_the_call_sheet_has_order_contacts_and_words_by_relation(
    real: Desk, running_text: Callable[[bytes], str]
) -> None:
    document = real.document("call_sheet")
    units = {line["name"]: line for line in document["units"]}
    assert [line["ordinal"] for line in document["units"]] == list(range(1, 14))
    assert "城市管理办公室" not in units  # it came unasked: nobody has to call it
    squad = units["青榆街道综合行政执法队"]
    assert squad["text"] == (
        "【应急响应】21:38 望潮公寓A座（底商“阿婆小馆”），望潮公寓A座底商燃气泄漏，勿开关电器。请到场，清障、维持秩序。"
        "集结点：望潮停车场。联系：100-0000-0008。请回复“收到+出发时间”。"
    )
    assert "请支援" in units["榆和消防救援站"]["text"]
    assert "请支援" not in units["青榆派出所"]["text"]
    assert [line["phone"] for line in squad["contacts"]] == ["100-0000-3007", "100-0000-3107", "100-0000-2007"]
    assert (squad["called"], squad["answered"], squad["read_back"]) == ("21:39", "21:40", True)
    assert units["区住建委房管所"]["state"] == "拒绝报到"
    found = running_text(compile_pdf("call_sheet", document))
    for line in document["units"]:
        assert squeezed(line["text"]) in found
    assert "我已收到" in found
    there = {line["name"]: line["text"] for line in document["basics"]}["属地"]
    assert there == "书记 蒋望潮 100-0000-0301", "who answers for the place is on the list of calls"
    assert squeezed(there) in found


def test_words_of_a_drill_begin_with_its_mark(drill: Desk) -> None:
    texts = [line["text"] for line in drill.document("call_sheet")["units"]]
    assert texts
    assert all(text.startswith("【演练】") for text in texts)


def test_the_sign_in_sheet_lists_who_is_to_come_and_spare_lines(real: Desk) -> None:
    document = real.document("sign_in_sheet")
    names = [line["name"] for line in document["units"]]
    assert "榆和区应急管理局（区应急指挥中心）" not in names
    assert "区住建委房管所" not in names
    assert "属地物业联合班" not in names
    assert "供电公司青榆抢修班" in names
    assert document["spare"] > 0


def test_the_hand_over_sheet_while_people_are_out_there(tmp_path: Path) -> None:
    from commandcenter.domain.order import GiveOrder
    from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall

    desk = Desk.open(tmp_path / "data")
    blown = desk.do(BlowWhistle(units=(UnitCall(unit="D03"), UnitCall(unit="D07")), title="积水"))
    desk.whistle = blown.subjects[0].partition("/")[2]
    desk.at(6)
    desk.mark("D03", "arrived", people=5)
    desk.mark("D07", "arrived")
    desk.do(GiveOrder(whistle=desk.whistle, words="封闭下穿路", unit="D03"))
    document = desk.document("hand_over", now=8)
    desk.close()
    assert [(line["name"], line["people"]) for line in document["forces"]] == [
        ("青榆派出所", "5人"),
        ("青榆街道综合行政执法队", "不明"),
    ]
    assert [line["text"] for line in document["orders"]] == ["封闭下穿路"]
    assert document["post"] == {"known": False}


def test_the_situation_report_has_ten_items_and_says_what_nobody_knows(
    real: Desk, running_text: Callable[[bytes], str]
) -> None:
    document = real.document("situation_report", subject=real.report(2))
    items = {line["name"]: line["text"] for line in document["items"]}
    assert items == {"人员伤亡和损失": "2人查明，已自行就医", "发展趋势": "浓度复测合格"}
    assert document["repeated"].startswith("接报时间、信息来源、事发时间、事发地点、事件性质、影响范围、到场领导")
    assert document["repeated"].endswith("见第1期（初报，2026年7月16日22时03分），不再重复。")
    assert (document["issue"], document["paper"]["number"]) == ("第2期（续报一）", "续-0716-A01-1")
    first = {line["name"]: line["text"] for line in real.document("situation_report", subject=real.report(1))["items"]}
    assert len(first) == 10
    assert first["事发时间"] == "不详"
    assert document["heading"] == ["青榆街道突发事件信息报告"]
    found = running_text(compile_pdf("situation_report", document))
    assert "后续情况随时续报" in found
    assert "签发：沈建勋" in found
    assert "青榆街道办事处2026年7月16日" in found


def test_the_draft_on_the_screen_is_printed_as_it_stands(real: Desk, running_text: Callable[[bytes], str]) -> None:
    draft = {"stage": "update", "ordinal": 4, "items": {"loss": "受伤2人", "needs": "请派水泵"}}
    subject = f"sitrep/{real.whistle}/draft"
    document = real.document("situation_report", subject=subject, options={"draft": draft})
    assert {line["name"]: line["text"] for line in document["items"]} == {
        "人员伤亡和损失": "受伤2人",
        "建议和请求": "请派水泵",
    }
    assert document["signer"] == "待签"
    owed = real.document(
        "situation_report", subject=subject, options={"draft": draft | {"signer": "沈建勋", "oral": True}}
    )
    assert owed["signer"] == "沈建勋（口头同意，待补签）"
    assert "待签" in running_text(compile_pdf("situation_report", document))


def test_a_drills_report_begins_with_its_mark_and_goes_nowhere(drill: Desk) -> None:
    document = drill.document("situation_report")
    assert document["heading"][0].startswith("【演练】")
    assert document["closing"] == "本件为演练文稿，不对外报送。"
    assert document["paper"]["number"].startswith("演-")


def test_every_text_of_every_form_is_in_the_text_layer(real: Desk, running_text: Callable[[bytes], str]) -> None:
    from test_review_document import texts_in

    for name in ("whistle_order", "call_sheet", "sign_in_sheet", "hand_over", "command_log"):
        document = real.document(name)
        found = running_text(compile_pdf(name, document))
        missing = [text for text in texts_in(document) if squeezed(readable(text)) not in found]
        assert missing == [], name


def test_a_false_alarm_and_an_undone_whistle_are_printed(tmp_path: Path) -> None:
    from commandcenter.domain.whistle_acts import BlowWhistle, DeclareFalseAlarm, UndoWhistle, UnitCall

    desk = Desk.open(tmp_path / "data")
    units = (UnitCall(unit="D03"), UnitCall(unit="D07"))
    first = desk.do(BlowWhistle(units=units, title="烟雾")).subjects[0].partition("/")[2]
    desk.do(UndoWhistle(whistle=first))
    desk.at(1)
    second = desk.do(BlowWhistle(units=units, title="烟雾")).subjects[0].partition("/")[2]
    desk.whistle = second
    desk.call("D03")
    desk.do(DeclareFalseAlarm(whistle=second, words="烧烤"))
    document = desk.document()
    assert "判定为误报（烧烤）" in next(line["text"] for line in document["basics"] if line["name"] == "过程")
    assert next(line for line in document["units"] if line["ordinal"] == 2)["outcome"].startswith("已取消（误报")
    desk.whistle = first
    undone = desk.document()
    assert "收回" in next(line["text"] for line in undone["basics"] if line["name"] == "过程")
    assert [line["text"][:4] for line in undone["annex"]] == ["吹响应急", "收回本次"]
    for data in (document, undone):
        compile_pdf("review", data)
    desk.close()


def test_a_drill_that_was_ended_for_a_real_event(tmp_path: Path) -> None:
    from commandcenter.domain.whistle_acts import BlowWhistle, EndDrill, UnitCall

    desk = Desk.open(tmp_path / "data")
    units = (UnitCall(unit="D03"),)
    blown = desk.do(BlowWhistle(units=units, mode="drill", drill="SC01", plan="RQ-02"))
    desk.whistle = blown.subjects[0].partition("/")[2]
    desk.at(3)
    desk.do(EndDrill(whistle=desk.whistle))
    document = desk.document()
    desk.close()
    assert document["annex"][-1]["text"] == "演练终止（发生真实事件）"
    assert document["units"][0]["outcome"].startswith("已取消（演练终止")
    assert any(line["text"].startswith("演练（单人夜练") for line in document["basics"])


def test_play_needs_no_clock_of_its_own(tmp_path: Path) -> None:
    """Two plays of the same story print the same, whatever the real time is."""
    documents = []
    for name in ("one", "two"):
        desk = Desk.open(tmp_path / name)
        play(desk)
        documents.append(desk.document())
        desk.close()
    assert documents[0] == documents[1]

"""The review as data and on paper: a played incident told in the words of the office, nothing invented, nothing lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.review_job import version_to_sign
from commandcenter.domain.erasure import ErasePrivate
from commandcenter.domain.printed import RecordPrint
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.review import FinishAction, KeepVersion, SetFinding, SignReview
from commandcenter.domain.transfer_acts import ListHousehold
from commandcenter.domain.whistle_acts import BlowWhistle, CloseWhistle, Note, StandDown, UnitCall
from commandcenter.reporting.paper import digest_of_document
from commandcenter.reporting.press import compile_pdf, readable
from paper_text import squeezed
from played_incident import Desk, play

GOLDEN = Path(__file__).parent / "golden"


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a document, without the part about the print."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in ("paper", "document", "day", "sort"):
                yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


@pytest.mark.parametrize("name", ["review", "call_sheet", "whistle_order", "hand_over", "sign_in_sheet", "command_log"])
def test_the_document_of_the_played_incident(name: str, real: Desk) -> None:
    """Compared with the stored one; written anew when ``GOLDEN=1`` is set and somebody looks at the difference."""
    document = real.document(name)
    path = GOLDEN / f"{name}.json"
    if os.environ.get("GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    assert document == json.loads(path.read_text("utf-8"))


def test_every_text_of_the_document_is_in_the_text_layer(real: Desk, running_text: Callable[[bytes], str]) -> None:
    document = real.document()
    found = running_text(compile_pdf("review", document))
    missing = [text for text in texts_in(document) if squeezed(readable(text)).rstrip("。") not in found]
    assert missing == []
    assert "入人一大小工行水" in found


def row(document: dict[str, Any], unit: str) -> dict[str, Any]:
    found: dict[str, Any] = next(line for line in document["units"] if line["name"] == unit)
    return found


def times_of(document: dict[str, Any], unit: str) -> list[str]:
    return [cell["time"] for cell in row(document, unit)["cells"]]


def test_times_limits_and_overruns_of_a_department(real: Desk) -> None:
    traffic = row(real.document(), "榆和交通支队青榆中队")
    answered, left, arrived = traffic["cells"][1:4]
    assert (answered["time"], answered["late"], answered["over"]) == ("T+03:00", True, "")
    assert (left["time"], left["limit"], left["late"]) == ("T+07:30", "限10分", True)
    assert (arrived["time"], arrived["limit"], arrived["over"]) == ("T+22:30", "限20分", "超02:30")
    assert (traffic["relation"], traffic["asked"], traffic["came"]) == ("调", "—", "4")


def test_a_skipped_step_is_unknown_and_no_overrun_is_made_of_it(real: Desk) -> None:
    document = real.document()
    squad = row(document, "青榆街道综合行政执法队")["cells"]
    assert (squad[2]["time"], squad[2]["over"]) == ("不明", "")
    assert times_of(document, "城市管理办公室") == ["—", "不明", "不明", "T+06:42", "—", "T+66:00"]
    late = next(line["text"] for line in document["remarks"] if line["name"] == "超时")
    assert "青榆街道综合行政执法队" not in late


def test_requested_bodies_are_shown_and_not_judged(real: Desk) -> None:
    document = real.document()
    gas = row(document, "澜川燃气抢修一队")
    assert gas["judged"] is False
    assert gas["cells"][3]["over"] == "超03:00"
    late = next(line["text"] for line in document["remarks"] if line["name"] == "超时")
    assert "澜川燃气抢修一队" not in late
    assert "榆和交通支队青榆中队到场超2分30秒" in late


def test_who_refused_was_replaced_left_early_never_came_came_unasked(real: Desk) -> None:
    remarks = {line["name"]: line["text"] for line in real.document()["remarks"]}
    assert remarks["拒绝报到"] == "区住建委房管所（力量不足，夜间只有一人，值**报）。"
    assert "属地物业联合班（由供电公司青榆抢修班替代，物业夜班无人" in remarks["由他单位替代"]
    assert remarks["提前离场"].startswith("青榆社区卫生服务中心")
    assert remarks["始终未到"].startswith("青榆供热站值班组（两次呼叫无人接听，葛**报）")
    assert remarks["未召先到"] == "城市管理办公室。"
    assert remarks["失联已查清、已取消"] == "无。"


def test_who_is_only_informed_is_told_that_it_is_over_and_nothing_was_cancelled(real: Desk) -> None:
    document = real.document()
    assert row(document, "榆和区应急管理局（区应急指挥中心）")["outcome"].startswith("已告知解除（解除响应")
    assert any(line["text"].startswith("告知榆和区应急管理局（区应急指挥中心）已解除") for line in document["annex"])
    assert "取消" not in str(document["annex"])


def test_a_drill_owes_nobody_a_report(drill: Desk, running_text: Callable[[bytes], str]) -> None:
    document = drill.document()
    assert not [line for line in document["reports"] if line["name"] in ("报主要领导", "电话报区", "书面报区")]
    assert not [line for line in document["reports"] if line["limit"] != "—"]
    assert {"name": "首次报区", "text": "演练，不对外报送"} in document["figures"]
    assert "未报" not in str(document["reports"])
    assert "仅作演练，未外报" in running_text(compile_pdf("review", document))


def test_unknown_people_are_unknown_and_zero_was_told(real: Desk) -> None:
    people = {line["name"]: line["text"] for line in real.document()["people"]}
    assert people["被困"] == "不明"
    assert people["已疏散"] == "94人（应疏散96人）"
    early = {line["name"]: line["text"] for line in real.document("hand_over")["people"]}
    assert early["受伤"] == "1人（轻微，未送医）"


def test_reports_with_their_limits(real: Desk) -> None:
    reports = {line["name"]: line for line in real.document()["reports"]}
    assert reports["报主要领导"]["verdict"] == "按时"
    assert reports["书面报区"]["taken"] == "25:00"
    assert reports["续报（第2次报告）"]["taken"] == "33:00"
    assert reports["终报（第3次报告）"]["limit"] == "24小时"


def test_the_annex_tells_every_entry_with_its_marks(real: Desk) -> None:
    annex = real.document()["annex"]
    texts = [line["text"] for line in annex]
    struck = next(line for line in annex if "听错" in line["text"])
    assert struck["crossed"]
    assert struck["marks"] == ["已划去"]
    assert "更正：划去21:52:05的一条记录" in texts
    assert "更正：撤回榆和交通支队青榆中队21:52:17的“到场”" in texts
    late = next(line for line in annex if line["text"].startswith("榆和急救站到场"))
    assert (late["after"], late["marks"]) == ("T+09:06", ["补录于2026-07-16 21:49"])
    assert any(text.startswith("区住建委房管所拒绝报到，理由：力量不足（值**：夜间只有一人）") for text in texts)


def test_groups_orders_and_findings_stand_in_the_order_they_were_given(real: Desk) -> None:
    document = real.document()
    assert [group["name"] for group in document["post"]["groups"]] == ["综合协调", "疏散安置", "警戒交通"]
    assert [order["unit"] for order in document["orders"]] == [
        "榆和消防救援站",
        "青榆派出所",
        "望潮社区应急小队",
        "青榆派出所",
    ]
    assert document["orders"][3]["result"] == "21:59完成（逾期）：内外两圈已拉好"
    assert [found["text"][:4] for found in document["problems"]] == ["燃气抢修", "物业夜班"]


def test_the_digest_tells_whether_anything_changed(tmp_path: Path, running_text: Callable[[bytes], str]) -> None:
    desk = Desk.open(tmp_path / "data")
    play(desk)
    before = digest_of_document(desk.document(now=700))
    assert digest_of_document(desk.document(now=9000)) == before
    desk.do(RecordPrint(form="review", subject=f"whistle/{desk.whistle}", digest=before, vector=""))
    assert digest_of_document(desk.document(now=9000)) == before
    assert "补打，第2次打印" in running_text(compile_pdf("review", desk.document(now=9000)))
    desk.do(SetFinding(whistle=desk.whistle, words="另有一条"))
    assert digest_of_document(desk.document(now=9000)) != before
    desk.close()


def test_erased_words_are_said_to_be_erased_and_the_rest_stays(
    tmp_path: Path, running_text: Callable[[bytes], str]
) -> None:
    desk = Desk.open(tmp_path / "data")
    play(desk)
    whistle = desk.whistle
    subjects = [f"whistle/{whistle}", f"post/{whistle}", f"report_in/{whistle}/D08"]
    subjects += desk.engine.journal.subjects_below(f"order/{whistle}/")
    subjects += desk.engine.journal.subjects_below(f"sitrep/{whistle}/")
    for subject in subjects:
        desk.do(ErasePrivate(subject=subject, first="P1", second="P2", reason="事件处置完毕三十日"))
    document = desk.document()
    desk.close()
    basics = {line["name"]: line["text"] for line in document["basics"]}
    assert basics["事件"] == "（已依法销毁）"
    assert {order["text"] for order in document["orders"]} == {"（已依法销毁）"}
    assert document["post"]["deputy"] == "（已依法销毁）"
    assert row(document, "区住建委房管所")["outcome"] == "拒绝报到（力量不足，（已依法销毁），21:42:05）"
    assert {"name": "内容", "text": "（已依法销毁）"} in document["sitreps"][0]["items"]
    found = running_text(compile_pdf("review", document))
    for gone in ("老周", "阿婆小馆", "警戒圈", "入人一大小工行水"):
        assert gone not in found
    assert "拒绝报到" in found
    assert "T+22:30" in found


def test_a_running_incident_with_nothing_known_is_printed_too(tmp_path: Path) -> None:
    from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall

    desk = Desk.open(tmp_path / "data")
    blown = desk.do(BlowWhistle(units=(UnitCall(unit="D03"),)))
    desk.whistle = blown.subjects[0].partition("/")[2]
    document = desk.document(now=8)
    desk.close()
    basics = {line["name"]: line["text"] for line in document["basics"]}
    assert basics["地点"] == "不明（始终待定）"
    assert basics["事件"] == "不明"
    assert basics["预案"] == "未使用预案"
    assert times_of(document, "青榆派出所") == ["未通知", "未响应", "未出发", "未到场", "—", "—"]
    assert document["units"][0]["cells"][1]["over"] == "超03:00"
    assert document["post"] == {"known": False}
    assert {line["name"]: line["text"] for line in document["people"]}["受伤"] == "不明"
    assert {line["name"]: line["text"] for line in document["figures"]}["中位到场时间"] == "—"
    compile_pdf("review", document)


def test_limits_name_their_source_only_while_the_office_has_them_so(real: Desk) -> None:
    rows = {line["name"]: line for line in real.document()["limits"]}
    assert rows["电话报区"] == {"name": "电话报区", "value": "15分钟", "basis": "自定", "source": "区信息报送办法"}
    assert rows["响应"]["value"] == "3至5分钟"
    from commandcenter.reporting.background import Background
    from commandcenter.reporting.story import Story
    from commandcenter.reporting.units import limits_in_force

    incident, facts = _incident(real)
    changed = Background(office="某街道", limits={})
    found = limits_in_force(Story(incident, facts, changed, 0))
    assert {line["source"] for line in found} == {""}
    assert found[-1]["basis"] == "吹哨时的设定"
    assert replace(changed, sample=True).sample


def _incident(desk: Desk) -> tuple[Any, Any]:
    from commandcenter.desk.read import Read

    read = Read(desk.folder)
    try:
        return read.incidents.incident(desk.whistle), read.incidents.facts(desk.whistle)
    finally:
        read.close()


def kept_and_signed(desk: Desk, role: str = "leader") -> None:
    """Keep what the review says now, and sign it, as the screen does."""
    found = version_to_sign(unwatched, str(desk.folder), "", desk.whistle, printed_by="P1", now=desk.clock.now())
    desk.do(KeepVersion(whistle=desk.whistle, **found))
    desk.do(SignReview(whistle=desk.whistle, role=role))


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""


def test_a_signed_version_is_printed_as_it_was_signed(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    play(desk)
    desk.at(200)
    assert desk.document()["signing_note"] == ""
    kept_and_signed(desk)
    kept_and_signed(desk, "special_team")
    review = desk.engine.journal.folded(f"review/{desk.whistle}").state
    assert len(review.versions) == 1, "the second signature is on the same text"
    assert desk.document()["signing_note"] == "本件与签字的第1版一致。"
    signed = {row["role"]: row["name"] for row in desk.document()["signatures"]}
    assert all(signed[role] for role in ("复盘专班", "主管领导"))
    before = desk.document(options={"version": 1})
    desk.do(SetFinding(whistle=desk.whistle, words="后来才想到的一条"))
    now, then = desk.document(), desk.document(options={"version": 1})
    desk.close()
    assert now["signing_note"] == "第1版签字后又有改动，本件尚未签字。"
    assert {row["name"] for row in now["signatures"]} == {""}
    assert then["problems"] == before["problems"]
    assert "后来才想到的一条" in {row["text"] for row in now["problems"]}


def test_a_version_that_was_never_kept_is_not_made_up(real: Desk) -> None:
    with pytest.raises(Refused, match="version_missing"):
        real.document(options={"version": 7})


def test_a_change_tells_its_proof_and_a_finding_its_effect(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    play(desk)
    review = desk.engine.journal.folded(f"review/{desk.whistle}").state
    first = min(key for key, action in review.actions.items() if action.done_at is None)
    desk.do(FinishAction(whistle=desk.whistle, id=first, proof="拨测记录3份", verified_by="纪明远"))
    desk.do(SetFinding(whistle=desk.whistle, words="堵车", effect="晚到三分钟", cause="无交通接应", level="plan"))
    document = desk.document()
    desk.close()
    assert "拨测记录3份（纪明远核实）" in {row["proof"] for row in document["actions"]}
    assert "晚到三分钟" in {row["effect"] for row in document["problems"]}


def test_former_incidents_of_the_plan_stand_beside_this_one(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    play(desk)
    first = desk.document()["paper"]["number"]
    assert desk.document()["former"] == []
    desk.at(24 * 60)
    desk.do(BlowWhistle(units=(UnitCall(unit="D03"),), plan="RQ-02"))
    other = desk.engine.journal.subjects_below("whistle/")[-1]
    rows = desk.document(subject=other, now=24 * 60 + 5)["former"]
    desk.close()
    assert [row["number"] for row in rows][1:] == [first]
    assert rows[0]["number"].endswith("（本次）")
    assert (rows[0]["whole"], rows[1]["whole"]) == ("未结束", "94:00")


def test_a_long_silence_in_the_record_is_named(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    limit = {"value": 30, "unit": "minute", "basis": "office", "source": "街道值班制度"}
    desk.do(ListRecord(subject="limit/post.sitrep", fields=limit))
    desk.do(BlowWhistle(units=(UnitCall(unit="D03"),)))
    whistle = desk.engine.journal.subjects_below("whistle/")[-1]
    desk.whistle = whistle.partition("/")[2]
    desk.at(20)
    desk.do(Note(whistle=desk.whistle, words="现场平稳"))
    desk.at(90)
    desk.do(Note(whistle=desk.whistle, words="继续观察"))
    gaps = desk.document(now=95)["gaps"]
    desk.close()
    assert gaps == [{"from": "21:58（T+20:00）", "to": "23:08", "span": "1小时10分"}]


def test_the_text_of_a_signed_version_goes_with_the_personal_data(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    play(desk)
    kept_and_signed(desk)
    assert desk.document(options={"version": 1})["problems"]
    subject = f"kept_review/{desk.whistle}"
    desk.do(ErasePrivate(subject=subject, first="P1", second="P2", reason="事件处置完毕三十日"))
    with pytest.raises(Refused, match="version_missing"):
        desk.document(options={"version": 1})
    review = desk.engine.journal.folded(f"review/{desk.whistle}").state
    desk.close()
    assert review.versions[0].digest, "that it was signed, and what its digest was, stays"


def test_the_stand_down_wipes_no_failure_off_the_paper_and_stops_its_clocks(tmp_path: Path) -> None:
    """Silent and late ones that were called off stay in the list and in every count; whoever still had time does not."""
    desk = Desk.open(tmp_path / "data")
    blown = desk.do(
        BlowWhistle(units=(UnitCall(unit="D03"), UnitCall(unit="D08"), UnitCall(unit="D07"), UnitCall(unit="D25")))
    )
    desk.whistle = blown.subjects[0].partition("/")[2]
    desk.at(18)
    desk.do(ListHousehold(whistle=desk.whistle, address="9号院", people=4, stage="moved"))
    desk.mark("D07", "arrived", 4, people=5)
    desk.mark("D25", "answered", 2)
    desk.mark("D25", "left", 6)
    before = {line["name"]: line["text"] for line in desk.document(now=18)["figures"]}
    desk.do(
        StandDown(
            whistle=desk.whistle, words="险情排除", releases={"D07": 5}, cancels={"D03": "陈", "D08": "李", "D25": "周"}
        )
    )
    document = desk.document(now=60)
    after = {line["name"]: line["text"] for line in document["figures"]}
    assert before["响应"] == after["响应"] == "2个（共4个）"
    assert (before["到场"], after["到场"]) == ("1个（共4个）", "1个（共2个）")  # D08 and D25 still had time to come
    assert before["按时到场"] == after["按时到场"] == "1个（共2个）"
    late = next(line["text"] for line in document["remarks"] if line["name"] == "超时")
    assert "青榆派出所响应、出发、到场已过时限，21:56取消召集时仍无记录" in late
    assert "区住建委房管所响应、出发已过时限" in late
    assert "青榆社区卫生服务中心" not in late
    assert times_of(document, "青榆派出所")[1:4] == ["未响应", "未出发", "未到场"]
    assert "召集4个单位" in next(line["text"] for line in document["basics"] if line["name"] == "过程")
    assert {line["name"]: line["text"] for line in document["people"]}["已疏散"] == "名单4人（未列入要点）"
    desk.at(22)
    desk.mark("D07", "back")
    desk.do(CloseWhistle(whistle=desk.whistle, no_report_words="区里未要求", transfers_words="居民暂住亲戚家"))
    closed, long_after = desk.document(now=70), desk.document(now=900)
    desk.close()
    assert closed["reports"] == long_after["reports"]
    assert closed["units"] == long_after["units"]


def test_people_are_unknown_and_not_zero_while_nobody_counted_is_there(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "data")
    blown = desk.do(BlowWhistle(units=(UnitCall(unit="D03", ask=6), UnitCall(unit="D07", ask=8))))
    desk.whistle = blown.subjects[0].partition("/")[2]
    desk.at(30)
    desk.mark("D07", "arrived", 4)

    def told() -> str:
        return next(line["text"] for line in desk.document(now=60)["figures"] if line["name"] == "到位人数")

    assert told() == "不明（1个单位已到场，到场人数不明）"
    desk.mark("D03", "arrived", 9, people=5)
    assert told() == "只有1个单位两数都清楚：到场5人，请来6人，另有1个单位到场人数不明"
    desk.close()

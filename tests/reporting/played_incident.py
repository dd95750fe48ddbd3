"""A whole incident played through the real engine and journal, minute by minute, on a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data
from commandcenter.domain.clock import MINUTE, SECOND, at_local
from commandcenter.domain.command import Command, Who
from commandcenter.domain.command_post import PostGroup
from commandcenter.domain.command_post_acts import HandOverPost, SetUpPost, TakeBackPost, WithdrawPost
from commandcenter.domain.deadline_acts import AcknowledgeDeadline, RaiseDeadline
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.order import GiveOrder, SettleOrder
from commandcenter.domain.report_in_acts import (
    CameUnasked,
    Conclude,
    CountHeads,
    FindAgain,
    LogCall,
    LoseContact,
    Promise,
    ReadBack,
    RecordMilestone,
    WithdrawLast,
)
from commandcenter.domain.review import FinishAction, SetAction, SetFinding, SignReview
from commandcenter.domain.sitrep_acts import IssueReport
from commandcenter.domain.whistle_acts import (
    AddUnits,
    BlowWhistle,
    CloseWhistle,
    Confirm,
    LeaderOnTheWay,
    Note,
    SetFact,
    SetPlace,
    StandDown,
    Tell,
    UnitCall,
)
from commandcenter.domain.whistle_more_acts import StrikeNote
from commandcenter.journal.journal import open_journal

START = at_local(date(2026, 7, 16), 21, 38, 5)

UNITS: tuple[tuple[str, str, str, tuple[float | None, float | None, float | None]], ...] = (
    ("D01", "榆和消防救援站", "request", (None, None, None)),
    ("D02", "榆和急救站", "request", (None, None, None)),
    ("D03", "青榆派出所", "dispatch", (5, 10, 15)),
    ("D04", "榆和交通支队青榆中队", "dispatch", (5, 10, 20)),
    ("D07", "青榆街道综合行政执法队", "direct", (3, 5, 15)),
    ("D10", "澜川燃气抢修一队", "request", (5, 10, 30)),
    ("D08", "区住建委房管所", "dispatch", (5, 15, 45)),
    ("D27", "属地物业联合班", "dispatch", (3, 5, 10)),
    ("F02", "望潮社区应急小队", "direct", (3, 5, 10)),
    ("D05", "榆和区应急管理局（区应急指挥中心）", "report", (5, None, None)),
    ("D11", "供电公司青榆抢修班", "request", (5, 10, 40)),
    ("D25", "青榆社区卫生服务中心", "dispatch", (5, 10, 20)),
    ("D21", "青榆供热站值班组", "dispatch", (5, 15, 45)),
    ("S03", "城市管理办公室", "direct", (3, 5, 15)),
)

PEOPLE = {"P1": "唐以宁", "P2": "葛大为", "P3": "沈建勋"}

Records = tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]


def office_records(*, sample: bool = False) -> Records:
    """A small office: units, people, places, limits, one plan and one drill plan."""
    office = {"name": "青榆街道", "full_name": "青榆街道办事处", "phone": "100-0000-0008", "id": "qingyu"}
    records: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("office/main", office | ({"sample": True} if sample else {}), {}),
        ("place/A3", {"name": "望潮社区", "kind": "community"}, {}),
        ("place/A3-B1", {"name": "望潮公寓A座", "kind": "building", "community": "A3"}, {}),
        ("place/A3-M", {"name": "望潮停车场", "kind": "assembly", "community": "A3"}, {}),
        ("person/S1", {"post": "望潮社区书记"}, {"name": "蒋望潮", "phone": "100-0000-0301"}),
        ("appointment/S1", {"person": "S1", "role": "secretary", "target": "unit/A3"}, {}),
    ]
    for key, name, relation, limits in UNITS:
        fields = {
            "name": name,
            "kind": "community" if key == "F02" else "department",
            "relation": relation,
            "duty_phone": f"100-0000-20{key[1:]}",
            "limits": dict(zip(("answer", "leave", "arrive"), limits, strict=True)),
        }
        contacts = [
            {"name": "贺值班", "post": "值班员", "phone": f"100-0000-30{key[1:]}"},
            {"name": "韩带班", "post": "带班领导", "phone": f"100-0000-31{key[1:]}"},
        ]
        records.append((f"unit/{key}", fields, {"contacts": contacts}))
    records += [(f"person/{key}", {}, {"name": name}) for key, name in PEOPLE.items()]
    limits_in_force = (
        ("whistle.emergency.answer", 5, "minute", "verified", "平谷吹哨报到经验"),
        ("whistle.emergency.leave", 10, "minute", "office", "街道办公会议定"),
        ("whistle.emergency.arrive", 15, "minute", "office", "街道办公会议定"),
        ("report.leader", 5, "minute", "office", "街道值班制度"),
        ("report.district.phone", 15, "minute", "office", "区信息报送办法"),
        ("report.district.written", 40, "minute", "office", "区信息报送办法"),
        ("report.district.update", 60, "minute", "office", "区信息报送办法"),
        ("report.district.final", 24, "hour", "office", "区信息报送办法"),
    )
    records += [
        (f"limit/{key}", {"value": value, "unit": unit, "basis": basis, "source": source}, {})
        for key, value, unit, basis, source in limits_in_force
    ]
    plan = {
        "name": "餐饮底商燃气泄漏",
        "code": "RQ-02",
        "units": [
            {"unit": "D01", "duty": "lead", "why": "侦检、火场指挥"},
            {"unit": "D03", "why": "警戒、疏散", "ask": 6},
            {"unit": "D07", "why": "清障、维持秩序", "ask": 8},
            {"unit": "F02", "why": "逐户敲门、清点", "ask": 6},
        ],
        "groups": [{"name": "综合协调", "lead": "D07", "members": []}],
        "first_five": [
            {"text": "确认119已出动，补报门锁和灶具情况", "unit": "D01"},
            {"text": "上风处设警戒，禁止开关电器", "unit": "D03"},
            {"text": "逐户敲门，走楼梯，清点人数", "unit": "F02"},
        ],
        "texts": {
            "direct": "【应急响应】{time} {place}，{event}，勿开关电器。请到场，{ask}。集结点：{assembly}。"
            "联系：{contact}。请回复“收到+出发时间”。",
        },
    }
    script = {"name": "单人夜练·餐饮底商燃气泄漏", "plan": "RQ-02", "place": "A3-B1", "goals": [], "injects": []}
    return (*records, ("plan/RQ-02", plan, {}), ("drill/SC01", script, {}))


@dataclass
class Desk:
    """An engine on a real folder with a clock that is set by hand. ``at`` moves to minutes after the start."""

    folder: Path
    clock: SetClock
    engine: Engine
    whistle: str = ""

    @classmethod
    def open(cls, folder: Path, *, sample: bool = False) -> Desk:
        clock = SetClock(START)
        desk = cls(folder, clock, Engine(open_journal(folder, clock.now), clock.now))
        desk.do(FoundOffice(records=office_records(sample=sample)))
        return desk

    def at(self, minutes: float) -> None:
        self.clock.advance(START + round(minutes * MINUTE) - self.clock.now())

    def do(self, command: Command, who: str = "P1") -> Done:
        outcome = self.engine.execute(command, Who(who, "clerk", self.engine.journal.node))
        assert isinstance(outcome, Done), (command, outcome)
        return outcome

    def mark(self, unit: str, milestone: str, at: float | None = None, **more: Any) -> None:
        """A milestone now, or told late for an earlier minute."""
        happened = None if at is None else START + round(at * MINUTE)
        self.do(
            RecordMilestone(
                whistle=self.whistle, unit=unit, milestone=milestone, happened_at=happened, channel="phone", **more
            )
        )

    def call(self, unit: str, result: str = "reached", contact: int = 0) -> None:
        self.do(LogCall(whistle=self.whistle, unit=unit, result=result, contact=contact, channel="phone"))

    def document(
        self, name: str = "review", now: float = 12 * 60.0, subject: str = "", options: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """The data of a document at a minute after the start."""
        at = START + round(now * MINUTE)
        of = subject or f"whistle/{self.whistle}"
        return document_data(str(self.folder), "", name, of, options=options, printed_by="P1", now=at)[0]

    def report(self, ordinal: int) -> str:
        """The subject of a situation report by its ordinal."""
        journal = self.engine.journal
        found = {journal.folded(key).state.ordinal: key for key in journal.subjects_below(f"sitrep/{self.whistle}/")}
        return str(found[ordinal])

    def close(self) -> None:
        self.engine.journal.close()


def play(desk: Desk, *, drill: bool = False, words: Mapping[str, str] | None = None) -> None:
    """The whole incident: late and skipped steps, a refusal, a replacement, one unasked, orders, post, reports, end."""
    said = {
        "title": "望潮公寓A座底商燃气泄漏",
        "note": "后厨煤气味很重，三楼两位老人头晕；入人一大小工行水",
        "finding": "燃气抢修车被出租车堵在路口，交警开道晚了3分钟",
    } | dict(words or {})
    first = ("D01", "D02", "D03", "D04", "D07", "D10", "D08", "D27", "F02", "D05")
    blown = desk.do(
        BlowWhistle(
            units=tuple(UnitCall(unit=unit) for unit in first),
            plan="RQ-02",
            mode="drill" if drill else "real",
            drill="SC01" if drill else "",
            title=said["title"],
            place_words="后厨门锁着",
        )
    )
    whistle = desk.whistle = blown.subjects[0].partition("/")[2]
    desk.do(SetPlace(whistle=whistle, place="A3-B1", place_words="底商“阿婆小馆”"))
    desk.at(0.3)
    for unit in ("D01", "D02", "D03"):
        desk.call(unit)
    desk.mark("D01", "answered", read_back=True, told_by="通信员小李")
    desk.at(0.7)
    desk.mark("D02", "answered", told_by="调度员")
    desk.call("D27", "no_answer")
    desk.at(1.2)
    desk.mark("D03", "answered", read_back=True)
    desk.call("D10")
    desk.mark("D10", "answered")
    desk.do(Promise(whistle=whistle, unit="D10", at=START + 25 * MINUTE, people=4))
    desk.at(1.8)
    for unit in ("D04", "D07", "D08", "F02", "D05"):
        desk.call(unit)
    if not drill:
        desk.do(Tell(whistle=whistle, to="leader", told_by="沈建勋", words="同意，先撤人"))
    desk.at(2.4)
    desk.mark("D07", "answered", read_back=True)
    desk.mark("F02", "answered")
    desk.do(ReadBack(whistle=whistle, unit="F02"))
    desk.mark("D03", "left", people=6, vehicles=2)
    desk.do(Note(whistle=whistle, words=said["note"], told_by="住户来电", channel="phone"))
    desk.at(3.1)
    desk.call("D27", "busy", contact=1)
    desk.do(SetFact(whistle=whistle, fact="hazard", words="可燃气体泄漏，有爆燃可能"))
    desk.do(SetFact(whistle=whistle, fact="evacuated", value=0))
    desk.at(4.0)
    desk.mark("D05", "answered", told_by="区值班员")
    desk.mark("F02", "arrived", people=5)
    desk.do(RaiseDeadline(subject=f"report_in/{whistle}/D27", clock="answer", threshold="due"))
    desk.do(AcknowledgeDeadline(subject=f"report_in/{whistle}/D27", clock="answer"))
    desk.do(
        Conclude(
            whistle=whistle,
            unit="D08",
            outcome="refused",
            reason="short_of_forces",
            told_by="值班员老周",
            words="夜间只有一人",
        )
    )
    desk.do(LeaderOnTheWay(whistle=whistle, person="P3"))
    desk.at(5.5)
    desk.mark("D03", "arrived", people=6)
    desk.do(
        Conclude(
            whistle=whistle, unit="D27", outcome="replaced", substitute="D11", words="物业夜班无人，改派供电抢修班"
        )
    )
    desk.do(AddUnits(whistle=whistle, units=(UnitCall(unit="D25", ask=2), UnitCall(unit="D21"))))
    desk.at(6.7)
    desk.mark("D01", "arrived", people=12, vehicles=3)
    desk.do(CameUnasked(whistle=whistle, unit="S03", relation="direct", people=3, told_by="城管科带队"))
    desk.mark("D01", "working")
    desk.at(9.0)
    if not drill:
        desk.do(Tell(whistle=whistle, to="district_phone", told_by="区值班员"))
    desk.do(LeaderOnTheWay(whistle=whistle, person="P3", arrived=True))
    desk.do(
        SetUpPost(
            whistle=whistle,
            commander="P3",
            deputy_name="葛大为",
            place="A3-M",
            place_words="北侧遮雨棚下",
            phone="100-0000-0099",
            groups=(
                PostGroup("综合协调", "D07", ("D07",)),
                PostGroup("疏散安置", "民生办值班长", ("F02", "D03")),
                PostGroup("警戒交通", "D03", ("D03", "D04")),
            ),
        ),
        who="P2",
    )
    desk.do(Confirm(whistle=whistle, person="P3"), who="P3")
    desk.at(11.2)
    desk.mark("D02", "arrived", at=9.1, people=3)  # told two minutes later
    desk.do(
        GiveOrder(
            whistle=whistle,
            words="把警戒圈扩到50米，内圈只留消防",
            unit="D03",
            due_at=START + 20 * MINUTE,
            orderer="沈建勋",
            danger="不得开关电器",
        )
    )
    desk.at(14.0)
    desk.mark("D07", "arrived", people=6)
    wrong = desk.do(Note(whistle=whistle, words="三号楼也有气味（听错）")).changes
    assert wrong.position
    desk.at(14.2)
    desk.do(StrikeNote(whistle=whistle, entry=f"{desk.engine.journal.node}:{wrong.position}"))
    desk.mark("D04", "arrived")
    desk.do(WithdrawLast(whistle=whistle, unit="D04"))
    desk.at(16.0)
    orders = desk.engine.journal.subjects_below(f"order/{whistle}/")
    given = next(key for key in orders if "警戒圈" in desk.engine.journal.folded(key).state.words)
    desk.do(SettleOrder(order=given, verb="acknowledged"))
    desk.at(21.5)
    desk.do(SettleOrder(order=given, verb="done", words="内外两圈已拉好"))
    desk.at(22.5)
    desk.mark("D04", "answered", at=3.0)
    desk.mark("D04", "arrived", people=4)
    desk.mark("D04", "left", at=7.5)
    desk.do(SetFact(whistle=whistle, fact="evacuated", value=94, words="应疏散96人"))
    desk.do(SetFact(whistle=whistle, fact="injured", value=1, words="轻微，未送医"))
    desk.at(25.0)
    items = {
        "received_at": "7月16日21时37分",
        "source": "住户来电",
        "happened_at": "不详",
        "place": "望潮公寓A座底商",
        "nature": "燃气泄漏",
        "extent": "A座全楼",
        "loss": "1人轻微不适，未送医",
        "trend": "可控",
        "measures": "已疏散94人，消防正在侦检",
        "needs": "请求供电待命",
    }
    desk.do(
        IssueReport(whistle=whistle, stage="initial", items=items, receiver="区应急指挥中心 周值班", signer="沈建勋")
    )
    desk.at(33.0)
    desk.mark("D10", "arrived", people=4)
    desk.mark("D25", "arrived", people=2)
    desk.mark("D11", "answered")
    desk.mark("D11", "arrived", people=2)
    desk.at(40.0)
    desk.do(LoseContact(whistle=whistle, unit="D10"))
    desk.at(43.0)
    desk.do(FindAgain(whistle=whistle, unit="D10"))
    desk.do(CountHeads(whistle=whistle, unit="D10", people=4))
    desk.do(HandOverPost(whistle=whistle, to="区前线指挥部", words="94人已疏散，2人在查，燃气已关阀"))
    desk.at(55.0)
    for unit in ("D01", "D10", "D03"):
        desk.mark(unit, "done")
    desk.do(TakeBackPost(whistle=whistle, words="区前指撤回"))
    desk.do(Conclude(whistle=whistle, unit="D25", outcome="left_early", words="另有出诊", told_by="卫生中心带队"))
    desk.at(58.0)
    desk.do(
        IssueReport(
            whistle=whistle,
            stage="update",
            items={"trend": "浓度复测合格", "loss": "2人查明，已自行就医"},
            receiver="区应急指挥中心",
            signer="沈建勋",
        )
    )
    desk.at(60.0)
    desk.do(Conclude(whistle=whistle, unit="D21", outcome="never_came", words="两次呼叫无人接听", told_by="葛大为"))
    desk.at(66.0)
    releases = {"D01": 12, "D02": 3, "D03": 6, "D04": 4, "D07": 6, "D10": 4, "F02": 5, "D11": 2, "S03": 3}
    desk.do(
        StandDown(
            whistle=whistle,
            words="复测合格，住户按楼层返回",
            residual_risk="后厨软管待更换，明早复查",
            releases=releases,
            cancels={"D05": "区值班员"},
        )
    )
    desk.at(70.0)
    for unit in releases:
        desk.mark(unit, "back")
    desk.do(WithdrawPost(whistle=whistle, people=29, cleared=("gear", "cleaned"), words="人员、器材清点无误"))
    desk.at(94.0)
    desk.do(
        IssueReport(
            whistle=whistle, stage="final", items={"measures": "全部撤收"}, receiver="区应急指挥中心", signer="沈建勋"
        )
    )
    desk.do(CloseWhistle(whistle=whistle))
    desk.at(120.0)
    desk.do(SetFinding(whistle=whistle, words="消防、街道话语权分得清，第一分钟没有慌", sort="good"))
    desk.at(121.0)
    desk.do(SetFinding(whistle=whistle, words=said["finding"], cause="未提前安排交通接应", level="plan"))
    desk.at(122.0)
    desk.do(SetFinding(whistle=whistle, words="物业夜班联系不上，备用联系人缺失", level="information"))
    made = desk.do(
        SetAction(
            whistle=whistle,
            words="修订预案RQ-02：燃气到场时限与交通接应同步",
            owner="葛大为",
            due_on="2026-07-24",
            verification="桌面推演一次",
        )
    )
    assert made
    desk.at(123.0)
    desk.do(SetAction(whistle=whistle, words="补齐物业夜班第二联系人", owner="苏敏仪", due_on="2026-07-20"))
    actions = desk.engine.journal.folded(f"review/{whistle}").state.actions
    desk.at(600.0)
    desk.do(FinishAction(whistle=whistle, id=next(key for key, action in actions.items() if action.owner == "苏敏仪")))
    desk.do(SignReview(whistle=whistle, role="special_team"), who="P2")
    desk.clock.advance(5 * SECOND)

"""The papers of musters and warnings: what stands on them, what must not, every code in words, pages that can be printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain import appraisal, gate, muster, warning
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import HOUR, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.muster import Agreed
from commandcenter.domain.muster_acts import AnswerMuster, DraftMuster, MeetOnMuster, Member, SendMuster, SoundMuster
from commandcenter.domain.muster_work_acts import (
    CheckWork,
    DecideOnSite,
    FinishWork,
    GradeTarget,
    JudgeMuster,
    PublishNotice,
    SettleTask,
    SignMember,
    StartWork,
)
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.warning_acts import (
    Called,
    CallTargets,
    CountTransfer,
    EndWarning,
    JudgeWarning,
    ReceiveWarning,
    TryTarget,
)
from commandcenter.journal.journal import Journal
from commandcenter.reporting import words
from small_office import records

from conftest import Wall

CODES = {
    "muster_level": muster.LEVELS,
    "lack": gate.LACKS,
    "sent_way": ("paper", "system", "fax", "face"),
    "appraisal_grade": appraisal.GRADES,
    "kept": ("on_time", "late", "never", "waiting", "unjudged", "cancelled"),
    "warning_round": ("call", "change", "end"),
    "warning_colour": warning.COLOURS,
    "response_level": warning.LEVELS,
    "try_way": warning.WAYS,
}
GOOD: dict[str, Any] = {"category": "living", "lacks": ("authority", "departments"), "tried": "社区劝导两次"}


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in CODES.items() for code in codes])
def test_every_code_has_a_chinese_word(family: str, code: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]", words.tables()[family][code])


class Hand:
    """Acts in a journal and reads what would be printed."""

    def __init__(self, engine: Engine, folder: Path, wall: Wall) -> None:
        self.engine, self.folder, self.wall = engine, folder, wall
        self.do(FoundOffice(records=records()))

    def do(self, command: Command) -> str:
        """The id of the first subject that was touched."""
        self.wall.advance(MINUTE)
        outcome = self.engine.execute(command, Who("P1", "clerk", "", "none"))
        assert isinstance(outcome, Done), outcome
        return outcome.subjects[0].partition("/")[2]

    def text(self, form: str, subject: str) -> str:
        """Every text of a form, one after the other."""
        data, _ = document_data(str(self.folder), "", form, subject, now=self.wall.now)
        found: list[str] = []
        _texts([data["paper"]["title"], data["paper"]["number"], data["blocks"], data.get("heading", [])], found)
        return "\n".join(found)

    def muster(self, level: str, **more: Any) -> str:
        """A muster whose whistle has sounded."""
        key = self.do(DraftMuster(level=level, title="架空线低垂", **{**GOOD, **more}))
        units = {"L1": ("D03", "D10"), "L2": ("S03", "D07")}[level]
        self.do(MeetOnMuster(muster=key, present="工委会六人", decision="同意吹哨", chair="牛启明"))
        self.do(SendMuster(muster=key, document="街工31号", way="system"))
        self.do(AnswerMuster(muster=key, accepted=True, told_by="区专班"))
        self.do(SoundMuster(muster=key, targets=tuple(Agreed(unit, None, 3) for unit in units), meet_words="巷南口"))
        self.do(RecordMilestone(whistle=key, unit=units[0], milestone="arrived", people=3))
        self.do(StartWork(muster=key, leader="沈建勋"))
        self.do(DecideOnSite(muster=key, words="主线抬高", unit=units[0], due_at=self.wall.now + HOUR))
        return key

    def appraised(self, key: str, unit: str) -> None:
        task = self.engine.journal.folded(f"muster/{key}").state.tasks[0].key
        self.do(SettleTask(muster=key, task=task))
        self.do(FinishWork(muster=key, words="废线剪除"))
        self.do(CheckWork(muster=key, holds=True))
        self.do(GradeTarget(muster=key, unit=unit, grades={"arrival": "excellent", "effect": "fair"}))
        self.do(JudgeMuster(muster=key, unit=unit, justified=False, words="应先由物业办"))


def _texts(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, dict):
        for inner in value.values():
            _texts(inner, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _texts(inner, found)


@pytest.fixture
def hand(journal: Journal, wall: Wall, folder: Path) -> Hand:
    return Hand(Engine(journal, wall), folder, wall)


def test_the_order_tells_why_who_decided_who_came_and_both_sides_word(hand: Hand) -> None:
    key = hand.muster("L1")
    text = hand.text("muster_order", f"muster/{key}")
    for said in (
        "JJ-",
        "街道吹哨、部门报到",
        "宜居生活",
        "没权限、需多部门",
        "社区劝导两次",
        "同意吹哨",
        "街工31号（系统）",
    ):
        assert said in text
    assert "双考核" not in text
    assert "未到" in text
    hand.appraised(key, "D03")
    text = hand.text("muster_order", f"muster/{key}")
    for said in ("双考核", "优", "中", "不该吹：应先由物业办", "1个（共1个）", "不考核"):
        assert said in text
    assert "%" not in text  # ten are needed for a percentage


def test_the_order_of_a_draft_says_what_is_not_yet_known(hand: Hand) -> None:
    key = hand.do(DraftMuster(level="L1", title="架空线低垂"))
    text = hand.text("muster_order", f"muster/{key}")
    assert "草拟" in text
    assert "不明" in text
    assert "还没有吹" in text


def test_the_public_notice_names_nobody(hand: Hand) -> None:
    matter = Matter(title="堆物", text="楼道堆物", reporter="王秀兰", phone="13800001111")
    case = hand.do(RegisterCase(matter=matter))
    key = hand.muster("L2", community="A3", case=case, matter="王秀兰反映楼道堆物，电话13800001111")
    hand.appraised(key, "S03")
    assert "公示文字还没有写" in hand.text("muster_notice", f"muster/{key}")
    hand.do(PublishNotice(muster=key, words="楼道堆物已清理，恢复畅通。", where="社区公告栏"))
    text = hand.text("muster_notice", f"muster/{key}")
    for said in ("楼道堆物已清理", "城市管理办公室", "望潮社区", "社区公告栏"):
        assert said in text
    for secret in ("王秀兰", "13800001111", "沈建勋", "综合行政执法队"):  # the last one did not come
        assert secret not in text
    with pytest.raises(Refused) as caught:
        hand.text("muster_notice", f"muster/{hand.muster('L1')}")
    assert caught.value.code == "notice_level"


def test_the_sign_in_sheet_of_a_branch_has_hours_and_no_marks(hand: Hand) -> None:
    key = hand.do(DraftMuster(level="L3", title="清雪", branch="第二党支部", **GOOD))
    members = (Member(key="P1", name="唐以宁"), Member(key="m1", name="周立"))
    hand.do(SoundMuster(muster=key, members=members, meet_words="服务站"))
    hand.do(SignMember(muster=key, member="P1", verb="came"))
    hand.wall.advance(89 * MINUTE)
    hand.do(SignMember(muster=key, member="P1", verb="left"))
    hand.do(SignMember(muster=key, member="m1", verb="excused"))
    text = hand.text("muster_members", f"muster/{key}")
    for said in ("第二党支部", "唐以宁", "1.5", "请假", "不评个人"):
        assert said in text


def test_the_record_of_a_warning_tells_each_round_and_keeps_the_scales_apart(hand: Hand) -> None:
    key = hand.do(ReceiveWarning(sort="rainstorm", colour="red", words="三小时内暴雨", source="区应急平台"))
    hand.do(JudgeWarning(warning=key, places=("A3",)))
    targets = (Called(key="A3", unit="A3"), Called(key="x1", name="看门人"))
    hand.do(CallTargets(warning=key, targets=targets))
    hand.do(TryTarget(warning=key, target="A3", answered_by="贺值班"))
    hand.do(TryTarget(warning=key, target="x1"))
    hand.do(CountTransfer(warning=key, planned=9, moved=8))
    hand.do(EndWarning(warning=key, words="解除"))
    text = hand.text("warning_record", f"warning/{key}")
    for said in (
        "一级（红色）",
        "未启动",
        "没有初判",
        "叫应第1轮：首次叫应",
        "叫应第2轮：通知解除",
        "贺值班",
        "没有答应",
    ):
        assert said in text
    assert "应转9人，已转8人，拒转不明。各数对不上。" in text
    assert "叫应2个，答应1个，其中上门0个，共叫2次。" in text


@pytest.mark.parametrize("form", ["muster_order", "muster_notice"])
def test_the_pages_can_be_set(hand: Hand, form: str) -> None:
    key = hand.muster("L2", community="A3")
    pages = print_document(_unwatched, str(hand.folder), "", form, f"muster/{key}")
    assert pages["pdf"]


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""

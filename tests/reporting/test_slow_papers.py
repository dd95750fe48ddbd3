"""The papers of joint and supervision whistles: what stands on them, what is refused, every code in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain import evidence, joint, supervision
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.joint_acts import (
    AnalyseJoint,
    AskUpward,
    Attendance,
    ListPartner,
    MeetJoint,
    NameJointLead,
    OpenJoint,
    SurveyJoint,
)
from commandcenter.domain.joint_table import AddDuty, IssueTable, JudgeJoint, MoveDuty, RefuseDuty, SignDuty
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.supervision_acts import (
    BriefLeader,
    CollectEvidence,
    EvaluateSupervision,
    ListSupervision,
    RemindUnit,
    ReportSupervision,
    SendLetter,
    SupervisedMatter,
)
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.journal import Journal
from commandcenter.reporting import words
from slow_whistles import LIMITS
from small_office import records

from conftest import Wall

CODES = {
    "found_by": CHANNELS,
    "joint_stage": (*joint.STAGES, "upward", "returned"),
    "joint_variant": joint.VARIANTS,
    "joint_side": joint.SIDES,
    "duty_result": joint.RESULTS,
    "duty_refusal": joint.REFUSAL_REASONS,
    "duty_ruling": joint.RULINGS,
    "upper_answer": joint.UPPER_ANSWERS,
    "supervised": supervision.SORTS,
    "evidence": evidence.SORTS,
    "verdict": evidence.VERDICTS,
}


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in CODES.items() for code in codes])
def test_every_code_has_a_chinese_word(family: str, code: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]", words.tables()[family][code])


class Hand:
    """Acts in a journal and reads what would be printed."""

    def __init__(self, engine: Engine, folder: Path, wall: Wall) -> None:
        self.engine, self.folder, self.wall = engine, folder, wall
        extra = [
            (f"limit/{key}", {"value": value, "unit": unit, "basis": "office", "source": "议定"}, {})
            for key, value, unit in LIMITS
        ]
        extra.append(("matter_kind/safety", {"name": "安全隐患整治"}, {}))
        self.do(FoundOffice(records=(*(one for one in records() if one[0] != "matter_kind/safety"), *extra)))

    def do(self, command: Command) -> dict[str, Any]:
        self.wall.advance(MINUTE)
        outcome = self.engine.execute(command, Who("P1", "clerk", "", "none"))
        assert isinstance(outcome, Done), outcome
        return dict(outcome.report)

    def text(self, form: str, subject: str) -> str:
        """Every text of a form, one after the other."""
        data, _ = document_data(str(self.folder), "", form, subject, now=self.wall.now)
        found: list[str] = []
        _texts([data["blocks"], data.get("heading", []), data.get("under_title", "")], found)
        return "\n".join(found)

    def joint(self) -> str:
        """A joint whistle at work, with a partner, a refusal, a put-off date and a signature."""
        subject = str(self.do(OpenJoint(title="飞线整治", source="chief", place="J07"))["subject"])
        key = subject.partition("/")[2]
        self.do(AnalyseJoint(joint=key, category="safety", lacks=("authority",), tried="劝过三次"))
        self.do(NameJointLead(joint=key, name="莫少华", phone="100-0000-0014"))
        partner = str(self.do(ListPartner(joint=key, body="丰安街道执法队", name="贾队", phone="1"))["partner"])
        there = (Attendance(unit="D07", people=4), Attendance(unit=partner, people=2))
        self.do(SurveyJoint(joint=key, words="六十三处", present=there, photos=22))
        self.do(MeetJoint(joint=key, words="分头清理", chair="莫少华", present=there, place="三层"))
        rows = [
            str(self.do(AddDuty(joint=key, unit=unit, task=f"任务{unit}", due_at=self.wall.now + days * DAY))["duty"])
            for unit, days in (("D07", 5), (partner, 6), ("D03", 7))
        ]
        self.do(SignDuty(joint=key, row=rows[0], name="侯向阳"))
        self.do(IssueTable(joint=key))
        self.do(MoveDuty(joint=key, row=rows[0], due_at=self.wall.now + 9 * DAY, words="户主不在", name="莫少华"))
        self.do(RefuseDuty(joint=key, row=rows[2], reason="not_our_duty", words="属城管", name="周恺"))
        self.do(JudgeJoint(joint=key, justified=False, unit="D03", words="应先由物业办"))
        return subject

    def supervision(self, unit: str = "D03") -> str:
        """A cycle with a late report-in as evidence, evaluated."""
        start = self.wall.now
        whistle = self.engine.execute(BlowWhistle(units=(UnitCall(unit=unit),), title="燃气"))
        assert isinstance(whistle, Done)
        incident = whistle.subjects[0].partition("/")[2]
        self.wall.advance(50 * MINUTE)
        self.do(RecordMilestone(whistle=incident, unit=unit, milestone="arrived", people=2))
        subject = str(
            self.do(ListSupervision(unit=unit, matters=(SupervisedMatter(sort="landed", words="护学岗"),)))["subject"]
        )
        key = subject.partition("/")[2]
        self.do(RemindUnit(supervision=key, words="请五日内通报"))
        self.do(ReportSupervision(supervision=key, words="完成五项", name="所长"))
        source = f"report_in/{incident}/{unit}"
        self.do(CollectEvidence(supervision=key, start=start, until=self.wall.now, sources=(source,)))
        self.do(BriefLeader(supervision=key, leader="常雪松", meeting="工委会"))
        graded: dict[str, Any] = {"grade": "good", "landed": 90, "effect": 70} if unit == "D03" else {}
        self.do(EvaluateSupervision(supervision=key, members=("P2", "P3"), words="总体较好", **graded))
        return subject


def _texts(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, dict):
        for part in value.values():
            _texts(part, found)
    elif isinstance(value, list | tuple):
        for part in value:
            _texts(part, found)


@pytest.fixture
def hand(journal: Journal, engine: Engine, folder: Path, wall: Wall) -> Hand:
    return Hand(engine, folder, wall)


def test_the_duty_table_tells_who_signed_who_refused_and_what_was_put_off(hand: Hand) -> None:
    text = hand.text("duty_table", hand.joint())
    for said in ("侯向阳", "拒绝（不属职责）：属城管", "丰安街道执法队（请）", "莫少华同意改期1次", "任务D07"):
        assert said in text


def test_the_minutes_name_everybody_at_the_table_and_every_line(hand: Hand) -> None:
    text = hand.text("joint_minutes", hand.joint())
    for said in ("莫少华", "丰安街道执法队", "综合行政执法队", "拍照22张", "分头清理。", "会议明确3项任务", "飞线整治"):
        assert said in text


def test_the_order_tells_the_grounds_and_both_sides_word(hand: Hand) -> None:
    text = hand.text("joint_order", hand.joint())
    for said in ("没权限", "劝过三次", "不必吹", "应先由物业办", "100-0000-0014"):
        assert said in text


def test_a_request_upward_says_that_no_clock_runs_on_the_level_above(hand: Hand) -> None:
    subject = str(hand.do(OpenJoint(title="产权登记", source="petition"))["subject"])
    key = subject.partition("/")[2]
    hand.do(AnalyseJoint(joint=key, variant="upward", category="safety", lacks=("authority",), tried="函询"))
    hand.do(AskUpward(joint=key, receiver="区政府办", words="请协调"))
    text = hand.text("joint_order", subject)
    assert "待上级，不给上级计时" in text
    for form in ("duty_table", "joint_minutes"):
        with pytest.raises(Refused, match="nothing_to_print"):
            hand.text(form, subject)


def test_the_assessment_holds_facts_with_their_number_and_the_formula(hand: Hand, journal: Journal) -> None:
    subject = hand.supervision()
    number = next(iter(journal.connection.execute("SELECT number FROM whistle")))[0]
    text = hand.text("department_assessment", subject)
    for said in (number, "超时", "没有一项是手填的", "Σ（权重×得分）÷Σ权重", "81.4", "良（集体意见）", "总体较好"):
        assert said in text
    assert "%" not in text


def test_a_body_that_is_asked_gets_no_grade_on_paper(hand: Hand) -> None:
    subject = hand.supervision("D10")
    text = hand.text("department_assessment", subject)
    assert "不打分、不定等次、不排名" in text
    assert "只列不评" in text
    assert "等次为" not in hand.text("feedback_letter", subject)


def test_the_letter_goes_to_the_district_under_its_number(hand: Hand) -> None:
    subject = hand.supervision()
    assert "（文号待定）" in hand.text("feedback_letter", subject)
    hand.do(SendLetter(supervision=subject.partition("/")[2], letter="青街函〔2026〕12号", receiver="区委、区政府"))
    text = hand.text("feedback_letter", subject)
    assert "青街函〔2026〕12号" in text
    assert "区委、区政府：" in text


@pytest.mark.parametrize("form", ["joint_order", "duty_table", "joint_minutes"])
def test_the_joint_papers_are_set(hand: Hand, form: str) -> None:
    pdf = print_document(lambda _done, _of: None, str(hand.folder), "", form, hand.joint(), now=hand.wall.now)["pdf"]
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("form", ["supervision_order", "department_assessment", "feedback_letter"])
def test_the_supervision_papers_are_set(hand: Hand, form: str) -> None:
    subject = hand.supervision()
    pdf = print_document(lambda _done, _of: None, str(hand.folder), "", form, subject, now=hand.wall.now)["pdf"]
    assert pdf.startswith(b"%PDF")

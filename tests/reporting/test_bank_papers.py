"""The papers of the problem bank, of consultations and of residents' proposals."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain import case, consultation, problem, proposal
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.consultation_acts import (
    AttendConsultation,
    DecideOnAgenda,
    DiscussOnAgenda,
    HoldConsultation,
    PlanConsultation,
    PutOnAgenda,
    WriteMinutes,
)
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.problem_acts import AssessProblem, OpenProblem, TakeMeasure
from commandcenter.domain.proposal_acts import AdoptProposal, DiscussProposal, RaiseProposal, VoteProposal
from commandcenter.domain.record import ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.agenda import _HARD
from commandcenter.reporting import words
from commandcenter.reporting.bank import share
from commandcenter.reporting.consultations import ordinal
from commandcenter.reporting.registry import FORMS
from commandcenter.reporting.word_copy import docx_of
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from small_office import records

from conftest import Wall

Act = Callable[[Command], dict[str, Any]]

CODES = {
    "problem_stage": problem.STAGES,
    "degree": problem.RISKS,
    "period": problem.PERIODS,
    "proposal_stage": proposal.STAGES,
    "platform": proposal.PLATFORMS,
    "agenda_about": consultation.ABOUT,
    "agenda_reason": (*_HARD, "risk", "waiting"),
    "case_stage": ("refused", "history", *case.MOVES),
}


@pytest.mark.parametrize(("family", "code"), [(family, code) for family, codes in CODES.items() for code in codes])
def test_every_code_has_a_chinese_word(family: str, code: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]", words.tables()[family][code])


@pytest.fixture
def act(engine: Engine) -> Act:
    def do(command: Command) -> dict[str, Any]:
        outcome = engine.execute(command)
        assert isinstance(outcome, Done), outcome
        return dict(outcome.report)

    do(FoundOffice(records=records()))
    for key, value, unit in (
        ("proposal.share", 66.66, "percent"),
        ("proposal.turnout", 50, "percent"),
        ("consultation.remind", 24, "hour"),
    ):
        fields = {"value": value, "unit": unit, "basis": "office", "source": "定"}
        outcome = engine.execute(ListRecord(subject=f"limit/{key}", fields=fields))
        assert isinstance(outcome, Done) or outcome.code == "already_listed", outcome  # type: ignore[union-attr]
    return do


def test_minutes_tell_who_decided_what_until_when_and_mask_who_called(act: Act, journal: Journal, wall: Wall) -> None:
    told = Matter(title="周晓梅反映楼道堆物，电话13800001111", reporter="周晓梅", phone="13800001111")
    case_id = act(RegisterCase(matter=told))["case"]
    meeting = act(PlanConsultation(title="七月工作会商", planned_at=wall() + DAY, place="三楼会议室", chair="沈砚秋"))
    on = {"consultation": meeting["consultation"]}
    subject, folder = f"consultation/{meeting['consultation']}", str(journal.folder)
    act(PutOnAgenda(about="case", key=case_id, unit="S03", reason="overdue redone", **on))
    act(PutOnAgenda(words="夜间巡查怎么排", **on))
    agenda = str(document_data(folder, "", "consultation_agenda", subject)[0])
    assert "超时、重办" in agenda
    assert "夜间巡查怎么排" in agenda
    with pytest.raises(Refused, match="nothing_to_print"):
        document_data(folder, "", "consultation_minutes", subject)
    act(AttendConsultation(unit="S03", presence="came", name="韩启明", **on))
    act(AttendConsultation(unit="D03", presence="excused", **on))
    act(HoldConsultation(**on))
    wall.advance(DAY)
    first, second = "A1", "A2"
    words_ = "三日内清空，回复周晓梅13800001111"
    act(DecideOnAgenda(item=first, unit="S03", words=words_, due_at=wall() + 3 * DAY, **on))
    act(DiscussOnAgenda(item=second, words="社区报排班", **on))
    act(WriteMinutes(signed_by="沈砚秋", words="按期办结", **on))
    data, mode = document_data(folder, "", "consultation_minutes", subject)
    text = str(data)
    assert mode == "real"
    for part in (
        "三日内清空",
        "社区报排班",
        "韩启明",
        "签发：沈砚秋",
        "按期办结",
        "（一）",
        "（二）",
        "周**",
        "138****1111",
    ):
        assert part in text, part
    assert "周晓梅" not in text
    assert "13800001111" not in text
    pdf = print_document(_unwatched, folder, "", "consultation_minutes", subject)["pdf"]
    assert pdf[:4] == b"%PDF"
    copy = Document(BytesIO(docx_of(FORMS["consultation_minutes"], data)))
    said = "\n".join(one.text for one in copy.paragraphs)
    assert "三日内清空" in said
    assert "周晓梅" not in said


def test_a_sheet_of_a_problem_tells_what_is_known_and_says_what_is_not(act: Act, journal: Journal, wall: Wall) -> None:
    case_id = act(RegisterCase(matter=Matter(title="楼道堆物", place="A3-B1")))["case"]
    key = act(OpenProblem(title="望潮公寓楼道堆物", point="A座楼道", cases=(case_id,)))["problem"]
    act(AssessProblem(problem=key, likelihood="high", period="all_year", consequence="middle"))
    act(TakeMeasure(problem=key, unit="S03", words="清理并每周巡查", due_at=wall() + 5 * DAY))
    text = str(document_data(str(journal.folder), "", "problem_sheet", f"problem/{key}")[0])
    for part in ("高（可能性高，后果中）", "清理并每周巡查", "未完成", "全年", "案件（1件）", "不明"):
        assert part in text, part


def test_the_result_of_a_vote_is_told_with_its_limits_and_without_who_proposed(
    act: Act, journal: Journal, wall: Wall
) -> None:
    raised = RaiseProposal(
        title="加装充电棚", text="王淑兰提出，联系13900002222", platform="courtyard_hall", supporters=18,
        proposer="王淑兰", phone="13900002222",
    )  # fmt: skip
    key = act(raised)["proposal"]
    subject, folder = f"proposal/{key}", str(journal.folder)
    act(DiscussProposal(proposal=key, people=31, words="同意"))
    with pytest.raises(Refused, match="nothing_to_print"):
        document_data(folder, "", "proposal_result", subject)
    act(VoteProposal(proposal=key, eligible=200, cast=90, in_favour=89, against=1))
    text = str(document_data(folder, "", "proposal_result", subject)[0])
    assert "参与率没有达到，表决未通过" in text
    act(VoteProposal(proposal=key, eligible=200, cast=150, in_favour=100, against=20))
    act(AdoptProposal(proposal=key, unit="S03", due_at=wall() + 30 * DAY, trial_until=wall() + 10 * DAY))
    text = str(document_data(folder, "", "proposal_result", subject)[0])
    for part in ("表决通过", "66.66%", "75%", "弃权", "30人", "先试行到", "小院议事厅"):
        assert part in text, part
    assert "王淑兰" not in text
    assert "13900002222" not in text


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_is_never_shown_higher_than_it_is(part: int, whole: int) -> None:
    part = min(part, whole)
    shown = float(share(100 * part / whole).rstrip("%"))
    assert shown <= 100 * part / whole + 1e-6
    assert 100 * part / whole - shown < 0.0101


def test_the_items_are_counted_in_chinese() -> None:
    assert [ordinal(n) for n in (1, 9, 10, 11, 20, 21, 60)] == ["一", "九", "十", "十一", "二十", "二十一", "六十"]


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""

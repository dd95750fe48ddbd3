"""Evidence asked of the projections says the same as the rules say about the journal, and no drill is in it."""

from __future__ import annotations

from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.evidence import line_of
from commandcenter.domain.joint_acts import AnalyseJoint, Attendance, MeetJoint, NameJointLead, OpenJoint, SurveyJoint
from commandcenter.domain.joint_table import AddDuty, IssueTable
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.evidence import EvidenceReader
from small_office import records

from conftest import Wall

UNIT = "D03"


def test_the_projections_tell_what_the_rules_tell(journal: Journal, engine: Engine, wall: Wall) -> None:
    def do(command: Command) -> Done:
        outcome = engine.execute(command)
        assert isinstance(outcome, Done), outcome
        return outcome

    extra = ("matter_kind/safety", {"name": "安全"}, {})
    do(FoundOffice(records=(*(one for one in records() if one[0] != extra[0]), extra)))
    start = wall.now
    called = (UnitCall(unit=UNIT), UnitCall(unit="D07"))
    whistles = [do(BlowWhistle(units=called, plan="RQ")).subjects[0].partition("/")[2]]
    do(BlowWhistle(units=called, plan="RQ", mode="drill", drill="SC01"))
    do(GiveOrder(whistle=whistles[0], words="封路", unit=UNIT, due_at=wall.now + HOUR))
    wall.advance(40 * MINUTE)
    do(RecordMilestone(whistle=whistles[0], unit=UNIT, milestone="arrived", people=3))
    do(Conclude(whistle=whistles[0], unit="D07", outcome="refused", reason="other", told_by="侯"))
    matter = str(do(OpenJoint(title="飞线", source="chief")).report["subject"]).partition("/")[2]
    do(AnalyseJoint(joint=matter, category="safety", lacks=("authority",), tried="谈过"))
    do(NameJointLead(joint=matter, name="莫", phone="1"))
    do(SurveyJoint(joint=matter, words="看过", present=(Attendance(unit=UNIT),)))
    do(MeetJoint(joint=matter, words="分工", chair="莫", present=(Attendance(unit=UNIT),)))
    do(AddDuty(joint=matter, unit=UNIT, task="验收", due_at=wall.now + 2 * DAY))
    do(IssueTable(joint=matter))
    case = do(RegisterCase(matter=Matter(title="占道", grade="urgent"))).subjects[0].partition("/")[2]
    do(DispatchCase(case=case, lead=UNIT))
    now = wall.advance(5 * DAY)

    reader = EvidenceReader(journal.connection)
    lines = reader.lines(UNIT, start, now, now)
    assert sorted((line.sort, line.verdict) for line in lines) == [
        ("duty", "overdue"),
        ("order", "overdue"),
        ("report_in", "late"),
    ]
    for line in lines:
        assert line_of(lambda subject: journal.folded(subject).state, line.source, UNIT, now) == line
        assert line.number
    assert [line.verdict for line in reader.lines("D07", start, now, now)] == ["refused"]
    assert reader.lines(UNIT, now, now + DAY, now) == []
    cases = reader.cases(UNIT, start, now, now)
    assert (cases.received, cases.overdue, cases.closed) == (1, 1, 0)
    assert reader.cases("D07", start, now, now).received == 0
    assert reader.cases(UNIT, start - 9 * DAY, start, now).received == 0

"""Joint and supervision whistles brought to any of their stages on paper, and desks that know nothing of each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from commandcenter.domain.clock import DAY, HOUR, at_local
from commandcenter.domain.command import Command, Draft, Who
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.joint import STAGES, Joint
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
from commandcenter.domain.joint_table import (
    AddDuty,
    CloseJoint,
    FeedBackDuty,
    IssueTable,
    SignDuty,
    SignJoint,
    VerifyJoint,
)
from commandcenter.domain.supervision import Supervision
from commandcenter.domain.supervision_acts import (
    BriefLeader,
    CollectEvidence,
    EvaluateSupervision,
    ListSupervision,
    OpenRectification,
    RemindUnit,
    ReportSupervision,
    SendLetter,
    SupervisedMatter,
)
from paper_world import PaperWorld
from small_office import records

MORNING = at_local(date(2026, 7, 6), 9)
"""A Monday at the opening of the office."""

LIMITS: tuple[tuple[str, float, str], ...] = (
    ("whistle.joint.analyse", 1, "working_day"),
    ("whistle.joint.lead", 1, "working_day"),
    ("whistle.joint.survey", 3, "day"),
    ("whistle.joint.meeting", 5, "day"),
    ("whistle.joint.verify", 5, "working_day"),
    ("whistle.joint.upper_review", 30, "day"),
    ("whistle.joint.lookback1", 30, "day"),
    ("whistle.joint.lookback2", 90, "day"),
    ("whistle.supervision.reminder", 5, "working_day"),
    ("whistle.supervision.letter", 10, "day"),
    ("whistle.supervision.rectify", 30, "day"),
    ("whistle.supervision.weight.landed", 40, "percent"),
    ("whistle.supervision.weight.statutory", 30, "percent"),
    ("whistle.supervision.weight.effect", 30, "percent"),
)


class DeskWorld(PaperWorld):
    """A paper world that is a desk of its own: another node, another letter."""

    def __init__(self, node: str = "n1", letter: str = "A", now: int = MORNING) -> None:
        super().__init__(now, Who("P1", "clerk", node, "none"))
        self.node = node
        self.letter = letter

    def _fact(self, draft: Draft, command: Command) -> Fact:
        fact = super()._fact(draft, command)
        return replace(fact, id=EventId(self.node, fact.id.seq))

    def beside(self, node: str, letter: str) -> DeskWorld:
        """Another desk that holds the same so far."""
        other = DeskWorld(node, letter, self.now)
        for facts in self.facts.values():
            for fact in facts:
                other.take_in(fact)
        other._seq = self._seq
        return other


def office(**limits: float) -> DeskWorld:
    """An office with the limits of the slow whistles, some of them others, in a calendar year with one holiday."""
    told = {key: (limits.get(key.rpartition(".")[2], value), unit) for key, value, unit in LIMITS}
    extra: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        (f"limit/{key}", {"value": value, "unit": unit, "basis": "office", "source": "街道办公会议定"}, {})
        for key, (value, unit) in told.items()
    ]
    extra += [
        ("matter_kind/safety", {"name": "安全隐患整治"}, {}),
        ("calendar/2026", {"days": {"2026-07-15": False, "2026-07-18": True}}, {}),
    ]
    return DeskWorld().found((*(one for one in records() if not one[0].startswith("matter_kind/safety")), *extra))  # type: ignore[return-value]


# --- joint --------------------------------------------------------------------------------------------------------


class JointPlay:
    """A joint whistle that is brought forward stage by stage."""

    def __init__(self, world: PaperWorld | None = None, variant: str = "own") -> None:
        self.world = world if world is not None else office()
        self.variant = variant
        opened = OpenJoint(title="架空线与飞线充电整治", source="hotline", place="J07", words="第三次来电")
        self.subject = str(self.world.do(opened).report["subject"])
        self.id = self.subject.partition("/")[2]
        self.rows: list[str] = []
        self.partner = ""

    @property
    def state(self) -> Joint:
        found = self.world.state(self.subject)
        assert isinstance(found, Joint)
        return found

    def act(self, kind: type[Command], **told: Any) -> Command:
        """A command about this matter."""
        return kind(joint=self.id, **told)  # type: ignore[call-arg]

    def do(self, kind: type[Command], **told: Any) -> dict[str, Any]:
        """Let something happen; an hour passes before it."""
        self.world.pass_time(HOUR)
        return dict(self.world.do(self.act(kind, **told)).report)

    def code(self, kind: type[Command], **told: Any) -> str:
        """The code with which it is refused."""
        return self.world.code(self.act(kind, **told))

    def to(self, stage: str) -> JointPlay:
        """Bring it to a stage by the straight way."""
        while self.state.stage != stage:
            self.step()
        return self

    def step(self) -> None:
        """The next step of the straight way."""
        now = self.world.now
        stage = self.state.stage
        if stage == "found":
            self.do(AnalyseJoint, variant=self.variant, category="safety", lacks=("departments",), tried="物业劝过三次")
        elif stage == "analysed":
            if self.variant == "upward":
                self.do(AskUpward, receiver="区政府办", words="产权单位在市里")
            else:
                self.do(NameJointLead, name="莫少华", phone="100-0000-0014")
        elif stage == "led":
            if self.variant == "peer":
                self.do(NameJointLead, side="peer", name="汪向东", phone="100-0000-7001")
                self.partner = self.do(ListPartner, body="丰安街道执法队", name="汪队", phone="1")["partner"]
            self.do(SurveyJoint, words="飞线六十三处", present=(Attendance(unit="D07", people=3),), photos=22)
        elif stage == "surveyed":
            self.do(MeetJoint, words="分工如表", chair="莫少华", present=(Attendance(unit="D07", people=2),))
        elif stage == "agreed":
            self.rows = [
                self.do(AddDuty, unit=unit, task=f"任务{unit}", due_at=now + days * DAY)["duty"]
                for unit, days in (("D07", 9), ("D03", 12), (self.partner or "D10", 14))
            ]
            self.do(SignDuty, row=self.rows[0], name="侯向阳")
            if self.variant == "peer":
                for side in ("own", "peer"):
                    self.do(SignJoint, step="table", side=side, name="莫少华")
            self.do(IssueTable)
        elif stage == "working":
            for duty in self.state.duties:
                if not duty.settled:
                    self.do(FeedBackDuty, row=duty.id, result="done", words="清完")
        elif stage == "fed_back":
            self.do(VerifyJoint, passed=True, name="齐街长", words="没有再拉")
        elif stage == "verified":
            if self.variant == "peer":
                for side in ("own", "peer"):
                    self.do(SignJoint, step="verification", side=side, name="莫少华")
            self.do(CloseJoint, words="整治完成")
        else:
            raise AssertionError(stage)


def joint_at(stage: str, variant: str = "own") -> JointPlay:
    """A joint whistle at one of its stages."""
    return JointPlay(variant=variant).to(stage)


STRAIGHT = STAGES


# --- supervision --------------------------------------------------------------------------------------------------


class SupervisionPlay:
    """A supervision whistle that is brought forward stage by stage."""

    def __init__(self, world: PaperWorld | None = None, unit: str = "D03") -> None:
        self.world = world if world is not None else office()
        matters = (SupervisedMatter(sort="landed", words="背街小巷整治"), SupervisedMatter(sort="effect", words="巡查"))
        self.subject = str(self.world.do(ListSupervision(unit=unit, matters=matters)).report["subject"])
        self.id = self.subject.partition("/")[2]

    @property
    def state(self) -> Supervision:
        found = self.world.state(self.subject)
        assert isinstance(found, Supervision)
        return found

    def act(self, kind: type[Command], **told: Any) -> Command:
        """A command about this cycle."""
        return kind(supervision=self.id, **told)  # type: ignore[call-arg]

    def do(self, kind: type[Command], **told: Any) -> dict[str, Any]:
        """Let something happen; an hour passes before it."""
        self.world.pass_time(HOUR)
        return dict(self.world.do(self.act(kind, **told)).report)

    def code(self, kind: type[Command], **told: Any) -> str:
        """The code with which it is refused."""
        return self.world.code(self.act(kind, **told))

    def to(self, stage: str) -> SupervisionPlay:
        """Bring it to a stage by the straight way."""
        while self.state.stage != stage:
            self.step()
        return self

    def step(self) -> None:
        """The next step of the straight way."""
        stage, now = self.state.stage, self.world.now
        graded = {"grade": "good", "landed": 90, "effect": 70} if self.state.ranked else {}
        steps: dict[str, tuple[type[Command], dict[str, Any]]] = {
            "listed": (RemindUnit, {"words": "请于五日内报告"}),
            "reminded": (ReportSupervision, {"words": "完成两条", "name": "所长"}),
            "reported": (CollectEvidence, {"start": now - 90 * DAY, "until": now}),
            "collected": (BriefLeader, {"leader": "常雪松", "meeting": "七月工委会第二项"}),
            "briefed": (EvaluateSupervision, {"members": ("P2", "P3"), "words": "总体较好", **graded}),
            "evaluated": (SendLetter, {"letter": "青街函〔2026〕12号", "receiver": "区委办"}),
            "lettered": (OpenRectification, {"items": ("补齐巡查",)}),
        }
        kind, told = steps[stage]
        self.do(kind, **told)


def supervision_at(stage: str, unit: str = "D03") -> SupervisionPlay:
    """A supervision whistle at one of its stages."""
    return SupervisionPlay(unit=unit).to(stage)

"""What does not burn: a muster, a joint whistle, a department under supervision, a warning - each half-way, as an evening finds
them. They began days ago and are entered late, by the commands their screens send; then each is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from commandcenter.demo.hands import Stuck
from commandcenter.demo.stage import Stage
from commandcenter.desk.engine import Done
from commandcenter.domain import joint_acts as joint
from commandcenter.domain import joint_table as table
from commandcenter.domain import muster_acts as muster
from commandcenter.domain import supervision_acts as supervision
from commandcenter.domain import warning_acts as warning
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.muster import Agreed
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.ui.evaluation.screen import EvaluationScreen
from commandcenter.ui.exercise.screen import ExerciseScreen
from commandcenter.ui.foresight.screen import ForesightScreen
from commandcenter.ui.parts.buttons import HoldButton
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.rates.screen import RatesScreen
from commandcenter.ui.whistle.screen import WhistleScreen

PLAY_STEP = 5
MUSTER_UNITS = ("D08", "D15", "D16")
JOINT_UNITS = ("D07", "D03", "D08")
SUPERVISED = "D08"


class Acts:
    """Sends commands one after another and waits for each; ``subject`` gives what the last one opened."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.now = stage.application.desk.clock.now()
        self._touched: tuple[str, ...] = ()
        self._refused: object = None

    def do(self, command: Command) -> Done:
        """One command that must go through."""
        told: list[Done] = []
        self._refused = None
        ticket = self._stage.application.desk.submit(command)
        ticket.done.connect(told.append)
        ticket.refused.connect(self._wrong)
        self._stage.hands.until(lambda: bool(told) or self._refused is not None, type(command).__name__)
        if self._refused is not None:
            raise Stuck(f"{type(command).__name__}: {self._refused}")
        self._touched = tuple(told[0].subjects)
        return told[0]

    def opened(self, family: str) -> str:
        """The id of what the last command opened."""
        return next(one for one in self._touched if one.startswith(f"{family}/")).partition("/")[2]

    def _wrong(self, refused: object) -> None:
        self._refused = refused


def matters(stage: Stage) -> None:
    """Enter the four matters, once on a folder; then look at each of their tabs."""
    if stage.run == 1:
        acts = Acts(stage)
        _muster(acts, stage.told("muster"))
        _joint(acts, stage.told("joint"))
        _supervision(acts, stage.told("supervision"))
        _warning(acts, stage.told("warning"))
    for name in ("muster", "joint", "supervision", "warnings"):
        stage.application.window.go(Go(name))
        stage.hands.settle()
        stage.hands.linger(300)
        stage.shot(f"14-{name}")


def post_tabs(stage: Stage) -> None:
    """The tabs of the incident beside its board: tasks, and the post with its life."""
    for name in ("tasks", "organ"):
        stage.application.window.go(Go(name, {"whistle": stage.whistle}))
        stage.hands.settle()
        stage.hands.linger(200)
        stage.shot(f"04-{name}")
    stage.application.window.go(Go("post", {"whistle": stage.whistle}))
    stage.hands.settle()


def exercise(stage: Stage) -> None:
    """A night drill alone: the departments are played, the keys are those of the board; then what it came to."""
    hands = stage.hands
    stage.application.window.go(Go("exercise"))
    screen = stage.shown(ExerciseScreen)
    hands.settle()
    hands.key(Qt.Key.Key_Return)
    hands.settle()
    _play(stage, 5)
    hands.key(Qt.Key.Key_Return)
    _play(stage, 20)
    hands.key(Qt.Key.Key_B)
    console = stage.shown(WhistleScreen)
    console.focus_button()
    hands.until(lambda: isinstance(hands.focus(), HoldButton), "the guarded button")
    before = stage.whistles()
    hands.hold(Qt.Key.Key_Return, lambda: stage.whistles() != before)
    stage.shown(ExerciseScreen)
    hands.settle()
    for digit in "123456":
        hands.key(getattr(Qt.Key, f"Key_{digit}"))
        _play(stage, 6)
    _play(stage, 100)
    stage.shot("11-exercise")
    _play(stage, 240)
    assert screen.run is not None
    hands.key(Qt.Key.Key_E)
    hands.send()
    stage.shown(EvaluationScreen)
    hands.settle()
    stage.shot("12-evaluation")


def _play(stage: Stage, seconds: int) -> None:
    """Scene time passes second by second, so that the played departments say their lines at their moments."""
    for _ in range(seconds // PLAY_STEP):
        stage.hands.pass_seconds(PLAY_STEP)


def figures(stage: Stage) -> None:
    """What all whistles of the year come to."""
    stage.application.window.go(Go("study"))
    stage.hands.settle()
    stage.hands.linger(400)
    stage.shot("17-figures")
    stage.application.window.go(Go("rates"))
    rates = stage.shown(RatesScreen)
    paper = rates.paper
    stage.hands.until(lambda: bool(rates.groups_model.rows), "the rates")
    stage.hands.until(lambda: paper.work.shown or not paper.isVisible(), "the material beside them")
    stage.hands.linger(300)
    stage.shot("17-rates")
    stage.application.window.go(Go("foresight"))
    foresight = stage.shown(ForesightScreen)
    stage.hands.until(lambda: bool(foresight.watch.at and foresight.hot.board.counts), "the rules and the hot spots")
    stage.hands.settle()
    stage.shot("18-foresight")
    stage.application.window.go(Go("topics"))
    stage.hands.settle()
    stage.shot("18-topics")


def _muster(acts: Acts, told: Mapping[str, str]) -> None:
    began = acts.now - 6 * DAY
    acts.do(
        muster.DraftMuster(
            level="L1",
            title=told["title"],
            matter=told["matter"],
            wanted=told["wanted"],
            category="living",
            lacks=("authority",),
            tried=told["tried"],
            place_words=told["place"],
            units=MUSTER_UNITS,
            happened_at=began,
        )
    )
    key = acts.opened("muster")
    common: dict[str, Any] = {"muster": key}
    acts.do(
        muster.MeetOnMuster(
            **common, present=told["present"], decision=told["decision"], chair=told["chair"], happened_at=began + DAY
        )
    )
    acts.do(muster.SendMuster(**common, document=told["document"], way=told["way"], happened_at=began + DAY + 2 * HOUR))
    acts.do(muster.AnswerMuster(**common, accepted=True, told_by=told["team"], happened_at=began + 2 * DAY))
    sounded = acts.now - 20 * HOUR
    targets = tuple(Agreed(unit, 24 * 60.0, 2) for unit in MUSTER_UNITS)
    acts.do(
        muster.SoundMuster(
            **common,
            targets=targets,
            meet_words=told["meet"],
            meet_at=acts.now + 12 * HOUR,
            text=told["text"],
            happened_at=sounded,
        )
    )
    for place, unit in enumerate(MUSTER_UNITS[:2]):
        for step, (milestone, after) in enumerate((("called", 10), ("answered", 15), ("arrived", 400 + 90 * place))):
            people = 2 if milestone == "arrived" else None
            acts.do(
                RecordMilestone(
                    whistle=key,
                    unit=unit,
                    milestone=milestone,
                    people=people,
                    channel="phone",
                    happened_at=sounded + after * MINUTE + step,
                )
            )


def _joint(acts: Acts, told: Mapping[str, str]) -> None:
    began = acts.now - 12 * DAY
    acts.do(
        joint.OpenJoint(
            title=told["title"], source="chief", place_words=told["place"], words=told["words"], happened_at=began
        )
    )
    common: dict[str, Any] = {"joint": acts.opened("joint")}
    acts.do(
        joint.AnalyseJoint(
            **common, category="safety", lacks=("authority",), tried=told["tried"], happened_at=began + 4 * HOUR
        )
    )
    acts.do(joint.NameJointLead(**common, name=told["lead"], phone=told["phone"], happened_at=began + 6 * HOUR))
    present = tuple(joint.Attendance(unit=unit, people=2) for unit in JOINT_UNITS)
    acts.do(joint.SurveyJoint(**common, words=told["survey"], present=present, photos=14, happened_at=began + 2 * DAY))
    acts.do(
        joint.MeetJoint(
            **common, words=told["meeting"], chair=told["lead"], present=present, happened_at=began + 4 * DAY
        )
    )
    for place, unit in enumerate(JOINT_UNITS):
        due = acts.now + (place * 2 - 1) * DAY + 3 * HOUR
        done = acts.do(
            table.AddDuty(
                **common, unit=unit, task=told[f"task{place + 1}"], due_at=due, happened_at=began + 4 * DAY + HOUR
            )
        )
        row = str(done.report["duty"])
        if place < len(JOINT_UNITS) - 1:
            acts.do(
                table.SignDuty(
                    **common, row=row, name=told[f"signer{place + 1}"], happened_at=began + 4 * DAY + 2 * HOUR
                )
            )


def _supervision(acts: Acts, told: Mapping[str, str]) -> None:
    matters = (
        supervision.SupervisedMatter(sort="landed", words=told["landed"]),
        supervision.SupervisedMatter(sort="statutory", words=told["statutory"]),
    )
    began = acts.now - 20 * DAY
    acts.do(supervision.ListSupervision(unit=SUPERVISED, matters=matters, happened_at=began))
    key = acts.opened("supervision")
    acts.do(
        supervision.RemindUnit(
            supervision=key, words=told["first"], due_at=acts.now - 5 * DAY, happened_at=began + 6 * DAY
        )
    )


def _warning(acts: Acts, told: Mapping[str, str]) -> None:
    began = acts.now - 3 * HOUR
    acts.do(
        warning.ReceiveWarning(
            sort="rainstorm",
            colour="yellow",
            words=told["words"],
            source=told["source"],
            area=told["area"],
            issuer=told["issuer"],
            since=began,
            until=acts.now + 9 * HOUR,
            happened_at=began,
        )
    )
    key = acts.opened("warning")
    acts.do(warning.JudgeWarning(warning=key, places=(), words=told["judged"], happened_at=began + 6 * MINUTE))

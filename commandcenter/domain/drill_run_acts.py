"""The acts on a drill that runs: start, clock, injects, the trainee's calls, the end, and how it was judged (domain.md 2.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.drill import GRADES, DrillPlan, drill_plan_of, may_start, sheet_of
from commandcenter.domain.drill_run import FASTEST, LEVELS, MOVES, DrillRun
from commandcenter.domain.drill_scene import scene_at
from commandcenter.domain.drill_score import figures, suggested
from commandcenter.domain.event import DRILL
from commandcenter.domain.record import Record
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle_acts import EndDrill

_COPIED = ("name", "plan", "place", "place_words", "setting", "goals", "injects", "sheet")
"""What of the plan is copied into the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDrill(Command):
    """Start a drill from its plan. An unapproved one starts with more than one person only with a ``reason``.

    ``solo``: one person trains, the departments are played. ``seed`` decides how they behave, ``level`` how much trouble
    they make. ``sheet`` is the office's score sheet for a plan without one. ``director`` is the name of who declares the
    start. Refuses ``drill_without_plan``, ``drill_retired``, ``drill_without_script``, ``drill_not_approved``,
    ``drill_level_unknown``.
    """

    drill: str
    solo: bool = False
    seed: int = 1
    level: str = "medium"
    reason: str = ""
    director: str = ""
    sheet: dict[str, Any] = field(default_factory=dict)

    def decide(self, world: World) -> Sequence[Draft]:
        record: Record = world.state(f"drill/{self.drill}")
        if not record.known:
            raise Refused("drill_without_plan")
        plan = drill_plan_of(record, sheet_of(self.sheet))
        if self.level not in LEVELS:
            raise Refused("drill_level_unknown", level=self.level)
        self._check(plan)
        at = self.when(world)
        day = local_date(at)
        count = world.take_number(numbering.series("drill_run", DRILL), day)
        body: dict[str, Any] = {name: record.get(name) for name in _COPIED if record.get(name) is not None}
        if not record.get("sheet") and self.sheet:
            body["sheet"] = self.sheet
        body |= {
            "drill": self.drill,
            "plan_version": plan.version,
            "number": numbering.whistle_number("drill_run", DRILL, day, world.letter, count),
            "solo": self.solo,
            "seed": self.seed,
            "level": self.level,
        }
        private = {name: text.strip() for name, text in (("reason", self.reason), ("director", self.director)) if text}
        subject = f"drill_run/{world.new_id()}"
        return [
            Draft(
                subject=subject,
                kind="drill_run.started",
                body=body,
                private=private or None,
                mode=DRILL,
                happened_at=at,
            )
        ]

    def _check(self, plan: DrillPlan) -> None:
        try:
            may_start(plan, solo=self.solo)
        except Refused as refused:
            if refused.code != "drill_not_approved" or not self.reason.strip():
                raise


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCommand(Command):
    """What every later act on a run shares."""

    run: str

    def state(self, world: World) -> DrillRun:
        """The run. Refuses ``drill_run_unknown``."""
        state: DrillRun = world.state(f"drill_run/{self.run}")
        if not state.known:
            raise Refused("drill_run_unknown")
        return state

    def live(self, world: World) -> DrillRun:
        """The run while it is held. Refuses ``drill_run_unknown``, ``drill_run_over``."""
        state = self.state(world)
        if not state.live:
            raise Refused("drill_run_over")
        return state

    def open(self, world: World) -> DrillRun:
        """The run while it may be judged. Refuses ``drill_run_unknown``, ``drill_run_filed``."""
        state = self.state(world)
        if state.stage == "filed":
            raise Refused("drill_run_filed")
        return state

    def step(self, state: DrillRun, verb: str) -> None:
        """Refuse a step that the stage does not allow: ``drill_stage``."""
        if verb not in MOVES.get(state.stage, {}):
            raise Refused("drill_stage", stage=state.stage)

    def draft(
        self, world: World, verb: str, body: Mapping[str, Any] | None = None, private: Mapping[str, str] | None = None
    ) -> Draft:
        """An event on the run."""
        words = {name: text.strip() for name, text in (private or {}).items() if text.strip()}
        return Draft(
            subject=f"drill_run/{self.run}",
            kind=f"drill_run.{verb}",
            body=body or {},
            private=words or None,
            mode=DRILL,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWhistle(RunCommand):
    """The whistle of the drill was blown: it belongs to this run. Nothing is written twice.

    Refuses ``whistle_unknown``, ``modes_mixed`` for a real one, ``whistle_of_other_drill``.
    """

    whistle: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.known:
            raise Refused("whistle_unknown")
        if whistle.mode != DRILL:
            raise Refused("modes_mixed")
        if whistle.drill != state.drill:
            raise Refused("whistle_of_other_drill")
        if state.parent == self.whistle:
            return []
        return [self.draft(world, "linked", {"whistle": self.whistle})]


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseRun(RunCommand):
    """Hold the scene clock. A drill with others needs a reason (L8). Refuses ``drill_stage``, ``reason_needed``."""

    reason: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.step(state, "paused")
        if not state.solo:
            required(self.reason, "reason_needed")
        return [self.draft(world, "paused", private={"words": self.reason})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeRun(RunCommand):
    """Go on. The desk that does it holds the run from now on: it delivers what the clock brings. Refuses ``drill_stage``."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.step(self.state(world), "resumed")
        return [self.draft(world, "resumed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpeed(RunCommand):
    """Let the scene clock go ``speed`` times as fast as the real one, 1 to 10. Refuses ``speed_unknown``."""

    speed: int

    def decide(self, world: World) -> Sequence[Draft]:
        self.live(world)
        if not 1 <= self.speed <= FASTEST:
            raise Refused("speed_unknown", most=FASTEST)
        return [self.draft(world, "sped", {"speed": self.speed})]


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpToInject(RunCommand):
    """Jump to the next inject that was not delivered. Refuses ``no_inject_left``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        line = state.next_inject
        if line is None:
            raise Refused("no_inject_left")
        if line.minute * MINUTE <= scene_at(state, self.when(world)):
            return []
        return [self.draft(world, "jumped", {"to": line.minute * MINUTE})]


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectCommand(RunCommand):
    """What acts on one inject share."""

    inject: str

    def check(self, state: DrillRun) -> None:
        """Refuses ``inject_unknown``."""
        if state.inject(self.inject) is None:
            raise Refused("inject_unknown")

    def delivered(self, state: DrillRun) -> None:
        """Refuses ``inject_unknown``, ``inject_not_delivered``."""
        self.check(state)
        if state.of(self.inject).delivered_at is None:
            raise Refused("inject_not_delivered")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverInject(InjectCommand):
    """An inject comes, by the ``clock`` or by ``hand``. Alone at night it is a call to the trainee.

    Refuses ``inject_delivered``, ``drill_paused``.
    """

    by: str = "hand"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        self.check(state)
        if state.of(self.inject).delivered_at is not None:
            raise Refused("inject_delivered")
        if state.stage == "paused":
            raise Refused("drill_paused")
        line = state.inject(self.inject)
        drafts = [self.draft(world, "delivered", {"inject": self.inject, "by": self.by})]
        if state.solo and line is not None:
            body = {"id": f"inject:{self.inject}", "inject": self.inject, "asks": True}
            drafts.append(self.draft(world, "called", body, {"words": line.say or line.text}))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveInject(InjectCommand):
    """The players have understood the inject. Refuses ``inject_not_delivered``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.open(world)
        self.delivered(state)
        if state.of(self.inject).received_at is not None:
            return []
        return [self.draft(world, "received", {"inject": self.inject})]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveContingency(InjectCommand):
    """The expected action was not seen in time: what is written for that case comes now.

    Refuses ``inject_not_delivered``; nothing happens when it came before or the action was seen.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        self.delivered(state)
        told, line = state.of(self.inject), state.inject(self.inject)
        if told.late_at is not None or told.seen_at is not None or line is None:
            return []
        drafts = [self.draft(world, "late", {"inject": self.inject})]
        words = line.late_text or (line.say or line.text if state.solo else "")
        if state.solo and words:
            body = {"id": f"late:{self.inject}", "inject": self.inject, "asks": True}
            drafts.append(self.draft(world, "called", body, {"words": words}))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncover(InjectCommand):
    """Alone: look at an inject before its time (H). It costs points. Refuses ``not_solo``, ``inject_unknown``."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        self.check(state)
        if not state.solo:
            raise Refused("not_solo")
        told = state.of(self.inject)
        if told.uncovered_at is not None or told.delivered_at is not None:
            return []
        return [self.draft(world, "uncovered", {"inject": self.inject})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAction(InjectCommand):
    """The expected action was seen: ``event`` (``node:seq``) is the entry that was it, ``words`` what was seen.

    Refuses ``inject_not_delivered``, ``before_inject`` for a moment before the inject came.
    """

    event: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.open(world)
        self.delivered(state)
        before = state.of(self.inject).delivered_at
        if before is not None and self.when(world) < before:
            raise Refused("before_inject")
        body = {"inject": self.inject, "event": self.event}
        return [self.draft(world, "seen", body, {"words": self.words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissAction(InjectCommand):
    """A person says that the expected action was not done, whatever was taken for it. Refuses ``inject_not_delivered``."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.delivered(self.open(world))
        return [self.draft(world, "unseen", {"inject": self.inject})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SayToTrainee(RunCommand):
    """A played department speaks. ``id`` is its own, so that nothing is said twice; ``asks`` waits for an answer."""

    id: str
    unit: str
    words: str
    asks: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        if state.call(self.id) is not None:
            return []
        body = {"id": self.id, "unit": self.unit} | ({"asks": True} if self.asks else {})
        return [self.draft(world, "called", body, {"words": required(self.words, "words_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCall(RunCommand):
    """The trainee answered a call: ``read_back``, with an ``order``, or by sending a ``unit``. An inject is received with it.

    Refuses ``call_unknown``.
    """

    call: str
    how: str = "read_back"
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.live(world)
        call = state.call(self.call)
        if call is None:
            raise Refused("call_unknown")
        if call.answered_at is not None:
            return []
        drafts = [self.draft(world, "answered", {"id": self.call, "how": self.how}, {"words": self.words})]
        if call.inject and state.of(call.inject).received_at is None:
            drafts.append(self.draft(world, "received", {"inject": call.inject}))
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDrill(RunCommand):
    """A line for the drill itself, such as a word before the whistle was blown. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.open(world)
        return [self.draft(world, "noted", private={"words": required(self.words, "words_needed")})]


# --- the end ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRun(RunCommand):
    """The director ends the drill (L9); who is still on the board is told. Refuses ``drill_stage``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.step(state, "ended")
        return [
            *_whistle_ended(world, state, "director", self.words, self.when(world)),
            self.draft(world, "ended", private={"words": self.words}),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminateDrill(RunCommand):
    """Something real happened: the drill is over at once (L9x), whoever notices it. Refuses ``drill_stage``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.step(state, "terminated")
        return [
            *_whistle_ended(world, state, "real_event", self.words, self.when(world)),
            self.draft(world, "terminated", private={"words": self.words}),
        ]


def _whistle_ended(world: World, state: DrillRun, reason: str, words: str, at: int) -> list[Draft]:
    whistle = world.state(f"whistle/{state.parent}") if state.parent else None
    if whistle is None or not whistle.running:
        return []
    return list(EndDrill(whistle=state.parent, reason=reason, words=words, happened_at=at).decide(world))


# --- judging ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeInject(InjectCommand):
    """优良中差 for one inject, with the words that say why. Refuses ``grade_wrong``, ``inject_not_delivered``."""

    grade: str
    note: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.open(world)
        self.delivered(state)
        if self.grade not in GRADES:
            raise Refused("grade_wrong")
        told = state.of(self.inject)
        note = self.note.strip() or told.note
        if (told.grade, told.note) == (self.grade, note):
            return []
        return [self.draft(world, "graded", {"inject": self.inject, "grade": self.grade}, {"note": note})]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeUnit(RunCommand):
    """优良中差 for a department; an empty grade keeps the words alone (119, 120 and those we ask are not ranked).

    Refuses ``grade_wrong``, ``not_listed``.
    """

    unit: str
    grade: str = ""
    note: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.open(world)
        if self.grade not in ("", *GRADES):
            raise Refused("grade_wrong")
        if not world.state(f"report_in/{state.parent}/{self.unit}").listed:
            raise Refused("not_listed", unit=self.unit)
        return [self.draft(world, "unit_graded", {"unit": self.unit, "grade": self.grade}, {"note": self.note})]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeAim(RunCommand):
    """Whether an aim was ``met`` or ``missed``, and why. Refuses ``aim_unknown``, ``grade_wrong``."""

    aim: str
    met: str
    note: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.open(world)
        if self.aim not in [aim.id for aim in state.aims]:
            raise Refused("aim_unknown")
        if self.met not in ("met", "missed"):
            raise Refused("grade_wrong")
        return [self.draft(world, "judged", {"aim": self.aim, "met": self.met}, {"note": self.note})]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief(RunCommand):
    """The director's word on the spot (L11): what was good, what was weak. Refuses ``drill_stage``, ``words_needed``."""

    good: str = ""
    weak: str = ""
    by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage not in ("debriefed", "evaluated"):
            self.step(state, "debriefed")
        required(self.good + self.weak, "words_needed")
        words = {"good": self.good, "weak": self.weak, "by": self.by}
        return [self.draft(world, "debriefed" if state.stage == "ended" else "debrief_amended", private=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateDrill(RunCommand):
    """The evaluation is finished (L10): the figures of this drill are kept for the comparison with the next.

    Refuses ``drill_stage``, ``injects_ungraded`` while an inject that was delivered has no grade, unless the drill ended
    while its action was still in its time.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        self.step(state, "evaluated")
        missing = [
            line.id
            for line in state.injects
            if state.of(line.id).delivered_at is not None and not state.of(line.id).grade and suggested(state, line)
        ]
        if missing:
            raise Refused("injects_ungraded", n=len(missing))
        whistle = world.state(f"whistle/{state.parent}") if state.parent else None
        return [self.draft(world, "evaluated", {"figures": figures(state, whistle, states_of(world, state))})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumUpDrill(RunCommand):
    """The summary (L12): what was learnt and what changes; it may be amended until it is filed. Refuses ``drill_stage``, ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "summed_up":
            self.step(state, "summed_up")
        verb = "summary_amended" if state.stage == "summed_up" else "summed_up"
        return [self.draft(world, verb, private={"words": required(self.words, "words_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDrill(RunCommand):
    """Everything is filed (L13); nothing of it changes any more. Refuses ``drill_stage``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.step(self.state(world), "filed")
        return [self.draft(world, "filed", private={"words": self.words})]


def states_of(world: World, state: DrillRun) -> list[ReportIn]:
    """The report-ins of the whistle of a run, in their fixed order."""
    if not state.parent:
        return []
    found = [world.state(subject) for subject in world.subjects(f"report_in/{state.parent}/")]
    return sorted((one for one in found if one.listed), key=lambda one: one.ordinal)

"""The departments of a solo drill, played by scripts: each with a character, delays against its own limits, and few words.

Deterministic: the seed of the run, the unit and its limits tell how it will behave, so the same drill can be held again. An
actor never does what is the trainee's to do: it answers when it was called, works when it was tasked, leaves when it was
released. What it does goes through the same commands as in earnest. Its words are spoken text, so they are Chinese.
Characters after the pains of real nights (domain.md 2.4: R2, R3a, Rx1, Rx3, Rx6, Rx8).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.command import Command
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.drill_run_acts import SayToTrainee
from commandcenter.domain.drill_scene import scene_at
from commandcenter.domain.order import Order, SettleOrder
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.report_in_acts import (
    AtWrongPlace,
    Conclude,
    CountHeads,
    FindAgain,
    LogCall,
    LoseContact,
    ReadBack,
    RecordMilestone,
)

CHARACTERS = ("by_rule", "slow", "silent", "asks", "refuses", "wrong_place", "fewer", "lost")
"""As it should be, slow on the way, does not pick up at first, asks before it moves, refuses at first, drives to the wrong
place, comes with fewer people, is not heard of for a while on the scene.
"""
TROUBLE: Mapping[str, float] = {"easy": 0.15, "medium": 0.35, "hard": 0.6}
"""How likely a department is one that makes trouble, by the level of the drill."""

_OWN_RULE = {"answer": (30, 90), "leave": (60, 120), "travel": (240, 540)}
"""Seconds a played body takes that no limit judges: fire and ambulance are quick."""
_REFUSALS = {
    "busy_elsewhere": "正在别处处置，抽不出人。",
    "short_of_forces": "今晚在岗的人不够，来不了。",
    "needs_superior": "没有上级通知，我们不能出。",
}


@dataclass(frozen=True, slots=True)
class Part:
    """How a department will behave. Spans are scene milliseconds: from the call to the answer, from there to leaving, on the
    way, at work, on the way home. ``picks_up`` is the try that is answered (1: the first).
    """

    unit: str
    character: str
    picks_up: int
    answer: int
    leave: int
    travel: int
    work: int
    back: int
    people: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """The next thing an actor does, and when in the scene. ``interrupts``: somebody wants an answer of the trainee."""

    due: int
    key: str
    commands: tuple[Command, ...]
    interrupts: bool = False


T = TypeVar("T")


class _Chance:
    """Numbers that look like chance and follow from a text alone: the rules know no real chance."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def random(self) -> float:
        """From 0 to below 1."""
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}:{self._count}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def uniform(self, low: float, high: float) -> float:
        return low + (high - low) * self.random()

    def randint(self, low: int, high: int) -> int:
        return low + int((high - low + 1) * self.random())

    def choice(self, values: Sequence[T]) -> T:
        return values[int(len(values) * self.random())]


def cast(run: DrillRun, states: Sequence[ReportIn]) -> dict[str, Part]:
    """Who plays how, by unit."""
    return {state.unit: part_of(run, state) for state in states}


def part_of(run: DrillRun, state: ReportIn) -> Part:
    """How one department will behave in this run."""
    chance = _Chance(f"{run.seed}:{state.unit}")
    character = _character(chance, run.level, state)
    answer, leave, arrive = (state.limits.get(name) for name in ("answer", "leave", "arrive"))
    quick = chance.uniform(0.2, 0.7)
    answer_ms = _span(chance, "answer") if answer is None else round(answer * MINUTE * quick)
    leave_ms = _span(chance, "leave") if leave is None else max(SECOND * 30, round(leave * MINUTE * quick) - answer_ms)
    if arrive is None:
        travel_ms = _span(chance, "travel")
    else:
        share = chance.uniform(1.1, 1.5) if character == "slow" else chance.uniform(0.5, 0.9)
        travel_ms = max(MINUTE, round(arrive * MINUTE * share) - answer_ms - leave_ms)
    asked = state.asked_people
    people = asked if asked is not None else chance.randint(2, 6)
    if character == "fewer":
        people = max(1, people - max(1, people // 3))
    return Part(
        unit=state.unit,
        character=character,
        picks_up=chance.choice((2, 2, 3)) if character == "silent" else 1,
        answer=max(5 * SECOND, answer_ms),
        leave=leave_ms,
        travel=travel_ms,
        work=chance.randint(6, 15) * MINUTE,
        back=chance.randint(5, 15) * MINUTE,
        people=people,
        reason=chance.choice(sorted(_REFUSALS)) if character == "refuses" else "",
    )


def _span(chance: _Chance, name: str) -> int:
    return chance.randint(*_OWN_RULE[name]) * SECOND


def _character(chance: _Chance, level: str, state: ReportIn) -> str:
    """Own forces never refuse, who is only informed never comes, a body with its own rule is not slow against a limit."""
    if chance.random() >= TROUBLE.get(level, TROUBLE["medium"]):
        return "by_rule"
    if state.relation == "report":
        return "silent"
    found = [name for name in CHARACTERS if name != "by_rule"]
    if state.relation == "direct" or state.limits.get("answer") is None:
        found.remove("refuses")
    if state.limits.get("arrive") is None:
        found.remove("slow")
    if (state.asked_people or 2) < 2:
        found.remove("fewer")
    return chance.choice(found)


# --- what comes next ----------------------------------------------------------------------------------------------


def reached(part: Part, state: ReportIn) -> bool:
    """Whether somebody picked up: the try that is answered was made. A call told on the board alone counts as one try."""
    if state.milestone("called") is None:
        return False
    if any(one.result == "reached" for one in state.tries):
        return True
    return part.picks_up <= max(1, len(state.tries))


def picks_up(part: Part, state: ReportIn) -> bool:
    """Whether the next try will be answered."""
    return len(state.tries) + 1 >= part.picks_up


def next_cue(run: DrillRun, part: Part, state: ReportIn, orders: Sequence[Order], name: str) -> Cue | None:
    """The next thing this department does of itself; None while it waits for the trainee or is through.

    ``orders`` are those of the incident, ``name`` is how the department calls itself.
    """
    actor = _Actor(run, part, state, orders, name)
    for step in (actor.home, actor.answers, actor.leaves, actor.arrives, actor.on_scene):
        cue = step()
        if cue is not None:
            return cue
        if actor.waits:
            return None
    return None


class _Actor:
    """One department at one moment. ``waits`` is set by the first step that is not through yet."""

    def __init__(self, run: DrillRun, part: Part, state: ReportIn, orders: Sequence[Order], name: str) -> None:
        self.run, self.part, self.state, self.name = run, part, state, name
        self.mine = [order for order in orders if order.unit == state.unit]
        self.all = [order for order in orders if order.unit in ("", state.unit)]
        self.waits = False

    # -- helpers

    def scene(self, name: str) -> int:
        """Scene time of the newest entry of a milestone."""
        found = [entry.at for entry in self.state.entries if entry.name == name]
        return scene_at(self.run, max(found))

    def has(self, name: str) -> bool:
        return self.state.milestone(name) is not None

    def key(self, what: str) -> str:
        state = self.state
        return f"{self.part.unit}:{what}:{len(state.entries)}.{len(state.outcomes)}.{len(state.tries)}"

    def says(self, what: str, words: str, *, asks: bool = False) -> SayToTrainee:
        return SayToTrainee(run=self.run.id, id=f"{self.part.unit}:{what}", unit=self.part.unit, words=words, asks=asks)

    def milestone(self, name: str, words: str = "", people: int | None = None) -> RecordMilestone:
        return RecordMilestone(
            whistle=self.state.whistle,
            unit=self.part.unit,
            milestone=name,
            people=people,
            words=words,
            channel="phone" if name in ("answered", "left") else "radio",
        )

    def asked(self, what: str) -> int | None:
        """Scene time at which the trainee answered what this department had asked; None: not yet."""
        call = self.run.call(f"{self.part.unit}:{what}")
        return None if call is None or call.answered_at is None else scene_at(self.run, call.answered_at)

    # -- steps

    def home(self) -> Cue | None:
        """Released: back at base after a while. Whoever is through has nothing left to do."""
        state = self.state
        if state.undone or state.outcome is not None:
            self.waits = True
            return None
        if not self.has("release_approved"):
            return None
        self.waits = True
        due = self.scene("release_approved") + self.part.back
        return Cue(due, self.key("back"), (self.milestone("back"),))

    def answers(self) -> Cue | None:
        if self.has("answered"):
            return None
        self.waits = True
        if any(self.has(name) for name in ("left", "arrived")) or not reached(self.part, self.state):
            return None
        reach = [one.at for one in self.state.tries if one.result == "reached"]
        since = max([scene_at(self.run, at) for at in reach] + [self.scene("called")])
        due = since + self.part.answer
        if self.part.character == "refuses" and not self.state.set_aside:
            words = _REFUSALS[self.part.reason]
            refused = Conclude(
                whistle=self.state.whistle, unit=self.part.unit, outcome="refused", reason=self.part.reason, words=words
            )
            return Cue(due, self.key("refused"), (refused, self.says("refused", words, asks=True)), True)
        if self.part.character == "asks":
            words = f"收到。我是{self.name}。现场谁指挥？有没有别的危险？说清楚我们再动。"
            acts = (self.milestone("answered"), self.says("asks", words, asks=True))
            return Cue(due, self.key("answered"), acts, True)
        words = "收到，马上安排。"
        return Cue(due, self.key("answered"), (self.milestone("answered", words), self.says("answered", words)))

    def leaves(self) -> Cue | None:
        if self.has("left") or self.has("arrived"):
            return None
        self.waits = True
        if self.state.relation == "report":
            return None
        since = self.scene("answered")
        if self.part.character == "asks":
            told = self.asked("asks")
            if told is None:
                return None
            since = max(since, told)
        words = f"{self.part.people}人出发。"
        acts = (self.milestone("left", words, self.part.people), self.says("left", words))
        return Cue(since + self.part.leave, self.key("left"), acts)

    def arrives(self) -> Cue | None:
        if self.has("arrived"):
            return None
        self.waits = True
        due = self.scene("left") + self.part.travel
        if self.part.character == "wrong_place":
            asked = self.run.call(f"{self.part.unit}:wrong")
            if asked is None:
                words = "到路口了，没看见人，集结点到底在哪儿？"
                wrong = AtWrongPlace(whistle=self.state.whistle, unit=self.part.unit, words=words)
                return Cue(due, self.key("wrong"), (wrong, self.says("wrong", words, asks=True)), True)
            told = self.asked("wrong")
            if told is None:
                return None
            due = told + max(MINUTE, self.part.travel // 4)
        words = f"到集结点，实到{self.part.people}人。"
        arrived = self.milestone("arrived", words, self.part.people)
        return Cue(due, self.key("arrived"), (arrived, self.says("arrived", words)))

    def on_scene(self) -> Cue | None:
        self.waits = True
        if self.part.character == "lost":
            cue = self._lost()
            if cue is not None or self.state.lost_at is not None:
                return cue
        return self._work()

    def _lost(self) -> Cue | None:
        state, unit = self.state, self.part.unit
        if self.run.call(f"{unit}:lost") is None:
            words = "（电台呼叫三遍，无应答）"
            lost = (LoseContact(whistle=state.whistle, unit=unit), self.says("lost", words, asks=True))
            return Cue(self.scene("arrived") + self.part.work // 2, self.key("lost"), lost, True)
        if state.lost_at is None:
            return None
        again = [scene_at(self.run, one.at) for one in state.tries if one.at >= state.lost_at]
        told = self.asked("lost")
        since = min([*again, *([told] if told is not None else [])], default=None)
        if since is None:
            return None
        words = f"刚才在地下室，没信号。{self.part.people}人都在。"
        acts = (
            FindAgain(whistle=state.whistle, unit=unit),
            CountHeads(whistle=state.whistle, unit=unit, people=self.part.people),
            self.says("found", words),
        )
        return Cue(since + MINUTE, self.key("found"), acts)

    def _work(self) -> Cue | None:
        """Works on what it was told to do; without an order it stands by and says nothing."""
        begun = [entry.at for entry in self.state.entries if entry.name == "working"]
        ended = [entry.at for entry in self.state.entries if entry.name == "done"]
        if len(begun) > len(ended):
            acts: list[Command] = [self.milestone("done", "交办的已办完。")]
            acts += [SettleOrder(order=order.subject, verb="done") for order in self.mine if order.open]
            acts.append(self.says(f"done{len(begun)}", "交办的已办完，原地待命。"))
            return Cue(scene_at(self.run, begun[-1]) + self.part.work, self.key("done"), tuple(acts))
        last = ended[-1] if ended else -1
        fresh = [order for order in self.all if order.given_at > last and (order.unit or not begun) and order.open]
        if not fresh:
            return None
        given = min(scene_at(self.run, order.given_at) for order in fresh)
        since = max(given, self.scene("arrived"), scene_at(self.run, last) if ended else 0)
        taken = [
            SettleOrder(order=order.subject, verb="acknowledged")
            for order in fresh
            if order.unit and order.acknowledged_at is None
        ]
        return Cue(since + MINUTE, self.key("working"), (*taken, self.milestone("working")))


# --- what the trainee owes a department -----------------------------------------------------------------------------


def owed(part: Part, state: ReportIn) -> Command | None:
    """What one press of a department's digit does in a solo drill: the next thing that is ours to do, not theirs.

    Call it; call again while nobody picks up, after a refusal (its superior) or when it is lost; have the order read back.
    None: it moves by itself, or waits for an order or its release.
    """
    unit, whistle, tries = state.unit, state.whistle, len(state.tries)
    if state.undone or (state.outcome is not None and not state.may_be_called_again):
        return None
    if state.outcome is not None or state.lost_at is not None:
        return LogCall(whistle=whistle, unit=unit, contact=min(tries, 2), result="reached", channel="phone")
    if not reached(part, state) and state.milestone("answered") is None:
        result = "reached" if picks_up(part, state) else "no_answer"
        return LogCall(whistle=whistle, unit=unit, contact=min(tries, 2), result=result, channel="phone")
    if state.milestone("answered") is not None and state.read_back_at is None:
        return ReadBack(whistle=whistle, unit=unit, channel="phone")
    return None


def to_release(state: ReportIn) -> bool:
    """Whether it is the trainee's to let this department go."""
    return state.on_scene and state.lost_at is None

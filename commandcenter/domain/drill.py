"""Drill plans (演练方案): type, aims, roles, script, score sheet, safety, announcement, approval. What is written, not what ran.

A record of the family ``drill`` is either a *scenario* of the library (情景库: it came with the founding, is ready to run
and needs nobody's signature) or a *designed* drill, which a leader approves. A drill starts only from one of these (DESIGN
rule 8). Sources: domain.md 2.7, 3.4; the state guide to drills (forms, contents, purposes, roles); the contingency inject
is the one of HSEEP's master scenario event list: what comes when the expected action is not seen.

Records of older offices have fewer fields; everything that is missing is empty here and never a reason to refuse a run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

MARK = "【演练】"
"""How every outgoing drill text begins."""

FORMS = ("tabletop", "live")
"""桌面, 实战."""
CONTENTS = ("single", "composite")
"""单项, 综合."""
PURPOSES = ("test", "demonstrate", "study")
"""检验, 示范, 研究."""
ROLES = ("director", "planner", "controller", "player", "simulator", "evaluator", "observer")
"""总指挥, 策划, 控制, 参演, 模拟, 评估, 观摩."""
CHANNELS = ("phone", "radio", "face", "network", "paper")
"""How an inject reaches the players: telephone, radio, somebody comes, the net, a paper."""
TRIGGERS = ("clock", "hand")
"""An inject comes by the scene clock, or when a controller gives it."""
GRADES = ("excellent", "good", "fair", "poor")
"""优良中差."""
STATUSES = ("scenario", "draft", "submitted", "returned", "approved", "held")

_PROCESS = frozenset({"submitted", "returned", "approval"})
"""Fields that tell of the approval and are no part of what is approved."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a drill is to show. ``origin`` names the corrective action it was adopted from (``review/<whistle>#<id>``)."""

    id: str
    words: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Inject:
    """One line of the script: minutes after the start, what happens, what ought to be done, by whom.

    ``units`` are unit ids and, where a post is meant that is no unit, its Chinese name; separated by blanks. ``aims`` are
    the ids of the aims it tests, ``criterion`` the line of the score sheet it counts for, ``points`` what it is worth at
    most (None: not scored). When the expected action was not seen ``late_minutes`` after the inject came, ``late_text``
    comes (the contingency inject). ``say`` is read out by who delivers it, ``watch`` is what the evaluator looks for,
    ``marks`` tells by grade what earns it.
    """

    minute: int
    text: str
    expected: str
    units: str = ""
    id: str = ""
    channel: str = "phone"
    trigger: str = "clock"
    aims: tuple[str, ...] = ()
    criterion: str = ""
    points: int | None = None
    late_minutes: int | None = None
    late_text: str = ""
    say: str = ""
    watch: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> tuple[str, ...]:
        """Unit ids and posts one by one."""
        return tuple(self.units.split())

    @property
    def late_at(self) -> int | None:
        """The minute at which the contingency comes; None when none is written."""
        return self.minute + self.late_minutes if self.late_text and self.late_minutes is not None else None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the score sheet: what is judged and how many points it carries."""

    id: str
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The criteria, and what share of the points each grade earns (0 to 1). Data: see ``resources/reference/drill.toml``."""

    criteria: tuple[Criterion, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    source: str = ""

    @property
    def total(self) -> int:
        """The points of all criteria."""
        return sum(line.weight for line in self.criteria)


@dataclass(frozen=True, slots=True)
class Role:
    """Who plays a part: names as they are written (private), how many, and a note (place, task)."""

    people: str = ""
    count: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The notice to residents. ``needed`` None: not decided yet. ``publish_on`` is a day (ISO) before the drill."""

    needed: bool | None = None
    text: str = ""
    area: str = ""
    publish_on: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the approval: when, by which person (id) or name, and for which content (``seal``).

    ``turn`` counts the submissions; a return names the one it answers.
    """

    at: int = 0
    by: str = ""
    name: str = ""
    seal: str = ""
    turn: int = 0
    reason: str = ""

    @property
    def known(self) -> bool:
        """Whether it was taken."""
        return bool(self.seal)


@dataclass(frozen=True, slots=True)
class DrillPlan:
    """What can be drilled with a plan. ``place`` is the id of a place, ``place_words`` how it is told.

    ``units`` are those that take part; empty: the units of the plan. ``designed`` is False for a scenario of the library;
    ``scenario`` names the one a designed drill was made from. ``scheduled_at`` is epoch milliseconds, ``minutes`` how long
    it is meant to last. ``laws`` are keys of the intervals it counts for; None: those of its plan.
    """

    id: str
    name: str
    plan: str
    place: str
    setting: str
    aims: tuple[Aim, ...]
    injects: tuple[Inject, ...]
    place_words: str = ""
    units: tuple[str, ...] = ()
    number: str = ""
    scenario: str = ""
    designed: bool = False
    form: str = ""
    content: str = ""
    purpose: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)
    sheet: ScoreSheet = ScoreSheet()
    safety: tuple[str, ...] = ()
    stop_word: str = ""
    cost: str = ""
    announcement: Announcement = Announcement()
    scheduled_at: int | None = None
    minutes: int | None = None
    laws: tuple[str, ...] | None = None
    version: int = 0
    seal: str = ""
    submitted: Step = Step()
    returned: Step = Step()
    approval: Step = Step()
    active: bool = True

    @property
    def goals(self) -> tuple[str, ...]:
        """The words of the aims."""
        return tuple(aim.words for aim in self.aims)

    @property
    def length(self) -> int:
        """Minutes from the start to the last inject, or as long as it is meant to last."""
        return max(self.minutes or 0, max((line.minute for line in self.injects), default=0))

    @property
    def approved(self) -> bool:
        """Whether a leader approved exactly what stands here now."""
        return self.approval.known and self.approval.seal == self.seal

    @property
    def startable(self) -> bool:
        """Whether it may be held with others: a scenario of the library, or what a leader approved as it stands."""
        return self.active and (self.approved or not self.designed)

    @property
    def fell_back(self) -> bool:
        """Whether it was approved once and changed since."""
        return self.approval.known and not self.approved

    def status(self, held: bool = False) -> str:
        """One of ``STATUSES``, derived: nobody stores it. ``held`` tells that a run of it was finished."""
        if not self.designed:
            return "scenario"
        if held:
            return "held"
        if self.approved:
            return "approved"
        if self.returned.known and self.returned.seal == self.seal and self.returned.turn >= self.submitted.turn:
            return "returned"
        return "submitted" if self.submitted.known and self.submitted.seal == self.seal else "draft"

    def inject(self, key: str) -> Inject | None:
        """The inject with an id."""
        return next((line for line in self.injects if line.id == key), None)

    def tests(self, aim: str) -> tuple[Inject, ...]:
        """The injects that test an aim."""
        return tuple(line for line in self.injects if aim in line.aims)


def may_start(plan: DrillPlan, *, solo: bool) -> None:
    """Refuse a start: ``drill_retired``, ``drill_without_script``, and for more than one person ``drill_not_approved``.

    A scenario of the library may be run as it stands; one officer alone trains without a signature (nobody is called).
    """
    if not plan.active:
        raise Refused("drill_retired", drill=plan.id)
    if solo and not plan.injects:
        raise Refused("drill_without_script", drill=plan.id)
    if not solo and not plan.startable:
        raise Refused("drill_not_approved", drill=plan.id)


def drill_plan_of(record: Record, sheet: ScoreSheet | None = None) -> DrillPlan:
    """The drill plan in a record; ``sheet`` is the office's score sheet for a plan that has none of its own."""
    fields, words = record.fields, record.words
    own = sheet_of(fields.get("sheet"))
    laws = fields.get("laws")
    steps = {name: _step(fields.get(name), words, name) for name in _PROCESS}
    return DrillPlan(
        id=record.id,
        name=str(fields.get("name", "")),
        plan=str(fields.get("plan", "")),
        place=str(fields.get("place", "")),
        setting=str(fields.get("setting", "")),
        aims=_aims(fields.get("goals")),
        injects=tuple(_inject(place, line) for place, line in enumerate(_lines(fields.get("injects")), start=1)),
        place_words=str(fields.get("place_words", "")),
        units=_texts(fields.get("units")),
        number=str(fields.get("number", "")),
        scenario=str(fields.get("scenario", "")),
        designed=fields.get("designed") is True,
        form=_one_of(fields.get("form"), FORMS),
        content=_one_of(fields.get("content"), CONTENTS),
        purpose=_one_of(fields.get("purpose"), PURPOSES),
        roles={role: found for role in ROLES if (found := _role(words.get(f"role.{role}"))) is not None},
        sheet=own if own.criteria or sheet is None else sheet,
        safety=_texts(fields.get("safety")),
        stop_word=str(fields.get("stop_word", "")),
        cost=str(fields.get("cost", "")),
        announcement=_announcement(fields.get("announcement")),
        scheduled_at=whole(fields.get("scheduled_at")),
        minutes=whole(fields.get("minutes")),
        laws=_texts(laws) if isinstance(laws, list | tuple) else None,
        version=record.version,
        seal=seal(fields),
        active=record.active,
        **steps,
    )


def sheet_of(value: Any) -> ScoreSheet:
    """A score sheet as data: ``{"criteria": [{"id", "name", "weight"}], "shares": {grade: share}, "source": …}``."""
    if not isinstance(value, Mapping):
        return ScoreSheet()
    shares = value.get("shares")
    return ScoreSheet(
        criteria=tuple(
            Criterion(str(line.get("id", "")), str(line.get("name", "")), whole(line.get("weight")) or 0)
            for line in _lines(value.get("criteria"))
        ),
        shares={
            grade: float(share)
            for grade, share in (shares.items() if isinstance(shares, Mapping) else ())
            if grade in GRADES and isinstance(share, int | float) and 0 <= share <= 1
        },
        source=str(value.get("source", "")),
    )


def seal(fields: Mapping[str, Any]) -> str:
    """What stands in a drill plan, in one word: an approval holds for exactly this. The approval itself is no part of it,
    nor are the people in their roles, who may be replaced without a new signature.
    """
    told = {name: value for name, value in fields.items() if name not in _PROCESS}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def marked(text: str) -> str:
    """``text`` with the drill mark in front, once."""
    return text if text.startswith(MARK) else MARK + text


def stop_words(name: str) -> str:
    """What is read out to everybody in a drill when something real happens. Spoken text, so Chinese on every screen."""
    held = name.removeprefix(MARK).removesuffix("演练")  # the name may say it already
    return marked(f"演练终止，真实情况。{held}演练到此停止，所有人停下手上的演练动作，回到岗位，等真实口令。")


# --- reading what anybody may have written ------------------------------------------------------------------------


def _lines(value: Any) -> list[Mapping[str, Any]]:
    return [line for line in value if isinstance(line, Mapping)] if isinstance(value, list | tuple) else []


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _one_of(value: Any, known: Sequence[str]) -> str:
    return value if isinstance(value, str) and value in known else ""


def _aims(value: Any) -> tuple[Aim, ...]:
    """Aims as they were written at first, plain words, or with an id of their own."""
    found = []
    for place, line in enumerate(value if isinstance(value, list | tuple) else (), start=1):
        if isinstance(line, Mapping):
            key = str(line.get("id", "")) or f"g{place}"
            found.append(Aim(key, str(line.get("words", "")), str(line.get("origin", ""))))
        else:
            found.append(Aim(f"g{place}", str(line)))
    return tuple(found)


def _inject(place: int, line: Mapping[str, Any]) -> Inject:
    marks = line.get("marks")
    return Inject(
        minute=whole(line.get("t_min")) or 0,
        text=str(line.get("inject", "")),
        expected=str(line.get("expected", "")),
        units=str(line.get("units", "")),
        id=str(line.get("id", "")) or f"i{place:02d}",
        channel=_one_of(line.get("channel"), CHANNELS) or "phone",
        trigger=_one_of(line.get("by"), TRIGGERS) or "clock",
        aims=_texts(line.get("aims")),
        criterion=str(line.get("criterion", "")),
        points=whole(line.get("points")),
        late_minutes=whole(line.get("late_min")),
        late_text=str(line.get("late", "")),
        say=str(line.get("say", "")),
        watch=_texts(line.get("watch")),
        marks={str(grade): str(words) for grade, words in marks.items()} if isinstance(marks, Mapping) else {},
    )


def _role(value: Any) -> Role | None:
    if not isinstance(value, Mapping):
        return None
    return Role(str(value.get("people", "")), whole(value.get("count")), str(value.get("note", "")))


def _announcement(value: Any) -> Announcement:
    told = value if isinstance(value, Mapping) else {}
    needed = told.get("needed")
    return Announcement(
        needed if isinstance(needed, bool) else None,
        str(told.get("text", "")),
        str(told.get("area", "")),
        str(told.get("publish_on", "")),
    )


def _step(value: Any, words: Mapping[str, Any], name: str) -> Step:
    told = value if isinstance(value, Mapping) else {}
    private = words.get(name)
    private = private if isinstance(private, Mapping) else {}
    return Step(
        whole(told.get("at")) or 0,
        str(told.get("by", "")),
        str(private.get("name", "")),
        str(told.get("seal", "")),
        whole(told.get("turn")) or 0,
        str(private.get("reason", "")),
    )


@demands("drill")
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
    if not fields.get("plan"):
        raise Refused("drill_without_plan")
    lines = fields.get("injects")
    if lines is not None and not isinstance(lines, list | tuple):
        raise Refused("field_unknown", fields=["injects"])
    for line in lines or ():
        minute = whole(line.get("t_min")) if isinstance(line, Mapping) else None
        if minute is None or minute < 0:
            raise Refused("inject_minute_wrong")
        late = line.get("late_min")
        if late is not None and (whole(late) or 0) <= 0:
            raise Refused("inject_minute_wrong")
        if (whole(line.get("points")) or 0) < 0:
            raise Refused("count_negative")
    for name, known in (("form", FORMS), ("content", CONTENTS), ("purpose", PURPOSES)):
        if fields.get(name) and fields[name] not in known:
            raise Refused("field_unknown", fields=[name])

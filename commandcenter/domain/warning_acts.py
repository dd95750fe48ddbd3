"""The acts on a warning: receive, judge, call and be answered, tick measures, count the transfer, change, end, sum up (2.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.case_acts import due_after
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Draft, World, counted, dated, required, unique
from commandcenter.domain.event import REAL, EventId
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole
from commandcenter.domain.warning import COLOURS, LEVELS, WAYS, Target, Warning, missing_for_end

RED_ANSWER = "warning.red_answer"
SERIES = "warning"
MOST_TARGETS = 400


@dataclass(frozen=True, slots=True)
class WarningPlan:
    """What is done at a sort of warning: the checklist and who has to answer, by colour, and the plan of its emergency.

    ``reach`` names, by colour, the tiers of the list: ``community``, ``section``, ``force``, ``department`` are kinds of units,
    ``grid_worker``, ``building_keeper``, ``unit_keeper`` posts of the roster.
    """

    code: str
    name: str
    icon: str = "triangle-alert"
    plan: str = ""
    look_for: str = ""
    measures: Mapping[str, tuple[str, ...]] | None = None
    reach: Mapping[str, tuple[str, ...]] | None = None

    def measures_at(self, colour: str) -> list[dict[str, str]]:
        """The checklist of a colour (colour and words a line): its own lines after those of the milder ones."""
        told = self.measures or {}
        return [{"colour": code, "words": words} for code in _milder(colour) for words in told.get(code, ())]

    def reach_at(self, colour: str) -> tuple[str, ...]:
        """The tiers that have to answer at a colour, those of the milder ones included."""
        told = self.reach or {}
        return unique(tier for code in _milder(colour) for tier in told.get(code, ()))


def _milder(colour: str) -> tuple[str, ...]:
    """The colours up to ``colour``, the mildest first."""
    place = COLOURS.index(colour) if colour in COLOURS else len(COLOURS) - 1
    return tuple(reversed(COLOURS[place:]))


def warning_plan_of(code: str, fields: Mapping[str, Any]) -> WarningPlan:
    """The plan in the fields of its record; missing parts are empty."""

    def by_colour(name: str) -> dict[str, tuple[str, ...]]:
        told = fields.get(name)
        lines = told if isinstance(told, Mapping) else {}
        return {str(colour): tuple(map(str, one)) for colour, one in lines.items() if isinstance(one, list | tuple)}

    return WarningPlan(
        code,
        str(fields.get("name", code)),
        str(fields.get("icon", "triangle-alert")),
        str(fields.get("plan", "")),
        str(fields.get("look_for", "")),
        by_colour("measures"),
        by_colour("reach"),
    )


@demands("warning_plan")
def _check_plan(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveWarning(Command):
    """A warning came in (W0). Its words and where it came from are kept as they were.

    Refuses ``warning_sort``, ``colour_needed``, ``words_needed``, ``source_needed``, ``warning_times``.
    """

    sort: str
    colour: str
    words: str
    source: str
    title: str = ""
    area: str = ""
    issuer: str = ""
    source_number: str = ""
    since: int | None = None
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        plan: Record = world.state(f"warning_plan/{self.sort}")
        if not self.sort or not plan.active:
            raise Refused("warning_sort")
        if self.colour not in COLOURS:
            raise Refused("colour_needed")
        words = required(self.words, "words_needed")
        source = required(self.source, "source_needed")
        for moment in (self.since, self.until):
            if moment is not None:
                dated(moment)
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise Refused("warning_times")
        at = self.when(world)
        day = local_date(at)
        count = world.take_number(numbering.series(SERIES, REAL), day)
        body: dict[str, Any] = {
            "number": numbering.whistle_number(SERIES, REAL, day, world.letter, count),
            "sort": self.sort,
            "colour": self.colour,
            "title": self.title.strip() or str(plan.get("name", self.sort)),
            "source": source,
        }
        for name in ("area", "issuer", "source_number"):
            if getattr(self, name).strip():
                body[name] = getattr(self, name).strip()
        for name in ("since", "until"):
            if getattr(self, name) is not None:
                body[name] = getattr(self, name)
        subject = f"warning/{world.new_id()}"
        return [Draft(subject=subject, kind="warning.received", body=body, private={"words": words}, happened_at=at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningCommand(Command):
    """What every later act on a warning shares."""

    warning: str

    def state(self, world: World) -> Warning:
        """The open warning. Refuses ``warning_unknown`` and ``warning_closed``."""
        state: Warning = world.state(f"warning/{self.warning}")
        if not state.known:
            raise Refused("warning_unknown")
        if not state.open:
            raise Refused("warning_closed")
        return state

    def draft(
        self,
        verb: str,
        at: int,
        body: Mapping[str, Any] | None = None,
        private: Mapping[str, Any] | None = None,
        corrects: EventId | None = None,
    ) -> Draft:
        """An event on this warning; words without text are left out."""
        said = {name: text.strip() if isinstance(text, str) else text for name, text in (private or {}).items()}
        said = {name: text for name, text in said.items() if text}
        return Draft(
            subject=f"warning/{self.warning}",
            kind=f"warning.{verb}",
            body=body or {},
            private=said or None,
            happened_at=at,
            corrects=corrects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeWarning(WarningCommand):
    """Does it touch us (W1): which grids and places, what to look for. The checklist of its colour begins.

    May be judged anew while nobody was called. Refuses ``place_unknown``, ``places_needed``, ``already_calling``.
    """

    touches: bool = True
    places: tuple[str, ...] = ()
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.rounds:
            raise Refused("already_calling")
        if self.touches and not self.places and not self.words.strip():
            raise Refused("places_needed")
        for place in self.places:
            if not world.state(f"place/{place}").known:
                raise Refused("place_unknown", place=place)
        body: dict[str, Any] = {"touches": self.touches, "places": list(unique(self.places))}
        if self.touches:
            body["measures"] = _plan(world, state).measures_at(state.colour)
        return [self.draft("judged", self.when(world), body, {"words": self.words})]


def _plan(world: World, state: Warning) -> WarningPlan:
    record: Record = world.state(f"warning_plan/{state.sort}")
    return warning_plan_of(state.sort, record.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Somebody who has to answer: a unit, a person of the roster, or a name with a number. ``tier`` is their level."""

    key: str
    unit: str = ""
    person: str = ""
    name: str = ""
    phone: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTargets(WarningCommand):
    """Put targets on the call-and-answer list (W2); the first ones begin the first round.

    Refuses ``not_judged``, ``does_not_touch``, ``no_target``, ``unit_unknown``, ``person_unknown``, ``already_listed``,
    ``too_many_targets``, ``warning_over`` after the end.
    """

    targets: tuple[Called, ...]

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.judged_at is None:
            raise Refused("not_judged")
        if not state.touches:
            raise Refused("does_not_touch")
        if state.over_at is not None:
            raise Refused("warning_over")
        if not self.targets:
            raise Refused("no_target")
        if len(self.targets) + len(state.targets) > MOST_TARGETS:
            raise Refused("too_many_targets", most=MOST_TARGETS)
        keys = [one.key for one in self.targets]
        have = {one.key for one in state.targets}
        if len(set(keys)) != len(keys) or have & set(keys) or not all(keys):
            raise Refused("already_listed", subject="")
        for one in self.targets:
            if one.unit and not world.state(f"unit/{one.unit}").known:
                raise Refused("unit_unknown", unit=one.unit)
            if one.person and not world.state(f"person/{one.person}").known:
                raise Refused("person_unknown", person=one.person)
            if not (one.unit or one.person or one.name.strip()):
                raise Refused("no_target")
        at = self.when(world)
        lines = [
            {name: getattr(one, name) for name in ("key", "unit", "person", "tier") if getattr(one, name)}
            for one in self.targets
        ]
        body: dict[str, Any] = {"targets": lines}
        due = answer_limit(world, state.colour, at)
        if due is not None and not state.rounds:
            body["due_at"] = due
        names = {one.key: {"name": one.name, "phone": one.phone} for one in self.targets if one.name or one.phone}
        return [self.draft("called", at, body, {"names": names})]


def answer_limit(world: World, colour: str, at: int) -> int | None:
    """Until when everybody must have answered; only red has such a limit, and only while the office keeps one."""
    return due_after(world, RED_ANSWER, at) if colour == "red" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TryTarget(WarningCommand):
    """A try to reach a target (W2, W3). ``answered_by`` names who answered; empty: nobody did.

    Refuses ``target_unknown``, ``try_way``, ``already_answered``, ``message_is_no_answer``.
    """

    target: str
    way: str = "phone"
    answered_by: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        target = next((one for one in state.called if one.key == self.target), None)
        if target is None:
            raise Refused("target_unknown")
        if self.way not in WAYS:
            raise Refused("try_way")
        answer = target.answer(state.round)
        if answer is not None:
            raise Refused("already_answered", at=answer.at)
        if self.way == "message" and self.answered_by.strip():
            raise Refused("message_is_no_answer")
        at = max(self.when(world), target.listed_at, state.rounds[-1].at)
        body: dict[str, Any] = {"target": self.target, "way": self.way, "round": state.round}
        if self.answered_by.strip():
            body["answered"] = True
        return [self.draft("tried", at, body, {"answered_by": self.answered_by, "words": self.words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeTry(WarningCommand):
    """Take back the newest try of a target; both entries stay on record. Refuses ``target_unknown``, ``nothing_to_undo``."""

    target: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        target = _target(state, self.target)
        tries = target.tries_in(state.round)
        if not tries:
            raise Refused("nothing_to_undo")
        return [self.draft("try_struck", world.now, corrects=max(tries, key=lambda one: one.id).id)]


def _target(state: Warning, key: str) -> Target:
    target = next((one for one in state.targets if one.key == key), None)
    if target is None:
        raise Refused("target_unknown")
    return target


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTarget(WarningCommand):
    """A target need not answer after all: it stays on the list, struck, with the reason. Refuses ``reason_needed``."""

    target: str
    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        _target(self.state(world), self.target)
        words = required(self.words, "reason_needed")
        return [self.draft("target_dropped", self.when(world), {"target": self.target}, {"words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class TickMeasure(WarningCommand):
    """A line of the checklist is done, or was not (W4). Refuses ``item_unknown``, ``nothing_changed``."""

    measure: str
    done: bool = True
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        line = next((one for one in state.measures if one.key == self.measure), None)
        if line is None:
            raise Refused("item_unknown")
        if (line.done_at is not None) == self.done:
            raise Refused("nothing_changed")
        body = {"measure": self.measure, "done": self.done}
        return [self.draft("measure_ticked", self.when(world), body, {"words": self.words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMeasure(WarningCommand):
    """A line for the checklist that the plan does not have. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        words = required(self.words, "words_needed")
        return [self.draft("measure_added", self.when(world), private={"words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartResponse(WarningCommand):
    """The response level that was started; a scale of its own, not the colour. Empty ends it. Refuses ``response_level``."""

    level: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.level and self.level not in LEVELS:
            raise Refused("response_level")
        if self.level == state.response:
            raise Refused("nothing_changed")
        return [self.draft("responded", self.when(world), {"level": self.level})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTransfer(WarningCommand):
    """How many people are to be moved, were moved, refused (W5). None is unknown.

    Refuses ``planned_needed``, ``count_negative``, ``moved_too_many`` when more moved than planned, ``refusal_words`` when
    some refused and nothing is said about them.
    """

    planned: int | None
    moved: int | None = None
    refused: int | None = None
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        planned, moved, refused = counted(self.planned), counted(self.moved), counted(self.refused)
        if planned is None:
            raise Refused("planned_needed")
        if (moved or 0) + (refused or 0) > planned:
            raise Refused("moved_too_many", planned=planned, told=(moved or 0) + (refused or 0))
        if refused and not self.words.strip():
            raise Refused("refusal_words")
        told = (("planned", planned), ("moved", moved), ("refused", refused))
        body = {name: value for name, value in told if whole(value) is not None}
        return [self.draft("transferred", self.when(world), body, {"words": self.words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendShift(WarningCommand):
    """The shift stays on until a moment, a leader is on site (W6). Refuses ``leader_needed``, ``due_in_past``."""

    leader: str
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        leader = required(self.leader, "leader_needed")
        at = self.when(world)
        if self.until is not None and dated(self.until) <= at:
            raise Refused("due_in_past")
        body = {"until": self.until} if self.until is not None else {}
        return [self.draft("extended", at, body, {"leader": leader})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWarning(WarningCommand):
    """The colour or its end changed (W7): everybody is told anew, the checklist of the new colour is added.

    Refuses ``colour_needed``, ``nothing_changed``, ``words_needed``, ``warning_times``.
    """

    colour: str
    words: str
    until: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.colour not in COLOURS:
            raise Refused("colour_needed")
        if self.colour == state.colour and self.until in (None, state.until) and state.over_at is None:
            raise Refused("nothing_changed")
        words = required(self.words, "words_needed")
        at = self.when(world)
        body: dict[str, Any] = {"colour": self.colour}
        if self.until is not None:
            if dated(self.until) <= (state.since or 0):
                raise Refused("warning_times")
            body["until"] = self.until
        if state.touches:
            body["measures"] = _plan(world, state).measures_at(self.colour)
        due = answer_limit(world, self.colour, at)
        if due is not None:
            body["due_at"] = due
        return [self.draft("changed", at, body, {"words": words})]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWarning(WarningCommand):
    """It was lifted (W7): everybody is told. Refuses ``words_needed``, ``warning_over``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.over_at is not None:
            raise Refused("warning_over")
        return [self.draft("ended", self.when(world), private={"words": required(self.words, "words_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWarning(WarningCommand):
    """An emergency whistle was blown on it. Refuses ``whistle_unknown``, ``modes_mixed`` for a drill, ``nothing_changed``."""

    whistle: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        return [link(world, state, self.whistle, self.when(world))]


def link(world: World, state: Warning, whistle: str, at: int) -> Draft:
    """The draft that ties a whistle to the warning behind it."""
    blown = world.state(f"whistle/{whistle}")
    if not blown.known:
        raise Refused("whistle_unknown")
    if blown.mode != REAL:
        raise Refused("modes_mixed")
    if whistle in state.whistles:
        raise Refused("nothing_changed")
    return Draft(subject=state.subject, kind="warning.whistled", body={"whistle": whistle}, happened_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWarning(WarningCommand):
    """A line of its log. Refuses ``words_needed``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        return [self.draft("noted", self.when(world), private={"words": required(self.words, "words_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseWarning(WarningCommand):
    """The summary (W8); it is over. Everybody was told of the end and the transfer agrees, or the words say why not.

    Refuses ``not_judged``, ``warning_not_over``, ``answers_missing`` and ``transfer_differs`` unless ``why_open`` says why,
    ``words_needed``.
    """

    words: str
    why_open: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.judged_at is None:
            raise Refused("not_judged")
        words = required(self.words, "words_needed")
        missing = missing_for_end(state)
        if "over" in missing:
            raise Refused("warning_not_over")
        if not self.why_open.strip():
            if "answers" in missing:
                raise Refused("answers_missing", count=len(state.waiting))
            if "transfer" in missing:
                raise Refused("transfer_differs", planned=state.transfer.planned, moved=state.transfer.moved)
        return [self.draft("closed", self.when(world), private={"words": words, "why_open": self.why_open})]

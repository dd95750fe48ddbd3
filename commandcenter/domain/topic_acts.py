"""The acts on a topic: open, list hazards, assess, report, dispatch in batch, repair, look back, measure, close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain import numbering
from commandcenter.domain.case_acts import Matter
from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, required, unique
from commandcenter.domain.foresight_acts import proactive_case
from commandcenter.domain.refusal import Refused
from commandcenter.domain.topic import LIKELIHOODS, LOOKS, MOST_HAZARDS, PROGRESS, Topic

MOST_EVIDENCE = 30
LOOK_BACK_DAYS = "topic.look_back"
"""The limit that says how long before the season the look-back must be done."""


def _clean(words: Sequence[str]) -> list[str]:
    return list(unique(word.strip() for word in words if word.strip()))


def _year(year: int) -> None:
    """Refuse ``not_a_date`` for a year that no season has."""
    if not 1970 <= year < 2199:
        raise Refused("not_a_date", text=str(year))


def _season(first: int, last: int) -> dict[str, int]:
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise Refused("month_unknown")
    return {"first": first, "last": last}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTopic(Command):
    """Keep a study of words as a topic. ``first`` and ``last`` are the months of its season.

    Refuses ``name_missing``, ``rule_words_missing``, ``month_unknown``. The report tells ``topic`` and ``number``.
    """

    name: str
    include: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    first: int = 6
    last: int = 9
    topic: str = ""

    def decide(self, world: World) -> Decision:
        name = required(self.name, "name_missing")
        include = _clean(self.include)
        if not include and not self.categories:
            raise Refused("rule_words_missing")
        season = _season(self.first, self.last)
        key = self.topic or world.new_id()
        if world.state(f"topic/{key}").known:
            raise Refused("already_there", subject=f"topic/{key}")
        at = self.when(world)
        day = local_date(at)
        series = numbering.series("topic", "real")
        number = numbering.whistle_number("topic", "real", day, world.letter, world.take_number(series, day))
        body = {
            "number": number,
            "name": name,
            "include": include,
            "exclude": _clean(self.exclude),
            "categories": list(self.categories),
            **season,
        }
        return Decision(
            [Draft(subject=f"topic/{key}", kind="topic.opened", body=body, happened_at=at)],
            {"topic": key, "number": number},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCommand(Command):
    """What later acts on a topic share."""

    topic: str
    words: str = ""

    def state(self, world: World) -> Topic:
        """The topic. Refuses ``topic_unknown`` and ``topic_closed``."""
        state = world.state(f"topic/{self.topic}")
        if not isinstance(state, Topic) or not state.known:
            raise Refused("topic_unknown")
        if state.closed_at is not None:
            raise Refused("topic_closed")
        return state

    def draft(self, world: World, verb: str, body: Mapping[str, Any], **private: str) -> Draft:
        """An event on the topic."""
        words = {name: text.strip() for name, text in ({"words": self.words} | private).items() if text.strip()}
        return Draft(
            subject=f"topic/{self.topic}",
            kind=f"topic.{verb}",
            body=body,
            private=words or None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendTopic(TopicCommand):
    """Change name, words or season. Refuses ``nothing_changed`` and what ``OpenTopic`` refuses."""

    name: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] | None = None
    first: int = 0
    last: int = 0

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        body: dict[str, Any] = {}
        if self.name.strip() and self.name.strip() != state.name:
            body["name"] = self.name.strip()
        if (include := _clean(self.include)) and tuple(include) != state.words.include:
            body["include"] = include
        if self.exclude is not None and tuple(_clean(self.exclude)) != state.words.exclude:
            body["exclude"] = _clean(self.exclude)
        if self.first or self.last:
            season = _season(self.first or state.season.first, self.last or state.season.last)
            if (season["first"], season["last"]) != (state.season.first, state.season.last):
                body |= season
        if not body:
            raise Refused("nothing_changed")
        return [self.draft(world, "amended", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPoint:
    """A point of a study: where, how often, in which years, the ids of its cases. ``id`` is the one it gets, empty a fresh one."""

    id: str = ""
    place: str = ""
    point: str = ""
    community: str = ""
    times: int = 0
    years: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()


def _twice(points: Sequence[FoundPoint]) -> bool:
    """Whether two points ask for the same id."""
    ids = [one.id for one in points if one.id]
    return len(ids) != len(set(ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHazards(TopicCommand):
    """Put points of a study on the list of hazards, with the figures of the study they come from.

    A point that stands on the list already is left alone. Refuses ``nothing_chosen``, ``too_many``, ``hazard_listed``, ``count_negative``. The report counts ``listed``.
    """

    points: tuple[FoundPoint, ...]
    cases: int = 0
    all_points: int = 0
    repeated: int = 0
    repeated_cases: int = 0
    excluded: int = 0
    by_month: dict[str, int] = field(default_factory=dict)

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        if any(one.id and state.hazard(one.id) is not None for one in self.points) or _twice(self.points):
            raise Refused("hazard_listed")
        standing = {(one.place, one.point if not one.place else "") for one in state.points}
        fresh = [one for one in self.points if (one.place, one.point if not one.place else "") not in standing]
        if not self.points:
            raise Refused("nothing_chosen")
        if len(state.hazards) + len(fresh) > MOST_HAZARDS:
            raise Refused("too_many", most=MOST_HAZARDS)
        study = {
            "cases": counted(self.cases),
            "points": counted(self.all_points),
            "repeated": counted(self.repeated),
            "repeated_cases": counted(self.repeated_cases),
            "excluded": counted(self.excluded),
            "by_month": {month: counted(count) for month, count in self.by_month.items()},
        }
        drafts = [self.draft(world, "studied", study)] if self.cases else []
        for one in fresh:
            body = {
                "id": one.id or world.new_id(),
                "place": one.place,
                "community": one.community,
                "times": counted(one.times),
                "years": list(one.years),
                "evidence": list(one.evidence[:MOST_EVIDENCE]),
            }
            drafts.append(self.draft(world, "hazard_listed", body, point=one.point))
        return Decision(drafts, {"listed": len(fresh)})


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardCommand(TopicCommand):
    """What acts on one hazard share."""

    hazard: str

    def check(self, world: World) -> Topic:
        """The topic. Refuses ``hazard_unknown`` for a hazard that is not on its list."""
        state = self.state(world)
        found = state.hazard(self.hazard)
        if found is None or found.dropped:
            raise Refused("hazard_unknown")
        return state


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessHazard(HazardCommand):
    """Cause, likelihood, expected period, consequence, who repairs, measure, until when. Empty ones stay as they are.

    Refuses ``likelihood_unknown``, ``unit_unknown``, ``nothing_changed``.
    """

    cause: str = ""
    likelihood: str = ""
    expected: str = ""
    consequence: str = ""
    repairer: str = ""
    measure: str = ""
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        one = self.check(world).hazard(self.hazard)
        if self.likelihood and self.likelihood not in LIKELIHOODS:
            raise Refused("likelihood_unknown")
        if self.repairer and not world.state(f"unit/{self.repairer}").known:
            raise Refused("unit_unknown", unit=self.repairer)
        if self.due_at is not None:
            dated(self.due_at)
        body: dict[str, Any] = {
            name: value
            for name in ("likelihood", "repairer", "due_at")
            if (value := getattr(self, name)) and value != getattr(one, name)
        }
        told = {
            name: text
            for name in ("cause", "expected", "consequence", "measure")
            if (text := getattr(self, name).strip()) and text != getattr(one, name)
        }
        if not body and not told:
            raise Refused("nothing_changed")
        return [self.draft(world, "hazard_assessed", {"id": self.hazard, **body}, **told)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropHazard(HazardCommand):
    """Take a point off the list, with a reason. Refuses ``reason_needed`` and ``hazard_dispatched``."""

    def decide(self, world: World) -> Sequence[Draft]:
        one = self.check(world).hazard(self.hazard)
        required(self.words, "reason_needed")
        if one is not None and one.case:
            raise Refused("hazard_dispatched")
        return [self.draft(world, "hazard_dropped", {"id": self.hazard})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressHazard(HazardCommand):
    """How far the repair has come. Long-term needs a reason. Refuses ``progress_unknown``, ``reason_needed``, ``nothing_changed``."""

    progress: str

    def decide(self, world: World) -> Sequence[Draft]:
        one = self.check(world).hazard(self.hazard)
        if self.progress not in PROGRESS:
            raise Refused("progress_unknown")
        if one is not None and one.progress == self.progress:
            raise Refused("nothing_changed")
        if self.progress == "long_term":
            required(self.words, "reason_needed")
        return [self.draft(world, "progressed", {"id": self.hazard, "progress": self.progress})]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTask:
    """One task of a batch: the hazard and the words of its case."""

    hazard: str
    title: str
    text: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchHazards(TopicCommand):
    """One case a point, registered before anybody complains and dispatched to who repairs: all of them, or none.

    Refuses ``nothing_chosen``, ``hazard_unknown``, ``hazard_dispatched``, ``no_lead`` and what dispatching refuses.
    The report tells ``cases``.
    """

    tasks: tuple[PointTask, ...]

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        if not self.tasks:
            raise Refused("nothing_chosen")
        drafts: list[Draft] = []
        cases = []
        for task in self.tasks:
            one = state.hazard(task.hazard)
            if one is None or one.dropped:
                raise Refused("hazard_unknown")
            if one.case:
                raise Refused("hazard_dispatched")
            if not one.repairer:
                raise Refused("no_lead")
            matter = Matter(
                title=task.title,
                text=task.text,
                channel="centre",
                place=one.place,
                place_words=one.point,
                community=one.community,
                due_at=one.due_at,
            )
            made = proactive_case(world, matter, one.repairer, task.others, one.evidence, self)
            cases.append(str(made.report["case"]))
            drafts += [*made.drafts, self.draft(world, "dispatched", {"id": one.id, "case": cases[-1]})]
        return Decision(drafts, {"cases": cases})


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTopicReport(TopicCommand):
    """The special report went out. Refuses ``nothing_listed`` when no hazard stands on the list."""

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.state(world).points:
            raise Refused("nothing_listed")
        return [self.draft(world, "issued", {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLookBack(TopicCommand):
    """Look again before the season of ``year``: until ``due_at``, else so many days before it as the office has laid down.

    Refuses ``nothing_listed``, ``due_in_past``.
    """

    year: int
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not state.points:
            raise Refused("nothing_listed")
        _year(self.year)
        due = dated(self.due_at) if self.due_at is not None else None
        if due is None:
            record = world.state(f"limit/{LOOK_BACK_DAYS}")
            days = record.fields.get("value") if record.active else None
            due = state.season.starts(self.year) - (int(days) if isinstance(days, int | float) else 0) * DAY
        if due <= self.when(world):
            raise Refused("due_in_past")
        return [self.draft(world, "look_back_set", {"year": self.year, "due_at": due})]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackHazard(HazardCommand):
    """Somebody looked at a point before the season: it holds, it came back, or nobody could look.

    What came back goes to repair again. The last point of a round finishes it. Refuses ``look_unknown``, ``words_needed``.
    """

    year: int
    found: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.check(world)
        _year(self.year)
        if self.found not in LOOKS:
            raise Refused("look_unknown")
        if self.found != "fine":
            required(self.words, "words_needed")
        told = {"id": self.hazard, "year": self.year, "found": self.found}
        drafts = [self.draft(world, "looked_back", told)]
        if self.found == "recurred":
            again = self.draft(world, "progressed", {"id": self.hazard, "progress": "repairing"})
            drafts.append(replace(again, private=None))
        rest = [one for one in to_look_at(state, self.year) if one != self.hazard]
        if not rest and any(one.year == self.year and one.done_at is None for one in state.rounds):
            drafts.append(replace(self.draft(world, "look_back_done", {"year": self.year}), private=None))
        return drafts


def to_look_at(state: Topic, year: int) -> list[str]:
    """The ids of the points that nobody has looked at before the season of a year."""
    return [one.id for one in state.points if one.look(year) is None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTopic(TopicCommand):
    """Keep a comparison of two seasons as it was counted (``topic.Effect``). Refuses ``count_negative``, ``not_a_date``."""

    year: int
    until: int
    before: int
    after: int
    repaired: tuple[int, int, int] = (0, 0, 0)
    unrepaired: tuple[int, int, int] = (0, 0, 0)
    elsewhere: tuple[int, int] = (0, 0)

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        _year(self.year)
        dated(self.until)
        for count in (self.before, self.after, *self.repaired, *self.unrepaired, *self.elsewhere):
            counted(count)
        names = ("year", "until", "before", "after")
        body: dict[str, Any] = {name: getattr(self, name) for name in names}
        body |= {name: list(getattr(self, name)) for name in ("repaired", "unrepaired", "elsewhere")}
        return [self.draft(world, "measured", body)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseTopic(TopicCommand):
    """Close a topic. Refuses ``reason_needed`` while points are neither cleared nor long-term."""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if any(one.progress not in ("cleared", "long_term") for one in state.points):
            required(self.words, "reason_needed")
        return [self.draft(world, "closed", {})]

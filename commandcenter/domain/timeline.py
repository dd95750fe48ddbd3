"""The timeline of an incident: which entries are shown, in what order, and what lies over each of them.

Codes and values only: the screen and the paper word the same entries. What belongs together is one entry (the first
listings belong to the whistle, a logged call to the try that made it, the report to the district to its text), so that
nothing is told twice; a corrected entry stays and points both ways (DESIGN rules 6 and 12).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.deadline import REMINDER
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.report_in import OUTCOMES, RANK, ending_of

LEVELS = ("minor", "plain", "key", "attention", "alarm")
"""How much an entry weighs: a side note, a step, a turning point, something to look at, something that went wrong."""

_WEIGHTS = {
    "key": (
        *("whistle.blown", "whistle.undone", "whistle.false_alarm", "whistle.stood_down", "whistle.drill_ended"),
        *("whistle.closed", "whistle.reopened", "whistle.told", "sitrep.issued"),
        *("sitrep.phoned", "sitrep.signed", "sitrep.delivered"),
        *("post.set_up", "post.handed_over", "post.taken_back", "post.ended", "post.withdrawn", "post.decided"),
    ),
    "alarm": ("report_in.refused", "report_in.never_came", "report_in.left_early", "report_in.lost"),
    "attention": ("report_in.replaced", "report_in.withdrawn", "report_in.wrong_place", "whistle.note_struck"),
    "minor": (
        "report_in.call_tried",
        "report_in.read_back",
        "report_in.promised",
        "whistle.titled",
        "whistle.cue_taken",
        *("post.decision_ordered", "transfer.amended", "supply.returned", "supply.consumed"),
    ),
}
APART = ("transfer",)
"""Families of which only codes and counts are told: names, addresses and words are kept apart (domain.md 5.6 F11)."""

ENDED_ALONE = ("dissolved", "downgraded")
"""How a post ended by an order of its own; otherwise it ended with its incident, which is told already."""

_LEVEL = {kind: level for level, kinds in _WEIGHTS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. ``at`` is when it happened, ``recorded_at`` when it was typed (epoch milliseconds).

    ``facts`` are the codes and counts of the event, ``words`` the texts of its private part (empty when ``erased``).
    ``late`` marks an entry typed after the event, ``struck`` a log line crossed out, ``withdrawn`` a milestone or outcome
    taken back; such an entry stays. An entry that corrects another names it in ``corrects``, with its kind and time.
    ``irregular`` is the code of a step the rules would not have allowed. ``unit`` is empty when no unit is concerned.
    ``ending`` is for outcomes: how the report-in ended, ``informed`` where it was only told that it is over.
    """

    id: EventId
    at: int
    recorded_at: int
    kind: str
    actor: str
    subject: str
    unit: str = ""
    channel: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    level: str = "plain"
    late: bool = False
    struck: bool = False
    withdrawn: bool = False
    erased: bool = False
    irregular: str = ""
    ending: str = ""
    corrects: EventId | None = None
    corrects_kind: str = ""
    corrects_at: int | None = None

    @property
    def verb(self) -> str:
        """The kind without its family."""
        return self.kind.partition(".")[2]


Kept = dict[EventId, tuple[Fact, Entry]]
"""Entries with the fact each was made of, and of nothing else."""


def entries(
    facts: Iterable[Fact], irregular: Mapping[EventId, str] | None = None, kept: Kept | None = None
) -> list[Entry]:
    """The timeline of one incident from its facts (whistle, report-ins, post, orders, reports), oldest first.

    ``irregular`` gives the codes of steps that the folds marked. Whoever asks again and again hands in ``kept``: an entry that
    nothing lies over is taken from there and put there.
    """
    ordered = sorted(facts, key=lambda fact: (fact.happened_at, fact.hlc, fact.id))
    by_id = {fact.id: fact for fact in ordered}
    corrected = _corrected(ordered, by_id)
    orders = {fact.subject: fact for fact in ordered if fact.kind == "order.given"}
    absorbed, added = _told_together(ordered, by_id, corrected)
    endings = _endings(ordered)
    marks = irregular or {}
    found = []
    over = {*corrected, *added, *endings, *marks}
    for fact in ordered:
        if fact.id in absorbed:
            continue
        alone = kept is not None and fact.corrects is None and fact.id not in over and fact.subject not in orders
        if kept is not None and alone:
            before = kept.get(fact.id)
            if before is None or before[0] is not fact:
                before = kept[fact.id] = fact, _entry(fact, orders, None, {})
            found.append(before[1])
            continue
        target = _target(fact, by_id) if fact.corrects is not None else None
        correction = corrected.get(fact.id)
        lies_over = {
            "struck": correction == "whistle.note_struck",
            "withdrawn": correction == "report_in.withdrawn",
            "irregular": marks.get(fact.id, ""),
            "ending": endings.get(fact.id, ""),
            "corrects": fact.corrects,
            "corrects_kind": target.kind if target else "",
            "corrects_at": target.happened_at if target else None,
        }
        found.append(_entry(fact, orders, added.get(fact.id), lies_over))
    return found


def _entry(
    fact: Fact, orders: Mapping[str, Fact], added: Mapping[str, Any] | None, lies_over: Mapping[str, Any]
) -> Entry:
    family, _, rest = fact.subject.partition("/")
    words = {} if family in APART else dict(fact.private or {})
    unit = rest.partition("/")[2] if family == "report_in" else str(fact.body.get("unit", ""))
    given = orders.get(fact.subject)
    if family == "order" and given is not None:
        unit = str(given.body.get("unit", ""))
        if fact is not given and given.words("words"):
            words["order"] = given.words("words")
    return Entry(
        id=fact.id,
        at=fact.happened_at,
        recorded_at=fact.recorded_at,
        kind=fact.kind,
        actor=fact.actor,
        subject=fact.subject,
        unit=unit,
        channel=fact.channel,
        facts={**fact.body, **added} if added else fact.body,
        words=words,
        level=_level(fact),
        late=fact.late and not fact.verb.startswith("deadline_"),
        erased=fact.erased and family not in APART,
        **lies_over,
    )


def _level(fact: Fact) -> str:
    if fact.verb == "deadline_raised" and str(fact.body.get("clock", "")).startswith(REMINDER):
        return "minor"
    if fact.verb == "deadline_raised":
        return "alarm" if fact.body.get("threshold") == "due" else "attention"
    if fact.verb == "deadline_acknowledged":
        return "minor"
    return _LEVEL.get(fact.kind, "plain")


def _endings(facts: Iterable[Fact]) -> dict[EventId, str]:
    """How each outcome is told: it depends on what the unit was listed as, and on whether it had been called."""
    relation: dict[str, str] = {}
    called: set[str] = set()
    found = {}
    for fact in facts:
        if not fact.kind.startswith("report_in."):
            continue
        if fact.verb == "listed":
            relation[fact.subject] = str(fact.body.get("relation", ""))
        elif fact.verb in RANK:
            called.add(fact.subject)
        if fact.verb in OUTCOMES:
            reason = str(fact.body.get("reason", ""))
            standing = relation.get(fact.subject, "")
            found[fact.id] = ending_of(standing, fact.verb, reason, called=fact.subject in called)
    return found


# --- corrections --------------------------------------------------------------------------------------------------


def _target(fact: Fact, by_id: Mapping[EventId, Fact]) -> Fact | None:
    """The entry a correction reaches: only of its own subject, and only what can be corrected, as the folds have it."""
    target = by_id.get(fact.corrects) if fact.corrects is not None else None
    if target is None or fact.subject != target.subject:
        return None
    if fact.kind == "whistle.note_struck":
        return target if target.kind == "whistle.noted" else None
    reaches = fact.kind == "report_in.withdrawn" and (target.verb in RANK or target.verb in OUTCOMES)
    return target if reaches else None


def _corrected(facts: Iterable[Fact], by_id: Mapping[EventId, Fact]) -> dict[EventId, str]:
    """Which entries were corrected, and by what kind of entry."""
    return {target.id: fact.kind for fact in facts if (target := _target(fact, by_id)) is not None}


# --- what belongs together ----------------------------------------------------------------------------------------

_PART_OF = {
    "report_in.listed": ("report_in.arrived",),
    "report_in.called": ("report_in.call_tried",),
    "whistle.told": ("sitrep.issued", "sitrep.delivered", "sitrep.phoned"),
}
"""A fact of the first kind is told as part of its neighbour of one of the others, when one command wrote both."""


def _told_together(
    facts: Sequence[Fact], by_id: Mapping[EventId, Fact], corrected: Mapping[EventId, str]
) -> tuple[set[EventId], dict[EventId, dict[str, Any]]]:
    """The facts that are told as part of another one, and what they add to it."""
    absorbed: set[EventId] = set()
    added: dict[EventId, dict[str, Any]] = {}
    blown = next((fact for fact in facts if fact.kind == "whistle.blown"), None)
    undone = any(fact.kind == "whistle.undone" for fact in facts)
    first: list[Fact] = []
    for fact in facts:
        if fact.kind == "report_in.listed" and blown is not None and _first_listing(fact, blown):
            first.append(fact)
        elif (fact.kind == "report_in.undone" and undone) or (
            fact.kind == "post.ended" and fact.body.get("by") not in ENDED_ALONE
        ):
            absorbed.add(fact.id)
        elif _is_part(fact) and fact.id not in corrected:
            whole = _neighbour(fact, by_id)
            if whole is not None:
                absorbed.add(fact.id)
                added[whole.id] = {**added.get(whole.id, {}), **_addition(fact)}
    if blown is not None:
        first.sort(key=lambda fact: (_ordinal(fact), fact.id))
        absorbed.update(fact.id for fact in first)
        added[blown.id] = {"units": [fact.subject.rpartition("/")[2] for fact in first]}
    return absorbed, added


def _first_listing(fact: Fact, blown: Fact) -> bool:
    together = (fact.id.node, fact.happened_at, fact.recorded_at) == (
        blown.id.node,
        blown.happened_at,
        blown.recorded_at,
    )
    return together and not fact.body.get("unasked")


def _is_part(fact: Fact) -> bool:
    """Whether a fact may be told with another: a listing only of who came unasked, a telling only of a report."""
    if fact.kind == "report_in.listed":
        return bool(fact.body.get("unasked"))
    return fact.kind == "report_in.called" or (fact.kind == "whistle.told" and fact.body.get("to") != "leader")


def _neighbour(fact: Fact, by_id: Mapping[EventId, Fact]) -> Fact | None:
    """The fact next to this one, of one command, that says more. One command's events have numbers in a row."""
    kinds = _PART_OF[fact.kind]
    for seq in (fact.id.seq + 1, fact.id.seq - 1):
        other = by_id.get(EventId(fact.id.node, seq))
        if other is None or other.kind not in kinds:
            continue
        together = (other.happened_at, other.recorded_at) == (fact.happened_at, fact.recorded_at)
        if together and (other.subject == fact.subject or other.kind.startswith("sitrep.")):
            return other
    return None


def _addition(fact: Fact) -> dict[str, Any]:
    if fact.kind == "report_in.listed":
        return {"unasked": True, "ordinal": _ordinal(fact)}
    if fact.kind == "report_in.called":
        return {"called": True}
    return {"to": str(fact.body.get("to", ""))}


def _ordinal(fact: Fact) -> int:
    value = fact.body.get("ordinal")
    return value if isinstance(value, int) else 0

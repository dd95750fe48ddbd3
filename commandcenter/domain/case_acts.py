"""The acts of taking in a case and correcting what was taken down.

What is done with it afterwards stands in ``case_dispatch_acts``, ``case_handling_acts`` and ``case_ending_acts``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain import limit as limits
from commandcenter.domain import numbering
from commandcenter.domain.calendar import office_calendar
from commandcenter.domain.case import CHANNELS, NATURES, Case, may_move
from commandcenter.domain.case_clock_names import CONTACT, JUDGE
from commandcenter.domain.case_ends import Ends, joined
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, counted, dated, past, required
from commandcenter.domain.given_limit import GivenLimit
from commandcenter.domain.limit import limit_of
from commandcenter.domain.refusal import Refused


def due_after(world: World, key: str, start: int) -> int | None:
    """When the limit under ``key`` runs out; None when the office has no such limit, so nothing is judged by it."""
    found = limit_of(world.state(f"limit/{key}"))
    return found.due(start, office_calendar(world, start)) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is known of a matter when it comes in. ``received_at`` is epoch milliseconds, None = now.

    ``outcome`` is what an order that ended elsewhere brings of its end (``case._outcome`` reads it); ``told`` marks what its
    source last told of it, so that the same order brought again changes nothing; ``answer`` is what the citizen was told there.
    """

    title: str
    text: str = ""
    channel: str = "hotline"
    grade: str = "general"
    category: str = ""
    place: str = ""
    place_words: str = ""
    community: str = ""
    reporter: str = ""
    phone: str = ""
    anonymous: bool = False
    source: str = ""
    source_number: str = ""
    received_at: int | None = None
    due_at: int | None = None
    nature: str = "appeal"
    grid: str = ""
    collective: int = 0
    proactive: bool = False
    outcome: Mapping[str, Any] | None = None
    told: str = ""
    answer: str = ""


def _matter_body(world: World, matter: Matter, number: str, received_at: int) -> dict[str, Any]:
    body: dict[str, Any] = {
        "number": number,
        "channel": matter.channel,
        "grade": matter.grade,
        "received_at": received_at,
    }
    if matter.nature != "appeal":
        body["nature"] = matter.nature
    for name in (
        *("category", "place", "community", "source", "source_number", "anonymous"),
        *("grid", "collective", "proactive", "told"),
    ):
        if getattr(matter, name):
            body[name] = getattr(matter, name)
    return body


def _matter_words(matter: Matter) -> dict[str, str]:
    return {
        name: text
        for name in ("title", "text", "place_words", "reporter", "phone", "answer")
        if (text := getattr(matter, name).strip())
    }


def _live_clocks(ends: Ends, matter: Matter, start: int, received_at: int) -> dict[str, Any]:
    """The clocks of a case that comes in: its own limit from when it was received, the others from ``start``."""
    traits = ends.traits(matter)
    keys = {JUDGE: urgent_key(ends, limits.CASE_JUDGE, matter.grade), CONTACT: limits.CASE_CONTACT}
    own = dated(matter.due_at) if matter.due_at is not None else None
    return joined(ends.order_body(traits, received_at, own), ends.clocks(traits, keys, start))


def urgent_key(ends: Ends, key: str, grade: str) -> str:
    """The key of a limit that may be shorter for urgent orders: the office's urgent one where it has one."""
    urgent = f"{key}.urgent"
    return urgent if grade == "urgent" and ends.limit(urgent) is not None else key


def limit_body(world: World, key: str, start: int, name: str) -> dict[str, int]:
    """The end of the limit under ``key`` as ``name`` for the body of an event; nothing where the office has none."""
    due = due_after(world, key, start)
    return {name: due} if due is not None else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCase(Command):
    """Register a case by hand. Refuses ``title_missing``, ``channel_unknown``, ``grade_unknown``, ``nature_unknown``,
    ``count_negative``, ``already_there``.

    ``case`` is the id it gets, for an act whose later commands must name it; it has to be fresh. Empty takes a new one.
    """

    matter: Matter
    case: str = ""

    def decide(self, world: World) -> Decision:
        matter = self.matter
        required(matter.title, "title_missing")
        if matter.channel not in CHANNELS:
            raise Refused("channel_unknown", channel=matter.channel)
        if matter.grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=matter.grade)
        if matter.nature not in NATURES:
            raise Refused("nature_unknown", nature=matter.nature)
        counted(matter.collective)
        if matter.source_number:
            standing = world.lookup("case.source", source_key(matter.source, matter.source_number))
            if standing:
                raise Refused("already_there", subject=standing)
        if self.case and world.state(f"case/{self.case}").known:
            raise Refused("already_there", subject=f"case/{self.case}")
        at = self.when(world)
        received_at = past(world, matter.received_at) if matter.received_at is not None else at
        day = local_date(received_at)
        number = numbering.case_number(day, world.letter, world.take_number(numbering.CASE, day))
        body = _matter_body(world, matter, number, received_at) | _live_clocks(Ends(world), matter, at, received_at)
        case = self.case or world.new_id()
        draft = Draft(
            subject=f"case/{case}", kind="case.registered", body=body, private=_matter_words(matter), happened_at=at
        )
        return Decision([draft], {"case": case, "number": number})


def source_key(source: str, number: str) -> str:
    """How a foreign number is filed: unique within its source."""
    return f"{source}\n{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCases(Command):
    """Take in a block of rows: as history (no clocks) or live (clocks from now on).

    Rows whose source number is known are left alone, so an import can be repeated. The report counts ``created`` and
    names ``already_there`` (numbers) and ``cases`` (ids). ``batch`` marks the rows of one import.
    """

    rows: tuple[Matter, ...]
    live: bool = False
    batch: str = ""

    def decide(self, world: World) -> Decision:
        drafts = []
        already = []
        at = self.when(world)
        ends = Ends(world)
        keys = [source_key(matter.source, matter.source_number) for matter in self.rows]
        numbered = [key for key, matter in zip(keys, self.rows, strict=True) if matter.source_number]
        seen = set(world.lookup_all("case.source", numbered))
        for key, matter in zip(keys, self.rows, strict=True):
            if matter.source_number and key in seen:
                already.append(matter.source_number)
                continue
            seen.add(key)
            drafts.append(self._row(world, ends, matter, at))
        cases = [draft.subject.partition("/")[2] for draft in drafts]
        return Decision(drafts, {"created": len(drafts), "already_there": already, "cases": cases})

    def _row(self, world: World, ends: Ends, matter: Matter, at: int) -> Draft:
        received_at = past(world, matter.received_at) if matter.received_at is not None else at
        day = local_date(received_at)
        number = numbering.case_number(day, world.letter, world.take_number(numbering.CASE, day))
        body = _matter_body(world, matter, number, received_at)
        if isinstance(matter.outcome, Mapping):
            body["outcome"] = dict(matter.outcome)
            if matter.due_at is not None:
                body |= {"due_at": matter.due_at, "limit": GivenLimit(started_at=received_at).body}
        elif self.live:
            body |= _live_clocks(ends, matter, at, at)
        else:
            body["history"] = True
        if self.batch:
            body["batch"] = self.batch
        return Draft(
            subject=f"case/{world.new_id()}",
            kind="case.imported",
            body=body,
            private=_matter_words(matter),
            happened_at=received_at,
        )


# --- one case ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """What every act on a case shares. ``words`` is free text and lies in the private part."""

    case: str
    words: str = ""

    def state(self, world: World) -> Case:
        """The case. Refuses ``case_unknown``."""
        state: Case = world.state(f"case/{self.case}")
        if not state.known:
            raise Refused("case_unknown")
        return state

    def go(self, state: Case, *stages: str) -> None:
        """Refuse ``stage`` unless the case may go to one of ``stages``."""
        if not any(may_move(state, stage) for stage in stages):
            raise Refused("stage", stage=state.stage, wanted=stages[0])

    def draft(self, world: World, verb: str, body: Mapping[str, Any] | None = None, **private: str) -> Draft:
        """An event on this case."""
        words = {name: text.strip() for name, text in ({"words": self.words} | private).items() if text.strip()}
        return Draft(
            subject=f"case/{self.case}",
            kind=f"case.{verb}",
            body=body or {},
            private=words or None,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptCase(CaseCommand):
    """Make a historic case live: its clocks start now. Refuses ``stage``."""

    grade: str = "general"

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if state.stage != "history":
            raise Refused("stage", stage=state.stage, wanted="to_judge")
        if self.grade not in limits.GRADES:
            raise Refused("grade_unknown", grade=self.grade)
        at = self.when(world)
        clocks = _live_clocks(Ends(world), _matter_of(state, self.grade), at, at)
        return [self.draft(world, "adopted", {"grade": self.grade, **clocks})]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCase(CaseCommand):
    """Write a line into the case. Refuses ``words_needed``."""

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        required(self.words, "words_needed")
        return [self.draft(world, "noted")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCase(CaseCommand):
    """Names, numbers and words were shown unmasked: who looked, when and why is on record (domain.md 3.6).

    Refuses ``reason_needed``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        self.state(world)
        required(self.words, "reason_needed")
        return [self.draft(world, "revealed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendCase(CaseCommand):
    """Correct what was taken down. Only what differs from what stands is entered.

    A limit that came from the grade follows the grade; an order's own limit, or one that was extended, stays. Refuses
    ``nothing_changed``, ``field_unknown``, ``title_missing``, ``channel_unknown``, ``grade_unknown``,
    ``nature_unknown``.
    """

    fields: dict[str, str] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    due_at: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        standing(state)
        unknown = (set(self.fields) - set(AMENDABLE)) | (set(self.private) - set(AMENDABLE_WORDS))
        if unknown:
            raise Refused("field_unknown", fields=sorted(unknown))
        if "title" in self.private:
            required(self.private["title"], "title_missing")
        body: dict[str, Any] = {k: v for k, v in self.fields.items() if v != getattr(state, k)}
        private = {k: v.strip() for k, v in self.private.items() if v.strip() != getattr(state, k)}
        if body.get("channel", "hotline") not in CHANNELS:
            raise Refused("channel_unknown", channel=body["channel"])
        if body.get("grade", "general") not in limits.GRADES:
            raise Refused("grade_unknown", grade=body["grade"])
        if body.get("nature", "appeal") not in NATURES:
            raise Refused("nature_unknown", nature=body["nature"])
        body |= own_limit(Ends(world), state, self.due_at, **{name: body[name] for name in DECIDING if name in body})
        if not body and not private:
            raise Refused("nothing_changed")
        draft = self.draft(world, "amended", body)
        return [replace(draft, private={**(draft.private or {}), **private} or None)]


AMENDABLE = ("channel", "grade", "category", "place", "community", "nature", "grid")
DECIDING = ("grade", "channel", "category", "nature")
"""What of these decides the limit of an order."""
AMENDABLE_WORDS = ("title", "text", "place_words", "reporter", "phone")


def standing(state: Case) -> None:
    """Refuse ``case_archived`` for a case that is closed for good (C14): it is masked, kept and read, no longer edited."""
    if state.stage == "archived":
        raise Refused("case_archived")


def own_limit(ends: Ends, state: Case, due_at: int | None = None, **instead: str) -> dict[str, Any]:
    """The order's own limit for the body of an event, with a day of its own or other traits; empty = it stays.

    A limit that came from the office's tables follows the traits; a day that was told, or an extension, stays.
    """
    if due_at is None:
        return ends.amended(state, **instead)
    if due_at == state.due_at:
        return {}
    return ends.order_body(ends.traits(state, **instead), state.received_at, dated(due_at))


def _matter_of(state: Case, grade: str) -> Matter:
    """What of a standing case decides its limits."""
    return Matter(title=state.title, grade=grade, channel=state.channel, category=state.category, nature=state.nature)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCase(CaseCommand):
    """Correct what the case is: anonymous or not, how many people speak with one voice, handled before anybody complained.

    None leaves a mark as it is. Refuses ``nothing_changed``, ``count_negative``, ``limit_out_of_range``.
    """

    anonymous: bool | None = None
    collective: int | None = None
    proactive: bool | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        told = {"anonymous": self.anonymous, "collective": counted(self.collective), "proactive": self.proactive}
        body = {name: value for name, value in told.items() if value is not None and value != getattr(state, name)}
        if not body:
            raise Refused("nothing_changed")
        return [self.draft(world, "amended", body)]

"""The acts on a command post, from the proposal to the archive (P0–P9; domain.md 2.3, 2.11).

What is refused outright: an act on a post that does not stand, a withdrawal without a count, a shift change with items
nobody read aloud, taking back what was never handed over. Everything else may be entered late or left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import order
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command, Draft, World, counted, dated, required
from commandcenter.domain.command_post import CLEARED, HINTS, KEPT, SCOPES, Post, PostDecision, PostGroup
from commandcenter.domain.known import Known, known_of
from commandcenter.domain.limit import limit_of
from commandcenter.domain.open_items import open_items
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.supply import still_out
from commandcenter.domain.transfer import tally

LIMITS = {
    "first_meeting": "post.first_meeting",
    "meeting": "post.sitrep",
    "meeting_later": "post.sitrep_later",
    "shift": "post.shift",
}
"""The clocks of a post and the limits they run by; those of the moment it is set up go into the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCommand(Command):
    """What every act on a command post shares."""

    whistle: str

    def running_whistle(self, world: World) -> Any:
        """The whistle this post belongs to. Refuses ``whistle_closed``."""
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.running:
            raise Refused("whistle_closed")
        return whistle

    def post(self, world: World) -> Post:
        """The standing post. Refuses ``post_missing``."""
        self.running_whistle(world)
        post: Post = world.state(f"post/{self.whistle}")
        if not post.standing:
            raise Refused("post_missing")
        return post

    def draft(
        self, world: World, verb: str, body: Mapping[str, Any], private: Mapping[str, Any] | None = None
    ) -> Draft:
        """An event on the post, in the mode of its whistle."""
        mode = world.state(f"whistle/{self.whistle}").mode
        return Draft(
            subject=f"post/{self.whistle}",
            kind=f"post.{verb}",
            body=body,
            private={k: v for k, v in (private or {}).items() if v} or None,
            mode=mode,
            happened_at=self.when(world),
        )


# --- P0 … P3: proposed, sited, set up, grouped --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposePost(PostCommand):
    """A post is to be set up, and why (P0). Refuses ``reason_needed`` and ``post_set_up``."""

    words: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.running_whistle(world)
        if world.state(f"post/{self.whistle}").standing:
            raise Refused("post_set_up")
        return [self.draft(world, "proposed", {}, {"words": required(self.words, "reason_needed")})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseSite(PostCommand):
    """The site of the post and what it was looked at for (P1); also when a standing post is to move.

    ``place`` is a place of the roster, ``hints`` the ones of ``HINTS`` that were found to hold. What was not ticked is no
    hindrance; it is recorded. Refuses ``place_needed`` and ``hint_unknown``.
    """

    place: str = ""
    place_words: str = ""
    backup: str = ""
    grid: str = ""
    hints: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        self.running_whistle(world)
        if not self.place and not self.place_words.strip():
            raise Refused("place_needed")
        for name in self.hints:
            if name not in HINTS:
                raise Refused("hint_unknown", hint=name)
        body = {"place": self.place, "grid": self.grid, "hints": [name for name in HINTS if name in self.hints]}
        private = {"place_words": self.place_words.strip(), "backup": self.backup.strip()}
        return [self.draft(world, "sited", body, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpPost(PostCommand):
    """Set up the post, or correct where it is and who commands (P2). Groups of the plan open with it (P3).

    ``signed`` tells that the sign (指挥部标识) is up. Refuses ``commander_needed`` and ``place_needed``.
    """

    commander: str = ""
    commander_name: str = ""
    deputy_name: str = ""
    place: str = ""
    place_words: str = ""
    phone: str = ""
    radio: str = ""
    signed: bool = False
    groups: tuple[PostGroup, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        self.running_whistle(world)
        if not self.commander and not self.commander_name.strip():
            raise Refused("commander_needed")
        if not self.place and not self.place_words.strip():
            raise Refused("place_needed")
        post: Post = world.state(f"post/{self.whistle}")
        body: dict[str, Any] = {"commander": self.commander, "place": self.place, "signed": self.signed}
        if not post.standing:
            body["limits"] = {
                name: found.milliseconds / MINUTE
                for name, key in LIMITS.items()
                if (found := limit_of(world.state(f"limit/{key}")))
            }
        private = {
            "commander": self.commander_name.strip(),
            "deputy": self.deputy_name.strip(),
            "place_words": self.place_words.strip(),
            "phone": self.phone.strip(),
            "radio": self.radio.strip(),
        }
        drafts = [self.draft(world, "amended" if post.standing else "set_up", body, private)]
        for group in self.groups:
            drafts.append(
                self.draft(
                    world, "group_opened", {"group": group.name, "members": list(group.members)}, {"lead": group.lead}
                )
            )
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGroup(PostCommand):
    """Open a group or change its lead and members, units of the board. Refuses ``name_missing`` and ``not_listed``."""

    group: str
    lead: str = ""
    members: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        name = required(self.group, "name_missing")
        for unit in self.members:
            if not world.state(f"report_in/{self.whistle}/{unit}").listed:
                raise Refused("not_listed", unit=unit)
        return [
            self.draft(
                world, "group_opened", {"group": name, "members": list(self.members)}, {"lead": self.lead.strip()}
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseGroup(PostCommand):
    """A group has nothing left to do. Refuses ``group_unknown``."""

    group: str

    def decide(self, world: World) -> Sequence[Draft]:
        if all(one.name != self.group for one in self.post(world).groups):
            raise Refused("group_unknown", group=self.group)
        return [self.draft(world, "group_closed", {"group": self.group})]


# --- P4: meetings and decisions -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMeeting(PostCommand):
    """A meeting at the post, with what was said in a few words. Refuses ``words_needed``."""

    words: str
    chair: str = ""
    people: int | None = None

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        body = {"people": self.people} if counted(self.people) is not None else {}
        private = {"words": required(self.words, "words_needed"), "chair": self.chair.strip()}
        return [self.draft(world, "met", body, private)]


def known_at(world: World, whistle: str, at: int) -> Known:
    """What was on record of an incident at a moment, as a decision finds it."""
    return known_of(
        world.state(f"whistle/{whistle}"),
        [world.state(subject) for subject in world.subjects(f"report_in/{whistle}/")],
        [world.state(subject) for subject in world.subjects(f"order/{whistle}/")],
        [world.state(subject) for subject in world.subjects(f"transfer/{whistle}/")],
        at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(PostCommand):
    """A decision at the post, with what was known when it was taken: that is read from the journal, never typed.

    Who decides is ``orderer``, else the commander. ``as_order`` gives it out as an order in the same act. Refuses
    ``words_needed``, ``due_in_past``, ``not_listed`` and ``group_unknown``.
    """

    words: str
    basis: str = ""
    orderer: str = ""
    unit: str = ""
    group: str = ""
    due_at: int | None = None
    as_order: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        post = self.post(world)
        words = required(self.words, "words_needed")
        at = self.when(world)
        if self.due_at is not None and dated(self.due_at) <= at:
            raise Refused("due_in_past")
        if self.unit and not world.state(f"report_in/{self.whistle}/{self.unit}").listed:
            raise Refused("not_listed", unit=self.unit)
        if self.group and all(one.name != self.group for one in post.groups):
            raise Refused("group_unknown", group=self.group)
        known = known_at(world, self.whistle, at)
        ours = sum(one.number.startswith(world.letter) for one in post.decisions)
        key = world.new_id()
        body: dict[str, Any] = {"decision": key, "number": f"{world.letter}{ours + 1}", "known": known.counts}
        body |= {"entries": known.entries} if known.entries else {}
        body |= {name: value for name, value in (("unit", self.unit), ("group", self.group)) if value}
        if self.due_at is not None:
            body["due_at"] = self.due_at
        orderer = self.orderer.strip() or post.commander_words
        private = {"words": words, "basis": self.basis.strip(), "orderer": orderer, "hazard": known.hazard}
        if not self.as_order:
            return [self.draft(world, "decided", body, private)]
        given = order.given(
            world,
            self.whistle,
            text=words,
            unit=self.unit,
            mode=post.mode,
            at=at,
            due_at=self.due_at,
            orderer=orderer,
            origin="decision",
            group=self.group,
            decision=key,
        )
        return [self.draft(world, "decided", body | {"order": given.subject}, private), given]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCommand(PostCommand):
    """What later acts on a decision share."""

    decision: str

    def open_decision(self, world: World) -> PostDecision:
        """The decision while it is open. Refuses ``decision_unknown`` and ``decision_not_open``."""
        self.running_whistle(world)
        found = world.state(f"post/{self.whistle}").decision(self.decision)
        if found is None:
            raise Refused("decision_unknown")
        if not found.open:
            raise Refused("decision_not_open")
        return found  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDecision(DecisionCommand):
    """A decision becomes an order to whom it names, with its due time while that lies ahead."""

    def decide(self, world: World) -> Sequence[Draft]:
        found = self.open_decision(world)
        at = self.when(world)
        given = order.given(
            world,
            self.whistle,
            text=found.words,
            unit=found.unit,
            mode=world.state(f"post/{self.whistle}").mode,
            at=at,
            due_at=found.due_at if found.due_at is not None and found.due_at > at else None,
            orderer=found.orderer,
            origin="decision",
            group=found.group,
            decision=found.key,
        )
        body = {"decision": self.decision, "order": given.subject}
        return [self.draft(world, "decision_ordered", body), given]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDecision(DecisionCommand):
    """A decision was carried out, or given up with a reason. ``verb``: done, dropped. Refuses ``reason_needed``."""

    verb: str
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.open_decision(world)
        if self.verb not in ("done", "dropped"):
            raise Refused("order_verb_unknown", verb=self.verb)
        if self.verb == "dropped":
            required(self.words, "reason_needed")
        body = {"decision": self.decision}
        return [self.draft(world, f"decision_{self.verb}", body, {"words": self.words.strip()})]


# --- P5, P6: relieved, handed over --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShift(PostCommand):
    """Another shift takes the post (P5): open items were read aloud one by one, both have signed.

    ``read`` names the open items that were read (``open_items``). ``out`` and ``into`` are the two who signed; who goes may
    be the one signed in at the seat. Refuses ``two_names_needed``, ``items_unread`` with how many - unless ``words`` say why.
    """

    out: str
    into: str
    read: tuple[str, ...] = ()
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        out, into = self.out.strip(), self.into.strip()
        if not out or not into or out == into:
            raise Refused("two_names_needed")
        waiting = open_items(world, self.whistle)
        unread = [item for item in waiting if item.key not in self.read]
        if unread and not self.words.strip():
            raise Refused("items_unread", count=len(unread))
        body = {"read": len(waiting) - len(unread), "open": len(waiting)}
        return [self.draft(world, "shift_changed", body, {"out": out, "into": into, "words": self.words.strip()})]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPost(PostCommand):
    """Command goes to a higher command; ours becomes support (P6). ``scope`` ``fire``: the fire service leads the
    fire-fighting, by law (Fire Law art. 45), and ours goes on beside it.

    ``words`` is the situation told at the hand-over; forces on scene and open tasks are on record. ``giver`` and ``receiver``
    are the names of the two who sign, ``signed`` that both have. Refuses ``receiver_needed``, ``words_needed``,
    ``scope_unknown`` and ``handed_over_already``.
    """

    to: str
    words: str
    risks: str = ""
    resources: str = ""
    giver: str = ""
    receiver: str = ""
    scope: str = "all"
    signed: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        post = self.post(world)
        if self.scope not in SCOPES:
            raise Refused("scope_unknown", scope=self.scope)
        if post.supporting and not (post.scope == "fire" and self.scope == "all"):
            raise Refused("handed_over_already", to=post.handed_over_to)
        private = {"to": required(self.to, "receiver_needed"), "words": required(self.words, "words_needed")}
        private |= {name: getattr(self, name).strip() for name in ("risks", "resources", "giver", "receiver")}
        body = {"supporting": True, "scope": self.scope, "signed": self.signed}
        return [self.draft(world, "handed_over", body, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPost(PostCommand):
    """The higher command hands back. Refuses ``not_handed_over``."""

    words: str = ""
    giver: str = ""
    receiver: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        post = self.post(world)
        if not post.supporting:
            raise Refused("not_handed_over")
        private = {name: getattr(self, name).strip() for name in ("words", "giver", "receiver")}
        return [self.draft(world, "taken_back", {"scope": post.scope or "all"}, private)]


# --- P7 … P9: ended, counted, archived ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPost(PostCommand):
    """The post is downgraded or dissolved by an order (P7). ``by``: dissolved, which needs the danger to be over, or
    downgraded. Refuses ``name_needed`` without who ordered it, ``not_over``, ``already_over`` and ``outcome_unknown``.
    """

    by: str = "dissolved"
    orderer: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        post = self.post(world)
        whistle = self.running_whistle(world)
        if post.ended_at is not None:
            raise Refused("already_over")
        if self.by not in ("dissolved", "downgraded"):
            raise Refused("outcome_unknown", outcome=self.by)
        if self.by == "dissolved" and whistle.stood_down_at is None and whistle.false_alarm_at is None:
            raise Refused("not_over")
        private = {"orderer": required(self.orderer, "name_needed"), "words": self.words.strip()}
        return [self.draft(world, "ended", {"by": self.by}, private)]


def ending_with(world: World, whistle: str, at: int, by: str) -> list[Draft]:
    """The draft that ends a standing post together with its incident (``by``: one of ``ENDINGS``); none when none stands.

    From then on no clock of the post runs; it still has to be counted and withdrawn.
    """
    post: Post = world.state(f"post/{whistle}")
    if not post.standing or post.ended_at is not None:
        return []
    return [Draft(subject=f"post/{whistle}", kind="post.ended", body={"by": by}, mode=post.mode, happened_at=at)]


def resuming_with(world: World, whistle: str) -> list[Draft]:
    """The draft with which a post goes on whose drill was ended by mistake; none when it ended otherwise."""
    post: Post = world.state(f"post/{whistle}")
    if not post.standing or post.ended_by != "drill_ended":
        return []
    return [Draft(subject=f"post/{whistle}", kind="post.resumed", mode=post.mode, happened_at=world.now)]


def not_accounted(world: World, whistle: str) -> list[Refused]:
    """What an incident is not closed over without a reason of its own: ``supplies_out`` while something borrowed is not
    accounted for, ``transfers_open`` while people on the list still wait or their numbers do not agree (domain.md 2.11).
    """
    found = []
    out = still_out(world.state(subject) for subject in world.subjects(f"supply/{whistle}/"))
    if out:
        found.append(Refused("supplies_out", count=len(out)))
    numbers = tally(world.state(subject) for subject in world.subjects(f"transfer/{whistle}/"))
    if numbers.waiting or numbers.unknown or numbers.difference:
        found.append(Refused("transfers_open", waiting=numbers.waiting, count=numbers.difference))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPost(PostCommand):
    """Take the post down, with the count of people and gear (P8), after it was ended or handed over.

    ``people`` is how many were counted out; it has to agree with those the departments were released with, where all of
    these are known - or ``words`` say why not. ``cleared`` are the ones of ``CLEARED`` that were looked at. Refuses
    ``not_over``, ``people_on_scene``, ``count_needed``, ``count_differs``, ``supplies_out`` without words, ``hint_unknown``.
    """

    people: int | None = None
    cleared: tuple[str, ...] = ()
    counted_by: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        post = self.post(world)
        self._check_over(world, post)
        for name in self.cleared:
            if name not in CLEARED:
                raise Refused("hint_unknown", hint=name)
        units = [world.state(subject) for subject in world.subjects(f"report_in/{self.whistle}/")]
        still = [unit.unit for unit in units if unit.on_scene]
        if still and post.scope != "all":
            raise Refused("people_on_scene", units=still)
        if counted(self.people) is None:
            raise Refused("count_needed", arrived=None)
        said = bool(self.words.strip())
        expected = released_people(units)
        if expected is not None and expected != self.people and not said:
            raise Refused("count_differs", arrived=expected, out=self.people)
        out = still_out(world.state(subject) for subject in world.subjects(f"supply/{self.whistle}/"))
        if out and not said:
            raise Refused("supplies_out", count=len(out))
        body = {"people": self.people, "cleared": [name for name in CLEARED if name in self.cleared]}
        private = {"words": self.words.strip(), "counted_by": self.counted_by.strip()}
        left = self.draft(world, "withdrawn", body, private)
        ended = [] if post.supporting else ending_with(world, self.whistle, self.when(world), "stand_down")
        return [*ended, left]

    def _check_over(self, world: World, post: Post) -> None:
        whistle = self.running_whistle(world)
        over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
        if not over and post.ended_at is None and post.scope != "all":
            raise Refused("not_over")


def released_people(units: Sequence[ReportIn]) -> int | None:
    """With how many people the departments that came were released; None when nobody came or a number is not known."""
    came = [unit for unit in units if unit.milestone("arrived") is not None]
    counts = [entry.people if (entry := unit.milestone("release_approved")) is not None else None for unit in came]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePost(PostCommand):
    """The papers of the post are in the archive (P9): ``kept`` are the ones of ``KEPT``. Also after the incident is closed.

    Refuses ``post_missing``, ``not_withdrawn``, ``already_over`` and ``hint_unknown``.
    """

    kept: tuple[str, ...] = ()
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        post: Post = world.state(f"post/{self.whistle}")
        if not post.known:
            raise Refused("post_missing")
        if post.withdrawn_at is None:
            raise Refused("not_withdrawn")
        if post.archived_at is not None:
            raise Refused("already_over")
        for name in self.kept:
            if name not in KEPT:
                raise Refused("hint_unknown", hint=name)
        body = {"kept": [name for name in KEPT if name in self.kept]}
        return [self.draft(world, "archived", body, {"words": self.words.strip()})]

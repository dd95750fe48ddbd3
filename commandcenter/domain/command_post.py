"""The temporary command post (临时指挥部): where it is, who commands, which groups work, to whom it was handed over.

A street's post is for the first response and must be able to hand over (domain.md 0-2, 2.3; Emergency Response Law art.
72). Fire-scene command belongs to the fire service alone (Fire Law art. 45).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class PostGroup:
    """A working group: name, lead (words), members (unit ids)."""

    name: str
    lead: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """The folded state of a command post."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    set_up_at: int | None = None
    place: str = ""
    place_words: str = ""
    commander: str = ""
    commander_words: str = ""
    deputy_words: str = ""
    phone: str = ""
    signed: bool = False
    groups: tuple[PostGroup, ...] = ()
    commanders: tuple[tuple[int, str], ...] = ()
    handed_over_at: int | None = None
    handed_over_to: str = ""
    supporting: bool = False
    withdrawn_at: int | None = None
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def stage(self) -> str:
        """none, running, supporting (a higher command leads), withdrawn."""
        if not self.known:
            return "none"
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "supporting" if self.supporting else "running"


def _with_group(groups: tuple[PostGroup, ...], group: PostGroup) -> tuple[PostGroup, ...]:
    """A group opened anew keeps its place."""
    if any(one.name == group.name for one in groups):
        return tuple(group if one.name == group.name else one for one in groups)
    return (*groups, group)


def apply(state: Post, fact: Fact) -> Post:
    """Fold one fact; never raises."""
    verb, body, at = fact.verb, fact.body, fact.happened_at
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb in ("set_up", "amended"):
        return _placed(state, fact)
    if verb == "group_opened":
        name = str(body.get("group", ""))
        members = body.get("members")
        kept = tuple(map(str, members)) if isinstance(members, list | tuple) else ()
        return replace(state, groups=_with_group(state.groups, PostGroup(name, fact.words("lead"), kept)))
    if verb == "group_closed":
        return replace(state, groups=tuple(group for group in state.groups if group.name != body.get("group")))
    if verb == "handed_over":
        return replace(
            state, handed_over_at=at, handed_over_to=fact.words("to"), supporting=bool(body.get("supporting", True))
        )
    if verb == "taken_back":
        return replace(state, supporting=False)
    if verb == "withdrawn":
        return replace(state, withdrawn_at=at)
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def _placed(state: Post, fact: Fact) -> Post:
    body = fact.body
    commander = str(body.get("commander", state.commander))
    words = fact.words("commander", state.commander_words)
    changed = (commander, words) != (state.commander, state.commander_words) or not state.known
    return replace(
        state,
        known=True,
        set_up_at=state.set_up_at if state.set_up_at is not None else fact.happened_at,
        place=str(body.get("place", state.place)),
        place_words=fact.words("place_words", state.place_words),
        commander=commander,
        commander_words=words,
        deputy_words=fact.words("deputy", state.deputy_words),
        phone=fact.words("phone", state.phone),
        signed=bool(body.get("signed", state.signed)),
        withdrawn_at=None if fact.verb == "set_up" else state.withdrawn_at,
        commanders=(*state.commanders, (fact.happened_at, words or commander)) if changed else state.commanders,
    )


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
        if not post.known or post.withdrawn_at is not None:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpPost(PostCommand):
    """Set up the post, or correct where it is and who commands. Groups of the plan open with it.

    Refuses ``commander_needed`` and ``place_needed``.
    """

    commander: str = ""
    commander_name: str = ""
    deputy_name: str = ""
    place: str = ""
    place_words: str = ""
    phone: str = ""
    signed: bool = False
    groups: tuple[PostGroup, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        self.running_whistle(world)
        if not self.commander and not self.commander_name.strip():
            raise Refused("commander_needed")
        if not self.place and not self.place_words.strip():
            raise Refused("place_needed")
        post: Post = world.state(f"post/{self.whistle}")
        standing = post.known and post.withdrawn_at is None
        body = {"commander": self.commander, "place": self.place, "signed": self.signed}
        private = {
            "commander": self.commander_name.strip(),
            "deputy": self.deputy_name.strip(),
            "place_words": self.place_words.strip(),
            "phone": self.phone.strip(),
        }
        drafts = [self.draft(world, "amended" if standing else "set_up", body, private)]
        for group in self.groups:
            drafts.append(
                self.draft(
                    world, "group_opened", {"group": group.name, "members": list(group.members)}, {"lead": group.lead}
                )
            )
        return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGroup(PostCommand):
    """Open a group or change its lead and members. Refuses ``name_missing``."""

    group: str
    lead: str = ""
    members: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        name = required(self.group, "name_missing")
        return [
            self.draft(
                world, "group_opened", {"group": name, "members": list(self.members)}, {"lead": self.lead.strip()}
            )
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPost(PostCommand):
    """Command goes to a higher command; ours becomes support. Refuses ``receiver_needed`` and ``words_needed``.

    ``words`` is the situation told at the hand-over: forces on scene, open tasks, risks.
    """

    to: str
    words: str
    signed: bool = False

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        private = {"to": required(self.to, "receiver_needed"), "words": required(self.words, "words_needed")}
        return [self.draft(world, "handed_over", {"supporting": True, "signed": self.signed}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPost(PostCommand):
    """The higher command hands back. Refuses ``not_handed_over``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.post(world).supporting:
            raise Refused("not_handed_over")
        return [self.draft(world, "taken_back", {}, {"words": self.words.strip()})]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPost(PostCommand):
    """Take the post down, with the count of people and gear. Refuses ``not_over`` and ``people_on_scene``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        self.post(world)
        whistle = self.running_whistle(world)
        if whistle.stood_down_at is None and whistle.false_alarm_at is None:
            raise Refused("not_over")
        states = [world.state(subject) for subject in world.subjects(f"report_in/{self.whistle}/")]
        still = [state.unit for state in states if state.on_scene]
        if still:
            raise Refused("people_on_scene", units=still)
        return [self.draft(world, "withdrawn", {}, {"words": self.words.strip()})]

"""The post-incident review (复盘): findings, corrective actions with owner, date and proof, signed versions.

Everything else on its pages is assembled from the journal. What is signed is kept as it was signed: a later change makes a
new version and leaves the old one standing. Source: domain.md 2.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

LEVELS = ("plan", "training", "equipment", "coordination", "information")
"""Where the cause of a problem lies."""
SORTS = ("problem", "good")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that went well or badly: fact, effect, cause, level."""

    id: str
    sort: str
    level: str
    words: str
    cause: str = ""
    dropped: bool = False
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A corrective action: what changes, who owns it, by which day, how it will be verified, and the proof that it was."""

    id: str
    finding: str
    words: str
    owner: str
    due_on: str
    verification: str = ""
    done_at: int | None = None
    dropped: bool = False
    proof: str = ""
    verified_by: str = ""


class ReviewSignature(NamedTuple):
    """Signed: when (epoch milliseconds), by whom (person id), in which role, and which version."""

    at: int
    by: str
    role: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class ReviewVersion:
    """A version that was kept to be signed: its number, when, by whom, the digest of what it says, and the journal it was
    made from. The text itself lies with its subject of its own (``KeptText``), where it can be erased by law.
    """

    number: int
    at: int
    by: str
    digest: str
    vector: str


@dataclass(frozen=True, slots=True)
class Review:
    """The folded state of a review."""

    subject: str = ""
    mode: Mode = REAL
    findings: Mapping[str, Finding] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    signatures: tuple[ReviewSignature, ...] = ()
    versions: tuple[ReviewVersion, ...] = ()
    prints: tuple[tuple[int, str, str], ...] = ()
    """(when, digest, version vector) of prints that older programs recorded here; newer ones stand in ``domain.printed``."""
    irregular: tuple[tuple[EventId, str], ...] = ()


KEPT = "kept_review"
"""The family of the texts that were signed."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """The texts of the signed versions of one review: how many there are. They lie in the private parts of its entries."""

    subject: str = ""
    mode: Mode = REAL
    texts: int = 0
    irregular: tuple[tuple[EventId, str], ...] = ()


def apply_kept(state: KeptText, fact: Fact) -> KeptText:
    """Fold one fact; never raises."""
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if fact.verb == "kept":
        return replace(state, texts=state.texts + 1)
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


def apply(state: Review, fact: Fact) -> Review:
    """Fold one fact; never raises."""
    verb, body = fact.verb, fact.body
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    key = str(body.get("id", ""))
    if verb == "finding_set":
        found = Finding(
            key,
            str(body.get("sort", "problem")),
            str(body.get("level", "")),
            fact.words("words"),
            fact.words("cause"),
            effect=fact.words("effect"),
        )
        return replace(state, findings={**state.findings, key: found})
    if verb == "finding_dropped":
        return replace(
            state, findings={k: replace(v, dropped=True) if k == key else v for k, v in state.findings.items()}
        )
    if verb == "action_set":
        before = state.actions.get(key)
        action = Action(
            key,
            str(body.get("finding", "")),
            fact.words("words"),
            fact.words("owner"),
            str(body.get("due_on", "")),
            fact.words("verification"),
            before.done_at if before else None,
            proof=before.proof if before else "",
            verified_by=before.verified_by if before else "",
        )
        return replace(state, actions={**state.actions, key: action})
    if verb == "action_dropped":
        return replace(
            state, actions={k: replace(v, dropped=True) if k == key else v for k, v in state.actions.items()}
        )
    if verb == "action_done":
        proven = {"done_at": fact.happened_at, "proof": fact.words("proof"), "verified_by": fact.words("verified_by")}
        done = {k: replace(v, **proven) if k == key else v for k, v in state.actions.items()}  # type: ignore[arg-type]
        return replace(state, actions=done)
    if verb == "kept":
        version = ReviewVersion(
            len(state.versions) + 1,
            fact.happened_at,
            fact.actor,
            str(body.get("digest", "")),
            str(body.get("vector", "")),
        )
        return replace(state, versions=(*state.versions, version))
    if verb == "signed":
        number = whole(body.get("version")) or 0
        signed = ReviewSignature(fact.happened_at, fact.actor, str(body.get("role", "")), number)
        return replace(state, signatures=(*state.signatures, signed))
    if verb == "printed":
        line = (fact.happened_at, str(body.get("digest", "")), str(body.get("vector", "")))
        return replace(state, prints=(*state.prints, line))
    return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCommand(Command):
    """What every act on a review shares."""

    whistle: str

    def mode(self, world: World) -> Mode:
        """The mode of the whistle. Refuses ``whistle_unknown``."""
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.known:
            raise Refused("whistle_unknown")
        mode: Mode = whistle.mode
        return mode

    def draft(self, world: World, verb: str, body: Mapping[str, Any], **private: str) -> Draft:
        """An event on the review, in the mode of its whistle."""
        words = {name: text.strip() for name, text in private.items() if text.strip()}
        return Draft(
            subject=f"review/{self.whistle}",
            kind=f"review.{verb}",
            body=body,
            private=words or None,
            mode=self.mode(world),
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFinding(ReviewCommand):
    """Add a finding, or change one by its id. Refuses ``words_needed``, ``level_unknown``."""

    words: str
    id: str = ""
    sort: str = "problem"
    level: str = "coordination"
    cause: str = ""
    effect: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        required(self.words, "words_needed")
        if self.level not in LEVELS or self.sort not in SORTS:
            raise Refused("level_unknown", level=self.level)
        body = {"id": self.id or world.new_id(), "sort": self.sort, "level": self.level}
        return [self.draft(world, "finding_set", body, words=self.words, cause=self.cause, effect=self.effect)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAction(ReviewCommand):
    """Add a corrective action, or change one by its id. It needs an owner and a day.

    Refuses ``words_needed``, ``owner_needed``, ``not_a_date``.
    """

    words: str
    owner: str
    due_on: str
    id: str = ""
    finding: str = ""
    verification: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        required(self.words, "words_needed")
        required(self.owner, "owner_needed")
        try:
            date.fromisoformat(self.due_on)
        except ValueError:
            raise Refused("not_a_date", text=self.due_on) from None
        body = {"id": self.id or world.new_id(), "finding": self.finding, "due_on": self.due_on}
        return [
            self.draft(world, "action_set", body, words=self.words, owner=self.owner, verification=self.verification)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class DropItem(ReviewCommand):
    """Take a finding or an action out; the entry stays in the journal. Refuses ``item_unknown``."""

    id: str

    def decide(self, world: World) -> Sequence[Draft]:
        review: Review = world.state(f"review/{self.whistle}")
        if self.id in review.findings:
            return [self.draft(world, "finding_dropped", {"id": self.id})]
        if self.id in review.actions:
            return [self.draft(world, "action_dropped", {"id": self.id})]
        raise Refused("item_unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishAction(ReviewCommand):
    """A corrective action is done and verified: ``proof`` is what shows it (a record, a photo, a plan's version), and where it
    lies; ``verified_by`` who looked. Refuses ``item_unknown``.
    """

    id: str
    proof: str = ""
    verified_by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        if self.id not in world.state(f"review/{self.whistle}").actions:
            raise Refused("item_unknown")
        return [self.draft(world, "action_done", {"id": self.id}, proof=self.proof, verified_by=self.verified_by)]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepVersion(ReviewCommand):
    """Keep what the review says now, to be signed: its whole text (JSON), the digest of it, the journal it was made from.

    Writes nothing while the newest version says the same. Refuses ``words_needed``.
    """

    digest: str
    vector: str
    content: str

    def decide(self, world: World) -> Sequence[Draft]:
        required(self.content, "words_needed")
        versions = world.state(f"review/{self.whistle}").versions
        if versions and versions[-1].digest == self.digest:
            return []
        kept = self.draft(world, "kept", {"digest": self.digest, "vector": self.vector})
        text = Draft(
            subject=f"{KEPT}/{self.whistle}",
            kind=f"{KEPT}.kept",
            body={"number": len(versions) + 1},
            private={"content": self.content},
            mode=kept.mode,
            happened_at=kept.happened_at,
        )
        return [kept, text]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignReview(ReviewCommand):
    """Sign the newest version in a role (special team, leader). Refuses ``review_signed`` when that was done already."""

    role: str

    def decide(self, world: World) -> Sequence[Draft]:
        state: Review = world.state(f"review/{self.whistle}")
        number = state.versions[-1].number if state.versions else 0
        if number and any((one.role, one.version) == (self.role, number) for one in state.signatures):
            raise Refused("review_signed")
        return [self.draft(world, "signed", {"role": self.role} | ({"version": number} if number else {}))]


def after_vector(facts: Iterable[Fact], vector: str) -> list[Fact]:
    """The entries that were not in the journal yet when something was made from it: what has changed since.

    ``vector`` is ``node:number`` of each node, with commas; nothing is known to have changed since one that cannot be read.
    """
    held: dict[str, int] = {}
    for part in vector.split(","):
        found = EventId.parse(part.strip())
        if found is not None:
            held[found.node] = found.seq
    return [fact for fact in facts if fact.id.seq > held.get(fact.id.node, 0)] if held else []

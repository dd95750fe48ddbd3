"""What is done with personal data after an incident: open with a reason, keep as evidence, sign the list, destroy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain import privacy
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.event import Mode
from commandcenter.domain.limit import limit_of
from commandcenter.domain.printed import whistle_of
from commandcenter.domain.privacy import Privacy
from commandcenter.domain.refusal import Refused
from commandcenter.domain.subjects import FAMILIES
from commandcenter.domain.whistle import Whistle

DUE = "privacy_due"
"""The reason of an erasure that two people signed and whose date has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyCommand(Command):
    """What every act on the personal data of an incident shares. ``whistle`` is its id."""

    whistle: str

    def incident(self, world: World) -> Whistle:
        """The whistle. Refuses ``whistle_unknown``, ``privacy_running`` while the incident goes on."""
        whistle: Whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.known:
            raise Refused("whistle_unknown")
        if not privacy.masked(whistle):
            raise Refused("privacy_running")
        return whistle

    def standing(self, world: World) -> Privacy:
        """What was done so far. Refuses ``privacy_destroyed`` once they are gone."""
        state: Privacy = world.state(self.subject)
        if state.destroyed_at is not None:
            raise Refused("privacy_destroyed", at=state.destroyed_at)
        return state

    @property
    def subject(self) -> str:
        """The subject of the events."""
        return f"privacy/{self.whistle}"

    def draft(self, world: World, verb: str, body: Mapping[str, Any], **private: str) -> Draft:
        """An event about it, in the mode of the whistle."""
        mode: Mode = world.state(f"whistle/{self.whistle}").mode
        return Draft(
            subject=self.subject,
            kind=f"privacy.{verb}",
            body=body,
            private={name: text.strip() for name, text in private.items()} or None,
            mode=mode,
            happened_at=self.when(world),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPersonalData(PrivacyCommand):
    """See the personal data of an ended incident at this seat for a while; who, when and why stands in the journal.

    Refuses ``reason_needed``, ``privacy_running``, ``privacy_destroyed``, ``nobody_signed_in``.
    """

    reason: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.incident(world)
        self.standing(world)
        if not world.who.actor:
            raise Refused("nobody_signed_in")
        return [self.draft(world, "opened", {}, reason=required(self.reason, "reason_needed"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAsEvidence(PrivacyCommand):
    """Keep the personal data beyond the limit, as evidence or for the inquiry, after a documented assessment.

    ``until`` is a date. Signatures given before fall away. Refuses ``assessment_needed``, ``not_a_date``, ``due_in_past``,
    ``privacy_running``, ``privacy_destroyed``.
    """

    assessment: str
    until: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.incident(world)
        self.standing(world)
        words = required(self.assessment, "assessment_needed")
        if not privacy.is_day(self.until):
            raise Refused("not_a_date", text=self.until)
        after = privacy.Privacy(kept_until=self.until)
        due = privacy.due_at(Whistle(closed_at=0), after, 0)
        if due is not None and due <= world.now:
            raise Refused("due_in_past")
        return [self.draft(world, "kept", {"until": self.until}, assessment=words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndKeeping(PrivacyCommand):
    """They need not be kept any longer: the limit holds again. Refuses ``not_kept``."""

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.standing(world).kept_until:
            raise Refused("not_kept")
        return [self.draft(world, "keep_ended", {})]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignDestruction(PrivacyCommand):
    """One of the two signatures under the list for destruction; ``person`` is a person's id, and sits at the seat.

    Nobody signs for somebody else: the second person signs in first. Refuses ``person_unknown``, ``nobody_signed_in``,
    ``not_your_signature`` when another sits here, ``two_people_needed`` when the same person signs twice,
    ``privacy_kept``, ``privacy_running``, ``privacy_destroyed``, ``nothing_changed`` when both are there.
    """

    person: str

    def decide(self, world: World) -> Sequence[Draft]:
        self.incident(world)
        state = self.standing(world)
        if state.kept_until:
            raise Refused("privacy_kept", until=state.kept_until)
        if not self.person or not world.state(f"person/{self.person}").known:
            raise Refused("person_unknown", person=self.person)
        if not world.who.actor:
            raise Refused("nobody_signed_in")
        if self.person != world.who.actor:
            raise Refused("not_your_signature")
        if any(one.person == self.person for one in state.signatures):
            raise Refused("two_people_needed")
        if len(state.signatures) >= 2:
            raise Refused("nothing_changed")
        return [self.draft(world, "signed", {"person": self.person})]


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyPersonalData(PrivacyCommand):
    """Erase the personal data of an incident for good: of the whistle and of all that hangs on it.

    ``matters`` are subjects of their own that belong to it. Refuses ``privacy_running``, ``privacy_destroyed``,
    ``privacy_kept``, ``signatures_missing``, ``not_due_yet`` with the date, ``not_of_whistle``.
    """

    matters: tuple[str, ...] = ()

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = self.incident(world)
        state = self.standing(world)
        if state.kept_until:
            raise Refused("privacy_kept", until=state.kept_until)
        if len(state.signatures) < 2:
            raise Refused("signatures_missing", count=len(state.signatures))
        limit = limit_of(world.state(f"limit/{privacy.DESTROY}"))
        due = privacy.due_at(whistle, state, limit.milliseconds if limit is not None else 0)
        if due is not None and due > world.now:
            raise Refused("not_due_yet", at=due)
        drafts = []
        counts: dict[str, int] = {}
        signed = [one.person for one in state.signatures]
        for subject in self._subjects(world):
            heads = world.heads(subject)
            if not heads:
                continue
            family = subject.partition("/")[0]
            counts[family] = counts.get(family, 0) + 1
            body = {"up_to": dict(heads), "signed_by": signed, "reason": DUE}
            mode: Mode = getattr(world.state(subject), "mode", whistle.mode)
            drafts.append(Draft(subject=subject, kind=f"{family}.{ERASED}", body=body, mode=mode))
        return [*drafts, self.draft(world, "destroyed", {"families": counts, "signed_by": signed})]

    def _subjects(self, world: World) -> list[str]:
        found: list[str] = []
        for family in FAMILIES:
            if family not in privacy.LEFT_ALONE:
                found += world.subjects(f"{family}/{self.whistle}")
        for subject in self.matters:
            family = subject.partition("/")[0]
            if family in privacy.LEFT_ALONE or whistle_of(subject, world.state(subject)) != self.whistle:
                raise Refused("not_of_whistle", subject=subject)
            found.append(subject)
        return list(dict.fromkeys(found))

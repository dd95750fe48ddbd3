"""The acts around an emergency whistle that are not calling and not ending: first guess, first response, place of assembly, a
further call about the same event, the archive (domain.md 2.2.4 E1, E4, E12; 2.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.call_acts import telephoned
from commandcenter.domain.command import Draft, World, counted
from commandcenter.domain.command_post_acts import resuming_with
from commandcenter.domain.event import DRILL, EventId
from commandcenter.domain.order import resuming_orders
from commandcenter.domain.refusal import Refused
from commandcenter.domain.whistle import ACTIONS, Whistle
from commandcenter.domain.whistle_acts import WhistleCommand
from commandcenter.domain.whistle_scales import check_guess


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessGrade(WhistleCommand):
    """A first guess (初判) on one scale, or with an empty value that it is not known again. It is never published.

    Refuses ``scale_unknown``, ``grade_unknown``, ``security_not_graded``.
    """

    scale: str
    value: str = ""
    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        kind = state.guesses.get("kind")
        check_guess(self.scale, self.value, kind.value if kind is not None else "")
        private = {"words": self.words.strip()} if self.words.strip() else None
        return [self.draft(state, "guessed", self.when(world), {"scale": self.scale, "value": self.value}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAction(WhistleCommand):
    """Something done at once on the scene (先期处置): evacuation, cordon, guidance of the rescue … Refuses ``action_unknown``."""

    action: str
    people: int | None = None
    words: str = ""
    told_by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.action not in ACTIONS:
            raise Refused("action_unknown", action=self.action)
        counted(self.people)
        body: dict[str, object] = {"action": self.action}
        if self.people is not None:
            body["people"] = self.people
        private = {"words": self.words.strip(), "told_by": self.told_by.strip()}
        told = {name: words for name, words in private.items() if words}
        return [self.draft(state, "acted", self.when(world), body, told)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAssembly(WhistleCommand):
    """Where everybody of this whistle gathers: an assembly point of the roster, or words. Refuses ``place_needed``."""

    place: str = ""
    place_words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if not self.place and not self.place_words.strip():
            raise Refused("place_needed")
        private = {"place_words": self.place_words.strip()}
        return [self.draft(state, "assembly_set", self.when(world), {"place": self.place}, private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinCall(WhistleCommand):
    """A further call about an event that already runs: noted there instead of a second whistle; a case and a
    telephone call are linked to it. Refuses ``case_unknown``, ``modes_mixed`` for a case or call in a drill.
    """

    words: str = ""
    told_by: str = ""
    case: str = ""
    call: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if self.case and not world.state(f"case/{self.case}").known:
            raise Refused("case_unknown")
        if (self.case or self.call) and state.mode != "real":
            raise Refused("modes_mixed")
        at = self.when(world)
        private = {"words": self.words.strip(), "told_by": self.told_by.strip()}
        told = {name: words for name, words in private.items() if words}
        drafts = [self.draft(state, "joined", at, {"case": self.case} if self.case else {}, told)]
        if self.case:
            body = {"whistle": state.id}
            drafts.append(Draft(subject=f"case/{self.case}", kind="case.whistled", body=body, happened_at=at))
        return [*drafts, *telephoned(world, state.id, self.call, at)] if self.call else drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeDrill(WhistleCommand):
    """A drill that one key ended goes on: the key was pressed by mistake, or the real event was none.

    Every report-in that the end struck off is as it was. Refuses ``not_a_drill`` and ``not_ended``.
    """

    def decide(self, world: World) -> Sequence[Draft]:
        state: Whistle = world.state(f"whistle/{self.whistle}")
        if not state.known or state.mode != DRILL:
            raise Refused("not_a_drill")
        if state.ended_at is None:
            raise Refused("not_ended")
        drafts = [self.draft(state, "drill_resumed", world.now)]
        for entry in self.report_ins(world):
            struck = entry.outcome
            if struck is not None and struck.reason == "drill_ended":
                drafts.append(
                    Draft(
                        subject=entry.subject,
                        kind="report_in.withdrawn",
                        mode=DRILL,
                        happened_at=world.now,
                        corrects=struck.id,
                    )
                )
        return [*drafts, *resuming_orders(world, self.whistle), *resuming_with(world, self.whistle)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveWhistle(WhistleCommand):
    """The material of a closed incident is complete and handed to the archive (E12). Refuses ``not_closed``."""

    words: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        state: Whistle = world.state(f"whistle/{self.whistle}")
        if not state.known:
            raise Refused("whistle_unknown")
        if state.closed_at is None:
            raise Refused("not_closed")
        if state.archived_at is not None:
            return []
        private = {"words": self.words.strip()} if self.words.strip() else None
        return [self.draft(state, "archived", self.when(world), private=private)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeNote(WhistleCommand):
    """Strike a line of the log: it stays, crossed out. Refuses ``nothing_to_undo``."""

    entry: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        corrects = EventId.parse(self.entry)
        if corrects is None:
            raise Refused("nothing_to_undo")
        return [self.draft(state, "note_struck", world.now, corrects=corrects)]
